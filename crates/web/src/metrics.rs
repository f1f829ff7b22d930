//! Figures for the operator, on an address of their own.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use prometheus::{Encoder as _, HistogramOpts, HistogramVec, Registry, TextEncoder};

use crate::App;

/// The figures of one process.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Option<HistogramVec>,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let registry = Registry::new();
        let options = HistogramOpts::new("tryggbas_request_seconds", "Time to answer a request, by class of status.")
            .buckets(vec![0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0]);
        let requests = HistogramVec::new(options, &["status"]).ok();
        if let Some(requests) = &requests {
            // A fresh registry holds nothing that could clash.
            let _fresh = registry.register(Box::new(requests.clone()));
        }
        Self { registry, requests }
    }

    pub(crate) fn note(&self, status: u16, elapsed: Duration) {
        let class = ["1xx", "2xx", "3xx", "4xx", "5xx"].get(usize::from(status / 100).wrapping_sub(1));
        if let (Some(requests), Some(class)) = (&self.requests, class) {
            requests.with_label_values(&[class]).observe(elapsed.as_secs_f64());
        }
    }

    fn text(&self) -> String {
        let mut bytes = Vec::new();
        // Writing to a vector cannot fail.
        let _infallible = TextEncoder::new().encode(&self.registry.gather(), &mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// The router of the metrics address.
pub fn router(app: App) -> Router {
    Router::new().route("/metrics", get(|State(app): State<App>| async move { app.metrics().text() })).with_state(app)
}
