//! What shows that something was done: a file kept here, or an address elsewhere.

use base::{FieldError, FormErrors, Id, Problem};
use data_encoding::{BASE64, HEXLOWER};
use db::{Db, DbError, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::Viewer;
use sha2::{Digest, Sha256};

use super::Seen;

/// Something that shows what was done.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Evidence {
    /// The id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Where it is, when it is elsewhere.
    pub href: Option<String>,
    /// The file's name, when it is kept here.
    pub file_name: Option<String>,
    /// The file's kind.
    pub media_type: Option<String>,
    /// How large the file is.
    pub bytes: Option<i64>,
}

/// Most bytes of a file.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// Most files and addresses of one report.
const MOST_PIECES: i64 = 20;

/// Bytes of each row of a file; a multiple of three, so that pieces of base 64 can be joined.
const PIECE: usize = 192 * 1024;

/// Kinds of files that are taken: the end of the name, how such a file begins, and what it is.
const KINDS: [(&str, &[u8], &str); 9] = [
    ("pdf", b"%PDF-", "application/pdf"),
    ("docx", b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("pptx", b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odt", b"PK\x03\x04", "application/vnd.oasis.opendocument.text"),
    ("ods", b"PK\x03\x04", "application/vnd.oasis.opendocument.spreadsheet"),
    ("png", b"\x89PNG\r\n\x1a\n", "image/png"),
    ("jpg", b"\xff\xd8\xff", "image/jpeg"),
    ("jpeg", b"\xff\xd8\xff", "image/jpeg"),
];

/// The kind of a file, where it is one that is taken and begins as such a file does.
fn kind(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let end = name.rsplit_once('.')?.1.to_lowercase();
    KINDS.iter().find(|(ending, start, _)| *ending == end && bytes.starts_with(start)).map(|(_, _, kind)| *kind)
}

impl Seen {
    /// What was shown, in the order it was added.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn evidence(&self, db: &impl Queries) -> Result<Vec<Evidence>> {
        let sql = "SELECT id, title, href, file_name, media_type, bytes FROM report_evidence WHERE report_id = $1 \
            ORDER BY added_at, id";
        db.all(sql, values![self.report.id.as_str()]).await
    }

    /// Adds an address.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write on the report now, or it is no address.
    pub async fn add_link(db: &Db, viewer: &Viewer, round: &Id, report: &Id, title: &str, href: &str) -> Result<()> {
        let mut errors = FormErrors::default();
        let href = errors.required("evidence_href", href, 1000);
        let title = errors.optional("evidence_title", title, 200);
        let rest = href.strip_prefix("https://").or_else(|| href.strip_prefix("http://"));
        if !href.is_empty() && rest.is_none_or(|rest| rest.is_empty() || href.chars().any(char::is_whitespace)) {
            errors.add("evidence_href", FieldError::NotRight);
        }
        errors.check().map_err(Problem::Invalid)?;
        let title = if title.is_empty() { href.clone() } else { title };
        let row = vec![("title", title.into()), ("href", href.into())];
        Self::add(db, viewer, round, report, row, &[]).await
    }

    /// Adds a file. It is kept in the database, so that a backup has it and a crash leaves no half of it.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write on the report now, or the file is empty, too large
    /// or of a kind that is not taken.
    pub async fn add_file(
        db: &Db,
        viewer: &Viewer,
        round: &Id,
        report: &Id,
        title: &str,
        name: &str,
        bytes: &[u8],
    ) -> Result<()> {
        let mut errors = FormErrors::default();
        let title = errors.optional("evidence_title", title, 200);
        let kind = kind(name, bytes);
        match (bytes.len(), kind) {
            (0, _) => errors.add("evidence_file", FieldError::Missing),
            (_, None) => errors.add("evidence_file", FieldError::NotRight),
            (size, _) if size > MOST_BYTES => return Err(Problem::TooLarge.into()),
            _ => {}
        }
        errors.check().map_err(Problem::Invalid)?;
        let title = if title.is_empty() { name.to_owned() } else { title };
        let row = vec![
            ("title", title.into()),
            ("file_name", name.into()),
            ("media_type", kind.into()),
            ("bytes", i64::try_from(bytes.len()).unwrap_or(i64::MAX).into()),
            ("sha256", HEXLOWER.encode(&Sha256::digest(bytes)).into()),
        ];
        Self::add(db, viewer, round, report, row, bytes).await
    }

    async fn add(
        db: &Db,
        viewer: &Viewer,
        round: &Id,
        report: &Id,
        row: Vec<(&str, db::Value)>,
        bytes: &[u8],
    ) -> Result<()> {
        let today = db.clock().today();
        let change = db.change(viewer.actor()?).await?;
        let seen = Self::claim(&change, viewer, today, round, report).await?;
        seen.check_writes(viewer, today)?;
        let there = "SELECT COUNT(*) FROM report_evidence WHERE report_id = $1";
        if change.number(there, values![report.as_str()]).await? >= MOST_PIECES {
            return Err(Problem::Refused("evidence-full").into());
        }
        let id = change.new_id();
        let mut row = row;
        row.push(("id", id.as_str().into()));
        row.push(("report_id", report.as_str().into()));
        row.push(("added_at", change.at().as_microsecond().into()));
        change.insert("report_evidence", row).await?;
        for (position, piece) in (0_i64..).zip(bytes.chunks(PIECE)) {
            let row = vec![
                ("file_id", id.as_str().into()),
                ("position", position.into()),
                ("content", BASE64.encode(piece).into()),
            ];
            change.insert("file_piece", row).await?;
        }
        let detail = serde_json::json!({ "bytes": bytes.len() });
        change
            .commit(Event::new("report.evidence_added", "report", report).within(&seen.report.unit).with(detail))
            .await
    }

    /// Takes something away again.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write on the report now, or it is not there.
    pub async fn remove_evidence(db: &Db, viewer: &Viewer, round: &Id, report: &Id, id: &Id) -> Result<()> {
        let today = db.clock().today();
        let change = db.change(viewer.actor()?).await?;
        let seen = Self::claim(&change, viewer, today, round, report).await?;
        seen.check_writes(viewer, today)?;
        let gone = "DELETE FROM report_evidence WHERE id = $1 AND report_id = $2";
        if change.execute(gone, values![id.as_str(), report.as_str()]).await? == 0 {
            return Err(Problem::NotFound.into());
        }
        change.execute("DELETE FROM file_piece WHERE file_id = $1", values![id.as_str()]).await?;
        change.commit(Event::new("report.evidence_removed", "report", report).within(&seen.report.unit)).await
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When the database refuses; [`DbError::Stored`] when a piece cannot be read.
    pub async fn file(&self, db: &impl Queries, evidence: &Evidence) -> Result<Vec<u8>> {
        let sql = "SELECT content FROM file_piece WHERE file_id = $1 ORDER BY position";
        let mut bytes = Vec::new();
        for piece in db.texts(sql, values![evidence.id.as_str()]).await? {
            let piece = BASE64.decode(piece.as_bytes());
            bytes.extend(piece.map_err(|error| DbError::Stored(format!("file_piece {}: {error}", evidence.id)))?);
        }
        Ok(bytes)
    }

    fn check_writes(&self, viewer: &Viewer, today: jiff::civil::Date) -> std::result::Result<(), Problem> {
        match (self.may_write(viewer, today), self.is_written_by(viewer)) {
            (true, _) => Ok(()),
            (false, true) => Err(Problem::Refused(self.refusal())),
            (false, false) => Err(Problem::NotAllowed),
        }
    }
}
