//! Cookies that are no secret: language, appearance, and the word on the next page.

use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use crate::here::{Flash, Theme};
use crate::{App, Fields, Here, Result};
use i18n::Language;

pub(crate) const LANGUAGE: &str = "language";
pub(crate) const THEME: &str = "appearance";
pub(crate) const FLASH: &str = "flash";

/// A year.
const LONG: u32 = 365 * 24 * 3600;

/// Chooses the language.
pub(crate) async fn language(here: Here, fields: Fields) -> Result<Response> {
    let language = Language::from_tag(fields.get("lang")).unwrap_or_default();
    let mut response = here.go(fields.get("back"));
    response.headers_mut().append(axum::http::header::SET_COOKIE, cookie(here.app(), LANGUAGE, language.tag(), LONG));
    Ok(response)
}

/// Chooses light, dark, or as the device has it.
pub(crate) async fn appearance(here: Here, fields: Fields) -> Result<Response> {
    let theme = ["light", "dark"].into_iter().find(|theme| *theme == fields.get("theme")).unwrap_or("system");
    let mut response = here.go(fields.get("back"));
    response.headers_mut().append(axum::http::header::SET_COOKIE, cookie(here.app(), THEME, theme, LONG));
    Ok(response)
}

/// The theme of a cookie's value.
pub(crate) fn theme(value: &str) -> Theme {
    match value {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => Theme::System,
    }
}

/// A cookie that says a word on the next page.
pub(crate) fn flash(app: &App, flash: &Flash) -> HeaderValue {
    let json = serde_json::to_string(flash).unwrap_or_default();
    let encoded: String = form_urlencoded::byte_serialize(json.as_bytes()).collect();
    cookie(app, FLASH, &encoded, 60)
}

/// Takes the word away once it was said.
pub(crate) fn no_flash(app: &App) -> HeaderValue {
    cookie(app, FLASH, "", 0)
}

/// The word of a cookie's value. It comes from the browser: only known kinds and shapes of keys pass.
pub(crate) fn read_flash(value: &str) -> Option<Flash> {
    let decoded = form_urlencoded::parse(format!("v={value}").as_bytes()).next()?.1.into_owned();
    let flash: Flash = serde_json::from_str(&decoded).ok()?;
    let key = flash.key.starts_with("said-") && flash.key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let kind = ["success", "info", "warning"].contains(&flash.kind.as_str());
    (key && kind && flash.args.keys().all(|name| name == "what")).then_some(flash)
}

/// The name under which browsers hold a cookie: over TLS one that no other host can have set.
pub(crate) fn name(app: &App, plain: &str) -> String {
    if app.settings().address.is_secure() { format!("__Host-{plain}") } else { plain.to_owned() }
}

/// What a cookie of this plain name holds.
pub(crate) fn kept(app: &App, headers: &HeaderMap, plain: &str) -> Option<String> {
    crate::request::cookie(headers, &name(app, plain))
}

/// A cookie for the whole site that scripts cannot read.
pub(crate) fn cookie(app: &App, plain: &str, value: &str, seconds: u32) -> HeaderValue {
    let name = name(app, plain);
    let secure = if app.settings().address.is_secure() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; SameSite=Lax; HttpOnly{secure}");
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}
