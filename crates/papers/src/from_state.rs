//! Papers made from what an association has done: the same facts as the pages, the same paper when made again.
//!
//! A paper about something that has happened is made from what was known then: an application as it was handed in,
//! a receipt with those who held office that day.

mod application;
mod extract;
mod matters;
mod minutes;
mod notice;
pub mod scenario;
mod seats;

pub use application::{application, draft, handed_in, receipt};
pub use extract::extract;
pub use minutes::minutes;
pub use notice::notice;

use domain::Association;

/// Who issues the paper.
fn issuer(association: &Association) -> crate::Association {
    let founded = association.profile.founded.as_ref();
    crate::Association {
        name: association.name().to_owned(),
        seat: founded.map_or_else(String::new, |f| f.seat.clone()),
        org_number: founded.and_then(|f| f.organisationsnummer.clone()),
    }
}

/// What a person wrote, one string for each paragraph of text.
fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect()
}
