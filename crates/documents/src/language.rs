//! The languages a document can be set in.

/// The language of a document: it decides hyphenation, quotation marks and what a screen reader speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Swedish.
    #[default]
    Swedish,
    /// English.
    English,
}

impl Language {
    /// The ISO 639-1 code, as HTML and PDF want it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The language with a region, as Word wants it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Swedish => "sv-SE",
            Self::English => "en-GB",
        }
    }

    /// The language of a code such as `sv` or `en-GB`, if documents can be set in it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code.split('-').next()? {
            "sv" => Some(Self::Swedish),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}
