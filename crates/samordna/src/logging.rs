//! Structured logs on standard error, without personal data.

use tracing_subscriber::EnvFilter;

/// Begins logging: JSON lines, at the level that the configuration asks for.
pub(crate) fn begin(level: &str) {
    let filter = EnvFilter::try_new(level).unwrap_or_else(|_| EnvFilter::new("info"));
    let _ = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}
