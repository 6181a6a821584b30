//! Inviting: who gets a link, who is only told, and what an invitation never does.

use directory::{By, Guest, Holder, PersonId, SecurityAct};
use serde_json::json;
use town::{PASSWORD, SLUG, Town, person};

const INVITE: &str = "/f/sjobygden/personer/inbjudan";

fn link(text: &str) -> Option<&str> {
    let after = text.split("/inbjudan/").nth(1)?;
    after.split('<').next().filter(|token| token.len() == 43)
}

#[tokio::test]
async fn who_has_no_account_gets_a_link_through_the_inviter() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let answer = maja.post(INVITE, &[("name", "Nina Ny"), ("email", "nina@exempel.se")]).await;
    let token = link(&answer.is(200).text).expect("a link").to_owned();
    let path = format!("/inbjudan/{token}");
    let mut nina = town.visitor();
    nina.post(&path, &[("password", PASSWORD), ("again", PASSWORD)]).await.is(303);
    nina.get("/f/sjobygden/personer").await.is(200);
}

#[tokio::test]
async fn no_office_gets_power_over_an_account_by_inviting_its_owner() {
    let town = Town::new().await;
    let mut chair = town.person("birgitta").await;
    let mut maja = town.person("maja").await;
    for email in ["birgitta@exempel.se", "BIRGITTA@exempel.se", "okand@exempel.se"] {
        let answer = maja.post(INVITE, &[("name", "Någon Annan"), ("email", email)]).await;
        answer.is(200).says("har redan ett konto").says_not("Någon Annan");
        assert_eq!(link(&answer.text), None, "{email}");
    }
    chair.get("/oversikt").await.is(200).says("Hej Birgitta");
    town.person("birgitta").await.get("/oversikt").await.is(200);
    let name = town
        .engine
        .read(SLUG, |a| a.profile.person_name(domain::ids::PersonId(person("birgitta"))).to_owned());
    assert_eq!(name.as_deref(), Some("Birgitta"), "nobody is renamed");
}

#[tokio::test]
async fn who_is_known_in_another_association_gets_no_link_from_here() {
    let town = Town::new().await;
    let id = PersonId(uuid::Uuid::from_u128(900));
    let guest = Guest { id, name: "Nina Ny", email: "nina@exempel.se" };
    let by = By::Person(PersonId(person("maja")), "192.0.2.1".into());
    town.directory.invite(&guest, by, "grannbygden", town.now()).await.unwrap();
    town.neighbour("nina", id.0).await;
    let answer =
        town.person("maja").await.post(INVITE, &[("name", "Nina"), ("email", "nina@exempel.se")]).await;
    answer.is(200).says("ett annat förbund");
    assert_eq!(link(&answer.text), None);
}

#[tokio::test]
async fn a_mandate_is_told_at_the_next_login_whichever_way_it_was_given() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    maja.post(INVITE, &[("name", "Okand"), ("email", "okand@exempel.se")]).await.is(200);
    let id = person("okand").to_string();
    let give =
        [("body", "3"), ("person", id.as_str()), ("role", "member"), ("from", "2026-11-02"), ("member", "2")];
    maja.post("/f/sjobygden/personer/uppdrag", &give).await.is(303);
    let command = json!({ "command_id": uuid::Uuid::from_u128(7), "command": { "command": "give_mandate", "body": 4,
        "person": id, "member": 2, "role": "member", "from": "2026-11-02" } });
    let sent = maja.send(
        "POST",
        "/api/v1/f/sjobygden/commands",
        Some("application/json"),
        command.to_string().into(),
    );
    sent.await.is(200);
    let mut told = town.person("okand").await;
    let page = told.get("/oversikt").await;
    page.is(200)
        .says("Du har fått uppdraget ledamot, Beredningsgruppen i Sjöbygdens samordningsförbund.")
        .says("Du har fått uppdraget ledamot, Arbetsutskottet i");
    let until = page.hidden("until").to_owned();
    told.get("/oversikt").await.says("Du har fått uppdraget");
    told.post("/oversikt/nytt", &[("until", &until)]).await.is(303);
    told.get("/oversikt").await.is(200).says_not("Du har fått uppdraget");
}

