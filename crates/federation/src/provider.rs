//! A provider as the settings describe it.

use std::fmt;

use crate::outbound::is_safe;

/// A provider of OpenID Connect, and what its word is worth here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// What it is called in addresses and in the log.
    pub id: String,
    /// What stands on its button, after "sign in with".
    pub label: String,
    /// Who issues its tokens; the address that its description is found below.
    pub issuer: String,
    /// What the provider calls this application.
    pub client_id: String,
    /// What proves to the provider that it is this application that asks.
    pub secret: Option<Secret>,
    /// What is asked for, besides `openid`.
    pub scopes: Vec<String>,
    /// The code of the organisation whose people come this way.
    pub organisation: String,
    /// The claims that together say who somebody is.
    pub subject: Vec<String>,
    /// The claim with the address of e-mail.
    pub email: String,
    /// The claim with the name.
    pub name: String,
    /// Domains of e-mail that the provider answers for.
    pub domains: Vec<String>,
    /// Whether an address counts without the provider saying that it is verified.
    pub trust_email: bool,
    /// Whether somebody who is not known yet gets an account.
    pub create_users: bool,
    /// Which claims give which roles.
    pub mappings: Vec<Mapping>,
}

/// A claim that gives a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The claim, such as `groups` or `roles`.
    pub claim: String,
    /// What it is, or has among its values.
    pub value: String,
    /// The role's name.
    pub role: String,
    /// The code of the unit where it is held.
    pub unit: String,
    /// The name of the function, where there is one.
    pub function: Option<String>,
    /// The name of how far it goes.
    pub reach: String,
}

/// A secret that no log shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps a secret.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("…")
    }
}

/// Parts of names of claims and scopes that carry personal identity numbers: those of id.oidc.se, of directories of schools, and
/// what they are called elsewhere. Compared without case, hyphen and underscore.
const PERSONAL_NUMBERS: [&str; 11] = [
    "personalidentitynumber",
    "personalnumber",
    "naturalpersonnumber",
    "coordinationnumber",
    "personnummer",
    "samordningsnummer",
    "civicnumber",
    "civicregistrationnumber",
    "noredupersonnin",
    "urn:oid:1.2.752.29.4.13",
    "urn:oid:1.3.6.1.4.1.2428.90.1.5",
];

impl Provider {
    /// What is wrong with it, for the operator; nothing when it can be used.
    #[must_use]
    pub fn fault(&self) -> Option<String> {
        let plain =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if self.id.is_empty() || self.id.len() > 40 || !plain(&self.id) {
            return Some(format!("id {:?}: give a short word of a-z, 0-9 and hyphens", self.id));
        }
        if !is_safe(&self.issuer) {
            return Some(format!("issuer {:?}: give an address with https; http only for localhost", self.issuer));
        }
        let needed = [("label", &self.label), ("client-id", &self.client_id), ("organisation", &self.organisation)];
        if let Some((key, _)) = needed.into_iter().find(|(_, text)| text.trim().is_empty()) {
            return Some(format!("{key} is missing"));
        }
        if self.subject.is_empty() {
            return Some("subject: name at least one claim".to_owned());
        }
        if self.domains.iter().any(|domain| domain.contains('@') || !domain.contains('.')) {
            return Some("domains: give what stands after @, such as exempel.se".to_owned());
        }
        let claims = self.subject.iter().chain([&self.email, &self.name]);
        let claims = claims.chain(self.mappings.iter().map(|mapping| &mapping.claim)).chain(&self.scopes);
        let number = claims.into_iter().find(|claim| is_personal_number(claim))?;
        Some(format!("{number} carries personal identity numbers, which Tryggbas never takes"))
    }

    /// Whether the provider answers for an address of e-mail.
    #[must_use]
    pub fn answers_for(&self, email: &str) -> bool {
        let Some((_, domain)) = email.rsplit_once('@') else { return false };
        self.domains.iter().any(|own| own.eq_ignore_ascii_case(domain))
    }
}

/// Whether a claim or scope of this name carries personal identity numbers.
fn is_personal_number(name: &str) -> bool {
    let plain: String = name.to_lowercase().chars().filter(|letter| !"-_ ".contains(*letter)).collect();
    PERSONAL_NUMBERS.iter().any(|part| plain.contains(part)) || ["pnr", "ssn", "nin"].contains(&plain.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn provider() -> Provider {
        let text = str::to_owned;
        Provider {
            id: text("eknas"),
            label: text("Eknäs kommun"),
            issuer: text("https://login.exempel.se"),
            client_id: text("tryggbas"),
            secret: Some(Secret::new(text("do not print"))),
            scopes: vec![text("email")],
            organisation: text("eknas"),
            subject: vec![text("iss"), text("sub")],
            email: text("email"),
            name: text("name"),
            domains: vec![text("exempel.se")],
            trust_email: false,
            create_users: false,
            mappings: Vec::new(),
        }
    }

    #[test]
    fn claims_with_personal_identity_numbers_are_refused_at_the_start() {
        assert_eq!(provider().fault(), None);
        for claim in [
            "https://id.oidc.se/claim/personalIdentityNumber",
            "https://id.oidc.se/claim/coordinationNumber",
            "personal_identity_number",
            "norEduPersonNIN",
            "Personnummer",
            "ssn",
        ] {
            let subject = Provider { subject: vec![claim.to_owned()], ..provider() };
            assert!(subject.fault().is_some_and(|fault| fault.contains(claim)), "{claim}");
        }
        let scope = Provider { scopes: vec!["https://id.oidc.se/scope/naturalPersonNumber".to_owned()], ..provider() };
        assert!(scope.fault().is_some());
        for claim in ["https://id.oidc.se/claim/orgAffiliation", "oid", "session"] {
            assert_eq!(Provider { subject: vec![claim.to_owned()], ..provider() }.fault(), None, "{claim}");
        }
    }

    #[test]
    fn what_cannot_be_used_is_said() {
        let faults = [
            Provider { id: "Eknäs".to_owned(), ..provider() },
            Provider { issuer: "http://login.exempel.se".to_owned(), ..provider() },
            Provider { label: " ".to_owned(), ..provider() },
            Provider { subject: Vec::new(), ..provider() },
            Provider { domains: vec!["@exempel.se".to_owned()], ..provider() },
        ];
        for wrong in faults {
            assert!(wrong.fault().is_some(), "{wrong:?}");
            assert!(!format!("{wrong:?}").contains("do not print"));
        }
    }

    #[test]
    fn a_domain_is_the_whole_of_what_stands_after_the_sign() {
        assert!(provider().answers_for("alva@Exempel.se"));
        for foreign in ["alva@annat.se", "alva@sub.exempel.se", "alva@exempel.se.annat.se", "exempel.se", "a@b@c"] {
            assert!(!provider().answers_for(foreign), "{foreign}");
        }
    }
}
