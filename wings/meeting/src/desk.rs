//! Meetings: before, during and after, and the posted minutes for anybody.
//!
//! | module | address under `/f/{forbund}/sammantraden` |
//! | --- | --- |
//! | `live` | what a page of a meeting that is held hears of |
//! | `list` | the list, and planning a meeting |
//! | `one` | one meeting |
//! | `agenda` | items added, changed, moved, removed |
//! | `notice` | the notice: read, as PDF, sent |
//! | `session` | opened, officers named, closed |
//! | `attendance` | the roll call, who comes and goes |
//! | `item` | one item while it is handled: taken up, noted, disqualification, reservations, assignments |
//! | `outcome` | what a decision or a proposal means for an initiative, as the forms say it |
//! | `correcting` | what was entered taken back, an item without a decision, another who attests |
//! | `vote` | proposals, votes, the decision |
//! | `assignment` | `/f/{forbund}/uppdrag`: what somebody was told to do: listed, read, reported |
//! | `minutes` | the minutes: read, as PDF, written out, attested; one paragraph |
//! | `posting` | the notice boards |
//! | `registering` | notice and minutes in the case register |
//! | `public` | `/protokoll/…`: attested and announced minutes, without login |
//! | `stage` | what every page shares: the meeting, who meets it, and the way back from a refusal |

mod agenda;
mod assignment;
mod attendance;
mod correcting;
mod item;
mod list;
mod live;
mod minutes;
mod note;
mod notice;
mod one;
mod outcome;
mod posting;
mod public;
mod registering;
mod sealed;
mod session;
mod stage;
mod vote;

use access::Action;
use desk::front::{Door, Front, Seen};
use desk::wing::Wing;
use desk::{lists, routes};

/// What stands here, for the whole.
pub static WING: Wing = Wing {
    routes: &[ROUTES, LISTS],
    front: Front {
        doors: &[Door {
            rank: 70,
            path: "/sammantraden",
            key: "meetings",
            says: Some("door-meetings"),
            seen: Seen::Within(Action::ListMeetings),
            beyond: &[],
        }],
        ..Front::NONE
    },
};

