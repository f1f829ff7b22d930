//! Providers of OpenID Connect as the settings file describes them: `[[oidc]]` tables.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use federation::{Mapping, Provider, Secret};
use identity::{Reach, Role};
use serde::Deserialize;

use crate::settings::{credential, secret};

/// One `[[oidc]]` table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ProviderTable {
    id: String,
    label: String,
    issuer: String,
    client_id: String,
    client_secret_file: Option<PathBuf>,
    #[serde(default = "usual_scopes")]
    scopes: Vec<String>,
    organisation: String,
    #[serde(default)]
    claims: ClaimsTable,
    #[serde(default)]
    domains: Vec<String>,
    #[serde(default)]
    trust_email: bool,
    #[serde(default)]
    create_users: bool,
    #[serde(default)]
    function: Vec<FunctionTable>,
}

/// What the claims are called.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct ClaimsTable {
    subject: Vec<String>,
    email: String,
    name: String,
}

/// One `[[oidc.function]]` table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FunctionTable {
    claim: String,
    value: String,
    role: String,
    unit: String,
    function: Option<String>,
    #[serde(default = "usual_reach")]
    reach: String,
}

impl Default for ClaimsTable {
    fn default() -> Self {
        let text = str::to_owned;
        Self { subject: vec![text("iss"), text("sub")], email: text("email"), name: text("name") }
    }
}

fn usual_scopes() -> Vec<String> {
    ["openid", "email", "profile"].map(str::to_owned).into()
}

fn usual_reach() -> String {
    Reach::Below.as_str().to_owned()
}

/// The providers of the tables, in their order.
pub(crate) fn read(tables: Vec<ProviderTable>) -> Result<Vec<Provider>> {
    let mut providers: Vec<Provider> = Vec::new();
    for table in tables {
        let id = table.id.clone();
        let provider = provider(table).with_context(|| format!("the [[oidc]] table {id:?} cannot be used"))?;
        if providers.iter().any(|other| other.id == provider.id) {
            bail!("two [[oidc]] tables have the id {id:?}");
        }
        providers.push(provider);
    }
    Ok(providers)
}

fn provider(table: ProviderTable) -> Result<Provider> {
    // Without a file of its own: the credential that the service manager hands over under the provider's name.
    let file = table.client_secret_file.or_else(|| credential(&format!("tryggbas-oidc-{}", table.id)));
    let secret = file.as_deref().map(secret).transpose()?.map(Secret::new);
    let provider = Provider {
        id: table.id,
        label: table.label,
        issuer: table.issuer,
        client_id: table.client_id,
        secret,
        scopes: table.scopes,
        organisation: table.organisation,
        subject: table.claims.subject,
        email: table.claims.email,
        name: table.claims.name,
        domains: table.domains,
        trust_email: table.trust_email,
        create_users: table.create_users,
        mappings: table.function.into_iter().map(mapping).collect::<Result<_>>()?,
    };
    match provider.fault() {
        Some(fault) => bail!(fault),
        None => Ok(provider),
    }
}

fn mapping(table: FunctionTable) -> Result<Mapping> {
    let FunctionTable { claim, value, role, unit, function, reach } = table;
    let known = Role::parse(&role).with_context(|| format!("there is no role {role}: see user add --help"))?;
    let far = Reach::parse(&reach).filter(|reach| *reach != Reach::All && known.reaches().contains(reach));
    if far.is_none() {
        bail!("{role} cannot be given with the reach {reach}: give own or below");
    }
    Ok(Mapping { claim, value, role, unit, function, reach })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct File {
        oidc: Vec<ProviderTable>,
    }

    const EXAMPLE: &str = r#"
        [[oidc]]
        id = "eknas"
        label = "Eknäs kommun"
        issuer = "https://login.exempel.se/tenant/v2.0"
        client-id = "tryggbas"
        organisation = "eknas"
        domains = ["eknas.exempel.se"]
        claims = { subject = ["tid", "oid"], email = "preferred_username" }
        create-users = true

        [[oidc.function]]
        claim = "groups"
        value = "rektorer"
        role = "principal"
        unit = "10000001"
        function = "Rektor"
        reach = "own"
    "#;

    fn tables(text: &str) -> Result<Vec<Provider>> {
        read(toml::from_str::<File>(text)?.oidc)
    }

    #[test]
    fn a_table_says_all_that_is_needed() {
        let providers = tables(EXAMPLE).unwrap();
        let [provider] = providers.as_slice() else { panic!("one provider") };
        assert_eq!((provider.subject.join("+"), provider.name.as_str()), ("tid+oid".to_owned(), "name"));
        assert_eq!(provider.scopes, ["openid", "email", "profile"]);
        assert_eq!(provider.mappings[0].role, "principal");
        assert_eq!(provider.secret, None);
    }

    #[test]
    fn what_cannot_be_meant_is_refused_at_the_start() {
        for (good, bad, why) in [
            ("\"oid\"", "\"https://id.oidc.se/claim/personalIdentityNumber\"", "personal identity numbers"),
            ("https://login", "http://login", "https"),
            ("\"principal\"", "\"king\"", "no role"),
            ("reach = \"own\"", "reach = \"all\"", "reach"),
            ("create-users", "make-users", "unknown field"),
        ] {
            assert!(EXAMPLE.contains(good), "{good}");
            let error = tables(&EXAMPLE.replace(good, bad)).unwrap_err();
            assert!(format!("{error:#}").contains(why), "{error:#}");
        }
        assert!(tables(&format!("{EXAMPLE}{EXAMPLE}")).is_err(), "the same id twice");
    }
}
