//! Headers of every answer, the check that a change comes from our own pages, and redirects that stay home.

use axum::http::header::{self, HeaderName};
use axum::http::{HeaderMap, HeaderValue, Method};

use crate::App;

/// Nothing but our own style, script and images; forms go home; nobody frames us.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Adds the headers that every answer carries, errors included.
pub(crate) fn protect(headers: &mut HeaderMap, app: &App, private: bool) {
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=()"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if app.settings().address.is_secure() {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        let keep = if private { "no-store" } else { "no-cache" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    }
}

/// Whether a request that changes something comes from our own pages. Without evidence it does not.
pub(crate) fn from_own_page(app: &App, method: &Method, headers: &HeaderMap) -> bool {
    if method == Method::GET || method == Method::HEAD {
        return true;
    }
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let origin = text(header::ORIGIN).map(|origin| origin.eq_ignore_ascii_case(app.settings().address.origin()));
    let site = text(HeaderName::from_static("sec-fetch-site")).map(|site| site == "same-origin");
    // Each that is there has to say so, and one has to be there.
    origin.or(site).is_some() && origin != Some(false) && site != Some(false)
}

/// A path of ours, or the start page when the text leads anywhere else.
pub(crate) fn own_path(path: &str) -> &str {
    let strange = path.bytes().any(|byte| byte.is_ascii_control() || byte == b'\\');
    if path.starts_with('/') && !path.starts_with("//") && !strange { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w10_redirects_stay_home() {
        let foreign = [
            "https://other.se",
            "https:other.se",
            "//other.se",
            "///other.se",
            "/\\other.se",
            "\\\\other.se",
            "//user@other.se",
            "https://localhost:3000@other.se",
            "/\t/other.se",
            "javascript:x",
            "",
            "/a\r\nb",
        ];
        for foreign in foreign {
            assert_eq!(own_path(foreign), "/", "{foreign}");
        }
        assert_eq!(own_path("/plans?page=2#a"), "/plans?page=2#a");
    }
}
