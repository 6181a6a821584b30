//! What waits for one person on one day (*Min översikt*), from their mandates and what has happened.

use jiff::civil::Date;

use crate::duties::{self, Duty};
use crate::event::Subject;
use crate::ids::{AssignmentId, BodyId, MemberId, PersonId};
use crate::initiative::draft::Drafts;
use crate::initiative::events::Stage;
use crate::initiative::next::{NextStep, next_steps};
use crate::initiative::state::Initiative;
use crate::mandate::events::BodyKind;
use crate::meeting::state::Meeting;
use crate::state::Association;
use crate::step::{Step, Who};

#[cfg(test)]
mod tests;

/// Something that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The step.
    pub what: Step,
    /// What it is about.
    pub subject: Subject,
    /// The assignment, when that is what waits.
    pub assignment: Option<AssignmentId>,
    /// In which role the person takes it.
    pub role: Who,
    /// The last day, where there is one.
    pub due: Option<Date>,
    /// The rule behind the day, by its id.
    pub rule: Option<&'static str>,
    /// Whether the last day has passed.
    pub overdue: bool,
}

/// What waits for a person, the nearest day first and what has no day last. `drafts` is what is being written, as far as
/// the person may read it.
pub fn waiting(state: &Association, person: PersonId, drafts: &Drafts, today: Date) -> Vec<Waiting> {
    let me = Person::on(state, person, drafts, today);
    let mut found = Vec::new();
    for initiative in state.initiatives.values() {
        me.initiative(initiative, &mut found);
    }
    for meeting in state.meetings.values().filter(|m| m.source.is_none()) {
        me.meeting(meeting, &mut found);
    }
    me.assignments(&mut found);
    me.funding(&mut found);
    found.sort_by_key(|w| (w.due.is_none(), w.due, w.subject, w.what));
    found
}

/// A person with the mandates of the day, looked up once.
struct Person<'a> {
    state: &'a Association,
    person: PersonId,
    drafts: &'a Drafts,
    today: Date,
    bodies: Vec<BodyId>,
    kinds: Vec<BodyKind>,
    /// The members that the person is an official of in the preparatory group.
    speaks_for: Vec<MemberId>,
}

impl<'a> Person<'a> {
    fn on(state: &'a Association, person: PersonId, drafts: &'a Drafts, today: Date) -> Self {
        let (mut bodies, mut kinds, mut speaks_for) = (Vec::new(), Vec::new(), Vec::new());
        for mandate in state.mandates.of_person(person, today).map(|m| &m.given) {
            bodies.push(mandate.body);
            let Some(body) = state.mandates.bodies.get(&mandate.body) else { continue };
            kinds.push(body.kind);
            speaks_for.extend(mandate.member.filter(|_| body.kind == BodyKind::PreparatoryGroup));
        }
        Self { state, person, drafts, today, bodies, kinds, speaks_for }
    }

    fn sits_in(&self, kind: BodyKind) -> bool {
        self.kinds.contains(&kind)
    }

    fn waits(
        &self,
        what: Step,
        subject: Subject,
        role: Who,
        due: Option<Date>,
        rule: Option<&'static str>,
    ) -> Waiting {
        let overdue = due.is_some_and(|due| due < self.today);
        Waiting { what, subject, assignment: None, role, due, rule, overdue }
    }

    /// The steps that are ready and in this person's hands; a resting idea is left in peace.
    fn initiative(&self, initiative: &Initiative, found: &mut Vec<Waiting>) {
        if initiative.stage == Stage::Resting || !self.may_hold(initiative) {
            return;
        }
        let draft = self.drafts.get(&initiative.id);
        for next in next_steps(self.state, initiative, draft, self.today) {
            if next.ready && self.holds(initiative, &next) {
                let subject = Subject::Initiative(initiative.id);
                found.push(self.waits(next.step, subject, next.who, next.due, next.rule));
            }
        }
    }

    /// Whether any step of the stage could be this person's: most of a long record is nobody's to do.
    fn may_hold(&self, initiative: &Initiative) -> bool {
        match initiative.stage {
            Stage::Idea | Stage::Resting | Stage::Draft | Stage::Completion => {
                initiative.author == self.person || !initiative.decisions.is_empty()
            }
            Stage::PreparatoryGroup | Stage::WorkingCommittee | Stage::Board => true,
            Stage::Granted | Stage::Running | Stage::Rejected => {
                self.sits_in(BodyKind::Office) || self.steers(initiative)
            }
            Stage::Withdrawn => !initiative.decisions.is_empty(),
        }
    }

