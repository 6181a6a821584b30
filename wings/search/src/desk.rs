//! `/sok` over all the associations that one is known in, and `/f/{forbund}/sok` in one; the API asks the same.

use std::sync::Arc;

use desk::found::{Answered, Found, Kind, address, find, identity, named, told};
use desk::front::{Door, Front, Seen};
use desk::list::Face;
use desk::lists;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use desk::wing::Wing;
use domain::Association;
use kit::Lang;
use kit::list::Drawn;

use crate::pages::{self, Count, Hit};

/// What stands here, for the whole.
pub static WING: Wing = Wing {
    routes: &[LISTS],
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

lists! { LISTS:
    "/sok" ReadOverview => everywhere,
    "/f/{forbund}/sok" ReadAssociation => here,
}

/// `GET /sok`, and the same as files.
async fn everywhere(visitor: Visitor) -> Answer {
    let person = visitor.actor()?;
    let known = |association: &Association| association.profile.people.contains_key(&person);
    let all = visitor.app().engine().snapshots::<Association>();
    let own = all.into_iter().map(|(_, association)| association).filter(|association| known(association));
    face(&visitor, "/sok", own.collect(), true)?.send(&visitor).await
}

/// `GET /f/{forbund}/sok`, and the same as files.
async fn here(visitor: Visitor) -> Answer {
    let association = visitor.snapshot()?;
    face(&visitor, &visitor.under("/sok"), vec![association], false)?.send(&visitor).await
}

fn face(visitor: &Visitor, path: &str, places: Vec<Arc<Association>>, several: bool) -> Result<Face, Stop> {
    let lang = visitor.lang();
    let typed = visitor.asked_typed();
    let words = typed.get("q").trim().to_owned();
    let answered: Vec<Answered> =
        places.into_iter().map(|a| find(visitor, a, &words)).collect::<Result<_, _>>()?;
    let many = |kind: Kind| answered.iter().flat_map(|a| &a.found).filter(|f| f.topic.kind() == kind).count();
    let counts =
        Kind::ALL.map(|kind| Count { code: code(kind), label: plural(lang, kind), many: many(kind) });
    let mut hits: Vec<(&Answered, &Found)> =
        answered.iter().flat_map(|a| a.found.iter().map(move |f| (a, f))).collect();
    // Stable: within an association the order of the answers stands.
    hits.sort_by_key(|(_, found)| std::cmp::Reverse(found.score));
    let show = move |(a, f): &(&Answered, &Found)| hit(lang, &a.association, **f);
    let mut list = pages::list(lang, path, &counts, show).empty(pages::nothing(lang, &words));
    if several {
        list = pages::over_several(lang, list, |(a, _)| short_name(&a.association));
    }
    let facets = pages::facets(lang, &list, &counts, &words, typed.get("slag"));
    let page = |drawn: &Drawn| pages::show(lang, drawn, &facets);
    desk::list::answer(visitor, &list, hits, lang.t("search"), page)
}

fn hit(lang: Lang, association: &Association, found: Found) -> Hit {
    let (title, about) = named(association, found.topic);
    Hit {
        title,
        href: address(association, found.topic),
        id: identity(association, found.topic),
        kind: (code(found.topic.kind()), singular(lang, found.topic.kind())),
        about,
        updated: told(association, found.topic),
    }
}

fn short_name(association: &Association) -> Option<String> {
    association.profile.founded.as_ref().map(|founded| founded.short_name.clone())
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
