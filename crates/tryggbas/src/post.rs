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

/// All that is to be done now. A part that fails does not keep the others from their turn; the first failure is told.
async fn round(app: &App, server: Option<&Server>, ended: &watch::Receiver<bool>) -> db::Result<()> {
    let answered = accounts::password_reset::answer_all(app).await;
    let late = outbox::give_up_late(app.db()).await;
    let delivered = match server {
        Some(server) => deliver(app, server, ended).await,
        None => Ok(()),
    };
    answered.and(late).and(delivered)
}

async fn deliver(app: &App, server: &Server, ended: &watch::Receiver<bool>) -> db::Result<()> {
    while !*ended.borrow() && outbox::deliver_next(app, server).await? {}
    Ok(())
}
