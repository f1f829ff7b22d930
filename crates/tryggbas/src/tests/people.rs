//! Things that belong to people: accounts, roles that end, invitations, somebody who stands in. They are made through the
//! pages, by the organisation's own administrator.

use std::sync::atomic::{AtomicU32, Ordering};

use base::Id;
use db::Queries;
use identity::Function;
use web::testing::{Browser, Page, posted};

use super::things::Owner;
use super::world::{TEST, World};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// The address of a route about people; none for other routes.
pub(super) async fn address(world: &World, owner: Owner, path: &str) -> Option<String> {
    if path.starts_with("/organisation/functions/{id}") {
        let viewer = world.viewer(&format!("{}-head", owner.0)).await;
        // Names of functions are in the open book of the organisation, for everybody: no canary.
        let name = format!("Funktion {} {}", owner.0, number());
        let id = Function::add(world.db(), &viewer, &name, "board").await.unwrap();
        hold(world, owner, &id).await;
        return Some(path.replace("{id}", id.as_str()));
    }
    if path.starts_with("/account/sessions/{id}") {
        let person = somebody(world, owner, "").await;
        Browser::signed_in(&world.app, &Id::parse(&person).unwrap()).await;
        return Some(path.replace("{id}", &one(world, "SELECT id FROM session WHERE person_id = $1", &person).await));
    }
    if path.starts_with("/account/passkeys/{id}") {
        let person = somebody(world, owner, "").await;
        return Some(path.replace("{id}", &passkey(world, &person).await));
    }
    if path.starts_with("/organisation/scim-tokens/{id}") {
        let organisation = Id::parse(&format!("{}-board", owner.0)).unwrap();
        let name = owner.canary("scim-token");
        let made = accounts::scim::Token::make(world.db(), TEST, &organisation, &name, 30).await.unwrap();
        return Some(path.replace("{id}", made.id.as_str()));
    }
    if path.contains("{token}") && path.starts_with("/invitations") {
        return Some(path.replace("{token}", &invitation(world, owner).await.1));
    }
    if path == "/outbox/{id}" {
        let person = somebody(world, owner, "").await;
        head(world, owner, &format!("/organisation/people/{person}/invitations"), &[("by", "mail")]).await;
        let mail = one(world, "SELECT id FROM outgoing_mail WHERE person_id = $1", &person).await;
        return Some(path.replace("{id}", &mail));
    }
    if path == "/password-resets/{token}" {
        return Some(password_reset(world, owner).await);
    }
    if path.starts_with("/organisation/invitations/{id}") {
        let person = invitation(world, owner).await.0;
        return Some(
            path.replace("{id}", &one(world, "SELECT id FROM invitation WHERE person_id = $1", &person).await),
        );
    }
    if path.starts_with("/delegations/{id}") {
        let person = somebody(world, owner, "").await;
        let deputy = format!("{}@exempel.se", owner.canary("person-answers").to_lowercase());
        let fields = [("deputy", deputy.as_str()), ("valid_from", "2025-03-01"), ("valid_to", "2025-04-01")];
        head(world, owner, &format!("/organisation/people/{person}/delegations"), &fields).await;
        return Some(
            path.replace("{id}", &one(world, "SELECT id FROM delegation WHERE person_id = $1", &person).await),
        );
    }
    if path.starts_with("/handovers/{role}") {
        let person = somebody(world, owner, "2025-03-10").await;
        let role = one(world, "SELECT id FROM person_role WHERE person_id = $1", &person).await;
        let text = owner.canary("handover-note");
        head(world, owner, &format!("/handovers/{role}/notes"), &[("text", &text)]).await;
        return Some(path.replace("{role}", &role));
    }
    if path.starts_with("/organisation/people/{id}") {
        let person = somebody(world, owner, "").await;
        let role = one(world, "SELECT id FROM person_role WHERE person_id = $1", &person).await;
        if path.ends_with("/reactivations") {
            head(world, owner, &format!("/organisation/people/{person}/deactivations"), &[]).await;
        }
        return Some(path.replace("{id}", &person).replace("{role}", &role));
    }
    None
}

