//! The whole: every wing and the API, folded into one table of routes.
//!
//! A new wing is a line in [`WINGS`]. The API (the same commands and reads as JSON) is handed in as if it were one.

mod api;

use desk::front::Front;
use desk::route::Route;
use desk::wing::Wing;

/// Every wing.
pub const WINGS: &[Wing] = &[
    wing_house::WING,
    api::WING,
    wing_public::WING,
    wing_initiative::WING,
    wing_meeting::WING,
    wing_register::WING,
    wing_allocation::WING,
    wing_money::WING,
];

/// What is seen of them.
pub fn fronts() -> Vec<Front> {
    WINGS.iter().map(|wing| wing.front).collect()
}

/// Every route.
pub fn table() -> impl Iterator<Item = &'static Route> {
    WINGS.iter().flat_map(|wing| wing.routes)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn addresses_are_promises() {
        let now: BTreeSet<String> = table().map(|r| format!("{} {}", r.method, r.path)).collect();
        let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/routes.txt");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(kept, now.iter().map(|line| format!("{line}\n")).collect::<String>()).unwrap();
        }
        let promised: BTreeSet<String> =
            std::fs::read_to_string(kept).unwrap().lines().map(str::to_owned).collect();
        let gone: Vec<_> = promised.difference(&now).collect();
        assert!(gone.is_empty(), "these were public; redirect them: {gone:#?}");
        let new: Vec<_> = now.difference(&promised).collect();
        assert!(new.is_empty(), "run with UPDATE=1 to promise these: {new:#?}");
    }

    #[test]
    fn only_public_actions_are_open_to_visitors() {
        let access = access::Access::new().unwrap();
        let visitor = access::Roles::of([access::Role::Visitor]);
        for route in table() {
            let open = access.allows(visitor, route.action, access::Facts::default());
            assert_eq!(open, route.action.class() == access::Class::Public, "{route:?}");
        }
    }

    #[test]
    fn what_an_association_owns_stands_under_it() {
        for route in table() {
            let inside = matches!(
                route.action.class(),
                access::Class::Association | access::Class::Initiative | access::Class::Meeting
            );
            assert_eq!(inside, route.path.contains("/f/{forbund}"), "{route:?}");
        }
    }
}
