//! Numbers as people write them.

use crate::number::{count, number};

#[test]
fn numbers_as_people_and_spreadsheets_write_them() {
    let cases = [
        ("12", Some(12.0)),
        (" 12,5 ", Some(12.5)),
        ("12.5", Some(12.5)),
        ("1 234,5", Some(1234.5)),
        ("1\u{a0}234\u{a0}567", Some(1_234_567.0)),
        ("1.234.567,25", Some(1_234_567.25)),
        ("\u{2212}3", Some(-3.0)),
        ("- 3", Some(-3.0)),
        ("0", Some(0.0)),
        ("007", Some(7.0)),
        ("", None),
        (",5", None),
        ("5,", None),
        ("1,2,3", None),
        ("1.2.3", None),
        // Two cells that were pasted together are not one number.
        ("12 34", None),
        ("1 23", None),
        ("12 %", None),
        ("cirka 12", None),
        ("1e5", None),
        ("NaN", None),
        ("inf", None),
        ("--1", None),
    ];
    for (text, expected) in cases {
        assert_eq!(number(text), expected, "{text:?}");
    }
}

#[test]
fn counts_have_no_decimals_and_may_be_grouped_either_way() {
    let cases = [
        ("12", Ok(12)),
        ("12,0", Ok(12)),
        ("12.000", Ok(12_000)),
        ("12,000", Ok(12_000)),
        ("1.234.567", Ok(1_234_567)),
        ("1 234", Ok(1234)),
        ("9007199254740992", Ok(9_007_199_254_740_992)),
        ("12,5", Err(Some(12.5))),
        ("-1", Err(Some(-1.0))),
        ("tolv", Err(None)),
    ];
    for (text, expected) in cases {
        assert_eq!(count(text), expected, "{text:?}");
    }
    assert!(matches!(count("99999999999999999999"), Err(Some(_))), "more than can be held exactly");
}
