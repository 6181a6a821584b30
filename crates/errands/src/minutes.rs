//! Reminds those who write and attest minutes, from the fourteenth day after the meeting.

use directory::{PersonId, Reminder};
use domain::{Association, reminder};
use jiff::civil::Date;

use crate::{Again, Errand, World};

/// Minutes that are not attested though the day has come.
#[derive(Clone, Copy, Debug)]
pub struct Minutes;

impl Errand for Minutes {
    const NAME: &'static str = "minutes";

    async fn of_day(&self, world: &World, day: Date) -> Result<Vec<Reminder>, Again> {
        let due = |slug: &str, association: &Association| {
            let written = |due: &reminder::Reminder| {
                Ok(Reminder {
                    person: PersonId(due.person.0),
                    place: slug.to_owned(),
                    about: serde_json::to_string(&due.about)?,
                    what: due.what.command().to_owned(),
                    by: due.by,
                })
            };
            reminder::due(association, day).iter().map(written).collect::<Result<Vec<_>, serde_json::Error>>()
        };
        let all = world.engine.each(due).into_iter().collect::<Result<Vec<_>, _>>();
        all.map(|all| all.into_iter().flatten().collect()).map_err(|why| Again(why.to_string()))
    }
}
