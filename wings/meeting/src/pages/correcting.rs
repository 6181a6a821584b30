//! Putting right: what was entered is taken back, an item is left without a decision, another attests.

use domain::decision::{Ctx, Refusal};
use domain::ids::PersonId;
use domain::meeting::entry::Entered;
use domain::meeting::events::Entry;
use domain::meeting::state::Item;
use kit::form::{Choice, Form};
use kit::format::moment;
use kit::parts::{self, Tone};
use maud::{Markup, html};

use super::Scene;
use super::words::on_day;

/// An entry as the form sends it.
pub fn value(entry: Entry) -> String {
    serde_json::to_string(&entry).unwrap_or_default()
}

/// An entry as the form sent it.
pub fn read(value: &str) -> Option<Entry> {
    serde_json::from_str(value).ok()
}

/// What was entered at the meeting, what may be taken back of it, and what has been.
pub fn show(scene: &Scene<'_>, form: &Form) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let entered = Entered { state: scene.association, meeting };
    let ctx = Ctx { now: scene.now, ..Ctx::look(scene.today()) };
    let (mut may, mut rests) = (Vec::new(), Vec::new());
    for entry in entered.all() {
        let says = entered.says(entry).unwrap_or_default();
        match entered.may_go(entry, &ctx) {
            Ok(()) => may.push(Choice::new(value(entry), says)),
            Err(refusal) => rests.push((says, why_not(&refusal))),
        }
    }
    may.reverse();
    html! {
        (form.head())
        h1 { (lang.t("correct-title")) }
        p.lead { a href=(scene.home()) lang="sv" { (scene.title()) } }
        p { (lang.t(if meeting.closed.is_some() { "correct-says-closed" } else { "correct-says" })) }
        @if may.is_empty() {
            (parts::note(Tone::Plain, lang.t("correct-nothing"), &html! { p { (lang.t("correct-nothing-says")) } }))
        } @else {
            (form.around(lang.t("correct-do"), &html! {
                (form.radios("entry", lang.t("correct-what"), may))
                (form.area("why", lang.t("correct-why")).hint(lang.t("correct-why-hint")).rows(2))
            }))
        }
        @if !rests.is_empty() {
            details {
                summary { (lang.t("correct-rests")) " (" (rests.len()) ")" }
                ul lang="sv" { @for (says, why) in &rests { li { (says) span.beneath { (why) } } } }
            }
        }
        (history(scene))
    }
}

/// What is in the way, in one sentence.
fn why_not(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Order { says, instead } => {
            instead.as_ref().map_or_else(|| says.clone(), |instead| format!("{says} {instead}"))
        }
        Refusal::Law(findings) => findings.first().map(|f| f.says.clone()).unwrap_or_default(),
        Refusal::Fields(_)
        | Refusal::ReasonNeeded(_)
        | Refusal::Changed(_)
        | Refusal::NotFound(_)
        | Refusal::Denied(_) => String::new(),
    }
}

