//! What the log may never hold.

use std::io::Write;
use std::sync::{Arc, Mutex};

use base::Id;

use super::credentials::{PASSWORD, next_code, set_up, try_password};
use super::stage::{COMMAND, stage};
use crate::sign_in::sign_in_link;

/// A log that is kept in memory.
#[derive(Clone, Default)]
pub(super) struct Kept(Arc<Mutex<Vec<u8>>>);

impl Kept {
    pub(super) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// All that the program says; not what the test's own browser says of the pages it reads.
const EVERYTHING: &str = "trace,html5ever=off,markup5ever=off,selectors=off";

#[tokio::test]
async fn w9_no_secret_is_in_the_log_at_any_level() {
    let kept = Kept::default();
    let writer = kept.clone();
    let log =
        tracing_subscriber::fmt().with_ansi(false).with_env_filter(EVERYTHING).with_writer(move || writer.clone());
    log.try_init().unwrap();
    let stage = stage(db::Engine::Sqlite, false).await;
    let link = sign_in_link(&stage.db, &Id::parse("reporter").unwrap(), COMMAND).await.unwrap();
    let mut browser = stage.anybody();
    browser.get(&format!("/sign-in/{link}")).await;
    browser.post(&format!("/sign-in/{link}"), &[]).await;
    let mut secrets =
        vec![("link", link), ("password", PASSWORD.to_owned()), ("wrong", "fel lösenord xyzzy".to_owned())];
    secrets.push(("session", browser.cookie_value("session").unwrap().to_owned()));
    let secret = set_up(&stage, &mut browser).await;
    secrets.push(("secret", secret.letters()));
    secrets.push(("secret in groups", secret.groups()));
    secrets.push(("session of its own", browser.cookie_value("session").unwrap().to_owned()));
    let codes = browser.post("/account/recovery-codes", &[]).await.all("main li code");
    secrets.extend(codes.iter().map(|code| ("recovery code", code.clone())));
    let mut other = stage.anybody();
    try_password(&mut other, "reporter@exempel.se", "fel lösenord xyzzy").await;
    try_password(&mut other, "reporter@exempel.se", PASSWORD).await;
    secrets.push(("ceremony", other.cookie_value("ceremony").unwrap().to_owned()));
    other.post("/sign-in/recovery-code", &[("code", &codes[0])]).await;
    try_password(&mut other, "reporter@exempel.se", PASSWORD).await;
    let code = next_code(&stage, &secret);
    other.post("/sign-in/code", &[("code", &code)]).await;
    secrets.push(("code", format!("\"{code}\"")));
    secrets.push(("known browser", other.cookie_value("known-browser").unwrap().to_owned()));
    secrets.push(("last session", other.cookie_value("session").unwrap().to_owned()));
    // A forgotten password, an invitation, and a directory's token.
    stage.anybody().post("/password-resets", &[("email", "reporter@exempel.se")]).await;
    crate::password_reset::answer_all(&stage.app).await.unwrap();
    let mails = web::testing::posted(&stage.app).await;
    let link = mails.iter().rfind(|mail| mail.kind == "password-reset").unwrap().path(&stage.app);
    let mut forgetful = stage.anybody();
    forgetful.get(&link).await;
    forgetful.post(&link, &[("new", "nya lampan lyser hemma")]).await;
    secrets.push(("reset", link.rsplit('/').next().unwrap().to_owned()));
    secrets.push(("new password", "nya lampan lyser hemma".to_owned()));
    let mut admin = stage.browser("city-admin").await;
    let fields = [("name", "Katalogen"), ("organisation", "city"), ("days", "30")];
    let token = admin.post("/organisation/scim-tokens", &fields).await.all("#scim-token").remove(0);
    let request =
        axum::http::Request::builder().uri("/scim/v2/Users").header("authorization", format!("Bearer {token}"));
    let answer = stage.anybody().raw(request.body(axum::body::Body::empty()).unwrap()).await;
    assert!(answer.status().is_success());
    secrets.push(("token of a directory", token));
    tracing::trace!("the last line");
    let log = String::from_utf8_lossy(&kept.0.lock().unwrap()).into_owned();
    assert!(log.contains("the last line") && log.contains("sqlx") && log.contains("/sign-in/…"), "the log is kept");
    for (what, secret) in secrets {
        assert!(secret.len() > 6, "{what}");
        let line = log.lines().find(|line| line.contains(&secret));
        assert!(line.is_none(), "{what} is in the log: {line:?}");
    }
}
