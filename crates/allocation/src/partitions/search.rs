//! The search: groupings in the order of listing, shared between threads, with nothing kept but the best.
//!
//! A grouping is written as one set of municipalities for each association, the sets in the order of their first
//! municipality. Each thread takes the groupings that begin alike, so memory does not grow with their number.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

use super::score::{Evenness, Least, Score, Total};
use super::table::{INADMISSIBLE, Tables};
use super::{
    Answer, Block, Grouping, MOST_MUNICIPALITIES, Objective, PartitionError, Progress, Question, ways,
};
use crate::fraction::Fraction;

/// How many municipalities are placed before the work is shared out.
const SHARED_DEPTH: usize = 6;

/// The associations of a grouping that is being built.
#[derive(Clone, Copy)]
struct Sets {
    sets: [u16; MOST_MUNICIPALITIES],
    count: usize,
}

/// The best of one number of associations; the score is always better when larger.
#[derive(Clone, Copy)]
struct Best {
    score: i128,
    equally_good: u64,
    task: usize,
    sets: Sets,
}

/// What one thread has found, by number of associations.
struct Found {
    best: [Option<Best>; MOST_MUNICIPALITIES],
    admissible: u64,
    evaluated: u64,
}

impl Sets {
    const NONE: Self = Self { sets: [0; MOST_MUNICIPALITIES], count: 0 };

    fn used(&self) -> &[u16] {
        self.sets.get(..self.count).unwrap_or_default()
    }
}

pub(super) fn run(
    question: &Question,
    tables: &Tables,
    workers: NonZeroUsize,
    progress: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Answer, PartitionError> {
    let all = question.municipalities.len();
    let of = ways(all).ok_or(PartitionError::TooMany { count: all })?;
    let mut tasks = Vec::new();
    begin(Sets::NONE, 0, shared_depth(all), &mut tasks);
    let shared = Shared {
        tasks: &tasks,
        next: AtomicUsize::new(0),
        evaluated: AtomicU64::new(0),
        stopped: AtomicBool::new(false),
        of,
        progress,
    };
    let (fewest, most) = question.associations;
    let accepted: Vec<bool> = (1..=all).map(|count| fewest <= count && count <= most).collect();
    let one_worker = || match question.objective {
        Objective::Activity | Objective::State => work::<Total>(tables, all, &accepted, &shared),
        Objective::Even => work::<Evenness>(tables, all, &accepted, &shared),
        Objective::Weakest => work::<Least>(tables, all, &accepted, &shared),
    };
    let found: Vec<Found> = std::thread::scope(|scope| {
        let threads: Vec<_> = (1..workers.get()).map(|_| scope.spawn(one_worker)).collect();
        let own = one_worker();
        let others = threads.into_iter().filter_map(|thread| thread.join().ok());
        std::iter::once(own).chain(others).collect()
    });
    if shared.stopped.load(Ordering::Relaxed) || found.len() < workers.get() {
        return Err(PartitionError::Stopped);
    }
    answer(question, tables, &found)
}

/// Evaluates one grouping.
pub(super) fn one(
    question: &Question,
    tables: &Tables,
    blocks: &[Vec<usize>],
) -> Result<Option<Grouping>, PartitionError> {
    let all = question.municipalities.len();
    let mut sets = Sets::NONE;
    let mut seen = 0_u16;
    for block in blocks {
        let mut set = 0_u16;
        for place in block {
            let bit = if *place < all { 1_u16 << place } else { 0 };
            if bit == 0 || seen & bit != 0 {
                return Err(PartitionError::NotAGrouping);
            }
            seen |= bit;
            set |= bit;
        }
        let Some(free) = sets.sets.get_mut(sets.count).filter(|_| set != 0) else {
            return Err(PartitionError::NotAGrouping);
        };
        *free = set;
        sets.count += 1;
    }
    if usize::try_from(seen.count_ones()) != Ok(all) {
        return Err(PartitionError::NotAGrouping);
    }
    let (fewest, most) = question.associations;
    let accepted = fewest <= sets.count && sets.count <= most;
    let values = sets.count.checked_sub(1).and_then(|index| tables.values.get(index)).filter(|_| accepted);
    let score = values.and_then(|values| match question.objective {
        Objective::Activity | Objective::State => score_of::<Total>(values, &sets),
        Objective::Even => score_of::<Evenness>(values, &sets),
        Objective::Weakest => score_of::<Least>(values, &sets),
    });
    let Some(score) = score else { return Ok(None) };
    let best = Best { score, equally_good: 1, task: 0, sets };
    grouping(question, tables, &best, 1).map(Some).ok_or(PartitionError::Overflow)
}

/// The score of all sets together; `None` when one of them is inadmissible.
fn score_of<S: Score>(values: &[i128], sets: &Sets) -> Option<i128> {
    let (last, others) = sets.used().split_last()?;
    S::of(others.iter().map(|set| value(values, *set))).added(value(values, *last))
}

/// What the threads share.
struct Shared<'a> {
    tasks: &'a [Sets],
    next: AtomicUsize,
    evaluated: AtomicU64,
    stopped: AtomicBool,
    of: u64,
    progress: &'a (dyn Fn(Progress) -> ControlFlow<()> + Sync),
}

