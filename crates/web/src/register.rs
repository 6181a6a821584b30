//! The case register, bodies and people.

use crate::route::routes;

routes! { pub(crate) ROUTES: }
