//! `/sok` over all the associations that one is known in, and `/f/{forbund}/sok` in one; the API asks the same.

use std::sync::Arc;

use desk::found::{Answered, Found, Kind, address, find, named};
use desk::front::{Door, Front, Seen};
use desk::routes;
use desk::stop::Answer;
use desk::visitor::Visitor;
use desk::wing::Wing;
use domain::Association;
use kit::Lang;

use crate::pages::{Asked, Count, Hit, MOST, Results, show};

/// What stands here, for the whole.
pub const WING: Wing = Wing {
    routes: &[ROUTES],
    front: Front {
        doors: &[Door {
            rank: 15,
            path: "/sok",
            key: "search",
            says: None,
            seen: Seen::ByPeople,
            beyond: &[],
        }],
        ..Front::NONE
    },
};

routes! { ROUTES:
    get "/sok"             ReadOverview => everywhere,
    get "/f/{forbund}/sok" ReadAssociation => here,
}

/// `GET /sok`.
async fn everywhere(visitor: Visitor) -> Answer {
    let person = visitor.actor()?;
    let known = |association: &Association| association.profile.people.contains_key(&person);
    let all = visitor.app().engine().snapshots::<Association>();
    let own = all.into_iter().map(|(_, association)| association).filter(|association| known(association));
    page(&visitor, "/sok", own.collect(), true)
}

/// `GET /f/{forbund}/sok`.
async fn here(visitor: Visitor) -> Answer {
    let association = visitor.snapshot()?;
    page(&visitor, &visitor.under("/sok"), vec![association], false)
}

fn page(visitor: &Visitor, path: &str, places: Vec<Arc<Association>>, several: bool) -> Answer {
    let lang = visitor.lang();
    let asked = asked(visitor);
    let answered: Vec<Answered> =
        places.into_iter().map(|a| find(visitor, a, &asked.words)).collect::<Result<_, _>>()?;
    let many = |kind: Kind| answered.iter().flat_map(|a| &a.found).filter(|f| f.topic.kind() == kind).count();
    let counts =
        Kind::ALL.map(|kind| Count { code: code(kind), label: plural(lang, kind), many: many(kind) });
    let wanted = |found: &Found| asked.kind.is_empty() || code(found.topic.kind()) == asked.kind;
    let mut hits: Vec<(&Answered, &Found)> =
        answered.iter().flat_map(|a| a.found.iter().filter(|f| wanted(f)).map(move |f| (a, f))).collect();
    // Stable: within an association the order of the answers stands.
    hits.sort_by_key(|(_, found)| std::cmp::Reverse(found.score));
    let found = hits.len();
    let shown = hits.into_iter().take(MOST).map(|(a, f)| hit(lang, &a.association, *f, several));
    let results = Results { path, hits: shown.collect(), found, counts: counts.to_vec(), asked };
    visitor.page(lang.t("search"), &show(lang, &results))
}

fn asked(visitor: &Visitor) -> Asked {
    let typed = visitor.asked_typed();
    let get = |name: &str| typed.get(name).trim().to_owned();
    Asked { words: get("q"), kind: get("slag") }
}

fn hit(lang: Lang, association: &Association, found: Found, several: bool) -> Hit {
    let (title, about) = named(association, found.topic);
    let short = association.profile.founded.as_ref().map(|founded| founded.short_name.clone());
    let href = address(association, found.topic);
    Hit {
        title,
        href,
        kind: singular(lang, found.topic.kind()),
        about,
        association: short.filter(|_| several),
    }
}

/// A kind in the address.
fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::Case => "arenden",
        Kind::Initiative => "insatser",
        Kind::Meeting => "sammantraden",
        Kind::Person => "personer",
    }
}

fn plural(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Case => lang.t("search-cases"),
        Kind::Initiative => lang.t("search-initiatives"),
        Kind::Meeting => lang.t("search-meetings"),
        Kind::Person => lang.t("search-people"),
    }
}

fn singular(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Case => lang.t("search-case"),
        Kind::Initiative => lang.t("search-initiative"),
        Kind::Meeting => lang.t("search-meeting"),
        Kind::Person => lang.t("search-person"),
    }
}
