//! A provider of OpenID Connect on this machine, as well-behaved or as hostile as a test asks for.

use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base::Clock;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use federation::{Provider, Secret};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use ring::{digest, hmac};
use serde_json::{Value, json};

pub(super) const SECRET: &str = "provider-secret-that-no-log-shows";
const CLIENT: &str = "tryggbas-test";

/// What the provider does when it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    Usual,
    /// Nothing of it is JSON.
    Nonsense,
    OutOfOrder,
    /// It sends elsewhere.
    Redirects,
    Enormous,
    /// It speaks of another issuer.
    OtherIssuer,
    /// The code is not taken.
    RefusesCode,
    /// There is no token of identity.
    NoToken,
    /// The token is signed with the secret that both know.
    SharedSecret,
    /// The token is not signed.
    Unsigned,
    /// The token is signed with a key that the provider does not publish, under the name of one that it does.
    ForeignKey,
}

pub(super) struct Told {
    pub manner: Manner,
    /// Claims of the next token, over the usual ones; null takes one away.
    pub claims: Value,
    /// What the provider tells besides, when it is asked.
    pub more: Value,
    /// How often its keys were asked for.
    pub keys_asked: usize,
    key: EcdsaKeyPair,
    key_name: String,
    nonce: String,
    challenge: String,
}

/// The provider, for as long as the test lasts.
#[derive(Clone)]
pub(super) struct Fake {
    pub issuer: String,
    pub told: Arc<Mutex<Told>>,
    clock: Arc<Mutex<Option<Clock>>>,
}

impl Fake {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let told = Told {
            manner: Manner::Usual,
            claims: json!({}),
            more: Value::Null,
            keys_asked: 0,
            key: new_key(),
            key_name: "first".to_owned(),
            nonce: String::new(),
            challenge: String::new(),
        };
        let fake = Self { issuer, told: Arc::new(Mutex::new(told)), clock: Arc::default() };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/me", get(user_info))
            .with_state(fake.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        fake
    }

    /// The settings that go with it.
    pub fn provider(&self) -> Provider {
        Provider {
            id: "city".to_owned(),
            label: "Exempelstad".to_owned(),
            issuer: self.issuer.clone(),
            client_id: CLIENT.to_owned(),
            secret: Some(Secret::new(SECRET.to_owned())),
            scopes: vec!["email".to_owned(), "profile".to_owned()],
            organisation: "city".to_owned(),
            subject: vec!["sub".to_owned()],
            email: "email".to_owned(),
            name: "name".to_owned(),
            domains: vec!["exempel.se".to_owned()],
            trust_email: false,
            create_users: false,
            mappings: Vec::new(),
        }
    }

    pub fn keep_time(&self, clock: &Clock) {
        *self.clock.lock().unwrap() = Some(clock.clone());
    }

    pub fn now(&self) -> i64 {
        self.clock.lock().unwrap().as_ref().unwrap().now().as_second()
    }

    pub fn behave(&self, manner: Manner, claims: Value) {
        let mut told = self.told.lock().unwrap();
        (told.manner, told.claims) = (manner, claims);
    }

    /// Takes a new key into use and forgets the old one.
    pub fn change_key(&self, name: &str) {
        let mut told = self.told.lock().unwrap();
        (told.key, told.key_name) = (new_key(), name.to_owned());
    }

    /// Somebody signs in at the address the browser was sent to; returns where they are sent back to.
    pub fn sign_in(&self, address: &str) -> String {
        let asked = |name: &str| field(address.split_once('?').unwrap().1, name);
        assert!(address.starts_with(&format!("{}/authorize?", self.issuer)), "{address}");
        assert_eq!((asked("response_type").as_str(), asked("client_id").as_str()), ("code", CLIENT));
        assert_eq!(asked("code_challenge_method"), "S256");
        assert_eq!(asked("scope"), "openid email profile");
        let mut told = self.told.lock().unwrap();
        (told.nonce, told.challenge) = (asked("nonce"), asked("code_challenge"));
        let back = asked("redirect_uri");
        let path = back.strip_prefix("http://localhost:3000").unwrap();
        format!("{path}?code=a-code&state={}", asked("state"))
    }

    /// An answer out of the ordinary, when that is how it is to behave.
    fn strange(&self) -> Option<Response> {
        match self.told.lock().unwrap().manner {
            Manner::Nonsense => Some("<p>Tjänsten är flyttad".into_response()),
            Manner::OutOfOrder => Some(StatusCode::INTERNAL_SERVER_ERROR.into_response()),
            Manner::Redirects => Some((StatusCode::FOUND, [(header::LOCATION, "/token")]).into_response()),
            Manner::Enormous => Some("{".repeat(3 * 1024 * 1024).into_response()),
            _ => None,
        }
    }
}

