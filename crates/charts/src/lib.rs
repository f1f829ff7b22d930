//! Charts as SVG that can be read in grey, on dark, in print and aloud.
//!
//! Values in, values out: numbers and texts give a string. What a chart says stands beside what it is said of; colour only
//! repeats what shape, pattern or text say already. Every text comes from the caller, every number is given with its text.

mod bars;
mod heat;
mod lines;
mod palette;
mod scale;
mod shares;
mod svg;

pub use bars::{Bar, Bars};
pub use heat::{Cell, Heat, HeatRow};
pub use lines::{BreakMark, Curve, Dot, LevelKind, LevelMark, Lines};
pub use palette::{Palette, Tone};
pub use shares::{Part, Shares, SharesRow};

/// What a chart is called, and what it shows in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caption {
    /// A name that is the chart's own on its page: small letters, digits, dashes.
    pub id: String,
    /// The title; read out, not drawn: it stands above the chart as text.
    pub title: String,
    /// What there is to see, in words.
    pub description: String,
}
