//! A form as it is filled in and read: labels, inputs, faults with what to do, blocks from a spreadsheet.

use axum::http::StatusCode;
use db::testing::engines;

use super::fixture::{Fixture, send};

const COMPLETE: [(&str, &str); 12] = [
    ("cases", "1 200"),
    ("cases@sex@girls", "700"),
    ("cases@sex@boys", "500"),
    ("cases-minors.reason", "Systemet skiljer inte på ålder."),
    ("abroad", "no"),
    ("trainings", "3"),
    ("trained.part", "60"),
    ("trained.of", "80"),
    ("training-about", "signs"),
    ("routine", "yes"),
    ("routine-date", "2024-11-05"),
    ("cases-by-kind.paste", "\tFlickor och kvinnor\tPojkar och män\nHedersrelaterat våld och förtryck\t12\t3"),
];

#[tokio::test]
async fn every_input_has_a_name_a_label_and_a_way_without_scripts() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let page = fixture.browser("coordinator").await.get(&fixture.at("/trials/new")).await;
        let names = page.attributes("main form.form [name]", "name");
        for name in fixture.definition(1).await.input_names() {
            assert!(names.contains(&name), "{name}");
        }
        for name in ["cases@sex.paste", "cases-by-kind.paste"] {
            assert!(names.iter().any(|other| other == name), "{name}");
        }
        let words = page.words();
        let when =
            "Fyll i om svaret på ”Har ni under året misstänkt att något barn förts utomlands mot sin vilja?” är Ja.";
        assert!(words.contains(when), "{words}");
        assert!(words.contains("Varför finns inget värde?"));
        assert_eq!(page.attributes("[data-ask-when=abroad]", "data-ask-is"), ["yes", "yes"]);
        let labels = page.attributes("input[name='cases@sex@girls']", "aria-label");
        assert_eq!(labels, ["Flickor och kvinnor, Antal"]);
        assert_eq!(page.attributes("input[name='trained.of']", "inputmode"), ["numeric"]);
        assert!(page.all("[data-count=routine-why]")[0].contains("Högst 1 000 tecken"));

        let mut browser = fixture.browser("coordinator").await;
        browser.cookie("language", Some("en"));
        let english = browser.get(&fixture.at("/trials/new")).await.words();
        assert!(english.contains("Girls and women") && english.contains("Why is there no value?"), "{english}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_above_and_at_the_input_and_nothing_typed_is_lost() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let empty = browser.get(&fixture.at("/trials/new")).await;
        let written = [
            ("cases", "tolv"),
            ("trained.part", "90"),
            ("trained.of", "80"),
            ("other", "Inget mer."),
            ("routine", "yes"),
        ];
        let page = send(&mut browser, &empty, &fixture.at("/trials"), &written).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let summary = page.all("[data-error-summary] li");
        let texts = [
            "Hur många personer har ni haft ärenden om, där det fanns misstanke om våld? – Skriv ett tal med siffror, till exempel 12 eller 12,5.",
            "Hur många av personerna var under 18 år? – Svara på frågan, eller skriv varför det inte finns något värde.",
            "Har ni under året misstänkt att något barn förts utomlands mot sin vilja? – Svara på frågan.",
            "Hur många utbildningstillfällen om våld har ni hållit? – Svara på frågan.",
            "Hur stor del av de anställda som möter barn eller vuxna har gått utbildning? – Antalet är större än totalen. Kontrollera att talen står på rätt plats.",
            "När sågs rutinen över senast? – Svara på frågan, eller skriv varför det inte finns något värde.",
        ];
        assert_eq!(summary, texts);
        // Each line leads to an input that is there and says so.
        for link in page.attributes("[data-error-summary] a", "href") {
            let name = link.trim_start_matches('#');
            assert_eq!(page.attributes(&format!("[id='{name}']"), "id").len(), 1, "{name}");
        }
        assert_eq!(page.attributes("input[name=cases]", "value"), ["tolv"]);
        assert_eq!(page.attributes("input[name=cases]", "aria-invalid"), ["true"]);
        assert_eq!(page.all("textarea[name=other]"), ["Inget mer."]);
    }
}

#[tokio::test]
async fn answers_are_read_as_figures_and_sentences_and_a_pasted_block_lands_in_its_cells() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let empty = browser.get(&fixture.at("/trials/new")).await;
        let page = send(&mut browser, &empty, &fixture.at("/trials"), &COMPLETE).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.words());
        let read = page.all(".answers__read .answer__text").join(" | ");
        for text in [
            "1\u{a0}200",
            "75 % (60 av 80)",
            "Inget värde: Systemet skiljer inte på ålder.",
            "Tidiga tecken på våld",
            "5 november 2024",
            "Nej",
        ] {
            let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(read.contains(&folded), "{text}: {read}");
        }
        assert_eq!(page.attributes("input[name='cases-by-kind@honour@girls']", "value"), ["12"]);
        assert_eq!(page.attributes("input[name='cases-by-kind@honour@boys']", "value"), ["3"]);
        // Questions that are not asked are not among the answers.
        assert!(!page.all(".answers__read h3").iter().any(|label| label.starts_with("Hur många barn gäller")));
    }
}

#[tokio::test]
async fn what_has_no_place_in_a_table_stays_where_it_was_pasted_and_is_told_of() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let empty = browser.get(&fixture.at("/trials/new")).await;
    // A line of sums is no row of the table.
    let mut written = COMPLETE;
    written[11].1 = "\tFlickor och kvinnor\tPojkar och män\nHedersrelaterat våld och förtryck\t12\t3\nSumma\t12\t3";
    let page = send(&mut browser, &empty, &fixture.at("/trials"), &written).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.attributes("[data-error-summary] a", "href"), ["#cases-by-kind.paste"]);
    assert_eq!(page.all("textarea[name='cases-by-kind.paste']"), ["Summa 12 3"]);
    assert_eq!(page.attributes("input[name='cases-by-kind@honour@girls']", "value"), ["12"]);
}
