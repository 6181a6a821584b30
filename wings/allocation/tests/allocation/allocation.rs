//! Allocation: reckoned by anybody, saved by the office, written about, and never a fault for what is typed.

use domain::Ctx;
use domain::county::County;
use domain::decision::Entered;
use domain::national::division::NoteDivision;
use domain::national::events::{Area, Division};
use domain::national::import::ImportSeries;
use domain::national::{Command, NationalYear};
use jiff::Timestamp;
use jiff::civil::date;
use serde_json::json;
use town::{Town, faces, person};
use uuid::Uuid;

const MERGER: &str = "andring=sl%C3%A5+ihop+Norra+%2B+S%C3%B6dra+%3D+Ett";

/// A town in a country of three associations.
async fn country() -> Town {
    let town = Town::new().await;
    let series = |measure: &str, figures: [u64; 3]| {
        let values: serde_json::Map<_, _> = ["0680", "0683", "0180"]
            .into_iter()
            .zip(figures)
            .map(|(code, n)| (code.into(), json!({ "Ok": n * 1000 })))
            .collect();
        let series = json!({
            "measure": measure, "year": 2019, "preliminary": false, "source": "SCB", "values": values,
        });
        Command::ImportSeries(ImportSeries {
            series: serde_json::from_value(series).unwrap(),
            file: None,
            illustrative: measure == "need",
        })
    };
    let area = |name: &str, code: &str| Area {
        name: name.into(),
        municipalities: vec![code.into()],
        previous: None,
        cap: None,
        floor_applies: None,
        equity: None,
        contributions: None,
    };
    let division = Division {
        associations: vec![area("Norra", "0680"), area("Södra", "0683"), area("Östra", "0180")],
        source: "Provet".into(),
        illustrative: true,
    };
    for command in [
        series("need", [10_000, 3_000, 60_000]),
        series("inhabitants", [87_000, 21_000, 650_000]),
        series("key-inhabitants", [84_000, 20_000, 630_000]),
        Command::NoteDivision(NoteDivision { year: 2025, division }),
    ] {
        let ctx = Ctx {
            now: date(2026, 11, 2).at(9, 0, 0, 0),
            actor: domain::ids::PersonId(person("maja")),
            reasons: Default::default(),
            entered: Entered::AsItHappens,
        };
        let key = command.year().to_string();
        town.engine
            .execute_on::<NationalYear>(&key, Uuid::new_v4(), Timestamp::UNIX_EPOCH, ctx, command)
            .await
            .unwrap();
    }
    town
}

#[tokio::test]
async fn with_nothing_known_the_page_says_where_to_begin() {
    let town = Town::new().await;
    town.visitor().get("/fordelning/varfor?forbund=X").await.is(404);
    town.visitor().get("/fordelning").await.is(200);
}

#[tokio::test]
async fn anybody_reckons_a_merger_and_asks_why() {
    let town = country().await;
    let address = format!("/fordelning?lan=alla&underlag=landet&{MERGER}");
    town.visitor().get(&address).await.is(200).says("Norra och Södra blir Ett.").says("Illustrativt");
    let why = format!("/fordelning/varfor?nar=efter&forbund=Ett&lan=alla&underlag=landet&{MERGER}");
    town.visitor().get(&why).await.is(200).says("Av totalen");
    for (path, kind) in [("tabell.csv", "text/csv"), ("tabell.xlsx", "spreadsheetml"), ("rapport.pdf", "pdf")]
    {
        let answer =
            town.visitor().get(&format!("/fordelning/{path}?lan=alla&underlag=landet&{MERGER}")).await;
        assert!(answer.is(200).headers["content-type"].to_str().unwrap().contains(kind), "{path}");
    }
}

#[tokio::test]
async fn what_is_typed_wrongly_is_a_sentence() {
    let town = country().await;
    let many = "andring=x&".repeat(60);
    for (query, says) in [
        ("grund=abc", "Skriv beloppet"),
        ("andring=hej", "Ändring 1 går inte att läsa"),
        ("andring=sl%C3%A5+ihop+A+%2B+B+%3D+C", "det finns inget förbund som heter A"),
        (many.as_str(), "Högst 40"),
        ("total=1", "hela tusental"),
    ] {
        let answer = town.visitor().get(&format!("/fordelning?lan=alla&underlag=landet&{query}")).await;
        answer.is(200).says(says);
    }
}

