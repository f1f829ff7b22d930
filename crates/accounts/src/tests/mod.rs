//! Accounts and organisation through HTTP, by people with contrasting rights, on each engine.

mod audit;
mod imports;
mod people;
mod sign_in;
mod stage;
mod start;
mod texts;
mod units;
