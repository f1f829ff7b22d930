//! A municipality with a plan that was adopted and reported on for two years, and people with contrasting rights.
//!
//! | persona | role | at |
//! |---|---|---|
//! | `coordinator` | coordinator | the municipality, which owns the plan |
//! | `second` | coordinator | the municipality |
//! | `member` | board member | the municipality |
//! | `reporter` | reporter | the social services, which lead an action |
//! | `other` | coordinator | another municipality |
//! | `anybody` | not signed in | |

use base::{Id, Period};
use db::{Actor, Db, Engine, Event, Value};
use forms::{Breakdown, Field, Form, Kind, Label, Part, Words as Told};
use i18n::{Catalogue, Language};
use identity::{Person, Role, UnitKind, Viewer};
use plans::content::{
    Action, Content, Direction, Figure, Goal, Indicator, IndicatorKind, Measure, Party, Redefinition,
};
use plans::editions::Words;
use plans::plan::creation::NewPlan;
use plans::version::Decision;
use plans::{Plan, PlanKind};
use serde_json::{Value as Json, json};
use web::App;
use web::testing::{Browser, StagePerson, StageUnit, application, populate};

use crate::compile::compile;
use crate::compiled::Compiled;

/// The municipality that owns the plan.
pub(super) const OWNER: &str = "lindhamn";
/// Leads an action.
pub(super) const SOCIAL: &str = "socialforvaltningen";
/// Shares in it.
pub(super) const LEISURE: &str = "fritidsforvaltningen";
/// Another municipality.
pub(super) const EKVIK: &str = "ekvik";
/// Shares in it too, and has not answered.
pub(super) const SCHOOL: &str = "skolforvaltningen";

const UNITS: [StageUnit; 5] = [
    (OWNER, None, UnitKind::Municipality, "Lindhamns kommun"),
    (SOCIAL, Some(OWNER), UnitKind::Administration, "Socialförvaltningen i Lindhamn"),
    (LEISURE, Some(OWNER), UnitKind::Administration, "Fritidsförvaltningen i Lindhamn"),
    (SCHOOL, Some(OWNER), UnitKind::Administration, "Skolförvaltningen i Lindhamn"),
    (EKVIK, None, UnitKind::Municipality, "Ekviks kommun"),
];

const PEOPLE: [StagePerson; 5] = [
    ("coordinator", Role::Coordinator, OWNER, "Ronja Exempelsson"),
    ("second", Role::Coordinator, OWNER, "Kim Påhittsdotter"),
    ("member", Role::BoardMember, OWNER, "Sanna Skissberg"),
    ("reporter", Role::Reporter, SOCIAL, "Petter Påhittsson"),
    ("other", Role::Coordinator, EKVIK, "Nils Låtsasmark"),
];

/// An application with a plan and two years of reports.
pub(super) struct Fixture {
    pub(super) app: App,
    pub(super) plan: Id,
    catalogue: Catalogue,
}

impl Fixture {
    /// A fresh database on the engine; it is 1 March 2025, noon in Sweden.
    pub(super) async fn new(engine: Engine) -> Self {
        let fixture = Self::without_reports(engine, content(), PlanKind::Municipal).await;
        fixture.reported().await;
        fixture
    }

    /// The same with another plan, on which nothing was reported.
    pub(super) async fn without_reports(engine: Engine, content: Content, kind: PlanKind) -> Self {
        let modules = vec![plans::MODULE, crate::MODULE];
        let (app, _) = application(engine, modules).await;
        populate(app.db(), &UNITS, &PEOPLE).await;
        let catalogue = web::catalogue().unwrap();
        let mut fixture = Self { app, plan: id("trygg-i-lindhamn"), catalogue };
        fixture.plan = fixture.adopted("trygg-i-lindhamn", OWNER, kind, content, None).await;
        fixture
    }

    /// A plan that was adopted.
    pub(super) async fn adopted(
        &self,
        name: &str,
        owner: &str,
        kind: PlanKind,
        content: Content,
        strategy: Option<Id>,
    ) -> Id {
        let new = NewPlan { id: Some(id(name)), owner: id(owner), kind, content, strategy, predecessor: None };
        let plan = new.begin_as(self.db(), Actor::Command("test")).await.unwrap();
        let who = if owner == OWNER { "coordinator" } else { "other" };
        Plan::adopt(self.db(), &self.viewer(who).await, &plan, &decision()).await.unwrap();
        plan
    }

