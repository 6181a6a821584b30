//! The note of an item while it is written: kept, shown to whoever opens the item, and never a second truth beside the
//! minutes.

use domain::ids::{ItemId, MeetingId};
use serde_json::Value;
use town::{Answer, SLUG, Town};

use crate::hall::{at, attested, done, held, open, under};

fn told(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text).unwrap_or_else(|e| panic!("{e}: {}", answer.text))
}

fn stands(town: &Town) -> String {
    let note = |a: &domain::Association| a.meetings[&MeetingId(1)].item(ItemId(1)).unwrap().note.clone();
    town.engine.read(SLUG, note).unwrap()
}

async fn up() -> Town {
    let town = open().await;
    done(&mut town.person("maja").await, &under(1, "behandling"), &[]).await;
    town
}

#[tokio::test]
async fn what_is_written_is_kept_and_shown_until_it_is_saved_in_the_minutes() {
    let town = up().await;
    let mut maja = town.person("maja").await;
    let page = maja.get(&under(1, "behandling")).await;
    page.is(200).says("/anteckning/sparning\"").says("autosave-").says_not("Inte sparat i protokollet");
    let version = page.hidden("version").to_owned();
    let writes = [("version", version.as_str()), ("text", "Ordföranden öppnade."), ("report_title", "")];
    let kept = told(maja.post(&under(1, "anteckning/sparning"), &writes).await.is(200));
    assert_eq!(kept["version"], 1);
    assert!(kept["says"].as_str().unwrap().starts_with("Sparat 16\u{a0}november 2026"), "{kept}");
    assert_eq!(stands(&town), "", "it is not in the minutes");
    let opened = maja.get(&under(1, "behandling")).await;
    opened
        .is(200)
        .says("Inte sparat i protokollet")
        .says("Skrivet av Maja")
        .says("Ordföranden öppnade.</textarea>");
    maja.get(&at("protokoll")).await.says_not("Ordföranden öppnade.");
    // Those who do not keep the minutes see the minutes.
    town.person("petra").await.get(&under(1, "behandling")).await.is(200).says_not("Ordföranden öppnade.");
    let saves = [("version", "1"), ("text", "Ordföranden öppnade sammanträdet.")];
    done(&mut maja, &under(1, "anteckning"), &saves).await.says_not("Inte sparat i protokollet");
    assert_eq!(stands(&town), "Ordföranden öppnade sammanträdet.");
    assert_eq!(town.directory.workroom().all_working_copies("note").await.unwrap(), []);
}

#[tokio::test]
async fn of_two_who_keep_the_minutes_the_second_is_told_and_loses_nothing() {
    let town = up().await;
    let mut maja = town.person("maja").await;
    let first = [("version", "0"), ("text", "Majas anteckning.")];
    maja.post(&under(1, "anteckning/sparning"), &first).await.is(200);
    let second = [("version", "0"), ("text", "Den andras anteckning."), ("command_id", "andra")];
    maja.post(&under(1, "anteckning/sparning"), &second)
        .await
        .is(409)
        .says("Inte sparat. Anteckningen ändrades");
    let refused = maja.post(&under(1, "anteckning"), &second).await;
    refused
        .is(409)
        .says("Anteckningen ändrades av Maja")
        .says("Majas anteckning.")
        .says("Den andras anteckning.</textarea>");
    assert_eq!(stands(&town), "");
    let read = [("version", refused.hidden("version")), ("text", "Bådas anteckning.")];
    done(&mut maja, &under(1, "anteckning"), &read).await;
    assert_eq!(stands(&town), "Bådas anteckning.");
    // The same form once more is the same note.
    done(&mut maja, &under(1, "anteckning"), &read).await;
    // One who opened the page before it was saved is told too.
    let late = [("version", "1"), ("text", "För sent."), ("command_id", "sen")];
    maja.post(&under(1, "anteckning"), &late).await.is(409).says("Anteckningen ändrades");
    assert_eq!(stands(&town), "Bådas anteckning.");
}

#[tokio::test]
async fn what_is_not_saved_is_thrown_away_by_who_keeps_the_minutes() {
    let town = up().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &under(1, "anteckning"), &[("text", "Det som gäller.")]).await;
    maja.post(&under(1, "anteckning/sparning"), &[("text", "Ett försök.")]).await.is(200);
    town.person("petra").await.post(&under(1, "anteckning/kassering"), &[]).await.is(403);
    town.person("petra").await.post(&under(1, "anteckning/sparning"), &[("text", "Nej.")]).await.is(403);
    maja.get(&under(1, "behandling")).await.says("Kasta det osparade").says("Ett försök.");
    let thrown = maja.post(&under(1, "anteckning/kassering"), &[]).await;
    let page = maja.get(thrown.is(303).to().split('#').next().unwrap()).await;
    page.is(200).says("Det osparade är kastat.").says("Det som gäller.</textarea>").says_not("Ett försök.");
}

#[tokio::test]
async fn nothing_is_written_beside_sealed_minutes_and_what_was_is_gone() {
    let town = held().await;
    let mut maja = town.person("maja").await;
    maja.post(&under(1, "anteckning/sparning"), &[("text", "Det som aldrig sparades.")]).await.is(200);
    done(&mut maja, &at("protokoll"), &[]).await;
    let mut petra = town.person("petra").await;
    let seen = petra.get(&at("justering")).await.hidden("seen").to_owned();
    petra.post(&at("justering"), &[("seen", &seen)]).await.is(303);
    assert_eq!(town.directory.workroom().all_working_copies("note").await.unwrap(), []);
    maja.post(&under(1, "anteckning/sparning"), &[("text", "Efteråt.")]).await.is(409).says("Inte sparat. ");
    let town = attested().await;
    let mut maja = town.person("maja").await;
    maja.post(&under(1, "anteckning/sparning"), &[("text", "Efteråt.")]).await.is(409);
}

#[tokio::test]
async fn one_press_saves_the_note_and_takes_up_the_next_item() {
    let town = up().await;
    let mut maja = town.person("maja").await;
    let page = maja.get(&under(1, "behandling")).await;
    page.is(200)
        .says("Ordföranden öppnade sammanträdet.</textarea>")
        .says("Spara och ta upp nästa, punkt 2")
        .says_not(&format!("action=\"{}\"", under(2, "behandling")));
    let saves = [("text", "Ordföranden öppnade."), ("then", "next")];
    done(&mut maja, &under(1, "anteckning"), &saves).await.says("nästa punkt är uppe").says("§\u{a0}2");
    assert_eq!(stands(&town), "Ordföranden öppnade.");
    // What is written under the second and not saved is told before the meeting ends.
    maja.get(&at("avslutning")).await.is(200).says_not("inte sparade i protokollet");
    maja.post(&under(2, "anteckning/sparning"), &[("text", "Halvskrivet.")]).await.is(200);
    let closing = maja.get(&at("avslutning")).await;
    closing
        .is(200)
        .says("inte sparade i protokollet")
        .says(&format!("{}#anteckning", under(2, "behandling")));
}
