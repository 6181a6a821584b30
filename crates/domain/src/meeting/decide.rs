//! The decision under an item; for an initiative it is the board's decision on the application.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;
use statute::rules::meetings::Quorum;
use statute::rules::register::AppealNotice;

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::fields::{Fields, TEXT};
use crate::ids::{InitiativeId, ItemId, MeetingId};
use crate::initiative::decide::{BoardDecision, check_outcome, check_words};
use crate::initiative::events::{BoardOutcome, Stage};
use crate::meeting::attendance::disqualification;
use crate::meeting::checks;
use crate::meeting::events::{Event as Fact, ItemKind, Matter};
use crate::meeting::state::{Item, Meeting, Proposal};
use crate::state::Association;

/// Makes the decision under an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MakeDecision {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// The decision in clauses (sv. *att-satser*); the winning or proposed ones when left out.
    #[serde(default)]
    pub clauses: Vec<String>,
    /// Whether it can be appealed.
    pub appealable: bool,
    /// What it means for the initiative; as the winning proposal says when left out.
    #[serde(default)]
    pub outcome: Option<BoardOutcome>,
}

impl Decision for MakeDecision {
    const ACT: Act = Act {
        name: "make_decision",
        says: "anteckna ett beslut",
        may: Action::KeepMinutes,
        fits: checks::runs,
    };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let (item, paragraf) = meeting.taken_up(self.item)?;
        let carried = carried(item);
        let clauses = self.clauses(item, carried)?;
        let outcome = self.outcome(item, carried)?;
        if let Some((known, appealable)) = &item.decision {
            let known_outcome = self.known_outcome(state, item);
            let same_outcome = outcome.is_none() || known_outcome == outcome;
            return if *known == clauses && *appealable == self.appealable && same_outcome {
                Ok(Decided::already())
            } else {
                Err(Refusal::Changed(format!("§ {paragraf} är redan beslutad: {}", known.join(" "))))
            };
        }
        follows_the_vote(item, carried, &clauses)?;
        Self::ACT.fits(state, self.about(), ctx)?;
        if item.vote.as_ref().is_some_and(|v| v.result.is_none()) {
            return Err(Refusal::order(
                "Omröstningen pågår.",
                "Avsluta omröstningen innan beslutet antecknas.",
            ));
        }
        let initiative = decides_on(state, meeting, item, outcome.as_ref())?;
        if !ctx.records() {
            let initiative = initiative.and_then(|id| state.initiatives.get(&id));
            check_words("clauses", &clauses, outcome.as_ref(), initiative)?;
        }
        let mut guard = Guard::new(ctx);
        let board = state.is_board(meeting);
        if board {
            guard = guard.ask(quorum(state, meeting, item).judge(meeting.day()));
        }
        if let Some(disqualified) = disqualification(state, meeting, item) {
            guard = guard.ask(disqualified.judge(meeting.day()));
        }
        if board && self.appealable {
            let bylaws = state.profile.bylaws_on(meeting.day());
            let notice = bylaws.is_some_and(|b| !b.court.trim().is_empty());
            guard = guard.ask(AppealNotice { appealable: true, notice }.judge(meeting.day()));
        }
        let decided =
            Fact::Decided { meeting: self.meeting, item: self.item, clauses, appealable: self.appealable };
        let mut events = vec![Event::Meeting(decided)];
        if let (Some(initiative), Some(outcome)) = (initiative, outcome) {
            let decision = BoardDecision { meeting, item, paragraf, initiative, outcome };
            let (asked, event) = decision.judge(state, ctx, guard)?;
            guard = asked;
            events.push(Event::Initiative(event));
        }
        guard.pass(Subject::Item(self.meeting, self.item), "make_decision", events)
    }
}

impl MakeDecision {
    fn clauses(&self, item: &Item, carried: Option<&Proposal>) -> Result<Vec<String>, Refusal> {
        let tidy = |lines: &[String]| -> Vec<String> {
            lines.iter().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect()
        };
        let mut clauses = tidy(&self.clauses);
        if clauses.is_empty() {
            clauses = carried.map_or_else(|| tidy(&item.content.proposed), |p| vec![p.text.clone()]);
        }
        let fields =
            Fields::new().hold(!clauses.is_empty(), "clauses", "Skriv beslutet, en att-sats per rad.");
        clauses.iter().fold(fields, |f, clause| f.within("clauses", clause, TEXT)).checked()?;
        Ok(clauses)
    }

