//! Editions of a county's plan, of a municipality's, and of plans that have next to nothing.

mod pages;

use base::{Id, Period};
use documents::{Block, Document, Fonts, Inline, TableRow};
use i18n::{Catalogue, Language};

use crate::content::{
    Action, Audience, Content, Expectation, Figure, Goal, Indicator, IndicatorKind, LevelName, Party, PlanBody, Section,
};
use crate::editions::{About, Edition, Format, Words, document, excerpt, sheet};
use crate::version::Decision;
use crate::{PlanState, draft, import};

/// The invented county's plan: eight goals with 55 actions.
const COUNTY: &str = include_str!("../../../demo/data/county-plan.txt");
/// The invented municipality's plan: four goals with 18 activities.
const MUNICIPALITY: &str = include_str!("../../../demo/data/honour-plan.txt");

/// The translations.
pub(super) fn catalogue() -> Catalogue {
    web::catalogue().unwrap()
}

/// The county's plan as it is read, with what a table cannot say added to it.
pub(super) fn county() -> Content {
    let mut content = read(COUNTY);
    content.summary = "Planen visar vad myndigheterna lovar att göra för ett län utan våld.".to_owned();
    let text = "Planen gäller hela länet.\n\nDen omfattar:\n- våld i nära relation\n- hedersrelaterat våld".to_owned();
    content.introduction = vec![Section { id: id("om"), heading: "Om planen".to_owned(), text }];
    content.rules.review_every = Some(1);
    content.rules.evaluate_every = Some(2);
    content.rules.first_revision = Some(2025);
    let action = content.actions_mut().next().unwrap();
    action.target_group = "Personal som möter barn".to_owned();
    action.expectations = vec![Expectation {
        id: id("förväntan"),
        audience: Audience { function: "Rektor".to_owned(), unit_kind: "school_unit".to_owned(), area: None },
        what: "Gå igenom rutinen med alla som arbetar på skolan.".to_owned(),
        by: "10-15".to_owned(),
        minutes: Some(45),
        help: "Samordnaren kommer gärna.".to_owned(),
    }];
    let mut share = Indicator::new(id("andel"), IndicatorKind::Share, "Andel elever som vet vem de kan prata med");
    share.baseline = Some(Figure { when: "2023".to_owned(), of: Some((60, 80)), ..Figure::default() });
    share.target = Some(Figure { when: "2027".to_owned(), value: Some(92.5), ..Figure::default() });
    share.source = "Elevenkäten".to_owned();
    share.fact_sheet.definition = "Elever i årskurs 8 som svarar ja.".to_owned();
    content.goals[0].indicators.push(share);
    content
}

fn read(text: &str) -> Content {
    let reading = import::read(&sheets::read_text(text));
    let mut count = 0;
    let new_id = || {
        count += 1;
        id(&format!("id{count:04}"))
    };
    draft::content(&reading, &draft::Choices::new(), Period { from: 2024, to: 2027 }, new_id)
}

fn id(text: &str) -> Id {
    Id::stored(text.to_owned())
}

fn about(decided: bool) -> About {
    let decision = Decision {
        body: "Kommunstyrelsen".to_owned(),
        date: "2023-12-11".parse().unwrap(),
        paragraph: "§ 214".to_owned(),
        diary_number: "KS 2023/118".to_owned(),
        in_force_from: "2024-01-01".parse().unwrap(),
    };
    About {
        owner: "Lindhamns kommun".to_owned(),
        version: 2,
        revision: 14,
        decision: decided.then_some(decision),
        state: if decided { PlanState::InForce } else { PlanState::Draft },
        extension: None,
        closing: None,
        above: Vec::new(),
        date: "2023-12-11".parse().unwrap(),
        language: documents::Language::Swedish,
    }
}

fn made(content: &Content, edition: &Edition) -> Document {
    document(content, &about(true), edition, Words::new(&catalogue(), Language::Sv))
}

fn pages(content: &Content, edition: &Edition) -> usize {
    let pdf = documents::pdf(&made(content, edition), &Fonts::embedded()).unwrap();
    assert!(pdf.missing.is_empty(), "no glyph for {:?}", pdf.missing);
    pdf.pages
}

