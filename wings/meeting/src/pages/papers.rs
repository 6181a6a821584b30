//! The pages on which a paper is read and then acted on: the notice, the minutes, the attestation, the extract.

use ::papers::{Appeal, Extract, Minutes, Notice};
use domain::ids::ItemId;
use domain::meeting::state::Phase;
use domain::step::Step;
use kit::form::Form;
use kit::parts::{self, Tone};
use kit::{Lang, at};
use maud::{Markup, html};

use super::words::on_day;
use super::{Scene, closing, correcting, now, reading};

/// The notice, with the button that sends it.
pub fn notice(scene: &Scene<'_>, paper: &Notice) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let unsent = meeting.notice.is_none() && meeting.opened.is_none() && !scene.recorded();
    let form = scene.form(&scene.under("kallelse"));
    let called = paper.recipients.members.len().saturating_add(paper.recipients.substitutes.len());
    html! {
        (form.head())
        h1 { (lang.t("meeting-notice")) }
        (head(scene, "kallelse.pdf", lang.t("meeting-notice")))
        @if unsent && scene.rights.notice {
            @let body = html! {
                p { (lang.ta("meeting-send-says", &[("count", called.into())])) }
                @if let Some(by) = now::last_day(scene, Step::SendNotice) {
                    p { (lang.t("due")) " " strong { (on_day(lang, by)) } }
                }
                (form.around(lang.t("meeting-send"), &html! {}))
            };
            (parts::note(Tone::Now, lang.t("meeting-send-title"), &body))
        } @else if unsent {
            (parts::note(Tone::Wait, lang.t("meeting-notice-unsent"), &html! { p { (lang.t("meeting-notice-draft")) } }))
        }
        (reading::notice(paper))
    }
}

/// What stands above a paper: the meeting, and the PDF.
fn head(scene: &Scene<'_>, pdf: &str, what: &str) -> Markup {
    html! {
        p.lead { a href=(scene.home()) lang="sv" { (scene.title()) } }
        (parts::outputs(scene.lang, &[("PDF", scene.under(pdf), what)]))
    }
}

/// The minutes as they stand, with the button that writes them out.
pub fn minutes(scene: &Scene<'_>, paper: &Minutes, unsaved: &[ItemId]) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let form = scene.form(&scene.under("protokoll"));
    let writes = scene.rights.keep && meeting.closed.is_some() && !meeting.is_sealed() && !scene.recorded();
    html! {
        (form.head())
        h1 { (lang.t("meeting-minutes")) }
        (head(scene, "protokoll.pdf", lang.t("meeting-minutes")))
        @if scene.rights.keep { (correcting::refusals(scene)) }
        @match meeting.phase() {
            Phase::Planned | Phase::Noticed | Phase::Opened => {
                (parts::note(Tone::Wait, lang.t("meeting-minutes-going"), &html! { p { (lang.t("meeting-minutes-going-says")) } }))
            }
            Phase::Closed | Phase::Written if writes => {
                (closing::notes(scene, unsaved))
                @let first = meeting.written.is_none();
                @let body = html! {
                    p { (lang.t(if first { "meeting-write-says" } else { "meeting-write-again-says" })) }
                    (form.around(lang.t(if first { "meeting-write" } else { "meeting-write-again" }), &html! {}))
                };
                (parts::note(if first { Tone::Now } else { Tone::Plain }, lang.t(if first { "meeting-write-title" } else { "meeting-written-title" }), &body))
            }
            Phase::Closed | Phase::Written | Phase::Attested | Phase::Posted | Phase::TakenDown => {}
        }
        (reading::minutes(paper))
    }
}

/// The minutes in full, and under them the button that attests them.
pub fn attestation(scene: &Scene<'_>, paper: &Minutes, form: &Form) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let mine = scene.reader.and_then(|me| meeting.attested.get(&me));
    let range = paper.range().map(|r| ::papers::paragrafs(&[r])).unwrap_or_default();
    html! {
        (form.head())
        h1 { (lang.t("meeting-attest-title")) }
        (head(scene, "protokoll.pdf", lang.t("meeting-minutes")))
        @match mine {
            Some(on) => {
                (parts::note(Tone::Done, lang.t("meeting-attested-already"), &html! {
                    p { (lang.ta("meeting-attested-you", &[("day", on_day(lang, *on).into())])) }
                }))
            }
            None if meeting.written.is_none() => {
                (parts::note(Tone::Wait, lang.t("meeting-attest-wait"), &html! { p { (lang.t("meeting-attest-wait-says")) } }))
            }
            None => p { (lang.t("meeting-attest-read")) },
        }
        (reading::minutes(paper))
        @if mine.is_none() && meeting.written.is_some() {
            section.sign aria-labelledby="justera" {
                h2 #justera { (lang.t("meeting-attest")) }
                p { (lang.ta("meeting-attest-says", &[("range", range.into())])) }
                (form.around(lang.t("meeting-attest-do"), &html! { (form.hidden(SEEN)) }))
                (correcting::refusal(scene))
            }
        }
    }
}

