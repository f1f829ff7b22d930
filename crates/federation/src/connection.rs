//! The way to a provider and back.

use std::fmt;
use std::sync::Arc;

use base::{Clock, Randomness};
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use openidconnect::core::{CoreClient, CoreClientAuthMethod, CoreIdToken, CoreJwsSigningAlgorithm, CoreResponseType};
use openidconnect::{
    AccessToken, AuthType, AuthenticationFlow, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret,
    CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, LanguageTag, LogoutRequest, Nonce, OAuth2TokenResponse,
    PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl, ProviderMetadataWithLogout, RedirectUrl, Scope,
    SignatureVerificationError, TokenResponse, http,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::discovery::Discovery;
use crate::outbound::is_safe;
use crate::{Claims, Outbound, Provider, Refusal};

/// By how many seconds clocks may differ.
const SKEW: TimeDelta = TimeDelta::seconds(60);

/// Signatures that are taken: with a key pair. With a shared secret everybody who knows it could sign.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// All providers. Cheap to clone.
#[derive(Clone, Default)]
pub struct Federation {
    connections: Arc<Vec<Connection>>,
}

/// A provider, and how it is asked.
pub struct Connection {
    provider: Provider,
    outbound: Outbound,
    clock: Clock,
    discovery: Discovery,
}

/// What is remembered between leaving for the provider and coming back. All of it is secret.
#[derive(Clone, Serialize, Deserialize)]
pub struct Question {
    /// Comes back as it is, beside the code.
    pub state: String,
    nonce: String,
    verifier: String,
}

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

impl Federation {
    /// The providers of an installation, in the order of the settings.
    #[must_use]
    pub fn new(providers: Vec<Provider>, outbound: &Outbound, clock: &Clock) -> Self {
        let connection = |provider| Connection {
            provider,
            outbound: outbound.clone(),
            clock: clock.clone(),
            discovery: Discovery::default(),
        };
        Self { connections: Arc::new(providers.into_iter().map(connection).collect()) }
    }

    /// All providers.
    pub fn providers(&self) -> impl Iterator<Item = &Provider> {
        self.connections.iter().map(|connection| &connection.provider)
    }

    /// The provider with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Connection> {
        self.connections.iter().find(|connection| connection.provider.id == id)
    }
}

impl fmt::Debug for Federation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.providers()).finish()
    }
}

impl Question {
    /// A question that nobody can guess.
    #[must_use]
    pub fn new(randomness: &Randomness) -> Self {
        let secret = || HEXLOWER.encode(&randomness.bytes::<32>());
        Self { state: secret(), nonce: secret(), verifier: secret() }
    }
}

impl Connection {
    /// The provider's settings.
    #[must_use]
    pub fn provider(&self) -> &Provider {
        &self.provider
    }

