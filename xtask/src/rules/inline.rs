//! No script and no style inside a page: the content security policy would refuse it.

use crate::{finding::Finding, markup, rust::is_word, tree::Tree};

const RULE: &str = "inline";

pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.under("ui/", ".html").filter(|(path, _)| !path.starts_with("ui/mail/")).flat_map(template).collect()
}

fn template((path, text): (&str, &str)) -> Vec<Finding> {
    let html = markup::plain(text);
    let found = tags(&html).filter_map(|(at, tag)| Some((at, fault(tag)?)));
    found.map(|(at, advice)| Finding::new(path, markup::line(&html, at), RULE, advice)).collect()
}

/// The opening tags with their offsets.
fn tags(html: &str) -> impl Iterator<Item = (usize, &str)> {
    html.match_indices('<').filter_map(|(at, _)| {
        let rest = &html[at..];
        rest[1..]
            .starts_with(|c: char| c.is_ascii_alphabetic())
            .then(|| (at, &rest[..rest.find('>').unwrap_or(rest.len())]))
    })
}

fn fault(tag: &str) -> Option<&'static str> {
    let name = tag[1..].split(|c| !is_word(c)).next().unwrap_or_default();
    let mut attributes =
        tag.split_whitespace().skip(1).map(|attribute| attribute.split('=').next().unwrap_or(attribute));
    match name {
        "style" => return Some("move the rules to a file in ui/css or beside the component"),
        "script" if !tag.contains("src=") => return Some("move the script to a module in ui/js"),
        _ => {}
    }
    if tag.contains("javascript:") {
        return Some("let the link lead somewhere; behaviour belongs in ui/js");
    }
    attributes.find_map(|attribute| match attribute {
        "style" => Some("give the element a class; style attributes are refused by the browser"),
        handler if is_handler(handler) => {
            Some("listen in a module of ui/js; handlers in attributes are refused by the browser")
        }
        _ => None,
    })
}

fn is_handler(attribute: &str) -> bool {
    let event = attribute.strip_prefix("on").unwrap_or_default();
    event.len() > 2 && event.chars().all(|c| c.is_ascii_lowercase())
}
