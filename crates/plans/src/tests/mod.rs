//! Plans, on both engines.

mod actions;
mod editing;
mod editions;
mod expectations;
mod expected;
mod fixture;
mod follow_ups;
mod hostile;
mod import;
mod imports;
mod life;
mod lists;
mod moving;
mod samples;
mod support;
mod workbook;
