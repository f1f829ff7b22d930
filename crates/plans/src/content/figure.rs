//! Figures as people write them: `45 %`, `9 av 20`, `1 234,5`, `ja`.

use super::{Figure, IndicatorKind};

/// Why a text is no figure of the kind that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAFigure;

// tidy: words – between a share's two numbers, and before a rate's base.
const OF: [&str; 4] = [" av ", " of ", "/", " utav "];
const PER: &str = "per";
// tidy: words – answers to whether something is in place; the first of each is how it is kept.
const YES: [&str; 3] = ["ja", "yes", "finns"];
const NO: [&str; 4] = ["nej", "no", "finns inte", "saknas"];

impl Figure {
    /// What somebody wrote as a figure of a kind of indicator.
    ///
    /// # Errors
    /// When it is none: a share above the whole, a word where a number belongs.
    pub fn read(kind: IndicatorKind, text: &str) -> Result<Self, NotAFigure> {
        let text = plain(text);
        match kind {
            IndicatorKind::Share => share(&text),
            IndicatorKind::Number | IndicatorKind::Mean => number(&text).map(of_value),
            IndicatorKind::Rate => number(text.split(PER).next().unwrap_or_default()).map(of_value),
            IndicatorKind::State => state(&text),
            IndicatorKind::Text | IndicatorKind::ToBeDeveloped => Ok(Self { text, ..Self::default() }),
        }
    }

    /// The figure as it would be written in a form of its kind.
    #[must_use]
    pub fn written(&self, kind: IndicatorKind) -> String {
        match (self.of, self.value) {
            (Some((part, whole)), _) => format!("{part}{}{whole}", OF[0]),
            (None, Some(value)) if kind == IndicatorKind::Share => format!("{} %", swedish::decimal(value, 6)),
            (None, Some(value)) => swedish::decimal(value, 6),
            (None, None) => self.text.clone(),
        }
    }
}

/// The text with ordinary spaces and an ordinary minus.
fn plain(text: &str) -> String {
    let plain = |character| match character {
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '\u{2212}' | '–' => '-',
        other => other,
    };
    text.trim().chars().map(plain).collect()
}

fn of_value(value: f64) -> Figure {
    Figure { value: Some(value), ..Figure::default() }
}

/// Both numbers where they are given, also in brackets after the percentage; else the percentage.
fn share(text: &str) -> Result<Figure, NotAFigure> {
    let both = match text.split_once('(') {
        Some((_, rest)) => rest.trim_end().strip_suffix(')').ok_or(NotAFigure)?,
        None => text,
    };
    for word in OF {
        if let Some((part, whole)) = both.split_once(word) {
            let of = (count(part)?, count(whole)?);
            return if of.0 <= of.1 && of.1 > 0 {
                Ok(Figure { of: Some(of), ..Figure::default() })
            } else {
                Err(NotAFigure)
            };
        }
    }
    let percent = number(text.trim_end_matches('%'))?;
    if (0.0..=100.0).contains(&percent) { Ok(of_value(percent)) } else { Err(NotAFigure) }
}

fn state(text: &str) -> Result<Figure, NotAFigure> {
    let said = text.to_lowercase();
    let kept = [YES.as_slice(), NO.as_slice()].into_iter().find(|words| words.contains(&said.as_str()));
    kept.map(|words| Figure { text: words[0].to_owned(), ..Figure::default() }).ok_or(NotAFigure)
}

fn count(text: &str) -> Result<u64, NotAFigure> {
    text.replace(' ', "").parse().map_err(|_| NotAFigure)
}

/// A number with decimal comma or point; spaces, and points before a comma, part its thousands.
fn number(text: &str) -> Result<f64, NotAFigure> {
    let mut digits = text.replace(' ', "");
    if digits.contains(',') {
        digits = digits.replace('.', "").replacen(',', ".", 1);
    }
    let shaped = digits.trim_start_matches('-').chars().all(|character| character.is_ascii_digit() || character == '.');
    if !shaped || !digits.ends_with(|character: char| character.is_ascii_digit()) {
        return Err(NotAFigure);
    }
    digits.parse().map_err(|_| NotAFigure)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: IndicatorKind, text: &str) -> Option<Figure> {
        Figure::read(kind, text).ok()
    }

    #[test]
    fn reads_what_people_write() {
        let of = |part, whole| Some(Figure { of: Some((part, whole)), ..Figure::default() });
        let value = |value| Some(of_value(value));
        let text = |text: &str| Some(Figure { text: text.to_owned(), ..Figure::default() });
        for (kind, typed, wanted) in [
            (IndicatorKind::Share, "45 %", value(45.0)),
            (IndicatorKind::Share, "45,5%", value(45.5)),
            (IndicatorKind::Share, "9 av 20", of(9, 20)),
            (IndicatorKind::Share, "45 % (9 av 20)", of(9, 20)),
            (IndicatorKind::Share, "1\u{a0}200/2 400", of(1200, 2400)),
            (IndicatorKind::Share, "21 av 20", None),
            (IndicatorKind::Share, "0 av 0", None),
            (IndicatorKind::Share, "145 %", None),
            (IndicatorKind::Share, "ungefär hälften", None),
            (IndicatorKind::Number, "1 234,5", value(1234.5)),
            (IndicatorKind::Number, "1.234,5", value(1234.5)),
            (IndicatorKind::Number, "\u{2212}3", value(-3.0)),
            (IndicatorKind::Number, "12 st", None),
            (IndicatorKind::Number, "1,2,3", None),
            (IndicatorKind::Number, "-", None),
            (IndicatorKind::Rate, "12,5 per 100 000", value(12.5)),
            (IndicatorKind::Mean, "3.4", value(3.4)),
            (IndicatorKind::State, "Ja", text("ja")),
            (IndicatorKind::State, "finns inte", text("nej")),
            (IndicatorKind::State, "kanske", None),
            (IndicatorKind::Text, "Fler berättar.", text("Fler berättar.")),
        ] {
            assert_eq!(read(kind, typed), wanted, "{kind:?} {typed}");
        }
    }

    #[test]
    fn what_is_written_is_read_back_the_same() {
        for (kind, typed) in [
            (IndicatorKind::Share, "9 av 20"),
            (IndicatorKind::Share, "12,25 %"),
            (IndicatorKind::Number, "1234567"),
            (IndicatorKind::Mean, "-0,125"),
            (IndicatorKind::State, "nej"),
        ] {
            let figure = read(kind, typed).unwrap();
            assert_eq!(read(kind, &figure.written(kind)), Some(figure), "{typed}");
        }
    }
}
