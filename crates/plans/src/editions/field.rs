//! What a table of actions can show of an action, one column each.

use documents::{Align, Column, Inline};

use super::excerpt::excerpt;
use super::prose::{inlines, joined};
use super::words::LevelWords;
use super::{Words, figures};
use crate::content::{Action, Party, PreventionLevel};
use crate::words::frequency;

/// A column of a table of actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// Its number.
    Number,
    /// Its wording, with target group, level, kinds of violence and training below.
    Action,
    /// Its wording in at most so many characters.
    Excerpt(usize),
    /// Everybody who answers for it, the leading one in bold.
    Responsible,
    /// Who leads.
    Lead,
    /// Who else answers for it.
    With,
    /// How it is followed.
    FollowUp,
    /// Where it is followed up.
    FollowedUpIn,
    /// How often.
    Frequency,
    /// When it is done.
    Time,
    /// Training that belongs to it.
    Training,
}

impl Field {
    /// The column.
    pub(super) fn column(self, levels: &LevelWords, words: Words<'_>) -> Column {
        let title = match self {
            Self::Action | Self::Excerpt(_) => levels.action.one.clone(),
            _ => words.text(&format!("plans-editions-column-{}", self.name())),
        };
        Column::new(title, self.weight(), Align::Start)
    }

    /// What the action has in this column.
    pub(super) fn cell(self, action: &Action, words: Words<'_>) -> Vec<Inline> {
        match self {
            Self::Number => plain(&action.number),
            Self::Action => wording(action, words),
            Self::Excerpt(most) => plain(&excerpt(&action.text, most)),
            Self::Responsible => responsible(action),
            Self::Lead => action.lead.as_ref().map(|party| plain(party.name())).unwrap_or_default(),
            Self::With => plain(&names(&action.co_responsible)),
            Self::FollowUp => follow_up(action, words),
            Self::FollowedUpIn => plain(&action.followed_up_in.join(", ")),
            Self::Frequency => plain(&how_often(action, words)),
            Self::Time => inlines(&action.time_plan.text),
            Self::Training => inlines(&action.training),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Action | Self::Excerpt(_) => "action",
            Self::Responsible => "responsible",
            Self::Lead => "lead",
            Self::With => "with",
            Self::FollowUp => "follow-up",
            Self::FollowedUpIn => "followed-up-in",
            Self::Frequency => "frequency",
            Self::Time => "time",
            Self::Training => "training",
        }
    }

    fn weight(self) -> u16 {
        match self {
            Self::Number => 8,
            Self::Action => 56,
            Self::Excerpt(_) => 84,
            Self::With => 56,
            Self::Responsible | Self::Lead | Self::Training => 32,
            Self::FollowUp => 40,
            Self::FollowedUpIn | Self::Frequency => 20,
            Self::Time => 20,
        }
    }
}

/// How often, in the plan's own words where it has some.
pub(super) fn how_often(action: &Action, words: Words<'_>) -> String {
    let choice = action.frequency.map(|known| words.choice("plan-frequency", frequency(known)));
    if action.frequency_text.is_empty() { choice.unwrap_or_default() } else { action.frequency_text.clone() }
}

/// Names in a row.
pub(super) fn names(parties: &[Party]) -> String {
    parties.iter().map(Party::name).collect::<Vec<_>>().join(", ")
}

fn plain(text: &str) -> Vec<Inline> {
    if text.is_empty() { Vec::new() } else { vec![Inline::text(text)] }
}

fn wording(action: &Action, words: Words<'_>) -> Vec<Inline> {
    let level = action.level.map(PreventionLevel::as_str).map(|level| words.choice("plan-level", level));
    let extras = [
        ("target-group", action.target_group.clone()),
        ("level", level.unwrap_or_default()),
        ("kinds", action.kinds_of_violence.join(", ")),
        ("training", action.training.clone()),
    ];
    let told = extras.into_iter().filter(|(_, text)| !text.is_empty());
    let lines = told
        .map(|(name, text)| vec![Inline::Emphasis(words.with(&format!("plans-editions-{name}"), &[("text", &text)]))]);
    joined(std::iter::once(inlines(&action.text)).chain(lines))
}

fn responsible(action: &Action) -> Vec<Inline> {
    joined(action.parties().map(|(party, leads)| {
        let name = Party::name(party).to_owned();
        vec![if leads { Inline::Strong(name) } else { Inline::Text(name) }]
    }))
}

/// The indicators; more than one each get a mark, so that they are told apart.
fn follow_up(action: &Action, words: Words<'_>) -> Vec<Inline> {
    let several = action.indicators.len() > 1;
    joined(action.indicators.iter().map(|indicator| {
        let mut run = figures::wording(indicator, words);
        if let (true, Some(Inline::Text(first))) = (several, run.first_mut()) {
            first.insert_str(0, "• ");
        }
        run
    }))
}
