//! A site to be put under load: the invented county and, beside its own plans, a hundred of a hundred actions each that
//! thirty bodies answer for; half of them published, some in their third version.
//!
//! `cargo run --package demo --example hundred_plans -- DATA [postgres://…]` fills an empty database, the same every time,
//! and prints a published plan, a body and a coordinator. The keys lie in the data folder, and so does the database where no
//! address is given. `tryggbas demo --data DATA` serves it.

use std::error::Error;
use std::path::Path;

use base::{Clock, Id, Period, Randomness};
use db::Db;
use identity::{Person, Unit, UnitKind, Viewer};
use jiff::civil::date;
use keys::Keys;
use plans::content::{Action, Content, Goal, Indicator, Item, Measure, Party};
use plans::plan::creation::NewPlan;
use plans::version::{Decision, Version};
use plans::{Plan, PlanKind};

const PLANS: usize = 100;
const GOALS: usize = 10;
const ACTIONS_OF_A_GOAL: usize = 10;
const BODIES: usize = 30;

/// The plans of the county whose goals and actions are used again.
const MODELS: [&str; 4] = ["county-plan", "honour-plan", "school-plan", "next-plan"];

/// Who owns all of the hundred, and who coordinates there.
const OWNER: &str = "lansstyrelsen";
const COORDINATOR: &str = "alva-ankarhjul";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What the plans are put together from.
struct Stock {
    goals: Vec<Goal>,
    actions: Vec<Action>,
    bodies: Vec<Party>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let data = arguments.next().ok_or("say which data folder to fill")?;
    let data = Path::new(&data);
    let settings = match arguments.next() {
        Some(url) => db::Settings::Server { url, schema: None },
        None => db::Settings::File(data.join("tryggbas.db")),
    };
    let keys = new_keys(data)?;
    let clock = Clock::fixed("2026-03-02T09:00:00Z".parse()?);
    let db = Db::open(&settings, clock, Randomness::seeded(100), keys).await?;
    db::migrate(&db).await?;
    demo::fill(&db).await?;
    let stock = stock(&db).await?;
    let viewer = Person::viewer(&db, &id(COORDINATOR)).await?;
    for number in 1..=PLANS {
        write(&db, &viewer, &stock, number).await?;
    }
    let body = stock.bodies.first().and_then(Party::unit).ok_or("the county has no bodies")?;
    println!("{} {body} {COORDINATOR}", plan_id(PLANS));
    Ok(db.close().await?)
}

/// Keys of the site alone, where the program looks for them.
fn new_keys(data: &Path) -> Result<Keys> {
    let line = Keys::new_line(&Randomness::System);
    std::fs::create_dir_all(data)?;
    std::fs::write(data.join("keys"), &line)?;
    Ok(Keys::parse(&line)?)
}

fn id(text: &str) -> Id {
    Id::stored(text.to_owned())
}

fn plan_id(number: usize) -> Id {
    id(&format!("hundred-plan-{number}"))
}

async fn stock(db: &Db) -> Result<Stock> {
    let (mut goals, mut actions) = (Vec::new(), Vec::new());
    for model in MODELS {
        let content = content(db, &id(model)).await?;
        actions.extend(content.actions().map(|(_, action)| action.clone()));
        goals.extend(content.goals.into_iter().map(|goal| Goal { actions: Vec::new(), ..goal }));
    }
    let units = Unit::register(db).await?.into_iter().filter(|unit| answers(unit.kind)).take(BODIES);
    let bodies = units.map(|unit| Party::Unit { unit: unit.id, name: unit.name }).collect();
    Ok(Stock { goals, actions, bodies })
}

async fn content(db: &Db, plan: &Id) -> Result<Content> {
    let plan = Plan::load(db, plan).await?.ok_or("the county has other plans now")?;
    let version = plan.adopted.or(plan.draft).ok_or("a plan has no version")?;
    Ok(Version::find(db, &version).await?.ok_or("a plan has no version")?.content)
}

fn answers(kind: UnitKind) -> bool {
    use UnitKind::{Administration, Association, Authority, Board, Municipality, Region};
    matches!(kind, Administration | Association | Authority | Board | Municipality | Region)
}

