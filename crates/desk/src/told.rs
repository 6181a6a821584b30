//! What a command did to somebody's standing goes to the security log, and to the person at the next login.

use directory::{By, Note, PersonId as Reached, SecurityAct};
use domain::ids::{BodyId, PersonId};
use domain::{Association, Command, association, mandate};
use kit::{Lang, people};
use uuid::Uuid;

use crate::stop::Stop;
use crate::visitor::Visitor;

/// One person and what was done to them.
struct Done {
    act: SecurityAct,
    whom: PersonId,
    detail: String,
}

/// Notes what a command that was carried out did, under its id: a retry is no second note.
///
/// # Errors
/// The association is gone, or the directory failed.
pub async fn after(visitor: &Visitor, command: &Command, id: Uuid) -> Result<(), Stop> {
    let by = By::Person(Reached(visitor.actor()?.0), visitor.client());
    for done in visitor.read(|association| all(association, command))? {
        let whom = Reached(done.whom.0);
        let note = Note::of(done.act, by).to(whom).at(visitor.slug()?).about(&done.detail);
        visitor
            .app()
            .directory()
            .note_once(Uuid::new_v5(&id, whom.0.as_bytes()), &note, visitor.now())
            .await?;
    }
    Ok(())
}

fn all(known: &Association, command: &Command) -> Vec<Done> {
    let one = |act, whom, detail| vec![Done { act, whom, detail }];
    #[expect(clippy::wildcard_enum_match_arm, reason = "most commands say nothing of who may do what")]
    match command {
        Command::Association(association::Command::NamePerson(c)) => {
            one(SecurityAct::Named, c.person, String::new())
        }
        Command::Mandate(mandate::Command::GiveMandate(c)) => {
            let role = people::role(Lang::Sv, c.role);
            one(SecurityAct::MandateGiven, c.person, format!("{role}, {}", body(known, c.body)))
        }
        Command::Mandate(mandate::Command::EndMandate(c)) => {
            let Some(ended) = known.mandates.mandates.get(&c.mandate) else { return Vec::new() };
            let (role, body) = (people::role(Lang::Sv, ended.given.role), body(known, ended.given.body));
            one(SecurityAct::MandateEnded, ended.given.person, format!("{role}, {body}"))
        }
        Command::Mandate(mandate::Command::ElectPresidium(c)) => {
            let elected = |whom: PersonId, role: &'static str| {
                let detail = format!("{}, {}", Lang::Sv.t(role), body(known, c.body));
                Done { act: SecurityAct::MandateGiven, whom, detail }
            };
            let vice = c.vice_chairs.iter().map(|whom| elected(*whom, "role-vice-chair"));
            std::iter::once(elected(c.chair, "role-chair")).chain(vice).collect()
        }
        _ => Vec::new(),
    }
}

fn body(association: &Association, id: BodyId) -> String {
    association.mandates.bodies.get(&id).map_or_else(String::new, |body| body.name.clone())
}
