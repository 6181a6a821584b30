//! Programs meet the same engine, the same policies and the same refusals.

use serde_json::{Value, json};
use town::{Answer, Browser, PASSWORD, SLUG, Town};

const COMMANDS: &str = "/api/v1/f/sjobygden/commands";

async fn program<'a>(town: &'a Town, name: &str) -> Browser<'a> {
    let body = json!({ "email": format!("{name}@exempel.se"), "password": PASSWORD });
    let opened = send(&mut town.visitor(), "/api/v1/sessions", &body).await;
    let token = json(opened.is(201))["token"].as_str().unwrap().to_owned();
    town.visitor().with("authorization", &format!("Bearer {token}"))
}

async fn send(browser: &mut Browser<'_>, path: &str, body: &Value) -> Answer {
    browser.send("POST", path, Some("application/json"), body.to_string().into()).await
}

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text).unwrap_or_else(|e| panic!("{e}: {}", answer.text))
}

fn idea(id: u128, title: &str) -> Value {
    let command = json!({ "command": "note_idea", "title": title, "text": "Tidigt stöd.", "applicant": "Sjöstads kommun" });
    json!({ "command_id": uuid::Uuid::from_u128(id), "command": command })
}

#[tokio::test]
async fn a_program_with_a_wrong_password_is_not_let_in() {
    let town = Town::new().await;
    let wrong = json!({ "email": "maja@exempel.se", "password": "fel" });
    let answer = send(&mut town.visitor(), "/api/v1/sessions", &wrong).await;
    assert_eq!(answer.is(401).headers.get("www-authenticate").unwrap(), "Bearer");
    let mut stranger = town.visitor().with("authorization", "Bearer hittepå");
    stranger.get("/api/v1/f/sjobygden/initiatives").await.is(401);
}

#[tokio::test]
async fn a_command_is_carried_out_once_however_often_it_is_sent() {
    let town = Town::new().await;
    let mut arvid = program(&town, "arvid").await;
    let first = json(send(&mut arvid, COMMANDS, &idea(1, "Ett spår")).await.is(200));
    let again = json(send(&mut arvid, COMMANDS, &idea(1, "Ett spår")).await.is(200));
    assert_eq!(first["version"], again["version"]);
    let list = json(arvid.get(&format!("/api/v1/f/{SLUG}/initiatives")).await.is(200));
    assert_eq!((&list["total"], &list["items"][0]["stage"]), (&json!(1), &json!("idea")));
}

#[tokio::test]
async fn several_commands_are_carried_out_as_one_or_not_at_all() {
    let town = Town::new().await;
    let mut arvid = program(&town, "arvid").await;
    let all = format!("{COMMANDS}/all");
    let several = |no: u128, titles: &[&str]| {
        let commands: Vec<Value> = titles.iter().map(|title| idea(1, title)["command"].clone()).collect();
        json!({ "command_id": uuid::Uuid::from_u128(no), "commands": commands })
    };
    let refused = json(send(&mut arvid, &all, &several(1, &["Ett spår", ""])).await.is(422));
    assert_eq!(refused["errors"][0]["field"], "title");
    let list = |found: Value| found["total"].clone();
    let initiatives = format!("/api/v1/f/{SLUG}/initiatives");
    assert_eq!(list(json(arvid.get(&initiatives).await.is(200))), 0, "the first of them was not done either");
    let first = json(send(&mut arvid, &all, &several(2, &["Ett spår", "Ett till"])).await.is(200));
    let again = json(send(&mut arvid, &all, &several(2, &["Ett spår", "Ett till"])).await.is(200));
    assert_eq!((&first["version"], &first["events"]), (&again["version"], &json!(2)));
    assert_eq!(list(json(arvid.get(&initiatives).await.is(200))), 2);
    // Each is decided on by the policies, and all before any is done.
    let mut petra = program(&town, "petra").await;
    let mut mixed = several(3, &["Mitt"]);
    let others = json!({ "command": "rest_idea", "initiative": 1, "why": "Vi väntar." });
    mixed["commands"].as_array_mut().unwrap().push(others);
    send(&mut petra, &all, &mixed).await.is(403);
    assert_eq!(list(json(petra.get(&initiatives).await.is(200))), 0);
    send(&mut petra, &all, &several(4, &[])).await.is(400).says("1–200");
}

#[tokio::test]
async fn the_policies_decide_by_command_and_by_what_it_is_done_to() {
    let town = Town::new().await;
    send(&mut program(&town, "arvid").await, COMMANDS, &idea(1, "Ett spår")).await.is(200);
    let mut petra = program(&town, "petra").await;
    let others = json!({ "command_id": uuid::Uuid::from_u128(2), "command": { "command": "rest_idea", "initiative": 1, "why": "Vi väntar." } });
    let denied = send(&mut petra, COMMANDS, &others).await;
    assert_eq!(json(denied.is(403))["detail"], "skriva ett utkast");
    let list = json(petra.get(&format!("/api/v1/f/{SLUG}/initiatives")).await.is(200));
    assert_eq!(list["total"], 0, "an idea of somebody else's is not hers to read");
    let old = json!({ "command_id": uuid::Uuid::from_u128(3), "entered": "afterwards", "command": idea(1, "Gammal")["command"] });
    send(&mut petra, COMMANDS, &old).await.is(403);
    send(&mut town.visitor(), COMMANDS, &old).await.is(401);
}

