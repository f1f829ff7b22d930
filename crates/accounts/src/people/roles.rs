//! Giving a role and ending it: never more than the giver's own reach, and never the last administrator.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Change, Db, Event, Queries, Result, values};
use identity::{Assignment, Function, Reach, Role, Unit, Verb, Viewer};
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::json;

use super::Member;

/// A role as it is written in a form.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gift {
    /// The role's name.
    pub role: String,
    /// The unit's id.
    pub unit: String,
    /// The function's id, or nothing.
    pub function: String,
    /// The reach's name.
    pub reach: String,
    /// The first day, ISO, or nothing.
    pub valid_from: String,
    /// The last day, ISO, or nothing.
    pub valid_to: String,
}

/// Gives a person a role.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::NotAllowed`], [`Problem::Invalid`], or when the database refuses.
pub(crate) async fn give_role(db: &Db, viewer: &Viewer, person: &Id, gift: &Gift) -> Result<()> {
    let member = Member::find(db, viewer, person).await?;
    let mut errors = FormErrors::default();
    let role = check(db, viewer, gift, &mut errors).await?;
    if let Some(role) = &role
        && has_already(&member, role, &db.clock().today().to_string())
    {
        errors.add("role", FieldError::Taken);
    }
    errors.check().map_err(Problem::from)?;
    let Some(role) = role else { return Err(Problem::Malformed.into()) };
    let change = db.change(viewer.actor()?).await?;
    let event = write(&change, person, &role).await?;
    change.commit(event).await
}

fn has_already(member: &Member, new: &Assignment, today: &str) -> bool {
    member
        .roles
        .iter()
        .any(|held| held.role == new.role && held.unit == new.unit && held.reach == new.reach && !held.has_ended(today))
}

/// The role that a form describes, for nobody yet; what is wrong with it is added to the errors.
pub(super) async fn check(
    db: &Db,
    viewer: &Viewer,
    gift: &Gift,
    errors: &mut FormErrors,
) -> Result<Option<Assignment>> {
    let role = Role::parse(&gift.role);
    if role.is_none() {
        errors.add("role", FieldError::NotAChoice);
    }
    let reach = Reach::parse(&gift.reach).filter(|reach| role.is_none_or(|role| role.reaches().contains(reach)));
    if reach.is_none() {
        errors.add("reach", FieldError::NotAChoice);
    }
    let unit = match Id::parse(&gift.unit) {
        Some(id) => Unit::find(db, &id).await?.filter(|unit| unit.valid_to.is_none()),
        None => None,
    };
    if unit.is_none() {
        errors.add("unit", if gift.unit.is_empty() { FieldError::Missing } else { FieldError::Unknown });
    }
    let function = Id::parse(&gift.function);
    if let Some(function) = &function
        && !Function::list(db).await?.iter().any(|other| other.id == *function)
    {
        errors.add("function", FieldError::Unknown);
    }
    let (valid_from, valid_to) = days(gift, db.clock().today(), errors);
    let (Some(role), Some(reach), Some(unit)) = (role, reach, unit) else { return Ok(None) };
    if !viewer.covers(Verb::Administer, &unit.path, reach) {
        return Err(Problem::NotAllowed.into());
    }
    let nobody = Id::default();
    Ok(Some(Assignment { function, reach, valid_from, valid_to, ..Assignment::new(&nobody, role, &unit.id) }))
}

/// The first and the last day. Without a first day it begins today: a successor is known by the day they begin.
fn days(gift: &Gift, today: Date, errors: &mut FormErrors) -> (Option<String>, Option<String>) {
    let mut day = |field: &'static str, text: &str| match text.trim().parse::<Date>() {
        Ok(day) => Some(day),
        Err(_) if text.trim().is_empty() => None,
        Err(_) => {
            errors.add(field, FieldError::NotADate);
            None
        }
    };
    let from = day("valid_from", &gift.valid_from).unwrap_or(today);
    let to = day("valid_to", &gift.valid_to);
    if to.is_some_and(|to| to < from) {
        errors.add("valid_to", FieldError::TooEarly);
    }
    (Some(from.to_string()), to.map(|to| to.to_string()))
}

/// Writes the role for a person within a change, and says what the log is to say.
pub(super) async fn write(change: &Change, person: &Id, role: &Assignment) -> Result<Event> {
    let role = Assignment { person: person.clone(), ..role.clone() };
    let id = role.write(change).await?;
    let detail = json!({
        "role_id": id, "role": role.role.as_str(), "unit": role.unit, "reach": role.reach.as_str(),
        "from": role.valid_from, "to": role.valid_to,
    });
    Ok(Event::new("person.role_given", "person", person).within(&role.unit).with(detail))
}

/// Ends a role after a last day; none ends it at once.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::NotAllowed`], [`Problem::Refused`] where nobody else would administer the unit, or when
/// the database refuses.
pub(crate) async fn end_role(db: &Db, viewer: &Viewer, person: &Id, role: &Id, last_day: Option<Date>) -> Result<()> {
    let member = Member::find(db, viewer, person).await?;
    let today = db.clock().today();
    let given = member.roles.into_iter().find(|given| given.id == *role).ok_or(Problem::NotFound)?;
    if !viewer.covers(Verb::Administer, &given.path, given.reach) {
        return Err(Problem::NotAllowed.into());
    }
    if given.has_ended(&today.to_string()) {
        return Err(Problem::Refused("role-ended").into());
    }
    // Yesterday was the last day of what ends at once.
    let last_day = last_day.unwrap_or_else(|| today.checked_sub(1.day()).unwrap_or(today)).to_string();
    let change = db.change(viewer.actor()?).await?;
    Assignment::end(&change, role, &last_day).await?;
    if given.role == Role::Administrator {
        keep_an_administrator(&change, &given.path).await?;
    }
    let detail = json!({ "role_id": role, "role": given.role.as_str(), "unit": given.unit, "last_day": last_day });
    change.commit(Event::new("person.role_ended", "person", person).within(&given.unit).with(detail)).await
}

/// Refuses the change when after it nobody administers the unit until further notice. Changes of this sort queue on the
/// first root, so that two administrators do not remove each other at once.
pub(crate) async fn keep_an_administrator(change: &Change, path: &str) -> Result<()> {
    let lock = "UPDATE unit SET revision = revision WHERE id = (SELECT MIN(id) FROM unit WHERE parent_id IS NULL)";
    change.execute(lock, values![]).await?;
    let sql = "SELECT COUNT(*) FROM person_role r JOIN unit u ON u.id = r.unit_id JOIN person p ON p.id = r.person_id \
        WHERE p.active AND r.role = $1 AND (r.valid_from IS NULL OR r.valid_from <= $2) AND r.valid_to IS NULL \
        AND (r.reach = 'all' OR (r.reach = 'below' AND $3 LIKE u.path || '%') OR u.path = $3)";
    let today = base::in_stockholm(change.at()).date().to_string();
    let left = change.number(sql, values![Role::Administrator.as_str(), today, path]).await?;
    if left == 0 { Err(Problem::Refused("last-administrator").into()) } else { Ok(()) }
}
