//! Fixing the contributions of a year: `on`, `source`, and `member` with `amount` for each, as they were worked out.

use domain::funding::working::Worked;
use domain::ids::MemberId;
use kit::form::Form;
use kit::format::day_text;
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};
use swedish::money::Ore;

use super::{members, page};
use crate::pages::Scene;
use crate::pages::why::ties;

/// What the known figures give today.
fn worked(scene: &Scene<'_>, year: i16) -> Option<Worked> {
    let amount = scene.funding().working_amount(year)?;
    scene.association.work_out(year, amount).ok()
}

/// Those with a claim to an öre that is not settled.
fn tied(worked: &Worked) -> Vec<MemberId> {
    let places = worked.contributions.ties.iter().flat_map(|tie| &tie.among);
    places.filter_map(|place| worked.basis.member(*place)).collect()
}

/// The form; without figures it says what is missing instead.
pub fn fix(form: &Form, scene: &Scene<'_>, year: i16) -> Markup {
    let lang = scene.lang;
    let back = scene.at(&format!("/{year}/bidrag"));
    let title = lang.ta("funding-fix-title", &[("year", year.to_string().into())]);
    let Some(worked) = worked(scene, year) else {
        return html! {
            (form.head())
            h1 { (title) }
            (parts::note(Tone::Late, lang.t("funding-gap"), &html! {
                p { (lang.t("funding-fix-missing")) }
                p { a href=(back) { (lang.t("funding-see-contributions")) } }
            }))
        };
    };
    let tied = tied(&worked);
    let sent: Vec<(MemberId, String)> = form
        .typed
        .all("member")
        .filter_map(|id| id.parse().ok().map(MemberId))
        .zip(form.typed.all("amount").map(str::to_owned))
        .collect();
    let settled: Vec<&(MemberId, String)> = sent.iter().filter(|(id, _)| !tied.contains(id)).collect();
    let before = scene.funding().fixed(year).map(|fixed| {
        let (day, source) = (day_text(lang, fixed.on), fixed.source.as_str());
        lang.ta("funding-fix-before", &[("day", day.into()), ("source", source.into())])
    });
    let fields = html! {
        @if let Some(before) = before { p { (before) } }
        (table(scene, &settled))
        @for (id, amount) in &settled {
            input type="hidden" name="member" value=(id);
            input type="hidden" name="amount" value=(amount);
        }
        @if tied.is_empty() {
            div id="amounts" tabindex="-1" { @if let Some(wrong) = form.wrong("amounts") { p.wrong { (wrong) } } }
        } @else {
            (ties(scene, &worked, None))
            (amounts(form, scene, &sent, &tied))
        }
        (form.date("on", lang.t("funding-fix-on")))
        (form.text("source", lang.t("funding-fix-source")).hint(lang.t("funding-fix-source-hint")))
    };
    page(form, &title, lang.t("funding-fix-lead"), lang.t("funding-fix-save"), &fields, &back)
}

/// What is settled, as it will be fixed.
fn table(scene: &Scene<'_>, settled: &[&(MemberId, String)]) -> Markup {
    let lang = scene.lang;
    let columns = [Column::new(lang.t("funding-member")), Column::number(lang.t("funding-contribution"))];
    let rows = html! {
        @for (id, amount) in settled {
            tr {
                th scope="row" lang="sv" { (scene.name(*id)) }
                td.num { (amount) "\u{a0}kr" }
            }
        }
    };
    parts::table("fastställs", lang.t("funding-fix-table"), &columns, &rows)
}

/// The amounts that the decision settles: whoever gets the odd öre.
fn amounts(form: &Form, scene: &Scene<'_>, sent: &[(MemberId, String)], tied: &[MemberId]) -> Markup {
    let lang = scene.lang;
    // The fields of the tied stand after the hidden ones, so each shows the value at its own place.
    let place = |id: MemberId| sent.iter().position(|(member, _)| *member == id).unwrap_or_default();
    members(
        form,
        "amounts",
        &html! { (lang.t("funding-fix-tied")) },
        lang.t("funding-fix-tied-hint"),
        tied,
        |_, id| {
            html! {
                input type="hidden" name="member" value=(id);
                (form.money("amount", scene.name(id)).row(place(id)))
            }
        },
    )
}

/// The form as it begins: today, with what was worked out; those with an unsettled öre last.
#[must_use]
pub fn filled(form: Form, scene: &Scene<'_>, year: i16) -> Form {
    let mut form = form.with("on", scene.today);
    let Some(worked) = worked(scene, year) else { return form };
    let tied = tied(&worked);
    let mut amounts = worked.amounts();
    amounts.sort_by_key(|line| tied.contains(&line.member));
    for line in amounts {
        form.typed.add("member", line.member);
        form.typed.add("amount", written(line.amount));
    }
    form
}

/// An amount to the öre as it stands in a field.
fn written(amount: Ore) -> String {
    amount.to_the_ore().trim_end_matches("\u{a0}kr").to_owned()
}
