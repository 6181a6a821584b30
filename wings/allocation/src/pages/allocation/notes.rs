//! What the reader must know of the figures, shown where they are.

use kit::parts::Tone;
use maud::{Markup, html};

/// Something the reader must know of the figures: that they are illustrative, incomplete, or where they come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// How much it matters.
    pub tone: Tone,
    /// What it is about, in a few words.
    pub title: String,
    /// The sentence, in Swedish.
    pub says: String,
}

/// What the reader must know, at the figures it is about.
pub(super) fn notes(notes: &[Note]) -> Markup {
    html! {
        @if !notes.is_empty() {
            ul.figure-notes lang="sv" {
                @for note in notes {
                    li data-tone=(note.tone.class()) { strong { (note.title) } " " (note.says) }
                }
            }
        }
    }
}
