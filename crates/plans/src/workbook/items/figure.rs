//! Figures in cells: the value in one, the year or date in another.

use crate::content::{Figure, IndicatorKind};
use crate::workbook::UnreadKind;

/// The figure with another value, read as the kind of indicator writes it.
pub(super) fn with_value(
    figure: Option<&Figure>,
    kind: IndicatorKind,
    text: &str,
) -> Result<Option<Figure>, UnreadKind> {
    let when = figure.map(|figure| figure.when.clone()).unwrap_or_default();
    let value = match text {
        "" => Figure::default(),
        text => Figure::read(kind, text).map_err(|_| UnreadKind::Figure)?,
    };
    Ok(told(Figure { when, ..value }))
}

/// The figure with another year or date.
pub(super) fn with_when(figure: Option<&Figure>, when: &str) -> Option<Figure> {
    told(Figure { when: when.to_owned(), ..figure.cloned().unwrap_or_default() })
}

fn told(figure: Figure) -> Option<Figure> {
    (figure != Figure::default()).then_some(figure)
}
