//! Asking now and then whether something can be written.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::fault::Fault;
use crate::queue::{Job, Queue};

/// How long an answer is good for: however many ask, the disk is written once in that time.
const GOOD_FOR: Duration = Duration::from_secs(1);

/// Remembers the last answer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Probe(Arc<Mutex<Option<Answered>>>);

#[derive(Debug)]
struct Answered {
    at: Instant,
    answer: Result<(), Fault>,
}

impl Probe {
    pub(crate) async fn ask(&self, queue: &Queue) -> Result<(), Fault> {
        let mut last = self.0.lock().await;
        if let Some(Answered { at, answer }) = last.as_ref()
            && at.elapsed() < GOOD_FOR
        {
            return answer.clone();
        }
        let answer = queue.ask(Job::Probe).await;
        *last = Some(Answered { at: Instant::now(), answer: answer.clone() });
        answer
    }
}
