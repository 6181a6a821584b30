//! The way to the one writer of a node: what may be asked of it, and how the answer comes back.

use tokio::sync::{mpsc, oneshot};

use crate::event::{Appended, Batch, Recorded};
use crate::fault::Fault;
use crate::hash::Head;

/// How many batches may share one commit.
pub(crate) const GROUP: usize = 256;
/// How many may wait before callers are held back.
const WAITING: usize = 4096;

/// Where an answer goes.
pub(crate) type Answer<T> = oneshot::Sender<Result<T, Fault>>;

/// What may be asked of the writer.
#[derive(Debug)]
pub(crate) enum Job {
    Append(Batch, Answer<Appended>),
    Import(mpsc::Receiver<Chunk>, Answer<()>),
    /// Writes something that changes nothing, as durably as an event.
    Probe(Answer<()>),
    Close(Answer<()>),
}

/// A part of an import; without `Done` at the end nothing of it is kept.
#[derive(Debug)]
pub(crate) enum Chunk {
    Rows(Vec<Recorded>),
    Done(Vec<(String, Head)>),
}

/// The sending end; without a writer at the other end when the journal is only read.
#[derive(Debug, Clone)]
pub(crate) struct Queue(Option<mpsc::Sender<Job>>);

impl Queue {
    pub(crate) fn new() -> (Self, mpsc::Receiver<Job>) {
        let (sender, receiver) = mpsc::channel(WAITING);
        (Self(Some(sender)), receiver)
    }

    /// Of a journal that is only read.
    pub(crate) fn without_writer() -> Self {
        Self(None)
    }

    /// Asks, and waits for the answer.
    pub(crate) async fn ask<T>(&self, job: impl FnOnce(Answer<T>) -> Job) -> Result<T, Fault> {
        let writer = self.0.as_ref().ok_or_else(Fault::only_read)?;
        let (answer, answered) = oneshot::channel();
        writer.send(job(answer)).await.map_err(|_| Fault::closed())?;
        answered.await.map_err(|_| Fault::closed())?
    }

    /// Lets the writer finish, if there is one.
    pub(crate) async fn close(&self) -> Result<(), Fault> {
        match self.0 {
            Some(_) => self.ask(Job::Close).await,
            None => Ok(()),
        }
    }
}

/// What the writer takes up at a time: batches that share a commit, or one of the rarer jobs.
pub(crate) enum Turn {
    Group(Vec<(Batch, Answer<Appended>)>),
    Other(Job),
}

/// Collects turns from what is waiting, without waiting for more.
#[derive(Default)]
pub(crate) struct Turns {
    held: Option<Job>,
}

impl Turns {
    /// The next turn, given the job that was waited for.
    pub(crate) fn next(&mut self, first: Job, jobs: &mut mpsc::Receiver<Job>) -> Turn {
        let mut group = Vec::new();
        let mut job = Some(first);
        loop {
            match job {
                Some(Job::Append(batch, answer)) => group.push((batch, answer)),
                Some(other) if group.is_empty() => return Turn::Other(other),
                other => {
                    self.held = other;
                    return Turn::Group(group);
                }
            }
            job = if group.len() < GROUP { jobs.try_recv().ok() } else { None };
        }
    }

    /// A job that had to wait for the group before it.
    pub(crate) fn held(&mut self) -> Option<Job> {
        self.held.take()
    }
}
