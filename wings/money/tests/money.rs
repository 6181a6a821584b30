//! The money of an association over the pages: from the state's question to invoices and shares.
#![cfg(test)]

use serde_json::json;
use town::{Answer, Browser, SLUG, Town, faces};

const MONEY: &str = "/f/sjobygden/medel";

fn of(year: i16, noun: &str) -> String {
    format!("{MONEY}/{year}/{noun}")
}

/// Sends a form that must be carried out, and opens the page it leads to.
async fn done(browser: &mut Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = browser.post(path, fields).await;
    let to = answer.is(303).to().to_owned();
    browser.get(&to).await
}

/// The words of a page with common spaces.
fn spaced(answer: &Answer) -> String {
    answer.text.replace('\u{a0}', " ")
}

/// With Öbygdens kommun as a second municipality since 2020, member 5.
async fn town() -> Town {
    let town = Town::new().await;
    let second = json!({ "command": "take_in_member", "name": "Öbygdens kommun", "kind": "municipality",
        "on": "2020-01-01" });
    town.does("maja", second).await;
    town
}

const KEY: [(&str, &str); 3] =
    [("from", "2020-01-01"), ("municipal", "inhabitants"), ("source", "11 § i förbundsordningen")];

const FIGURES: [(&str, &str); 6] = [
    ("on", "2025-11-30"),
    ("source", "SCB, folkmängd efter ålder"),
    ("member", "1"),
    ("inhabitants", "9 000"),
    ("member", "5"),
    ("inhabitants", "3000"),
];

fn step<'a>(on: &'a str, kind: &'a str, amount: &'a str) -> [(&'a str, &'a str); 3] {
    [("on", on), ("kind", kind), ("amount", amount)]
}

/// The state has decided 5 000 kr for 2027, the key counts inhabitants, and they are known.
async fn known() -> Town {
    let town = town().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &of(2027, "besked"), &step("2026-10-12", "decided", "5 000")).await;
    done(&mut maja, &format!("{MONEY}/nyckel"), &KEY).await;
    done(&mut maja, &of(2027, "invanare"), &FIGURES).await;
    town
}

/// What the form of the fixing holds, with the day and the place of the decision.
async fn fixing(maja: &mut Browser<'_>) -> Vec<(String, String)> {
    let form = maja.get(&of(2027, "faststallelse")).await;
    let mut fields = vec![
        ("command_id".to_owned(), form.hidden("command_id").to_owned()),
        ("on".to_owned(), "2026-10-20".to_owned()),
        ("source".to_owned(), "Styrelsens protokoll § 41".to_owned()),
    ];
    for name in ["member", "amount"] {
        let begins = format!("<input type=\"hidden\" name=\"{name}\" value=\"");
        let values = form.text.split(&begins).skip(1).map(|rest| rest.split('"').next().unwrap());
        fields.extend(values.map(|value| (name.to_owned(), value.to_owned())));
    }
    fields
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

async fn fixed() -> Town {
    let town = known().await;
    let mut maja = town.person("maja").await;
    let fields = fixing(&mut maja).await;
    done(&mut maja, &of(2027, "faststallelse"), &borrowed(&fields)).await;
    town
}

#[tokio::test]
async fn a_question_waits_for_the_office_until_it_is_answered() {
    let town = town().await;
    let mut maja = town.person("maja").await;
    maja.get(MONEY).await.is(200).says("Inget väntar på svar.").says("Inget besked är antecknat för 2027.");
    let asked = [("on", "2026-04-04"), ("kind", "asked"), ("source", "Försäkringskassans brev")];
    done(&mut maja, &of(2027, "besked"), &asked)
        .await
        .says("Beskedet är antecknat.")
        .says("Försäkringskassans brev")
        .says("Väntar på svar");
    maja.get("/oversikt").await.says("Svara Försäkringskassan").says("/f/sjobygden/medel/2027/besked");
    let mut tomas = town.person("tomas").await;
    tomas.get("/oversikt").await.says_not("Svara Försäkringskassan");
    done(&mut maja, &of(2027, "besked"), &step("2026-05-20", "answered", "5 000 000")).await;
    maja.get("/oversikt").await.says_not("Svara Försäkringskassan");
}

#[tokio::test]
async fn an_offer_shows_what_it_costs_and_is_answered_once() {
    let town = known().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &of(2027, "besked"), &step("2026-10-13", "offer", "6 000")).await;
    maja.get("/oversikt").await.says("Svara på statens erbjudande");
    let trial = maja.get(&of(2027, "bidrag?belopp=6%20000")).await;
    assert!(spaced(&trial).contains("Så skulle bidragen bli om staten gav 6 000 kr"));
    assert!(spaced(&trial).contains("2 250,00 kr"), "Sjöstad: three quarters of 3 000 kr");
    let too_much = maja.post(&of(2027, "besked"), &step("2026-10-20", "accepted", "6 001")).await;
    assert!(spaced(too_much.is(422)).contains("Skriv högst 6 000 kr, som är vad som erbjuds."));
    let no_reason = [("on", "2026-10-20"), ("kind", "declined")];
    maja.post(&of(2027, "besked"), &no_reason).await.is(422).says("Skriv varför erbjudandet avböjs.");
    let declined = [("on", "2026-10-20"), ("kind", "declined"), ("reason", "För sent att förankra.")];
    let page = done(&mut maja, &of(2027, "besked"), &declined).await;
    assert!(spaced(page.says("För sent att förankra.").says("avböjd")).contains("5 000 kr"));
    maja.post(&of(2027, "besked"), &step("2026-10-21", "accepted", "1"))
        .await
        .is(409)
        .says("inget erbjudande");
}

