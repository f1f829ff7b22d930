//! Reading an organisation in, through HTTP and beside it: from tables, from the register, and from hostile files.

use axum::http::StatusCode;
use base::Id;
use db::testing::engines;
use db::{PageRequest, Queries};
use identity::{Unit, UnitFilter, UnitKind};
use sheets::child::Reader;
use web::testing::{Browser, Page};

use super::stage::{COMMAND, Stage, keep, school, stage};
use crate::organisation_import::{
    Fault, ImportError, Outcome, Reading, RegisterError, RemarkKind, Summary, apply, compare, read_file,
    read_register_json,
};

const LIST: &str = include_str!("data/register-list.json");
const DETAILS: &str = include_str!("data/register-details.json");

const TABLE: &str = "Skolor och nämnder 2025\n\
    Namn;Typ;Tillhör;Skolenhetskod;Kommunkod;Andra namn;Antal elever\n\
    Exempelstad;Kommun;;;199;;\n\
    Kulturnämnden;Nämnd;Exempelstad;;;KN, kulturen;\n\
    Ängsskolan;Skolenhet;Norra stadsdelen;10000001;;;300\n\
    Backens skola;Skola;Norra stadsdelen;10000002;;;120\n\
    Fritidsgården Hörnet;Fritidsgård;Kulturnämnden;;;;\n\
    Spökskolan;Skola;Fjärran nämnden;10000003;;;\n\
    ;Skola;Norra stadsdelen;10000004;;;\n\
    Tvillingskolan;Skola;Norra stadsdelen;10000002;;;\n";

async fn read(name: &str, text: &str) -> Result<Reading, ImportError> {
    read_file(&Reader::here(), name, text.as_bytes().to_vec()).await
}

async fn upload(browser: &mut Browser, name: &str, bytes: &[u8]) -> Page {
    browser.upload("/organisation/imports", &[("parent", "city")], ("file", name, bytes)).await
}

async fn named(stage: &Stage, name: &str) -> Option<Unit> {
    let filter = UnitFilter { text: name.to_owned(), ended: true, ..UnitFilter::default() };
    let found = Unit::list(&stage.db, &filter, PageRequest::new(1, 50)).await.unwrap();
    found.rows.into_iter().find(|unit| unit.name == name)
}

#[tokio::test]
async fn a_table_is_shown_before_anything_is_saved_and_saved_once() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut browser = stage.browser("city-admin").await;
        keep("import-new", &browser.get("/organisation/imports/new").await);
        let page = upload(&mut browser, "skolor.csv", TABLE.as_bytes()).await;
        keep("import", &page);
        assert!(page.path.starts_with("/organisation/imports/"), "{}\n{}", page.path, page.words());
        assert_eq!(page.all(".tiles strong, .tiles dd, .tile__value").join(" "), "3 2 0 0 3");
        let words = page.words();
        for expected in [
            "Kommunkoden lästes som 0199.",
            "”Fjärran nämnden” finns varken i filen eller i organisationen.",
            "Namnet saknas. Fyll i det.",
            "”10000002” står flera gånger i filen.",
            "Kolumnen ”Antal elever”.",
            "Skolenhetskod: från inte angivet till 10000001",
            "Fritidsgård, hör till Kulturnämnden",
        ] {
            assert!(words.contains(expected), "{expected}\n{words}");
        }
        assert!(named(&stage, "Kulturnämnden").await.is_none(), "the dry run saves nothing");
        let path = page.path.clone();
        let done = browser.post(&path, &[]).await;
        assert_eq!(done.path, "/organisation?open=city");
        assert!(done.all(".flash").concat().contains("skolor.csv är inläst."), "{:?}", done.all(".flash"));
        let youth = named(&stage, "Fritidsgården Hörnet").await.unwrap();
        let board = named(&stage, "Kulturnämnden").await.unwrap();
        assert_eq!(youth.parent, Some(board.id));
        assert_eq!(board.also, ["KN", "kulturen"]);
        assert_eq!(stage.find("school").await.school_unit_code.as_deref(), Some("10000001"));
        assert_eq!(stage.find("city").await.municipality_code.as_deref(), Some("0199"));
        assert_eq!(browser.post(&path, &[]).await.status, StatusCode::CONFLICT, "once");
        let again = browser.get(&path).await;
        assert!(again.words().contains("Inläsningen är sparad."));
        assert_eq!(again.all(".tile__value").join(" "), "0 0 0 5 3", "the same file changes nothing");
        assert_eq!(stage.events("organisation.imported").await, 1);
        assert_eq!(stage.events("unit.added").await, 5 + 3);
    }
}

