//! A meeting of 2016 recorded long afterwards: what happened is kept, and judged by the law of its day.

use jiff::civil::{Date, date, time};
use statute::{Finding, Outcome};

use crate::assignment;
use crate::association::events::{Bylaws, Event as About, Seat};
use crate::ids::{AssignmentId, ItemId, MandateId, MemberId, PersonId};
use crate::mandate::events::{Event as Sits, MandateGiven, Role};
use crate::meeting::attest::AttestMinutes;
use crate::meeting::compliance::findings;
use crate::meeting::decide::MakeDecision;
use crate::meeting::events::{Capacity, ItemKind};
use crate::meeting::minutes::{NameSource, WriteMinutes};
use crate::meeting::paragraf::{TakeUpItem, WriteNote};
use crate::meeting::plan::PlanMeeting;
use crate::meeting::posting::PostNotice;
use crate::meeting::session::{CloseMeeting, OpenMeeting};
use crate::meeting::tests::{MEETING, add, item, officers, plan, present, serving};
use crate::testing::{
    AF, ASTA, BO, BOARD, CILLA, EBBA, FK, FRANS, Given, MAJA, NORRBY, REGION, SODERBY, association, bylaws,
    given,
};

const HELD: Date = date(2016, 4, 29);

/// The board of that time: five seats, of which one is shared by the smaller municipalities.
fn of_that_time() -> Given {
    let seat = |members: &[MemberId]| Seat { members: members.to_vec(), ordinary: 1, substitutes: 1 };
    let seats =
        vec![seat(&[AF]), seat(&[FK]), seat(&[REGION]), seat(&[NORRBY]), seat(&[SODERBY, MemberId(6)])];
    let then =
        About::BylawsSet { from: date(2015, 6, 1), bylaws: Bylaws { seats, ..bylaws() }, source: None };
    let sat = [(ASTA, AF), (BO, FK), (CILLA, REGION), (EBBA, NORRBY), (FRANS, SODERBY)];
    let sat = (21..).map(MandateId).zip(sat).map(|(mandate, (person, member))| {
        Sits::MandateGiven(MandateGiven {
            mandate,
            body: BOARD,
            person,
            member: Some(member),
            role: Role::Member,
            from: date(2015, 1, 1),
            until: Some(date(2018, 12, 31)),
            eligibility: None,
        })
    });
    given(association()).and([then]).and(sat).on(date(2026, 11, 23)).afterwards()
}

/// The whole record: fifteen paragraphs from § 31, attested 3 June, posted 7 June, to come down 28 June.
fn recorded() -> Given {
    let source = NameSource { meeting: MEETING, source: "Förbundets webbplats, 2016.".to_owned() };
    let mut record =
        of_that_time().done(PlanMeeting { on: HELD, from: time(8, 0, 0, 0), ..plan() }).done(source);
    for no in 1..=15 {
        let kind = if no == 8 { ItemKind::Decision } else { ItemKind::Information };
        record = record.done(add(item(kind, &format!("Punkt {no}"), None)));
    }
    record = record.done(OpenMeeting { meeting: MEETING, at: Some(HELD.at(8, 0, 0, 0)) });
    let people: [(PersonId, u32); 5] = [(ASTA, 21), (BO, 22), (CILLA, 23), (EBBA, 24), (FRANS, 25)];
    for (person, mandate) in people {
        record = record.done(serving(person, mandate, None));
    }
    record = record.done(present(MAJA, Capacity::Other { from: "förbundschef".to_owned() })).done(officers());
    for (paragraf, no) in (31..).zip(1..=15) {
        let (meeting, item) = (MEETING, ItemId(no));
        record = record.done(TakeUpItem { meeting, item, paragraf: Some(paragraf) });
        record = record.done(WriteNote {
            meeting,
            item,
            text: "Rapporten godkändes.".to_owned(),
            reports: vec![],
        });
    }
    record
        .done(MakeDecision {
            meeting: MEETING,
            item: ItemId(8),
            clauses: vec!["att anta attestordningen".to_owned()],
            appealable: false,
            outcome: None,
        })
        .done(CloseMeeting { meeting: MEETING, at: Some(HELD.at(12, 0, 0, 0)) })
}

fn signed_and_posted() -> Given {
    let on = Some(date(2016, 6, 3));
    let source = NameSource { meeting: MEETING, source: "Protokollet, påhittat.".to_owned() };
    let written = recorded().done(source).done(WriteMinutes { meeting: MEETING, on });
    let signed = [BO, ASTA].into_iter().fold(written, |g, by| {
        g.when(AttestMinutes { meeting: MEETING, by: Some(by), seen: None, on }).settles()
    });
    [REGION, NORRBY, SODERBY].into_iter().fold(signed, |g, board| {
        let (on, down) = (Some(date(2016, 6, 7)), Some(date(2016, 6, 28)));
        g.when(PostNotice { meeting: MEETING, board, on, down }).settles()
    })
}

