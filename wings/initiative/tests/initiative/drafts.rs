//! What is being written is no fact: it is the writer's and the office's, nobody writes over it unread, and the record
//! holds not a word of it before it is handed in.

use domain::ids::{InitiativeId, PersonId};
use domain::initiative::events::Stage;
use domain::initiative::submit::SubmitApplication;
use domain::{Command, Ctx};
use serde_json::{Value, json};
use town::{Answer, Browser, SLUG, Town, person};
use uuid::Uuid;

use crate::steps::{APPLICATION, IDEA, LIST, ONE, at, done, handed_in, stage, with, without};

const DRAFT: &str = "/api/v1/f/sjobygden/initiatives/1/draft";

/// With an idea of Arvid's.
async fn idea() -> Town {
    let town = Town::new().await;
    done(&mut town.person("arvid").await, LIST, &IDEA).await;
    town
}

/// The record as it is stored, whole.
async fn record(town: &Town) -> String {
    let (mut all, stream) = (String::new(), format!("association/{SLUG}"));
    let read = town.engine.journal().replay(&stream, 0, |event| {
        all.push_str(event.body);
        Ok::<(), engine::Fault>(())
    });
    read.await.unwrap();
    all
}

fn json_of(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text).unwrap_or_else(|e| panic!("{e}: {}", answer.text))
}

#[tokio::test]
async fn of_a_hundred_savings_the_record_holds_not_a_word_until_it_is_handed_in() {
    let town = idea().await;
    let mut arvid = town.person("arvid").await;
    for no in 0..100 {
        let need = format!("Blåbärstuva nummer {no}.");
        let saved = arvid.post(&at("utkast"), &with(&APPLICATION, "need", &need)).await;
        saved.is(303);
    }
    let before = record(&town).await;
    assert!(before.contains("application_begun"));
    for word in ["Blåbärstuva", "Ett gemensamt team", "Sex av tio"] {
        assert!(!before.contains(word), "{word}");
    }
    assert_eq!(before.matches("application_begun").count(), 1, "that it was begun is said once");
    done(&mut arvid, &at("inlamning"), &[]).await.says("SJÖ 2026/1");
    let after = record(&town).await;
    assert!(after.contains("Blåbärstuva nummer 99.") && !after.contains("Blåbärstuva nummer 98."));
    let copy = town.app.drawer().read(SLUG, InitiativeId(1)).await.unwrap();
    assert_eq!(copy.written, None, "the copy is gone when the record has it");
}

#[tokio::test]
async fn a_draft_is_read_by_who_writes_it_and_by_the_office() {
    let town = idea().await;
    let mut arvid = town.person("arvid").await;
    let secret = with(&with(&APPLICATION, "need", "Blåbärstuvor."), "title", "Arbetsnamnet Tuva");
    done(&mut arvid, &at("utkast"), &secret).await.says("Sparat 2\u{a0}november 2026 kl. 09.00.");
    for name in ["arvid", "maja"] {
        let mut reader = town.person(name).await;
        reader.get(&at("utkast")).await.is(200).says("Blåbärstuvor.");
        reader.get(&at("ansokan")).await.is(200).says("Blåbärstuvor.");
        // Lists and searches go by what stands in the record.
        reader.get(LIST).await.is(200).says("Ett spår till arbete").says_not("Tuva");
        reader.get(&format!("/f/{SLUG}/sok?q=bl%C3%A5b%C3%A4rstuvor")).await.is(200).says_not("insatser/1\"");
        reader.get("/oversikt").await.is(200).says_not("Tuva");
    }
    arvid.get("/oversikt").await.says("Lämna in");
    for name in ["petra", "birgitta", "okand"] {
        let mut other = town.person(name).await;
        for noun in ["utkast", "ansokan", "andringar", "kassering"] {
            other.get(&at(noun)).await.is(403);
        }
        other.get(DRAFT).await.is(403);
        other.post(&at("utkast/sparning"), &APPLICATION).await.is(403);
    }
    done(&mut arvid, &at("inlamning"), &[]).await;
    town.person("petra").await.get(LIST).await.says("Arbetsnamnet Tuva");
    let found = town.person("petra").await.get(&format!("/f/{SLUG}/sok?q=bl%C3%A5b%C3%A4rstuvor")).await;
    found.is(200).says("insatser/1\"");
}

