//! `…/{ar}/tidigare-bidrag`: what the members contributed in an earlier year, as a source says.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::funding::earlier::NoteContributions;

use super::stage::{amounts, scene, take, year};
use crate::pages::forms;

fn title(visitor: &Visitor, year: i16) -> String {
    visitor.lang().ta("funding-earlier-title", &[("year", year.to_string().into())])
}

/// `GET …/tidigare-bidrag`.
pub(super) async fn edit(visitor: Visitor) -> Answer {
    let year = year(&visitor)?;
    let form = visitor.form(visitor.path());
    let main =
        scene(&visitor, |scene| forms::earlier(&forms::filled_earlier(form, scene, year), scene, year))?;
    visitor.page(&title(&visitor, year), &main)
}

/// `POST …/tidigare-bidrag`: the year stands in the form, so that another year needs no other address.
pub(super) async fn save(visitor: Visitor, sent: Sent) -> Answer {
    let begun = year(&visitor)?;
    let mut read = sent.read();
    let year = read.maybe_number("year").unwrap_or(begun);
    let amounts = amounts(&mut read);
    let note = NoteContributions { year, source: read.text("source"), amounts };
    let command = read.into(Command::from(note));
    let to = visitor.under("/medel/andelar");
    let show = |form: &kit::form::Form, scene: &crate::pages::Scene<'_>| forms::earlier(form, scene, year);
    take(&visitor, &sent, command, &title(&visitor, year), show, (&to, "funding-said-earlier")).await
}