    /// What the decision means: what was carried, which nothing else may be claimed to have been.
    fn outcome(&self, item: &Item, carried: Option<&Proposal>) -> Result<Option<BoardOutcome>, Refusal> {
        let carried = carried.and_then(|p| p.outcome.as_ref());
        let voted = item.vote.as_ref().is_some_and(|vote| vote.result.is_some());
        let against =
            |claimed: &BoardOutcome| carried.map_or_else(|| lost(item, claimed), |won| won != claimed);
        match (&self.outcome, carried) {
            (Some(claimed), _) if voted && against(claimed) => {
                Err(Refusal::field("outcome", "Välj utfallet som vann omröstningen."))
            }
            (Some(claimed), _) => check_outcome(claimed).map(|()| Some(claimed.clone())),
            (None, won) => Ok(won.cloned()),
        }
    }

    fn known_outcome(&self, state: &Association, item: &Item) -> Option<BoardOutcome> {
        let Some(Matter::Initiative(id)) = item.content.matter else { return None };
        let decisions = &state.initiatives.get(&id)?.decisions;
        let here = decisions.iter().find(|d| d.meeting == self.meeting && d.item == self.item)?;
        Some(here.outcome.clone())
    }
}

/// Whether an outcome is what a proposal asked for that the vote did not carry.
fn lost(item: &Item, outcome: &BoardOutcome) -> bool {
    item.proposals.iter().any(|p| p.outcome.as_ref() == Some(outcome))
}

/// A decision says what the vote carried, and never what it voted down.
fn follows_the_vote(item: &Item, carried: Option<&Proposal>, clauses: &[String]) -> Result<(), Refusal> {
    let (Some(vote), Some(won)) = (&item.vote, carried) else { return Ok(()) };
    let lost = item
        .proposals
        .iter()
        .filter(|p| vote.between.contains(&p.id) && p.id != won.id && p.text != won.text);
    if lost.into_iter().any(|p| clauses.contains(&p.text)) {
        let says = format!("Skriv det beslut som vann omröstningen: {}", won.text);
        return Err(Refusal::field("clauses", says));
    }
    Ok(())
}

/// The proposal that was carried: the winner of the vote, or the only one made.
fn carried(item: &Item) -> Option<&Proposal> {
    match (&item.vote, item.proposals.as_slice()) {
        (Some(vote), proposals) => {
            let (won, _) = vote.result?;
            proposals.iter().find(|p| p.id == won)
        }
        (None, [only]) => Some(only),
        (None, _) => None,
    }
}

/// The initiative that the board decides on here; other bodies and other items decide on none.
fn decides_on(
    state: &Association,
    meeting: &Meeting,
    item: &Item,
    outcome: Option<&BoardOutcome>,
) -> Result<Option<InitiativeId>, Refusal> {
    let initiative = match item.content.matter {
        Some(Matter::Initiative(id)) if item.content.kind == ItemKind::Decision => Some(id),
        Some(Matter::Initiative(_) | Matter::Case(_)) | None => None,
    };
    match (initiative.filter(|_| state.is_board(meeting)), outcome) {
        (None, Some(_)) => Err(Refusal::field(
            "outcome",
            "Utelämna utfallet: bara en beslutspunkt i styrelsen avgör en ansökan.",
        )),
        (Some(id), None) => {
            let waits = state.initiatives.get(&id).is_some_and(|i| i.stage == Stage::Board);
            if waits {
                return Err(Refusal::field(
                    "outcome",
                    "Välj om ansökan beviljas, avslås eller återremitteras.",
                ));
            }
            Ok(None)
        }
        (decided, _) => Ok(decided),
    }
}

/// Asks whether enough of the board serve to handle an item; what is only formal, and other bodies, need no quorum.
pub(crate) fn handled<'g>(
    guard: Guard<'g>,
    state: &Association,
    meeting: &Meeting,
    item: &Item,
) -> Guard<'g> {
    if state.is_board(meeting) && item.content.kind != ItemKind::Formal {
        return guard.ask(quorum(state, meeting, item).judge(meeting.day()));
    }
    guard
}

/// Whether enough of the board serve in an item.
pub(crate) fn quorum(state: &Association, meeting: &Meeting, item: &Item) -> Quorum {
    let serving = u32::try_from(meeting.serving_in(item).count()).unwrap_or(u32::MAX);
    Quorum { seats: state.profile.board_seats(meeting.plan.on), serving }
}
