//! What the domain's things are called, for pages that show things of any domain.

use base::Id;
use db::{Db, Queries, values};
use exchange::{Answer, Named};
use identity::{Unit, Viewer};

/// The name of a unit or a person. Both are read by whoever may read the page that asks.
pub(crate) fn name<'a>(db: &'a Db, _: &'a Viewer, kind: &'a str, id: &'a Id) -> Answer<'a, Option<Named>> {
    Box::pin(async move {
        match kind {
            "unit" => {
                let unit = Unit::find(db, id).await?;
                Ok(unit.map(|unit| Named { href: Some(format!("/organisation/units/{}", unit.id)), text: unit.name }))
            }
            "person" => {
                let names = db.texts("SELECT name FROM person WHERE id = $1", values![id.as_str()]).await?;
                Ok(names.into_iter().next().map(|text| Named { text, href: None }))
            }
            _ => Ok(None),
        }
    })
}
