//! The case register, bodies and people, and the association's inner start page.

mod cases;
mod invitation;
mod people;

use access::Action;
use desk::front::{Door, Front, Seen};
use desk::wing::Wing;
use desk::{lists, routes};

/// What stands here, for the whole.
pub static WING: Wing = Wing {
    routes: &[ROUTES, LISTS],
    front: Front {
        doors: &[
            Door {
                rank: 50,
                path: "",
                key: "association",
                says: None,
                seen: Seen::Within(Action::ReadAssociation),
                beyond: &[],
            },
            Door {
                rank: 90,
                path: "/diarium",
                key: "register",
                says: Some("door-register"),
                seen: Seen::Within(Action::ReadRegister),
                beyond: &[],
            },
            Door {
                rank: 100,
                path: "/personer",
                key: "people",
                says: Some("door-people"),
                seen: Seen::Within(Action::ReadPeople),
                beyond: &[],
            },
        ],
        ..Front::NONE
    },
};

routes! { ROUTES:
    get  "/f/{forbund}"                         ReadAssociation => people::association,
    post "/f/{forbund}/diarium"                 Register        => cases::open,
    get  "/f/{forbund}/diarium/ny"              Register        => cases::new,
    get  "/f/{forbund}/diarium/{arende}"        ReadRegister    => cases::show,
    post "/f/{forbund}/diarium/{arende}/handlingar" Register    => cases::register,
    post "/f/{forbund}/diarium/{arende}/avslut" Register        => cases::close,
    get  "/f/{forbund}/personer/inbjudan"       Invite          => invitation::show,
    post "/f/{forbund}/personer/inbjudan"       Invite          => invitation::invite,
    get  "/f/{forbund}/personer/uppdrag"        ManageMandates  => people::mandate,
    post "/f/{forbund}/personer/uppdrag"        ManageMandates  => people::give,
    get  "/f/{forbund}/personer/uppdrag/{uppdrag}/slut" ManageMandates => people::ending,
    post "/f/{forbund}/personer/uppdrag/{uppdrag}/slut" ManageMandates => people::end,
}

lists! { LISTS:
    "/f/{forbund}/diarium" ReadRegister => cases::list,
    "/f/{forbund}/personer" ReadPeople => people::list,
}
