//! Who is let in, and who gives way when it is full.
//!
//! A connection waits while no request of its is being answered: its head has not come whole, or the next has not
//! begun. Who waits costs the client nothing and us a file handle, so when it is full the one that has waited longest
//! gives way to whoever comes; who is being answered never does.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;

use super::Limits;
use crate::meters::{Ended, Meters};
use crate::proxies::{Proxies, network};

/// The doors of one address we answer on.
#[derive(Debug)]
pub(super) struct Doors {
    limits: Limits,
    proxies: Proxies,
    meters: Meters,
    inside: Mutex<Inside>,
}

#[derive(Debug, Default)]
struct Inside {
    /// Grows by one for everything that happens: which of two was first, without a clock.
    moment: u64,
    open: BTreeMap<u64, Open>,
    /// Since which moment who waits; the first has waited longest.
    waiting: BTreeSet<(u64, u64)>,
    of_client: BTreeMap<IpAddr, BTreeSet<u64>>,
}

#[derive(Debug)]
struct Open {
    client: Option<IpAddr>,
    waiting_since: Option<u64>,
    leave: Arc<Notify>,
}

impl Doors {
    pub(super) fn new(limits: Limits, proxies: Proxies, meters: Meters) -> Arc<Self> {
        Arc::new(Self { limits, proxies, meters, inside: Mutex::default() })
    }

    pub(super) fn limits(&self) -> Limits {
        self.limits
    }

    pub(super) fn meters(&self) -> &Meters {
        &self.meters
    }

    /// Lets a connection in, in place of another when it is full; none when all who are in are being answered.
    pub(super) fn admit(self: &Arc<Self>, peer: IpAddr) -> Option<Place> {
        let by_proxy = self.proxies.trust(peer);
        let client = (!by_proxy).then(|| network(peer));
        let mut inside = self.inside();
        let room = self.room_for(client, &mut inside);
        if !room {
            self.meters.refused();
            return None;
        }
        let id = inside.tick();
        let leave = Arc::new(Notify::new());
        inside.open.insert(id, Open { client, waiting_since: Some(id), leave: Arc::clone(&leave) });
        inside.waiting.insert((id, id));
        if let Some(client) = client {
            inside.of_client.entry(client).or_default().insert(id);
        }
        self.meters.opened();
        let head = if by_proxy { self.limits.head_of_proxy } else { self.limits.head };
        Some(Place { doors: Arc::clone(self), id, leave, answering: AtomicBool::new(false), head })
    }

    /// Lets the one that has waited longest give way.
    pub(super) fn make_room(&self) -> bool {
        let mut inside = self.inside();
        let longest = inside.waiting.first().map(|(_, id)| *id);
        self.give_way(&mut inside, longest)
    }

    fn room_for(&self, client: Option<IpAddr>, inside: &mut Inside) -> bool {
        let own = client.and_then(|client| inside.of_client.get(&client));
        if own.is_some_and(|own| own.len() >= self.limits.per_client) {
            let since = |id: &u64| Some((inside.open.get(id)?.waiting_since?, *id));
            let longest = own.and_then(|own| own.iter().filter_map(since).min()).map(|(_, id)| id);
            return self.give_way(inside, longest);
        }
        if inside.open.len() >= self.limits.connections {
            let longest = inside.waiting.first().map(|(_, id)| *id);
            return self.give_way(inside, longest);
        }
        true
    }

