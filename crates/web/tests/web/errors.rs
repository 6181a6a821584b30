//! Every kind of failure, as a reader meets it; nothing a reader sends is our fault.

use axum::body::Body;
use town::{SLUG, Town};

#[tokio::test]
async fn an_address_that_leads_nowhere_says_so_and_shows_ways_back() {
    let town = Town::new().await;
    for path in ["/finns-inte", "/regler/hittepa", "/regler/lag/2017-725/9-99", "/static/x"] {
        town.visitor().get(path).await.is(404).says("Sidan finns inte").says("href=\"/anslagstavla\"");
    }
}

#[tokio::test]
async fn an_address_used_in_another_way_says_how() {
    let town = Town::new().await;
    for method in ["POST", "DELETE", "TRACE", "PATCH"] {
        let answer = town.visitor().send(method, "/regler", None, Body::empty()).await;
        answer.is(405).says("Adressen används inte så");
        assert_eq!(answer.headers.get("allow").unwrap(), "GET,HEAD");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_or_no_form_is_answered_in_swedish() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let large = format!("name={}", "a".repeat(1_100_000));
    let form = Some("application/x-www-form-urlencoded");
    maja.send("POST", "/konto/kontakt", form, large.into()).await.is(413).says("för stort");
    maja.send("POST", "/konto/kontakt", Some("text/plain"), "hej".into()).await.is(400).says("inte läsas");
    maja.send("POST", "/konto/kontakt", Some("application/json"), "{".into()).await.is(400);
}

#[tokio::test]
async fn a_page_that_is_not_ones_own_says_who_may() {
    let town = Town::new().await;
    let mut nobody = town.person("okand").await;
    for route in web::table().filter(|r| r.method == "GET" && r.path == "/f/{forbund}/diarium") {
        let path = route.path.replace("{forbund}", SLUG);
        nobody.get(&path).await.is(403).says("Du har inte behörighet").says("kansli").says("läsa diariet");
    }
}

#[tokio::test]
async fn garbage_is_never_our_fault() {
    let town = Town::new().await;
    let values =
        ["0", "-1", "999999999999999999999", "%00", "%FF", "..%2F..", "å", "'\"><script>", "{{7*7}}", "a b"];
    for name in ["maja", "arvid"] {
        let mut browser = town.person(name).await;
        for route in web::table() {
            for value in values {
                let value =
                    value.replace(' ', "%20").replace('"', "%22").replace(['<', '>', '{', '}'], "%3C");
                let mut path = String::new();
                for part in route.path.split('/').skip(1) {
                    path.push('/');
                    path.push_str(if part == "{forbund}" && value != "å" {
                        SLUG
                    } else if part.starts_with('{') {
                        if value == "å" { "%C3%A5" } else { &value }
                    } else {
                        part
                    });
                }
                let fields = [
                    ("command_id", "inte ett id"),
                    ("title", "\u{0}"),
                    ("on", "2026-99-99"),
                    ("amount", "1e309"),
                ];
                // As much as one may ask for, and no more.
                town.wait(2);
                let answer = match route.method {
                    "GET" => browser.get(&path).await,
                    _ if route.path == "/logga-ut" || route.path.starts_with("/konto/inloggningar") => {
                        continue;
                    }
                    _ => browser.post(&path, &fields).await,
                };
                assert!(!answer.status.is_server_error(), "{} {path}: {}", route.method, answer.text);
                assert!(!answer.text.contains("'\"><script>"), "{path} echoes markup");
            }
        }
    }
}
