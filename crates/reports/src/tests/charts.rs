//! Charts of an indicator of which only one year is known, alike on the web, in the PDF and in Word.

use db::testing::engines;
use documents::{Block, Figure};
use plans::PlanKind;
use serde_json::json;

use super::fixture::{Fixture, Given, LEISURE, OWNER, SOCIAL, action_form, content, goal_form};
use crate::editions::{Format, bytes, document};
use crate::snapshot::Snapshot;

/// One year of reports: a share with target and baseline by sex, a count of people with neither, and a rate with neither.
async fn one_year(fixture: &Fixture) {
    for (item, kind, form) in [("atgard-1-1", "action", action_form()), ("mal-1-owner", "goal", goal_form())] {
        fixture.round(2024, item, kind, &form).await;
    }
    fixture.report(2024, "atgard-1-1", SOCIAL, true, "approved", json!({ "status": "done" })).await;
    fixture.report(2024, "atgard-1-1", LEISURE, false, "approved", json!({ "status": "ongoing" })).await;
    fixture.report(2024, "mal-1-owner", OWNER, false, "approved", json!({})).await;
    for (series, category, figure) in [
        ("andel", "", Given::of(9, 20)),
        ("andel", "girls", Given::of(5, 9)),
        ("andel", "boys", Given::of(4, 11)),
        ("utsatta", "", Given::number(12.0)),
        ("utsatta", "girls", Given::number(8.0)),
    ] {
        let breakdown = if category.is_empty() { "" } else { "sex" };
        fixture.figure(2024, "atgard-1-1", SOCIAL, (series, breakdown, category), figure).await;
    }
    let rate = Given { kind: "rate", ..Given::of(61, 48_000) };
    fixture.figure(2024, "mal-1-owner", OWNER, ("anmalda", "", ""), rate).await;
}

/// The figures that the document holds about indicators, by their descriptions.
async fn drawn(fixture: &Fixture) -> Vec<Figure> {
    let snapshot = Snapshot::of(fixture.compiled(2024).await, 1);
    let day = "2025-03-01".parse().unwrap();
    for format in [Format::Pdf, Format::Docx] {
        assert!(!bytes(&snapshot, fixture.words(), format, day).unwrap().is_empty(), "{format:?}");
    }
    let figures = document(&snapshot, fixture.words(), day).blocks.into_iter();
    let figures = figures.filter_map(|block| if let Block::Figure(figure) = block { Some(figure) } else { None });
    figures.filter(|figure| figure.svg.contains("\"chart-")).collect()
}

#[tokio::test]
async fn one_year_is_held_against_its_levels_and_divided_into_bars() {
    for engine in engines() {
        let fixture = Fixture::without_reports(engine, content(), PlanKind::Municipal).await;
        one_year(&fixture).await;
        let figures = drawn(&fixture).await;
        let told: Vec<&str> = figures.iter().map(|figure| figure.alt.as_str()).collect();
        let what = "Andel personal som gått utbildningen";
        let wanted = [
            format!(
                "{what}, 2024: 45\u{a0}% (9 av 20). Jämför med: Mål 75\u{a0}%, Utgångsvärde 5\u{a0}%. Ihålig punkt: alla har inte svarat. 2024: 1 av 2 aktörer."
            ),
            format!("{what}, uppdelat på kön, 2024. Flickor 55,6\u{a0}%, Pojkar 36,4\u{a0}%."),
        ];
        assert_eq!(told, wanted, "people are not divided, and what is held against nothing is told, not drawn");
        assert!(figures.iter().all(|figure| figure.data.is_some()), "each with its table");
        assert_eq!(figures[1].svg.matches("chart__fill").count(), 2, "a bar for each category");

        let report = fixture.begun().await;
        let mut browser = fixture.browser("coordinator").await;
        for (indicator, charts) in [("andel", 2), ("utsatta", 0), ("anmalda", 0)] {
            let page = browser.get(&format!("{report}/goals/mal-1?indicator={indicator}")).await;
            let shown = page.text().matches("aria-labelledby=\"chart-").count();
            assert_eq!(shown, charts, "{indicator}: {}", page.words());
        }
        let page = browser.get(&format!("{report}/goals/mal-1?indicator=andel")).await;
        let told = page.all("main figure svg[aria-labelledby^='chart-'] desc");
        let wanted = wanted.map(|text| text.replace('\u{a0}', " "));
        assert_eq!(told, wanted, "the web says what the document says");
    }
}
