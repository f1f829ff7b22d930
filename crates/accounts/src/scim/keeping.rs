//! What another system does with accounts: adds, changes, opens and closes them. Each is a change of one person.

use base::Id;
use db::{Actor, Change, Db, Event, values};
use identity::{Assignment, Reach, Role};
use serde_json::json;
use swedish::sort_key;

use super::{Account, Client, Details, Fault};
use crate::credentials::end_everywhere;
use crate::founding::is_address;

/// An account as it is to be.
struct Wanted {
    name: String,
    email: String,
    active: bool,
    user_name: String,
    external_id: Option<String>,
}

/// Adds a person. They belong to the organisation as staff of its own unit; what else they do there an administrator says.
///
/// # Errors
/// [`Fault::Value`], [`Fault::Taken`] when somebody has the name, the address or the external id, or when the database refuses.
pub(crate) async fn add(db: &Db, client: &Client, details: &Details) -> Result<Account, Fault> {
    let wanted = Wanted {
        name: details.name("").or_else(|| details.user_name.clone()).ok_or(Fault::Value)?,
        email: email(details, None)?,
        active: details.active.unwrap_or(true),
        user_name: details.user_name.as_deref().map(str::to_lowercase).ok_or(Fault::Value)?,
        external_id: details.external_id.clone().flatten(),
    };
    let change = db.change(Actor::Command("scim")).await?;
    let id = change.new_id();
    let row = vec![
        ("id", id.as_str().into()),
        ("name", wanted.name.as_str().into()),
        ("sort_key", sort_key(&wanted.name).into()),
        ("email", wanted.email.as_str().into()),
        ("active", wanted.active.into()),
    ];
    change.insert("person", row).await?;
    let role = Assignment { reach: Reach::Own, ..Assignment::new(&id, Role::Staff, &client.organisation) };
    let role_id = role.write(&change).await?;
    keep(&change, client, &id, &wanted).await?;
    let given =
        json!({ "role_id": role_id, "role": role.role.as_str(), "unit": role.unit, "reach": role.reach.as_str() });
    let added = event(client, "person.added", &id);
    change.commit_all(vec![added, event(client, "person.role_given", &id).with(given)]).await?;
    Account::find(db, client, &today(db), id.as_str()).await
}

/// Changes what was said, and nothing else. A closed account is signed out at once, everywhere.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Value`], [`Fault::Taken`], [`Fault::Mutability`] for the address of somebody who works in
/// another organisation too, or when the database refuses.
pub(crate) async fn save(db: &Db, client: &Client, id: &str, details: &Details) -> Result<Account, Fault> {
    let person = Id::parse(id).ok_or(Fault::NotFound)?;
    let change = db.change(Actor::Command("scim")).await?;
    // Writing first makes others queue for the row on either engine.
    change.execute("UPDATE person SET revision = revision WHERE id = $1", values![person.as_str()]).await?;
    let account = Account::find(&change, client, &today(db), id).await?;
    let wanted = Wanted {
        name: details.name(&account.name).unwrap_or_else(|| account.name.clone()),
        email: email(details, Some(&account))?,
        active: details.active.unwrap_or(account.active),
        user_name: details.user_name.as_deref().map_or_else(|| account.user_name.clone(), str::to_lowercase),
        external_id: details.external_id.clone().unwrap_or_else(|| account.external_id.clone()),
    };
    // Whoever changes an address can take the account over, with all its roles.
    if account.elsewhere && wanted.email != account.email {
        return Err(Fault::Mutability);
    }
    let events = write(&change, client, &person, &account, &wanted).await?;
    if events.is_empty() {
        return Ok(account);
    }
    change.commit_all(events).await?;
    Account::find(db, client, &today(db), id).await
}

/// Closes an account. Nothing the person did is taken away.
///
/// # Errors
/// [`Fault::NotFound`], or when the database refuses.
pub(crate) async fn deactivate(db: &Db, client: &Client, id: &str) -> Result<(), Fault> {
    save(db, client, id, &Details { active: Some(false), ..Details::default() }).await.map(drop)
}

async fn write(
    change: &Change,
    client: &Client,
    person: &Id,
    old: &Account,
    new: &Wanted,
) -> Result<Vec<Event>, Fault> {
    let mut events = Vec::new();
    let (name, email) = (new.name != old.name, new.email != old.email);
    let told = new.user_name != old.user_name || new.external_id != old.external_id;
    if name || email || told {
        let fields = json!({ "name": name, "email": email, "known_as": told });
        events.push(event(client, "person.changed", person).with(fields));
    }
    if name || email {
        let sql = "UPDATE person SET name = $2, sort_key = $3, email = $4, revision = revision + 1 WHERE id = $1";
        let values = values![person.as_str(), new.name.as_str(), sort_key(&new.name), new.email.as_str()];
        change.execute(sql, values).await?;
    }
    if new.active != old.active {
        change.update("person", person, vec![("active", new.active.into())]).await?;
        if !new.active {
            end_everywhere(change, person).await?;
        }
        let kind = if new.active { "person.reactivated" } else { "person.deactivated" };
        events.push(event(client, kind, person));
    }
    if !events.is_empty() {
        keep(change, client, person, new).await?;
    }
    Ok(events)
}

/// Notes what the other system calls the person; from now on it is this system that keeps the account.
async fn keep(change: &Change, client: &Client, person: &Id, wanted: &Wanted) -> Result<(), Fault> {
    let sql = "INSERT INTO scim_user (person_id, organisation_id, user_name, external_id, created_at, changed_at) \
        VALUES ($1, $2, $3, $4, $5, $5) \
        ON CONFLICT (person_id) DO UPDATE SET user_name = $3, external_id = $4, changed_at = $5";
    let values = values![
        person.as_str(),
        client.organisation.as_str(),
        wanted.user_name.as_str(),
        wanted.external_id.as_deref(),
        change.at().as_microsecond()
    ];
    Ok(change.execute(sql, values).await.map(drop)?)
}

/// The address: what was said; otherwise the one there is; for whoever is new the name to sign in with, where that is one.
fn email(details: &Details, account: Option<&Account>) -> Result<String, Fault> {
    let said = details.email.as_deref().map(str::to_lowercase);
    let email = match (said, account) {
        (Some(said), _) => said,
        // Whoever was called by their address is so still.
        (None, Some(account)) => match details.user_name.as_deref().map(str::to_lowercase) {
            Some(name) if account.user_name == account.email && is_address(&name) => name,
            _ => account.email.clone(),
        },
        (None, None) => details.user_name.as_deref().map(str::to_lowercase).ok_or(Fault::Value)?,
    };
    if is_address(&email) { Ok(email) } else { Err(Fault::Value) }
}

fn event(client: &Client, kind: &'static str, person: &Id) -> Event {
    Event::new(kind, "person", person).within(&client.organisation)
}

fn today(db: &Db) -> String {
    db.clock().today().to_string()
}
