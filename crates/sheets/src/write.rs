//! Tables out: Excel workbooks and separated values from one model.

mod csv;
mod workbook;
mod xlsx;

pub use csv::{csv_machine, csv_swedish};
pub use workbook::{Column, Sheet, Value, Workbook};
pub use xlsx::{WriteError, xlsx};
