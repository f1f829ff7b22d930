//! Sources as Word files and workbooks give them: merged cells, bold, sheets.

use sheets::{Block, Cell, Place, Row, Run, Source, Table};

use crate::import::{LeadBasis, WarningKind, read};

use super::actions;

/// A cell: `**` around a text makes it bold, `>2` and `v3` before it merge it over columns and rows.
fn cell(text: &str, row: u32, column: u32) -> Cell {
    let (text, columns) = merged(text, '>');
    let (text, rows) = merged(text, 'v');
    let mut bold = false;
    let mut runs = Vec::new();
    for part in text.split("**") {
        if !part.is_empty() {
            runs.push(Run { text: part.to_owned(), bold });
        }
        bold = !bold;
    }
    let columns = u16::try_from(columns).unwrap();
    Cell { runs, place: Place::Cell { sheet: "Blad1".to_owned(), row, column }, columns, rows }
}

fn merged(text: &str, mark: char) -> (&str, u32) {
    let counted = text.strip_prefix(mark).and_then(|rest| Some((rest.get(1..)?, rest.get(..1)?.parse().ok()?)));
    counted.unwrap_or((text, 1))
}

fn table(rows: &[&[&str]]) -> Source {
    let row = |(number, cells): (u32, &&[&str])| Row {
        cells: (1..).zip(cells.iter()).map(|(column, text)| cell(text, number, column)).collect(),
    };
    let rows = (1..).zip(rows).map(row).collect();
    Source { blocks: vec![Block::Table(Table { name: Some("Blad1".to_owned()), rows })], notes: Vec::new() }
}

#[test]
fn bold_names_the_leading_body() {
    let reading = read(&table(&[
        &["Aktivitet", "Ansvariga"],
        &["Öva utrymning", "Kommunstyrelsen, **Räddningsnämnden**\nSkolnämnden"],
        &["Köp brandfilt", "**Kommunstyrelsen, Skolnämnden**"],
        &["Skriv rutin", "**Skolnämnden**"],
    ]));
    let found: Vec<_> = actions(&reading)
        .map(|action| (action.lead.as_deref().unwrap(), action.lead_basis, action.co_responsible.len()))
        .collect();
    assert_eq!(
        found,
        [
            ("Räddningsnämnden", LeadBasis::Bold, 2),
            ("Kommunstyrelsen", LeadBasis::First, 1),
            ("Skolnämnden", LeadBasis::Only, 0)
        ]
    );
}

#[test]
fn goals_and_bodies_merged_over_rows_hold_for_all_of_them() {
    let reading = read(&table(&[
        &["Mål", "Åtgärd", "Ansvarig", "Tid"],
        &["v2Trygga torg", "Sätt upp lampor", "v2Gatunämnden", "2025"],
        &["", "Klipp häckar", "", "2026"],
        &["Trygga tåg", "Anställ värdar", "Regionen", "2027"],
    ]));
    assert_eq!(
        reading.goals.iter().map(|goal| (goal.title.as_str(), goal.actions.len())).collect::<Vec<_>>(),
        [("Trygga torg", 2), ("Trygga tåg", 1)]
    );
    assert_eq!(
        actions(&reading).map(|action| action.lead.as_deref().unwrap()).collect::<Vec<_>>(),
        ["Gatunämnden", "Gatunämnden", "Regionen"]
    );
    assert_eq!((reading.cells.seen, reading.cells.not_understood), (14, 0));
}

#[test]
fn a_workbook_may_have_titles_above_and_goals_inside_its_table() {
    let reading = read(&table(&[
        &[">4Handlingsplan för trygghet 2025–2028", "", "", ""],
        &["Åtgärd", "Ansvarig", "Uppföljning", "Hur ofta"],
        &[">4Mål 1 – Lugna kvällar", "", "", ""],
        &["Stäng kiosken", "Kommunstyrelsen", "Antal kvällar", "Årligen"],
        &[">4Mål 2 – Lugna nätter", "", "", ""],
        &["Öppna vänthallen", "Regionen", "Antal nätter", "Varje tertial"],
    ]));
    assert_eq!(
        reading
            .goals
            .iter()
            .map(|goal| (goal.number.as_deref(), goal.title.as_str(), goal.actions.len()))
            .collect::<Vec<_>>(),
        [(Some("1"), "Lugna kvällar", 1), (Some("2"), "Lugna nätter", 1)]
    );
    assert_eq!(reading.cells.not_understood, 0);
    assert_eq!(
        (reading.plan.title.as_deref(), reading.plan.period.as_deref()),
        (Some("Handlingsplan för trygghet 2025–2028"), Some("2025–2028"))
    );
}

