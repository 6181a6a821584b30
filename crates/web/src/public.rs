//! What anybody reads: notice boards and posted minutes.

use crate::route::routes;

routes! { pub(crate) ROUTES: }
