//! *Min översikt*: what waits for the reader, in which role, by which day, and why.

use domain::event::Subject;
use domain::ids::MeetingId;
use domain::step::{Step, Who};
use domain::{Association, todo};
use jiff::civil::{Date, DateTime};
use kit::form::Form;
use kit::format::{day, day_text, moment};
use kit::parts::{self, Tone};
use kit::{Lang, at};
use maud::{Markup, html};

/// Something that waits for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What to do, as a sentence.
    pub what: String,
    /// What it is about.
    pub about: String,
    /// Whether that is a title somebody wrote, in Swedish, and not our own words.
    pub titled: bool,
    /// Where to do it.
    pub href: String,
    /// In which association.
    pub association: String,
    /// In which role.
    pub role: String,
    /// The last day.
    pub by: Option<Date>,
    /// The rule that says so: its id in the catalogue.
    pub rule: Option<String>,
}

impl Waiting {
    /// What waits, in words, with the address where it is done.
    pub fn of(lang: Lang, association: &Association, waiting: &todo::Waiting) -> Self {
        let (about, href) = subject(lang, association, waiting.subject);
        let assignment = waiting.assignment.and_then(|id| association.assignments.assignments.get(&id));
        let about = match assignment {
            Some(assignment) => {
                lang.ta("todo-assignment", &[("what", assignment.given.what.as_str().into())])
            }
            None => about,
        };
        let base = at::association(association.slug());
        let href = waiting.assignment.map_or(href, |id| at::assignment(&base, id));
        let short = association.profile.founded.as_ref().map_or("", |f| f.short_name.as_str());
        Self {
            what: step(lang, waiting.what).to_owned(),
            titled: assignment.is_none()
                && matches!(waiting.subject, Subject::Initiative(_) | Subject::Case(_)),
            about,
            href,
            association: short.to_owned(),
            role: hands(lang, waiting.role).to_owned(),
            by: waiting.due,
            rule: waiting.rule.map(str::to_owned),
        }
    }
}

/// What it is about, and where it stands.
fn subject(lang: Lang, association: &Association, subject: Subject) -> (String, String) {
    let base = at::association(association.slug());
    match subject {
        Subject::Association => (association.name().to_owned(), base),
        Subject::Initiative(id) => {
            let title = association.initiatives.get(&id).map_or_else(String::new, |i| i.title.clone());
            (title, at::initiative(&base, id))
        }
        Subject::Meeting(id) | Subject::Item(id, _) => {
            (meeting(lang, association, id), at::meeting(&base, id))
        }
        Subject::Case(id) => {
            let case = association.register.cases.get(&id);
            (case.map_or_else(String::new, |c| c.subject.clone()), at::register(&base))
        }
        Subject::Funding(year) => {
            (lang.ta("todo-funding", &[("year", year.to_string().into())]), at::funding_step(&base, year))
        }
        Subject::Assignment(id) => {
            let assignment = association.assignments.assignments.get(&id);
            (assignment.map_or_else(String::new, |a| a.given.what.clone()), at::assignment(&base, id))
        }
        Subject::Body(id) => {
            let body = association.mandates.bodies.get(&id);
            (body.map_or_else(String::new, |b| b.name.clone()), at::people(&base))
        }
    }
}

fn meeting(lang: Lang, association: &Association, id: MeetingId) -> String {
    let Some(meeting) = association.meetings.get(&id) else { return String::new() };
    let on = day_text(lang, meeting.plan.on);
    match association.mandates.bodies.get(&meeting.plan.body) {
        Some(body) => {
            lang.ta("todo-meeting", &[("day", on.as_str().into()), ("body", body.name.as_str().into())])
        }
        None => lang.ta("todo-meeting-of", &[("day", on.as_str().into())]),
    }
}

/// A step in words.
pub fn step(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::TalkOverIdea => lang.t("todo-talk-over-idea"),
        Step::ResumeIdea => lang.t("todo-resume-idea"),
        Step::WriteApplication => lang.t("todo-write-application"),
        Step::SubmitApplication => lang.t("todo-submit-application"),
        Step::ExamineApplication => lang.t("todo-examine-application"),
        Step::StateMemberView => lang.t("todo-state-member-view"),
        Step::ProposeDecision => lang.t("todo-propose-decision"),
        Step::PrepareForBoard => lang.t("todo-prepare-for-board"),
        Step::PlanMeeting => lang.t("todo-plan-meeting"),
        Step::AddItem => lang.t("todo-add-item"),
        Step::MakeDecision => lang.t("todo-make-decision"),
        Step::InformConcerned => lang.t("todo-inform-concerned"),
        Step::SetUpSteeringGroup => lang.t("todo-set-up-steering-group"),
        Step::StartInitiative => lang.t("todo-start-initiative"),
        Step::SendNotice => lang.t("todo-send-notice"),
        Step::NoteAttendance => lang.t("todo-note-attendance"),
        Step::WriteMinutes => lang.t("todo-write-minutes"),
        Step::AttestMinutes => lang.t("todo-attest-minutes"),
        Step::PostNotice => lang.t("todo-post-notice"),
        Step::TakeDownNotice => lang.t("todo-take-down-notice"),
        Step::FinishAssignment => lang.t("todo-finish-assignment"),
        Step::AnswerFundingQuestion => lang.t("todo-answer-funding-question"),
        Step::AnswerFundingOffer => lang.t("todo-answer-funding-offer"),
    }
}

