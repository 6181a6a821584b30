//! A meeting's papers: the notice, the minutes, and one paragraph of them.

mod extract;
mod matters;
mod minutes;
mod notice;
mod seats;

pub use extract::extract;
pub use minutes::minutes;
pub use notice::notice;

use crate::meeting::state::Meeting;
use crate::state::Association;

/// The name of the body that meets.
fn body(association: &Association, meeting: &Meeting) -> String {
    association.mandates.bodies.get(&meeting.plan.body).map_or_else(String::new, |b| b.name.clone())
}