    pub(super) fn db(&self) -> &Db {
        self.app.db()
    }

    pub(super) fn words(&self) -> Words<'_> {
        Words::new(&self.catalogue, Language::Sv)
    }

    /// The browser of a persona.
    pub(super) async fn browser(&self, who: &str) -> Browser {
        if who == "anybody" { Browser::new(&self.app) } else { Browser::signed_in(&self.app, &id(who)).await }
    }

    /// A persona as the domain sees it.
    pub(super) async fn viewer(&self, who: &str) -> Viewer {
        if who == "anybody" { Viewer::anybody() } else { Person::viewer(self.db(), &id(who)).await.unwrap() }
    }

    /// Begins the report on 2024 through the form and gives its address.
    pub(super) async fn begun(&self) -> String {
        let mut browser = self.browser("coordinator").await;
        let fields = [("plan", self.plan.as_str()), ("year", "2024")];
        let page = browser.post("/status-reports", &fields).await;
        assert_eq!(page.status, 200, "{}", page.words());
        page.path
    }

    /// The figures of a year as the coordinator sees them.
    pub(super) async fn compiled(&self, year: i16) -> Compiled {
        let viewer = self.viewer("coordinator").await;
        let plan = Plan::find(self.db(), &viewer, &self.plan).await.unwrap().unwrap();
        compile(self.db(), &viewer, self.words(), &plan, year).await.unwrap()
    }

    /// Writes rows as the domain of rounds does.
    pub(super) async fn rows(&self, table: &str, rows: Vec<Vec<(&str, Value)>>) {
        let change = self.db().change(Actor::Command("test")).await.unwrap();
        change.insert_all(table, rows).await.unwrap();
        change.commit(Event::new("round.opened", "round", &id("test"))).await.unwrap();
    }

    /// Changes rows without any deed.
    pub(super) async fn execute(&self, sql: &str) {
        let change = self.db().change(Actor::Command("test")).await.unwrap();
        change.execute(sql, Vec::new()).await.unwrap();
        change.commit(Event::new("round.opened", "round", &id("test"))).await.unwrap();
    }

    /// A round about the plan's year that asks about one action.
    pub(super) async fn round(&self, year: i16, item: &str, kind: &str, form: &Form) {
        let round = format!("round-{year}");
        if self.db().texts_of(&round).await.is_empty() {
            self.rows("round", vec![round_row(&round, self.plan.as_str(), year)]).await;
        }
        self.rows("round_item", vec![item_row(&round, item, kind, form)]).await;
    }

    /// What a body said, approved unless told otherwise.
    pub(super) async fn report(&self, year: i16, item: &str, unit: &str, leads: bool, state: &str, typed: Json) {
        let round = format!("round-{year}");
        self.rows("report", vec![report_row(&round, item, unit, leads, state, &typed)]).await;
    }

    /// A figure of a report: kind, value, part, whole.
    pub(super) async fn figure(&self, year: i16, item: &str, unit: &str, slot: (&str, &str, &str), figure: Given) {
        let report = format!("round-{year}-{item}-{unit}");
        self.rows("report_figure", vec![figure_row(&format!("round-{year}"), &report, slot, figure)]).await;
    }

    /// Two years of reports on the plan of [`content`].
    pub(super) async fn reported(&self) {
        for year in [2023, 2024] {
            self.round(year, "atgard-1-1", "action", &action_form()).await;
            self.round(year, "mal-1", "goal", &goal_form()).await;
            self.round(year, "mal-1-owner", "goal", &goal_form()).await;
        }
        let status = |status: &str| json!({ "status": status, "narrative": "Vi gjorde det vi lovade." });
        for (year, unit, leads, state, typed, (part, whole)) in [
            (2023, SOCIAL, true, "locked", status("not_started"), (2, 20)),
            (2023, LEISURE, false, "approved", status("ongoing"), (3, 30)),
            (2024, SOCIAL, true, "approved", status("done"), (9, 20)),
            (2024, LEISURE, false, "locked", status("ongoing"), (3, 30)),
            (2024, SCHOOL, false, "submitted", status("done"), (50, 50)),
        ] {
            self.report(year, "atgard-1-1", unit, leads, state, typed).await;
            self.figure(year, "atgard-1-1", unit, ("andel", "", ""), Given::of(part, whole)).await;
        }
        self.report(2023, "atgard-1-1", SCHOOL, false, "excused", json!({})).await;
        for (sex, part, whole) in [("girls", 5, 9), ("boys", 4, 11)] {
            self.figure(2024, "atgard-1-1", SOCIAL, ("andel", "sex", sex), Given::of(part, whole)).await;
        }
        for (year, count) in [(2023, 8.0), (2024, 4.0)] {
            self.figure(year, "atgard-1-1", SOCIAL, ("utsatta", "", ""), Given::number(count)).await;
            self.figure(year, "atgard-1-1", SOCIAL, ("utsatta", "sex", "girls"), Given::number(3.0)).await;
        }
        for (item, unit, step) in
            [("mal-1", SOCIAL, "reached"), ("mal-1", LEISURE, "reached"), ("mal-1-owner", OWNER, "uncertain")]
        {
            let typed = json!({ "assessment": step, "reason": "Det märks." });
            self.report(2024, item, unit, false, "approved", typed).await;
        }
        self.figure(2024, "mal-1-owner", OWNER, ("anmalda", "", ""), Given { kind: "rate", ..Given::of(61, 48_000) })
            .await;
    }
}

