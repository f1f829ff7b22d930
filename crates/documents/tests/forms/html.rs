//! The HTML is semantic, escaped and the same in outline as the other forms.

use documents::{Align, Block, Column, Document, Figure, Inline, Table, TableRow, html};
use insta::assert_snapshot;
use scraper::{Html, Selector};

use crate::sample;

fn select<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn a_small_document_reads_as_html() {
    let table = Table {
        caption: Some("Läget".into()),
        columns: vec![Column::new("Skola", 2, Align::Start), Column::new("Andel", 1, Align::End)],
        rows: vec![TableRow::Group("Norr".into()), TableRow::of(["Björkskolan", "75 %"])],
        header_column: true,
    };
    let document = Document {
        title: "Plan & uppföljning".into(),
        blocks: vec![
            Block::Heading { level: 2, text: "Mål <1>".into(), anchor: Some("m1".into()), number: Some("1".into()) },
            Block::Paragraph(vec![
                Inline::text("Se "),
                Inline::Link { text: "målet".into(), href: "#m1".into() },
                Inline::LineBreak,
                Inline::Link { text: "fel".into(), href: "javascript:alert(1)".into() },
            ]),
            Block::Table(table),
        ],
        ..Document::default()
    };
    assert_snapshot!(html(&document), @r##"
    <article class="doc" lang="sv"><header class="doc-header"><h1 class="doc-title">Plan &amp; uppföljning</h1>
    </header>
    <h2 id="m1"><span class="doc-number">1</span> Mål &lt;1&gt;</h2>
    <p>Se <a href="#m1">målet</a><br>fel</p>
    <table class="doc-table"><caption>Läget</caption>
    <thead><tr><th scope="col">Skola</th>
    <th scope="col" class="doc-end">Andel</th>
    </tr>
    </thead>
    <tbody><tr class="doc-group"><th scope="rowgroup" colspan="2">Norr</th>
    </tr>
    <tr><th scope="row" data-label="Skola">Björkskolan</th>
    <td data-label="Andel" class="doc-end">75 %</td>
    </tr>
    </tbody>
    </table>
    </article>
    "##);
}

#[test]
fn the_plan_keeps_its_promises() {
    let markup = html(&sample::plan());
    let page = Html::parse_fragment(&markup);
    assert_eq!(page.errors, Vec::<String>::new());
    assert_eq!(select(&page, "h1").len(), 1);
    assert_eq!(select(&page, "h2, h3, h4, h5").len(), select(&page, "nav a").len());
    for link in select(&page, "a[href^='#']") {
        let id = link.attr("href").unwrap().trim_start_matches('#');
        assert_eq!(select(&page, &format!("[id='{id}']")).len(), 1, "{id}");
    }
    for cell in select(&page, "tbody tr:not(.doc-group) > *") {
        assert!(cell.attr("data-label").is_some(), "{}", cell.html());
    }
    for image in select(&page, "[role=img]") {
        assert!(!image.attr("aria-label").unwrap().is_empty());
    }
    assert_eq!(select(&page, "th:not([scope])").len(), 0);
    assert_eq!(select(&page, "ul:empty, ol:empty, p:empty, dl:empty, script, style, [style]").len(), 0);
}

#[test]
fn text_stays_text() {
    let hostile = "<script>alert(1)</script>\" onload='x' &amp;\u{0}";
    let document = Document {
        title: hostile.into(),
        publisher: Some(hostile.into()),
        facts: vec![(hostile.into(), hostile.into())],
        footer: Some(hostile.into()),
        blocks: vec![
            Block::Heading {
                level: 1,
                text: hostile.into(),
                anchor: Some(hostile.into()),
                number: Some(hostile.into()),
            },
            Block::Note(vec![Inline::Link {
                text: hostile.into(),
                href: format!("https://exempel.se/{}", "\"><script>"),
            }]),
            Block::Figure(Figure { svg: hostile.into(), alt: hostile.into(), ..Figure::default() }),
            Block::Table(Table {
                columns: vec![Column::new(hostile, 1, Align::Start)],
                rows: vec![TableRow::of([hostile])],
                ..Table::default()
            }),
        ],
        ..Document::default()
    };
    let page = Html::parse_fragment(&html(&document));
    assert_eq!(select(&page, "script, [onload]").len(), 0);
    assert_eq!(select(&page, "h1")[0].text().collect::<String>(), hostile.trim_end_matches('\u{0}'));
    assert_eq!(select(&page, "td")[0].attr("data-label"), Some(hostile.trim_end_matches('\u{0}')));
}
