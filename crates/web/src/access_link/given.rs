//! Links as the pages show them on which they are given out: the list, and the form for a new one.

use std::collections::BTreeMap;

use base::{FormErrors, Id};
use jiff::civil::Date;
use serde::Serialize;

use super::{AccessLink, MOST_DAYS, NewAccessLink, USUAL_DAYS};
use crate::{Fields, Here};

/// A link with what became of it.
#[derive(Debug, Clone, Serialize)]
pub struct LinkRow {
    /// Its own page.
    pub href: String,
    /// Whom it was given to.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The unit they answer for.
    pub unit: String,
    /// Until when it works.
    pub until: String,
    /// When it was used last; empty where it never was.
    pub used: String,
    /// `open`, `expired` or `revoked`.
    pub state: &'static str,
}

/// What was typed into the form for a new link.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LinkForm {
    /// The chosen unit.
    pub unit: String,
    /// Whom it is for.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The language of the mail.
    pub language: String,
    /// How many days it works.
    pub days: String,
    /// What is wrong, by field.
    pub errors: BTreeMap<&'static str, String>,
}

impl LinkRow {
    /// A link whose own page stands below an address.
    #[must_use]
    pub fn of(here: &Here, links: &str, link: AccessLink) -> Self {
        Self {
            href: format!("{links}/{}", link.id),
            state: link.state(here.db().clock().now().as_microsecond()).as_str(),
            until: here.time(db::instant(link.expires_at)),
            used: link.last_used_at.map(|at| here.time(db::instant(at))).unwrap_or_default(),
            name: link.holder_name,
            email: link.holder_email,
            unit: link.unit_name,
        }
    }

    /// One for the samples of templates.
    #[must_use]
    pub fn sample(state: &'static str, used: &str) -> Self {
        Self {
            href: "/answer-links/l".to_owned(),
            name: "Petra Polisdotter".to_owned(),
            email: "petra@exempel.se".to_owned(),
            unit: "Polisområde Lindhamn".to_owned(),
            until: "15 mars 2025 kl. 12:00".to_owned(),
            used: used.to_owned(),
            state,
        }
    }
}

impl LinkForm {
    /// The empty form for a link that works through a last day, at most as long as one can.
    #[must_use]
    pub fn until(last: Option<Date>, today: Date) -> Self {
        Self { language: "sv".to_owned(), days: days_left(last, today).to_string(), ..Self::default() }
    }

    /// The form with what was sent, and what is wrong with it.
    #[must_use]
    pub fn again(here: &Here, fields: &Fields, errors: &FormErrors) -> Self {
        let field = |name: &str| fields.get(name).to_owned();
        Self {
            unit: field("unit"),
            name: field("name"),
            email: field("email"),
            language: field("language"),
            days: field("days"),
            errors: here.errors(errors),
        }
    }
}

impl NewAccessLink {
    /// The link that a form asks for, where its unit is one of those it can be for.
    #[must_use]
    pub fn of_form(here: &Here, fields: &Fields, is_asked: impl Fn(&Id) -> bool) -> Self {
        Self {
            unit: Id::parse(fields.get("unit")).filter(is_asked),
            name: fields.get("name").to_owned(),
            email: fields.get("email").to_owned(),
            language: if fields.get("language") == "en" { "en".to_owned() } else { "sv".to_owned() },
            days: fields.get("days").to_owned(),
            by_mail: fields.get("by") == "mail" && here.app().settings().mail,
        }
    }
}

/// How long a link lasts unless somebody says otherwise: through the last day.
fn days_left(last: Option<Date>, today: Date) -> i64 {
    let left = last.and_then(|day| today.until(day).ok());
    left.map_or(USUAL_DAYS, |left| (i64::from(left.get_days()) + 1).clamp(1, MOST_DAYS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_lasts_through_the_last_day() {
        let today = "2025-03-01".parse().unwrap();
        for (last, days) in [
            ("2025-03-22", 22),
            ("2025-04-01", 32),
            ("2025-03-01", 1),
            ("2025-02-01", 1),
            ("2027-01-01", MOST_DAYS),
            ("", USUAL_DAYS),
        ] {
            assert_eq!(days_left(last.parse().ok(), today), days, "{last}");
        }
    }
}
