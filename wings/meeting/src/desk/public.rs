//! `/protokoll/{forbund}/{protokoll}`: attested and announced minutes, and one paragraph of them, for anybody.

use axum::http::StatusCode;
use desk::print;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Association;
use domain::ids::MeetingId;
use domain::meeting::paper;
use domain::meeting::state::Meeting;

use super::minutes::{file_name, numbered};
use crate::pages::{one, papers as pages_of};

/// Looks at minutes that anybody may read; nothing while they are not attested and announced.
fn public<R>(
    visitor: &Visitor,
    meeting: &str,
    look: impl FnOnce(&Association, &Meeting) -> R,
) -> Result<Option<R>, Stop> {
    let Ok(id) = meeting.parse().map(MeetingId) else { return Ok(None) };
    visitor.read(|association| {
        let meeting = association.meetings.get(&id).filter(|m| one::is_public(m))?;
        Some(look(association, meeting))
    })
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
    let paper = public(&visitor, number, |a, m| paper::minutes(a, m, visitor.today()))?;
    let Some(paper) = paper else { return not_public(&visitor) };
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
    let found = public(&visitor, named, |a, m| paper::extract(a, m, number))?;
    let Some(paper) = found else { return not_public(&visitor) };
    let paper = paper.ok_or(Stop::NotFound(Some("paragrafen")))?;
    if as_pdf {
        return print::pdf(&file_name(&paper), move || documents::extract(&paper)).await;
    }
    let title = format!("§ {number} {}", paper.paragraf.title);
    visitor.page(&title, &pages_of::public_extract(visitor.lang(), &paper, &at(&visitor, named)))
}

fn at(visitor: &Visitor, meeting: &str) -> String {
    format!("/protokoll/{}/{meeting}", visitor.parameter("forbund"))
}