#[tokio::test]
async fn only_whoever_administers_the_unit_reads_in_below_it_and_sees_the_reading() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut city = stage.browser("city-admin").await;
        let path = upload(&mut city, "skolor.csv", TABLE.as_bytes()).await.path;
        let mut other = stage.browser("other-admin").await;
        assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(upload(&mut other, "skolor.csv", TABLE.as_bytes()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for person in ["coordinator", "reporter"] {
            let mut browser = stage.browser(person).await;
            assert_eq!(browser.get("/organisation/imports/new").await.status, StatusCode::FORBIDDEN, "{person}");
            assert_eq!(upload(&mut browser, "x.csv", b"Namn\nX\n").await.status, StatusCode::FORBIDDEN, "{person}");
            assert_eq!(browser.post(&path, &[]).await.status, StatusCode::FORBIDDEN, "{person}");
        }
        assert!(stage.anybody().get(&path).await.path.starts_with("/sign-in"));
        assert!(named(&stage, "Kulturnämnden").await.is_none());
    }
}

#[tokio::test]
async fn the_registers_list_adds_renames_and_ends() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut old = school("Läroverket", "board", "10000003");
        old.id = Id::parse("old");
        old.add(&stage.db, COMMAND).await.unwrap();
        let mut renamed = school("Ängsskolan förr", "district", "10000001");
        renamed.id = Id::parse("meadow");
        renamed.add(&stage.db, COMMAND).await.unwrap();
        let city = stage.find("city").await;
        let reading = read("skolenheter.json", LIST).await.unwrap();
        let compared = compare(&stage.db, Some(&city), &reading).await.unwrap();
        let outcomes: Vec<&str> = compared.rows.iter().map(|row| outcome(&row.outcome)).collect();
        assert_eq!(outcomes, ["changed", "new", "ended", "new", "refused", "refused"]);
        let summary = apply(&stage.db, COMMAND, Some(&city), &reading).await.unwrap();
        assert_eq!(summary, Summary { new: 2, changed: 1, unchanged: 0, ended: 1, left_out: 0, refused: 2 });
        let meadow = stage.find("meadow").await;
        assert_eq!(meadow.name, "Ängsskolan");
        assert_eq!(meadow.former_names(&stage.db).await.unwrap()[0].0, "Ängsskolan förr");
        assert_eq!(stage.find("old").await.valid_to.as_deref(), Some("2025-03-01"));
        let dormant = named(&stage, "Backens skola").await.unwrap();
        assert_eq!(dormant.details.get("status").map(String::as_str), Some("dormant"));
        assert_eq!(dormant.parent, Some(city.id.clone()));
        let again = compare(&stage.db, Some(&city), &reading).await.unwrap();
        let outcomes: Vec<&str> = again.rows.iter().map(|row| outcome(&row.outcome)).collect();
        assert_eq!(outcomes, ["unchanged", "unchanged", "left_out", "unchanged", "refused", "refused"]);
    }
}

#[tokio::test]
async fn the_registers_details_keep_what_helps_and_leave_people_out() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let city = stage.find("city").await;
        let reading = read("detaljer.json", DETAILS).await.unwrap();
        apply(&stage.db, COMMAND, Some(&city), &reading).await.unwrap();
        let school = named(&stage, "Ängsskolan 1–6").await.unwrap();
        let detail = |name: &str| school.details.get(name).map(String::as_str);
        assert_eq!(detail("school_forms"), Some("FKLASS GR"));
        assert_eq!(detail("grades"), Some("1 2 3"));
        assert_eq!(detail("organiser"), Some("Exempelstads kommun"));
        assert_eq!(school.valid_from.as_deref(), Some("2001-07-01"));
        assert_eq!(school.municipality_code.as_deref(), Some("0199"));
        let bay = named(&stage, "Viksskolan").await.unwrap();
        assert_eq!(bay.school_unit_code.as_deref(), Some("10000009"));
        assert_eq!(bay.details.get("organiser_number"), None, "a person's number is passed over");
        let stored = format!("{:?}", [school, bay]);
        assert!(!stored.contains("Rektorsson") && !stored.contains("@exempel.se"), "{stored}");
    }
}

