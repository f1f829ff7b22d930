//! All messages of one language.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::Language;

/// The messages of all languages.
pub struct Catalogue {
    bundles: Vec<(Language, FluentBundle<FluentResource>)>,
}

/// A value that goes into a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// Text as it is.
    Text(String),
    /// A number, which also chooses the plural form.
    Number(f64),
}

impl Catalogue {
    /// Reads messages: language and the text of a Fluent file.
    ///
    /// # Errors
    /// One line for each message that cannot be read or stands twice.
    pub fn read<'a>(files: impl IntoIterator<Item = (Language, &'a str, String)>) -> Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let mut bundles: Vec<_> = Language::ALL.into_iter().map(|language| (language, bundle(language))).collect();
        for (language, name, text) in files {
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
                faults.extend(errors.iter().map(|error| format!("{}/{name}: {error}", language.tag())));
                resource
            });
            let bundle = bundles.iter_mut().find(|(other, _)| *other == language);
            if let Some(Err(errors)) = bundle.map(|(_, bundle)| bundle.add_resource(resource)) {
                faults.extend(errors.iter().map(|error| format!("{}/{name}: {error}", language.tag())));
            }
        }
        if faults.is_empty() { Ok(Self { bundles }) } else { Err(faults) }
    }

    /// The message in a language. A missing one comes out as its key between ⟦ and ⟧, which no test lets through.
    #[must_use]
    pub fn text(&self, language: Language, key: &str, arguments: &BTreeMap<String, Argument>) -> String {
        self.find(language, key, arguments).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// The message in a language, if there is one and all its values are given.
    #[must_use]
    pub fn find(&self, language: Language, key: &str, arguments: &BTreeMap<String, Argument>) -> Option<String> {
        let bundle = self.bundles.iter().find(|(other, _)| *other == language).map(|(_, bundle)| bundle)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::new();
        for (name, argument) in arguments {
            values.set(name.as_str(), value(argument));
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks that set off inserted text confuse search and copying, and all our languages run left to right.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(swedish_number(number.value)),
        _ => None,
    }));
    bundle
}

/// Numbers in running text: groups by a no-break space and a decimal comma, in both languages alike.
fn swedish_number(number: f64) -> String {
    swedish::decimal(number, 3)
}

fn value(argument: &Argument) -> FluentValue<'_> {
    match argument {
        Argument::Text(text) => FluentValue::from(text.as_str()),
        Argument::Number(number) => FluentValue::from(*number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue() -> Catalogue {
        let sv = "actions = { $count ->\n    [one] { $count } åtgärd\n   *[other] { $count } åtgärder\n }\nhello = Hej { $name }\n";
        let en = "actions = { $count ->\n    [one] { $count } action\n   *[other] { $count } actions\n }\n";
        Catalogue::read([(Language::Sv, "a", sv.to_owned()), (Language::En, "a", en.to_owned())]).unwrap()
    }

    fn count(number: f64) -> BTreeMap<String, Argument> {
        BTreeMap::from([("count".to_owned(), Argument::Number(number))])
    }

    #[test]
    fn plurals_and_numbers() {
        let catalogue = catalogue();
        assert_eq!(catalogue.text(Language::Sv, "actions", &count(1.0)), "1 åtgärd");
        assert_eq!(catalogue.text(Language::Sv, "actions", &count(1234.0)), "1\u{a0}234 åtgärder");
        assert_eq!(catalogue.text(Language::En, "actions", &count(2.0)), "2 actions");
    }

    #[test]
    fn a_missing_message_or_value_is_seen() {
        let catalogue = catalogue();
        assert_eq!(catalogue.text(Language::En, "hello", &count(1.0)), "⟦hello⟧");
        assert_eq!(catalogue.text(Language::Sv, "hello", &count(1.0)), "⟦hello⟧");
    }
}
