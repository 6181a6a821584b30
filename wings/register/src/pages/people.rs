//! Bodies and who sits in them (sv. *organ och uppdrag*), and the association's inner start page.

use domain::Association;
use domain::ids::PersonId;
use domain::mandate::state::Mandate;
use jiff::civil::Date;
use kit::Lang;
use kit::form::{Choice, Form};
use kit::format::{day, day_short, money};
use kit::list::Drawn;
use kit::parts::{self, Column};
use kit::people;
use maud::{Markup, html};
use statute::Finding;
use swedish::order::by_name;

/// The bodies with their mandates of the day, and all mandates.
pub fn list(
    lang: Lang,
    a: &Association,
    today: Date,
    findings: &[Finding],
    may: (bool, bool),
    (path, mandates): (&str, &Drawn),
) -> Markup {
    let (may_invite, may_manage) = may;
    html! {
        h1 { (lang.t("people")) }
        p.lead { (lang.ta("people-lead", &[("day", kit::format::day_text(lang, today).into())])) }
        @if may_invite || may_manage {
            p.actions {
                @if may_invite { a.main href={ (path) "/inbjudan" } { (lang.t("invite")) } }
                @if may_manage { a href={ (path) "/uppdrag" } { (lang.t("mandate-give")) } }
            }
        }
        @for body in a.mandates.bodies.values() {
            @let sitting: Vec<&Mandate> = a.mandates.holding(body.id, today).collect();
            section aria-labelledby={ "organ-" (body.id) } {
                h2 id={ "organ-" (body.id) } lang="sv" { (body.name) }
                @if sitting.is_empty() {
                    (parts::empty(lang.t("body-empty"), None))
                } @else {
                    (members(lang, a, body.id.0, &sitting, today, may_manage.then_some(path)))
                }
            }
        }
        @if !findings.is_empty() {
            h2 { (lang.t("people-findings")) }
            (parts::findings(lang, findings))
        }
        @if !a.mandates.mandates.is_empty() {
            h2 { (lang.t("mandates-all")) }
            (mandates)
        }
    }
}

fn members(
    lang: Lang,
    a: &Association,
    body: u32,
    sitting: &[&Mandate],
    today: Date,
    ends_under: Option<&str>,
) -> Markup {
    let presidium = a.mandates.presidium(domain::ids::BodyId(body), today);
    let office = |person: PersonId| {
        presidium.and_then(|p| {
            if p.chair == person {
                Some(lang.t("role-chair"))
            } else if p.vice_chairs.contains(&person) {
                Some(lang.t("role-vice-chair"))
            } else {
                None
            }
        })
    };
    let columns = [
        Column::new(lang.t("person-name")),
        Column::new(lang.t("person-role")),
        Column::new(lang.t("person-for")),
        Column::new(lang.t("person-until")),
    ];
    parts::table(
        &format!("sitter-{body}"),
        lang.t("body-members"),
        &columns,
        &html! {
            @for mandate in sitting {
                @let given = &mandate.given;
                tr {
                    th scope="row" { (a.profile.person_name(given.person)) }
                    td {
                        (people::role(lang, given.role))
                        @if let Some(office) = office(given.person) { ", " (office) }
                    }
                    td lang="sv" { (given.member.map_or("–", |m| a.profile.member_name(m))) }
                    td {
                        @match mandate.last_day() {
                            Some(last) => (day_short(last)),
                            None => (lang.t("person-until-further")),
                        }
                        @if let (Some(path), None) = (ends_under, &mandate.ended) {
                            " " a href={ (path) "/uppdrag/" (given.mandate) "/slut" } {
                                (lang.t("mandate-end")) span.visually-hidden { " " (a.profile.person_name(given.person)) }
                            }
                        }
                    }
                }
            }
        },
    )
}

/// The form for an invitation; when an account claims the address without proof, with the two ways to go on.
pub fn invite(lang: Lang, form: &Form, claimed: bool) -> Markup {
    html! {
        (form.head())
        h1 { (lang.t("invite")) }
        p { (lang.t("invite-lead")) }
        (form.around(lang.t("invite-make"), &html! {
            (form.text("name", lang.t("person-name")))
            (form.email("email", lang.t("person-email")))
            @if claimed {
                (form.text("code", lang.t("invite-code")).hint(lang.t("invite-code-hint")).optional())
                (form.tick("other", lang.t("invite-other")))
            }
        }))
    }
}

/// What an invitation led to.
#[derive(Clone, Debug)]
pub enum Invited {
    /// The link for a first password, shown once.
    Link(String),
    /// The person has an account and is told at the next login.
    HasAccount,
    /// The person has no account yet, but is known in another association, whose link it is.
    KnownElsewhere,
}