    fn give_way(&self, inside: &mut Inside, id: Option<u64>) -> bool {
        let Some(leaving) = id.and_then(|id| inside.remove(id)) else { return false };
        leaving.leave.notify_one();
        self.meters.gave_way();
        true
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inside {
    fn tick(&mut self) -> u64 {
        self.moment = self.moment.wrapping_add(1);
        self.moment
    }

    fn remove(&mut self, id: u64) -> Option<Open> {
        let open = self.open.remove(&id)?;
        if let Some(since) = open.waiting_since {
            self.waiting.remove(&(since, id));
        }
        if let Some(client) = open.client
            && let Some(own) = self.of_client.get_mut(&client)
        {
            own.remove(&id);
            if own.is_empty() {
                self.of_client.remove(&client);
            }
        }
        Some(open)
    }

    fn turn(&mut self, id: u64, waits: bool) {
        let now = self.tick();
        let Some(open) = self.open.get_mut(&id) else { return };
        if let Some(since) = open.waiting_since.take() {
            self.waiting.remove(&(since, id));
        }
        if waits {
            open.waiting_since = Some(now);
            self.waiting.insert((now, id));
        }
    }
}

/// The place of one connection; dropped when it has left.
#[derive(Debug)]
pub(super) struct Place {
    doors: Arc<Doors>,
    id: u64,
    leave: Arc<Notify>,
    answering: AtomicBool,
    /// How long it may take until the head of a request has come.
    pub(super) head: Duration,
}

impl Place {
    pub(super) fn limits(&self) -> Limits {
        self.doors.limits
    }

    /// Waits until it has to give way.
    pub(super) async fn has_to_leave(&self) {
        self.leave.notified().await;
    }

    /// A request is answered from now on, until the answer is dropped.
    pub(super) fn begin(self: &Arc<Self>) -> Answering {
        self.answering.store(true, Ordering::Relaxed);
        self.doors.inside().turn(self.id, false);
        self.doors.meters.begun();
        Answering(Arc::clone(self))
    }

    /// Whether a request is being answered.
    pub(super) fn is_answering(&self) -> bool {
        self.answering.load(Ordering::Relaxed)
    }

    pub(super) fn ended(&self, how: Ended) {
        self.doors.meters.ended(how, 1);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.doors.inside().remove(self.id);
        self.doors.meters.closed();
    }
}

/// While this is held a request is being answered.
#[derive(Debug)]
pub(super) struct Answering(Arc<Place>);

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.answering.store(false, Ordering::Relaxed);
        self.0.doors.inside().turn(self.0.id, true);
        self.0.doors.meters.answered();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doors(connections: usize, per_client: usize) -> Arc<Doors> {
        let limits = Limits { connections, per_client, ..Limits::default() };
        let proxies = "10.0.0.1".parse().unwrap();
        Doors::new(limits, Proxies::new([proxies]), Meters::default())
    }

    fn from(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    fn is_told(place: &Place) -> bool {
        use std::future::Future as _;
        let mut leave = std::pin::pin!(place.has_to_leave());
        leave.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop())).is_ready()
    }

    #[test]
    fn the_one_that_has_waited_longest_gives_way_to_its_own() {
        let doors = doors(100, 2);
        let (first, second) = (doors.admit(from(1)).unwrap(), doors.admit(from(1)).unwrap());
        let other = doors.admit(from(2)).unwrap();
        let third = doors.admit(from(1)).unwrap();
        assert_eq!([&first, &second, &third, &other].map(is_told), [true, false, false, false]);
    }

    #[test]
    fn who_is_being_answered_never_gives_way() {
        let doors = doors(2, 2);
        let (first, second) = (Arc::new(doors.admit(from(1)).unwrap()), doors.admit(from(1)).unwrap());
        let answering = first.begin();
        let third = Arc::new(doors.admit(from(2)).unwrap());
        assert_eq!([&*first, &second].map(is_told), [false, true]);
        let _answering = third.begin();
        assert!(doors.admit(from(3)).is_none(), "all are being answered");
        drop(answering);
        assert!(doors.admit(from(3)).is_some());
        assert!(is_told(&first), "its answer has gone, and now it waits");
    }

    #[test]
    fn a_place_that_is_left_is_free() {
        let doors = doors(2, 2);
        let (first, second) = (doors.admit(from(1)).unwrap(), doors.admit(from(1)).unwrap());
        drop(first);
        let _third = doors.admit(from(1)).unwrap();
        assert!(!is_told(&second));
        assert_eq!(doors.inside().open.len(), 2);
    }

    #[test]
    fn a_trusted_proxy_is_many_clients_and_a_network_of_version_six_is_one() {
        let doors = doors(100, 2);
        let proxy = IpAddr::from([10, 0, 0, 1]);
        let of_proxy: Vec<_> = (0..20).map(|_| doors.admit(proxy).unwrap()).collect();
        assert!(!of_proxy.iter().any(is_told));
        let of_six: Vec<_> =
            (1..=3).map(|last| doors.admit(format!("2001:db8::{last}").parse().unwrap()).unwrap()).collect();
        assert_eq!(of_six.iter().map(is_told).collect::<Vec<_>>(), [true, false, false]);
    }
}
