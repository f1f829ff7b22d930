//! What a password has to be: long, and nothing that is tried first. No rule about what kinds of characters it holds.

use zxcvbn::{Score, zxcvbn};

/// Least characters of a password.
pub const LEAST: usize = 12;

/// Most characters of a password.
pub const MOST: usize = 256;

/// Characters whose guessability is judged: the work grows with the square of the length.
const JUDGED: usize = 64;

/// Words that Swedes put into passwords, in addition to the English lists, names and keyboard rows that zxcvbn holds.
const SWEDISH: &str = include_str!("../data/swedish.txt");

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordFault {
    /// It has fewer than [`LEAST`] characters.
    TooShort,
    /// It has more than [`MOST`] characters.
    TooLong,
    /// It is among the first that somebody would try: common, a pattern, or made of the person's own words.
    TooEasy,
}

/// Whether a new password may be taken. `own` are words that stand close to the person: name, address, organisation.
///
/// # Errors
/// Why not.
pub fn check_password(password: &str, own: &[&str]) -> Result<(), PasswordFault> {
    match password.chars().count() {
        length if length < LEAST => return Err(PasswordFault::TooShort),
        length if length > MOST => return Err(PasswordFault::TooLong),
        _ => {}
    }
    let judged: String = password.chars().take(JUDGED).collect();
    let near = own.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).filter(|word| word.len() > 2);
    let words: Vec<&str> = near.chain(SWEDISH.lines().filter(|line| !line.starts_with('#'))).collect();
    // Three of four: more than a hundred million guesses, which no sign-in page allows.
    if zxcvbn(&judged, &words).score() < Score::Three { Err(PasswordFault::TooEasy) } else { Ok(()) }
}
