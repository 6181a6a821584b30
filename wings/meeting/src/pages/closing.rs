//! Ending the meeting, and what follows it on the notice boards.

use domain::ids::{ItemId, MemberId};
use domain::meeting::events::ItemKind;
use domain::meeting::state::Item;
use domain::step::Step;
use kit::form::{Choice, Form};
use kit::format::day;
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};
use statute::calendar;
use statute::rules::meetings::{appeal_period_ends, earliest_take_down};

use super::words::on_day;
use super::{Scene, now};

/// What is left to do before the meeting can be closed.
struct Left<'a> {
    items: Vec<&'a Item>,
    votes: Vec<&'a Item>,
    undecided: Vec<&'a Item>,
    officers: bool,
}

impl<'a> Left<'a> {
    fn of(scene: &Scene<'a>) -> Self {
        let items = || scene.meeting.items.iter();
        let decides = |i: &&Item| matches!(i.content.kind, ItemKind::Decision | ItemKind::Election);
        let silent = |i: &&Item| i.note.is_empty() && i.reports.is_empty();
        Self {
            items: items().filter(|i| i.paragraf.is_none()).collect(),
            votes: items().filter(|i| i.vote.is_some() && i.decision.is_none()).collect(),
            undecided: items()
                .filter(|i| i.paragraf.is_some() && i.vote.is_none() && i.decision.is_none())
                .filter(|i| (decides(i) || i.content.kind != ItemKind::Formal) && (decides(i) || silent(i)))
                .collect(),
            officers: scene.meeting.chair.is_none() || scene.meeting.secretary.is_none(),
        }
    }

    fn nothing(&self) -> bool {
        self.items.is_empty() && self.votes.is_empty() && self.undecided.is_empty() && !self.officers
    }
}

/// The page before the meeting is closed.
pub fn close(scene: &Scene<'_>, form: &Form, unsaved: &[ItemId]) -> Markup {
    let lang = scene.lang;
    let left = Left::of(scene);
    let list = |items: &[&Item]| {
        html! {
            ul {
                @for item in items {
                    li { a lang="sv" href=(scene.item_at(item.id, "behandling")) {
                        @if let Some(paragraf) = item.paragraf { "§\u{a0}" (paragraf) " " }
                        (item.content.title)
                    } }
                }
            }
        }
    };
    let body = html! {
        @if !left.items.is_empty() { p { (lang.t("meeting-left-items")) } (list(&left.items)) }
        @if !left.votes.is_empty() { p { (lang.t("meeting-left-votes")) } (list(&left.votes)) }
        @if !left.undecided.is_empty() { p { (lang.t("meeting-left-undecided")) } (list(&left.undecided)) }
        @if left.officers { p { a href=(scene.under("funktionarer")) { (lang.t("meeting-left-officers")) } } }
    };
    html! {
        (form.head())
        h1 { (lang.t("meeting-closing")) }
        p.lead lang="sv" { (scene.title()) }
        @if left.nothing() {
            (parts::note(Tone::Done, lang.t("meeting-left-nothing"), &html! { p { (lang.t("meeting-left-nothing-says")) } }))
        } @else {
            (parts::note(Tone::Late, lang.t("meeting-left"), &body))
        }
        (notes(scene, unsaved))
        p { (lang.t("meeting-close-reservations")) }
        (form.around(lang.t("meeting-close"), &html! {}))
        p { a href=(scene.home()) { (lang.t("meeting-back")) } }
    }
}

/// The notes that are written and not saved in the minutes, with the way to each.
pub(super) fn notes(scene: &Scene<'_>, unsaved: &[ItemId]) -> Markup {
    let lang = scene.lang;
    html! {
        @if !unsaved.is_empty() {
            (parts::note(Tone::Late, lang.t("meeting-note-unsaved"), &html! {
                p { (lang.t("meeting-notes-unsaved")) }
                ul {
                    @for item in unsaved.iter().filter_map(|id| scene.meeting.item(*id)) {
                        li {
                            a lang="sv" href={ (scene.item_at(item.id, "behandling")) "#anteckning" } {
                                @if let Some(paragraf) = item.paragraf { "§\u{a0}" (paragraf) " " }
                                (item.content.title)
                            }
                        }
                    }
                }
                p { (lang.t("meeting-notes-unsaved-instead")) }
            }))
        }
    }
}

