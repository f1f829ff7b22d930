//! Accounts and organisation through HTTP, by people with contrasting rights, on each engine.

mod audit;
mod credentials;
mod imports;
mod keys;
mod logs;
mod measures;
mod outbox;
mod passkeys;
mod people;
mod resets;
mod sessions;
mod sign_in;
mod stage;
mod start;
mod texts;
mod tries;
mod units;
