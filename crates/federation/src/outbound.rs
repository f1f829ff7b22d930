//! The one client that asks other machines: over TLS, without following redirects, for a bounded time and answer.

use std::pin::Pin;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http};

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(3);

/// How long a question and its answer may take together.
const WHOLE: Duration = Duration::from_secs(10);

/// Most bytes of an answer. The largest that is known, keys of a provider with many applications, is a twentieth of it.
const MOST_BYTES: usize = 1024 * 1024;

/// The client. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Outbound {
    client: reqwest::Client,
}

/// This machine cannot ask others.
#[derive(Debug, thiserror::Error)]
#[error("no client for other machines: {0}")]
pub struct NoOutbound(#[from] reqwest::Error);

/// Why a question was not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Nobody answers, or not in time.
    #[error("no answer")]
    Unreachable,
    /// The answer is larger than what is taken.
    #[error("answer too large")]
    TooLarge,
    /// The address is one that is never asked: without TLS, on another machine.
    #[error("address without TLS")]
    NotAllowed,
}

impl Outbound {
    /// A client that trusts whom the machine trusts.
    ///
    /// # Errors
    /// When the machine trusts nobody: its list of authorities is missing.
    pub fn new() -> Result<Self, NoOutbound> {
        // A second call would find it installed already, which is just as well.
        let _already = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(WHOLE)
            // What the environment says about proxies is not reached for.
            .no_proxy()
            .user_agent(concat!("tryggbas/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self { client })
    }

    pub(crate) async fn send(&self, request: HttpRequest) -> Result<HttpResponse, Failure> {
        if !is_safe(&request.uri().to_string()) {
            return Err(Failure::NotAllowed);
        }
        let request = reqwest::Request::try_from(request).map_err(|_| Failure::NotAllowed)?;
        let mut response = self.client.execute(request).await.map_err(|_| Failure::Unreachable)?;
        let mut answer = http::Response::builder().status(response.status());
        for (name, value) in response.headers() {
            answer = answer.header(name, value);
        }
        let mut body = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(|_| Failure::Unreachable)? {
            if body.len() + piece.len() > MOST_BYTES {
                return Err(Failure::TooLarge);
            }
            body.extend_from_slice(&piece);
        }
        answer.body(body).map_err(|_| Failure::Unreachable)
    }
}

impl<'c> AsyncHttpClient<'c> for Outbound {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Failure>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

/// Whether an address may be asked or led to: over TLS, or on this very machine.
pub(crate) fn is_safe(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.is_empty() || authority.contains('@') {
        return false;
    }
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    scheme == "https" || (scheme == "http" && ["localhost", "127.0.0.1", "[::1]"].contains(&host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_only_on_this_machine() {
        for good in ["https://login.exempel.se/a", "http://127.0.0.1:9/x", "http://localhost", "http://[::1]:8080/"] {
            assert!(is_safe(good), "{good}");
        }
        for bad in [
            "http://login.exempel.se/",
            "http://127.0.0.1@login.exempel.se/",
            "http://127.0.0.1.exempel.se/",
            "ftp://localhost",
            "https://",
            "login.exempel.se",
        ] {
            assert!(!is_safe(bad), "{bad}");
        }
    }
}
