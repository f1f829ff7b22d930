//! Whatever comes in, no reader panics.

use proptest::prelude::*;

use crate::read::{csv, docx, file, xlsx};

use super::made::{Excel, Word, zip};

/// Names of elements that mean something to a reader.
const WORDS: [&str; 36] = [
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:tcPr",
    "w:gridSpan",
    "w:vMerge",
    "w:pPr",
    "w:numPr",
    "w:sdt",
    "w:ins",
    "w:del",
    "w:drawing",
    "w:txbxContent",
    "w:br",
    "w:sym",
    "sheetData",
    "row",
    "c",
    "v",
    "f",
    "is",
    "t",
    "r",
    "rPr",
    "b",
    "mergeCells",
    "mergeCell",
    "cols",
    "col",
    "w:numId",
    "w:ilvl",
    "w:trPr",
    "w:gridBefore",
];

const VALUES: [&str; 12] = [
    "0",
    "1",
    "-1",
    "4294967295",
    "99999999999999999999",
    "A1",
    "XFD1048576",
    "A1:B2",
    "restart",
    "F0FC",
    "s",
    "å&amp;_x000D_",
];

/// Elements in one another, well formed, of names and attributes that mean something.
fn xml() -> impl Strategy<Value = String> {
    let value = prop::sample::select(VALUES.as_slice());
    let leaf = value.clone().prop_map(str::to_owned);
    leaf.prop_recursive(8, 80, 6, move |inner| {
        let name = prop::sample::select(WORDS.as_slice());
        let attribute = prop::sample::select(["w:val", "val", "r", "t", "s", "ref", "w:char", "w:type"].as_slice());
        (name, attribute, value.clone(), prop::collection::vec(inner, 0..6)).prop_map(
            |(name, attribute, value, inner)| format!("<{name} {attribute}=\"{value}\">{}</{name}>", inner.concat()),
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = file(None, &bytes);
        let _ = file(Some("plan.csv"), &bytes);
        let _ = (csv(&bytes), docx(&bytes), xlsx(&bytes));
    }

    #[test]
    fn random_text(text in "[a-zåäö;,\t\"\r\n0-9=]{0,400}") {
        let _ = file(None, text.as_bytes());
        let _ = csv(text.as_bytes());
    }

    #[test]
    fn bytes_changed_in_a_document(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = Word { body: "<w:p><w:r><w:t>x</w:t></w:r></w:p>", ..Word::default() }.bytes();
        for (index, byte) in changes {
            let place = index.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = file(None, &bytes);
    }

    #[test]
    fn random_bodies(body in xml()) {
        let _ = docx(&Word { body: &body, styles: &body, numbering: &body }.bytes());
    }

    #[test]
    fn random_sheets(sheet in xml(), strings in xml(), styles in xml()) {
        let _ = xlsx(&Excel { sheet: &sheet, strings: &strings, styles: &styles, ..Excel::default() }.bytes());
    }

    #[test]
    fn random_cells(cells in prop::collection::vec(xml(), 0..8), code in "[0#?.,%;ymdhs\\[\\]\"E+_*@ -]{0,12}", number in any::<f64>()) {
        let sheet = format!("<sheetData><row>{}<c s=\"1\"><v>{number}</v></c></row></sheetData>", cells.concat());
        let code = code.replace('"', "&quot;");
        let styles = format!("<numFmts><numFmt numFmtId=\"170\" formatCode=\"{code}\"/></numFmts><cellXfs><xf/><xf numFmtId=\"170\"/></cellXfs>");
        let _ = xlsx(&Excel { sheet: &sheet, styles: &styles, ..Excel::default() }.bytes());
    }

    #[test]
    fn random_parts(content in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = docx(&zip(&[("word/document.xml", content.as_slice())]));
        let _ = xlsx(&zip(&[("xl/workbook.xml", content.as_slice())]));
    }
}
