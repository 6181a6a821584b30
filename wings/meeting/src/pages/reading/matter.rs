//! One matter: as an item of the notice, and as a paragraph of the minutes.

use kit::format::money;
use kit::parts::{self, Column};
use maud::{Markup, html};
use papers::{AgendaItem, Appendix, Ballot, Decision, Kind, Paragraf, Terms, Vote, Voter};
use swedish::list::listed;

use super::{day, text};

/// An item of the notice.
pub(super) fn called(item: &AgendaItem) -> Markup {
    html! {
        h3 { (item.title) }
        (facts(item.kind, item.case_number.as_deref(), &item.presenters))
        (text(&item.text))
        @if !item.proposal.is_empty() {
            h4 { "Förslag till beslut" }
            (clauses(&item.proposal))
        }
        (terms(item.terms.as_ref()))
        @if !item.appendices.is_empty() { (attached(&item.appendices)) }
    }
}

/// A paragraph of the minutes; `linked` gives it a name that an address can point at.
pub(super) fn paragraf(it: &Paragraf, linked: bool) -> Markup {
    html! {
        section.paragraf id=[linked.then(|| format!("p{}", it.number))] {
            h2 { span.paragraf-sign { "§\u{a0}" (it.number) } " " (it.title) }
            (facts(it.kind, it.case_number.as_deref(), &[]))
            @for one in &it.disqualified {
                p { strong { "Jäv: " } (one.name) @if let Some(why) = &one.reason { ", " (why) } }
            }
            (text(&it.text))
            @for report in &it.reports {
                section.report {
                    h3 { (report.title) }
                    (facts(None, report.case_number.as_deref(), &[]))
                    (text(&report.text))
                    @if let Some(made) = &report.decision { (decision(made, "Beslut")) }
                }
            }
            @if !it.proposals.is_empty() {
                h3 { "Förslag" }
                @for one in &it.proposals { p { strong { (one.by) ": " } (one.text) } }
            }
            @if let Some(held) = &it.vote { (vote(it.number, held)) }
            @if let Some(made) = &it.decision {
                (decision(made, &if it.reports.is_empty() { "Beslut".to_owned() } else { format!("Beslut § {}", it.number) }))
            }
            @if !it.assignments.is_empty() {
                h3 { "Uppdrag" }
                ul {
                    @for one in &it.assignments {
                        li {
                            strong { (listed(&one.to)) ": " } (one.task)
                            @if let Some(due) = one.due { ", senast " (day(due)) }
                        }
                    }
                }
            }
            @for one in &it.reservations {
                h3 { "Reservation" }
                p {
                    strong { (one.name) } @if let Some(member) = &one.member { ", " (member) }
                    @if one.text.is_empty() { " reserverar sig mot beslutet." } @else { ":" }
                }
                (text(&one.text))
            }
            @if !it.notes.is_empty() {
                h3 { "Anteckning" }
                (text(&it.notes))
            }
            @if !it.appendices.is_empty() { (attached(&it.appendices)) }
        }
    }
}

fn facts(kind: Option<Kind>, case_number: Option<&str>, presenters: &[String]) -> Markup {
    let mut facts: Vec<String> = kind.into_iter().map(|k| k.word().to_owned()).collect();
    facts.extend(case_number.map(|number| format!("Dnr {number}")));
    if !presenters.is_empty() {
        facts.push(format!("Föredragande: {}", presenters.join(", ")));
    }
    html! { @if !facts.is_empty() { p.matter-facts { (facts.join(" · ")) } } }
}

fn decision(made: &Decision, title: &str) -> Markup {
    html! {
        h3 { (title) }
        div.decision {
            p { (made.lead) }
            (clauses(&made.clauses))
        }
        (terms(made.terms.as_ref()))
    }
}

/// What it means for an application: the money and what goes with it, or why there is none.
fn terms(terms: Option<&Terms>) -> Markup {
    let Some(it) = terms else { return html! {} };
    let mut facts: Vec<(&str, Markup)> = Vec::new();
    if !it.amounts.is_empty() {
        let amounts = html! {
            ul.plain-list {
                @for one in &it.amounts { li { (one.year) ": högst " (money(one.amount)) } }
                @if let Some(total) = it.total { li { strong { "Summa: högst " (money(total)) } } }
            }
        };
        facts.push(("Belopp", amounts));
    }
    match (it.from, it.until) {
        (Some(from), Some(until)) => facts.push(("Tid", html! { (day(from)) "–" (day(until)) })),
        (Some(from), None) => facts.push(("Tid", html! { "från och med " (day(from)) })),
        (None, Some(until)) => facts.push(("Tid", html! { "till och med " (day(until)) })),
        (None, None) => {}
    }
    facts.extend(it.financing.as_ref().map(|text| ("Finansiering", html! { (text) })));
    if !it.conditions.is_empty() {
        facts.push(("Villkor", html! { ul.plain-list { @for one in &it.conditions { li { (one) } } } }));
    }
    if !it.reporting.is_empty() {
        let days = html! { ul.plain-list { @for on in &it.reporting { li { (day(*on)) } } } };
        facts.push(("Rapport senast", days));
    }
    facts.extend(it.why.as_ref().map(|why| ("Skäl", html! { (why) })));
    html! { @if !facts.is_empty() { div.terms-read { (parts::facts(&facts)) } } }
}

/// The clauses of a decision or a proposal.
pub(super) fn clauses(clauses: &[String]) -> Markup {
    html! { @if !clauses.is_empty() { ul.clauses { @for clause in clauses { li { (clause) } } } } }
}

fn attached(appendices: &[Appendix]) -> Markup {
    let one = |a: &Appendix| match &a.title {
        Some(title) => format!("Bilaga {}: {title}", a.number),
        None => format!("Bilaga {}", a.number),
    };
    html! { p.appendices { (appendices.iter().map(one).collect::<Vec<_>>().join(" · ")) } }
}

fn vote(number: u32, held: &Vote) -> Markup {
    let open = held.ballot == Ballot::Open;
    let mut columns = vec![Column::new("Svar"), Column::number("Röster")];
    if open {
        columns.push(Column::new("Avgivna av"));
    }
    let rows = html! {
        @for way in &held.alternatives {
            tr {
                th scope="row" { (way.label) }
                td.num { (way.count) }
                @if open { td { (voters(&way.voters)) } }
            }
        }
        @if !held.abstained.is_empty() {
            tr {
                th scope="row" { "Avstod" }
                td.num { (held.abstained.len()) }
                @if open { td { (voters(&held.abstained)) } }
            }
        }
    };
    let caption = if open { "Öppen omröstning" } else { "Sluten omröstning" };
    html! {
        h3 { "Omröstning" }
        p { (held.question) }
        (parts::table(&format!("omrostning-{number}"), caption, &columns, &rows))
        @if let Some(casting) = &held.casting_vote {
            p { "Rösterna föll lika. Ordföranden " (casting.by) " avgjorde med sin utslagsröst: " strong { (casting.alternative) } "." }
        }
        @if let Some(lot) = &held.lot {
            p { "Rösterna föll lika. Valet avgjordes genom lottning, som föll på " strong { (lot.alternative) } ". Lotten drogs av " (lot.by) "." }
        }
    }
}

fn voters(voters: &[Voter]) -> String {
    let one = |v: &Voter| match &v.member {
        Some(member) => format!("{} ({member})", v.name),
        None => v.name.clone(),
    };
    if voters.is_empty() { "–".to_owned() } else { voters.iter().map(one).collect::<Vec<_>>().join(", ") }
}
