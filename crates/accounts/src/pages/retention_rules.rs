//! How long things are kept: what is usual, and what the administrators have decided instead.

use std::collections::BTreeMap;

use axum::response::Response;
use base::{FieldError, FormErrors, Problem};
use db::Retention;
use identity::Verb;
use serde::Serialize;
use web::{Fields, Here, Place, Result, Sample};

use crate::audit::reaches_all;

const TEMPLATE: &str = "pages/accounts/retention-rules/edit.html";
const PATH: &str = "/retention-rules";

#[derive(Serialize)]
struct RulesPage {
    rules: Vec<RuleRow>,
    errors: BTreeMap<&'static str, String>,
    /// Rules hold for the whole installation: whoever reaches a part of it reads them only.
    may_decide: bool,
}

#[derive(Serialize)]
struct RuleRow {
    kind: &'static str,
    days: String,
    usual: i64,
    least: i64,
    most: i64,
}

/// The rules.
pub(super) async fn edit(here: Here) -> Result<Response> {
    let page = rules_page(&here, None, &FormErrors::default()).await?;
    here.page(TEMPLATE, &place(&here), &page)
}

/// Decides on all rules; those that stay as they are make no event.
pub(super) async fn update(here: Here, fields: Fields) -> Result<Response> {
    if !reaches_all(here.db(), here.viewer(), Verb::Administer).await? {
        return Err(Problem::NotAllowed.into());
    }
    let mut errors = FormErrors::default();
    let mut decided = Vec::new();
    for rule in rules(&here) {
        match fields.number::<i64>(rule.kind) {
            Some(days) if (rule.least..=rule.most).contains(&days) => decided.push((rule, days)),
            _ => errors.add(rule.kind, FieldError::NotANumber),
        }
    }
    if !errors.is_empty() {
        return here.again(TEMPLATE, &place(&here), &rules_page(&here, Some(&fields), &errors).await?);
    }
    for (rule, days) in decided {
        if rule.days(here.db()).await? != days {
            rule.decide(here.db().change(here.viewer().actor()?).await?, days).await?;
        }
    }
    Ok(here.go_saying(PATH, "said-retention-decided", None))
}

fn rules(here: &Here) -> Vec<&'static Retention> {
    here.app().modules().iter().flat_map(|module| module.retention).collect()
}

async fn rules_page(here: &Here, sent: Option<&Fields>, errors: &FormErrors) -> Result<RulesPage> {
    let mut rows = Vec::new();
    for rule in rules(here) {
        let Retention { kind, usual, least, most, .. } = *rule;
        let days = match sent {
            Some(fields) => fields.get(kind).to_owned(),
            None => rule.days(here.db()).await?.to_string(),
        };
        rows.push(RuleRow { kind, days, usual, least, most });
    }
    let wrong = |row: &RuleRow| {
        let (least, most) = (row.least.to_string(), row.most.to_string());
        let text = here.text_with("retention-out-of-bounds", &[("least", &least), ("most", &most)]);
        errors.0.contains_key(row.kind).then_some((row.kind, text))
    };
    let may_decide = reaches_all(here.db(), here.viewer(), Verb::Administer).await?;
    Ok(RulesPage { errors: rows.iter().filter_map(wrong).collect(), rules: rows, may_decide })
}

fn place(here: &Here) -> [Place; 1] {
    [super::audit::log_place(here)]
}

pub(super) fn samples() -> Vec<Sample> {
    let page = |errors: &[&'static str], may_decide| RulesPage {
        rules: vec![RuleRow { kind: "audit-event", days: "3650".to_owned(), usual: 3650, least: 730, most: 36_500 }],
        errors: errors.iter().map(|field| (*field, "Skriv ett tal mellan 730 och 36500.".to_owned())).collect(),
        may_decide,
    };
    let pages = [page(&[], true), page(&["audit-event"], true), page(&[], false)];
    pages.iter().map(|page| Sample::new(TEMPLATE, page)).collect()
}
