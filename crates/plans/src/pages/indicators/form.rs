//! The form of an indicator.

use base::{FieldError, FormErrors};
use jiff::civil::Date;
use web::{Fields, Here};

use crate::content::{Direction, Figure, Indicator, IndicatorKind, Redefinition};
use crate::pages::form::{Texts, lines};
use crate::words::{INDICATOR_KINDS, about_people, asked_of, indicator_kind};

/// The form's fields.
pub(super) const NAMES: [&str; 18] = [
    "text",
    "kind",
    "direction",
    "per",
    "scale_from",
    "scale_to",
    "baseline",
    "baseline_when",
    "target",
    "target_when",
    "breakdowns",
    "asked_of",
    "about_people",
    "source",
    "definition",
    "purpose",
    "method",
    "limits",
];

/// What the form shows of an indicator.
pub(super) fn texts(indicator: &Indicator) -> Texts {
    let written =
        |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.written(indicator.kind)).unwrap_or_default();
    let when = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.when.clone()).unwrap_or_default();
    let sheet = &indicator.fact_sheet;
    Texts::from([
        ("text", indicator.text.clone()),
        ("kind", indicator_kind(indicator.kind).to_owned()),
        ("direction", indicator.direction.map(Direction::as_str).unwrap_or_default().to_owned()),
        ("per", indicator.per.map(|per| per.to_string()).unwrap_or_default()),
        ("scale_from", indicator.scale.map(|(low, _)| low.to_string()).unwrap_or_default()),
        ("scale_to", indicator.scale.map(|(_, high)| high.to_string()).unwrap_or_default()),
        ("baseline", written(&indicator.baseline)),
        ("baseline_when", when(&indicator.baseline)),
        ("target", written(&indicator.target)),
        ("target_when", when(&indicator.target)),
        ("breakdowns", indicator.breakdowns.join("\n")),
        ("asked_of", asked_of(indicator.of_lead).to_owned()),
        ("about_people", about_people(indicator.about_people).to_owned()),
        ("source", indicator.source.clone()),
        ("definition", sheet.definition.clone()),
        ("purpose", sheet.purpose.clone()),
        ("method", sheet.method.clone()),
        ("limits", sheet.limits.clone()),
    ])
}

/// What the form sent, checked.
pub(super) struct Sent {
    indicator: Indicator,
    /// What was changed and why.
    change: String,
}

impl Sent {
    pub(super) fn read(fields: &Fields) -> std::result::Result<Self, FormErrors> {
        let mut errors = FormErrors::default();
        let kind = INDICATOR_KINDS.into_iter().find(|kind| indicator_kind(*kind) == fields.get("kind"));
        if kind.is_none() {
            errors.add("kind", FieldError::NotAChoice);
        }
        let kind = kind.unwrap_or(IndicatorKind::Text);
        let mut indicator =
            Indicator::new(base::Id::default(), kind, errors.required("text", fields.get("text"), 1000));
        indicator.direction = Direction::parse(fields.get("direction"));
        indicator.per = (kind == IndicatorKind::Rate).then(|| per(&mut errors, fields)).flatten();
        indicator.scale = if kind == IndicatorKind::Mean { scale(&mut errors, fields) } else { None };
        indicator.baseline = figure(&mut errors, fields, &indicator, ["baseline", "baseline_when"]);
        indicator.target = figure(&mut errors, fields, &indicator, ["target", "target_when"]);
        indicator.breakdowns = lines(&errors.optional("breakdowns", fields.get("breakdowns"), 2000));
        indicator.of_lead = fields.get("asked_of") == asked_of(true);
        indicator.about_people = fields.get("about_people") == about_people(true);
        indicator.source = errors.optional("source", fields.get("source"), 1000);
        let sheet = &mut indicator.fact_sheet;
        sheet.definition = errors.optional("definition", fields.get("definition"), 5000);
        sheet.purpose = errors.optional("purpose", fields.get("purpose"), 5000);
        sheet.method = errors.optional("method", fields.get("method"), 5000);
        sheet.limits = errors.optional("limits", fields.get("limits"), 5000);
        let change = errors.optional("change", fields.get("change"), 1000);
        errors.check().map(|()| Self { indicator, change })
    }

