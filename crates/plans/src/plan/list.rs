//! Lists of plans.

use base::Id;
use db::{FromQueryResult, PageRequest, Paged, Queries, Result, Value, sea_orm};
use identity::{Verb, Viewer};
use jiff::civil::Date;
use swedish::fold;

use super::{COLUMNS, Plan, PlanKind, PlanState, Stored};

/// What a list of plans is narrowed to and how it is ordered.
#[derive(Debug, Clone, Default)]
pub struct PlanFilter {
    /// Words of the title, all of them.
    pub text: String,
    /// Only this kind.
    pub kind: Option<PlanKind>,
    /// Only those in this state today.
    pub state: Option<PlanState>,
    /// Only those of this owner.
    pub owner: Option<Id>,
    /// The order.
    pub order: PlanOrder,
}

/// The order of a list of plans.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PlanOrder {
    /// By title.
    #[default]
    Title,
    /// By owner, then title.
    Owner,
    /// The newest period first.
    Period,
}

/// A plan in a list.
#[derive(Debug, Clone)]
pub struct PlanRow {
    /// The plan.
    pub plan: Plan,
    /// How many actions the version has that this viewer reads.
    pub actions: i64,
}

#[derive(FromQueryResult)]
struct CountRow {
    version_id: String,
    actions: i64,
}

impl PlanOrder {
    /// Its name in addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Owner => "owner",
            Self::Period => "period",
        }
    }

    /// The order of that name, or the usual one.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        [Self::Title, Self::Owner, Self::Period].into_iter().find(|order| order.as_str() == name).unwrap_or_default()
    }

    fn sql(self) -> &'static str {
        match self {
            Self::Title => "p.sort_key, p.id",
            Self::Owner => "u.sort_key, p.sort_key, p.id",
            Self::Period => "p.period_from DESC, p.period_to DESC, p.sort_key, p.id",
        }
    }
}

impl PlanFilter {
    fn condition(&self, today: Date, values: &mut Vec<Value>) -> String {
        let mut parts = Vec::new();
        let mut put = |value: Value| {
            values.push(value);
            format!("${}", values.len())
        };
        for word in fold(&self.text).split(' ').filter(|word| !word.is_empty()) {
            parts.push(format!("p.search LIKE {}", put(format!("%{}%", word.replace(['%', '_'], " ")).into())));
        }
        if let Some(kind) = self.kind {
            parts.push(format!("p.kind = {}", put(kind.as_str().into())));
        }
        if let Some(owner) = &self.owner {
            parts.push(format!("p.owner_id = {}", put(owner.as_str().into())));
        }
        if let Some(state) = self.state {
            let (year, day) = (put(i64::from(today.year()).into()), put(today.to_string().into()));
            parts.push(state_condition(state, &year, &day));
        }
        if parts.is_empty() { "TRUE".to_owned() } else { parts.join(" AND ") }
    }
}

/// The same rules as [`Plan::state`], for the database.
pub(super) fn state_condition(state: PlanState, year: &str, day: &str) -> String {
    let over = format!(
        "(p.closed_on IS NOT NULL OR (p.adopted_version_id IS NOT NULL AND p.period_to < {year} \
         AND (p.extended_to IS NULL OR p.extended_to < {day})))"
    );
    let decided = format!("(p.adopted_version_id IS NOT NULL AND NOT {over})");
    match state {
        PlanState::Closed => over,
        PlanState::Draft => {
            "(p.adopted_version_id IS NULL AND p.closed_on IS NULL AND p.state <> 'consultation')".to_owned()
        }
        PlanState::Consultation => {
            "(p.adopted_version_id IS NULL AND p.closed_on IS NULL AND p.state = 'consultation')".to_owned()
        }
        PlanState::Adopted => format!("({decided} AND p.period_from > {year})"),
        PlanState::Extended => format!("({decided} AND p.period_to < {year})"),
        PlanState::InForce => format!("({decided} AND p.period_from <= {year} AND p.period_to >= {year})"),
    }
}

