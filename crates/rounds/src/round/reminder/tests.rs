//! Who is reminded when: cases as a table, and the same against an oracle that writes down every day of every report.

use std::collections::{BTreeMap, BTreeSet};

use base::Id;
use identity::{HeldRole, Person, Reach, Role, Viewer};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Line, Open, Reminder, reminders};

const UNITS: [(&str, &str); 4] =
    [("lan", "/lan/"), ("lindhamn", "/lan/lindhamn/"), ("skolan", "/lan/lindhamn/skolan/"), ("lan-2", "/lan-2/")];

fn id(text: &str) -> Id {
    Id::stored(text.to_owned())
}

fn viewer(name: &str, email: &str, roles: Vec<HeldRole>) -> Viewer {
    let person = Person { id: id(name), name: name.to_owned(), email: email.to_owned(), language: "sv".to_owned() };
    Viewer { person: Some(person), roles, errand: None }
}

fn held(role: Role, unit: usize, reach: Reach) -> HeldRole {
    let (unit, path) = UNITS[unit];
    HeldRole { reach, ..HeldRole::new(role, id(unit), unit, path) }
}

/// Waited for from Monday 3 March 2025, due on Friday 21 March, closed after Wednesday 16 April.
fn open(round: &str, unit: usize) -> Open {
    let (unit, path) = UNITS[unit];
    Open {
        round: id(round),
        title: format!("Uppföljning {round}"),
        owner: id("lan"),
        reminds: true,
        unit: id(unit),
        unit_name: unit.to_owned(),
        unit_path: path.to_owned(),
        reports: 2,
        opens: date(2025, 3, 3),
        due: date(2025, 3, 21),
        last: date(2025, 4, 16),
    }
}

/// The days of 2025 on which a reporter at the county is told about what is open, as month and day.
fn days(open: &Open) -> Vec<(i8, i8)> {
    let people = [viewer("alva", "alva@exempel.se", vec![held(Role::Reporter, 0, Reach::Below)])];
    let told = |day: &Date| !reminders(*day, &people, std::slice::from_ref(open)).is_empty();
    date(2025, 1, 1).series(1.day()).take(365).filter(told).map(|day| (day.month(), day.day())).collect()
}

#[test]
fn the_days_on_which_one_is_reminded() {
    let mondays = [(3, 3), (3, 10), (3, 17), (3, 24), (3, 31), (4, 7), (4, 14)];
    let with = |more: &[(i8, i8)]| {
        let all: BTreeSet<_> = mondays.iter().chain(more).copied().collect();
        Vec::from_iter(all)
    };
    let usual = || open("r", 0);
    let cases = [
        ("three days before, the day after, a week after", usual(), with(&[(3, 18), (3, 22), (3, 28)])),
        (
            "due on a Thursday, so that three days before is a Monday",
            Open { due: date(2025, 3, 20), ..usual() },
            with(&[(3, 21), (3, 27)]),
        ),
        (
            "due on a Sunday, so that the day after is a Monday",
            Open { due: date(2025, 3, 23), ..usual() },
            with(&[(3, 20), (3, 30)]),
        ),
        ("due on a Monday", Open { due: date(2025, 3, 24), ..usual() }, with(&[(3, 21), (3, 25)])),
        (
            "closed on the day it is due",
            Open { last: date(2025, 3, 21), ..usual() },
            vec![(3, 3), (3, 10), (3, 17), (3, 18)],
        ),
        (
            "closed the day after",
            Open { last: date(2025, 3, 22), ..usual() },
            vec![(3, 3), (3, 10), (3, 17), (3, 18), (3, 22)],
        ),
        (
            "opened two days before it is due",
            Open { opens: date(2025, 3, 19), ..usual() },
            vec![(3, 22), (3, 24), (3, 28), (3, 31), (4, 7), (4, 14)],
        ),
        (
            "longer time until a Saturday",
            Open { due: date(2025, 4, 26), last: date(2025, 4, 26), ..usual() },
            with(&[(4, 21), (4, 23)]),
        ),
        ("the round does not remind", Open { reminds: false, ..usual() }, vec![]),
        ("all is handed in", Open { reports: 0, ..usual() }, vec![]),
    ];
    for (what, open, expected) in cases {
        assert_eq!(days(&open), expected, "{what}");
    }
}

