//! Meetings: before, during and after.

use crate::route::routes;

routes! { pub(crate) ROUTES: }
