//! Search (sv. *sökning*) in what an association has: cases, initiatives, meetings with their minutes, and people.
//!
//! The index is a [`engine::Projection`]: it is told every fact, at the start and afterwards, on every node, and
//! lies in memory. A fact only marks what it touches; the texts are taken from the state when somebody next searches, so a
//! start costs next to nothing and a text is what the pages show.
//!
//! | file | what it does |
//! | --- | --- |
//! | `words` | a text as stems, with and without the rings and dots of its letters |
//! | `topic` | what can be found, and which fact touches it |
//! | `texts` | what is written about it, open or secret |
//! | `index` | stems to topics, for one association |
//!
//! Rights stand inside the question: what somebody may not see is passed over before anything is counted or put in order,
//! and no word counts more because it is rare, so nothing that is found tells of what is not.

mod index;
mod texts;
mod topic;
mod words;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::Association;
use domain::case_register::state::Clearance;
use domain::event::Meta;
use engine::{Fact, Projection};

pub use index::Found;
use index::Index;
pub use topic::{Kind, Topic};
use words::Query;

/// Where the streams of associations begin.
const PREFIX: &str = <Association as domain::Aggregate>::PREFIX;

/// The indexes of all associations, by address.
#[derive(Debug, Default)]
pub struct Search(Mutex<BTreeMap<String, Arc<Mutex<Index>>>>);

impl Search {
    /// What is found in an association by somebody with a clearance, who sees what `sees` says; the best first.
    ///
    /// Every word must be there, in any of its forms. No words find nothing.
    pub fn find(
        &self,
        association: &Association,
        typed: &str,
        clearance: Clearance,
        sees: impl Fn(Topic) -> bool,
    ) -> Vec<Found> {
        let query = Query::of(typed);
        if query.is_empty() {
            return Vec::new();
        }
        let index = self.of(association.slug());
        let mut index = index.lock().unwrap_or_else(PoisonError::into_inner);
        index.refresh(association);
        index.find(&query, clearance, sees)
    }

    fn of(&self, slug: &str) -> Arc<Mutex<Index>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = all.get(slug) {
            return Arc::clone(index);
        }
        Arc::clone(all.entry(slug.to_owned()).or_default())
    }
}

impl Projection for Search {
    fn fold(&self, stream: &str, meta: Meta, fact: Fact<'_>) {
        let (Some(slug), Fact::Association(event)) = (stream.strip_prefix(PREFIX), fact) else { return };
        if let Some(topic) = topic::touched(event) {
            self.of(slug).lock().unwrap_or_else(PoisonError::into_inner).touch(topic, meta.seq);
        }
    }
}
