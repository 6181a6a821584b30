//! The application and the receipt as PDF.

use axum::http::header;
use axum::response::IntoResponse;
use documents::{Fault, Pdf};
use papers::from_state;
use tokio::sync::Semaphore;

use super::step::scene;
use crate::stop::{Answer, Stop};
use crate::visitor::Visitor;

/// How many papers are set at once: each takes a core and some tens of megabytes while it is set.
static PRESSES: Semaphore = Semaphore::const_new(2);

/// `GET /f/{forbund}/insatser/{insats}/ansokan.pdf`.
pub(super) async fn application(visitor: Visitor) -> Answer {
    let paper = scene(&visitor, |scene| from_state::application(scene.association, scene.initiative))?;
    let paper = paper.ok_or(Stop::NotFound(Some("ansökan")))?;
    let name = file_name("ansokan", paper.case_number.as_deref());
    print(name, move || documents::application(&paper)).await
}

/// `GET /f/{forbund}/insatser/{insats}/kvitto.pdf`.
pub(super) async fn receipt(visitor: Visitor) -> Answer {
    let paper = scene(&visitor, |scene| from_state::receipt(scene.association, scene.initiative))?;
    let paper = paper.ok_or(Stop::NotFound(Some("kvittot")))?;
    let name = file_name("kvitto", Some(&paper.case_number));
    print(name, move || documents::receipt(&paper)).await
}

/// Sets a paper beside the requests, a few at a time, and answers with it.
async fn print(name: String, set: impl FnOnce() -> Result<Pdf, Fault> + Send + 'static) -> Answer {
    let turn = PRESSES.acquire().await.map_err(Stop::fault)?;
    let set = tokio::task::spawn_blocking(set).await;
    drop(turn);
    let Pdf(bytes) = set.map_err(Stop::fault)?.map_err(Stop::fault)?;
    let shown = format!("inline; filename=\"{name}\"");
    let kind = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, shown)];
    Ok((kind, bytes).into_response())
}

/// `ansokan-SVB-2026-14.pdf`.
fn file_name(what: &str, number: Option<&str>) -> String {
    let number = number.map(|n| n.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
    match number {
        Some(number) => format!("{what}-{number}.pdf"),
        None => format!("{what}.pdf"),
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_named_after_the_case() {
        assert_eq!(file_name("ansokan", Some("SVB 2026/14")), "ansokan-SVB-2026-14.pdf");
        assert_eq!(file_name("ansokan", None), "ansokan.pdf");
    }
}
