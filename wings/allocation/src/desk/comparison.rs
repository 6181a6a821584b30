//! Scenarios beside each other.

use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::county::events::Note;

use super::place::Place;
use super::{lookup, scene};
use crate::pages::allocation::compare::{self, Compared};
use crate::pages::allocation::reckoned::Reckoned;

/// `GET /lan/{lan}/jamforelse`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let (place, lang) = (Place::of(&visitor)?, visitor.lang());
    let chosen = lookup::chosen(&visitor, &place);
    let (mut reckoned, mut failed): (Vec<(String, String, Reckoned)>, Vec<String>) = Default::default();
    let mut notes: Vec<Note> = Vec::new();
    for (id, found) in chosen.into_iter().take(compare::MOST) {
        let href = place.under(&format!("/scenarier/{id}"));
        match lookup::reckon(&found.saved) {
            Ok(one) => reckoned.push((found.saved.name, href, one)),
            Err(_) => failed.push(found.saved.name),
        }
        for note in found.saved.notes {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    let scenarios: Vec<Compared<'_>> = reckoned
        .iter()
        .map(|(name, href, reckoned)| Compared { name: name.clone(), href: href.clone(), reckoned })
        .collect();
    let list = place.under("/scenarier");
    let view = compare::View {
        lang,
        views: &scene::views(&visitor, &list),
        scenarios: &scenarios,
        failed: &failed,
        scope: place.scope(),
        notes: &scene::shown(lang, &notes),
        list: &list,
        outputs: &[],
    };
    visitor.page(lang.t("allocation-compare"), &compare::show(&view))
}
