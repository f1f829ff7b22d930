//! Plans, on both engines.
