//! National statistics: what there is, a year of it, and the way of a file from a browser to the record.
//!
//! | module | what it answers |
//! | --- | --- |
//! | `list` | which years and kinds there are, and the country's division |
//! | `year` | the figures of a year, as a page, CSV and XLSX |
//! | `upload` | choosing a file and receiving it |
//! | `preview` | what will be read of it; and reading it in |
//! | `staircase` | noting the equity staircase |
//! | `choices` | what an address or a form chooses |
//! | `asked` | what is asked and what may be chosen otherwise, as fields |
//! | `shown` | what a file holds and what comes of it, as a page shows it |
//!
//! A file is read anew for each page, off the request's thread and one at a time: that takes a fraction of a second,
//! and so nothing but the file itself is kept.

mod asked;
mod choices;
use crate::pages::statistics::summary::Read;

pub(super) mod list;
pub(super) mod preview;
mod shown;
pub(super) mod staircase;
pub(super) mod upload;
pub(super) mod year;

use std::sync::LazyLock;

use access::{Action, Facts};
use desk::roles::roles_in;
use desk::stop::Stop;
use desk::visitor::Visitor;
use domain::Meta;
use domain::geography;
use domain::ids::PersonId;
use exchange::register::Register;
use tokio::sync::Semaphore;

/// The address of the list.
const PATH: &str = "/fordelning/statistik";
/// The address where a file is chosen.
const IMPORT: &str = "/fordelning/statistik/inlasning";

/// The municipalities that a file may name.
static REGISTER: LazyLock<Register> =
    LazyLock::new(|| Register::new(geography::municipalities().iter().map(|m| (m.code, m.name))));

/// How many files are read at once: a hostile one takes some hundred megabytes while it is read.
static READERS: Semaphore = Semaphore::const_new(1);

/// Does something with a file beside the requests, in turn.
async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Stop> {
    let turn = READERS.acquire().await.map_err(Stop::fault)?;
    // The turn goes with the work: it lasts as long as the work does, whether anybody still waits for it or not.
    tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    })
    .await
    .map_err(Stop::fault)
}

/// The pages of allocation, with this one marked.
fn views(visitor: &Visitor) -> Vec<(String, String, bool)> {
    super::scene::views(visitor, PATH)
}

/// Whether the visitor may read statistics in.
fn may_import(visitor: &Visitor) -> bool {
    let roles = roles_in(visitor.app(), visitor.person(), visitor.today(), |_| true);
    visitor.app().access().allows(roles, Action::ImportStatistics, Facts::default())
}

/// When something was read in, and by whom: the name for those who are logged in, the association for anybody.
fn read(visitor: &Visitor, meta: &Meta) -> Read {
    Read { on: visitor.app().in_sweden(meta.at).date(), by: who(visitor, meta.actor) }
}

fn who(visitor: &Visitor, actor: PersonId) -> Option<String> {
    let known = visitor.app().engine().each(|_, association: &domain::Association| {
        let name = association.profile.people.get(&actor)?.clone();
        let short = association.profile.founded.as_ref().map(|founded| founded.short_name.clone())?;
        Some((name, short))
    });
    let known: Vec<(String, String)> = known.into_iter().flatten().collect();
    if visitor.person().is_some() {
        return known.into_iter().next().map(|(name, _)| name);
    }
    let shorts: Vec<String> = known.into_iter().map(|(_, short)| short).collect();
    (!shorts.is_empty()).then(|| shorts.join(", "))
}
