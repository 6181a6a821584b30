//! What every answer carries, and forms of other sites.

use town::Town;

#[tokio::test]
async fn every_answer_is_guarded() {
    let town = Town::new().await;
    for path in ["/", "/finns-inte", "/healthz", "/logga-in", "/oversikt"] {
        let answer = town.visitor().get(path).await;
        let policy = answer.headers.get("content-security-policy").unwrap().to_str().unwrap();
        assert!(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(answer.headers.get("x-content-type-options").unwrap(), "nosniff", "{path}");
        assert_eq!(answer.headers.get("cache-control").unwrap(), "no-store", "{path}");
    }
}

#[tokio::test]
async fn files_are_kept_for_a_year_at_an_address_of_their_content() {
    let town = Town::new().await;
    let page = town.visitor().get("/").await;
    let style = page.text.split("href=\"/static/").nth(2).unwrap().split('"').next().unwrap().to_owned();
    let file = town.visitor().get(&format!("/static/{style}")).await;
    assert_eq!(file.is(200).headers.get("cache-control").unwrap(), "public, max-age=31536000, immutable");
    assert_eq!(file.headers.get("content-type").unwrap(), "text/css; charset=utf-8");
    town.visitor().get("/static/samordna-0.css").await.is(404);
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_and_ours_is_not() {
    let town = Town::new().await;
    let mut other = town.person("maja").await.with("sec-fetch-site", "cross-site");
    other.post("/konto/inloggningar/slut", &[]).await.is(403).says("annan webbplats");
    let mut other = town.person("maja").await.with("origin", "https://elak.se");
    other.post("/konto/inloggningar/slut", &[]).await.is(403);
    let mut ours = town.person("maja").await.with("sec-fetch-site", "same-origin");
    ours.post("/konto/inloggningar/slut", &[]).await.is(303);
}

#[tokio::test]
async fn the_session_cookie_cannot_be_read_by_scripts_nor_sent_by_other_sites() {
    let town = Town::new().await;
    let fields = [("email", "maja@exempel.se"), ("password", town::PASSWORD)];
    let answer = town.visitor().post("/logga-in", &fields).await;
    let cookie = answer.headers.get("set-cookie").unwrap().to_str().unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
        "{cookie}"
    );
}

#[tokio::test]
async fn a_browser_that_prefers_english_gets_it_and_may_choose_otherwise() {
    let town = Town::new().await;
    let mut reader = town.visitor().with("accept-language", "en-GB,en;q=0.9,sv;q=0.5");
    reader.get("/").await.says("<html lang=\"en\">");
    assert_eq!(reader.post("/sprak/sv", &[("till", "/regler?a=1")]).await.is(303).to(), "/regler?a=1");
    reader.get("/").await.says("<html lang=\"sv\">");
    reader.post("/sprak/de", &[]).await.is(404);
}

#[tokio::test]
async fn over_https_the_session_is_held_to_this_host_and_to_https() {
    let town = Town::over(true).await;
    let fields = [("email", "maja@exempel.se"), ("password", town::PASSWORD)];
    let answer = town.visitor().post("/logga-in", &fields).await;
    let cookie = answer.headers.get("set-cookie").unwrap().to_str().unwrap();
    assert!(cookie.starts_with("__Host-samordna=") && cookie.contains("; Secure"), "{cookie}");
    assert!(answer.headers.get("strict-transport-security").unwrap().to_str().unwrap().contains("max-age="));
    town.person("maja").await.get("/konto").await.is(200);
}

#[tokio::test]
async fn a_token_that_is_old_is_replaced_on_the_way() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let first = maja.cookies.get("samordna").cloned();
    town.wait(20 * 60);
    maja.get("/oversikt").await.is(200);
    assert_ne!(maja.cookies.get("samordna").cloned(), first);
    maja.get("/oversikt").await.is(200);
}
