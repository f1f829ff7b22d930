//! Series from outside: read in, shown before they are saved, renewed, removed, and seen by those who may.

use axum::http::StatusCode;
use db::testing::engines;
use db::{Engine, Queries, values};
use indicators::{Kind, Value};
use web::testing::{Browser, Page};

use super::fixture::{Fixture, OWNER};
use crate::outside::OutsideSeries;

/// No file was chosen.
const NO_FILE: (&str, &str, &[u8]) = ("file", "", b"");

const SHARES: &str =
    "År;Värde\n2021;71,5\n2022;74,0 %\n2022;99\n2023;..\n2024;okänt\nKälla: enkäten\n2025;81,25\n2026;101\n";

fn fields<'a>(kind: &'a str, text: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("title", "Trygga i skolan"),
        ("owner", OWNER),
        ("origin", "Skolenkäten"),
        ("kind", kind),
        ("fetched_on", "2025-02-03"),
        ("text", text),
    ]
}

/// Sends the form again as the page that shows what would be saved has it.
pub(super) async fn confirm(browser: &mut Browser, page: &Page) -> Page {
    let action = page.attributes("form[enctype]", "action").remove(0);
    let names = page.attributes("form[enctype] input[type=hidden]", "name");
    let values = page.attributes("form[enctype] input[type=hidden]", "value");
    let fields: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
    browser.upload(&action, &fields, NO_FILE).await
}

/// Reads a series in and gives its address.
pub(super) async fn begun(browser: &mut Browser, kind: &str, text: &str) -> String {
    let page = browser.upload("/series", &fields(kind, text), NO_FILE).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    let page = confirm(browser, &page).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    page.path
}

async fn only(fixture: &Fixture) -> OutsideSeries {
    let viewer = fixture.viewer("coordinator").await;
    let mut all = OutsideSeries::list(fixture.db(), &viewer).await.unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

#[tokio::test]
async fn a_file_is_shown_before_it_is_saved_and_each_line_left_out_says_why() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let page = browser.upload("/series", &fields("share", SHARES), NO_FILE).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.words());
        let words = page.words();
        for wanted in
            ["71,5 %", "74 %", "81,2 %", "redan på en tidigare rad", "saknar värde", "inte ett tal", "mer än allt"]
        {
            assert!(words.contains(wanted), "{wanted} in {words}");
        }
        assert!(words.contains("börjar inte med ett år") && words.contains("Källa: enkäten"), "{words}");
        let viewer = fixture.viewer("coordinator").await;
        assert!(OutsideSeries::list(fixture.db(), &viewer).await.unwrap().is_empty(), "nothing is saved yet");

        let page = confirm(&mut browser, &page).await;
        assert!(page.words().contains("Skolenkäten"), "{}", page.words());
        let series = only(&fixture).await;
        let told = |height| Some(Value::Told { height, of: Kind::Share });
        let points = series.points(&series.years(fixture.db()).await.unwrap());
        let years: Vec<_> = points.iter().map(|point| (point.year, point.value)).collect();
        let gaps = [(2023, None), (2024, None)];
        assert_eq!(years[..2], [(2021, told(71.5)), (2022, told(74.0))]);
        assert_eq!((&years[2..4], years[4]), (&gaps[..], (2025, told(81.25))));
        assert_eq!(page.attributes("main svg.chart", "role"), ["img"]);
        assert!(!page.all("main table").join(" ").contains("Aktörer"), "no body reports it");
    }
}

#[tokio::test]
async fn numerators_means_and_rates_are_read_as_what_they_rest_on() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    for (kind, text, expected) in [
        ("share", "2023;392;500\n2024;406;500", Value::Share { part: 406, whole: 500 }),
        ("share", "period;nämnare;täljare\n2024;1 000;406", Value::Share { part: 406, whole: 1000 }),
        ("mean", "year\tmean\tnote\n2024\t3,4\tx", Value::Told { height: 3.4, of: Kind::Mean }),
        ("mean", "2024;3,4;120", Value::Mean { mean: 3.4, of: 120 }),
        ("number", "År;Antal\n2024-12-31;1 234,5", Value::Number { value: 1234.5 }),
        ("rate", "2024;61;48000", Value::Rate { count: 61, population: 48_000, per: 100_000 }),
    ] {
        let address = begun(&mut browser, kind, text).await;
        let viewer = fixture.viewer("coordinator").await;
        let id = base::Id::parse(address.strip_prefix("/series/").unwrap()).unwrap();
        let series = OutsideSeries::find(fixture.db(), &viewer, &id).await.unwrap().unwrap();
        let years = series.years(fixture.db()).await.unwrap();
        assert_eq!(years.last().unwrap().figure(series.kind), Some(expected), "{text}");
    }
}

