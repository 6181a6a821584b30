//! The pages of the house itself.

pub(crate) mod account;
pub(crate) mod files;
pub(crate) mod health;
pub(crate) mod home;
pub(crate) mod invitation;
pub(crate) mod language;
pub(crate) mod login;
pub(crate) mod news;
pub(crate) mod overview;
pub(crate) mod rules;

use desk::front::{Door, Front, Seen};
use desk::routes;
use desk::wing::Wing;

/// What stands here, for the whole.
pub(crate) const WING: Wing = Wing {
    routes: ROUTES,
    front: Front {
        doors: &[
            Door { rank: 10, path: "/oversikt", key: "overview", seen: Seen::ByPeople, beyond: &[] },
            Door { rank: 10, path: "/", key: "start", seen: Seen::ByVisitors, beyond: &[] },
            Door { rank: 40, path: "/regler", key: "rules", seen: Seen::ByVisitors, beyond: &[] },
        ],
        ..Front::NONE
    },
};

routes! { ROUTES:
    get  "/healthz"                    ReadPublic => health::alive,
    get  "/readyz"                     ReadPublic => health::ready,
    get  "/static/{file}"              ReadPublic => files::send,
    get  "/"                           ReadPublic => home::show,
    get  "/tillganglighet"             ReadPublic => home::accessibility,
    post "/sprak/{lang}"               ReadPublic => language::choose,
    get  "/regler"                     ReadPublic => rules::list,
    get  "/regler/{rule}"              ReadPublic => rules::show,
    get  "/regler/lag/{act}/{section}" ReadPublic => rules::section,
    get  "/logga-in"                   LogIn => login::show,
    post "/logga-in"                   LogIn => login::log_in,
    post "/logga-ut"                   LogIn => login::log_out,
    get  "/inbjudan/{token}"           LogIn => invitation::show,
    post "/inbjudan/{token}"           LogIn => invitation::accept,
    get  "/oversikt"                   ReadOverview => overview::show,
    post "/oversikt/nytt"              ReadOverview => news::read,
    get  "/konto"                      ManageAccount => account::show,
    post "/konto/kontakt"              ManageAccount => account::contact,
    post "/konto/losenord"             ManageAccount => account::password,
    post "/konto/radera"               ManageAccount => account::erase,
    post "/konto/sprak"                ManageAccount => account::language,
    post "/konto/inloggningar/slut"    ManageAccount => account::end_others,
    post "/konto/inloggningar/{session}/slut" ManageAccount => account::end,
}