#[tokio::test]
async fn it_is_saved_while_one_writes_and_a_line_says_so() {
    let town = idea().await;
    let mut arvid = town.person("arvid").await;
    let form = arvid.get(&at("utkast")).await;
    form.is(200).says("data-autosave=\"/f/sjobygden/insatser/1/utkast/sparning\"").says("autosave-");
    let version = form.hidden("version").to_owned();
    let first = with(&APPLICATION, "version", &version);
    let saved = json_of(arvid.post(&at("utkast/sparning"), &first).await.is(200));
    assert_eq!(saved, json!({ "version": 1, "says": "Sparat 2\u{a0}november 2026 kl. 09.00." }));
    assert_eq!(stage(&town), Stage::Draft);
    let again = json_of(arvid.post(&at("utkast/sparning"), &first).await.is(200));
    assert_eq!(again["version"], 1, "the same again is already so");

    let mut maja = town.person("maja").await;
    let hers = with(&with(&APPLICATION, "goals", "Majas mål."), "version", "1");
    done(&mut maja, &at("utkast"), &hers).await;
    let mine = with(&with(&APPLICATION, "goals", "Arvids mål."), "version", "1");
    let told = json_of(arvid.post(&at("utkast/sparning"), &mine).await.is(409));
    assert!(told["says"].as_str().unwrap().starts_with("Inte sparat. Ansökan ändrades av Maja"), "{told}");
    let wrong = with(&mine, "from", "i vår");
    arvid.post(&at("utkast/sparning"), &wrong).await.is(422).says("Inte sparat. ");
    arvid.get(&at("utkast")).await.says("Majas mål.").says_not("Arvids mål.");
}

#[tokio::test]
async fn a_draft_is_thrown_away_when_one_has_said_so_twice() {
    let town = idea().await;
    let mut arvid = town.person("arvid").await;
    done(&mut arvid, &at("utkast"), &APPLICATION).await.says("/kassering\"");
    let asked = arvid.get(&at("kassering")).await;
    let read = asked.is(200).says("går inte att få tillbaka").hidden("version").to_owned();
    let mut maja = town.person("maja").await;
    done(&mut maja, &at("utkast"), &with(&APPLICATION, "goals", "Majas mål.")).await;
    let late = arvid.post(&at("kassering"), &[("version", &read)]).await;
    late.is(409).says("Ansökan ändrades av Maja");
    let thrown = [("version", late.hidden("version"))];
    done(&mut arvid, &at("kassering"), &thrown).await.says("Utkastet är kastat.").says("Utkastet kastades");
    assert_eq!(stage(&town), Stage::Idea);
    let form = arvid.get(&at("utkast")).await;
    form.is(200).says("Unga vuxna möter fem dörrar.").says_not("Majas mål.");
    arvid.post(&at("utkast"), &with(&APPLICATION, "version", &read)).await.is(409);
    done(&mut arvid, &at("utkast"), &with(&APPLICATION, "version", form.hidden("version"))).await;
    assert_eq!(stage(&town), Stage::Draft, "and it can be begun anew");
}

#[tokio::test]
async fn what_is_handed_in_is_what_was_read() {
    let town = idea().await;
    let mut arvid = town.person("arvid").await;
    arvid.post(&at("inlamning"), &[]).await.is(409).says("Skriv ansökan först.");
    done(&mut arvid, &at("utkast"), &APPLICATION).await;
    let read = arvid.get(&at("inlamning")).await.is(200).hidden("version").to_owned();
    let mut maja = town.person("maja").await;
    done(&mut maja, &at("utkast"), &with(&APPLICATION, "goals", "Majas mål.")).await;
    let late = arvid.post(&at("inlamning"), &[("version", &read)]).await;
    late.is(409).says("Ansökan ändrades av Maja").says("Majas mål.");
    assert_eq!(stage(&town), Stage::Draft);
    done(&mut arvid, &at("inlamning"), &[("version", late.hidden("version"))]).await.says("SJÖ 2026/1");
}

#[tokio::test]
async fn a_completion_begins_from_what_was_handed_in_and_goes_with_the_application() {
    let town = handed_in(&APPLICATION).await;
    let (mut arvid, mut petra) = (town.person("arvid").await, town.person("petra").await);
    done(&mut petra, &at("komplettering"), &[("what", "Beskriv bemanningen.")]).await;
    arvid.get(&at("inlamning")).await.is(200).says("Det finns inget utkast");
    let empty = arvid.post(&at("inlamning"), &[("command_id", "tom")]).await;
    empty.is(409).says("inget utkast att lämna in");
    arvid.get(&at("utkast")).await.is(200).says("Ett gemensamt team.").says_not("/kassering\"");
    done(&mut arvid, &at("utkast"), &with(&APPLICATION, "method", "Två handledare.")).await;
    arvid.get(&at("andringar")).await.is(200).says("I utkastet, sparat").says("Två handledare.");
    petra.get(&at("andringar")).await.is(200).says_not("Två handledare.");
    let thrown = arvid.get(&at("kassering")).await.is(200).hidden("version").to_owned();
    done(&mut arvid, &at("kassering"), &[("version", &thrown)]).await.says("Utkastet är kastat.");
    assert_eq!(stage(&town), Stage::Completion, "what was handed in stands");
    let form = arvid.get(&at("utkast")).await;
    let fields = with(&with(&APPLICATION, "method", "Tre handledare."), "version", form.hidden("version"));
    done(&mut arvid, &at("utkast"), &fields).await;
    done(&mut arvid, &at("inlamning"), &[("command_id", "igen")]).await;
    petra.get(&at("andringar")).await.is(200).says("Tre handledare.").says("Inlämnat");
    done(&mut petra, &at("komplettering"), &[("what", "Mer.")]).await;
    done(&mut arvid, &at("utkast"), &with(&APPLICATION, "method", "Fyra.")).await;
    done(&mut arvid, &at("atertagande"), &[("why", "Vi hinner inte.")]).await;
    let left = town.app.drawer().read(SLUG, InitiativeId(1)).await.unwrap();
    assert_eq!(left.written, None, "it goes with the application that was withdrawn");
}

