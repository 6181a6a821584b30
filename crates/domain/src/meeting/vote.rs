//! Proposals and votes: one ballot per serving member, ties by casting vote or lot. Secret slips: `meeting/slip.rs`.

use access::Action;
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;
use statute::rules::meetings::{MatterKind, OneVoteEach, OpenVote as OpenVoteRule, Tie};

use crate::act::{Act, Decision, ForWhom};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::fields::{Fields, TEXT};
use crate::ids::{ItemId, MeetingId, PersonId, ProposalId};
use crate::initiative::decide::{check_outcome, check_words};
use crate::initiative::events::BoardOutcome;
use crate::meeting::ballot::{ballot_fits, nobody_voted, one_each, takes_part, the_vote};
use crate::meeting::checks;
use crate::meeting::decide::handled;
use crate::meeting::events::{Event as Fact, Matter, TieBreak, VoteMatter};
use crate::meeting::slip::{SecretVote, Tally};
use crate::meeting::state::{Item, Meeting, Vote};
use crate::state::Association;

/// Makes a proposal (sv. *yrkande*) under an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MakeProposal {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// By whom.
    pub by: PersonId,
    /// In words.
    pub text: String,
    /// What it would mean for the initiative that the item is about.
    #[serde(default)]
    pub outcome: Option<BoardOutcome>,
}

impl Decision for MakeProposal {
    const ACT: Act = Act {
        name: "make_proposal",
        says: "lämna ett yrkande",
        may: Action::MakeProposal,
        fits: checks::runs,
    };
    const ADDS: bool = true;

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn for_whom(&self, _: &Association) -> ForWhom {
        ForWhom::Person(Some(self.by))
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let (item, _) = meeting.taken_up(self.item)?;
        let text = self.text.trim();
        Self::ACT.fits(state, self.about(), ctx)?;
        undecided(item)?;
        if item.vote.is_some() {
            return Err(Refusal::order(
                "Omröstningen har börjat, så yrkandena ligger fast.",
                "Lägg yrkanden innan omröstningen öppnas.",
            ));
        }
        takes_part(state, meeting, item, self.by)?;
        Fields::new().said("text", text, TEXT, "Skriv vad som yrkas.").checked()?;
        if let Some(outcome) = &self.outcome {
            if !state.is_board(meeting) || !matches!(item.content.matter, Some(Matter::Initiative(_))) {
                return Err(Refusal::field("outcome", "Utelämna utfallet: punkten avgör ingen ansökan."));
            }
            if let BoardOutcome::Granted(_) = outcome {
                check_outcome(outcome)?;
            }
            if let Some(Matter::Initiative(id)) = item.content.matter
                && !ctx.records()
            {
                check_words("text", &[text.to_owned()], Some(outcome), state.initiatives.get(&id))?;
            }
        }
        Ok(Decided::of([Event::Meeting(Fact::ProposalMade {
            meeting: self.meeting,
            item: self.item,
            proposal: ProposalId::after(item.last_proposal.iter()),
            by: self.by,
            text: text.to_owned(),
            outcome: self.outcome.clone(),
        })]))
    }
}

/// Opens a vote between proposals; between all of them when none is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OpenVote {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// The proposals to choose between.
    #[serde(default)]
    pub between: Vec<ProposalId>,
    /// Whether ballots are secret.
    #[serde(default)]
    pub secret: bool,
    /// What kind of matter, which decides how a tie is broken.
    pub matter: VoteMatter,
}

