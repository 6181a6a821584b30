//! Stems to topics, for one association.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::Association;
use domain::case_register::state::Clearance;

use crate::texts::{self, Weight};
use crate::topic::Topic;
use crate::words::{Query, words};

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub topic: Topic,
    /// How well it answers; only to be compared with others of the same question.
    pub score: u32,
}

/// How well a stem answers for a topic: to anybody who sees the topic, and to one who is cleared for what is secret.
#[derive(Clone, Copy, Debug, Default)]
struct Answer {
    open: u8,
    all: u8,
}

/// The topics of one stem.
type Topics = BTreeMap<Topic, Answer>;

#[derive(Debug, Default)]
pub(crate) struct Index {
    /// By the stem of the word as it is written.
    exact: BTreeMap<Box<str>, Topics>,
    /// By the stem of the word without rings and dots.
    plain: BTreeMap<Box<str>, Topics>,
    /// The stems of each topic, to take it out again: of the one kind and of the other.
    stems: BTreeMap<Topic, [Box<[Box<str>]>; 2]>,
    /// What has been touched since its texts were read, by the fact that did.
    touched: BTreeMap<Topic, u64>,
}

impl Index {
    /// A fact has touched it.
    pub(crate) fn touch(&mut self, topic: Topic, seq: u64) {
        self.touched.insert(topic, seq);
    }

    /// Reads the texts of what has been touched anew; what a state does not know of yet is left for a later one.
    pub(crate) fn refresh(&mut self, association: &Association) {
        let touched = std::mem::take(&mut self.touched);
        for (topic, seq) in touched {
            if seq <= association.version {
                self.read(association, topic);
            } else {
                self.touched.insert(topic, seq);
            }
        }
    }

    fn read(&mut self, association: &Association, topic: Topic) {
        let (mut exact, mut plain) = (BTreeMap::new(), BTreeMap::new());
        texts::of(association, topic, &mut |weight, clearance, text| {
            for word in words(text) {
                note(&mut exact, word.exact, weight, clearance);
                note(&mut plain, word.plain, weight, clearance);
            }
        });
        let old = self.stems.remove(&topic);
        let [old_exact, old_plain] = old.unwrap_or_default();
        let stems =
            [put(&mut self.exact, topic, &old_exact, exact), put(&mut self.plain, topic, &old_plain, plain)];
        self.stems.insert(topic, stems);
    }

    /// What answers all words of a question, the best first; of what answers as well the latest first.
    pub(crate) fn find(
        &self,
        query: &Query,
        clearance: Clearance,
        sees: impl Fn(Topic) -> bool,
    ) -> Vec<Found> {
        let mut scores: Option<BTreeMap<Topic, u32>> = None;
        for word in query.words() {
            let mut of_word: BTreeMap<Topic, u32> = BTreeMap::new();
            // A word as it is written answers better than one that is like it but for its dots.
            for (stems, stem, better) in [(&self.exact, &word.exact, 4), (&self.plain, &word.plain, 1)] {
                for (topic, answer) in stems.get(stem.as_str()).into_iter().flatten() {
                    let weight = match clearance {
                        Clearance::Open => answer.open,
                        Clearance::Secret => answer.all,
                    };
                    if weight > 0 {
                        *of_word.entry(*topic).or_default() += u32::from(weight).saturating_mul(better);
                    }
                }
            }
            scores = Some(match scores {
                None => of_word,
                Some(before) => before
                    .into_iter()
                    .filter_map(|(topic, score)| Some((topic, score.saturating_add(*of_word.get(&topic)?))))
                    .collect(),
            });
        }
        let answers = scores.unwrap_or_default().into_iter().filter(|(topic, _)| sees(*topic));
        let mut found: Vec<Found> = answers.map(|(topic, score)| Found { topic, score }).collect();
        found.sort_by_key(|found| (Reverse(found.score), Reverse(found.topic)));
        found
    }
}

fn note(stems: &mut BTreeMap<String, Answer>, stem: String, weight: Weight, clearance: Clearance) {
    let weight = match weight {
        Weight::Name => 3,
        Weight::Body => 1,
    };
    let answer = stems.entry(stem).or_default();
    // The best place counts, and not how often: a long text is not about everything it says many times.
    answer.all = answer.all.max(weight);
    if clearance == Clearance::Open {
        answer.open = answer.open.max(weight);
    }
}

/// Puts the stems of a topic in the place of those it had.
fn put(
    index: &mut BTreeMap<Box<str>, Topics>,
    topic: Topic,
    old: &[Box<str>],
    new: BTreeMap<String, Answer>,
) -> Box<[Box<str>]> {
    for stem in old.iter().filter(|stem| !new.contains_key(stem.as_ref())) {
        if let Some(topics) = index.get_mut(stem) {
            topics.remove(&topic);
            if topics.is_empty() {
                index.remove(stem);
            }
        }
    }
    let place = |(stem, answer): (String, Answer)| {
        let stem = stem.into_boxed_str();
        index.entry(stem.clone()).or_default().insert(topic, answer);
        stem
    };
    new.into_iter().map(place).collect()
}
