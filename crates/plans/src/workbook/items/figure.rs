//! Figures in cells: `60/80`, `12,5`, or words.

use crate::content::Figure;

/// The figure without its year.
pub(super) fn shown(figure: &Figure) -> String {
    match (figure.of, figure.value) {
        (Some((part, whole)), _) => format!("{part}/{whole}"),
        (None, Some(value)) => value.to_string().replace('.', ","),
        (None, None) => figure.text.clone(),
    }
}

/// The figure with another value.
pub(super) fn with_value(figure: Option<Figure>, text: &str) -> Option<Figure> {
    let when = figure.map(|figure| figure.when).unwrap_or_default();
    let plain = Figure { when, ..Figure::default() };
    let number = number(text.trim_end_matches('%'));
    let figure = match (share(text), number) {
        (Some(of), _) => Figure { of: Some(of), ..plain },
        (None, Some(value)) => Figure { value: Some(value), ..plain },
        (None, None) => Figure { text: text.to_owned(), ..plain },
    };
    told(figure)
}

/// The figure with another year or date.
pub(super) fn with_when(figure: Option<Figure>, when: &str) -> Option<Figure> {
    told(Figure { when: when.to_owned(), ..figure.unwrap_or_default() })
}

/// A number as people write it: groups parted by spaces, decimals by a comma or a point.
pub(super) fn number(text: &str) -> Option<f64> {
    let plain: String = text.chars().filter(|one| !one.is_whitespace()).collect();
    let digits = plain.chars().all(|one| one.is_ascii_digit() || "+-−,.".contains(one));
    plain.replace(',', ".").replace('−', "-").parse().ok().filter(|number: &f64| digits && number.is_finite())
}

fn told(figure: Figure) -> Option<Figure> {
    (figure != Figure::default()).then_some(figure)
}

// tidy: words, between the two counts of a share.
const OF: [&str; 3] = ["/", " av ", " of "];

fn share(text: &str) -> Option<(u64, u64)> {
    let (part, whole) = OF.iter().find_map(|mark| text.split_once(mark))?;
    let count = |text: &str| text.split_whitespace().collect::<String>().parse().ok();
    Some((count(part)?, count(whole)?))
}
