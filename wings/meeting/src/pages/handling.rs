//! One item while it is handled: what was said, proposed, voted, decided, and by whom it is done.

use domain::meeting::events::{ItemKind, SubReport};
use domain::meeting::paragraf::WriteNote;
use domain::meeting::phrases;
use domain::meeting::state::Item;
use kit::autosave;
use kit::form::Form;
use kit::format::{day, moment_text, prose};
use kit::parts::{self, Tone};
use maud::{Markup, html};

use super::words::kind_name;
use super::{Scene, agenda, ballot, now, outcome};

/// How many empty rows there are for more reports.
const MORE_REPORTS: usize = 1;

/// The page.
pub fn show(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    html! {
        @if scene.rights.keep { (autosave::script()) }
        @if let Some(sent) = scene.sent { (sent.head()) }
        h1 lang="sv" {
            @match item.paragraf {
                Some(paragraf) => { span.paragraf-sign { "§\u{a0}" (paragraf) } " " (item.content.title) },
                None => (item.content.title),
            }
        }
        p.lead {
            a href=(scene.home()) lang="sv" { (scene.title()) } ", "
            (lang.ta("meeting-item-place", &[("place", scene.place(item.id).into())]))
            @if item.content.kind != ItemKind::Formal { ", " (kind_name(lang, item.content.kind)) }
        }
        (agenda::details(scene, item))
        @if item.paragraf.is_none() {
            (not_yet(scene, item))
        } @else {
            (disqualified(scene, item))
            (ballot::mine(scene, item))
            (note(scene, item))
            (proposals(scene, item))
            (ballot::section(scene, item))
            (decision(scene, item))
            (reservations(scene, item))
            (assignments(scene, item))
        }
        (neighbours(scene, item))
    }
}

fn not_yet(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    html! {
        @if scene.keeps() {
            (now::take_up(scene, item, &lang.ta("meeting-take-up", &[("paragraf", scene.next_paragraf().into())]), true))
        } @else {
            (parts::empty(lang.t("meeting-item-not-yet"), None))
        }
    }
}

/// Whether the reader may still write in the record of the item.
fn writes(scene: &Scene<'_>) -> bool {
    scene.rights.keep && scene.meeting.opened.is_some() && !scene.meeting.is_sealed() && !scene.recorded()
}

fn disqualified(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    let open = scene.completes();
    html! {
        @if !item.disqualified.is_empty() {
            section aria-labelledby="jav" {
                h2 #jav { (lang.t("meeting-disqualified")) }
                ul { @for (person, ground) in &item.disqualified { li lang="sv" { strong { (scene.who(*person)) } ": " (ground) } } }
            }
        }
        @if open { p { a href=(scene.item_at(item.id, "jav")) { (lang.t("meeting-disqualify")) } } }
    }
}

/// What was said, and what was reported under the item.
fn note(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    if !writes(scene) {
        return html! {
            @if !item.note.is_empty() || !item.reports.is_empty() {
                section aria-labelledby="anteckning" {
                    h2 #anteckning { (lang.t("meeting-note")) }
                    div lang="sv" {
                        (prose(&item.note))
                        @for report in &item.reports {
                            h3 { (report.title) @if let Some(number) = &report.case_number { " (" (number) ")" } }
                            (prose(&report.text))
                        }
                    }
                }
            }
        };
    }
    let action = scene.item_at(item.id, "anteckning");
    let mut form = scene.form(&action);
    let beside = scene.noting.beside(item);
    if !scene.came_back(&action) {
        let (text, reports) = beside.map_or((&item.note, &item.reports), |it| (&it.text, &it.reports));
        let usual = Some(text.as_str()).filter(|text| !text.is_empty()).or_else(|| usual(scene, item));
        form = form.with("text", usual.unwrap_or_default()).with("version", scene.noting.version);
        for report in reports {
            add_report(&mut form, report);
        }
    }
    let rows = form.typed.all("report_title").count().max(item.reports.len());
    html! {
        section aria-labelledby="anteckning" {
            h2 #anteckning { (lang.t("meeting-note")) }
            @if let Some(beside) = beside { (unsaved(scene, item, beside)) }
            form.form method="post" action=(form.action) novalidate data-guard data-autosave={ (action) "/sparning" } {
                (form.hidden_id())
                (form.hidden("version"))
                (form.area("text", lang.t("meeting-note-text")).hint(lang.t("meeting-note-hint")).optional().rows(4))
                details open[rows > 0] {
                    summary { (lang.t("meeting-reports")) }
                    p { (lang.t("meeting-reports-says")) }
                    @for row in 0..rows.saturating_add(MORE_REPORTS) {
                        fieldset.report-row {
                            legend { (lang.ta("meeting-report", &[("number", row.saturating_add(1).into())])) }
                            (form.text("report_title", lang.t("meeting-report-title")).row(row).optional())
                            (form.text("report_case", lang.t("meeting-report-case")).row(row).optional().short())
                            (form.area("report_text", lang.t("meeting-report-text")).row(row).optional().rows(2))
                        }
                    }
                }
                (autosave::line(lang, ""))
                (form.reasons())
                (save(scene, item))
            }
        }
    }
}

