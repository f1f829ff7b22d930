//! What another system says about somebody: a whole user, or the parts of one that change.

use serde_json::{Map, Value};

use super::Fault;

/// The schema of users.
pub(crate) const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";

/// Most operations of one change.
const MOST_OPERATIONS: usize = 100;

/// Most characters of a text.
const MOST: usize = 200;

/// What was said. What was not said stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Details {
    /// The name to sign in with.
    pub user_name: Option<String>,
    /// What the other system calls the user; the inner none takes it away.
    pub external_id: Option<Option<String>>,
    /// The name to be shown.
    pub display_name: Option<String>,
    /// The whole name.
    pub formatted: Option<String>,
    /// The given name.
    pub given: Option<String>,
    /// The family name.
    pub family: Option<String>,
    /// The address.
    pub email: Option<String>,
    /// Whether the account is open.
    pub active: Option<bool>,
}

impl Details {
    /// Reads a whole user. What is not in it and can be missing is taken away.
    ///
    /// # Errors
    /// [`Fault::Syntax`] or [`Fault::Value`].
    pub(crate) fn of_user(body: &Value) -> Result<Self, Fault> {
        let mut details = Self { external_id: Some(None), ..Self::default() };
        details.set_all(body.as_object().ok_or(Fault::Syntax)?)?;
        if details.user_name.is_none() {
            return Err(Fault::Value);
        }
        Ok(details)
    }

    /// Reads the operations of a change, also in the manner of Entra: operations in capitals, truth as a word, and values
    /// without a path.
    ///
    /// # Errors
    /// [`Fault::Syntax`] or [`Fault::Value`].
    pub(crate) fn of_patch(body: &Value) -> Result<Self, Fault> {
        let operations = member(body, "operations").and_then(Value::as_array).ok_or(Fault::Syntax)?;
        if operations.is_empty() || operations.len() > MOST_OPERATIONS {
            return Err(Fault::Syntax);
        }
        let mut details = Self::default();
        for operation in operations {
            let word = member(operation, "op").and_then(Value::as_str).ok_or(Fault::Syntax)?.to_ascii_lowercase();
            let path = member(operation, "path").and_then(Value::as_str);
            match (word.as_str(), path, member(operation, "value")) {
                ("add" | "replace", Some(path), Some(value)) => details.set(path, value)?,
                ("add" | "replace", None, Some(Value::Object(values))) => details.set_all(values)?,
                ("remove", Some(path), _) => details.remove(path)?,
                _ => return Err(Fault::Syntax),
            }
        }
        Ok(details)
    }

    fn set_all(&mut self, values: &Map<String, Value>) -> Result<(), Fault> {
        values.iter().try_for_each(|(path, value)| self.set(path, value))
    }

    /// Sets one attribute. What is not kept here is passed over: directories send more than anybody asks for.
    fn set(&mut self, path: &str, value: &Value) -> Result<(), Fault> {
        match plain_path(path).as_str() {
            "username" => self.user_name = Some(text(value)?),
            "externalid" if value.is_null() => self.external_id = Some(None),
            "externalid" => self.external_id = Some(Some(text(value)?)),
            "displayname" => self.display_name = Some(text(value)?),
            "name.formatted" => self.formatted = Some(text(value)?),
            "name.givenname" => self.given = Some(text(value)?),
            "name.familyname" => self.family = Some(text(value)?),
            "name" => {
                for (part, value) in value.as_object().ok_or(Fault::Value)? {
                    self.set(&format!("name.{part}"), value)?;
                }
            }
            "active" => self.active = Some(truth(value)?),
            "emails" | "emails[type eq \"work\"]" | "emails[primary eq true]" => self.email = Some(address(value)?),
            "emails.value" | "emails[type eq \"work\"].value" | "emails[primary eq true].value" => {
                self.email = Some(text(value)?);
            }
            _ => {}
        }
        Ok(())
    }

    fn remove(&mut self, path: &str) -> Result<(), Fault> {
        match plain_path(path).as_str() {
            "externalid" => self.external_id = Some(None),
            // Nobody is without these.
            "username" | "active" | "displayname" => return Err(Fault::Value),
            path if path.starts_with("emails") || path.starts_with("name") => return Err(Fault::Value),
            _ => {}
        }
        Ok(())
    }

    /// The name that somebody is to have who is called something now.
    pub(crate) fn name(&self, now: &str) -> Option<String> {
        if let Some(name) = self.display_name.as_ref().or(self.formatted.as_ref()) {
            return Some(name.clone());
        }
        if self.given.is_none() && self.family.is_none() {
            return None;
        }
        let (given, family) = parts_of(now);
        let (given, family) = (self.given.as_deref().unwrap_or(given), self.family.as_deref().unwrap_or(family));
        Some(format!("{given} {family}").trim().to_owned())
    }
}

