//! What a pasted text cannot hold: levels of prevention, indicators' figures, expectations, introductions.

use base::Id;
use db::{Db, Queries, values};
use identity::Viewer;
use plans::Plan;
use plans::content::{
    Action, Audience, Content, Direction, Expectation, Figure, Goal, Indicator, LevelName, PreventionLevel,
    Redefinition, Rules, Section,
};

use crate::organisation::id;
use crate::{DemoError, data};

/// A goal of the strategy with a readable id, so that plans can point at it.
pub(crate) fn strategy_goal(strategy: &str, goal: &data::Goal) -> Goal {
    let mut made =
        Goal::new(Id::stored(format!("{strategy}-{}", goal.number)), goal.number.to_string(), goal.title.clone());
    made.text.clone_from(&goal.text);
    made
}

/// Writes all that the tables say about a plan into its content.
pub(crate) async fn apply(db: &Db, plan: &data::Plan, content: &mut Content) -> Result<(), DemoError> {
    levels(plan, content);
    content.rules = rules(&plan.rule);
    let section =
        |text: &data::Introduction| Section { id: db.new_id(), heading: text.heading.clone(), text: text.text.clone() };
    content.introduction = plan.introduction.iter().map(section).collect();
    for goal in &plan.goal {
        let strategy = plan.strategy.as_ref().map(|strategy| Id::stored(format!("{strategy}-{}", goal.number)));
        if let Some(found) = content.goals.iter_mut().find(|found| found.number == goal.number.to_string()) {
            found.title.clone_from(&goal.title);
            found.supports = strategy;
        }
    }
    for row in &plan.action {
        let action = action_mut(content, &row.number)?;
        action.level = row.level.as_deref().and_then(PreventionLevel::parse);
        action.kinds_of_violence.clone_from(&row.kinds_of_violence);
        action.target_group.clone_from(&row.target_group);
        action.training.clone_from(&row.training);
    }
    for row in &plan.indicator {
        enrich_indicator(content, row)?;
    }
    for row in &plan.expectation {
        let expectation = expectation(db, row).await?;
        action_mut(content, &row.action)?.expectations.push(expectation);
    }
    Ok(())
}

fn levels(plan: &data::Plan, content: &mut Content) {
    let name = |one: &Option<String>| one.as_ref().map(|one| LevelName::new(one.clone(), many(one)));
    content.levels.goal = name(&plan.goal_name);
    content.levels.action = name(&plan.action_name);
    content.levels.measure = name(&plan.measure_name);
}

/// The words for many of what the example's plans call their levels.
fn many(one: &str) -> String {
    match one {
        "Åtgärd" => "Åtgärder".to_owned(),
        "Aktivitet" => "Aktiviteter".to_owned(),
        "Målbild" => "Målbilder".to_owned(),
        "Område" => "Områden".to_owned(),
        other => other.to_owned(),
    }
}

fn rules(rows: &[data::Rule]) -> Rules {
    let row = |what: &str| rows.iter().find(|row| row.what == what);
    Rules {
        review_every: row("review").map(|row| row.every_years),
        evaluate_every: row("evaluate").map(|row| row.every_years),
        first_revision: row("revise").map(|row| row.first),
        ..Rules::default()
    }
}

/// The action of a number; where the plan has none, goal (or table) and place, both counted from 1.
pub(crate) fn find_action<'a>(content: &'a Content, number: &str) -> Option<&'a Action> {
    let numbered = content.actions().map(|(_, action)| action).find(|action| action.number == number);
    numbered.or_else(|| {
        let (group, place) = number.split_once('.')?;
        let (group, place): (usize, usize) = (group.parse().ok()?, place.parse().ok()?);
        let list: Vec<&Action> = match content.goals.get(group.checked_sub(1)?) {
            Some(goal) => goal.actions.iter().collect(),
            None => {
                let mut headings: Vec<&str> = content.actions.iter().map(|action| action.section.as_str()).collect();
                headings.dedup();
                let heading = *headings.get(group - 1)?;
                content.actions.iter().filter(|action| action.section == heading).collect()
            }
        };
        list.get(place.checked_sub(1)?).copied()
    })
}

