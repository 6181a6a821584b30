//! What is counted for the operator: connections, requests, how long they took, and what was turned away.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use prometheus_client::encoding::prometheus_text::encode;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

pub(crate) use prometheus_client::encoding::prometheus_text::CONTENT_TYPE as KIND;

/// The steps of the times, in seconds.
const STEPS: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// How a connection ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EncodeLabelValue)]
pub(crate) enum Ended {
    /// Either side was done with it.
    Finished,
    /// The head of a request did not come whole in time.
    TimedOut,
    /// It gave way to another when it was full.
    GaveWay,
    /// It broke, or was no HTTP.
    Broken,
    /// The server stopped, and it was done.
    Stopped,
    /// The server stopped before it was done.
    CutOff,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct How {
    how: Ended,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Status {
    status: u16,
}

/// What is counted; a clone counts the same.
#[derive(Clone, Debug)]
pub(crate) struct Meters(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    registry: Registry,
    open: Gauge,
    answering: Gauge,
    accepted: Counter,
    refused: Counter,
    ended: Family<How, Counter>,
    requests: Family<Status, Counter>,
    took: Histogram,
    ignored: Counter,
    /// How many have given way or were refused since a line of the log said so.
    crowd: AtomicU64,
}

impl Default for Meters {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("samordna");
        let (open, answering, accepted, refused) =
            (Gauge::default(), Gauge::default(), Counter::default(), Counter::default());
        let (ended, requests, ignored) = (Family::default(), Family::default(), Counter::default());
        let took = Histogram::new(STEPS);
        registry.register("connections", "Connections that are open", open.clone());
        registry.register("requests_in_progress", "Requests that are being answered", answering.clone());
        registry.register("connections_accepted", "Connections let in", accepted.clone());
        let help = "Connections turned away because all places were being answered";
        registry.register("connections_refused", help, refused.clone());
        registry.register("connections_ended", "Connections that have ended, by how", Family::clone(&ended));
        registry.register("requests", "Requests answered, by status", Family::clone(&requests));
        registry.register("request_seconds", "How long requests took", took.clone());
        let help = "Requests with X-Forwarded-For from an address that is no trusted proxy";
        registry.register("forwarded_ignored", help, ignored.clone());
        let crowd = AtomicU64::new(0);
        let inner =
            Inner { registry, open, answering, accepted, refused, ended, requests, took, ignored, crowd };
        Self(Arc::new(inner))
    }
}

impl Meters {
    /// Everything, as Prometheus reads it.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = encode(&mut text, &self.0.registry);
        text
    }

    pub(crate) fn opened(&self) {
        self.0.accepted.inc();
        self.0.open.inc();
    }

    pub(crate) fn closed(&self) {
        self.0.open.dec();
    }

    pub(crate) fn begun(&self) {
        self.0.answering.inc();
    }

    pub(crate) fn answered(&self) {
        self.0.answering.dec();
    }

    pub(crate) fn ended(&self, how: Ended, connections: usize) {
        self.0.ended.get_or_create(&How { how }).inc_by(u64::try_from(connections).unwrap_or(u64::MAX));
    }

    /// A connection was turned away.
    pub(crate) fn refused(&self) {
        self.0.refused.inc();
        self.crowded();
    }

    /// A connection gave way.
    pub(crate) fn gave_way(&self) {
        self.ended(Ended::GaveWay, 1);
        self.crowded();
    }

    /// The first, and then each thousandth, is worth a line: the figures say the rest.
    fn crowded(&self) {
        let before = self.0.crowd.fetch_add(1, Ordering::Relaxed);
        if before.is_multiple_of(1000) {
            tracing::warn!(
                open = self.0.open.get(),
                so_far = before.saturating_add(1),
                "connections.crowded"
            );
        }
    }

    /// A request was answered.
    pub(crate) fn request(&self, status: u16, took: Duration) {
        self.0.requests.get_or_create(&Status { status }).inc();
        self.0.took.observe(took.as_secs_f64());
    }

    /// A request told of a client, and its word was not taken.
    pub(crate) fn ignored(&self) {
        self.0.ignored.inc();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_told_as_prometheus_reads_it() {
        let meters = Meters::default();
        meters.opened();
        meters.clone().gave_way();
        meters.request(200, Duration::from_millis(20));
        let text = meters.text();
        for line in [
            "samordna_connections 1\n",
            "samordna_connections_accepted_total 1\n",
            "samordna_connections_ended_total{how=\"GaveWay\"} 1\n",
            "samordna_requests_total{status=\"200\"} 1\n",
            "samordna_request_seconds_bucket{le=\"0.025\"} 1\n",
        ] {
            assert!(text.contains(line), "no {line} in {text}");
        }
    }
}
