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
    /// `GET` or `POST`; in the API also `PUT` and `DELETE`.
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
    (@put) => {
        "PUT"
    };
    (@delete) => {
        "DELETE"
    };
}

/// Writes a table of lists: `"/address" Action => handler,`.
///
/// Each is the page and the same rows as CSV, XLSX, JSON and Atom, with one action. An address that ends with what it
/// names has its files beside it: `"/regler/{ar}" ["/regler/{ar}/tabell"] Action => handler,`.
#[macro_export]
macro_rules! lists {
    ($vis:vis $name:ident: $($path:literal $([$files:literal])? $action:ident => $handler:expr),* $(,)?) => {
        $vis const $name: &[$crate::route::Route] = &[$(
            $crate::lists!(@route $path, $action, $handler),
            $crate::lists!(@route $crate::lists!(@file ".csv", $path $($files)?), $action, $handler),
            $crate::lists!(@route $crate::lists!(@file ".xlsx", $path $($files)?), $action, $handler),
            $crate::lists!(@route $crate::lists!(@file ".json", $path $($files)?), $action, $handler),
            $crate::lists!(@route $crate::lists!(@file ".atom", $path $($files)?), $action, $handler),
        )*];
    };
    (@route $path:expr, $action:ident, $handler:expr) => {
        $crate::route::Route {
            method: "GET",
            path: $path,
            action: $crate::route::Action::$action,
            handler: || $crate::route::methods::get($handler),
        }
    };
    (@file $ending:literal, $path:literal) => {
        concat!($path, $ending)
    };
    (@file $ending:literal, $path:literal $files:literal) => {
        concat!($files, $ending)
    };
}
