//! Handing over: whoever leaves a role writes to whoever comes after, who finds it among their work with all that waits.

use base::{FormErrors, Id, Problem};
use db::{Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use exchange::{Answer, Message, Work};
use identity::{HeldRole, Person, Reach, Role, Unit, Verb, Viewer};
use jiff::ToSpan;
use jiff::civil::Date;

/// How many days before its end a role asks its holder to write; a successor may have begun as early.
const AHEAD_DAYS: i64 = 30;
/// How many days after its end a role still waits for somebody to begin.
const AFTER_DAYS: i64 = 180;
/// Most characters of a note.
pub(crate) const MOST: usize = 20_000;

/// A role that ends or has ended, to be taken over.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Handover {
    /// The id of the role that ends.
    pub role_id: String,
    /// Who leaves it.
    pub person_id: String,
    /// Their name.
    pub person: String,
    /// The role.
    pub role: String,
    /// Where.
    pub unit_id: String,
    /// The unit's name.
    pub unit: String,
    /// The unit's path.
    pub path: String,
    /// The function, where there is one.
    pub function: Option<String>,
    /// The last day, ISO.
    pub valid_to: String,
    /// What they wrote to whoever comes after.
    pub note: Option<String>,
}

/// What somebody is to a hand-over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Leaves the role.
    Predecessor,
    /// Has begun in it.
    Successor,
    /// Administers the unit.
    Administrator,
}

const COLUMNS: &str = "SELECT r.id AS role_id, r.person_id, p.name AS person, r.role, r.unit_id, u.name AS unit, u.path, \
    f.name AS function, r.valid_to, n.text AS note FROM person_role r JOIN person p ON p.id = r.person_id \
    JOIN unit u ON u.id = r.unit_id LEFT JOIN job_function f ON f.id = r.function_id \
    LEFT JOIN handover_note n ON n.role_id = r.id";

impl Handover {
    /// The hand-over, and what the viewer is to it.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for everybody who has no part in it, or when the database refuses.
    pub(crate) async fn find(db: &Db, viewer: &Viewer, role: &Id) -> Result<(Self, Part)> {
        let person = viewer.person.as_ref().ok_or(Problem::NotFound)?;
        let sql = format!("{COLUMNS} WHERE r.id = $1 AND r.valid_to IS NOT NULL");
        let found = db.optional::<Self>(&sql, values![role.as_str()]).await?.ok_or(Problem::NotFound)?;
        let part = if found.person_id == person.id.as_str() {
            Part::Predecessor
        } else if successions(db, &person.id).await?.iter().any(|other| other.role_id == found.role_id) {
            Part::Successor
        } else if viewer.may(Verb::Administer, &found.path) {
            Part::Administrator
        } else {
            return Err(Problem::NotFound.into());
        };
        Ok((found, part))
    }

    /// Whether the person has taken it over.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn is_received_by(&self, db: &Db, person: &Id) -> Result<bool> {
        let sql = "SELECT COUNT(*) FROM handover_receipt WHERE role_id = $1 AND person_id = $2";
        Ok(db.number(sql, values![self.role_id.as_str(), person.as_str()]).await? > 0)
    }

    /// The roles with which is asked what waits: the viewer's own that is handed over, and for whoever administers the unit
    /// the role itself, no further than they reach. Whoever has left sees nothing more.
    pub(crate) fn held_by(&self, viewer: &Viewer, part: Part) -> Vec<HeldRole> {
        let Some(role) = Role::parse(&self.role) else { return Vec::new() };
        if part != Part::Administrator {
            let same = |held: &&HeldRole| held.role == role && held.unit.as_str() == self.unit_id;
            return viewer.roles.iter().filter(same).cloned().collect();
        }
        let whole = viewer.covers(Verb::Administer, &self.path, Reach::Below);
        let reach = if whole { Reach::Below } else { Reach::Own };
        let held = HeldRole::new(role, Id::stored(self.unit_id.clone()), self.unit.clone(), self.path.clone());
        vec![HeldRole { reach, ..held }]
    }

    /// The unit.
    ///
    /// # Errors
    /// [`Problem::NotFound`], or when the database refuses.
    pub(crate) async fn unit(&self, db: &Db) -> Result<Unit> {
        Ok(Unit::find(db, &Id::stored(self.unit_id.clone())).await?.ok_or(Problem::NotFound)?)
    }

    /// Writes to whoever comes after. Whoever leaves may, and who administers the unit.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotAllowed`], [`Problem::Invalid`], or when the database refuses.
    pub(crate) async fn write(db: &Db, viewer: &Viewer, role: &Id, text: &str) -> Result<()> {
        let (found, part) = Self::find(db, viewer, role).await?;
        if part == Part::Successor {
            return Err(Problem::NotAllowed.into());
        }
        let mut errors = FormErrors::default();
        let text = errors.optional("text", text, MOST);
        errors.check().map_err(Problem::from)?;
        let change = db.change(viewer.actor()?).await?;
        let sql = "INSERT INTO handover_note (role_id, text, changed_at) VALUES ($1, $2, $3) \
            ON CONFLICT (role_id) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at";
        change.execute(sql, values![role.as_str(), text, change.at().as_microsecond()]).await?;
        let unit = Id::stored(found.unit_id);
        change.commit(Event::new("handover.written", "role", role).within(&unit)).await
    }

    /// Notes that the viewer has taken over: it no longer waits for them.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for whoever does not come after, or when the database refuses.
    pub(crate) async fn receive(db: &Db, viewer: &Viewer, role: &Id) -> Result<Self> {
        let (found, part) = Self::find(db, viewer, role).await?;
        let (Part::Successor, Some(person)) = (part, &viewer.person) else { return Err(Problem::NotFound.into()) };
        let change = db.change(viewer.actor()?).await?;
        let sql =
            "INSERT INTO handover_receipt (role_id, person_id, received_on) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        let today = db.clock().today().to_string();
        change.execute(sql, values![role.as_str(), person.id.as_str(), today]).await?;
        let unit = Id::stored(found.unit_id.clone());
        change.commit(Event::new("handover.received", "role", role).within(&unit)).await?;
        Ok(found)
    }
}

