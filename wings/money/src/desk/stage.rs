//! What the pages of money share: the scene, the year of the address, rows of members, a form shown again.

use access::Action;
use desk::sent::{Reader, Sent};
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::funding::YEARS;
use domain::funding::events::Contribution;
use domain::ids::MemberId;
use domain::{Command, Refusal};
use kit::Markup;
use kit::form::Form;
use swedish::money::Ore;
use swedish::reading::{self, Unread};

use crate::pages::{Rights, Scene};

/// The year that the address names.
pub(super) fn year(visitor: &Visitor) -> Result<i16, Stop> {
    visitor.number("ar").ok().filter(|year| YEARS.contains(year)).ok_or(Stop::NotFound(Some("året")))
}

/// Looks at the association's money as the visitor meets it.
pub(super) fn scene<R>(visitor: &Visitor, look: impl FnOnce(&Scene<'_>) -> R) -> Result<R, Stop> {
    let base = visitor.under("");
    let rights = Rights {
        note: visitor.may(Action::NoteFunding),
        fix: visitor.may(Action::FixContributions),
        key: visitor.may(Action::ManageMandates),
    };
    let (lang, today) = (visitor.lang(), visitor.today());
    visitor.read(|association| look(&Scene { lang, today, base: &base, association, rights }))
}

/// Sends a command; the page it leads to, or the form again with why not.
pub(super) async fn take(
    visitor: &Visitor,
    sent: &Sent,
    command: Result<Command, Refusal>,
    title: &str,
    show: impl FnOnce(&Form, &Scene<'_>) -> Markup,
    (to, said): (&str, &'static str),
) -> Answer {
    match visitor.submit(sent, command).await? {
        Ok(done) => visitor.see(&done, to, said),
        Err(refused) => {
            let main = scene(visitor, |scene| show(&refused.form, scene))?;
            refused.again(visitor, title, |_| main)
        }
    }
}

/// The rows of members and amounts, those left empty left out; what is no amount is told at the rows.
pub(super) fn amounts(read: &mut Reader<'_>) -> Vec<Contribution> {
    let members: Vec<u32> = read.numbers("member");
    let typed = read.all("amount");
    let mut amounts = Vec::with_capacity(members.len());
    for (member, typed) in members.into_iter().map(MemberId).zip(typed).filter(|(_, typed)| !typed.is_empty())
    {
        match Ore::read(&typed) {
            Ok(amount) => amounts.push(Contribution { member, amount }),
            Err(_) => read.wrong("amounts", Unread::Amounts.to_string()),
        }
    }
    amounts
}

/// The rows of members and whole numbers, those left empty left out; what is none is told at the rows.
pub(super) fn numbers(
    read: &mut Reader<'_>,
    (member, number, rows): (&'static str, &'static str, &'static str),
    says: &str,
) -> Vec<(MemberId, u64)> {
    let members: Vec<u32> = read.numbers(member);
    let typed = read.all(number);
    let mut numbers = Vec::with_capacity(members.len());
    for (member, typed) in members.into_iter().map(MemberId).zip(typed).filter(|(_, typed)| !typed.is_empty())
    {
        match reading::whole(&typed) {
            Ok(number) => numbers.push((member, number)),
            Err(_) => read.wrong(rows, says),
        }
    }
    numbers
}
