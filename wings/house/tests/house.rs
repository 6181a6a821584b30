//! In and out, the first password, and one's own account.
#![cfg(test)]

use directory::{By, Guest, Operator, PersonId, SecurityAct, Who};
use town::{PASSWORD, Town, person};

#[tokio::test]
async fn a_login_leads_to_the_page_that_was_asked_for() {
    let town = Town::new().await;
    let mut maja = town.visitor();
    let asked = maja.get("/konto?a=1").await;
    assert_eq!(asked.is(303).to(), "/logga-in?till=/konto%3Fa%3D1");
    let form = maja.get(asked.to()).await;
    assert_eq!(form.is(200).hidden("till"), "/konto?a=1");
    let fields = [("till", "/konto?a=1"), ("email", "MAJA@exempel.se"), ("password", PASSWORD)];
    assert_eq!(maja.post("/logga-in", &fields).await.is(303).to(), "/konto?a=1");
    maja.get("/konto").await.is(200).says("maja@exempel.se");
}

#[tokio::test]
async fn a_wrong_password_says_nothing_of_which_was_wrong() {
    let town = Town::new().await;
    for email in ["maja@exempel.se", "ingen@exempel.se"] {
        let fields = [("email", email), ("password", "fel")];
        let answer = town.visitor().post("/logga-in", &fields).await;
        answer
            .is(422)
            .says("E-postadressen eller lösenordet stämmer inte.")
            .says(email)
            .says_not("value=\"fel\"");
    }
    town.visitor().post("/logga-in", &[]).await.is(422).says("Fyll i ditt lösenord.");
}

#[tokio::test]
async fn too_many_attempts_have_to_wait() {
    let town = Town::new().await;
    let fields = [("email", "petra@exempel.se"), ("password", "fel")];
    for _ in 0..10 {
        town.visitor().post("/logga-in", &fields).await.is(422);
    }
    let answer = town.visitor().post("/logga-in", &fields).await;
    answer.is(429).says("Du har försökt för många gånger.");
    assert!(answer.headers.contains_key("retry-after"));
}

#[tokio::test]
async fn logging_out_ends_the_session_itself() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let stolen = maja.clone();
    assert_eq!(maja.post("/logga-ut", &[]).await.is(303).to(), "/");
    maja.get("/").await.says("Du är utloggad.");
    assert_eq!(stolen.clone().get("/konto").await.is(303).to(), "/logga-in?till=/konto");
}

