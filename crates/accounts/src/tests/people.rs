//! People, roles, invitations, deputies and handing over, by people with contrasting rights.

use axum::http::StatusCode;
use base::Id;
use db::Queries;
use db::testing::engines;
use identity::{Role, UnitKind};
use jiff::ToSpan;
use web::testing::{Browser, Page};

use super::credentials::set_up;
use super::stage::{Stage, keep, stage};

/// A form that gives a role, filled in.
fn role<'a>(unit: &'a str, role: &'a str, reach: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("unit", unit), ("role", role), ("reach", reach)]
}

async fn add(admin: &mut Browser, name: &str, email: &str, unit: &str, what: &str) -> String {
    let fields = [vec![("name", name), ("email", email)], role(unit, what, "below")].concat();
    let page = admin.post("/organisation/people", &fields).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    page.path.rsplit('/').next().unwrap().to_owned()
}

/// Whether the next page comes with a new token: what the person may do has changed.
async fn is_renewed(browser: &mut Browser) -> bool {
    let token = browser.cookie_value("session").unwrap().to_owned();
    assert_eq!(browser.get("/account").await.path, "/account");
    browser.cookie_value("session").unwrap() != token
}

/// Whether the person has once had all they need to sign in.
async fn is_joined(stage: &Stage, person: &str) -> bool {
    let sql = "SELECT COUNT(*) FROM person WHERE id = $1 AND joined_at IS NOT NULL";
    stage.db.number(sql, db::values![person]).await.unwrap() == 1
}

/// The first role of a person.
async fn role_of(stage: &Stage, person: &str) -> String {
    let sql = "SELECT id FROM person_role WHERE person_id = $1 ORDER BY id";
    stage.db.texts(sql, db::values![person]).await.unwrap().remove(0)
}

fn refusal(page: &Page) -> (u16, String) {
    (page.status.as_u16(), page.all("h1").join(" "))
}

#[tokio::test]
async fn somebody_is_added_invited_and_signs_in_with_a_link_that_works_once() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut admin = stage.browser("city-admin").await;
        keep("people-empty-form", &admin.get("/organisation/people/new?unit=school").await);
        let id = add(&mut admin, "Nora Nyström", "Nora@Exempel.se", "school", "principal").await;
        keep("person", &admin.get(&format!("/organisation/people/{id}")).await);
        let made = admin.post(&format!("/organisation/people/{id}/invitations"), &[]).await;
        keep("invitation-made", &made);
        let link = made.all("#invitation-link").remove(0).replace("http://localhost:3000", "");
        keep("invitations", &admin.get("/organisation/invitations").await);
        let stored = stage.db.texts("SELECT token_hash FROM invitation", db::values![]).await.unwrap();
        assert!(!link.contains(&stored[0]), "only a hash is stored");
        let mut nora = stage.anybody();
        for _ in 0..2 {
            let page = nora.get(&link).await;
            assert!(page.words().contains("Rektor, Ängsskolan"), "{}", page.words());
            keep("invited", &page);
        }
        assert_eq!(nora.post(&link, &[]).await.path, "/account/set-up");
        // Whoever comes by a link and leaves before choosing a password can be invited anew.
        assert!(!is_joined(&stage, &id).await);
        set_up(&stage, &mut nora).await;
        assert!(is_joined(&stage, &id).await);
        assert!(nora.get("/account").await.all("aside dd").contains(&"nora@exempel.se".to_owned()));
        assert_eq!(stage.anybody().post(&link, &[]).await.status, StatusCode::GONE);
        let again = admin.post(&format!("/organisation/people/{id}/invitations"), &[]).await;
        assert_eq!(refusal(&again), (409, "Personen har redan loggat in".to_owned()));
        for kind in ["person.added", "person.role_given", "invitation.made", "session.started"] {
            assert_eq!(stage.events(kind).await, 1 + i64::from(kind == "person.added") * 4 + sessions(kind), "{kind}");
        }
    }
}

