//! The overview to take along: a workbook with the states as on the page, a row for each report, and what was answered.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use sheets::write::{Column, Sheet, Value, Workbook, xlsx};
use web::{Error, Here, Result, download};

use super::{short, state_word};
use crate::pages::question::{Question, questions};
use crate::pages::round;
use crate::report::Seen;
use crate::round::Round;
use crate::round::overview::{Cell, Overview};

/// What browsers call an Excel workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The overview as a workbook: one sheet as on the page, one with a row for each report, one with a row for each answer.
pub(in crate::pages) async fn export(here: Here, Path(id): Path<String>) -> Result<Response> {
    let round = round(&here, &id).await?;
    let overview = round.overview(here.db(), here.viewer(), here.db().clock().today()).await?;
    let text = |key: &str| here.text(&format!("round-export-{key}"));
    let name = here.text_with("round-export-file", &[("round", &round.title)]);
    let mut columns = vec![Column::new(text("body"), 32)];
    columns.extend(overview.items.iter().map(|item| Column::new(short(item).to_owned(), 14)));
    let state = |cell: Option<&Cell>| cell.map(|cell| state_word(&here, overview.shown(cell))).unwrap_or_default();
    let row = |body: &crate::round::overview::Body| {
        let mut row = vec![Value::from(body.name.clone())];
        let cells = overview.items.iter().map(|item| overview.cells.get(&(body.unit.clone(), item.id.clone())));
        row.extend(cells.map(|cell| Value::from(state(cell))));
        row
    };
    let matrix = Sheet { name: text("matrix"), note: None, columns, rows: overview.bodies.iter().map(row).collect() };
    let created = base::in_stockholm(here.db().clock().now()).datetime();
    let sheets = vec![matrix, list(&here, &overview), answers(&here, &round).await?];
    let bytes = xlsx(&Workbook { title: name.clone(), author: None, created, sheets })
        .map_err(|error| Error::Internal(error.to_string()))?;
    Ok(download(&format!("{name}.xlsx"), XLSX, bytes))
}

fn list(here: &Here, overview: &Overview) -> Sheet {
    let text = |key: &str| here.text(&format!("round-export-{key}"));
    let columns =
        [("body", 32), ("section", 40), ("number", 10), ("item", 60), ("leads", 10), ("state", 24), ("submitted", 14)];
    let mut rows = Vec::new();
    for body in &overview.bodies {
        for item in &overview.items {
            let Some(cell) = overview.cells.get(&(body.unit.clone(), item.id.clone())) else { continue };
            let leads = if cell.leads { text("yes") } else { String::new() };
            let state = state_word(here, overview.shown(cell));
            let submitted = cell.submitted.map(|day| day.to_string()).unwrap_or_default();
            let row = [
                body.name.clone(),
                item.section.clone(),
                item.number.clone(),
                item.title.clone(),
                leads,
                state,
                submitted,
            ];
            rows.push(row.map(Value::from).to_vec());
        }
    }
    let columns = columns.into_iter().map(|(name, width)| Column::new(text(name), width)).collect();
    Sheet { name: text("list"), note: None, columns, rows }
}

/// What was handed in and the viewer may read, question by question; of a table and of what figures are divided by, each row.
async fn answers(here: &Here, round: &Round) -> Result<Sheet> {
    let text = |key: &str| here.text(&format!("round-export-{key}"));
    let columns =
        [("body", 32), ("section", 40), ("number", 10), ("item", 60), ("state", 24), ("question", 50), ("answer", 60)];
    let (viewer, today) = (here.viewer(), here.db().clock().today());
    let mut rows = Vec::new();
    for item in round.items(here.db()).await? {
        for report in round.answers_to(here.db(), viewer, today, &item.id).await? {
            let seen = Seen::of(round.clone(), item.clone(), report);
            if !seen.is_readable_by(viewer) || !seen.report.is_handed_in() {
                continue;
            }
            let state = state_word(here, seen.report.state.as_str());
            let about = [&seen.report.unit_name, &item.section, &item.number, &item.title, &state];
            let parts = questions(here, &seen.item.form, &seen.report.typed, None, &BTreeMap::new(), &[]);
            let asked = parts.iter().filter(|part| part.asked).flat_map(|part| &part.questions);
            for (question, answer) in asked.filter(|question| question.asked).flat_map(told) {
                let mut row: Vec<Value> = about.iter().map(|text| Value::from((*text).clone())).collect();
                row.extend([Value::from(question), Value::from(answer)]);
                rows.push(row);
            }
        }
    }
    let columns = columns.into_iter().map(|(name, width)| Column::new(text(name), width)).collect();
    Ok(Sheet { name: text("answers"), note: None, columns, rows })
}

/// A question with its answer, then each row of its tables.
fn told(question: &Question) -> Vec<(String, String)> {
    let mut told = Vec::new();
    if !question.answer.is_empty() {
        told.push((question.label.clone(), question.answer.clone()));
    }
    for grid in question.grids.iter().filter(|grid| grid.answered) {
        for row in &grid.rows {
            // The first head is that of the rows.
            for (head, text) in grid.text_heads.iter().skip(1).zip(&row.texts).filter(|(_, text)| !text.is_empty()) {
                let of = [question.label.as_str(), &row.head, &head.text].join(" – ");
                told.push((of, text.clone()));
            }
        }
    }
    told
}