/// Lists the ways to place the first municipalities.
fn begin(sets: Sets, place: usize, depth: usize, tasks: &mut Vec<Sets>) {
    if place == depth {
        tasks.push(sets);
        return;
    }
    for next in extensions(sets, place) {
        begin(next, place + 1, depth, tasks);
    }
}

/// The ways to place one more municipality: in each association there is, and in a new one.
fn extensions(sets: Sets, place: usize) -> impl Iterator<Item = Sets> {
    (0..=sets.count).filter_map(move |into| {
        let mut next = sets;
        *next.sets.get_mut(into)? |= 1 << place;
        next.count = next.count.max(into + 1);
        Some(next)
    })
}

/// The last municipality is never placed here: the thread places it in every way at once.
fn shared_depth(all: usize) -> usize {
    all.saturating_sub(1).min(SHARED_DEPTH)
}

fn work<S: Score>(tables: &Tables, all: usize, accepted: &[bool], shared: &Shared<'_>) -> Found {
    let mut found = Found { best: [None; MOST_MUNICIPALITIES], admissible: 0, evaluated: 0 };
    loop {
        let task = shared.next.fetch_add(1, Ordering::Relaxed);
        let Some(sets) = shared.tasks.get(task) else { return found };
        let before = found.evaluated;
        let mut descent = Descent { tables, all, accepted, task, found: &mut found };
        descent.place::<S>(sets, shared_depth(all));
        let done = found.evaluated - before;
        let evaluated = shared.evaluated.fetch_add(done, Ordering::Relaxed) + done;
        if (shared.progress)(Progress { evaluated, of: shared.of }).is_break() {
            shared.stopped.store(true, Ordering::Relaxed);
        }
        if shared.stopped.load(Ordering::Relaxed) {
            return found;
        }
    }
}

struct Descent<'a> {
    tables: &'a Tables,
    all: usize,
    accepted: &'a [bool],
    task: usize,
    found: &'a mut Found,
}

impl<'a> Descent<'a> {
    /// Places this municipality and all that follow.
    fn place<S: Score>(&mut self, sets: &Sets, place: usize) {
        if place + 1 == self.all {
            self.place_last::<S>(sets, place);
            return;
        }
        for next in extensions(*sets, place) {
            self.place::<S>(&next, place + 1);
        }
    }

