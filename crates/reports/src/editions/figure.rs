//! Figures in words: a value with what it rests on, a change with where it goes.

use indicators::{Change, Kind, Point, Series, Shift, Value};
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

/// A year's value; where some of those that were asked are not in it, with how many are.
#[must_use]
pub fn now(tell: Words<'_>, found: Option<&Point>) -> String {
    let told = point(tell, found);
    match found {
        Some(found) if found.is_partial() => {
            tell.with("reports-now-partial", &[("value", &told), ("bodies", &bodies(tell, found))])
        }
        _ => told,
    }
}

/// From how many bodies a year's value comes: `1 av 2 aktörer`. Empty where nobody was asked.
#[must_use]
pub fn bodies(tell: Words<'_>, point: &Point) -> String {
    match (point.from, point.expected) {
        (0, 0) => String::new(),
        (from, 0) => count(from),
        (from, expected) => {
            let key = if expected == 1 { "reports-of-one-body" } else { "reports-of-bodies" };
            tell.with(key, &[("part", &count(from)), ("whole", &count(expected))])
        }
    }
}

/// What changed since the last value before, or why that cannot be said; in sentences.
#[must_use]
pub fn change(tell: Words<'_>, series: &Series, change: &Change) -> String {
    let of = |key: &str, part: u64, whole: u64| tell.with(key, &[("part", &count(part)), ("whole", &count(whole))]);
    match change {
        Change::Went(shift) => went(tell, series, shift),
        Change::Broken { since, before, now, at } => {
            let (before, now) = (height(tell, series.kind, *before), height(tell, series.kind, *now));
            let values = [("before", before.as_str()), ("now", &now), ("since", &since.to_string()), ("why", &at.why)];
            tell.with("reports-change-broken", &values)
        }
        Change::Unanswered { answered, expected } => of("reports-change-unanswered", *answered, *expected),
        Change::Others { both, expected } => of("reports-change-others", *both, *expected),
        Change::Few => tell.text("reports-change-few"),
    }
}

fn went(tell: Words<'_>, series: &Series, shift: &Shift) -> String {
    let (before, now) = (height(tell, series.kind, shift.before), height(tell, series.kind, shift.now));
    let values = [("before", before.as_str()), ("now", &now), ("since", &shift.since.to_string())];
    let course = shift.course.as_str();
    let Some(bodies) = shift.bodies else { return tell.with(&format!("reports-change-{course}"), &values) };
    let who = tell.count("reports-change-bodies", u32::try_from(bodies).unwrap_or(u32::MAX));
    let values = [&values[..], &[("who", &who)]].concat();
    tell.with(&format!("reports-change-of-bodies-{course}"), &values)
}
