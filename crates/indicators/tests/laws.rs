//! What always holds of totals and series.

use std::collections::BTreeMap;

use indicators::{Break, Change, Course, Direction, Kind, Level, Mixed, Point, Series, Shift, Value, total};
use proptest::prelude::*;

fn values() -> impl Strategy<Value = Vec<Value>> {
    let number = prop::collection::vec(
        (-1_000..1_000_i32).prop_map(|value| Value::Number { value: f64::from(value) / 4.0 }),
        1..40,
    );
    let share = prop::collection::vec(
        (0..500_u64, 0..500_u64).prop_map(|(part, rest)| Value::Share { part, whole: part + rest + 1 }),
        1..40,
    );
    let rate = prop::collection::vec(
        (0..500_u64, 1..90_000_u64).prop_map(|(count, population)| Value::Rate { count, population, per: 100_000 }),
        1..40,
    );
    let mean = prop::collection::vec(
        (10..50_u32, 1..300_u64).prop_map(|(mean, of)| Value::Mean { mean: f64::from(mean) / 10.0, of }),
        1..40,
    );
    let state = prop::collection::vec(any::<bool>().prop_map(Value::state), 1..40);
    prop_oneof![number, share, rate, mean, state]
}

fn near(a: Value, b: Value) -> bool {
    let (a_height, b_height) = (a.height().unwrap_or(f64::NAN), b.height().unwrap_or(f64::NAN));
    (a_height - b_height).abs() <= 1e-9 * (1.0 + a_height.abs()) && a.basis() == b.basis() && a.of() == b.of()
}

proptest! {
    #[test]
    fn the_total_of_parts_is_the_total_of_the_whole((all, at) in values().prop_flat_map(|all| { let most = all.len(); (Just(all), 0..=most) })) {
        let whole = total(&all).unwrap().unwrap();
        let parts: Vec<Value> = [total(&all[..at]).unwrap(), total(&all[at..]).unwrap()].into_iter().flatten().collect();
        prop_assert!(near(total(&parts).unwrap().unwrap(), whole));
    }

    #[test]
    fn order_does_not_matter((all, shuffled) in values().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))) {
        prop_assert_eq!(total(&all), total(&shuffled));
    }

    #[test]
    fn what_is_weighted_lies_between_the_least_and_the_most(all in values()) {
        prop_assume!(all[0].kind() != Kind::Number);
        let heights: Vec<f64> = all.iter().filter_map(|value| value.height()).collect();
        let height = total(&all).unwrap().unwrap().height().unwrap();
        let (least, most) = heights.iter().fold((f64::MAX, f64::MIN), |(least, most), height| (least.min(*height), most.max(*height)));
        prop_assert!(least - 1e-9 <= height && height <= most + 1e-9);
    }

    #[test]
    fn one_value_is_its_own_total(all in values()) {
        prop_assert!(near(total(&all[..1]).unwrap().unwrap(), all[0]));
    }

    #[test]
    fn kinds_are_never_mixed(some in values(), others in values()) {
        prop_assume!(some[0].kind() != others[0].kind());
        prop_assert_eq!(total(some.iter().chain(&others)), Err(Mixed));
    }

    #[test]
    fn runs_hold_every_value_once_and_cross_no_break(
        heights in prop::collection::vec(prop::option::of(0..100_u8), 1..20), breaks in prop::collection::btree_set(2001..2020_i16, 0..4)
    ) {
        let mut series = Series::new(Kind::Number);
        series.points = heights.iter().enumerate().map(|(index, height)| point(2000 + index as i16, height.map(f64::from))).collect();
        series.breaks = breaks.iter().map(|year| Break { year: *year, why: "Ny fråga".into() }).collect();
        let runs = series.runs();
        prop_assert_eq!(runs.iter().map(Vec::len).sum::<usize>(), heights.iter().flatten().count());
        for run in runs {
            prop_assert!(run.windows(2).all(|pair| pair[0].year + 1 == pair[1].year && !breaks.contains(&pair[1].year)));
        }
    }
}

/// A year of a series that no body reports.
fn point(year: i16, value: Option<f64>) -> Point {
    Point { value: value.map(|value| Value::Number { value }), ..Point::gap(year, 0) }
}

#[test]
fn rates_told_per_different_numbers_have_no_total() {
    let rate = |per| Value::Rate { count: 1, population: 10, per };
    assert_eq!(total([&rate(1_000), &rate(100_000)]), Err(Mixed));
}

