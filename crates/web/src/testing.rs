//! What tests of domains need: an application with units and people, and a browser that keeps cookies, follows redirects, and
//! checks every page it fetches.

mod browser;
mod invariants;
mod posted;
mod samples;
mod stage;
mod times;

pub use browser::{Browser, Page};
pub use posted::{Posted, posted};
pub use samples::render_samples;
pub use stage::{StagePerson, StageUnit, application, populate};
pub use times::times_to_enter;