/// What an invitation led to, and what to do now.
pub fn invited(lang: Lang, name: &str, invited: &Invited, back: &str) -> Markup {
    let name = [("name", name.into())];
    html! {
        h1 { (lang.t("invited")) }
        @match invited {
            Invited::Link(link) => {
                p { (lang.ta("invited-lead", &name)) }
                p { code.link { (link) } }
            }
            Invited::HasAccount => {
                p { (lang.ta("invited-has-account", &name)) }
                p { (lang.t("invited-no-account")) }
            }
            Invited::KnownElsewhere => p { (lang.ta("invited-known-elsewhere", &name)) }
        }
        p.actions { a href=(back) { (lang.t("people")) } }
    }
}

/// The form for a new mandate.
pub fn give(lang: Lang, form: &Form, a: &Association) -> Markup {
    let bodies = a.mandates.bodies.values().map(|b| Choice::new(b.id, b.name.clone())).collect();
    let mut people: Vec<Choice> =
        a.profile.people.iter().map(|(id, name)| Choice::new(id, name.clone())).collect();
    by_name(&mut people, |choice| &choice.label);
    let members = a.profile.members.values().map(|m| Choice::new(m.id, m.name.clone())).collect();
    let roles = vec![
        Choice::new("member", lang.t("role-member")),
        Choice::new("substitute", lang.t("role-substitute-plain")),
        Choice::new("director", lang.t("role-director")),
        Choice::new("officer", lang.t("role-officer")),
    ];
    let bases = vec![
        Choice::new("council_member", lang.t("basis-council-member")),
        Choice::new("council_substitute", lang.t("basis-council-substitute")),
        Choice::new("employee", lang.t("basis-employee")),
    ];
    html! {
        (form.head())
        h1 { (lang.t("mandate-give")) }
        (form.around(lang.t("mandate-give"), &html! {
            (form.select("body", lang.t("mandate-body"), bodies))
            (form.select("person", lang.t("person-name"), people).hint(lang.t("mandate-person-hint")))
            (form.select("member", lang.t("person-for"), members).optional())
            (form.radios("role", lang.t("person-role"), roles))
            (form.number("order", lang.t("mandate-order")).hint(lang.t("mandate-order-hint")).optional())
            (form.date("from", lang.t("mandate-from")))
            (form.date("until", lang.t("person-until")).optional())
            (form.radios("basis", lang.t("mandate-basis"), bases).optional())
            (form.date("seen_on", lang.t("mandate-seen")).optional())
        }))
    }
}

/// The form that ends a mandate: whose it is, the last day, and why.
pub fn end(lang: Lang, form: &Form, a: &Association, mandate: &Mandate) -> Markup {
    let body = a.mandates.bodies.get(&mandate.given.body).map_or("", |body| body.name.as_str());
    let facts = [
        (lang.t("person-name"), html! { (a.profile.person_name(mandate.given.person)) }),
        (lang.t("person-role"), html! { (people::role(lang, mandate.given.role)) }),
        (lang.t("mandate-body"), html! { span lang="sv" { (body) } }),
    ];
    html! {
        (form.head())
        h1 { (lang.t("mandate-end")) }
        (parts::facts(&facts))
        (form.around(lang.t("mandate-end"), &html! {
            (form.date("on", lang.t("mandate-last-day")))
            (form.text("why", lang.t("mandate-why")))
        }))
    }
}

/// The association's inner start page.
pub fn association(lang: Lang, a: &Association, today: Date, links: &[(String, String, String)]) -> Markup {
    let Some(founded) = &a.profile.founded else { return html! {} };
    let mut facts: Vec<(&str, Markup)> = vec![
        (lang.t("association-seat"), html! { span lang="sv" { (founded.seat) } }),
        (lang.t("association-county"), html! { span lang="sv" { (founded.county) } }),
        (lang.t("association-since"), day(lang, founded.on)),
    ];
    if let Some(number) = &founded.organisationsnummer {
        facts.push((lang.t("association-number"), html! { (number) }));
    }
    for (year, (income, source)) in &a.profile.budgets {
        facts.push((
            lang.t("association-budget"),
            html! { (year) ": " (money(*income)) " " small lang="sv" { "(" (source) ")" } },
        ));
    }
    html! {
        h1 lang="sv" { (founded.name) }
        (parts::facts(&facts))
        ul.doors {
            @for (href, label, says) in links { li { a href=(href) { strong { (label) } } span { (says) } } }
        }
        h2 { (lang.t("association-members")) }
        ul lang="sv" {
            @for member in a.profile.members_on(today) { li { (member.name) } }
        }
    }
}
