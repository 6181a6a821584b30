//! The key by which municipalities, and several regions, share their parts: `from`, `municipal`, `year`, a row of
//! `member` and `share` for each municipality, `regional` with `region` and `region_share`, `outside`, `source`.

use domain::association::events::{ContributionTerms, MemberKind, MemberShare, ShareKey};
use domain::ids::MemberId;
use kit::form::{Choice, Form};
use maud::{Markup, html};

use super::{members, on_first_day, page, sent_or};
use crate::pages::Scene;

fn of_kind(scene: &Scene<'_>, kind: MemberKind) -> Vec<MemberId> {
    on_first_day(scene, scene.today.year(), |member| member.kind == kind)
}

/// The form.
pub fn key(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let municipalities = sent_or(form, "member", of_kind(scene, MemberKind::Municipality));
    let regions = sent_or(form, "region", of_kind(scene, MemberKind::Region));
    let keys = || {
        vec![
            Choice::new("inhabitants", lang.t("funding-key-inhabitants"))
                .hint(lang.t("funding-key-inhabitants-hint")),
            Choice::new("agreed", lang.t("funding-key-agreed")).hint(lang.t("funding-key-agreed-hint")),
        ]
    };
    let mut municipal = keys();
    municipal.push(Choice::new("table", lang.t("funding-key-table")).hint(lang.t("funding-key-table-hint")));
    let legend = html! { (lang.t("funding-key-shares")) " " span.optional { (lang.t("optional")) } };
    let shares = |name: &'static str, member: &'static str, share: &'static str, all: &[MemberId]| {
        members(form, name, &legend, lang.t("funding-key-shares-hint"), all, |at, id| {
            html! {
                input type="hidden" name=(member) value=(id);
                (form.number(share, scene.name(id)).row(at))
            }
        })
    };
    let outside = municipalities.iter().map(|id| Choice::new(id, scene.name(*id))).collect();
    let fields = html! {
        (form.date("from", lang.t("funding-key-from")).hint(lang.t("funding-key-from-hint")))
        (form.radios("municipal", lang.t("funding-key-municipal"), municipal))
        (form.number("year", lang.t("funding-key-year")).hint(lang.t("funding-key-year-hint")).optional())
        (shares("contributions", "member", "share", &municipalities))
        @if regions.len() > 1 {
            (form.radios("regional", lang.t("funding-key-regional"), keys()))
            (shares("regions", "region", "region_share", &regions))
        }
        (form.ticks("outside", lang.t("funding-key-outside"), outside).hint(lang.t("funding-key-outside-hint")).optional())
        (form.text("source", lang.t("funding-key-where")).hint(lang.t("funding-key-where-hint")))
    };
    page(
        form,
        lang.t("funding-key-title"),
        lang.t("funding-key-lead"),
        lang.t("funding-key-save"),
        &fields,
        &scene.at(""),
    )
}

/// The form as it begins: from the first day of the year, with the key that is in force.
#[must_use]
pub fn filled(form: Form, scene: &Scene<'_>) -> Form {
    let first = jiff::civil::Date::new(scene.today.year(), 1, 1).unwrap_or(scene.today);
    let terms = scene.profile().bylaws_on(scene.today).and_then(|bylaws| bylaws.contributions.as_ref());
    let year = terms.and_then(last_year).unwrap_or_else(|| scene.today.year());
    let mut form = form.with("from", first).with("source", terms.map_or("", |terms| terms.source.as_str()));
    let keys =
        |of: fn(&ContributionTerms) -> &ShareKey| terms.map_or(("", &[][..]), |terms| begun(of(terms), year));
    let (municipal, shares) = keys(|terms| &terms.municipal_key);
    let (regional, region_shares) = keys(|terms| &terms.region_key);
    form = form.with("municipal", municipal).with("regional", regional).with("year", year);
    let rows = [
        ("member", "share", of_kind(scene, MemberKind::Municipality), shares),
        ("region", "region_share", of_kind(scene, MemberKind::Region), region_shares),
    ];
    for (member, share, all, known) in rows {
        for id in all {
            let of = known.iter().find(|share| share.member == id);
            form.typed.add(member, id);
            form.typed.add(share, of.map(|of| of.share.to_string()).unwrap_or_default());
        }
    }
    for id in terms.iter().flat_map(|terms| &terms.outside_regions) {
        form.typed.add("outside", id);
    }
    form
}

/// The last year of the municipalities' table, where they have one.
fn last_year(terms: &ContributionTerms) -> Option<i16> {
    match &terms.municipal_key {
        ShareKey::Table(years) => years.last().map(|year| year.year),
        ShareKey::Inhabitants | ShareKey::Agreed(_) => None,
    }
}

/// A key as it is sent, and the shares it has for a year.
fn begun(key: &ShareKey, year: i16) -> (&'static str, &[MemberShare]) {
    match key {
        ShareKey::Inhabitants => ("inhabitants", &[]),
        ShareKey::Agreed(shares) => ("agreed", shares),
        ShareKey::Table(years) => {
            ("table", years.iter().rev().find(|y| y.year == year).map_or(&[], |y| y.shares.as_slice()))
        }
    }
}
