//! Horizontal bars from a line at zero.

use crate::palette::Paint;
use crate::scale::Scale;
use crate::svg::{Anchor, Sheet};
use crate::{Caption, Palette};

/// A chart of horizontal bars.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bars {
    /// What it is called.
    pub caption: Caption,
    /// The bars from above.
    pub bars: Vec<Bar>,
    /// Where the scale ends at most, such as 100 per cent.
    pub most: Option<f64>,
}

/// One bar.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bar {
    /// What it is about.
    pub name: String,
    /// How long it is; nothing draws no bar.
    pub height: Option<f64>,
    /// The number as text, or why there is none.
    pub text: String,
}

impl Bars {
    /// The chart.
    #[must_use]
    pub fn svg(&self, palette: Palette) -> String {
        let mut sheet = Sheet::new(&self.caption, palette);
        let scale = Scale::over(self.bars.iter().filter_map(|bar| bar.height), None, self.most);
        let widest = self.bars.iter().map(|bar| sheet.text_width(&bar.text)).fold(0.0, f64::max) + 6.0;
        let below = if scale.least < 0.0 { widest } else { 0.0 };
        let (start, room) = (below, sheet.width() - widest - below);
        let zero = start + scale.place(0.0) * room;
        let (line, thick) = (sheet.line_height(), 14.0);
        let mut y = 0.0;
        for bar in &self.bars {
            for name in sheet.wrapped(&bar.name, sheet.width()) {
                y += line;
                sheet.text((0.0, y), Anchor::Start, Paint::Ink, &name);
            }
            y += 5.0;
            let foot = y + thick - 3.0;
            match bar.height.filter(|height| height.is_finite()) {
                Some(height) => {
                    let end = start + scale.place(height) * room;
                    if (end - zero).abs() > f64::EPSILON {
                        sheet.bar((end.min(zero), y), ((end - zero).abs(), thick), Paint::Fill);
                    }
                    let (at, anchor) = if height < 0.0 { (end - 4.0, Anchor::End) } else { (end + 4.0, Anchor::Start) };
                    sheet.text((at, foot), anchor, Paint::Ink, &bar.text);
                }
                None => sheet.text((zero + 4.0, foot), Anchor::Start, Paint::Soft, &bar.text),
            }
            sheet.line((zero, y - 2.0), (zero, y + thick + 2.0), Paint::Axis, 1.0, "");
            y += thick + 6.0;
        }
        sheet.finish(y.max(line))
    }
}
