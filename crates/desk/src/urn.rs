//! The way of a secret slip into the urn, and of the command that has the slips counted.
//!
//! A slip is no command: it meets the gate, the policies and the rules of an open ballot, and ends in the urn. Closing
//! the vote freezes the urn, hands what it held to the decision, and empties it when the record holds the result.

use std::collections::BTreeMap;

use directory::{UrnRefused, VoteId, Workroom};
use domain::decision::Entered;
use domain::ids::{MeetingId, PersonId, ProposalId};
use domain::meeting::slip::{SecretVote, Slip, Tally};
use domain::meeting::vote::CloseVote;
use domain::{Association, Command, Ctx, Refusal, meeting};
use engine::{Done, Error};
use jiff::Timestamp;
use uuid::Uuid;

use crate::App;
use crate::stop::Stop;
use crate::visitor::{Visitor, Voted};

fn name(slug: &str, vote: SecretVote) -> VoteId {
    VoteId(format!("{slug}/{vote}"))
}

fn named(id: &VoteId) -> Option<(&str, SecretVote)> {
    let (slug, vote) = id.0.split_once('/')?;
    Some((slug, vote.parse().ok()?))
}

/// The secret votes that are open at a meeting.
pub fn open(association: &Association, meeting: MeetingId) -> Vec<SecretVote> {
    let items = association.meetings.get(&meeting).into_iter().flat_map(|m| &m.items);
    items.filter_map(|item| SecretVote::open_under(association, meeting, item.id)).collect()
}

/// Who has put a slip into the urns of votes that are open; never what it says.
pub async fn voted(app: &App, slug: &str, open: Vec<SecretVote>) -> Result<Voted, Stop> {
    let mut voted = Voted::new();
    for vote in open {
        let people = app.directory().workroom().voted(&name(slug, vote)).await?;
        voted.insert(vote.item, people.into_iter().map(|person| PersonId(person.0)).collect());
    }
    Ok(voted)
}

/// Puts the visitor's own slip; there is no way to put anybody else's.
pub async fn put(visitor: &Visitor, slip: Slip) -> Result<Result<(), Refusal>, Stop> {
    let (slug, actor) = (visitor.slug()?, visitor.actor()?);
    let now = visitor.local_now();
    let ctx = Ctx { now, actor, reasons: BTreeMap::new(), entered: Entered::AsItHappens };
    let vote = match visitor.read(|association| slip.fits(association, &ctx))? {
        Ok(vote) => name(slug, vote),
        Err(refusal) => return Ok(Err(refusal)),
    };
    let workroom = visitor.app().directory().workroom();
    let choice = slip.choice.map(|proposal| proposal.0);
    match workroom.put_slip(&vote, directory::PersonId(actor.0), choice).await {
        Ok(()) => Ok(Ok(())),
        Err(why) => refused(workroom, &vote, why).await.map(Err),
    }
}

/// Carries a command out; one that closes a secret vote has the slips counted first.
pub async fn execute(
    app: &App,
    slug: &str,
    id: Uuid,
    at: Timestamp,
    ctx: Ctx,
    mut command: Command,
) -> Result<Result<Done, Refusal>, Stop> {
    let opens = matches!(command, Command::Meeting(meeting::Command::OpenVote(_)));
    let Some((closing, vote)) = closing(app, slug, &mut command) else {
        let done = answer(app.engine().execute(slug, id, at, ctx, command).await)?;
        if opens && done.is_ok() {
            // The urn of a vote that this one takes the place of.
            tidy(app, Some(slug)).await;
        }
        return Ok(done);
    };
    let workroom = app.directory().workroom();
    let urn = name(slug, vote);
    match count(app, slug, id, vote).await {
        Ok(tally) => closing.tally = Some(tally),
        // Whoever emptied it has written the result: read it.
        Err(UrnRefused::Emptied) => app.engine().catch_up(slug, u64::MAX).await?,
        Err(why) => {
            workroom.release(&urn, id).await?;
            return refused(workroom, &urn, why).await.map(Err);
        }
    }
    // What became of a fault is not known: the urn stays shut until the record has been asked.
    let done = answer(app.engine().execute(slug, id, at, ctx, command).await)?;
    match &done {
        Ok(_) => empty(workroom, &urn).await,
        Err(_) => workroom.release(&urn, id).await?,
    }
    Ok(done)
}

/// Empties the urns whose votes are over, and lets slips in again where a stopped server was counting.
pub async fn tidy(app: &App, only: Option<&str>) {
    let workroom = app.directory().workroom();
    let unfinished = match workroom.unfinished().await {
        Ok(unfinished) => unfinished,
        Err(fault) => return tracing::error!(%fault, "urns.unread"),
    };
    for urn in unfinished {
        let Some((slug, vote)) = named(&urn.vote).filter(|(slug, _)| only.is_none_or(|o| o == *slug)) else {
            continue;
        };
        if app.engine().read(slug, |association| vote.is_over(association)) == Some(true) {
            empty(workroom, &urn.vote).await;
        } else if let (Some(by), None, true) = (urn.frozen_by, only, workroom.is_ours_alone())
            && let Err(fault) = workroom.release(&urn.vote, by).await
        {
            tracing::error!(%fault, "urn.shut");
        }
    }
}

async fn count(app: &App, slug: &str, id: Uuid, vote: SecretVote) -> Result<Tally, UrnRefused> {
    let (workroom, urn) = (app.directory().workroom(), name(slug, vote));
    workroom.freeze(&urn, id).await?;
    let aside = app.engine().read(slug, |association| vote.stepped_aside(association)).unwrap_or_default();
    let aside = aside.into_iter().map(|person| directory::PersonId(person.0)).collect();
    let held = workroom.tally(&urn, id, &aside).await?;
    Ok(Tally {
        vote,
        counts: held.counts.into_iter().map(|(choice, slips)| (ProposalId(choice), slips)).collect(),
        abstained: held.abstained,
        voted: held.voted.into_iter().map(|person| PersonId(person.0)).collect(),
    })
}

fn closing<'c>(app: &App, slug: &str, command: &'c mut Command) -> Option<(&'c mut CloseVote, SecretVote)> {
    let Command::Meeting(meeting::Command::CloseVote(closing)) = command else { return None };
    let vote = app.engine().read(slug, |association| closing.counts(association)).flatten()?;
    Some((closing, vote))
}

fn answer(done: Result<Done, Error>) -> Result<Result<Done, Refusal>, Stop> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(Error::Refused(refusal)) => Ok(Err(refusal)),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

async fn empty(workroom: &Workroom, urn: &VoteId) {
    // The result stands in the record; the next start empties what could not be emptied now.
    if let Err(fault) = workroom.destroy(urn).await {
        tracing::error!(%fault, "urn.not_emptied");
    }
}

async fn refused(workroom: &Workroom, urn: &VoteId, why: UrnRefused) -> Result<Refusal, Stop> {
    match why {
        UrnRefused::Fault(fault) => Err(fault.into()),
        UrnRefused::KeyGone => {
            workroom.begin_anew(urn).await?;
            Ok(Refusal::Changed(UrnRefused::KeyGone.to_string()))
        }
        why @ (UrnRefused::Counting | UrnRefused::Emptied) => Ok(Refusal::Changed(why.to_string())),
    }
}
