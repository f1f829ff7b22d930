//! Invitations: a link that is made once, serves one person once, and lasts a week.

use base::{Id, Problem};
use db::{Actor, Change, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Person, Viewer};
use jiff::SignedDuration;
use web::outbox::Mail;
use web::{Way, hash_token, new_token};

use crate::credentials::Standing;
use crate::people::Member;
use crate::sign_in::{Browser, begin};

/// How many days an invitation can be used.
pub(crate) const INVITATION_DAYS: i64 = 7;

const DAY: i64 = 24 * 3_600_000_000;

/// Where an invitation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InvitationState {
    /// It can be used.
    Open,
    /// Its days are over.
    Expired,
    /// It was used.
    Used,
    /// It was taken back.
    Withdrawn,
}

/// An invitation as an administrator sees it; the link itself is not stored.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Invitation {
    /// The id.
    pub id: String,
    /// Who is invited.
    pub person_id: String,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Who invited them.
    pub inviter: String,
    /// When, in microseconds UTC.
    pub made_at: i64,
    /// Until when, in microseconds UTC.
    pub expires_at: i64,
    used_at: Option<i64>,
    withdrawn_at: Option<i64>,
}

const COLUMNS: &str = "SELECT i.id, i.person_id, p.name, p.email, b.name AS inviter, i.made_at, i.expires_at, i.used_at, \
    i.withdrawn_at FROM invitation i JOIN person p ON p.id = i.person_id JOIN person b ON b.id = i.invited_by";

impl InvitationState {
    /// Its name in translation keys.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Expired => "expired",
            Self::Used => "used",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Invitation {
    /// Where it is at an instant, in microseconds UTC.
    pub(crate) fn state(&self, now: i64) -> InvitationState {
        match (self.used_at, self.withdrawn_at) {
            (Some(_), _) => InvitationState::Used,
            (_, Some(_)) => InvitationState::Withdrawn,
            _ if self.expires_at <= now => InvitationState::Expired,
            _ => InvitationState::Open,
        }
    }

    /// Invitations of people whose accounts the viewer answers for, the newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn list(db: &Db, viewer: &Viewer) -> Result<Vec<Self>> {
        let managed: std::collections::BTreeSet<String> = Member::list(db, viewer)
            .await?
            .into_iter()
            .filter(|member| member.managed)
            .map(|member| member.id.to_string())
            .collect();
        let all = db.all::<Self>(&format!("{COLUMNS} ORDER BY i.made_at DESC, i.id DESC"), values![]).await?;
        Ok(all.into_iter().filter(|invitation| managed.contains(&invitation.person_id)).collect())
    }

