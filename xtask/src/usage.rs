//! Where translation keys are defined and where they are used.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use crate::{
    fluent::{Fluent, Message, is_key},
    markup,
    rust::{Rust, ends_in_word},
    tree::Tree,
};

/// The languages every text exists in, the first one leading.
pub const LANGUAGES: [&str; 2] = ["sv", "en"];

/// A place that names a key, or the beginning of one.
#[derive(Debug, PartialEq, Eq)]
pub struct Use {
    pub path: String,
    pub line: usize,
    pub key: String,
    /// Only the beginning: the rest is joined to it at run time.
    pub prefix: bool,
}

/// All definitions and all uses.
#[derive(Debug, Default)]
pub struct Usage {
    /// Language → path and messages of each of its files.
    pub files: BTreeMap<String, Vec<(String, Fluent)>>,
    /// Places that certainly mean a key: `t("…")` in a template; `Message::new("…")`, `Key("…")`, `t("…")` or `"t:…"` in Rust.
    pub uses: Vec<Use>,
    /// Every literal that could be a key; enough to call a key used, not enough to call it missing.
    mentioned: BTreeSet<String>,
    prefixes: BTreeSet<String>,
}

impl Usage {
    /// Scans the whole tree.
    pub fn of(tree: &Tree) -> Self {
        let mut usage = Self::default();
        for (path, text) in tree.under("translations/", ".ftl") {
            let language = path.split('/').nth(1).unwrap_or_default();
            usage.files.entry(language.to_owned()).or_default().push((path.to_owned(), Fluent::of(text)));
        }
        tree.under("ui/", "").filter(|(path, _)| is_template(path)).for_each(|(path, text)| usage.template(path, text));
        tree.under("crates/", ".rs").for_each(|(path, text)| usage.rust(path, text));
        usage
    }

    /// The messages of a language by key, each with its file.
    pub fn messages(&self, language: &str) -> BTreeMap<&str, (&str, &Message)> {
        let files = self.files.get(language).into_iter().flatten();
        let messages = files.flat_map(|(path, file)| file.messages.iter().map(move |message| (path, message)));
        messages.map(|(path, message)| (message.key.as_str(), (path.as_str(), message))).collect()
    }

    /// Whether anything in the program, or another message, can lead to this one.
    pub fn is_used(&self, key: &str) -> bool {
        let whole = key.split('.').next().unwrap_or(key);
        let referred = self.files.values().flatten().flat_map(|(_, file)| &file.messages);
        self.mentioned.contains(key)
            || self.mentioned.contains(whole)
            || self.prefixes.iter().any(|prefix| key.starts_with(prefix.as_str()))
            || referred
                .into_iter()
                .any(|message| message.references.contains(key) || message.references.contains(whole))
    }

    /// A table for people: how many texts, how many of them used, per file.
    pub fn report(&self) -> String {
        let mut report = String::new();
        for (language, files) in &self.files {
            for (path, file) in files {
                let unused = file.messages.iter().filter(|message| !self.is_used(&message.key)).count();
                let (messages, faults) = (file.messages.len(), file.faults.len());
                // Writing to a String cannot fail.
                let _ = writeln!(report, "{path}: {messages} texts, {unused} unused, {faults} faults");
            }
            let _ = writeln!(report, "{language}: {} texts", self.messages(language).len());
        }
        let keys: BTreeSet<_> = self.uses.iter().filter(|place| !place.prefix).map(|place| &place.key).collect();
        let _ = writeln!(
            report,
            "used in {} places, {} keys, {} prefixes",
            self.uses.len(),
            keys.len(),
            self.prefixes.len()
        );
        report
    }

    fn template(&mut self, path: &str, text: &str) {
        for literal in markup::literals(text) {
            self.note(path, literal.line, &literal.text, literal.joined, literal.translated);
        }
    }

    fn rust(&mut self, path: &str, text: &str) {
        let rust = Rust::of(text);
        for piece in &rust.texts {
            let before = rust.code[..piece.at].trim_end();
            let (key, marked) = match piece.text.strip_prefix("t:") {
                Some(key) => (key, true),
                None => (piece.text.as_str(), makes_a_key(before)),
            };
            match key.split_once('{') {
                Some((prefix, _)) if prefix.ends_with('-') => self.note(path, piece.line, prefix, true, marked),
                Some(_) => {}
                None if begins_a_key(before) => self.note(path, piece.line, &format!("{key}-"), true, false),
                None => self.note(path, piece.line, key, false, marked && !crate::rules::is_test(path)),
            }
        }
    }

    fn note(&mut self, path: &str, line: usize, key: &str, prefix: bool, certain: bool) {
        if !key.trim_end_matches('-').split('.').all(is_key) {
            return;
        }
        if prefix {
            self.prefixes.insert(key.to_owned());
        } else {
            self.mentioned.insert(key.to_owned());
        }
        if certain {
            self.uses.push(Use { path: path.to_owned(), line, key: key.to_owned(), prefix });
        }
    }
}

/// Templates are pages, mails in plain text, and vector images with words.
fn is_template(path: &str) -> bool {
    [".html", ".txt", ".svg"].iter().any(|ending| path.ends_with(ending))
}

/// Calls that join a group of keys with the name of a choice: `key("plan-kind", "local")`.
fn begins_a_key(before: &str) -> bool {
    let calls = ["key(", "choice(", "worded(here,", "choices(here,", "chosen(here,"];
    calls.iter().any(|call| before.strip_suffix(call).is_some_and(|head| !ends_in_word(head)))
}

fn makes_a_key(before: &str) -> bool {
    let calls = ["Key(", "Key::new(", "Message::new(", "t("];
    calls.iter().any(|call| before.strip_suffix(call).is_some_and(|head| !ends_in_word(head)))
}