fn action_mut<'a>(content: &'a mut Content, number: &str) -> Result<&'a mut Action, DemoError> {
    let found = find_action(content, number).map(|action| action.id.clone());
    let missing = || DemoError::Data(format!("no action {number} in {}", content.title));
    let found = found.ok_or_else(missing)?;
    content
        .actions_mut()
        .find(|action| action.id == found)
        .ok_or_else(|| DemoError::Data(format!("no action {number}")))
}

fn enrich_indicator(content: &mut Content, row: &data::Indicator) -> Result<(), DemoError> {
    let starts = swedish_start(&row.starts);
    let matches = |indicator: &&mut Indicator| swedish_start(&indicator.text).starts_with(&starts);
    let missing = DemoError::Data(format!("no indicator {}", row.starts));
    let found = match (&row.action, row.goal) {
        (Some(number), _) => action_mut(content, number)?.indicators.iter_mut().find(matches),
        (None, Some(number)) => {
            let goal = content.goals.iter_mut().find(|goal| goal.number == number.to_string());
            let measures = goal.into_iter().flat_map(|goal| goal.measures.iter_mut());
            measures.flat_map(|measure| measure.indicators.iter_mut()).find(matches)
        }
        (None, None) => None,
    };
    let indicator = found.ok_or(missing)?;
    indicator.direction = row.direction.as_deref().and_then(Direction::parse);
    indicator.baseline = row.baseline.as_ref().map(figure);
    indicator.target = row.target.as_ref().map(figure);
    indicator.breakdowns.clone_from(&row.breakdowns);
    indicator.of_lead = row.asked_of == "lead";
    indicator.about_people = row.about_people;
    indicator.source.clone_from(&row.source);
    indicator.fact_sheet.definition.clone_from(&row.definition);
    Ok(())
}

fn swedish_start(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn figure(figure: &data::Figure) -> Figure {
    let text = figure.state.as_ref().map(|state| match state {
        toml::Value::Boolean(true) => "ja".to_owned(),
        toml::Value::Boolean(false) => "nej".to_owned(),
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    });
    Figure {
        when: figure.year.map(|year| year.to_string()).unwrap_or_default(),
        value: figure.value.or(figure.percent),
        of: figure.numerator.zip(figure.denominator),
        text: text.unwrap_or_default(),
    }
}

async fn expectation(db: &Db, row: &data::Expectation) -> Result<Expectation, DemoError> {
    let sql = "SELECT name FROM job_function WHERE id = $1";
    let function = db.texts(sql, values![row.function.as_str()]).await?.into_iter().next();
    Ok(Expectation {
        id: db.new_id(),
        audience: Audience {
            function: function.unwrap_or_else(|| row.function.clone()),
            unit_kind: row.unit_kind.clone(),
            area: row.area.as_deref().map(id).transpose()?,
        },
        what: row.what.clone(),
        by: row.by.clone(),
        minutes: row.minutes,
        help: row.help.clone(),
    })
}

/// What the second version of the county plan changes, so that there is something to compare.
pub(crate) async fn revise(db: &Db, viewer: &Viewer, plan: &Id) -> Result<(), DemoError> {
    let today = db.clock().today().to_string();
    Plan::edit(db, viewer, plan, "plan.action_changed", |content, _| {
        for number in ["3.7", "3.8", "3.9"] {
            let found = find_action(content, number).map(|action| action.id.clone());
            let Some(action) = found.and_then(|id| content.action_mut(&id)) else { continue };
            for indicator in &mut action.indicators {
                let target = Figure { when: "2027".to_owned(), value: Some(80.0), ..Figure::default() };
                if indicator.target.as_ref() != Some(&target) {
                    indicator.target = Some(target);
                    let what = "Även timanställda räknas från och med den första översynen.".to_owned();
                    indicator.fact_sheet.history.push(Redefinition { on: today.clone(), what });
                    indicator.revision += 1;
                }
            }
        }
        let reworded = find_action(content, "1.5").map(|action| action.id.clone());
        if let Some(action) = reworded.and_then(|id| content.action_mut(&id)) {
            action.text = format!(
                "{} Mötena hålls minst en gång per år i varje kommun.",
                action.text.trim_end_matches('.').to_owned() + "."
            );
            action.revision += 1;
        }
        Ok(())
    })
    .await?;
    Ok(())
}
