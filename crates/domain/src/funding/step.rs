//! A step of the yearly round: what Försäkringskassan asked, told, offered or decided, and what was answered.
//!
//! A step is never changed or removed. What was noted wrongly is followed by what is right.

use access::Action;
use allocation::asking_round::{Entry, Refusal as Unfit, What};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{self, Act, Decision};
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, LINE, TEXT};
use crate::funding::events::Event;
use crate::funding::state::{date, day};
use crate::funding::{NOT_YET, YEAR, YEARS, founded};
use crate::state::Association;
use swedish::days::in_words;

/// Notes a step of the round for a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoteFundingStep {
    /// The year that the money is for.
    pub year: i16,
    /// When it happened.
    pub on: Date,
    /// What happened.
    pub what: What,
    /// Where it is stated.
    #[serde(default)]
    pub source: Option<String>,
}

impl Decision for NoteFundingStep {
    const ACT: Act = Act {
        name: "note_funding_step",
        says: "anteckna ett besked om medel",
        may: Action::NoteFunding,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Funding(self.year)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        founded(state)?;
        let reason = if let What::Declined { reason } = &self.what { reason.as_str() } else { "" };
        Fields::new()
            .hold(YEARS.contains(&self.year), "year", YEAR)
            .hold(self.on <= ctx.today(), "on", NOT_YET)
            .within("reason", reason, TEXT)
            .within("source", self.source.as_deref().unwrap_or_default(), LINE)
            .checked()?;
        let Some(on) = day(self.on) else { return Err(Refusal::field("on", NOT_YET)) };
        let mut round = state.funding.round(self.year).cloned().unwrap_or_default();
        let entry = Entry { on, what: self.what.clone() };
        if let Some(place) = round.history().iter().position(|there| *there == entry) {
            if state.funding.source(self.year, place) == self.source.as_deref() {
                return Ok(Decided::already());
            }
            let says = format!("Samma besked är redan antecknat den {}.", in_words(self.on));
            return Err(Refusal::Changed(says));
        }
        round.add(entry).map_err(unfit)?;
        Ok(Decided::of([crate::Event::Funding(Event::StepNoted {
            year: self.year,
            on: self.on,
            what: self.what.clone(),
            source: self.source.clone(),
        })]))
    }
}

/// Why the step does not fit, and what to do instead.
fn unfit(why: Unfit) -> Refusal {
    match why {
        Unfit::BeforeTheLast { last } => Refusal::field(
            "on",
            format!(
                "Ange en dag från och med den {}; stegen antecknas i den ordning de hände.",
                in_words(date(last))
            ),
        ),
        Unfit::NothingToRevise => Refusal::order(
            "Det finns inget tidigare belopp att revidera.",
            "Anteckna det som ett preliminärt besked eller ett erbjudande.",
        ),
        Unfit::NoOffer => Refusal::order(
            "Det finns inget erbjudande att svara på.",
            "Anteckna erbjudandet först, med dagen då det kom.",
        ),
        Unfit::MoreThanOffered { offered } => {
            Refusal::field("amount", format!("Skriv högst {}, som är vad som erbjuds.", offered))
        }
        Unfit::Negative => Refusal::field("amount", "Skriv beloppet i kronor, noll eller mer."),
        Unfit::NoReason => Refusal::field("reason", "Skriv varför erbjudandet avböjs."),
    }
}

#[cfg(test)]
mod tests {
    use allocation::asking_round::Status;
    use jiff::civil::date;

    use super::*;
    use crate::funding::state::Standing;
    use crate::step::Step;
    use crate::testing::{Given, association, changed, field, given, order};

    fn kr(kronor: i64) -> swedish::money::Ore {
        swedish::money::Ore::from_kronor(kronor).unwrap()
    }

    fn step(on: Date, what: What) -> NoteFundingStep {
        NoteFundingStep { year: 2027, on, what, source: None }
    }

    fn offer(kronor: i64) -> What {
        What::Offer { amount: kr(kronor) }
    }

    fn asked() -> Given {
        given(association()).done(step(date(2026, 2, 2), What::Asked))
    }