/// Sessions besides the one that is asked for: the administrator's own.
fn sessions(kind: &str) -> i64 {
    i64::from(kind == "session.started")
}

#[tokio::test]
async fn an_old_a_withdrawn_and_a_renewed_invitation_no_longer_work() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut admin = stage.browser("city-admin").await;
        let id = add(&mut admin, "Nora Nyström", "nora@exempel.se", "school", "staff").await;
        let invite = format!("/organisation/people/{id}/invitations");
        let link = |page: &Page| page.all("#invitation-link").remove(0).replace("http://localhost:3000", "");
        let replaced = link(&admin.post(&invite, &[]).await);
        let row = stage.db.texts("SELECT id FROM invitation", db::values![]).await.unwrap().remove(0);
        let renewed = link(&admin.post(&format!("/organisation/invitations/{row}/renewals"), &[]).await);
        assert_eq!(stage.anybody().get(&replaced).await.status, StatusCode::GONE);
        assert_eq!(stage.anybody().get(&renewed).await.status, StatusCode::OK);
        let sql = "SELECT id FROM invitation WHERE withdrawn_at IS NULL";
        let row = stage.db.texts(sql, db::values![]).await.unwrap().remove(0);
        let mut other = stage.browser("other-admin").await;
        let foreign = other.post(&format!("/organisation/invitations/{row}/withdrawals"), &[]).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        admin.post(&format!("/organisation/invitations/{row}/withdrawals"), &[]).await;
        assert_eq!(stage.anybody().get(&renewed).await.status, StatusCode::GONE);
        let late = link(&admin.post(&invite, &[]).await);
        stage.clock.set(stage.clock.now() + (7 * 24).hours());
        assert_eq!(stage.anybody().post(&late, &[]).await.status, StatusCode::GONE);
        assert_eq!(stage.events("session.started").await, 2, "the two administrators'");
    }
}

#[tokio::test]
async fn w5_an_invitation_is_no_way_round_the_credentials_of_whoever_has_made_them() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut admin = stage.browser("city-admin").await;
        let id = add(&mut admin, "Nora Nyström", "nora@exempel.se", "school", "staff").await;
        let invite = format!("/organisation/people/{id}/invitations");
        let link = |page: &Page| page.all("#invitation-link").remove(0).replace("http://localhost:3000", "");
        let mut nora = stage.anybody();
        nora.post(&link(&admin.post(&invite, &[]).await), &[]).await;
        let second = link(&admin.post(&invite, &[]).await);
        assert_eq!(stage.anybody().get(&second).await.status, StatusCode::OK, "she has not made any yet");
        super::credentials::set_up(&stage, &mut nora).await;
        assert_eq!(stage.anybody().get(&second).await.status, StatusCode::GONE);
        let mut stranger = stage.anybody();
        assert_eq!(stranger.post(&second, &[]).await.status, StatusCode::GONE);
        assert_eq!(stranger.get("/account").await.path, "/sign-in?back=%2Faccount");
        assert_eq!(nora.get("/account").await.path, "/account");
    }
}

#[tokio::test]
async fn an_address_is_changed_only_a_moment_after_signing_in() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut admin = stage.browser("city-admin").await;
        let edit = "/organisation/people/reporter/edit";
        assert_eq!(admin.get(edit).await.path, edit);
        stage.clock.set(stage.clock.now() + 16.minutes());
        let fields = |email: &'static str| [("name", "Rut Nysson"), ("email", email), ("revision", "1")];
        let page = admin.post("/organisation/people/reporter", &fields("ny@exempel.se")).await;
        assert!(page.path.starts_with("/sign-in?again=yes&back=%2Forganisation%2Fpeople%2F"), "{}", page.path);
        assert!(admin.get(edit).await.path.starts_with("/sign-in?again=yes"));
        assert_eq!(stage.events("person.changed").await, 0);
        let page = admin.post("/organisation/people/reporter", &fields("reporter@exempel.se")).await;
        assert_eq!(page.path, "/organisation/people/reporter", "the name alone lets nobody in");
    }
}

