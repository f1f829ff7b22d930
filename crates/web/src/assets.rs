//! Style, script and images. Each address holds a hash of all of them, so that browsers may keep them for good.

use std::sync::OnceLock;

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::templates::Ui;

/// The address of a file below `ui/`, or of `style.css`, the one stylesheet.
pub(crate) fn address(name: &str) -> String {
    format!("/assets/{}/{name}", version())
}

/// A hash over all that is served here.
fn version() -> String {
    static READY: OnceLock<String> = OnceLock::new();
    let make = || {
        let mut hash = Sha256::new();
        for name in names() {
            if let Some(file) = Ui::get(&name) {
                hash.update(file.metadata.sha256_hash());
            }
        }
        hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    };
    if cfg!(debug_assertions) { make() } else { READY.get_or_init(make).clone() }
}

/// Names of all style, script and image files, in the order the stylesheet joins them.
fn names() -> Vec<String> {
    let served = |name: &str| name.starts_with("js/") || name.starts_with("img/") || name.ends_with(".css");
    let mut names: Vec<String> = Ui::iter().map(|name| name.into_owned()).filter(|name| served(name)).collect();
    // `css/` goes before `components/`.
    names.sort_by_key(|name| (!name.starts_with("css/"), name.clone()));
    names
}

/// Everything that styles, joined: `css/` by name, then each component's own.
fn stylesheet() -> String {
    static READY: OnceLock<String> = OnceLock::new();
    let make = || {
        let sheets = names().into_iter().filter(|name| name.ends_with(".css"));
        let texts = sheets.filter_map(|name| Ui::get(&name));
        texts.map(|file| String::from_utf8_lossy(&file.data).into_owned()).collect::<Vec<_>>().join("\n")
    };
    if cfg!(debug_assertions) { make() } else { READY.get_or_init(make).clone() }
}

/// Answers with a file.
pub(crate) async fn serve(Path((_version, name)): Path<(String, String)>) -> Response {
    let (kind, body) = match name.as_str() {
        "style.css" => ("text/css; charset=utf-8", Body::from(stylesheet())),
        name if name.starts_with("js/") || name.starts_with("img/") => match Ui::get(name) {
            Some(file) => (content_type(name), Body::from(file.data.into_owned())),
            None => return StatusCode::NOT_FOUND.into_response(),
        },
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let keep = if cfg!(debug_assertions) { "no-cache" } else { "public, max-age=31536000, immutable" };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static(keep)),
    ];
    (headers, body).into_response()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
