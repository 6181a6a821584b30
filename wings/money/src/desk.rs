//! The association's money: the yearly round, contributions, invoices, shares, and what is noted about them.
//!
//! | module | address under `/f/{forbund}/medel` |
//! | --- | --- |
//! | `read` | the pages and tables: overview, a year's round, contributions, invoices, shares |
//! | `stage` | what they share: the scene, the year of the address, a form shown again |
//! | `step` | a step of the round |
//! | `figures`, `key` | what the municipalities' quarter is divided by |
//! | `fixing`, `earlier` | the contributions of a year, as decided or as a source says |
//! | `position` | assets and liabilities on a day |

mod earlier;
mod figures;
mod fixing;
mod key;
mod position;
mod read;
mod stage;
mod step;

use access::Action;
use desk::front::{Door, Front, Seen};
use desk::wing::Wing;
use desk::{lists, routes};

/// What stands here, for the whole.
pub static WING: Wing = Wing {
    routes: &[ROUTES, LISTS],
    front: Front {
        doors: &[Door {
            rank: 80,
            path: "/medel",
            key: "funding",
            says: Some("door-funding"),
            seen: Seen::Within(Action::ReadFunding),
            beyond: &[],
        }],
        ..Front::NONE
    },
};

routes! { ROUTES:
    get  "/f/{forbund}/medel/andelar"                   ReadFunding => read::shares,
    get  "/f/{forbund}/medel/andelar.csv"               ReadFunding => read::shares_csv,
    get  "/f/{forbund}/medel/stallning"                 NoteFunding => position::new,
    post "/f/{forbund}/medel/stallning"                 NoteFunding => position::create,
    get  "/f/{forbund}/medel/nyckel"                    ManageMandates => key::edit,
    post "/f/{forbund}/medel/nyckel"                    ManageMandates => key::save,
    get  "/f/{forbund}/medel/{ar}"                      ReadFunding => read::round,
    get  "/f/{forbund}/medel/{ar}/besked"               NoteFunding => step::new,
    post "/f/{forbund}/medel/{ar}/besked"               NoteFunding => step::create,
    get  "/f/{forbund}/medel/{ar}/bidrag"               ReadFunding => read::contributions,
    get  "/f/{forbund}/medel/{ar}/bidrag.csv"           ReadFunding => read::contributions_csv,
    get  "/f/{forbund}/medel/{ar}/invanare"             NoteFunding => figures::edit,
    post "/f/{forbund}/medel/{ar}/invanare"             NoteFunding => figures::save,
    get  "/f/{forbund}/medel/{ar}/faststallelse"        FixContributions => fixing::new,
    post "/f/{forbund}/medel/{ar}/faststallelse"        FixContributions => fixing::create,
    get  "/f/{forbund}/medel/{ar}/tidigare-bidrag"      NoteFunding => earlier::edit,
    post "/f/{forbund}/medel/{ar}/tidigare-bidrag"      NoteFunding => earlier::save,
}

lists! { LISTS:
    "/f/{forbund}/medel" ReadFunding => read::overview,
    "/f/{forbund}/medel/{ar}/fakturaunderlag" ReadFunding => read::invoices,
}
