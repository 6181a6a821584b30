//! Initiatives: list, pipeline, one initiative, its papers, and each noun that a step on its way creates.
//!
//! | module | address under `/f/{forbund}/insatser` |
//! | --- | --- |
//! | `list` | the list, as a table too, and the pipeline |
//! | `one` | one initiative; its application, receipt and changes |
//! | `paper` | the application and the receipt as PDF |
//! | `step` | what every form of a step shares: opened, sent, shown again |
//! | `idea`, `talk`, `rest` | the idea, before there is an application |
//! | `draft`, `discard`, `submission`, `withdrawal` | the applicant's |
//! | `completion`, `view`, `examination`, `proposal` | the preparatory group's |
//! | `send_back`, and `proposal` once more | the working committee's |
//! | `information`, `steering_group`, `start` | the office's, after the decision |

mod completion;
mod discard;
mod draft;
mod examination;
mod idea;
mod information;
mod list;
mod one;
mod paper;
mod proposal;
mod rest;
mod sealed;
mod send_back;
mod start;
mod steering_group;
mod step;
mod submission;
mod talk;
mod view;
mod withdrawal;

use access::Action;
use desk::front::{Door, Front, Seen};
use desk::wing::Wing;
use desk::{lists, routes};

/// What stands here, for the whole.
pub static WING: Wing = Wing {
    routes: &[ROUTES, rest::ROUTES, LISTS],
    front: Front {
        doors: &[Door {
            rank: 60,
            path: "/insatser",
            key: "initiatives",
            says: Some("door-initiatives"),
            seen: Seen::Within(Action::ListInitiatives),
            beyond: &[],
        }],
        ..Front::NONE
    },
};

routes! { ROUTES:
    get  "/f/{forbund}/insatser/lage"                      ListInitiatives => list::pipeline,
    get  "/f/{forbund}/insatser/ny"                        BringIdea => idea::new,
    post "/f/{forbund}/insatser"                           BringIdea => idea::create,
    get  "/f/{forbund}/insatser/{insats}"                  ReadInitiative => one::show,
    get  "/f/{forbund}/insatser/{insats}/ansokan"          ReadInitiative => one::application,
    get  "/f/{forbund}/insatser/{insats}/ansokan.pdf"      ReadInitiative => paper::application,
    get  "/f/{forbund}/insatser/{insats}/kvitto"           ReadInitiative => one::receipt,
    get  "/f/{forbund}/insatser/{insats}/kvitto.pdf"       ReadInitiative => paper::receipt,
    get  "/f/{forbund}/insatser/{insats}/andringar"        ReadInitiative => one::changes,
    get  "/f/{forbund}/insatser/{insats}/samtal"           WriteDraft => talk::new,
    post "/f/{forbund}/insatser/{insats}/samtal"           WriteDraft => talk::create,
    get  "/f/{forbund}/insatser/{insats}/utkast"           WriteDraft => draft::edit,
    post "/f/{forbund}/insatser/{insats}/utkast"           WriteDraft => draft::save,
    post "/f/{forbund}/insatser/{insats}/utkast/sparning"  WriteDraft => draft::autosave,
    get  "/f/{forbund}/insatser/{insats}/kassering"        WriteDraft => discard::new,
    post "/f/{forbund}/insatser/{insats}/kassering"        WriteDraft => discard::create,
    get  "/f/{forbund}/insatser/{insats}/inlamning"        SubmitApplication => submission::new,
    post "/f/{forbund}/insatser/{insats}/inlamning"        SubmitApplication => submission::create,
    get  "/f/{forbund}/insatser/{insats}/atertagande"      WithdrawApplication => withdrawal::new,
    post "/f/{forbund}/insatser/{insats}/atertagande"      WithdrawApplication => withdrawal::create,
    get  "/f/{forbund}/insatser/{insats}/komplettering"    AskCompletion => completion::new,
    post "/f/{forbund}/insatser/{insats}/komplettering"    AskCompletion => completion::create,
    get  "/f/{forbund}/insatser/{insats}/synpunkt"         StateMemberView => view::new,
    post "/f/{forbund}/insatser/{insats}/synpunkt"         StateMemberView => view::create,
    get  "/f/{forbund}/insatser/{insats}/granskning"       ExamineApplication => examination::new,
    post "/f/{forbund}/insatser/{insats}/granskning"       ExamineApplication => examination::create,
    get  "/f/{forbund}/insatser/{insats}/forslag"          ProposeDecision => proposal::new,
    post "/f/{forbund}/insatser/{insats}/forslag"          ProposeDecision => proposal::create,
    get  "/f/{forbund}/insatser/{insats}/beredning"        PrepareForBoard => proposal::new_to_board,
    post "/f/{forbund}/insatser/{insats}/beredning"        PrepareForBoard => proposal::create_to_board,
    get  "/f/{forbund}/insatser/{insats}/aterremiss"       SendBack => send_back::new,
    post "/f/{forbund}/insatser/{insats}/aterremiss"       SendBack => send_back::create,
    get  "/f/{forbund}/insatser/{insats}/information"      InformConcerned => information::new,
    post "/f/{forbund}/insatser/{insats}/information"      InformConcerned => information::create,
    get  "/f/{forbund}/insatser/{insats}/styrgrupp"        SetUpSteeringGroup => steering_group::new,
    post "/f/{forbund}/insatser/{insats}/styrgrupp"        SetUpSteeringGroup => steering_group::create,
    get  "/f/{forbund}/insatser/{insats}/start"            StartInitiative => start::new,
    post "/f/{forbund}/insatser/{insats}/start"            StartInitiative => start::create,
}

lists! { LISTS:
    "/f/{forbund}/insatser" ListInitiatives => list::show,
}
