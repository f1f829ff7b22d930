//! Charts as they are drawn.

use charts::{
    Bar, Bars, BreakMark, Caption, Cell, Curve, Dot, Heat, HeatRow, LevelKind, LevelMark, Lines, Palette, Part, Shares,
    SharesRow, Tone,
};

fn caption(id: &str) -> Caption {
    Caption { id: id.into(), title: "Anmälda ärenden".into(), description: "Fler för varje år.".into() }
}

fn dot(year: i16, height: f64) -> Dot {
    Dot { year, height, text: swedish::decimal(height, 1), hollow: false }
}

fn lines() -> Lines {
    Lines {
        caption: caption("lines"),
        years: (2019, 2024),
        curves: vec![Curve {
            name: "Alla".into(),
            runs: vec![
                vec![dot(2019, 8.0), dot(2020, 9.5)],
                vec![dot(2022, 12.0)],
                vec![dot(2023, 14.0), dot(2024, 17.0)],
            ],
        }],
        levels: vec![
            LevelMark { kind: LevelKind::Target, height: 20.0, text: "Mål 20".into() },
            LevelMark { kind: LevelKind::Baseline, height: 8.0, text: "Utgångsvärde 8".into() },
        ],
        breaks: vec![BreakMark { year: 2023, text: "2023: ärenden från skolor räknas också".into() }],
        gaps: vec![(2021, "–".into())],
        ..Lines::default()
    }
}

fn shares() -> Shares {
    let part = |count, text: &str, tone| Part { count, text: text.into(), tone };
    Shares {
        caption: caption("shares"),
        rows: vec![SharesRow {
            name: "Mål 1".into(),
            parts: vec![
                part(12, "Klara 12", Tone::Good),
                part(30, "Pågår 30", Tone::Info),
                part(2, "Försenade 2", Tone::Wait),
                part(1, "Inställda 1", Tone::Bad),
                part(0, "Saknas 0", Tone::Plain),
            ],
        }],
    }
}

fn bars() -> Bars {
    let bar = |name: &str, height: Option<f64>, text: &str| Bar { name: name.into(), height, text: text.into() };
    Bars {
        caption: caption("bars"),
        bars: vec![
            bar("Exempelby kommun", Some(12.0), "12"),
            bar("Provköpings kommun", Some(-3.0), "\u{2212}3"),
            bar("Testinge", None, "uppgift saknas"),
        ],
        most: None,
    }
}

fn heat(columns: usize) -> Heat {
    Heat {
        caption: caption("heat"),
        columns: (1..=columns).map(|column| column.to_string()).collect(),
        rows: vec![HeatRow {
            name: "Socialnämnden i Exempelby".into(),
            cells: (0..columns).map(|column| Cell { level: column as u8, text: column.to_string() }).collect(),
        }],
    }
}

fn all(palette: Palette) -> Vec<String> {
    vec![lines().svg(palette), shares().svg(palette), bars().svg(palette), heat(5).svg(palette)]
}

/// The text of every element of that name.
fn texts<'a>(svg: &'a str, element: &str) -> Vec<&'a str> {
    let opening = format!("<{element} ");
    svg.split(opening.as_str()).skip(1).filter_map(|rest| Some(rest.split_once('>')?.1.split_once('<')?.0)).collect()
}

/// The number of an attribute; not a number where it has none.
fn attribute(element: &str, name: &str) -> f64 {
    let after = element.split_once(&format!(" {name}=\"")).map(|(_, after)| after);
    after.and_then(|after| after.split('"').next()?.parse().ok()).unwrap_or(f64::NAN)
}

#[test]
fn lines_on_the_web() {
    insta::assert_snapshot!(lines().svg(Palette::Web).replace('<', "\n<"));
}

#[test]
fn shares_in_print() {
    insta::assert_snapshot!(shares().svg(Palette::Print).replace('<', "\n<"));
}

