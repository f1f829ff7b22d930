//! The pages of the domain, one file per noun.

pub(crate) mod question;