/// What is usually said under a standing item, as long as nothing has been.
fn usual(scene: &Scene<'_>, item: &Item) -> Option<&'static str> {
    let formal = item.content.kind == ItemKind::Formal && scene.is_board() && item.reports.is_empty();
    phrases::usually_said(&item.content.title).filter(|_| formal)
}

/// The note saved, and on to the next item with the same press, so that what was typed is never left behind.
fn save(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    let next = following(scene, item).filter(|next| next.paragraf.is_none() && scene.keeps());
    let onwards = next.is_some() && now::unfinished(scene).is_none();
    html! {
        p.actions {
            button.main[!onwards] type="submit" { (lang.t("meeting-note-do")) }
            @if let Some(next) = next {
                @let told = [("place", scene.place(next.id).into()), ("title", next.content.title.as_str().into())];
                button.main[onwards] type="submit" name="then" value="next" { (lang.ta("meeting-note-next", &told)) }
            }
        }
    }
}

/// The item after this one on the agenda.
fn following<'a>(scene: &Scene<'a>, item: &Item) -> Option<&'a Item> {
    let at = scene.place(item.id);
    scene.meeting.items.get(at).filter(|_| at > 0)
}

/// What is written and not saved in the minutes: by whom and when, and the way to throw it away. What it says stands in the
/// form, or here, when the form holds what the reader wrote.
fn unsaved(scene: &Scene<'_>, item: &Item, beside: &WriteNote) -> Markup {
    let lang = scene.lang;
    let action = scene.item_at(item.id, "anteckning");
    let says = scene.noting.last.map(|(by, at)| {
        let told = [("name", scene.person(by).into()), ("moment", moment_text(lang, at).into())];
        lang.ta("meeting-note-unsaved-by", &told)
    });
    parts::note(
        Tone::Wait,
        lang.t("meeting-note-unsaved"),
        &html! {
            @if let Some(says) = says { p { (says) } }
            @if scene.came_back(&action) {
                div lang="sv" {
                    (prose(&beside.text))
                    @for report in &beside.reports { h3 { (report.title) } (prose(&report.text)) }
                }
            }
            (scene.form(&format!("{action}/kassering")).button(lang.t("meeting-note-discard")))
        },
    )
}

fn add_report(form: &mut Form, report: &SubReport) {
    form.typed.add("report_title", &report.title);
    form.typed.add("report_case", report.case_number.as_deref().unwrap_or_default());
    form.typed.add("report_text", &report.text);
}

fn proposals(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    let open = scene.running() && item.decision.is_none() && item.vote.is_none();
    let link = if !open {
        None
    } else if scene.rights.keep {
        Some("yrkanden")
    } else if scene.rights.propose && scene.takes_part(item) {
        Some("mitt-yrkande")
    } else {
        None
    };
    html! {
        @if !item.proposals.is_empty() || link.is_some() {
            section aria-labelledby="yrkanden" {
                h2 #yrkanden { (lang.t("meeting-proposals")) }
                @if item.proposals.is_empty() { p { (lang.t("meeting-proposals-none")) } }
                ol.proposals {
                    @for proposal in &item.proposals {
                        li value=(proposal.id) {
                            p lang="sv" { strong { (scene.who(proposal.by)) ":" } " " (proposal.text) }
                            @if let Some(meant) = &proposal.outcome { (outcome::summary(lang, meant)) }
                        }
                    }
                }
                @if let Some(noun) = link {
                    p { a href=(scene.item_at(item.id, noun)) { (lang.t("meeting-proposal-add")) } }
                }
            }
        }
    }
}

