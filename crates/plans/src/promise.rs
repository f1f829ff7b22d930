//! Actions across all plans: what has been promised, by whom, in which plan.

use base::Id;
use db::{FromQueryResult, PageRequest, Paged, Queries, Result, Value, sea_orm, values};
use identity::Viewer;
use swedish::fold;

use crate::plan::Plan;

/// What a list of promises is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct PromiseFilter {
    /// Words of number, text, goal or bodies, all of them.
    pub text: String,
    /// Only what these units answer for.
    pub units: Vec<Id>,
    /// Only what they lead, or only what they take part in.
    pub leads: Option<bool>,
    /// Only this frequency.
    pub frequency: Option<String>,
}

/// An action of the version that counts, or of the one being written where none counts yet.
#[derive(Debug, Clone)]
pub struct Promise {
    /// The plan.
    pub plan_id: String,
    /// Its title.
    pub plan_title: String,
    /// The plan's owner.
    pub owner_name: String,
    /// The action.
    pub action_id: String,
    /// Its number.
    pub number: String,
    /// Its wording.
    pub text: String,
    /// The goal it stands under.
    pub goal: String,
    /// How often it is followed up.
    pub frequency: Option<String>,
    /// The plan's words for when.
    pub time_plan: String,
    /// Whether one of the units asked for leads it.
    pub leads: bool,
}

/// A page of promises, and how many there are of either sort whatever sort the page is narrowed to.
#[derive(Debug, Clone)]
pub struct Promises {
    /// The page.
    pub paged: Paged<Promise>,
    /// How many of them the units asked for lead.
    pub leads: i64,
    /// How many of them the units asked for take part in without leading.
    pub takes_part: i64,
}

/// A plan that counts for the viewer, and how many of its actions the filter lets through.
#[derive(Debug, Clone, FromQueryResult)]
struct Counted {
    plan_id: String,
    plan_title: String,
    owner_name: String,
    version_id: String,
    actions: i64,
    leads: i64,
}

#[derive(FromQueryResult)]
struct Stored {
    version_id: String,
    action_id: String,
    number: String,
    text: String,
    goal: String,
    frequency: Option<String>,
    time_plan: String,
    leads: bool,
}

/// A body and how much it has promised.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Promiser {
    /// The unit.
    pub unit_id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// How many actions it leads.
    pub leads: i64,
    /// How many actions it takes part in.
    pub takes_part: i64,
    /// In how many plans.
    pub plans: i64,
}

/// The plans that the viewer sees and that are not closed, as a named query `counting`: each with the version that counts
/// in lists, which is the adopted one, or the draft for those who see it.
fn counting(viewer: &Viewer, values: &mut Vec<Value>) -> String {
    let visible = Plan::visible(viewer, values);
    let sees_draft = viewer.reach(identity::Verb::See, "u.path", values);
    format!(
        "WITH counting AS (SELECT p.id AS plan_id, p.title AS plan_title, p.sort_key, u.name AS owner_name, \
         COALESCE(p.adopted_version_id, CASE WHEN {sees_draft} THEN p.draft_version_id END) AS version_id \
         FROM plan p JOIN unit u ON u.id = p.owner_id WHERE {visible} AND p.closed_on IS NULL)"
    )
}

fn place(values: &mut Vec<Value>, value: Value) -> String {
    values.push(value);
    format!("${}", values.len())
}

/// Conditions under which `column` holds all words of a text.
fn words(text: &str, column: &str, values: &mut Vec<Value>) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(' ').filter(|word| !word.is_empty());
    let pattern = |word: &str| Value::from(format!("%{}%", word.replace(['%', '_'], " ")));
    words.map(|word| format!("{column} LIKE {}", place(values, pattern(word)))).collect()
}

impl PromiseFilter {
    /// Conditions on action `a`.
    fn of_action(&self, values: &mut Vec<Value>) -> Vec<String> {
        let mut parts = words(&self.text, "a.search", values);
        if let Some(frequency) = &self.frequency {
            parts.push(format!("a.frequency = {}", place(values, frequency.as_str().into())));
        }
        parts
    }

    fn of_units(&self, values: &mut Vec<Value>) -> String {
        self.units.iter().map(|unit| place(values, unit.as_str().into())).collect::<Vec<_>>().join(", ")
    }

    /// How many of a plan's actions are on the page's list.
    fn listed(&self, plan: &Counted) -> i64 {
        match self.leads {
            None => plan.actions,
            Some(true) => plan.leads,
            Some(false) => plan.actions - plan.leads,
        }
    }

    /// The plans in their order with the number of actions that the filter lets through, those without any left out.
    async fn counted(&self, db: &impl Queries, viewer: &Viewer) -> Result<Vec<Counted>> {
        let mut values = values![];
        let counting = counting(viewer, &mut values);
        let conditions = self.of_action(&mut values);
        let action = "JOIN version_action a ON a.version_id";
        // What no condition asks about is not looked up: the keys alone are counted then.
        let each = if self.units.is_empty() {
            let condition = if conditions.is_empty() { "TRUE".to_owned() } else { conditions.join(" AND ") };
            format!("SELECT c.plan_id, a.action_id, 0 AS led FROM counting c {action} = c.version_id WHERE {condition}")
        } else {
            let mut parts = vec![format!("b.unit_id IN ({})", self.of_units(&mut values))];
            let joined = format!("{action} = b.version_id AND a.action_id = b.action_id");
            let action = if conditions.is_empty() { String::new() } else { joined };
            parts.extend(conditions);
            format!(
                "SELECT c.plan_id, b.action_id, MAX(CASE WHEN b.leads THEN 1 ELSE 0 END) AS led FROM counting c \
                 JOIN version_action_body b ON b.version_id = c.version_id {action} WHERE {} GROUP BY c.plan_id, b.action_id",
                parts.join(" AND ")
            )
        };
        let sql = format!(
            "{counting}, listed AS (SELECT plan_id, COUNT(*) AS actions, SUM(led) AS leads FROM ({each}) AS each_action \
             GROUP BY plan_id) SELECT c.plan_id, c.plan_title, c.owner_name, c.version_id, l.actions, l.leads \
             FROM counting c JOIN listed l ON l.plan_id = c.plan_id ORDER BY c.sort_key, c.plan_id"
        );
        db.all(&sql, values).await
    }

