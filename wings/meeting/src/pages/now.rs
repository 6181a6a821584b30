//! What is to be done now: by whom, by which day, by which rule, and where the reader does it.

use domain::duties;
use domain::meeting::state::{Item, Phase};
use domain::step::Step;
use jiff::civil::Date;
use kit::at;
use kit::parts::{self, Tone};
use maud::{Markup, html};
use statute::calendar;
use statute::rules::meetings::{appeal_period_ends, earliest_take_down};

use super::Scene;
use super::words::on_day;

/// One thing to do.
struct Task {
    /// What, as a sentence.
    what: String,
    /// Whose it is; nobody's when there is only to wait, or nothing at all.
    who: Option<String>,
    /// By which day.
    by: Option<Date>,
    /// The rule behind it.
    rule: Option<&'static str>,
    /// How the reader does it: a link or a button.
    how: Option<Markup>,
}

impl Task {
    fn new(what: impl Into<String>, who: impl Into<String>) -> Self {
        Self { what: what.into(), who: Some(who.into()), by: None, rule: None, how: None }
    }

    /// Nothing that anybody does.
    fn rest(what: impl Into<String>) -> Self {
        Self { what: what.into(), who: None, by: None, rule: None, how: None }
    }

    fn by(mut self, day: Option<Date>, rule: &'static str) -> Self {
        self.by = day;
        self.rule = Some(rule);
        self
    }

    fn how(mut self, may: bool, how: impl FnOnce() -> Markup) -> Self {
        self.how = may.then(how);
        self
    }
}

/// The box at the top of the meeting's page.
pub(super) fn show(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    if let Some(source) = &scene.meeting.source {
        let body = html! {
            p { (lang.t("meeting-recorded-says")) }
            p lang="sv" { (source) }
        };
        return parts::note(Tone::Plain, lang.t("meeting-recorded"), &body);
    }
    let task = task(scene);
    let late = task.by.is_some_and(|by| by < scene.today());
    let (tone, title) = match (&task.who, &task.how) {
        (None, Some(_)) if scene.running() => (Tone::Now, lang.t("meeting-now")),
        (None, _) if scene.phase() == Phase::Posted => (Tone::Wait, lang.t("meeting-now-wait")),
        (None, _) => (Tone::Done, lang.t("meeting-now-done")),
        (Some(_), Some(_)) => (if late { Tone::Late } else { Tone::Now }, lang.t("meeting-now-you")),
        (Some(_), None) => (if late { Tone::Late } else { Tone::Plain }, lang.t("meeting-now")),
    };
    let body = html! {
        p.now-what { (task.what) }
        @if let Some(who) = &task.who { p { (lang.t("meeting-now-who")) " " strong { (who) } } }
        @if let Some(by) = task.by {
            p {
                @if late { (parts::status(Tone::Late, lang.t("late"))) " " }
                (lang.t("due")) " " strong { (on_day(lang, by)) }
                (left(scene, by))
            }
        }
        @if let Some(rule) = task.rule.and_then(statute::catalogue::rule) {
            p.now-rule { (lang.t("meeting-now-rule")) " " a lang="sv" href=(at::rule(&rule.id)) { (rule.title) } }
        }
        @if let Some(how) = &task.how { div.now-how { (how) } }
    };
    parts::note(tone, title, &body)
}

/// How many days are left, when few enough to count.
fn left(scene: &Scene<'_>, by: Date) -> Markup {
    let days = calendar::days_between(scene.today(), by);
    html! {
        @if (0..=60).contains(&days) { " (" (scene.lang.ta("meeting-days-left", &[("days", days.into())])) ")" }
    }
}

/// A link that looks like the main button.
fn go(href: &str, label: &str) -> Markup {
    html! { p.actions { a.main href=(href) { (label) } } }
}

/// A button that takes the step at once.
pub(super) fn press(scene: &Scene<'_>, noun: &str, label: &str, main: bool) -> Markup {
    let form = scene.form(&scene.under(noun));
    html! {
        form.form.button-form method="post" action=(form.action) {
            (form.hidden_id())
            button.main[main] type="submit" { (label) }
        }
    }
}

fn task(scene: &Scene<'_>) -> Task {
    match scene.phase() {
        Phase::Planned => planned(scene),
        Phase::Noticed => noticed(scene),
        Phase::Opened => running(scene),
        Phase::Closed => closed(scene),
        Phase::Written => written(scene),
        Phase::Attested => attested(scene),
        Phase::Posted => posted(scene),
        Phase::TakenDown => Task::rest(scene.lang.t("meeting-do-nothing")),
    }
}

