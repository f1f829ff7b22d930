//! What a form expects of whom, and who may ask.

use db::testing::engines;
use identity::NewUnit;

use super::fixture::{Fixture, id};
use crate::form::expected::SOURCE;
use crate::form::{OwnForm, Reach};

#[tokio::test]
async fn a_published_form_is_expected_once_from_every_unit_of_its_kind_below_its_owner() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let coordinator = fixture.viewer("coordinator").await;
        let ask = |year| (SOURCE.expected)(fixture.db(), &coordinator, &fixture.form, year, &[]);
        assert!(ask(2024).await.unwrap().is_none(), "nobody is asked with a draft");
        assert!((SOURCE.subjects)(fixture.db(), &coordinator).await.unwrap().is_empty());

        fixture.publish().await;
        let subjects = (SOURCE.subjects)(fixture.db(), &coordinator).await.unwrap();
        let named: Vec<(&str, &str)> =
            subjects.iter().map(|subject| (subject.title.as_str(), subject.owner_name.as_str())).collect();
        assert_eq!(named, [("Statistik om våld", "Lindhamns kommun")]);
        assert_eq!(subjects[0].years, (2024, 2026));

        let expected = ask(2024).await.unwrap().expect("what is expected");
        let [item] = expected.items.as_slice() else { panic!("one item") };
        assert_eq!((&item.key, item.kind, item.minutes), (&fixture.form, "form", 45));
        assert_eq!(item.form, fixture.definition(1).await);
        let from: Vec<&str> = item.from.iter().map(|(unit, _)| unit.as_str()).collect();
        assert_eq!(from, ["fritidsforvaltningen", "socialforvaltningen"], "in Swedish order, and nobody elsewhere");

        // A unit that has come since is asked the next time; one that is gone is not.
        let new = NewUnit {
            id: Some(id("nya")),
            parent: Some(id("lindhamn")),
            kind: Some(identity::UnitKind::Administration),
            name: "Arbetsmarknadsförvaltningen".to_owned(),
            valid_from: Some("2025-04-01".to_owned()),
            ..NewUnit::default()
        };
        new.add(fixture.db(), db::Actor::Command("test")).await.unwrap();
        let change = fixture.db().change(db::Actor::Command("test")).await.unwrap();
        change.update("unit", &id("fritidsforvaltningen"), vec![("valid_to", "2025-02-28".into())]).await.unwrap();
        change.commit(db::Event::new("unit.ended", "unit", &id("fritidsforvaltningen"))).await.unwrap();
        let expected = ask(2024).await.unwrap().unwrap();
        assert_eq!(expected.items[0].from, [(id("socialforvaltningen"), false)], "nobody leads");
    }
}

#[tokio::test]
async fn nobody_else_may_open_a_round_about_it() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        fixture.publish().await;
        for who in ["anybody", "member", "reporter", "other"] {
            let viewer = fixture.viewer(who).await;
            assert!((SOURCE.subjects)(fixture.db(), &viewer).await.unwrap().is_empty(), "{who}");
            assert!(
                (SOURCE.expected)(fixture.db(), &viewer, &fixture.form, 2024, &[]).await.unwrap().is_none(),
                "{who}"
            );
        }
        let mut coordinator = fixture.browser("coordinator").await;
        coordinator.post(&fixture.at("/closings"), &[]).await;
        let viewer = fixture.viewer("coordinator").await;
        assert!((SOURCE.subjects)(fixture.db(), &viewer).await.unwrap().is_empty(), "a closed form asks nobody");
        assert!((SOURCE.expected)(fixture.db(), &viewer, &fixture.form, 2024, &[]).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_form_may_ask_in_the_whole_municipality_of_its_owner() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let change = fixture.db().change(db::Actor::Command("test")).await.unwrap();
        let columns = vec![("owner_id", "socialforvaltningen".into())];
        change.update("form", &fixture.form, columns).await.unwrap();
        change.commit(db::Event::new("form.settings_changed", "form", &fixture.form)).await.unwrap();
        let coordinator = fixture.viewer("coordinator").await;
        let form = async || OwnForm::find(fixture.db(), &coordinator, &fixture.form).await.unwrap().unwrap();
        let units = async || form().await.units(fixture.db()).await.unwrap();
        assert_eq!(units().await, [id("socialforvaltningen")], "of its own");
        let mut browser = fixture.browser("coordinator").await;
        let settings = format!("/forms/{}/settings", fixture.form);
        let page = browser.get(&settings).await;
        assert_eq!(page.attributes("input[name=reach][checked]", "value"), ["below"]);
        let revision = page.attributes("input[name=revision]", "value")[0].clone();
        let fields = |kind, reach| {
            [("title", "Statistik"), ("unit_kind", kind), ("reach", reach), ("minutes", "45"), ("revision", &revision)]
        };
        let page = browser.post(&settings, &fields("administration", "area")).await;
        assert!(page.text().contains("Alla i kommunen, regionen eller länet"), "{}", page.text());
        assert_eq!(units().await, [id("fritidsforvaltningen"), id("socialforvaltningen")]);
        assert_eq!(form().await.reach, Reach::Area);
        let revision = form().await.revision.to_string();
        let none = [("title", "S"), ("unit_kind", "region"), ("minutes", "45"), ("revision", &revision)];
        let page = browser.post(&settings, &none).await;
        assert!(page.words().contains("Ingen får formuläret"), "{}", page.words());
    }
}
