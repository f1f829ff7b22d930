//! What always holds of totals and series.

use indicators::{Break, Change, Course, Direction, Kind, Level, Mixed, Point, Series, Value, total};
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

fn point(year: i16, value: Option<f64>) -> Point {
    Point { year, value: value.map(|value| Value::Number { value }), few: false, from: 1, expected: 1 }
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
    let change = |year| series.change(year).map(|change: Change| (change.since, change.by(), change.course));
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
    let change = series.change(2023).unwrap();
    assert_eq!((change.course, change.broken.unwrap().why.as_str()), (Course::Unknown, "Nytt register"));
    assert_eq!(series.change(2024).unwrap().course, Course::Right);
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
