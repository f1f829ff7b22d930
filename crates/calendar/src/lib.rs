//! The year wheel: when things are reported, reviewed and decided, and a calendar feed of it.
