//! Browsers that have signed a person in before. They carry a mark that only we can make, and wait for nobody else's tries.

use data_encoding::HEXLOWER;
use db::Db;
use web::{SecretCookie, new_token};

/// The cookie that holds the mark, for a year.
pub(crate) const COOKIE: SecretCookie = SecretCookie::new("known-browser", 365 * 24 * 3600);

const PURPOSE: &str = "tryggbas known browser";

/// A new mark for a browser of whoever signs in with this address: `<name of key>.<chance>.<code>`.
pub(crate) fn mark(db: &Db, email: &str) -> String {
    let chance = new_token(db.randomness());
    let code = HEXLOWER.encode(&db.keys().code(PURPOSE, &signed(email, &chance)));
    format!("{}.{chance}.{code}", db.keys().name())
}

/// The chance part of a mark that was made for this address, which tells one browser from another.
pub(crate) fn read<'a>(db: &Db, email: &str, mark: &'a str) -> Option<&'a str> {
    let mut parts = mark.split('.');
    let (key, chance, code) = (parts.next()?, parts.next()?, parts.next()?);
    let code = HEXLOWER.decode(code.as_bytes()).ok()?;
    let right = db.keys().is_code(key, PURPOSE, &signed(email, chance), &code);
    (right && parts.next().is_none()).then_some(chance)
}

fn signed(email: &str, chance: &str) -> Vec<u8> {
    format!("{chance} {email}").into_bytes()
}
