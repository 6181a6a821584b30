//! `…/anslag`: the announcement on the members' notice boards.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::ids::MemberId;
use domain::meeting::posting::{PostNotice, TakeDownNotice};

use super::stage::{self, After};
use crate::pages::{Scene, closing};

fn shown(scene: &Scene<'_>) -> (String, kit::Markup) {
    (scene.lang.t("meeting-posting-title").to_owned(), closing::posting(scene))
}

/// `GET …/anslag`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    stage::page(&visitor, shown)
}

/// `POST …/anslag`: on every board that is ticked.
pub(super) async fn post(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let meeting = stage::meeting_id(&visitor)?;
    let (on, down) = (read.maybe_date("on"), read.maybe_date("down"));
    let boards: Vec<u32> = read.numbers("board");
    if boards.is_empty() {
        read.wrong("board", "Kryssa för minst en anslagstavla.");
    }
    let post = |board| Command::from(PostNotice { meeting, board: MemberId(board), on, down });
    let commands = read.every(boards.into_iter().map(post).collect());
    carried_out(&visitor, &sent, commands, &[], "meeting-said-posted").await
}

/// `POST …/anslag/nedtagning`.
pub(super) async fn take_down(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let meeting = stage::meeting_id(&visitor)?;
    let on = read.maybe_date("taken_on");
    let boards: Vec<u32> = read.numbers("taken");
    if boards.is_empty() {
        read.wrong("taken", "Kryssa för minst en anslagstavla.");
    }
    let take = |board| Command::from(TakeDownNotice { meeting, board: MemberId(board), on });
    let commands = read.every(boards.into_iter().map(take).collect());
    carried_out(&visitor, &sent, commands, &[("on", "taken_on")], "meeting-said-taken-down").await
}

async fn carried_out(
    visitor: &Visitor,
    sent: &Sent,
    commands: Result<Vec<Command>, domain::Refusal>,
    names: &[(&str, &'static str)],
    says: &'static str,
) -> Answer {
    let to = stage::home(visitor, "/anslag");
    match visitor.submit_all(sent, commands).await? {
        Ok(done) => After { to: &to, says }.go(visitor, &done),
        Err(refused) => stage::again(visitor, stage::renamed(refused, names), shown),
    }
}
