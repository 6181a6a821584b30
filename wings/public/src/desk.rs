//! What anybody reads, and where.

mod boards;
mod home;
mod rules;

use desk::front::{Door, Front, Seen};
use desk::wing::Wing;
use desk::{lists, routes};

/// What stands here, for the whole.
pub static WING: Wing = Wing {
    routes: &[ROUTES, LISTS],
    front: Front {
        doors: &[
            Door { rank: 10, path: "/", key: "start", says: None, seen: Seen::ByVisitors, beyond: &[] },
            Door {
                rank: 20,
                path: "/anslagstavla",
                key: "boards",
                says: None,
                seen: Seen::ByVisitors,
                beyond: &[],
            },
            Door { rank: 40, path: "/regler", key: "rules", says: None, seen: Seen::ByVisitors, beyond: &[] },
        ],
        ..Front::NONE
    },
};

routes! { ROUTES:
    get "/"                           ReadPublic => home::show,
    get "/tillganglighet"             ReadPublic => home::accessibility,
    get "/regler/{rule}"              ReadPublic => rules::show,
    get "/regler/lag/{act}/{section}" ReadPublic => rules::section,
}

lists! { LISTS:
    "/regler" ReadPublic => rules::list,
    "/anslagstavla" ReadPublic => boards::all,
    "/anslagstavla/{forbund}" ["/anslagstavla/{forbund}/anslag"] ReadPublic => boards::one,
}
