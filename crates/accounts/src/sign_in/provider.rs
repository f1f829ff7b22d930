//! Signing in through the provider of one's own organisation: there and back again, and whom the answer stands for.

use base::{Id, Problem};
use db::{Actor, Change, Db, DbError, Event, FromQueryResult, Queries, Result, sea_orm, values};
use federation::{Claims, Connection, Provider, Question, Refusal};
use identity::Unit;
use serde::{Deserialize, Serialize};
use serde_json::json;
use swedish::sort_key;
use web::{App, Way, hash_token};

use super::{Browser, folded, start, started};
use crate::ceremony::{Ceremony, Kind};
use crate::founding::is_address;
use crate::{mapped_roles, outside_identity};

/// Why nobody is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// What the provider says does not count.
    Provider(Refusal),
    /// The person, or the provider on their behalf, said no.
    Denied,
    /// The provider could not do what it was asked for.
    ProviderError,
    /// The answer belongs to no sign-in of this browser, or to one that is over.
    ForeignState,
    /// The organisation of the settings is not in the register.
    NoOrganisation,
    /// Nobody here is known by that name, and the provider makes no accounts.
    Unknown,
    /// The address is missing, is not verified, or is of a domain that the provider does not answer for.
    Email,
    /// The address belongs to somebody of another organisation.
    Elsewhere,
    /// The account is closed.
    Closed,
    /// The person has no role here.
    NoRole,
}

impl Reason {
    /// All reasons.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let own = [
            Self::Denied,
            Self::ProviderError,
            Self::ForeignState,
            Self::NoOrganisation,
            Self::Unknown,
            Self::Email,
            Self::Elsewhere,
            Self::Closed,
            Self::NoRole,
        ];
        Refusal::ALL.into_iter().map(Self::Provider).chain(own)
    }

    /// The stable code, for the log.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Provider(refusal) => refusal.code(),
            Self::Denied => "denied",
            Self::ProviderError => "provider-error",
            Self::ForeignState => "foreign-state",
            Self::NoOrganisation => "no-organisation",
            Self::Unknown => "unknown",
            Self::Email => "email",
            Self::Elsewhere => "elsewhere",
            Self::Closed => "closed",
            Self::NoRole => "no-role",
        }
    }
}

/// Where the browser is sent, and the token of its ceremony.
#[derive(Debug)]
pub(crate) struct Departure {
    /// The provider's address.
    pub address: String,
    /// What the browser keeps.
    pub token: String,
}

/// What the browser brings back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Return<'a> {
    /// What was sent along.
    pub state: &'a str,
    /// What the provider gives for it.
    pub code: &'a str,
    /// Why the provider gives nothing.
    pub error: &'a str,
    /// Who says so, where the provider tells.
    pub issuer: &'a str,
}

/// Somebody is signed in.
#[derive(Debug)]
pub(crate) struct Arrival {
    /// The session's token.
    pub session: String,
    /// Where they were going.
    pub back: String,
}

/// What is remembered while somebody is away.
#[derive(Serialize, Deserialize)]
struct Remembered {
    provider: String,
    question: Question,
    back: String,
}

/// Where a provider sends browsers back to.
pub(crate) fn return_address(app: &App, provider: &Provider) -> String {
    format!("{}/sign-in/with/{}/return", app.settings().address.origin(), provider.id)
}

/// Sends a browser to the provider.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn depart(
    app: &App,
    connection: &Connection,
    back: &str,
    language: &str,
) -> Result<std::result::Result<Departure, Reason>> {
    let (db, provider) = (app.db(), connection.provider());
    let question = Question::new(db.randomness());
    let address = match connection.address(&question, &return_address(app, provider), language).await {
        Ok(address) => address,
        Err(refusal) => return refuse(db, provider, Reason::Provider(refusal)).await.map(Err),
    };
    let remembered = Remembered { provider: provider.id.clone(), question, back: back.to_owned() };
    let change = db.change(Actor::Command("sign-in")).await?;
    let token = Ceremony::begin(db, &change, Kind::Provider, None, &serde_json::to_string(&remembered)?).await?;
    let detail = json!({ "provider": provider.id });
    change.commit(Event::new("sign_in.begun", "person", &unknown()).with(detail)).await?;
    Ok(Ok(Departure { address, token }))
}