#[test]
fn bars_on_the_web() {
    insta::assert_snapshot!(bars().svg(Palette::Web).replace('<', "\n<"));
}

#[test]
fn every_chart_is_named_and_told_and_styled_without_style() {
    for palette in [Palette::Web, Palette::Print] {
        for svg in all(palette) {
            assert!(svg.contains(r#"role="img" aria-labelledby=""#) && svg.contains("-title "), "{svg}");
            assert_eq!(
                (texts(&svg, "title"), texts(&svg, "desc")),
                (vec!["Anmälda ärenden"], vec!["Fler för varje år."])
            );
            assert!(!svg.contains("style=") && !svg.contains("<style"));
            assert_eq!(svg.contains("fill=\"#"), palette == Palette::Print);
        }
    }
}

#[test]
fn a_line_is_not_drawn_over_gaps_and_breaks() {
    let svg = lines().svg(Palette::Web);
    let joined = svg.matches(r#"class="chart__stroke""#).count();
    assert_eq!(joined, 2, "2019–2020 and 2023–2024; 2022 stands alone");
    assert_eq!(
        svg.matches(r#"class="chart__mark chart__mark--solid""#).count(),
        5,
        "every year with a value has its point"
    );
    let told = texts(&svg, "text").join(" ");
    assert!(
        told.contains("ärenden från skolor") && told.contains("Mål 20") && told.contains("Utgångsvärde 8"),
        "{told}"
    );
}

#[test]
fn curves_differ_by_shape_and_dash_and_carry_their_names() {
    let curve =
        |name: &str, height| Curve { name: name.into(), runs: vec![vec![dot(2023, height), dot(2024, height + 1.0)]] };
    let two = Lines { curves: vec![curve("Flickor", 3.0), curve("Pojkar", 3.1)], levels: Vec::new(), ..lines() };
    let svg = two.svg(Palette::Print);
    let told = texts(&svg, "text");
    assert!(told.contains(&"Flickor 4") && told.contains(&"Pojkar 4,1"), "{told:?}");
    let strokes: Vec<&str> = svg.split('<').filter(|element| element.contains("chart__stroke")).collect();
    assert_eq!(strokes.len(), 2);
    assert_ne!(strokes[0].contains("dasharray"), strokes[1].contains("dasharray"));
    let y: Vec<f64> = svg
        .split('<')
        .filter(|text| text.ends_with("Flickor 4") || text.ends_with("Pojkar 4,1"))
        .map(|text| attribute(text, "y"))
        .collect();
    assert!((y[0] - y[1]).abs() >= 16.0, "names do not cover one another: {y:?}");
}

/// Where each text with that anchor begins and ends, by its widest bound, with its foot.
fn extents<'a>(svg: &'a str, anchor: &str, size: f64) -> Vec<(f64, f64, f64, &'a str)> {
    let anchored = format!("text-anchor=\"{anchor}\"");
    let texts = svg.split('<').filter(|element| element.starts_with("text ") && element.contains(&anchored));
    let extent = |element: &'a str| {
        let text = element.split_once('>').map_or("", |(_, text)| text);
        let (x, width) = (attribute(element, "x"), text.chars().count() as f64 * size * 0.56);
        let left = match anchor {
            "start" => x,
            "middle" => x - width / 2.0,
            _ => x - width,
        };
        (left, left + width, attribute(element, "y"), text)
    };
    texts.map(extent).collect()
}

#[test]
fn numbers_over_the_first_and_last_year_touch_neither_the_scale_nor_the_names_of_levels_nor_the_edge() {
    let per_cent =
        |year, height: f64| Dot { text: format!("{}\u{a0}%", swedish::decimal(height, 1)), ..dot(year, height) };
    let curve = Curve { name: "Alla".into(), runs: vec![vec![per_cent(2023, 71.5), per_cent(2024, 74.2)]] };
    let target = LevelMark { kind: LevelKind::Target, height: 75.0, text: "Mål 75\u{a0}%".into() };
    for (palette, size, width) in [(Palette::Web, 12.0, 360.0), (Palette::Print, 13.0, 560.0)] {
        for (levels, gaps) in [(vec![target.clone()], vec![]), (vec![], vec![(2024, "för få".to_owned())])] {
            let years = (2023, 2024);
            let lines =
                Lines { years, curves: vec![curve.clone()], levels, gaps, unit: "\u{a0}%".into(), ..Lines::default() };
            let svg = lines.svg(palette);
            let ticks = extents(&svg, "end", size);
            let names = extents(&svg, "start", size);
            for (left, right, _, text) in extents(&svg, "middle", size).into_iter().filter(|one| one.3 != "2023") {
                assert!(ticks.iter().all(|tick| tick.1 < left), "{text} touches the scale: {svg}");
                assert!(names.iter().all(|name| right < name.0), "{text} touches a name: {svg}");
                assert!(right <= width, "{text} is cut off: {svg}");
            }
        }
    }
}

#[test]
fn one_year_is_a_point_in_the_middle_beside_its_levels() {
    let one = Lines {
        years: (2024, 2024),
        curves: vec![Curve { name: "Alla".into(), runs: vec![vec![dot(2024, 12.0)]] }],
        breaks: Vec::new(),
        gaps: Vec::new(),
        ..lines()
    };
    let svg = one.svg(Palette::Web);
    assert_eq!(svg.matches(r#"class="chart__mark chart__mark--solid""#).count(), 1);
    assert_eq!(svg.matches(r#"class="chart__stroke""#).count(), 0, "one point is no line");
    let told = texts(&svg, "text").join(" ");
    assert!(told.ends_with("2024 12 Mål 20 Utgångsvärde 8"), "{told}");
}

#[test]
fn a_year_that_says_less_is_hollow_and_the_chart_says_what_that_is() {
    let last = Dot { hollow: true, ..dot(2024, 17.0) };
    let curve = Curve { name: "Alla".into(), runs: vec![vec![dot(2023, 14.0), last]] };
    let note = "Ihålig punkt: alla som har frågats har inte svarat. 2024: 1 av 2 aktörer.";
    for palette in [Palette::Web, Palette::Print] {
        let full = Lines { hollow: String::new(), curves: vec![curve.clone()], ..lines() };
        let svg = Lines { hollow: note.into(), ..full.clone() }.svg(palette);
        assert_eq!(svg.matches(r#"chart__mark--solid"#).count(), 1, "the year that all answered");
        assert_eq!(svg.matches(r#"class="chart__mark""#).count(), 2, "the other, and the one in the note");
        assert!(texts(&svg, "text").join(" ").contains(note), "{svg}");
        let high = |svg: &str| svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(['"', ' ']).nth(1).unwrap().to_owned();
        assert_ne!(high(&svg), high(&full.svg(palette)), "there is room for the note");
    }
}

/// The leaders of a chart of shares: how far from the left they stand, and where they end.
fn leaders(svg: &str) -> Vec<(f64, f64)> {
    let lines = svg.split('<').filter(|element| element.starts_with("line "));
    lines.map(|line| (attribute(line, "x1"), attribute(line, "y2"))).collect()
}

#[test]
fn no_leader_runs_through_another_label() {
    let names = ["ej påbörjade", "pågår", "genomförda", "försenade", "inställda", "med olika svar", "inte redovisade"];
    let cases: [&[u64]; 8] = [
        &[0, 14, 12, 2, 1],
        &[0, 30, 0, 1, 1],
        &[0, 40, 0, 0, 1, 1, 1],
        &[1, 1, 1, 1, 1, 1, 1],
        &[1, 1, 1, 1, 1, 1, 80],
        &[80, 1, 1, 1, 1, 1, 1],
        &[0, 0, 0, 0, 0, 0, 3],
        &[40, 1, 1, 40, 0, 1, 0],
    ];
    for (palette, size, width) in [(Palette::Web, 12.0, 360.0), (Palette::Print, 13.0, 560.0)] {
        for counts in cases {
            let part = |(name, count): (&&str, &u64)| Part {
                count: *count,
                text: format!("{count} {name}"),
                tone: Tone::Plain,
            };
            let parts = names.iter().zip(counts).map(part).collect();
            let shares = Shares { caption: caption("s"), rows: vec![SharesRow { name: String::new(), parts }] };
            let svg = shares.svg(palette);
            let labels = [extents(&svg, "start", size), extents(&svg, "end", size)].concat();
            for (left, right, foot, text) in &labels {
                assert!(*left >= 0.0 && *right <= width + 0.1, "{text} is cut off: {svg}");
                for (x, end) in leaders(&svg) {
                    let through = *left < x && x < *right && end > foot - size;
                    assert!(!through, "a leader at {x} runs through {text}: {counts:?} {svg}");
                }
                let beside = labels.iter().filter(|other| other.2 == *foot && other.3 != *text);
                assert!(beside.into_iter().all(|other| other.1 <= *left || *right <= other.0), "{text}: {counts:?}");
            }
        }
    }
}

#[test]
fn a_part_of_nothing_is_not_drawn_and_the_others_fill_the_row() {
    let svg = shares().svg(Palette::Web);
    assert_eq!(texts(&svg, "text"), ["Mål 1", "Klara 12", "Pågår 30", "Försenade 2", "Inställda 1"]);
    let widths: f64 = svg
        .split('<')
        .filter(|element| element.contains("chart__outline"))
        .map(|element| attribute(element, "width"))
        .sum();
    assert!((widths - 358.0).abs() < 0.1, "{widths}");
    assert_eq!(svg.matches("<pattern ").count(), 4, "a pattern for each tone that is used");
}

#[test]
fn bars_grow_from_zero_both_ways() {
    let svg = bars().svg(Palette::Web);
    let bars: Vec<&str> = svg.split('<').filter(|element| element.contains("chart__fill")).collect();
    let (up, down) = (bars[0], bars[1]);
    let zero = attribute(up, "x");
    assert!((attribute(down, "x") + attribute(down, "width") - zero).abs() < 0.02);
    assert!((attribute(up, "width") / attribute(down, "width") - 4.0).abs() < 0.01);
    assert_eq!(bars.len(), 2, "a missing value has no bar, but its words");
    assert!(texts(&svg, "text").contains(&"uppgift saknas"));
}

#[test]
fn a_wide_map_grows_instead_of_shrinking_its_cells() {
    let svg = heat(40).svg(Palette::Web);
    let width: f64 = svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    assert!(width > 1000.0, "{width}");
}

#[test]
fn nothing_in_a_text_becomes_markup() {
    let evil = "<script>\"'&\u{0}\u{b}";
    let bars = Bars {
        caption: Caption { id: "a\"b".into(), title: evil.into(), description: evil.into() },
        bars: vec![Bar { name: evil.into(), height: Some(f64::NAN), text: evil.into() }],
        most: None,
    };
    let svg = bars.svg(Palette::Web);
    assert!(!svg.contains("<script") && !svg.contains("a\"b") && !svg.contains('\u{b}'));
    assert!(svg.contains("&lt;script&gt;&quot;&#39;&amp;") && !svg.contains("NaN"), "{svg}");
}

#[test]
fn charts_of_nothing_are_still_charts() {
    for svg in [
        Lines::default().svg(Palette::Web),
        Shares::default().svg(Palette::Web),
        Shares { rows: vec![SharesRow::default()], ..Shares::default() }.svg(Palette::Web),
        Bars::default().svg(Palette::Web),
        Heat::default().svg(Palette::Web),
    ] {
        assert!(
            svg.starts_with("<svg ") && svg.ends_with("</svg>") && !svg.contains("NaN") && !svg.contains("inf"),
            "{svg}"
        );
    }
}
