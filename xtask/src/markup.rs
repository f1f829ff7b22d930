//! Just enough of HTML with minijinja to find literals, tags' attributes and translation keys.

use crate::rust::ends_in_word;

/// A string literal inside `{{ … }}` or `{% … %}`.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    pub line: usize,
    pub text: String,
    /// It stands first in a call of `t(…)` or is piped into `t`.
    pub translated: bool,
    /// Something is joined to its end with `~`, so that it is only the beginning of a key.
    pub joined: bool,
}

/// The literals of a template's expressions, in order.
pub fn literals(template: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    for (start, end) in expressions(template) {
        let expression = &template[start..end];
        let mut at = 0;
        while let Some(open) = expression[at..].find(['"', '\'']).map(|offset| at + offset) {
            let quote = &expression[open..=open];
            let Some(close) = expression[open + 1..].find(quote).map(|offset| open + 1 + offset) else { break };
            found.push(Literal {
                line: line(template, start + open),
                text: expression[open + 1..close].to_owned(),
                translated: is_translated(&expression[..open], &expression[close + 1..]),
                joined: expression[close + 1..].trim_start().starts_with('~'),
            });
            at = close + 1;
        }
    }
    found
}

/// The template with expressions and comments blanked out: what is left is plain HTML on the same lines.
pub fn plain(template: &str) -> String {
    let mut html = template.to_owned();
    for (start, end) in expressions(template).chain(enclosed(template, "{#", "#}")) {
        let blank: String = template[start..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        html.replace_range(start..end, &blank);
    }
    html
}

/// The line of an offset, from 1.
pub fn line(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1
}

fn is_translated(before: &str, after: &str) -> bool {
    let called = before.trim_end().strip_suffix("t(").is_some_and(|head| !ends_in_word(head) && !head.ends_with('.'));
    let piped = after.trim_start().strip_prefix('|').map(str::trim_start);
    called || piped.and_then(|name| name.strip_prefix('t')).is_some_and(|rest| !rest.starts_with(crate::rust::is_word))
}

fn expressions(template: &str) -> impl Iterator<Item = (usize, usize)> {
    enclosed(template, "{{", "}}").chain(enclosed(template, "{%", "%}"))
}

fn enclosed<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(open)?;
        from = text[start..].find(close).map_or(text.len(), |at| start + at + close.len());
        Some((start, from))
    })
}
