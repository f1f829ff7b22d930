//! What a form sent: every field's texts, kept as they were typed.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use base::Problem;
use serde::Serialize;

use crate::{App, Error};

/// The fields of a form. A field that was not sent is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Fields(BTreeMap<String, Vec<String>>);

/// Most fields a form may hold.
const MOST_FIELDS: usize = 5_000;

impl Fields {
    /// Reads `a=1&b=2`, as in a query or a form's body.
    ///
    /// # Errors
    /// [`Problem::Malformed`] when there are more fields than any form has.
    pub fn read(encoded: &[u8]) -> Result<Self, Problem> {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (count, (name, value)) in form_urlencoded::parse(encoded).enumerate() {
            if count >= MOST_FIELDS {
                return Err(Problem::Malformed);
            }
            fields.entry(name.into_owned()).or_default().push(value.replace('\0', ""));
        }
        Ok(Self(fields))
    }

    /// The field's text, or nothing.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// All texts of a field that may stand several times.
    #[must_use]
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether the field was sent at all.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The field as a number, where it is one.
    #[must_use]
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name).trim().parse().ok()
    }

    /// The names of all fields that were sent.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The fields with one set anew.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.insert(name.to_owned(), vec![value.into()]);
        self
    }

    /// The fields as a query, for an address.
    #[must_use]
    pub fn query(&self) -> String {
        let mut encoder = form_urlencoded::Serializer::new(String::new());
        for (name, values) in &self.0 {
            for value in values.iter().filter(|value| !value.is_empty()) {
                encoder.append_pair(name, value);
            }
        }
        encoder.finish()
    }
}

impl FromRequest<App> for Fields {
    type Rejection = Error;

    /// The body of a post, or the query of anything else.
    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        if request.method() != axum::http::Method::POST {
            return Ok(Self::read(request.uri().query().unwrap_or_default().as_bytes())?);
        }
        let body = Bytes::from_request(request, app).await.map_err(|_| Problem::TooLarge)?;
        Ok(Self::read(&body)?)
    }
}

/// A file that was sent with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its name on the sender's machine, without any folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A form with files.
#[derive(Debug, Clone, Default)]
pub struct Uploads {
    /// The ordinary fields.
    pub fields: Fields,
    /// The files by field name; an empty file field is left out.
    pub files: BTreeMap<String, Upload>,
}

impl FromRequest<App> for Uploads {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let mut form = Multipart::from_request(request, app).await.map_err(|_| Problem::Malformed)?;
        let mut read = Self::default();
        while let Some(mut field) = form.next_field().await.map_err(refusal)? {
            let Some(name) = field.name().map(str::to_owned) else { continue };
            let file_name =
                field.file_name().map(|name| name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned());
            let mut bytes = Vec::new();
            // Piece by piece, so that what is large stands in memory once.
            while let Some(piece) = field.chunk().await.map_err(refusal)? {
                bytes.extend_from_slice(&piece);
            }
            match file_name {
                Some(file) if !file.is_empty() || !bytes.is_empty() => {
                    let file = file.chars().filter(|character| !character.is_control()).take(200).collect();
                    read.files.insert(name, Upload { name: file, bytes });
                }
                Some(_) => {}
                None => {
                    read.fields.0.entry(name).or_default().push(text(bytes));
                }
            }
        }
        Ok(read)
    }
}

/// A field's text. What is not UTF-8 is marked as such; a zero, which no database takes as text, is left out.
fn text(bytes: Vec<u8>) -> String {
    let mut text =
        String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    text.retain(|character| character != '\0');
    text
}

fn refusal(error: axum::extract::multipart::MultipartError) -> Error {
    let problem = if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        Problem::TooLarge
    } else {
        Problem::Malformed
    };
    problem.into()
}