#[test]
fn a_matrix_under_a_shared_header_names_the_bodies() {
    let reading = read(&table(&[
        &["Åtgärd", ">3Ansvariga", "", "", "Klart"],
        &["", "KS", "SN", "Polisen", ""],
        &["Gemensam kväll", "X", "**X**", "X", "2026"],
        &["Egen kväll", "", "", "X", "2027"],
    ]));
    let found: Vec<_> = actions(&reading)
        .map(|action| (action.lead.as_deref().unwrap(), action.lead_basis, action.co_responsible.clone()))
        .collect();
    assert_eq!(
        found,
        [
            ("SN", LeadBasis::Bold, vec!["KS".to_owned(), "Polisen".to_owned()]),
            ("Polisen", LeadBasis::Only, Vec::new())
        ]
    );
}

#[test]
fn rows_below_an_action_merged_over_them_belong_to_it() {
    let reading = read(&table(&[
        &["Åtgärd", "Ansvarig", "Indikator"],
        &["v2Dela ut reflexer", "Skolnämnden", "Antal reflexer"],
        &["", "Trafiknämnden", "Andel barn med reflex"],
        &["Måla streck", "Trafiknämnden", "Antal streck"],
    ]));
    let first = actions(&reading).next().unwrap();
    assert_eq!(
        (actions(&reading).count(), first.indicators.len(), first.co_responsible.as_slice()),
        (2, 2, ["Trafiknämnden".to_owned()].as_slice())
    );
}

#[test]
fn columns_that_mean_nothing_are_warned_of_once_each() {
    let reading = read(&table(&[
        &["Åtgärd", "Ansvarig", "Prioritet", "Anteckningar"],
        &["Rensa vind", "Vaktmästeriet", "1", ""],
        &["Rensa källare", "Vaktmästeriet", "2", ""],
    ]));
    let warned: Vec<_> = reading
        .warnings
        .iter()
        .filter(|warning| warning.message == WarningKind::UnknownColumn)
        .map(|warning| warning.about.as_deref().unwrap())
        .collect();
    assert_eq!((warned, reading.cells.not_understood), (vec!["Prioritet"], 2));
    let place = Place::Cell { sheet: "Blad1".to_owned(), row: 2, column: 3 };
    assert_eq!((&reading.not_understood[0].source, reading.not_understood[0].text.as_str()), (&place, "1"));
}

#[test]
fn a_table_on_its_side_holds_one_action_after_another() {
    let reading = read(&table(&[
        &["Åtgärd", "Bygg skatepark"],
        &["Ansvarig", "Parknämnden och Skolnämnden"],
        &["Tidplan", "2026"],
        &["Åtgärd", "Rusta gungor"],
        &["Ansvarig", "Parknämnden"],
        &["Tidplan", "Q2 2027"],
    ]));
    let time = |action: &crate::import::Action| action.time_plan.as_ref().unwrap().text.clone();
    let found: Vec<_> =
        actions(&reading).map(|action| (action.text.as_str(), action.co_responsible.len(), time(action))).collect();
    assert_eq!(found, [("Bygg skatepark", 1, "2026".to_owned()), ("Rusta gungor", 0, "Q2 2027".to_owned())]);
    assert_eq!((reading.cells.seen, reading.cells.not_understood), (12, 0));
}

#[test]
fn a_sheet_may_be_named_after_its_goal() {
    let mut source = table(&[&["Aktivitet", "Vem"], &["Gå runda", "Rektor"]]);
    if let Some(Block::Table(table)) = source.blocks.first_mut() {
        table.name = Some("Mål 3 Lugna raster".to_owned());
    }
    let goal = &read(&source).goals[0];
    assert_eq!((goal.number.as_deref(), goal.title.as_str(), goal.actions.len()), (Some("3"), "Lugna raster", 1));
}

#[test]
fn headings_and_lists_of_a_word_file_belong_to_the_goal() {
    let place = |paragraph| Place::Paragraph { paragraph };
    let runs = |text: &str| vec![Run { text: text.to_owned(), bold: false }];
    let mut source = table(&[&["Insats", "Aktör"], &["Starta kör", "Kulturskolan"]]);
    let before = vec![
        Block::Heading { level: 1, text: "Mål 1".to_owned(), place: place(1) },
        Block::Paragraph { runs: runs("Alla får sjunga"), place: place(2) },
        Block::Paragraph { runs: runs("Förutsättningar:"), place: place(3) },
        Block::Item { runs: runs("Noter"), depth: 0, place: place(4) },
        Block::Item { runs: runs("Lokal"), depth: 0, place: place(5) },
        Block::Heading { level: 2, text: "Kör".to_owned(), place: place(6) },
    ];
    source.blocks.splice(0..0, before);
    let reading = read(&source);
    let goal = &reading.goals[0];
    assert_eq!(
        (goal.title.as_str(), goal.preconditions.as_slice()),
        ("Alla får sjunga", ["Noter".to_owned(), "Lokal".to_owned()].as_slice())
    );
    assert_eq!(goal.actions[0].section.as_deref(), Some("Kör"));
}
