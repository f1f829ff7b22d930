//! A municipality with its bodies, people with contrasting rights, and a plan that is being written.
//!
//! | persona | role | at |
//! |---|---|---|
//! | `coordinator` | coordinator | the municipality, which owns the plan |
//! | `decider` | approver | the municipality |
//! | `member` | board member | the municipality |
//! | `reporter` | reporter | the social services, which lead two actions |
//! | `approver` | approver | the leisure services, which share in one |
//! | `principal` | principal | a school that nothing is asked of |
//! | `other` | coordinator | another municipality |
//! | `anybody` | not signed in | |

use base::{Clock, Id, Period};
use db::{Actor, Db, Engine, Queries};
use identity::{Person, Role, UnitKind, Viewer};
use web::testing::{Browser, StagePerson, StageUnit, application, populate};
use web::{App, Module};

use crate::content::{
    Action, Content, Frequency, Goal, Indicator, IndicatorKind, Item, Measure, Party, Rules, Section, TimePlan,
};
use crate::plan::creation::NewPlan;
use crate::{MODULE, PlanKind};

/// The municipality that owns the plan.
pub(super) const OWNER: &str = "lindhamn";
/// Leads two of the plan's actions.
pub(super) const SOCIAL: &str = "socialforvaltningen";
/// Shares in one of the plan's actions.
pub(super) const LEISURE: &str = "fritidsforvaltningen";

const UNITS: [StageUnit; 6] = [
    (OWNER, None, UnitKind::Municipality, "Lindhamns kommun"),
    (SOCIAL, Some(OWNER), UnitKind::Administration, "Socialförvaltningen i Lindhamn"),
    (LEISURE, Some(OWNER), UnitKind::Administration, "Fritidsförvaltningen i Lindhamn"),
    ("bjorkdalsskolan", Some(OWNER), UnitKind::SchoolUnit, "Björkdalsskolan"),
    ("ekvik", None, UnitKind::Municipality, "Ekviks kommun"),
    ("polisen-lindhamn", None, UnitKind::Authority, "Polisområde Lindhamn"),
];

const PEOPLE: [StagePerson; 7] = [
    ("coordinator", Role::Coordinator, OWNER, "Ronja Exempelsson"),
    ("decider", Role::Approver, OWNER, "Kim Påhittsdotter"),
    ("member", Role::BoardMember, OWNER, "Sanna Skissberg"),
    ("reporter", Role::Reporter, SOCIAL, "Petter Påhittsson"),
    ("approver", Role::Approver, LEISURE, "Ove Testlund"),
    ("principal", Role::Principal, "bjorkdalsskolan", "Mira Provdal"),
    ("other", Role::Coordinator, "ekvik", "Nils Låtsasmark"),
];

/// An application with a plan in it.
pub(super) struct Fixture {
    pub(super) app: App,
    pub(super) clock: Clock,
    /// The plan: a draft with two goals and five actions.
    pub(super) plan: Id,
}

impl Fixture {
    /// A fresh database on the engine; it is 1 March 2025, noon in Sweden.
    pub(super) async fn new(engine: Engine) -> Self {
        Self::beside(engine, &[]).await
    }

    /// The same with other domains beside this one.
    pub(super) async fn beside(engine: Engine, others: &[Module]) -> Self {
        let (app, clock) = application(engine, [&[MODULE], others].concat()).await;
        populate(app.db(), &UNITS, &PEOPLE).await;
        let plan = NewPlan {
            id: Some(Id::stored("trygg-i-lindhamn".to_owned())),
            owner: id(OWNER),
            kind: PlanKind::Municipal,
            content: content(),
            strategy: None,
            predecessor: None,
        };
        let plan = plan.begin_as(app.db(), Actor::Command("test")).await.unwrap();
        Self { app, clock, plan }
    }

    pub(super) fn db(&self) -> &Db {
        self.app.db()
    }

    /// The browser of a persona.
    pub(super) async fn browser(&self, who: &str) -> Browser {
        if who == "anybody" { Browser::new(&self.app) } else { Browser::signed_in(&self.app, &id(who)).await }
    }

