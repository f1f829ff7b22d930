//! Rows of actions.

use base::Id;
use jiff::civil::Date;
use swedish::fold;

use super::{Desk, Item, required};
use crate::content::{Action, Party, PreventionLevel};
use crate::editions::Words;
use crate::words::{FREQUENCIES, frequency};
use crate::workbook::column::Column;
use crate::workbook::text::entries;
use crate::workbook::{RowKind, UnreadKind};

impl Item for Action {
    const KIND: RowKind = RowKind::Action;

    fn new(id: Id) -> Self {
        Self::new(id, "", "")
    }

    fn id(&self) -> &Id {
        &self.id
    }

    fn shown(&self, column: Column, words: Words<'_>) -> String {
        match column {
            Column::Section => self.section.clone(),
            Column::Number => self.number.clone(),
            Column::Text => self.text.clone(),
            Column::Lead => self.lead.iter().map(Party::name).collect(),
            Column::With => self.co_responsible.iter().map(Party::name).collect::<Vec<_>>().join("\n"),
            Column::Frequency => {
                self.frequency.map(|known| words.choice("plan-frequency", frequency(known))).unwrap_or_default()
            }
            Column::FrequencyText => self.frequency_text.clone(),
            Column::TimePlan => self.time_plan.text.clone(),
            Column::From => self.time_plan.from.clone().unwrap_or_default(),
            Column::To => self.time_plan.to.clone().unwrap_or_default(),
            Column::FollowedUpIn => self.followed_up_in.join("\n"),
            Column::Level => self.level.map(|level| words.choice("plan-level", level.as_str())).unwrap_or_default(),
            Column::KindsOfViolence => self.kinds_of_violence.join("\n"),
            Column::TargetGroup => self.target_group.clone(),
            Column::Training => self.training.clone(),
            _ => String::new(),
        }
    }

    fn take(&mut self, column: Column, text: &str, desk: &Desk<'_>) -> Result<(), UnreadKind> {
        match column {
            Column::Section => text.clone_into(&mut self.section),
            Column::Number => text.clone_into(&mut self.number),
            Column::Text => self.text = required(text)?,
            Column::Lead => self.lead = (!text.is_empty()).then(|| desk.party(text)),
            Column::With => self.co_responsible = parties(&self.co_responsible, text, desk),
            Column::Frequency => {
                let choices = FREQUENCIES.map(|known| (known, frequency(known)));
                self.frequency = desk.choice("plan-frequency", &choices, text)?;
            }
            Column::FrequencyText => text.clone_into(&mut self.frequency_text),
            Column::TimePlan => text.clone_into(&mut self.time_plan.text),
            Column::From => self.time_plan.from = day(text)?,
            Column::To => self.time_plan.to = day(text)?,
            Column::FollowedUpIn => self.followed_up_in = entries(text),
            Column::Level => {
                let choices = PreventionLevel::ALL.map(|level| (level, level.as_str()));
                self.level = desk.choice("plan-level", &choices, text)?;
            }
            Column::KindsOfViolence => self.kinds_of_violence = entries(text),
            Column::TargetGroup => text.clone_into(&mut self.target_group),
            Column::Training => text.clone_into(&mut self.training),
            _ => {}
        }
        Ok(())
    }

    fn bump(&mut self) {
        self.revision += 1;
    }
}

/// The named; those who answered for the action before stay who they were.
fn parties(before: &[Party], text: &str, desk: &Desk<'_>) -> Vec<Party> {
    let known = |name: &str| before.iter().find(|party| fold(party.name()) == fold(name)).cloned();
    entries(text).iter().map(|name| known(name).unwrap_or_else(|| desk.party(name))).collect()
}

fn day(text: &str) -> Result<Option<String>, UnreadKind> {
    if text.is_empty() {
        return Ok(None);
    }
    let day: Date = text.parse().map_err(|_| UnreadKind::Date)?;
    Ok(Some(day.to_string()))
}
