//! What the members contributed in an earlier year: `source`, and a row of `member` and `amount` for each.

use domain::association::events::MemberKind;
use domain::ids::MemberId;
use kit::form::Form;
use maud::{Markup, html};

use super::{in_field, members, page, sent_or};
use crate::pages::Scene;

/// Who was a member at some time of the year and pays: everybody but Arbetsförmedlingen, whose part the state bears.
fn paying(scene: &Scene<'_>, year: i16) -> Vec<MemberId> {
    let in_year = |m: &&domain::association::state::Member| {
        m.joined.year() <= year && m.left.is_none_or(|left| left.year() >= year)
    };
    let all = scene.profile().members.values().filter(in_year).filter(|m| m.kind != MemberKind::Af);
    let mut all: Vec<_> = all.map(|m| (m.kind, m.id)).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, id)| id).collect()
}

/// The form.
pub fn earlier(form: &Form, scene: &Scene<'_>, year: i16) -> Markup {
    let lang = scene.lang;
    let all = sent_or(form, "member", paying(scene, year));
    let rows = members(
        form,
        "amounts",
        &html! { (lang.t("funding-earlier-legend")) },
        lang.t("funding-earlier-hint"),
        &all,
        |at, id| {
            html! {
                input type="hidden" name="member" value=(id);
                (form.money("amount", scene.name(id)).row(at))
            }
        },
    );
    let fields = html! {
        (form.number("year", lang.t("funding-year")))
        (rows)
        (form.text("source", lang.t("funding-earlier-source")).hint(lang.t("funding-earlier-source-hint")))
    };
    page(
        form,
        &lang.ta("funding-earlier-title", &[("year", year.to_string().into())]),
        lang.t("funding-earlier-lead"),
        lang.t("funding-earlier-save"),
        &fields,
        &scene.at("/andelar"),
    )
}

/// The form as it begins: with what is noted for the year.
#[must_use]
pub fn filled(form: Form, scene: &Scene<'_>, year: i16) -> Form {
    let known = scene.funding().noted.get(&year);
    let source = known.map_or("", |noted| noted.source.as_str());
    let mut form = form.with("year", year).with("source", source);
    for member in paying(scene, year) {
        let amount = known.and_then(|noted| noted.amounts.iter().find(|line| line.member == member));
        form.typed.add("member", member);
        form.typed.add("amount", amount.map(|line| in_field(line.amount)).unwrap_or_default());
    }
    form
}
