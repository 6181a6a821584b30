//! Meetings with made-up data, for the gallery: the usual at each step, the empty, the longest.

mod story;

use domain::FieldError;
use domain::ids::{BodyId, ItemId};
use domain::meeting::paragraf::WriteNote;
use domain::meeting::state::Meeting;
use jiff::civil::date;
use kit::Lang;
use kit::form::{Form, Problem};
use maud::Markup;
use papers::Extract;

use self::story::{APPLICATION, CHAIR, MEETING, MEMBER, Story};
use super::papers as pages_of;
use super::{Noting, Rights, Scene, acts, agenda, attendance, closing, handling, list, one, plan};

const BASE: &str = "/f/mellanbygden";

/// What the office may.
const OFFICE: Rights = Rights {
    plan: true,
    notice: true,
    keep: true,
    propose: false,
    vote: false,
    reserve: false,
    attest: false,
    post: true,
    register: true,
    read_register: true,
    initiatives: true,
};

/// What a member who serves and attests may.
const SERVES: Rights = Rights {
    plan: false,
    notice: false,
    keep: false,
    propose: true,
    vote: true,
    reserve: true,
    attest: true,
    post: false,
    register: false,
    read_register: true,
    initiatives: true,
};

/// Every page of meetings, by name.
pub fn all(lang: Lang) -> Vec<(&'static str, Markup)> {
    [lists(lang), before(lang), during(lang), after(lang), longest(lang)].concat()
}

/// A page of the sample meeting as it stands at the end of a story.
fn page(
    lang: Lang,
    story: &Story,
    rights: Rights,
    sent: Option<&Form>,
    show: impl FnOnce(&Scene<'_>) -> Markup,
) -> Markup {
    let Some(meeting) = story.association.meetings.get(&MEETING) else { return Markup::default() };
    show(&scene(lang, story, meeting, rights, sent))
}

fn scene<'a>(
    lang: Lang,
    story: &'a Story,
    meeting: &'a Meeting,
    rights: Rights,
    sent: Option<&'a Form>,
) -> Scene<'a> {
    let reader = Some(if rights == OFFICE { CHAIR } else { MEMBER });
    Scene {
        lang,
        now: story.now,
        base: BASE,
        association: &story.association,
        meeting,
        reader,
        voted: &story.voted,
        noting: Noting::default(),
        rights,
        seed: "018f",
        sent,
    }
}

fn lists(lang: Lang) -> Vec<(&'static str, Markup)> {
    let (story, ahead) = (Story::posted(), Story::noticed());
    let today = story.now.date();
    let list = list::list(lang, &story.association, true, |_| true);
    let new = format!("{BASE}/sammantraden/nytt");
    let rows = list::rows(&story.association, today);
    let coming = list::rows(&ahead.association, ahead.now.date());
    let many: Vec<_> = rows.iter().chain(&coming).copied().cycle().take(60).collect();
    let page = |rows, may_plan| list::show(lang, &list.drawn([], rows), may_plan, "/f/exempel/uppdrag");
    let bodies = [(BodyId(1), "Styrelsen".to_owned()), (BodyId(2), "Arbetsutskottet".to_owned())];
    let form = Form::new(lang, format!("{BASE}/sammantraden"), "018f").with("on", "31 juni");
    let wrong = Form {
        problem: Some(Problem::Fields(vec![
            FieldError::new("on", swedish::reading::Unread::Day.to_string()),
            FieldError::new("place", "Skriv var sammanträdet hålls."),
        ])),
        ..form.clone()
    };
    vec![
        ("meetings", page(rows, Some(&*new))),
        ("meetings-empty", page(Vec::new(), Some(&*new))),
        ("meetings-longest", page(many, None)),
        ("meeting-plan", plan::show(&form, &bodies)),
        ("meeting-plan-wrong", plan::show(&wrong, &bodies)),
    ]
}

fn before(lang: Lang) -> Vec<(&'static str, Markup)> {
    let (planned, noticed) = (Story::planned(), Story::noticed());
    let item = |scene: &Scene<'_>| {
        let form = scene.form(&scene.under("punkter")).with("kind", "decision");
        agenda::item_form(scene, &form, lang.t("meeting-item-add"), lang.t("meeting-item-add-do"))
    };
    vec![
        ("meeting-planned", page(lang, &planned, OFFICE, None, one::show)),
        ("meeting-planned-member", page(lang, &planned, SERVES, None, one::show)),
        ("meeting-item", page(lang, &planned, OFFICE, None, item)),
        ("meeting-notice", page(lang, &planned, OFFICE, None, notice(&planned))),
        ("meeting-notice-member", page(lang, &noticed, SERVES, None, notice(&noticed))),
        ("meeting-noticed", page(lang, &noticed, OFFICE, None, one::show)),
    ]
}

