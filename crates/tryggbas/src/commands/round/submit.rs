//! Handing in many answers from a file.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use db::Db;
use forms::Typed;
use identity::{Unit, Viewer};
use rounds::Seen;
use rounds::report::draft::Sent;
use rounds::report::submission::Handed;
use rounds::round::overview::Overview;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::commands::file;
use crate::output;
use crate::settings::Settings;

/// One unit's answers about one item.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    /// Code or id of the unit.
    unit: String,
    /// The item's number, or its key where numbers are not enough.
    item: String,
    /// What is typed, by input.
    typed: BTreeMap<String, String>,
}

/// Hands in what the file holds. What is faulty is kept as a draft and told; then the command ends as refused.
pub(super) async fn run(settings: &Settings, db: &Db, viewer: &Viewer, round: &str, path: &Path) -> Result<()> {
    let round = super::find(db, viewer, round).await?;
    let answers: Vec<Answer> = serde_json::from_slice(&file::bytes(path)?)
        .context("the file is no list of {\"unit\", \"item\", \"typed\"}")?;
    let overview = round.overview(db, viewer, db.clock().today()).await?;
    let mut told = Vec::new();
    let mut refused = 0_usize;
    for answer in answers {
        let (state, faults) = match hand_in(db, viewer, &round.id, &overview, &answer).await {
            Ok(Handed::In(seen)) => (seen.report.state.as_str(), json!([])),
            Ok(Handed::Faulty(faults)) => ("draft", serde_json::to_value(faults)?),
            Ok(Handed::Conflict(inputs)) => ("conflict", json!(inputs)),
            Err(error) => ("refused", json!([format!("{error:#}")])),
        };
        refused += usize::from(matches!(state, "draft" | "conflict" | "refused"));
        told.push(json!({ "unit": answer.unit, "item": answer.item, "state": state, "faults": faults }));
    }
    tell(settings, &told);
    if refused > 0 { bail!("{refused} of {} were not handed in", told.len()) } else { Ok(()) }
}

async fn hand_in(db: &Db, viewer: &Viewer, round: &base::Id, overview: &Overview, answer: &Answer) -> Result<Handed> {
    let unit = Unit::find_by_code(db, &answer.unit).await?;
    let unit = unit.with_context(|| format!("no unit has the code or id {}", answer.unit))?;
    let items = overview.items.iter().filter(|item| item.number == answer.item || item.key.as_str() == answer.item);
    let mut cells = items.filter_map(|item| overview.cells.get(&(unit.id.clone(), item.id.clone())));
    let cell = cells.next().with_context(|| format!("nothing is expected of {} about {}", unit.name, answer.item))?;
    if cells.next().is_some() {
        bail!("{} is the number of several items: give the key", answer.item);
    }
    let sent = Sent::new(Typed(answer.typed.clone()));
    Ok(Seen::submit(db, viewer, round, &cell.report, &sent).await?)
}

fn tell(settings: &Settings, told: &[Value]) {
    if settings.json {
        output::line(Value::from(told.to_vec()));
        return;
    }
    for answer in told {
        let text = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
        output::line(format_args!("{:10} {} {} {}", text("state"), text("unit"), text("item"), answer["faults"]));
    }
}
