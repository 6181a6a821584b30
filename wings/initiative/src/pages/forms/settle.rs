//! After the decision: telling those concerned, the steering group, the start.

use kit::form::{Choice, Form};
use maud::{Markup, html};
use swedish::order::by_name;

use super::page;
use super::rows::{Rows, count, enter};
use crate::pages::{Act, Scene};

/// How many seats a form for a steering group begins with.
const SEATS: usize = 3;

/// Who have been told: `to`, one on each line.
pub fn inform(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let told = scene.initiative.informed.as_ref().map(|(_, told)| lang.listed(told));
    let fields = html! {
        @if let Some(told) = told {
            p { (lang.ta("initiative-inform-told", &[("names", told.into())])) }
        }
        (form.area("to", lang.t("initiative-inform-to")).hint(lang.t("initiative-inform-to-hint")))
    };
    page(
        form,
        scene,
        Act::Inform,
        lang.t("initiative-inform-lead"),
        lang.t("initiative-inform-save"),
        &fields,
    )
}

/// The steering group: `name`, and rows of `seat_person` and `seat_member`.
pub fn steering_group(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let profile = &scene.association.profile;
    let mut people: Vec<Choice> =
        profile.people.iter().map(|(id, name)| Choice::new(id, name.clone())).collect();
    by_name(&mut people, |choice| &choice.label);
    let members: Vec<Choice> =
        profile.members_on(scene.today).map(|m| Choice::new(m.id, m.name.clone())).collect();
    let rows = Rows {
        form,
        name: "people",
        legend: lang.t("initiative-steering-people"),
        hint: lang.t("initiative-steering-people-hint"),
        optional: false,
        add: lang.t("initiative-steering-add"),
    };
    let seats = rows.show(count(form, "seat_person", SEATS), |at| {
        html! {
            (form.select("seat_person", lang.t("initiative-steering-person"), people.clone()).row(at))
            (form.select("seat_member", lang.t("initiative-steering-member"), members.clone()).row(at))
        }
    });
    let fields = html! {
        (enter(lang.t("initiative-steering-save")))
        (form.text("name", lang.t("initiative-steering-name")))
        (seats)
    };
    page(
        form,
        scene,
        Act::SetUpGroup,
        lang.t("initiative-steering-lead"),
        lang.t("initiative-steering-save"),
        &fields,
    )
}

/// The form as it begins: the group named after the initiative, a seat for each party.
#[must_use]
pub fn filled_group(form: Form, scene: &Scene<'_>) -> Form {
    let title = scene.initiative.title.as_str();
    let name = kit::Lang::Sv.ta("initiative-steering-name-of", &[("title", title.into())]);
    let mut form = form.with("name", name);
    for party in scene.initiative.application().into_iter().flat_map(|a| &a.parties) {
        form.typed.add("seat_person", "");
        form.typed.add("seat_member", party);
    }
    form
}

/// The start: `on`.
pub fn start(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let fields = html! { (form.date("on", lang.t("initiative-start-on"))) };
    page(form, scene, Act::Start, lang.t("initiative-start-lead"), lang.t("initiative-start-save"), &fields)
}

/// The form as it begins: the first day of the grant, or today when that has passed.
#[must_use]
pub fn filled_start(form: Form, scene: &Scene<'_>) -> Form {
    let from = scene.initiative.grant().and_then(|grant| grant.from);
    form.with("on", from.map_or(scene.today, |from| from.max(scene.today)))
}
