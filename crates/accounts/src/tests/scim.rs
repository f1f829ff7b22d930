//! Another system keeps accounts: in the manner of Entra, in the manner of anybody, and where it may not.

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use base::Id;
use db::testing::engines;
use db::{Engine, Queries, values};
use http_body_util::BodyExt;
use identity::Role;
use jiff::ToSpan;
use serde_json::{Value, json};
use web::testing::Browser;

use super::stage::{COMMAND, Stage, keep, stage};
use crate::scim::Token;

/// A directory with a token.
struct Directory {
    browser: Browser,
    token: String,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Value,
}

impl Directory {
    async fn of(stage: &Stage, organisation: &str) -> Self {
        let id = Id::parse(organisation).unwrap();
        let made = Token::make(&stage.db, COMMAND, &id, "Katalogen", 30).await.unwrap();
        Self { browser: stage.anybody(), token: made.token }
    }

    async fn call(&mut self, method: &str, path: &str, body: Value) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/scim/v2/{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, "application/scim+json");
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        send(&mut self.browser, request.body(body).unwrap()).await
    }

    async fn get(&mut self, path: &str) -> Answer {
        self.call("GET", path, Value::Null).await
    }

    /// Adds somebody and returns their id.
    async fn add(&mut self, name: &str, external: &str) -> String {
        let user = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "userName": name, "externalId": external, "active": true, "displayName": "Nils Nykomling",
        });
        let answer = self.call("POST", "Users", user).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        answer.body["id"].as_str().unwrap().to_owned()
    }

    async fn patch(&mut self, id: &str, operations: Value) -> Answer {
        let schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
        self.call("PATCH", &format!("Users/{id}"), json!({ "schemas": schemas, "Operations": operations })).await
    }
}

async fn send(browser: &mut Browser, request: Request<Body>) -> Answer {
    let (parts, body) = browser.raw(request).await.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    let body = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes).unwrap() };
    Answer { status: parts.status, headers: parts.headers, body }
}

#[tokio::test]
async fn a_directory_adds_finds_changes_and_closes_somebody() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut city = Directory::of(&stage, "city").await;
        let nobody = city.get("Users?filter=userName%20eq%20%22nils%40exempel.se%22").await;
        assert_eq!((nobody.status, &nobody.body["totalResults"]), (StatusCode::OK, &json!(0)));
        assert_eq!(nobody.headers[header::CONTENT_TYPE], "application/scim+json");
        let id = city.add("Nils@exempel.se", "7f3c").await;
        for filter in ["userName%20eq%20%22NILS%40exempel.se%22", "externalId%20eq%20%227f3c%22"] {
            let found = city.get(&format!("Users?filter={filter}")).await.body;
            assert_eq!((&found["totalResults"], &found["Resources"][0]["id"]), (&json!(1), &json!(id)), "{filter}");
        }
        let user = city.get(&format!("Users/{id}")).await.body;
        assert_eq!((&user["displayName"], &user["active"]), (&json!("Nils Nykomling"), &json!(true)));
        assert_eq!(user["meta"]["location"], json!(format!("http://localhost:3000/scim/v2/Users/{id}")));
        let page = stage.browser("city-admin").await.get(&format!("/organisation/people/{id}")).await;
        assert!(page.words().contains("Nils Nykomling") && page.words().contains("Exempelstad"), "{}", page.words());

        let mut nils = Browser::signed_in(&stage.app, &Id::parse(&id).unwrap()).await;
        assert_eq!(nils.get("/account").await.path, "/account");
        let operations = json!([{ "op": "Replace", "path": "active", "value": "False" }]);
        assert_eq!(city.patch(&id, operations.clone()).await.body["active"], json!(false));
        assert_eq!(nils.get("/account").await.path, "/sign-in?back=%2Faccount", "signed out at once");
        assert_eq!(city.patch(&id, operations).await.status, StatusCode::OK, "twice does no harm");
        assert_eq!(stage.events("person.deactivated").await, 1);

        let whole = json!({ "userName": "nils@exempel.se", "name": { "givenName": "Nils", "familyName": "Nyman" }, "active": true });
        let user = city.call("PUT", &format!("Users/{id}"), whole).await.body;
        assert_eq!((&user["displayName"], &user["active"]), (&json!("Nils Nyman"), &json!(true)));
        assert_eq!(user.get("externalId"), None, "what a whole user leaves out is gone");
        let gone = city.call("DELETE", &format!("Users/{id}"), Value::Null).await;
        assert_eq!((gone.status, gone.body), (StatusCode::NO_CONTENT, Value::Null));
        assert_eq!(city.get(&format!("Users/{id}")).await.body["active"], json!(false));
        assert_eq!(stage.events("person.deactivated").await, 2);
    }
}

