//! What an adopted plan expects of whom: who may ask, who answers, in which years, in which form.

mod forms;
mod random;

use base::Id;
use db::testing::engines;
use db::{Actor, Event};
use exchange::{Expected, ExpectedItem, Known, Message};
use identity::{Answers, Function, NewUnit, Unit, UnitKind};
use jiff::civil::date;

use super::fixture::{Fixture, LEISURE, OWNER, SOCIAL, id};
use crate::MODULE;
use crate::content::{Content, Frequency, Party};
use crate::plan::Plan;

impl Fixture {
    /// Adopts the plan after a change to what it says.
    pub(super) async fn adopt_with(&self, edit: impl FnOnce(&mut Content) + Send) {
        let viewer = self.viewer("coordinator").await;
        let edited = Plan::edit(self.db(), &viewer, &self.plan, "plan.goal_changed", |content, _| {
            edit(content);
            Ok(())
        });
        edited.await.unwrap();
        let page = self.browser("coordinator").await.post(&self.at("/adoptions"), &super::life::DECISION).await;
        assert_eq!(page.status, 200, "{}", page.words());
    }

    /// What is expected in a year, as a persona finds it.
    async fn expected_by(&self, who: &str, year: i16) -> Option<Expected> {
        self.expected_besides(who, year, &[]).await
    }

    /// The same where some figures are known already.
    async fn expected_besides(&self, who: &str, year: i16, known: &[Known]) -> Option<Expected> {
        let source = MODULE.expected.unwrap();
        (source.expected)(self.db(), &self.viewer(who).await, &self.plan, year, known).await.unwrap()
    }

    async fn expected(&self, year: i16) -> Expected {
        self.expected_by("coordinator", year).await.unwrap()
    }

    pub(super) async fn unit(&self, name: &str, parent: Option<&str>, kind: UnitKind, answers: Option<Answers>) {
        let (parent, kind) = (parent.map(id), Some(kind));
        let new = NewUnit { id: Some(id(name)), parent, kind, name: name.to_owned(), answers, ..NewUnit::default() };
        new.add(self.db(), Actor::Command("test")).await.unwrap();
    }

    pub(super) async fn group(&self, name: &str, answers: Answers, members: &[&str]) {
        self.unit(name, Some(OWNER), UnitKind::Group, Some(answers)).await;
        self.members(name, members).await;
    }

    pub(super) async fn function(&self, name: &str, unit_kind: &str) -> Id {
        let change = self.db().change(Actor::Command("test")).await.unwrap();
        let function = Function { id: id(name), name: name.to_owned(), unit_kind: unit_kind.to_owned() };
        function.write(&change).await.unwrap();
        change.commit(Event::new("function.added", "function", &function.id)).await.unwrap();
        function.id
    }

    async fn members(&self, group: &str, members: &[&str]) {
        let members: Vec<Id> = members.iter().map(|member| id(member)).collect();
        let group = Unit::find(self.db(), &id(group)).await.unwrap().unwrap();
        group.set_members(self.db(), Actor::Command("test"), &members).await.unwrap();
    }
}

fn item<'a>(expected: &'a Expected, key: &str) -> &'a ExpectedItem {
    expected.items.iter().find(|item| item.key.as_str() == key).unwrap_or_else(|| panic!("{key} is expected"))
}

fn keys(expected: &Expected) -> Vec<&str> {
    expected.items.iter().map(|item| item.key.as_str()).collect()
}

fn from(item: &ExpectedItem) -> Vec<(&str, bool)> {
    item.from.iter().map(|(unit, leads)| (unit.as_str(), *leads)).collect()
}

pub(super) fn party(unit: &str) -> Party {
    Party::Unit { unit: id(unit), name: unit.to_owned() }
}

