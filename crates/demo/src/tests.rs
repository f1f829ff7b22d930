//! The example on both engines: it is whole, and it comes out the same every time.

use base::{Clock, Randomness};
use db::testing::{database, engines};
use db::{Db, Queries, values};
use plans::Plan;
use plans::version::Version;

async fn filled(engine: db::Engine) -> Db {
    let clock = Clock::fixed("2026-03-02T09:00:00Z".parse().unwrap());
    let db = database(engine, clock, Randomness::seeded(2024)).await;
    crate::fill(&db).await.unwrap();
    db
}

async fn content(db: &Db, plan: &str) -> plans::content::Content {
    let plan = Plan::load(db, &base::Id::parse(plan).unwrap()).await.unwrap().unwrap();
    let version = plan.adopted.or(plan.draft).unwrap();
    Version::find(db, &version).await.unwrap().unwrap().content
}

#[tokio::test]
async fn the_plans_have_the_structure_of_the_documents_they_are_modelled_on() {
    for engine in engines() {
        let db = filled(engine).await;
        let county = content(&db, "county-plan").await;
        let counts: Vec<usize> = county.goals.iter().map(|goal| goal.actions.len()).collect();
        assert_eq!(counts, [7, 10, 9, 6, 4, 4, 9, 6]);
        assert_eq!(county.goals.iter().map(|goal| goal.preconditions.len()).sum::<usize>(), 17);
        let honour = content(&db, "honour-plan").await;
        let counts: Vec<usize> = honour.goals.iter().map(|goal| goal.actions.len()).collect();
        assert_eq!(counts, [6, 5, 3, 4]);
        assert_eq!(honour.goals.iter().map(|goal| goal.measures.len()).sum::<usize>(), 6);
        let school = content(&db, "school-plan").await;
        assert_eq!(school.action_count(), 20);
        assert_eq!(content(&db, "next-plan").await.action_count(), 10);
    }
}

#[tokio::test]
async fn everybody_who_leads_in_the_county_plan_is_in_the_register() {
    let db = filled(db::Engine::Sqlite).await;
    let county = content(&db, "county-plan").await;
    let unknown: Vec<&str> = county
        .actions()
        .flat_map(|(_, action)| action.parties().map(|(party, _)| party).collect::<Vec<_>>())
        .filter(|party| party.unit().is_none())
        .map(plans::content::Party::name)
        .collect();
    assert_eq!(unknown, Vec::<&str>::new());
}

/// The county's plan is followed up as the one it is modelled on: most actions every year, the others at its end.
#[tokio::test]
async fn the_county_plan_expects_39_actions_each_year_and_all_55_in_the_last() {
    for engine in engines() {
        let db = filled(engine).await;
        let source = plans::MODULE.expected.unwrap();
        let id = base::Id::parse("county-plan").unwrap();
        let plan = Plan::load(&db, &id).await.unwrap().unwrap();
        let coordinators = db.texts(WRITERS, values![plan.owner.as_str()]).await.unwrap();
        let viewer = identity::Person::viewer(&db, &base::Id::parse(&coordinators[0]).unwrap()).await.unwrap();
        for (year, actions) in [(plan.period.from - 1, 0), (plan.period.from, 39), (plan.period.to, 55)] {
            let expected = (source.expected)(&db, &viewer, &id, year, &[]).await.unwrap().unwrap();
            assert_eq!(expected.items.iter().filter(|item| item.kind == "action").count(), actions, "{year}");
            assert_eq!(expected.unknown, Vec::<String>::new());
            assert!(expected.items.iter().all(|item| !item.from.is_empty()));
        }
        let municipalities = "SELECT COUNT(*) FROM unit_member WHERE group_id = 'lanets-kommuner'";
        let expected = (source.expected)(&db, &viewer, &id, plan.period.to, &[]).await.unwrap().unwrap();
        let most = expected.items.iter().map(|item| item.from.len()).max().unwrap_or_default();
        assert!(i64::try_from(most).unwrap() >= db.number(municipalities, values![]).await.unwrap());
    }
}

/// Who may write the plans of a unit.
const WRITERS: &str =
    "SELECT person_id FROM person_role WHERE unit_id = $1 AND role = 'coordinator' ORDER BY person_id";

#[tokio::test]
async fn it_comes_out_the_same_every_time() {
    let (one, two) = (filled(db::Engine::Sqlite).await, filled(db::Engine::Sqlite).await);
    for table in
        ["unit", "person", "plan", "plan_version", "version_action_body", "consultation_comment", "audit_event"]
    {
        let rows = |db: Db| async move {
            let rows = db.rows(&format!("SELECT * FROM {table} ORDER BY 1, 2, 3"), values![]).await.unwrap();
            rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(rows(one.clone()).await, rows(two.clone()).await, "{table}");
    }
    assert_eq!(content(&one, "county-plan").await, content(&two, "county-plan").await);
}

#[tokio::test]
async fn each_answer_stands_under_its_own_comment() {
    let db = filled(db::Engine::Sqlite).await;
    let sql = "SELECT COUNT(*) FROM consultation_comment WHERE answered_at IS NOT NULL";
    assert_eq!(db.number(sql, values![]).await.unwrap(), 5);
}

/// The example shows both users of rounds, and an indicator that nobody is asked for.
#[tokio::test]
async fn a_form_is_asked_beside_the_plan_and_a_series_from_outside_is_taken() {
    for engine in engines() {
        let db = filled(engine).await;
        let number = async |sql: &str| db.number(sql, values![]).await.unwrap();
        assert_eq!(number("SELECT COUNT(*) FROM round WHERE subject_kind = 'plan'").await, 2);
        assert_eq!(number("SELECT COUNT(*) FROM round WHERE subject_kind = 'form'").await, 2);
        let answered = "SELECT COUNT(*) FROM report_figure WHERE series = 'stat-cases' AND breakdown = ''";
        assert!(number(answered).await >= 3, "administrations have answered");
        assert_eq!(number("SELECT COUNT(*) FROM indicator_source WHERE kind = 'outside'").await, 1);
        let asks = "SELECT COUNT(*) FROM round_item i JOIN round r ON r.id = i.round_id WHERE i.number = '6.2' AND r.year = \
            (SELECT MAX(year) FROM round) AND i.form LIKE '%\"kind\":\"rate\"%'";
        assert_eq!(number(asks).await, 0, "what is taken from elsewhere is not asked");
    }
}
