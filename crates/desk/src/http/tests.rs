//! What is ours to answer for: a fault, a panic, a request that takes too long.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::IntoResponse as _;
use axum::routing::get;
use directory::{Directory, Place};
use engine::Engine;
use http_body_util::BodyExt as _;
use jiff::Timestamp;
use journal::Journal;
use kit::Owner;
use tower::ServiceExt as _;

use crate::stop::Stop;
use crate::{App, Proxies, Settings};

async fn panics() -> &'static str {
    panic!("somebody's name")
}

/// Behind the gate, where the record has no room.
async fn full(request: axum::extract::Request) -> axum::response::Response {
    crate::kept::keeping(request, |_| async { Stop::Full("SQLITE_FULL".into()).into_response() }).await
}

async fn faults() -> Stop {
    Stop::fault("the disk is full")
}

async fn answer(path: &str) -> (StatusCode, String) {
    ask(Request::get(path).body(Body::empty()).unwrap()).await
}

async fn ask(request: Request<Body>) -> (StatusCode, String) {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::open(&journal::Place::Folder(folder.path().into())).await.unwrap();
    let place = Place::Folder(folder.path().into());
    let directory = Directory::open(&place, directory::Settings::default()).await.unwrap();
    let owner = Owner { name: "Kansliet".into(), email: "kansli@exempel.se".into() };
    let settings = Settings { https: false, proxies: Proxies::default(), demo: false, owner };
    let engine = Engine::open(journal).await.unwrap();
    let clock = Arc::new(|| Timestamp::UNIX_EPOCH);
    let app = App::new(engine, directory, clock, settings, Vec::new()).unwrap();
    let routes = Router::new().route("/panic", get(panics)).route("/fault", get(faults));
    let routes = routes.route("/full", axum::routing::post(full));
    let web = super::wrap(routes.route("/api/v1/fault", get(faults)), app);
    let response = web.oneshot(request).await.unwrap();
    let status = response.status();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn what_is_our_fault_gives_a_number_and_tells_nothing_else() {
    for path in ["/fault", "/panic"] {
        let (status, text) = answer(path).await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(text.contains("Något gick fel hos oss") && text.contains("class=\"quote\""), "{text}");
        assert!(!text.contains("disk") && !text.contains("somebody"), "{text}");
    }
}

#[tokio::test]
async fn what_was_typed_is_there_when_the_disk_is_full() {
    let form = "command_id=a&text=En+l%C3%A5ng+%3Ctext%3E";
    let sent = Request::post("/full").header("content-type", "application/x-www-form-urlencoded");
    let (status, text) = ask(sent.body(form.into()).unwrap()).await;
    assert_eq!(status, StatusCode::INSUFFICIENT_STORAGE);
    assert!(text.contains("Lagringen är full") && !text.contains("SQLITE"), "{text}");
    assert!(
        text.contains("name=\"text\" value=\"En lång &lt;text&gt;\"") && text.contains("action=\"/full\""),
        "{text}"
    );
}

#[tokio::test]
async fn a_program_gets_the_number_as_a_problem() {
    let (status, text) = answer("/api/v1/fault").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(text.contains("urn:uuid:") && !text.contains("disk"), "{text}");
}
