//! What every handle of the engine shares: the journal, and everything that is kept of it in memory.

use domain::Association;
use domain::county::County;
use domain::national::NationalYear;
use journal::Journal;

use crate::error::Fault;
use crate::projection::Projections;
use crate::streams::Streams;

pub(crate) struct Shared {
    pub(crate) journal: Journal,
    pub(crate) projections: Projections,
    pub(crate) associations: Streams<Association>,
    pub(crate) counties: Streams<County>,
    pub(crate) national_years: Streams<NationalYear>,
}

impl Shared {
    pub(crate) fn new(journal: Journal, projections: Projections) -> Self {
        Self {
            journal,
            projections: projections.clone(),
            associations: Streams::new(projections.clone()),
            counties: Streams::new(projections.clone()),
            national_years: Streams::new(projections),
        }
    }

    /// Reads a stream as far as another node has written, whatever kind it is.
    pub(crate) async fn read_on(&self, stream: &str, seq: u64) -> Result<(), Fault> {
        self.associations.read_on(&self.journal, stream, seq).await?;
        self.counties.read_on(&self.journal, stream, seq).await?;
        self.national_years.read_on(&self.journal, stream, seq).await
    }
}