fn during(lang: Lang) -> Vec<(&'static str, Markup)> {
    let (opened, running, voting) = (Story::opened(), Story::running(), Story::voting());
    let secret = Story::secret();
    let on = |scene: &Scene<'_>, show: &dyn Fn(&Scene<'_>, &domain::meeting::state::Item) -> Markup| {
        scene.meeting.item(APPLICATION).map(|item| show(scene, item)).unwrap_or_default()
    };
    let form = |scene: &Scene<'_>, noun: &str| scene.form(&scene.item_at(APPLICATION, noun));
    let officers = |scene: &Scene<'_>| attendance::officers(scene, &scene.form(&scene.under("funktionarer")));
    let close = |scene: &Scene<'_>| closing::close(scene, &scene.form(&scene.under("avslutning")), &[]);
    vec![
        ("meeting-opened", page(lang, &opened, OFFICE, None, one::show)),
        ("meeting-roll", page(lang, &opened, OFFICE, None, |s| attendance::show(s, false))),
        ("meeting-officers-nobody", page(lang, &opened, OFFICE, None, officers)),
        ("meeting-officers", page(lang, &running, OFFICE, None, officers)),
        ("meeting-attendance", page(lang, &running, OFFICE, None, |s| attendance::show(s, true))),
        ("meeting-running", page(lang, &running, OFFICE, None, one::show)),
        ("meeting-running-member", page(lang, &voting, SERVES, None, one::show)),
        ("meeting-item-up", page(lang, &running, OFFICE, None, |s| on(s, &handling::show))),
        (
            "meeting-item-unsaved",
            page(lang, &running, OFFICE, None, |s| {
                let text = "Förbundschefen föredrog ärendet. Ledamöterna frågade om bemanningen.".into();
                let written = WriteNote { meeting: MEETING, item: APPLICATION, text, reports: Vec::new() };
                let last = s.reader.map(|by| (by, s.now));
                let noting = Noting { version: 3, written: Some(&written), last };
                on(&Scene { noting, ..*s }, &handling::show)
            }),
        ),
        ("meeting-item-vote", page(lang, &voting, OFFICE, None, |s| on(s, &handling::show))),
        ("meeting-item-ballot", page(lang, &voting, SERVES, None, |s| on(s, &handling::show))),
        ("meeting-item-secret", page(lang, &secret, SERVES, None, |s| on(s, &handling::show))),
        (
            "meeting-proposal",
            page(lang, &running, OFFICE, None, |s| {
                on(s, &|s, i| acts::proposal(s, i, &form(s, "yrkanden"), false))
            }),
        ),
        (
            "meeting-vote",
            page(lang, &voting, OFFICE, None, |s| on(s, &|s, i| acts::vote(s, i, &form(s, "omrostning")))),
        ),
        (
            "meeting-disqualify",
            page(lang, &running, OFFICE, None, |s| {
                on(s, &|s, i| acts::disqualification(s, i, &form(s, "jav")))
            }),
        ),
        (
            "meeting-reserve",
            page(lang, &running, SERVES, None, |s| {
                on(s, &|s, i| acts::reservation(s, i, &form(s, "min-reservation"), true))
            }),
        ),
        (
            "meeting-assign",
            page(lang, &running, OFFICE, None, |s| {
                on(s, &|s, i| acts::assignment(s, i, &form(s, "uppdrag")))
            }),
        ),
        ("meeting-closing", page(lang, &running, OFFICE, None, close)),
    ]
}

fn after(lang: Lang) -> Vec<(&'static str, Markup)> {
    let (closed, written, attested, posted) =
        (Story::closed(), Story::written(), Story::attested(), Story::posted());
    let attest = |scene: &Scene<'_>| {
        let form = scene.form(&scene.under("justering")).with(pages_of::SEEN, "9f86d081884c7d65");
        written.minutes(scene).map(|paper| pages_of::attestation(scene, &paper, &form)).unwrap_or_default()
    };
    let extract = |scene: &Scene<'_>| {
        let paragraf = scene.meeting.item(APPLICATION).and_then(|i| i.paragraf).unwrap_or_default();
        let paper = posted.minutes(scene).and_then(|minutes| Extract::of(&minutes, paragraf));
        paper.map(|paper| pages_of::extract(scene, &paper)).unwrap_or_default()
    };
    let public = |scene: &Scene<'_>| {
        let paper = posted.minutes(scene);
        paper.map(|p| pages_of::public_minutes(lang, &p, "/protokoll/mellanbygden/1")).unwrap_or_default()
    };
    vec![
        ("meeting-closed", page(lang, &closed, OFFICE, None, one::show)),
        ("meeting-minutes", page(lang, &closed, OFFICE, None, minutes(&closed))),
        ("meeting-attest", page(lang, &written, SERVES, None, attest)),
        ("meeting-attested", page(lang, &attested, OFFICE, None, one::show)),
        ("meeting-posting", page(lang, &attested, OFFICE, None, closing::posting)),
        ("meeting-posted", page(lang, &posted, SERVES, None, one::show)),
        ("meeting-posting-up", page(lang, &posted, OFFICE, None, closing::posting)),
        ("meeting-extract", page(lang, &posted, SERVES, None, extract)),
        ("minutes-public", page(lang, &posted, SERVES, None, public)),
        ("minutes-not-public", pages_of::not_public(lang)),
    ]
}

/// The notice of a story's meeting.
fn notice(story: &Story) -> impl FnOnce(&Scene<'_>) -> Markup {
    |scene| story.notice(scene).map(|paper| pages_of::notice(scene, &paper)).unwrap_or_default()
}

/// The minutes of a story's meeting.
fn minutes(story: &Story) -> impl FnOnce(&Scene<'_>) -> Markup {
    |scene| story.minutes(scene).map(|paper| pages_of::minutes(scene, &paper, &[])).unwrap_or_default()
}

/// Long words and many of them, on the pages where they hurt.
fn longest(lang: Lang) -> Vec<(&'static str, Markup)> {
    let story = Story::longest();
    let item = |scene: &Scene<'_>| {
        scene.meeting.item(ItemId(20)).map(|item| handling::show(scene, item)).unwrap_or_default()
    };
    vec![
        ("meeting-longest", page(lang, &story, OFFICE, None, one::show)),
        ("meeting-minutes-longest", page(lang, &story, OFFICE, None, minutes(&story))),
        ("meeting-item-longest", page(lang, &story, OFFICE, None, item)),
        ("meeting-old", page(lang, &Story::old(), SERVES, None, one::show)),
    ]
}

/// The day the sample meeting is held.
pub(super) fn day() -> jiff::civil::Date {
    date(2026, 3, 20)
}
