//! SCIM for other systems: users in and out as JSON, errors as the standard writes them. No page, no cookie.

use axum::body::Bytes;
use axum::extract::{FromRequestParts, Path, Query, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};
use web::App;

use crate::scim::{self, Account, Client, Details, Fault, Filter};

const KIND: &str = "application/scim+json";

const LIST: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

/// How many users a list shows unless it is asked for more or fewer.
const USUAL: i64 = 100;

type Result<T> = std::result::Result<T, Fault>;

impl FromRequestParts<App> for Client {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let line = parts.headers.get(header::AUTHORIZATION).and_then(|line| line.to_str().ok());
        let (scheme, token) = line.and_then(|line| line.split_once(' ')).ok_or(Fault::NoToken)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(Fault::NoToken);
        }
        Self::find(app.db(), token.trim()).await
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let (status, kind) = match &self {
            Self::NoToken => (StatusCode::UNAUTHORIZED, None),
            Self::NotFound => (StatusCode::NOT_FOUND, None),
            Self::Filter => (StatusCode::BAD_REQUEST, Some("invalidFilter")),
            Self::Syntax => (StatusCode::BAD_REQUEST, Some("invalidSyntax")),
            Self::Value => (StatusCode::BAD_REQUEST, Some("invalidValue")),
            Self::Mutability => (StatusCode::BAD_REQUEST, Some("mutability")),
            Self::Taken => (StatusCode::CONFLICT, Some("uniqueness")),
            Self::Db(cause) => {
                tracing::error!(%cause, "a request of another system failed");
                (StatusCode::INTERNAL_SERVER_ERROR, None)
            }
        };
        let mut body = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
            "status": status.as_u16().to_string(),
        });
        if let Some(kind) = kind {
            body["scimType"] = json!(kind);
        }
        let mut response = answer(status, &body);
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// What is asked of a list.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Asked {
    filter: String,
    start_index: Option<String>,
    count: Option<String>,
}

/// Users of the organisation.
pub(super) async fn index(client: Client, State(app): State<App>, Query(asked): Query<Asked>) -> Result<Response> {
    let number = |text: &Option<String>, usual: i64| match text {
        Some(text) => text.trim().parse::<i64>().map_err(|_| Fault::Value),
        None => Ok(usual),
    };
    let (start, count) = (number(&asked.start_index, 1)?, number(&asked.count, USUAL)?);
    let filter = Filter::parse(&asked.filter)?;
    let listed = Account::list(app.db(), &client, &today(&app), &filter, start, count).await?;
    let users: Vec<Value> = listed.accounts.iter().map(|account| account.json(origin(&app))).collect();
    Ok(answer(StatusCode::OK, &list(users, listed.total, listed.start)))
}

/// One user.
pub(super) async fn show(client: Client, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let account = Account::find(app.db(), &client, &today(&app), &id).await?;
    Ok(answer(StatusCode::OK, &account.json(origin(&app))))
}

/// Adds a user.
pub(super) async fn create(client: Client, State(app): State<App>, body: Bytes) -> Result<Response> {
    let account = scim::add(app.db(), &client, &Details::of_user(&parsed(&body)?)?).await?;
    let user = account.json(origin(&app));
    let mut response = answer(StatusCode::CREATED, &user);
    if let Some(place) = user["meta"]["location"].as_str().and_then(|place| place.parse().ok()) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// Writes a user anew.
pub(super) async fn replace(
    client: Client,
    State(app): State<App>,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response> {
    let account = scim::save(app.db(), &client, &id, &Details::of_user(&parsed(&body)?)?).await?;
    Ok(answer(StatusCode::OK, &account.json(origin(&app))))
}

/// Changes parts of a user.
pub(super) async fn change(
    client: Client,
    State(app): State<App>,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response> {
    let account = scim::save(app.db(), &client, &id, &Details::of_patch(&parsed(&body)?)?).await?;
    Ok(answer(StatusCode::OK, &account.json(origin(&app))))
}

/// Closes a user's account. What somebody has done stays, and who did it: nobody is taken away.
pub(super) async fn remove(client: Client, State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    scim::deactivate(app.db(), &client, &id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What is understood here.
pub(super) async fn configuration(_client: Client) -> Response {
    let off = json!({ "supported": false });
    let body = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": { "supported": true },
        "bulk": { "supported": false, "maxOperations": 0, "maxPayloadSize": 0 },
        "filter": { "supported": true, "maxResults": 200 },
        "changePassword": off, "sort": off, "etag": off,
        "authenticationSchemes": [{
            "type": "oauthbearertoken", "name": "Bearer token", "description": "RFC 6750", "primary": true,
        }],
    });
    answer(StatusCode::OK, &body)
}

/// The one kind of thing there is.
pub(super) async fn resource_types(_client: Client) -> Response {
    answer(StatusCode::OK, &list(vec![user_type()], 1, 1))
}

/// The one kind of thing there is, by its name.
pub(super) async fn resource_type(_client: Client, Path(name): Path<String>) -> Result<Response> {
    if name == "User" { Ok(answer(StatusCode::OK, &user_type())) } else { Err(Fault::NotFound) }
}

/// What a user consists of.
pub(super) async fn schemas(_client: Client) -> Response {
    answer(StatusCode::OK, &list(vec![user_schema()], 1, 1))
}

/// What a user consists of, by the schema's name.
pub(super) async fn schema(_client: Client, Path(name): Path<String>) -> Result<Response> {
    let user = user_schema();
    if user["id"] == name.as_str() { Ok(answer(StatusCode::OK, &user)) } else { Err(Fault::NotFound) }
}

fn user_type() -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
        "id": "User", "name": "User", "endpoint": "/Users", "schema": "urn:ietf:params:scim:schemas:core:2.0:User",
    })
}

fn user_schema() -> Value {
    let attribute = |name: &str, kind: &str, required: bool, uniqueness: &str| {
        json!({
            "name": name, "type": kind, "multiValued": false, "required": required, "caseExact": name == "externalId",
            "mutability": "readWrite", "returned": "default", "uniqueness": uniqueness,
        })
    };
    let text = |name: &str| attribute(name, "string", false, "none");
    let mut name = attribute("name", "complex", false, "none");
    name["subAttributes"] = json!([text("formatted"), text("givenName"), text("familyName")]);
    let mut emails = attribute("emails", "complex", false, "none");
    emails["multiValued"] = json!(true);
    emails["subAttributes"] = json!([text("value"), text("type"), attribute("primary", "boolean", false, "none")]);
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
        "id": "urn:ietf:params:scim:schemas:core:2.0:User",
        "name": "User",
        "attributes": [
            attribute("userName", "string", true, "server"), attribute("externalId", "string", false, "server"),
            text("displayName"), name, emails, attribute("active", "boolean", false, "none"),
        ],
    })
}

fn list(resources: Vec<Value>, total: i64, start: i64) -> Value {
    json!({
        "schemas": [LIST], "totalResults": total, "startIndex": start, "itemsPerPage": resources.len(),
        "Resources": resources,
    })
}

fn answer(status: StatusCode, body: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, KIND)], body.to_string()).into_response()
}

fn parsed(body: &[u8]) -> Result<Value> {
    serde_json::from_slice(body).map_err(|_| Fault::Syntax)
}

fn origin(app: &App) -> &str {
    app.settings().address.origin()
}

fn today(app: &App) -> String {
    app.db().clock().today().to_string()
}