    fn holds(&self, initiative: &Initiative, next: &NextStep) -> bool {
        match next.who {
            Who::Applicant => initiative.author == self.person,
            Who::Office => self.sits_in(BodyKind::Office),
            Who::PreparatoryGroup if next.step == Step::StateMemberView => self.owes_a_view(initiative),
            Who::PreparatoryGroup => self.sits_in(BodyKind::PreparatoryGroup),
            Who::WorkingCommittee => self.sits_in(BodyKind::WorkingCommittee),
            Who::Board => self.sits_in(BodyKind::Board),
            Who::SteeringGroup => self.steers(initiative),
            Who::Called | Who::Secretary | Who::Chair | Who::Attester | Who::Assignee => false,
        }
    }

    fn steers(&self, initiative: &Initiative) -> bool {
        initiative.steering_group.is_some_and(|group| self.bodies.contains(&group))
    }

    /// Whether the person is the official of a member that has not stated its view.
    fn owes_a_view(&self, initiative: &Initiative) -> bool {
        self.speaks_for.iter().any(|member| initiative.views.iter().all(|view| view.member != *member))
    }

    fn meeting(&self, meeting: &Meeting, found: &mut Vec<Waiting>) {
        let subject = Subject::Meeting(meeting.id());
        // A day is reckoned only where somebody waits for it: most meetings of a long record are over.
        let dated = |what: Step, role| {
            let duty = duties::of_step(self.state, meeting, what, self.today);
            let duty = duty.as_ref();
            self.waits(what, subject, role, duty.and_then(Duty::due), duty.and_then(Duty::rule))
        };
        let on = meeting.plan.on;
        let office = self.sits_in(BodyKind::Office);
        match (&meeting.notice, meeting.closed, &meeting.written) {
            (None, None, _) if office && meeting.opened.is_none() => {
                found.push(dated(Step::SendNotice, Who::Office));
            }
            (Some(sent), None, _) if on >= self.today && sent.to.contains(&self.person) => {
                found.push(self.waits(Step::NoteAttendance, subject, Who::Called, Some(on), None));
            }
            (_, Some(_), None) if meeting.secretary == Some(self.person) => {
                found.push(dated(Step::WriteMinutes, Who::Secretary));
            }
            (_, Some(_), None) if office => {
                found.push(dated(Step::WriteMinutes, Who::Office));
            }
            (_, _, Some(_)) if self.is_to_attest(meeting) => {
                let role = if meeting.chair == Some(self.person) { Who::Chair } else { Who::Attester };
                found.push(dated(Step::AttestMinutes, role));
            }
            _ => {}
        }
        if !office || meeting.attested_on().is_none() {
            return;
        }
        if meeting.boards.iter().any(|board| !meeting.postings.contains_key(board)) {
            found.push(dated(Step::PostNotice, Who::Office));
        }
        // Taken down from the day that was planned, which is when the office can act.
        let down = meeting.postings.values().filter(|p| p.down.is_none()).map(|p| p.planned_down).min();
        if let Some(down) = down.filter(|down| *down <= self.today) {
            let rule = Some("posted-whole-appeal-time");
            found.push(self.waits(Step::TakeDownNotice, subject, Who::Office, Some(down), rule));
        }
    }

    fn is_to_attest(&self, meeting: &Meeting) -> bool {
        !meeting.attested.contains_key(&self.person) && meeting.must_attest().contains(&self.person)
    }

    /// Questions and offers of the state that nobody has answered; those of years that are over wait for nobody.
    fn funding(&self, found: &mut Vec<Waiting>) {
        if !self.sits_in(BodyKind::Office) {
            return;
        }
        for year in self.state.funding.rounds.keys().filter(|year| **year >= self.today.year()) {
            if let Some(step) = self.state.funding.waits(*year) {
                found.push(self.waits(step, Subject::Funding(*year), Who::Office, None, None));
            }
        }
    }

    fn assignments(&self, found: &mut Vec<Waiting>) {
        for open in self.state.assignments.open().filter(|a| a.given.person == Some(self.person)) {
            let given = &open.given;
            let subject = Subject::Item(given.meeting, given.item);
            let duty = duties::of_assignment(open, self.today);
            let rule = duty.as_ref().and_then(Duty::rule);
            let waits = self.waits(Step::FinishAssignment, subject, Who::Assignee, given.due, rule);
            found.push(Waiting { assignment: Some(given.assignment), ..waits });
        }
    }
}
