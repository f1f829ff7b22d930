//! The three forms of a document, tested from outside on one sample.

mod docx;
mod html;
mod package;
mod pdf;
mod sample;
