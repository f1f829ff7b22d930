//! Serving: listeners, background work, and an end in which every begun request is answered.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use db::{Db, Event, values};
use tokio::net::TcpListener;
use tokio::sync::watch;
use web::App;

use crate::settings::Settings;

/// How long begun requests may take once the program is asked to end.
const GRACE: Duration = Duration::from_secs(20);

/// How often the background work is done.
const ROUND: Duration = Duration::from_secs(600);

/// How long a reading that nobody saved is kept.
const UNSAVED_DAYS: i64 = 30;

/// Binds an address; a clear sentence when it is taken.
pub(crate) async fn bind(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}: is something else there?"))
}

/// Serves until the program is asked to end.
pub(crate) async fn serve(app: App, listener: TcpListener, settings: &Settings) -> Result<()> {
    let (end, ended) = watch::channel(false);
    tokio::spawn(async move {
        asked_to_end().await;
        // Whoever listens is told; nobody listening means that all has ended already.
        let _all_gone = end.send(true);
    });
    if let Some(address) = settings.metrics_listen {
        let listener = bind(address).await?;
        tokio::spawn(plain(web::metrics_router(app.clone()), listener, ended.clone()));
    }
    let background = tokio::spawn(background(app.db().clone(), ended.clone()));
    let router = web::router(app);
    match &settings.tls {
        None => plain(router, listener, ended).await?,
        Some((certificate, key)) => tls(router, listener, certificate, key, ended).await?,
    }
    background.await.context("the background work broke off")?;
    Ok(())
}

async fn plain(router: Router, listener: TcpListener, mut ended: watch::Receiver<bool>) -> Result<()> {
    let mut late = ended.clone();
    let end = async move { until(&mut ended).await };
    let serving = axum::serve(listener, router).with_graceful_shutdown(end);
    let too_late = async move {
        until(&mut late).await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        done = serving => done.context("serving broke off"),
        () = too_late => Ok(()),
    }
}

async fn tls(
    router: Router,
    listener: TcpListener,
    certificate: &std::path::Path,
    key: &std::path::Path,
    mut ended: watch::Receiver<bool>,
) -> Result<()> {
    // A second call would find it installed already, which is just as well.
    let _already = rustls::crypto::ring::default_provider().install_default();
    let config = axum_server::tls_rustls::RustlsConfig::from_pem_file(certificate, key)
        .await
        .with_context(|| format!("cannot use the certificate {} with its key", certificate.display()))?;
    let handle = axum_server::Handle::new();
    let ending = handle.clone();
    tokio::spawn(async move {
        until(&mut ended).await;
        ending.graceful_shutdown(Some(GRACE));
    });
    let listener = listener.into_std()?;
    axum_server::from_tcp_rustls(listener, config)?.handle(handle).serve(router.into_make_service()).await?;
    Ok(())
}

async fn until(ended: &mut watch::Receiver<bool>) {
    // An error means that the sender is gone, which only happens at the end.
    let _gone = ended.wait_for(|ended| *ended).await;
}

/// Waits for Ctrl-C or the service manager.
async fn asked_to_end() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _unavailable = interrupt.await;
        }
    }
}

/// Does the background work in rounds until the end.
pub(crate) async fn background(db: Db, mut ended: watch::Receiver<bool>) {
    loop {
        if let Err(error) = tidy_up(&db).await {
            tracing::error!(%error, "background work failed");
        }
        tokio::select! {
            () = until(&mut ended) => return,
            () = tokio::time::sleep(ROUND) => {}
        }
    }
}

/// Waits for the end and does the background work until then.
pub(crate) async fn work(db: Db) {
    let (end, ended) = watch::channel(false);
    tokio::spawn(async move {
        asked_to_end().await;
        let _all_gone = end.send(true);
    });
    background(db, ended).await;
}

/// Removes sessions, links and ceremonies that have expired, tries that are forgotten and readings that nobody saved.
pub(crate) async fn tidy_up(db: &Db) -> db::Result<()> {
    use db::Queries;
    let now = db.clock().now().as_microsecond();
    let unsaved = now - UNSAVED_DAYS * 24 * 3_600_000_000;
    let rounds = [
        ("session", "expires_at < $1", now),
        ("sign_in_link", "expires_at < $1", now),
        ("ceremony", "expires_at < $1", now),
        ("attempt", "last_at < $1", now - accounts::ATTEMPTS_HOURS * 3_600_000_000),
        ("plan_import", "saved_as IS NULL AND changed_at < $1", unsaved),
    ];
    for (table, condition, limit) in rounds {
        let count = db.number(&format!("SELECT COUNT(*) FROM {table} WHERE {condition}"), values![limit]).await?;
        if count == 0 {
            continue;
        }
        let change = db.change(db::Actor::Command("worker")).await?;
        change.execute(&format!("DELETE FROM {table} WHERE {condition}"), values![limit]).await?;
        let subject = base::Id::stored(table.to_owned());
        change
            .commit(Event::new("retention.removed", "table", &subject).with(serde_json::json!({ "rows": count })))
            .await?;
    }
    Ok(())
}
