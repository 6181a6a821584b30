//! A wing: what a capability shows and how it is reached, in one value.

use crate::front::Front;
use crate::route::Route;

/// What a wing hands in.
#[derive(Clone, Copy, Debug)]
pub struct Wing {
    /// Its addresses, each with its action.
    pub routes: &'static [Route],
    /// What is seen of it from everywhere.
    pub front: Front,
}
