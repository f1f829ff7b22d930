//! The full edition of the example's county plan.

use std::error::Error;

use base::Id;
use db::Db;
use documents::Document;
use i18n::Language;
use plans::Plan;
use plans::editions::{About, Edition, Words};
use plans::version::Version;

/// The document, from a database that holds the example.
pub async fn full(db: &Db) -> Result<Document, Box<dyn Error>> {
    let plan = Plan::load(db, &Id::stored("county-plan".to_owned())).await?.ok_or("the county's plan is not there")?;
    let adopted = plan.adopted.as_ref().ok_or("the county's plan is not adopted")?;
    let version = Version::find(db, adopted).await?.ok_or("the adopted version is not there")?;
    let catalogue = web::catalogue().map_err(|faults| faults.join("\n"))?;
    let about = About::load(db, &identity::Viewer::anybody(), &plan, &version).await?;
    let words = Words::new(&catalogue, Language::Sv);
    Ok(plans::editions::document(&version.content, &about, &Edition::Full, words))
}
