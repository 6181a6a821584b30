//! The router, folded from the tables of the wings.

use axum::Router;
use axum::middleware::from_fn_with_state;

use crate::wing::Wing;
use crate::{App, gate, http};

/// The router: every route of the wings behind the gate, everything inside the layers.
pub fn router(app: App, wings: &'static [&'static Wing]) -> Router {
    let routes = wings.iter().flat_map(|wing| wing.routes());
    let router = routes.fold(Router::new(), |router, route| {
        let guarded = from_fn_with_state((app.clone(), route), gate::guard);
        router.route(route.path, (route.handler)().route_layer(guarded))
    });
    http::wrap(router.with_state(app.clone()), app)
}
