//! What things are painted with: classes that the site's style sheet colours, or a light palette of their own for paper.

/// Where a chart is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    /// On a page: colours follow the theme, the width that of a telephone.
    Web,
    /// In a document: colours are in the chart, the width that of a sheet.
    Print,
}

/// What a part stands for; each has a pattern of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Nothing in particular: empty.
    Plain,
    /// Under way: slanting lines.
    Info,
    /// As it should be: filled.
    Good,
    /// Late: dots.
    Wait,
    /// Not as it should be: crossed lines.
    Bad,
    /// Different things at once: upright lines.
    Mixed,
    /// Not known: sparse dashes.
    Open,
}

/// What is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paint {
    Ink,
    Soft,
    Grid,
    Axis,
    Ground,
    Fill,
    Stroke,
    /// A hollow point.
    Mark,
    /// A filled point.
    Solid,
    Tone(Tone),
    /// Around a part whose pattern is its fill.
    Outline(Tone),
    Level(u8),
    OnLevel(u8),
}

impl Palette {
    /// How wide a chart is drawn.
    pub(crate) fn width(self) -> f64 {
        match self {
            Self::Web => 360.0,
            Self::Print => 560.0,
        }
    }

    /// The size of its text.
    pub(crate) fn text(self) -> f64 {
        match self {
            Self::Web => 12.0,
            Self::Print => 13.0,
        }
    }
}

impl Tone {
    /// All tones.
    pub const ALL: [Self; 7] = [Self::Plain, Self::Info, Self::Good, Self::Wait, Self::Bad, Self::Mixed, Self::Open];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Info => "info",
            Self::Good => "good",
            Self::Wait => "wait",
            Self::Bad => "bad",
            Self::Mixed => "mixed",
            Self::Open => "open",
        }
    }

    fn colour(self) -> &'static str {
        match self {
            Self::Plain | Self::Mixed | Self::Open => "#4a575c",
            Self::Info => "#1f4f5c",
            Self::Good => "#20573b",
            Self::Wait => "#6f4a12",
            Self::Bad => "#8c2a1f",
        }
    }
}

impl Paint {
    /// The attributes that paint with it.
    pub(crate) fn attributes(self, palette: Palette) -> String {
        let class = self.class();
        if palette == Palette::Web {
            return format!(r#"class="{class}""#);
        }
        let (fill, stroke) = self.colours();
        if let Self::Outline(_) = self {
            return format!(r#"class="{class}" stroke="{stroke}""#);
        }
        format!(r#"class="{class}" fill="{fill}" stroke="{stroke}""#)
    }

    fn class(self) -> String {
        match self {
            Self::Ink => "chart__ink".into(),
            Self::Soft => "chart__soft".into(),
            Self::Grid => "chart__grid".into(),
            Self::Axis => "chart__axis".into(),
            Self::Ground => "chart__ground".into(),
            Self::Fill => "chart__fill".into(),
            Self::Stroke => "chart__stroke".into(),
            Self::Mark => "chart__mark".into(),
            Self::Solid => "chart__mark chart__mark--solid".into(),
            Self::Tone(tone) => format!("chart__tone chart__tone--{}", tone.as_str()),
            Self::Outline(tone) => format!("chart__outline chart__outline--{}", tone.as_str()),
            Self::Level(level) => format!("chart__level chart__level--{level}"),
            Self::OnLevel(level) => format!("chart__on-level chart__on-level--{level}"),
        }
    }

    /// Fill and stroke on paper.
    fn colours(self) -> (&'static str, &'static str) {
        match self {
            Self::Ink => ("#16232a", "none"),
            Self::Soft => ("#46545a", "none"),
            Self::Grid => ("none", "#d8d3c8"),
            Self::Axis => ("none", "#6b787d"),
            Self::Ground => ("#ffffff", "none"),
            Self::Fill => ("#1d5563", "none"),
            Self::Stroke => ("none", "#1d5563"),
            Self::Mark => ("#ffffff", "#1d5563"),
            Self::Solid => ("#1d5563", "#1d5563"),
            Self::Tone(tone) | Self::Outline(tone) => (tone.colour(), tone.colour()),
            Self::Level(level) => (LEVELS[usize::from(level.min(4))], "#ffffff"),
            Self::OnLevel(level) => (if level > 2 { "#ffffff" } else { "#16232a" }, "none"),
        }
    }
}

/// Steps of a heat map from light to dark, told apart in grey.
const LEVELS: [&str; 5] = ["#f3f0ea", "#d5e2e4", "#a5c4ca", "#4d8590", "#1d4f5b"];
