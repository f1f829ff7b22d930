//! Series from outside: read in, shown before they are saved, renewed, removed, and seen by those who may.

use axum::http::StatusCode;
use db::testing::engines;
use db::{Engine, Queries, values};
use indicators::{Kind, Value};
use web::testing::{Browser, Page};

use super::fixture::{EKVIK, Fixture, OWNER, SOCIAL};
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

/// Sends a series' form as it was opened, with these fields filled in anew.
async fn edit(browser: &mut Browser, series: &str, opened: &Page, filled: &[(&str, &str)]) -> Page {
    let value = |name: &str| opened.attributes(&format!("input[name='was-{name}']"), "value").remove(0);
    let names = ["title", "origin", "owner", "note", "fetched_on"];
    let was = names.map(|name| (format!("was-{name}"), value(name)));
    let now = names.map(|name| {
        let filled = filled.iter().find(|(other, _)| *other == name);
        (name.to_owned(), filled.map_or_else(|| value(name), |(_, text)| (*text).to_owned()))
    });
    let others = filled.iter().filter(|(name, _)| !names.contains(name)).map(|(name, text)| (*name, *text));
    let own = was.iter().chain(&now).map(|(name, text)| (name.as_str(), text.as_str()));
    let fields: Vec<(&str, &str)> = own.chain(others).collect();
    browser.post(series, &fields).await
}

#[tokio::test]
async fn what_is_said_of_a_series_is_edited_and_its_figures_and_kind_stay() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let series = begun(&mut browser, "share", "2023;71,5\n2024;74").await;
        let before = only(&fixture).await;
        let years = before.years(fixture.db()).await.unwrap();
        let address = browser.get(&series).await.attributes("main a[href$='/edit']", "href").remove(0);
        let form = browser.get(&address).await;
        assert!(form.words().contains("Slaget går inte att ändra") && form.all("[name=kind]").is_empty());
        let filled = [
            ("title", "Elever som är trygga"),
            ("origin", "https://exempel.se/enkat"),
            ("note", "Årskurs 5."),
            ("owner", SOCIAL),
            ("fetched_on", "2025-01-31"),
            ("kind", "number"),
        ];
        let page = edit(&mut browser, &series, &form, &filled).await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, series.as_str()), "{}", page.words());
        assert!(page.words().contains("Uppgifterna är sparade."), "{}", page.words());
        let now = only(&fixture).await;
        let told = [now.title.as_str(), &now.origin, &now.note, now.owner.as_str(), &now.fetched_on];
        assert_eq!(told, ["Elever som är trygga", "https://exempel.se/enkat", "Årskurs 5.", SOCIAL, "2025-01-31"]);
        assert_eq!((now.kind, now.years(fixture.db()).await.unwrap()), (before.kind, years));
        let unit = "SELECT organisation_id FROM audit_event WHERE kind = $1 ORDER BY id";
        let mut units = fixture.db().texts(unit, values!["outside_series.edited"]).await.unwrap();
        units.sort();
        assert_eq!(units, [OWNER, SOCIAL], "the log of either unit says that it changed hands");

        // What is sent again as it is, is no change; what is wrong is said and kept.
        let form = browser.get(&address).await;
        edit(&mut browser, &series, &form, &[]).await;
        assert_eq!(fixture.db().texts(unit, values!["outside_series.edited"]).await.unwrap().len(), 2);
        let wrong = [("title", " "), ("origin", "Ny källa"), ("fetched_on", "2030-01-01")];
        let page = edit(&mut browser, &series, &form, &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["title", "fetched_on"] {
            assert_eq!(page.all(&format!("#{field}-error")).len(), 1, "{field}: {}", page.words());
        }
        assert_eq!(page.attributes("#origin", "value"), ["Ny källa"]);
        assert_eq!(only(&fixture).await, now, "nothing of it was saved");
    }
}

#[tokio::test]
async fn two_who_edit_a_series_lose_nothing() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let (mut first, mut second) = (fixture.browser("coordinator").await, fixture.browser("second").await);
        let series = begun(&mut first, "share", "2023;71,5").await;
        let form = second.get(&format!("{series}/edit")).await;
        edit(&mut first, &series, &form, &[("title", "Ronjas namn"), ("owner", SOCIAL)]).await;

        // Other fields than the first one's: both changes stand.
        edit(&mut second, &series, &form, &[("note", "Kims anteckning")]).await;
        let now = only(&fixture).await;
        assert_eq!((now.title.as_str(), now.note.as_str()), ("Ronjas namn", "Kims anteckning"));
        assert_eq!(now.owner.as_str(), SOCIAL);

        // The same field: both texts are shown with whose the other is, and nothing is saved.
        let opened = first.get(&format!("{series}/edit")).await;
        edit(&mut first, &series, &opened, &[("title", "Ronjas andra namn")]).await;
        let page = edit(&mut second, &series, &form, &[("title", "Kims namn"), ("owner", EKVIK)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let words = page.words();
        assert!(words.contains("Ronjas andra namn") && words.contains("Kims namn"), "{words}");
        assert!(words.contains("Ronja Exempelsson sparade medan du skrev"), "{words}");
        assert_eq!(page.all("#owner-error").len(), 1, "a choice is offered again: {words}");
        assert_eq!(only(&fixture).await.title, "Ronjas andra namn");
        let kept = edit(&mut second, &series, &page, &[("title", "Kims namn"), ("keep-title", "mine")]).await;
        assert_eq!(kept.path, series, "{}", kept.words());
        assert_eq!(only(&fixture).await.title, "Kims namn");
    }
}

#[tokio::test]
async fn only_whoever_may_write_a_series_edits_it() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let mut coordinator = fixture.browser("coordinator").await;
    let series = begun(&mut coordinator, "number", "2023;20").await;
    let form = coordinator.get(&format!("{series}/edit")).await;
    for (who, status) in [("member", StatusCode::FORBIDDEN), ("other", StatusCode::NOT_FOUND)] {
        let mut browser = fixture.browser(who).await;
        assert_eq!(browser.get(&format!("{series}/edit")).await.status, status, "{who}");
        assert_eq!(edit(&mut browser, &series, &form, &[("title", "Mitt")]).await.status, status, "{who}");
    }
    let page = edit(&mut coordinator, &series, &form, &[("owner", EKVIK)]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "not to a unit that one may not write for: {}", page.words());
    assert_eq!(only(&fixture).await.owner.as_str(), OWNER);
    assert!(!fixture.browser("member").await.get(&series).await.text().contains("/edit"));
}
