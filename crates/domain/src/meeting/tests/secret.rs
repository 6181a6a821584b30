//! Secret votes: slips that are no commands, a count that no request can send, and what the record keeps.

use std::collections::{BTreeMap, BTreeSet};

use statute::Outcome;

use crate::decision::Refusal;
use crate::event::Event;
use crate::ids::{PersonId, ProposalId};
use crate::meeting::attendance::NoteDisqualification;
use crate::meeting::events::{Event as Fact, TieBreak, VoteMatter};
use crate::meeting::slip::{SecretVote, Slip, Tally};
use crate::meeting::state::Vote;
use crate::meeting::tests::{APPLICATION, MEETING, SIX, ballot, contested};
use crate::meeting::vote::{CloseVote, OpenVote};
use crate::testing::{ASTA, BO, CILLA, GUN, Given, changed, field, law, order};

const VOTE: SecretVote = SecretVote { meeting: MEETING, item: APPLICATION, number: 1 };

fn open(matter: VoteMatter) -> OpenVote {
    OpenVote { meeting: MEETING, item: APPLICATION, between: Vec::new(), secret: true, matter }
}

fn election() -> Given {
    contested().done(open(VoteMatter::Election))
}

fn tally(counts: [u32; 2], abstained: u32) -> Tally {
    let all = counts.iter().sum::<u32>() + abstained;
    let voted = SIX.into_iter().take(usize::try_from(all).unwrap()).collect();
    let counts = (1..).map(ProposalId).zip(counts).filter(|(_, votes)| *votes > 0).collect();
    Tally { vote: VOTE, counts, abstained, voted }
}

fn close(tally: Tally) -> CloseVote {
    CloseVote { meeting: MEETING, item: APPLICATION, lot: None, tally: Some(tally) }
}

fn vote(given: &Given) -> Vote {
    given.state.meetings[&MEETING].item(APPLICATION).unwrap().vote.clone().unwrap()
}

fn slip(choice: Option<u32>) -> Slip {
    Slip { meeting: MEETING, item: APPLICATION, choice: choice.map(ProposalId) }
}

fn puts(given: &Given, person: PersonId, choice: Option<u32>) -> Result<SecretVote, Refusal> {
    let given = given.clone().by(person);
    slip(choice).fits(&given.state, &given.ctx)
}

#[test]
fn only_elections_and_employment_are_voted_on_in_secret() {
    contested().when(open(VoteMatter::Ordinary)).refused(law("open-vote"));
    for matter in [VoteMatter::Election, VoteMatter::Employment] {
        contested().when(open(matter)).finds("open-vote", Outcome::Met).settles();
    }
}

#[test]
fn a_secret_ballot_is_no_command() {
    election().by(BO).when(ballot(APPLICATION, BO, Some(1))).refused(order("sluten"));
    election().when(ballot(APPLICATION, BO, Some(1))).refused(order("ingen röst i den sparas med namn"));
}

#[test]
fn a_slip_is_put_by_the_rules_of_a_ballot() {
    let open = election();
    assert_eq!(puts(&open, BO, Some(1)), Ok(VOTE));
    assert_eq!(puts(&open, BO, None), Ok(VOTE));
    assert!(field("choice")(&puts(&open, BO, Some(7)).unwrap_err()));
    assert!(order("tjänstgör inte")(&puts(&open, GUN, Some(1)).unwrap_err()));
    let counted = open.done(close(tally([2, 1], 0)));
    assert!(changed("avslutad")(&puts(&counted, BO, Some(1)).unwrap_err()));
    let not_secret = contested().done(OpenVote { secret: false, ..open_vote() });
    assert!(order("öppen")(&puts(&not_secret, BO, Some(1)).unwrap_err()));
}

fn open_vote() -> OpenVote {
    open(VoteMatter::Election)
}

#[test]
fn the_record_keeps_who_voted_and_what_it_came_to() {
    let counted = election().when(close(tally([1, 3], 1))).finds("one-vote-each", Outcome::Met).settles();
    let vote = vote(&counted);
    assert_eq!(vote.result, Some((ProposalId(2), None)));
    assert_eq!((vote.count(ProposalId(1)), vote.count(ProposalId(2)), vote.abstained()), (1, 3, 1));
    assert_eq!(vote.voted(), SIX.into_iter().take(5).collect::<BTreeSet<_>>());
    assert!(vote.ballots.is_empty());
}

