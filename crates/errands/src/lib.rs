//! Errands (sv. *sysslor*): what the clock sets going, though nobody has asked.
//!
//! An [`Errand`] says what a day brings, as a function of what the associations have done. [`once`] carries it out: one node at
//! a time, every day once, after a pause when something is in the way, and with an entry when it was given up. The day and
//! the moment are arguments.

mod minutes;

use directory::{Directory, Failed, Reminder};
use engine::Engine;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

pub use minutes::Minutes;

/// What an errand can reach.
#[derive(Clone, Debug)]
pub struct World {
    /// What the associations have done.
    pub engine: Engine,
    /// Where it stands how far errands have come, and whom they have reminded.
    pub directory: Directory,
}

/// Something that a day brings.
pub trait Errand: Send + Sync {
    /// Under which name it is kept how far it has come; never another.
    const NAME: &'static str;

    /// What is to be done on a day, those days included that nobody was there for. The same again does no harm.
    ///
    /// # Errors
    /// Why it cannot be done now.
    fn of_day(&self, world: &World, day: Date) -> impl Future<Output = Result<Vec<Reminder>, Again>> + Send;
}

/// Something is in the way; it is tried again.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub struct Again(pub String);

/// What became of an errand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The day is done.
    Done,
    /// The day was done already.
    Already,
    /// Another node has the turn, or a pause is on.
    NotNow,
    /// It failed, and is tried again from this moment.
    AgainAt(Timestamp),
    /// It failed too often, which is written down; the next day it begins anew.
    GivenUp,
}

/// Carries an errand out for a day, if that is this node's to do and not done already.
///
/// # Errors
/// The directory failed.
pub async fn once<E: Errand>(
    errand: &E,
    world: &World,
    node: Uuid,
    now: Timestamp,
    day: Date,
) -> Result<Outcome, directory::Fault> {
    let Some(turn) = world.directory.take_errand(E::NAME, node, now).await? else {
        return Ok(Outcome::NotNow);
    };
    let number = days(day);
    // A clock that goes back has nothing to do until the day it has come to.
    if turn.done >= number {
        return Ok(Outcome::Already);
    }
    let why = match errand.of_day(world, day).await {
        Ok(reminders) => {
            let ours = world.directory.errand_done(&turn, number, &reminders, now).await?;
            return Ok(if ours { Outcome::Done } else { Outcome::NotNow });
        }
        Err(Again(why)) => why,
    };
    tracing::warn!(errand = E::NAME, why, "errand.failed");
    Ok(match world.directory.errand_failed(&turn, number, &why, now).await? {
        Failed::AgainAt(moment) => Outcome::AgainAt(moment),
        Failed::GivenUp => {
            tracing::error!(errand = E::NAME, why, "errand.given_up");
            Outcome::GivenUp
        }
        Failed::NotOurs => Outcome::NotNow,
    })
}

/// A day as a number: days since 1970.
fn days(day: Date) -> i64 {
    day.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24
}