async fn put(browser: Browser<'_>, seen: Option<&str>, body: &Value) -> Answer {
    let mut browser = match seen {
        Some(seen) => browser.with("if-match", seen),
        None => browser,
    };
    browser.send("PUT", DRAFT, Some("application/json"), body.to_string().into()).await
}

async fn send(browser: &mut Browser<'_>, command: Value) -> Answer {
    let body = json!({ "command_id": Uuid::new_v4(), "command": command }).to_string();
    browser.send("POST", &format!("/api/v1/f/{SLUG}/commands"), Some("application/json"), body.into()).await
}

#[tokio::test]
async fn a_program_writes_the_draft_by_the_same_rules_as_the_form() {
    let town = idea().await;
    let arvid = || town.person("arvid");
    let nothing = arvid().await.get(DRAFT).await;
    assert_eq!(nothing.is(200).headers["etag"], "\"0\"");
    assert_eq!(json_of(&nothing)["application"], Value::Null);
    let half = json!({ "title": "Ett spår", "asf": { "involved": true } });
    put(arvid().await, None, &half).await.is(428).says("If-Match");
    let saved = put(arvid().await, Some("\"0\""), &half).await;
    assert_eq!(saved.is(200).headers["etag"], "\"1\"");
    let body = json_of(&saved);
    assert_eq!((&body["version"], &body["application"]["title"]), (&json!(1), &json!("Ett spår")));
    assert_eq!(body["saved_by"], json!(person("arvid")));
    assert_eq!(stage(&town), Stage::Draft);
    let passed = put(town.person("maja").await, Some("\"0\""), &json!({ "title": "Annat" })).await;
    passed.is(412).says("Ansökan ändrades av Arvid").says("den 2 november 2026");
    for (wrong, path) in [
        (json!({ "title": "Ett spår", "titel": 1 }), "titel"),
        (json!({ "title": "Ett spår", "asf": { "involvd": true } }), "asf.involvd"),
    ] {
        let unknown = json_of(put(arvid().await, Some("\"1\""), &wrong).await.is(422));
        assert_eq!(unknown["errors"][0]["field"], path, "{unknown}");
    }
    for (wrong, field) in [
        (json!({ "title": " " }), "title"),
        (json!({ "title": "Ett spår", "parties": [99] }), "parties"),
        (json!({ "title": "Ett spår", "budget": { "2027": -1 } }), "budget"),
        (json!({ "title": "Ett spår", "from": "2027-02-01", "until": "2027-01-01" }), "until"),
        (json!({ "title": "Ett spår", "from": "1203-01-01" }), "from"),
    ] {
        let refused = json_of(put(arvid().await, Some("\"1\""), &wrong).await.is(422));
        assert_eq!(refused["errors"][0]["field"], field, "{refused}");
    }
    assert!(
        !json_of(&town.visitor().get("/api/openapi.json").await)["components"]["schemas"]
            .as_object()
            .unwrap()
            .contains_key("Command.save_draft")
    );
    let old = json!({ "command": "save_draft", "initiative": 1, "application": half });
    send(&mut arvid().await, old).await.is(400).says("save_draft finns inte");
}

