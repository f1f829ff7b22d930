//! Translations: Fluent files, Swedish first, English complete.

mod catalogue;
mod language;

pub use catalogue::{Argument, Catalogue};
pub use language::Language;
