//! What happens with a decision: people are told, a steering group is set up, the initiative starts.

use jiff::civil::date;
use statute::Outcome;

use super::*;
use crate::initiative::events::BoardOutcome;
use crate::initiative::samples::{
    ID, TODAY, before_the_board, decided, grant, granted, steering_people, submitted,
};
use crate::testing::{ASTA, BO, Given, MAJA, NILS, NORRBY, RUT, changed, field, order};

fn inform(to: &[&str]) -> InformConcerned {
    InformConcerned { initiative: ID, to: to.iter().map(|name| (*name).to_owned()).collect() }
}

fn group() -> SetUpSteeringGroup {
    SetUpSteeringGroup {
        initiative: ID,
        name: "Styrgruppen för Steget vidare".to_owned(),
        people: steering_people(),
    }
}

fn start() -> StartInitiative {
    StartInitiative { initiative: ID, on: date(2026, 8, 17) }
}

fn ready() -> Given {
    granted().done(inform(&["Enhetschef, Norrby kommun"])).done(group())
}

#[test]
fn those_concerned_are_told_of_a_decision() {
    let to = vec!["Enhetschef, Norrby kommun".to_owned()];
    let informed = Event::Informed { initiative: ID, to, by: MAJA, on: TODAY };
    let past = granted()
        .when(inform(&["Enhetschef, Norrby kommun"]))
        .then([informed])
        .finds("office-informs", Outcome::Met)
        .settles();
    let past = past.when(inform(&["Teamledaren"])).settles();
    let (_, told) = past.state.initiatives[&ID].informed.clone().unwrap();
    assert_eq!(told, ["Enhetschef, Norrby kommun", "Teamledaren"]);
}

#[test]
fn telling_late_is_kept_and_shown() {
    granted()
        .on(date(2026, 6, 1))
        .when(inform(&["Enhetschef"]))
        .finds("office-informs", Outcome::NotMet)
        .settles();
}

#[test]
fn there_is_nothing_to_tell_before_the_decision() {
    submitted().when(inform(&["Enhetschef"])).refused(order("Styrelsen har inte beslutat"));
    granted().when(inform(&[" "])).refused(field("to"));
    before_the_board()
        .and([decided(BoardOutcome::Rejected { why: "Medlen räcker inte.".to_owned() })])
        .when(inform(&["Sökanden"]))
        .settles();
}

#[test]
fn a_steering_group_sits_for_at_least_two_members() {
    let past = granted().when(group()).settles();
    let initiative = &past.state.initiatives[&ID];
    let body = initiative.steering_group.unwrap();
    assert_eq!(past.state.mandates.bodies[&body].initiative, Some(ID));
    assert_eq!(past.state.mandates.holding(body, TODAY).count(), 2);
    past.when(SetUpSteeringGroup { name: "En annan".to_owned(), ..group() })
        .refused(changed("Styrgruppen för Steget vidare tillsattes den 2 mars 2026"));
}

#[test]
fn a_steering_group_says_what_to_fill_in() {
    let one = SteeringSeat { person: BO, member: NORRBY };
    let two = SteeringSeat { person: RUT, member: NORRBY };
    let stranger = SteeringSeat { person: PersonId(uuid::Uuid::from_u128(99)), member: NORRBY };
    let outsider = SteeringSeat { person: ASTA, member: MemberId(9) };
    let again = SteeringSeat { person: BO, member: MemberId(1) };
    for people in [vec![], vec![one.clone(), two.clone()], vec![one.clone(), again]] {
        granted().when(SetUpSteeringGroup { people, ..group() }).refused(field("people"));
    }
    for odd in [stranger, outsider] {
        let people = [steering_people(), vec![odd]].concat();
        granted().when(SetUpSteeringGroup { people, ..group() }).refused(field("people"));
    }
    granted().when(SetUpSteeringGroup { name: String::new(), ..group() }).refused(field("name"));
    before_the_board().when(group()).refused(order("ligger hos styrelsen"));
}

#[test]
fn an_initiative_starts_with_a_steering_group_within_the_time_granted() {
    let past = ready().when(start()).then([Event::Started { initiative: ID, on: start().on }]).settles();
    assert_eq!(past.state.initiatives[&ID].stage, Stage::Running);
    past.by(NILS)
        .when(StartInitiative { on: date(2026, 9, 1), ..start() })
        .refused(changed("Insatsen startade den 17 augusti 2026"));
    ready().when(StartInitiative { on: date(2026, 7, 31), ..start() }).refused(field("on"));
    ready().when(StartInitiative { on: date(2028, 1, 1), ..start() }).refused(field("on"));
}

#[test]
fn an_initiative_does_not_start_before_people_know_and_steer() {
    granted().when(start()).refused(order("De berörda har inte fått veta beslutet."));
    granted().done(inform(&["Enhetschef"])).when(start()).refused(order("ingen styrgrupp"));
    before_the_board().when(start()).refused(order("ligger hos styrelsen"));
    granted().afterwards().when(start()).settles();
}

#[test]
fn a_running_initiative_that_gets_more_money_goes_on_running() {
    let past = ready().done(start()).and([decided(BoardOutcome::Granted(grant()))]);
    assert_eq!(past.state.initiatives[&ID].stage, Stage::Running);
    assert_eq!(past.state.initiatives[&ID].informed, None, "the new decision is to be told too");
}
