//! A plan in words of our own, with every kind of block: places, bodies and numbers are invented.

use documents::{
    Align, Block, Column, Density, Document, Figure, Inline, Labels, Language, Orientation, Page, Style, Table,
    TableRow,
};

/// The goals of the plan, each with the number of its actions.
const GOALS: [(&str, usize); 8] = [
    ("Barn och unga växer upp i en vardag utan våld", 8),
    ("Alla som möter barn kan se tecken på våld och vet vad de ska göra", 10),
    ("Skolan arbetar systematiskt mot kränkningar", 9),
    ("Den som har utsatts får stöd i tid", 7),
    ("Den som utövar våld får hjälp att sluta", 5),
    ("Offentliga platser är trygga hela dygnet", 5),
    ("Samverkan mellan kommun, region och polis håller över tid", 9),
    ("Kunskapen om läget är gemensam och aktuell", 7),
];

const VERBS: [&str; 6] = ["Ta fram", "Genomföra", "Följa upp", "Utbilda i", "Pröva", "Samordna"];
const OBJECTS: [&str; 7] = [
    "en gemensam rutin för oro, från första iakttagelse till återkoppling",
    "återkommande samtal om normer och gränser i årskurs 4–9",
    "kartläggningen av otrygga platser tillsammans med elevråden",
    "bemötande för personal inom förskola, skola och fritidshem",
    "föräldrastöd på fler språk än svenska",
    "en väg in för den som behöver skydd, öppen alla dagar",
    "händelserapporteringen, så att samma sak räknas på samma sätt överallt",
];
const BODIES: [&str; 5] = [
    "Barn- och utbildningsnämnden",
    "Socialnämnden",
    "Kultur- och fritidsnämnden",
    "Kommunstyrelsen",
    "Lokalpolisområde Norrådal",
];

/// Text of one paragraph.
pub fn prose() -> Vec<Inline> {
    vec![
        Inline::text(
            "Våld går att förebygga. Det börjar i det lilla: hur vi talar med varandra i korridoren, vem som får plats på \
             skolgården, vad en vuxen gör när något känns fel. Planen samlar det vi har lovat varandra och säger ",
        ),
        Inline::Strong("vem som gör vad".into()),
        Inline::text(", när det ska vara klart och "),
        Inline::Emphasis("hur vi ser att det hjälper".into()),
        Inline::text(". Läs mer i "),
        Inline::Link { text: "uppföljningen".into(), href: "#uppfoljning".into() },
        Inline::text(" eller på "),
        Inline::Link { text: "kommunens webbplats".into(), href: "https://norradal.example/trygghet".into() },
        Inline::text("."),
    ]
}

/// The actions of one goal, as a table.
fn actions(goal: usize, count: usize) -> Table {
    let mut rows = vec![TableRow::Group("Förebyggande för alla".into())];
    for at in 0..count {
        if at == count / 2 {
            rows.push(TableRow::Group("När oron finns".into()));
        }
        let seed = goal * 11 + at;
        rows.push(TableRow::Cells(vec![
            vec![Inline::text(format!("{goal}.{}", at + 1))],
            vec![Inline::text(format!("{} {}.", VERBS[seed % 6], OBJECTS[seed % 7]))],
            vec![
                Inline::Strong(BODIES[seed % 5].into()),
                Inline::LineBreak,
                Inline::text(format!("med {}", BODIES[(seed + 2) % 5])),
            ],
            vec![Inline::text(format!("Andel av verksamheterna som har infört rutinen, årskurs {}", seed % 9 + 1))],
            vec![Inline::text(if seed.is_multiple_of(3) { "Planens slut" } else { "Varje år" })],
            vec![Inline::text(format!("{} %", 40 + seed % 55))],
        ]));
    }
    let columns = vec![
        Column::new("Nr", 9, Align::Start),
        Column::new("Aktivitet", 40, Align::Start),
        Column::new("Ansvarig", 30, Align::Start),
        Column::new("Indikator", 30, Align::Start),
        Column::new("Följs upp", 14, Align::Start),
        Column::new("Läge", 10, Align::End),
    ];
    Table { caption: Some(format!("Aktiviteter under mål {goal}")), columns, rows, header_column: true }
}

