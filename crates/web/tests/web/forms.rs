//! A form whose session ended in the middle is not lost.

use town::{PASSWORD, Town};

#[tokio::test]
async fn what_was_typed_survives_a_session_that_ended_and_is_sent_after_the_login() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    town.wait(3 * 60 * 60);
    let typed = [("name", "Maja \"Ek\""), ("email", "ny@exempel.se"), ("phone", ""), ("name", "två")];
    let asked = maja.post("/konto/kontakt", &typed).await;
    asked.is(401).says("Du har blivit utloggad").says("Maja &quot;Ek&quot;");
    assert_eq!((asked.hidden("kept.email"), asked.hidden("till")), ("ny@exempel.se", "/konto/kontakt"));

    let wrong = [
        ("till", "/konto/kontakt"),
        ("kept.name", "Maja Ek"),
        ("email", "maja@exempel.se"),
        ("password", "fel"),
    ];
    assert_eq!(maja.post("/logga-in", &wrong).await.is(422).hidden("kept.name"), "Maja Ek");

    let fields = [
        ("till", "/konto/kontakt"),
        ("kept.name", "Maja Ek"),
        ("kept.email", "ny@exempel.se"),
        ("email", "maja@exempel.se"),
        ("password", PASSWORD),
    ];
    let back = maja.post("/logga-in", &fields).await;
    back.is(200).says("Du är inloggad igen").says("action=\"/konto/kontakt\"");
    assert_eq!((back.hidden("name"), back.hidden("email")), ("Maja Ek", "ny@exempel.se"));
    let contact = [("name", "Maja Ek"), ("email", "ny@exempel.se"), ("contact-old", PASSWORD)];
    maja.post("/konto/kontakt", &contact).await.is(303);
    maja.get("/konto").await.says("ny@exempel.se");
}

#[tokio::test]
async fn a_form_that_waits_is_never_sent_to_another_site() {
    let town = Town::new().await;
    let fields =
        [("till", "//elak.se/"), ("kept.a", "b"), ("email", "maja@exempel.se"), ("password", PASSWORD)];
    town.visitor().post("/logga-in", &fields).await.is(200).says("action=\"/oversikt\"");
}

#[tokio::test]
async fn a_page_that_answers_a_form_leads_back_to_where_the_form_was() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await.with("referer", "http://exempel.se/konto?a=1");
    let answer = maja.post("/konto/kontakt", &[("name", "")]).await;
    answer.is(422).says("<input type=\"hidden\" name=\"till\" value=\"/konto?a=1\">");
}

#[tokio::test]
async fn a_visitor_who_sends_much_does_not_get_more_back() {
    let town = Town::new().await;
    let form = Some("application/x-www-form-urlencoded");
    for much in ["a&".repeat(500_000), format!("text={}", "%22".repeat(300_000))] {
        let sent = much.len();
        let answer = town.visitor().send("POST", "/konto/kontakt", form, much.clone().into()).await;
        answer.is(401).says("för långt för att följa med");
        assert!(answer.text.len() < 20_000, "{} for {sent}", answer.text.len());
        let login = format!("email=maja%40exempel.se&password=fel&kept.{much}");
        let answer = town.visitor().send("POST", "/logga-in", form, login.into()).await;
        assert!(answer.status.is_client_error() && answer.text.len() < 20_000, "{}", answer.text.len());
    }
}

#[tokio::test]
async fn who_sends_very_much_waits_and_keeps_what_was_typed() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let fields = [("text", "Det här ville jag säga.")];
    let mut sent = 0;
    let answer = loop {
        let answer = maja.post("/f/sjobygden/insatser", &fields).await;
        if answer.status.as_u16() == 429 {
            break answer;
        }
        sent += 1;
        assert!(sent < 1000);
    };
    assert_eq!(sent, 300);
    answer.says("Det går för fort").says("Det här ville jag säga.");
    let wait: i64 = answer.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert_eq!(answer.hidden("text"), "Det här ville jag säga.");
    town.person("petra").await.post("/f/sjobygden/insatser", &fields).await.is(422);
    maja.get("/oversikt").await.is(200);
    town.wait(wait);
    maja.post("/f/sjobygden/insatser", &fields).await.is(422);
}
