//! The whole plan: texts, goals with all that stands under them, the bodies, the plan's own rules, fact sheets.

use documents::{Align, Block, Column, Document, Inline, Style, Table, TableRow};

use super::field::Field;
use super::prose::{self, bullets, heading, inlines};
use super::table::Columns;
use super::words::LevelWords;
use super::{About, Words, actors, figures};
use crate::content::{Action, Content, Expectation, FactSheet, Goal, Indicator, Rules};
use crate::plan::support::GoalElsewhere;

const FIELDS: [Field; 7] = [
    Field::Number,
    Field::Action,
    Field::Responsible,
    Field::FollowUp,
    Field::FollowedUpIn,
    Field::Frequency,
    Field::Time,
];

/// What a body's part is told by: the action itself stands under its goal, with all that belongs to it.
const OF_A_BODY: [Field; 3] = [Field::Number, Field::Excerpt(WHOLE), Field::Time];

/// More than any wording of an action.
const WHOLE: usize = 100_000;

/// A plan with more actions than this begins each goal on a page of its own: a goal can then be handed out by itself, and
/// goals are set at the same time.
const MANY: usize = 20;

/// One rendering of a plan.
struct Full<'a> {
    content: &'a Content,
    about: &'a About,
    levels: &'a LevelWords,
    columns: Columns<'a>,
    words: Words<'a>,
    blocks: Vec<Block>,
}

pub(super) fn document(content: &Content, about: &About, frame: Document, words: Words<'_>) -> Document {
    let levels = words.levels(content);
    let columns = Columns::new(content, &FIELDS, &levels, words);
    let mut full = Full { content, about, levels: &levels, columns, words, blocks: Vec::new() };
    full.blocks.extend(about.note(words));
    full.summary();
    full.introduction();
    for goal in &content.goals {
        full.turn_page();
        full.goal(goal);
    }
    full.turn_page();
    full.loose_actions();
    full.bodies();
    full.rules(&content.rules);
    full.fact_sheets();
    let blocks = full.blocks;
    let style = Style { cover: true, contents: true, depth: 1, ..Style::default() };
    Document { facts: about.facts(content, words), style, blocks, ..frame }
}

