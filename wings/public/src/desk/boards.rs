//! The notice boards.

use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Association;
use domain::meeting::state::Meeting;
use statute::rules::meetings::appeal_period_ends;

use crate::pages::boards::{self, Announcement};

/// `GET /anslagstavla`: every association's board.
pub(super) async fn all(visitor: Visitor) -> Answer {
    let engine = visitor.app().engine();
    let places = engine.associations();
    let announced = |slug: &str| engine.read(slug, announcements).unwrap_or_default();
    let mut up: Vec<Announcement> = places.iter().flat_map(|p| announced(&p.slug)).collect();
    up.sort_by_key(|a| std::cmp::Reverse(a.attested));
    let names: Vec<(String, String)> = places.into_iter().map(|p| (p.slug, p.name)).collect();
    let (lang, today) = (visitor.lang(), visitor.today());
    visitor.page(lang.t("boards"), &boards::all(lang, &names, &up, today))
}

/// `GET /anslagstavla/{forbund}`: one association's board.
pub(super) async fn one(visitor: Visitor) -> Answer {
    let (name, announced) = visitor.read(|a| (a.name().to_owned(), announcements(a)))?;
    if name.is_empty() {
        return Err(Stop::NotFound(Some("förbundet")));
    }
    let (lang, today) = (visitor.lang(), visitor.today());
    let title = format!("{}: {name}", lang.t("board"));
    visitor.page(&title, &boards::one(lang, &name, &announced, today))
}

/// What is or has been announced, newest first.
fn announcements(a: &Association) -> Vec<Announcement> {
    let mut announced: Vec<Announcement> = a.meetings.values().filter_map(|m| announcement(a, m)).collect();
    announced.sort_by_key(|a| std::cmp::Reverse(a.held));
    announced
}

fn announcement(a: &Association, meeting: &Meeting) -> Option<Announcement> {
    let attested = meeting.attested_on()?;
    let last = meeting.postings.values().map(|p| p.up).max()?;
    let bylaws = a.profile.bylaws_on(meeting.plan.on)?;
    let board = |(member, p): (&domain::ids::MemberId, &domain::meeting::state::Posting)| {
        (a.profile.member_name(*member).to_owned(), p.up, p.planned_down, p.down)
    };
    Some(Announcement {
        slug: a.slug().to_owned(),
        association: a.name().to_owned(),
        meeting: meeting.id().0,
        body: a.mandates.bodies.get(&meeting.plan.body).map_or_else(String::new, |b| b.name.clone()),
        held: meeting.plan.on,
        attested,
        paragrafer: meeting.paragrafer(),
        boards: meeting.postings.iter().map(board).collect(),
        appeal_until: appeal_period_ends(last),
        court: bylaws.court.clone(),
        kept_at: bylaws.kept_at.clone(),
    })
}
