//! The address of a feed is a secret: the log never holds it.

use std::io::Write;
use std::sync::{Arc, Mutex};

use super::feeds::make;
use super::fixture::Fixture;

/// A log that is kept in memory.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

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
async fn the_log_never_holds_the_address_of_a_feed() {
    let kept = Kept::default();
    let writer = kept.clone();
    let log =
        tracing_subscriber::fmt().with_ansi(false).with_env_filter(EVERYTHING).with_writer(move || writer.clone());
    log.try_init().unwrap();
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let feed = make(&mut fixture.browser("reporter").await).await;
    assert_eq!(fixture.browser("anybody").await.get(&feed).await.status, 200);
    let log = String::from_utf8_lossy(&kept.0.lock().unwrap()).into_owned();
    assert!(log.contains("/calendar/feeds/…"), "the request is logged");
    let secret = feed.trim_start_matches("/calendar/feeds/").trim_end_matches(".ics");
    assert!(secret.len() > 30);
    assert_eq!(log.lines().find(|line| line.contains(secret)), None);
}
