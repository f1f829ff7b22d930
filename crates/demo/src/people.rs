//! The invented people.

use base::{Id, Randomness};
use credentials::{Hashing, PASSWORD_MIB, Secret};
use db::{Actor, Db, Event};
use identity::{NewPerson, Person, Role};

use sha2::{Digest, Sha256};

use crate::organisation::id;
use crate::{Account, DemoError, data};

/// The password of everybody in the example.
const PASSWORD: &str = "sagolika papegojor simmar";

/// Writes everybody in one change.
pub(crate) async fn write(db: &Db) -> Result<(), DemoError> {
    let people = data::people()?;
    // One for all: making it is as slow as it is meant to be.
    let hash = Hashing::within(PASSWORD_MIB).hash(db.randomness(), PASSWORD).await;
    let change = db.change(Actor::Command("demo")).await?;
    for person in &people.person {
        let role = role(&person.role).ok_or_else(|| DemoError::Data(format!("{}: role {}", person.id, person.role)))?;
        let new = NewPerson {
            id: Some(id(&person.id)?),
            name: person.name.clone(),
            email: person.email.clone(),
            role,
            unit: id(&person.unit)?,
            function: person.function.as_deref().map(id).transpose()?,
        };
        let id = new.write(&change).await?;
        accounts::credentials::equip(db, &change, &id, &hash, &secret(&id)).await?;
    }
    // Everybody in the example has been here before: nobody waits for an invitation.
    let joined = "UPDATE person SET joined_at = $1";
    change.execute(joined, db::values![change.at().as_microsecond()]).await?;
    let first = people.person.first().map(|person| id(&person.id)).transpose()?.unwrap_or_default();
    change.commit(Event::new("people.written", "person", &first)).await?;
    Ok(())
}

/// Whether anybody of the example is in the database. Nobody is ever removed from one, so that this holds for good.
pub(crate) async fn is_somebody_there(db: &Db) -> Result<bool, DemoError> {
    use db::Queries;
    let people = data::people()?.person;
    let places: Vec<String> = (1..=people.len()).map(|at| format!("${at}")).collect();
    let sql = format!("SELECT COUNT(*) FROM person WHERE id IN ({})", places.join(", "));
    Ok(db.number(&sql, people.iter().map(|person| person.id.as_str().into()).collect()).await? > 0)
}

/// What a person's telephone would know: made from the id, so that scripts can be told it.
fn secret(person: &Id) -> Secret {
    let mut seed = [0; 8];
    seed.copy_from_slice(&Sha256::digest(person.as_str())[..8]);
    Secret::new(&Randomness::seeded(u64::from_be_bytes(seed)))
}

/// Leaders of programmes have no role of their own until programmes do; they look things up like other staff.
fn role(name: &str) -> Option<Role> {
    Role::parse(if name == "programme_leader" { "staff" } else { name })
}

/// Everybody one can sign in as.
///
/// # Errors
/// When the database refuses.
pub async fn accounts(db: &Db) -> Result<Vec<Account>, DemoError> {
    let mut accounts = Vec::new();
    for person in Person::list(db).await? {
        let held = Person::roles(db, &person.id).await?.into_iter().next();
        let (role, unit) = held.map(|held| (held.role.as_str().to_owned(), held.unit_name)).unwrap_or_default();
        let (password, totp_secret) = (PASSWORD, secret(&person.id).letters());
        let Person { id, name, email, .. } = person;
        accounts.push(Account { id, name, email, role, unit, password, totp_secret });
    }
    Ok(accounts)
}
