//! A filled-in context for each template.

use web::Sample;

pub(super) fn all() -> Vec<Sample> {
    [
        super::adoptions::samples(),
        super::closings::samples(),
        super::comparisons::samples(),
        super::consultations::samples(),
        super::extensions::samples(),
        super::own_activities::samples(),
        super::publications::samples(),
        super::revisions::samples(),
        super::tasks::samples(),
        super::versions::samples(),
    ]
    .concat()
}