#[tokio::test]
async fn a_file_cannot_reach_outside_its_unit_go_round_in_circles_or_orphan_anything() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        school("Grannskolan", "other", "10000077").add(&stage.db, COMMAND).await.unwrap();
        let city = stage.find("city").await;
        for (rows, fault) in [
            ("Grannskolan;Skola;;10000077;", Fault::Elsewhere { text: "10000077".into() }),
            ("Ny nämnd;Nämnd;Annanstad;;", Fault::UnknownParent { text: "Annanstad".into() }),
            ("Rundan;Nämnd;Rundan 2;;\nRundan 2;Nämnd;Rundan;;", Fault::Circular),
            ("Utbildningsnämnden;Nämnd;Norra stadsdelen;;", Fault::Circular),
            ("Norra stadsdelen;Stadsdel;;;upphört", Fault::HasUnits),
            ("Nya skolan;Skola;Bra nämnd;1;", Fault::UnknownParent { text: "Bra nämnd".into() }),
            ("Koden;Skola;;1234;", Fault::NotACode { text: "1234".into() }),
        ] {
            let text = format!("Namn;Typ;Tillhör;Skolenhetskod;Status\n{rows}\n");
            let reading = read("a.csv", &text).await.unwrap();
            let compared = compare(&stage.db, Some(&city), &reading).await.unwrap();
            let Outcome::Refused { fault: found } = &compared.rows[0].outcome else {
                panic!("{rows}: {:?}", compared.rows[0].outcome)
            };
            let expected = if rows.starts_with("Nya skolan") { Fault::NotACode { text: "1".into() } } else { fault };
            assert_eq!(*found, expected, "{rows}");
            let summary = apply(&stage.db, COMMAND, Some(&city), &reading).await.unwrap();
            assert_eq!(summary.refused, reading.units.len(), "{rows}");
        }
        assert_eq!(stage.find("board").await.path, "/city/board/");
    }
}

#[tokio::test]
async fn a_district_ends_with_its_last_school_and_moved_units_take_theirs_along() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let city = stage.find("city").await;
        let text = "Namn;Typ;Tillhör;Status\nSödra stadsdelen;Stadsdel;Utbildningsnämnden;\n\
            Norra stadsdelen;Stadsdel;Utbildningsnämnden;nedlagd\nÄngsskolan;Skola;Norra stadsdelen;nedlagd\n";
        let reading = read("a.csv", text).await.unwrap();
        let summary = apply(&stage.db, COMMAND, Some(&city), &reading).await.unwrap();
        assert_eq!((summary.new, summary.ended, summary.refused), (1, 2, 0));
        assert_eq!(stage.find("district").await.valid_to.as_deref(), Some("2025-03-01"));
        let text = "Namn;Typ;Tillhör;Status\nUtbildningsnämnden;Nämnd;Nya kommundelen;\nNya kommundelen;Stadsdel;;\n";
        let reading = read("b.csv", text).await.unwrap();
        apply(&stage.db, COMMAND, Some(&city), &reading).await.unwrap();
        let part = named(&stage, "Nya kommundelen").await.unwrap();
        // What has ended keeps its place in history.
        assert_eq!(stage.find("school").await.path, format!("/city/{}/board/district/school/", part.id));
    }
}

#[tokio::test]
async fn words_of_other_files_are_understood_and_doubts_are_told() {
    let stage = stage(db::Engine::Sqlite, true).await;
    let text = "Skola\tKommun\tKommunkod\tStatus\nLillskolan\tExempelstad\t199\tkanske\nExempelstad\tExempelstad\t0199\t\n\
        Byalaget\tExempelstad\t\t\n";
    let reading = read("a.txt", text).await.unwrap();
    let compared = compare(&stage.db, Some(&stage.find("city").await), &reading).await.unwrap();
    let remarks: Vec<Vec<RemarkKind>> =
        compared.rows.iter().map(|row| row.remarks.iter().map(|remark| remark.kind).collect()).collect();
    use RemarkKind::{GuessedKind, LeadingZero, UnknownStatus};
    assert_eq!(remarks[0], [LeadingZero, UnknownStatus, GuessedKind]);
    assert_eq!(reading.units[1].parent, None, "a unit is not its own parent");
    assert_eq!(reading.units[0].guess, Some(UnitKind::SchoolUnit));
}

