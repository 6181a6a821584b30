//! A wing: what a capability shows and how it is reached, in one value.

use crate::front::Front;
use crate::route::Route;

/// What a wing hands in.
#[derive(Clone, Copy, Debug)]
pub struct Wing {
    /// Its addresses, each with its action, in tables beside what answers them.
    pub routes: &'static [&'static [Route]],
    /// What is seen of it from everywhere.
    pub front: Front,
}

impl Wing {
    /// Its addresses, one after the other.
    pub fn routes(&self) -> impl Iterator<Item = &'static Route> + use<> {
        self.routes.iter().flat_map(|table| table.iter())
    }
}
