//! `…/{ar}/faststallelse`: the board's decision on what everybody contributes.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::funding::fix::FixContributions;

use super::stage::{amounts, scene, take, year};
use crate::pages::forms;

fn title(visitor: &Visitor, year: i16) -> String {
    visitor.lang().ta("funding-fix-title", &[("year", year.to_string().into())])
}

/// `GET …/faststallelse`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    let year = year(&visitor)?;
    let form = visitor.form(visitor.path());
    let main = scene(&visitor, |scene| forms::fix(&forms::filled_fix(form, scene, year), scene, year))?;
    visitor.page(&title(&visitor, year), &main)
}

/// `POST …/faststallelse`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let year = year(&visitor)?;
    let mut read = sent.read();
    let amounts = amounts(&mut read);
    let fix = FixContributions { year, on: read.date("on"), source: read.text("source"), amounts };
    let command = read.into(Command::from(fix));
    let to = visitor.under(&format!("/medel/{year}/bidrag"));
    let show = |form: &kit::form::Form, scene: &crate::pages::Scene<'_>| forms::fix(form, scene, year);
    take(&visitor, &sent, command, &title(&visitor, year), show, (&to, "funding-said-fixed")).await
}
