//! What wings keep in memory between requests: one of each kind, made when it is first asked for.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// One of each kind.
#[derive(Default)]
pub(crate) struct Rooms(Mutex<BTreeMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Rooms {
    /// The one of a kind.
    pub(crate) fn of<T: Any + Default + Send + Sync>(&self) -> Arc<T> {
        let mut rooms = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let room = rooms.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default())).clone();
        // What lies under the name of a kind is of that kind.
        room.downcast().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_for_a_kind_gets_the_same_one() {
        let rooms = Rooms::default();
        *rooms.of::<Mutex<u8>>().lock().unwrap() = 7;
        assert_eq!(*rooms.of::<Mutex<u8>>().lock().unwrap(), 7);
        assert_eq!(*rooms.of::<Mutex<u16>>().lock().unwrap(), 0);
    }
}