    /// Where the browser is sent to sign in; it comes back to `back`.
    ///
    /// # Errors
    /// When the provider cannot be asked.
    pub async fn address(&self, question: &Question, back: &str, language: &str) -> Result<String, Refusal> {
        let metadata = self.discovery.find(&self.outbound, &self.clock, &self.provider.issuer).await?;
        let client = self.client(&metadata, back)?;
        let verifier = PkceCodeVerifier::new(question.verifier.clone());
        let (state, nonce) = (question.state.clone(), question.nonce.clone());
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let scopes = self.provider.scopes.iter().filter(|scope| *scope != "openid").cloned().map(Scope::new);
        let request = client
            .authorize_url(flow, || CsrfToken::new(state), || Nonce::new(nonce))
            .add_scopes(scopes)
            .add_ui_locale(LanguageTag::new(language.to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        Ok(request.url().0.to_string())
    }

    /// What the provider says about whoever came back with a code.
    ///
    /// # Errors
    /// Why what it says does not count.
    pub async fn claims(&self, question: &Question, code: &str, back: &str) -> Result<Claims, Refusal> {
        let metadata = self.discovery.find(&self.outbound, &self.clock, &self.provider.issuer).await?;
        let client = self.client(&metadata, back)?;
        let answer = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|_| Refusal::Nonsense)?
            .set_pkce_verifier(PkceCodeVerifier::new(question.verifier.clone()))
            .request_async(&self.outbound)
            .await?;
        let token = answer.id_token().ok_or(Refusal::Nonsense)?;
        self.verify(&client, token, &question.nonce, back).await?;
        let mut claims = Claims::new(payload(token)?);
        self.check_not_before(&claims)?;
        if claims.lack_any(&self.provider) && metadata.userinfo_endpoint().is_some() {
            claims.complete(self.user_info(&metadata, answer.access_token(), &claims).await?);
        }
        Ok(claims)
    }

    /// Where the browser can be sent to sign out from the provider too; nothing where the provider has no such place.
    ///
    /// # Errors
    /// When the provider cannot be asked.
    pub async fn farewell(&self, back: &str) -> Result<Option<String>, Refusal> {
        let metadata = self.discovery.find(&self.outbound, &self.clock, &self.provider.issuer).await?;
        let Some(end) = metadata.additional_metadata().end_session_endpoint.clone() else { return Ok(None) };
        if !is_safe(end.as_str()) {
            return Err(Refusal::Nonsense);
        }
        let back = PostLogoutRedirectUrl::new(back.to_owned()).map_err(|_| Refusal::Nonsense)?;
        let request = LogoutRequest::from(end)
            .set_client_id(ClientId::new(self.provider.client_id.clone()))
            .set_post_logout_redirect_uri(back);
        Ok(Some(request.http_get_url().to_string()))
    }

    fn client(&self, metadata: &ProviderMetadataWithLogout, back: &str) -> Result<Client, Refusal> {
        let id = ClientId::new(self.provider.client_id.clone());
        let secret = self.provider.secret.as_ref().map(|secret| ClientSecret::new(secret.text().to_owned()));
        let back = RedirectUrl::new(back.to_owned()).map_err(|_| Refusal::Nonsense)?;
        // What a provider does not name it takes as the standard says: in the header.
        let methods = metadata.token_endpoint_auth_methods_supported();
        let in_header = methods.is_none_or(|methods| {
            methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
                || !methods.contains(&CoreClientAuthMethod::ClientSecretPost)
        });
        let manner = if in_header { AuthType::BasicAuth } else { AuthType::RequestBody };
        Ok(CoreClient::from_provider_metadata(metadata.clone(), id, secret)
            .set_redirect_uri(back)
            .set_auth_type(manner))
    }

    /// Whether a key of the provider has signed the token, for this application and this sign-in, now.
    async fn verify(&self, client: &Client, token: &CoreIdToken, nonce: &str, back: &str) -> Result<(), Refusal> {
        match self.check(client, token, nonce) {
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
                let newer = self.discovery.find_new_keys(&self.outbound, &self.clock).await?;
                let newer = newer.ok_or(Refusal::WrongSignature)?;
                Ok(self.check(&self.client(&newer, back)?, token, nonce)?)
            }
            checked => Ok(checked?),
        }
    }

    fn check(&self, client: &Client, token: &CoreIdToken, nonce: &str) -> Result<(), ClaimsVerificationError> {
        let now = self.now();
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || now - SKEW)
            .set_issue_time_verifier_fn(
                move |at| if at > now + SKEW { Err("issued later".to_owned()) } else { Ok(()) },
            );
        token.claims(&verifier, &Nonce::new(nonce.to_owned())).map(drop)
    }

    fn check_not_before(&self, claims: &Claims) -> Result<(), Refusal> {
        let late = claims.number("nbf").is_some_and(|from| from > (self.now() + SKEW).timestamp());
        if late { Err(Refusal::WrongTime) } else { Ok(()) }
    }

    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.clock.now().as_second(), 0).unwrap_or_default()
    }

    /// What the provider tells about the person only when asked.
    async fn user_info(
        &self,
        metadata: &ProviderMetadataWithLogout,
        token: &AccessToken,
        claims: &Claims,
    ) -> Result<Map<String, Value>, Refusal> {
        let Some(place) = metadata.userinfo_endpoint() else { return Ok(Map::new()) };
        let request = http::Request::get(place.as_str())
            .header(http::header::AUTHORIZATION, format!("Bearer {}", token.secret()))
            .header(http::header::ACCEPT, "application/json")
            .body(Vec::new())
            .map_err(|_| Refusal::Nonsense)?;
        let answer = self.outbound.send(request).await?;
        if answer.status().is_server_error() {
            return Err(Refusal::Unreachable);
        }
        let told: Map<String, Value> = serde_json::from_slice(answer.body()).map_err(|_| Refusal::Nonsense)?;
        // Nothing but the subject ties this answer to the token.
        let same = told.get("sub").and_then(Value::as_str).is_some_and(|subject| claims.text("sub") == Some(subject));
        if same { Ok(told) } else { Err(Refusal::Nonsense) }
    }
}

/// The claims of a token that was verified, once more as they are: which of them count is for the settings to say.
fn payload(token: &CoreIdToken) -> Result<Map<String, Value>, Refusal> {
    let text = token.to_string();
    let middle = text.split('.').nth(1).ok_or(Refusal::Nonsense)?;
    let bytes = BASE64URL_NOPAD.decode(middle.as_bytes()).map_err(|_| Refusal::Nonsense)?;
    serde_json::from_slice(&bytes).map_err(|_| Refusal::Nonsense)
}
