//! A form of texts that two people may have open at once: what each of them changed is kept, and where both changed the same,
//! both texts are shown.

use std::collections::BTreeMap;

use base::{FormErrors, Problem};
use db::DbError;
use serde::Serialize;
use web::{Error, Fields, Here, Result};

use crate::plan::Plan;

/// Texts by field name.
pub(crate) type Texts = BTreeMap<&'static str, String>;

/// What a form shows. Beside each text it carries the one that was saved when the form was opened, as hidden `was-…`.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Form {
    #[serde(flatten)]
    pub(crate) texts: Texts,
    pub(crate) was: Texts,
    pub(crate) errors: Texts,
    pub(crate) conflicts: BTreeMap<&'static str, Conflict>,
}

/// A text that two people wrote differently.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Conflict {
    pub(crate) label: String,
    pub(crate) mine: String,
    pub(crate) theirs: String,
    pub(crate) by: String,
}

/// Why a form was not saved.
pub(crate) enum Refusal {
    /// Fields are wrong.
    Errors(FormErrors),
    /// Somebody else saved something else in the same field.
    Conflict,
}

impl Form {
    /// The form of what is saved.
    pub(crate) fn of(saved: Texts) -> Self {
        Self { was: saved.clone(), texts: saved, ..Self::default() }
    }

    /// The form as it was filled in, with what is wrong.
    pub(crate) fn kept(names: &[&'static str], fields: &Fields, errors: Texts) -> Self {
        let texts = names.iter().map(|name| (*name, sent(fields, name))).collect();
        let was = names.iter().map(|name| (*name, sent(fields, &format!("was-{name}")))).collect();
        Self { texts, was, errors, ..Self::default() }
    }

    /// The form as it was filled in, beside what somebody else saved meanwhile. `key` gives the translation key of a field's label; `say` words the fields that are choices: they are
    /// offered again with a word about what the other chose; texts are shown side by side.
    pub(crate) async fn conflicting(
        here: &Here,
        plan: &Plan,
        key: impl Fn(&str) -> String,
        fields: &Fields,
        saved: &Texts,
        say: impl Fn(&str, &str) -> Option<String>,
    ) -> Result<Self> {
        let by = plan.history(here.db(), 1).await?.first().map(|last| last.who.clone()).unwrap_or_default();
        let mut form = Self::of(saved.clone());
        for (name, theirs) in saved {
            match Settled::of(fields, name, theirs) {
                Settled::Text(text) => {
                    form.texts.insert(name, text);
                }
                Settled::Conflict(mine) => {
                    if let Some(chosen) = say(name, theirs) {
                        let error = here.text_with("plans-conflict-choice", &[("who", &by), ("choice", &chosen)]);
                        form.errors.insert(name, error);
                    } else {
                        let label = here.text(&key(name).replace('_', "-"));
                        let conflict = Conflict { label, mine: mine.clone(), theirs: theirs.clone(), by: by.clone() };
                        form.conflicts.insert(name, conflict);
                    }
                    form.texts.insert(name, mine);
                }
            }
        }
        Ok(form)
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
        if !fields.has(name) || fields.get(&format!("keep-{name}")) == "theirs" {
            return Self::Text(theirs.to_owned());
        }
        let (mine, was) = (sent(fields, name), sent(fields, &format!("was-{name}")));
        // Saved texts are trimmed; a space at the end is no change.
        let same = |one: &str, other: &str| one.trim() == other.trim();
        if same(&mine, &was) {
            return Self::Text(theirs.to_owned());
        }
        if same(&was, theirs) || same(&mine, theirs) { Self::Text(mine) } else { Self::Conflict(mine) }
    }
}

/// The fields with what each is to say: what the writer changed, else what is saved.
///
/// # Errors
/// [`Problem::Conflict`] when both changed the same field.
pub(crate) fn settle(fields: &Fields, saved: &Texts) -> std::result::Result<Fields, Problem> {
    let settle = |settled: Fields, (name, theirs): (&&'static str, &String)| match Settled::of(fields, name, theirs) {
        Settled::Text(text) => Ok(settled.with(name, text)),
        Settled::Conflict(_) => Err(Problem::Conflict),
    };
    saved.iter().try_fold(fields.clone(), settle)
}

/// One field's text once what was sent meets what is saved.
///
/// # Errors
/// [`Problem::Conflict`] when both changed it.
pub(crate) fn settle_one(fields: &Fields, name: &str, theirs: &str) -> std::result::Result<String, Problem> {
    match Settled::of(fields, name, theirs) {
        Settled::Text(text) => Ok(text),
        Settled::Conflict(_) => Err(Problem::Conflict),
    }
}

/// What of a failed save the form itself can show; anything else is the request's error.
pub(crate) fn refusal(error: DbError) -> Result<Refusal> {
    match Error::from(error) {
        Error::Problem(Problem::Invalid(errors)) => Ok(Refusal::Errors(errors)),
        Error::Problem(Problem::Conflict) => Ok(Refusal::Conflict),
        error => Err(error),
    }
}

/// The lines of a field that holds one thing per line.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A browser sends line breaks as two characters; texts are kept with one.
pub(crate) fn sent(fields: &Fields, name: &str) -> String {
    fields.get(name).replace("\r\n", "\n")
}
