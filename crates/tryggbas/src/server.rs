//! Serving: listeners, background work, and an end in which every begun request is answered.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch;
use web::App;

use crate::post;
use crate::round;
use crate::settings::Settings;

/// How long begun requests may take once the program is asked to end.
const GRACE: Duration = Duration::from_secs(20);

/// How often the background work is done.
const ROUND: Duration = Duration::from_secs(600);

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
    let background = tokio::spawn(background(app.clone(), settings.clone(), ended.clone()));
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
    let serving =
        axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).with_graceful_shutdown(end);
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
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum_server::from_tcp_rustls(listener, config)?.handle(handle).serve(service).await?;
    Ok(())
}

pub(crate) async fn until(ended: &mut watch::Receiver<bool>) {
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

/// Does the background work until the end: rounds now and then, mail all the time.
async fn background(app: App, settings: Settings, ended: watch::Receiver<bool>) {
    tokio::join!(
        rounds(&app, settings.audit_export.clone(), ended.clone()),
        post::run(&app, settings.mail.as_ref(), ended),
    );
}

async fn rounds(app: &App, audit_export: Option<PathBuf>, mut ended: watch::Receiver<bool>) {
    loop {
        if let Err(error) = round::run(app.db(), audit_export.as_deref(), app.settings().mail).await {
            tracing::error!(error = format!("{error:#}"), "background work failed");
        }
        tokio::select! {
            () = until(&mut ended) => return,
            () = tokio::time::sleep(ROUND) => {}
        }
    }
}

/// Waits for the end and does the background work until then.
pub(crate) async fn work(app: App, settings: &Settings) -> Result<()> {
    let (end, ended) = watch::channel(false);
    tokio::spawn(async move {
        asked_to_end().await;
        let _all_gone = end.send(true);
    });
    background(app, settings.clone(), ended).await;
    Ok(())
}
