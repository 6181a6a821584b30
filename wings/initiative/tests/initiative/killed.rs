//! A server that dies while an application is handed in: the record has it whole and once, and nothing that was written
//! is lost.

use std::time::Duration;

use domain::ids::InitiativeId;
use domain::initiative::events::Stage;
use serde_json::json;
use town::killed::Victim;
use town::{SLUG, Town};
use uuid::Uuid;

use crate::steps::{APPLICATION, IDEA, LIST, at, done, with};

/// Not a test when run by itself: the server that the test below starts and kills.
#[test]
fn victim() {
    town::killed::victim();
}

/// How many die, each a little later than the one before.
const ROUNDS: u32 = 8;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_killed_while_an_application_is_handed_in_loses_and_doubles_nothing() {
    let town = Town::new().await;
    let mut arvid = town.person("arvid").await;
    for round in 1..=ROUNDS {
        let title = format!("Ett spår till arbete {round}");
        done(&mut arvid, LIST, &with(&IDEA, "title", &title)).await;
        let draft = at("utkast").replace("/1/", &format!("/{round}/"));
        done(&mut arvid, &draft, &with(&APPLICATION, "need", &format!("Blåbärstuva nummer {round}."))).await;
    }
    let (_, token) = town.program("arvid").await;
    let clock = town.now().as_second();
    let folder = town.leave();
    let path = format!("/api/v1/f/{SLUG}/commands");
    let mut server = Victim::start("killed::victim", folder.path(), clock);
    for round in 1..=ROUNDS {
        let submit = json!({ "command": "submit_application", "initiative": round, "version": 1 });
        let body = json!({ "command_id": Uuid::from_u128(round.into()), "command": submit }).to_string();
        let sent = server.send(&path, &token, &body);
        // Before it is read, while it is carried out, when it is done: whichever it hits, the same must come of it.
        tokio::time::sleep(Duration::from_millis(2) * (round - 1)).await;
        server.kill();
        drop(sent);
        server = Victim::start("killed::victim", folder.path(), clock);
        let answer = server.answers(&path, &token, &body);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
    server.kill();
    let app = town::again(folder.path(), clock).await;
    let engine = app.engine();
    let (mut handed_in, stream) = (Vec::new(), format!("association/{SLUG}"));
    let read = engine.journal().replay(&stream, 0, |event| {
        handed_in.extend(event.kind.ends_with("submitted").then(|| event.body.to_owned()));
        Ok::<(), engine::Fault>(())
    });
    read.await.unwrap();
    assert_eq!(handed_in.len(), usize::try_from(ROUNDS).unwrap(), "once each");
    for (round, body) in (1..).zip(&handed_in) {
        assert!(body.contains(&format!("Blåbärstuva nummer {round}.")), "whole, and in its order");
        let left = app.drawer().read(SLUG, InitiativeId(round)).await.unwrap();
        assert_eq!(left.written, None, "the copy is gone when the record has it");
        let stage = engine.read(SLUG, |a| a.initiatives[&InitiativeId(round)].stage);
        assert_eq!(stage, Some(Stage::PreparatoryGroup));
    }
}