#[tokio::test]
async fn files_that_are_none_are_refused_with_words_and_nothing_is_left() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut browser = stage.browser("city-admin").await;
        let deep = "[".repeat(5_000);
        let wide = format!("Namn;Typ;{}\nProvskolan;Skola\n", "Annat;".repeat(300));
        let many = "Namn;Typ\n".to_owned() + &"Provskolan;Skola\n".repeat(12_001);
        let mut locked = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        locked.resize(1024, 0);
        locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        locked.resize(2048, 0);
        for (name, bytes, words) in [
            ("a.csv", wide.as_bytes(), "Filen har fler än 200 kolumner och blad"),
            ("a.csv", many.as_bytes(), "Filen har fler än 12 000 enheter."),
            ("a.xlsx", &locked, "Filen är skyddad med lösenord"),
            ("a.csv", &b"a;b\n".repeat(200_000), "Filen är för stor"),
            ("a.json", b"{".as_slice(), "Filen är JSON"),
            ("a.json", br#"{"data":{"attributes":"x"}}"#, "Filen är JSON"),
            ("a.json", deep.as_bytes(), "Filen är JSON"),
            ("a.json", br#"{"data":{"attributes":[]}}"#, "Ingen enhet hittades"),
            ("a.csv", b"Kod;Antal\n1;2\n", "Ingen enhet hittades"),
            ("a.csv", b"", "Filen är tom"),
            ("a.pdf", b"%PDF-1.7 x", "Filen är ingen tabell"),
            ("a.xlsx", b"PK\x03\x04 broken", "Filen är skadad"),
        ] {
            let page = upload(&mut browser, name, bytes).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(page.words().contains(words), "{words}\n{}", page.words());
            keep("import-refused", &page);
        }
        let page = browser.post("/organisation/imports", &[("parent", "city")]).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
        let kept = stage.db.number("SELECT COUNT(*) FROM organisation_import", db::values![]).await.unwrap();
        assert_eq!(kept, 0);
    }
}

#[tokio::test]
async fn what_stands_in_a_file_is_text_on_the_page() {
    let stage = stage(db::Engine::Sqlite, true).await;
    let mut browser = stage.browser("city-admin").await;
    let text = "Namn;Typ\n<script>alert(1)</script>;Skola\n=CMD();Nämnd\n'; DROP TABLE unit; --;Skola\n";
    let page = upload(&mut browser, "<b>.csv", text.as_bytes()).await;
    assert!(page.words().contains("<script>alert(1)</script>"), "{}", page.words());
    browser.post(&page.path, &[]).await;
    assert!(named(&stage, "<script>alert(1)</script>").await.is_some());
    assert!(named(&stage, "'; DROP TABLE unit; --").await.is_none(), "a semicolon ends a cell");
}

#[tokio::test]
async fn too_many_units_are_refused_without_being_held() {
    let mut text = String::from(r#"{"data":{"attributes":["#);
    text.push_str(&"{},".repeat(300_000));
    text.push_str("{}]}}");
    assert_eq!(read("a.json", &text).await, Err(ImportError::TooMany { limit: 12_000 }));
    assert_eq!(read_register_json("nej"), Err(RegisterError::Broken));
}

#[tokio::test]
async fn fifteen_hundred_schools_are_read_in_at_once_and_known_again() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut text = String::from("Namn;Typ;Tillhör;Skolenhetskod\n");
        for number in 0..1_500 {
            text.push_str(&format!("Skola {number};Skola;Norra stadsdelen;{}\n", 20_000_000 + number));
        }
        let city = stage.find("city").await;
        let reading = read("many.csv", &text).await.unwrap();
        let summary = apply(&stage.db, COMMAND, Some(&city), &reading).await.unwrap();
        assert_eq!(summary.new, 1_500);
        let again = compare(&stage.db, Some(&city), &reading).await.unwrap();
        assert_eq!(again.summary.unchanged, 1_500);
    }
}

fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::New { .. } => "new",
        Outcome::Changed { .. } => "changed",
        Outcome::Unchanged => "unchanged",
        Outcome::Ended { .. } => "ended",
        Outcome::LeftOut => "left_out",
        Outcome::Refused { .. } => "refused",
    }
}