fn new_key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &random).unwrap()
}

/// A field of a query or form.
fn field(query: &str, name: &str) -> String {
    let value = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(other, _)| *other == name);
    let mut bytes = value.map(|(_, value)| value.replace('+', " ")).unwrap_or_default().into_bytes();
    while let Some(at) = bytes.iter().position(|byte| *byte == b'%') {
        let byte = HEXLOWER.decode(bytes[at + 1..at + 3].to_ascii_lowercase().as_slice()).unwrap()[0];
        bytes.splice(at..at + 3, [byte]);
    }
    String::from_utf8(bytes).unwrap()
}

async fn describe(State(fake): State<Fake>) -> Response {
    if let Some(strange) = fake.strange() {
        return strange;
    }
    let other = fake.told.lock().unwrap().manner == Manner::OtherIssuer;
    let place = |name: &str| format!("{}/{name}", fake.issuer);
    Json(json!({
        "issuer": if other { "https://login.annat.se".to_owned() } else { fake.issuer.clone() },
        "authorization_endpoint": place("authorize"),
        "token_endpoint": place("token"),
        "userinfo_endpoint": place("me"),
        "jwks_uri": place("keys"),
        "end_session_endpoint": place("end"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
    }))
    .into_response()
}

async fn keys(State(fake): State<Fake>) -> Response {
    let mut told = fake.told.lock().unwrap();
    told.keys_asked += 1;
    let point = told.key.public_key().as_ref();
    let (x, y) = (BASE64URL_NOPAD.encode(&point[1..33]), BASE64URL_NOPAD.encode(&point[33..]));
    let key =
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": told.key_name, "x": x, "y": y });
    Json(json!({ "keys": [key] })).into_response()
}

async fn token(State(fake): State<Fake>, headers: HeaderMap, body: String) -> Response {
    if let Some(strange) = fake.strange() {
        return strange;
    }
    let told = fake.told.lock().unwrap();
    let verifier = digest::digest(&digest::SHA256, field(&body, "code_verifier").as_bytes());
    let known = headers[header::AUTHORIZATION].to_str().unwrap().starts_with("Basic ");
    if told.manner == Manner::RefusesCode || BASE64URL_NOPAD.encode(verifier.as_ref()) != told.challenge || !known {
        return (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_grant" }))).into_response();
    }
    let mut answer = json!({ "access_token": "a-token", "token_type": "Bearer", "expires_in": 300 });
    if told.manner != Manner::NoToken {
        answer["id_token"] = json!(id_token(&fake, &told));
    }
    Json(answer).into_response()
}

async fn user_info(State(fake): State<Fake>, headers: HeaderMap) -> Response {
    assert_eq!(headers[header::AUTHORIZATION], "Bearer a-token");
    let told = fake.told.lock().unwrap();
    let own = json!({ "sub": told.claims.get("sub").cloned().unwrap_or(json!("sam")) });
    Json(if told.more.is_null() { own } else { told.more.clone() }).into_response()
}

fn id_token(fake: &Fake, told: &Told) -> String {
    let now = fake.now();
    let mut claims = json!({
        "iss": fake.issuer, "aud": CLIENT, "sub": "sam", "nonce": told.nonce, "iat": now, "exp": now + 300,
        "email": "coordinator@exempel.se", "email_verified": true, "name": "Sam Ordnarsson",
    });
    for (name, value) in told.claims.as_object().unwrap() {
        match value {
            Value::Null => claims.as_object_mut().unwrap().remove(name),
            value => claims.as_object_mut().unwrap().insert(name.clone(), value.clone()),
        };
    }
    let algorithm = match told.manner {
        Manner::SharedSecret => "HS256",
        Manner::Unsigned => "none",
        _ => "ES256",
    };
    let head = json!({ "alg": algorithm, "kid": told.key_name });
    let signed = format!("{}.{}", encoded(&head), encoded(&claims));
    let signature = match told.manner {
        Manner::Unsigned => Vec::new(),
        Manner::SharedSecret => {
            hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes()), signed.as_bytes()).as_ref().to_vec()
        }
        Manner::ForeignKey => new_key().sign(&SystemRandom::new(), signed.as_bytes()).unwrap().as_ref().to_vec(),
        _ => told.key.sign(&SystemRandom::new(), signed.as_bytes()).unwrap().as_ref().to_vec(),
    };
    format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature))
}

fn encoded(value: &Value) -> String {
    BASE64URL_NOPAD.encode(value.to_string().as_bytes())
}
