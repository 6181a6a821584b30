//! What certifies the minutes and ends them: signatures, the *bevis*, appendices, how to appeal.

use kit::parts::{self, Column};
use maud::{Markup, html};
use papers::{Appeal, Appendix, Certificate, ChainHead, Posting, Signature};

use super::{day, text};

/// Who has signed, and who is to.
pub(super) fn signatures<'a>(people: impl Iterator<Item = &'a Signature>) -> Markup {
    let rows = html! {
        @for one in people {
            tr {
                th scope="row" { (one.role) }
                td { (one.name) }
                td {
                    @match &one.signed {
                        Some(signed) => { "Undertecknat " (signed.how) " " (day(signed.on)) }
                        None => "–",
                    }
                }
            }
        }
    };
    let columns = [Column::new("Roll"), Column::new("Namn"), Column::new("Underskrift")];
    parts::table("underskrifter", "Underskrifter", &columns, &rows)
}

/// The proof that the attestation was announced.
pub(super) fn certificate(c: &Certificate) -> Markup {
    let not_yet = || html! { "–" };
    let mut facts: Vec<(&str, Markup)> = vec![
        ("Organ", html! { (c.body) }),
        ("Sammanträdesdatum", day(c.held_on)),
        ("Justeringsdatum", c.attested_on.map_or_else(not_yet, day)),
        ("Protokollet förvaras", html! { (c.kept_at) }),
    ];
    facts.extend(c.last_appeal_day.map(|on| ("Överklagas senast", day(on))));
    if !c.remarks.is_empty() {
        facts.push(("Anmärkning", text(&c.remarks)));
    }
    let rows = html! {
        @for board in &c.boards {
            tr {
                th scope="row" { (board.board) }
                td { @match board.up { Some(up) => (day(up)), None => "–" } }
                td { (down(board)) }
            }
        }
    };
    let columns = [Column::new("Justeringen anslagen hos"), Column::new("Uppsatt"), Column::new("Nedtaget")];
    html! {
        section.bevis aria-labelledby="bevis" {
            h2 #bevis { "Bevis om justering och anslag" }
            (parts::facts(&facts))
            @if !c.boards.is_empty() { (parts::table("anslaget-hos", "Anslag", &columns, &rows)) }
        }
    }
}

/// Where the minutes stand in the journal: what whoever keeps a copy can have the record held against.
pub(super) fn head(head: &ChainHead) -> Markup {
    parts::facts(&[(
        "I journalen",
        html! { (head.stream) ", händelse " (head.seq) br; code.link { (head.hash) } },
    )])
}

fn down(board: &Posting) -> Markup {
    html! {
        @match board.down {
            Some(on) => { @if board.down_is_planned { "tidigast " } (day(on)) }
            None => "–",
        }
    }
}

/// Everything attached.
pub(super) fn appendices(all: &[Appendix]) -> Markup {
    html! {
        section {
            h2 { "Bilagor" }
            ul.plain-list {
                @for one in all { li { "Bilaga " (one.number) @if let Some(title) = &one.title { ": " (title) } } }
            }
        }
    }
}

/// How to appeal.
pub(super) fn appeal(it: &Appeal, what: &str) -> Markup {
    html! {
        section.appeal aria-labelledby="overklaga" {
            h2 #overklaga { "Hur man överklagar" }
            p {
                (what) " kan prövas av domstol (laglighetsprövning). Det följer av 28 § lagen (2003:1210) om finansiell \
                samordning av rehabiliteringsinsatser och " (it.basis) "."
            }
            (parts::facts(&[
                ("Vem", html! { "Den som är medlem i en kommun eller region som hör till förbundet: den som är folkbokförd där, äger fast egendom där eller ska betala kommunalskatt där." }),
                ("När", html! {
                    "Överklagandet ska ha kommit in till domstolen inom tre veckor från den dag då det tillkännagavs på anslagstavlan att protokollet justerats."
                    @if let Some(last) = it.last_day { " Sista dag är " strong { (day(last)) } "." }
                }),
                ("Hur", html! { "Skriftligt. Skriv vilket beslut du överklagar, med förbundets namn, datum och paragraf, varför beslutet är olagligt och vad du vill att domstolen ska göra. Skriv namn, adress och telefonnummer." }),
                ("Vart", html! { (it.court) @for line in &it.court_address { br; (line) } }),
                ("Vad prövas", html! { "Om beslutet har kommit till på lagligt sätt, rör något som är förbundets sak, har fattats av rätt organ och inte strider mot lag. Domstolen kan upphäva beslutet men inte ersätta det med ett annat. Beslut som bara förbereder eller verkställer något kan inte överklagas." }),
            ]))
        }
    }
}
