//! Blocks of cells from a spreadsheet.

use super::Pairs;
use crate::Grid;

fn grid() -> Grid {
    let row = |head: &str, key: &str| (head.to_owned(), vec![format!("{key}@girls"), format!("{key}@boys")]);
    let columns = vec!["Flickor".to_owned(), "Pojkar".to_owned()];
    Grid {
        columns, rows: vec![row("Fysiskt våld", "physical"), row("Psykiskt våld", "mental"), row("Hot", "threats")]
    }
}

fn pasted(text: &str) -> (Vec<(String, String)>, Vec<String>) {
    let pasted = grid().paste(text);
    (pasted.typed.0.into_iter().collect(), pasted.left)
}

#[test]
fn blocks_are_laid_by_their_heads_or_by_their_place() {
    let whole = [
        ("mental@boys", "4"),
        ("mental@girls", "3"),
        ("physical@boys", "2"),
        ("physical@girls", "1 000"),
        ("threats@boys", "6"),
        ("threats@girls", "5"),
    ];
    let cases = [
        ("by place", "1 000\t2\n3\t4\n5\t6"),
        ("from Windows, with an empty row at the end", "1 000\t2\r\n3\t4\r\n5\t6\r\n\r\n"),
        ("heads of columns", "Flickor\tPojkar\n1 000\t2\n3\t4\n5\t6"),
        ("heads of columns the other way round", "Pojkar\tFlickor\n2\t1 000\n4\t3\n6\t5"),
        ("heads of rows in another order", "Hot\t5\t6\nFysiskt våld\t1 000\t2\npsykiskt  våld\t3\t4"),
        ("all heads", "Våld\tPojkar\tFlickor\nHot\t6\t5\nPsykiskt våld\t4\t3\nFysiskt våld\t2\t1 000"),
        ("a corner without words", "\tFlickor\tPojkar\nFysiskt våld\t1 000\t2\nPsykiskt våld\t3\t4\nHot\t5\t6"),
        ("heads that say nothing", "Typ\tA\tB\nFysiskt våld\t1 000\t2\nHot\t5\t6\nPsykiskt våld\t3\t4"),
    ];
    for (name, text) in cases {
        let (typed, left) = pasted(text);
        let expected: Vec<(String, String)> = whole.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec();
        assert_eq!((typed, left), (expected, Vec::new()), "{name}");
    }
}

#[test]
fn what_is_not_understood_is_told_and_the_rest_is_taken() {
    let cases: [(&str, Pairs<'_>, &[&str]); 9] = [
        // Where one row is named, a year above the heads is no row's number.
        ("2023\tA\tB\nHot\t5\t6", &[("threats@boys", "6"), ("threats@girls", "5")], &["2023\tA\tB"]),
        ("12,5\n–\n7", &[("physical@girls", "12,5"), ("threats@girls", "7")], &[]),
        ("1\tfler\n3\t4", &[("mental@boys", "4"), ("mental@girls", "3"), ("physical@girls", "1")], &["\tfler"]),
        ("Hot\t5\t6\nSumma\t5\t6", &[("threats@boys", "6"), ("threats@girls", "5")], &["Summa\t5\t6"]),
        ("1\n2\n3\n4", &[("mental@girls", "2"), ("physical@girls", "1"), ("threats@girls", "3")], &["4"]),
        ("1\t2\t3", &[("physical@boys", "2"), ("physical@girls", "1")], &["\t\t3"]),
        ("\tPojkar\tAndra\nHot\t6\t1", &[("threats@boys", "6")], &["Andra"]),
        ("", &[], &[]),
        ("vi har inga siffror", &[], &["vi har inga siffror"]),
    ];
    for (text, expected, left) in cases {
        let (typed, told) = pasted(text);
        let typed: Vec<(&str, &str)> = typed.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(typed, expected, "{text:?}");
        assert_eq!(told, left, "{text:?}");
    }
}
