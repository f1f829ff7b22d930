//! A letter, and whom it is for.

use std::time::SystemTime;

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Message, MultiPart};

/// Somebody who gets or sends a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox(lettre::message::Mailbox);

impl Mailbox {
    /// A name, which may be empty, and an address; `None` when the address is none.
    #[must_use]
    pub fn new(name: &str, email: &str) -> Option<Self> {
        let name = one_line(name);
        let address = email.trim().parse().ok()?;
        Some(Self(lettre::message::Mailbox::new((!name.is_empty()).then_some(name), address)))
    }

    /// As it stands in a settings file: `Tryggbas <no-reply@example.se>`, or the address alone.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim().strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
            Some((name, email)) => Self::new(name.trim().trim_matches('"'), email),
            None => Self::new("", text),
        }
    }

    /// The machine part of the address.
    pub(crate) fn domain(&self) -> &str {
        self.0.email.domain()
    }
}

/// A letter that says the same as text and as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its id: the same however often it is tried, so that mailboxes tell a second copy from a second letter.
    pub id: String,
    /// When it was written.
    pub at: SystemTime,
    /// Whom it is for.
    pub to: Mailbox,
    /// What it is about.
    pub subject: String,
    /// What it says, as text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

impl Letter {
    /// The letter as it travels; `None` when its parts make no letter.
    pub(crate) fn message(&self, from: &Mailbox) -> Option<Message> {
        // Answers by machines to letters of machines would go round for ever (RFC 3834).
        let machine = HeaderName::new_from_ascii_str("Auto-Submitted");
        Message::builder()
            .from(from.0.clone())
            .to(self.to.0.clone())
            .subject(one_line(&self.subject))
            .date(self.at)
            .message_id(Some(format!("<{}@{}>", self.id, from.domain())))
            .raw_header(HeaderValue::new(machine, "auto-generated".to_owned()))
            .multipart(MultiPart::alternative_plain_html(self.text.clone(), self.html.clone()))
            .ok()
    }
}

/// A line break in a header would begin another header: all control characters become spaces.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