/// In whose hands, in words.
pub fn hands(lang: Lang, who: Who) -> &'static str {
    match who {
        Who::Applicant => lang.t("hands-applicant"),
        Who::Office => lang.t("hands-office"),
        Who::PreparatoryGroup => lang.t("hands-preparatory-group"),
        Who::WorkingCommittee => lang.t("hands-working-committee"),
        Who::Board => lang.t("hands-board"),
        Who::SteeringGroup => lang.t("hands-steering-group"),
        Who::Called => lang.t("hands-called"),
        Who::Secretary => lang.t("hands-secretary"),
        Who::Chair => lang.t("hands-chair"),
        Who::Attester => lang.t("hands-attester"),
        Who::Assignee => lang.t("hands-assignee"),
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The reader's name.
    pub name: String,
    /// The day.
    pub today: Date,
    /// What waits, most urgent first.
    pub waiting: Vec<Waiting>,
    /// The reader's associations: address, name, the reader's roles there.
    pub places: Vec<(String, String, Vec<String>)>,
    /// What others did to the reader's account and mandates, until it is read.
    pub news: Option<News>,
    /// Of what waits, that of which the reader has been reminded because its day has come.
    pub reminded: Vec<Waiting>,
}

/// What the reader is told of.
#[derive(Clone, Debug)]
pub struct News {
    /// What was done, oldest first.
    pub told: Vec<Told>,
    /// Says that it is read: `until`.
    pub form: Form,
}

/// Something that was done.
#[derive(Clone, Debug)]
pub struct Told {
    /// When.
    pub at: DateTime,
    /// What, as a sentence.
    pub says: String,
}

/// *Min översikt*.
pub fn show(lang: Lang, page: &Overview) -> Markup {
    let main = html! {
        h1 { (lang.t("overview")) }
        p.lead { (lang.ta("overview-lead", &[("name", page.name.as_str().into()), ("count", page.waiting.len().into())])) }
        @if let Some(news) = &page.news { (told(lang, news)) }
        @if !page.reminded.is_empty() { (reminders(lang, &page.reminded)) }
        @if page.waiting.is_empty() {
            (parts::empty(lang.t("overview-nothing"), None))
        } @else {
            @for (when, words) in GROUPS {
                @let group: Vec<&Waiting> = page.waiting.iter().filter(|w| w.when(page.today) == *when).collect();
                @if !group.is_empty() {
                    h2 { (words(lang)) }
                    ol.tasks { @for waiting in group { (task(lang, *when, waiting)) } }
                }
            }
        }
    };
    let aside = html! {
        h2 { (lang.t("overview-places")) }
        @if page.places.is_empty() { p { (lang.t("overview-no-places")) } }
        ul.places {
            @for (slug, name, roles) in &page.places {
                li {
                    a href=(at::association(slug)) { (name) }
                    @if !roles.is_empty() { span.roles lang="sv" { (roles.join(", ")) } }
                }
            }
        }
    };
    parts::columns(&main, &aside, lang.t("overview-places"))
}

fn told(lang: Lang, news: &News) -> Markup {
    let inside = html! {
        ul { @for told in &news.told { li { (told.says) " " small { (moment(lang, told.at)) } } } }
        form method="post" action=(news.form.action) {
            (news.form.hidden("until"))
            button type="submit" { (lang.t("news-read")) }
        }
    };
    parts::note(Tone::Now, lang.t("news-title"), &inside)
}

fn reminders(lang: Lang, reminded: &[Waiting]) -> Markup {
    let inside = html! {
        ul {
            @for waiting in reminded {
                li {
                    a href=(waiting.href) { (waiting.what) } ": " (waiting.about) ", " (waiting.association)
                    @if let Some(by) = waiting.by { ". " (lang.ta("overview-was-due", &[("day", day_text(lang, by).into())])) }
                }
            }
        }
    };
    parts::note(Tone::Late, lang.t("overview-reminded"), &inside)
}

/// When something is due, as the list is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Late,
    Soon,
    Later,
    AnyDay,
}

/// A part of the list, with its heading.
type Group = (When, fn(Lang) -> &'static str);

/// The parts, in order.
const GROUPS: &[Group] = &[
    (When::Late, |lang| lang.t("late")),
    (When::Soon, |lang| lang.t("overview-soon")),
    (When::Later, |lang| lang.t("overview-later")),
    (When::AnyDay, |lang| lang.t("overview-any-day")),
];

impl Waiting {
    fn when(&self, today: Date) -> When {
        match self.by {
            None => When::AnyDay,
            Some(by) if by < today => When::Late,
            Some(by) if statute::calendar::days_between(today, by) <= 7 => When::Soon,
            Some(_) => When::Later,
        }
    }
}

fn task(lang: Lang, when: When, waiting: &Waiting) -> Markup {
    let rule = waiting.rule.as_deref().and_then(statute::catalogue::rule);
    html! {
        li.task {
            p.task-what { a href=(waiting.href) { (waiting.what) } }
            @if let Some(by) = waiting.by {
                p.task-by {
                    @if when == When::Late { (parts::status(Tone::Late, lang.t("overview-late-tag"))) " " }
                    (lang.t("due")) " " (day(lang, by))
                }
            }
            p.task-about lang=[waiting.titled.then_some("sv")] { (waiting.about) }
            p.task-where { (waiting.association) " · " (lang.t("overview-as")) " " (waiting.role) }
            @if let Some(rule) = rule {
                p.task-why { (lang.t("overview-why")) " " a href=(at::rule(&rule.id)) lang="sv" { (rule.title) } }
            }
        }
    }
}