#[test]
fn values_are_told_the_swedish_way() {
    for (value, wanted) in [
        (Value::Number { value: 1234.5 }, "1\u{a0}234,5"),
        (Value::Share { part: 9, whole: 20 }, "45\u{a0}%"),
        (Value::Share { part: 1, whole: 3 }, "33,3\u{a0}%"),
        (Value::Share { part: 0, whole: 0 }, "–"),
        (Value::Rate { count: 61, population: 48_000, per: 100_000 }, "127,1"),
        (Value::Mean { mean: 3.456, of: 12 }, "3,46"),
        (Value::State { holds: 17, of: 26 }, "65,4\u{a0}%"),
    ] {
        assert_eq!(value.written(), wanted);
    }
}

#[test]
fn totals_are_those_of_their_kind() {
    let mean = total([&Value::Mean { mean: 4.0, of: 10 }, &Value::Mean { mean: 2.0, of: 30 }]);
    assert_eq!(mean, Ok(Some(Value::Mean { mean: 2.5, of: 40 })));
    let share = total([&Value::Share { part: 9, whole: 10 }, &Value::Share { part: 0, whole: 90 }]);
    assert_eq!(share, Ok(Some(Value::Share { part: 9, whole: 100 })), "not the mean of 90 and 0 per cent");
    let states = total([&Value::state(true), &Value::state(false), &Value::state(true)]);
    assert_eq!(states, Ok(Some(Value::State { holds: 2, of: 3 })));
    assert_eq!(total([]), Ok(None));
}

#[test]
fn a_change_says_which_way_it_went() {
    let mut series = Series::new(Kind::Number);
    series.direction = Some(Direction::Down);
    series.target = Some(Level { height: 5.0, when: String::new() });
    series.points = Series::filled([point(2024, Some(5.0)), point(2021, Some(8.0)), point(2022, Some(9.0))]);
    assert_eq!(series.points.iter().map(|point| point.year).collect::<Vec<_>>(), [2021, 2022, 2023, 2024]);
    let change = |year| {
        series.change(year).map(|change| match change {
            Change::Went(shift) => (shift.since, shift.by(), shift.course),
            other => panic!("{other:?}"),
        })
    };
    assert_eq!(change(2022), Some((2021, 1.0, Course::Wrong)));
    assert_eq!(change(2024), Some((2022, -4.0, Course::Right)));
    assert_eq!((change(2021), change(2023)), (None, None));
    assert_eq!((series.meets_target(2022), series.meets_target(2024)), (Some(false), Some(true)));
}

#[test]
fn over_a_break_nothing_is_better_or_worse() {
    let mut series = Series::new(Kind::Number);
    series.direction = Some(Direction::Up);
    series.points = vec![point(2022, Some(1.0)), point(2023, Some(2.0)), point(2024, Some(3.0))];
    series.breaks = vec![Break { year: 2023, why: "Nytt register".into() }];
    let Some(Change::Broken { since, at, .. }) = series.change(2023) else { panic!("{:?}", series.change(2023)) };
    assert_eq!((since, at.why.as_str()), (2022, "Nytt register"));
    let Some(Change::Went(shift)) = series.change(2024) else { panic!("{:?}", series.change(2024)) };
    assert_eq!(shift.course, Course::Right);
}

#[test]
fn totals_of_few_people_are_kept_back_with_every_breakdown() {
    let few = |value| Point { value: Some(value), ..Point::gap(2024, 3) }.without_few();
    assert!(few(Value::Number { value: 4.0 }).few && few(Value::Share { part: 4, whole: 90 }).few);
    assert!(few(Value::Mean { mean: 3.0, of: 4 }).value.is_none());
    assert!(!few(Value::Number { value: 5.0 }).few && !few(Value::state(true)).few);
    let mut series = Series::new(Kind::Number);
    series.breakdowns = vec![indicators::Breakdown { key: "sex".into(), name: "Kön".into(), categories: Vec::new() }];
    assert!(series.without_few().breakdowns.is_empty());
}

