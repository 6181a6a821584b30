//! What a state shares with the copies of itself: maps and logs whose copies cost no more than their outline.
//!
//! A reader holds one state while a command makes the next out of a copy. Only what the command touches is copied; the
//! rest is the same in both.

use std::fmt::Debug;
use std::ops::Index;
use std::sync::Arc;

use imbl::OrdMap;

/// Values by key, in order; a copy shares the values until one of the two changes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<K: Ord, V>(OrdMap<K, Arc<V>>);

impl<K: Ord, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(OrdMap::new())
    }
}

impl<K: Ord, V> Map<K, V> {
    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.0.get(key).map(AsRef::as_ref)
    }

    /// Whether there is a value.
    pub fn contains_key(&self, key: &K) -> bool {
        self.0.contains_key(key)
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keys and values, by key.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter(self.0.iter())
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator + Clone {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, by key.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.0.iter().map(|(_, value)| value.as_ref())
    }
}

impl<K: Ord + Clone, V> Map<K, V> {
    /// Takes a value away.
    pub fn remove(&mut self, key: &K) {
        self.0.remove(key);
    }

    /// Puts a value in the place of what may stand there.
    pub fn insert(&mut self, key: K, value: V) {
        self.0.insert(key, Arc::new(value));
    }
}

impl<K: Ord + Clone, V: Clone> Map<K, V> {
    /// The value of a key, to be changed; what copies share is copied first.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.0.get_mut(key).map(Arc::make_mut)
    }
}

impl<K: Ord + Clone, V: Clone + Default> Map<K, V> {
    /// The value of a key, to be changed; an empty one where there was none.
    pub fn or_default(&mut self, key: K) -> &mut V {
        Arc::make_mut(self.0.entry(key).or_default())
    }
}

impl<K: Ord, V> Index<&K> for Map<K, V> {
    type Output = V;

    fn index(&self, key: &K) -> &V {
        self.0.index(key)
    }
}

impl<K: Ord + Clone, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(key, value)| (key, Arc::new(value))).collect())
    }
}

impl<'a, K: Ord, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}

/// Keys and values of a [`Map`], by key.
pub struct Iter<'a, K, V>(imbl::ordmap::Iter<'a, K, Arc<V>, imbl::shared_ptr::DefaultSharedPtr>);

impl<K: Ord, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<K: Ord + Debug, V: Debug> Debug for Iter<'_, K, V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.clone()).finish()
    }
}

impl<'a, K: Ord, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key, value.as_ref()))
    }
}

impl<K: Ord, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(key, value)| (key, value.as_ref()))
    }
}

/// What happened to one thing, in order, each with its number; a copy shares all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log<E>(Vec<(u64, Arc<E>)>);

impl<E> Default for Log<E> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<E> Log<E> {
    /// Adds what has just happened.
    pub fn push(&mut self, seq: u64, event: E) {
        self.0.push((seq, Arc::new(event)));
    }

    /// Everything, the oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (u64, &E)> + ExactSizeIterator {
        self.0.iter().map(|(seq, event)| (*seq, event.as_ref()))
    }

    /// What happened last.
    pub fn last(&self) -> Option<(u64, &E)> {
        self.iter().next_back()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_shares_what_neither_changes() {
        let first: Map<u8, String> = [(1, "ett".to_owned()), (2, "två".to_owned())].into_iter().collect();
        let mut second = first.clone();
        second.get_mut(&2).unwrap().push('!');
        second.or_default(3).push_str("tre");
        assert!(std::ptr::eq(&raw const first[&1], &raw const second[&1]), "what is alike stands once");
        assert_eq!((first[&2].as_str(), second[&2].as_str()), ("två", "två!"));
        assert_eq!(first.get(&3), None);
        assert_eq!(second.values().rev().map(String::as_str).collect::<Vec<_>>(), ["tre", "två!", "ett"]);
    }

    #[test]
    fn a_copy_of_a_log_shares_its_past() {
        let mut first = Log::default();
        first.push(4, "idé".to_owned());
        let mut second = first.clone();
        second.push(7, "utkast".to_owned());
        assert!(std::ptr::eq(first.last().unwrap().1, second.iter().next().unwrap().1));
        assert_eq!((first.last().unwrap().0, second.last().unwrap().0), (4, 7));
    }
}
