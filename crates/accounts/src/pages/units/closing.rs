//! The end of a unit, with or without somebody who takes over.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Id};
use identity::Unit;
use jiff::civil::Date;
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use super::form::Choice;
use crate::standing::{self, NotThatDay};
use crate::unit_list;

const TEMPLATE: &str = "pages/accounts/units/closure.html";

#[derive(Serialize)]
struct ClosurePage {
    id: String,
    name: String,
    /// How many units live below; while there are any it cannot end.
    below: i64,
    form: ClosureForm,
    successors: Vec<Choice>,
}

#[derive(Default, Serialize)]
struct ClosureForm {
    last_day: String,
    successor: String,
    errors: BTreeMap<&'static str, String>,
}

/// The form.
pub(in crate::pages) async fn closure(here: Here, Path(id): Path<String>) -> Result<Response> {
    let unit = super::find_to_change(&here, &id).await?;
    let form = ClosureForm { last_day: here.db().clock().today().to_string(), ..ClosureForm::default() };
    here.page(TEMPLATE, &super::super::way_to(&here, &unit).await?, &page(&here, &unit, form).await?)
}

/// Ends the unit.
pub(in crate::pages) async fn close(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let unit = super::find_to_change(&here, &id).await?;
    let (last_day, successor) = (fields.get("last_day").trim(), fields.get("successor").trim());
    let errors = match read(&here, &unit, last_day, successor).await? {
        Ok((day, successor)) => {
            let actor = here.viewer().actor()?;
            standing::close(here.db(), actor, &unit, day, successor.as_ref()).await?;
            return Ok(here.go_saying(&super::super::unit_href(&unit.id), "said-unit-ended", Some(&unit.name)));
        }
        Err(errors) => errors,
    };
    let form = ClosureForm { last_day: last_day.to_owned(), successor: successor.to_owned(), errors };
    here.again(TEMPLATE, &super::super::way_to(&here, &unit).await?, &page(&here, &unit, form).await?)
}

type Read = std::result::Result<(Date, Option<Id>), BTreeMap<&'static str, String>>;

/// The last day and the successor, or what is wrong with them.
async fn read(here: &Here, unit: &Unit, last_day: &str, successor: &str) -> Result<Read> {
    let mut errors = FormErrors::default();
    let day = last_day.parse::<Date>().ok();
    let next = match Id::parse(successor) {
        Some(id) => Unit::find(here.db(), &id).await?.filter(|next| next.valid_to.is_none() && next.id != unit.id),
        None => None,
    };
    if !successor.is_empty() && next.is_none() {
        errors.add("successor", FieldError::Unknown);
    }
    let mut future = false;
    match day.map(|day| standing::check_last_day(unit, day, here.db().clock().today())) {
        None => errors.add("last_day", FieldError::NotADate),
        Some(Err(NotThatDay::BeforeItBegan)) => errors.add("last_day", FieldError::TooEarly),
        Some(Err(NotThatDay::InTheFuture)) => future = true,
        Some(Ok(())) => {}
    }
    let mut texts = here.errors(&errors);
    if future {
        texts.insert("last_day", here.text("accounts-closure-future"));
    }
    Ok(match day {
        Some(day) if texts.is_empty() => Ok((day, next.map(|next| next.id))),
        _ => Err(texts),
    })
}

async fn page(here: &Here, unit: &Unit, form: ClosureForm) -> Result<ClosurePage> {
    let successors = unit_list::successors(here.db(), unit).await?;
    Ok(ClosurePage {
        id: unit.id.to_string(),
        name: unit.name.clone(),
        below: standing::living_below(here.db(), unit).await?,
        form,
        successors: successors.into_iter().map(|unit| Choice { value: unit.value, text: unit.text }).collect(),
    })
}

pub(super) fn samples() -> Vec<Sample> {
    let page = |below| ClosurePage {
        id: "backviksskolan".to_owned(),
        name: "Backviksskolan".to_owned(),
        below,
        form: ClosureForm { last_day: "2025-06-30".to_owned(), ..ClosureForm::default() },
        successors: vec![Choice { value: "x".to_owned(), text: "Alkärrets skola".to_owned() }],
    };
    [page(0), page(3)].iter().map(|page| Sample::new(TEMPLATE, page)).collect()
}
