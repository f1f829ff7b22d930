//! A text as a square of dots that a telephone's camera reads.

use qrcodegen::{QrCode, QrCodeEcc};

/// The square, with the white edge that cameras need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Its side, in dots.
    pub size: i32,
    /// Its dark dots as the path of an SVG drawing of that size.
    pub path: String,
}

/// Dots of white around the code, as the standard asks for.
const EDGE: i32 = 4;

impl Qr {
    /// The square of a text; `None` when it is too long for one.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let dots = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = dots.filter(|(x, y)| code.get_module(*x, *y));
        let path = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + EDGE, y + EDGE)).collect();
        Some(Self { size: code.size() + 2 * EDGE, path })
    }
}