    /// The actions of these versions that are on the page's list, in the order of each version.
    async fn stored(&self, db: &impl Queries, versions: &[&Counted]) -> Result<Vec<Stored>> {
        if versions.is_empty() {
            return Ok(Vec::new());
        }
        let mut values = values![];
        let ids: Vec<String> =
            versions.iter().map(|plan| place(&mut values, plan.version_id.as_str().into())).collect();
        let mut parts = vec![format!("a.version_id IN ({})", ids.join(", "))];
        parts.extend(self.of_action(&mut values));
        let mut leads = "FALSE".to_owned();
        if !self.units.is_empty() {
            let of_units = format!(
                "SELECT 1 FROM version_action_body b WHERE b.version_id = a.version_id AND b.action_id = a.action_id \
                 AND b.unit_id IN ({})",
                self.of_units(&mut values)
            );
            leads = format!("EXISTS ({of_units} AND b.leads)");
            parts.push(match self.leads {
                None => format!("EXISTS ({of_units})"),
                Some(true) => leads.clone(),
                Some(false) => format!("(EXISTS ({of_units}) AND NOT {leads})"),
            });
        }
        let sql = format!(
            "SELECT a.version_id, a.action_id, a.number, a.text, a.goal, a.frequency, a.time_plan, {leads} AS leads \
             FROM version_action a WHERE {} ORDER BY a.version_id, a.position",
            parts.join(" AND ")
        );
        db.all(&sql, values).await
    }
}

impl Promise {
    /// A page of the actions that the viewer sees and the filter lets through: by plan, then in the plan's order.
    /// The plans are counted first; only those that the page shows are read.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(
        db: &impl Queries,
        viewer: &Viewer,
        filter: &PromiseFilter,
        page: PageRequest,
    ) -> Result<Promises> {
        let plans = filter.counted(db, viewer).await?;
        let total = plans.iter().map(|plan| filter.listed(plan)).sum();
        let leads = plans.iter().map(|plan| plan.leads).sum();
        let takes_part = plans.iter().map(|plan| plan.actions - plan.leads).sum();
        let (from, to) = (page.offset(), page.offset() + i64::from(page.size));
        let mut before = 0;
        let mut shown: Vec<(&Counted, i64)> = Vec::new();
        for plan in &plans {
            let after = before + filter.listed(plan);
            if before < to && after > from {
                shown.push((plan, before));
            }
            before = after;
        }
        let read: Vec<&Counted> = shown.iter().map(|(plan, _)| *plan).collect();
        let stored = filter.stored(db, &read).await?;
        let mut rows = Vec::new();
        for (plan, before) in shown {
            let own = stored.iter().filter(|action| action.version_id == plan.version_id);
            let on_page = |(place, _): &(i64, &Stored)| (from..to).contains(place);
            rows.extend((before..).zip(own).filter(on_page).map(|(_, action)| Self::of(plan, action)));
        }
        Ok(Promises { paged: Paged::new(rows, page, total), leads, takes_part })
    }

    fn of(plan: &Counted, action: &Stored) -> Self {
        Self {
            plan_id: plan.plan_id.clone(),
            plan_title: plan.plan_title.clone(),
            owner_name: plan.owner_name.clone(),
            action_id: action.action_id.clone(),
            number: action.number.clone(),
            text: action.text.clone(),
            goal: action.goal.clone(),
            frequency: action.frequency.clone(),
            time_plan: action.time_plan.clone(),
            leads: action.leads,
        }
    }
}

impl Promiser {
    /// A page of the bodies that have promised something the viewer sees, in Swedish order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, viewer: &Viewer, text: &str, page: PageRequest) -> Result<Paged<Self>> {
        let mut values = values![];
        let counting = counting(viewer, &mut values);
        let mut parts = words(text, "o.search", &mut values);
        parts.push("TRUE".to_owned());
        // One engine sums whole numbers into decimal ones.
        let sql = format!(
            "{counting}, summed AS (SELECT b.unit_id, CAST(SUM(b.leads) AS BIGINT) AS leads, \
             CAST(SUM(b.takes_part) AS BIGINT) AS takes_part, COUNT(*) AS plans FROM counting c \
             JOIN version_body b ON b.version_id = c.version_id GROUP BY b.unit_id) \
             SELECT s.unit_id, o.name, o.kind, s.leads, s.takes_part, s.plans FROM summed s \
             JOIN unit o ON o.id = s.unit_id WHERE {} ORDER BY o.sort_key, o.id",
            parts.join(" AND ")
        );
        // There are as many as units that have promised anything: all are read, one page is shown.
        let all: Vec<Self> = db.all(&sql, values).await?;
        let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
        let before = usize::try_from(page.offset()).unwrap_or(usize::MAX);
        let size = usize::try_from(page.size).unwrap_or(usize::MAX);
        Ok(Paged::new(all.into_iter().skip(before).take(size).collect(), page, total))
    }
}
