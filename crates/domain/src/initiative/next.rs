//! What is needed for an initiative's next step, and in whose hands it is.

use jiff::civil::Date;
use statute::{Finding, catalogue};

use crate::act::Decision;
use crate::decision::Ctx;
use crate::duties;
use crate::event::Subject;
use crate::ids::InitiativeId;
use crate::initiative::events::{Application, Interlocutor, Stage};
use crate::initiative::start;
use crate::initiative::state::Initiative;
use crate::initiative::submit::missing;
use crate::initiative::{facts, standing};
use crate::mandate::events::BodyKind;
use crate::meeting::agenda::AddItem;
use crate::meeting::events::Matter;
use crate::meeting::state::Meeting;
use crate::state::Association;
pub use crate::step::{Step, Who};
use swedish::days::in_words;

#[cfg(test)]
mod tests;

/// A step on an initiative's way, and whether it can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// The step.
    pub step: Step,
    /// In whose hands it is.
    pub who: Who,
    /// Whether it can be taken now.
    pub ready: bool,
    /// What stands in the way, one Swedish sentence.
    pub hindrance: Option<String>,
    /// The last day, where there is one.
    pub due: Option<Date>,
    /// The rule behind the day or the hindrance, by its id.
    pub rule: Option<&'static str>,
}

impl NextStep {
    fn ready(step: Step, who: Who) -> Self {
        Self { step, who, ready: true, hindrance: None, due: None, rule: None }
    }

    fn hindered(self, by: impl Into<String>) -> Self {
        Self { ready: false, hindrance: Some(by.into()), ..self }
    }

    fn by_rule(self, finding: &Finding) -> Self {
        Self { due: finding.due, rule: catalogue::rule(&finding.rule).map(|rule| rule.id.as_str()), ..self }
    }
}

/// The steps that may come next, the nearest first; none when it is at rest for good. `draft` is what is being written,
/// where there is something and the one who asks may read it.
pub fn next_steps(
    state: &Association,
    initiative: &Initiative,
    draft: Option<&Application>,
    today: Date,
) -> Vec<NextStep> {
    let mut steps = match initiative.stage {
        Stage::Idea => idea(initiative),
        Stage::Resting => vec![NextStep::ready(Step::ResumeIdea, Who::Applicant)],
        Stage::Draft => [talk(initiative), application(state, draft, today)].concat(),
        Stage::Completion => completion(state, draft, today),
        Stage::PreparatoryGroup => preparation(state, initiative, today),
        Stage::WorkingCommittee => vec![NextStep::ready(Step::PrepareForBoard, Who::WorkingCommittee)],
        Stage::Board => board(state, initiative, today),
        Stage::Granted => beginning(initiative),
        Stage::Running if initiative.steering_group.is_none() => {
            vec![NextStep::ready(Step::SetUpSteeringGroup, Who::Office)]
        }
        Stage::Running | Stage::Rejected | Stage::Withdrawn => Vec::new(),
    };
    if initiative.informed.is_none()
        && let Some(told) = facts::told(initiative, today)
    {
        steps.insert(0, NextStep::ready(Step::InformConcerned, Who::Office).by_rule(&told));
    }
    steps
}

/// The idea is talked over with the office before it is handed in.
fn talk(initiative: &Initiative) -> Vec<NextStep> {
    if initiative.talks.iter().any(|(with, ..)| *with == Interlocutor::Office) {
        return Vec::new();
    }
    vec![NextStep::ready(Step::TalkOverIdea, Who::Applicant)]
}

fn idea(initiative: &Initiative) -> Vec<NextStep> {
    let mut steps = talk(initiative);
    steps.push(NextStep::ready(Step::WriteApplication, Who::Applicant));
    steps
}

/// Writing until nothing is missing, then handing in.
fn application(state: &Association, draft: Option<&Application>, today: Date) -> Vec<NextStep> {
    let Some(application) = draft else {
        return vec![NextStep::ready(Step::WriteApplication, Who::Applicant)];
    };
    let submit = NextStep::ready(Step::SubmitApplication, Who::Applicant);
    match in_the_way(state, application, today) {
        None => vec![submit],
        Some((says, finding)) => {
            let submit =
                finding.iter().fold(submit.hindered(says), |submit, finding| submit.by_rule(finding));
            vec![NextStep::ready(Step::WriteApplication, Who::Applicant), submit]
        }
    }
}

/// What keeps an application from being handed in: something missing, or a rule.
fn in_the_way(
    state: &Association,
    application: &Application,
    today: Date,
) -> Option<(String, Option<Finding>)> {
    let missing = missing(application);
    if let Some(first) = missing.first() {
        let says = match missing.len() - 1 {
            0 => first.says.clone(),
            more => format!("{} ({more} till att fylla i.)", first.says),
        };
        return Some((says, None));
    }
    let barred = facts::of_application(state, application, today).into_iter().find(Finding::blocks)?;
    Some((barred.says.clone(), Some(barred)))
}

