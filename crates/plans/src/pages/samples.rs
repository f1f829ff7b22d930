//! A filled-in context for each template.

use web::Sample;

pub(super) fn all() -> Vec<Sample> {
    Vec::new()
}
