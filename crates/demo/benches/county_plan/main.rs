//! The county's plan, read and set: `cargo bench --package demo`.
//!
//! Reading is measured on the example's own text and, where `TRYGGBAS_SOURCES` names its folder, on the published plan that
//! it was modelled on: the same goals, actions and columns in other words.

mod edition;

use std::error::Error;
use std::path::PathBuf;

use base::{Clock, Randomness};
use criterion::{BatchSize, Criterion};
use documents::Fonts;

const COUNTY: &str = include_str!("../../data/county-plan.txt");

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    read(&mut criterion)?;
    set(&mut criterion)?;
    criterion.final_summary();
    Ok(())
}

fn read(criterion: &mut Criterion) -> Result<()> {
    let source = source()?;
    let texts = [("example", Some(COUNTY)), ("source", source.as_deref())];
    let mut group = criterion.benchmark_group("read");
    for (name, text) in texts.into_iter().filter_map(|(name, text)| Some((name, text?))) {
        group.bench_function(name, |bencher| bencher.iter(|| plans::import::read(&sheets::read_text(text))));
    }
    Ok(())
}

/// The compiler remembers what it computed: once that is forgotten, a document is new to it.
fn set(criterion: &mut Criterion) -> Result<()> {
    let clock = Clock::fixed("2026-03-02T09:00:00Z".parse()?);
    let document = tokio::runtime::Runtime::new()?.block_on(async {
        let db = db::testing::database(db::Engine::Sqlite, clock, Randomness::seeded(2024)).await;
        demo::fill(&db).await?;
        edition::full(&db).await
    })?;
    let fonts = Fonts::embedded();
    // What is measured below succeeds.
    documents::pdf(&document, &fonts)?;
    documents::docx(&document)?;
    let mut group = criterion.benchmark_group("set");
    group.sample_size(20);
    group.bench_function("pdf, new to the compiler", |bencher| {
        bencher.iter_batched(|| comemo::evict(0), |()| documents::pdf(&document, &fonts), BatchSize::PerIteration);
    });
    group.bench_function("pdf, once more", |bencher| bencher.iter(|| documents::pdf(&document, &fonts)));
    group.bench_function("word", |bencher| bencher.iter(|| documents::docx(&document)));
    group.bench_function("html", |bencher| bencher.iter(|| documents::html(&document)));
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the sources are not part of the project; whoever has them says where")]
fn source() -> Result<Option<String>> {
    let Some(folder) = std::env::var_os("TRYGGBAS_SOURCES").map(PathBuf::from) else { return Ok(None) };
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("s5")) {
            return Ok(Some(std::fs::read_to_string(path)?));
        }
    }
    Ok(None)
}
