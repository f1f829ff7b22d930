//! OpenID Connect: people who sign in through the provider of their own organisation.
//!
//! An engine: it knows what a provider says about somebody, and nothing of people, sessions or pages. The code flow with PKCE is
//! the only one; a token counts only when a key that the provider publishes has signed it.

mod claims;
mod connection;
mod discovery;
mod outbound;
mod provider;
mod refusal;

pub use claims::Claims;
pub use connection::{Connection, Federation, Question};
pub use outbound::{NoOutbound, Outbound};
pub use provider::{Mapping, Provider, Secret};
pub use refusal::Refusal;
