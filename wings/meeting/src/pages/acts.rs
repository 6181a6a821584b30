//! The small forms under an item: a proposal, a vote to open, disqualification, a reservation, an assignment.

use domain::ids::PersonId;
use domain::meeting::state::Item;
use kit::form::{Choice, Form};
use maud::{Markup, html};
use swedish::order::by_name;

use super::{Scene, outcome};

/// The frame round each: what it is about, and the way back.
pub(super) fn page(scene: &Scene<'_>, item: &Item, form: &Form, title: &str, body: &Markup) -> Markup {
    html! {
        (form.head())
        h1 { (title) }
        p.lead lang="sv" {
            @if let Some(paragraf) = item.paragraf { "§\u{a0}" (paragraf) " " }
            (item.content.title)
        }
        (body)
        p { a href=(scene.item_at(item.id, "behandling")) { (scene.lang.t("meeting-back-item")) } }
    }
}

/// Those who take part in deciding the item.
fn serving(scene: &Scene<'_>, item: &Item) -> Vec<Choice> {
    let mut people: Vec<PersonId> = Vec::new();
    for one in scene.meeting.serving_in(item) {
        if !people.contains(&one.person) {
            people.push(one.person);
        }
    }
    people.into_iter().map(|p| Choice::new(p, scene.who(p))).collect()
}

/// A proposal (sv. *yrkande*): somebody's, noted by the one who keeps the minutes, or one's own.
pub fn proposal(scene: &Scene<'_>, item: &Item, form: &Form, own: bool) -> Markup {
    let lang = scene.lang;
    let mut form = form.clone();
    let decides = outcome::decides_on(scene, item).is_some();
    if form.problem.is_none() {
        form.typed.set("text", item.content.proposed.join("\n"));
        if decides {
            outcome::prefill(scene, item, &mut form);
        }
    }
    let body = html! {
        p { (lang.t("meeting-proposal-says")) }
        (form.around(lang.t("meeting-proposal-do"), &html! {
            @if !own { (form.select("by", lang.t("meeting-proposal-by"), serving(scene, item))) }
            (form.area("text", lang.t("meeting-proposal-text")).hint(lang.t("meeting-proposal-hint")).rows(3))
            @if decides { (outcome::fields(&form)) }
        }))
    };
    page(scene, item, &form, lang.t("meeting-proposal-add"), &body)
}

/// Opening a vote.
pub fn vote(scene: &Scene<'_>, item: &Item, form: &Form) -> Markup {
    use domain::meeting::events::ItemKind;
    let lang = scene.lang;
    let mut form = form.clone();
    if form.problem.is_none() {
        for proposal in &item.proposals {
            form.typed.add("between", proposal.id);
        }
        let election = item.content.kind == ItemKind::Election;
        form.typed.set("matter", if election { "election" } else { "ordinary" });
    }
    let between = item
        .proposals
        .iter()
        .map(|p| {
            let says = format!("{} {}, {}: {}", lang.t("meeting-proposal"), p.id, scene.who(p.by), p.text);
            Choice::new(p.id, says)
        })
        .collect();
    let matters = vec![
        Choice::new("ordinary", lang.t("meeting-matter-ordinary"))
            .hint(lang.t("meeting-matter-ordinary-hint")),
        Choice::new("election", lang.t("meeting-matter-election")).hint(lang.t("meeting-matter-lot-hint")),
        Choice::new("employment", lang.t("meeting-matter-employment"))
            .hint(lang.t("meeting-matter-lot-hint")),
    ];
    let body = form.around(
        lang.t("meeting-vote-do"),
        &html! {
            (form.ticks("between", lang.t("meeting-vote-between"), between))
            (form.radios("matter", lang.t("meeting-vote-matter"), matters))
            (form.tick("secret", lang.t("meeting-vote-secret-tick")).hint(lang.t("meeting-vote-secret-hint")))
        },
    );
    page(scene, item, &form, lang.t("meeting-vote-hold"), &body)
}

/// Somebody is disqualified (sv. *jävig*).
pub fn disqualification(scene: &Scene<'_>, item: &Item, form: &Form) -> Markup {
    let lang = scene.lang;
    let body = html! {
        p { (lang.t("meeting-disqualify-says")) }
        (form.around(lang.t("meeting-disqualify-do"), &html! {
            (form.select("person", lang.t("meeting-disqualify-who"), serving(scene, item)))
            (form.area("ground", lang.t("meeting-disqualify-ground")).hint(lang.t("meeting-disqualify-hint")).rows(3))
        }))
    };
    page(scene, item, form, lang.t("meeting-disqualify"), &body)
}

/// A reservation: somebody's, or one's own.
pub fn reservation(scene: &Scene<'_>, item: &Item, form: &Form, own: bool) -> Markup {
    let lang = scene.lang;
    let mut form = form.clone();
    if own && form.problem.is_none() {
        let mine = scene.reader.and_then(|me| item.reservations.iter().find(|(by, _)| *by == me));
        if let Some((_, text)) = mine {
            form.typed.set("text", text);
        }
    }
    let body = html! {
        p { (lang.t("meeting-reservation-says")) }
        (form.around(lang.t("meeting-reservation-do"), &html! {
            @if !own { (form.select("by", lang.t("meeting-reservation-by"), serving(scene, item))) }
            (form.area("text", lang.t("meeting-reservation-text")).hint(lang.t("meeting-reservation-hint")).optional().rows(4))
        }))
    };
    let title = lang.t(if own { "meeting-reserve" } else { "meeting-reservation-add" });
    page(scene, item, &form, title, &body)
}

/// An assignment: who, what, by when.
pub fn assignment(scene: &Scene<'_>, item: &Item, form: &Form) -> Markup {
    let lang = scene.lang;
    let mut people: Vec<Choice> =
        scene.association.profile.people.keys().map(|id| Choice::new(id, scene.who(*id))).collect();
    by_name(&mut people, |choice| &choice.label);
    people.insert(0, Choice::new("", lang.t("meeting-assignment-other")));
    let body = form.around(lang.t("meeting-assignment-do"), &html! {
        (form.select("person", lang.t("meeting-assignment-who"), people).optional())
        (form.text("to", lang.t("meeting-assignment-name")).hint(lang.t("meeting-assignment-name-hint")).optional())
        (form.area("what", lang.t("meeting-assignment-what")).rows(3))
        (form.date("due", lang.t("meeting-assignment-due")).optional())
    });
    page(scene, item, form, lang.t("meeting-assignment-add"), &body)
}
