//! The same commands and reads as JSON, for programs. The document at `/api/openapi.json` says what each answers.
//!
//! A program logs in with `POST /api/v1/sessions` and sends the token as `Authorization: Bearer …`; a browser's cookie
//! does as well. Errors are problem+json (RFC 9457). Names of commands, fields and values are those of the record.

mod commands;
mod control;
mod document;
mod draft;
mod funding;
mod page;
mod problem;
mod reads;
mod search;
mod sessions;
mod slips;

use desk::front::Front;
use desk::routes;
use desk::wing::Wing;

/// What stands here, for the whole.
pub static WING: Wing = Wing { routes: &[ROUTES], front: Front::NONE };

routes! { ROUTES:
    get  "/api/openapi.json"                ReadPublic => document::send,
    get  "/api/v1/api-info"                 ReadPublic => document::info,
    post "/api/v1/sessions"                 LogIn => sessions::create,
    get  "/api/v1/associations"             ReadPublic => reads::associations,
    get  "/api/v1/associations/{forbund}/notices" ReadPublic => reads::notices,
    get  "/api/v1/f/{forbund}/initiatives"  ListInitiatives => reads::initiatives,
    get  "/api/v1/f/{forbund}/meetings"     ListMeetings => reads::meetings,
    get  "/api/v1/f/{forbund}/register"     ReadRegister => reads::register,
    get  "/api/v1/f/{forbund}/search"       ReadAssociation => search::search,
    get  "/api/v1/f/{forbund}/funding"      ReadFunding => funding::funding,
    post "/api/v1/f/{forbund}/commands"     ReadAssociation => commands::execute,
    post "/api/v1/f/{forbund}/commands/all" ReadAssociation => commands::execute_all,
    get  "/api/v1/f/{forbund}/initiatives/{insats}/draft" ReadDraft => draft::read,
    put  "/api/v1/f/{forbund}/initiatives/{insats}/draft" WriteDraft => draft::save,
    delete "/api/v1/f/{forbund}/initiatives/{insats}/draft" WriteDraft => draft::discard,
    post "/api/v1/f/{forbund}/meetings/{sammantrade}/items/{punkt}/slips" CastBallot => slips::put,
}
