//! Mail in the background: requests for a new password are answered, and what is due is handed to the mail server.

use std::time::Duration;

use mail::Server;
use tokio::sync::watch;
use web::{App, outbox};

use crate::server::until;

/// How long nobody waits for a mail that could go.
const PAUSE: Duration = Duration::from_secs(3);

/// Answers and hands over until the end. Without a mail server nothing leaves, and what is late is given up.
pub(crate) async fn run(app: &App, server: Option<&Server>, mut ended: watch::Receiver<bool>) {
    loop {
        if let Err(error) = round(app, server, &ended).await {
            tracing::error!(%error, "mail failed");
        }
        tokio::select! {
            () = until(&mut ended) => return,
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
}

/// All that is to be done now.
pub(crate) async fn round(app: &App, server: Option<&Server>, ended: &watch::Receiver<bool>) -> db::Result<()> {
    accounts::password_reset::answer_all(app).await?;
    outbox::give_up_late(app.db()).await?;
    let Some(server) = server else { return Ok(()) };
    while !*ended.borrow() && outbox::deliver_next(app, server).await? {}
    Ok(())
}
