//! Proposals, ballots and ties.

use statute::Outcome;

use crate::association::events::Event as About;
use crate::decision::Refusal;
use crate::ids::{PersonId, ProposalId};
use crate::initiative::events::BoardOutcome;
use crate::meeting::attendance::{NoteDisqualification, NoteLeaving};
use crate::meeting::events::{TieBreak, VoteMatter};
use crate::meeting::tests::{
    APPLICATION, MEETING, PAYMENTS, SIX, ballot, contested, granted, opened, proposal, rejected, take_up,
    voting,
};
use crate::meeting::vote::{CloseVote, OpenVote};
use crate::testing::{ASTA, BO, CILLA, DAVID, GUN, Given, MAJA, changed, field, law, order};

const COUNT: CloseVote = CloseVote { meeting: MEETING, item: APPLICATION, lot: None, tally: None };

fn open(matter: VoteMatter) -> OpenVote {
    OpenVote { meeting: MEETING, item: APPLICATION, between: Vec::new(), secret: false, matter }
}

/// The six in the order of the seats vote: 1 to grant, 2 to reject, 0 to abstain, `None` not at all.
fn votes(matter: VoteMatter, choices: [Option<u32>; 6]) -> Given {
    SIX.into_iter().zip(choices).fold(voting(matter), |g, (person, choice)| match choice {
        Some(choice) => g.done(ballot(APPLICATION, person, Some(choice).filter(|c| *c > 0))),
        None => g,
    })
}

fn result(given: &Given) -> Option<(ProposalId, Option<TieBreak>)> {
    given.state.meetings[&MEETING].item(APPLICATION).unwrap().vote.as_ref().unwrap().result
}

const YES: Option<u32> = Some(1);
const NO: Option<u32> = Some(2);
const ABSTAINS: Option<u32> = Some(0);

#[test]
fn those_who_serve_propose() {
    let open_item = || opened().done(take_up(APPLICATION)).done(take_up(PAYMENTS));
    open_item().when(proposal(APPLICATION, CILLA, "att avslå", Some(rejected()))).settles();
    open_item().when(proposal(APPLICATION, GUN, "att avslå", None)).refused(order("tjänstgör inte"));
    open_item().when(proposal(APPLICATION, CILLA, " ", None)).refused(field("text"));
    open_item().when(proposal(PAYMENTS, CILLA, "att anta", Some(granted()))).refused(field("outcome"));
    opened().when(proposal(APPLICATION, CILLA, "att avslå", None)).refused(order("inte uppe"));
    voting(VoteMatter::Ordinary)
        .when(proposal(APPLICATION, CILLA, "att återremittera", None))
        .refused(order("yrkandena ligger fast"));
}

#[test]
fn a_vote_stands_between_proposals_that_were_made() {
    contested().when(open(VoteMatter::Ordinary)).settles();
    let one = opened().done(take_up(APPLICATION)).done(proposal(APPLICATION, ASTA, "att bevilja", None));
    one.when(open(VoteMatter::Ordinary)).refused(order("minst två"));
    for between in [vec![ProposalId(1), ProposalId(9)], vec![ProposalId(1), ProposalId(1)]] {
        contested().when(OpenVote { between, ..open(VoteMatter::Ordinary) }).refused(field("between"));
    }
    voting(VoteMatter::Ordinary).when(open(VoteMatter::Election)).settles();
    let begun = voting(VoteMatter::Ordinary).done(ballot(APPLICATION, BO, YES));
    begun.when(open(VoteMatter::Election)).refused(changed("pågår"));
}

#[test]
fn a_ballot_may_be_changed_until_the_vote_is_closed() {
    let cast = voting(VoteMatter::Ordinary).when(ballot(APPLICATION, BO, YES)).settles();
    let changed_mind = cast.when(ballot(APPLICATION, BO, NO)).settles();
    let vote = changed_mind.state.meetings[&MEETING].item(APPLICATION).unwrap().vote.clone().unwrap();
    assert_eq!(vote.ballots.get(&BO), Some(&Some(ProposalId(2))));
    let counted = changed_mind.done(COUNT);
    counted.clone().when(ballot(APPLICATION, BO, NO)).settles();
    counted.when(ballot(APPLICATION, BO, YES)).refused(changed("avslutad"));
    voting(VoteMatter::Ordinary).when(ballot(APPLICATION, GUN, YES)).refused(order("tjänstgör inte"));
    voting(VoteMatter::Ordinary).when(ballot(APPLICATION, BO, Some(7))).refused(field("choice"));
    contested().when(ballot(APPLICATION, BO, YES)).refused(order("Ingen omröstning"));
}

