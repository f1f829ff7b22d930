//! Skolenhetsregistret, version 2: the thin list of school units, and the details of one or many.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use identity::UnitKind;
use serde::de::value::MapAccessDeserializer;
use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::error::Category;

use super::{MOST_UNITS, Origin, ReadUnit, Reading, Remark, RemarkKind, codes, words};

/// Why JSON is not of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum RegisterError {
    /// It is broken JSON.
    #[error("broken JSON")]
    Broken,
    /// It holds no school units where the register has them.
    #[error("no school units")]
    Strange,
}

#[derive(Deserialize)]
struct Document {
    data: Data,
    #[serde(default)]
    included: Option<OneOrMany<Included>>,
}

#[derive(Deserialize)]
struct Data {
    #[serde(default, rename = "schoolUnitCode")]
    code: Option<Text>,
    attributes: OneOrMany<Attributes>,
}

/// The register answers with one thing or with a list of them.
struct OneOrMany<T>(Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Things(PhantomData))
    }
}

/// Takes things one by one, so that a large file is never held whole, and no more of them than one file may have.
struct Things<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Things<T> {
    type Value = OneOrMany<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object or a list of objects")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(|one| OneOrMany(vec![one]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut many = Vec::new();
        // One more than may be taken tells that there are too many; the rest is passed over.
        while many.len() <= MOST_UNITS {
            match seq.next_element()? {
                Some(one) => many.push(one),
                None => return Ok(OneOrMany(many)),
            }
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(OneOrMany(many))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Attributes {
    school_unit_code: Option<Text>,
    #[serde(alias = "displayName")]
    name: Option<String>,
    school_name: Option<String>,
    status: Option<String>,
    municipality_code: Option<Text>,
    school_unit_type: Option<String>,
    orientation_type: Option<String>,
    #[serde(default)]
    school_types: Option<Vec<String>>,
    #[serde(default)]
    school_type_properties: Option<BTreeMap<String, Properties>>,
    #[serde(alias = "startDate")]
    startdate: Option<String>,
    end_date: Option<String>,
}

#[derive(Deserialize)]
struct Properties {
    #[serde(default)]
    grades: Option<Vec<Text>>,
}

/// The organiser.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Included {
    organization_number: Option<Text>,
    attributes: Option<OrganiserAttributes>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OrganiserAttributes {
    display_name: Option<String>,
    organizer_type: Option<String>,
}

/// A code that somebody's tool may have turned into a number.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Text(String),
    Number(u64),
}

impl Text {
    fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
        }
    }
}

/// Whether a file is JSON, by its name or its first character.
pub(super) fn is_json(name: &str, bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    name.to_ascii_lowercase().ends_with(".json") || matches!(first, Some(b'{' | b'['))
}

/// Reads what the register answers: a list of school units, one in detail, or a list of several such answers.
///
/// # Errors
/// Says why it is not the register's.
pub fn read_register_json(text: &str) -> Result<Reading, RegisterError> {
    let text = text.trim_start_matches('\u{feff}');
    let documents: OneOrMany<Document> = serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Data => RegisterError::Strange,
        Category::Syntax | Category::Eof | Category::Io => RegisterError::Broken,
    })?;
    let mut reading = Reading::default();
    for document in documents.0 {
        let organiser = document.included.and_then(|included| included.0.into_iter().next());
        let organiser = organiser.map(organiser_details).unwrap_or_default();
        let mut code = document.data.code.map(Text::into_text);
        for attributes in document.data.attributes.0 {
            let record = u32::try_from(reading.units.len() + 1).unwrap_or(u32::MAX);
            reading.units.push(unit(attributes, code.take(), &organiser, record));
        }
    }
    Ok(reading)
}

fn unit(attributes: Attributes, code: Option<String>, organiser: &BTreeMap<String, String>, record: u32) -> ReadUnit {
    let mut unit = ReadUnit {
        origin: Origin::Record { record },
        name: attributes.name.or(attributes.school_name).unwrap_or_default().trim().to_owned(),
        kind: Some(UnitKind::SchoolUnit),
        details: organiser.clone(),
        ..ReadUnit::default()
    };
    unit.check_name();
    let code = attributes.school_unit_code.map(Text::into_text).or(code);
    set(&mut unit, code.as_deref(), codes::school_unit_code, |unit, code| unit.school_unit_code = Some(code));
    let municipality = attributes.municipality_code.map(Text::into_text);
    set(&mut unit, municipality.as_deref(), codes::municipality_code, |unit, (code, restored)| {
        if restored {
            unit.remarks.push(Remark { kind: RemarkKind::LeadingZero, text: code.clone() });
        }
        unit.municipality_code = Some(code);
    });
    set(&mut unit, attributes.startdate.as_deref(), codes::date, |unit, day| unit.valid_from = Some(day));
    set(&mut unit, attributes.end_date.as_deref(), codes::date, |unit, day| unit.valid_to = Some(day));
    if let Some(word) = attributes.status.filter(|word| !word.trim().is_empty()) {
        unit.status = words::status(&word);
        if unit.status.is_none() {
            unit.remarks.push(Remark { kind: RemarkKind::UnknownStatus, text: word });
        }
    }
    let grades = attributes.school_type_properties.unwrap_or_default().into_values().filter_map(|of| of.grades);
    let grades: Vec<String> = grades.flatten().map(Text::into_text).collect();
    for (name, value) in [
        ("school_forms", attributes.school_types.unwrap_or_default().join(" ")),
        ("grades", grades.join(" ")),
        ("school_unit_type", attributes.school_unit_type.unwrap_or_default()),
        ("orientation", attributes.orientation_type.unwrap_or_default()),
    ] {
        if !value.is_empty() {
            unit.details.insert(name.to_owned(), value);
        }
    }
    unit
}

/// Sets what can be read; the first thing that cannot is why the unit is refused.
fn set<T>(
    unit: &mut ReadUnit,
    text: Option<&str>,
    read: impl Fn(&str) -> Result<T, super::Fault>,
    keep: impl Fn(&mut ReadUnit, T),
) {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return };
    match read(text) {
        Ok(value) => keep(unit, value),
        Err(fault) => unit.refuse(fault),
    }
}

fn organiser_details(organiser: Included) -> BTreeMap<String, String> {
    let attributes = organiser.attributes;
    let (name, kind) = attributes.map(|of| (of.display_name, of.organizer_type)).unwrap_or_default();
    // An organiser may be one person's firm, whose number is a personal identity number: those are passed over.
    let number = organiser.organization_number.and_then(|number| codes::organisation_number(&number.into_text()).ok());
    let known = [("organiser", name), ("organiser_type", kind), ("organiser_number", number)];
    known.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}