#[test]
fn who_voted_is_written_by_id_and_not_in_the_order_they_came() {
    let voted: Vec<PersonId> = SIX.into_iter().rev().collect();
    let tally = Tally { voted: voted.into_iter().collect(), ..tally([3, 3], 0) };
    let closing = close(tally);
    let decided = crate::command::decide(&election().state, &election().ctx, &closing.into()).unwrap();
    let [Event::Meeting(Fact::SlipsCounted { voted, .. }), ..] = decided.events.as_slice() else {
        panic!("{decided:?}")
    };
    assert!(voted.is_sorted());
}

#[test]
fn a_tie_is_counted_first_and_settled_by_lot_afterwards() {
    let early = CloseVote { lot: Some(ProposalId(1)), ..close(tally([3, 3], 0)) };
    election().when(early).refused(field("lot"));
    let tied = election().when(close(tally([3, 3], 0))).happens();
    assert!(vote(&tied).waits_for_lot());
    assert!(SecretVote::open_under(&tied.state, MEETING, APPLICATION).is_none(), "nobody votes on");
    let lot = |lot| CloseVote { meeting: MEETING, item: APPLICATION, lot, tally: None };
    tied.clone().when(lot(None)).refused(order("Lika röstetal, 3–3"));
    let drawn = tied.when(lot(Some(ProposalId(2)))).finds("tie", Outcome::Met).settles();
    assert_eq!(vote(&drawn).result, Some((ProposalId(2), Some(TieBreak::Lot))));
}

#[test]
fn no_request_can_say_what_the_slips_came_to() {
    let sent = serde_json::json!({
        "meeting": MEETING, "item": APPLICATION, "tally": { "counts": { "1": 6 }, "abstained": 0, "voted": [] }
    });
    let read: CloseVote = serde_json::from_value(sent).unwrap_or(CloseVote {
        meeting: MEETING,
        item: APPLICATION,
        lot: None,
        tally: None,
    });
    assert_eq!(read.tally, None);
    election().when(read).refused(order("inte räknade"));
    assert!(!serde_json::to_string(&close(tally([1, 2], 0))).unwrap().contains("counts"));
}

#[test]
fn a_count_of_another_vote_or_with_somebody_who_stepped_aside_is_made_again() {
    let another = Tally { vote: SecretVote { number: 2, ..VOTE }, ..tally([1, 2], 0) };
    election().when(close(another)).refused(changed("annan omröstning"));
    let aside = NoteDisqualification {
        meeting: MEETING,
        item: APPLICATION,
        person: CILLA,
        ground: "Part i saken.".to_owned(),
    };
    let aside = election().done(aside);
    assert_eq!(VOTE.stepped_aside(&aside.state), [CILLA].into());
    aside.clone().when(close(tally([3, 3], 0))).refused(changed("Räkna igen"));
    let without =
        Tally { voted: [ASTA, BO].into(), counts: BTreeMap::from([(ProposalId(1), 2)]), ..tally([2, 0], 0) };
    aside.when(close(without)).settles();
}

#[test]
fn nobody_voting_is_no_result() {
    election().when(close(tally([0, 0], 0))).refused(order("Ingen röst"));
    election().when(close(tally([0, 0], 3))).refused(order("Ingen röst"));
}

#[test]
fn a_vote_held_anew_is_another_vote() {
    let three = contested().done(crate::meeting::tests::proposal(APPLICATION, CILLA, "att vänta", None));
    let two = OpenVote { between: vec![ProposalId(1), ProposalId(2)], ..open_vote() };
    let again = three.done(open_vote()).when(two).settles();
    let now = SecretVote::open_under(&again.state, MEETING, APPLICATION).unwrap();
    assert_eq!(now.number, 2);
    assert!(VOTE.is_over(&again.state) && !now.is_over(&again.state));
    assert_eq!(now.to_string().parse(), Ok(now));
    assert_eq!("1/2".parse::<SecretVote>(), Err(()));
}

#[test]
fn a_slip_is_never_written_out() {
    assert!(!format!("{:?}", slip(Some(2))).contains("choice"));
}
