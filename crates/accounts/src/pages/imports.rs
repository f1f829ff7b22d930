//! Reading an organisation in: a file, what it would change, and the save.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::{Unit, UnitKind, Verb};
use serde::Serialize;
use sheets::read::ReadError;
use web::{Fields, Here, Place, Result, Sample, Uploads};

use super::units::form::Choice;
use crate::organisation_import::{
    self, Comparison, Fault, FieldChange, ImportError, Origin, Outcome, Remark, RemarkKind, StoredImport, Summary,
};
use crate::unit_list;

const NEW: &str = "pages/accounts/imports/new.html";
const SHOW: &str = "pages/accounts/imports/show.html";

/// Most rows of each outcome that are shown; the sums tell of all.
const MOST_ROWS: usize = 200;

#[derive(Serialize)]
struct NewPage {
    parents: Vec<Choice>,
    form: ImportForm,
}

#[derive(Default, Serialize)]
struct ImportForm {
    parent: String,
    errors: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
struct ImportPage {
    id: String,
    file: String,
    parent: String,
    parent_href: String,
    saved: bool,
    summary: Summary,
    /// How many units would be written.
    writes: usize,
    remarks: Vec<String>,
    parts: Vec<Part>,
}

/// Rows with one outcome.
#[derive(Serialize)]
struct Part {
    key: &'static str,
    total: usize,
    rows: Vec<ShownRow>,
    more: usize,
}

#[derive(Serialize)]
struct ShownRow {
    origin: String,
    name: String,
    texts: Vec<String>,
}

/// The form.
pub(super) async fn new(here: Here, fields: Fields) -> Result<Response> {
    let form = ImportForm { parent: fields.get("parent").to_owned(), ..ImportForm::default() };
    here.page(NEW, &[super::organisation_place(&here)], &new_page(&here, form).await?)
}

/// Reads a file and shows what it would change.
pub(super) async fn create(here: Here, mut uploads: Uploads) -> Result<Response> {
    let form = ImportForm { parent: uploads.fields.get("parent").to_owned(), ..ImportForm::default() };
    let parent = parent(&here, &form.parent).await?;
    let file = uploads.files.remove("file");
    let mut errors = BTreeMap::new();
    if parent.is_none() {
        errors.insert("parent", here.text("field-error-not-a-choice"));
    }
    match (parent, file) {
        (_, None) => drop(errors.insert("file", here.text("accounts-import-no-file"))),
        (None, _) => {}
        (Some(parent), Some(file)) => {
            let read = organisation_import::read_file(here.app().reader(), &file.name, file.bytes).await;
            match read {
                Ok(reading) => {
                    let id = StoredImport::create(here.db(), here.viewer(), &parent, &file.name, &reading).await?;
                    return Ok(here.go(&format!("/organisation/imports/{id}")));
                }
                Err(error) => drop(errors.insert("file", refusal(&here, &error))),
            }
        }
    }
    let form = ImportForm { errors, ..form };
    here.again(NEW, &[super::organisation_place(&here)], &new_page(&here, form).await?)
}

/// What the file would change.
pub(super) async fn show(here: Here, Path(id): Path<String>) -> Result<Response> {
    let import = find(&here, &id).await?;
    let compared = organisation_import::compare(here.db(), Some(&import.parent), &import.reading).await?;
    let place =
        [super::organisation_place(&here), Place::new(here.text("accounts-import-title"), "/organisation/imports/new")];
    here.page(SHOW, &place, &page(&here, &import, &compared))
}

/// Takes the file in.
pub(super) async fn save(here: Here, Path(id): Path<String>) -> Result<Response> {
    let import = find(&here, &id).await?;
    import.save(here.db(), here.viewer()).await?;
    let path = format!("/organisation?open={}", import.parent.id);
    Ok(here.go_saying(&path, "said-organisation-imported", Some(&import.file_name)))
}

async fn find(here: &Here, id: &str) -> Result<StoredImport> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Ok(StoredImport::find(here.db(), here.viewer(), &id).await?.ok_or(Problem::NotFound)?)
}

/// The unit that was chosen, where the viewer administers it.
async fn parent(here: &Here, id: &str) -> Result<Option<Unit>> {
    let Some(id) = Id::parse(id) else { return Ok(None) };
    let unit = Unit::find(here.db(), &id).await?;
    Ok(unit.filter(|unit| unit.valid_to.is_none() && here.viewer().may(Verb::Administer, &unit.path)))
}

