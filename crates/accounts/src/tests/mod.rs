//! Accounts and organisation through HTTP, by people with contrasting rights, on each engine.

mod audit;
mod credentials;
mod federation;
mod imports;
mod keys;
mod logs;
mod measures;
mod outbox;
mod passkeys;
mod people;
mod provider;
mod resets;
mod scim;
mod sessions;
mod sign_in;
mod stage;
mod start;
mod texts;
mod tries;
mod units;
