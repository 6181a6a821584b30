//! Who serves, for whom, how, and who steps aside.

use jiff::civil::date;
use statute::Outcome;

use crate::association::events::Event as Association;
use crate::decision::Refusal;
use crate::ids::{ItemId, MandateId, PersonId};
use crate::meeting::attendance::{NoteDisqualification, NoteLeaving};
use crate::meeting::events::Capacity;
use crate::meeting::events::{Remote, VoteMatter};
use crate::meeting::tests::{
    APPLICATION, MEETING, PAYMENTS, ballot, contested, decision, empty_room, granted, noticed, opened,
    opened_by, present, serving, take_up, voting,
};
use crate::testing::{ASTA, BO, CILLA, DAVID, FRANS, GUN, HANS, IDA, JON, LARS, NILS, field, law, order};

fn disqualified(person: PersonId) -> NoteDisqualification {
    let ground = "Leder den sökande enheten.".to_owned();
    NoteDisqualification { meeting: MEETING, item: APPLICATION, person, ground }
}

#[test]
fn a_member_serves_on_the_own_mandate() {
    empty_room().when(serving(ASTA, 1, None)).silent("substitute-serves-own-member").settles();
    empty_room().when(serving(ASTA, 2, None)).refused(field("mandate"));
    empty_room().when(serving(NILS, 16, None)).refused(field("mandate"));
    empty_room().when(serving(ASTA, 99, None)).refused(|r| *r == Refusal::NotFound("mandatet"));
    noticed().when(serving(ASTA, 1, None)).refused(order("inte öppnat"));
}

#[test]
fn a_substitute_serves_for_the_own_member_in_order() {
    let rule = "substitute-serves-own-member";
    empty_room().when(serving(GUN, 7, Some(1))).finds(rule, Outcome::Met).settles();
    empty_room().when(serving(HANS, 8, Some(1))).refused(law(rule));
    let ida_waits = empty_room().done(present(IDA, Capacity::Substitute { mandate: MandateId(9) }));
    ida_waits.when(serving(JON, 10, Some(3))).refused(law(rule));
    empty_room().when(serving(JON, 10, Some(3))).finds(rule, Outcome::Met).settles();
    empty_room().when(serving(GUN, 7, None)).refused(field("in_place_of"));
    empty_room().when(serving(GUN, 7, Some(8))).refused(field("in_place_of"));
    empty_room().when(serving(ASTA, 1, Some(2))).refused(field("in_place_of"));
    let sits = present(ASTA, Capacity::Substitute { mandate: MandateId(1) });
    empty_room().when(sits).refused(field("mandate"));
}

#[test]
fn nobody_serves_in_a_seat_that_is_served() {
    opened().when(serving(GUN, 7, Some(1))).refused(order("Asta Alm tjänstgör redan"));
    let gun = empty_room().done(serving(GUN, 7, Some(1)));
    gun.clone().when(serving(ASTA, 1, None)).refused(order("Gun Gran tjänstgör redan"));
    let left = gun.done(take_up(ItemId(1))).done(NoteLeaving { meeting: MEETING, person: GUN, after: 1 });
    let mut late = serving(ASTA, 1, None);
    left.clone().when(late.clone()).refused(order("Gun Gran tjänstgör redan"));
    late.attendance.paragrafer = Some((2, None));
    left.when(late).settles();
}

#[test]
fn under_an_item_a_substitute_serves_for_a_disqualified_member() {
    let aside = contested().when(disqualified(FRANS)).settles();
    let mut lars = serving(LARS, 12, Some(6));
    aside.clone().when(lars.clone()).refused(order("Frans Fors tjänstgör redan"));
    lars.attendance.paragrafer = Some((1, Some(1)));
    let steps_in = aside.when(lars).settles();
    let meeting = &steps_in.state.meetings[&MEETING];
    let who =
        |id| -> Vec<PersonId> { meeting.serving_in(meeting.item(id).unwrap()).map(|a| a.person).collect() };
    assert!(who(APPLICATION).contains(&LARS) && !who(APPLICATION).contains(&FRANS));
    let next = steps_in.done(take_up(PAYMENTS));
    let meeting = &next.state.meetings[&MEETING];
    let item = meeting.item(PAYMENTS).unwrap();
    assert_eq!(meeting.serving_in(item).count(), 6);
    assert!(meeting.serving_in(item).all(|a| a.person != LARS));
}

