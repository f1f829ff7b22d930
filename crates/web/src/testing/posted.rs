//! Mail that would go out, as its receivers would read it.

use crate::App;
use crate::outbox::{Outgoing, written};

/// A mail in the outbox that has not gone out yet.
#[derive(Debug, Clone)]
pub struct Posted {
    /// The end of its translation keys.
    pub kind: String,
    /// The receiver's address.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

impl Posted {
    /// The path that its link leads to.
    ///
    /// # Panics
    /// When it has none.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test that finds no link is to fail loudly")]
    pub fn path(&self, app: &App) -> String {
        let origin = app.settings().address.origin();
        let mut links = self.text.lines().filter_map(|line| line.strip_prefix(origin));
        links.find(|path| path.starts_with('/')).expect("a mail with a link").to_owned()
    }
}

/// All mail that has not gone out, the oldest first.
///
/// # Panics
/// When the database refuses or a mail cannot be written.
#[expect(clippy::expect_used, reason = "a test whose mail cannot be written is to fail loudly")]
pub async fn posted(app: &App) -> Vec<Posted> {
    let mails = Outgoing::list(app.db()).await.expect("the outbox");
    let read = |mail: &Outgoing| {
        let said = written(app, mail).expect("a mail that can be written")?;
        let (kind, to) = (mail.kind.clone(), mail.receiver.clone());
        Some(Posted { kind, to, subject: said.subject, text: said.text, html: said.html })
    };
    mails.iter().rev().filter_map(read).collect()
}
