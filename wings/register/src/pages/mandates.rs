//! Every mandate over all bodies (sv. *uppdrag*), those that have ended too: a row for each.

use domain::Association;
use domain::mandate::state::Mandate;
use jiff::civil::Date;
use kit::form::Choice;
use kit::list::{Entry, Head, List};
use kit::{Lang, at, people};

/// The mandates of an association as a list, as they are on a day.
pub fn list(lang: Lang, a: &Association, today: Date) -> List<'_, &Mandate> {
    let path = at::people(&at::association(a.slug()));
    let head = Head {
        path: path.clone(),
        name: format!("uppdrag-{}", a.slug()),
        caption: lang.t("mandates-all").into(),
        noun: "mandate-counted",
    };
    let name = move |mandate: &&Mandate| a.profile.person_name(mandate.given.person);
    let body = move |mandate: &&Mandate| {
        a.mandates.bodies.get(&mandate.given.body).map_or("", |body| body.name.as_str())
    };
    let entry = move |mandate: &&Mandate| Entry {
        id: format!("{path}#uppdrag-{}", mandate.given.mandate),
        href: None,
        title: format!("{}, {}", name(mandate), body(mandate)),
        updated: mandate.ended.as_ref().map_or(mandate.given.from, |(on, _)| *on),
    };
    let bodies = a.mandates.bodies.values().map(|body| Choice::new(body.id, body.name.clone())).collect();
    let when = [
        ("nu", lang.t("mandates-now")),
        ("avslutade", lang.t("mandates-past")),
        ("kommande", lang.t("mandates-ahead")),
    ];
    let when = when.map(|(code, label)| Choice::new(code, label)).to_vec();
    List::new(lang, head, entry)
        .text("namn", lang.t("person-name"), move |mandate| name(mandate).into())
        .sorts()
        .text("organ", lang.t("mandate-body"), move |mandate| body(mandate).into())
        .sorts()
        .swedish()
        .text("uppdrag", lang.t("person-role"), move |mandate| people::role(lang, mandate.given.role).into())
        .sorts()
        .text("for", lang.t("person-for"), move |mandate| {
            mandate.given.member.map(|member| a.profile.member_name(member)).into()
        })
        .sorts()
        .swedish()
        .day("fran", lang.t("mandate-from"), |mandate| mandate.given.from.into())
        .sorts()
        .day("till", lang.t("person-until"), |mandate| mandate.last_day().into())
        .sorts()
        .searches(lang.t("mandates-search"), move |mandate, search| {
            search.at(name(mandate));
            search.at(body(mandate));
            search.at(mandate.given.member.map_or("", |member| a.profile.member_name(member)));
        })
        .filter("organ", lang.t("mandate-body"), bodies, |mandate| mandate.given.body.to_string().into())
        .filter("galler", lang.t("mandates-when"), when, move |mandate| {
            if mandate.holds_on(today) {
                "nu".into()
            } else if mandate.given.from > today {
                "kommande".into()
            } else {
                "avslutade".into()
            }
        })
        .usually("namn", false)
}