fn planned(scene: &Scene<'_>) -> Task {
    let lang = scene.lang;
    let who = lang.t(if scene.is_board() { "meeting-who-office-chair" } else { "meeting-who-office" });
    if scene.meeting.plan.extra.is_some() && scene.today() >= scene.meeting.plan.on {
        return Task::new(lang.t("meeting-do-open-extra"), who).how(scene.rights.keep, || {
            html! {
                (go(&scene.under("kallelse"), lang.t("meeting-see-notice")))
                (press(scene, "oppnande", lang.t("meeting-open"), true))
            }
        });
    }
    Task::new(lang.t("meeting-do-notice"), who)
        .by(last_day(scene, Step::SendNotice), "notice-period")
        .how(scene.rights.notice, || go(&scene.under("kallelse"), lang.t("meeting-review-notice")))
}

/// The last day of a step of the meeting, where a rule sets one.
pub(super) fn last_day(scene: &Scene<'_>, step: Step) -> Option<Date> {
    duties::of_step(scene.association, scene.meeting, step, scene.today())?.due()
}

fn noticed(scene: &Scene<'_>) -> Task {
    let lang = scene.lang;
    let on = scene.meeting.plan.on;
    if scene.today() < on {
        let called = scene
            .meeting
            .notice
            .as_ref()
            .is_some_and(|sent| scene.reader.is_some_and(|me| sent.to.contains(&me)));
        let days = calendar::days_between(scene.today(), on);
        return Task::new(
            lang.ta("meeting-do-read", &[("day", on_day(lang, on).into()), ("days", days.into())]),
            lang.t("meeting-who-called"),
        )
        .how(called || scene.rights.keep, || go(&scene.under("kallelse"), lang.t("meeting-see-notice")));
    }
    Task::new(lang.t("meeting-do-open"), lang.t("meeting-who-office-chair"))
        .how(scene.rights.keep, || press(scene, "oppnande", lang.t("meeting-open"), true))
}

fn running(scene: &Scene<'_>) -> Task {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let keeper = || lang.t("meeting-who-keeper");
    if let Some(task) = ballot(scene) {
        return task;
    }
    if let Some(item) = scene.latest_item().filter(|_| !scene.rights.keep) {
        return followed(scene, item);
    }
    if meeting.serving().next().is_none() {
        return Task::new(lang.t("meeting-do-attendance"), keeper())
            .how(scene.rights.keep, || go(&scene.under("narvaro"), lang.t("meeting-attendance-note")));
    }
    if meeting.chair.is_none() || meeting.secretary.is_none() {
        return Task::new(lang.t("meeting-do-officers"), keeper())
            .how(scene.rights.keep, || go(&scene.under("funktionarer"), lang.t("meeting-officers-name")));
    }
    if let Some(item) = unfinished(scene) {
        let what = lang.ta(
            "meeting-do-finish",
            &[
                ("paragraf", item.paragraf.unwrap_or_default().into()),
                ("title", item.content.title.as_str().into()),
            ],
        );
        return Task::new(what, keeper())
            .how(scene.rights.keep, || go(&scene.item_at(item.id, "behandling"), lang.t("meeting-to-item")));
    }
    if let Some(item) = scene.next_item() {
        let what = lang.ta(
            "meeting-do-next",
            &[
                ("place", scene.place(item.id).into()),
                ("title", item.content.title.as_str().into()),
                ("paragraf", scene.next_paragraf().into()),
            ],
        );
        return Task::new(what, keeper())
            .how(scene.rights.keep, || take_up(scene, item, lang.t("meeting-take-up-next"), true));
    }
    Task::new(lang.t("meeting-do-close"), keeper())
        .how(scene.rights.keep, || go(&scene.under("avslutning"), lang.t("meeting-close-review")))
}

/// What a member sees while the meeting runs: the item that is up, what it says, and what they can do under it.
fn followed(scene: &Scene<'_>, item: &Item) -> Task {
    let lang = scene.lang;
    let told = [
        ("paragraf", item.paragraf.unwrap_or_default().into()),
        ("title", item.content.title.as_str().into()),
    ];
    let mine = scene.takes_part(item) && item.decision.is_none();
    let proposes = mine && scene.rights.propose && item.vote.is_none();
    let reserves = scene.takes_part(item) && scene.rights.reserve && item.decision.is_some();
    let how = html! {
        (super::agenda::details(scene, item))
        p.actions {
            a.main[!proposes && !reserves] href=(scene.item_at(item.id, "behandling")) { (lang.t("meeting-to-item")) }
            @if proposes { a.main href=(scene.item_at(item.id, "mitt-yrkande")) { (lang.t("meeting-proposal-add")) } }
            @if reserves { a.main href=(scene.item_at(item.id, "min-reservation")) { (lang.t("meeting-reserve")) } }
        }
    };
    let mut task = Task::rest(lang.ta("meeting-now-up", &told));
    task.how = Some(how);
    task
}

/// The button that takes up an item.
pub(super) fn take_up(scene: &Scene<'_>, item: &Item, label: &str, main: bool) -> Markup {
    press(scene, &format!("punkter/{}/behandling", item.id), label, main)
}