    /// A persona as the domain sees it.
    pub(super) async fn viewer(&self, who: &str) -> Viewer {
        if who == "anybody" { Viewer::anybody() } else { Person::viewer(self.db(), &id(who)).await.unwrap() }
    }

    /// The address of the plan and what follows it.
    pub(super) fn at(&self, rest: &str) -> String {
        format!("/plans/{}{rest}", self.plan)
    }

    /// The content of a version exactly as the database has it.
    pub(super) async fn stored(&self, number: i64) -> String {
        #[derive(db::FromQueryResult)]
        struct Row {
            content: String,
        }
        use db::sea_orm;
        let sql = "SELECT content FROM plan_version WHERE plan_id = $1 AND number = $2";
        let row: Option<Row> = self.db().optional(sql, db::values![self.plan.as_str(), number]).await.unwrap();
        row.unwrap().content
    }
}

/// An id that is readable.
pub(super) fn id(text: &str) -> Id {
    Id::stored(text.to_owned())
}

/// Two goals, five actions, an indicator on a measure and one on an action.
pub(super) fn content() -> Content {
    let mut content = Content::new("Trygg i Lindhamn", Period { from: 2025, to: 2028 });
    content.summary = "Hur kommunen förebygger våld under fyra år.".to_owned();
    content.rules =
        Rules { review_every: Some(1), evaluate_every: Some(2), first_revision: Some(2026), ..Rules::default() };
    let heading = "Bakgrund".to_owned();
    content.introduction =
        vec![Section { id: id("bakgrund"), heading, text: "Planen bygger på lägesbilden.".to_owned() }];
    content.goals = vec![first_goal(), second_goal()];
    content
}

fn first_goal() -> Goal {
    let mut goal = Goal::new(id("mal-1"), "1", "Vuxna ser och agerar");
    goal.preconditions =
        vec![Item { id: id("forutsattning-1"), text: "Varje verksamhet har en kontaktperson.".to_owned() }];
    let share = Indicator::new(id("indikator-1"), IndicatorKind::Share, "Andel personal som gått utbildningen");
    goal.measures =
        vec![Measure { id: id("matt-1"), text: "Fler känner igen tidiga tecken".to_owned(), indicators: vec![share] }];
    goal.actions = vec![
        action("atgard-1-1", "1.1", "Utbilda all personal i tidiga tecken på våld.", unit(SOCIAL)),
        action("atgard-1-2", "1.2", "Ta fram en gemensam rutin för oro.", unit(SOCIAL)),
        action(
            "atgard-1-3",
            "1.3",
            "Ordna en mötesplats varje termin.",
            Some(Party::Named { name: "Föreningarna".to_owned() }),
        ),
    ];
    goal.actions[1].co_responsible = unit(LEISURE).into_iter().collect();
    goal
}

fn second_goal() -> Goal {
    let mut goal = Goal::new(id("mal-2"), "2", "Trygga platser hemma och ute");
    goal.actions = vec![
        action("atgard-2-1", "2.1", "Kartlägg otrygga platser tillsammans med unga.", unit("polisen-lindhamn")),
        action("atgard-2-2", "2.2", "Följ upp hur stödet når fram.", unit(OWNER)),
    ];
    goal.actions[1].indicators = vec![Indicator::new(id("indikator-2"), IndicatorKind::Number, "Antal samtal om stöd")];
    goal
}

fn action(name: &str, number: &str, text: &str, lead: Option<Party>) -> Action {
    let mut action = Action::new(id(name), number, text);
    action.lead = lead;
    action.frequency = Some(Frequency::Yearly);
    action.time_plan = TimePlan {
        text: "2025–2028".to_owned(),
        from: Some("2025-01-01".to_owned()),
        to: Some("2028-12-31".to_owned()),
    };
    action
}

fn unit(name: &str) -> Option<Party> {
    UNITS
        .iter()
        .find(|(unit, ..)| *unit == name)
        .map(|(.., text)| Party::Unit { unit: id(name), name: (*text).to_owned() })
}