#[tokio::test]
async fn a_reset_takes_back_open_invitations() {
    let stage = stage(db::Engine::Sqlite, false).await;
    let mut admin = stage.browser("city-admin").await;
    let id = add(&mut admin, "Nora Nyström", "nora@exempel.se", "school", "staff").await;
    let page = admin.post(&format!("/organisation/people/{id}/invitations"), &[]).await;
    let link = page.all("#invitation-link").remove(0).replace("http://localhost:3000", "");
    crate::credentials::reset(&stage.db, super::stage::COMMAND, &base::Id::parse(&id).unwrap()).await.unwrap();
    assert_eq!(stage.anybody().get(&link).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn w4_a_closed_account_is_signed_out_at_once_and_its_links_are_dead() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut admin = stage.browser("city-admin").await;
        let mut reporter = stage.browser("reporter").await;
        assert_eq!(reporter.get("/account").await.path, "/account");
        keep("deactivation", &admin.get("/organisation/people/reporter/deactivations/new").await);
        admin.post("/organisation/people/reporter/deactivations", &[]).await;
        assert_eq!(reporter.get("/account").await.path, "/sign-in?back=%2Faccount");
        let sql = "SELECT COUNT(*) FROM session WHERE person_id = 'reporter'";
        assert_eq!(stage.db.number(sql, db::values![]).await.unwrap(), 0);
        let words = |page: Page| page.all("tbody th").contains(&"Rut Rapportörsdotter".to_owned());
        assert!(!words(admin.get("/organisation/people").await));
        assert!(words(admin.get("/organisation/people?state=closed").await));
        admin.post("/organisation/people/reporter/reactivations", &[]).await;
        assert_eq!(reporter.get("/account").await.path, "/sign-in?back=%2Faccount", "an old token stays dead");
        assert_eq!(stage.browser("reporter").await.get("/account").await.path, "/account");
        assert_eq!((stage.events("person.deactivated").await, stage.events("person.reactivated").await), (1, 1));
    }
}

#[tokio::test]
async fn the_last_administrator_is_neither_closed_nor_relieved() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut admin = stage.browser("city-admin").await;
        let own = role_of(&stage, "city-admin").await;
        let end = format!("/organisation/people/city-admin/roles/{own}/closure");
        let at_once = [("when", "at-once"), ("last_day", "")];
        let last = (409, "Ingen annan är administratör där".to_owned());
        assert_eq!(refusal(&admin.post(&end, &at_once).await), last);
        let myself = admin.post("/organisation/people/city-admin/deactivations", &[]).await;
        assert_eq!(refusal(&myself), (409, "Du kan inte stänga ditt eget konto".to_owned()));
        // Whoever administers a part, or for a time, does not keep the whole.
        admin.post("/organisation/people/coordinator/roles", &role("board", "administrator", "below")).await;
        let time = [role("city", "administrator", "below"), vec![("valid_to", "2025-12-31")]].concat();
        admin.post("/organisation/people/reporter/roles", &time).await;
        assert_eq!(refusal(&admin.post(&end, &at_once).await), last);
        let id = add(&mut admin, "Nora Nyström", "nora@exempel.se", "city", "administrator").await;
        let mut nora = stage.browser(&id).await;
        assert_eq!(nora.post("/organisation/people/city-admin/deactivations", &[]).await.status, StatusCode::OK);
        let own = role_of(&stage, &id).await;
        let end = format!("/organisation/people/{id}/roles/{own}/closure");
        assert_eq!(refusal(&nora.post(&end, &at_once).await), last);
    }
}

