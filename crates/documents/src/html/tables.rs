//! Tables that a screen reader can walk and a phone can turn into cards: every cell carries its column's title.

use super::blocks::Body;
use crate::{Align, Column, Inline, Table, TableRow};

impl Body<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let columns = table.full_columns();
        if columns.is_empty() {
            return;
        }
        self.out.open("table", &[("class", "doc-table")]);
        if let Some(caption) = &table.caption {
            self.out.element("caption", &[], caption);
        }
        if columns.iter().any(|column| !column.title.trim().is_empty()) {
            self.head(&columns);
        }
        // Rows under a group stand in a body of their own, so that the group's heading is theirs.
        self.out.open("tbody", &[]);
        for (at, row) in table.rows.iter().enumerate() {
            match row {
                TableRow::Cells(cells) => self.row(cells, &columns, table.header_column),
                TableRow::Group(title) => {
                    if at > 0 {
                        self.out.close("tbody").open("tbody", &[]);
                    }
                    self.group(title, columns.len());
                }
            }
        }
        self.out.close("tbody").close("table");
    }

    fn head(&mut self, columns: &[Column]) {
        self.out.open("thead", &[]).open("tr", &[]);
        for column in columns {
            let class = class(column);
            let attributes = [("scope", "col"), ("class", class)];
            self.out.element("th", &attributes[..if class.is_empty() { 1 } else { 2 }], &column.title);
        }
        self.out.close("tr").close("thead");
    }

    fn group(&mut self, title: &str, columns: usize) {
        let span = columns.to_string();
        self.out.open("tr", &[("class", "doc-group")]);
        self.out.element("th", &[("scope", "rowgroup"), ("colspan", &span)], title);
        self.out.close("tr");
    }

    fn row(&mut self, cells: &[Vec<Inline>], columns: &[Column], names: bool) {
        self.out.open("tr", &[]);
        for (at, column) in columns.iter().enumerate() {
            let name = if names && at == 0 { "th" } else { "td" };
            let scope = [("scope", "row")];
            let mut attributes = scope[..usize::from(name == "th")].to_vec();
            attributes.extend((!column.title.is_empty()).then_some(("data-label", column.title.as_str())));
            attributes.extend((!class(column).is_empty()).then_some(("class", class(column))));
            self.out.open(name, &attributes);
            self.inlines(cells.get(at).map_or(&[], Vec::as_slice));
            self.out.close(name);
        }
        self.out.close("tr");
    }
}

fn class(column: &Column) -> &'static str {
    match column.align {
        Align::Start => "",
        Align::End => "doc-end",
        Align::Center => "doc-center",
    }
}