/// Signs in whoever comes back from the provider; every refusal is noted in the log.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn arrive(
    app: &App,
    connection: &Connection,
    token: Option<&str>,
    answer: &Return<'_>,
    browser: &Browser<'_>,
) -> Result<std::result::Result<Arrival, Reason>> {
    match settle(app, connection, token, answer, browser).await? {
        Err(reason) => refuse(app.db(), connection.provider(), reason).await.map(Err),
        arrival => Ok(arrival),
    }
}

async fn refuse(db: &Db, provider: &Provider, reason: Reason) -> Result<Reason> {
    let change = db.change(Actor::Command("sign-in")).await?;
    let detail = json!({ "provider": provider.id, "reason": reason.code() });
    change.commit(Event::new("sign_in.refused", "person", &unknown()).with(detail)).await?;
    tracing::info!(provider = provider.id, reason = reason.code(), "sign-in refused");
    Ok(reason)
}

fn unknown() -> Id {
    Id::stored("unknown".to_owned())
}

async fn settle(
    app: &App,
    connection: &Connection,
    token: Option<&str>,
    answer: &Return<'_>,
    browser: &Browser<'_>,
) -> Result<std::result::Result<Arrival, Reason>> {
    let (db, provider) = (app.db(), connection.provider());
    let Some(remembered) = remembered(db, provider, token, answer.state).await? else {
        return Ok(Err(Reason::ForeignState));
    };
    if !answer.error.is_empty() {
        return Ok(Err(if answer.error == "access_denied" { Reason::Denied } else { Reason::ProviderError }));
    }
    // A provider that names itself beside the code shows that no other one has answered in its stead (RFC 9207).
    if !answer.issuer.is_empty() && answer.issuer != provider.issuer {
        return Ok(Err(Reason::Provider(Refusal::WrongIssuer)));
    }
    let back = return_address(app, provider);
    let claims = match connection.claims(&remembered.question, answer.code, &back).await {
        Ok(claims) => claims,
        Err(refusal) => return Ok(Err(Reason::Provider(refusal))),
    };
    let person = match person(db, provider, &claims).await {
        // Somebody came the same way at the same moment, and is known now.
        Err(DbError::Taken(_)) => self::person(db, provider, &claims).await?,
        found => found?,
    };
    let person = match person {
        Ok(person) => person,
        Err(reason) => return Ok(Err(reason)),
    };
    let change = db.change(Actor::User(person.clone())).await?;
    let session = start(db, &change, &person, Way::Provider, browser).await?;
    let sql = "UPDATE session SET provider = $2 WHERE token_hash = $1";
    change.execute(sql, values![hash_token(&session), provider.id.as_str()]).await?;
    change.commit(started(&person, Way::Provider)).await?;
    Ok(Ok(Arrival { session, back: remembered.back }))
}

/// What was remembered for this browser, this provider and this answer; asked for twice, it is gone.
async fn remembered(db: &Db, provider: &Provider, token: Option<&str>, state: &str) -> Result<Option<Remembered>> {
    let known = match Ceremony::find(db, Kind::Provider, token).await {
        Err(DbError::Problem(Problem::Refused(_))) => return Ok(None),
        found => serde_json::from_str::<Remembered>(&found?.state)?,
    };
    if known.provider != provider.id || known.question.state != state {
        return Ok(None);
    }
    match Ceremony::take(db, Kind::Provider, token).await {
        Err(DbError::Problem(Problem::Refused(_))) => Ok(None),
        taken => taken.map(|_| Some(known)),
    }
}

