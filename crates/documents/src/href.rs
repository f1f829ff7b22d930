//! Where a link may lead.

/// A place a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target<'a> {
    /// An anchor of the same document.
    Anchor(&'a str),
    /// An address that means the same everywhere.
    Absolute(&'a str),
    /// A page of the site the document is read on; means nothing on paper.
    Site(&'a str),
}

/// Longer addresses are refused by PDF readers.
const LONGEST: usize = 2000;

/// What may stand before the colon.
const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];

/// Where an address leads; nothing for scripts, data and what is no address.
pub(crate) fn target(href: &str) -> Option<Target<'_>> {
    let href = href.trim();
    if href.len() > LONGEST || href.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    if let Some(anchor) = href.strip_prefix('#') {
        return (!anchor.is_empty()).then_some(Target::Anchor(anchor));
    }
    if href.starts_with('/') && !href.starts_with("//") && !href.starts_with("/\\") {
        return Some(Target::Site(href));
    }
    let scheme = SCHEMES.iter().find(|s| href.get(..s.len()).is_some_and(|start| start.eq_ignore_ascii_case(s)))?;
    (href.len() > scheme.len()).then_some(Target::Absolute(href))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart() {
        assert_eq!(target("#mal-1"), Some(Target::Anchor("mal-1")));
        assert_eq!(target("/planer/7"), Some(Target::Site("/planer/7")));
        assert_eq!(target("HTTPS://exempel.se"), Some(Target::Absolute("HTTPS://exempel.se")));
        for refused in
            ["", "#", "//exempel.se", "/\\exempel.se", "javascript:alert(1)", "data:,x", "https://", "ett två"]
        {
            assert_eq!(target(refused), None, "{refused}");
        }
    }
}
