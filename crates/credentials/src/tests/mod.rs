//! Each way of proving who one is, against its standard and against those who try to get by it.

mod codes;
mod passkeys;
mod passwords;