#[tokio::test]
async fn page_and_program_meet_the_same_rights_and_refusals() {
    let town = idea().await;
    let whole = json!({ "title": "Ett spår", "need": "Stödet är splittrat." });
    for name in ["petra", "birgitta", "okand"] {
        let mut other = town.person(name).await;
        other.post(&at("utkast"), &APPLICATION).await.is(403);
        put(town.person(name).await, Some("\"0\""), &whole).await.is(403);
        town.person(name)
            .await
            .with("if-match", "\"0\"")
            .send("DELETE", DRAFT, None, "".into())
            .await
            .is(403);
    }
    let mut arvid = town.person("arvid").await;
    let form = arvid.post(&at("utkast"), &without(&APPLICATION, "title")).await;
    let program = put(town.person("arvid").await, Some("\"0\""), &json!({ "need": "Ja." })).await;
    form.is(422).says("Skriv en rubrik.");
    program.is(422).says("Skriv en rubrik.");
    done(&mut arvid, &at("utkast"), &APPLICATION).await;
    send(&mut arvid, json!({ "command": "submit_application", "initiative": 1 }))
        .await
        .is(422)
        .says("version");
    let smuggled = json!({ "command": "submit_application", "initiative": 1, "version": 1, "written": {} });
    send(&mut arvid, smuggled).await.is(422).says("written");
    let inline = json!({ "command": "submit_application", "initiative": 1, "application": whole });
    send(&mut arvid, inline).await.is(422).says("hämtas ur utkastet");
    let stale = json!({ "command": "submit_application", "initiative": 1, "version": 7 });
    send(&mut arvid, stale).await.is(409);
    send(&mut arvid, json!({ "command": "submit_application", "initiative": 1, "version": 1 })).await.is(200);
    for answer in [
        arvid.post(&at("utkast"), &APPLICATION).await,
        put(town.person("arvid").await, Some("\"2\""), &whole).await,
        arvid.post(&at("utkast/sparning"), &APPLICATION).await,
    ] {
        answer.is(409).says("ligger hos beredningsgruppen");
    }
}

#[tokio::test]
async fn a_program_throws_the_draft_away_in_the_version_it_has_read() {
    let town = idea().await;
    put(town.person("arvid").await, Some("\"0\""), &json!({ "title": "Ett spår" })).await.is(200);
    let discard = async |seen: &str| {
        town.person("arvid").await.with("if-match", seen).send("DELETE", DRAFT, None, "".into()).await
    };
    discard("\"7\"").await.is(412).says("Ansökan ändrades av Arvid");
    for _ in 0..2 {
        discard("\"1\"").await.is(204);
    }
    assert_eq!(stage(&town), Stage::Idea);
    assert_eq!(json_of(&town.person("arvid").await.get(DRAFT).await)["application"], Value::Null);
}

#[tokio::test]
async fn a_claim_that_a_stopped_server_left_is_let_go_and_what_was_written_is_there() {
    let town = idea().await;
    let mut arvid = town.person("arvid").await;
    done(&mut arvid, &at("utkast"), &APPLICATION).await;
    let (workroom, drawer) = (town.directory.workroom(), town.app.drawer());
    let copies = workroom.all_working_copies("application").await.unwrap();
    let id = copies[0].0.clone();
    // It had claimed the draft, and stopped before the record had the fact.
    assert!(workroom.claim_copy(&id, 1, Uuid::from_u128(9), town.now()).await.unwrap());
    let other = with(&APPLICATION, "goals", "Fler mål.");
    arvid.post(&at("utkast"), &other).await.is(409).says("lämnas in eller kastas just nu");
    arvid.post(&at("inlamning"), &[]).await.is(409).says("lämnas in eller kastas just nu");
    town.wait(61);
    done(&mut arvid, &at("utkast"), &with(&other, "version", "1")).await.says("Fler mål.");
    assert!(workroom.claim_copy(&id, 2, Uuid::from_u128(10), town.now()).await.unwrap());
    drawer.tidy(town.now()).await;
    arvid.get(&at("utkast")).await.says("Fler mål.");
    done(&mut arvid, &at("inlamning"), &[]).await.says("SJÖ 2026/1");
}

#[tokio::test]
async fn a_draft_that_a_stopped_server_handed_in_is_not_left_to_write_on() {
    let town = idea().await;
    let mut arvid = town.person("arvid").await;
    done(&mut arvid, &at("utkast"), &APPLICATION).await;
    let (workroom, drawer) = (town.directory.workroom(), town.app.drawer());
    let (id, _) = workroom.all_working_copies("application").await.unwrap().remove(0);
    let written = drawer.read(SLUG, InitiativeId(1)).await.unwrap().written;
    // It stopped between the fact and the deletion.
    let command = Uuid::from_u128(9);
    assert!(workroom.claim_copy(&id, 1, command, town.now()).await.unwrap());
    let submit = SubmitApplication { written, ..SubmitApplication::draft(InitiativeId(1), 1) };
    let now = town.app.in_sweden(town.now());
    let ctx = Ctx { actor: PersonId(person("arvid")), ..Ctx::look(now.date()) };
    town.engine.execute(SLUG, command, town.now(), ctx, Command::from(submit)).await.unwrap();
    drawer.tidy(town.now()).await;
    assert_eq!(drawer.read(SLUG, InitiativeId(1)).await.unwrap().written, None);
    assert_eq!(stage(&town), Stage::PreparatoryGroup);
    arvid.get(ONE).await.is(200).says("SJÖ 2026/1");
}
