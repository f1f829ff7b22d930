//! Measurements. They take minutes or need a quiet machine: `cargo nextest run -p accounts --run-ignored only measure`.

use std::time::{Duration, Instant};

use jiff::ToSpan;

use super::credentials::equipped;
use super::stage::{Stage, stage};
use crate::credentials::password;
use crate::sign_in::{self, Browser, Step};

/// Tries of each kind.
const TRIES: usize = 400;

/// Beyond this, two series of times are held to be different.
const TELLING: f64 = 4.5;

const KNOWN: &str = "reporter@exempel.se";
const UNKNOWN: &str = "nobodyyy@exempel.se";

async fn time_of_a_try(stage: &Stage, email: &str) -> f64 {
    // Another day, so that no delay is in the way.
    stage.clock.set(stage.clock.now() + 25.hours());
    let began = Instant::now();
    let step = sign_in::with_password(&stage.app, email, "fel lösenord", &Browser::default()).await.unwrap();
    let took = began.elapsed();
    assert_eq!(step, Step::Wrong);
    took.as_secs_f64()
}

/// Welch's t of two series, of which the slowest tenth is left out: there the machine did something else.
fn welch(one: &[f64], other: &[f64]) -> f64 {
    let facts = |series: &[f64]| {
        let mut series = series.to_vec();
        series.sort_by(f64::total_cmp);
        series.truncate(series.len() * 9 / 10);
        let count = f64::from(u32::try_from(series.len()).unwrap());
        let mean = series.iter().sum::<f64>() / count;
        let variance = series.iter().map(|time| (time - mean).powi(2)).sum::<f64>() / (count - 1.0);
        (mean, variance / count)
    };
    let ((a, x), (b, y)) = (facts(one), facts(other));
    (a - b) / (x + y).sqrt()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement of a minute or two"]
async fn measure_r7_the_time_does_not_tell_whether_there_is_an_account() {
    let stage = stage(db::Engine::Sqlite, false).await;
    equipped(&stage, "reporter").await;
    let (mut known, mut unknown, mut leaky) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TRIES {
        known.push(time_of_a_try(&stage, KNOWN).await);
        unknown.push(time_of_a_try(&stage, UNKNOWN).await);
        // What it would be without hashing for nobody: the control shows that a difference is found.
        let began = Instant::now();
        assert!(password::candidate(&stage.db, UNKNOWN).await.unwrap().person.is_none());
        leaky.push(began.elapsed().as_secs_f64());
    }
    let (honest, control) = (welch(&known, &unknown), welch(&known, &leaky));
    println!("{TRIES} tries each: t = {honest:.2}; without hashing for nobody t = {control:.0}");
    assert!(honest.abs() < TELLING, "t = {honest}");
    assert!(control.abs() > TELLING, "the control must be told apart: t = {control}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn measure_what_session_and_permission_add_to_a_page() {
    let stage = stage(db::Engine::Sqlite, true).await;
    for _ in 0..1000 {
        stage.browser("coordinator").await;
    }
    let browser = stage.browser("reporter").await;
    let token = browser.cookie_value("session").unwrap();
    let times = web::testing::times_to_enter(&stage.app, token, 2000).await;
    let median = times[times.len() / 2];
    println!("among 1000 sessions: median {median:?}, p95 {:?}", times[times.len() * 95 / 100]);
    assert!(median < Duration::from_micros(300), "{median:?}");
}
