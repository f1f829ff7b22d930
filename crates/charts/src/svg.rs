//! The sheet that charts are drawn on: elements in order, everything escaped.

use std::fmt::Write as _;

use crate::palette::Paint;
use crate::{Caption, Palette, Tone};

/// Where a text stands against its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing under way.
pub(crate) struct Sheet<'a> {
    caption: &'a Caption,
    palette: Palette,
    width: f64,
    tones: Vec<Tone>,
    body: String,
}

impl<'a> Sheet<'a> {
    pub fn new(caption: &'a Caption, palette: Palette) -> Self {
        Self { caption, palette, width: palette.width(), tones: Vec::new(), body: String::new() }
    }

    pub fn widen(&mut self, width: f64) {
        self.width = self.width.max(width);
    }

    pub fn width(&self) -> f64 {
        self.width
    }

    /// The size of its text.
    pub fn text_size(&self) -> f64 {
        self.palette.text()
    }

    /// From one line of text to the next.
    pub fn line_height(&self) -> f64 {
        (self.text_size() * 1.3).ceil()
    }

    /// About how wide a text becomes. Figures and capitals are wider than small letters; the bound is generous.
    pub fn text_width(&self, text: &str) -> f64 {
        text.chars().count() as f64 * self.text_size() * 0.56
    }

    /// The text in lines of at most that width, cut between words.
    pub fn wrapped(&self, text: &str, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if self.text_width(line) + self.text_width(word) + self.text_width(" ") <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// A text whose foot stands at the point.
    pub fn text(&mut self, (x, y): (f64, f64), anchor: Anchor, paint: Paint, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let paint = paint.attributes(self.palette);
        let _ = write!(
            self.body,
            r#"<text x="{}" y="{}" text-anchor="{anchor}" {paint}>{}</text>"#,
            short(x),
            short(y),
            escaped(text)
        );
    }

    pub fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), paint: Paint, width: f64, dashes: &str) {
        let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(short);
        let paint = paint.attributes(self.palette);
        let dashes = dashed(dashes);
        let _ = write!(
            self.body,
            r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {paint} stroke-width="{width}"{dashes}/>"#
        );
    }

    pub fn path(&mut self, d: &str, paint: Paint, width: f64, dashes: &str) {
        let (paint, dashes) = (paint.attributes(self.palette), dashed(dashes));
        let _ = write!(self.body, r#"<path d="{d}" {paint} stroke-width="{width}"{dashes}/>"#);
    }

    pub fn bar(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), paint: Paint) {
        let [x, y, width, height] = [x, y, width, height].map(short);
        let paint = paint.attributes(self.palette);
        let _ = write!(self.body, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" {paint}/>"#);
    }

    /// A part in its tone's own pattern.
    pub fn toned(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), tone: Tone) {
        if !self.tones.contains(&tone) {
            self.tones.push(tone);
        }
        let [x, y, width, height] = [x, y, width, height].map(short);
        let outline = Paint::Outline(tone).attributes(self.palette);
        let id = escaped(&self.caption.id);
        let _ = write!(
            self.body,
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" {outline} stroke-width="1" fill="url(#{id}-{})"/>"#,
            tone.as_str()
        );
    }

    /// The finished drawing, as high as told.
    pub fn finish(self, height: f64) -> String {
        let Caption { id, title, description } = self.caption;
        let (id, title, description) = (escaped(id), escaped(title), escaped(description));
        let (width, height) = (short(self.width), short(height));
        let size = self.text_size();
        let (family, extent) = match self.palette {
            Palette::Web => (String::new(), String::new()),
            Palette::Print => {
                (r#" font-family="Noto Sans""#.to_owned(), format!(r#" width="{width}" height="{height}""#))
            }
        };
        let patterns: String = self.tones.iter().map(|tone| self.pattern(*tone, &id)).collect();
        let patterns = if patterns.is_empty() { patterns } else { format!("<defs>{patterns}</defs>") };
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="chart"{extent} viewBox="0 0 {width} {height}" font-size="{size}"{family} role="img" aria-labelledby="{id}-title {id}-desc"><title id="{id}-title">{title}</title><desc id="{id}-desc">{description}</desc>{patterns}{}</svg>"#,
            self.body
        )
    }

    fn pattern(&self, tone: Tone, id: &str) -> String {
        let ground = Paint::Ground.attributes(self.palette);
        let paint = Paint::Tone(tone).attributes(self.palette);
        let marks = match tone {
            Tone::Plain => String::new(),
            Tone::Good => format!(r#"<rect width="8" height="8" {paint} stroke-width="0"/>"#),
            Tone::Info => format!(r#"<path d="M-2 2 2 -2M0 8 8 0M6 10 10 6" {paint} stroke-width="2"/>"#),
            Tone::Wait => format!(
                r#"<circle cx="2" cy="2" r="1.4" {paint} stroke-width="0"/><circle cx="6" cy="6" r="1.4" {paint} stroke-width="0"/>"#
            ),
            Tone::Bad => format!(r#"<path d="M0 0 8 8M0 8 8 0" {paint} stroke-width="1.2"/>"#),
            Tone::Mixed => format!(r#"<path d="M2 0V8M6 0V8" {paint} stroke-width="1.4"/>"#),
            Tone::Open => format!(r#"<path d="M2 4H6" {paint} stroke-width="1"/>"#),
        };
        format!(
            r#"<pattern id="{id}-{}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" {ground}/>{marks}</pattern>"#,
            tone.as_str()
        )
    }
}

fn dashed(dashes: &str) -> String {
    if dashes.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{dashes}""#) }
}

/// A coordinate with at most two decimals.
pub(crate) fn short(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" || text.is_empty() { "0".to_owned() } else { text.to_owned() }
}

/// Text for an XML document: what would be markup is written out, and what XML cannot hold is left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            control if control.is_control() => {}
            '\u{fffe}' | '\u{ffff}' => {}
            other => safe.push(other),
        }
    }
    safe
}
