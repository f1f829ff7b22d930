//! Plans, on both engines.

mod editing;
mod editions;
mod fixture;
mod import;
mod life;
mod samples;
mod workbook;