/// A chart of bars with direct labels.
pub fn chart() -> Figure {
    let mut svg = String::from(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="560" height="200" viewBox="0 0 560 200" font-family="Noto Sans" font-size="13">"#,
    );
    let values = [("2022/23", 61), ("2023/24", 66), ("2024/25", 74)];
    for (at, (name, value)) in values.into_iter().enumerate() {
        let y = 20 + at * 56;
        svg += &format!(
            r##"<text x="0" y="{}" fill="#1b2324">{name}</text><rect x="90" y="{y}" width="{}" height="30" fill="#0f5257"/><text x="{}" y="{}" fill="#1b2324">{value} %</text>"##,
            y + 20,
            value * 5,
            98 + value * 5,
            y + 20
        );
    }
    svg += "</svg>";
    let rows =
        values.into_iter().map(|(name, value)| TableRow::of([name.to_owned(), format!("{value} %"), "60".to_owned()]));
    let columns = vec![
        Column::new("Läsår", 2, Align::Start),
        Column::new("Andel", 1, Align::End),
        Column::new("Svarande", 1, Align::End),
    ];
    Figure {
        svg,
        alt: "Stapeldiagram: andelen trygga elever stiger från 61 till 74 procent på tre läsår.".into(),
        caption: vec![Inline::text("Andel elever som känner sig trygga, Norrådals kommun. n = 60 klasser.")],
        data: Some(Table { caption: None, columns, rows: rows.collect(), header_column: true }),
    }
}

fn heading(level: u8, number: impl Into<Option<String>>, text: &str, anchor: Option<&str>) -> Block {
    Block::Heading { level, text: text.into(), anchor: anchor.map(Into::into), number: number.into() }
}

fn opening() -> Vec<Block> {
    vec![
        heading(1, None, "Varför vi har en plan", None),
        Block::Lead(vec![Inline::text(
            "Norrådal ska vara en kommun där ingen behöver vara rädd. Planen gäller i fyra år och följs upp varje höst.",
        )]),
        Block::Paragraph(prose()),
        Block::Paragraph(prose()),
        heading(2, None, "Så läser du planen", None),
        Block::Paragraph(prose()),
        Block::List {
            ordered: false,
            items: vec![
                vec![Inline::Strong("Mål".into()), Inline::text(" säger hur det ska vara när planen är slut.")],
                vec![Inline::Strong("Aktiviteter".into()), Inline::text(" säger vad vi gör för att komma dit.")],
                vec![Inline::text(
                    "Indikatorer visar om det går åt rätt håll, och vad vi behöver ändra om det inte gör det.",
                )],
            ],
        },
        Block::Note(vec![
            Inline::Strong("Akut fara? ".into()),
            Inline::text("Ring 112. Planen ersätter aldrig en orosanmälan eller en polisanmälan."),
        ]),
        Block::List {
            ordered: true,
            items: vec![prose(), vec![Inline::text("Ansvarig nämnd svarar för att aktiviteten blir av.")]],
        },
        Block::Quote(vec![Inline::text("Det viktigaste var att någon frågade en gång till.")]),
    ]
}

