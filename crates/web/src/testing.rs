//! A browser for tests: keeps cookies, follows redirects, and checks every page it fetches.

mod browser;
mod invariants;
mod posted;
mod samples;
mod times;

pub use browser::{Browser, Page};
pub use posted::{Posted, posted};
pub use samples::render_samples;
pub use times::times_to_enter;