/// Given name and family name, as far as a whole name tells: the last word is the family's.
pub(crate) fn parts_of(name: &str) -> (&str, &str) {
    name.trim().rsplit_once(' ').map_or((name.trim(), ""), |(given, family)| (given.trim(), family))
}

/// A path in lower case, without the name of the schema.
pub(crate) fn plain_path(path: &str) -> String {
    let path = path.trim();
    let bare = match path.get(..USER.len()) {
        Some(start) if start.eq_ignore_ascii_case(USER) => path[USER.len()..].trim_start_matches(':'),
        _ => path,
    };
    bare.to_ascii_lowercase().replace('\'', "\"")
}

/// Whether a text can be kept: short, and without control characters.
pub(crate) fn is_plain(text: &str) -> bool {
    text.chars().count() <= MOST && !text.contains(char::is_control)
}

/// A member of an object, whatever the case of its name.
fn member<'a>(object: &'a Value, name: &str) -> Option<&'a Value> {
    object.as_object()?.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

fn text(value: &Value) -> Result<String, Fault> {
    let text = value.as_str().map(str::trim).filter(|text| !text.is_empty() && is_plain(text));
    text.map(str::to_owned).ok_or(Fault::Value)
}

fn truth(value: &Value) -> Result<bool, Fault> {
    match value {
        Value::Bool(truth) => Ok(*truth),
        Value::String(word) if word.eq_ignore_ascii_case("true") => Ok(true),
        Value::String(word) if word.eq_ignore_ascii_case("false") => Ok(false),
        _ => Err(Fault::Value),
    }
}

/// Of several addresses the one for work, or the first that counts, or the first.
fn address(value: &Value) -> Result<String, Fault> {
    let all = match value {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    };
    let kind = |one: &&Value| {
        member(one, "type").and_then(Value::as_str).is_some_and(|kind| kind.eq_ignore_ascii_case("work"))
    };
    let first = |one: &&Value| member(one, "primary").and_then(Value::as_bool).unwrap_or_default();
    let chosen =
        all.iter().find(kind).or_else(|| all.iter().find(first)).or_else(|| all.first()).ok_or(Fault::Value)?;
    text(member(chosen, "value").unwrap_or(chosen))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_change_is_read_as_entra_writes_it() {
        let patch = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": [
                { "op": "Replace", "path": "active", "value": "False" },
                { "op": "Add", "path": "emails[type eq \"work\"].value", "value": "alva@exempel.se" },
                { "op": "Replace", "value": { "displayName": "Alva A", "name.familyName": "Ankarhjul", "title": "x" } },
                { "op": "remove", "path": "urn:ietf:params:scim:schemas:core:2.0:User:externalId" },
            ],
        });
        let details = Details::of_patch(&patch).unwrap();
        assert_eq!((details.active, details.external_id.clone()), (Some(false), Some(None)));
        assert_eq!(details.email.as_deref(), Some("alva@exempel.se"));
        assert_eq!(details.name("x").as_deref(), Some("Alva A"));
    }

    #[test]
    fn a_part_of_a_name_takes_the_place_of_that_part() {
        let family = Details { family: Some("Björnbär".to_owned()), ..Details::default() };
        assert_eq!(family.name("Alva Maria Ankarhjul").as_deref(), Some("Alva Maria Björnbär"));
        assert_eq!(family.name("Alva").as_deref(), Some("Alva Björnbär"));
        assert_eq!(Details::default().name("Alva"), None);
    }

    #[test]
    fn what_is_not_a_change_is_refused() {
        for body in [
            json!([]),
            json!({}),
            json!({ "Operations": [] }),
            json!({ "Operations": [{ "op": "copy", "path": "active", "value": true }] }),
            json!({ "Operations": [{ "op": "replace", "value": "x" }] }),
            json!({ "Operations": [{ "op": "remove" }] }),
            json!({ "Operations": [{ "op": "replace", "path": "active", "value": "perhaps" }] }),
            json!({ "Operations": [{ "op": "remove", "path": "userName" }] }),
            json!({ "Operations": [{ "op": "replace", "path": "userName", "value": "a\u{0}" }] }),
            json!({ "Operations": vec![json!({ "op": "replace", "path": "title", "value": "x" }); 101] }),
        ] {
            assert!(Details::of_patch(&body).is_err(), "{body}");
        }
        assert!(Details::of_user(&json!({ "displayName": "Alva" })).is_err(), "a user has a name to sign in with");
    }

    #[test]
    fn of_several_addresses_the_one_for_work_counts() {
        let user = json!({ "userName": "a", "emails": [
            { "value": "home@exempel.se", "type": "home", "primary": true }, { "value": "work@exempel.se", "type": "work" },
        ] });
        assert_eq!(Details::of_user(&user).unwrap().email.as_deref(), Some("work@exempel.se"));
    }
}
