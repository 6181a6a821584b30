//! The state allocation of a whole country, and every grouping of a county's municipalities.

use std::num::NonZeroUsize;
use std::time::Instant;

use super::{Figure, Measured, said};

pub(crate) fn measure() -> Measured {
    let start = Instant::now();
    let clock = || u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
    let country = ::allocation::bench::country(2000, clock).map_err(said)?;
    let of = format!(
        "{} kommuner, {} förbund, hela modellen; mål under 50000",
        country.municipalities, country.associations
    );
    let workers = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let objective = ::allocation::partitions::Objective::default();
    let (partitions, _) = ::allocation::bench::partitions(13, objective, workers, clock).map_err(said)?;
    let grouped = format!(
        "alla {} grupperingar av 13 kommuner, {} trådar; mål under 3000",
        partitions.evaluated, partitions.workers
    );
    Ok(vec![
        Figure::new("allocation.country_ns", country.model_median, of),
        Figure::new("allocation.partitions_ms", partitions.elapsed / 1_000_000, grouped),
    ])
}
