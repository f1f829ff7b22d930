//! A question as the form in which it is written, and back.

use std::collections::BTreeMap;

use base::{FieldError, FormErrors};
use forms::{Breakdown, Field, Form, Kind, Label, Need, When};
use web::Fields;

use super::labels::{both, key, labels, lines, own};

/// Texts by field name.
pub(super) type Texts = BTreeMap<&'static str, String>;

/// The kinds of question, as they are offered.
pub(super) const KINDS: [&str; 12] =
    ["number", "decimal", "share", "rate", "mean", "state", "choice", "choices", "table", "long", "text", "date"];

/// The needs, as they are offered.
pub(super) const NEEDS: [(&str, Need); 3] =
    [("required", Need::Required), ("or_reason", Need::OrReason), ("optional", Need::Optional)];

/// The form's fields that are texts.
pub(super) const NAMES: [&str; 25] = [
    "part",
    "label",
    "label_en",
    "help",
    "help_en",
    "kind",
    "need",
    "options",
    "options_en",
    "rows",
    "rows_en",
    "columns",
    "columns_en",
    "least",
    "most",
    "per",
    "from",
    "to",
    "characters",
    "breakdown",
    "breakdown_en",
    "categories",
    "categories_en",
    "follow",
    "about_people",
];

/// Most choices, rows, columns or categories.
const MOST_LABELS: usize = 60;

/// What the form calls a kind.
pub(super) fn kind_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text { long: false, .. } => "text",
        Kind::Text { .. } => "long",
        Kind::Number { whole: true, .. } => "number",
        Kind::Number { .. } => "decimal",
        Kind::Share => "share",
        Kind::Rate { .. } => "rate",
        Kind::Mean { .. } => "mean",
        Kind::State => "state",
        Kind::Choice { many: false, .. } => "choice",
        Kind::Choice { .. } => "choices",
        Kind::Date => "date",
        Kind::Table { .. } => "table",
    }
}

/// A question that is not there yet, in the part with that number.
pub(super) fn new_texts(part: usize) -> Texts {
    let mut texts: Texts = NAMES.map(|name| (name, String::new())).into();
    texts.insert("part", part.to_string());
    texts.insert("kind", "number".to_owned());
    texts.insert("need", "required".to_owned());
    texts.insert("per", "1000".to_owned());
    texts.insert("from", "1".to_owned());
    texts.insert("to", "5".to_owned());
    texts.insert("characters", "2000".to_owned());
    texts.insert("least", "0".to_owned());
    texts
}

/// What the form shows of a question in the part with that number.
pub(super) fn texts(field: &Field, part: usize) -> Texts {
    let mut texts = new_texts(part);
    let mut set = |name, text: String| texts.insert(name, text);
    let (sv, en) = both(&field.label);
    set("label", sv);
    set("label_en", en);
    let (sv, en) = field.help.as_ref().map(both).unwrap_or_default();
    set("help", sv);
    set("help_en", en);
    set("kind", kind_of(&field.kind).to_owned());
    set("need", NEEDS.iter().find(|(_, need)| *need == field.need).map_or("", |(name, _)| *name).to_owned());
    set("follow", if field.series.is_some() { "true" } else { "" }.to_owned());
    set("about_people", if field.about_people { "true" } else { "" }.to_owned());
    let mut list = |name, name_en, labels: &[Label]| {
        let (sv, en) = lines(labels);
        set(name, sv);
        set(name_en, en);
    };
    match &field.kind {
        Kind::Choice { options, .. } => list("options", "options_en", options),
        Kind::Table { rows, columns } => {
            list("rows", "rows_en", rows);
            list("columns", "columns_en", columns);
        }
        _ => {}
    }
    if let Some(breakdown) = field.breakdowns.first() {
        list("categories", "categories_en", &breakdown.categories);
        let (sv, en) = both(&breakdown.words);
        set("breakdown", sv);
        set("breakdown_en", en);
    }
    limits(&field.kind, &mut set);
    texts
}