impl Decision for OpenVote {
    const ACT: Act =
        Act {
            name: "open_vote", says: "öppna en omröstning", may: Action::KeepMinutes, fits: checks::runs
        };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let (item, _) = meeting.taken_up(self.item)?;
        let between = if self.between.is_empty() {
            item.proposals.iter().map(|p| p.id).collect()
        } else {
            self.between.clone()
        };
        let distinct: BTreeSet<&ProposalId> = between.iter().collect();
        if let Some(vote) = &item.vote {
            if (&vote.between, vote.secret, vote.matter) == (&between, self.secret, self.matter) {
                return Ok(Decided::already());
            }
            let fewer =
                between.len() < vote.between.len() && between.iter().all(|p| vote.between.contains(p));
            if vote.result.is_some() || vote.slips.is_some() || !(fewer || vote.ballots.is_empty()) {
                return Err(Refusal::Changed(
                    "En omröstning pågår redan, eller har hållits, under punkten.".to_owned(),
                ));
            }
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        undecided(item)?;
        if distinct.len() < between.len()
            || !between.iter().all(|p| item.proposals.iter().any(|q| q.id == *p))
        {
            return Err(Refusal::field(
                "between",
                "Välj bland yrkandena under punkten, vart och ett en gång.",
            ));
        }
        if between.len() < 2 {
            return Err(Refusal::order(
                "En omröstning står mellan minst två yrkanden.",
                "Anteckna det andra yrkandet först, eller besluta utan omröstning.",
            ));
        }
        let opened = Fact::VoteOpened {
            meeting: self.meeting,
            item: self.item,
            between,
            secret: self.secret,
            matter: self.matter,
        };
        let mut guard = handled(Guard::new(ctx), state, meeting, item);
        if self.secret {
            let rule = OpenVoteRule { secret: true, matter: kind(self.matter) };
            guard = guard.ask(rule.judge(meeting.day()));
        }
        guard.pass(Subject::Item(self.meeting, self.item), "open_vote", [Event::Meeting(opened)])
    }
}

/// Casts a ballot; it may be changed until the vote is closed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CastBallot {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// By whom.
    pub by: PersonId,
    /// For what; none is to abstain.
    #[serde(default)]
    pub choice: Option<ProposalId>,
}

impl Decision for CastBallot {
    const ACT: Act = Act { name: "cast_ballot", says: "rösta", may: Action::CastBallot, fits: checks::runs };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn for_whom(&self, _: &Association) -> ForWhom {
        ForWhom::Person(Some(self.by))
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let (item, _) = meeting.taken_up(self.item)?;
        let vote = the_vote(item)?;
        if vote.secret {
            return Err(Refusal::order(
                "Omröstningen är sluten, så ingen röst i den sparas med namn.",
                "Låt var och en lägga sin egen slutna sedel.",
            ));
        }
        let noted_by = (ctx.actor != self.by).then_some(ctx.actor);
        let same = vote.ballots.get(&self.by) == Some(&self.choice);
        if same && (noted_by.is_some() || !vote.noted.contains_key(&self.by)) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        ballot_fits(state, meeting, item, self.by, self.choice)?;
        let own = vote.ballots.contains_key(&self.by) && !vote.noted.contains_key(&self.by);
        if noted_by.is_some() && own && !ctx.records() {
            let name = state.profile.person_name(self.by);
            return Err(Refusal::order(
                format!("{name} har själv lagt sin röst."),
                format!("Låt {name} själv ändra den så länge omröstningen pågår."),
            ));
        }
        Ok(Decided::of([Event::Meeting(Fact::BallotCast {
            meeting: self.meeting,
            item: self.item,
            by: self.by,
            choice: self.choice,
            noted_by,
        })]))
    }
}

/// Counts the ballots and closes the vote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CloseVote {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// The proposal that the lot fell on, when a tie in an election or employment was settled by lot.
    #[serde(default)]
    pub lot: Option<ProposalId>,
    /// What the urn of a secret vote held. Nothing that is sent can say it: whoever carries the command out fills it in.
    #[serde(skip)]
    pub tally: Option<Tally>,
}

impl CloseVote {
    /// The secret vote whose slips must be counted before it is decided.
    pub fn counts(&self, state: &Association) -> Option<SecretVote> {
        SecretVote::open_under(state, self.meeting, self.item)
    }
}

