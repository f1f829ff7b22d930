//! A filled-in context for each template.

use base::Id;
use web::Sample;

use super::show::{Because, Head};
use crate::content::LevelName;
use crate::editions::LevelWords;

pub(super) fn all() -> Vec<Sample> {
    [
        super::actions::samples(),
        super::adoptions::samples(),
        super::answer_links::samples(),
        super::bodies::samples(),
        super::closings::samples(),
        super::comparisons::samples(),
        super::consultations::samples(),
        super::expectations::samples(),
        super::extensions::samples(),
        super::follow_ups::samples(),
        super::goals::samples(),
        super::imports::samples(),
        super::indicators::samples(),
        super::matchings::samples(),
        super::measures::samples(),
        super::own_activities::samples(),
        super::plans::samples(),
        super::publications::samples(),
        super::removals::samples(),
        super::revisions::samples(),
        super::roles::samples(),
        super::sections::samples(),
        super::settings::samples(),
        super::editions::samples(),
        super::workbooks::samples(),
        super::show::samples(),
        super::tasks::samples(),
        super::versions::samples(),
    ]
    .concat()
}

/// The head of an invented plan that the viewer may write.
pub(super) fn head() -> Head {
    let name = |one: &str, many: &str| LevelName::new(one, many);
    Head {
        id: Id::stored("p".to_owned()),
        href: "/plans/p".to_owned(),
        title: "Trygg i Lindhamn".to_owned(),
        owner: "Lindhamns kommun".to_owned(),
        owner_href: "/bodies/lindhamn".to_owned(),
        kind: "Kommunövergripande plan".to_owned(),
        state: "in_force",
        period: "2025–2028".to_owned(),
        summary: String::new(),
        version: 1,
        is_draft: false,
        has_draft: true,
        published: true,
        may_write: true,
        may_approve: true,
        editable: false,
        in_consultation: false,
        adopted: true,
        closed: false,
        decision: None,
        extension: Some(Because { day: "30 juni 2029".to_owned(), reason: "Nästa plan dröjer.".to_owned() }),
        closing: None,
        last_day: "30 juni 2029".to_owned(),
        strategy: None,
        predecessor: None,
        actions: 18,
        levels: LevelWords {
            goal: name("Mål", "Mål"),
            precondition: name("Förutsättning", "Förutsättningar"),
            development_area: name("Utvecklingsområde", "Utvecklingsområden"),
            measure: name("Mått", "Mått"),
            action: name("Åtgärd", "Åtgärder"),
        },
        query: String::new(),
    }
}

/// The head of the same plan while it is written, by a viewer who writes it.
pub(super) fn draft() -> Head {
    Head { state: "draft", extension: None, is_draft: true, has_draft: false, editable: true, adopted: false, ..head() }
}

/// The head of the same plan once it is closed, by a viewer who decides on it and does not write it.
pub(super) fn closed() -> Head {
    let closing = Some(Because { day: "1 mars 2027".to_owned(), reason: "En ny plan tar vid.".to_owned() });
    Head { state: "closed", closed: true, closing, has_draft: false, may_write: false, ..head() }
}
