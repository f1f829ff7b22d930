//! Accounts and organisation through HTTP, by people with contrasting rights, on each engine.

mod credentials;
mod imports;
mod logs;
mod measures;
mod passkeys;
mod sessions;
mod sign_in;
mod stage;
mod start;
mod texts;
mod tries;
mod units;