#[tokio::test]
async fn the_office_saves_a_scenario_that_others_read() {
    let town = country().await;
    let mut maja = town.person("maja").await;
    let query = format!("lan=alla&underlag=landet&{MERGER}");
    maja.get(&format!("/lan/06/scenarier/ny?{query}")).await.is(200);
    let sent = [("command_id", "a"), ("name", "Ett förbund"), ("query", query.as_str())];
    let saved = maja.post("/lan/06/scenarier", &sent).await;
    assert!(saved.is(303).to().starts_with("/lan/06/scenarier/1?v="), "{}", saved.to());
    let again =
        [("command_id", "b"), ("name", "Ett förbund"), ("description", "Mer"), ("query", query.as_str())];
    maja.post("/lan/06/scenarier", &again).await.is(422).says("Välj ett annat namn").says("Mer");
    let mut petra = town.person("petra").await;
    petra.get("/lan/06/scenarier").await.is(200).says("Ett förbund");
    let list = "/lan/06/scenarier";
    faces::same(&mut petra, (list, list, "?q=ett&lage=sparade"), 1, &["Ett förbund"]).await;
    petra.get("/lan/06/scenarier/1").await.is(200);
    petra.post("/lan/06/scenarier/1/undanlaggning", &[]).await.is(403);
    petra.get("/lan/06/scenarier/1/rapport.pdf").await.is(200);
    petra.get("/lan/06/jamforelse?scenario=1&scenario=1").await.is(200);
    maja.post("/lan/06/scenarier/1/namn", &[("command_id", "c"), ("name", " ")]).await.is(422);
    maja.post("/lan/06/scenarier/1/undanlaggning", &[("command_id", "d")]).await.is(303);
    maja.post("/lan/06/scenarier/1/atertagande", &[("command_id", "e")]).await.is(303);
    maja.get("/lan/06/scenarier/7").await.is(404);
    maja.get("/lan/99/scenarier").await.is(404);
    let standing = town.engine.read_on::<County, _>("06", |county| county.standing().count());
    assert_eq!(standing, Some(1));
}

#[tokio::test]
async fn who_saves_comes_to_what_was_saved_whoever_saves_another_at_once() {
    let town = country().await;
    let (mut maja, mut birgitta) = (town.person("maja").await, town.person("birgitta").await);
    let query = format!("lan=alla&underlag=landet&{MERGER}");
    for no in 0..4 {
        let (first, second) = (format!("Den ena {no}"), format!("Den andra {no}"));
        let scenario = |name| [("command_id", "a"), ("name", name), ("query", query.as_str())];
        let (ours, theirs) = (scenario(first.as_str()), scenario(second.as_str()));
        let at = "/lan/06/scenarier";
        let (a, b) = tokio::join!(maja.post(at, &ours), birgitta.post(at, &theirs));
        maja.get(a.is(303).to()).await.is(200).says(&first).says_not(&second);
        birgitta.get(b.is(303).to()).await.is(200).says(&second).says_not(&first);
        let paper = |title| {
            [("command_id", "a"), ("based_on", "0"), ("title", title), ("alternative_name", "Oförändrat")]
        };
        let (ours, theirs) = (paper(first.as_str()), paper(second.as_str()));
        let at = "/lan/06/beslutsunderlag";
        let (a, b) = tokio::join!(maja.post(at, &ours), birgitta.post(at, &theirs));
        maja.get(a.is(303).to()).await.is(200).says(&first).says_not(&second);
        birgitta.get(b.is(303).to()).await.is(200).says(&second).says_not(&first);
    }
}

#[tokio::test]
async fn two_who_write_the_same_paper_are_told() {
    let town = country().await;
    let (mut maja, mut birgitta) = (town.person("maja").await, town.person("birgitta").await);
    let paper = |id, based_on, title| {
        [("command_id", id), ("based_on", based_on), ("title", title), ("alternative_name", "Oförändrat")]
    };
    maja.post("/lan/06/beslutsunderlag", &paper("a", "0", "Organisation")).await.is(303);
    let based_on = town.engine.read_on::<County, _>("06", |county| county.version).unwrap().to_string();
    maja.post("/lan/06/beslutsunderlag/1", &paper("b", &based_on, "Organisationen")).await.is(303);
    let late = birgitta.post("/lan/06/beslutsunderlag/1", &paper("c", &based_on, "Min text")).await;
    late.is(409).says("Någon annan har sparat underlaget").says("Min text");
    maja.get("/lan/06/beslutsunderlag/1").await.is(200).says("Organisationen");
    let list = "/lan/06/beslutsunderlag";
    faces::same(&mut maja, (list, list, "?lage=giltiga"), 1, &["Organisationen"]).await;
    maja.get("/lan/06/beslutsunderlag/1/underlag.pdf").await.is(200);
    maja.get("/lan/06/beslutsunderlag/ny").await.is(200).says("/lan/06/beslutsunderlag/ny?mall=tre");
    maja.get("/lan/06/beslutsunderlag/ny?mall=tre").await.is(200).says("länsförbund");
    maja.get("/lan/06/beslutsunderlag/ny?mall=en").await.is(200).says_not("länsförbund");
}

#[tokio::test]
async fn every_grouping_is_tried_and_the_question_is_an_address() {
    let town = country().await;
    let mut maja = town.person("maja").await;
    maja.post("/lan/06/gruppering", &[("administration", "mycket")])
        .await
        .is(422)
        .says("Skriv vad ett förbund");
    let asked = [("administration", "900 000"), ("objective", "activity"), ("pool", "follows")];
    let to = maja.post("/lan/06/gruppering", &asked).await.is(303).to().to_owned();
    // Eleven of the county's municipalities have no figures, and none is put in their place.
    maja.get(&to).await.is(200).says("en saknad uppgift räknas inte som noll");
}
