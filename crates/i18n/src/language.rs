//! The languages of the interface.

use serde::{Deserialize, Serialize};

/// A language the interface is complete in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Swedish, the first language.
    #[default]
    Sv,
    /// English.
    En,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Sv, Self::En];

    /// The language tag, `sv` or `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// The language of a tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The first language of an `Accept-Language` header that the interface has.
    #[must_use]
    pub fn accepted(header: &str) -> Option<Self> {
        let tags = header.split(',').map(|part| part.split(';').next().unwrap_or_default().trim());
        tags.filter_map(|tag| Self::from_tag(&tag.get(..2)?.to_ascii_lowercase())).next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_known_language_is_taken() {
        assert_eq!(Language::accepted("de, en-GB;q=0.8, sv;q=0.5"), Some(Language::En));
        assert_eq!(Language::accepted("sv-SE"), Some(Language::Sv));
        assert_eq!(Language::accepted("d, å"), None);
    }
}
