//! A way in, and the table a wing makes of them: no route exists without its action.

#[doc(hidden)]
pub use access::Action;
#[doc(hidden)]
pub use axum::routing as methods;
use axum::routing::MethodRouter;

use crate::App;

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
    pub handler: fn() -> MethodRouter<App>,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.method, self.path, self.action.name())
    }
}

/// Writes a table of routes: `get "/address" Action => handler,`.
#[macro_export]
macro_rules! routes {
    ($vis:vis $name:ident: $($method:ident $path:literal $action:ident => $handler:expr),* $(,)?) => {
        $vis const $name: &[$crate::route::Route] = &[$(
            $crate::route::Route {
                method: $crate::routes!(@$method),
                path: $path,
                action: $crate::route::Action::$action,
                handler: || $crate::route::methods::$method($handler),
            }
        ),*];
    };
    (@get) => {
        "GET"
    };
    (@post) => {
        "POST"
    };
}