routes! { ROUTES:
    get  "/f/{forbund}/uppdrag/{uppdrag}"                                               ListMeetings => assignment::show,
    post "/f/{forbund}/uppdrag/{uppdrag}/rapport"                                       ListMeetings => assignment::report,
    get  "/f/{forbund}/sammantraden/nytt"                                               PlanMeeting => list::new,
    post "/f/{forbund}/sammantraden"                                                    PlanMeeting => list::create,
    get  "/f/{forbund}/sammantraden/{sammantrade}"                                      ReadMeeting => one::show,
    get  "/f/{forbund}/sammantraden/{sammantrade}/nytt-lage"                            ReadMeeting => live::listen,
    get  "/f/{forbund}/sammantraden/{sammantrade}/punkter/ny"                           PlanMeeting => agenda::new,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter"                              PlanMeeting => agenda::create,
    get  "/f/{forbund}/sammantraden/{sammantrade}/tillagg"                              KeepMinutes => agenda::new_now,
    post "/f/{forbund}/sammantraden/{sammantrade}/tillagg"                              KeepMinutes => agenda::create_now,
    get  "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}"                      PlanMeeting => agenda::edit,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}"                      PlanMeeting => agenda::change,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/plats"                PlanMeeting => agenda::place,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/borttagning"          PlanMeeting => agenda::remove,
    get  "/f/{forbund}/sammantraden/{sammantrade}/kallelse"                             ReadMeeting => notice::show,
    get  "/f/{forbund}/sammantraden/{sammantrade}/kallelse.pdf"                         ReadMeeting => notice::pdf,
    post "/f/{forbund}/sammantraden/{sammantrade}/kallelse"                             SendNotice => notice::send,
    post "/f/{forbund}/sammantraden/{sammantrade}/oppnande"                             KeepMinutes => session::open,
    get  "/f/{forbund}/sammantraden/{sammantrade}/funktionarer"                         KeepMinutes => session::officers,
    post "/f/{forbund}/sammantraden/{sammantrade}/funktionarer"                         KeepMinutes => session::name,
    get  "/f/{forbund}/sammantraden/{sammantrade}/avslutning"                           KeepMinutes => session::closing,
    post "/f/{forbund}/sammantraden/{sammantrade}/avslutning"                           KeepMinutes => session::close,
    get  "/f/{forbund}/sammantraden/{sammantrade}/narvaro"                              KeepMinutes => attendance::show,
    post "/f/{forbund}/sammantraden/{sammantrade}/narvaro"                              KeepMinutes => attendance::roll,
    post "/f/{forbund}/sammantraden/{sammantrade}/narvaro/ankomst"                      KeepMinutes => attendance::arrive,
    post "/f/{forbund}/sammantraden/{sammantrade}/narvaro/avgang"                       KeepMinutes => attendance::leave,
    post "/f/{forbund}/sammantraden/{sammantrade}/narvaro/ovriga"                       KeepMinutes => attendance::other,
    get  "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/behandling"           ReadMeeting => item::show,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/behandling"           KeepMinutes => item::take_up,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/anteckning"           KeepMinutes => note::write,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/anteckning/sparning"  KeepMinutes => note::keep,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/anteckning/kassering" KeepMinutes => note::discard,
    get  "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/jav"                  KeepMinutes => item::disqualify,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/jav"                  KeepMinutes => item::disqualified,
    get  "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/reservationer"        KeepMinutes => item::reservation,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/reservationer"        KeepMinutes => item::reserved,
    get  "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/min-reservation"      Reserve => item::own_reservation,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/min-reservation"      Reserve => item::own_reserved,
    get  "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/uppdrag"              KeepMinutes => item::assignment,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/uppdrag"              KeepMinutes => item::assign,
    get  "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/yrkanden"             KeepMinutes => vote::proposal,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/yrkanden"             KeepMinutes => vote::propose,
    get  "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/mitt-yrkande"         MakeProposal => vote::own_proposal,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/mitt-yrkande"         MakeProposal => vote::own_propose,
    get  "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/omrostning"           KeepMinutes => vote::new,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/omrostning"           KeepMinutes => vote::open,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/min-rost"             CastBallot => vote::cast,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/roster"               KeepMinutes => vote::record,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/rostrakning"          KeepMinutes => vote::count,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/beslut"               KeepMinutes => vote::decide,
    get  "/f/{forbund}/sammantraden/{sammantrade}/protokoll"                            ReadMeeting => minutes::show,
    get  "/f/{forbund}/sammantraden/{sammantrade}/protokoll.pdf"                        ReadMeeting => minutes::pdf,
    post "/f/{forbund}/sammantraden/{sammantrade}/protokoll"                            KeepMinutes => minutes::write,
    get  "/f/{forbund}/sammantraden/{sammantrade}/protokoll/{paragraf}"                 ReadMeeting => minutes::paragraf,
    get  "/f/{forbund}/sammantraden/{sammantrade}/justering"                            AttestMinutes => minutes::attestation,
    post "/f/{forbund}/sammantraden/{sammantrade}/justering"                            AttestMinutes => minutes::attest,
    get  "/f/{forbund}/sammantraden/{sammantrade}/justering/byte"                       KeepMinutes => correcting::attesters,
    post "/f/{forbund}/sammantraden/{sammantrade}/justering/byte"                       KeepMinutes => correcting::replace,
    post "/f/{forbund}/sammantraden/{sammantrade}/justering/senare"                     KeepMinutes => correcting::later,
    post "/f/{forbund}/sammantraden/{sammantrade}/justering/hinder"                     AttestMinutes => correcting::refuse,
    get  "/f/{forbund}/sammantraden/{sammantrade}/rattelser"                            KeepMinutes => correcting::show,
    post "/f/{forbund}/sammantraden/{sammantrade}/rattelser"                            KeepMinutes => correcting::take_back,
    get  "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/utan-beslut"          KeepMinutes => correcting::leaving,
    post "/f/{forbund}/sammantraden/{sammantrade}/punkter/{punkt}/utan-beslut"          KeepMinutes => correcting::leave,
    get  "/f/{forbund}/sammantraden/{sammantrade}/anslag"                               PostNotice => posting::show,
    post "/f/{forbund}/sammantraden/{sammantrade}/anslag"                               PostNotice => posting::post,
    post "/f/{forbund}/sammantraden/{sammantrade}/anslag/nedtagning"                    PostNotice => posting::take_down,
    post "/f/{forbund}/sammantraden/{sammantrade}/diarieforing/{handling}"              Register => registering::register,
    get  "/protokoll/{forbund}/{protokoll}"                                             ReadPublic => public::minutes,
    get  "/protokoll/{forbund}/{protokoll}/{paragraf}"                                  ReadPublic => public::paragraf,
}

lists! { LISTS:
    "/f/{forbund}/sammantraden" ListMeetings => list::show,
    "/f/{forbund}/uppdrag" ListMeetings => assignment::list,
}
