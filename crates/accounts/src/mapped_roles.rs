//! Roles that a provider's claims give. They follow the claims at each sign-in; what an administrator has given stays.

use base::{Id, Problem};
use db::{Change, DbError, Event, FromQueryResult, Queries, Result, sea_orm, values};
use federation::{Claims, Mapping, Provider};
use identity::{Assignment, Function, Reach, Role, Unit};
use jiff::ToSpan;
use serde_json::json;

use crate::people::keep_an_administrator;

/// A role that somebody has and that has not ended.
#[derive(FromQueryResult)]
struct Held {
    id: String,
    role: String,
    unit_id: String,
    path: String,
    function_id: Option<String>,
    reach: String,
    mapped: bool,
}

impl Held {
    fn is(&self, role: &Assignment) -> bool {
        self.role == role.role.as_str()
            && self.unit_id == role.unit.as_str()
            && self.reach == role.reach.as_str()
            && self.function_id.as_deref() == role.function.as_ref().map(Id::as_str)
    }
}

/// The roles that the claims give, for nobody yet. What the settings say of units and functions that are not there, or not in
/// the provider's organisation, gives nothing.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn wanted(
    change: &Change,
    provider: &Provider,
    organisation: &Unit,
    claims: &Claims,
) -> Result<Vec<Assignment>> {
    let mut wanted: Vec<Assignment> = Vec::new();
    for mapping in provider.mappings.iter().filter(|mapping| claims.match_mapping(mapping)) {
        match assignment(change, organisation, mapping).await? {
            Some(role) if !wanted.contains(&role) => wanted.push(role),
            Some(_) => {}
            None => tracing::warn!(provider = provider.id, unit = mapping.unit, "a mapping gives no role here"),
        }
    }
    Ok(wanted)
}

async fn assignment(change: &Change, organisation: &Unit, mapping: &Mapping) -> Result<Option<Assignment>> {
    let (Some(role), Some(reach)) = (Role::parse(&mapping.role), Reach::parse(&mapping.reach)) else { return Ok(None) };
    let unit = Unit::find_by_code(change, &mapping.unit).await?;
    let inside = |unit: &Unit| unit.valid_to.is_none() && unit.path.starts_with(&organisation.path);
    let Some(unit) = unit.filter(inside) else { return Ok(None) };
    if reach == Reach::All || !role.reaches().contains(&reach) {
        return Ok(None);
    }
    let mut function = None;
    if let Some(name) = &mapping.function {
        let same = |other: &Function| {
            other.unit_kind == unit.kind.as_str() && swedish::fold(&other.name) == swedish::fold(name)
        };
        let Some(found) = Function::list(change).await?.into_iter().find(same) else { return Ok(None) };
        function = Some(found.id);
    }
    Ok(Some(Assignment { function, reach, ..Assignment::new(&Id::default(), role, &unit.id) }))
}

/// Gives what the claims give and is not held, ends what they gave before and no longer give, and says what the log is to say.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn settle(
    change: &Change,
    provider: &Provider,
    person: &Id,
    wanted: Vec<Assignment>,
) -> Result<Vec<Event>> {
    let today = base::in_stockholm(change.at()).date();
    let sql = "SELECT r.id, r.role, r.unit_id, u.path, r.function_id, r.reach, m.role_id IS NOT NULL AS mapped \
        FROM person_role r JOIN unit u ON u.id = r.unit_id \
        LEFT JOIN mapped_role m ON m.role_id = r.id AND m.provider = $3 \
        WHERE r.person_id = $1 AND (r.valid_to IS NULL OR r.valid_to >= $2)";
    let held = change.all::<Held>(sql, values![person.as_str(), today.to_string(), provider.id.as_str()]).await?;
    let mut events = Vec::new();
    for role in held.iter().filter(|held| held.mapped && !wanted.iter().any(|role| held.is(role))) {
        let last_day = today.checked_sub(1.day()).unwrap_or(today).to_string();
        if end(change, role, &last_day).await? {
            let (id, unit) = (Id::stored(role.id.clone()), Id::stored(role.unit_id.clone()));
            let detail = json!({ "role_id": id, "role": role.role, "unit": unit, "provider": provider.id });
            events.push(Event::new("person.role_ended", "person", person).within(&unit).with(detail));
        }
    }
    for role in wanted.into_iter().filter(|role| !held.iter().any(|held| held.is(role))) {
        let role = Assignment { person: person.clone(), valid_from: Some(today.to_string()), ..role };
        let id = role.write(change).await?;
        let mapped = vec![("role_id", id.as_str().into()), ("provider", provider.id.as_str().into())];
        change.insert("mapped_role", mapped).await?;
        let detail = json!({
            "role_id": id, "role": role.role.as_str(), "unit": role.unit, "reach": role.reach.as_str(),
            "provider": provider.id,
        });
        events.push(Event::new("person.role_given", "person", person).within(&role.unit).with(detail));
    }
    Ok(events)
}

/// Ends a role, unless nobody would administer its unit then: the last administrator stays, whatever a provider says.
async fn end(change: &Change, role: &Held, last_day: &str) -> Result<bool> {
    let id = Id::stored(role.id.clone());
    Assignment::end(change, &id, last_day).await?;
    if role.role != Role::Administrator.as_str() {
        return Ok(true);
    }
    match keep_an_administrator(change, &role.path).await {
        Err(DbError::Problem(Problem::Refused(_))) => {
            change.execute("UPDATE person_role SET valid_to = NULL WHERE id = $1", values![id.as_str()]).await?;
            Ok(false)
        }
        kept => kept.map(|()| true),
    }
}
