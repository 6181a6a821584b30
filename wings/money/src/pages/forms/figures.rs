//! The inhabitants that the key counts: `on`, `source`, and a row of `member` and `inhabitants` for each.

use domain::association::events::MemberKind;
use domain::funding::key_figures::counted_on;
use domain::ids::MemberId;
use kit::form::Form;
use kit::format::day_text;
use maud::{Markup, html};

use super::{members, on_first_day, page, sent_or};
use crate::pages::Scene;
use swedish::number::grouped;

/// Whose inhabitants can be counted: the municipalities, and the regions where they are several.
fn counted(scene: &Scene<'_>, year: i16) -> Vec<MemberId> {
    let regions = on_first_day(scene, year, |m| m.kind == MemberKind::Region);
    let several = if regions.len() > 1 { regions } else { Vec::new() };
    [on_first_day(scene, year, |m| m.kind == MemberKind::Municipality), several].concat()
}

/// The form.
pub fn figures(form: &Form, scene: &Scene<'_>, year: i16) -> Markup {
    let lang = scene.lang;
    let all = sent_or(form, "member", counted(scene, year));
    let own =
        counted_on(year).map(|on| lang.ta("funding-figures-on-hint", &[("day", day_text(lang, on).into())]));
    let rows = members(
        form,
        "counts",
        &html! { (lang.t("funding-figures-legend")) },
        lang.t("funding-figures-hint"),
        &all,
        |at, id| {
            html! {
                input type="hidden" name="member" value=(id);
                (form.number("inhabitants", scene.name(id)).row(at))
            }
        },
    );
    let fields = html! {
        (form.date("on", lang.t("funding-figures-on")).hint(own.as_deref().unwrap_or_default()))
        (form.text("source", lang.t("funding-figures-source")).hint(lang.t("funding-figures-source-hint")))
        (rows)
    };
    page(
        form,
        &lang.ta("funding-figures-title", &[("year", year.to_string().into())]),
        lang.t("funding-figures-lead"),
        lang.t("funding-figures-save"),
        &fields,
        &scene.at(&format!("/{year}/bidrag")),
    )
}

/// The form as it begins: with the figures that are noted.
#[must_use]
pub fn filled(mut form: Form, scene: &Scene<'_>, year: i16) -> Form {
    let known = scene.funding().figures.get(&year);
    if let Some(known) = known {
        form = form.with("on", known.on).with("source", &known.source);
    } else if let Some(on) = counted_on(year).filter(|on| *on <= scene.today) {
        form = form.with("on", on);
    }
    for member in counted(scene, year) {
        form.typed.add("member", member);
        form.typed.add("inhabitants", known.and_then(|k| k.of(member)).map(grouped).unwrap_or_default());
    }
    form
}