/// What was asked for is written, then handed in again.
fn completion(state: &Association, draft: Option<&Application>, today: Date) -> Vec<NextStep> {
    let mut steps = application(state, draft, today);
    if steps.iter().all(|s| s.step != Step::WriteApplication) {
        steps.insert(0, NextStep::ready(Step::WriteApplication, Who::Applicant));
    }
    steps
}

fn preparation(state: &Association, initiative: &Initiative, today: Date) -> Vec<NextStep> {
    let group = |step| NextStep::ready(step, Who::PreparatoryGroup);
    let mut steps = Vec::new();
    if initiative.examined.is_none() {
        steps.push(group(Step::ExamineApplication));
    }
    if state.profile.members_on(today).any(|m| initiative.views.iter().all(|v| v.member != m.id)) {
        steps.push(group(Step::StateMemberView));
    }
    steps.push(if initiative.examined.is_some() {
        group(Step::ProposeDecision)
    } else {
        group(Step::ProposeDecision).hindered("Beredningsgruppen har inte granskat ansökan.")
    });
    steps
}

/// The meeting of the board that has the initiative on its agenda and has not been closed.
fn meeting_with(state: &Association, initiative: InitiativeId) -> Option<&Meeting> {
    let matter = Some(Matter::Initiative(initiative));
    open_board_meetings(state).find(|m| m.items.iter().any(|i| i.content.matter == matter))
}

fn open_board_meetings(state: &Association) -> impl Iterator<Item = &Meeting> {
    let of_board =
        |m: &&Meeting| state.mandates.bodies.get(&m.plan.body).is_some_and(|b| b.kind == BodyKind::Board);
    state.meetings.values().filter(of_board).filter(|m| m.closed.is_none())
}

fn board(state: &Association, initiative: &Initiative, today: Date) -> Vec<NextStep> {
    let decide = NextStep::ready(Step::MakeDecision, Who::Board);
    if let Some(meeting) = meeting_with(state, initiative.id) {
        let on = meeting.plan.on;
        let decide = NextStep { due: Some(on), ..decide };
        return vec![if meeting.opened.is_some() {
            decide
        } else {
            decide.hindered(format!("Styrelsen sammanträder den {}.", in_words(on)))
        }];
    }
    let add = NextStep::ready(Step::AddItem, Who::Office);
    let decide = decide.hindered("Ansökan står inte på styrelsens föredragningslista.");
    match open_agendas(state, today).first() {
        Some(meeting) => vec![before_the_notice(state, meeting, add, today), decide],
        None => vec![
            NextStep::ready(Step::PlanMeeting, Who::Office),
            add.hindered(no_agenda(state, today)),
            decide,
        ],
    }
}

/// The board's meetings on whose agenda something can be put today, the nearest first.
pub fn open_agendas(state: &Association, today: Date) -> Vec<&Meeting> {
    let look = Ctx::look(today);
    let open = |m: &&Meeting| AddItem::ACT.fits(state, Subject::Meeting(m.id()), &look).is_ok();
    let mut meetings: Vec<&Meeting> = to_come(state, today).filter(open).collect();
    meetings.sort_by_key(|m| (m.plan.on, m.id()));
    meetings
}

/// The board's meetings that are not over and not taken down from old papers.
fn to_come(state: &Association, today: Date) -> impl Iterator<Item = &Meeting> {
    open_board_meetings(state)
        .filter(move |m| m.source.is_none() && (m.opened.is_some() || m.plan.on >= today))
}

/// Until the notice is sent; what a meeting that has begun may take up is added there.
fn before_the_notice(state: &Association, meeting: &Meeting, add: NextStep, today: Date) -> NextStep {
    let sending =
        duties::of_step(state, meeting, Step::SendNotice, today).filter(|_| meeting.opened.is_none());
    match sending.and_then(|duty| duty.finding.due) {
        Some(due) => NextStep { due: Some(due), rule: Some("notice-period"), ..add },
        None => NextStep { due: Some(meeting.plan.on), ..add },
    }
}

/// Why nothing can be put on an agenda.
fn no_agenda(state: &Association, today: Date) -> String {
    match to_come(state, today).map(|m| m.plan.on).min() {
        Some(on) => format!("Kallelsen till sammanträdet den {} är fastställd.", in_words(on)),
        None => "Inget sammanträde med styrelsen är planerat.".to_owned(),
    }
}

fn beginning(initiative: &Initiative) -> Vec<NextStep> {
    let mut steps = Vec::new();
    if initiative.steering_group.is_none() {
        steps.push(NextStep::ready(Step::SetUpSteeringGroup, Who::Office));
    }
    let due = initiative.grant().and_then(|grant| grant.from);
    let begin = NextStep { due, ..NextStep::ready(Step::StartInitiative, Who::SteeringGroup) };
    steps.push(match start::hindrance(initiative) {
        Some((says, _)) => begin.hindered(says),
        None => begin,
    });
    steps
}

/// Where an initiative stands and who has it, one Swedish sentence.
pub fn standing(initiative: &Initiative) -> String {
    standing::stands(initiative)
}
