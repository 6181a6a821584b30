//! The board's decision on an application, called by the meeting's decision under the item.

use jiff::civil::Date;
use statute::Judge;
use statute::rules::meetings::FinancingStated;

use crate::decision::{Ctx, Guard, Refusal};
use crate::fields::{Fields, TEXT};
use crate::ids::{InitiativeId, ItemId};
use crate::initiative::clauses::contradicted;
use crate::initiative::events::{BoardOutcome, Event, Grant, Stage};
use crate::initiative::facts::{implementation_plan, members_heard, what_not_how};
use crate::initiative::standing::{find, stands};
use crate::initiative::state::Initiative;
use crate::meeting::state::{Item, Meeting};
use crate::state::Association;
use swedish::money::Ore;

pub(crate) use crate::initiative::facts::prepared;

/// A decision of the board on an initiative, under an item of its meeting.
pub(crate) struct BoardDecision<'a> {
    /// The board's meeting.
    pub(crate) meeting: &'a Meeting,
    /// The item.
    pub(crate) item: &'a Item,
    /// The paragraph it is decided under.
    pub(crate) paragraf: u32,
    /// What it is about.
    pub(crate) initiative: InitiativeId,
    /// How.
    pub(crate) outcome: BoardOutcome,
}

impl BoardDecision<'_> {
    /// Asks the rules that lead to the decision; the event follows where none is in the way.
    pub(crate) fn judge<'g>(
        self,
        state: &Association,
        ctx: &Ctx,
        guard: Guard<'g>,
    ) -> Result<(Guard<'g>, Event), Refusal> {
        let initiative = find(state, self.initiative)?;
        let on = self.meeting.day();
        if let Some(known) = initiative.decisions.iter().find(|d| d.meeting == self.meeting.id()) {
            let says = format!("Ansökan avgjordes under § {} vid samma sammanträde.", known.paragraf);
            return Err(Refusal::order(says, "Ompröva beslutet vid ett senare sammanträde."));
        }
        let preparation = prepared(initiative).judge(on);
        if !ctx.records() {
            let explained = ctx.explains(&preparation);
            if preparation.asks_for_reason() && !explained {
                return Err(Refusal::ReasonNeeded(vec![preparation]));
            }
            if let Some(refusal) = not_before_the_board(initiative).filter(|_| !explained) {
                return Err(refusal);
            }
        }
        let mut guard = guard.ask(preparation);
        if let BoardOutcome::Granted(grant) = &self.outcome {
            let financing = FinancingStated { spends: true, financing: Some(grant.financing.clone()) };
            guard = guard.ask(financing.judge(on));
            if let Some(asked) = what_not_how(grant) {
                guard = guard.ask(asked.judge(on));
            }
            if let Some(application) = initiative.application() {
                guard = guard
                    .ask(implementation_plan(state, application).judge(on))
                    .ask(members_heard(state, initiative, application).judge(on));
            }
        }
        let event = Event::Decided {
            initiative: self.initiative,
            meeting: self.meeting.id(),
            item: self.item.id,
            paragraf: self.paragraf,
            outcome: self.outcome,
            on,
        };
        Ok((guard, event))
    }
}

/// What has become of a decision of the board since, so that it can no longer be taken back; nothing where it may.
pub(crate) fn rests_on(state: &Association, meeting: &Meeting, item: ItemId) -> Option<String> {
    let initiative = decided_under(state, meeting, item)?;
    let latest = initiative.history.iter().next_back().map(|(_, event)| event);
    let last = matches!(latest, Some(Event::Decided { meeting: at, item: under, .. })
        if (*at, *under) == (meeting.id(), item));
    (!last).then(|| format!("det som sedan har hänt med {}", initiative.title))
}

/// That the board's decision under an item is taken back; nothing where it decided on no application.
pub(crate) fn taken_back(state: &Association, meeting: &Meeting, item: ItemId, on: Date) -> Option<Event> {
    let initiative = decided_under(state, meeting, item)?.id;
    Some(Event::DecisionTakenBack { initiative, meeting: meeting.id(), item, on })
}

fn decided_under<'a>(state: &'a Association, meeting: &Meeting, item: ItemId) -> Option<&'a Initiative> {
    let mut all = state.initiatives.values();
    all.find(|i| i.decisions.iter().any(|d| (d.meeting, d.item) == (meeting.id(), item)))
}

/// Where an application lies when it does not lie before the board; one that is decided may be reconsidered.
pub(crate) fn not_before_the_board(initiative: &Initiative) -> Option<Refusal> {
    let instead = match initiative.stage {
        Stage::Board | Stage::Granted | Stage::Running | Stage::Rejected => return None,
        Stage::Idea | Stage::Resting | Stage::Draft => {
            "Låt den sökande lämna in ansökan, så att den kan beredas."
        }
        Stage::PreparatoryGroup => "Vänta på beredningsgruppens förslag.",
        Stage::Completion => "Vänta på kompletteringen.",
        Stage::WorkingCommittee => "Låt arbetsutskottet förbereda styrelsens beslut.",
        Stage::Withdrawn => "Låt den sökande lämna in en ny ansökan.",
    };
    Some(Refusal::order(stands(initiative), instead))
}

/// Whether an outcome says what it must: amounts above zero, a period in order, a reason for a no.
pub(crate) fn check_outcome(outcome: &BoardOutcome) -> Result<(), Refusal> {
    match outcome {
        BoardOutcome::Granted(grant) => check_grant(grant),
        BoardOutcome::Rejected { why } | BoardOutcome::SentBack { why } => {
            Fields::new().said("why", why, TEXT, "Skriv varför.").checked()
        }
    }
}

/// Whether the words of a decision on an application say the same amounts as its figures.
pub(crate) fn check_words(
    field: &'static str,
    clauses: &[String],
    outcome: Option<&BoardOutcome>,
    initiative: Option<&Initiative>,
) -> Result<(), Refusal> {
    let (Some(BoardOutcome::Granted(grant)), Some(initiative)) = (outcome, initiative) else { return Ok(()) };
    match contradicted(clauses, grant, &initiative.title) {
        Some(says) => Err(Refusal::field(field, says)),
        None => Ok(()),
    }
}

fn check_grant(grant: &Grant) -> Result<(), Refusal> {
    let sums = Ore::sum(grant.amounts.values().copied()).is_some_and(|sum| sum.ore() > 0);
    let amounts = sums && grant.amounts.values().all(|amount| amount.ore() > 0);
    let period = grant.from.zip(grant.until).is_none_or(|(from, until)| from <= until);
    let fields = Fields::new()
        .hold(amounts, "amounts", "Ange ett belopp över noll för varje år, till exempel 2026: 300 000 kr.")
        .hold(period, "until", "Ange en sista dag som inte ligger före den första.")
        .within("financing", &grant.financing, TEXT);
    grant.conditions.iter().fold(fields, |f, condition| f.within("conditions", condition, TEXT)).checked()
}
