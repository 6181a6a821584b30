//! What was entered wrongly is put right on the pages; nobody is waited for for ever; namesakes are told apart.

use town::SLUG;

use crate::hall::{APPLICATION, ONE, at, attested, done, held, id, on_the_day, open, under};

fn entry(json: &str) -> [(&'static str, String); 2] {
    [("entry", json.to_owned()), ("why", "Fel person.".to_owned())]
}

fn fields<'a>(typed: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    typed.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[tokio::test]
async fn a_wrong_entry_is_taken_back_and_stays_readable_with_who_and_why() {
    let town = open().await;
    let mut maja = town.person("maja").await;
    maja.get(ONE).await.says("Rätta");
    done(&mut maja, &under(1, "behandling"), &[]).await;
    let page = maja.get(&at("rattelser")).await;
    page.is(200).says("§ 1 Mötets öppnande togs upp").says("tjänstgör").says("Går inte att ta tillbaka nu");
    let wrong = maja.post(&at("rattelser"), &[("entry", ""), ("why", "")]).await;
    wrong.is(422).says("Välj vad som ska tas tillbaka.");
    let taken = entry("{\"taken_up\":1}");
    done(&mut maja, &at("rattelser"), &fields(&taken)).await.says("Uppgiften är tillbakatagen");
    let after = maja.get(&at("rattelser")).await;
    after.says("Rättat").says("§ 1 Mötets öppnande togs upp").says("Fel person.").says("Maja");
    // Everybody who reads the meeting sees that it was put right.
    town.person("petra").await.get(ONE).await.is(200).says("§ 1 Mötets öppnande togs upp");
    town.person("petra").await.get(&at("rattelser")).await.is(403);
    // A decision rests on nothing else, and its number is the next one's again.
    done(&mut maja, &under(2, "behandling"), &[]).await.says("§ 1");
}

#[tokio::test]
async fn what_rests_on_an_entry_stops_it_and_is_named() {
    let town = open().await;
    let mut maja = town.person("maja").await;
    let chair = entry(&format!("{{\"attendance\":\"{}\"}}", id("birgitta")));
    maja.post(&at("rattelser"), &fields(&chair))
        .await
        .is(409)
        .says("vem som leder, för protokollet och justerar");
}

#[tokio::test]
async fn an_item_ends_without_a_decision_and_the_minutes_are_written() {
    let town = open().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &under(APPLICATION, "behandling"), &[]).await.says("Lämna utan beslut");
    maja.get(&under(APPLICATION, "utan-beslut")).await.is(200).says("Bordläggs");
    maja.post(&under(APPLICATION, "utan-beslut"), &[("how", "")])
        .await
        .is(422)
        .says("Välj hur punkten slutar.");
    let left = [("how", "postponed"), ("text", "Budgeten saknas.")];
    done(&mut maja, &under(APPLICATION, "utan-beslut"), &left).await.says("Punkten bordläggs.");
    maja.get(&at("protokoll")).await.says("Punkten bordläggs. Budgeten saknas.");
}

#[tokio::test]
async fn between_closing_and_attestation_what_happened_is_completed() {
    let town = held().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &at("protokoll"), &[]).await;
    maja.get(ONE).await.says("Närvaro").says("Rätta");
    let wilma = id("wilma");
    let left = [("leaving", wilma.as_str()), ("after", "6")];
    done(&mut maja, &at("narvaro/avgang"), &left).await.says("Närvaron är ändrad.");
    maja.get(&at("protokoll")).await.says("Wilma lämnade sammanträdet efter § 6.");
    // The day after, nothing of what was decided goes back.
    town.wait(24 * 60 * 60);
    let mut maja = town.person("maja").await;
    let decided = entry(&format!("{{\"decision\":{APPLICATION}}}"));
    maja.post(&at("rattelser"), &fields(&decided)).await.is(409).says("ändras inte");
}

#[tokio::test]
async fn another_attests_in_the_place_of_one_who_will_not() {
    let town = held().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &at("protokoll"), &[]).await;
    let mut petra = town.person("petra").await;
    petra.get(&at("justering")).await.says("Något är fel, eller du kan inte justera");
    petra
        .post(&at("justering/hinder"), &[("paragraf", ""), ("why", "")])
        .await
        .is(422)
        .says("Skriv vad som är fel");
    done(&mut petra, &at("justering/hinder"), &[("paragraf", "2"), ("why", "Jag sa nej.")]).await;
    maja.get(&at("protokoll")).await.says("Någon har avstått från att justera").says("Jag sa nej.");
    let (from, to) = (id("petra"), id("wilma"));
    maja.get(&at("justering/byte")).await.is(200).says("Wilma, Arbetsförmedlingen");
    let swap = [("instead_of", from.as_str()), ("by", &to), ("decided", "Vill inte. Beslut av ordföranden.")];
    done(&mut maja, &at("justering/byte"), &swap).await.says("Justeraren är utbytt.");
    petra.get(&at("justering")).await.is(403);
    let mut wilma = town.person("wilma").await;
    wilma.get(&at("justering")).await.is(200).says("Jag justerar protokollet");
    maja.get(&at("protokoll")).await.says("Wilma (i stället för Petra");
}

#[tokio::test]
async fn nothing_that_is_sealed_is_touched_by_any_form() {
    let town = attested().await;
    let mut maja = town.person("maja").await;
    let before = maja.get(&at("protokoll")).await.text.len();
    for json in ["\"closing\"", &format!("{{\"decision\":{APPLICATION}}}")] {
        let typed = entry(json);
        maja.post(&at("rattelser"), &fields(&typed)).await.is(409);
    }
    maja.post(&at("justering/byte"), &[("instead_of", &id("petra")), ("by", &id("wilma")), ("decided", "x")])
        .await
        .is(409);
    assert_eq!(maja.get(&at("protokoll")).await.text.len(), before);
}

#[tokio::test]
async fn a_name_that_is_in_the_list_already_asks_who_is_meant() {
    let town = on_the_day().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &at("oppnande"), &[]).await;
    let petra = town
        .engine
        .read(SLUG, |a| a.profile.person_name(domain::ids::PersonId(town::person("petra"))).to_owned());
    let name = petra.unwrap();
    let guest = [("other", ""), ("other_name", name.as_str()), ("other_from", "Skolan")];
    maja.post(&at("narvaro/ovriga"), &guest).await.is(422).says("där namnet redan finns");
    let mut other = guest.to_vec();
    other.push(("other_namesake", "ja"));
    done(&mut maja, &at("narvaro/ovriga"), &other).await;
    let named = town.engine.read(SLUG, |a| a.profile.people.values().filter(|known| **known == name).count());
    assert_eq!(named, Some(2), "two people of one name");
    maja.get(&at("narvaro")).await.says("Petra (Försäkringskassan)").says("Petra, Skolan");
}
