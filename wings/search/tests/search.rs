//! Requests to the whole server, about what stands in this wing.
#![cfg(test)]

use serde_json::json;
use town::{Browser, SLUG, Town, faces, person};

/// A case with an open and a secret document, an initiative that is an idea, a meeting of the board.
async fn filled() -> Town {
    let town = Town::new().await;
    let document = |title: &str, secrecy: Option<&str>| {
        json!({ "command": "register_document", "case": 1, "direction": "received", "dated": "2026-11-02",
            "counterpart": if secrecy.is_some() { "Hemliga avsändaren" } else { "Kommunen" }, "title": title,
            "secrecy": secrecy })
    };
    for (name, command) in [
        ("maja", json!({ "command": "open_case", "subject": "Klagomål på lokalerna", "on": "2026-11-02" })),
        ("maja", document("Yttrandet över lokalen", None)),
        ("maja", document("Sjukintyg för Kurt", Some("OSL 26 kap. 1 §"))),
        (
            "arvid",
            json!({ "command": "note_idea", "title": "Förlängning av ett spår", "text": "Tidigt stöd i lokalerna.", "applicant": "Sjöstads kommun" }),
        ),
        (
            "maja",
            json!({ "command": "plan_meeting", "body": 1, "on": "2026-12-14", "from": "09:00:00", "until": "12:00:00", "place": "Lokalen i Sjöstad" }),
        ),
    ] {
        town.does(name, command).await;
    }
    town
}

/// How many there are, as the page says it, and the titles.
async fn finds(browser: &mut Browser<'_>, words: &str) -> (usize, String) {
    let typed: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let page = browser.get(&format!("/f/{SLUG}/sok?q={typed}")).await;
    let text = page.is(200).text.clone();
    let many = text.split(" träff").next().unwrap().rsplit('>').next().unwrap().parse().unwrap_or(0);
    (many, text)
}

#[tokio::test]
async fn a_secret_document_is_found_by_those_who_may_and_hinted_to_nobody_else() {
    let (town, without) = (filled().await, Town::new().await);
    let mut office = town.person("maja").await;
    for words in ["sjukintyget", "kurt", "hemliga", "sjukintyg lokalerna"] {
        let (many, text) = finds(&mut office, words).await;
        assert_eq!(many, 1, "{words}");
        assert!(text.contains("Klagomål på lokalerna"));
    }
    for name in ["birgitta", "petra", "arvid", "okand"] {
        let (mut reads, mut nothing) = (town.person(name).await, without.person(name).await);
        for words in ["sjukintyget", "kurt", "hemliga", "sjukintyg lokalerna"] {
            let path = format!("/sok?q={}", words.replace(' ', "+"));
            let (page, empty) = (reads.get(&path).await, nothing.get(&path).await);
            assert_eq!(
                page.is(200).text,
                empty.is(200).text,
                "{name} asks for {words}: as if it were not there"
            );
        }
    }
    // The case itself is no secret to those who read the register, by its open document.
    let mut board = town.person("birgitta").await;
    assert_eq!(finds(&mut board, "yttrande").await.0, 1);
}

#[tokio::test]
async fn each_kind_is_found_in_any_form_and_counted_by_kind() {
    let town = filled().await;
    let mut office = town.person("maja").await;
    let (many, text) = finds(&mut office, "lokal").await;
    assert_eq!(many, 3, "the case, the idea and the meeting");
    for facet in ["Ärenden (1)", "Insatser (1)", "Sammanträden (1)"] {
        assert!(text.contains(facet), "{facet}");
    }
    assert!(!text.contains("Personer (0)"), "what there is none of is not offered");
    let only = office.get(&format!("/f/{SLUG}/sok?q=lokal&slag=insatser")).await;
    assert!(only.is(200).text.contains("1 av 3 träffar") && only.text.contains("Ärenden (1)"));
    assert_eq!(finds(&mut office, "forlangningen").await.0, 1, "without dots");
    let here = format!("/f/{SLUG}/sok");
    faces::same(&mut office, (&here, &here, "?q=lokal"), 3, &["Klagomål på lokalerna"]).await;
    faces::same(&mut office, ("/sok", "/sok", "?q=lokal&slag=insatser"), 1, &[]).await;
    assert_eq!(finds(&mut office, "lokal finnsinte").await.0, 0, "every word is needed");
    assert!(finds(&mut office, "birgitta").await.1.contains("Personer (1)"));
    assert_eq!(finds(&mut office, "").await.0, 0);
}

#[tokio::test]
async fn what_is_new_is_found_at_once_and_what_was_renamed_under_its_new_name() {
    let town = filled().await;
    let mut office = town.person("maja").await;
    assert_eq!(finds(&mut office, "arvid").await.0, 1);
    town.does("maja", json!({ "command": "name_person", "person": person("arvid"), "name": "Arvid Nyman" }))
        .await;
    assert_eq!(finds(&mut office, "nyman").await.0, 1);
    town.does("maja", json!({ "command": "open_case", "subject": "Ett nytt ärende", "on": "2026-11-02" }))
        .await;
    assert_eq!(finds(&mut office, "ärenden").await.0, 1);
}

#[tokio::test]
async fn an_idea_is_found_by_its_author_and_not_by_another_applicant() {
    let town = filled().await;
    assert_eq!(finds(&mut town.person("arvid").await, "förlängning").await.0, 1);
    let (mut steers, mut sees) = (town.person("stina").await, town.person("arvid").await);
    assert_eq!(finds(&mut steers, "förlängning").await.0, 0);
    let page = sees.get("/sok?q=forlangning").await;
    assert!(page.is(200).text.contains(&format!("/f/{SLUG}/insatser/1")), "also over all one's associations");
}

#[tokio::test]
async fn the_api_finds_what_the_page_finds_and_refuses_what_it_does_not_know() {
    let town = filled().await;
    let mut office = town.person("maja").await;
    let path = |query: &str| format!("/api/v1/f/{SLUG}/search?{query}");
    let answer = office.get(&path("q=sjukintyg")).await;
    let body: serde_json::Value = serde_json::from_str(&answer.is(200).text).unwrap();
    assert_eq!(body["total"], 1);
    assert_eq!(body["items"][0]["kind"], "case");
    assert_eq!(body["items"][0]["href"], format!("/f/{SLUG}/diarium/1"));
    let mut board = town.person("birgitta").await;
    assert!(board.get(&path("q=sjukintyg")).await.is(200).text.contains("\"total\":0"));
    office.get(&path("q=a&slag=x")).await.is(400);
    office.get(&path("")).await.is(400);
}