#[tokio::test]
async fn nobody_gives_more_than_their_own_reach() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        stage.person("board-admin", "Bea Nämndadministratör", Role::Administrator, "board").await;
        let mut admin = stage.browser("board-admin").await;
        let give = "/organisation/people/reporter/roles";
        for unit in ["city", "other"] {
            assert_eq!(admin.post(give, &role(unit, "staff", "own")).await.status, StatusCode::FORBIDDEN, "{unit}");
        }
        let all = admin.post(give, &role("board", "auditor", "all")).await;
        assert_eq!(all.status, StatusCode::FORBIDDEN, "all units of the installation are beyond the board");
        let never = admin.post(give, &role("board", "staff", "all")).await;
        assert_eq!(never.status, StatusCode::UNPROCESSABLE_ENTITY, "staff never goes that far");
        assert_eq!(admin.post(give, &role("school", "staff", "own")).await.status, StatusCode::OK);
        assert_eq!(stage.events("person.role_given").await, 1);
        // The coordinator of the whole city is not the board's to see, nor anybody of another city.
        for person in ["coordinator", "city-admin", "other-admin"] {
            let page = admin.get(&format!("/organisation/people/{person}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{person}");
        }
        let listed = admin.get("/organisation/people").await;
        assert_eq!(listed.all("#people tbody th"), ["Bea Nämndadministratör", "Rut Rapportörsdotter"]);
        keep("people", &listed);
    }
}

#[tokio::test]
async fn who_also_works_elsewhere_keeps_their_account_from_either_administrator() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        stage.person("both", "Berit Bådasson", Role::Staff, "city").await;
        let mut operator = stage.browser("other-admin").await;
        let change = stage.db.change(super::stage::COMMAND).await.unwrap();
        let (both, other) = (Id::parse("both").unwrap(), Id::parse("other").unwrap());
        identity::Assignment::new(&both, Role::Staff, &other).write(&change).await.unwrap();
        change.commit(db::Event::new("person.role_given", "person", &both)).await.unwrap();
        let page = operator.get("/organisation/people/both").await;
        assert_eq!(page.all("#roles ~ * tbody th, tbody th"), ["Personal"], "roles elsewhere are not shown");
        assert!(!page.words().contains("Exempelstad"), "{}", page.words());
        for path in ["edit", "deactivations/new", "delegations/new"] {
            let page = operator.get(&format!("/organisation/people/both/{path}")).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
        }
        let fields = [("name", "X"), ("email", "x@exempel.se"), ("revision", "1")];
        assert_eq!(operator.post("/organisation/people/both", &fields).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn two_who_change_a_person_at_once_do_not_overwrite_each_other_and_an_address_is_one_persons() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut admin = stage.browser("city-admin").await;
        let change = |name: &'static str, email: &'static str, revision: &'static str| {
            [("name", name), ("email", email), ("revision", revision)]
        };
        let path = "/organisation/people/reporter";
        assert_eq!(admin.post(path, &change("Rut R", "rut@exempel.se", "1")).await.path, path);
        assert_eq!(admin.post(path, &change("Rut S", "rut@exempel.se", "1")).await.status, StatusCode::CONFLICT);
        let taken = admin.post(path, &change("Rut R", "coordinator@exempel.se", "2")).await;
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(taken.all("#email-error, .field__error").len(), 1, "{}", taken.words());
        let wrong = admin.post(path, &change("", "rut", "2")).await;
        assert_eq!(wrong.all(".field__error").len(), 2, "{}", wrong.words());
    }
}