/// The person that the claims stand for, with the roles that the claims give.
async fn person(db: &Db, provider: &Provider, claims: &Claims) -> Result<std::result::Result<Id, Reason>> {
    let key = match claims.key(provider) {
        Ok(key) => key,
        Err(refusal) => return Ok(Err(Reason::Provider(refusal))),
    };
    let change = db.change(Actor::Command("sign-in")).await?;
    let Some(organisation) = Unit::find_by_code(&change, &provider.organisation).await? else {
        tracing::error!(provider = provider.id, "the provider's organisation is not in the register");
        return Ok(Err(Reason::NoOrganisation));
    };
    let wanted = mapped_roles::wanted(&change, provider, &organisation, claims).await?;
    let mut events = Vec::new();
    let person = match outside_identity::find(&change, &key).await? {
        Some(known) if !known.active => return Ok(Err(Reason::Closed)),
        Some(known) => known.person,
        None => match newcomer(&change, provider, &organisation, claims, wanted.is_empty(), &mut events).await? {
            Ok(person) => {
                outside_identity::link(&change, &provider.id, &key, &person).await?;
                let detail = json!({ "provider": provider.id });
                events.push(Event::new("person.linked", "person", &person).within(&organisation.id).with(detail));
                person
            }
            Err(reason) => return Ok(Err(reason)),
        },
    };
    events.extend(mapped_roles::settle(&change, provider, &person, wanted).await?);
    let has_role = has_role(&change, &person).await?;
    change.commit_all(events).await?;
    Ok(if has_role { Ok(person) } else { Err(Reason::NoRole) })
}

#[derive(FromQueryResult)]
struct Candidate {
    id: String,
    active: bool,
    inside: bool,
}

/// Somebody who comes this way for the first time: who has the address here, or a new person.
async fn newcomer(
    change: &Change,
    provider: &Provider,
    organisation: &Unit,
    claims: &Claims,
    without_role: bool,
    events: &mut Vec<Event>,
) -> Result<std::result::Result<Id, Reason>> {
    let email = claims.text(&provider.email).map(folded).filter(|email| is_address(email));
    let verified = provider.trust_email || claims.email_is_verified();
    let Some(email) = email.filter(|email| verified && provider.answers_for(email)) else {
        return Ok(Err(Reason::Email));
    };
    let sql = "SELECT p.id, p.active, (EXISTS (SELECT 1 FROM person_role r JOIN unit u ON u.id = r.unit_id \
        WHERE r.person_id = p.id AND u.path LIKE $2) OR EXISTS (SELECT 1 FROM scim_user s \
        WHERE s.person_id = p.id AND s.organisation_id = $3)) AS inside FROM person p WHERE p.email = $1";
    let within = format!("{}%", organisation.path);
    let found = change.optional::<Candidate>(sql, values![email.as_str(), within, organisation.id.as_str()]).await?;
    match found {
        Some(found) if !found.inside => Ok(Err(Reason::Elsewhere)),
        Some(found) if !found.active => Ok(Err(Reason::Closed)),
        Some(found) => Ok(Ok(Id::stored(found.id))),
        None if !provider.create_users => Ok(Err(Reason::Unknown)),
        None if without_role => Ok(Err(Reason::NoRole)),
        None => add(change, organisation, claims.text(&provider.name), email, events).await.map(Ok),
    }
}

/// Adds a person. Where the provider tells no name, it is what stands before the sign in the address.
async fn add(
    change: &Change,
    organisation: &Unit,
    name: Option<&str>,
    email: String,
    events: &mut Vec<Event>,
) -> Result<Id> {
    let name = name.unwrap_or_else(|| email.split('@').next().unwrap_or_default());
    let name: String = name.chars().filter(|letter| !letter.is_control()).take(200).collect();
    let id = change.new_id();
    let row = vec![
        ("id", id.as_str().into()),
        ("name", name.as_str().into()),
        ("sort_key", sort_key(&name).into()),
        ("email", email.into()),
    ];
    change.insert("person", row).await?;
    events.push(Event::new("person.added", "person", &id).within(&organisation.id));
    Ok(id)
}

/// Whether the person may do anything at all today: in a role of their own, or in somebody's stead.
async fn has_role(change: &Change, person: &Id) -> Result<bool> {
    let sql = "SELECT (SELECT COUNT(*) FROM person_role WHERE person_id = $1 AND (valid_to IS NULL OR valid_to >= $2)) \
        + (SELECT COUNT(*) FROM delegation WHERE deputy_id = $1 AND valid_to >= $2)";
    let today = base::in_stockholm(change.at()).date().to_string();
    Ok(change.number(sql, values![person.as_str(), today]).await? > 0)
}

/// The provider that a session came by.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn of_session(db: &Db, hash: &str) -> Result<Option<String>> {
    let sql = "SELECT provider FROM session WHERE token_hash = $1 AND provider IS NOT NULL";
    Ok(db.texts(sql, values![hash]).await?.into_iter().next())
}
