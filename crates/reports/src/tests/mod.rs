//! The domain from the outside.

mod changes;
mod charts;
mod compiled;
mod editions;
mod fixture;
mod life;
mod pages;
mod removal;
mod series;
mod sources;
mod standings;
mod writing;
