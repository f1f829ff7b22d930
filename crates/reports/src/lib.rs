//! The status report: figures that compile themselves, text written beside them, frozen and published.
