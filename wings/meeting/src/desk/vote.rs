//! `…/punkter/{punkt}/…`: proposals, the vote, the decision.

use desk::sent::{Reader, Sent};
use desk::stop::{Answer, Stop};
use desk::urn;
use desk::visitor::Visitor;
use domain::Command;
use domain::ids::{PersonId, ProposalId};
use domain::meeting::decide::MakeDecision;
use domain::meeting::events::VoteMatter;
use domain::meeting::slip::Slip;
use domain::meeting::vote::{CastBallot, CloseVote, MakeProposal, OpenVote};
use uuid::Uuid;

use super::stage::{self, After, person};
use super::{item, outcome};
use crate::pages::acts;
use crate::pages::ballot::ABSTAIN;

/// `GET …/yrkanden`.
pub(super) async fn proposal(visitor: Visitor) -> Answer {
    item::opened(&visitor, "yrkanden", |scene, item, form| acts::proposal(scene, item, form, false))
}

/// `POST …/yrkanden`.
pub(super) async fn propose(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let by = person(&mut read, "by", "Välj vem som yrkar.");
    let command = proposes(&visitor, &mut read, by)?;
    let said = ("#yrkanden", "meeting-said-proposed");
    item::sent_from(&visitor, &sent, read.into(command), said, |scene, item, form| {
        acts::proposal(scene, item, form, false)
    })
    .await
}

/// `GET …/mitt-yrkande`.
pub(super) async fn own_proposal(visitor: Visitor) -> Answer {
    item::opened(&visitor, "mitt-yrkande", |scene, item, form| acts::proposal(scene, item, form, true))
}

/// `POST …/mitt-yrkande`.
pub(super) async fn own_propose(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let command = proposes(&visitor, &mut read, visitor.actor()?)?;
    let said = ("#yrkanden", "meeting-said-proposed");
    item::sent_from(&visitor, &sent, read.into(command), said, |scene, item, form| {
        acts::proposal(scene, item, form, true)
    })
    .await
}

fn proposes(visitor: &Visitor, read: &mut Reader<'_>, by: PersonId) -> Result<Command, Stop> {
    Ok(Command::from(MakeProposal {
        meeting: stage::meeting_id(visitor)?,
        item: stage::item_id(visitor)?,
        by,
        text: read.text("text"),
        outcome: outcome::read(read),
    }))
}

/// `GET …/omrostning`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    item::opened(&visitor, "omrostning", acts::vote)
}

/// `POST …/omrostning`.
pub(super) async fn open(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let matter = read.choice::<VoteMatter>("matter");
    let secret = read.ticked("secret");
    let between: Vec<u32> = read.numbers("between");
    if between.len() < 2 {
        read.wrong("between", "Kryssa för minst två yrkanden att rösta mellan.");
    }
    let command = Command::from(OpenVote {
        meeting: stage::meeting_id(&visitor)?,
        item: stage::item_id(&visitor)?,
        between: between.into_iter().map(ProposalId).collect(),
        secret,
        matter: matter.unwrap_or(VoteMatter::Ordinary),
    });
    let said = ("#omrostning", "meeting-said-vote-opened");
    item::sent_from(&visitor, &sent, read.into(command), said, acts::vote).await
}

/// A choice as the form sends it: a proposal, or to abstain.
fn choice(typed: &str) -> Option<Option<ProposalId>> {
    if typed == ABSTAIN {
        return Some(None);
    }
    typed.parse().ok().map(|id| Some(ProposalId(id)))
}

/// `POST …/min-rost`: one's own ballot, never somebody else's.
pub(super) async fn cast(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let chosen = choice(&read.text("choice"));
    if chosen.is_none() {
        read.wrong("choice", "Välj ett av yrkandena, eller att avstå.");
    }
    let (meeting, at, choice) = (stage::meeting_id(&visitor)?, stage::item_id(&visitor)?, chosen.flatten());
    let secret = stage::item(&visitor, None, |_, item| item.vote.as_ref().is_some_and(|vote| vote.secret))?;
    if !secret {
        let command = Command::from(CastBallot { meeting, item: at, by: visitor.actor()?, choice });
        return item::on_page(&visitor, &sent, read.into(command), "", "meeting-said-voted").await;
    }
    let put = match read.into(Slip { meeting, item: at, choice }) {
        Ok(slip) => urn::put(&visitor, slip).await?,
        Err(refusal) => Err(refusal),
    };
    match put {
        Ok(()) => visitor.go_with(&stage::item_home(&visitor), "meeting-said-voted"),
        Err(refusal) => item::back_on_page(&visitor, visitor.refused(&sent, refusal)?),
    }
}

/// `POST …/roster`: open ballots of those who vote by voice or hand.
pub(super) async fn record(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let (meeting, at) = (stage::meeting_id(&visitor)?, stage::item_id(&visitor)?);
    let people: Vec<Uuid> = read.numbers("ballot_of");
    let mut ballots = Vec::new();
    for (by, typed) in people.into_iter().zip(read.all("ballot")).filter(|(_, typed)| !typed.is_empty()) {
        match choice(&typed) {
            Some(choice) => ballots.push(CastBallot { meeting, item: at, by: PersonId(by), choice }),
            None => read.wrong("ballot", "Välj ett av yrkandena för var och en, eller att avstå."),
        }
    }
    let ballots = stage::item(&visitor, None, |_, item| {
        let vote = item.vote.as_ref();
        let known = |b: &CastBallot| vote.and_then(|v| v.ballots.get(&b.by)) == Some(&b.choice);
        ballots.into_iter().filter(|b| !known(b)).collect::<Vec<_>>()
    })?;
    let commands = read.every(ballots.into_iter().map(Command::from).collect());
    let to = format!("{}#omrostning", stage::item_home(&visitor));
    match visitor.submit_all(&sent, commands).await? {
        Ok(done) => After { to: &to, says: "meeting-said-ballots" }.go(&visitor, &done),
        Err(refused) => {
            item::back_on_page(&visitor, stage::renamed(refused, &[("choice", "ballot"), ("by", "ballot")]))
        }
    }
}

/// `POST …/rostrakning`.
pub(super) async fn count(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let command = Command::from(CloseVote {
        meeting: stage::meeting_id(&visitor)?,
        item: stage::item_id(&visitor)?,
        lot: read.maybe_number("lot").map(ProposalId),
        tally: None,
    });
    item::on_page(&visitor, &sent, read.into(command), "#omrostning", "meeting-said-counted").await
}

/// `POST …/beslut`.
pub(super) async fn decide(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let command = Command::from(MakeDecision {
        meeting: stage::meeting_id(&visitor)?,
        item: stage::item_id(&visitor)?,
        clauses: stage::lines(&read.text("clauses")),
        appealable: read.ticked("appealable"),
        outcome: outcome::read(&mut read),
    });
    item::on_page(&visitor, &sent, read.into(command), "#beslut", "meeting-said-decided").await
}
