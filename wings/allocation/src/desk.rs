//! Allocation: the calculator for anybody, and what a county saves of it.
//!
//! | module | address |
//! | --- | --- |
//! | `calculator` | `/fordelning`: reckon, and ask why; by anybody |
//! | `outputs` | a scenario as tables and as a report, saved or not |
//! | `scenario` | `/lan/{lan}/scenarier`: save, read, name, put aside, take back |
//! | `comparison` | `/lan/{lan}/jamforelse`: scenarios beside each other |
//! | `grouping` | `/lan/{lan}/gruppering`: every way to group the municipalities |
//! | `paper` | `/lan/{lan}/beslutsunderlag`: arguments beside figures |
//! | `statistics` | `/fordelning/statistik`: which figures there are, a year of them, reading a table in |
//! | `scene`, `place`, `lookup` | what the pages start from: the figures and the query; the county; a saved scenario |

mod calculator;
mod comparison;
mod grouping;
mod lookup;
mod outputs;
mod paper;
mod place;
mod scenario;
mod scene;
mod searches;
mod statistics;

use desk::front::{Door, Front, Seen};
use desk::wing::Wing;
use desk::{lists, routes};

/// What stands here, for the whole.
pub static WING: Wing = Wing {
    routes: &[ROUTES, LISTS],
    front: Front {
        doors: &[Door {
            rank: 30,
            path: "/fordelning",
            key: "allocation",
            says: None,
            seen: Seen::ByAll,
            beyond: &["/lan/"],
        }],
        lists: &[
            ("/lan/{lan}/scenarier", "county-view-scenarios"),
            ("/lan/{lan}/gruppering", "county-view-grouping"),
            ("/lan/{lan}/beslutsunderlag", "county-view-papers"),
        ],
        statics: crate::pages::statics::FILES,
    },
};

routes! { ROUTES:
    get  "/fordelning"                                       ReadPublic => calculator::show,
    get  "/fordelning/varfor"                                ReadPublic => calculator::why,
    get  "/fordelning/rapport"                               ReadPublic => outputs::asked_report,
    get  "/fordelning/rapport.pdf"                           ReadPublic => outputs::asked_pdf,
    get  "/fordelning/tabell.xlsx"                           ReadPublic => outputs::asked_xlsx,
    get  "/fordelning/tabell.csv"                            ReadPublic => outputs::asked_csv,
    get  "/lan/{lan}/scenarier/ny"                           SaveScenario => scenario::new,
    post "/lan/{lan}/scenarier"                              SaveScenario => scenario::create,
    get  "/lan/{lan}/scenarier/{scenario}"                   ReadCounty => scenario::show,
    get  "/lan/{lan}/scenarier/{scenario}/rapport"           ReadCounty => outputs::saved_report,
    get  "/lan/{lan}/scenarier/{scenario}/rapport.pdf"       ReadCounty => outputs::saved_pdf,
    get  "/lan/{lan}/scenarier/{scenario}/tabell.xlsx"       ReadCounty => outputs::saved_xlsx,
    get  "/lan/{lan}/scenarier/{scenario}/tabell.csv"        ReadCounty => outputs::saved_csv,
    post "/lan/{lan}/scenarier/{scenario}/namn"              SaveScenario => scenario::rename,
    post "/lan/{lan}/scenarier/{scenario}/undanlaggning"     SaveScenario => scenario::discard,
    post "/lan/{lan}/scenarier/{scenario}/atertagande"       SaveScenario => scenario::restore,
    get  "/lan/{lan}/jamforelse"                             ReadCounty => comparison::show,
    get  "/lan/{lan}/gruppering"                             ReadCounty => grouping::show,
    post "/lan/{lan}/gruppering"                             ReadCounty => grouping::create,
    post "/lan/{lan}/gruppering/avbrott"                     ReadCounty => grouping::stop,
    get  "/lan/{lan}/beslutsunderlag/ny"                     WritePaper => paper::new,
    post "/lan/{lan}/beslutsunderlag"                        WritePaper => paper::create,
    get  "/lan/{lan}/beslutsunderlag/{underlag}"             ReadCounty => paper::show,
    post "/lan/{lan}/beslutsunderlag/{underlag}"             WritePaper => paper::change,
    get  "/lan/{lan}/beslutsunderlag/{underlag}/andring"     WritePaper => paper::edit,
    get  "/lan/{lan}/beslutsunderlag/{underlag}/underlag"    ReadCounty => paper::sheet,
    get  "/lan/{lan}/beslutsunderlag/{underlag}/underlag.pdf" ReadCounty => paper::pdf,
    post "/lan/{lan}/beslutsunderlag/{underlag}/undanlaggning" WritePaper => paper::discard,
    post "/lan/{lan}/beslutsunderlag/{underlag}/atertagande" WritePaper => paper::restore,
    get  "/fordelning/statistik/inlasning"        ImportStatistics => statistics::upload::choose,
    post "/fordelning/statistik/inlasning"        ImportStatistics => statistics::upload::receive,
    get  "/fordelning/statistik/inlasning/{fil}"  ImportStatistics => statistics::preview::show,
    post "/fordelning/statistik/inlasning/{fil}"  ImportStatistics => statistics::preview::read_in,
    get  "/fordelning/statistik/trappa"           ImportStatistics => statistics::staircase::edit,
    post "/fordelning/statistik/trappa"           ImportStatistics => statistics::staircase::note,
}

lists! { LISTS:
    "/fordelning/statistik" ReadPublic => statistics::list::show,
    "/fordelning/statistik/{ar}" ["/fordelning/statistik/{ar}/tabell"] ReadPublic => statistics::year::show,
    "/lan/{lan}/scenarier" ReadCounty => scenario::list,
    "/lan/{lan}/beslutsunderlag" ReadCounty => paper::list,
}
