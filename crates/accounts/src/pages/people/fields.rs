//! The fields of a role, for a new person and for one who has an account.

use std::collections::BTreeMap;

use identity::{Function, Reach, Role, UnitKind, Verb};
use serde::Serialize;
use web::{Fields, Here, Result};

use super::super::units::form::Choice;
use crate::audit::reaches_all;
use crate::people::Gift;
use crate::unit_list::{self, MOST_TO_CHOOSE};

/// A choice with a line about what it means.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Explained {
    pub value: String,
    pub text: String,
    pub help: String,
}

/// Functions at one kind of unit, as a group of choices.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FunctionGroup {
    pub text: String,
    pub options: Vec<Choice>,
}

/// What was typed.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Form {
    pub name: String,
    pub email: String,
    pub unit: String,
    pub role: String,
    pub reach: String,
    pub function: String,
    pub valid_from: String,
    pub valid_to: String,
    pub revision: String,
    pub errors: BTreeMap<&'static str, String>,
}

/// What there is to choose from.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Choices {
    pub q: String,
    /// Whether there are more units than are shown.
    pub more: bool,
    pub units: Vec<Choice>,
    pub roles: Vec<Explained>,
    pub reaches: Vec<Explained>,
    pub functions: Vec<FunctionGroup>,
}

impl Form {
    /// An empty form at the unit that the address names; a role begins today and goes to the unit and below.
    pub fn at(here: &Here, fields: &Fields) -> Self {
        Self {
            unit: fields.get("unit").to_owned(),
            reach: Reach::default().as_str().to_owned(),
            valid_from: here.db().clock().today().to_string(),
            ..Self::default()
        }
    }

    /// What was sent.
    pub fn read(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).trim().to_owned();
        Self {
            name: get("name"),
            email: get("email"),
            unit: get("unit"),
            role: get("role"),
            reach: get("reach"),
            function: get("function"),
            valid_from: get("valid_from"),
            valid_to: get("valid_to"),
            revision: get("revision"),
            errors: BTreeMap::new(),
        }
    }

    /// The role that the form describes.
    pub fn gift(&self) -> Gift {
        Gift {
            role: self.role.clone(),
            unit: self.unit.clone(),
            function: self.function.clone(),
            reach: self.reach.clone(),
            valid_from: self.valid_from.clone(),
            valid_to: self.valid_to.clone(),
        }
    }
}

impl Choices {
    /// Units within the viewer's reach whose names hold the words, and the one that is chosen already.
    pub async fn of(here: &Here, chosen: &str, words: &str) -> Result<Self> {
        let mut units = unit_list::role_units(here.db(), here.viewer(), chosen, words).await?;
        let more = units.len() > MOST_TO_CHOOSE;
        units.truncate(MOST_TO_CHOOSE);
        // Nobody gives more than they have: all of it only who reaches all of it.
        let all = reaches_all(here.db(), here.viewer(), Verb::Administer).await?;
        let reaches = Reach::ALL.into_iter().filter(|reach| all || *reach != Reach::All);
        Ok(Self {
            q: words.to_owned(),
            more: more || !words.is_empty(),
            units: units.into_iter().map(|unit| Choice { value: unit.value, text: unit.text }).collect(),
            roles: Role::ALL.into_iter().map(|role| explained_role(here, role)).collect(),
            reaches: reaches.map(|reach| explained_reach(here, reach)).collect(),
            functions: functions(here).await?,
        })
    }
}

fn explained_role(here: &Here, role: Role) -> Explained {
    let name = role.as_str().replace('_', "-");
    Explained {
        value: role.as_str().to_owned(),
        text: here.text(&format!("role-{name}")),
        help: here.text(&format!("accounts-picker-what-{name}")),
    }
}

fn explained_reach(here: &Here, reach: Reach) -> Explained {
    let name = reach.as_str();
    Explained {
        value: name.to_owned(),
        text: here.text(&format!("accounts-reach-{name}")),
        help: here.text(&format!("accounts-reach-{name}-help")),
    }
}

async fn functions(here: &Here) -> Result<Vec<FunctionGroup>> {
    let mut groups: Vec<FunctionGroup> = Vec::new();
    for function in Function::list(here.db()).await? {
        let kind = UnitKind::parse(&function.unit_kind).unwrap_or(UnitKind::Other);
        let text = super::super::kind_text(here, kind.as_str());
        let option = Choice { value: function.id.to_string(), text: function.name };
        match groups.iter_mut().find(|group| group.text == text) {
            Some(group) => group.options.push(option),
            None => groups.push(FunctionGroup { text, options: vec![option] }),
        }
    }
    groups.sort_by_key(|group| swedish::sort_key(&group.text));
    Ok(groups)
}

/// Choices for a sample.
pub(super) fn sample() -> Choices {
    let explained = |value: &str, text: &str| Explained {
        value: value.to_owned(),
        text: text.to_owned(),
        help: "Läser och svarar.".to_owned(),
    };
    let choice = |value: &str, text: &str| Choice { value: value.to_owned(), text: text.to_owned() };
    Choices {
        q: String::new(),
        more: true,
        units: vec![choice("bjorkhamra", "Björkhamra kommun")],
        roles: vec![explained("reporter", "Rapportör")],
        reaches: vec![explained("own", "Bara enheten")],
        functions: vec![FunctionGroup { text: "Skolenhet".to_owned(), options: vec![choice("rektor", "Rektor")] }],
    }
}
