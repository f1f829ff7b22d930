//! The things that routes are about, made by an organisation's own coordinator with texts that nobody else writes.

use base::{Id, Period};
use calendar::occasion::NewOccasion;
use db::{Event, Queries};
use identity::Role;
use plans::content::{
    Action, Audience, Content, Expectation, Goal, Indicator, IndicatorKind, Measure, Party, Rules, Section,
};
use plans::plan::consultation::{COMMENTS, Consultation, NewConsultation};
use plans::plan::creation::NewPlan;
use plans::plan::own_activity::OwnActivity;
use plans::plan::task::Task;
use plans::version::Decision;
use plans::{Plan, PlanKind};
use web::access_link::{AccessLink, NewAccessLink};
use web::testing::Browser;

use super::world::World;

/// An organisation whose things are made: `a` or `b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Owner(pub(super) &'static str);

impl Owner {
    pub(super) fn unit(self, end: &str) -> Id {
        Id::parse(&format!("{}-{end}", self.0)).unwrap()
    }

    /// A text of the organisation that tells where it stands when it turns up elsewhere.
    pub(super) fn canary(self, place: &str) -> String {
        format!("KANARIE-{}-{place}", self.0.to_uppercase())
    }

    /// Who makes its things.
    pub(super) fn writer(self) -> String {
        format!("{}-writer", self.0)
    }
}

/// How many texts of organisations are in an answer, but for the name of a link's holder, who sees it on every page.
pub(super) fn canaries(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    text.matches("KANARIE-").count() - text.matches("KANARIE-A-holder").count()
}

/// The people who make an organisation's things, with names that are canaries too.
pub(super) async fn people(world: &World, owner: Owner) {
    world.person(&owner.writer(), Role::Coordinator, owner.unit("board").as_str()).await;
    world.person(&format!("{}-answers", owner.0), Role::Reporter, owner.unit("lead").as_str()).await;
    world.person(&format!("{}-head", owner.0), Role::Administrator, owner.0).await;
    let change = world.db().change(super::world::TEST).await.unwrap();
    for (end, place) in [("writer", "person-writer"), ("answers", "person-answers"), ("head", "person-head")] {
        let (id, name) = (format!("{}-{end}", owner.0), owner.canary(place));
        let sql = "UPDATE person SET name = $2, email = $3 WHERE id = $1";
        let email = format!("{}@exempel.se", name.to_lowercase());
        change.execute(sql, db::values![id, name, email]).await.unwrap();
    }
    change.commit(db::Event::new("people.named", "unit", &owner.unit("board"))).await.unwrap();
}

fn content(owner: Owner, place: &str) -> Content {
    let text = |end: &str| owner.canary(&format!("{place}-{end}"));
    let mut content = Content::new(text("title"), Period { from: 2025, to: 2028 });
    content.summary = text("summary");
    content.rules =
        Rules { review_every: Some(1), evaluate_every: Some(2), first_revision: Some(2026), ..Rules::default() };
    content.introduction =
        vec![Section { id: Id::stored("section".into()), heading: text("heading"), text: text("section") }];
    let mut goal = Goal::new(Id::stored("goal".into()), "1", text("goal"));
    let indicator = Indicator::new(Id::stored("indicator".into()), IndicatorKind::Number, text("indicator"));
    goal.measures =
        vec![Measure { id: Id::stored("measure".into()), text: text("measure"), indicators: vec![indicator] }];
    let mut action = Action::new(Id::stored("action".into()), "1.1", text("action"));
    action.lead = Some(Party::Unit { unit: owner.unit("lead"), name: "Enhet lead".to_owned() });
    action.expectations = vec![Expectation {
        id: Id::stored("expectation".into()),
        audience: Audience::default(),
        what: text("expectation"),
        by: String::new(),
        minutes: None,
        help: text("help"),
    }];
    goal.actions = vec![action];
    content.goals = vec![goal];
    content
}

async fn begin(world: &World, owner: Owner, place: &str) -> Id {
    begin_as(world, owner, place, None).await
}

async fn begin_as(world: &World, owner: Owner, place: &str, id: Option<Id>) -> Id {
    let new = NewPlan {
        id,
        owner: owner.unit("board"),
        kind: PlanKind::Local,
        content: content(owner, place),
        strategy: None,
        predecessor: None,
    };
    new.begin(world.db(), &world.viewer(&owner.writer()).await).await.unwrap()
}