/// Of four plans one is a draft, one adopted, one published, and one published in its second version with a third begun.
async fn write(db: &Db, viewer: &Viewer, stock: &Stock, number: usize) -> Result<()> {
    let plan = plan_id(number);
    let new = NewPlan {
        id: Some(plan.clone()),
        owner: id(OWNER),
        kind: PlanKind::Regional,
        content: stock.content(db, number),
        strategy: None,
        predecessor: None,
    };
    new.begin(db, viewer).await?;
    let (versions, published) = match number % 4 {
        0 => (2, true),
        1 => (0, false),
        2 => (1, true),
        _ => (1, false),
    };
    for version in 1..=versions {
        if version > 1 {
            revise(db, viewer, &plan).await?;
        }
        adopt(db, viewer, &plan, version).await?;
    }
    if published {
        Plan::publish(db, viewer, &plan, true).await?;
    }
    if versions == 2 {
        revise(db, viewer, &plan).await?;
    }
    Ok(())
}

async fn adopt(db: &Db, viewer: &Viewer, plan: &Id, version: i8) -> Result<()> {
    let decided = date(2026, version, 15);
    let decision = Decision {
        body: "Länsstyrelsen".to_owned(),
        date: decided,
        paragraph: format!("§ {version}"),
        diary_number: format!("2026-{version}00"),
        in_force_from: decided,
    };
    Ok(Plan::adopt(db, viewer, plan, &decision).await?)
}

/// Begins a version in which every tenth action is worded anew.
async fn revise(db: &Db, viewer: &Viewer, plan: &Id) -> Result<()> {
    Plan::revise(db, viewer, plan).await?;
    let edit = Plan::edit(db, viewer, plan, "plan.action_changed", |content, _| {
        for action in content.actions_mut().step_by(10) {
            action.text.push_str(" Arbetet följs upp varje termin.");
            action.revision += 1;
        }
        Ok(())
    });
    Ok(edit.await?)
}

impl Stock {
    fn content(&self, db: &Db, plan: usize) -> Content {
        let mut content = Content::new(format!("Plan {plan} mot våld"), Period { from: 2026, to: 2029 });
        content.goals = (0..GOALS).map(|at| self.goal(db, plan, at)).collect();
        content
    }

    fn goal(&self, db: &Db, plan: usize, at: usize) -> Goal {
        let mut goal = self.goals[(plan + at) % self.goals.len()].clone();
        goal.id = db.new_id();
        goal.number = (at + 1).to_string();
        goal.supports = None;
        goal.preconditions = items(db, goal.preconditions);
        goal.development_areas = items(db, goal.development_areas);
        goal.indicators = indicators(db, goal.indicators);
        let measure =
            |measure: Measure| Measure { id: db.new_id(), indicators: indicators(db, measure.indicators), ..measure };
        goal.measures = goal.measures.into_iter().map(measure).collect();
        goal.actions = (0..ACTIONS_OF_A_GOAL).map(|place| self.action(db, plan, at, place)).collect();
        goal
    }

    fn action(&self, db: &Db, plan: usize, goal: usize, place: usize) -> Action {
        let at = plan + goal * ACTIONS_OF_A_GOAL + place;
        let mut action = self.actions[at % self.actions.len()].clone();
        let mut bodies = self.bodies.iter().cycle().skip(at % self.bodies.len()).cloned();
        action.id = db.new_id();
        action.number = format!("{}.{}", goal + 1, place + 1);
        action.lead = bodies.next();
        let others = action.co_responsible.len();
        action.co_responsible = bodies.take(others.min(BODIES - 1)).collect();
        action.indicators = indicators(db, action.indicators);
        for expectation in &mut action.expectations {
            expectation.id = db.new_id();
        }
        action
    }
}

fn items(db: &Db, items: Vec<Item>) -> Vec<Item> {
    items.into_iter().map(|item| Item { id: db.new_id(), ..item }).collect()
}

fn indicators(db: &Db, indicators: Vec<Indicator>) -> Vec<Indicator> {
    indicators.into_iter().map(|indicator| Indicator { id: db.new_id(), ..indicator }).collect()
}
