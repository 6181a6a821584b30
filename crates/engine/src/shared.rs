//! What every handle of the engine shares: the journal, and everything that is kept of it in memory.

use domain::Association;
use domain::county::County;
use domain::national::NationalYear;
use journal::Journal;

use crate::error::Fault;
use crate::streams::Streams;

pub(crate) struct Shared {
    pub(crate) journal: Journal,
    pub(crate) associations: Streams<Association>,
    pub(crate) counties: Streams<County>,
    pub(crate) national_years: Streams<NationalYear>,
}

impl Shared {
    pub(crate) fn new(journal: Journal) -> Self {
        Self {
            journal,
            associations: Streams::default(),
            counties: Streams::default(),
            national_years: Streams::default(),
        }
    }

    /// Reads a stream as far as another node has written, whatever kind it is.
    pub(crate) async fn read_on(&self, stream: &str, seq: u64) -> Result<(), Fault> {
        self.associations.read_on(&self.journal, stream, seq).await?;
        self.counties.read_on(&self.journal, stream, seq).await?;
        self.national_years.read_on(&self.journal, stream, seq).await
    }
}