#[test]
fn taking_part_at_a_distance_needs_a_standing_decision() {
    let mut remote = serving(ASTA, 1, None);
    remote.attendance.remote = Some(Remote { sound_only: false, reason: None });
    empty_room().when(remote.clone()).refused(law("remote-decision"));
    let allowed = empty_room().and([Association::RemoteParticipationDecided {
        on: date(2025, 5, 5),
        extent: "Alla ledamöter, med bild och ljud.".to_owned(),
        sound: None,
    }]);
    allowed.clone().when(remote.clone()).finds("remote-decision", Outcome::Met).settles();
    remote.attendance.remote = Some(Remote { sound_only: true, reason: Some("Ingen bild.".to_owned()) });
    allowed.clone().when(remote.clone()).refused(law("remote-decision"));
    let sound = allowed.and([Association::RemoteParticipationDecided {
        on: date(2025, 9, 1),
        extent: "Alla ledamöter.".to_owned(),
        sound: Some("När bild inte går att få.".to_owned()),
    }]);
    sound.clone().when(remote.clone()).finds("remote-decision", Outcome::Met).settles();
    let later = sound.and([Association::RemoteParticipationDecided {
        on: date(2026, 12, 1),
        extent: "Ingen.".to_owned(),
        sound: None,
    }]);
    later.when(remote.clone()).finds("remote-decision", Outcome::Met);
    remote.attendance.capacity = Capacity::Other { from: "Norrby kommun".to_owned() };
    empty_room().when(remote).silent("remote-decision").settles();
}

#[test]
fn who_leaves_is_gone_after_the_paragraph() {
    let leaves = NoteLeaving { meeting: MEETING, person: CILLA, after: 1 };
    opened().when(leaves.clone()).refused(order("Ingen punkt"));
    let after = contested().when(leaves.clone()).settles();
    let meeting = &after.state.meetings[&MEETING];
    assert_eq!(meeting.serving().count(), 5);
    assert_eq!(meeting.serving_in(meeting.item(APPLICATION).unwrap()).count(), 6, "she was there for § 1");
    contested().when(NoteLeaving { after: 7, ..leaves.clone() }).refused(field("after"));
    contested().when(NoteLeaving { person: GUN, ..leaves }).refused(order("inte antecknad"));
}

#[test]
fn who_comes_back_has_not_been_there_in_between() {
    let gone = contested().done(NoteLeaving { meeting: MEETING, person: CILLA, after: 1 });
    let gone = gone.done(take_up(PAYMENTS));
    gone.clone().when(serving(CILLA, 3, None)).refused(field("paragrafer"));
    let mut back = serving(CILLA, 3, None);
    back.attendance.paragrafer = Some((3, None));
    let after = gone.when(back).settles().done(take_up(ItemId(6)));
    let meeting = &after.state.meetings[&MEETING];
    let there = |id| meeting.serving_in(meeting.item(id).unwrap()).filter(|a| a.person == CILLA).count();
    assert_eq!([there(APPLICATION), there(PAYMENTS), there(ItemId(6))], [1, 0, 1]);
    assert_eq!(meeting.serving().count(), 6);
}

#[test]
fn the_disqualified_neither_propose_vote_nor_count() {
    let aside = voting(VoteMatter::Ordinary)
        .done(ballot(APPLICATION, DAVID, Some(1)))
        .when(disqualified(DAVID))
        .settles();
    let vote = aside.state.meetings[&MEETING].item(APPLICATION).unwrap().vote.clone().unwrap();
    assert!(vote.ballots.is_empty(), "the ballot lapses");
    aside.when(ballot(APPLICATION, DAVID, Some(1))).refused(order("jävig"));
    contested().when(disqualified(GUN)).refused(order("tjänstgör inte"));
    let unsaid = NoteDisqualification { ground: " ".to_owned(), ..disqualified(BO) };
    contested().when(unsaid).refused(field("ground"));
    let decided = contested().done(decision(APPLICATION, "att bevilja", Some(granted())));
    decided.when(disqualified(BO)).refused(order("redan deltagit"));
}

#[test]
fn with_a_disqualified_member_the_quorum_is_counted_without() {
    let aside = opened_by(4).done(take_up(APPLICATION)).done(disqualified(DAVID));
    aside.when(decision(APPLICATION, "att bevilja", Some(granted()))).refused(law("quorum"));
    let enough = opened().done(take_up(APPLICATION)).done(disqualified(DAVID));
    enough
        .when(decision(APPLICATION, "att bevilja", Some(granted())))
        .finds("disqualification", Outcome::Met)
        .finds("quorum", Outcome::Met)
        .settles();
}