/// The field that says which version of the minutes was read.
pub const SEEN: &str = "seen";

/// One paragraph, read inside the association.
pub fn extract(scene: &Scene<'_>, paper: &Extract) -> Markup {
    let lang = scene.lang;
    let number = paper.paragraf.number;
    html! {
        h1 { (lang.ta("meeting-extract", &[("number", number.into())])) }
        (head(scene, &format!("protokoll/{number}.pdf"), lang.t("meeting-extract-short")))
        p { a href=(scene.under("protokoll")) { (lang.t("meeting-minutes-whole")) } }
        (reading::extract(paper))
    }
}

/// The minutes for anybody: attested and announced.
pub fn public_minutes(lang: Lang, paper: &Minutes, at: &str) -> Markup {
    html! {
        h1 { (lang.t("meeting-minutes")) }
        p.lead lang="sv" { (paper.association.name) }
        (parts::outputs(lang, &[("PDF", format!("{at}.pdf"), lang.t("meeting-minutes"))]))
        (appeal_first(lang, paper.appeal.as_ref()))
        @if !paper.paragraphs.is_empty() {
            nav.contents aria-labelledby="innehallet" {
                h2 #innehallet { (lang.t("meeting-contents")) }
                ul.plain-list {
                    @for one in &paper.paragraphs {
                        li {
                            a href={ "#p" (one.number) } lang="sv" { "§\u{a0}" (one.number) " " (one.title) }
                            " (" a href={ (at) "/" (one.number) } { (lang.t("meeting-extract-short")) span.visually-hidden { " § " (one.number) } } ")"
                        }
                    }
                    @if paper.appeal.is_some() { li { a href="#overklaga" { (lang.t("meeting-appeal-how")) } } }
                }
            }
        }
        (reading::minutes(paper))
        p { a href=(at::BOARDS) { (lang.t("boards")) } }
    }
}

/// Until when, where, and the way to how: what somebody who wants to appeal looks for first.
fn appeal_first(lang: Lang, appeal: Option<&Appeal>) -> Markup {
    let Some(appeal) = appeal else { return html! {} };
    html! {
        section aria-labelledby="overklagande" {
            h2 #overklagande { (lang.t("meeting-appeal")) }
            p {
                @match appeal.last_day {
                    Some(last) => (lang.ta("meeting-appeal-until", &[("day", on_day(lang, last).into())])),
                    None => (lang.t("meeting-appeal-not-yet")),
                }
                " " (lang.t("meeting-appeal-to")) " " span lang="sv" { (appeal.court) } ". "
                a href="#overklaga" { (lang.t("meeting-appeal-how")) }
            }
        }
    }
}

/// One paragraph for anybody.
pub fn public_extract(lang: Lang, paper: &Extract, minutes: &str) -> Markup {
    let number = paper.paragraf.number;
    html! {
        h1 { (lang.ta("meeting-extract", &[("number", number.into())])) }
        p.lead lang="sv" { (paper.association.name) }
        (parts::outputs(lang, &[("PDF", format!("{minutes}/{number}.pdf"), lang.t("meeting-extract-short"))]))
        p { a href=(minutes) { (lang.t("meeting-minutes-whole")) } }
        (appeal_first(lang, paper.appeal.as_ref()))
        (reading::extract(paper))
    }
}

/// Minutes that are not public, or not there: why, and where to look.
pub fn not_public(lang: Lang) -> Markup {
    html! {
        h1 { (lang.t("meeting-not-public")) }
        p { (lang.t("meeting-not-public-says")) }
        p { (lang.t("meeting-not-public-then")) }
        p { a href=(at::BOARDS) { (lang.t("boards")) } }
    }
}
