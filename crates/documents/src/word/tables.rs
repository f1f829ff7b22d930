//! Tables: the head repeated on every page, no row split, widths as asked for.

use super::body::Body;
use crate::{Align, Column, Inline, Table, TableRow};

/// What a column needs at least, in twentieths of a point: a number such as "10.12" between the margins of its cell.
const NARROWEST: u32 = 720;

/// The share of a list of facts that its names take, in percent.
const NAMES: u16 = 28;

impl Body<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let columns = table.full_columns();
        if columns.is_empty() {
            return;
        }
        let caption = table.caption.as_deref().filter(|caption| !caption.trim().is_empty());
        match caption {
            Some(caption) => self.paragraph("Caption", |body| body.run(None, caption)),
            None => self.before_table(),
        }
        let titled = columns.iter().any(|column| !column.title.trim().is_empty());
        let widths = self.widths(&columns);
        self.open(&widths, "DocTable", titled, table.header_column, caption);
        if titled {
            self.head(&columns, &widths);
        }
        for row in &table.rows {
            match row {
                TableRow::Cells(cells) => self.row(cells, &columns, &widths),
                TableRow::Group(title) => self.group(title, &widths),
            }
        }
        if !titled && table.rows.is_empty() {
            self.row(&[], &columns, &widths);
        }
        self.xml.end();
        self.after_table = true;
    }

    /// Names and values, as a table whose first column holds the names.
    pub(super) fn facts(&mut self, facts: &[(String, Vec<Inline>)]) {
        if facts.is_empty() {
            return;
        }
        self.before_table();
        let columns = [NAMES, 100 - NAMES].map(|weight| Column { weight, ..Column::default() });
        let widths = self.widths(&columns);
        self.open(&widths, "DocFacts", false, true, None);
        for (name, value) in facts {
            self.row(&[vec![Inline::text(name)], value.clone()], &columns, &widths);
        }
        self.xml.end();
        self.after_table = true;
    }

    /// The width of each column; together exactly the width of the text.
    fn widths(&self, columns: &[Column]) -> Vec<u32> {
        let total: u32 = columns.iter().map(|column| u32::from(column.share())).sum();
        let mut left = self.text_width();
        let mut shares = total;
        let shared = columns.iter().map(|column| {
            let share = u32::from(column.share());
            let width = left * share / shares;
            left -= width;
            shares -= share;
            width
        });
        let mut widths: Vec<u32> = shared.collect();
        widen(&mut widths);
        widths
    }

    fn open(&mut self, widths: &[u32], style: &str, titled: bool, names: bool, caption: Option<&str>) {
        let total: u32 = widths.iter().sum();
        let on = |yes: bool| if yes { "1" } else { "0" };
        // The same switches twice: as bits for old readers, by name for new ones.
        let bits = format!("{:04X}", 0x0600 + if titled { 0x20 } else { 0 } + if names { 0x80 } else { 0 });
        self.xml.start("w:tbl", &[]).start("w:tblPr", &[]).value("w:tblStyle", style);
        self.xml.empty("w:tblW", &[("w:w", &total.to_string()), ("w:type", "dxa")]);
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let look =
            [("w:val", bits.as_str()), ("w:firstRow", on(titled)), ("w:lastRow", "0"), ("w:firstColumn", on(names))];
        self.xml.empty(
            "w:tblLook",
            &[&look[..], &[("w:lastColumn", "0"), ("w:noHBand", "1"), ("w:noVBand", "1")]].concat(),
        );
        if let Some(caption) = caption {
            self.xml.value("w:tblCaption", caption);
        }
        self.xml.end().start("w:tblGrid", &[]);
        for width in widths {
            self.xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
        self.xml.end();
    }

    fn head(&mut self, columns: &[Column], widths: &[u32]) {
        self.xml.start("w:tr", &[]).start("w:trPr", &[]);
        self.xml.empty("w:cantSplit", &[]).empty("w:tblHeader", &[]).end();
        for (column, width) in columns.iter().zip(widths) {
            self.cell(*width, "TableHead", column.align, &[Inline::text(&column.title)]);
        }
        self.xml.end();
    }

    fn row(&mut self, cells: &[Vec<Inline>], columns: &[Column], widths: &[u32]) {
        self.xml.start("w:tr", &[]).start("w:trPr", &[]).empty("w:cantSplit", &[]).end();
        for (at, (column, width)) in columns.iter().zip(widths).enumerate() {
            self.cell(*width, "TableText", column.align, cells.get(at).map_or(&[], Vec::as_slice));
        }
        self.xml.end();
    }

    fn cell(&mut self, width: u32, style: &str, align: Align, content: &[Inline]) {
        self.xml.start("w:tc", &[]).start("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]).end();
        self.xml.start("w:p", &[]).start("w:pPr", &[]).value("w:pStyle", style);
        match align {
            Align::Start => {}
            Align::End => {
                self.xml.value("w:jc", "right");
            }
            Align::Center => {
                self.xml.value("w:jc", "center");
            }
        }
        self.xml.end();
        self.inlines(content);
        self.xml.end().end();
    }

    fn group(&mut self, title: &str, widths: &[u32]) {
        let total: u32 = widths.iter().sum();
        self.xml.start("w:tr", &[]).start("w:trPr", &[]).empty("w:cantSplit", &[]).end();
        self.xml.start("w:tc", &[]).start("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", &total.to_string()), ("w:type", "dxa")]);
        self.xml.value("w:gridSpan", &widths.len().to_string());
        self.xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "EDF3F2")]).end();
        self.xml.start("w:p", &[]).start("w:pPr", &[]).value("w:pStyle", "TableGroup").end();
        self.run(None, title);
        self.xml.end().end().end();
    }
}

/// Gives narrow columns what they need, at the cost of the widest, as long as there is enough for all.
fn widen(widths: &mut [u32]) {
    let total: u32 = widths.iter().sum();
    let enough = u32::try_from(widths.len()).is_ok_and(|count| total >= 2 * count * NARROWEST);
    while let Some(narrow) = widths.iter().position(|width| enough && *width < NARROWEST) {
        let needed = NARROWEST - widths[narrow];
        // The widest has at least twice the least on average, so that it stays above it.
        let Some(widest) = (0..widths.len()).max_by_key(|at| widths[*at]) else { return };
        let given = needed.min(widths[widest] - NARROWEST);
        widths[widest] -= given;
        widths[narrow] += given;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_column_gets_room_for_a_number_from_the_widest() {
        let mut widths = vec![459, 5000, 3000, 1000];
        widen(&mut widths);
        assert_eq!(widths, [720, 4739, 3000, 1000]);
        let mut narrow = vec![100; 30];
        widen(&mut narrow);
        assert_eq!(narrow, vec![100; 30], "there is not enough for all");
        let mut even = vec![100, 100, 4000, 4000];
        widen(&mut even);
        assert_eq!((even.iter().sum::<u32>(), even.iter().min()), (8200, Some(&720)));
    }
}
