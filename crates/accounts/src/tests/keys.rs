//! A new master key takes over all that credentials have sealed.

use std::path::Path;

use base::{Clock, Id, Randomness};
use credentials::{STEP, Secret};
use db::{Db, Settings};
use identity::{NewPerson, NewUnit, Role, UnitKind};
use jiff::ToSpan;
use keys::Keys;

use super::stage::COMMAND;
use crate::ceremony::{Ceremony, Kind};
use crate::credentials::{equip, password, second_factor};

async fn open(folder: &Path, clock: &Clock, keys: &[&str]) -> db::Result<Db> {
    let keys = Keys::parse(&keys.join("\n")).unwrap();
    let settings = Settings::File(folder.join("tryggbas.db"));
    let db = Db::open(&settings, clock.clone(), Randomness::System, keys).await?;
    db::migrate(&db).await.map(|_| db)
}

/// Somebody with a password and an app, of whom the second factor is asked; returns the token of that ceremony.
async fn somebody(db: &Db, person: &Id, secret: &Secret) -> String {
    let unit = Id::parse("city").unwrap();
    let kind = Some(UnitKind::Municipality);
    let new = NewUnit { id: Some(unit.clone()), kind, name: "Exempelstad".to_owned(), ..NewUnit::default() };
    new.add(db, COMMAND).await.unwrap();
    let (name, email) = ("Rut Rapportörsdotter".to_owned(), "rut@exempel.se".to_owned());
    let new = NewPerson { id: Some(person.clone()), name, email, role: Role::Reporter, unit, function: None };
    new.add(db, COMMAND).await.unwrap();
    let change = db.change(COMMAND).await.unwrap();
    equip(db, &change, person, "a hash", secret).await.unwrap();
    let token = Ceremony::begin(db, &change, Kind::SecondFactor, Some(person), "a state").await.unwrap();
    change.commit(db::Event::new("second_factor.asked", "person", person)).await.unwrap();
    token
}

#[tokio::test]
async fn a_new_master_key_takes_over_all_that_credentials_have_sealed() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::fixed("2025-03-01T12:00:00Z".parse().unwrap());
    let [old, new] = [1, 2].map(|seed| Keys::new_line(&Randomness::seeded(seed)));
    let (person, secret) = (Id::parse("reporter").unwrap(), Secret::new(&Randomness::seeded(3)));
    let db = open(folder.path(), &clock, &[&old]).await.unwrap();
    let token = somebody(&db, &person, &secret).await;
    db.close().await.unwrap();

    let db = open(folder.path(), &clock, &[&new, &old]).await.unwrap();
    assert_eq!(db::rotate(&db, db::SEALED).await.unwrap().rewrapped, 3);
    db.close().await.unwrap();

    let db = open(folder.path(), &clock, &[&new]).await.unwrap();
    let stored = password::candidate(&db, "rut@exempel.se").await.unwrap().stored;
    assert_eq!(stored.as_deref(), Some("a hash"));
    assert_eq!(Ceremony::find(&db, Kind::SecondFactor, Some(&token)).await.unwrap().state, "a state");
    clock.set(clock.now() + STEP.seconds());
    let change = db.change(COMMAND).await.unwrap();
    let code = secret.code(change.at().as_second());
    assert!(second_factor::spend(&db, &change, &person, &code).await.unwrap());
}
