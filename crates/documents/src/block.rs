//! What a document is made of: blocks in reading order, and the text inside them.

/// One block of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading. Levels that skip are evened out, so that the outline has no holes.
    Heading {
        /// 1 to 4, 1 is the highest.
        level: u8,
        /// The text. A heading without text is left out.
        text: String,
        /// The name links inside the document use.
        anchor: Option<String>,
        /// The number it carries, for example `3.2`.
        number: Option<String>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// The opening paragraph of a chapter, set larger.
    Lead(Vec<Inline>),
    /// A list.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Inline>>,
    },
    /// A table.
    Table(Table),
    /// Names and their values, set as a definition list.
    Facts(Vec<(String, Vec<Inline>)>),
    /// An image with its text alternative.
    Figure(Figure),
    /// Somebody else's words.
    Quote(Vec<Inline>),
    /// A remark beside the text.
    Note(Vec<Inline>),
    /// What follows starts on a new page.
    PageBreak,
}

/// A stretch of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Strong text.
    Strong(String),
    /// Stressed text.
    Emphasis(String),
    /// A link. `#name` leads to an anchor of the document. Only addresses of the web, mail and telephone become links.
    Link {
        /// The text.
        text: String,
        /// Where it leads.
        href: String,
    },
    /// A new line.
    LineBreak,
}

/// A table. Rows that are shorter than the widest are filled with empty cells; nothing is cut.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: Option<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// Whether the first cell of each row is the row's name.
    pub header_column: bool,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// The heading.
    pub title: String,
    /// Its share of the width, against the other columns. 0 counts as 1.
    pub weight: u16,
    /// Where its text stands.
    pub align: Align,
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// At the start of the line.
    #[default]
    Start,
    /// At its end: for numbers.
    End,
    /// In the middle: for marks.
    Center,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableRow {
    /// The cells in order.
    Cells(Vec<Vec<Inline>>),
    /// A heading over the rows that follow, as wide as the table.
    Group(String),
}

/// An image.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figure {
    /// The image as SVG.
    pub svg: String,
    /// What it shows, in words.
    pub alt: String,
    /// The caption.
    pub caption: Vec<Inline>,
    /// The figures behind it, set as a table below.
    pub data: Option<Table>,
}

impl Inline {
    /// Plain text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The characters it holds.
    pub(crate) fn plain(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Emphasis(text) | Self::Link { text, .. } => text,
            Self::LineBreak => " ",
        }
    }
}

impl Column {
    /// A column.
    #[must_use]
    pub fn new(title: impl Into<String>, weight: u16, align: Align) -> Self {
        Self { title: title.into(), weight, align }
    }

    /// Its share of the width, never 0.
    pub(crate) fn share(&self) -> u16 {
        self.weight.max(1)
    }
}

impl TableRow {
    /// A row of plain text.
    #[must_use]
    pub fn of<T: Into<String>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self::Cells(cells.into_iter().map(|cell| vec![Inline::text(cell)]).collect())
    }
}

impl Table {
    /// The columns, as many as the widest row needs.
    pub(crate) fn full_columns(&self) -> Vec<Column> {
        let widest = self.rows.iter().map(|row| if let TableRow::Cells(cells) = row { cells.len() } else { 1 }).max();
        let mut columns = self.columns.clone();
        while columns.len() < widest.unwrap_or(0) {
            columns.push(Column::default());
        }
        columns
    }
}

/// The characters of a run, without marks.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    inlines.iter().map(Inline::plain).collect()
}
