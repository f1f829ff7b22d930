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
#[derive(Debug, Clone, FromQueryResult)]
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

/// The version of plan `p` that counts for this list: the adopted one, or the draft for those who see it.
fn counting(viewer: &Viewer, values: &mut Vec<Value>) -> String {
    let sees_draft = viewer.reach(identity::Verb::See, "u.path", values);
    format!("COALESCE(p.adopted_version_id, CASE WHEN {sees_draft} THEN p.draft_version_id END)")
}

impl Promise {
    /// A page of the actions that the viewer sees and the filter lets through: by plan, then in the plan's order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(
        db: &impl Queries,
        viewer: &Viewer,
        filter: &PromiseFilter,
        page: PageRequest,
    ) -> Result<Paged<Self>> {
        let mut values = values![];
        let visible = Plan::visible(viewer, &mut values);
        let counting = counting(viewer, &mut values);
        let mut parts = vec![visible, "p.closed_on IS NULL".to_owned()];
        let mut put = |value: Value| {
            values.push(value);
            format!("${}", values.len())
        };
        for word in fold(&filter.text).split(' ').filter(|word| !word.is_empty()) {
            parts.push(format!("a.search LIKE {}", put(format!("%{}%", word.replace(['%', '_'], " ")).into())));
        }
        if let Some(frequency) = &filter.frequency {
            parts.push(format!("a.frequency = {}", put(frequency.as_str().into())));
        }
        let units: Vec<String> = filter.units.iter().map(|unit| put(unit.as_str().into())).collect();
        let mut leads = "FALSE".to_owned();
        if !units.is_empty() {
            let of_units = format!(
                "SELECT 1 FROM version_action_body b WHERE b.version_id = a.version_id AND b.action_id = a.action_id \
                 AND b.unit_id IN ({})",
                units.join(", ")
            );
            leads = format!("EXISTS ({of_units} AND b.leads)");
            parts.push(match filter.leads {
                None => format!("EXISTS ({of_units})"),
                Some(true) => leads.clone(),
                Some(false) => format!("(EXISTS ({of_units}) AND NOT {leads})"),
            });
        }
        let from = format!(
            "FROM version_action a JOIN plan p ON p.id = a.plan_id \
             JOIN unit u ON u.id = p.owner_id AND a.version_id = {counting} WHERE {}",
            parts.join(" AND ")
        );
        let total = db.number(&format!("SELECT COUNT(*) {from}"), values.clone()).await?;
        let sql = format!(
            "SELECT p.id AS plan_id, p.title AS plan_title, u.name AS owner_name, a.action_id, a.number, a.text, a.goal, \
             a.frequency, a.time_plan, {leads} AS leads {from} ORDER BY p.sort_key, p.id, a.position LIMIT {} OFFSET {}",
            page.size,
            page.offset()
        );
        Ok(Paged::new(db.all(&sql, values).await?, page, total))
    }
}

impl Promiser {
    /// A page of the bodies that have promised something the viewer sees, in Swedish order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, viewer: &Viewer, text: &str, page: PageRequest) -> Result<Paged<Self>> {
        let mut values = values![];
        let visible = Plan::visible(viewer, &mut values);
        let counting = counting(viewer, &mut values);
        let mut parts = vec![visible, "p.closed_on IS NULL".to_owned()];
        for word in fold(text).split(' ').filter(|word| !word.is_empty()) {
            values.push(format!("%{}%", word.replace(['%', '_'], " ")).into());
            parts.push(format!("o.search LIKE ${}", values.len()));
        }
        let from = format!(
            "FROM version_action_body b JOIN version_action a ON a.version_id = b.version_id AND a.action_id = b.action_id \
             JOIN plan p ON p.id = a.plan_id JOIN unit u ON u.id = p.owner_id AND a.version_id = {counting} \
             JOIN unit o ON o.id = b.unit_id WHERE {}",
            parts.join(" AND ")
        );
        let total = db.number(&format!("SELECT COUNT(DISTINCT o.id) {from}"), values.clone()).await?;
        let sql = format!(
            "SELECT o.id AS unit_id, o.name, o.kind, SUM(CASE WHEN b.leads THEN 1 ELSE 0 END) AS leads, \
             SUM(CASE WHEN b.leads THEN 0 ELSE 1 END) AS takes_part, COUNT(DISTINCT p.id) AS plans {from} \
             GROUP BY o.id, o.name, o.kind, o.sort_key ORDER BY o.sort_key, o.id LIMIT {} OFFSET {}",
            page.size,
            page.offset()
        );
        Ok(Paged::new(db.all(&sql, values).await?, page, total))
    }
}