impl Decision for CloseVote {
    const ACT: Act = Act {
        name: "close_vote",
        says: "avsluta en omröstning",
        may: Action::KeepMinutes,
        fits: checks::runs,
    };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let (item, _) = meeting.taken_up(self.item)?;
        let vote = the_vote(item)?;
        if let Some((won, _)) = vote.result {
            return match self.lot {
                Some(lot) if lot != won => {
                    Err(Refusal::Changed("Omröstningen är redan avslutad, med ett annat utfall.".to_owned()))
                }
                Some(_) | None => Ok(Decided::already()),
            };
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        if vote.secret && vote.slips.is_none() {
            if self.lot.is_some() {
                let says = "Utelämna lotten: den dras när rösterna är räknade och väger lika.";
                return Err(Refusal::field("lot", says));
            }
            let tally = self.tally.as_ref().ok_or_else(|| {
                Refusal::order("Sedlarna är inte räknade.", "Avsluta omröstningen igen, så räknas de.")
            })?;
            return tally.close(state, ctx, meeting, item, vote);
        }
        if !vote.secret && vote.ballots.values().all(Option::is_none) {
            return Err(nobody_voted());
        }
        let count = Count { state, meeting, item, vote, leaders: vote.leaders() };
        let guard = handled(Guard::new(ctx), state, meeting, item);
        let (guard, won, tie) = match count.leaders.as_slice() {
            [won] => {
                if self.lot.is_some() {
                    return Err(Refusal::field("lot", "Utelämna lotten: ett förslag fick flest röster."));
                }
                if !ctx.records() {
                    count.more_than_half(*won)?;
                }
                (guard.ask(count.one_each(None).judge(meeting.day())), *won, None)
            }
            _ => count.settle(guard, self.lot)?,
        };
        let event = Fact::VoteClosed { meeting: self.meeting, item: self.item, won, tie };
        guard.pass(Subject::Item(self.meeting, self.item), "close_vote", [Event::Meeting(event)])
    }
}

/// The ballots, counted.
struct Count<'a> {
    state: &'a Association,
    meeting: &'a Meeting,
    item: &'a Item,
    vote: &'a Vote,
    /// The proposals with the most votes.
    leaders: Vec<ProposalId>,
}

