//! Figures in words: a value with what it rests on, a change with where it goes.

use indicators::{Change, Kind, Point, Series, Value};
use plans::editions::Words;

/// A value with what it rests on: `45 % (9 av 20)`, `17 av 26`.
#[must_use]
pub fn value(tell: Words<'_>, value: Value) -> String {
    let written = value.written();
    let basis = value.basis().map(|(part, whole)| (count(part), count(whole)));
    match (value, basis) {
        (Value::State { .. }, Some((part, whole))) => tell.with("reports-of", &[("part", &part), ("whole", &whole)]),
        (Value::Share { .. }, Some((part, whole))) => {
            tell.with("reports-share-of", &[("share", &written), ("part", &part), ("whole", &whole)])
        }
        (Value::Mean { of, .. }, _) => tell.with("reports-mean-of", &[("mean", &written), ("of", &count(of))]),
        (Value::Rate { per, .. }, _) => per_text(tell, &written, per),
        (Value::Told { height: told, of }, _) => height(tell, of, told),
        _ => written,
    }
}

/// A year's value, or why there is none.
#[must_use]
pub fn point(tell: Words<'_>, point: Option<&Point>) -> String {
    match point {
        Some(Point { value: Some(found), .. }) => value(tell, *found),
        Some(Point { few: true, .. }) => tell.text("reports-few"),
        _ => tell.text("reports-no-value"),
    }
}

/// A height with its unit, such as a target's.
#[must_use]
pub fn height(tell: Words<'_>, kind: Kind, height: f64) -> String {
    match kind {
        Kind::Rate { per } => per_text(tell, &kind.written(height), per),
        _ => kind.written(height),
    }
}

fn per_text(tell: Words<'_>, written: &str, per: u32) -> String {
    tell.with("reports-rate-per", &[("rate", written), ("per", &count(u64::from(per)))])
}

/// A count as Swedish writes it.
#[must_use]
pub fn count(count: u64) -> String {
    swedish::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

/// What changed since the last value before, in a sentence.
#[must_use]
pub fn change(tell: Words<'_>, series: &Series, change: &Change) -> String {
    let (before, now) = (height(tell, series.kind, change.before), height(tell, series.kind, change.now));
    let since = change.since.to_string();
    let why = change.broken.as_ref().map(|at| at.why.as_str()).unwrap_or_default();
    let values = [("before", before.as_str()), ("now", &now), ("since", &since), ("why", why)];
    tell.with(&format!("reports-change-{}", change.course.as_str()), &values)
}
