//! The tree of the organisation and its history.

use base::{Clock, Id, Problem, Randomness};
use db::testing::{database, engines};
use db::{Actor, Db, DbError, Event, PageRequest};
use jiff::civil::date;

use crate::{Additions, NewUnit, Unit, UnitFilter, UnitKind};

const COMMAND: Actor = Actor::Command("test");

async fn fresh(engine: db::Engine) -> Db {
    let clock = Clock::fixed("2025-03-01T12:00:00Z".parse().unwrap());
    database(engine, clock, Randomness::seeded(3)).await
}

fn unit(id: &str, parent: Option<&str>, kind: UnitKind, name: &str) -> NewUnit {
    let (id, parent) = (Id::parse(id), parent.and_then(Id::parse));
    NewUnit { id, parent, kind: Some(kind), name: name.to_owned(), ..NewUnit::default() }
}

async fn add(db: &Db, new: NewUnit) -> Unit {
    let id = new.add(db, COMMAND).await.unwrap();
    Unit::find(db, &id).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_moved_unit_takes_everything_below_with_it_and_never_ends_up_below_itself() {
    for engine in engines() {
        let db = fresh(engine).await;
        let city = add(&db, unit("city", None, UnitKind::Municipality, "Staden")).await;
        let board = add(&db, unit("board", Some("city"), UnitKind::Board, "Nämnden")).await;
        let school = add(&db, unit("school", Some("board"), UnitKind::SchoolUnit, "Skolan")).await;
        add(&db, unit("other", Some("city"), UnitKind::Board, "Andra nämnden")).await;
        let below_itself = unit("city", Some("school"), UnitKind::Municipality, "Staden");
        let refused = city.save(&db, COMMAND, 1, &below_itself).await;
        assert!(matches!(refused, Err(DbError::Problem(Problem::Refused("unit-below-itself")))));
        board.save(&db, COMMAND, 1, &unit("board", Some("other"), UnitKind::Board, "Nämnden")).await.unwrap();
        let school = Unit::find(&db, &school.id).await.unwrap().unwrap();
        assert_eq!(school.path, "/city/other/board/school/");
        let names: Vec<String> = school.above(&db).await.unwrap().into_iter().map(|unit| unit.name).collect();
        assert_eq!(names, ["Staden", "Andra nämnden", "Nämnden"]);
    }
}

#[tokio::test]
async fn a_renamed_unit_is_still_known_by_its_old_name_and_two_editors_do_not_overwrite_each_other() {
    for engine in engines() {
        let db = fresh(engine).await;
        let school = add(&db, unit("school", None, UnitKind::SchoolUnit, "Gamla skolan")).await;
        let renamed = unit("school", None, UnitKind::SchoolUnit, "Nya skolan");
        school.save(&db, COMMAND, 1, &renamed).await.unwrap();
        assert!(matches!(school.save(&db, COMMAND, 1, &renamed).await, Err(DbError::Problem(Problem::Conflict))));
        let school = Unit::find(&db, &school.id).await.unwrap().unwrap();
        assert_eq!(school.former_names(&db).await.unwrap(), [("Gamla skolan".to_owned(), "2025-03-01".to_owned())]);
        assert_eq!(Unit::register(&db).await.unwrap()[0].also, ["Gamla skolan"]);
    }
}

#[tokio::test]
async fn after_a_merger_the_successor_answers() {
    for engine in engines() {
        let db = fresh(engine).await;
        let one = add(&db, unit("one", None, UnitKind::Board, "Ett")).await;
        let two = add(&db, unit("two", None, UnitKind::Board, "Två")).await;
        one.end(&db, COMMAND, date(2025, 6, 30), Some(&two.id)).await.unwrap();
        let one = Unit::find(&db, &one.id).await.unwrap().unwrap();
        let again = one.end(&db, COMMAND, date(2025, 7, 1), None).await;
        assert!(matches!(again, Err(DbError::Problem(Problem::Refused("unit-ended-already")))));
        assert_eq!(Unit::today(&db, &one.id).await.unwrap().unwrap().name, "Två");
    }
}

#[tokio::test]
async fn thousands_of_units_are_found_by_words_and_code_in_swedish_order() {
    for engine in engines() {
        let db = fresh(engine).await;
        let change = db.change(COMMAND).await.unwrap();
        for number in 0..2000 {
            let mut school = unit(&format!("s{number}"), None, UnitKind::SchoolUnit, &format!("Skola {number}"));
            school.school_unit_code = Some(format!("{}", 10_000_000 + number));
            school.write(&change).await.unwrap();
        }
        unit("a", None, UnitKind::SchoolUnit, "Åby skola").write(&change).await.unwrap();
        unit("b", None, UnitKind::SchoolUnit, "Ärla skola").write(&change).await.unwrap();
        change.commit(db::Event::new("unit.added", "unit", &Id::stored("many".into()))).await.unwrap();
        let find = |text: &str| UnitFilter { text: text.to_owned(), ..UnitFilter::default() };
        let all = Unit::list(&db, &find("SKOLA"), PageRequest::new(41, 50)).await.unwrap();
        assert_eq!((all.total, all.pages()), (2002, 41));
        assert_eq!(all.rows.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>(), ["Åby skola", "Ärla skola"]);
        let one = Unit::list(&db, &find("10001234"), PageRequest::new(1, 50)).await.unwrap();
        assert_eq!(one.rows[0].name, "Skola 1234");
        assert_eq!(Unit::find_by_code(&db, "10000007").await.unwrap().unwrap().name, "Skola 7");
    }
}

#[test]
fn codes_keep_their_shape() {
    let mut new = unit("x", None, UnitKind::SchoolUnit, "Skola");
    new.school_unit_code = Some("1234567".to_owned());
    new.municipality_code = Some("0180".to_owned());
    assert_eq!(new.errors().0.keys().copied().collect::<Vec<_>>(), ["school_unit_code"]);
}

#[tokio::test]
async fn units_added_together_lie_where_they_belong_or_are_none_of_them_there() {
    for engine in engines() {
        let db = fresh(engine).await;
        add(&db, unit("city", None, UnitKind::Municipality, "Staden")).await;
        let change = db.change(COMMAND).await.unwrap();
        let mut additions = Additions::default();
        additions.take(&change, &unit("board", Some("city"), UnitKind::Board, "Nämnden")).await.unwrap();
        for number in 0..250 {
            let school = unit(&format!("school-{number}"), Some("board"), UnitKind::SchoolUnit, "Skolan");
            additions.take(&change, &school).await.unwrap();
        }
        let lost = additions.take(&change, &unit("lost", Some("nowhere"), UnitKind::Board, "Vilse")).await;
        assert!(matches!(lost, Err(DbError::NoRow)));
        additions.write(&change).await.unwrap();
        additions.take(&change, &unit("nursery", Some("school-249"), UnitKind::Other, "Förskolan")).await.unwrap();
        additions.write(&change).await.unwrap();
        change.commit(Event::new("unit.added", "unit", &Id::parse("city").unwrap())).await.unwrap();
        let nursery = Unit::find(&db, &Id::parse("nursery").unwrap()).await.unwrap().unwrap();
        assert_eq!(nursery.path, "/city/board/school-249/nursery/");

        let change = db.change(COMMAND).await.unwrap();
        let mut additions = Additions::default();
        additions.take(&change, &unit("new", Some("city"), UnitKind::Board, "Nya nämnden")).await.unwrap();
        additions.take(&change, &unit("board", Some("city"), UnitKind::Board, "Nämnden igen")).await.unwrap();
        assert!(matches!(additions.write(&change).await, Err(DbError::Taken(_))));
        drop(change);
        assert!(Unit::find(&db, &Id::parse("new").unwrap()).await.unwrap().is_none());
    }
}
