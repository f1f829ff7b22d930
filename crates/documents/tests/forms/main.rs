//! The three forms of a document, tested from outside on one sample.

#[cfg(test)]
mod docx;
#[cfg(test)]
mod html;
#[cfg(test)]
mod package;
#[cfg(test)]
mod pdf;
#[cfg(test)]
mod sample;
