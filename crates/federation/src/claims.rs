//! What a provider says about somebody.

use serde_json::{Map, Value};

use crate::{Mapping, Provider, Refusal};

/// Verified claims.
#[derive(Debug, Clone, PartialEq)]
pub struct Claims(Map<String, Value>);

impl Claims {
    pub(crate) fn new(claims: Map<String, Value>) -> Self {
        Self(claims)
    }

    /// Adds what is not there yet.
    pub(crate) fn complete(&mut self, more: Map<String, Value>) {
        for (name, value) in more {
            self.0.entry(name).or_insert(value);
        }
    }

    /// Whether something is missing that the provider's settings ask for.
    pub(crate) fn lack_any(&self, provider: &Provider) -> bool {
        let wanted = provider.subject.iter().chain([&provider.email, &provider.name]);
        let mut wanted = wanted.chain(provider.mappings.iter().map(|mapping| &mapping.claim));
        wanted.any(|claim| !self.0.contains_key(claim))
    }

    /// A claim that is one text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.0.get(name)? {
            Value::String(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            Value::Array(values) => match values.as_slice() {
                [Value::String(only)] => Some(only.trim()).filter(|text| !text.is_empty()),
                _ => None,
            },
            _ => None,
        }
    }

    /// A claim that is a whole number.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.0.get(name)?.as_i64()
    }

    /// Whether the claim is the value of the mapping, or has it among its own.
    #[must_use]
    pub fn match_mapping(&self, mapping: &Mapping) -> bool {
        match self.0.get(&mapping.claim) {
            Some(Value::String(text)) => *text == mapping.value,
            Some(Value::Array(values)) => values.iter().any(|value| value.as_str() == Some(&mapping.value)),
            Some(Value::Bool(flag)) => flag.to_string() == mapping.value,
            _ => false,
        }
    }

    /// Whether the provider says that the address is verified.
    #[must_use]
    pub fn email_is_verified(&self) -> bool {
        match self.0.get("email_verified") {
            Some(Value::Bool(verified)) => *verified,
            Some(Value::String(text)) => text == "true",
            _ => false,
        }
    }

    /// What the person is known by: the provider's issuer, then the claims of the settings, each with its name.
    ///
    /// # Errors
    /// [`Refusal::ClaimMissing`]; [`Refusal::PersonalNumber`] where one of them is a personal identity number.
    pub fn key(&self, provider: &Provider) -> Result<String, Refusal> {
        let mut parts = vec![("iss", provider.issuer.as_str())];
        for claim in provider.subject.iter().filter(|claim| *claim != "iss") {
            let value = self.text(claim).ok_or(Refusal::ClaimMissing)?;
            if is_personal_number(value) {
                return Err(Refusal::PersonalNumber);
            }
            parts.push((claim, value));
        }
        serde_json::to_string(&parts).map_err(|_| Refusal::Nonsense)
    }
}

/// Whether a text has the shape of a personal identity or coordination number, with its check digit.
fn is_personal_number(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|letter| letter.to_digit(10)).collect();
    let others = text.chars().filter(|letter| !letter.is_ascii_digit()).count();
    let short = match (digits.len(), others) {
        (10, 0 | 1) => digits.as_slice(),
        (12, 0 | 1) => &digits[2..],
        _ => return false,
    };
    if others == 1 && !text.contains(['-', '+']) {
        return false;
    }
    let (month, day) = (short[2] * 10 + short[3], short[4] * 10 + short[5]);
    let doubled = |(index, digit): (usize, &u32)| if index % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { *digit };
    let sum: u32 = short.iter().enumerate().map(doubled).sum();
    (1..=12).contains(&month) && ((1..=31).contains(&day) || (61..=91).contains(&day)) && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn claims(value: Value) -> Claims {
        match value {
            Value::Object(map) => Claims::new(map),
            _ => panic!("claims are an object"),
        }
    }

    #[test]
    fn a_claim_may_be_a_text_or_a_list() {
        let claims =
            claims(json!({ "roles": ["rektor", "larare"], "one": ["a"], "name": " Alva ", "none": "", "n": 1 }));
        assert_eq!(claims.text("name"), Some("Alva"));
        assert_eq!(claims.text("one"), Some("a"));
        for none in ["roles", "none", "n", "missing"] {
            assert_eq!(claims.text(none), None, "{none}");
        }
        let mapping = |value: &str| Mapping {
            claim: "roles".to_owned(),
            value: value.to_owned(),
            role: String::new(),
            unit: String::new(),
            function: None,
            reach: String::new(),
        };
        assert!(claims.match_mapping(&mapping("rektor")));
        assert!(!claims.match_mapping(&mapping("rekt")));
    }

    #[test]
    fn the_shape_of_a_personal_identity_number_is_known() {
        // The number of births 000 is given to nobody.
        for number in ["000101-0008", "0001010008", "20000101-0008", "000161-0005", "000101+0008"] {
            assert!(is_personal_number(number), "{number}");
        }
        for other in ["000101-0009", "001301-0000", "000101x0008"] {
            assert!(!is_personal_number(other), "{other}");
        }
        for other in ["a1b2c3", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "1234567890123", "00u1abcd"] {
            assert!(!is_personal_number(other), "{other}");
        }
    }
}
