//! Signing in through a provider: the straight way, and every crooked one that is to lead nowhere.

use axum::http::StatusCode;
use base::Id;
use db::testing::engines;
use db::{Engine, Queries, values};
use federation::{Mapping, Provider};
use identity::Role;
use jiff::ToSpan;
use serde_json::{Value, json};
use web::testing::{Browser, Page};

use super::provider::{Fake, Manner, SECRET};
use super::stage::{Stage, keep, stage_with_providers};

/// A stage whose city has a provider.
async fn stage(engine: Engine, change: fn(Provider) -> Provider) -> (Stage, Fake) {
    let fake = Fake::start().await;
    let stage = stage_with_providers(engine, vec![change(fake.provider())]).await;
    fake.keep_time(&stage.clock);
    (stage, fake)
}

/// Goes to the provider, signs in there and comes back.
async fn come(browser: &mut Browser, fake: &Fake) -> Page {
    let away = browser.get("/sign-in/with/city?back=/account").await.path;
    browser.get(&fake.sign_in(&away)).await
}

/// Why the last sign-in was refused, as the log has it.
async fn last_reason(stage: &Stage) -> String {
    let sql = "SELECT detail FROM audit_event WHERE kind = 'sign_in.refused' ORDER BY position DESC LIMIT 1";
    let detail: Value = serde_json::from_str(&stage.db.texts(sql, values![]).await.unwrap()[0]).unwrap();
    assert_eq!(detail["provider"], "city");
    detail["reason"].as_str().unwrap().to_owned()
}

async fn roles(stage: &Stage, person: &str) -> Vec<String> {
    let sql = "SELECT r.role || ' ' || r.unit_id FROM person_role r WHERE r.person_id = $1 AND r.valid_to IS NULL \
        ORDER BY r.role, r.unit_id";
    stage.db.texts(sql, values![person]).await.unwrap()
}

fn mapping(value: &str, role: Role, unit: &str) -> Mapping {
    Mapping {
        claim: "groups".to_owned(),
        value: value.to_owned(),
        role: role.as_str().to_owned(),
        unit: unit.to_owned(),
        function: None,
        reach: "own".to_owned(),
    }
}

#[tokio::test]
async fn whoever_is_known_by_address_comes_in_and_is_known_by_key_from_then_on() {
    for engine in engines() {
        let (stage, fake) = stage(engine, |provider| provider).await;
        let mut browser = stage.anybody();
        let page = browser.get("/sign-in?back=/account").await;
        assert_eq!(page.all("main a.button--primary"), ["Logga in med Exempelstad"]);
        keep("sign-in-with-provider", &page);
        let page = come(&mut browser, &fake).await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/account"));
        assert!(page.all("aside dd").contains(&"Sam Ordnarsson".to_owned()));
        assert_eq!(stage.db.texts("SELECT way FROM session", values![]).await.unwrap(), ["provider"]);
        fake.behave(Manner::Usual, json!({ "email": "new-address@annat.se", "email_verified": false }));
        assert_eq!(come(&mut stage.anybody(), &fake).await.path, "/account");
        assert_eq!((stage.events("person.linked").await, stage.events("session.started").await), (1, 2));
        let kept = stage.db.texts("SELECT key_hash FROM outside_identity", values![]).await.unwrap();
        assert!(kept.len() == 1 && !kept[0].contains("sam"), "{kept:?}");
    }
}