#[test]
fn who_is_reminded_for_a_school_in_a_municipality() {
    let cases = [
        (Role::Principal, 2, Reach::Below, true),
        (Role::Reporter, 1, Reach::Below, true),
        (Role::Reporter, 1, Reach::Own, false),
        (Role::Reporter, 3, Reach::Below, false),
        (Role::DistrictManager, 1, Reach::Below, true),
        (Role::Approver, 2, Reach::Own, true),
        (Role::Coordinator, 2, Reach::Below, true),
        // Those who run rounds see to many; it is not their own work.
        (Role::Coordinator, 1, Reach::Below, false),
        (Role::Coordinator, 0, Reach::Below, false),
        (Role::Staff, 2, Reach::Below, false),
        (Role::BoardMember, 2, Reach::Below, false),
        (Role::Administrator, 2, Reach::All, false),
    ];
    for (role, unit, reach, told) in cases {
        for (email, has_address) in [("alva@exempel.se", true), ("", false)] {
            let people = [viewer("alva", email, vec![held(role, unit, reach)])];
            let found = reminders(date(2025, 3, 10), &people, &[open("r", 2)]);
            assert_eq!(!found.is_empty(), told && has_address, "{role:?} at {unit} {reach:?} {email}");
        }
    }
}

#[test]
fn a_mail_joins_all_rounds_and_leads_to_where_one_goes_on() {
    let people = [viewer("alva", "alva@exempel.se", vec![held(Role::Reporter, 1, Reach::Below)])];
    let later = Open { due: date(2025, 3, 28), ..open("s", 1) };
    let all = [open("r", 1), open("r", 2), open("r", 3), later];
    let line = |reminder: &Reminder| -> Vec<(String, usize, i64)> {
        let line = |line: &Line| (line.title.clone(), line.units.len(), line.reports);
        reminder.lines.iter().map(line).collect()
    };
    let told = |day, open: &[Open]| reminders(day, &people, open).pop().map(|one| (line(&one), one.path()));
    let (r, s) = ("Uppföljning r".to_owned(), "Uppföljning s".to_owned());
    let monday = date(2025, 3, 10);
    assert_eq!(told(monday, &all), Some((vec![(r.clone(), 2, 4), (s.clone(), 1, 2)], "/".to_owned())));
    assert_eq!(told(date(2025, 3, 18), &all), Some((vec![(r.clone(), 2, 4)], "/".to_owned())));
    assert_eq!(told(date(2025, 3, 25), &all), Some((vec![(s, 1, 2)], "/rounds/s/bodies/lindhamn".to_owned())));
    assert_eq!(told(monday, &all[1..3]), Some((vec![(r, 1, 2)], "/rounds/r/bodies/skolan".to_owned())));
    assert_eq!(told(monday, &all[2..3]), None);
}

/// What the oracle says of a person and a day: the reports left by round and unit.
type Told = BTreeMap<(Date, String), BTreeMap<(String, String), i64>>;