/// Asking whether a round is there.
trait Rounds {
    async fn texts_of(&self, round: &str) -> Vec<String>;
}

impl Rounds for Db {
    async fn texts_of(&self, round: &str) -> Vec<String> {
        db::Queries::texts(self, "SELECT id FROM round WHERE id = $1", db::values![round]).await.unwrap()
    }
}

/// A figure that was given.
#[derive(Clone, Copy)]
pub(super) struct Given {
    pub(super) kind: &'static str,
    pub(super) value: Option<f64>,
    pub(super) part: Option<i64>,
    pub(super) whole: Option<i64>,
}

impl Given {
    pub(super) fn of(part: i64, whole: i64) -> Self {
        Self { kind: "share", value: None, part: Some(part), whole: Some(whole) }
    }

    pub(super) fn number(value: f64) -> Self {
        Self { kind: "number", value: Some(value), part: None, whole: None }
    }
}

pub(super) fn round_row(round: &str, plan: &str, year: i16) -> Vec<(&'static str, Value)> {
    let text = |name: &'static str, text: &str| (name, Value::from(text));
    vec![
        text("id", round),
        text("owner_id", OWNER),
        text("title", round),
        text("sort_key", round),
        text("subject_kind", "plan"),
        text("subject_id", plan),
        ("year", i64::from(year).into()),
        text("message", ""),
        text("opens_on", &format!("{}-01-10", year + 1)),
        text("due_on", &format!("{}-02-10", year + 1)),
        text("closes_on", &format!("{}-02-20", year + 1)),
        ("revision", 1_i64.into()),
        ("opened_at", 0_i64.into()),
    ]
}

pub(super) fn item_row(round: &str, item: &str, kind: &str, form: &Form) -> Vec<(&'static str, Value)> {
    let text = |name: &'static str, text: &str| (name, Value::from(text));
    vec![
        text("id", &format!("{round}-{item}")),
        text("round_id", round),
        ("position", 1_i64.into()),
        text("item_key", item),
        text("kind", kind),
        text("number", "9.9"),
        text("title", "Som den hette i rundan"),
        text("section_key", ""),
        text("section", ""),
        ("minutes", 10_i64.into()),
        text("form", &serde_json::to_string(form).unwrap()),
    ]
}

pub(super) fn report_row(
    round: &str,
    item: &str,
    unit: &str,
    leads: bool,
    state: &str,
    typed: &Json,
) -> Vec<(&'static str, Value)> {
    let text = |name: &'static str, text: &str| (name, Value::from(text));
    vec![
        text("id", &format!("{round}-{item}-{unit}")),
        text("round_id", round),
        text("item_id", &format!("{round}-{item}")),
        text("unit_id", unit),
        ("leads", leads.into()),
        text("state", state),
        ("revision", 1_i64.into()),
        text("typed", &typed.to_string()),
    ]
}

