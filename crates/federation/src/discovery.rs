//! What a provider says of itself: its addresses and its keys, kept for some minutes.

use std::sync::{Arc, Mutex, PoisonError};

use base::Clock;
use openidconnect::core::CoreJsonWebKeySet;
use openidconnect::{IssuerUrl, JsonWebKeySet, ProviderMetadataWithLogout};

use crate::outbound::is_safe;
use crate::{Outbound, Refusal};

/// For how long what a provider said of itself holds.
const MINUTES: i64 = 10;

/// How soon keys are asked for again when a token names one that is not known.
const SECONDS_BETWEEN_KEYS: i64 = 30;

const SECOND: i64 = 1_000_000;

/// What is known of a provider.
#[derive(Debug, Default)]
pub(crate) struct Discovery {
    known: Mutex<Option<Known>>,
}

#[derive(Debug, Clone)]
struct Known {
    metadata: Arc<ProviderMetadataWithLogout>,
    at: i64,
    keys_at: i64,
}

impl Discovery {
    /// What the provider says of itself. Nobody waits for somebody else's question: each asks until one has the answer.
    ///
    /// # Errors
    /// Why there is nothing to go by.
    pub(crate) async fn find(
        &self,
        outbound: &Outbound,
        clock: &Clock,
        issuer: &str,
    ) -> Result<Arc<ProviderMetadataWithLogout>, Refusal> {
        let now = clock.now().as_microsecond();
        if let Some(known) = self.known().filter(|known| now < known.at + MINUTES * 60 * SECOND) {
            return Ok(known.metadata);
        }
        let issuer = IssuerUrl::new(issuer.to_owned()).map_err(|_| Refusal::Nonsense)?;
        let metadata = ProviderMetadataWithLogout::discover_async(issuer, outbound).await?;
        if !is_safe(metadata.authorization_endpoint().as_str()) {
            return Err(Refusal::Nonsense);
        }
        let metadata = Arc::new(metadata);
        self.keep(Known { metadata: Arc::clone(&metadata), at: now, keys_at: now });
        Ok(metadata)
    }

    /// Asks for the provider's keys again, when a token names one that is not known; none when that was done just now.
    ///
    /// # Errors
    /// Why there are no keys.
    pub(crate) async fn find_new_keys(
        &self,
        outbound: &Outbound,
        clock: &Clock,
    ) -> Result<Option<Arc<ProviderMetadataWithLogout>>, Refusal> {
        let now = clock.now().as_microsecond();
        let Some(known) = self.known() else { return Ok(None) };
        // Right after the first question nothing has been asked again yet.
        if known.keys_at != known.at && now < known.keys_at + SECONDS_BETWEEN_KEYS * SECOND {
            return Ok(None);
        }
        let keys: CoreJsonWebKeySet = JsonWebKeySet::fetch_async(known.metadata.jwks_uri(), outbound).await?;
        let metadata = Arc::new((*known.metadata).clone().set_jwks(keys));
        self.keep(Known { metadata: Arc::clone(&metadata), at: known.at, keys_at: now.max(known.at + 1) });
        Ok(Some(metadata))
    }

    fn known(&self) -> Option<Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, known: Known) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(known);
    }
}
