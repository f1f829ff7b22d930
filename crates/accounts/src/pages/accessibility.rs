//! The accessibility statement.

use axum::response::Response;
use serde::Serialize;
use web::{Here, Result, Sample};

use crate::accessibility::Statement;

const TEMPLATE: &str = "pages/accounts/accessibility.html";

#[derive(Serialize)]
struct StatementPage {
    /// Who provides the service: the organisation at the root of the tree.
    provider: Option<String>,
    address: String,
    statement: Statement,
}

/// The statement.
pub(super) async fn index(here: Here) -> Result<Response> {
    let address = here.app().settings().address.origin().to_owned();
    let provider = crate::unit_list::first_root(here.db()).await?;
    here.page(TEMPLATE, &[], &StatementPage { provider, address, statement: statement()? })
}

fn statement() -> Result<Statement> {
    Statement::read().map_err(|error| web::Error::Internal(format!("accessibility.toml: {error}")))
}

pub(super) fn samples() -> Vec<Sample> {
    let page = |provider| {
        let statement = statement().ok()?;
        Some(StatementPage { provider, address: "https://tryggbas.exempel.se".to_owned(), statement })
    };
    let pages = [page(None), page(Some("Björkhamra kommun".to_owned()))];
    pages.iter().flatten().map(|page| Sample::new(TEMPLATE, page)).collect()
}
