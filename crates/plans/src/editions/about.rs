//! What stands around a plan in each edition: who decided what when, and the running lines.

use db::Db;
use documents::{Block, Document, Inline, Labels, Language};
use identity::Viewer;
use jiff::civil::Date;
use sheets::write::{Sheet, Workbook};

use super::{Words, midnight};
use crate::content::Content;
use crate::plan::support::GoalElsewhere;
use crate::plan::{Plan, PlanState};
use crate::version::{Decision, Version};
use crate::workbook::Basis;

/// What an edition says about the plan besides its content.
#[derive(Debug, Clone)]
pub struct About {
    /// The body that owns it.
    pub owner: String,
    /// The version's number.
    pub version: i64,
    /// How often the version was saved.
    pub revision: i64,
    /// The decision; none for a draft.
    pub decision: Option<Decision>,
    /// Where the plan is in its life.
    pub state: PlanState,
    /// The last day it was extended to, and why; of the version that counts alone.
    pub extension: Option<(Date, String)>,
    /// The day it was closed, and why.
    pub closing: Option<(Date, String)>,
    /// The goals of the plan above.
    pub above: Vec<GoalElsewhere>,
    /// The day of the decision, or the day the draft was saved last. Every file carries it, so that the same version always
    /// gives the same bytes.
    pub date: Date,
    /// The language of the plan's text. Swedish authorities write Swedish (språklagen 2009:600, 10 §), whatever language
    /// the words around it are in.
    pub language: Language,
}

impl About {
    /// What editions of a version say about its plan to this viewer.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn load(db: &Db, viewer: &Viewer, plan: &Plan, version: &Version) -> db::Result<Self> {
        let above = plan.goals_above(db, viewer).await?;
        Ok(Self { above, ..Self::of(plan, version, db.clock().today()) })
    }

    fn of(plan: &Plan, version: &Version, today: Date) -> Self {
        let saved = base::in_stockholm(version.changed_at).date();
        let counts = plan.adopted.as_ref() == Some(&version.id);
        let because = |day: Option<Date>, reason: &str| day.filter(|_| counts).map(|day| (day, reason.to_owned()));
        Self {
            owner: plan.owner_name.clone(),
            version: version.number,
            revision: version.revision,
            decision: version.decision.clone(),
            state: plan.state(today),
            extension: because(plan.extended_to, &plan.extension_reason),
            closing: because(plan.closed_on, &plan.closing_reason),
            above: Vec::new(),
            date: version.decision.as_ref().map_or(saved, |decision| decision.date),
            language: Language::Swedish,
        }
    }

    /// What all editions share.
    pub(super) fn frame(&self, content: &Content, words: Words<'_>) -> Document {
        let reference = self.decision.as_ref().map(|decision| decision.diary_number.clone());
        Document {
            title: content.title.clone(),
            subtitle: (!content.title.contains(&content.period.to_string())).then(|| content.period.to_string()),
            language: self.language,
            publisher: Some(self.owner.clone()),
            date: Some(self.date.to_string()),
            reference: reference.filter(|number| !number.is_empty()),
            description: Some(content.summary.clone()).filter(|summary| !summary.is_empty()),
            labels: labels(words),
            running: Some(self.running(words)),
            footer: Some(self.owner.clone()),
            ..Document::default()
        }
    }

    /// The facts of the cover.
    pub(super) fn facts(&self, content: &Content, words: Words<'_>) -> Vec<(String, String)> {
        let mut facts = vec![("owner", self.owner.clone()), ("period", content.period.to_string())];
        if let Some(decision) = &self.decision {
            facts.push(("decided-by", decision.body.clone()));
            facts.push(("decided-on", words.date(decision.date)));
            facts.push(("paragraph", decision.paragraph.clone()));
            facts.push(("diary-number", decision.diary_number.clone()));
            facts.push(("in-force-from", words.date(decision.in_force_from)));
        }
        let because = |because: &Option<(Date, String)>| {
            let (day, reason) = because.as_ref()?;
            Some(words.with("plans-editions-because", &[("day", &words.date(*day)), ("reason", reason)]))
        };
        facts.extend(because(&self.extension).map(|text| ("extended-to", text)));
        facts.extend(because(&self.closing).map(|text| ("closed-on", text)));
        facts.push(("version", self.version_text(words)));
        let told = facts.into_iter().filter(|(_, text)| !text.trim().is_empty());
        told.map(|(name, text)| (words.text(&format!("plans-editions-fact-{name}")), text)).collect()
    }

    /// The facts that fit beside the title of a list.
    pub(super) fn few_facts(&self, content: &Content, words: Words<'_>) -> Vec<(String, String)> {
        let all = self.facts(content, words);
        let wanted = ["owner", "decided-on", "version"].map(|name| words.text(&format!("plans-editions-fact-{name}")));
        all.into_iter().filter(|(name, _)| wanted.contains(name)).collect()
    }

    /// A word of warning over what nobody has decided yet, and over what counts no longer.
    pub(super) fn note(&self, words: Words<'_>) -> Option<Block> {
        let text = match (&self.decision, &self.closing, self.state) {
            (Some(_), Some((day, _)), _) => words.with("plans-editions-closed", &[("day", &words.date(*day))]),
            (Some(_), None, _) => return None,
            (None, _, PlanState::Consultation) => words.text("plans-editions-in-consultation"),
            (None, ..) => words.text("plans-editions-draft"),
        };
        Some(Block::Note(vec![Inline::text(text)]))
    }

    /// The workbook around sheets.
    pub(super) fn workbook(&self, content: &Content, sheets: Vec<Sheet>) -> Workbook {
        Workbook {
            title: content.title.clone(),
            author: Some(self.owner.clone()),
            created: midnight(self.date),
            sheets,
        }
    }

    /// What a workbook says it was made from.
    pub(super) fn basis(&self) -> Basis {
        Basis { version: self.version, revision: self.revision }
    }

    fn version_text(&self, words: Words<'_>) -> String {
        let number = self.version.to_string();
        let key = if self.decision.is_some() { "plans-editions-version" } else { "plans-editions-version-draft" };
        words.with(key, &[("number", &number), ("date", &words.date(self.date))])
    }

    fn running(&self, words: Words<'_>) -> String {
        let (number, date) = (self.version.to_string(), words.date(self.date));
        let reference = self.decision.as_ref().map(|decision| decision.diary_number.as_str()).unwrap_or_default();
        let values = [("number", number.as_str()), ("date", &date), ("reference", reference)];
        match (&self.decision, reference) {
            (None, _) => words.with("plans-editions-running-draft", &values),
            (Some(_), "") => words.with("plans-editions-running", &values),
            (Some(_), _) => words.with("plans-editions-running-reference", &values),
        }
    }
}

fn labels(words: Words<'_>) -> Labels {
    Labels {
        contents: words.text("plans-editions-contents"),
        page_of: words.with("plans-editions-page", &[("page", "{page}"), ("pages", "{pages}")]),
    }
}