#[test]
fn most_votes_win() {
    let won = votes(VoteMatter::Ordinary, [YES, NO, NO, ABSTAINS, NO, YES])
        .when(COUNT)
        .finds("one-vote-each", Outcome::Met)
        .silent("tie")
        .settles();
    assert_eq!(result(&won), Some((ProposalId(2), None)));
    let lot = CloseVote { lot: Some(ProposalId(1)), ..COUNT };
    won.when(lot.clone()).refused(changed("annat utfall"));
    votes(VoteMatter::Election, [YES, NO, NO, NO, NO, YES]).when(lot).refused(field("lot"));
    voting(VoteMatter::Ordinary).when(COUNT).refused(order("Ingen röst"));
}

#[test]
fn at_three_to_three_the_chair_decides() {
    let won = votes(VoteMatter::Ordinary, [NO, YES, YES, YES, NO, NO])
        .when(COUNT)
        .finds("tie", Outcome::Met)
        .finds("one-vote-each", Outcome::Met)
        .settles();
    assert_eq!(result(&won), Some((ProposalId(2), Some(TieBreak::CastingVote))), "Asta in the chair said no");
    let lot = CloseVote { lot: Some(ProposalId(1)), ..COUNT };
    votes(VoteMatter::Ordinary, [NO, YES, YES, YES, NO, NO]).when(lot).refused(field("lot"));
}

#[test]
fn the_chair_votes_when_the_vote_is_needed() {
    for chair in [ABSTAINS, None] {
        let tied = votes(VoteMatter::Ordinary, [chair, YES, YES, NO, NO, ABSTAINS]);
        tied.clone().when(COUNT).refused(law("one-vote-each"));
        tied.when(COUNT).refused(law("tie"));
    }
    votes(VoteMatter::Ordinary, [ABSTAINS, YES, YES, YES, NO, NO]).when(COUNT).silent("tie").settles();
}

#[test]
fn two_people_of_one_name_have_two_votes() {
    let named = |person| About::PersonNamed { person, name: "Anna Ask".to_owned() };
    let tied = votes(VoteMatter::Ordinary, [NO, YES, YES, YES, NO, NO]).and([named(CILLA), named(DAVID)]);
    tied.when(COUNT).finds("one-vote-each", Outcome::Met).settles();
}

#[test]
fn a_no_may_be_proposed_before_its_reasons_are_written() {
    let bare = BoardOutcome::Rejected { why: String::new() };
    let item = opened().done(take_up(APPLICATION));
    item.when(proposal(APPLICATION, CILLA, "att avslå", Some(bare))).settles();
}

#[test]
fn with_the_chair_disqualified_the_vice_chair_presides() {
    let aside = NoteDisqualification {
        meeting: MEETING,
        item: APPLICATION,
        person: ASTA,
        ground: "Leder den sökande enheten.".to_owned(),
    };
    let tied = contested().done(aside).done(open(VoteMatter::Ordinary));
    let tied = [(BO, YES), (CILLA, YES), (DAVID, NO), (SIX[4], NO)]
        .into_iter()
        .fold(tied, |g, (person, choice): (PersonId, _)| g.done(ballot(APPLICATION, person, choice)));
    let won = tied.when(COUNT).finds("tie", Outcome::Met).settles();
    assert_eq!(result(&won), Some((ProposalId(1), Some(TieBreak::CastingVote))));
}

#[test]
fn in_elections_and_employment_the_lot_decides() {
    for matter in [VoteMatter::Election, VoteMatter::Employment] {
        let tied = votes(matter, [NO, YES, YES, YES, NO, NO]);
        tied.clone().when(COUNT).refused(order("Lika röstetal, 3–3: i val och anställning avgör lotten"));
        let drawn = CloseVote { lot: Some(ProposalId(1)), ..COUNT };
        let won = tied.clone().when(drawn).finds("tie", Outcome::Met).settles();
        assert_eq!(result(&won), Some((ProposalId(1), Some(TieBreak::Lot))));
        tied.when(CloseVote { lot: Some(ProposalId(3)), ..COUNT }).refused(field("lot"));
    }
}

