//! What has been sent, written out and attested reads for ever as it did, whatever is noted afterwards.

use serde_json::json;

use crate::hall::{at, posted};
use town::{SLUG, Town, person};

#[tokio::test]
async fn sealed_minutes_read_for_ever_as_that_day() {
    let town = posted().await;
    let public = format!("/protokoll/{SLUG}/1");
    let inside = ["kallelse", "kallelse.pdf", "protokoll", "protokoll.pdf", "protokoll/6", "protokoll/6.pdf"];
    let paths = [public.clone(), format!("{public}.pdf"), format!("{public}/6"), format!("{public}/6.pdf")];
    let paths: Vec<String> = paths.into_iter().chain(inside.into_iter().map(at)).collect();
    let before = read(&town, &paths).await;
    assert!(before[0].contains("Petra") && before[1].starts_with("%PDF-"));
    for name in ["petra", "maja", "sven", "wilma"] {
        let renamed = json!({ "command": "name_person", "person": person(name), "name": "Någon Annan" });
        town.does("maja", renamed).await;
    }
    town.does(
        "maja",
        json!({ "command": "elect_presidium", "body": 1, "chair": person("wilma"), "vice_chairs": [person("petra")],
        "from": "2026-01-02" }),
    )
    .await;
    town.does(
        "maja",
        json!({ "command": "decide_remote_participation", "on": "2026-01-02", "extent": "Alla." }),
    )
    .await;
    let after = read(&town, &paths).await;
    for (path, (was, is)) in paths.iter().zip(before.iter().zip(&after)) {
        assert_eq!(was, is, "{path}");
    }
}

/// What stands on some pages and in some PDF files; what surrounds a page is left out.
async fn read(town: &Town, paths: &[String]) -> Vec<String> {
    let mut office = town.person("tomas").await;
    let mut all = Vec::new();
    for path in paths {
        let text = office.get(path).await.is(200).text.clone();
        let paper = text.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
        all.push(paper.map_or(text.clone(), |(main, _)| main.to_owned()));
    }
    all
}