fn limits(kind: &Kind, set: &mut impl FnMut(&'static str, String) -> Option<String>) {
    let decimal = |number: &Option<f64>| number.map(|number| number.to_string().replace('.', ",")).unwrap_or_default();
    match kind {
        Kind::Number { least, most, .. } => {
            set("least", decimal(least));
            set("most", decimal(most));
        }
        Kind::Rate { per } => {
            set("per", per.to_string());
        }
        Kind::Mean { least, most } => {
            set("from", least.to_string());
            set("to", most.to_string());
        }
        Kind::Text { most, .. } => {
            set("characters", most.to_string());
        }
        _ => {}
    }
}

/// A question with the number of the part it is to stand in.
pub(super) struct Sent {
    pub(super) part: usize,
    pub(super) field: Field,
}

/// What the form sent, checked against the form it is to stand in; `old` is the question as it was. A breakdown after the first
/// is not shown and stays.
pub(super) fn read(fields: &Fields, form: &Form, old: Option<&Field>, series: &str) -> Result<Sent, FormErrors> {
    let mut errors = FormErrors::default();
    let part = fields.number("part").filter(|part| *part < form.parts.len());
    if part.is_none() {
        errors.add("part", FieldError::NotAChoice);
    }
    let label = errors.required("label", fields.get("label"), 500);
    let label_en = errors.optional("label_en", fields.get("label_en"), 500);
    let help = errors.optional("help", fields.get("help"), 1000);
    let help_en = errors.optional("help_en", fields.get("help_en"), 1000);
    let need = NEEDS.iter().find(|(name, _)| *name == fields.get("need")).map(|(_, need)| *need);
    if need.is_none() {
        errors.add("need", FieldError::NotAChoice);
    }
    let kind = kind(fields, old, &mut errors);
    let when = when(fields, &mut errors);
    let breakdown = breakdown(fields, old, &mut errors);
    let key = old.map_or_else(|| key(&label, |key| form.field(key).is_some()), |old| old.key.clone());
    let mut field = Field::new(key, own(label, label_en), kind.unwrap_or(Kind::State)).needed(need.unwrap_or_default());
    field.help = (!help.is_empty()).then(|| own(help, help_en));
    field.when = when;
    if field.is_figure() {
        let others = old.map(|old| old.breakdowns.iter().skip(1).cloned().collect()).unwrap_or_default();
        field.breakdowns = breakdown.into_iter().chain::<Vec<Breakdown>>(others).collect();
        let followed = fields.get("follow") == "true";
        let known = old.and_then(|old| old.series.clone());
        field.series = followed.then(|| known.unwrap_or_else(|| format!("{series}-{}", field.key)));
    }
    field.about_people = fields.get("about_people") == "true";
    errors.check().map(|()| Sent { part: part.unwrap_or_default(), field })
}

fn kind(fields: &Fields, old: Option<&Field>, errors: &mut FormErrors) -> Option<Kind> {
    let none: &[Label] = &[];
    let (options, rows, columns) = match old.map(|old| &old.kind) {
        Some(Kind::Choice { options, .. }) => (options.as_slice(), none, none),
        Some(Kind::Table { rows, columns }) => (none, rows.as_slice(), columns.as_slice()),
        _ => (none, none, none),
    };
    let number = |whole, errors: &mut FormErrors| {
        Some(Kind::Number { least: limit(fields, "least", errors), most: limit(fields, "most", errors), whole })
    };
    match fields.get("kind") {
        "number" => number(true, errors),
        "decimal" => number(false, errors),
        "share" => Some(Kind::Share),
        "rate" => Some(Kind::Rate { per: whole(fields, "per", errors) }),
        "mean" => {
            let (least, most) = (whole(fields, "from", errors), whole(fields, "to", errors));
            if least >= most {
                errors.add("to", FieldError::TooEarly);
            }
            Some(Kind::Mean { least, most })
        }
        "state" => Some(Kind::State),
        kind @ ("choice" | "choices") => {
            let options = list(fields, "options", "options_en", options, errors);
            Some(Kind::Choice { options, many: kind == "choices" })
        }
        "table" => Some(Kind::Table {
            rows: list(fields, "rows", "rows_en", rows, errors),
            columns: list(fields, "columns", "columns_en", columns, errors),
        }),
        kind @ ("text" | "long") => {
            Some(Kind::Text { most: whole(fields, "characters", errors), long: kind == "long" })
        }
        "date" => Some(Kind::Date),
        _ => {
            errors.add("kind", FieldError::NotAChoice);
            None
        }
    }
}

fn list(
    fields: &Fields,
    name: &'static str,
    name_en: &'static str,
    old: &[Label],
    errors: &mut FormErrors,
) -> Vec<Label> {
    let sv = errors.required(name, fields.get(name), 10_000);
    let en = errors.optional(name_en, fields.get(name_en), 10_000);
    let labels = labels(old, &sv, &en);
    if labels.len() > MOST_LABELS {
        errors.add(name, FieldError::TooLong { most: MOST_LABELS });
    }
    labels
}

fn limit(fields: &Fields, name: &'static str, errors: &mut FormErrors) -> Option<f64> {
    let text = fields.get(name).trim();
    let number = forms::number(text);
    if number.is_none() && !text.is_empty() {
        errors.add(name, FieldError::NotANumber);
    }
    number
}

fn whole<T: std::str::FromStr + Default>(fields: &Fields, name: &'static str, errors: &mut FormErrors) -> T {
    let number = fields.get(name).split_whitespace().collect::<String>().parse().ok();
    if number.is_none() {
        errors.add(name, FieldError::NotANumber);
    }
    number.unwrap_or_default()
}

fn breakdown(fields: &Fields, old: Option<&Field>, errors: &mut FormErrors) -> Option<Breakdown> {
    let name = errors.optional("breakdown", fields.get("breakdown"), 100);
    if name.is_empty() && fields.get("categories").trim().is_empty() {
        return None;
    }
    let name_en = errors.optional("breakdown_en", fields.get("breakdown_en"), 100);
    let known = old.and_then(|old| old.breakdowns.first());
    if name.is_empty() {
        errors.add("breakdown", FieldError::Missing);
    }
    let old_categories = known.map(|known| known.categories.as_slice()).unwrap_or_default();
    let categories = list(fields, "categories", "categories_en", old_categories, errors);
    let key = known.map_or_else(|| key(&name, |_| false), |known| known.key.clone());
    Some(Breakdown { key, words: own(name, name_en), categories })
}

/// The condition: answers to one other question, each as `question=answer`.
fn when(fields: &Fields, errors: &mut FormErrors) -> Option<When> {
    let chosen: Vec<(&str, &str)> = fields.all("when").iter().filter_map(|value| value.split_once('=')).collect();
    let (field, _) = *chosen.first()?;
    if chosen.iter().any(|(other, _)| *other != field) {
        errors.add("when", FieldError::NotAChoice);
    }
    Some(When { field: field.to_owned(), is: chosen.iter().map(|(_, value)| (*value).to_owned()).collect() })
}