    /// Writes what was sent into an indicator, whose id and history stay.
    pub(super) fn apply(self, indicator: &mut Indicator) {
        let mut sent = self.indicator;
        sent.id = std::mem::take(&mut indicator.id);
        sent.revision = indicator.revision;
        sent.fact_sheet.history = std::mem::take(&mut indicator.fact_sheet.history);
        *indicator = sent;
    }

    /// Writes what was sent into an indicator that was there before. Where it comes to mean something else, the sentence about what and why
    /// goes into its history.
    ///
    /// # Errors
    /// When that sentence is missing.
    pub(super) fn redefine(self, indicator: &mut Indicator, today: Date) -> std::result::Result<(), FormErrors> {
        if self.redefines(indicator) {
            if self.change.is_empty() {
                let mut errors = FormErrors::default();
                errors.add("change", FieldError::Missing);
                return Err(errors);
            }
            let what = self.change.clone();
            indicator.fact_sheet.history.push(Redefinition { on: today.to_string(), what });
        }
        self.apply(indicator);
        indicator.revision += 1;
        Ok(())
    }

    /// Whether kind, wording or definition change. A definition that is written for the first time changes none.
    fn redefines(&self, before: &Indicator) -> bool {
        let (old, new) = (&before.fact_sheet.definition, &self.indicator.fact_sheet.definition);
        self.indicator.kind != before.kind || self.indicator.text != before.text || (!old.is_empty() && old != new)
    }
}

/// A rate's base; the usual one when nothing is written.
fn per(errors: &mut FormErrors, fields: &Fields) -> Option<u32> {
    let digits: String = fields.get("per").chars().filter(|character| !character.is_whitespace()).collect();
    if digits.is_empty() {
        return Some(100_000);
    }
    let per = digits.parse().ok().filter(|per| *per > 0);
    if per.is_none() {
        errors.add("per", FieldError::NotANumber);
    }
    per
}

/// A mean's lowest and highest step: both or none.
fn scale(errors: &mut FormErrors, fields: &Fields) -> Option<(i32, i32)> {
    let (from, to) = (fields.get("scale_from").trim(), fields.get("scale_to").trim());
    if from.is_empty() && to.is_empty() {
        return None;
    }
    let (low, high) = (from.parse().ok(), to.parse().ok());
    match (low, high) {
        (Some(low), Some(high)) if low < high => return Some((low, high)),
        (Some(_), Some(_)) => errors.add("scale_to", FieldError::TooEarly),
        (low, _) => errors.add(if low.is_none() { "scale_from" } else { "scale_to" }, FieldError::NotANumber),
    }
    None
}

/// A figure with its year or date; a mean has to lie on its scale.
fn figure(errors: &mut FormErrors, fields: &Fields, indicator: &Indicator, names: [&'static str; 2]) -> Option<Figure> {
    let [name, when] = names;
    let text = errors.optional(name, fields.get(name), 500);
    let when = errors.optional(when, fields.get(when), 40);
    if text.is_empty() {
        if !when.is_empty() {
            errors.add(name, FieldError::Missing);
        }
        return None;
    }
    let on_scale = |figure: &Figure| match (indicator.scale, figure.value) {
        (Some((low, high)), Some(value)) => (f64::from(low)..=f64::from(high)).contains(&value),
        _ => true,
    };
    let figure = Figure::read(indicator.kind, &text).ok().filter(on_scale);
    if figure.is_none() {
        errors.add(name, FieldError::NotANumber);
    }
    figure.map(|figure| Figure { when, ..figure })
}

/// What is wrong, in words: for figures with how one of that kind is written.
pub(super) fn errors(here: &Here, errors: &FormErrors, kind: &str) -> Texts {
    let mut texts = here.errors(errors);
    for name in ["baseline", "target"] {
        if errors.0.get(name) == Some(&FieldError::NotANumber) {
            texts.insert(name, here.text(&format!("plans-figure-error-{}", kind.replace('_', "-"))));
        }
    }
    if errors.0.contains_key("scale_to") {
        texts.insert("scale_to", here.text("plans-indicator-scale-error"));
    }
    if errors.0.get("change") == Some(&FieldError::Missing) {
        texts.insert("change", here.text("plans-indicator-change-missing"));
    }
    texts
}