    #[test]
    fn a_question_is_noted_and_waits_for_its_answer() {
        let past = given(association())
            .when(step(date(2026, 2, 2), What::Asked))
            .then([Event::StepNoted { year: 2027, on: date(2026, 2, 2), what: What::Asked, source: None }])
            .settles();
        assert_eq!(past.state.funding.waits(2027), Some(Step::AnswerFundingQuestion));
        let answered = past.done(step(date(2026, 2, 20), What::Answered { amount: kr(5_000_000) }));
        assert_eq!(answered.state.funding.waits(2027), None);
        let open = Standing { status: Status::Open, amount: None };
        assert_eq!(answered.state.funding.standing(2027), Some(open));
        assert_eq!(answered.state.funding.standing(2026), None, "nothing is known of another year");
    }

    #[test]
    fn every_step_is_kept_and_the_latest_stands() {
        let past = asked()
            .done(step(date(2026, 2, 10), What::Preliminary { amount: kr(5_000_000) }))
            .done(step(date(2026, 2, 20), What::Revised { amount: kr(4_800_000) }));
        assert_eq!(past.state.funding.round(2027).unwrap().history().len(), 3);
        assert_eq!(past.state.funding.standing(2027).unwrap().amount, Some(kr(4_800_000)));
        assert_eq!(past.state.funding.state_amount(2027), None, "it is told, not decided");
        assert_eq!(past.state.funding.working_amount(2027), Some(kr(4_800_000)));
        let decided = past.done(step(date(2026, 2, 27), What::Decided { amount: kr(4_900_000) }));
        assert_eq!(decided.state.funding.state_amount(2027), Some(kr(4_900_000)));
    }

    #[test]
    fn an_offer_waits_until_it_is_answered_and_no_more_is_accepted_than_offered() {
        let past = asked().done(step(date(2026, 2, 10), offer(6_000_000)));
        assert_eq!(past.state.funding.waits(2027), Some(Step::AnswerFundingOffer));
        let more = What::Accepted { amount: kr(6_000_001) };
        past.clone().when(step(date(2026, 2, 20), more)).refused(field("amount"));
        let part = What::Accepted { amount: kr(5_500_000) };
        let past = past.when(step(date(2026, 2, 20), part)).settles();
        assert_eq!(past.state.funding.state_amount(2027), Some(kr(5_500_000)));
        assert_eq!(past.state.funding.waits(2027), None);
    }

    #[test]
    fn a_declined_offer_leaves_what_was_decided_before() {
        let late = || "För sent för medlemmarna att förankra.".to_owned();
        let past = asked()
            .done(step(date(2026, 2, 10), What::Decided { amount: kr(5_000_000) }))
            .done(step(date(2026, 2, 20), What::OfferUnstated));
        let no_reason = What::Declined { reason: " ".to_owned() };
        past.clone().when(step(date(2026, 2, 27), no_reason)).refused(field("reason"));
        let past = past.when(step(date(2026, 2, 27), What::Declined { reason: late() })).settles();
        assert_eq!(past.state.funding.standing(2027).unwrap().status, Status::Declined);
        assert_eq!(past.state.funding.state_amount(2027), Some(kr(5_000_000)));
    }

    #[test]
    fn what_answers_nothing_is_refused_with_what_to_do() {
        let accepted = What::Accepted { amount: kr(1) };
        asked().when(step(date(2026, 2, 20), accepted)).refused(order("inget erbjudande"));
        let revised = What::Revised { amount: kr(1) };
        asked().when(step(date(2026, 2, 20), revised)).refused(order("inget tidigare belopp"));
        asked().when(step(date(2026, 2, 1), offer(1))).refused(field("on"));
        asked().when(step(date(2026, 2, 20), offer(-1))).refused(field("amount"));
        asked().when(step(date(2026, 3, 3), offer(1))).refused(field("on"));
        asked()
            .when(NoteFundingStep { year: 26, ..step(date(2026, 2, 20), offer(1)) })
            .refused(field("year"));
    }

    #[test]
    fn an_old_step_is_recorded_with_its_source_and_once() {
        let source = Some("protokoll 2016-04-29 § 39".to_owned());
        let old = NoteFundingStep { year: 2017, on: date(2016, 4, 29), what: What::Asked, source };
        let past = given(association()).afterwards().when(old.clone()).settles();
        assert_eq!(past.state.funding.source(2017, 0), Some("protokoll 2016-04-29 § 39"));
        past.when(NoteFundingStep { source: None, ..old })
            .refused(changed("redan antecknat den 29 april 2016"));
    }
}
