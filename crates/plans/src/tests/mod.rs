//! Plans, on both engines.

mod fixture;
mod life;
mod editions;
