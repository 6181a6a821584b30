//! Asking now and then whether something can be written.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::fault::{Fault, Why};
use crate::queue::{Job, Queue};

/// How long an answer is good for: however many ask, the disk is written once in that time.
const GOOD_FOR: Duration = Duration::from_secs(1);
/// How long an append that found no room says that there is none: what is tried here is smaller, and may find some.
const NO_ROOM_FOR: Duration = Duration::from_secs(60);

/// Remembers the last answer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Probe(Arc<Known>);

#[derive(Debug, Default)]
struct Known {
    last: Mutex<Option<Answered>>,
    /// One asks at a time; who waited finds the answer.
    turn: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
struct Answered {
    until: Instant,
    answer: Result<(), Fault>,
}

impl Probe {
    pub(crate) async fn ask(&self, queue: &Queue) -> Result<(), Fault> {
        let _turn = self.0.turn.lock().await;
        if let Some(Answered { until, answer }) = &*self.last()
            && Instant::now() < *until
        {
            return answer.clone();
        }
        let answer = queue.ask(Job::Probe).await;
        *self.last() = Some(Answered { until: Instant::now() + GOOD_FOR, answer: answer.clone() });
        answer
    }

    /// Takes note of how an append went: whether there is room is known better than by trying.
    pub(crate) fn note<T>(&self, appended: &Result<T, Fault>) {
        let mut last = self.last();
        match appended {
            Ok(_) => drop(last.take_if(|known| known.answer.is_err())),
            Err(fault) if fault.why() == Why::Full => {
                let until = Instant::now() + NO_ROOM_FOR;
                *last = Some(Answered { until, answer: Err(fault.clone()) });
            }
            Err(_) => {}
        }
    }

    fn last(&self) -> MutexGuard<'_, Option<Answered>> {
        self.0.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_append_that_found_no_room_says_so_until_one_finds_some() {
        let probe = Probe::default();
        let why = async || probe.ask(&Queue::without_writer()).await.unwrap_err().why();
        let full = Fault::folder(std::path::Path::new("/srv"), std::io::ErrorKind::StorageFull.into());
        probe.note::<()>(&Err(full));
        assert_eq!(why().await, Why::Full);
        probe.note::<()>(&Err(Fault::closed()));
        assert_eq!(why().await, Why::Full);
        probe.note(&Ok(()));
        assert_eq!(why().await, Why::Other, "asked anew, of a journal that is only read");
    }
}
