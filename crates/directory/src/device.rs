//! Devices that have logged in before (sv. *kända enheter*), known again by a secret in a cookie.
//!
//! A device opens nothing: it only means that its tries are counted apart from those of strangers. One cookie may be
//! known to several people who share a computer.

use std::time::Duration;

use jiff::Timestamp;

use crate::Directory;
use crate::fault::Fault;
use crate::ids::PersonId;
use crate::store::{Step, values};
use crate::time::before;
use crate::token::{DeviceToken, Digest};

/// A device that is not used for so long is forgotten.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(400 * 24 * 60 * 60);

/// What a client's cookie says of its device.
#[derive(Default)]
pub(crate) struct Device {
    /// The digest of the secret, when it is one that we handed out.
    digest: Option<Digest>,
    /// Who has logged in from it.
    people: Vec<PersonId>,
}

impl Device {
    /// The device, when this person has logged in from it before.
    pub(crate) fn known_to(&self, person: Option<PersonId>) -> Option<Digest> {
        self.digest.filter(|_| person.is_some_and(|person| self.people.contains(&person)))
    }

    /// The step that knows it from now on, and a new secret for the cookie when it had none of ours.
    pub(crate) fn keep(
        &self,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(Option<DeviceToken>, Step), Fault> {
        let (token, digest) = match self.digest {
            Some(digest) => (None, digest),
            None => {
                let (token, digest) = DeviceToken::fresh()?;
                (Some(token), digest)
            }
        };
        let step = Step::any(
            "INSERT INTO directory_device (digest, person, first_at, last_at) VALUES ($1, $2, $3, $3) \
             ON CONFLICT (digest, person) DO UPDATE SET last_at = $3",
            values![digest, person, now],
        );
        Ok((token, step))
    }
}

impl Directory {
    /// The device whose secret a client shows.
    pub(crate) async fn device(&self, shown: Option<&str>) -> Result<Device, Fault> {
        // Asked for in any case, so that the answer takes as long.
        let digest = Digest::of_presented(shown.unwrap_or_default());
        let asked = digest.unwrap_or(Digest([0; 32]));
        let sql = "SELECT person FROM directory_device WHERE digest = $1";
        let mut people = Vec::new();
        for mut row in self.store().read(sql, values![asked]).await? {
            people.push(PersonId(row.uuid()?));
        }
        Ok(Device { digest: digest.filter(|_| !people.is_empty()), people })
    }
}

/// The step that forgets a person's devices.
pub(crate) fn forget(person: PersonId) -> Step {
    Step::any("DELETE FROM directory_device WHERE person = $1", values![person])
}

/// The step that sweeps away devices long unused.
pub(crate) fn sweep(now: Timestamp) -> Step {
    Step::any("DELETE FROM directory_device WHERE last_at <= $1", values![before(now, FORGOTTEN_AFTER)])
}
