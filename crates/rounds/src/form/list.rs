//! Lists of forms.

use db::{PageRequest, Paged, Queries, Result, values};
use identity::{Verb, Viewer};

use super::{COLUMNS, FROM, OwnForm, Stored};

impl OwnForm {
    /// A page of the forms that the viewer sees, those in use first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, viewer: &Viewer, page: PageRequest) -> Result<Paged<Self>> {
        let mut values = values![];
        let visible = Self::visible(viewer, Verb::See, &mut values);
        let total = db.number(&format!("SELECT COUNT(*) {FROM} WHERE {visible}"), values.clone()).await?;
        let sql = format!(
            "SELECT {COLUMNS} {FROM} WHERE {visible} \
             ORDER BY CASE WHEN f.closed_on IS NULL THEN 0 ELSE 1 END, f.sort_key, f.id LIMIT {} OFFSET {}",
            page.size,
            page.offset()
        );
        let rows = db.all::<Stored>(&sql, values).await?.into_iter().map(Self::from).collect();
        Ok(Paged::new(rows, page, total))
    }

    /// The published forms that the viewer may open rounds about, in Swedish order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn askable(db: &impl Queries, viewer: &Viewer) -> Result<Vec<Self>> {
        let mut values = values![];
        let visible = Self::visible(viewer, Verb::Write, &mut values);
        let sql = format!("SELECT {COLUMNS} {FROM} WHERE f.closed_on IS NULL AND {visible} ORDER BY f.sort_key, f.id");
        let forms = db.all::<Stored>(&sql, values).await?.into_iter().map(Self::from);
        Ok(forms.filter(|form: &Self| form.published.is_some()).collect())
    }
}