#[tokio::test]
async fn an_invitation_gives_a_first_password_once() {
    let town = Town::new().await;
    let id = PersonId(uuid::Uuid::from_u128(900));
    let (guest, drift) =
        (Guest { id, name: "Nina Ny", email: "nina@exempel.se" }, Operator::at_the_terminal("drift"));
    let token = town.directory.invite(&guest, By::Operator(&drift), "", town.now()).await.unwrap();
    let link = format!("/inbjudan/{}", token.as_str());
    let mut nina = town.visitor();
    nina.get(&link).await.is(200).says("Välkommen, Nina Ny");
    nina.post(&link, &[("password", "kort"), ("again", "kort")]).await.is(422).says("minst 12 tecken");
    nina.post(&link, &[("password", PASSWORD), ("again", "annat")])
        .await
        .is(422)
        .says("Skriv samma lösenord");
    assert_eq!(
        nina.post(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await.is(303).to(),
        "/oversikt"
    );
    nina.get("/oversikt").await.is(200).says("Ingenting väntar på dig");
    town.visitor().get(&link).await.is(404).says("redan använd");
    town.visitor().get("/inbjudan/hittepa").await.is(404).says("Länken gäller inte");
}

#[tokio::test]
async fn one_sees_and_ends_where_one_is_logged_in() {
    let town = Town::new().await;
    let (mut here, mut there) = (town.person("maja").await, town.person("maja").await);
    let page = here.get("/konto").await;
    let end = page
        .text
        .split("action=\"/konto/inloggningar/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    assert!(end.ends_with("/slut"), "{end}");
    here.post(&format!("/konto/inloggningar/{end}"), &[]).await.is(303);
    here.get("/konto").await.is(200).says("Inloggningen är avslutad.");
    there.get("/konto").await.is(303);
    let foreign = town.directory.list_sessions(PersonId(person("maja")), town.now()).await.unwrap()[0].id;
    let mut petra = town.person("petra").await;
    petra.post(&format!("/konto/inloggningar/{foreign}/slut"), &[]).await.is(404);
    here.get("/konto").await.is(200);
}

#[tokio::test]
async fn contact_details_and_password_are_ones_own_to_change() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let wrong = [("name", "Maja"), ("email", "majaexempel.se"), ("phone", "")];
    maja.post("/konto/kontakt", &wrong)
        .await
        .is(422)
        .says("namn@exempel.se")
        .says("value=\"majaexempel.se\"");
    let without = [("name", "Maja"), ("email", "maja.ek@exempel.se"), ("phone", "070-123 45 67")];
    maja.post("/konto/kontakt", &without).await.is(422).says("Skriv det lösenord du har nu.");
    maja.get("/konto").await.says_not("maja.ek@exempel.se").says_not("070-123 45 67");
    let right = [without[0], without[1], without[2], ("contact-old", PASSWORD)];
    maja.post("/konto/kontakt", &right).await.is(303);
    maja.get("/konto").await.says("maja.ek@exempel.se").says("inte är bekräftad").says("Det är sparat.");
    maja.post("/konto/radera", &[("erase-old", "fel")]).await.is(422).says("Skriv det lösenord du har nu.");
    maja.post("/konto/radera", &[("erase-old", PASSWORD)]).await.is(303);
    maja.get("/konto").await.says_not("070-123 45 67").says_not("maja.ek@exempel.se").says("maja@exempel.se");
    let new = "fyra helt andra ord här";
    let change = |old, again| [("old", old), ("password", new), ("again", again)];
    maja.post("/konto/losenord", &change("fel", new)).await.is(422).says("Skriv det lösenord du har nu.");
    maja.post("/konto/losenord", &change(PASSWORD, "annat"))
        .await
        .is(422)
        .says("Skriv samma lösenord två gånger.");
    maja.post("/konto/losenord", &change(PASSWORD, new)).await.is(303);
    let fields = [("email", "maja@exempel.se"), ("password", new)];
    town.visitor().post("/logga-in", &fields).await.is(303);
}

#[tokio::test]
async fn the_chosen_language_follows_the_person() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    maja.post("/konto/sprak", &[("language", "en")]).await.is(303);
    town.person("maja").await.get("/oversikt").await.is(200).says("<html lang=\"en\">").says("My overview");
    maja.post("/konto/sprak", &[("language", "xx")]).await.is(422);
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    maja.get("/oversikt").await.is(200);
    town.wait(2 * 60 * 60);
    let answer = maja.get("/oversikt").await;
    assert_eq!(answer.is(303).to(), "/logga-in?till=/oversikt");
    assert!(!maja.cookies.contains_key("samordna"), "the dead cookie is taken back");
}

#[tokio::test]
async fn a_known_device_is_let_through_when_others_have_to_wait() {
    let town = Town::new().await;
    let mut own = town.visitor();
    let right = [("email", "petra@exempel.se"), ("password", PASSWORD)];
    let answer = own.post("/logga-in", &right).await;
    let set: Vec<_> =
        answer.is(303).headers.get_all("set-cookie").iter().map(|v| v.to_str().unwrap()).collect();
    let device = set.iter().find(|line| line.starts_with("samordna-enhet=")).expect("a device's cookie");
    assert!(device.contains("HttpOnly") && device.contains("SameSite=Lax"), "{device}");
    own.post("/logga-ut", &[]).await.is(303);
    for _ in 0..11 {
        town.visitor().post("/logga-in", &[("email", "petra@exempel.se"), ("password", "fel")]).await;
    }
    town.visitor().post("/logga-in", &right).await.is(429);
    own.post("/logga-in", &right).await.is(303);
}

#[tokio::test]
async fn a_denial_names_the_person_and_the_action() {
    let town = Town::new().await;
    town.person("arvid").await.get("/f/sjobygden/diarium").await.is(403);
    let log = town.directory.security_log(town.now(), Some(PersonId(person("arvid")))).await.unwrap();
    let denied = log.iter().find(|entry| entry.act == SecurityAct::Denied).expect("a denial");
    assert_eq!(denied.who, Who::Person(PersonId(person("arvid"))));
    assert_eq!(
        (denied.detail.as_deref(), denied.place.as_deref()),
        (Some("ReadRegister"), Some("sjobygden"))
    );
}