/// An event of the log of the unit that owns things.
pub(super) async fn event(world: &World, owner: Owner) -> String {
    let (unit, change) = (owner.unit("board"), world.db().change(super::world::TEST).await.unwrap());
    let event = db::Event::new("unit.noted", "unit", &unit).within(&unit);
    change.commit(event.with(serde_json::json!({ "canary": owner.canary("event") }))).await.unwrap();
    world
        .db()
        .texts("SELECT id FROM audit_event ORDER BY position DESC LIMIT 1", db::values![])
        .await
        .unwrap()
        .remove(0)
}

/// An occasion in the year of the unit that owns things, which concerns that unit.
pub(super) async fn occasion(world: &World, owner: Owner) -> Id {
    let text = str::to_owned;
    let new = NewOccasion {
        owner: owner.unit("board").to_string(),
        name: owner.canary("occasion"),
        from: text("2025-05-01"),
        to: text("2025-05-20"),
        every: text("1"),
        days_ahead: text("365"),
        minutes: text("60"),
        ..NewOccasion::default()
    };
    new.create(world.db(), &world.viewer(&owner.writer()).await).await.unwrap()
}

/// The secret of the address at which a calendar reads the writer's days.
pub(super) async fn feed(world: &World, owner: Owner) -> String {
    calendar::feed::make(world.db(), &world.viewer(&owner.writer()).await).await.unwrap()
}

/// A plan that is being written.
pub(super) async fn draft(world: &World, owner: Owner) -> Id {
    begin(world, owner, "draft").await
}

/// A plan that is being written, whose action was taken away.
pub(super) async fn without_action(world: &World, owner: Owner) -> Id {
    let plan = draft(world, owner).await;
    let mut browser = Browser::signed_in(&world.app, &Id::parse(&owner.writer()).unwrap()).await;
    let page = browser.post(&format!("/plans/{plan}/actions/action/removals"), &[]).await;
    assert!(page.status.is_success(), "{}", page.words());
    plan
}

/// A plan with an adopted version and one that is being written.
pub(super) async fn revised(world: &World, owner: Owner) -> Id {
    let (plan, _) = adopted(world, owner).await;
    Plan::revise(world.db(), &world.viewer(&owner.writer()).await, &plan).await.unwrap();
    plan
}

/// A plan that is out for comments, the round, and a comment that was made.
pub(super) async fn sent_out(world: &World, owner: Owner) -> (Id, Id, String) {
    let plan = begin(world, owner, "sent-out").await;
    let (db, viewer) = (world.db(), world.viewer(&owner.writer()).await);
    let new = NewConsultation {
        bodies: vec![owner.unit("lead")],
        closes_on: "2025-04-01".to_owned(),
        message: owner.canary("message"),
    };
    let round = new.open(db, &viewer, &plan).await.unwrap();
    let rounds = Consultation::of_plan(db, &plan).await.unwrap();
    let answers = world.viewer(&format!("{}-answers", owner.0)).await;
    rounds[0].comment(db, &answers, &owner.unit("lead"), "", &owner.canary("comment")).await.unwrap();
    let sql = "SELECT id FROM consultation_comment WHERE consultation_id = $1";
    let comment = db.texts(sql, db::values![round.as_str()]).await.unwrap().remove(0);
    (plan, round, comment)
}

/// A plan that is out for comments, with a link by which somebody without an account answers for `lead`.
pub(super) async fn linked(world: &World, owner: Owner) -> (Id, Id, AccessLink) {
    let (plan, round, _) = sent_out(world, owner).await;
    let (db, viewer) = (world.db(), world.viewer(&owner.writer()).await);
    let new = NewAccessLink {
        unit: Some(owner.unit("lead")),
        name: owner.canary("holder"),
        email: format!("{}@exempel.se", owner.canary("holder").to_lowercase()),
        language: "sv".to_owned(),
        days: "14".to_owned(),
        by_mail: true,
    };
    let change = db.change(viewer.actor().unwrap()).await.unwrap();
    let giver = (&owner.unit("board"), "", "");
    let link = new.write(db, &change, &viewer, COMMENTS, &round, giver).await.unwrap();
    change.commit(Event::new("access_link.made", "access_link", &Id::stored(link.id.clone()))).await.unwrap();
    (plan, round, link)
}

