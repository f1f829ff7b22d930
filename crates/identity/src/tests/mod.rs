//! Units and roles, on both engines.

mod unit;
mod viewer;
