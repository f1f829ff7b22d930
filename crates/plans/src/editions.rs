//! One plan, many forms: the whole plan, a short version, the list for the wall, and what each body has promised.
//!
//! [`document`] is pure: content and words in, one [`Document`] out, from which web page, PDF and Word are made.
//! [`sheet`] makes the Excel form. What is printed stands in the plan or in the translations, never here.

mod about;
mod actors;
mod excerpt;
mod field;
mod figures;
mod full;
mod list;
mod prose;
mod short;
mod table;
mod words;

use base::Id;
use documents::Document;
use jiff::civil::Date;
use sheets::write::Workbook;

use crate::content::Content;

pub use about::About;
pub use excerpt::excerpt;
pub use prose::blocks as paragraphs;
pub(crate) use words::LevelWords;
pub use words::Words;

/// One way to set a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edition {
    /// All of it.
    Full,
    /// What it is about, and each action in a line.
    Short,
    /// All actions on few pages, for the wall.
    List,
    /// What each body has promised, or this one alone.
    Actors(Option<Id>),
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A web page.
    Html,
    /// PDF.
    Pdf,
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
}

/// The edition as a document.
#[must_use]
pub fn document(content: &Content, about: &About, edition: &Edition, words: Words<'_>) -> Document {
    let frame = about.frame(content, words);
    match edition {
        Edition::Full => full::document(content, about, frame, words),
        Edition::Short => short::document(content, about, frame, words),
        Edition::List => list::document(content, about, frame, words),
        Edition::Actors(only) => actors::document(content, only.as_ref(), about, frame, words),
    }
}

/// The edition as a workbook; none for the short version, which is text. The whole plan and the list can be edited and read
/// back with [`workbook::read`](crate::workbook::read).
#[must_use]
pub fn sheet(content: &Content, about: &About, edition: &Edition, words: Words<'_>) -> Option<Workbook> {
    let workbook = |sheets| about.workbook(content, sheets);
    match edition {
        Edition::Full => Some(workbook(crate::workbook::sheets(content, &about.basis(), &[], words))),
        Edition::Short => None,
        Edition::List => Some(workbook(vec![crate::workbook::actions(content, &[], words)])),
        Edition::Actors(only) => Some(workbook(vec![actors::sheet(content, only.as_ref(), words)])),
    }
}

impl Edition {
    /// All editions, that by actor with every body.
    pub const ALL: [Self; 4] = [Self::Full, Self::Short, Self::List, Self::Actors(None)];

    /// Its name in addresses and translation keys.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
            Self::List => "list",
            Self::Actors(_) => "actors",
        }
    }

    /// The edition of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.as_str() == name)
    }

    /// The kinds of file it comes as.
    #[must_use]
    pub fn formats(&self) -> &'static [Format] {
        match self {
            Self::Short => &[Format::Html, Format::Pdf, Format::Docx],
            Self::Full | Self::List | Self::Actors(_) => &Format::ALL,
        }
    }

    /// A file name that says what is in it: `plan-for-trygghet-kortversion-2024-2027.pdf`.
    #[must_use]
    pub fn file_name(&self, content: &Content, format: Format, words: Words<'_>) -> String {
        let (from, to) = (content.period.from, content.period.to);
        let period = if from == to { from.to_string() } else { format!("{from}-{to}") };
        let title = content.title.replace(&content.period.to_string(), " ").replace(&period, " ");
        let edition = words.text(&format!("plans-editions-file-{}", self.as_str()));
        let parts = [slug(&title, 60), slug(&edition, 40), period];
        let name: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}.{}", name.join("-"), format.as_str())
    }
}

impl Format {
    /// All kinds of file.
    pub const ALL: [Self; 4] = [Self::Html, Self::Pdf, Self::Docx, Self::Xlsx];

    /// Its ending.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }

    /// The kind with that ending.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == name)
    }

    /// What a browser is told it is.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// Letters and digits without accents, words joined by hyphens, cut between words where it would get too long.
#[must_use]
pub fn slug(text: &str, most: usize) -> String {
    let plain: String = swedish::fold(text)
        .chars()
        .map(|letter| match letter {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            letter if letter.is_ascii_alphanumeric() => letter,
            _ => ' ',
        })
        .collect();
    let mut slug = String::new();
    for word in plain.split_whitespace() {
        if !slug.is_empty() && slug.len() + word.len() >= most {
            break;
        }
        slug.extend((!slug.is_empty()).then_some('-'));
        slug.extend(word.chars().take(most));
    }
    slug
}

/// A day of a date and time that a workbook carries.
fn midnight(date: Date) -> jiff::civil::DateTime {
    date.at(0, 0, 0, 0)
}
