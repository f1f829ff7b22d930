//! A person's recovery codes.

use base::Id;
use credentials::RecoveryCode;
use db::{Actor, Change, Db, Event, Result, values};

/// Makes new codes; the ones there were stop working. This is the only time they can be read.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn make(db: &Db, person: &Id) -> Result<Vec<String>> {
    let codes: Vec<RecoveryCode> = (0..RecoveryCode::COUNT).map(|_| RecoveryCode::new(db.randomness())).collect();
    let change = db.change(Actor::User(person.clone())).await?;
    change.execute("DELETE FROM recovery_code WHERE person_id = $1", values![person.as_str()]).await?;
    for code in &codes {
        let row = vec![
            ("code_hash", code.hash().into()),
            ("person_id", person.as_str().into()),
            ("made_at", change.at().as_microsecond().into()),
        ];
        change.insert("recovery_code", row).await?;
    }
    super::tell(db, &change, person, "recovery-codes-made").await?;
    change.commit(Event::new("recovery_codes.made", "person", person)).await?;
    Ok(codes.iter().map(ToString::to_string).collect())
}

/// Whether a text is an unused code of the person. It is used up by that, within the change.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn spend(change: &Change, person: &Id, text: &str) -> Result<bool> {
    let Some(code) = RecoveryCode::read(text) else { return Ok(false) };
    let sql = "UPDATE recovery_code SET used_at = $3 WHERE code_hash = $1 AND person_id = $2 AND used_at IS NULL";
    Ok(change.execute(sql, values![code.hash(), person.as_str(), change.at().as_microsecond()]).await? == 1)
}