/// A link for a new password of somebody who has one.
async fn password_reset(world: &World, owner: Owner) -> String {
    let person = Id::parse(&somebody(world, owner, "").await).unwrap();
    let change = world.db().change(TEST).await.unwrap();
    let secret = credentials::Secret::new(world.db().randomness());
    accounts::credentials::equip(world.db(), &change, &person, "x", &secret).await.unwrap();
    change.commit(db::Event::new("password.changed", "person", &person)).await.unwrap();
    let email = one(world, "SELECT email FROM person WHERE id = $1", person.as_str()).await;
    Browser::new(&world.app).post("/password-resets", &[("email", &email)]).await;
    accounts::password_reset::answer_all(&world.app).await.unwrap();
    let mails = posted(&world.app).await;
    mails.iter().rfind(|mail| mail.to == email && mail.kind == "password-reset").unwrap().path(&world.app)
}

/// A passkey of a person, as far as the database knows one; returns its id.
async fn passkey(world: &World, person: &str) -> String {
    let change = world.db().change(TEST).await.unwrap();
    let id = change.new_id();
    let row = vec![
        ("id", id.as_str().into()),
        ("credential_id", id.as_str().into()),
        ("person_id", person.into()),
        ("name", "x".into()),
        ("credential", "{}".into()),
        ("added_at", change.at().as_microsecond().into()),
    ];
    change.insert("passkey", row).await.unwrap();
    change.commit(db::Event::new("passkey.added", "passkey", &id)).await.unwrap();
    id.to_string()
}

fn number() -> u32 {
    COUNT.fetch_add(1, Ordering::Relaxed)
}

/// A page that the organisation's administrator sends a form to.
async fn head(world: &World, owner: Owner, path: &str, fields: &[(&str, &str)]) -> Page {
    let id = Id::parse(&format!("{}-head", owner.0)).unwrap();
    let page = Browser::signed_in(&world.app, &id).await.post(path, fields).await;
    assert!(page.status.is_success(), "{path}: {}", page.words());
    page
}

/// Somebody new, with a role at the unit that owns the things; returns the id.
async fn somebody(world: &World, owner: Owner, valid_to: &str) -> String {
    let name = owner.canary(&format!("person-{}", number()));
    let (email, unit) = (format!("{}@exempel.se", name.to_lowercase()), format!("{}-board", owner.0));
    let fields = [
        ("name", name.as_str()),
        ("email", &email),
        ("unit", &unit),
        ("role", "staff"),
        ("reach", "below"),
        ("valid_to", valid_to),
    ];
    let page = head(world, owner, "/organisation/people", &fields).await;
    assert!(page.path.starts_with("/organisation/people/"), "{}", page.words());
    page.path.rsplit('/').next().unwrap().to_owned()
}

/// Somebody invited: their id and the token of the link.
async fn invitation(world: &World, owner: Owner) -> (String, String) {
    let person = somebody(world, owner, "").await;
    let page = head(world, owner, &format!("/organisation/people/{person}/invitations"), &[]).await;
    let link = page.all("#invitation-link").remove(0);
    (person, link.rsplit('/').next().unwrap().to_owned())
}

/// Lets the function be held in the organisation.
async fn hold(world: &World, owner: Owner, function: &Id) {
    let person = somebody(world, owner, "").await;
    let fields = [
        ("unit", format!("{}-board", owner.0)),
        ("role", "reporter".to_owned()),
        ("reach", "own".to_owned()),
        ("function", function.to_string()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    head(world, owner, &format!("/organisation/people/{person}/roles"), &fields).await;
}

async fn one(world: &World, sql: &str, value: &str) -> String {
    world.db().texts(sql, db::values![value]).await.unwrap().remove(0)
}