impl Plan {
    /// A page of the plans that the viewer sees and the filter lets through.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(
        db: &impl Queries,
        viewer: &Viewer,
        filter: &PlanFilter,
        today: Date,
        page: PageRequest,
    ) -> Result<Paged<PlanRow>> {
        let mut values = db::values![];
        let visible = Self::visible(viewer, &mut values);
        let condition = filter.condition(today, &mut values);
        let from = format!("FROM plan p JOIN unit u ON u.id = p.owner_id WHERE {visible} AND {condition}");
        let total = db.number(&format!("SELECT COUNT(*) {from}"), values.clone()).await?;
        let order = filter.order.sql();
        let sql = format!("SELECT {COLUMNS} {from} ORDER BY {order} LIMIT {} OFFSET {}", page.size, page.offset());
        let plans: Vec<Self> = db.all::<Stored>(&sql, values).await?.into_iter().map(Self::from).collect();
        let counts = Self::action_counts(db, &plans, viewer).await?;
        let row = |plan: Self| {
            let version = plan.reading_version(viewer).map(Id::as_str).unwrap_or_default();
            let actions = counts.iter().find(|row| row.version_id == version).map_or(0, |row| row.actions);
            PlanRow { plan, actions }
        };
        Ok(Paged::new(plans.into_iter().map(row).collect(), page, total))
    }

    async fn action_counts(db: &impl Queries, plans: &[Self], viewer: &Viewer) -> Result<Vec<CountRow>> {
        let versions: Vec<&Id> = plans.iter().filter_map(|plan| plan.reading_version(viewer)).collect();
        if versions.is_empty() {
            return Ok(Vec::new());
        }
        let places: Vec<String> = (1..=versions.len()).map(|number| format!("${number}")).collect();
        let sql = format!(
            "SELECT version_id, COUNT(*) AS actions FROM version_action WHERE version_id IN ({}) GROUP BY version_id",
            places.join(", ")
        );
        db.all(&sql, versions.into_iter().map(|id| Value::from(id.as_str())).collect()).await
    }

    /// Every plan the viewer sees, by title: for choices in forms.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn all(db: &impl Queries, viewer: &Viewer) -> Result<Vec<Self>> {
        let mut values = db::values![];
        let visible = Self::visible(viewer, &mut values);
        let sql = format!(
            "SELECT {COLUMNS} FROM plan p JOIN unit u ON u.id = p.owner_id WHERE {visible} ORDER BY p.sort_key, p.id"
        );
        Ok(db.all::<Stored>(&sql, values).await?.into_iter().map(Self::from).collect())
    }

    /// The adopted plans that the viewer writes and nobody has closed, by title: rounds are opened about these. One whose time is out
    /// is among them, since its last year is followed up after it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn to_be_followed(db: &impl Queries, viewer: &Viewer) -> Result<Vec<Self>> {
        let mut values = db::values![];
        let visible = Self::visible(viewer, &mut values);
        let reach = viewer.reach(Verb::Write, "u.path", &mut values);
        let sql = format!(
            "SELECT {COLUMNS} FROM plan p JOIN unit u ON u.id = p.owner_id WHERE {visible} AND {reach} \
             AND p.adopted_version_id IS NOT NULL AND p.closed_on IS NULL ORDER BY p.sort_key, p.id"
        );
        Ok(db.all::<Stored>(&sql, values).await?.into_iter().map(Self::from).collect())
    }

    /// The condition under which a viewer sees plan `p` owned by unit `u`, and it is in force on a day.
    pub(crate) fn in_force(viewer: &Viewer, today: Date, values: &mut Vec<Value>) -> String {
        let visible = Self::visible(viewer, values);
        values.push(i64::from(today.year()).into());
        let year = format!("${}", values.len());
        values.push(today.to_string().into());
        let day = format!("${}", values.len());
        let [now, longer] = [PlanState::InForce, PlanState::Extended].map(|state| state_condition(state, &year, &day));
        format!("({visible} AND ({now} OR {longer}))")
    }

    /// The plans in force that the viewer sees and whose content is like one of the patterns, by title.
    pub(crate) async fn addressing(
        db: &impl Queries,
        viewer: &Viewer,
        today: Date,
        patterns: &[&str],
    ) -> Result<Vec<Self>> {
        let mut values = db::values![];
        let in_force = Self::in_force(viewer, today, &mut values);
        let like = patterns.iter().map(|pattern| {
            values.push((*pattern).into());
            format!("v.content LIKE ${}", values.len())
        });
        let like = like.collect::<Vec<_>>().join(" OR ");
        let sql = format!(
            "SELECT {COLUMNS} FROM plan p JOIN unit u ON u.id = p.owner_id \
             JOIN plan_version v ON v.id = p.adopted_version_id WHERE {in_force} AND ({like}) ORDER BY p.sort_key, p.id"
        );
        Ok(db.all::<Stored>(&sql, values).await?.into_iter().map(Self::from).collect())
    }
}
