//! Rounds, on both engines.

mod forms;
