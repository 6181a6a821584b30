//! One aggregate in memory, and its queue of commands.
//!
//! Whoever holds the turn carries out everything that has queued up: decides each on the state that the one before
//! left, hands all of it to the journal in order, and folds in what was written. Readers hold the state as it was
//! when they came: while one does, what is written is folded into a copy, which then takes its place.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::decision::Decided;
use domain::{Aggregate, Ctx, Meta};
use futures_util::future::join_all;
use jiff::Timestamp;
use journal::{Appended, Batch, Journal};
use tokio::sync::{oneshot, watch};
use uuid::Uuid;

use crate::codec;
use crate::done::Done;
use crate::error::{Error, Fault};
use crate::projection::{Projections, Told};

/// How many times a command is decided anew because another node was first.
const TRIES: usize = 8;

/// Commands that wait for their turn, carried out as one.
#[derive(Debug)]
pub(crate) struct Ask<C> {
    pub(crate) command_id: Uuid,
    pub(crate) recorded_at: Timestamp,
    pub(crate) ctx: Ctx,
    pub(crate) commands: Vec<C>,
}

type Answer = oneshot::Sender<Result<Done, Error>>;
type Waiting<A> = Vec<(Ask<<A as Aggregate>::Command>, Answer)>;

/// What was decided and waits to be written.
struct Pending<A: Aggregate> {
    ask: Ask<A::Command>,
    answer: Answer,
    decided: Decided<A::Event>,
    expected: u64,
}

pub(crate) struct Slot<A: Aggregate> {
    stream: String,
    projections: Projections,
    /// The state as it now stands, and who wants to know when there is a new one.
    state: watch::Sender<Arc<A>>,
    queue: Mutex<Waiting<A>>,
    /// Whoever holds this writes; with it goes which commands led to the state.
    turn: tokio::sync::Mutex<Commands>,
}

/// What each command led to.
type Commands = BTreeMap<Uuid, Wrote>;

/// What a command wrote: where its last event stands, and how many there are.
#[derive(Clone, Copy, Default)]
struct Wrote {
    version: u64,
    events: usize,
}

impl<A: Told> Slot<A> {
    pub(crate) fn new(key: &str, projections: Projections) -> Self {
        Self {
            stream: codec::stream::<A>(key),
            projections,
            state: watch::Sender::default(),
            queue: Mutex::default(),
            turn: tokio::sync::Mutex::default(),
        }
    }

    /// The state as it now stands; `None` before anything has happened.
    pub(crate) fn snapshot(&self) -> Option<Arc<A>> {
        let state = self.now();
        (state.version() > 0).then_some(state)
    }

    /// Tells each new state, for as long as it is held; a slow listener is told the newest.
    pub(crate) fn watch(&self) -> watch::Receiver<Arc<A>> {
        self.state.subscribe()
    }

    /// How far it has read.
    pub(crate) fn version(&self) -> u64 {
        self.state.borrow().version()
    }

    fn now(&self) -> Arc<A> {
        self.state.borrow().clone()
    }