    /// Places the last municipality in every association there is, and then in a new one.
    ///
    /// What the other associations are worth is summed up once, so each grouping costs two look-ups.
    fn place_last<S: Score>(&mut self, sets: &Sets, place: usize) {
        let (last, used) = (1_u16 << place, sets.used());
        self.found.evaluated += used.len() as u64 + 1;
        if let Some(values) = self.values(used.len()) {
            let rest = S::of(used.iter().map(|set| value(values, *set)));
            for (into, set) in used.iter().enumerate() {
                let score = rest.replaced(value(values, *set), value(values, set | last));
                self.keep(score, sets, into, last);
            }
        }
        if let Some(values) = self.values(used.len() + 1) {
            let rest = S::of(used.iter().map(|set| value(values, *set)));
            self.keep(rest.added(value(values, last)), sets, used.len(), last);
        }
    }

    /// The values for a number of associations, if that number is accepted.
    fn values(&self, associations: usize) -> Option<&'a [i128]> {
        let index = associations.checked_sub(1)?;
        let accepted = *self.accepted.get(index)?;
        self.tables.values.get(index).filter(|_| accepted).map(Vec::as_slice)
    }

    fn keep(&mut self, score: Option<i128>, sets: &Sets, into: usize, last: u16) {
        let Some(score) = score else { return };
        self.found.admissible += 1;
        let count = sets.count.max(into + 1);
        let Some(best) = self.found.best.get_mut(count - 1) else { return };
        match best {
            Some(best) if score < best.score => {}
            Some(best) if score == best.score => best.equally_good += 1,
            Some(_) | None => {
                let mut sets = *sets;
                sets.count = count;
                if let Some(set) = sets.sets.get_mut(into) {
                    *set |= last;
                }
                *best = Some(Best { score, equally_good: 1, task: self.task, sets });
            }
        }
    }
}

fn value(values: &[i128], set: u16) -> i128 {
    values.get(usize::from(set)).copied().unwrap_or(INADMISSIBLE)
}

/// Puts together what the threads found, in the order of listing whatever thread came first.
fn answer(question: &Question, tables: &Tables, found: &[Found]) -> Result<Answer, PartitionError> {
    let mut answer = Answer {
        best: None,
        by_count: Vec::new(),
        equally_good: 0,
        evaluated: found.iter().map(|found| found.evaluated).sum(),
        admissible: found.iter().map(|found| found.admissible).sum(),
    };
    let mut record: Option<i128> = None;
    for index in 0..question.municipalities.len() {
        let all: Vec<&Best> = found.iter().filter_map(|found| found.best.get(index)?.as_ref()).collect();
        let Some(score) = all.iter().map(|best| best.score).max() else { continue };
        let equal: Vec<&&Best> = all.iter().filter(|best| best.score == score).collect();
        let Some(first) = equal.iter().min_by_key(|best| best.task) else { continue };
        let equally_good = equal.iter().map(|best| best.equally_good).sum();
        let grouping = grouping(question, tables, first, equally_good).ok_or(PartitionError::Overflow)?;
        if record.is_none_or(|record| score > record) {
            record = Some(score);
            answer.best = Some(grouping.clone());
            answer.equally_good = equally_good;
        } else if record == Some(score) {
            answer.equally_good += equally_good;
        }
        answer.by_count.push(grouping);
    }
    Ok(answer)
}

fn grouping(question: &Question, tables: &Tables, best: &Best, equally_good: u64) -> Option<Grouping> {
    let all = question.municipalities.len();
    let blocks: Option<Vec<Block>> = best
        .sets
        .used()
        .iter()
        .map(|set| {
            let (state, activity) = tables.money(best.sets.count, usize::from(*set))?;
            let municipalities = (0..all).filter(|place| set >> place & 1 == 1).collect();
            Some(Block { municipalities, state, activity })
        })
        .collect();
    let score = match question.objective {
        Objective::Activity | Objective::State => Fraction::new(best.score, tables.denominator)?,
        Objective::Even => Fraction::new(best.score.checked_neg()?, tables.denominator)?,
        Objective::Weakest => {
            let (value, per) = tables.ranked.get(usize::try_from(best.score).ok()?)?;
            Fraction::new(*value, *per)?
        }
    };
    Some(Grouping { blocks: blocks?, score, equally_good })
}