#[tokio::test]
async fn only_who_writes_an_adopted_plan_finds_what_it_expects() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let source = MODULE.expected.unwrap();
        let subjects = async |who: &str| (source.subjects)(fixture.db(), &fixture.viewer(who).await).await.unwrap();
        assert!(subjects("coordinator").await.is_empty(), "a draft expects nothing");
        assert!(fixture.expected_by("coordinator", 2025).await.is_none());
        fixture.adopt_with(|_| {}).await;
        let found = subjects("coordinator").await;
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].title.as_str(), found[0].years), ("Trygg i Lindhamn", (2025, 2028)));
        for who in ["decider", "member", "reporter", "principal", "other", "anybody"] {
            assert!(subjects(who).await.is_empty(), "{who}");
            assert!(fixture.expected_by(who, 2025).await.is_none(), "{who}");
        }
        fixture.clock.set("2029-01-10T11:00:00Z".parse().unwrap());
        assert_eq!(subjects("coordinator").await.len(), 1, "its last year is followed up when its time is out");
        let extension = [("to", "2029-06-30"), ("reason", "Nästa plan dröjer.")];
        fixture.browser("decider").await.post(&fixture.at("/extensions"), &extension).await;
        assert_eq!(subjects("coordinator").await[0].years, (2025, 2029));
        assert!(!fixture.expected(2029).await.items.is_empty());
        fixture.browser("decider").await.post(&fixture.at("/closings"), &[("reason", "En ny tar vid.")]).await;
        assert!(subjects("coordinator").await.is_empty());
        assert!(fixture.expected_by("coordinator", 2028).await.is_none());
    }
}

#[tokio::test]
async fn actions_fall_due_by_their_frequency_and_goals_with_them() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        fixture
            .adopt_with(|content| {
                content.rules.report_every = Some(Frequency::AtEnd);
                let actions = &mut content.goals[0].actions;
                actions[0].frequency = Some(Frequency::Tertial);
                actions[1].frequency = Some(Frequency::Once);
                actions[1].time_plan.to = Some("2026-06-30".to_owned());
                actions[2].frequency = None;
                let actions = &mut content.goals[1].actions;
                actions[0].frequency = Some(Frequency::Once);
                actions[0].time_plan.to = None;
                actions[1].frequency = Some(Frequency::AtEnd);
                // Only actions are asked about then, and goals by those who answer for them.
                content.goals[0].measures.clear();
            })
            .await;
        assert_eq!(keys(&fixture.expected(2024).await), [""; 0]);
        assert_eq!(keys(&fixture.expected(2025).await), ["atgard-1-1", "mal-1"]);
        assert_eq!(keys(&fixture.expected(2026).await), ["atgard-1-1", "atgard-1-2", "mal-1"]);
        let last = fixture.expected(2028).await;
        assert_eq!(keys(&last), ["atgard-1-1", "atgard-1-3", "atgard-2-1", "atgard-2-2", "mal-1", "mal-2"]);
        assert_eq!(last.unknown, ["Föreningarna"]);
        assert_eq!(item(&last, "atgard-1-3").from, [], "nobody in the register answers");
        assert_eq!(keys(&fixture.expected(2029).await), [""; 0]);
        let item = item(&last, "atgard-2-2");
        assert_eq!(item.section, Some((id("mal-2"), "2 Trygga platser hemma och ute".to_owned())));
        assert_eq!(item.href, Some(fixture.at("/actions/atgard-2-2")));
        assert!(fixture.browser("coordinator").await.get(&fixture.at("/actions/atgard-2-2")).await.status == 200);
    }
}

