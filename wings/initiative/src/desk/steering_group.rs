//! `/f/{forbund}/insatser/{insats}/styrgrupp`: the steering group of the parties.

use desk::sent::{Reader, Sent};
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::ids::{MemberId, PersonId};
use domain::initiative::start::{SetUpSteeringGroup, SteeringSeat};

use super::step;
use crate::pages::{Act, forms};

/// The rows that grow.
const ROWS: &[(&str, &[&str])] = &[("people", &["seat_person", "seat_member"])];

/// `GET …/styrgrupp`: a seat for each party.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::SetUpGroup, forms::filled_group, forms::steering_group)
}

/// `POST …/styrgrupp`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    if let Some(longer) = step::longer(&visitor, &sent, Act::SetUpGroup, ROWS, forms::steering_group) {
        return longer;
    }
    let mut read = sent.read();
    let whole = visitor.lang().t("initiative-steering-whole");
    let group = SetUpSteeringGroup {
        initiative: step::named(&visitor)?,
        name: read.text("name"),
        people: seats(&mut read, whole),
    };
    let command = read.into(Command::from(group));
    step::take(&visitor, &sent, Act::SetUpGroup, command, forms::steering_group, "initiative-said-steering")
        .await
}

/// The rows with a person; a seat that waits for one does not count.
fn seats(read: &mut Reader<'_>, whole: &str) -> Vec<SteeringSeat> {
    let rows: Vec<(String, String)> =
        read.all("seat_person").into_iter().zip(read.all("seat_member")).collect();
    let mut seats = Vec::new();
    for (person, member) in rows.iter().filter(|(person, _)| !person.is_empty()) {
        match (person.parse(), member.parse()) {
            (Ok(person), Ok(member)) => {
                seats.push(SteeringSeat { person: PersonId(person), member: MemberId(member) });
            }
            (Ok(_) | Err(_), _) => read.wrong("people", whole),
        }
    }
    seats
}