#[tokio::test]
async fn what_a_provider_says_wrongly_leads_nowhere_and_is_noted() {
    let (stage, fake) = stage(Engine::Sqlite, |provider| provider).await;
    let now = fake.now();
    let cases = [
        (Manner::Usual, json!({ "iss": "https://login.annat.se" }), "wrong-issuer"),
        (Manner::Usual, json!({ "aud": "another-application" }), "wrong-audience"),
        (Manner::Usual, json!({ "aud": ["tryggbas-test", "another-application"] }), "wrong-audience"),
        (Manner::Usual, json!({ "nonce": "of-another-sign-in" }), "wrong-nonce"),
        (Manner::Usual, json!({ "nonce": null }), "wrong-nonce"),
        (Manner::Usual, json!({ "exp": now - 120 }), "wrong-time"),
        (Manner::Usual, json!({ "iat": now + 864_000 }), "wrong-time"),
        (Manner::Usual, json!({ "nbf": now + 864_000 }), "wrong-time"),
        (Manner::Usual, json!({ "sub": null }), "provider-nonsense"),
        (Manner::Usual, json!({ "sub": "000101-0008" }), "personal-number"),
        (Manner::ForeignKey, json!({}), "wrong-signature"),
        (Manner::SharedSecret, json!({}), "wrong-signature"),
        (Manner::Unsigned, json!({}), "wrong-signature"),
        (Manner::NoToken, json!({}), "provider-nonsense"),
        (Manner::RefusesCode, json!({}), "code-refused"),
        (Manner::Nonsense, json!({}), "provider-nonsense"),
        (Manner::Redirects, json!({}), "provider-nonsense"),
        (Manner::Enormous, json!({}), "provider-nonsense"),
    ];
    let count = i64::try_from(cases.len()).unwrap();
    for (manner, claims, reason) in cases {
        fake.behave(Manner::Usual, json!({}));
        let mut browser = stage.anybody();
        let away = browser.get("/sign-in/with/city").await.path;
        fake.behave(manner, claims.clone());
        let page = browser.get(&fake.sign_in(&away)).await;
        assert_eq!(last_reason(&stage).await, reason, "{manner:?} {claims}");
        assert!(page.status.is_client_error() || page.status == StatusCode::BAD_GATEWAY, "{}", page.status);
        assert!(browser.cookie_value("session").is_none(), "{manner:?} {claims}");
        assert!(!page.text().contains("a-code") && !page.text().contains(SECRET));
        assert_eq!(page.path, format!("/sign-in/with/city/refusals/{reason}"));
        keep(&format!("provider-{reason}"), &page);
    }
    assert_eq!((stage.events("sign_in.refused").await, stage.events("session.started").await), (count, 0));
}

