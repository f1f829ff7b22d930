//! The pages of the domain, one file per noun.

mod forms;
pub(crate) mod question;

use web::{Module, Route};

/// The domain as the program sees it.
pub const MODULE: Module = Module {
    name: "rounds",
    routes,
    chapters: &[],
    work: None,
    search: None,
    names: None,
    retention: &[],
    holdings: None,
    purposes: &[],
    expected: Some(crate::form::expected::SOURCE),
    samples: forms::samples,
};

fn routes() -> Vec<Route> {
    forms::routes()
}
