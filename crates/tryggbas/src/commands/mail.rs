//! Mail on the command line.

use anyhow::{Context, Result};
use mail::{Letter, Mailbox};

use crate::output::line;
use crate::settings::Settings;

/// Hands one letter to the mail server, past the outbox, and says what it answers.
pub(crate) async fn test(settings: &Settings, to: &str) -> Result<()> {
    let server = settings.mail.as_ref().context("no mail server is named: see --mail-server")?;
    let to = Mailbox::parse(to).with_context(|| format!("{to} is no address of e-mail"))?;
    let text = "This letter shows that Tryggbas can send mail.\nBrevet visar att Tryggbas kan skicka e-post.\n";
    let letter = Letter {
        id: format!("test-{}", base::Randomness::System.bytes::<8>().map(|byte| format!("{byte:02x}")).concat()),
        at: base::Clock::System.now().into(),
        to,
        subject: "Tryggbas: test".to_owned(),
        text: text.to_owned(),
        html: format!("<p>{}</p>", text.trim().replace('\n', "<br>")),
    };
    server.send(&letter).await.context("the mail server has not taken the letter")?;
    if settings.json {
        line(serde_json::json!({ "sent": true }));
    } else {
        line("The mail server has taken the letter.");
    }
    Ok(())
}
