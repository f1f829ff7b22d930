//! Numbers as their format shows them, with the decimal comma of Swedish: `12`, `0,5`, `37%`, `00123`.
//!
//! Format codes are described in ECMA-376 part 1, 18.8.31. Colours, conditions and fractions are not followed: such a number
//! is shown plainly, which loses nothing.

use super::dates::DateFormat;

/// A no-break space: what Swedish puts between thousands.
const THOUSANDS: char = '\u{a0}';

/// Excel's own limit.
const LONGEST_CODE: usize = 255;

/// A parsed format code.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NumberFormat {
    /// For positive numbers (or all), negative ones, and zero.
    sections: Vec<Section>,
}

#[derive(Debug, Clone, PartialEq)]
enum Section {
    /// As many digits as the number needs.
    General,
    Number(Pattern),
    Date(DateFormat),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Literal(char),
    /// A letter that is no literal: part of a date.
    Letter(char),
    /// A unit in brackets counts time on past its bound: `[h]`, `[mm]`.
    Elapsed(char),
    Digit(char),
    Point,
    Comma,
    Percent,
    Exponent,
    Slash,
}

/// How digits are laid out.
#[derive(Debug, Clone, Default, PartialEq)]
struct Pattern {
    whole: Vec<Token>,
    decimals: Vec<Token>,
    /// Whether thousands are kept apart.
    grouped: bool,
    /// What the number is multiplied with before it is shown.
    scale: f64,
}

impl NumberFormat {
    /// Parses a format code.
    pub(super) fn parse(code: &str) -> Self {
        let code: String = code.chars().take(LONGEST_CODE).collect();
        let sections = split(&code).iter().take(3).map(|tokens| section(tokens)).collect();
        Self { sections }
    }

    /// The number as a person sees it.
    pub(super) fn show(&self, number: f64, since_1904: bool) -> String {
        let (section, signed) = self.section(number);
        let shown = match section {
            Section::General => None,
            Section::Date(format) => format.show(number, since_1904),
            Section::Number(pattern) => pattern.show(if signed { number } else { number.abs() }),
        };
        // A format that shows nothing hides the number; here it is shown all the same.
        shown.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| general(number))
    }

    /// The section for a number, and whether the minus sign is to be added.
    fn section(&self, number: f64) -> (&Section, bool) {
        let pick = match self.sections.len() {
            2.. if number < 0.0 => 1,
            3.. if number == 0.0 => 2,
            _ => 0,
        };
        (self.sections.get(pick).unwrap_or(&Section::General), pick == 0)
    }
}

/// The tokens of a code by section.
fn split(code: &str) -> Vec<Vec<Token>> {
    let mut sections = vec![Vec::new()];
    let mut rest = code.chars();
    while let Some(character) = rest.next() {
        let token = match character {
            ';' => {
                sections.push(Vec::new());
                continue;
            }
            '"' => {
                if let Some(tokens) = sections.last_mut() {
                    tokens.extend(rest.by_ref().take_while(|&one| one != '"').map(Token::Literal));
                }
                continue;
            }
            '\\' => rest.next().map(Token::Literal),
            // `_x` leaves the width of x free, `*x` fills the cell with x.
            '_' => rest.next().map(|_| Token::Literal(' ')),
            '*' => {
                rest.next();
                None
            }
            '[' => bracket(&rest.by_ref().take_while(|&one| one != ']').collect::<String>()),
            '0' | '#' | '?' => Some(Token::Digit(character)),
            '.' => Some(Token::Point),
            ',' => Some(Token::Comma),
            '%' => Some(Token::Percent),
            '/' => Some(Token::Slash),
            'E' | 'e' if matches!(rest.clone().next(), Some('+' | '-')) => {
                rest.next();
                Some(Token::Exponent)
            }
            _ if character.is_ascii_alphabetic() || character == '@' => {
                Some(Token::Letter(character.to_ascii_lowercase()))
            }
            _ => Some(Token::Literal(character)),
        };
        if let Some(tokens) = sections.last_mut() {
            tokens.extend(token);
        }
    }
    sections
}

fn bracket(inside: &str) -> Option<Token> {
    let unit = inside.chars().next()?.to_ascii_lowercase();
    let counts = matches!(unit, 'h' | 'm' | 's') && inside.chars().all(|one| one.eq_ignore_ascii_case(&unit));
    counts.then_some(Token::Elapsed(unit))
}

fn section(tokens: &[Token]) -> Section {
    let letters: String = tokens
        .iter()
        .filter_map(|token| match token {
            Token::Letter(letter) => Some(*letter),
            _ => None,
        })
        .collect();
    let plain = letters.starts_with("general") || letters.starts_with("standard") || letters.contains('@');
    let elapsed = tokens.iter().any(|token| matches!(token, Token::Elapsed(_)));
    if !plain && (elapsed || letters.contains(['y', 'm', 'd', 'h', 's'])) {
        return Section::Date(date_format(tokens, elapsed));
    }
    let fraction = tokens.contains(&Token::Slash) || tokens.contains(&Token::Exponent);
    let shows = tokens.iter().any(|token| matches!(token, Token::Digit(_) | Token::Literal(_)));
    if plain || fraction || !shows {
        return Section::General;
    }
    Section::Number(Pattern::parse(tokens))
}