fn observed(given: &Given) -> Vec<Finding> {
    findings(&given.state, &given.state.meetings[&MEETING], date(2026, 11, 23))
}

fn found(given: &Given, rule: &str) -> Finding {
    let mut all = observed(given).into_iter().filter(|f| f.rule == rule);
    let one = all.next().unwrap();
    assert_eq!(all.count(), 0, "{rule} was asked twice");
    one
}

#[test]
fn thirty_five_days_to_attest_is_a_breach_of_the_law_of_that_time() {
    let late = found(&signed_and_posted(), "attested-in-14-days");
    assert_eq!((late.outcome, late.due), (Outcome::NotMet, Some(date(2016, 5, 13))));
    assert_eq!(late.facts["dagar"], "35");
    assert_eq!(late.cites[0].to_string(), "5 kap. 61 § kommunallagen (1991:900)");
}

#[test]
fn posted_the_working_day_after_the_holidays_is_in_time_and_the_day_down_sits_on_the_boundary() {
    let record = signed_and_posted();
    let posted = found(&record, "posted-in-2-days");
    assert_eq!((posted.outcome, posted.due), (Outcome::Met, Some(date(2016, 6, 7))));
    assert_eq!(posted.facts["andra dagen"], "2016-06-05", "a Sunday, and a holiday after it");
    let cited: Vec<String> = posted.cites.iter().map(ToString::to_string).collect();
    assert_eq!(cited[0], "5 kap. 62 § kommunallagen (1991:900)");
    assert!(cited.contains(&"2 § lagen (1930:173) om beräkning av lagstadgad tid".to_owned()), "{cited:?}");
    let boundary = found(&record, "posted-whole-appeal-time");
    assert_eq!(boundary.outcome, Outcome::NeedsJudgement);
    assert!(boundary.says.contains("28 juni 2016"), "{}", boundary.says);
    assert!(boundary.cites.iter().all(|c| c.act != "2017:725"), "{:?}", boundary.cites);
}

#[test]
fn the_rest_of_the_record_is_as_it_should() {
    let record = signed_and_posted();
    for rule in ["quorum", "paragraphs-unique", "minutes-content"] {
        assert_eq!(found(&record, rule).outcome, Outcome::Met, "{rule}");
    }
    let rules: Vec<String> = observed(&record).into_iter().map(|f| f.rule).collect();
    assert!(!rules.contains(&"notice-period".to_owned()), "when the notice was sent is not known");
    assert!(!rules.contains(&"remote-decision".to_owned()));
}

#[test]
fn an_assignment_to_somebody_who_was_not_there_is_seen() {
    let gives = |no: u32, to: &str| {
        assignment::events::Event::Given(assignment::events::Given {
            assignment: AssignmentId(no),
            meeting: MEETING,
            item: ItemId(12),
            to: to.to_owned(),
            person: None,
            what: "Skriva en debattartikel.".to_owned(),
            due: None,
            on: HELD,
        })
    };
    let record = signed_and_posted().and([gives(1, "Maja Mo"), gives(2, "Ture Tall")]);
    let outcomes: Vec<Outcome> = observed(&record)
        .into_iter()
        .filter(|f| f.rule == "assignment-known-person")
        .map(|f| f.outcome)
        .collect();
    assert_eq!(outcomes, [Outcome::Met, Outcome::NotMet]);
}

#[test]
fn before_it_is_attested_the_record_may_be_completed() {
    let missing = add(item(ItemKind::Information, "Övriga frågor", None));
    recorded().when(missing.clone()).settles();
    signed_and_posted().when(missing).refused(crate::testing::order("justerat och ändras inte"));
}

#[test]
fn those_who_share_a_seat_serve_for_each_other() {
    let substitute = Sits::MandateGiven(MandateGiven {
        mandate: MandateId(31),
        body: BOARD,
        person: crate::testing::LARS,
        member: Some(MemberId(6)),
        role: Role::Substitute { order: 1 },
        from: date(2015, 1, 1),
        until: None,
        eligibility: None,
    });
    let joined = About::MemberJoined(crate::association::events::MemberJoined {
        member: MemberId(6),
        name: "Västby kommun".to_owned(),
        kind: crate::association::events::MemberKind::Municipality,
        on: date(2015, 1, 1),
    });
    let open = of_that_time()
        .and([joined])
        .and([substitute])
        .done(PlanMeeting { on: HELD, ..plan() })
        .done(NameSource { meeting: MEETING, source: "Protokollet, påhittat.".to_owned() })
        .done(OpenMeeting { meeting: MEETING, at: Some(HELD.at(8, 0, 0, 0)) });
    open.when(serving(crate::testing::LARS, 31, Some(25)))
        .finds("substitute-serves-own-member", Outcome::Met)
        .settles();
}
