//! The association's money (sv. *medel*): the yearly round with the state, the members' contributions, their shares.
//!
//! | decision | file | rules |
//! | --- | --- | --- |
//! | note a step of the yearly round | `funding/step.rs` | – |
//! | note the inhabitants that the key counts | `funding/key_figures.rs` | – |
//! | fix the contributions of a year | `funding/fix.rs` | contribution-split, contributions-from-members-only |
//! | note the contributions of an earlier year | `funding/earlier.rs` | the same, which then never stand in the way |
//! | note assets and liabilities on a day | `funding/position.rs` | – |
//!
//! `funding/working.rs` works out what everybody pays, `funding/invoicing.rs` divides it over the year,
//! `funding/ownership.rs` says who owns what, and what leaving or the end would give. All three ask the crate
//! `allocation`; `funding/judged.rs` gathers the facts of the rules.

pub mod earlier;
pub mod events;
pub mod fix;
pub mod invoicing;
mod judged;
pub mod key_figures;
pub mod ownership;
pub mod position;
#[cfg(test)]
pub(crate) mod samples;
pub mod state;
pub mod step;
pub mod working;

use crate::decision::Refusal;
use crate::state::Association;

/// The years that money can be noted for: the law came into force in 2004.
pub const YEARS: std::ops::RangeInclusive<i16> = 2004..=2100;

/// What to do about a year that is none.
const YEAR: &str = "Skriv året med fyra siffror, mellan 2004 och 2100.";
/// What to do about a day that has not come.
const NOT_YET: &str = "Ange dagen då det hände; den kan inte vara kommande.";
/// What to do about a missing source.
const SOURCE: &str = "Skriv var uppgiften står.";

/// Nothing can be noted about an association that is not founded.
fn founded(state: &Association) -> Result<(), Refusal> {
    match state.profile.founded {
        Some(_) => Ok(()),
        None => Err(Refusal::order("Förbundet är inte bildat ännu.", "Bilda förbundet först.")),
    }
}

crate::act::acts! {
    step { NoteFundingStep }
    key_figures { NoteKeyFigures }
    fix { FixContributions }
    earlier { NoteContributions }
    position { NotePosition }
}