/// What a date format shows. An `m` is minutes beside hours or seconds, otherwise months.
fn date_format(tokens: &[Token], elapsed: bool) -> DateFormat {
    let mut format = DateFormat { elapsed, ..DateFormat::default() };
    let mut units: Vec<char> = Vec::new();
    for token in tokens {
        match token {
            Token::Letter(letter) if units.last() != Some(letter) => units.push(*letter),
            Token::Elapsed(unit) => units.push(*unit),
            _ => {}
        }
    }
    for (position, unit) in units.iter().enumerate() {
        let before = position.checked_sub(1).and_then(|position| units.get(position));
        let after = units.get(position + 1);
        match unit {
            'y' => format.year = true,
            'd' => format.day = true,
            'h' => format.hours = true,
            's' => format.seconds = true,
            // The letters of AM/PM come by here too.
            'm' => format.month |= !matches!(before, Some('h' | 'a' | 'p')) && after != Some(&'s'),
            _ => {}
        }
    }
    format
}

impl Pattern {
    fn parse(tokens: &[Token]) -> Self {
        let point = tokens.iter().position(|token| *token == Token::Point).unwrap_or(tokens.len());
        let (whole, decimals) = tokens.split_at(point);
        let last = whole.iter().rposition(|token| matches!(token, Token::Digit(_))).unwrap_or_default();
        let commas = |tokens: &[Token]| tokens.iter().filter(|token| **token == Token::Comma).count();
        // Commas among the digits group them; commas after the last digit divide by a thousand each.
        let (among, after) = whole.split_at(last);
        let percents = tokens.iter().filter(|token| **token == Token::Percent).count();
        let thousands = commas(after) + commas(decimals);
        let keep = |token: &&Token| !matches!(token, Token::Comma | Token::Point);
        Self {
            whole: whole.iter().filter(keep).copied().collect(),
            decimals: decimals.iter().filter(keep).copied().collect(),
            grouped: commas(among) > 0,
            scale: 100f64.powi(percents as i32) / 1000f64.powi(thousands as i32),
        }
    }

    fn show(&self, number: f64) -> Option<String> {
        let places = self.decimals.iter().filter(|token| matches!(token, Token::Digit(_))).count();
        let value = number * self.scale;
        if value.abs() >= 1e15 || places > 30 {
            return None;
        }
        // Halves are rounded away from zero as Excel does, also where binary fractions fall just short of one half.
        let digits = format!("{:.places$}", value.abs() * (1.0 + 1e-15));
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        let sign = if number < 0.0 && digits.contains(|digit: char| ('1'..='9').contains(&digit)) { "-" } else { "" };
        Some(format!("{sign}{}{}", self.whole(whole), self.decimals(decimals)).trim().to_owned())
    }

    /// The whole part, laid out from the right.
    fn whole(&self, digits: &str) -> String {
        let digits = if digits == "0" { "" } else { digits };
        let mut left: Vec<char> = digits.chars().collect();
        let mut shown: Vec<char> = Vec::new();
        let mut count = 0;
        let first = self.whole.iter().position(|token| matches!(token, Token::Digit(_)));
        for (position, token) in self.whole.iter().enumerate().rev() {
            match token {
                Token::Digit(kind) => {
                    let filler = match kind {
                        '0' => Some('0'),
                        '?' => Some(' '),
                        _ => None,
                    };
                    let next = left.pop().or(filler);
                    let more = if Some(position) == first { std::mem::take(&mut left) } else { Vec::new() };
                    for digit in next.into_iter().chain(more.into_iter().rev()) {
                        if self.grouped && count > 0 && count % 3 == 0 {
                            shown.push(THOUSANDS);
                        }
                        shown.push(digit);
                        count += 1;
                    }
                }
                other => shown.extend(literal(*other)),
            }
        }
        shown.iter().rev().collect()
    }

    /// The decimals with their comma, which goes when none is shown.
    fn decimals(&self, digits: &str) -> String {
        let needed = digits.trim_end_matches('0').len();
        let mut shown = String::new();
        let mut comma = false;
        let mut position = 0;
        for token in &self.decimals {
            if let Token::Digit(kind) = token {
                if position < needed || *kind == '0' {
                    if !comma {
                        shown.push(',');
                        comma = true;
                    }
                    shown.extend(digits.chars().nth(position));
                }
                position += 1;
            } else {
                shown.extend(literal(*token));
            }
        }
        shown
    }
}

fn literal(token: Token) -> Option<char> {
    match token {
        Token::Literal(character) | Token::Letter(character) => Some(character),
        Token::Percent => Some('%'),
        _ => None,
    }
}

/// A number without a format: at most the fifteen digits that a workbook keeps.
pub(super) fn general(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let size = rounded.abs();
    let text = if size != 0.0 && !(1e-9..1e21).contains(&size) { format!("{rounded:E}") } else { format!("{rounded}") };
    if text == "-0" { "0".to_owned() } else { text.replace('.', ",") }
}