/// A vote that waits: for the reader's ballot, or for the others'.
fn ballot(scene: &Scene<'_>) -> Option<Task> {
    let lang = scene.lang;
    let item = scene.votes().next()?;
    let vote = item.vote.as_ref()?;
    let title = || vec![("title", item.content.title.as_str().into())];
    let mine = scene.reader.filter(|_| scene.rights.vote && scene.takes_part(item));
    let to_item = || go(&scene.item_at(item.id, "behandling"), lang.t("meeting-to-vote"));
    if let Some(me) = mine.filter(|me| !vote.waits_for_lot() && !scene.has_voted(item, *me)) {
        return Some(Task::new(lang.ta("meeting-do-vote", &title()), scene.person(me)).how(true, to_item));
    }
    let waiting = scene.meeting.serving_in(item).filter(|a| !scene.has_voted(item, a.person)).count();
    if waiting > 0 && !vote.waits_for_lot() {
        let mut values = title();
        values.push(("waiting", waiting.into()));
        let who = lang.t("meeting-who-serving");
        return Some(
            Task::new(lang.ta("meeting-do-vote-wait", &values), who).how(scene.rights.keep, to_item),
        );
    }
    let what = lang.ta("meeting-do-count", &title());
    Some(Task::new(what, lang.t("meeting-who-keeper")).how(scene.rights.keep, to_item))
}

/// The item taken up last, while it asks for a decision that has not come.
pub(super) fn unfinished<'a>(scene: &Scene<'a>) -> Option<&'a Item> {
    use domain::meeting::events::ItemKind;
    let item = scene.meeting.items.iter().filter(|i| i.paragraf.is_some()).max_by_key(|i| i.paragraf)?;
    let decides = matches!(item.content.kind, ItemKind::Decision | ItemKind::Election);
    let open = item.decision.is_none()
        && item.undecided.is_none()
        && (item.vote.is_some() || (decides && item.note.is_empty() && item.reports.is_empty()));
    open.then_some(item)
}

fn closed(scene: &Scene<'_>) -> Task {
    let lang = scene.lang;
    let secretary = scene.meeting.secretary.map_or_else(String::new, |p| scene.person(p).to_owned());
    let who = lang.ta("meeting-who-secretary", &[("name", secretary.into())]);
    Task::new(lang.t("meeting-do-write"), who)
        .by(last_day(scene, Step::WriteMinutes), "attested-in-14-days")
        .how(scene.rights.keep, || go(&scene.under("protokoll"), lang.t("meeting-review-minutes")))
}

fn written(scene: &Scene<'_>) -> Task {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let waiting = meeting.must_attest().into_iter().filter(|p| !meeting.attested.contains_key(p));
    let mine = scene.rights.attest && scene.reader.is_some_and(|me| !meeting.attested.contains_key(&me));
    Task::new(lang.t("meeting-do-attest"), scene.people(waiting))
        .by(last_day(scene, Step::AttestMinutes), "attested-in-14-days")
        .how(mine, || go(&scene.under("justering"), lang.t("meeting-review-attest")))
}

fn attested(scene: &Scene<'_>) -> Task {
    let (lang, meeting) = (scene.lang, scene.meeting);
    if meeting.boards.is_empty() {
        return Task::rest(lang.t("meeting-do-nothing"));
    }
    let waiting: Vec<&str> = meeting
        .boards
        .iter()
        .filter(|b| !meeting.postings.contains_key(b))
        .map(|b| scene.member(*b))
        .collect();
    let what = lang.ta("meeting-do-post", &[("boards", lang.listed(&waiting).into())]);
    Task::new(what, lang.t("meeting-who-office"))
        .by(last_day(scene, Step::PostNotice), "posted-in-2-days")
        .how(scene.rights.post, || go(&scene.under("anslag"), lang.t("meeting-to-posting")))
}

fn posted(scene: &Scene<'_>) -> Task {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let last = meeting.postings.values().map(|p| p.up).max().unwrap_or_else(|| scene.today());
    let (ends, earliest) = (appeal_period_ends(last), earliest_take_down(last));
    let to_posting = || go(&scene.under("anslag"), lang.t("meeting-to-posting"));
    if scene.today() < earliest {
        let days = calendar::days_between(scene.today(), ends);
        let what = lang.ta(
            "meeting-do-wait",
            &[
                ("ends", on_day(lang, ends).into()),
                ("days", days.into()),
                ("earliest", on_day(lang, earliest).into()),
            ],
        );
        let mut task = Task::rest(what);
        task.rule = Some("posted-whole-appeal-time");
        return task;
    }
    let mut task = Task::new(lang.t("meeting-do-take-down"), lang.t("meeting-who-office"));
    task.rule = Some("posted-whole-appeal-time");
    task.how(scene.rights.post, to_posting)
}