#[derive(FromQueryResult)]
struct Begun {
    unit_id: String,
    role: String,
    function_id: String,
    valid_from: String,
}

/// Roles that the person comes after: the same function at the same unit, ending about when the person began.
async fn successions(db: &Db, person: &Id) -> Result<Vec<Handover>> {
    let today = db.clock().today();
    let sql = "SELECT unit_id, role, COALESCE(function_id, '') AS function_id, valid_from FROM person_role \
        WHERE person_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY id";
    let begun: Vec<Begun> = db.all(sql, values![person.as_str(), today.to_string()]).await?;
    let mut all = Vec::new();
    for own in begun {
        let Ok(began) = own.valid_from.parse::<Date>() else { continue };
        let first = days_after(began, -AFTER_DAYS).max(days_after(today, -AFTER_DAYS));
        let last = days_after(began, AHEAD_DAYS).min(days_after(today, AHEAD_DAYS));
        let sql = format!(
            "{COLUMNS} WHERE r.person_id <> $1 AND r.unit_id = $2 AND r.role = $3 AND COALESCE(r.function_id, '') = $4 \
             AND r.valid_to >= $5 AND r.valid_to <= $6 ORDER BY r.valid_to DESC, r.id"
        );
        let (first, last) = (first.to_string(), last.to_string());
        let values = values![person.as_str(), own.unit_id, own.role, own.function_id, first, last];
        all.extend(db.all::<Handover>(&sql, values).await?);
    }
    Ok(all)
}

fn days_after(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}

/// Roles of the person that end soon and about which nothing is written yet.
async fn endings(db: &Db, person: &Id) -> Result<Vec<Handover>> {
    let today = db.clock().today();
    let soon = days_after(today, AHEAD_DAYS).to_string();
    let sql = format!(
        "{COLUMNS} WHERE r.person_id = $1 AND r.valid_to >= $2 AND r.valid_to <= $3 \
         AND COALESCE(n.text, '') = '' ORDER BY r.valid_to, r.id"
    );
    db.all(&sql, values![person.as_str(), today.to_string(), soon]).await
}

/// What waits for the viewer: to take over, and to write to whoever comes after.
pub(crate) fn work<'a>(db: &'a Db, viewer: &'a Viewer) -> Answer<'a, Vec<Work>> {
    Box::pin(async move {
        let Some(Person { id, .. }) = &viewer.person else { return Ok(Vec::new()) };
        let mut work = Vec::new();
        for handover in successions(db, id).await? {
            if !handover.is_received_by(db, id).await? {
                work.push(waiting(&handover, "receive", None));
            }
        }
        for handover in endings(db, id).await? {
            let due = handover.valid_to.parse().ok();
            work.push(waiting(&handover, "write", due));
        }
        Ok(work)
    })
}

fn waiting(handover: &Handover, what: &str, due: Option<Date>) -> Work {
    let (what, why, deed) = match what {
        "receive" => ("accounts-handover-receive", "accounts-handover-receive-why", "accounts-handover-receive-deed"),
        _ => ("accounts-handover-write", "accounts-handover-write-why", "accounts-handover-write-deed"),
    };
    Work {
        what: Message::new(what).with("name", &handover.person).with("unit", &handover.unit),
        why: Message::new(why).with("unit", &handover.unit),
        deed: Message::new(deed),
        href: format!("/handovers/{}", handover.role_id),
        due,
        minutes: 15,
    }
}
