//! How an association is established, command by command.

use jiff::civil::date;
use statute::Outcome;

use super::*;
use crate::testing::{
    AF, ASTA, FK, NORRBY, REGION, SODERBY, association, bylaws, changed, field, given, order,
};

fn finnveden() -> Founded {
    Founded {
        slug: "finnveden".to_owned(),
        name: "Samordningsförbundet Finnveden".to_owned(),
        short_name: "Finnveden".to_owned(),
        organisationsnummer: None,
        seat: "Värnamo".to_owned(),
        county: "Jönköpings län".to_owned(),
        on: date(2006, 1, 1),
    }
}

fn nothing() -> [crate::Event; 0] {
    []
}

#[test]
fn an_association_is_founded_once() {
    let past = given(nothing())
        .when(FoundAssociation { founded: finnveden() })
        .then([Event::Founded(finnveden())])
        .settles();
    let other = Founded { name: "Ett annat".to_owned(), ..finnveden() };
    past.when(FoundAssociation { founded: other })
        .refused(changed("Finnveden är redan bildat, den 1 januari 2006"));
}

#[test]
fn a_founding_says_what_to_fill_in() {
    let wrong = Founded {
        slug: "Finnveden i Värnamo".to_owned(),
        name: String::new(),
        organisationsnummer: Some("222000-1108".to_owned()),
        ..finnveden()
    };
    for name in ["slug", "name", "organisationsnummer"] {
        given(nothing()).when(FoundAssociation { founded: wrong.clone() }).refused(field(name));
    }
}

#[test]
fn an_organisationsnummer_has_ten_digits_and_a_check_digit() {
    assert!(is_organisationsnummer("202100-5489"));
    assert!(is_organisationsnummer("2021005489"));
    for wrong in ["202100-5488", "202100-548", "20210-05489", "202100-5489 ", "", "åäö"] {
        assert!(!is_organisationsnummer(wrong), "{wrong}");
    }
}

#[test]
fn a_member_is_taken_in_once() {
    let command = TakeInMember {
        name: "Västby kommun".to_owned(),
        kind: MemberKind::Municipality,
        on: date(2026, 1, 1),
    };
    let joined =
        MemberJoined { member: MemberId(6), name: command.name.clone(), kind: command.kind, on: command.on };
    let past = given(association()).when(command.clone()).then([Event::MemberJoined(joined)]).settles();
    past.when(TakeInMember { on: date(2026, 2, 1), ..command })
        .refused(changed("Västby kommun är redan medlem, sedan den 1 januari 2026"));
}

#[test]
fn there_is_one_forsakringskassan() {
    let command = TakeInMember { name: "Kassan".to_owned(), kind: MemberKind::Fk, on: date(2026, 1, 1) };
    given(association()).when(command.clone()).refused(field("kind"));
    given(nothing()).when(command).refused(order("inte bildat"));
}

#[test]
fn bylaws_with_a_seat_and_a_substitute_for_every_member_meet_the_law() {
    let from = date(2027, 1, 1);
    given(association())
        .when(SetBylaws { from, bylaws: bylaws(), source: None })
        .then([Event::BylawsSet { from, bylaws: bylaws(), source: None }])
        .finds("seats-per-member", Outcome::Met)
        .finds("shared-seat", Outcome::Met)
        .settles();
}

#[test]
fn a_shared_seat_is_kept_and_flagged() {
    let mut shared = bylaws();
    shared.seats.retain(|s| s.members != [SODERBY]);
    for seat in shared.seats.iter_mut().filter(|s| s.members == [NORRBY]) {
        seat.members.push(SODERBY);
    }
    given(association())
        .when(SetBylaws { from: date(2027, 1, 1), bylaws: shared, source: None })
        .finds("seats-per-member", Outcome::NotMet)
        .finds("shared-seat", Outcome::NotMet)
        .settles();
}

#[test]
fn bylaws_say_what_to_fill_in() {
    let mut wrong = bylaws();
    wrong.seats.clear();
    wrong.case_number = "{year}".to_owned();
    wrong.court = String::new();
    wrong.posting_members = vec![MemberId(77)];
    wrong.notice_days = Some(0);
    for name in ["seats", "case_number", "court", "posting_members", "notice_days"] {
        given(association())
            .when(SetBylaws { from: date(2027, 1, 1), bylaws: wrong.clone(), source: None })
            .refused(field(name));
    }
    let mut stranger = bylaws();
    stranger.seats[0].members = vec![MemberId(77)];
    given(association())
        .when(SetBylaws { from: date(2027, 1, 1), bylaws: stranger, source: None })
        .refused(field("seats"));
}

#[test]
fn seats_are_counted_per_member() {
    let state = given(association()).state;
    let seats = seats_of_members(&state, &bylaws(), date(2026, 1, 1));
    let counted: Vec<_> = seats.iter().map(|s| (s.members, s.substitutes, s.shared_with.len())).collect();
    assert_eq!(counted, [(1, 1, 0), (1, 1, 0), (2, 2, 0), (1, 1, 0), (1, 1, 0)]);
    let ids: Vec<_> = state.profile.members.keys().copied().collect();
    assert_eq!(ids, [FK, AF, REGION, NORRBY, SODERBY]);
}

#[test]
fn a_person_can_take_a_new_name() {
    let name = "Asta Berg".to_owned();
    given(association())
        .when(NamePerson { person: ASTA, name: name.clone() })
        .then([Event::PersonNamed { person: ASTA, name }])
        .settles();
    given(association()).when(NamePerson { person: ASTA, name: " ".to_owned() }).refused(field("name"));
}

#[test]
fn a_budget_is_noted_with_its_source() {
    let command = NoteBudget { year: 2027, income: Ore::new(100), source: "Budget 2027".to_owned() };
    let noted = Event::BudgetNoted { year: 2027, income: Ore::new(100), source: command.source.clone() };
    given(association()).when(command.clone()).then([noted]).settles();
    given(association()).when(NoteBudget { income: Ore::new(-1), ..command }).refused(field("income"));
}

#[test]
fn an_office_is_shared_with_others_not_with_itself() {
    let with = vec!["varend".to_owned()];
    given(association())
        .when(ShareOffice { with: with.clone() })
        .then([Event::OfficeShared { with }])
        .settles();
    given(association()).when(ShareOffice { with: vec!["mellanbygden".to_owned()] }).refused(field("with"));
}