#[tokio::test]
async fn what_was_typed_wrongly_is_told_at_its_field_and_kept() {
    let town = town().await;
    let mut maja = town.person("maja").await;
    let wrong = maja.post(&of(2027, "besked"), &step("igår", "offer", "många")).await;
    wrong
        .is(422)
        .says("href=\"#on\"")
        .says("href=\"#amount\"")
        .says("value=\"många\"")
        .says("value=\"igår\"");
    maja.post(&of(2027, "besked"), &[("on", "2026-10-12")]).await.is(422).says("Välj vad som hände.");
    let mut figures = FIGURES;
    figures[3].1 = "några";
    maja.post(&of(2027, "invanare"), &figures).await.is(422).says("som 81 167").says("value=\"några\"");
    let unkeyed = [("from", "2020-01-01"), ("municipal", "agreed")];
    let told = maja.post(&format!("{MONEY}/nyckel"), &unkeyed).await;
    told.is(422).says("Skriv en andel för varje medlem").says("Skriv var fördelningsnyckeln står");
    maja.get(&of(1, "bidrag")).await.is(404);
    maja.get(&of(2027, "bidrag?belopp=många")).await.is(200).says("Skriv beloppet i kronor");
}

#[tokio::test]
async fn what_is_missing_is_said_with_what_to_do() {
    let town = town().await;
    let mut maja = town.person("maja").await;
    maja.get(&of(2027, "bidrag")).await.is(200).says("Statens belopp för 2027 är inte känt.");
    done(&mut maja, &of(2027, "besked"), &step("2026-10-12", "decided", "5 000")).await;
    let no_key = maja.get(&of(2027, "bidrag")).await;
    no_key.says("Kommunernas fördelningsnyckel är inte inlagd.").says("/f/sjobygden/medel/nyckel");
    assert!(spaced(&no_key).contains("regionerna tillsammans 2 500,00 kr"));
    done(&mut maja, &format!("{MONEY}/nyckel"), &KEY).await;
    maja.get(&of(2027, "bidrag")).await.says("Antalet invånare är inte känt för Sjöstads kommun");
    done(&mut maja, &of(2027, "invanare"), &FIGURES[..4]).await.says("Öbygdens kommun");
}

#[tokio::test]
async fn contributions_are_worked_out_to_the_ore_with_their_reasons_and_the_law() {
    let town = known().await;
    let mut tomas = town.person("tomas").await;
    let page = tomas.get(&of(2027, "bidrag")).await;
    let words = spaced(page.is(200));
    for amount in ["5 000,00 kr", "2 500,00 kr", "1 875,00 kr", "625,00 kr", "10 000,00 kr"] {
        assert!(words.contains(amount), "{amount} in {words}");
    }
    page.says("uträknade, inte fastställda").says("11 § i förbundsordningen");
    assert!(words.contains("Sjöstads kommun har 9 000 av de 12 000 invånare som nyckeln räknar"));
    assert!(words.contains("Det exakta beloppet är 1 875,0000 kr."));
    page.says("/regler/contribution-split")
        .says("/regler/lag/2003-1210/5a")
        .says("Bidrag bara från medlemmar");
    page.says_not("/faststallelse");
    let csv = tomas.get(&of(2027, "bidrag.csv")).await;
    csv.is(200).says("2027;Sjöstads kommun;9000;1875;1875;").says("Region Sjölän");
}

#[tokio::test]
async fn what_is_fixed_stays_when_figures_change() {
    let town = fixed().await;
    let mut maja = town.person("maja").await;
    maja.get(&of(2027, "bidrag")).await.says("fastställda").says("Styrelsens protokoll § 41");
    let mut moved = FIGURES;
    moved[3].1 = "1000";
    done(&mut maja, &of(2027, "invanare"), &moved).await;
    let page = maja.get(&of(2027, "bidrag")).await;
    let words = spaced(page.says("Underlaget har ändrats"));
    assert!(words.contains("1 875,00 kr") && words.contains("9 000 av de 12 000"), "{words}");
}