#[tokio::test]
async fn an_answer_of_koladas_gives_the_total_and_its_name() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let entry = |kpi: &str, period: &str, total: &str| {
        format!(
            r#"{{"kpi":"{kpi}","municipality":"0000","period":{period},"values":[{{"gender":"K","value":1.0,"status":""}},
            {{"gender":"T","value":{total},"status":""}}]}}"#
        )
    };
    let data = |entries: &[String]| format!("\u{feff}{{\"values\":[{}],\"count\":2}}", entries.join(","));
    let good =
        data(&[entry("N07403", "2022", "81.5"), entry("N07403", "\"2023\"", "null"), entry("N07403", "2024", "84")]);
    let sent: Vec<_> = fields("share", "").into_iter().filter(|(name, _)| *name != "origin").collect();
    let page = browser.upload("/series", &sent, ("file", "svar.json", good.as_bytes())).await;
    assert!(page.text().contains("Kolada N07403 (0000)") && page.words().contains("saknar värde"), "{}", page.words());
    confirm(&mut browser, &page).await;
    let series = only(&fixture).await;
    let heights: Vec<_> =
        series.points(&series.years(fixture.db()).await.unwrap()).iter().map(|one| one.height()).collect();
    assert_eq!(heights, [Some(81.5), None, Some(84.0)]);

    let several = data(&[entry("N07403", "2022", "1"), entry("N07404", "2022", "1")]);
    let strange = data(&[entry("<b>N1</b>", "2022", "1")]);
    let deep = "[".repeat(50_000);
    for (bad, why) in [
        (several.as_str(), "flera nyckeltal"),
        (&strange, "inte som Kolada"),
        (&deep, "inte som Kolada"),
        ("{\"values\": 3}", "inte som Kolada"),
        ("{\"values\": []}", "inte som Kolada"),
    ] {
        let page = browser.upload("/series", &fields("share", ""), ("file", "svar.json", bad.as_bytes())).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.all("#file-error").join(" ").contains(why), "{}", page.words());
    }
}

#[tokio::test]
async fn what_is_no_series_is_refused_with_a_sentence() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let many = "2024;1\n".repeat(600);
    for (name, bytes) in [
        ("bild.png", &b"\x89PNG\r\n\x1a\n"[..]),
        ("sida.csv", b"<!doctype html><p>2024;1"),
        ("trasig.xlsx", b"PK\x03\x04trasig"),
        ("noll.csv", b"2024;1\x00\x01\x02\x00\x00"),
        ("langt.csv", many.as_bytes()),
    ] {
        let page = browser.upload("/series", &fields("number", ""), ("file", name, bytes)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert_eq!(page.all("#file-error").len(), 1, "{name}: {}", page.words());
    }
    for text in ["", "hej", "2024;1e400", "=2+3;5", "2024;1;2;3;4;5\n20244;1"] {
        let page = browser.upload("/series", &fields("share", text), NO_FILE).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
        assert_eq!(page.all("#text-error").len(), 1, "{text}: {}", page.words());
    }
    let wrong =
        [("owner", OWNER), ("kind", "state"), ("per", "noll"), ("fetched_on", "2030-01-01"), ("text", "2024;1")];
    let page = browser.upload("/series", &wrong, NO_FILE).await;
    for field in ["title", "origin", "kind", "fetched_on"] {
        assert_eq!(page.all(&format!("#{field}-error")).len(), 1, "{field}: {}", page.words());
    }
    let text = "2024;<script>alert(1)</script>\n2025;3";
    let page = browser.upload("/series", &fields("number", text), NO_FILE).await;
    assert!(!page.text().contains("<script>alert"), "what a file says is only text");
}

#[tokio::test]
async fn new_years_are_added_and_old_ones_replaced() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let series = begun(&mut browser, "number", "2022;10\n2023;20").await;
        let readings = format!("{series}/readings");
        let sent = [("fetched_on", "2025-03-01"), ("text", "2022;10\n2023;25\n2024;30")];
        let page = browser.upload(&readings, &sent, NO_FILE).await;
        let words = page.words();
        for wanted in ["är som förut", "ändras", "läggs till"] {
            assert!(words.contains(wanted), "{wanted} in {words}");
        }
        let page = confirm(&mut browser, &page).await;
        assert_eq!(page.path, series, "{}", page.words());
        let kept = only(&fixture).await;
        let years = kept.years(fixture.db()).await.unwrap();
        let values: Vec<_> = years.iter().map(|given| (given.year, given.value.unwrap())).collect();
        assert_eq!(
            (values.as_slice(), kept.fetched_on.as_str()),
            (&[(2022, 10.0), (2023, 25.0), (2024, 30.0)][..], "2025-03-01")
        );
        let detail = "SELECT detail FROM audit_event WHERE kind = $1";
        let detail = fixture.db().texts(detail, values!["outside_series.renewed"]).await.unwrap().remove(0);
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&detail).unwrap(),
            serde_json::json!({"added": 1, "changed": 1})
        );

        let page = browser.upload(&readings, &[("fetched_on", "2031-01-01"), ("text", "2025;1")], NO_FILE).await;
        assert_eq!(page.all("#fetched_on-error").len(), 1, "{}", page.words());
        let page = browser.post(&format!("{series}/removals"), &[]).await;
        assert!(page.path == "/series" && page.words().contains("är borttagen"), "{}", page.words());
        assert_eq!(browser.get(&series).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_series_is_seen_where_its_owner_is_and_written_by_those_who_may() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let series = begun(&mut fixture.browser("coordinator").await, "number", "2022;10\n2023;20").await;
    let mut member = fixture.browser("member").await;
    assert_eq!(member.get(&series).await.status, StatusCode::OK);
    assert!(member.get("/status-reports").await.words().contains("Serier utifrån"));
    assert_eq!(member.get(&format!("{series}/readings/new")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(member.post(&format!("{series}/removals"), &[]).await.status, StatusCode::FORBIDDEN);
    let mut other = fixture.browser("other").await;
    assert_eq!(other.get(&series).await.status, StatusCode::NOT_FOUND);
    assert!(!other.get("/series").await.words().contains("Trygga i skolan"));
    let page = other.upload("/series", &fields("number", "2024;1"), NO_FILE).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "not for another municipality");
    assert!(fixture.browser("anybody").await.get(&series).await.path.starts_with("/sign-in"));
}
