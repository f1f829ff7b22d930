//! The year wheel through its pages, on both engines.

mod feeds;
mod fixture;
mod logs;
mod occasions;
mod samples;
mod years;