#[tokio::test]
async fn each_refusal_is_a_problem_with_its_fields() {
    let town = Town::new().await;
    let mut arvid = program(&town, "arvid").await;
    let wrong = send(&mut arvid, COMMANDS, &idea(1, "")).await;
    let problem = json(wrong.is(422));
    assert_eq!(wrong.headers.get("content-type").unwrap(), "application/problem+json");
    assert_eq!(
        (&problem["type"], &problem["errors"][0]["field"]),
        (&json!("urn:samordna:problem:fields"), &json!("title"))
    );
    let unknown =
        json!({ "command_id": uuid::Uuid::from_u128(2), "command": { "command": "rule_the_world" } });
    send(&mut arvid, COMMANDS, &unknown).await.is(400);
    let misspelt = json!({ "command_id": uuid::Uuid::from_u128(3), "command": { "command": "note_idea", "titel": "Brygga" } });
    let problem = json(send(&mut arvid, COMMANDS, &misspelt).await.is(422));
    assert_eq!(problem["type"], json!("urn:samordna:problem:unknown-field"));
    assert_eq!(
        problem["errors"][0]["says"],
        json!("Fältet titel finns inte; rätta namnet eller utelämna det.")
    );
    let missing = problem["errors"].as_array().unwrap().iter().any(|error| error["field"] == json!("title"));
    assert!(missing, "{problem}");
    arvid.send("POST", COMMANDS, Some("application/json"), "{".into()).await.is(400);
    arvid.send("POST", COMMANDS, Some("text/plain"), "{}".into()).await.is(415);
    arvid.send("POST", COMMANDS, Some("application/json"), vec![b' '; 1_100_000].into()).await.is(413);
}

#[tokio::test]
async fn a_command_on_what_may_not_be_touched_tells_nothing_of_what_exists() {
    let town = Town::new().await;
    send(&mut program(&town, "arvid").await, COMMANDS, &idea(1, "Ett spår")).await.is(200);
    let rest = |initiative: u32| json!({ "command_id": uuid::Uuid::from_u128(2), "command": { "command": "rest_idea", "initiative": initiative, "why": "x" } });
    let mut petra = program(&town, "petra").await;
    let mut told = Vec::new();
    for initiative in [1, 9] {
        let mut problem = json(send(&mut petra, COMMANDS, &rest(initiative)).await.is(403));
        problem.as_object_mut().unwrap().remove("instance");
        told.push(problem);
    }
    assert_eq!(told[0], told[1]);
    let ask = json!({ "command_id": uuid::Uuid::from_u128(3), "command": { "command": "send_notice", "meeting": 9 } });
    let mut maja = program(&town, "maja").await;
    assert_eq!(json(send(&mut maja, COMMANDS, &ask).await.is(404))["detail"], "sammanträdet");
}

#[tokio::test]
async fn a_control_character_is_named_wherever_it_stands() {
    let town = Town::new().await;
    let login = json!({ "email": "maja\u{0}@exempel.se", "password": PASSWORD });
    let problem = json(send(&mut town.visitor(), "/api/v1/sessions", &login).await.is(422));
    assert_eq!(problem["errors"][0]["field"], "/email");
    assert!(problem["detail"].as_str().unwrap().contains("U+0000"), "{problem}");
    let mut arvid = program(&town, "arvid").await;
    for (sign, says) in
        [("\u{0}", "U+0000"), ("\u{1b}", "U+001B"), ("\u{7f}", "U+007F"), ("\u{85}", "U+0085")]
    {
        let problem = json(send(&mut arvid, COMMANDS, &idea(1, &format!("Ett{sign}spår"))).await.is(422));
        assert_eq!(problem["errors"][0]["field"], "/command/title");
        assert!(problem["errors"][0]["says"].as_str().unwrap().contains(says), "{problem}");
    }
    let mut lines = idea(1, "Ett spår");
    lines["command"]["text"] = json!("En rad.\n\tEn till.\r\n");
    send(&mut arvid, COMMANDS, &lines).await.is(200);
    let mut name = idea(2, "Ett spår");
    name["reasons"] = json!({ "notice\u{0}period": "Vi väntar." });
    assert_eq!(json(send(&mut arvid, COMMANDS, &name).await.is(422))["errors"][0]["field"], "/reasons");
}

#[tokio::test]
async fn every_error_under_the_api_is_a_problem() {
    let town = Town::new().await;
    let mut arvid = program(&town, "arvid").await;
    for (method, path, status) in [
        ("GET", "/api/v1/finns-inte", 404),
        ("GET", "/api/v1/associations/finns-inte/notices", 404),
        ("GET", "/api/v1/f/finns-inte/initiatives", 404),
        ("GET", "/api/v1/associations?limit=1000", 400),
        ("GET", "/api/v1/associations?sida=2", 400),
        ("TRACE", "/api/v1/associations", 405),
        ("DELETE", COMMANDS, 405),
        ("GET", "/api/v1/f/sjobygden/register", 403),
    ] {
        let answer = arvid.send(method, path, None, axum::body::Body::empty()).await;
        answer.is(status);
        assert_eq!(
            answer.headers.get("content-type").unwrap(),
            "application/problem+json",
            "{method} {path}"
        );
        assert_eq!(json(&answer)["status"], status, "{method} {path}");
    }
}

#[tokio::test]
async fn anybody_reads_the_associations_and_the_document() {
    let town = Town::new().await;
    let list = json(town.visitor().get("/api/v1/associations?limit=1&page=1").await.is(200));
    assert_eq!((&list["total"], &list["items"][0]["slug"]), (&json!(1), &json!(SLUG)));
    assert_eq!(list["items"][0]["members"].as_array().unwrap().len(), 4);
    let document = json(town.visitor().get("/api/openapi.json").await.is(200));
    assert_eq!(document["servers"][0]["url"], "/api/v1");
    json(town.visitor().get("/api/v1/associations/sjobygden/notices").await.is(200));
    json(town.visitor().get("/api/v1/api-info").await.is(200));
}