async fn new_page(here: &Here, mut form: ImportForm) -> Result<NewPage> {
    let parents = unit_list::parents(here.db(), here.viewer(), "").await?;
    let parents: Vec<Choice> =
        parents.into_iter().map(|parent| Choice { value: parent.value, text: parent.text }).collect();
    if form.parent.is_empty()
        && let Some(own) = here.viewer().units(Verb::Administer).first()
    {
        form.parent = own.to_string();
    }
    Ok(NewPage { parents, form })
}

fn page(here: &Here, import: &StoredImport, compared: &Comparison) -> ImportPage {
    let summary = compared.summary;
    let part = |key: &'static str, total: usize, is: fn(&Outcome) -> bool| {
        let rows = compared.rows.iter().filter(|row| is(&row.outcome)).take(MOST_ROWS);
        let rows = rows.map(|row| shown(here, row)).collect();
        Part { key, total, rows, more: total.saturating_sub(MOST_ROWS) }
    };
    let parts = [
        part("refused", summary.refused, |outcome| matches!(outcome, Outcome::Refused { .. })),
        part("changed", summary.changed, |outcome| matches!(outcome, Outcome::Changed { .. })),
        part("ended", summary.ended, |outcome| matches!(outcome, Outcome::Ended { .. })),
        part("new", summary.new, |outcome| matches!(outcome, Outcome::New { .. })),
        part("left-out", summary.left_out, |outcome| matches!(outcome, Outcome::LeftOut)),
        part("unchanged", summary.unchanged, |outcome| matches!(outcome, Outcome::Unchanged)),
    ];
    ImportPage {
        id: import.id.to_string(),
        file: import.file_name.clone(),
        parent: import.parent.name.clone(),
        parent_href: super::unit_href(&import.parent.id),
        saved: import.saved,
        summary,
        writes: summary.new + summary.changed + summary.ended,
        remarks: compared.remarks.iter().map(|remark| remark_text(here, remark)).collect(),
        parts: parts.into_iter().filter(|part| part.total > 0).collect(),
    }
}

fn shown(here: &Here, row: &organisation_import::Row) -> ShownRow {
    let mut texts = match &row.outcome {
        Outcome::Changed { changes } => changes.iter().map(|change| change_text(here, change)).collect(),
        Outcome::Ended { last_day } => {
            vec![here.text_with("accounts-import-last-day", &[("date", &here.date(last_day))])]
        }
        Outcome::Refused { fault } => vec![fault_text(here, fault)],
        Outcome::New { unit_kind, parent } => vec![new_text(here, *unit_kind, parent)],
        Outcome::Unchanged | Outcome::LeftOut => Vec::new(),
    };
    texts.extend(row.remarks.iter().map(|remark| remark_text(here, remark)));
    ShownRow { origin: origin_text(here, &row.origin), name: row.name.clone(), texts }
}

fn origin_text(here: &Here, origin: &Origin) -> String {
    match origin {
        Origin::Record { record } => here.text_with("accounts-import-record", &[("number", &record.to_string())]),
        Origin::Place(sheets::Place::Line { line }) => {
            here.text_with("accounts-import-line", &[("number", &line.to_string())])
        }
        Origin::Place(sheets::Place::Cell { sheet, row, .. }) => {
            here.text_with("accounts-import-row", &[("sheet", sheet), ("number", &row.to_string())])
        }
        Origin::Place(sheets::Place::Paragraph { paragraph }) => {
            here.text_with("accounts-import-line", &[("number", &paragraph.to_string())])
        }
    }
}

fn new_text(here: &Here, kind: UnitKind, parent: &str) -> String {
    let kind = super::kind_text(here, kind.as_str());
    if parent.is_empty() {
        return kind;
    }
    here.text_with("accounts-import-new-below", &[("kind", &kind), ("parent", parent)])
}

fn change_text(here: &Here, change: &FieldChange) -> String {
    let field = here.text(&format!("accounts-unit-{}", change.field.replace('_', "-")));
    let shown = |text: &str| match (change.field, text) {
        (_, "") => here.text("ui-not-given"),
        ("kind", kind) => super::kind_text(here, kind),
        (_, text) => text.to_owned(),
    };
    let (before, after) = (shown(&change.before), shown(&change.after));
    here.text_with("accounts-import-change", &[("field", &field), ("before", &before), ("after", &after)])
}

fn remark_text(here: &Here, remark: &Remark) -> String {
    let text = match remark.kind {
        RemarkKind::GuessedKind => super::kind_text(here, &remark.text),
        _ => remark.text.clone(),
    };
    here.text_with(remark_key(remark.kind), &[("text", &text)])
}

