//! The whole: every wing and the API, folded into one table of routes.
//!
//! A new wing is a line in [`WINGS`]. The API (the same commands and reads as JSON) is handed in as if it were one.

use desk::front::Front;
use desk::route::Route;
use desk::wing::Wing;

/// Every wing.
///
/// Statics and not constants: what answers a wing's addresses is then compiled in the wing, once, and not in each crate
/// that reads the table.
pub static WINGS: &[&Wing] = &[
    &wing_house::WING,
    &api::WING,
    &wing_public::WING,
    &wing_initiative::WING,
    &wing_meeting::WING,
    &wing_register::WING,
    &wing_search::WING,
    &wing_allocation::WING,
    &wing_money::WING,
];

/// What is seen of them.
pub fn fronts() -> Vec<Front> {
    WINGS.iter().map(|wing| wing.front).collect()
}

/// Every route.
pub fn table() -> impl Iterator<Item = &'static Route> {
    WINGS.iter().flat_map(|wing| wing.routes())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::ids::{CaseId, InitiativeId, ItemId, MeetingId};
    use kit::at;

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

    /// Whether an address is one that a pattern of the table answers.
    fn answers(pattern: &str, address: &str) -> bool {
        let parts: Vec<&str> = pattern.split('/').collect();
        let named: Vec<&str> = address.split('?').next().unwrap_or_default().split('/').collect();
        parts.len() == named.len() && parts.iter().zip(named).all(|(p, n)| p.starts_with('{') || *p == n)
    }

    #[test]
    fn every_address_that_one_wing_gives_another_is_answered() {
        let base = at::association("finnveden");
        let (initiative, meeting) = (InitiativeId(1), MeetingId(2));
        let addresses = [
            at::OVERVIEW.to_owned(),
            at::LOG_IN.to_owned(),
            at::BOARDS.to_owned(),
            at::RULES.to_owned(),
            at::rule("notice-period"),
            at::board("finnveden"),
            base.clone(),
            at::initiative(&base, initiative),
            at::application(&base, initiative),
            at::receipt(&base, initiative),
            at::meetings(&base),
            at::new_meeting(&base),
            at::meeting(&base, meeting),
            at::notice(&base, meeting),
            at::minutes(&base, meeting),
            at::new_item(&base, meeting, initiative),
            at::item(&base, meeting, ItemId(3)),
            at::register(&base),
            at::case(&base, CaseId(4)),
            at::people(&base),
            at::funding_step(&base, 2026),
        ];
        for address in addresses {
            let answered = table().any(|route| route.method == "GET" && answers(route.path, &address));
            assert!(answered, "nothing answers {address}");
        }
    }
}
