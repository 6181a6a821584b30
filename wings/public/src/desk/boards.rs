//! The notice boards.

use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Association;
use domain::meeting::state::Meeting;
use kit::list::Drawn;
use statute::rules::meetings::appeal_period_ends;

use crate::pages::announcements;
use crate::pages::boards::{self, Announcement};

/// `GET /anslagstavla`: every association's board, and all that was ever announced, as files too.
pub(super) async fn all(visitor: Visitor) -> Answer {
    let engine = visitor.app().engine();
    let places = engine.associations();
    let of = |slug: &str| engine.read(slug, announced).unwrap_or_default();
    let mut all: Vec<Announcement> = places.iter().flat_map(|p| of(&p.slug)).collect();
    all.sort_by_key(|a| std::cmp::Reverse(a.attested));
    let names: Vec<(String, String)> = places.into_iter().map(|p| (p.slug, p.name)).collect();
    let (lang, today) = (visitor.lang(), visitor.today());
    let face = {
        let list = announcements::everywhere(lang, &names, &all);
        let page = |drawn: &Drawn| boards::all(lang, &names, &all, drawn, today);
        desk::list::answer(&visitor, &list, &all, lang.t("boards"), page)?
    };
    face.send(&visitor).await
}

/// `GET /anslagstavla/{forbund}`: one association's board, and all that was announced on it, as files too.
pub(super) async fn one(visitor: Visitor) -> Answer {
    let (name, all) = visitor.read(|a| (a.name().to_owned(), announced(a)))?;
    if name.is_empty() {
        return Err(Stop::NotFound(Some("förbundet")));
    }
    let (lang, today) = (visitor.lang(), visitor.today());
    let title = format!("{}: {name}", lang.t("board"));
    let face = {
        let list = announcements::of(lang, visitor.slug()?, &all);
        let page = |drawn: &Drawn| boards::one(lang, &name, &all, drawn, today);
        desk::list::answer(&visitor, &list, &all, &title, page)?
    };
    face.send(&visitor).await
}

/// What is or has been announced, newest first.
fn announced(a: &Association) -> Vec<Announcement> {
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
