//! What the papers of every capability are made with: who issues them, and text in paragraphs.
//!
//! What a paper says is plain data (`papers`); how it follows from the state stands with each capability, in its `paper`.

use crate::state::Association;

/// Who issues the paper.
pub(crate) fn issuer(association: &Association) -> papers::Association {
    let founded = association.profile.founded.as_ref();
    papers::Association {
        name: association.name().to_owned(),
        seat: founded.map_or_else(String::new, |f| f.seat.clone()),
        org_number: founded.and_then(|f| f.organisationsnummer.clone()),
    }
}

/// What a person wrote, one string for each paragraph of text.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect()
}