#[tokio::test]
async fn changes_come_as_entra_writes_them() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut city = Directory::of(&stage, "city").await;
        let nils = json!({ "userName": "nils", "emails": [{ "value": "nils@exempel.se" }] });
        let id = city.call("POST", "Users", nils).await.body["id"].as_str().unwrap().to_owned();
        let answer = city.call("POST", "Users", json!({ "userName": "utan-adress" })).await;
        assert_eq!((answer.status, &answer.body["scimType"]), (StatusCode::BAD_REQUEST, &json!("invalidValue")));
        let answer = city
            .patch(
                &id,
                json!([
                    { "op": "Add", "path": "emails[type eq \"work\"].value", "value": "Nils.Ny@exempel.se" },
                    { "op": "Replace", "value": { "displayName": "Nils Ny", "externalId": "2", "title": "Kurator" } },
                    { "op": "Replace", "path": "name.familyName", "value": "Nyberg" },
                    { "op": "Add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", "value": "x" },
                ]),
            )
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let user = answer.body;
        assert_eq!((&user["displayName"], &user["externalId"]), (&json!("Nils Ny"), &json!("2")));
        assert_eq!(user["emails"][0]["value"], json!("nils.ny@exempel.se"));
        assert_eq!(user["userName"], json!("nils"), "the address is its own");
        let user =
            city.patch(&id, json!([{ "op": "Replace", "value": { "name.givenName": "Nora", "active": true } }])).await;
        assert_eq!(user.body["name"]["formatted"], json!("Nora Ny"));
        for operations in [json!([]), json!([{ "op": "Move" }]), json!("x"), json!([{ "op": "Replace", "value": 1 }])] {
            let answer = city.patch(&id, operations.clone()).await;
            assert_eq!(
                (answer.status, &answer.body["status"]),
                (StatusCode::BAD_REQUEST, &json!("400")),
                "{operations}"
            );
        }
    }
}

#[tokio::test]
async fn lists_come_in_parts_and_odd_questions_are_refused() {
    let stage = stage(Engine::Sqlite, false).await;
    let mut city = Directory::of(&stage, "city").await;
    for number in 0..5 {
        city.add(&format!("person-{number}@exempel.se"), &number.to_string()).await;
    }
    let all = city.get("Users").await.body;
    assert_eq!(all["totalResults"], json!(8), "with those who were here before");
    let part = city.get("Users?startIndex=7&count=3").await.body;
    assert_eq!((&part["itemsPerPage"], &part["startIndex"]), (&json!(2), &json!(7)));
    assert_eq!(city.get("Users?count=0").await.body["Resources"], json!([]));
    assert_eq!(city.get("Users?startIndex=-4&count=1").await.body["startIndex"], json!(1));
    for (path, kind) in [
        ("Users?filter=title%20eq%20%22x%22", "invalidFilter"),
        ("Users?filter=userName%20sw%20%22x%22", "invalidFilter"),
        ("Users?filter=%22", "invalidFilter"),
        ("Users?count=many", "invalidValue"),
    ] {
        let answer = city.get(path).await;
        assert_eq!((answer.status, &answer.body["scimType"]), (StatusCode::BAD_REQUEST, &json!(kind)), "{path}");
    }
    let taken = city.call("POST", "Users", json!({ "userName": "PERSON-1@exempel.se" })).await;
    assert_eq!((taken.status, &taken.body["scimType"]), (StatusCode::CONFLICT, &json!("uniqueness")));
    let other = city.get("Users?filter=externalId%20eq%20%220%22").await.body["Resources"][0]["id"].clone();
    let taken = city.patch(other.as_str().unwrap(), json!([{ "op": "add", "path": "externalId", "value": "1" }])).await;
    assert_eq!((taken.status, &taken.body["scimType"]), (StatusCode::CONFLICT, &json!("uniqueness")));
    for (path, name) in [("ServiceProviderConfig", "patch"), ("ResourceTypes", "Resources"), ("Schemas", "Resources")] {
        assert!(!city.get(path).await.body[name].is_null(), "{path}");
    }
    let schema = "Schemas/urn:ietf:params:scim:schemas:core:2.0:User";
    assert_eq!(city.get(schema).await.body["name"], json!("User"));
    assert_eq!(city.get("ResourceTypes/Group").await.status, StatusCode::NOT_FOUND);
    assert_eq!(city.call("POST", "Users", json!("not a user")).await.body["scimType"], json!("invalidSyntax"));
}

