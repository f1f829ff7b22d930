//! Long wordings made short enough for a line.

/// The text in at most so many characters.
///
/// What fits is kept whole. Otherwise it is cut where a sentence ends, if that fills a third of the room; else where a clause
/// ends, at a comma, semicolon, colon or dash, if that fills two thirds, since an early comma is more often part of a list; else
/// between words. What was left out is marked by ` …`, so that nobody takes the excerpt for the decided wording.
#[must_use]
pub fn excerpt(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    // The mark needs room of its own.
    let room = text.char_indices().nth(most.saturating_sub(2)).map_or(text.len(), |(at, _)| at);
    let head = &text[..room];
    let word = if text[room..].starts_with(' ') { Some(room) } else { head.rfind(' ') };
    let borders = [(sentence(&text, room), room / 3), (clause(head), room * 2 / 3), (word, 1)];
    let fits = borders.into_iter().find_map(|(border, least)| border.filter(|at| *at >= least));
    let cut = fits.unwrap_or(room);
    format!("{} …", text[..cut].trim_end_matches([' ', ',', ';', ':', '–', '-']))
}

/// The last end of a sentence that fits: a full stop before a capital letter that ends no abbreviation.
fn sentence(text: &str, room: usize) -> Option<usize> {
    let ends = text.match_indices(". ").chain(text.match_indices("! ")).chain(text.match_indices("? "));
    let real = ends.filter(|(at, _)| {
        let word = text[..*at].rsplit(' ').next().unwrap_or_default();
        let capital = text[at + 2..].chars().next().is_some_and(char::is_uppercase);
        capital && word.chars().count() > 3 && !word.contains('.')
    });
    real.map(|(at, _)| at + 1).filter(|at| *at <= room).max()
}

/// The last end of a clause.
fn clause(head: &str) -> Option<usize> {
    [", ", "; ", ": ", " – ", " - "].iter().filter_map(|border| head.rfind(border)).max()
}
