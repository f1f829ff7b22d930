//! A form that two people may have open at once: what each of them changed is kept, and where both changed the same, both are shown.

use std::collections::BTreeMap;

use base::Problem;
use serde::Serialize;
use web::{Fields, Here};

/// Texts by field name.
pub(super) type Texts = BTreeMap<&'static str, String>;

/// What a form shows. Beside each text it carries the one that was saved when the form was opened, as hidden `was-…`.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Form {
    #[serde(flatten)]
    pub(super) texts: Texts,
    was: Texts,
    pub(super) errors: Texts,
    pub(super) conflicts: BTreeMap<&'static str, Conflict>,
}

/// A text that two people wrote differently.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Conflict {
    pub(super) label: String,
    pub(super) mine: String,
    pub(super) theirs: String,
    pub(super) by: String,
}

impl Form {
    /// The form of what is saved.
    pub(super) fn of(saved: Texts) -> Self {
        Self { was: saved.clone(), texts: saved, ..Self::default() }
    }

    /// The form as it was filled in, with what is wrong.
    pub(super) fn kept(names: &[&'static str], fields: &Fields, errors: Texts) -> Self {
        let texts = names.iter().map(|name| (*name, sent(fields, name))).collect();
        let was = names.iter().map(|name| (*name, sent(fields, &format!("was-{name}")))).collect();
        Self { texts, was, errors, ..Self::default() }
    }

    /// The form as it was filled in, beside what `by` saved meanwhile. `label` names a field; `say` words the fields that are
    /// choices: they are offered again with a word about the other's; texts are shown side by side.
    pub(super) fn conflicting(
        here: &Here,
        fields: &Fields,
        saved: Texts,
        by: &str,
        label: impl Fn(&str) -> String,
        say: impl Fn(&str, &str) -> Option<String>,
    ) -> Self {
        let mut form = Self::of(saved);
        for (name, theirs) in form.was.clone() {
            let mine = match Settled::of(fields, name, &theirs) {
                Settled::Text(text) => text,
                Settled::Conflict(mine) => {
                    if let Some(choice) = say(name, &theirs) {
                        let values = [("who", by), ("choice", choice.as_str())];
                        form.errors.insert(name, here.text_with("plans-conflict-choice", &values));
                    } else {
                        let conflict = Conflict { label: label(name), mine: mine.clone(), theirs, by: by.to_owned() };
                        form.conflicts.insert(name, conflict);
                    }
                    mine
                }
            };
            form.texts.insert(name, mine);
        }
        form
    }

    /// Whether there is something to mend before it can be saved.
    pub(super) fn is_refused(&self) -> bool {
        !self.errors.is_empty() || !self.conflicts.is_empty()
    }
}

/// What a field is to say once what was sent meets what is saved.
enum Settled {
    Text(String),
    /// Both changed it; this is what was sent.
    Conflict(String),
}

impl Settled {
    fn of(fields: &Fields, name: &str, theirs: &str) -> Self {
        // Saved texts are trimmed; a space at the end is no change.
        let trimmed = |name: &str| sent(fields, name).trim().to_owned();
        let (mine, was) = (trimmed(name), trimmed(&format!("was-{name}")));
        if !fields.has(name) || fields.get(&format!("keep-{name}")) == "theirs" || mine == was {
            return Self::Text(theirs.to_owned());
        }
        if was == theirs.trim() || mine == theirs.trim() { Self::Text(mine) } else { Self::Conflict(mine) }
    }
}

/// What a field is to say: what the writer changed, else what is saved.
///
/// # Errors
/// [`Problem::Conflict`] when both changed it.
pub(super) fn settle(fields: &Fields, name: &str, theirs: &str) -> Result<String, Problem> {
    match Settled::of(fields, name, theirs) {
        Settled::Text(text) => Ok(text),
        Settled::Conflict(_) => Err(Problem::Conflict),
    }
}

/// A browser sends line breaks as two characters; texts are kept with one.
pub(super) fn sent(fields: &Fields, name: &str) -> String {
    fields.get(name).replace("\r\n", "\n")
}