fn decision(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    if let Some((clauses, appealable)) = &item.decision {
        let meant = outcome::decided(scene, item);
        return html! {
            section aria-labelledby="beslut" {
                h2 #beslut { (lang.t("meeting-decision")) }
                div.decision lang="sv" { ul.clauses { @for clause in clauses { li { (clause) } } } }
                @if let Some(meant) = meant { (outcome::summary(lang, meant)) }
                p.small { (lang.t(if *appealable { "meeting-appealable" } else { "meeting-not-appealable" })) }
            }
        };
    }
    let voting = item.vote.as_ref().is_some_and(|v| v.result.is_none());
    let leave = html! {
        @if scene.completes() && item.paragraf.is_some() && item.vote.is_none() {
            p { a href=(scene.item_at(item.id, "utan-beslut")) { (lang.t("undecided-link")) } }
        }
    };
    let undecided = item.undecided.as_ref().map(|(how, text)| {
        html! { p lang="sv" { strong { (how.says()) } @if !text.is_empty() { " " (text) } } }
    });
    if !scene.keeps() || voting {
        let decides = matches!(item.content.kind, ItemKind::Decision | ItemKind::Election);
        let shown = undecided.is_some() || (decides && scene.completes() && item.vote.is_none());
        return html! {
            @if shown && item.paragraf.is_some() {
                section aria-labelledby="beslut" {
                    h2 #beslut { (lang.t("meeting-decision")) }
                    @if let Some(undecided) = undecided { (undecided) }
                    (leave)
                }
            }
        };
    }
    let action = scene.item_at(item.id, "beslut");
    let mut form = scene.form(&action);
    let carried = outcome::carried(item);
    let asks = outcome::asks(scene, item);
    if !scene.came_back(&action) {
        let words = carried.map_or_else(|| item.content.proposed.join("\n"), |p| p.text.clone());
        form = form.with("clauses", words);
        if outcome::could_be_appealed(scene, item) {
            form = form.with("appealable", "ja");
        }
        if asks {
            outcome::prefill(scene, item, &mut form);
        }
    }
    html! {
        section aria-labelledby="beslut" {
            h2 #beslut { (lang.t("meeting-decision")) }
            @if let Some(undecided) = undecided { (undecided) }
            @if let Some(carried) = carried {
                @if let Some(meant) = &carried.outcome {
                    p { (lang.t("meeting-carried")) }
                    (outcome::summary(lang, meant))
                }
            }
            (form.around(lang.t("meeting-decide-do"), &html! {
                (form.area("clauses", lang.t("meeting-decision-clauses")).hint(lang.t("meeting-clauses-hint")).rows(4))
                @if asks { (outcome::fields(&form)) }
                (form.tick("appealable", lang.t("meeting-decision-appealable")).hint(lang.t("meeting-decision-appealable-hint")))
            }))
            (leave)
        }
    }
}

fn reservations(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    let notified = |me| item.reservations.iter().any(|(by, _)| *by == me);
    let later = scene.completes() && !item.reservations.is_empty() || scene.reader.is_some_and(notified);
    let open = item.decision.is_some()
        && (scene.running() || later && !scene.meeting.is_sealed() && !scene.recorded());
    let link = if !open {
        None
    } else if scene.rights.keep {
        Some("reservationer")
    } else if scene.rights.reserve && (scene.takes_part(item) || scene.reader.is_some_and(notified)) {
        Some("min-reservation")
    } else {
        None
    };
    html! {
        @if !item.reservations.is_empty() || link.is_some() {
            section aria-labelledby="reservationer" {
                h2 #reservationer { (lang.t("meeting-reservations")) }
                ul {
                    @for (by, text) in &item.reservations {
                        li lang="sv" { strong { (scene.who(*by)) } @if !text.is_empty() { ": " (text) } }
                    }
                }
                @if let Some(noun) = link {
                    p { a href=(scene.item_at(item.id, noun)) { (lang.t(if noun == "reservationer" { "meeting-reservation-add" } else { "meeting-reserve" })) } }
                }
            }
        }
    }
}

fn assignments(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    let all = scene.association.assignments.assignments.values();
    let here: Vec<_> =
        all.filter(|a| a.given.meeting == scene.meeting.id() && a.given.item == item.id).collect();
    html! {
        @if !here.is_empty() || writes(scene) {
            section aria-labelledby="uppdrag" {
                h2 #uppdrag { (lang.t("meeting-assignments")) }
                ul {
                    @for one in here {
                        li {
                            span lang="sv" { strong { (one.given.to) ":" } " " (one.given.what) }
                            @if let Some(due) = one.given.due { ", " (lang.t("meeting-by")) " " (day(lang, due)) }
                            @if one.done.is_some() { " " (parts::status(Tone::Done, lang.t("meeting-assignment-done"))) }
                        }
                    }
                }
                @if writes(scene) {
                    p { a href=(scene.item_at(item.id, "uppdrag")) { (lang.t("meeting-assignment-add")) } }
                }
            }
        }
    }
}

/// The way on: the next item, or back.
fn neighbours(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    let next = following(scene, item);
    html! {
        nav.neighbours aria-label=(lang.t("meeting-agenda")) {
            a href=(scene.home()) { (lang.t("meeting-back")) }
            @if let Some(next) = next {
                @if next.paragraf.is_some() {
                    a rel="next" href=(scene.item_at(next.id, "behandling")) lang="sv" {
                        "§\u{a0}" (next.paragraf.unwrap_or_default()) " " (next.content.title)
                    }
                }
            }
        }
    }
}
