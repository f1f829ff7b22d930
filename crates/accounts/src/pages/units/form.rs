//! The form of a unit: what was typed, kept, and what it means.

use std::collections::BTreeMap;

use base::{FieldError, FormErrors, Id};
use identity::{Answers, NewUnit, Unit, UnitKind};
use serde::Serialize;
use web::{Fields, Here};

/// A choice in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::pages) struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub text: String,
}

/// The fields of a unit as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(in crate::pages) struct UnitForm {
    pub name: String,
    pub kind: String,
    pub parent: String,
    /// One name a line.
    pub also: String,
    pub role_text: String,
    pub school_unit_code: String,
    pub municipality_code: String,
    pub organisation_number: String,
    pub answers: String,
    pub valid_from: String,
    pub revision: String,
    pub errors: BTreeMap<&'static str, String>,
}

/// Most other names of a unit.
const MOST_NAMES: usize = 30;

impl UnitForm {
    /// What was sent.
    pub fn read(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).trim().replace("\r\n", "\n");
        Self {
            name: get("name"),
            kind: get("kind"),
            parent: get("parent"),
            also: get("also"),
            role_text: get("role_text"),
            school_unit_code: get("school_unit_code"),
            municipality_code: get("municipality_code"),
            organisation_number: get("organisation_number"),
            answers: get("answers"),
            valid_from: get("valid_from"),
            revision: get("revision"),
            errors: BTreeMap::new(),
        }
    }

    /// The unit as it is.
    pub fn of(unit: &Unit) -> Self {
        Self {
            name: unit.name.clone(),
            kind: unit.kind.as_str().to_owned(),
            parent: unit.parent.as_ref().map(Id::to_string).unwrap_or_default(),
            also: unit.also.join("\n"),
            role_text: unit.role_text.clone(),
            school_unit_code: unit.school_unit_code.clone().unwrap_or_default(),
            municipality_code: unit.municipality_code.clone().unwrap_or_default(),
            organisation_number: unit.organisation_number.clone().unwrap_or_default(),
            answers: unit.answers.map(Answers::as_str).unwrap_or_default().to_owned(),
            valid_from: unit.valid_from.clone().unwrap_or_default(),
            revision: unit.revision.to_string(),
            errors: BTreeMap::new(),
        }
    }

    /// The fields that somebody may have changed meanwhile, by name: what one of the two forms holds.
    pub fn fields(&self) -> [(&'static str, &str); 9] {
        [
            ("name", &self.name),
            ("kind", &self.kind),
            ("parent", &self.parent),
            ("role_text", &self.role_text),
            ("also", &self.also),
            ("answers", &self.answers),
            ("school_unit_code", &self.school_unit_code),
            ("municipality_code", &self.municipality_code),
            ("organisation_number", &self.organisation_number),
        ]
    }

    /// The same form with one field as the other has it.
    pub fn take(&mut self, field: &str, from: &Self) {
        match field {
            "name" => self.name.clone_from(&from.name),
            "kind" => self.kind.clone_from(&from.kind),
            "parent" => self.parent.clone_from(&from.parent),
            "role_text" => self.role_text.clone_from(&from.role_text),
            "also" => self.also.clone_from(&from.also),
            "answers" => self.answers.clone_from(&from.answers),
            "school_unit_code" => self.school_unit_code.clone_from(&from.school_unit_code),
            "municipality_code" => self.municipality_code.clone_from(&from.municipality_code),
            "organisation_number" => self.organisation_number.clone_from(&from.organisation_number),
            _ => {}
        }
    }

    /// The unit that the form describes; what it does not hold is kept from the unit as it was.
    pub fn new_unit(&self, before: Option<&Unit>) -> NewUnit {
        let kind = UnitKind::parse(&self.kind);
        let code = |text: &str| Some(digits(text)).filter(|code| !code.is_empty());
        NewUnit {
            id: None,
            parent: Id::parse(&self.parent),
            kind,
            name: self.name.clone(),
            also: self.also.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect(),
            role_text: self.role_text.clone(),
            school_unit_code: code(&self.school_unit_code),
            municipality_code: code(&self.municipality_code),
            organisation_number: code(&self.organisation_number),
            details: before.map(|unit| unit.details.clone()).unwrap_or_default(),
            answers: Answers::parse(&self.answers).filter(|_| kind.is_some_and(UnitKind::is_group)),
            valid_from: Some(self.valid_from.clone()).filter(|day| !day.is_empty()),
        }
    }
}

/// What is wrong with a unit that was typed: its own rules, the length of its texts, who answers for a group.
pub(super) fn errors(new: &NewUnit) -> FormErrors {
    let mut errors = new.errors();
    let _trimmed = errors.optional("role_text", &new.role_text, 4_000);
    if new.also.len() > MOST_NAMES || new.also.iter().any(|name| name.chars().count() > 200) {
        errors.add("also", FieldError::TooLong { most: 200 });
    }
    if new.kind.is_some_and(UnitKind::is_group) && new.answers.is_none() {
        errors.add("answers", FieldError::NotAChoice);
    }
    errors
}

/// A code as people write it, without the hyphen and the spaces between its digits.
fn digits(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && !"-–".contains(*character)).collect()
}

/// The kinds as choices.
pub(in crate::pages) fn kind_options(here: &Here, kinds: &[UnitKind]) -> Vec<Choice> {
    let choice = |kind: &UnitKind| Choice {
        value: kind.as_str().to_owned(),
        text: super::super::kind_text(here, kind.as_str()),
    };
    kinds.iter().map(choice).collect()
}
