//! What a search finds among units.

use db::{Db, PageRequest};
use exchange::{Answer, Hit};
use identity::{Unit, UnitFilter, Viewer};

/// Most units that a search shows; the list of units shows them all.
const MOST: u32 = 8;

/// Units by name, other name or code.
pub(crate) fn units<'a>(db: &'a Db, _viewer: &'a Viewer, words: &'a str) -> Answer<'a, Vec<Hit>> {
    Box::pin(async move {
        let filter = UnitFilter { text: words.to_owned(), ..UnitFilter::default() };
        let found = Unit::list(db, &filter, PageRequest::new(1, MOST)).await?;
        let mut hits = Vec::new();
        for unit in found.rows {
            let above: Vec<String> = unit.above(db).await?.into_iter().map(|unit| unit.name).collect();
            let href = format!("/organisation/units/{}", unit.id);
            hits.push(Hit { kind: "accounts-hit-unit", title: unit.name, text: above.join(" › "), href });
        }
        Ok(hits)
    })
}
