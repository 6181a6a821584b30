//! Every list: the same rows on each of its faces, for those who may see them, and never a fault whatever is asked.

use std::collections::BTreeSet;

use serde_json::json;
use town::{SLUG, Town, faces};

/// An association that has something in each of its lists.
async fn town() -> Town {
    let town = Town::new().await;
    let idea = |title| json!({ "command": "note_idea", "title": title, "text": "Tidigt stöd.", "applicant": "Sjöstads kommun" });
    town.does("arvid", idea("Öppna dörrar")).await;
    town.does("arvid", idea("Årets spår")).await;
    let meeting = |on| json!({ "command": "plan_meeting", "body": 1, "on": on, "from": "09:00:00", "until": "12:00:00", "place": "Sjöstad" });
    town.does("maja", meeting("2026-12-14")).await;
    town.does("maja", meeting("2026-12-07")).await;
    town
}

/// The lists: where the page is, and what the addresses of its files begin with.
fn lists() -> BTreeSet<(String, String)> {
    let paths: BTreeSet<&str> = web::table().map(|route| route.path).collect();
    let files = paths.iter().filter_map(|path| path.strip_suffix(".atom"));
    let page = |files: &'static str| {
        if paths.contains(files) { files } else { files.rsplit_once('/').map_or("", |(page, _)| page) }
    };
    let filled = |path: &str| path.replace("{forbund}", SLUG).replace("{lan}", "06").replace("{ar}", "2027");
    files.map(|files| (filled(page(files)), filled(files))).collect()
}

#[tokio::test]
async fn initiatives_are_the_same_on_every_face() {
    let town = town().await;
    let at = format!("/f/{SLUG}/insatser");
    let mut arvid = town.person("arvid").await;
    faces::same(&mut arvid, (&at, &at, ""), 2, &["Öppna dörrar", "Årets spår"]).await;
    faces::same(&mut arvid, (&at, &at, "?q=sp%C3%A5r&vems=mina"), 1, &["Årets spår"]).await;
    // Nobody else's ideas stand in anybody's file.
    let mut stina = town.person("stina").await;
    for face in ["", ".csv", ".json", ".atom"] {
        stina.get(&format!("{at}{face}")).await.is(200).says_not("Årets spår").says_not("dörrar");
    }
}

#[tokio::test]
async fn meetings_are_the_same_on_every_face_the_next_first() {
    let town = town().await;
    let at = format!("/f/{SLUG}/sammantraden");
    let mut birgitta = town.person("birgitta").await;
    faces::same(&mut birgitta, (&at, &at, ""), 2, &["2026-12-14", "2026-12-07"]).await;
    faces::same(&mut birgitta, (&at, &at, "?nar=kommande&organ=1&ar=2026"), 2, &["Sjöstad"]).await;
    let csv = birgitta.get(&format!("{at}.csv")).await;
    assert!(csv.text.find("2026-12-07") < csv.text.find("2026-12-14"), "{}", csv.text);
    birgitta.get(&format!("{at}?nar=hallna")).await.is(200).says("Inget passar");
}

#[tokio::test]
async fn mandates_are_the_same_on_every_face() {
    let town = town().await;
    let at = format!("/f/{SLUG}/personer");
    let mut maja = town.person("maja").await;
    let json: serde_json::Value =
        serde_json::from_str(&maja.get(&format!("{at}.json?galler=nu")).await.is(200).text).unwrap();
    let held = json["rows"].as_array().unwrap().len();
    assert!(held > 3, "{json}");
    faces::same(&mut maja, (&at, &at, "?galler=nu"), held, &["Birgitta"]).await;
}

#[tokio::test]
async fn rules_and_boards_are_read_by_anybody_on_every_face() {
    let town = town().await;
    let mut anybody = town.visitor();
    faces::same(&mut anybody, ("/regler", "/regler", "?q=beslutsf%C3%B6rhet"), 1, &["Beslutsför"]).await;
    for (page, files) in [
        ("/anslagstavla".to_owned(), "/anslagstavla".to_owned()),
        (format!("/anslagstavla/{SLUG}"), format!("/anslagstavla/{SLUG}/anslag")),
    ] {
        anybody.get(&page).await.is(200).says("Inga protokoll har anslagits än.");
        anybody.get(&format!("{files}.json")).await.is(200).says("\"count\":0");
        anybody
            .get(&format!("{files}.atom"))
            .await
            .is(200)
            .says("<feed xmlns=\"http://www.w3.org/2005/Atom\">");
    }
}

/// What stands between two marks, wherever they stand.
fn between<'a>(text: &'a str, from: &str, until: &str) -> Vec<&'a str> {
    text.split(from).skip(1).filter_map(|rest| rest.split(until).next()).collect()
}

#[tokio::test]
async fn a_long_list_comes_page_by_page_and_every_row_of_a_feed_has_a_name_of_its_own() {
    let town = Town::new().await;
    for number in 1..=60 {
        let subject = format!("Ärende {number}");
        town.does("maja", json!({ "command": "open_case", "subject": subject, "on": "2026-11-02" })).await;
    }
    let mut maja = town.person("maja").await;
    let list = format!("/f/{SLUG}/diarium");
    let (mut names, mut page) = (Vec::new(), Some(format!("{list}.atom?lage=oppna")));
    while let Some(at) = page {
        let feed = maja.get(&at).await.is(200).text.clone();
        let told = between(&feed, "<entry>", "</entry>");
        for entry in &told {
            names.extend(between(entry, "<id>", "</id>").first().map(ToString::to_string));
            assert!(entry.contains(&format!("rel=\"alternate\" href=\"http://exempel.se{list}/")), "{entry}");
        }
        page = between(&feed, "rel=\"next\" href=\"http://exempel.se", "\"").pop().map(str::to_owned);
        page = page.map(|next| next.replace("&amp;", "&"));
    }
    assert!(names.iter().all(|name| name.starts_with(&format!("tag:exempel.se,2026:{list}/"))), "{names:?}");
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 60);
    let next = format!("\"next\":\"{list}.json?q=%C3%A4rende&lage=oppna&sida=2\"");
    maja.get(&format!("{list}.json?lage=oppna&q=%C3%A4rende")).await.says("\"count\":60").says(&next);
    maja.get(&format!("{list}.json?sida=2")).await.says("\"next\":null").says("\"Ärende 1\"");
    maja.get(&format!("{list}?sida=2")).await.says("Sida 2 av 2").says("60 ärenden");
    let csv = maja.get(&format!("{list}.csv?sida=2")).await;
    assert_eq!(csv.text.lines().count(), 61, "a table is taken out whole");
}

#[tokio::test]
async fn whatever_is_asked_of_a_list_is_answered() {
    let town = town().await;
    let mut maja = town.person("maja").await;
    let odd = [
        "?ordning=finns-inte&fallande=ja&sida=99999999999999999999&lage=9&ar=x&organ=-1&lan=%00",
        "?q=%FF%00%22%3E%3Cscript%3E&sida=-1&sida=0",
        "?sida=7&fallande&&==&q",
    ];
    assert!(lists().len() > 6, "{:?}", lists());
    for (page, files) in lists() {
        for odd in odd {
            for face in [
                page.clone(),
                format!("{files}.csv"),
                format!("{files}.xlsx"),
                format!("{files}.json"),
                format!("{files}.atom"),
            ] {
                let answer = maja.get(&format!("{face}{odd}")).await;
                assert!(matches!(answer.status.as_u16(), 200 | 404), "{face}{odd}: {}", answer.status);
                answer.says_not("<script>");
            }
        }
    }
}