#[tokio::test]
async fn without_a_good_token_nothing_is_told_and_a_cookie_is_none() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut city = Directory::of(&stage, "city").await;
        assert_eq!(city.get("Users").await.status, StatusCode::OK);
        let mut admin = stage.browser("city-admin").await;
        let cookies = admin.cookies();
        for line in [None, Some("Bearer wrong"), Some("Bearer "), Some("Basic x"), Some("x")] {
            let mut request = Request::builder().uri("/scim/v2/Users").header(header::COOKIE, &cookies);
            if let Some(line) = line {
                request = request.header(header::AUTHORIZATION, line);
            }
            let answer = send(&mut admin, request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{line:?}");
            assert_eq!(answer.headers[header::WWW_AUTHENTICATE], "Bearer");
            assert_eq!(answer.body["schemas"], json!(["urn:ietf:params:scim:api:messages:2.0:Error"]));
            assert!(!answer.headers.contains_key(header::SET_COOKIE));
        }
        let id = stage.db.texts("SELECT id FROM scim_token", values![]).await.unwrap().remove(0);
        let page = admin.post(&format!("/organisation/scim-tokens/{id}/revocations"), &[]).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(city.get("Users").await.status, StatusCode::UNAUTHORIZED, "taken back");
        let mut late = Directory::of(&stage, "city").await;
        stage.clock.set(stage.clock.now() + (31 * 24).hours());
        assert_eq!(late.get("Users").await.status, StatusCode::UNAUTHORIZED, "expired");
        let kept = stage.db.texts("SELECT token_hash FROM scim_token", values![]).await.unwrap();
        assert!(!kept.contains(&late.token) && kept.contains(&web::hash_token(&late.token)), "only a hash is kept");
    }
}

#[tokio::test]
async fn w2_a_directory_sees_and_changes_nobody_of_another_organisation() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        stage.person("both", "Bo Bådastäder", Role::Reporter, "board").await;
        let also = identity::Assignment::new(&Id::parse("both").unwrap(), Role::Staff, &Id::parse("other").unwrap());
        let change = stage.db.change(COMMAND).await.unwrap();
        also.write(&change).await.unwrap();
        change.commit(db::Event::new("person.role_given", "person", &also.person)).await.unwrap();
        let (mut city, mut other) = (Directory::of(&stage, "city").await, Directory::of(&stage, "other").await);
        let theirs = city.add("nils@exempel.se", "7").await;
        for path in [
            "Users".to_owned(),
            "Users?filter=userName%20eq%20%22nils%40exempel.se%22".to_owned(),
            "Users?filter=externalId%20eq%20%227%22".to_owned(),
        ] {
            let text = other.get(&path).await.body.to_string();
            for secret in ["Nils", "nils@", "Ada", "Rut", "Bådastäder", &theirs] {
                assert!(!text.contains(secret), "{path}: {secret} in {text}");
            }
        }
        let list = other.get("Users").await.body;
        assert_eq!((&list["totalResults"], &list["Resources"][0]["id"]), (&json!(1), &json!("other-admin")));
        let off = json!([{ "op": "replace", "path": "active", "value": false }]);
        for person in [theirs.as_str(), "city-admin", "both", "no-such-person", "%00"] {
            let path = format!("Users/{person}");
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{person}");
            assert_eq!(other.patch(person, off.clone()).await.status, StatusCode::NOT_FOUND, "{person}");
            let user = json!({ "userName": "other@exempel.se" });
            assert_eq!(other.call("PUT", &path, user).await.status, StatusCode::NOT_FOUND, "{person}");
            assert_eq!(other.call("DELETE", &path, Value::Null).await.status, StatusCode::NOT_FOUND, "{person}");
        }
        // The same external id may be somebody in each organisation; an address is one person's.
        other.add("anna@annat.se", "7").await;
        let taken = other.call("POST", "Users", json!({ "userName": "nils@exempel.se" })).await;
        assert_eq!(taken.status, StatusCode::CONFLICT);
        assert!(!taken.body.to_string().contains("Nils"));
        assert_eq!(stage.events("person.deactivated").await, 0);
    }
}

