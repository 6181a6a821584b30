//! `/protokoll/{forbund}/{protokoll}`: attested and announced minutes, and one paragraph of them, for anybody.

use axum::http::StatusCode;
use desk::print;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::ids::MeetingId;
use papers::{Extract, Minutes};

use super::minutes::{file_name, numbered};
use super::sealed;
use crate::pages::{one, papers as pages_of};

/// Minutes that anybody may read; nothing while they are not attested and announced.
async fn public(visitor: &Visitor, meeting: &str) -> Result<Option<Minutes>, Stop> {
    let Ok(id) = meeting.parse().map(MeetingId) else { return Ok(None) };
    let open = visitor.read(|association| association.meetings.get(&id).is_some_and(one::is_public))?;
    if open { Ok(Some(sealed::minutes(visitor, id).await?.paper)) } else { Ok(None) }
}

/// Why there is nothing to read.
fn not_public(visitor: &Visitor) -> Answer {
    let lang = visitor.lang();
    let main = pages_of::not_public(lang);
    Ok(visitor.answer(StatusCode::NOT_FOUND, lang.t("meeting-not-public"), false, &main))
}

/// `GET /protokoll/{forbund}/{protokoll}`, and with `.pdf`.
pub(super) async fn minutes(visitor: Visitor) -> Answer {
    let named = visitor.parameter("protokoll");
    let (number, as_pdf) = named.strip_suffix(".pdf").map_or((named, false), |number| (number, true));
    let Some(paper) = public(&visitor, number).await? else { return not_public(&visitor) };
    if as_pdf {
        return print::pdf(&format!("protokoll-{}", paper.held_on), move || documents::minutes(&paper)).await;
    }
    let title = format!("{} {}", visitor.lang().t("meeting-minutes"), paper.held_on);
    let main = pages_of::public_minutes(visitor.lang(), &paper, &at(&visitor, number));
    visitor.page(&title, &main)
}

/// `GET /protokoll/{forbund}/{protokoll}/{paragraf}`, and with `.pdf`.
pub(super) async fn paragraf(visitor: Visitor) -> Answer {
    let (number, as_pdf) = numbered(visitor.parameter("paragraf"))?;
    let named = visitor.parameter("protokoll");
    let Some(minutes) = public(&visitor, named).await? else { return not_public(&visitor) };
    let paper = Extract::of(&minutes, number).ok_or(Stop::NotFound(Some("paragrafen")))?;
    if as_pdf {
        return print::pdf(&file_name(&paper), move || documents::extract(&paper)).await;
    }
    let title = format!("§ {number} {}", paper.paragraf.title);
    visitor.page(&title, &pages_of::public_extract(visitor.lang(), &paper, &at(&visitor, named)))
}

fn at(visitor: &Visitor, meeting: &str) -> String {
    format!("/protokoll/{}/{meeting}", visitor.parameter("forbund"))
}