#[tokio::test]
async fn a_deputy_has_the_roles_for_a_time_and_it_shows_whose_they_are() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut coordinator = stage.browser("coordinator").await;
        let mut reporter = stage.browser("reporter").await;
        assert!(!stage.viewer("reporter").await.may_somewhere(identity::Verb::Write));
        assert!(!is_renewed(&mut reporter).await);
        keep("delegation-new", &coordinator.get("/delegations/new").await);
        let fields = |deputy: &'static str, from: &'static str, to: &'static str| {
            [("deputy", deputy), ("valid_from", from), ("valid_to", to)]
        };
        for wrong in [
            fields("other-admin@exempel.se", "2025-03-01", "2025-03-31"),
            fields("nobody@exempel.se", "2025-03-01", "2025-03-31"),
            fields("coordinator@exempel.se", "2025-03-01", "2025-03-31"),
            fields("reporter@exempel.se", "2025-03-31", "2025-03-01"),
            fields("reporter@exempel.se", "2025-03-01", "2027-03-01"),
        ] {
            let page = coordinator.post("/delegations", &wrong).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        }
        let page = coordinator.post("/delegations", &fields("Reporter@exempel.se", "2025-03-01", "2025-03-31")).await;
        keep("delegations", &page);
        assert!(is_renewed(&mut reporter).await);
        let viewer = stage.viewer("reporter").await;
        assert!(viewer.may(identity::Verb::Write, "/city/"));
        let account = reporter.get("/account").await;
        assert_eq!(account.all("tbody th")[..2], ["Rapportör", "Samordnare (för Sam Ordnarsson)"]);
        keep("account-deputy", &account);
        // The administrator's role is not handed on, and what was handed on is not handed on again.
        let mut admin = stage.browser("city-admin").await;
        admin.post("/delegations", &fields("reporter@exempel.se", "2025-03-01", "2025-03-31")).await;
        assert!(!stage.viewer("reporter").await.may_somewhere(identity::Verb::Administer));
        reporter.post("/delegations", &fields("city-admin@exempel.se", "2025-03-01", "2025-03-31")).await;
        let held = stage.viewer("city-admin").await.roles;
        assert_eq!(held.iter().map(|held| held.role).collect::<Vec<_>>(), [Role::Administrator, Role::Reporter]);
        stage.clock.set("2025-04-01T12:00:00Z".parse().unwrap());
        assert!(!stage.viewer("reporter").await.may_somewhere(identity::Verb::Write));
    }
}

#[tokio::test]
async fn a_delegation_is_ended_by_whoever_was_away_and_by_no_stranger() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut coordinator = stage.browser("coordinator").await;
        let fields = [("deputy", "reporter@exempel.se"), ("valid_from", "2025-03-01"), ("valid_to", "2025-03-31")];
        coordinator.post("/delegations", &fields).await;
        let id = stage.db.texts("SELECT id FROM delegation", db::values![]).await.unwrap().remove(0);
        let end = format!("/delegations/{id}/closings");
        for stranger in ["other-admin", "reporter"] {
            assert_eq!(stage.browser(stranger).await.post(&end, &[]).await.status, StatusCode::NOT_FOUND, "{stranger}");
        }
        let mut reporter = stage.browser("reporter").await;
        assert!(!is_renewed(&mut reporter).await);
        assert_eq!(coordinator.post(&end, &[]).await.path, "/delegations");
        assert!(is_renewed(&mut reporter).await);
        assert!(!stage.viewer("reporter").await.may_somewhere(identity::Verb::Write));
    }
}

