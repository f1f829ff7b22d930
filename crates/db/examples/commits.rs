//! How long a change takes, from its beginning to the disk, one after another and many at once, on each engine.
//!
//! `cargo run --release -p db --features testing --example commits`

use std::sync::Arc;
use std::time::{Duration, Instant};

use base::{Clock, Randomness};
use db::testing::{database, engines};
use db::{Actor, Db, Event, Result};

/// Changes in each measurement.
const CHANGES: u32 = 1000;

/// Writers at once.
const WRITERS: u32 = 32;

#[tokio::main]
async fn main() -> Result<()> {
    for engine in engines() {
        let db = Arc::new(database(engine, Clock::System, Randomness::System).await);
        write(&db, 50).await?;
        let begun = Instant::now();
        write(&db, CHANGES).await?;
        let one = begun.elapsed();
        let begun = Instant::now();
        let writers: Vec<_> = (0..WRITERS)
            .map(|_| {
                let db = Arc::clone(&db);
                tokio::spawn(async move { write(&db, CHANGES / WRITERS).await })
            })
            .collect();
        for writer in writers {
            // A writer that breaks off has said why.
            let _ended = writer.await;
        }
        let many = begun.elapsed();
        let written = CHANGES / WRITERS * WRITERS;
        println!(
            "{engine:?}: {:.2} ms for a change; {WRITERS} writers make {:.0} changes in a second",
            one.as_secs_f64() * 1000.0 / f64::from(CHANGES),
            f64::from(written) / many.as_secs_f64()
        );
        examine(&db).await?;
    }
    Ok(())
}

/// How quickly the log is examined.
async fn examine(db: &Db) -> Result<()> {
    for _ in 0..20 {
        let change = db.change(Actor::Command("bench")).await?;
        let id = change.new_id();
        change.commit_all((0..1000).map(|_| Event::new("function.added", "function", &id)).collect()).await?;
    }
    let begun = Instant::now();
    let verification = db::audit::verify(db, &[]).await?;
    let rate = Duration::from_secs(verification.events).as_secs_f64() / begun.elapsed().as_secs_f64();
    println!("  {rate:.0} events are examined in a second; {} faults", verification.faults.len());
    Ok(())
}

/// Adds functions, each in a change of its own.
async fn write(db: &Db, count: u32) -> Result<()> {
    for _ in 0..count {
        let change = db.change(Actor::Command("bench")).await?;
        let id = change.new_id();
        let row = vec![
            ("id", id.as_str().into()),
            ("name", "Samordnare".into()),
            ("sort_key", "".into()),
            ("unit_kind", "administration".into()),
        ];
        change.insert("job_function", row).await?;
        change.commit(Event::new("function.added", "function", &id)).await?;
    }
    Ok(())
}