#[tokio::test]
async fn whoever_got_work_elsewhere_keeps_the_address_but_can_be_closed() {
    let stage = stage(Engine::Sqlite, false).await;
    let mut city = Directory::of(&stage, "city").await;
    let id = city.add("nils@exempel.se", "7").await;
    let also = identity::Assignment::new(&Id::parse(&id).unwrap(), Role::Staff, &Id::parse("other").unwrap());
    let change = stage.db.change(COMMAND).await.unwrap();
    also.write(&change).await.unwrap();
    change.commit(db::Event::new("person.role_given", "person", &also.person)).await.unwrap();
    let mail = json!([{ "op": "replace", "path": "emails[type eq \"work\"].value", "value": "thief@exempel.se" }]);
    assert_eq!(city.patch(&id, mail).await.body["scimType"], json!("mutability"));
    let off = json!([{ "op": "replace", "path": "active", "value": false }]);
    assert_eq!(city.patch(&id, off).await.body["active"], json!(false));
}

#[tokio::test]
async fn administrators_make_and_take_back_tokens_of_their_own_organisation() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut admin = stage.browser("city-admin").await;
        let page = admin.get("/organisation/scim-tokens").await;
        assert!(page.words().contains("Ingen tjänst håller kontona uppdaterade"));
        let page = admin.get("/organisation/scim-tokens/new").await;
        assert_eq!(page.attributes("select[name=organisation] option:not([value=''])", "value"), ["city"]);
        keep("scim-token-new", &page);
        let page =
            admin.post("/organisation/scim-tokens", &[("name", ""), ("organisation", "city"), ("days", "9999")]).await;
        assert_eq!((page.status, page.all(".error-summary li").len()), (StatusCode::UNPROCESSABLE_ENTITY, 2));
        let fields = [("name", "Kommunens katalog"), ("organisation", "city"), ("days", "365")];
        let page = admin.post("/organisation/scim-tokens", &fields).await;
        keep("scim-token-made", &page);
        let token = page.all("#scim-token").remove(0);
        let mut city = Directory { browser: stage.anybody(), token: token.clone() };
        assert_eq!(city.get("Users").await.status, StatusCode::OK);
        let page = admin.get("/organisation/scim-tokens").await;
        keep("scim-tokens", &page);
        assert!(page.words().contains("Kommunens katalog") && !page.text().contains(&token), "{}", page.words());
        let mut other = stage.browser("other-admin").await;
        assert!(!other.get("/organisation/scim-tokens").await.text().contains("Kommunens katalog"));
        let id = stage.db.texts("SELECT id FROM scim_token", values![]).await.unwrap().remove(0);
        let path = format!("/organisation/scim-tokens/{id}/revocations");
        assert_eq!(other.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
        let page = other.post("/organisation/scim-tokens", &fields).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "not for another organisation");
        assert_eq!(stage.browser("coordinator").await.post(&path, &[]).await.status, StatusCode::FORBIDDEN);
        assert!(admin.post(&path, &[]).await.words().contains("Nyckeln Kommunens katalog är återkallad"));
        assert_eq!(admin.post(&path, &[]).await.status, StatusCode::CONFLICT, "once is enough");
        assert_eq!((stage.events("scim_token.made").await, stage.events("scim_token.revoked").await), (1, 1));
    }
}
