//! Inviting a person (sv. *inbjudan*): a place in the association's record, and a way in for who has none.
//!
//! Inviting never gives anybody power over an account. Whoever has one is only made known here, and told at the next
//! login; a link is shown only for somebody who has no account and is not known in any other association.

use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::submit::Refused;
use desk::visitor::Visitor;
use directory::{By, Contact, Guest, Holder, InvitationRefused, Person, PersonId as Reached};
use domain::association::establish::NamePerson;
use domain::ids::PersonId;
use domain::{Command, Refusal};
use uuid::Uuid;

use crate::pages::people::{self, Invited};

/// `GET …/personer/inbjudan`.
pub(crate) async fn show(visitor: Visitor) -> Answer {
    let form = visitor.form(visitor.under("/personer/inbjudan"));
    visitor.page(visitor.lang().t("invite"), &people::invite(visitor.lang(), &form, false))
}

/// `POST …/personer/inbjudan`: decided by the association first, and only then somebody is added or told.
pub(crate) async fn invite(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let (name, email) = (read.text("name"), read.text("email"));
    if let Err(refused) = Contact::reached_at(&name, &email) {
        return wrong(&visitor, &sent, refused.field(), &refused.to_string());
    }
    let holder = match visitor.app().directory().holder(&email).await? {
        Holder::Claimed => match claimed(&visitor, &sent, &email).await? {
            Ok(holder) => holder,
            Err((field, says)) => return asked(&visitor, &sent, field, &says),
        },
        holder @ (Holder::Nobody | Holder::Guest(_) | Holder::Account(_) | Holder::Closed(_)) => holder,
    };
    let known = match &holder {
        Holder::Closed(_) => return wrong(&visitor, &sent, "email", visitor.lang().t("invite-closed")),
        Holder::Account(person) | Holder::Guest(person) => Some(person),
        Holder::Nobody | Holder::Claimed => None,
    };
    // The same form again is the same person.
    let id = known.map_or_else(|| Reached(sent.command_id(Uuid::nil())), |person| person.id);
    // Somebody who is here already keeps the name they have: nobody is renamed by an invitation.
    let name = known.map_or(name, |person| person.name.clone());
    let here = visitor.read(|a| a.profile.people.get(&PersonId(id.0)).cloned())?;
    if here.is_none() {
        let named = NamePerson { person: PersonId(id.0), name: name.clone() };
        if let Err(refused) = visitor.submit(&sent, Ok(Command::from(named))).await? {
            return again(&visitor, refused);
        }
    }
    let shown = here.unwrap_or_else(|| name.clone());
    let invited = match holder {
        Holder::Account(_) | Holder::Closed(_) => Invited::HasAccount,
        Holder::Guest(person) if known_elsewhere(&visitor, &person)? => Invited::KnownElsewhere,
        Holder::Guest(_) | Holder::Nobody | Holder::Claimed => {
            let by = By::Person(Reached(visitor.actor()?.0), visitor.client());
            let guest = Guest { id, name: &name, email: &email };
            match visitor.app().directory().invite(&guest, by, visitor.slug()?, visitor.now()).await {
                Ok(token) => Invited::Link(format!("/inbjudan/{}", token.as_str())),
                // Somebody opened the account in the meantime.
                Err(InvitationRefused::HasAccount) => Invited::HasAccount,
                Err(InvitationRefused::Contact(refused)) => {
                    return wrong(&visitor, &sent, refused.field(), &refused.to_string());
                }
                Err(fault) => return Err(Stop::fault(fault)),
            }
        }
    };
    let main = people::invited(visitor.lang(), &shown, &invited, &visitor.under("/personer"));
    visitor.page(visitor.lang().t("invited"), &main)
}

/// Whom somebody means by an address that an account claims without proof: the account whose owner told its code, or
/// somebody else, whom the claim shall not stand in the way of.
async fn claimed(
    visitor: &Visitor,
    sent: &Sent,
    email: &str,
) -> Result<Result<Holder, (&'static str, String)>, Stop> {
    let mut read = sent.read();
    if let Some(code) = read.maybe_text("code") {
        let by = Reached(visitor.actor()?.0);
        return Ok(match visitor.app().directory().claimant(email, &code, by, visitor.now()).await? {
            Ok(Some(person)) => Ok(Holder::Account(person)),
            Ok(None) => Err(("code", visitor.lang().t("invite-code-wrong").to_owned())),
            Err(seconds) => {
                let values = [("seconds", seconds.into())];
                Err(("code", visitor.lang().ta("invite-code-wait", &values)))
            }
        });
    }
    if read.ticked("other") {
        return Ok(Ok(Holder::Nobody));
    }
    Ok(Err(("email", visitor.lang().t("invite-claimed").to_owned())))
}

/// The form again, with the two ways to go on.
fn asked(visitor: &Visitor, sent: &Sent, field: &'static str, says: &str) -> Answer {
    let refused = visitor.refused(sent, Refusal::field(field, says))?;
    refused.again(visitor, visitor.lang().t("invite"), |form| people::invite(visitor.lang(), form, true))
}

/// Whether another association knows the person: then its office, or whoever runs the installation, gives the link.
fn known_elsewhere(visitor: &Visitor, person: &Person) -> Result<bool, Stop> {
    let (here, id) = (visitor.slug()?, PersonId(person.id.0));
    let knows = |slug: &str, a: &domain::Association| {
        (slug != here && a.profile.people.contains_key(&id)).then_some(())
    };
    Ok(visitor.app().engine().each(knows).iter().any(Option::is_some))
}

fn wrong(visitor: &Visitor, sent: &Sent, field: &'static str, says: &str) -> Answer {
    again(visitor, visitor.refused(sent, Refusal::field(field, says))?)
}

fn again(visitor: &Visitor, refused: Refused) -> Answer {
    refused.again(visitor, visitor.lang().t("invite"), |form| people::invite(visitor.lang(), form, false))
}