    /// Carries out a command, together with those that wait.
    pub(crate) async fn execute(&self, journal: &Journal, ask: Ask<A::Command>) -> Result<Done, Error> {
        let (answer, mut answered) = oneshot::channel();
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).push((ask, answer));
        let mut turn = self.turn.lock().await;
        if let Ok(done) = answered.try_recv() {
            return done;
        }
        let waiting = std::mem::take(&mut *self.queue.lock().unwrap_or_else(PoisonError::into_inner));
        self.carry_out(journal, &mut turn, waiting).await;
        drop(turn);
        answered.await.unwrap_or(Err(Error::Fault(Fault::Crowded)))
    }

    async fn carry_out(&self, journal: &Journal, commands: &mut Commands, mut waiting: Waiting<A>) {
        for _ in 0..TRIES {
            waiting = self.answer_known(journal, commands, waiting).await;
            let (pending, later) = self.decide_all(waiting);
            waiting = self.write_all(journal, commands, pending).await;
            waiting.extend(later);
            if waiting.is_empty() {
                return;
            }
            if let Err(fault) = self.read_on(journal, commands).await {
                for (_, answer) in waiting {
                    let _ = answer.send(Err(fault.clone().into()));
                }
                return;
            }
        }
        for (_, answer) in waiting {
            let _ = answer.send(Err(Fault::Crowded.into()));
        }
    }

    /// Answers what has been carried out before as it was answered then, and gives back the rest.
    async fn answer_known(&self, journal: &Journal, commands: &Commands, waiting: Waiting<A>) -> Waiting<A> {
        let mut new = Vec::new();
        for (ask, answer) in waiting {
            match commands.get(&ask.command_id) {
                Some(wrote) => drop(answer.send(self.as_before(journal, *wrote).await.map_err(Error::from))),
                None => new.push((ask, answer)),
            }
        }
        new
    }

    /// What a command led to, from what it wrote.
    async fn as_before(&self, journal: &Journal, wrote: Wrote) -> Result<Done, Fault> {
        let Wrote { version, events } = wrote;
        let before = version.saturating_sub(u64::try_from(events).unwrap_or(u64::MAX));
        let recorded = journal.read(&self.stream, before, events).await?;
        let mut made = Vec::new();
        for recorded in &recorded {
            made.extend(A::made(&codec::read::<A>(&recorded.borrowed())?.1));
        }
        Ok(Done { version, events, made, findings: Vec::new() })
    }

    /// Decides each on the state that the one before left.
    ///
    /// What needs no writing is answered at once, unless it rests on something that is not written yet: that comes
    /// back to be decided once more, when it is.
    fn decide_all(&self, waiting: Waiting<A>) -> (Vec<Pending<A>>, Waiting<A>) {
        let now = self.now();
        let alone = waiting.len() == 1;
        let mut ahead: Option<A> = None;
        let mut pending: Vec<Pending<A>> = Vec::new();
        let mut later = Vec::new();
        for (ask, answer) in waiting {
            if pending.iter().any(|p| p.ask.command_id == ask.command_id) {
                later.push((ask, answer));
                continue;
            }
            let state = ahead.as_ref().unwrap_or(&now);
            let version = state.version();
            match state.decide_all(&ask.ctx, ask.recorded_at, &ask.commands) {
                Ok(decided) if !decided.events.is_empty() => {
                    if !alone {
                        let next = ahead.get_or_insert_with(|| A::clone(&now));
                        for (meta, event) in metas::<A>(&ask, version, &decided.events) {
                            next.evolve(meta, event);
                        }
                    }
                    pending.push(Pending { ask, answer, decided, expected: version });
                }
                Ok(_) | Err(_) if ahead.is_some() => later.push((ask, answer)),
                Ok(decided) => {
                    let made = decided.there.into_iter().collect();
                    let _ = answer.send(Ok(Done { version, events: 0, made, findings: decided.findings }));
                }
                Err(refusal) => drop(answer.send(Err(Error::Refused(refusal)))),
            }
        }
        (pending, later)
    }

    /// Writes in order, folds in and answers what was written, and gives back what must be decided anew.
    async fn write_all(
        &self,
        journal: &Journal,
        commands: &mut Commands,
        pending: Vec<Pending<A>>,
    ) -> Waiting<A> {
        let batches: Vec<_> = pending.iter().map(|p| self.batch(p)).collect();
        let writing =
            batches.into_iter().map(|batch| async { journal.append(batch?).await.map_err(Error::from) });
        let outcomes = join_all(writing).await;
        let mut anew = Vec::new();
        for (p, outcome) in pending.into_iter().zip(outcomes) {
            match outcome {
                Ok(Appended::Written(head)) if anew.is_empty() => {
                    let events: Vec<_> = metas::<A>(&p.ask, p.expected, &p.decided.events).collect();
                    self.fold(&events);
                    let wrote = Wrote { version: head.seq, events: p.decided.events.len() };
                    commands.insert(p.ask.command_id, wrote);
                    let done = Done {
                        version: wrote.version,
                        events: wrote.events,
                        made: p.decided.events.iter().filter_map(A::made).collect(),
                        findings: p.decided.findings,
                    };
                    let _ = p.answer.send(Ok(done));
                }
                // Written behind something that this node has not read, or by another node: read on, then answer
                // from what stands in the journal.
                Ok(_) => anew.push((p.ask, p.answer)),
                Err(error) => drop(p.answer.send(Err(error))),
            }
        }
        anew
    }

    fn batch(&self, p: &Pending<A>) -> Result<Batch, Error> {
        let write = |(place, event)| codec::write::<A>(p.ask.command_id, place, event);
        let events = p.decided.events.iter().enumerate().map(write).collect::<Result<Vec<_>, _>>();
        let events = events.map_err(|why| Fault::Unreadable {
            stream: self.stream.clone(),
            seq: p.expected + 1,
            why: why.to_string(),
        })?;
        Ok(Batch {
            stream: self.stream.clone(),
            expected: p.expected,
            command_id: p.ask.command_id,
            actor: p.ask.ctx.actor.to_string(),
            recorded_at: p.ask.recorded_at,
            events,
        })
    }

    /// Folds in what was written; only whoever has the turn does.
    fn fold(&self, events: &[(Meta, &A::Event)]) {
        let onto = |state: &mut A| events.iter().for_each(|(meta, event)| state.evolve(*meta, event));
        // Nobody reads it: no copy is needed, and whoever comes now waits for as long as folding takes.
        let alone = self.state.send_if_modified(|state| Arc::get_mut(state).map(onto).is_some());
        if !alone {
            let mut next = A::clone(&self.now());
            onto(&mut next);
            self.state.send_replace(Arc::new(next));
        }
        // Told after the state holds it: whoever looks a fact up in the state finds it.
        for projection in self.projections.iter() {
            for (meta, event) in events {
                projection.fold(&self.stream, *meta, A::fact(event));
            }
        }
    }

    /// Whether a command has led to something, here or on another node; one that is on its way here is waited for.
    pub(crate) async fn knows(&self, journal: &Journal, command: Uuid) -> Result<bool, Fault> {
        let mut turn = self.turn.lock().await;
        self.read_on(journal, &mut turn).await?;
        Ok(turn.contains_key(&command))
    }

    /// Reads what is new in the journal, in turn, unless whoever had the turn before has come as far.
    ///
    /// A command of this node is told of while it still has the turn; what it wrote need not be read.
    pub(crate) async fn catch_up(&self, journal: &Journal, seq: u64) -> Result<(), Fault> {
        let mut turn = self.turn.lock().await;
        if self.version() >= seq {
            return Ok(());
        }
        self.read_on(journal, &mut turn).await
    }

    async fn read_on(&self, journal: &Journal, commands: &mut Commands) -> Result<(), Fault> {
        let known = self.version();
        journal
            .replay(&self.stream, known, |recorded| {
                let (meta, event) = codec::read::<A>(&recorded)?;
                self.fold(&[(meta, &event)]);
                let wrote = commands.entry(recorded.command_id).or_default();
                *wrote = Wrote { version: meta.seq, events: wrote.events + 1 };
                Ok::<(), Fault>(())
            })
            .await?;
        Ok(())
    }
}

/// The events of a command with the places they get in the stream.
fn metas<'a, A: Aggregate>(
    ask: &Ask<A::Command>,
    expected: u64,
    events: &'a [A::Event],
) -> impl Iterator<Item = (Meta, &'a A::Event)> + use<'a, A> {
    let (at, actor) = (ask.recorded_at, ask.ctx.actor);
    (expected + 1..).zip(events).map(move |(seq, event)| (Meta { seq, at, actor }, event))
}