/// Writes down for every person all days of everything that is theirs, and merges what falls on the same.
fn oracle(people: &[Viewer], open: &[Open]) -> Told {
    let mut told = Told::new();
    for person in people.iter().filter(|viewer| viewer.person.as_ref().unwrap().email.contains('@')) {
        for open in open.iter().filter(|open| open.reminds && open.reports > 0) {
            let own = person.roles.iter().any(|held| {
                let unit_alone = held.unit == open.unit;
                let at_or_below = open.unit_path.split('/').any(|step| step == held.unit.as_str());
                match (held.role, held.reach) {
                    (Role::Coordinator, _) => unit_alone,
                    (Role::Reporter | Role::Approver | Role::DistrictManager | Role::Principal, Reach::Own) => {
                        unit_alone
                    }
                    (Role::Reporter | Role::Approver | Role::DistrictManager | Role::Principal, _) => at_or_below,
                    _ => false,
                }
            });
            let mut days: BTreeSet<Date> = [-3, 1, 7].iter().map(|&by| open.due.saturating_add(by.days())).collect();
            let mut monday = open.opens;
            while monday.weekday() != Weekday::Monday {
                monday = monday.tomorrow().unwrap();
            }
            while monday <= open.last {
                days.insert(monday);
                monday = monday.saturating_add(7.days());
            }
            for day in days.into_iter().filter(|day| own && (open.opens..=open.last).contains(day)) {
                let name = person.person.as_ref().unwrap().id.to_string();
                let left = told.entry((day, name)).or_default();
                *left.entry((open.round.to_string(), open.unit.to_string())).or_default() += open.reports;
            }
        }
    }
    told
}

fn people() -> impl Strategy<Value = Vec<Viewer>> {
    let role = (select(&Role::ALL[..]), 0..UNITS.len(), select(&Reach::ALL[..]));
    let person = (vec(role.prop_map(|(role, unit, reach)| held(role, unit, reach)), 0..3), any::<bool>());
    vec(person, 0..5).prop_map(|people| {
        let one = |(place, (roles, mail)): (usize, (Vec<HeldRole>, bool))| {
            let name = format!("person-{place}");
            let email = if mail { format!("{name}@exempel.se") } else { String::new() };
            viewer(&name, &email, roles)
        };
        people.into_iter().enumerate().map(one).collect()
    })
}

/// Rounds with their days, and units that owe something in them, some with longer time.
fn all_open() -> impl Strategy<Value = Vec<Open>> {
    let days = (0..20_i32, 0..20_i32, 0..20_i32, prop::bool::weighted(0.8));
    let owed = (0..3_usize, 0..UNITS.len(), 0..4_i64, prop::option::of(1..20_i32));
    (vec(days, 3), vec(owed, 0..9)).prop_map(|(rounds, owed)| {
        let mut seen = BTreeSet::new();
        let owed = owed.into_iter().filter(|(round, unit, _, _)| seen.insert((*round, *unit)));
        owed.map(|(round, unit, reports, longer)| {
            let (opens, due, closes, reminds) = rounds[round];
            let opens = date(2025, 3, 1).saturating_add(opens.days());
            let (due, last) = (opens.saturating_add(due.days()), opens.saturating_add((due + closes).days()));
            let longer = longer.map(|days| last.saturating_add(days.days()));
            let (due, last) = (longer.unwrap_or(due), longer.unwrap_or(last));
            Open { reports, reminds, opens, due, last, ..open(&format!("round-{round}"), unit) }
        })
        .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everybody_is_told_what_the_oracle_says_and_never_twice_a_day(people in people(), open in all_open()) {
        let mut said = Told::new();
        for day in date(2025, 2, 20).series(1.day()).take(120) {
            for reminder in reminders(day, &people, &open) {
                let left = |line: &Line| {
                    let of = |unit: &Id| {
                        let reports = open.iter().find(|open| open.round == line.round && open.unit == *unit);
                        ((line.round.to_string(), unit.to_string()), reports.map_or(0, |open| open.reports))
                    };
                    line.units.iter().map(of).collect::<Vec<_>>()
                };
                let all: BTreeMap<_, _> = reminder.lines.iter().flat_map(left).collect();
                prop_assert_eq!(all.values().sum::<i64>(), reminder.lines.iter().map(|line| line.reports).sum::<i64>());
                let first = said.insert((day, reminder.person.to_string()), all);
                prop_assert!(first.is_none(), "two mails on {} to {}", day, reminder.person);
            }
        }
        prop_assert_eq!(said, oracle(&people, &open));
    }
}
