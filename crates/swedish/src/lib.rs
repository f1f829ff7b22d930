//! swedish