#[tokio::test]
async fn only_what_was_seen_is_fixed_and_twice_is_once() {
    let town = known().await;
    let mut maja = town.person("maja").await;
    let fields = fixing(&mut maja).await;
    let mut other = fields.clone();
    let place = other.iter().position(|(name, _)| name == "amount").unwrap();
    other[place].1 = "7000".to_owned();
    let refused = maja.post(&of(2027, "faststallelse"), &borrowed(&other)).await;
    refused.is(409).says("Hälften, en fjärdedel, en fjärdedel").says("value=\"7000\"");
    maja.post(&of(2027, "faststallelse"), &borrowed(&fields)).await.is(303);
    maja.post(&of(2027, "faststallelse"), &borrowed(&fields)).await.is(303);
    assert_eq!(town.engine.read(SLUG, |a| a.funding.fixed[&2027].len()), Some(1));
}

#[tokio::test]
async fn a_tied_ore_is_given_by_the_decision() {
    let town = town().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &of(2027, "besked"), &step("2026-10-12", "decided", "0,06")).await;
    done(&mut maja, &format!("{MONEY}/nyckel"), &KEY).await;
    let mut alike = FIGURES;
    alike[3].1 = "3000";
    done(&mut maja, &of(2027, "invanare"), &alike).await;
    let page = maja.get(&of(2027, "bidrag")).await;
    page.says("Sjöstads kommun och Öbygdens kommun har exakt lika anspråk på 0,01").says("inte avgjort");
    maja.get(&of(2027, "faststallelse")).await.says("Ören som beslutet avgör");
    let fix = |sea, island| {
        let day = ("on", "2026-10-20");
        let place = ("source", "§ 41");
        let mut fields = vec![day, place];
        for (member, amount) in [("3", "0,06"), ("2", "0,03"), ("1", sea), ("5", island)] {
            fields.extend([("member", member), ("amount", amount)]);
        }
        fields
    };
    let undecided = maja.post(&of(2027, "faststallelse"), &fix("0,01", "0,01")).await;
    undecided.is(422).says("Fördela de ören som inte är avgjorda").says("id=\"amounts\"");
    done(&mut maja, &of(2027, "faststallelse"), &fix("0,01", "0,02")).await.says("Bidragen är fastställda.");
    let amounts = town.engine.read(SLUG, |a| {
        a.funding.contributions(2027).unwrap().iter().map(|line| line.amount.ore()).collect::<Vec<_>>()
    });
    assert_eq!(amounts, Some(vec![6, 3, 1, 2]));
    let page = maja.get(&of(2027, "bidrag")).await;
    page.says("beslutet om bidragen avgjorde vem som bär det").says_not("Det är inte avgjort");
    assert!(spaced(&page).contains("beslutet avgjorde vem som bär öret: beloppet blir 0,02 kr."));
}

#[tokio::test]
async fn invoices_sum_for_every_member_and_day() {
    let town = fixed().await;
    let mut tomas = town.person("tomas").await;
    let page = tomas.get(&of(2027, "fakturaunderlag?antal=4")).await;
    let words = spaced(page.is(200).says("2027-01-31").says("2027-10-31"));
    assert!(words.contains("468,00 kr") && words.contains("469,00 kr"), "1 875 in four: {words}");
    let days = "fakturaunderlag.csv?antal=2&dag=2027-02-15&dag=2027-08-15";
    let csv = tomas.get(&of(2027, days)).await;
    csv.is(200).says("2027;Sjöstads kommun;1;2027-02-15;937").says("2027;Sjöstads kommun;2;2027-08-15;938");
    let (list, asked) = (of(2027, "fakturaunderlag"), "?antal=1&dag=2027-02-15");
    faces::same(&mut tomas, (&list, &list, asked), 4, &["Sjöstads kommun", "2027-02-15"]).await;
    faces::same(&mut tomas, (MONEY, MONEY, "?bidragens-lage=faststallda"), 1, &["2027"]).await;
    let backwards = "fakturaunderlag?antal=2&dag=2027-08-15&dag=2027-02-15";
    tomas.get(&of(2027, backwards)).await.is(200).says("den tidigaste först");
    tomas.get(&of(2026, "fakturaunderlag")).await.is(200).says("bidragen för 2026 är inte fastställda");
}

