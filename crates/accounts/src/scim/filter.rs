//! Which users are asked for: by what the other system calls them.

use super::Fault;
use super::details::{is_plain, plain_path};

/// A filter of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Filter {
    /// Everybody.
    All,
    /// Whoever has the name, in lower case.
    UserName(String),
    /// Whoever has the external id.
    ExternalId(String),
}

impl Filter {
    /// Reads `userName eq "…"` or `externalId eq "…"`; nothing asks for everybody.
    ///
    /// # Errors
    /// [`Fault::Filter`].
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Self::All);
        }
        let (attribute, rest) = text.split_once(char::is_whitespace).ok_or(Fault::Filter)?;
        let (operator, value) = rest.trim_start().split_once(char::is_whitespace).ok_or(Fault::Filter)?;
        if !operator.eq_ignore_ascii_case("eq") {
            return Err(Fault::Filter);
        }
        let value: String = serde_json::from_str(value.trim()).map_err(|_| Fault::Filter)?;
        if !is_plain(&value) {
            return Err(Fault::Filter);
        }
        match plain_path(attribute).as_str() {
            "username" => Ok(Self::UserName(value.to_lowercase())),
            "externalid" => Ok(Self::ExternalId(value)),
            _ => Err(Fault::Filter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_filters_are_understood_and_the_rest_is_refused() {
        let name = |text: &str| Filter::UserName(text.to_owned());
        assert_eq!(Filter::parse("").unwrap(), Filter::All);
        assert_eq!(Filter::parse("userName eq \"Alva@Exempel.se\"").unwrap(), name("alva@exempel.se"));
        assert_eq!(Filter::parse(" USERNAME  EQ  \"a \\\"b\\\" c\" ").unwrap(), name("a \"b\" c"));
        let long = "urn:ietf:params:scim:schemas:core:2.0:User:externalId eq \"7\"";
        assert_eq!(Filter::parse(long).unwrap(), Filter::ExternalId("7".to_owned()));
        for bad in [
            "userName",
            "userName eq",
            "userName eq alva",
            "userName co \"a\"",
            "userName eq \"a\" or userName eq \"b\"",
            "userName eq \"a\\u0000\"",
            "password eq \"a\"",
            "not (userName eq \"a\")",
        ] {
            assert!(matches!(Filter::parse(bad), Err(Fault::Filter)), "{bad}");
        }
    }
}
