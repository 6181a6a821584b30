//! The hand of the clock: asks every minute whether there is an errand to do.

use std::time::Duration;

use errands::{Minutes, World};
use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::clock;

/// How often it is asked; a day begins at most so late.
const EVERY: Duration = Duration::from_secs(60);

/// Does what the days bring, by Swedish clocks, until `stop` is ready.
pub(crate) async fn keep(world: World, zone: TimeZone, stop: impl Future<Output = ()>) {
    let node = Uuid::new_v4();
    let mut stop = std::pin::pin!(stop);
    loop {
        let now = clock::now();
        let day = zone.to_datetime(now).date();
        if let Err(fault) = errands::once(&Minutes, &world, node, now, day).await {
            tracing::error!(%fault, "errands.not_asked");
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}