pub(super) fn figure_row(
    round: &str,
    report: &str,
    (series, breakdown, category): (&str, &str, &str),
    figure: Given,
) -> Vec<(&'static str, Value)> {
    let text = |name: &'static str, text: &str| (name, Value::from(text));
    vec![
        text("report_id", report),
        text("slot", &format!("{series}@{breakdown}@{category}")),
        text("round_id", round),
        text("series", series),
        text("breakdown", breakdown),
        text("category", category),
        text("kind", figure.kind),
        ("value", figure.value.into()),
        ("part", figure.part.into()),
        ("whole", figure.whole.into()),
    ]
}

/// An id that is readable.
pub(super) fn id(text: &str) -> Id {
    Id::stored(text.to_owned())
}

fn decision() -> Decision {
    let date = "2023-01-15".parse().unwrap();
    Decision {
        body: "Kommunfullmäktige".to_owned(),
        date,
        paragraph: String::new(),
        diary_number: String::new(),
        in_force_from: date,
    }
}

/// A form as plans make them for an action: status, a share by sex, a count of people by sex.
pub(super) fn action_form() -> Form {
    let sex = || Breakdown {
        key: "sex".to_owned(),
        words: Told::own("kön"),
        categories: vec![Label::new("girls", Told::own("Flickor")), Label::new("boys", Told::own("Pojkar"))],
    };
    let figure = |key: &str, kind| Field {
        series: Some(key.to_owned()),
        breakdowns: vec![sex()],
        ..Field::new(format!("i-{key}"), Told::own("Siffra"), kind)
    };
    let people =
        Field { about_people: true, ..figure("utsatta", Kind::Number { least: None, most: None, whole: true }) };
    let part = Part { title: Told::own(""), when: None, fields: vec![figure("andel", Kind::Share), people] };
    Form { parts: vec![part], rules: Vec::new() }
}

/// A form as plans make them for a goal: the plan's own scale.
pub(super) fn goal_form() -> Form {
    let options = [("reached", "Helt"), ("uncertain", "Delvis"), ("not_reached", "Inte alls")];
    let options = options.map(|(key, text)| Label::new(key, Told::own(text))).to_vec();
    let field = Field::new("assessment", Told::own("Hur går det?"), Kind::Choice { options, many: false });
    let part = Part { title: Told::own(""), when: None, fields: vec![field] };
    Form { parts: vec![part], rules: Vec::new() }
}

/// Two goals: one with everything, one with a promise of an indicator.
pub(super) fn content() -> Content {
    let mut content = Content::new("Trygg i Lindhamn", Period { from: 2022, to: 2026 });
    let mut first = Goal::new(id("mal-1"), "1", "Vuxna ser och agerar");
    let mut share = Indicator::new(id("andel"), IndicatorKind::Share, "Andel personal som gått utbildningen");
    share.direction = Some(Direction::Up);
    share.source = "Personalregistret".to_owned();
    share.target = Some(Figure { value: Some(75.0), when: "2026".to_owned(), ..Figure::default() });
    share.baseline = Some(Figure { of: Some((1, 20)), ..Figure::default() });
    let mut people = Indicator::new(id("utsatta"), IndicatorKind::Number, "Antal unga som fått stöd");
    people.source = "Verksamhetssystemet".to_owned();
    people.fact_sheet.history =
        vec![Redefinition { on: "2024-01-01".to_owned(), what: "Även samtal per telefon räknas".to_owned() }];
    let mut action = Action::new(id("atgard-1-1"), "1.1", "Utbilda all personal i tidiga tecken på våld.");
    action.lead = Some(Party::Unit { unit: id(SOCIAL), name: "Socialförvaltningen i Lindhamn".to_owned() });
    action.indicators = vec![share, people];
    first.actions = vec![action];
    let mut rate = Indicator::new(id("anmalda"), IndicatorKind::Rate, "Anmälda våldsbrott");
    rate.source = "Brottsstatistiken".to_owned();
    rate.direction = Some(Direction::Down);
    let text = "Färre utsätts".to_owned();
    first.measures = vec![Measure { id: id("matt-1"), text, indicators: vec![rate] }];
    let mut second = Goal::new(id("mal-2"), "2", "Trygga platser hemma och ute");
    second.indicators = vec![
        Indicator::new(id("framtida"), IndicatorKind::ToBeDeveloped, "Upplevd trygghet"),
        Indicator::new(id("utan-kalla"), IndicatorKind::Number, "Antal trygghetsvandringar"),
    ];
    content.goals = vec![first, second];
    content
}