#[tokio::test]
async fn a_provider_that_is_out_of_order_is_said_to_be_so_before_anybody_leaves() {
    let (stage, fake) = stage(Engine::Sqlite, |provider| provider).await;
    let cases = [
        (Manner::OutOfOrder, "provider-unreachable", "Exempelstad svarar inte"),
        (Manner::Nonsense, "provider-nonsense", "Svaret från Exempelstad gick inte att lita på"),
        (Manner::OtherIssuer, "wrong-issuer", "Svaret från Exempelstad gick inte att lita på"),
        (Manner::Enormous, "provider-nonsense", "Svaret från Exempelstad gick inte att lita på"),
    ];
    for (manner, reason, title) in cases {
        fake.behave(manner, json!({}));
        let mut browser = stage.anybody();
        let page = browser.get("/sign-in/with/city").await;
        assert_eq!(page.all("h1"), [title], "{manner:?}");
        assert_eq!(page.attributes("main a.button", "href"), ["/sign-in/with/city", "/sign-in/password"]);
        assert_eq!(last_reason(&stage).await, reason);
        assert!(browser.cookie_value("ceremony").is_none());
    }
    let gone = Provider { issuer: "http://127.0.0.1:9".to_owned(), ..fake.provider() };
    let stage = stage_with_providers(Engine::Sqlite, vec![gone]).await;
    assert_eq!(stage.anybody().get("/sign-in/with/city").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(stage.anybody().get("/sign-in/with/unheard-of").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_answer_is_good_once_for_the_browser_that_asked() {
    for engine in engines() {
        let (stage, fake) = stage(engine, |provider| provider).await;
        let mut browser = stage.anybody();
        let away = browser.get("/sign-in/with/city").await.path;
        let back = fake.sign_in(&away);
        for (foreign, mut other) in [
            (back.clone(), stage.anybody()),
            ("/sign-in/with/city/return?code=a-code&state=guessed".to_owned(), browser.clone()),
            ("/sign-in/with/city/return".to_owned(), browser.clone()),
        ] {
            let page = other.get(&foreign).await;
            assert_eq!(page.all("h1"), ["Inloggningen gäller inte längre"], "{foreign}");
            assert_eq!(last_reason(&stage).await, "foreign-state");
        }
        let mut copy = browser.clone();
        assert_eq!(browser.get(&back).await.status, StatusCode::OK);
        assert_eq!(copy.get(&back).await.status, StatusCode::CONFLICT, "the same answer once more");
        let mut late = stage.anybody();
        let back = fake.sign_in(&late.get("/sign-in/with/city").await.path);
        stage.clock.set(stage.clock.now() + 11.minutes());
        assert_eq!(late.get(&back).await.status, StatusCode::CONFLICT);
        assert_eq!(stage.events("session.started").await, 1);
    }
}

#[tokio::test]
async fn a_no_of_the_provider_is_told_in_words() {
    let (stage, fake) = stage(Engine::Sqlite, |provider| provider).await;
    for (extra, reason, status) in [
        ("&error=access_denied&error_description=x", "denied", StatusCode::FORBIDDEN),
        ("&error=server_error", "provider-error", StatusCode::BAD_GATEWAY),
        ("&iss=https%3A%2F%2Flogin.annat.se", "wrong-issuer", StatusCode::BAD_GATEWAY),
    ] {
        let mut browser = stage.anybody();
        let back = fake.sign_in(&browser.get("/sign-in/with/city").await.path);
        let page = browser.get(&format!("{back}{extra}")).await;
        assert_eq!((page.status, last_reason(&stage).await.as_str()), (status, reason));
        assert_eq!(browser.get(&back).await.status, StatusCode::CONFLICT, "it was answered");
    }
}

#[tokio::test]
async fn clocks_may_differ_by_a_minute() {
    let (stage, fake) = stage(Engine::Sqlite, |provider| provider).await;
    let now = fake.now();
    for (claims, good) in [
        (json!({ "exp": now - 50 }), true),
        (json!({ "exp": now - 70 }), false),
        (json!({ "iat": now + 50, "nbf": now + 50 }), true),
        (json!({ "iat": now + 70 }), false),
        (json!({ "nbf": now + 70 }), false),
    ] {
        fake.behave(Manner::Usual, claims.clone());
        let page = come(&mut stage.anybody(), &fake).await;
        assert_eq!(page.status == StatusCode::OK, good, "{claims}");
    }
}

#[tokio::test]
async fn a_new_key_is_asked_for_once_and_a_made_up_one_does_no_harm() {
    let (stage, fake) = stage(Engine::Sqlite, |provider| provider).await;
    assert_eq!(come(&mut stage.anybody(), &fake).await.status, StatusCode::OK);
    fake.change_key("second");
    assert_eq!(come(&mut stage.anybody(), &fake).await.status, StatusCode::OK);
    assert_eq!(come(&mut stage.anybody(), &fake).await.status, StatusCode::OK);
    assert_eq!(fake.told.lock().unwrap().keys_asked, 2);
    fake.change_key("third");
    assert_eq!(come(&mut stage.anybody(), &fake).await.status, StatusCode::BAD_GATEWAY, "too soon");
    assert_eq!((last_reason(&stage).await.as_str(), fake.told.lock().unwrap().keys_asked), ("wrong-signature", 2));
    stage.clock.set(stage.clock.now() + 31.seconds());
    assert_eq!(come(&mut stage.anybody(), &fake).await.status, StatusCode::OK);
}

#[tokio::test]
async fn only_a_verified_address_of_the_providers_own_domain_links_to_somebody() {
    for engine in engines() {
        let (stage, fake) = stage(engine, |provider| provider).await;
        let change = stage.db.change(super::stage::COMMAND).await.unwrap();
        change.update("person", &Id::parse("reporter").unwrap(), vec![("active", false.into())]).await.unwrap();
        change.commit(db::Event::new("person.deactivated", "person", &Id::parse("reporter").unwrap())).await.unwrap();
        for (claims, reason) in [
            (json!({ "email_verified": false }), "email"),
            (json!({ "email_verified": null }), "email"),
            (json!({ "email": null }), "email"),
            (json!({ "email": "coordinator@annat.se" }), "email"),
            (json!({ "email": "coordinator@exempel.se.annat.se" }), "email"),
            (json!({ "email": "other-admin@exempel.se" }), "elsewhere"),
            (json!({ "email": "nobody@exempel.se" }), "unknown"),
            (json!({ "email": "reporter@exempel.se" }), "closed"),
        ] {
            fake.behave(Manner::Usual, claims.clone());
            let page = come(&mut stage.anybody(), &fake).await;
            assert_eq!((page.status, last_reason(&stage).await.as_str()), (StatusCode::FORBIDDEN, reason), "{claims}");
        }
        assert_eq!(stage.events("person.linked").await, 0);
        fake.behave(Manner::Usual, json!({ "email": "Coordinator@Exempel.se", "email_verified": "true" }));
        assert_eq!(come(&mut stage.anybody(), &fake).await.path, "/account");
    }
}

#[tokio::test]
async fn roles_follow_the_claims_and_what_was_given_by_hand_stays() {
    for engine in engines() {
        let (stage, fake) = stage(engine, |provider| Provider {
            create_users: true,
            mappings: vec![
                mapping("rektorer", Role::Principal, "school"),
                mapping("personal", Role::Staff, "board"),
                mapping("personal", Role::Staff, "other"),
                mapping("annat", Role::Administrator, "other"),
            ],
            ..provider
        })
        .await;
        let said = |groups: Value| json!({ "sub": "new", "email": "ny@exempel.se", "name": "Ny Kommundotter", "groups": groups });
        for none in [json!(null), json!([]), json!(["annat"]), json!("rek")] {
            fake.behave(Manner::Usual, said(none));
            come(&mut stage.anybody(), &fake).await;
            assert_eq!(last_reason(&stage).await, "no-role");
        }
        assert_eq!(stage.events("person.added").await, 4, "nobody is made without a role");
        fake.behave(Manner::Usual, said(json!(["rektorer", "personal"])));
        let mut browser = stage.anybody();
        let page = come(&mut browser, &fake).await;
        assert!(page.all("aside dd").contains(&"Ny Kommundotter".to_owned()), "{}", page.words());
        let person = stage.db.texts("SELECT id FROM person WHERE email = 'ny@exempel.se'", values![]).await.unwrap();
        assert_eq!(roles(&stage, &person[0]).await, ["principal school", "staff board"], "not in another organisation");
        let gift = [("unit", "district"), ("role", "reporter"), ("reach", "own")];
        let path = format!("/organisation/people/{}/roles", person[0]);
        assert_eq!(stage.browser("city-admin").await.post(&path, &gift).await.status, StatusCode::OK);
        fake.behave(Manner::Usual, said(json!("personal")));
        come(&mut browser, &fake).await;
        assert_eq!(roles(&stage, &person[0]).await, ["reporter district", "staff board"]);
        fake.behave(Manner::Usual, said(json!([])));
        assert_eq!(come(&mut browser, &fake).await.path, "/account");
        assert_eq!(roles(&stage, &person[0]).await, ["reporter district"]);
        assert_eq!(stage.events("person.role_ended").await, 2);
    }
}

#[tokio::test]
async fn the_last_administrator_stays_whatever_the_claims_say() {
    let (stage, fake) = stage(Engine::Sqlite, |provider| Provider {
        create_users: true,
        mappings: vec![Mapping { reach: "below".to_owned(), ..mapping("chefer", Role::Administrator, "city") }],
        ..provider
    })
    .await;
    let said = |groups: Value| json!({ "sub": "new", "email": "ny@exempel.se", "groups": groups });
    fake.behave(Manner::Usual, said(json!(["chefer"])));
    assert_eq!(come(&mut stage.anybody(), &fake).await.path, "/account");
    let person = stage.db.texts("SELECT id FROM person WHERE email = 'ny@exempel.se'", values![]).await.unwrap();
    let path = "/organisation/people/city-admin/deactivations";
    assert_eq!(stage.browser(&person[0]).await.post(path, &[]).await.status, StatusCode::OK);
    fake.behave(Manner::Usual, said(json!([])));
    assert_eq!(come(&mut stage.anybody(), &fake).await.path, "/account");
    assert_eq!(roles(&stage, &person[0]).await, ["administrator city"]);
}

#[tokio::test]
async fn what_the_token_leaves_out_is_asked_for_and_belongs_to_the_same_person() {
    let (stage, fake) = stage(Engine::Sqlite, |provider| provider).await;
    fake.behave(Manner::Usual, json!({ "email": null, "email_verified": null, "name": null }));
    let told = |subject: &str| json!({ "sub": subject, "email": "coordinator@exempel.se", "email_verified": true });
    fake.told.lock().unwrap().more = told("somebody-else");
    assert_eq!(come(&mut stage.anybody(), &fake).await.status, StatusCode::BAD_GATEWAY);
    assert_eq!(last_reason(&stage).await, "provider-nonsense");
    fake.told.lock().unwrap().more = told("sam");
    assert_eq!(come(&mut stage.anybody(), &fake).await.path, "/account");
}

#[tokio::test]
async fn whoever_signs_out_here_is_told_how_to_sign_out_there() {
    for engine in engines() {
        let (stage, fake) = stage(engine, |provider| provider).await;
        let mut browser = stage.anybody();
        come(&mut browser, &fake).await;
        let page = browser.post("/sign-out", &[]).await;
        assert_eq!(page.path, "/sign-out/with/city");
        assert!(browser.cookie_value("session").is_none());
        keep("farewell", &page);
        let href = page.attributes("main a.button--primary", "href").remove(0);
        let home = "http%3A%2F%2Flocalhost%3A3000%2F";
        assert_eq!(href, format!("{}/end?client_id=tryggbas-test&post_logout_redirect_uri={home}", fake.issuer));
        stage.clock.set(stage.clock.now() + 11.minutes());
        fake.behave(Manner::OutOfOrder, json!({}));
        let page = browser.get("/sign-out/with/city").await;
        assert_eq!((page.status, page.attributes("main a.button", "href")), (StatusCode::OK, vec!["/".to_owned()]));
        let mut other = stage.browser("city-admin").await;
        assert_eq!(other.post("/sign-out", &[]).await.path, "/");
    }
}