#[tokio::test]
async fn nobody_is_added_before_the_association_has_decided() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    for (name, email) in [("", "ny@exempel.se"), ("Ny", "nyexempel.se"), ("Ny", "")] {
        maja.post(INVITE, &[("name", name), ("email", email)]).await.is(422);
    }
    assert_eq!(town.directory.holder("ny@exempel.se").await.unwrap(), Holder::Nobody);
    let acts = town.directory.security_log(jiff::Timestamp::UNIX_EPOCH, None).await.unwrap();
    assert!(acts.iter().all(|entry| entry.act != SecurityAct::Invited), "{acts:?}");
}

#[tokio::test]
async fn who_squats_the_address_of_a_coming_chair_gets_nothing_and_is_in_nobodys_way() {
    let town = Town::new().await;
    let mut squatter = town.person("arvid").await;
    let moved = [("name", "Arvid"), ("email", "eva@exempel.se"), ("phone", ""), ("contact-old", PASSWORD)];
    squatter.post("/konto/kontakt", &moved).await.is(303);
    let mut maja = town.person("maja").await;
    let eva = [("name", "Eva Ek"), ("email", "Eva@exempel.se")];
    let asked = maja.post(INVITE, &eva).await;
    asked.is(422).says("är inte bekräftad").says_not("Arvid");
    maja.post(INVITE, &[eva[0], eva[1], ("code", "AAAA-AAAA")]).await.is(422).says("Koden stämmer inte");
    let known = town.engine.read(SLUG, |a| a.profile.people.values().any(|name| name == "Eva Ek"));
    assert_eq!(known, Some(false), "nobody is bound while it is asked");
    let answer = maja.post(INVITE, &[eva[0], eva[1], ("other", "ja")]).await;
    let token = link(&answer.is(200).text).expect("a link for somebody new").to_owned();
    let path = format!("/inbjudan/{token}");
    town.visitor().post(&path, &[("password", PASSWORD), ("again", PASSWORD)]).await.is(303);
    let mut chair = town.visitor();
    chair.post("/logga-in", &[("email", "eva@exempel.se"), ("password", PASSWORD)]).await.is(303);
    chair.get("/oversikt").await.is(200).says("Hej Eva Ek");
    squatter.get("/oversikt").await.says("tillhör någon annan");
}

#[tokio::test]
async fn who_has_moved_is_invited_by_the_code_of_the_account() {
    let town = Town::new().await;
    let mut okand = town.person("okand").await;
    let moved = [("name", "Okand"), ("email", "ny@exempel.se"), ("phone", ""), ("contact-old", PASSWORD)];
    okand.post("/konto/kontakt", &moved).await.is(303);
    let page = okand.get("/konto").await.text;
    let code = page.split("Säg då koden ").nth(1).unwrap()[..9].to_owned();
    let mut maja = town.person("maja").await;
    let answer = maja.post(INVITE, &[("name", "Okand"), ("email", "ny@exempel.se"), ("code", &code)]).await;
    answer.is(200).says("har redan ett konto");
    okand.get("/oversikt").await.says("Du är antecknad i Sjöbygdens samordningsförbund");
}

#[tokio::test]
async fn the_office_ends_a_mandate_on_a_page() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let page = maja.get("/f/sjobygden/personer").await;
    let path = page
        .is(200)
        .text
        .split("href=\"")
        .find(|part| part.starts_with("/f/sjobygden/personer/uppdrag/"))
        .unwrap();
    let path = path.split('"').next().unwrap().to_owned();
    maja.get(&path).await.is(200).says("Varför uppdraget avslutas");
    maja.post(&path, &[("on", "2026-11-02"), ("why", "")]).await.is(422).says("Skriv varför");
    maja.post(&path, &[("on", "2026-11-02"), ("why", "Flytt")]).await.is(303);
    maja.get("/f/sjobygden/personer").await.is(200).says_not(&format!("href=\"{path}\""));
    maja.get("/f/sjobygden/personer/uppdrag/99/slut").await.is(404);
    let log = town.directory.security_log(town.now(), None).await.unwrap();
    assert!(log.iter().any(|entry| entry.act == SecurityAct::MandateEnded), "{log:?}");
}