/// What has been taken back: what it was, why, by whom and when.
pub(super) fn history(scene: &Scene<'_>) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    html! {
        @if !meeting.taken_back.is_empty() {
            section aria-labelledby="rattat" {
                h2 #rattat { (lang.t("correct-history")) }
                ul {
                    @for taken in &meeting.taken_back {
                        li {
                            span lang="sv" { (taken.was) }
                            span.beneath {
                                span lang="sv" { (taken.why) } " – "
                                span lang="sv" { (scene.who(taken.by)) } ", "
                                (moment(lang, taken.at))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// An item is left without a decision.
pub fn undecided(scene: &Scene<'_>, item: &Item, form: &Form) -> Markup {
    let lang = scene.lang;
    let ways = vec![
        Choice::new("postponed", lang.t("undecided-postponed")).hint(lang.t("undecided-postponed-hint")),
        Choice::new("withdrawn", lang.t("undecided-withdrawn")).hint(lang.t("undecided-withdrawn-hint")),
        Choice::new("no_quorum", lang.t("undecided-no-quorum")).hint(lang.t("undecided-no-quorum-hint")),
    ];
    let body = html! {
        p { (lang.t("undecided-says")) }
        (form.around(lang.t("undecided-do"), &html! {
            (form.radios("how", lang.t("undecided-how"), ways))
            (form.area("text", lang.t("undecided-text")).hint(lang.t("undecided-text-hint")).optional().rows(2))
        }))
    };
    super::acts::page(scene, item, form, lang.t("undecided-title"), &body)
}

/// Somebody else attests, or a later meeting does.
pub fn attesters(scene: &Scene<'_>) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let (replace, later) =
        (scene.form(&scene.under("justering/byte")), scene.form(&scene.under("justering/senare")));
    let waiting: Vec<PersonId> =
        meeting.must_attest().into_iter().filter(|p| !meeting.attested.contains_key(p)).collect();
    let stands: Vec<PersonId> = meeting.must_attest().into_iter().collect();
    let mut others: Vec<PersonId> =
        meeting.attendance.iter().filter(|a| a.serves()).map(|a| a.person).collect();
    others.dedup();
    others.retain(|p| !stands.contains(p) && !meeting.replaced.contains_key(p));
    let choices = |people: &[PersonId]| people.iter().map(|p| Choice::new(p, scene.who(*p))).collect();
    let items = later_items(scene);
    html! {
        (replace.head()) (later.head())
        h1 { (lang.t("attesters-title")) }
        p.lead { a href=(scene.home()) lang="sv" { (scene.title()) } }
        @if meeting.attested_on().is_some() || meeting.closed.is_none() {
            (parts::note(Tone::Plain, lang.t("attesters-nothing"), &html! { p { (lang.t("attesters-nothing-says")) } }))
        } @else {
            (refusals(scene))
            section aria-labelledby="byte" {
                h2 #byte { (lang.t("attesters-replace")) }
                p { (lang.t("attesters-replace-says")) }
                (replace.around(lang.t("attesters-replace-do"), &html! {
                    (replace.select("instead_of", lang.t("attesters-instead-of"), choices(&waiting)))
                    (replace.select("by", lang.t("attesters-by"), choices(&others)))
                    (replace.area("decided", lang.t("attesters-decided")).hint(lang.t("attesters-decided-hint")).rows(2))
                }))
            }
            section aria-labelledby="senare" {
                h2 #senare { (lang.t("attesters-later")) }
                p { (lang.t("attesters-later-says")) }
                @if items.is_empty() { p { (lang.t("attesters-later-none")) } } @else {
                    (later.around(lang.t("attesters-later-do"), &html! {
                        (later.select("item", lang.t("attesters-later-item"), items))
                    }))
                }
            }
        }
    }
}

/// The items decided at later meetings of the body.
fn later_items(scene: &Scene<'_>) -> Vec<Choice> {
    let this = &scene.meeting.plan;
    let later = scene
        .association
        .meetings
        .values()
        .filter(|m| m.plan.body == this.body && (m.plan.on, m.plan.from) > (this.on, this.from))
        .filter(|m| m.attested_on().is_some());
    later
        .flat_map(|m| m.items.iter().filter(|i| i.decision.is_some()).map(move |i| (m, i)))
        .map(|(m, i)| {
            let says = format!(
                "{}, § {} {}",
                swedish::days::in_words(m.day()),
                i.paragraf.unwrap_or_default(),
                i.content.title
            );
            Choice::new(format!("{}/{}", m.id(), i.id), says)
        })
        .collect()
}

/// Who would not attest, and why.
pub(super) fn refusals(scene: &Scene<'_>) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let body = html! {
        ul {
            @for refused in &meeting.refused {
                li {
                    strong lang="sv" { (scene.who(refused.by)) } ", " (on_day(lang, refused.on))
                    @if let Some(paragraf) = refused.paragraf { ", §\u{a0}" (paragraf) }
                    ": " span lang="sv" { (refused.why) }
                }
            }
        }
    };
    html! {
        @if !meeting.refused.is_empty() && meeting.attested_on().is_none() {
            (parts::note(Tone::Late, lang.t("attesters-refused"), &body))
        }
    }
}

/// The form of one who will not attest what stands there.
pub fn refusal(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let form = scene.form(&scene.under("justering/hinder"));
    let paragraphs = scene.meeting.items.iter().filter_map(|i| Some((i.paragraf?, &i.content.title)));
    let mut choices = vec![Choice::new("", lang.t("attest-refuse-whole"))];
    choices.extend(paragraphs.map(|(number, title)| Choice::new(number, format!("§ {number} {title}"))));
    html! {
        details open[scene.came_back(&form.action)] {
            summary { (lang.t("attest-refuse")) }
            p { (lang.t("attest-refuse-says")) }
            (form.around(lang.t("attest-refuse-do"), &html! {
                (form.select("paragraf", lang.t("attest-refuse-where"), choices).optional())
                (form.area("why", lang.t("attest-refuse-why")).rows(3))
            }))
        }
    }
}