#[tokio::test]
async fn shares_follow_contributions_and_say_what_is_not_known() {
    let town = town().await;
    let mut maja = town.person("maja").await;
    maja.get(&format!("{MONEY}/andelar")).await.is(200).says("Det finns inga andelar att visa.");
    let mut noted = vec![("year", "2025"), ("source", "Årsredovisning 2025")];
    for (member, amount) in [("3", "400"), ("2", "200"), ("1", "150"), ("5", "50"), ("4", "")] {
        noted.extend([("member", member), ("amount", amount)]);
    }
    let page = done(&mut maja, &of(2025, "tidigare-bidrag"), &noted).await;
    page.says("3/16")
        .says("Bidragen är inte kända för 2020–2024")
        .says("Arbetsförmedlingen har ingen egen andel");
    page.says("Eget kapital för 2025 är inte antecknat");
    let position =
        [("on", "2025-12-31"), ("assets", "1 000"), ("liabilities", "200"), ("source", "Årsredovisning")];
    let page = done(&mut maja, &format!("{MONEY}/stallning"), &position).await;
    let words = spaced(page.says("Om en medlem lämnar").says("kan fortsätta"));
    assert!(words.contains("återstår 800 kr") && words.contains("150,00 kr"), "{words}");
    let csv = maja.get(&format!("{MONEY}/andelar.csv?ar=2025")).await;
    csv.is(200).says("2025;Sjöstads kommun;150;3;16;18,7500;2025-12-31;150");
    let indebted = [("on", "2025-12-31"), ("assets", "0"), ("liabilities", "800"), ("source", "Rättad")];
    let page = done(&mut maja, &format!("{MONEY}/stallning"), &indebted).await;
    page.says("går inte att räkna ut").says("Kommunernas fördelningsnyckel är inte inlagd.");
    done(
        &mut maja,
        &of(2025, "invanare"),
        &[("on", "2023-11-30"), FIGURES[1], FIGURES[2], FIGURES[3], FIGURES[4], FIGURES[5]],
    )
    .await;
    done(&mut maja, &format!("{MONEY}/nyckel"), &KEY).await;
    let page = maja.get(&format!("{MONEY}/andelar")).await;
    assert!(spaced(page.says("Vad var och en betalar in")).contains("400,00 kr"));
}

#[tokio::test]
async fn an_own_table_is_a_key_too() {
    let town = town().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &of(2027, "besked"), &step("2026-10-12", "decided", "4 000")).await;
    let table = [
        ("from", "2020-01-01"),
        ("municipal", "table"),
        ("year", "2027"),
        ("member", "1"),
        ("share", "1"),
        ("member", "5"),
        ("share", "3"),
        ("source", "medlemmarnas överenskommelse"),
    ];
    done(&mut maja, &format!("{MONEY}/nyckel"), &table).await;
    let page = maja.get(&of(2027, "bidrag")).await;
    let words = spaced(page.says("Egen tabell år för år"));
    assert!(words.contains("1 500,00 kr") && words.contains("har 3 av 4 andelar i årets tabell"), "{words}");
    maja.get(&format!("{MONEY}/nyckel")).await.says("value=\"2027\"").says("medlemmarnas överenskommelse");
}

#[tokio::test]
async fn programs_read_the_same() {
    let town = fixed().await;
    let mut tomas = town.person("tomas").await;
    let answer = tomas.get("/api/v1/f/sjobygden/funding").await;
    let read: serde_json::Value = serde_json::from_str(&answer.is(200).text).unwrap();
    let year = &read["items"][0];
    assert_eq!(year["year"], 2027);
    assert_eq!((&year["status"], &year["state_amount"]), (&json!("decided"), &json!(500_000)));
    assert_eq!(year["steps"][0]["what"], json!({ "kind": "decided", "amount": 500_000 }));
    assert_eq!(year["contributions_are"], "fixed");
    assert_eq!(year["contributions"][2], json!({ "member": "Sjöstads kommun", "amount": 187_500 }));
    town.person("arvid").await.get("/api/v1/f/sjobygden/funding").await.is(403);
    let command = json!({ "command_id": "018f0000-0000-7000-8000-000000000000", "command":
        { "command": "note_funding_step", "year": 2028, "on": "2026-11-01", "what": { "kind": "asked" } } });
    let body = || axum::body::Body::from(command.to_string());
    let path = "/api/v1/f/sjobygden/commands";
    tomas.send("POST", path, Some("application/json"), body()).await.is(403);
    let mut maja = town.person("maja").await;
    maja.send("POST", path, Some("application/json"), body()).await.is(200).says("\"events\":1");
    maja.send("POST", path, Some("application/json"), body()).await.is(200);
}

#[tokio::test]
async fn the_bodies_read_and_only_the_office_writes() {
    let town = known().await;
    let mut petra = town.person("petra").await;
    petra.get(MONEY).await.is(200).says_not("/besked\"");
    petra.get(&of(2027, "besked")).await.is(403);
    petra.post(&of(2027, "faststallelse"), &[]).await.is(403);
    town.person("arvid").await.get(MONEY).await.is(403);
    petra.get("/f/sjobygden").await.says("Statens besked, medlemmarnas bidrag och andelar.");
}
