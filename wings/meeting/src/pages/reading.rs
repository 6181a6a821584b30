//! The notice, the minutes and the extract as they are read on a page: the same facts as their PDFs.

mod closing;
mod matter;

use kit::parts::{self, Column};
use maud::{Markup, html};
use papers::{Attendee, Deciding, Extract, Minutes, Notice, Person, clock, long_date, paragrafs, time_span};

/// The notice with its agenda.
pub fn notice(paper: &Notice) -> Markup {
    let r = &paper.recipients;
    let mut facts: Vec<(&str, Markup)> = vec![
        ("Tid", html! { (day(paper.held_on)) ", kl. " (time_span(paper.from, paper.to)) }),
        ("Plats", html! { (paper.place) }),
    ];
    facts.extend(paper.at_distance.as_ref().map(|text| ("På distans", html! { (text) })));
    facts.extend(paper.absence.as_ref().map(|text| ("Förhinder", html! { (text) })));
    for (name, people) in
        [("Ledamöter", &r.members), ("Ersättare", &r.substitutes), ("Även kallade", &r.others)]
    {
        if !people.is_empty() {
            facts.push((name, called(people)));
        }
    }
    if !paper.remarks.is_empty() {
        facts.push(("Anmärkning", text(&paper.remarks)));
    }
    html! {
        article.sheet.paper lang="sv" {
            header.paper-head {
                p.paper-from { (paper.association.name) }
                p.paper-kind { "Kallelse" @if let Some(occasion) = &paper.occasion { " · " (occasion) } }
                p.paper-about { (paper.body) ", " (day(paper.held_on)) }
            }
            (parts::facts(&facts))
            h2 { "Föredragningslista" }
            ol.agenda-reading {
                @for item in &paper.items { li value=(item.number) { (matter::called(item)) } }
            }
            p.paper-signed {
                @match &paper.signatory.signed {
                    Some(signed) => { "Fastställd den " (day(signed.on)) " av " (paper.signatory.name) ", " (paper.signatory.role) "." }
                    None => { (paper.signatory.name) br; (paper.signatory.role) }
                }
            }
        }
    }
}

/// The minutes, with the *bevis*.
pub fn minutes(paper: &Minutes) -> Markup {
    let range = paper.range().map(|r| paragrafs(&[r]));
    let several = paper.deciding.iter().any(|d| !d.present.is_empty())
        || paper.substitutes.iter().chain(&paper.others).any(|a| !a.present.is_empty());
    let mut facts: Vec<(&str, Markup)> = vec![
        (
            "Tid",
            html! { (day(paper.held_on)) ", kl. " (clock(paper.from)) @if let Some(to) = paper.to { "–" (clock(to)) } },
        ),
        ("Plats", html! { (paper.place) }),
    ];
    facts.extend(paper.at_distance.as_ref().map(|text| ("På distans", html! { (text) })));
    facts.extend(range.as_ref().map(|range| ("Paragrafer", html! { (range) })));
    html! {
        article.sheet.paper lang="sv" {
            header.paper-head {
                p.paper-from { (paper.association.name) }
                p.paper-kind { "Protokoll" @if let Some(occasion) = &paper.occasion { " · " (occasion) } }
                p.paper-about { (paper.body) ", " (day(paper.held_on)) @if let Some(range) = &range { ", " (range) } }
            }
            (parts::facts(&facts))
            @if !paper.deciding.is_empty() { (deciding(&paper.deciding, several)) }
            @if !paper.substitutes.is_empty() { (present("ersattare", "Ersättare som inte tjänstgör", &paper.substitutes, several)) }
            @if !paper.others.is_empty() { (present("ovriga", "Övriga deltagare", &paper.others, several)) }
            (closing::signatures(std::iter::once(&paper.secretary).chain([&paper.chair]).chain(&paper.attesters)))
            (closing::certificate(&paper.certificate))
            @if let Some(head) = &paper.chain_head { (closing::head(head)) }
            @for paragraf in &paper.paragraphs { (matter::paragraf(paragraf, true)) }
            @if !paper.appendices.is_empty() { (closing::appendices(&paper.appendices)) }
            @if let Some(appeal) = &paper.appeal { (closing::appeal(appeal, "Besluten i det här protokollet")) }
        }
    }
}

/// One paragraph of the minutes.
pub fn extract(paper: &Extract) -> Markup {
    let mut facts: Vec<(&str, Markup)> = vec![
        ("Sammanträde", html! { (paper.body) ", " (day(paper.held_on)) }),
        ("Plats", html! { (paper.place) }),
    ];
    facts.extend(paper.attested_on.map(|on| ("Justerat", day(on))));
    facts.extend(paper.posted_on.map(|on| ("Tillkännagivet", day(on))));
    if !paper.sent_to.is_empty() {
        facts.push(("Skickas till", html! { (paper.sent_to.join(", ")) }));
    }
    html! {
        article.sheet.paper lang="sv" {
            header.paper-head {
                p.paper-from { (paper.association.name) }
                p.paper-kind { "Protokollsutdrag" }
            }
            (parts::facts(&facts))
            @if !paper.deciding.is_empty() { (deciding(&paper.deciding, false)) }
            (matter::paragraf(&paper.paragraf, false))
            @if let Some(appeal) = &paper.appeal { (closing::appeal(appeal, "Beslutet")) }
        }
    }
}

/// A day as the papers write it, with its machine-readable form.
fn day(day: jiff::civil::Date) -> Markup {
    html! { time datetime=(day) { (long_date(day)) } }
}

/// Paragraphs of text.
fn text(paragraphs: &[String]) -> Markup {
    html! { @for paragraph in paragraphs { p.written { (paragraph) } } }
}

fn called(people: &[Person]) -> Markup {
    html! {
        ul.plain-list {
            @for person in people {
                li {
                    (person.name)
                    @for part in person.from.iter().chain(&person.role) { ", " (part) }
                }
            }
        }
    }
}

fn deciding(people: &[Deciding], several: bool) -> Markup {
    let rows = html! {
        @for one in people {
            tr {
                th scope="row" {
                    (one.name)
                    @if let Some(role) = &one.role { ", " (role) }
                    @if one.at_distance { " (på distans)" }
                    @if let Some(whom) = &one.substitute_for { span.beneath { "tjänstgörande ersättare för " (whom) } }
                }
                td { (one.member) }
                @if several { (range(&one.present)) }
            }
        }
    };
    parts::table("beslutande", "Beslutande", &columns("Företräder", several), &rows)
}

fn present(id: &str, caption: &str, people: &[Attendee], several: bool) -> Markup {
    let rows = html! {
        @for one in people {
            tr {
                th scope="row" { (one.name) @if one.at_distance { " (på distans)" } }
                td { (one.from.as_deref().unwrap_or("–")) }
                @if several { (range(&one.present)) }
            }
        }
    };
    parts::table(id, caption, &columns("Från", several), &rows)
}

fn columns(second: &str, several: bool) -> Vec<Column> {
    let mut columns = vec![Column::new("Namn"), Column::new(second)];
    if several {
        columns.push(Column::new("Närvaro"));
    }
    columns
}

fn range(present: &[papers::ParagrafRange]) -> Markup {
    html! { td { @if present.is_empty() { "hela mötet" } @else { (paragrafs(present)) } } }
}
