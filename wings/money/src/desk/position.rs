//! `…/stallning`: assets and liabilities on a day.

use desk::sent::{Reader, Sent};
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::funding::position::NotePosition;
use swedish::money::Ore;

use super::stage::{scene, take};
use crate::pages::forms;

/// `GET …/stallning`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    let form = visitor.form(visitor.path());
    let main = scene(&visitor, |scene| forms::position(&form, scene))?;
    visitor.page(visitor.lang().t("funding-position-title"), &main)
}

/// `POST …/stallning`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let note = NotePosition {
        on: read.date("on"),
        assets: kronor(&mut read, "assets"),
        liabilities: kronor(&mut read, "liabilities"),
        source: read.text("source"),
    };
    let command = read.into(Command::from(note));
    let to = visitor.under("/medel/andelar");
    let title = visitor.lang().t("funding-position-title");
    take(&visitor, &sent, command, title, forms::position, (&to, "funding-said-position")).await
}

fn kronor(read: &mut Reader<'_>, name: &'static str) -> Ore {
    read.amount(name).unwrap_or_default()
}
