//! Measurements. As tests they are short and their bounds wide; on a quiet machine `TRYGGBAS_MEASURE=400` says how often to
//! measure, and then the bounds are those that are promised.

use std::time::{Duration, Instant};

use jiff::ToSpan;

use super::credentials::equipped;
use super::stage::{Stage, stage};
use crate::credentials::password;
use crate::sign_in::{self, Browser, Step};

/// How often to measure as a test.
const SHORT: usize = 8;

/// Beyond this, two series of times are held to be different.
const TELLING: f64 = 4.5;

const KNOWN: &str = "reporter@exempel.se";
const UNKNOWN: &str = "nobodyyy@exempel.se";

/// How often to measure, and whether the promised bounds are to be held to.
#[expect(clippy::disallowed_methods, reason = "tests learn from the environment whether they are to measure")]
fn times() -> (usize, bool) {
    let asked = std::env::var("TRYGGBAS_MEASURE").ok().and_then(|times| times.parse().ok());
    (asked.unwrap_or(SHORT), asked.is_some())
}

fn median(series: &[f64]) -> f64 {
    let mut series = series.to_vec();
    series.sort_by(f64::total_cmp);
    series[series.len() / 2]
}

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
async fn r7_the_time_does_not_tell_whether_there_is_an_account() {
    let stage = stage(db::Engine::Sqlite, false).await;
    equipped(&stage, "reporter").await;
    let (mut known, mut unknown, mut leaky) = (Vec::new(), Vec::new(), Vec::new());
    let (tries, promised) = times();
    for _ in 0..tries {
        known.push(time_of_a_try(&stage, KNOWN).await);
        unknown.push(time_of_a_try(&stage, UNKNOWN).await);
        // What it would be without hashing for nobody: the control shows that a difference is found.
        let began = Instant::now();
        assert!(password::candidate(&stage.db, UNKNOWN).await.unwrap().person.is_none());
        leaky.push(began.elapsed().as_secs_f64());
    }
    let (nobody, control) = (median(&unknown) / median(&known), median(&leaky) / median(&known));
    assert!((0.5..2.0).contains(&nobody), "nobody takes {nobody} of the time of somebody");
    assert!(control < 0.5, "the control must be told apart: {control}");
    if promised {
        let (honest, control) = (welch(&known, &unknown), welch(&known, &leaky));
        println!("{tries} tries each: t = {honest:.2}; without hashing for nobody t = {control:.0}");
        assert!(honest.abs() < TELLING && control.abs() > TELLING, "t = {honest}, of the control {control}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn session_and_permission_add_next_to_nothing_to_a_page() {
    let stage = stage(db::Engine::Sqlite, true).await;
    let (requests, promised) = times();
    for _ in 0..if promised { 1000 } else { SHORT } {
        stage.browser("coordinator").await;
    }
    let browser = stage.browser("reporter").await;
    let times = web::testing::times_to_enter(&stage.app, browser.cookie_value("session").unwrap(), requests).await;
    let middle = times[times.len() / 2];
    println!("median {middle:?}, p95 {:?}", times[times.len() * 95 / 100]);
    let most = if promised { Duration::from_micros(300) } else { Duration::from_millis(50) };
    assert!(middle < most, "{middle:?}");
}