#[tokio::test]
async fn groups_are_opened_up_as_they_say_ended_units_followed_and_each_answers_once() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        fixture.unit("gamla-skolan", Some(OWNER), UnitKind::SchoolUnit, None).await;
        fixture.unit("nedlagda-skolan", Some(OWNER), UnitKind::SchoolUnit, None).await;
        for (name, successor) in [("gamla-skolan", Some(id("bjorkdalsskolan"))), ("nedlagda-skolan", None)] {
            let unit = Unit::find(fixture.db(), &id(name)).await.unwrap().unwrap();
            unit.end(fixture.db(), Actor::Command("test"), date(2025, 1, 31), successor.as_ref()).await.unwrap();
        }
        fixture.group("inre", Answers::Each, &[LEISURE, "polisen-lindhamn"]).await;
        let all = [LEISURE, SOCIAL, "gamla-skolan", "nedlagda-skolan", "inre"];
        fixture.group("alla", Answers::Each, &all).await;
        fixture.members("inre", &[LEISURE, "polisen-lindhamn", "alla"]).await;
        fixture.group("plattformen", Answers::One, &[LEISURE, SOCIAL]).await;
        fixture.group("tomma-gruppen", Answers::Each, &[]).await;
        fixture.unit("ekviksskolan", Some("ekvik"), UnitKind::SchoolUnit, None).await;
        let (rektor, domare) =
            (fixture.function("rektor", "school_unit").await, fixture.function("domare", "county").await);
        let function = |function: &Id| Party::Function { function: function.clone(), name: function.to_string() };
        fixture
            .adopt_with(|content| {
                let actions = &mut content.goals[0].actions;
                actions[0].lead = Some(party(SOCIAL));
                actions[0].co_responsible = vec![party("alla"), party("plattformen"), party(SOCIAL)];
                actions[1].lead = None;
                actions[1].co_responsible = vec![function(&rektor), function(&domare), party("nedlagda-skolan")];
                actions[2].co_responsible = vec![party("tomma-gruppen"), party("nedlagda-skolan")];
            })
            .await;
        let expected = fixture.expected(2025).await;
        let social = [(SOCIAL, true), (LEISURE, false), ("bjorkdalsskolan", false), ("polisen-lindhamn", false)];
        assert_eq!(from(item(&expected, "atgard-1-1")), [&social[..], &[("plattformen", false)]].concat());
        assert_eq!(
            from(item(&expected, "atgard-1-2")),
            [("bjorkdalsskolan", false)],
            "not Ekvik's, not the ended ones"
        );
        assert_eq!(expected.unknown, ["domare", "nedlagda-skolan", "Föreningarna", "tomma-gruppen"]);
        assert_eq!(from(item(&expected, "mal-1")), from(item(&expected, "atgard-1-1")));
    }
}

#[tokio::test]
async fn what_is_counted_for_a_goal_is_asked_of_the_owner_alone() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        fixture.adopt_with(|content| content.goals[0].actions[1].co_responsible.push(party(OWNER))).await;
        let expected = fixture.expected(2026).await;
        let (bodies, owner) = (item(&expected, "mal-1"), item(&expected, "mal-1-owner"));
        assert_eq!(from(bodies), [(SOCIAL, true), (LEISURE, false)], "the owner answers once, in its own item");
        assert_eq!(from(owner), [(OWNER, true)]);
        assert_eq!(bodies.section, owner.section);
        let keys = |item: &ExpectedItem| item.form.fields().map(|field| field.key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(bodies), ["assessment", "reason"]);
        assert_eq!(keys(owner), ["i-indikator-1", "assessment", "reason"]);
        assert_eq!(from(item(&expected, "mal-2")), [("polisen-lindhamn", true), (OWNER, true)]);
    }
}

#[tokio::test]
async fn what_is_known_from_elsewhere_is_not_asked() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        fixture.adopt_with(|content| content.goals[0].actions[1].co_responsible.push(party(OWNER))).await;
        let from = Message::new("reports-known-outside").with("title", "Trygghet").with("origin", "Skolenkäten");
        let known = Known { series: "indikator-1".to_owned(), from: from.clone() };
        let other = Known { series: "en-annan".to_owned(), from: from.clone() };
        let expected = fixture.expected_besides("coordinator", 2026, &[known, other]).await.unwrap();
        assert_eq!(expected.not_asked.len(), 1, "and nothing is said of what would not have been asked");
        assert_eq!(expected.not_asked[0].from, from);
        assert!(!expected.items.iter().any(|item| item.form.field("i-indikator-1").is_some()));
        assert!(!keys(&expected).contains(&"mal-1-owner"), "nothing is left to ask the owner apart");
        let bodies = item(&expected, "mal-1");
        assert_eq!(from_units(bodies), [SOCIAL, LEISURE, OWNER], "so the owner assesses like everybody");
        assert!(fixture.expected(2026).await.not_asked.is_empty());
    }
}

fn from_units(item: &ExpectedItem) -> Vec<&str> {
    item.from.iter().map(|(unit, _)| unit.as_str()).collect()
}
