//! The year wheel through its pages, on both engines.

mod feeds;
mod fixture;
mod occasions;
mod samples;
mod years;
