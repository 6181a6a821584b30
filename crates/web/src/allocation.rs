//! Allocation: the calculator for anybody, and what a county saves of it.
//!
//! | module | address |
//! | --- | --- |
//! | `calculator` | `/fordelning`: reckon, and ask why; by anybody |
//! | `scene` | what every page of it starts from: the figures, the query, the result |

mod calculator;
mod scene;

use crate::route::routes;

routes! { pub(crate) ROUTES:
    get  "/fordelning"                 ReadPublic => calculator::show,
    get  "/fordelning/varfor"          ReadPublic => calculator::why,
}
