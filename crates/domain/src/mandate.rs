//! Bodies (sv. *organ*) and who sits in them, for whom, since when; substitutes in order.
//!
//! | decision | file | rules |
//! | --- | --- | --- |
//! | set up a body, give and end a mandate | `mandate/appoint.rs` | board-eligibility, substitute-order, mandate-period |
//! | elect chair and vice chairs | `mandate/presidium.rs` | presidium |

pub mod appoint;
pub mod events;
mod facts;
pub mod presidium;
pub mod state;

crate::act::acts! {
    appoint { SetUpBody, GiveMandate, EndMandate }
    presidium { ElectPresidium }
}
