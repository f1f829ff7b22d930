//! The web floor that every domain stands on: requests become a [`Here`], answers become pages.
//!
//! No sentence and no markup lives here: text is in translations, markup in `ui/`.

pub mod access_link;
mod app;
mod assets;
mod bearer;
mod client;
mod device;
mod error;
mod fields;
mod gate;
mod health;
mod here;
mod limits;
mod metrics;
mod module;
pub mod outbox;
mod page;
mod preferences;
mod request;
mod router;
mod secret_cookie;
mod security;
mod session;
mod templates;
#[cfg(feature = "testing")]
pub mod testing;

pub use app::{Address, App, AppSettings};
pub use error::{Error, Result};
pub use fields::{Fields, Upload, Uploads};
pub use here::{Flash, Here, Place, Theme};
pub use metrics::router as metrics_router;
pub use module::{Chapter, Method, Module, Permission, Route, Sample};
pub use page::{Listing, download, duration, paging, query};
pub use router::{router, routes};
pub use secret_cookie::SecretCookie;
pub use session::{IDLE_MINUTES, NewSession, SESSION_HOURS, Session, Way, hash_token, new_token};
pub use templates::{Templates, catalogue};
