//! `…/{ar}/invanare`: the inhabitants that the key counts.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::funding::events::{Count, KeyFigures};
use domain::funding::key_figures::NoteKeyFigures;

use super::stage::{numbers, scene, take, year};
use crate::pages::forms;

fn title(visitor: &Visitor, year: i16) -> String {
    visitor.lang().ta("funding-figures-title", &[("year", year.to_string().into())])
}

/// `GET …/invanare`.
pub(super) async fn edit(visitor: Visitor) -> Answer {
    let year = year(&visitor)?;
    let form = visitor.form(visitor.path());
    let main =
        scene(&visitor, |scene| forms::figures(&forms::filled_figures(form, scene, year), scene, year))?;
    visitor.page(&title(&visitor, year), &main)
}

/// `POST …/invanare`.
pub(super) async fn save(visitor: Visitor, sent: Sent) -> Answer {
    let year = year(&visitor)?;
    let mut read = sent.read();
    let says = "Skriv antalet invånare som ett heltal, som 81 167; lämna tomt det som inte är känt.";
    let counts = numbers(&mut read, ("member", "inhabitants", "counts"), says);
    let counts = counts.into_iter().map(|(member, inhabitants)| Count { member, inhabitants }).collect();
    let figures = KeyFigures { year, on: read.date("on"), source: read.text("source"), counts };
    let command = read.into(Command::from(NoteKeyFigures { figures }));
    let to = visitor.under(&format!("/medel/{year}/bidrag"));
    let show = |form: &kit::form::Form, scene: &crate::pages::Scene<'_>| forms::figures(form, scene, year);
    take(&visitor, &sent, command, &title(&visitor, year), show, (&to, "funding-said-figures")).await
}
