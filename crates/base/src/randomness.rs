//! The only source of chance, so that demo data and tests come out the same every time.

use std::sync::{Arc, Mutex, PoisonError};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// A source of random bytes that is handed to whoever needs one.
#[derive(Debug, Clone)]
pub enum Randomness {
    /// The operating system's generator: secrets come from here.
    System,
    /// A generator with a known seed: tests and demo data only.
    Seeded(Arc<Mutex<StdRng>>),
}

impl Randomness {
    /// A generator that repeats itself for the same seed.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// Fills an array with random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the one place that asks for chance")]
            Self::System => rand::rng().fill_bytes(&mut bytes),
            Self::Seeded(generator) => {
                generator.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
            }
        }
        bytes
    }
}