/// The one plan that rounds are opened about: it was adopted and is not published.
pub(super) async fn followed(world: &World, owner: Owner) {
    let (id, db) = (Id::parse(&format!("{}-followed", owner.0)).unwrap(), world.db());
    if Plan::load(db, &id).await.unwrap().is_none() {
        let plan = begin_as(world, owner, "followed", Some(id)).await;
        Plan::adopt(db, &world.viewer(&owner.writer()).await, &plan, &decision(owner)).await.unwrap();
    }
}

fn decision(owner: Owner) -> Decision {
    let date = "2025-01-15".parse().unwrap();
    Decision {
        body: owner.canary("decision"),
        date,
        paragraph: String::new(),
        diary_number: String::new(),
        in_force_from: date,
    }
}

/// A plan that was adopted and is not published, and an activity of a body's own under it.
pub(super) async fn adopted(world: &World, owner: Owner) -> (Id, String) {
    let plan = begin(world, owner, "adopted").await;
    let (db, viewer) = (world.db(), world.viewer(&owner.writer()).await);
    Plan::adopt(db, &viewer, &plan, &decision(owner)).await.unwrap();
    let found = Plan::load(db, &plan).await.unwrap().unwrap();
    let answers = world.viewer(&format!("{}-answers", owner.0)).await;
    let (action, unit) = (Id::stored("action".into()), owner.unit("lead"));
    OwnActivity::add(db, &answers, &found, &action, &unit, &owner.canary("own-activity"), "").await.unwrap();
    Task::finish(db, &viewer, &plan, "review", "2026-12-31", &owner.canary("task-note")).await.unwrap();
    let own = OwnActivity::of_plan(db, &plan).await.unwrap().remove(0).id;
    (plan, own)
}

/// A plan that was read in and waits to be saved.
pub(super) async fn import(world: &World, owner: Owner) -> String {
    let text = format!(
        "Mål 1 {}\n\nNr\tÅtgärd\tAnsvarig\tSkräp\n1.1\t{}\t{}\t{}\n",
        owner.canary("import-goal"),
        owner.canary("import-action"),
        owner.canary("import-lead"),
        owner.canary("import-cell")
    );
    let mut browser = Browser::signed_in(&world.app, &Id::parse(&owner.writer()).unwrap()).await;
    let fields = [("text", text.as_str()), ("owner", &format!("{}-board", owner.0))];
    let page = browser.upload("/plans/imports", &fields, ("file", "", b"")).await;
    assert!(page.path.starts_with("/plans/imports/"), "{}: {}", page.path, page.words());
    page.path.rsplit('/').next().unwrap().to_owned()
}

/// A workbook that was read back into a plan and waits to be saved.
pub(super) async fn workbook(world: &World, owner: Owner) -> (Id, String) {
    let plan = draft(world, owner).await;
    let mut browser = Browser::signed_in(&world.app, &Id::parse(&owner.writer()).unwrap()).await;
    let file = browser.get(&format!("/plans/{plan}/workbook.xlsx")).await;
    let page = browser.upload(&format!("/plans/{plan}/workbooks"), &[], ("file", "plan.xlsx", &file.bytes)).await;
    assert!(page.path.contains("/workbooks/"), "{}: {}", page.path, page.words());
    (plan, page.path.rsplit('/').next().unwrap().to_owned())
}

/// An organisation that was read in and waits to be saved.
pub(super) async fn organisation(world: &World, owner: Owner) -> String {
    let mut browser = Browser::signed_in(&world.app, &Id::parse(&format!("{}-head", owner.0)).unwrap()).await;
    let file = format!("Namn;Typ\n{};Nämnd\n", owner.canary("organisation-import"));
    let fields = [("parent", format!("{}-board", owner.0))];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = browser.upload("/organisation/imports", &fields, ("file", "enheter.csv", file.as_bytes())).await;
    assert!(page.path.starts_with("/organisation/imports/"), "{}: {}", page.path, page.words());
    page.path.rsplit('/').next().unwrap().to_owned()
}
