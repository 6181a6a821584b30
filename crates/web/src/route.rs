//! The one table of routes, and the router that is folded from it: no route exists without its action.

use access::Action;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::MethodRouter;

use crate::{App, allocation, api, funding, gate, house, http, initiatives, meetings, public, register};

/// A way in.
#[derive(Clone, Copy)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The address; `{forbund}`, `{insats}` and `{sammantrade}` name what the action is done to.
    pub path: &'static str,
    /// The action, by which the gate decides.
    pub action: Action,
    /// The handler, with its method.
    pub(crate) handler: fn() -> MethodRouter<App>,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.method, self.path, self.action.name())
    }
}

/// Writes a table of routes: `get "/address" Action => handler,`.
macro_rules! routes {
    ($vis:vis $name:ident: $($method:ident $path:literal $action:ident => $handler:expr),* $(,)?) => {
        $vis const $name: &[$crate::route::Route] = &[$(
            $crate::route::Route {
                method: $crate::route::method_name!($method),
                path: $path,
                action: ::access::Action::$action,
                handler: || ::axum::routing::$method($handler),
            }
        ),*];
    };
}
macro_rules! method_name {
    (get) => {
        "GET"
    };
    (post) => {
        "POST"
    };
}
pub(crate) use {method_name, routes};

/// The features, in the order of the committed list.
const TABLES: &[&[Route]] = &[
    house::ROUTES,
    api::ROUTES,
    public::ROUTES,
    initiatives::ROUTES,
    meetings::ROUTES,
    register::ROUTES,
    allocation::ROUTES,
    funding::ROUTES,
];

/// Every route.
pub fn table() -> impl Iterator<Item = &'static Route> {
    TABLES.iter().copied().flatten()
}

/// The router: every route behind the gate, everything inside the layers.
pub fn router(app: App) -> Router {
    let router = table().fold(Router::new(), |router, route| {
        let guarded = from_fn_with_state((app.clone(), route), gate::guard);
        router.route(route.path, (route.handler)().route_layer(guarded))
    });
    http::wrap(router.with_state(app.clone()), app)
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
