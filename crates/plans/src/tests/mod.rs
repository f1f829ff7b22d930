//! Plans, on both engines.

mod editing;
mod fixture;
mod life;
mod editions;
mod workbook;