fn closing() -> Vec<Block> {
    vec![
        Block::PageBreak,
        heading(1, "9".to_owned(), "Uppföljning", Some("uppfoljning")),
        Block::Paragraph(prose()),
        Block::Figure(chart()),
        heading(2, "9.1".to_owned(), "Vem som svarar", None),
        Block::Facts(vec![
            ("Ägare".into(), vec![Inline::text("Kommunstyrelsen")]),
            ("Samordnare".into(), vec![Inline::text("Alva Exempelsson, "), Inline::Link {
                text: "alva@norradal.example".into(),
                href: "mailto:alva@norradal.example".into(),
            }]),
            ("Stäms av".into(), vec![Inline::text("Varje oktober, i samma vecka som budgetens delårsrapport")]),
        ]),
        heading(3, "9.1.1".to_owned(), "Avstämningar", None),
        heading(4, None, "Läget i mars", None),
        Block::Table(Table {
            caption: Some("Inget att visa ännu".into()),
            columns: vec![Column::new("Skola", 2, Align::Start), Column::new("Läge", 1, Align::Center)],
            rows: Vec::new(),
            header_column: false,
        }),
        Block::Table(Table {
            caption: Some("Tecken och långa ord".into()),
            columns: vec![Column::new("Läge", 1, Align::Center), Column::new("Ord", 2, Align::Start)],
            rows: ["○", "◐", "●", "▲", "✕", "مرحبا بكم"]
                .into_iter()
                .map(|mark| TableRow::of([mark, "våldsförebyggandesamordningsfunktionärsutbildning https://norradal.example/en/mycket/lång/adress/utan/mellanslag"]))
                .collect(),
            header_column: false,
        }),
    ]
}

/// The words of the frame.
pub fn labels() -> Labels {
    Labels { contents: "Innehåll".into(), page_of: "Sida {page} av {pages}".into() }
}

/// The whole plan: 60 actions under eight goals.
pub fn plan() -> Document {
    let mut blocks = opening();
    for (at, (goal, count)) in GOALS.into_iter().enumerate() {
        let number = at + 1;
        blocks.push(heading(1, number.to_string(), goal, Some(&format!("mal-{number}"))));
        blocks.push(Block::Paragraph(prose()));
        blocks.push(heading(2, format!("{number}.1"), "Det här behöver finnas på plats", None));
        blocks.push(Block::Paragraph(prose()));
        blocks.push(heading(2, format!("{number}.2"), "Det här gör vi", None));
        blocks.push(Block::Table(actions(number, count)));
    }
    blocks.extend(closing());
    Document {
        title: "Plan för ett Norrådal fritt från våld".into(),
        subtitle: Some("Mål, aktiviteter och uppföljning 2025–2028".into()),
        language: Language::Swedish,
        publisher: Some("Norrådals kommun".into()),
        date: Some("2025-03-12".into()),
        reference: Some("KS 2025/0117".into()),
        keywords: vec!["våldsprevention".into(), "skola".into()],
        description: Some("Kommunens samlade plan mot våld.".into()),
        style: Style { cover: true, contents: true, density: Density::Normal, ..Style::default() },
        labels: labels(),
        facts: vec![
            ("Beslutad av".into(), "Kommunfullmäktige, § 41".into()),
            ("Beslutad".into(), "12 mars 2025".into()),
            ("Diarienummer".into(), "KS 2025/0117".into()),
            ("Gäller".into(), "2025–2028".into()),
            ("Version".into(), "2".into()),
        ],
        running: Some("Version 2 · 12 mars 2025 · KS 2025/0117".into()),
        blocks,
        footer: Some("Norrådals kommun".into()),
        ..Document::default()
    }
}

/// The list for the wall: the same actions on landscape sheets.
pub fn list() -> Document {
    let mut rows = Vec::new();
    let mut columns = Vec::new();
    for (at, (goal, count)) in GOALS.into_iter().enumerate() {
        let table = actions(at + 1, count);
        rows.push(TableRow::Group(format!("{} {goal}", at + 1)));
        rows.extend(table.rows.into_iter().filter(|row| matches!(row, TableRow::Cells(_))));
        columns = table.columns;
    }
    Document {
        title: "Aktiviteter på en blick".into(),
        page: Page { orientation: Orientation::Landscape, ..Page::default() },
        style: Style { cover: false, contents: false, density: Density::Compact, ..Style::default() },
        blocks: vec![Block::Table(Table { caption: None, columns, rows, header_column: true })],
        ..plan()
    }
}
