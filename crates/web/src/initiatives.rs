//! Initiatives: list, pipeline, one initiative, its application and its preparation.

use crate::route::routes;

routes! { pub(crate) ROUTES: }