#[tokio::test]
async fn who_comes_after_finds_the_hand_over_among_their_work_until_it_is_taken() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        stage.unit("side", Some("district"), UnitKind::SchoolUnit, "Bredvidskolan").await;
        let mut admin = stage.browser("city-admin").await;
        let old = add(&mut admin, "Gunvor Gamling", "gunvor@exempel.se", "school", "principal").await;
        let role = role_of(&stage, &old).await;
        let end = format!("/organisation/people/{old}/roles/{role}/closure");
        keep("role-closure", &admin.get(&end).await);
        let early = admin.post(&end, &[("when", "later"), ("last_day", "2025-02-01")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        admin.post(&end, &[("when", "later"), ("last_day", "2025-03-15")]).await;
        let mut gunvor = stage.browser(&old).await;
        let work = gunvor.get("/").await;
        assert!(work.words().contains("Skriv till den som tar över efter dig"), "{}", work.words());
        let note = [("text", "Nyckeln hänger i skåpet.\r\nRing kuratorn först.")];
        let page = gunvor.post(&format!("/handovers/{role}/notes"), &note).await;
        keep("handover-predecessor", &page);
        assert!(!gunvor.get("/").await.words().contains("Skriv till den"));
        stage.clock.set("2025-03-17T12:00:00Z".parse().unwrap());
        let mut admin = stage.browser("city-admin").await;
        let new = add(&mut admin, "Nora Nyström", "nora@exempel.se", "school", "principal").await;
        let side = add(&mut admin, "Sune Sidström", "sune@exempel.se", "side", "principal").await;
        let mut nora = stage.browser(&new).await;
        assert!(nora.get("/").await.words().contains("Ta över efter Gunvor Gamling"));
        let page = nora.get(&format!("/handovers/{role}")).await;
        assert!(page.words().contains("Ring kuratorn först."), "{}", page.words());
        keep("handover", &page);
        let mut sune = stage.browser(&side).await;
        assert!(!sune.get("/").await.words().contains("Ta över"));
        for mut stranger in [sune, stage.browser("other-admin").await, stage.browser("reporter").await] {
            assert_eq!(stranger.get(&format!("/handovers/{role}")).await.status, StatusCode::NOT_FOUND);
            let taken = stranger.post(&format!("/handovers/{role}/receipts"), &[]).await;
            assert_eq!(taken.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(nora.post(&format!("/handovers/{role}/notes"), &note).await.status, StatusCode::FORBIDDEN);
        assert_eq!(nora.post(&format!("/handovers/{role}/receipts"), &[]).await.path, "/");
        assert!(!nora.get("/").await.words().contains("Ta över efter"));
        assert_eq!((stage.events("handover.written").await, stage.events("handover.received").await), (1, 1));
    }
}

#[tokio::test]
async fn functions_are_added_and_renamed_where_nobody_else_uses_them() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut admin = stage.browser("city-admin").await;
        let new = [("name", "Trygghetssamordnare"), ("unit_kind", "school_unit")];
        let page = admin.post("/organisation/functions", &new).await;
        keep("functions", &page);
        assert_eq!(page.path, "/organisation/functions");
        let again = admin.post("/organisation/functions", &new).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let id = stage.db.texts("SELECT id FROM job_function", db::values![]).await.unwrap().remove(0);
        let edit = format!("/organisation/functions/{id}");
        let fields = [role("school", "staff", "own"), vec![("function", id.as_str())]].concat();
        assert_eq!(admin.post("/organisation/people/reporter/roles", &fields).await.status, StatusCode::OK);
        let mut other = stage.browser("other-admin").await;
        assert_eq!(other.post(&edit, &[("name", "Kapad")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(admin.post(&edit, &[("name", "Trygghetslots")]).await.path, "/organisation/functions");
        assert!(stage.anybody().get("/organisation/functions").await.words().contains("Trygghetslots"));
    }
}

#[tokio::test]
async fn the_page_of_permissions_says_what_the_checks_do() {
    let stage = stage(db::Engine::Sqlite, false).await;
    let mut admin = stage.browser("city-admin").await;
    let page = admin.get("/organisation/permissions?unit=school").await;
    keep("permissions", &page);
    let heads = page.all("tbody th");
    assert_eq!(
        heads[..3],
        ["Rut Rapportörsdotter", "Ada Administratörsson", "Sam Ordnarsson"],
        "who gets to the school"
    );
    assert_eq!(heads.len(), 3 + Role::ALL.len());
    for ((_, rights), shown) in identity::RIGHTS.iter().zip(page.all("#rights tbody td:last-child")) {
        let may = shown.split(" – ").next().unwrap_or_default();
        assert_eq!(may.split(", ").count(), rights.len(), "{shown}");
    }
    let mut other = stage.browser("other-admin").await;
    assert_eq!(other.get("/organisation/permissions?unit=school").await.status, StatusCode::FORBIDDEN);
}