impl Full<'_> {
    fn head(&mut self, level: u8, number: &str, text: impl Into<String>) {
        self.blocks.push(heading(level, number, text, None));
    }

    /// Begins a page where goals stand on pages of their own.
    fn turn_page(&mut self) {
        if self.content.action_count() > MANY {
            self.blocks.push(Block::PageBreak);
        }
    }

    fn summary(&mut self) {
        if !self.content.summary.trim().is_empty() {
            self.head(1, "", self.words.text("plans-editions-summary"));
            self.blocks.push(Block::Lead(inlines(&self.content.summary)));
        }
    }

    fn introduction(&mut self) {
        for section in &self.content.introduction {
            self.head(1, "", section.heading.clone());
            self.blocks.extend(prose::blocks(&section.text));
        }
    }

    fn goal(&mut self, goal: &Goal) {
        let levels = self.levels;
        self.blocks.push(heading(1, &goal.number, goal.title.clone(), Some(goal.id.to_string())));
        self.blocks.extend(prose::blocks(&goal.text));
        self.supports(goal);
        for (name, items) in
            [(&levels.precondition, &goal.preconditions), (&levels.development_area, &goal.development_areas)]
        {
            if let Some(list) = bullets(items.iter().map(|item| item.text.as_str())) {
                self.head(2, "", name.many.clone());
                self.blocks.push(list);
            }
        }
        self.measures(goal);
        self.actions(&goal.actions, 2);
        if !goal.indicators.is_empty() {
            self.head(2, "", self.words.text("plans-editions-goal-follow-up"));
            self.indicators(&goal.indicators);
        }
    }

    /// The goal of the plan above that it supports, where the reader may see that plan.
    fn supports(&mut self, goal: &Goal) {
        let is_meant = |above: &&GoalElsewhere| goal.supports.as_ref().is_some_and(|id| id.as_str() == above.id);
        if let Some(above) = self.about.above.iter().find(is_meant) {
            let values = [("goal", above.name()), ("plan", above.plan_title.clone())];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            self.blocks.push(Block::Paragraph(vec![Inline::Emphasis(self.words.with("plan-goal-supports", &values))]));
        }
    }

    fn measures(&mut self, goal: &Goal) {
        if goal.measures.is_empty() {
            return;
        }
        self.head(2, "", self.levels.measure.many.clone());
        for measure in &goal.measures {
            self.blocks.push(Block::Paragraph(vec![Inline::Strong(measure.text.clone())]));
            self.indicators(&measure.indicators);
        }
    }

    /// Indicators as a list, or as a table where they have figures or sources.
    fn indicators(&mut self, indicators: &[Indicator]) {
        let words = self.words;
        let ends = |indicator: &Indicator| {
            [&indicator.baseline, &indicator.target]
                .map(|figure| figure.as_ref().map(|figure| figures::text(figure, indicator, words)).unwrap_or_default())
        };
        let bare = |one: &Indicator| one.baseline.is_none() && one.target.is_none() && one.source.is_empty();
        if indicators.iter().all(bare) {
            self.blocks.extend(bullets(indicators.iter().map(|indicator| indicator.text.as_str())));
            return;
        }
        let column = |name: &str, weight| {
            Column::new(words.text(&format!("plans-editions-column-{name}")), weight, Align::Start)
        };
        let columns = vec![column("indicator", 50), column("baseline", 22), column("target", 22), column("source", 26)];
        let row = |indicator: &Indicator| {
            let [baseline, target] = ends(indicator);
            TableRow::of([indicator.text.clone(), baseline, target, indicator.source.clone()])
        };
        let rows = indicators.iter().map(row).collect();
        self.blocks.push(Block::Table(Table { caption: None, columns, rows, header_column: true }));
    }

    fn actions(&mut self, actions: &[Action], level: u8) {
        if let Some(table) = self.columns.table(String::new(), actions.iter()) {
            self.head(level, "", self.levels.action.many.clone());
            self.blocks.push(table);
        }
        self.expectations(actions, level);
    }

    fn loose_actions(&mut self) {
        let content = self.content;
        self.actions(&content.actions, 1);
    }

    /// What the actions expect of whom.
    fn expectations(&mut self, actions: &[Action], level: u8) {
        let words = self.words;
        let rows: Vec<TableRow> = actions
            .iter()
            .flat_map(|action| action.expectations.iter().map(move |expectation| expected(action, expectation, words)))
            .collect();
        if rows.is_empty() {
            return;
        }
        self.head(level, "", words.text("plans-editions-expectations"));
        let columns = [("number", 8), ("audience", 26), ("what", 56), ("by", 20), ("help", 30)];
        let columns = columns.map(|(name, weight)| {
            Column::new(words.text(&format!("plans-editions-column-{name}")), weight, Align::Start)
        });
        self.blocks.push(Block::Table(Table { caption: None, columns: columns.to_vec(), rows, header_column: true }));
    }

    fn bodies(&mut self) {
        let parts = crate::actors::by_actor(self.content);
        if parts.is_empty() {
            return;
        }
        self.head(1, "", self.words.text("plans-editions-bodies"));
        let columns = Columns::new(self.content, &OF_A_BODY, self.levels, self.words);
        for part in &parts {
            self.blocks.extend(actors::brief(part, &columns, self.words));
        }
    }

    fn rules(&mut self, rules: &Rules) {
        let words = self.words;
        let every = |key: &str, years: Option<u8>| years.map(|years| words.count(key, u32::from(years)));
        let first = rules
            .first_revision
            .map(|year| words.with("plans-editions-first-revision", &[("year", &year.to_string())]));
        let sentences = [
            every("plans-editions-review-every", rules.review_every),
            every("plans-editions-evaluate-every", rules.evaluate_every),
            first,
            rules.report_every.map(|every| words.choice("plans-editions-report", crate::words::frequency(every))),
            (!rules.assessment_scale.is_empty()).then(|| {
                words.with("plans-editions-assessment-scale", &[("scale", &rules.assessment_scale.join(", "))])
            }),
        ];
        if let Some(list) = bullets(sentences.iter().flatten().map(String::as_str)) {
            self.head(1, "", words.text("plans-editions-rules"));
            self.blocks.push(list);
        }
    }

    fn fact_sheets(&mut self) {
        let words = self.words;
        let told = |sheet: &FactSheet| FactSheet { history: Vec::new(), ..sheet.clone() } != FactSheet::default();
        let mut sheets = self.content.indicators().map(|(_, one)| one).filter(|one| told(&one.fact_sheet)).peekable();
        if sheets.peek().is_none() {
            return;
        }
        self.blocks.push(heading(1, "", words.text("plans-editions-fact-sheets"), None));
        for indicator in sheets {
            let sheet = &indicator.fact_sheet;
            let facts = [
                ("definition", &sheet.definition),
                ("purpose", &sheet.purpose),
                ("method", &sheet.method),
                ("limits", &sheet.limits),
                ("source", &indicator.source),
            ];
            let told = facts.into_iter().filter(|(_, text)| !text.is_empty());
            let facts = told.map(|(name, text)| (words.text(&format!("plans-editions-sheet-{name}")), inlines(text)));
            self.blocks.push(heading(2, "", indicator.text.clone(), Some(indicator.id.to_string())));
            self.blocks.push(Block::Facts(facts.collect()));
        }
    }
}

fn expected(action: &Action, expectation: &Expectation, words: Words<'_>) -> TableRow {
    let audience = [expectation.audience.function.clone(), kind(&expectation.audience.unit_kind, words)];
    let audience: Vec<String> = audience.into_iter().filter(|part| !part.is_empty()).collect();
    let by = match expectation.by.parse() {
        Ok(date) => words.date(date),
        Err(_) => yearly(&expectation.by, words),
    };
    let minutes = expectation.minutes.map(|minutes| {
        let (key, count) = web::duration(minutes);
        words.count(key, count)
    });
    let by: Vec<String> = [Some(by).filter(|by| !by.is_empty()), minutes].into_iter().flatten().collect();
    TableRow::of([
        action.number.clone(),
        audience.join(", "),
        expectation.what.clone(),
        by.join(", "),
        expectation.help.clone(),
    ])
}

/// The kind of unit in words, where it is one of the known kinds.
fn kind(name: &str, words: Words<'_>) -> String {
    match identity::UnitKind::parse(name) {
        Some(known) => words.choice("unit-kind", known.as_str()),
        None => name.to_owned(),
    }
}

/// `MM-DD` in words; anything else as it is.
fn yearly(by: &str, words: Words<'_>) -> String {
    // A leap year, so that the last of February is a day too.
    match format!("2024-{by}").parse::<jiff::civil::Date>() {
        Ok(date) if by.len() == 5 => {
            let day = words.date(date);
            words.with("plans-editions-every-year", &[("day", day.trim_end_matches(" 2024"))])
        }
        _ => by.to_owned(),
    }
}
