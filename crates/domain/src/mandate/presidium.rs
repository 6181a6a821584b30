//! The board elects chair and vice chairs within itself (17 § FinsamL).

use access::Action;
use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;

use crate::act::{self, Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::Subject;
use crate::fields::Fields;
use crate::ids::{BodyId, PersonId};
use crate::mandate::events::{BodyKind, Event, Role};
use crate::state::Association;
use swedish::days::in_words;

/// Elects chair and vice chairs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ElectPresidium {
    /// The body that elects within itself.
    pub body: BodyId,
    /// The chair.
    pub chair: PersonId,
    /// The vice chairs.
    #[serde(default)]
    pub vice_chairs: Vec<PersonId>,
    /// From this day.
    pub from: Date,
    /// Until this day, where a period is set.
    #[serde(default)]
    pub until: Option<Date>,
}

impl Decision for ElectPresidium {
    const ACT: Act = Act {
        name: "elect_presidium",
        says: "anteckna val av presidium",
        may: Action::ManageMandates,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let Some(body) = state.mandates.bodies.get(&self.body) else {
            return Err(Refusal::NotFound("organet"));
        };
        if let Some(there) = body.presidia.iter().rev().find(|p| p.from == self.from) {
            let same = there.chair == self.chair
                && there.vice_chairs == self.vice_chairs
                && there.until == self.until;
            return if same {
                Ok(Decided::already())
            } else {
                Err(Refusal::Changed(format!(
                    "{} är redan vald till ordförande från den {}.",
                    state.profile.person_name(there.chair),
                    in_words(there.from)
                )))
            };
        }
        self.check(state)?;
        let mut guard = Guard::new(ctx);
        if body.kind == BodyKind::Board {
            let vice_chairs = u32::try_from(self.vice_chairs.len()).unwrap_or(u32::MAX);
            let from_source = ctx.records();
            let rule = statute::rules::members::Presidium { chair: true, vice_chairs, from_source };
            guard = guard.ask(rule.judge(self.from));
        }
        let elected = Event::PresidiumElected {
            body: self.body,
            chair: self.chair,
            vice_chairs: self.vice_chairs.clone(),
            from: self.from,
            until: self.until,
        };
        guard.pass(Subject::Association, "elect_presidium", [crate::Event::Mandate(elected)])
    }
}

impl ElectPresidium {
    fn check(&self, state: &Association) -> Result<(), Refusal> {
        let members: BTreeSet<PersonId> = state
            .mandates
            .holding(self.body, self.from)
            .filter(|m| matches!(m.given.role, Role::Member))
            .map(|m| m.given.person)
            .collect();
        let others: BTreeSet<&PersonId> = self.vice_chairs.iter().filter(|p| **p != self.chair).collect();
        Fields::new()
            .hold(
                members.contains(&self.chair),
                "chair",
                "Välj ordförande bland organets ledamöter; en ersättare kan inte väljas.",
            )
            .hold(
                self.vice_chairs.iter().all(|p| members.contains(p)),
                "vice_chairs",
                "Välj vice ordförande bland organets ledamöter; en ersättare kan inte väljas.",
            )
            .hold(
                others.len() == self.vice_chairs.len(),
                "vice_chairs",
                "Välj olika personer till ordförande och vice ordförande.",
            )
            .hold(
                self.until.is_none_or(|until| self.from <= until),
                "until",
                "Ange en sista dag som inte är före den första.",
            )
            .checked()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use statute::Outcome;

    use super::*;
    use crate::testing::{ASTA, BO, BOARD, CILLA, DAVID, GUN, association, changed, field, given, law};

    fn election() -> ElectPresidium {
        ElectPresidium {
            body: BOARD,
            chair: CILLA,
            vice_chairs: vec![BO],
            from: date(2026, 4, 1),
            until: None,
        }
    }

    #[test]
    fn the_board_elects_chair_and_vice_chair_within_itself() {
        let elected = Event::PresidiumElected {
            body: BOARD,
            chair: CILLA,
            vice_chairs: vec![BO],
            from: date(2026, 4, 1),
            until: None,
        };
        let past =
            given(association()).when(election()).then([elected]).finds("presidium", Outcome::Met).settles();
        past.when(ElectPresidium { chair: DAVID, ..election() })
            .refused(changed("Cilla Ceder är redan vald"));
    }

    #[test]
    fn a_substitute_cannot_chair() {
        given(association()).when(ElectPresidium { chair: GUN, ..election() }).refused(field("chair"));
        given(association())
            .when(ElectPresidium { vice_chairs: vec![GUN], ..election() })
            .refused(field("vice_chairs"));
        given(association())
            .when(ElectPresidium { vice_chairs: vec![CILLA], ..election() })
            .refused(field("vice_chairs"));
    }

    #[test]
    fn a_board_has_one_or_two_vice_chairs() {
        given(association())
            .when(ElectPresidium { vice_chairs: vec![], ..election() })
            .refused(law("presidium"));
        given(association())
            .when(ElectPresidium { vice_chairs: vec![ASTA, BO, DAVID], ..election() })
            .refused(law("presidium"));
        given(association())
            .afterwards()
            .when(ElectPresidium { vice_chairs: vec![], ..election() })
            .finds("presidium", Outcome::Unknown)
            .settles();
    }
}