fn remark_key(kind: RemarkKind) -> &'static str {
    match kind {
        RemarkKind::LeadingZero => "accounts-import-remark-leading-zero",
        RemarkKind::GuessedKind => "accounts-import-remark-guessed-kind",
        RemarkKind::UnknownKind => "accounts-import-remark-unknown-kind",
        RemarkKind::UnknownStatus => "accounts-import-remark-unknown-status",
        RemarkKind::UnreadColumn => "accounts-import-remark-unread-column",
        RemarkKind::UnreadTable => "accounts-import-remark-unread-table",
    }
}

fn fault_text(here: &Here, fault: &Fault) -> String {
    let (key, text) = match fault {
        Fault::NameMissing => ("accounts-import-fault-name-missing", ""),
        Fault::NameTooLong => ("accounts-import-fault-name-too-long", ""),
        Fault::PersonalNumber => ("accounts-import-fault-personal-number", ""),
        Fault::Circular => ("accounts-import-fault-circular", ""),
        Fault::HasUnits => ("accounts-import-fault-has-units", ""),
        Fault::NotACode { text } => ("accounts-import-fault-not-a-code", text.as_str()),
        Fault::NotADate { text } => ("accounts-import-fault-not-a-date", text.as_str()),
        Fault::Duplicate { text } => ("accounts-import-fault-duplicate", text.as_str()),
        Fault::UnknownParent { text } => ("accounts-import-fault-unknown-parent", text.as_str()),
        Fault::AmbiguousParent { text } => ("accounts-import-fault-ambiguous-parent", text.as_str()),
        Fault::RefusedParent { text } => ("accounts-import-fault-refused-parent", text.as_str()),
        Fault::Ambiguous { text } => ("accounts-import-fault-ambiguous", text.as_str()),
        Fault::Elsewhere { text } => ("accounts-import-fault-elsewhere", text.as_str()),
    };
    here.text_with(key, &[("text", text)])
}

/// Why a file was not understood, in words.
fn refusal(here: &Here, error: &ImportError) -> String {
    match error {
        ImportError::TooMany { limit } => here.count_text("accounts-import-too-many", *limit),
        ImportError::TooMuchElse { limit } => here.count_text("accounts-import-too-much-else", *limit),
        ImportError::NoUnits { .. } => here.text("accounts-import-no-units"),
        ImportError::Register(_) => here.text("accounts-import-not-register"),
        ImportError::File(error) => here.text(file_key(error)),
    }
}

fn file_key(error: &ReadError) -> &'static str {
    match error {
        ReadError::Empty => "accounts-file-empty",
        ReadError::TooLarge { .. }
        | ReadError::TooManyCells { .. }
        | ReadError::TooManySheets { .. }
        | ReadError::TooMuchText { .. }
        | ReadError::CompressionBomb => "accounts-file-too-large",
        ReadError::Damaged { .. } => "accounts-file-damaged",
        ReadError::Encrypted => "accounts-file-encrypted",
        ReadError::LegacyOffice { .. } | ReadError::BinaryWorkbook | ReadError::OpenDocument => "accounts-file-old",
        ReadError::Busy => "accounts-file-busy",
        ReadError::TooSlow { .. } | ReadError::GaveUp => "accounts-file-gave-up",
        ReadError::Presentation
        | ReadError::Pdf
        | ReadError::Html
        | ReadError::RichText
        | ReadError::Image
        | ReadError::UnknownType => "accounts-file-type",
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let parents = vec![Choice { value: "bjorkhamra".to_owned(), text: "Björkhamra kommun".to_owned() }];
    let new = NewPage { parents, form: ImportForm::default() };
    let row = |texts: Vec<String>| ShownRow { origin: "rad 3".to_owned(), name: "Backviksskolan".to_owned(), texts };
    let keys = ["refused", "changed", "ended", "new", "left-out", "unchanged"];
    let part = |key| Part { key, total: 201, rows: vec![row(vec!["Namn".to_owned()]), row(Vec::new())], more: 1 };
    let page = |saved, writes, parts: Vec<Part>| ImportPage {
        id: "1".to_owned(),
        file: "skolor.xlsx".to_owned(),
        parent: "Björkhamra kommun".to_owned(),
        parent_href: "/organisation/units/bjorkhamra".to_owned(),
        saved,
        summary: Summary::default(),
        writes,
        remarks: if saved { Vec::new() } else { vec!["Kolumnen ”Antal elever” lästes inte.".to_owned()] },
        parts,
    };
    let full = page(false, 201, keys.map(part).into_iter().collect());
    vec![
        Sample::new(NEW, &new),
        Sample::new(SHOW, &full),
        Sample::new(SHOW, &page(false, 0, Vec::new())),
        Sample::new(SHOW, &page(true, 0, Vec::new())),
    ]
}