impl Count<'_> {
    /// An equal vote: the chair's casting vote in ordinary matters, the lot in elections and employment.
    fn settle<'g>(
        &self,
        guard: Guard<'g>,
        lot: Option<ProposalId>,
    ) -> Result<(Guard<'g>, ProposalId, Option<TieBreak>), Refusal> {
        let day = self.meeting.day();
        if self.vote.matter != VoteMatter::Ordinary {
            let Some(lot) = lot else {
                let says = format!("Lika röstetal, {}: i val och anställning avgör lotten.", self.figures());
                return Err(Refusal::order(says, "Dra lott och ange vilket förslag den föll på."));
            };
            if !self.leaders.contains(&lot) {
                return Err(Refusal::field("lot", "Välj ett av förslagen som fick flest röster."));
            }
            let guard = guard.ask(self.one_each(None).judge(day)).ask(self.tie(None, Some(lot)).judge(day));
            return Ok((guard, lot, Some(TieBreak::Lot)));
        }
        if lot.is_some() {
            return Err(Refusal::field("lot", "Utelämna lotten: ordförandens utslagsröst avgör."));
        }
        let Some(chair) = presiding(self.state, self.meeting, self.item) else {
            return Err(Refusal::order(
                "Ingen ordförande tjänstgör under punkten.",
                "Ange vem som leder sammanträdet.",
            ));
        };
        let choice = self.vote.ballots.get(&chair).copied().flatten();
        let Some(won) = choice.filter(|choice| self.leaders.contains(choice)) else {
            if choice.is_some() {
                let says = "Ordförandens röst skiljer inte mellan förslagen som fick flest röster.";
                return Err(Refusal::order(says, "Ställ de två förslagen mot varandra i en ny omröstning."));
            }
            let refused = guard
                .ask(self.one_each(Some(chair)).judge(day))
                .ask(self.tie(None, None).judge(day))
                .pass(Subject::Item(self.meeting.id(), self.item.id), "close_vote", []);
            return Err(refused.err().unwrap_or_else(|| {
                Refusal::order(
                    "Lika röstetal: ordförandens utslagsröst är inte lagd.",
                    "Låt ordföranden rösta.",
                )
            }));
        };
        let guard =
            guard.ask(self.one_each(Some(chair)).judge(day)).ask(self.tie(Some(won), None).judge(day));
        Ok((guard, won, Some(TieBreak::CastingVote)))
    }

    /// In an ordinary matter a proposal is carried by more than half: a question is answered with yes or no.
    ///
    /// 5 kap. 53 and 55 §§ KL by 6 kap. 33 §.
    fn more_than_half(&self, won: ProposalId) -> Result<(), Refusal> {
        let all: u32 = self.vote.between.iter().map(|p| self.vote.count(*p)).sum();
        if self.vote.matter != VoteMatter::Ordinary || self.vote.count(won).saturating_mul(2) > all {
            return Ok(());
        }
        let counts: Vec<String> = self.vote.between.iter().map(|p| self.vote.count(*p).to_string()).collect();
        Err(Refusal::order(
            format!("Inget yrkande fick mer än hälften av rösterna: {}.", counts.join("–")),
            "Ställ yrkandena mot varandra, två och två, i nya omröstningar.",
        ))
    }

    /// One ballot each, from those who serve; the chair's too when it is needed.
    fn one_each(&self, chair: Option<PersonId>) -> OneVoteEach {
        if let Some(slips) = &self.vote.slips {
            return one_each(self.state, self.meeting, self.item, slips.voted.iter().copied(), chair);
        }
        let voted = self.vote.ballots.iter().filter(|(_, choice)| choice.is_some()).map(|(by, _)| *by);
        one_each(self.state, self.meeting, self.item, voted, chair)
    }

    /// The tie as the law puts it: for or against the first of the leading proposals.
    fn tie(&self, casting: Option<ProposalId>, lot: Option<ProposalId>) -> Tie {
        let first = self.leaders.first().copied();
        let votes = |at: usize| self.leaders.get(at).map_or(0, |p| self.vote.count(*p));
        Tie {
            yes: votes(0),
            no: votes(1),
            abstain: self.vote.abstained(),
            matter: kind(self.vote.matter),
            chair_voted: casting.map(|won| Some(won) == first),
            bylaws_casting_vote: self
                .state
                .profile
                .bylaws_on(self.meeting.day())
                .is_some_and(|bylaws| bylaws.casting_vote),
            lot_drawn: lot.map(|won| Some(won) == first),
        }
    }

    /// The votes of the leading proposals: `3–3`.
    fn figures(&self) -> String {
        let counts: Vec<String> = self.leaders.iter().map(|p| self.vote.count(*p).to_string()).collect();
        counts.join("–")
    }
}

/// The matter as the rules name it.
fn kind(matter: VoteMatter) -> MatterKind {
    match matter {
        VoteMatter::Ordinary => MatterKind::Ordinary,
        VoteMatter::Election => MatterKind::Election,
        VoteMatter::Employment => MatterKind::Employment,
    }
}

/// Who presides over an item: the chair, or a vice chair when the chair is disqualified or away.
pub(crate) fn presiding(state: &Association, meeting: &Meeting, item: &Item) -> Option<PersonId> {
    let presidium = state.mandates.presidium(meeting.plan.body, meeting.plan.on);
    let vice = presidium.map_or(&[][..], |p| p.vice_chairs.as_slice());
    let serves = |person: &PersonId| meeting.serving_in(item).any(|a| a.person == *person);
    meeting.chair.into_iter().chain(vice.iter().copied()).find(serves)
}

fn undecided(item: &Item) -> Result<(), Refusal> {
    if item.decision.is_none() {
        return Ok(());
    }
    Err(Refusal::order("Punkten är redan beslutad.", "Ta upp frågan på nytt vid nästa sammanträde."))
}
