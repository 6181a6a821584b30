//! What can stand in a command's way: a refusal for a person, or a fault of ours.

use domain::Refusal;
pub use journal::Why;

/// The store failed, or holds what this version cannot read.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The journal failed.
    #[error(transparent)]
    Journal(#[from] journal::Fault),
    /// An event that this version does not know.
    #[error(
        "Händelse {seq} i {stream} kan inte läsas av den här versionen ({why}). Uppgradera programmet; inget är förlorat."
    )]
    Unreadable {
        /// The stream.
        stream: String,
        /// Its number.
        seq: u64,
        /// What the reader said.
        why: String,
    },
    /// Other nodes kept being first.
    #[error("Förbundet är mycket upptaget just nu. Försök igen.")]
    Crowded,
}

impl Fault {
    /// What sort of trouble it is.
    #[must_use]
    pub fn why(&self) -> Why {
        match self {
            Self::Journal(fault) => fault.why(),
            Self::Unreadable { .. } => Why::Other,
            Self::Crowded => Why::Away,
        }
    }
}

/// Why a command was not carried out.
#[derive(Clone, Debug)]
pub enum Error {
    /// The rules, the order of events or the form say no.
    Refused(Refusal),
    /// The store failed.
    Fault(Fault),
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<journal::Fault> for Error {
    fn from(fault: journal::Fault) -> Self {
        Self::Fault(fault.into())
    }
}