    /// The invitations of one person, the newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn of(db: &Db, person: &Id) -> Result<Vec<Self>> {
        let sql = format!("{COLUMNS} WHERE i.person_id = $1 ORDER BY i.made_at DESC, i.id DESC");
        db.all(&sql, values![person.as_str()]).await
    }

    /// An invitation of somebody whose account the viewer answers for.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotAllowed`], or when the database refuses.
    async fn find(db: &Db, viewer: &Viewer, id: &Id) -> Result<Self> {
        let found = db.optional::<Self>(&format!("{COLUMNS} WHERE i.id = $1"), values![id.as_str()]).await?;
        let found = found.ok_or(Problem::NotFound)?;
        Member::find_managed(db, viewer, &Id::stored(found.person_id.clone())).await?;
        Ok(found)
    }

    /// Invites a person who has not signed in yet and returns the token of the link; earlier invitations stop working. The link
    /// is sent to the person, or shown to whoever invites them.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotAllowed`], [`Problem::Refused`] for whoever has signed in before, or when the
    /// database refuses.
    pub(crate) async fn make(db: &Db, viewer: &Viewer, person: &Id, by_mail: bool) -> Result<String> {
        let member = Member::find_managed(db, viewer, person).await?;
        if member.joined {
            return Err(Problem::Refused("person-joined").into());
        }
        if !member.active {
            return Err(Problem::Refused("person-inactive").into());
        }
        let actor = viewer.person.as_ref().ok_or(Problem::NotSignedIn)?;
        let change = db.change(viewer.actor()?).await?;
        withdraw_all(&change, person).await?;
        // By the clock: the change's own instant may lie after it, to keep the order of the log.
        let (token, id, now) = (new_token(db.randomness()), change.new_id(), db.clock().now().as_microsecond());
        let row = vec![
            ("id", id.as_str().into()),
            ("token_hash", hash_token(&token).into()),
            ("person_id", person.as_str().into()),
            ("invited_by", actor.id.as_str().into()),
            ("made_at", now.into()),
            ("expires_at", (now + INVITATION_DAYS * DAY).into()),
        ];
        change.insert("invitation", row).await?;
        if by_mail {
            Mail::to_person(person, "invitation", id.as_str())
                .with("inviter", &actor.name)
                .linking(format!("/invitations/{token}"), SignedDuration::from_hours(24 * INVITATION_DAYS))
                .put(db, &change)
                .await?;
        }
        let detail = serde_json::json!({ "by_mail": by_mail });
        change.commit(Event::new("invitation.made", "person", person).with(detail)).await?;
        Ok(token)
    }

    /// Makes a new link for whoever was invited, for another week.
    ///
    /// # Errors
    /// As [`Invitation::make`].
    pub(crate) async fn renew(db: &Db, viewer: &Viewer, id: &Id, by_mail: bool) -> Result<(String, Id)> {
        let person = Id::stored(Self::find(db, viewer, id).await?.person_id);
        Ok((Self::make(db, viewer, &person, by_mail).await?, person))
    }

    /// Takes an invitation back; returns the name of whoever was invited.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotAllowed`], [`Problem::Refused`] where it cannot be used any more, or when the
    /// database refuses.
    pub(crate) async fn withdraw(db: &Db, viewer: &Viewer, id: &Id) -> Result<String> {
        let found = Self::find(db, viewer, id).await?;
        if found.state(db.clock().now().as_microsecond()) != InvitationState::Open {
            return Err(Problem::Refused("invitation-over").into());
        }
        let change = db.change(viewer.actor()?).await?;
        let person = Id::stored(found.person_id);
        withdraw_all(&change, &person).await?;
        change.commit(Event::new("invitation.withdrawn", "person", &person)).await?;
        Ok(found.name)
    }
}

/// Takes back all open invitations of a person within a change.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn withdraw_all(change: &Change, person: &Id) -> Result<()> {
    let sql =
        "UPDATE invitation SET withdrawn_at = $2 WHERE person_id = $1 AND used_at IS NULL AND withdrawn_at IS NULL";
    change.execute(sql, values![person.as_str(), change.at().as_microsecond()]).await.map(drop)
}

const USABLE: &str = "token_hash = $1 AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2";

/// The person an invitation is for, while it can be used. Looking does not spend it.
///
/// # Errors
/// [`Problem::LinkSpent`], or when the database refuses.
pub(crate) async fn invited(db: &Db, token: &str) -> Result<Person> {
    let sql = format!("SELECT person_id FROM invitation WHERE {USABLE}");
    let owner = db.texts(&sql, values![hash_token(token), db.clock().now().as_microsecond()]).await?;
    let Some(id) = owner.into_iter().next() else { return Err(Problem::LinkSpent.into()) };
    Ok(Person::find(db, &Id::stored(id)).await?.ok_or(Problem::LinkSpent)?)
}

/// Accepts an invitation and starts a session; returns the session's token. Of two who try at once, one succeeds.
///
/// # Errors
/// [`Problem::LinkSpent`], or when the database refuses.
pub(crate) async fn accept(db: &Db, token: &str, browser: &Browser<'_>) -> Result<String> {
    let person = invited(db, token).await?;
    let change = db.change(Actor::User(person.id.clone())).await?;
    // Whoever has credentials signs in with them: an invitation is no way round the second factor.
    if Standing::of(&change, &person.id).await?.is_whole() {
        return Err(Problem::LinkSpent.into());
    }
    let claim = format!("UPDATE invitation SET used_at = $2 WHERE {USABLE}");
    if change.execute(&claim, values![hash_token(token), db.clock().now().as_microsecond()]).await? == 0 {
        return Err(Problem::LinkSpent.into());
    }
    begin(db, change, &person.id, Way::Link, browser).await
}
