//! Forms of an organisation's own.

mod answers;
mod expected;
mod fixture;
mod library;
mod life;
mod writing;
