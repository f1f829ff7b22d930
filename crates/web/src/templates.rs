//! Templates and translations: read from disk in development, carried in the program when released.

use std::borrow::Cow;

use i18n::{Catalogue, Language};
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Output, State, UndefinedBehavior, Value, escape_formatter};
use rust_embed::RustEmbed;

use crate::{Error, Result};

/// All the browser sees.
#[derive(RustEmbed)]
#[folder = "../../ui/"]
pub(crate) struct Ui;

#[derive(RustEmbed)]
#[folder = "../../translations/"]
struct Translations;

/// The template engine.
pub struct Templates {
    ready: Environment<'static>,
}

impl Templates {
    /// The engine with its rules: strict about what is undefined, escaping everything.
    #[must_use]
    pub(crate) fn new() -> Self {
        Self { ready: environment() }
    }

    /// Renders a template of `ui/`.
    ///
    /// # Errors
    /// When the template is missing or asks for what the context does not have.
    pub fn render(&self, name: &str, context: Value) -> Result<String> {
        // In development each page reads its templates anew, so that an edit needs no build.
        let fresh = cfg!(debug_assertions).then(environment);
        let environment = fresh.as_ref().unwrap_or(&self.ready);
        Ok(environment.get_template(name).map_err(Error::from)?.render(context)?)
    }
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_loader(|name| Ok(file(name)));
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(write);
    environment.set_syntax(syntax());
    environment
}

/// Escapes what HTML needs escaped. The engine's own way also takes every `/`, which nobody needs, since attributes are
/// quoted everywhere, and which makes addresses hard to read in what is sent.
fn write(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> std::result::Result<(), minijinja::Error> {
    let Some(text) = value.as_str().filter(|_| !value.is_safe()) else { return escape_formatter(out, state, value) };
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (before, special) = rest.split_at(at);
        out.write_str(before)?;
        out.write_str(match special.as_bytes()[0] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#x27;",
        })?;
        rest = &special[1..];
    }
    Ok(out.write_str(rest)?)
}

/// Block tags leave no lines of their own.
fn syntax() -> SyntaxConfig {
    // The delimiters are the usual ones, so that building cannot fail.
    SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().unwrap_or_default()
}

fn file(name: &str) -> Option<String> {
    let file = Ui::get(name)?;
    Some(text(file.data))
}

fn text(bytes: Cow<'static, [u8]>) -> String {
    String::from_utf8(bytes.into_owned()).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// All messages.
///
/// # Errors
/// What is wrong with them, one line each.
pub fn catalogue() -> std::result::Result<Catalogue, Vec<String>> {
    let mut files = Vec::new();
    for name in Translations::iter().filter(|name| name.ends_with(".ftl")) {
        let language = name.split('/').next().and_then(Language::from_tag);
        if let (Some(language), Some(file)) = (language, Translations::get(&name)) {
            files.push((language, name.to_string(), text(file.data)));
        }
    }
    files.sort_by(|a, b| a.1.cmp(&b.1));
    Catalogue::read(files.iter().map(|(language, name, text)| (*language, name.as_str(), text.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_but_a_slash_is_escaped() {
        let environment = environment();
        let render = |value: Value| environment.render_str("{{ value }}", minijinja::context! { value }).unwrap();
        assert_eq!(
            render("<a href=\"/x\" title='&'>å/ö".into()),
            "&lt;a href=&quot;/x&quot; title=&#x27;&amp;&#x27;&gt;å/ö"
        );
        assert_eq!(render(Value::from_safe_string("<b>".to_owned())), "<b>");
        assert_eq!(render(Value::from(vec!["<"])), "[&#x27;&lt;&#x27;]");
        assert_eq!(render(12.into()), "12");
    }
}
