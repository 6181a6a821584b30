//! Does the record add up?

use std::collections::BTreeMap;

use tokio::sync::mpsc;

use crate::broken::Broken;
use crate::chain::{Chain, Report};
use crate::fault::Fault;
use crate::hash::Head;
use crate::page::Part;
use crate::saved::{Difference, Saved};

/// The record does not add up, or could not be read.
#[derive(Debug, Clone, thiserror::Error)]
pub enum VerifyError {
    /// It was read, and this is where it breaks.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// It could not be read.
    #[error(transparent)]
    Fault(#[from] Fault),
}

type Parts = mpsc::Receiver<Result<Part, Fault>>;

/// Recomputes the chain.
pub(crate) async fn verify(parts: Parts) -> Result<Report, VerifyError> {
    follow(parts).await.map(|chain| chain.report())
}

/// Recomputes the chain, and compares it with heads that were saved before.
pub(crate) async fn verify_against(
    parts: Parts,
    saved: &Saved,
) -> Result<(Report, Vec<Difference>), VerifyError> {
    let chain = follow(parts).await?;
    let report = chain.report();
    let ends: BTreeMap<&str, u64> =
        report.streams.iter().map(|(name, head)| (name.as_str(), head.seq)).collect();
    let differences = saved.streams().iter().filter_map(|(stream, head)| {
        let ends = ends.get(stream.as_str()).copied();
        let stream = stream.clone();
        match chain.link(&stream, head.seq) {
            Some(hash) if hash == head.hash => None,
            Some(_) => Some(Difference::Other { stream, seq: head.seq }),
            None => Some(match ends {
                Some(ends) => Difference::Shorter { stream, ends, saved: head.seq },
                None => Difference::Gone { stream, saved: head.seq },
            }),
        }
    });
    let differences = differences.collect();
    Ok((report, differences))
}

async fn follow(mut parts: Parts) -> Result<Chain, VerifyError> {
    let mut chain = Chain::default();
    let mut heads = Vec::new();
    while let Some(part) = parts.recv().await {
        match part? {
            Part::Heads(stored) => heads = stored,
            Part::Page(page) => {
                page.iter().try_for_each(|event| chain.add(&event))?;
                if let Some(broken) = page.spoiled() {
                    return Err(broken.clone().into());
                }
            }
        }
    }
    compare(&chain.report(), heads)?;
    chain.finish()?;
    Ok(chain)
}

/// Do the streams end where the stored heads say?
fn compare(found: &Report, heads: Vec<(String, Head)>) -> Result<(), Broken> {
    let mut stored: BTreeMap<String, Head> = heads.into_iter().collect();
    for (stream, head) in &found.streams {
        let after = |seq: u64| seq.saturating_add(1);
        let Some(said) = stored.remove(stream) else {
            return Err(Broken::new(stream, head.seq, "strömmens huvud saknas"));
        };
        if said.seq > head.seq {
            return Err(Broken::new(stream, after(head.seq), "händelsen saknas i slutet av strömmen"));
        }
        if said.seq < head.seq {
            return Err(Broken::new(stream, after(said.seq), "händelsen ligger efter strömmens huvud"));
        }
        if said.hash != head.hash {
            return Err(Broken::new(stream, head.seq, "strömmens huvud har en annan kontrollsumma"));
        }
    }
    match stored.into_iter().next() {
        Some((stream, _)) => Err(Broken::new(&stream, 1, "strömmen har ett huvud men inga händelser")),
        None => Ok(()),
    }
}
