//! Searches that take a while: every grouping of a county's municipalities, run in the background, one at a time.
//!
//! A search is named by its question, so the same address asked again, on any node and after any restart, finds the
//! answer, the work in progress, or starts it anew. Nothing is stored: the answer follows from the question.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use allocation::partitions::{Answer, PartitionError, Question, search, ways};

/// How many searches are remembered.
const REMEMBERED: usize = 32;

/// Every search that is remembered, and the turn that only one has.
#[derive(Debug, Default)]
pub(crate) struct Searches {
    known: Mutex<BTreeMap<String, Arc<Search>>>,
    turn: Arc<Mutex<()>>,
    asked: AtomicU64,
}

/// One search.
#[derive(Debug, Default)]
pub(crate) struct Search {
    asked: AtomicU64,
    evaluated: AtomicU64,
    stopped: AtomicBool,
    answer: OnceLock<Result<Answer, PartitionError>>,
}

/// How a search stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum State {
    /// So many groupings are evaluated, of so many.
    Running(u64, u64),
    /// The answer, or why there is none.
    Answered(Result<Answer, PartitionError>),
}

impl Searches {
    /// How the search of a question stands; it is begun when it is not known.
    pub(crate) fn ask(&self, question: &Question) -> Arc<Search> {
        let name = serde_json::to_string(question).unwrap_or_default();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.asked.fetch_add(1, Ordering::Relaxed);
        if let Some(search) = known.get(&name).filter(|search| !search.stopped.load(Ordering::Relaxed)) {
            search.asked.store(now, Ordering::Relaxed);
            return search.clone();
        }
        forget(&mut known);
        let begun = Arc::new(Search { asked: AtomicU64::new(now), ..Search::default() });
        known.insert(name, begun.clone());
        let (question, search, turn) = (question.clone(), begun.clone(), self.turn.clone());
        std::thread::spawn(move || {
            let _mine = turn.lock().unwrap_or_else(PoisonError::into_inner);
            search.run(&question);
        });
        begun
    }

    /// Stops the search of a question, if it runs.
    pub(crate) fn stop(&self, question: &Question) {
        let name = serde_json::to_string(question).unwrap_or_default();
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(search) = known.get(&name).filter(|search| search.answer.get().is_none()) {
            search.stopped.store(true, Ordering::Relaxed);
        }
    }
}

/// Makes room for one more: those stopped go first, then those not asked for longest.
fn forget(known: &mut BTreeMap<String, Arc<Search>>) {
    known.retain(|_, search| !search.stopped.load(Ordering::Relaxed));
    while known.len() >= REMEMBERED {
        let oldest = known.iter().min_by_key(|(_, search)| search.asked.load(Ordering::Relaxed));
        let Some(name) = oldest.map(|(name, _)| name.clone()) else { return };
        if let Some(search) = known.remove(&name) {
            search.stopped.store(true, Ordering::Relaxed);
        }
    }
}

impl Search {
    /// Waits a moment for the answer, so that a short search needs no second page.
    pub(crate) async fn settle(&self) {
        for _ in 0..40 {
            if self.answer.get().is_some() {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
    }

    /// How it stands.
    pub(crate) fn state(&self, municipalities: usize) -> State {
        match self.answer.get() {
            Some(answer) => State::Answered(answer.clone()),
            None => State::Running(self.evaluated.load(Ordering::Relaxed), ways(municipalities).unwrap_or(0)),
        }
    }

    fn run(&self, question: &Question) {
        let answer = search(question, NonZeroUsize::MIN, &|progress| {
            self.evaluated.store(progress.evaluated, Ordering::Relaxed);
            if self.stopped.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        let _ = self.answer.set(answer);
    }
}

#[cfg(test)]
mod tests {
    use allocation::model::Keys;
    use allocation::partitions::{Candidate, Objective, Outside, Pool};
    use swedish::money::Ore;

    use super::*;

    fn question(municipalities: usize, tkr: i64) -> Question {
        let candidate = Candidate { need: None, inhabitants: Some(1000), cap: None };
        Question {
            municipalities: vec![candidate; municipalities],
            outside: Outside {
                associations: 10,
                need: allocation::model::Need::from_thousandths(0),
                inhabitants: 90_000,
            },
            total: Ore::from_tkr(10_000).unwrap(),
            base: Ore::from_tkr(400).unwrap(),
            keys: Keys { need: 0, inhabitants: 1 },
            pool: Pool::Follows,
            administration: Ore::from_tkr(tkr).unwrap(),
            least_activity: None,
            associations: (1, municipalities),
            objective: Objective::Activity,
        }
    }

    #[tokio::test]
    async fn the_same_question_is_searched_once() {
        let searches = Searches::default();
        let first = searches.ask(&question(6, 100));
        first.settle().await;
        assert!(Arc::ptr_eq(&first, &searches.ask(&question(6, 100))));
        let State::Answered(Ok(answer)) = first.state(6) else { panic!("{:?}", first.state(6)) };
        assert_eq!(answer.evaluated, 203);
        assert!(!Arc::ptr_eq(&first, &searches.ask(&question(6, 200))));
    }

    #[tokio::test]
    async fn what_is_stopped_can_be_asked_again() {
        let searches = Searches::default();
        let first = searches.ask(&question(15, 100));
        searches.stop(&question(15, 100));
        while first.answer.get().is_none() {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        assert_eq!(first.state(15), State::Answered(Err(PartitionError::Stopped)));
        let again = searches.ask(&question(15, 100));
        assert!(!Arc::ptr_eq(&first, &again));
        searches.stop(&question(15, 100));
    }

    #[test]
    fn only_so_many_are_remembered() {
        let searches = Searches::default();
        for tkr in 0..100 {
            searches.ask(&question(3, tkr));
        }
        assert!(searches.known.lock().unwrap().len() <= REMEMBERED);
    }
}