/// The announcement on each board: what hangs where, and the forms that put up and take down.
pub fn posting(scene: &Scene<'_>) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let up = meeting.boards.iter().filter(|b| meeting.postings.get(b).is_some_and(|p| p.down.is_none()));
    let up: Vec<MemberId> = up.copied().collect();
    let missing: Vec<MemberId> =
        meeting.boards.iter().filter(|b| !meeting.postings.contains_key(b)).copied().collect();
    html! {
        @if let Some(sent) = scene.sent { (sent.head()) }
        h1 { (lang.t("meeting-posting-title")) }
        p.lead { a href=(scene.home()) lang="sv" { (scene.title()) } }
        p { (lang.t("meeting-posting-says")) }
        (boards(scene))
        (period(scene))
        @match meeting.attested_on() {
            None => (parts::empty(lang.t("meeting-posting-wait"), None)),
            Some(_) if !missing.is_empty() => {
                section aria-labelledby="satt-upp" {
                    h2 #satt-upp { (lang.t("meeting-post")) }
                    @if let Some(by) = now::last_day(scene, Step::PostNotice) {
                        p { (lang.t("due")) " " strong { (on_day(lang, by)) } }
                    }
                    (post_form(scene, &missing))
                }
            }
            Some(_) => {}
        }
        @if !up.is_empty() {
            section aria-labelledby="ta-ned" {
                h2 #ta-ned { (lang.t("meeting-take-down")) }
                (take_down_form(scene, &up))
            }
        }
    }
}

fn choices(scene: &Scene<'_>, boards: &[MemberId]) -> Vec<Choice> {
    boards.iter().map(|b| Choice::new(b, scene.member(*b))).collect()
}

fn post_form(scene: &Scene<'_>, missing: &[MemberId]) -> Markup {
    let lang = scene.lang;
    let action = scene.under("anslag");
    let mut form = scene.form(&action);
    if !scene.came_back(&action) {
        for board in missing {
            form.typed.add("board", board);
        }
        form = form.with("on", scene.today());
    }
    let planned = earliest_take_down(scene.today());
    let hint = lang.ta("meeting-post-down-hint", &[("day", on_day(lang, planned).into())]);
    form.around(
        lang.t("meeting-post-do"),
        &html! {
            (form.ticks("board", lang.t("meeting-post-boards"), choices(scene, missing)))
            (form.date("on", lang.t("meeting-post-on")))
            (form.date("down", lang.t("meeting-post-down")).hint(&hint).optional())
        },
    )
}

fn take_down_form(scene: &Scene<'_>, up: &[MemberId]) -> Markup {
    let lang = scene.lang;
    let action = scene.under("anslag/nedtagning");
    let mut form = scene.form(&action);
    if !scene.came_back(&action) {
        for board in up {
            form.typed.add("taken", board);
        }
        form = form.with("taken_on", scene.today());
    }
    form.around(
        lang.t("meeting-take-down-do"),
        &html! {
            (form.ticks("taken", lang.t("meeting-take-down-boards"), choices(scene, up)))
            (form.date("taken_on", lang.t("meeting-take-down-on")))
        },
    )
}

/// What hangs where.
fn boards(scene: &Scene<'_>) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let rows = html! {
        @for board in &meeting.boards {
            @let posting = meeting.postings.get(board);
            tr {
                th scope="row" lang="sv" { (scene.member(*board)) }
                td { @match posting { Some(p) => (day(lang, p.up)), None => "–" } }
                td {
                    @match posting.map(|p| (p.down, p.planned_down)) {
                        Some((Some(down), _)) => (day(lang, down)),
                        Some((None, planned)) => { (lang.t("meeting-planned-down")) " " (day(lang, planned)) },
                        None => "–",
                    }
                }
            }
        }
    };
    let columns = [
        Column::new(lang.t("meeting-board")),
        Column::new(lang.t("meeting-up")),
        Column::new(lang.t("meeting-down")),
    ];
    parts::table("tavlor", lang.t("meeting-boards"), &columns, &rows)
}

/// How much is left of the time to appeal.
fn period(scene: &Scene<'_>) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let everywhere =
        !meeting.boards.is_empty() && meeting.boards.iter().all(|b| meeting.postings.contains_key(b));
    let last = meeting.postings.values().map(|p| p.up).max().filter(|_| everywhere);
    html! {
        @if let Some(last) = last {
            @let ends = appeal_period_ends(last);
            @let days = calendar::days_between(scene.today(), ends);
            @if days >= 0 {
                (parts::counter(lang.t("meeting-appeal-left"), &days.to_string(), &lang.ta("meeting-appeal-ends", &[("days", days.into()), ("day", on_day(lang, ends).into())])))
            } @else {
                p { (lang.ta("meeting-appeal-over", &[("day", on_day(lang, ends).into())])) }
            }
        }
    }
}
