//! Tests of the whole crate, by what is read or written.

mod csv;
mod docx;
mod docx_lists;
mod docx_looks;
mod docx_tables;
mod hostile;
mod kinds;
mod made;
mod numbers;
mod random;
mod wire;
mod write;
mod xlsx;
