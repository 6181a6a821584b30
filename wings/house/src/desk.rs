//! The pages of the house itself.

mod account;
mod files;
mod health;
mod invitation;
mod language;
mod login;
mod news;
mod overview;

use desk::front::{Door, Front, Seen};
use desk::routes;
use desk::wing::Wing;

/// What stands here, for the whole.
pub static WING: Wing = Wing {
    routes: &[ROUTES],
    front: Front {
        doors: &[Door {
            rank: 10,
            path: "/oversikt",
            key: "overview",
            says: None,
            seen: Seen::ByPeople,
            beyond: &[],
        }],
        ..Front::NONE
    },
};

routes! { ROUTES:
    get  "/healthz"                    ReadPublic => health::alive,
    get  "/readyz"                     ReadPublic => health::ready,
    get  "/static/{file}"              ReadPublic => files::send,
    post "/sprak/{lang}"               ReadPublic => language::choose,
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