/// A series that bodies report, of two years: what each gave, and how many were asked in the second.
fn reported(before: &[(&'static str, f64)], now: &[(&'static str, f64)], expected: u64, about_people: bool) -> Series {
    let gave = |(body, value): &(&'static str, f64)| (*body, Value::Number { value: *value });
    let given = |all: &[(&'static str, f64)]| all.iter().map(gave).collect();
    let given: BTreeMap<i16, Vec<(&str, Value)>> = [(2023, given(before)), (2024, given(now))].into();
    let points = given.iter().map(|(year, all)| {
        // Counts alone: they have a total.
        let value = total(all.iter().map(|(_, value)| value)).ok().flatten();
        Point { value, from: all.len() as u64, ..Point::gap(*year, expected) }
    });
    let mut series = Series { points: points.collect(), direction: Some(Direction::Up), ..Series::new(Kind::Number) };
    series.points[0].expected = before.len() as u64;
    series.comparing(&given, about_people)
}

fn went(series: &Series) -> (f64, f64, Course, Option<u64>) {
    match series.change(2024) {
        Some(Change::Went(shift)) => (shift.before, shift.now, shift.course, shift.bodies),
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_bodies_that_answered_in_both_years_are_compared() {
    // All of both years: as it is.
    let all = reported(&[("a", 10.0), ("b", 20.0)], &[("a", 12.0), ("b", 20.0)], 2, false);
    assert_eq!(went(&all), (30.0, 32.0, Course::Right, None));
    // One has not answered yet: the total fell, but those that can be compared rose.
    let before = [("a", 10.0), ("b", 20.0), ("c", 500.0)];
    let two = reported(&before, &[("a", 12.0), ("b", 20.0)], 3, false);
    assert_eq!(went(&two), (30.0, 32.0, Course::Right, Some(2)));
    // The same two of four both years: they are told as the two they are.
    let half = reported(&[("a", 10.0), ("b", 20.0)], &[("a", 12.0), ("b", 20.0)], 4, false);
    assert_eq!(went(&half), (30.0, 32.0, Course::Right, Some(2)));
}

#[test]
fn fewer_than_half_are_not_compared() {
    let before = [("a", 10.0), ("b", 20.0), ("c", 500.0)];
    let one = reported(&before, &[("a", 12.0)], 3, false);
    assert_eq!(one.change(2024), Some(Change::Unanswered { answered: 1, expected: 3 }));
    let other = reported(&[("a", 10.0)], &[("b", 12.0)], 2, false);
    assert_eq!(other.change(2024), Some(Change::Unanswered { answered: 1, expected: 2 }));
    let others = reported(&[("a", 10.0)], &[("a", 9.0), ("b", 12.0), ("c", 1.0)], 3, false);
    assert_eq!(others.change(2024), Some(Change::Others { both: 1, expected: 3 }));
    assert!(!others.change(2024).unwrap().is_told());
    // Whether a year that was frozen long ago can be compared is not known.
    assert_eq!(Series { comparison: None, ..others }.change(2024), None);
}

#[test]
fn no_total_tells_what_one_body_or_few_people_gave() {
    let people = |before: &[_], now: &[_], expected| reported(before, now, expected, true).change(2024);
    let many = |names: &[&'static str], value: f64| names.iter().map(|name| (*name, value)).collect::<Vec<_>>();
    let (four, six) = (many(&["a", "b", "c", "d"], 9.0), many(&["a", "b", "c", "d", "e", "f"], 9.0));
    // All the same: the totals are told anyway. Two apart: neither can be told from the other.
    assert!(matches!(people(&six, &six, 6), Some(Change::Went(Shift { bodies: None, .. }))));
    assert!(matches!(people(&six, &four, 6), Some(Change::Went(Shift { bodies: Some(4), .. }))));
    // One apart: its number is the difference. In either year.
    let five = many(&["a", "b", "c", "d", "e"], 9.0);
    assert_eq!(people(&six, &five, 6), Some(Change::Few));
    assert_eq!(people(&five, &six, 6), Some(Change::Few));
    // One alone in both years, and few among those left over.
    assert_eq!(
        people(&[("a", 9.0), ("b", 9.0), ("c", 9.0)], &[("a", 9.0), ("d", 9.0), ("e", 9.0)], 2),
        Some(Change::Few)
    );
    let small = [&four[..], &[("e", 1.0), ("f", 2.0)]].concat();
    assert_eq!(people(&small, &four, 6), Some(Change::Few));
    let kept = reported(&small, &four, 6, true).comparison.unwrap();
    assert_eq!((kept.few, kept.totals), (true, None), "the totals are not kept either");
}
