//! What a round is opened about: the things of any domain, and what they expect.

use base::Id;
use db::{Db, Result};
use exchange::{Expected, ExpectedSource, Known};
use identity::Viewer;
use web::Module;

/// What rounds can be opened about, from all domains.
pub(crate) fn sources(modules: &[Module]) -> impl Iterator<Item = ExpectedSource> {
    modules.iter().filter_map(|module| module.expected)
}

/// What a thing of that kind expects in a year, without what any domain knows already; nothing where the viewer may not open a round
/// about it, and for kinds that no domain has.
///
/// # Errors
/// When the database refuses, or what it holds cannot be read.
pub async fn expected(
    modules: &[Module],
    db: &Db,
    viewer: &Viewer,
    kind: &str,
    id: &Id,
    year: i16,
) -> Result<Option<Expected>> {
    let Some(source) = sources(modules).find(|source| source.kind == kind) else { return Ok(None) };
    let mut known: Vec<Known> = Vec::new();
    for knows in modules.iter().filter_map(|module| module.known) {
        known.extend(knows(db, viewer, kind, id).await?);
    }
    (source.expected)(db, viewer, id, year, &known).await
}