/// All text of a document in reading order.
fn words(document: &Document) -> String {
    let run = |parts: &[Inline]| parts.iter().map(inline).collect::<String>();
    let row = |row: &TableRow| match row {
        TableRow::Group(text) => text.clone(),
        TableRow::Cells(cells) => cells.iter().map(|cell| run(cell)).collect::<Vec<_>>().join(" | "),
    };
    let block = |block: &Block| match block {
        Block::Heading { text, number, .. } => format!("{} {text}", number.clone().unwrap_or_default()),
        Block::Paragraph(parts) | Block::Lead(parts) | Block::Quote(parts) | Block::Note(parts) => run(parts),
        Block::List { items, .. } => items.iter().map(|item| run(item)).collect::<Vec<_>>().join("\n"),
        Block::Table(table) => table.rows.iter().map(row).collect::<Vec<_>>().join("\n"),
        Block::Facts(facts) => facts.iter().map(|(name, value)| format!("{name}: {}", run(value))).collect(),
        Block::Figure(_) | Block::PageBreak => String::new(),
    };
    document.blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

fn inline(part: &Inline) -> &str {
    match part {
        Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) | Inline::Link { text, .. } => text,
        Inline::LineBreak => "\n",
    }
}

#[test]
fn a_county_plan_keeps_its_size() {
    let county = county();
    assert_eq!(county.action_count(), 55);
    assert!(pages(&county, &Edition::List) <= 3);
    assert!(pages(&county, &Edition::Short) <= 4);
    assert!(pages(&county, &Edition::Full) > 5);
    assert!(pages(&county, &Edition::Actors(None)) > 2);
}

#[test]
fn eighteen_activities_fit_on_one_page_for_the_wall() {
    let content = read(MUNICIPALITY);
    assert_eq!(content.action_count(), 18);
    assert_eq!(pages(&content, &Edition::List), 1);
}

#[test]
fn the_full_edition_leaves_nothing_out() {
    let county = county();
    let text = words(&made(&county, &Edition::Full));
    for (_, action) in county.actions() {
        for line in action.text.lines() {
            assert!(text.contains(line.trim()), "{line}");
        }
        assert!(action.parties().all(|(party, _)| text.contains(Party::name(party))), "{}", action.number);
    }
    for (_, indicator) in county.indicators() {
        assert!(text.contains(indicator.text.lines().next().unwrap().trim()), "{}", indicator.text);
    }
    for told in [
        "75 % (60 av 80), 2023",
        "92,5 %, 2027",
        "15 oktober varje år, 45 minuter",
        "Målgrupp: Personal som möter barn",
        "Planen ses över varje år.",
        "Planen utvärderas vartannat år.",
        "första gången 2025",
        "Elever i årskurs 8 som svarar ja.",
    ] {
        assert!(text.contains(told), "{told}");
    }
    assert!(!text.contains('⟦'), "a missing translation");
}

#[test]
fn the_cover_says_who_decided_what_and_a_draft_says_that_it_is_one() {
    let county = county();
    let catalogue = catalogue();
    let swedish = Words::new(&catalogue, Language::Sv);
    let decided = document(&county, &about(true), &Edition::Full, swedish);
    let facts: Vec<&str> = decided.facts.iter().map(|(_, value)| value.as_str()).collect();
    let expected = [
        "Lindhamns kommun",
        "2024–2027",
        "Kommunstyrelsen",
        "11 december 2023",
        "§ 214",
        "KS 2023/118",
        "1 januari 2024",
        "2",
    ];
    assert_eq!(facts, expected);
    assert_eq!(decided.running.as_deref(), Some("Version 2, beslutad 11 december 2023, dnr KS 2023/118"));
    for edition in Edition::ALL {
        let draft = document(&county, &about(false), &edition, swedish);
        assert!(words(&draft).contains("Det här är ett utkast."), "{edition:?}");
        assert!(draft.reference.is_none() && draft.running.unwrap().starts_with("Utkast"), "{edition:?}");
    }
}

#[test]
fn columns_that_the_plan_does_not_use_are_left_out() {
    let mut content = Content::new("Liten plan", Period { from: 2025, to: 2025 });
    content.actions = vec![Action::new(id("a"), "", "Gå en runda"), Action::new(id("b"), "", "Prata med alla")];
    let Some(Block::Table(table)) = made(&content, &Edition::List).blocks.pop() else { panic!("a table") };
    assert_eq!(table.columns.iter().map(|column| column.title.as_str()).collect::<Vec<_>>(), ["Åtgärd"]);
    content.actions[1].training = "Halvdag om hot och våld".to_owned();
    content.levels.action = Some(LevelName::new("Insats", "Insatser"));
    let Some(Block::Table(table)) = made(&content, &Edition::List).blocks.pop() else { panic!("a table") };
    assert_eq!(table.columns.iter().map(|column| column.title.as_str()).collect::<Vec<_>>(), ["Insats", "Utbildning"]);
}

#[test]
fn a_plan_with_nothing_in_it_still_has_all_editions() {
    let content = Content::new("", Period { from: 2025, to: 2026 });
    for edition in Edition::ALL {
        let empty = made(&content, &edition);
        assert!(documents::pdf(&empty, &Fonts::embedded()).unwrap().pages >= 1);
        assert!(!documents::docx(&empty).unwrap().bytes.is_empty());
        assert!(documents::html(&empty).contains("<h1"));
    }
}