#[test]
fn in_an_ordinary_matter_more_than_half_carry_a_proposal() {
    let three = || contested().done(proposal(APPLICATION, CILLA, "att återremittera", None));
    let voted = |matter| {
        [(ASTA, 1), (BO, 1), (CILLA, 1), (DAVID, 2), (SIX[4], 2), (SIX[5], 3)]
            .into_iter()
            .fold(three().done(open(matter)), |g, (person, choice)| {
                g.done(ballot(APPLICATION, person, Some(choice)))
            })
    };
    let split = voted(VoteMatter::Ordinary);
    split.clone().when(COUNT).refused(order("mer än hälften av rösterna: 3–2–1"));
    let two = OpenVote { between: vec![ProposalId(1), ProposalId(2)], ..open(VoteMatter::Ordinary) };
    split.when(two).settles();
    voted(VoteMatter::Election).when(COUNT).settles();
}

#[test]
fn who_leaves_during_a_vote_has_voted() {
    let second = opened().done(take_up(PAYMENTS)).done(take_up(APPLICATION));
    let proposed = second
        .done(proposal(APPLICATION, ASTA, "att bevilja", Some(granted())))
        .done(proposal(APPLICATION, BO, "att avslå", Some(rejected())))
        .done(open(VoteMatter::Ordinary));
    let left = SIX
        .into_iter()
        .fold(proposed, |g, person| {
            g.done(ballot(APPLICATION, person, if person == CILLA { NO } else { YES }))
        })
        .done(NoteLeaving { meeting: MEETING, person: BO, after: 1 })
        .done(NoteLeaving { meeting: MEETING, person: CILLA, after: 1 });
    let won = left.when(COUNT).finds("one-vote-each", Outcome::Met).settles();
    assert_eq!(result(&won), Some((ProposalId(1), None)));
}

#[test]
fn a_ballot_of_ones_own_is_not_noted_over() {
    let own = voting(VoteMatter::Ordinary).by(BO).done(ballot(APPLICATION, BO, YES));
    own.clone().by(MAJA).when(ballot(APPLICATION, BO, NO)).refused(order("har själv lagt sin röst"));
    own.clone().by(MAJA).when(ballot(APPLICATION, BO, YES)).settles();
    own.by(BO).when(ballot(APPLICATION, BO, NO)).settles();
}

#[test]
fn what_was_noted_for_somebody_is_theirs_to_change_and_says_who_noted_it() {
    let noted = voting(VoteMatter::Ordinary).by(MAJA).done(ballot(APPLICATION, BO, YES));
    let vote =
        |given: &Given| given.state.meetings[&MEETING].item(APPLICATION).unwrap().vote.clone().unwrap();
    assert_eq!(vote(&noted).noted.get(&BO), Some(&MAJA));
    noted.clone().by(MAJA).when(ballot(APPLICATION, BO, NO)).settles();
    let confirmed = noted.by(BO).when(ballot(APPLICATION, BO, YES)).settles();
    assert!(vote(&confirmed).noted.is_empty(), "the same choice by one's own hand is one's own");
    confirmed.by(MAJA).when(ballot(APPLICATION, BO, NO)).refused(order("har själv"));
}

#[test]
fn three_proposals_tied_are_put_again_two_by_two() {
    let three = contested().done(proposal(APPLICATION, CILLA, "att återremittera", None));
    let tied = [(ASTA, 3), (BO, 1), (CILLA, 1), (DAVID, 2), (SIX[4], 2)]
        .into_iter()
        .fold(three.done(open(VoteMatter::Ordinary)), |g, (person, choice)| {
            g.done(ballot(APPLICATION, person, Some(choice)))
        });
    tied.clone().when(COUNT).refused(order("skiljer inte"));
    let two = OpenVote { between: vec![ProposalId(1), ProposalId(2)], ..open(VoteMatter::Ordinary) };
    let again = tied.when(two).settles();
    again.when(COUNT).refused(|r| matches!(r, Refusal::Order { .. }));
}
