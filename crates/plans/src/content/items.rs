//! Sentences that are written one per line, and which of them are the same as before.

use base::Id;
use similar::{Algorithm, capture_diff_slices, get_diff_ratio};

use super::Item;

/// A line on the same place with this much in common is the same sentence, reworded.
const ALIKE_IN_PLACE: f32 = 0.4;
/// A line elsewhere has to be more alike to be the same one, moved.
const ALIKE_ELSEWHERE: f32 = 0.7;

/// One item per line that is not empty. A line keeps the id of the item it was: one with the same words, else the one on its place
/// when it is much like it, else the most alike of those left over.
#[must_use]
pub fn items(before: &[Item], text: &str, mut new_id: impl FnMut() -> Id) -> Vec<Item> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut left: Vec<Option<&Item>> = before.iter().map(Some).collect();
    let mut ids: Vec<Option<Id>> = vec![None; lines.len()];
    for (line, id) in lines.iter().zip(&mut ids) {
        *id = take(&mut left, |_, item| if item.text == *line { 1.0 } else { 0.0 }, 1.0);
    }
    for (place, (line, id)) in lines.iter().zip(&mut ids).enumerate() {
        if id.is_none() {
            *id =
                take(&mut left, |at, item| if at == place { likeness(&item.text, line) } else { 0.0 }, ALIKE_IN_PLACE);
        }
    }
    for (line, id) in lines.iter().zip(&mut ids) {
        if id.is_none() {
            *id = take(&mut left, |_, item| likeness(&item.text, line), ALIKE_ELSEWHERE);
        }
    }
    let item = |(line, id): (&str, Option<Id>)| Item { id: id.unwrap_or_else(&mut new_id), text: line.to_owned() };
    lines.into_iter().zip(ids).map(item).collect()
}

/// Takes the id of the item with the highest score, if that is high enough.
fn take(left: &mut [Option<&Item>], score: impl Fn(usize, &Item) -> f32, least: f32) -> Option<Id> {
    let scored = left.iter().enumerate().filter_map(|(at, item)| Some((at, score(at, (*item)?))));
    // The first of several equals wins: the order of the lines is the order of the items.
    let best = scored.rev().max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, score)| *score >= least);
    best.and_then(|(at, _)| left[at].take()).map(|item| item.id.clone())
}

/// The share of words that both have in the same order.
fn likeness(one: &str, other: &str) -> f32 {
    let (one, other) = (swedish::fold(one), swedish::fold(other));
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|character: char| !character.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (one, other) = (words(&one), words(&other));
    let operations = capture_diff_slices(Algorithm::Myers, &one, &other);
    get_diff_ratio(&operations, one.len(), other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<String> {
        let item = |id: &str, text: &str| Item { id: Id::stored(id.to_owned()), text: text.to_owned() };
        let before = [
            item("a", "Varje verksamhet har en kontaktperson."),
            item("b", "Alla chefer känner till rutinen."),
            item("c", "Det finns pengar till utbildning."),
        ];
        let new = || Id::stored("new".to_owned());
        items(&before, text, new).into_iter().map(|item| item.id.to_string()).collect()
    }

    #[test]
    fn a_line_keeps_its_id_when_it_stays_is_reworded_or_moves() {
        let (a, b, c) = (
            "Varje verksamhet har en kontaktperson.",
            "Alla chefer känner till rutinen.",
            "Det finns pengar till utbildning.",
        );
        assert_eq!(kept(&format!("{a}\n{b}\r\n\n  {c}")), ["a", "b", "c"]);
        assert_eq!(kept(&format!("{c}\n{a}\n{b}")), ["c", "a", "b"]);
        assert_eq!(kept(&format!("{a}\nAlla chefer och arbetsledare känner till rutinen.\n{c}")), ["a", "b", "c"]);
        assert_eq!(kept(&format!("{c}\nVarje verksamhet har två kontaktpersoner.")), ["c", "new"]);
        assert_eq!(kept(&format!("Något helt annat\n{a}")), ["new", "a"]);
        assert_eq!(kept(&format!("{b}\nDet finns pengar till all utbildning.")), ["b", "c"]);
        assert_eq!(kept(""), Vec::<String>::new());
    }
}