#[test]
fn an_actor_reads_its_own_part_alone() {
    let mut content = Content::new("Plan", Period { from: 2025, to: 2026 });
    let unit = |unit: &str, name: &str| Party::Unit { unit: id(unit), name: name.to_owned() };
    let mut goal = Goal::new(id("g"), "1", "Alla vet vart de vänder sig");
    let mut first = Action::new(id("a"), "1.1", "Skriva en rutin");
    first.lead = Some(unit("skola", "Skolan"));
    first.co_responsible = vec![unit("fritid", "Fritiden")];
    let mut second = Action::new(id("b"), "1.2", "Hålla en kväll");
    second.lead = Some(unit("fritid", "Fritiden"));
    goal.actions = vec![first, second];
    content.goals = vec![goal];
    content.bodies =
        vec![PlanBody { unit: Some(id("fritid")), name: "Fritiden".to_owned(), role: "Möter unga.".to_owned() }];
    let own = made(&content, &Edition::Actors(Some(id("fritid"))));
    assert_eq!(own.subtitle.as_deref(), Some("Fritiden: vad vi har lovat, 2025–2026"));
    let text = words(&own);
    for told in ["Möter unga.", "Leder en åtgärd", "Hålla en kväll", "Medverkar i en åtgärd", "Skriva en rutin"]
    {
        assert!(text.contains(told), "{told}");
    }
    let school = words(&made(&content, &Edition::Actors(Some(id("skola")))));
    assert!(!school.contains("Hålla en kväll"));
}

#[test]
fn a_sheet_is_made_where_a_table_is_meant() {
    let (content, catalogue) = (county(), catalogue());
    for edition in Edition::ALL {
        let workbook = sheet(&content, &about(true), &edition, Words::new(&catalogue, Language::Sv));
        assert_eq!(workbook.is_some(), edition.formats().contains(&Format::Xlsx), "{edition:?}");
        let Some(workbook) = workbook else { continue };
        assert!(sheets::read::xlsx(&sheets::write::xlsx(&workbook).unwrap()).is_ok(), "{edition:?}");
    }
}

#[test]
fn a_long_wording_is_cut_where_it_may_be() {
    let cases = [
        ("Kort nog.", 20, "Kort nog."),
        ("Ta fram en rutin. Den ska vara känd av alla.", 30, "Ta fram en rutin. …"),
        ("Ta fram en rutin, och se till att den är känd", 22, "Ta fram en rutin …"),
        ("Ta fram en rutin som är känd av alla", 30, "Ta fram en rutin som är känd …"),
        ("Möt t.ex. Polisen och bl.a. Skolan varje månad", 30, "Möt t.ex. Polisen och bl.a. …"),
        ("Ordmedenförfärligtlångfortsättning", 10, "Ordmeden …"),
        ("Två\nrader  blir\n en", 30, "Två rader blir en"),
    ];
    for (text, most, expected) in cases {
        let short = excerpt(text, most);
        assert_eq!(short, expected);
        assert!(short.chars().count() <= most.max(10), "{short}");
    }
}

#[test]
fn a_file_is_named_after_what_is_in_it() {
    let catalogue = catalogue();
    let name = |title: &str, edition: Edition, format| {
        let content = Content::new(title, Period { from: 2024, to: 2027 });
        edition.file_name(&content, format, Words::new(&catalogue, Language::Sv))
    };
    assert_eq!(
        name("Plan för ökad trygghet", Edition::Short, Format::Pdf),
        "plan-for-okad-trygghet-kortversion-2024-2027.pdf"
    );
    assert_eq!(name("Åtgärder 2024–2027", Edition::List, Format::Xlsx), "atgarder-atgardslista-2024-2027.xlsx");
    assert_eq!(name("../:*?", Edition::Full, Format::Docx), "hela-planen-2024-2027.docx");
}

#[test]
fn every_edition_has_all_its_words_in_both_languages() {
    let (content, catalogue) = (county(), catalogue());
    for language in Language::ALL {
        for (edition, decided) in Edition::ALL.iter().flat_map(|edition| [(edition, true), (edition, false)]) {
            let html = documents::html(&document(&content, &about(decided), edition, Words::new(&catalogue, language)));
            assert!(!html.contains('⟦'), "{edition:?} in {}", language.tag());
            let workbook = sheet(&content, &about(decided), edition, Words::new(&catalogue, language));
            assert!(!format!("{workbook:?}").contains('⟦'), "{edition:?} in {}", language.tag());
        }
    }
}
