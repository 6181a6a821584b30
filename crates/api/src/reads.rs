//! What can be read: associations and announcements by anybody, the rest by those who may.

use access::Action;
use axum::Json;
use desk::roles::Named;
use desk::visitor::Visitor;
use domain::case_register::events::Direction;
use domain::case_register::state::Shown;
use domain::initiative::events::{BoardOutcome, Stage};
use domain::initiative::state::Initiative;
use domain::mandate::events::BodyKind;
use domain::meeting::state::{Meeting, Phase};
use domain::{Association, authority};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use super::page::{Page, Part};
use super::problem::Problem;

/// An association.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AssociationItem {
    /// Its address.
    #[schema(example = "finnveden")]
    slug: String,
    /// Its name.
    #[schema(example = "Finnvedens samordningsförbund")]
    name: String,
    /// A shorter name.
    #[schema(example = "Finnveden")]
    short_name: String,
    /// Its county.
    #[schema(example = "Jönköpings län")]
    county: String,
    /// Its members today.
    #[schema(example = json!(["Försäkringskassan", "Värnamo kommun"]))]
    members: Vec<String>,
}

/// Announced minutes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NoticeItem {
    /// The meeting's number.
    #[schema(example = 4)]
    meeting: u32,
    /// The body that met.
    #[schema(example = "Styrelsen")]
    body: String,
    /// The day of the meeting.
    #[schema(value_type = String, format = Date, example = "2026-11-20")]
    held: Date,
    /// The day the minutes were attested.
    #[schema(value_type = Option<String>, format = Date, example = "2026-11-27")]
    attested: Option<Date>,
    /// The first and last paragraph.
    #[schema(value_type = Option<Vec<u32>>, example = json!([31, 45]))]
    paragrafer: Option<(u32, u32)>,
    /// The boards it is or was posted on.
    boards: Vec<Posted>,
}

/// A posting on one board.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Posted {
    /// Whose board.
    #[schema(example = "Värnamo kommun")]
    board: String,
    /// The day it was put up.
    #[schema(value_type = String, format = Date, example = "2026-11-28")]
    up: Date,
    /// The day it is planned to come down.
    #[schema(value_type = String, format = Date, example = "2026-12-20")]
    planned_down: Date,
    /// The day it came down.
    #[schema(value_type = Option<String>, format = Date, example = "2026-12-21")]
    down: Option<Date>,
}

/// An initiative.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InitiativeItem {
    /// Its number.
    #[schema(example = 1)]
    number: u32,
    /// Its title.
    #[schema(example = "Tidigt stöd i Bankeryd")]
    title: String,
    /// The organisation that applies.
    #[schema(example = "Jönköpings kommun")]
    applicant: String,
    /// Where it stands.
    #[schema(value_type = String, example = "preparatory_group")]
    stage: Stage,
    /// Since when.
    #[schema(value_type = String, format = Date, example = "2026-10-01")]
    since: Date,
    /// Its case number, once handed in.
    #[schema(example = "FSF 2026/12")]
    case_number: Option<String>,
    /// The day it was handed in.
    #[schema(value_type = Option<String>, format = Date, example = "2026-09-28")]
    submitted: Option<Date>,
    /// The board's decisions.
    decisions: Vec<DecisionItem>,
    /// The number of the latest fact about it.
    #[schema(example = 211)]
    version: u64,
}

/// A decision of the board.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DecisionItem {
    /// The meeting.
    #[schema(example = 4)]
    meeting: u32,
    /// The paragraph of the minutes.
    #[schema(example = 38)]
    paragraf: u32,
    /// `granted`, `rejected` or `sent_back`.
    #[schema(example = "granted")]
    outcome: &'static str,
    /// The day.
    #[schema(value_type = String, format = Date, example = "2026-11-20")]
    on: Date,
}

/// A meeting.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MeetingItem {
    /// Its number.
    #[schema(example = 4)]
    number: u32,
    /// The body that meets.
    #[schema(example = "Styrelsen")]
    body: String,
    /// What kind of body.
    #[schema(value_type = Option<String>, example = "board")]
    kind: Option<BodyKind>,
    /// The day.
    #[schema(value_type = String, format = Date, example = "2026-11-20")]
    on: Date,
    /// The place.
    #[schema(example = "Kansliet, Värnamo")]
    place: String,
    /// Where it stands.
    #[schema(example = "noticed")]
    phase: &'static str,
    /// How many items its agenda has.
    #[schema(example = 12)]
    items: usize,
    /// The first and last paragraph of its minutes.
    #[schema(value_type = Option<Vec<u32>>, example = json!([31, 45]))]
    paragrafer: Option<(u32, u32)>,
    /// The SHA-256 of its minutes as they are written out: what one attests who has read them.
    #[schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    minutes: Option<String>,
}

/// A case with its documents; what is secret is named by its ground only.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CaseItem {
    /// Its number as people write it.
    #[schema(example = "FSF 2026/12")]
    number: String,
    /// What it is about.
    #[schema(example = "Ansökan: Tidigt stöd i Bankeryd")]
    subject: String,
    /// The day it was opened.
    #[schema(value_type = String, format = Date, example = "2026-09-28")]
    opened: Date,
    /// The day it was closed.
    #[schema(value_type = Option<String>, format = Date, example = "2026-12-21")]
    closed: Option<Date>,
    /// Its documents.
    documents: Vec<DocumentItem>,
}

/// A document of a case.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DocumentItem {
    /// Its number in the case.
    #[schema(example = 1)]
    no: u32,
    /// Received, sent or drawn up.
    #[schema(value_type = String, example = "received")]
    direction: Direction,
    /// Its date.
    #[schema(value_type = String, format = Date, example = "2026-09-28")]
    dated: Date,
    /// The day it was registered.
    #[schema(value_type = String, format = Date, example = "2026-09-28")]
    registered: Date,
    /// What it is; missing when it is secret.
    #[schema(example = "Ansökan")]
    title: Option<String>,
    /// From or to whom; missing when it is secret.
    #[schema(example = "Jönköpings kommun")]
    counterpart: Option<String>,
    /// The ground of secrecy.
    #[schema(example = "OSL 26 kap. 1 §")]
    secrecy: Option<String>,
}

/// Lists the associations.
///
/// Förbunden i den här installationen. The associations of this installation.
#[utoipa::path(get, path = "/associations", operation_id = "list_associations", tag = "public", security(()),
    params(Part), responses((status = 200, description = "Förbunden", body = Page<AssociationItem>)))]
pub(super) async fn associations(visitor: Visitor) -> Result<Json<Page<AssociationItem>>, Problem> {
    let part = Part::of(&visitor)?;
    let (engine, today) = (visitor.app().engine(), visitor.today());
    let item = |s: engine::Summary| AssociationItem {
        members: engine
            .read(&s.slug, |a| a.profile.members_on(today).map(|m| m.name.clone()).collect())
            .unwrap_or_default(),
        slug: s.slug,
        name: s.name,
        short_name: s.short_name,
        county: s.county,
    };
    Ok(Json(part.cut(engine.associations().into_iter().map(item).collect())))
}

/// Lists announced minutes.
///
/// Anslagna protokoll, de senaste först. Announced minutes, the latest first.
#[utoipa::path(get, path = "/associations/{forbund}/notices", operation_id = "list_notices", tag = "public",
    security(()),
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden"), Part),
    responses((status = 200, description = "Anslag", body = Page<NoticeItem>)))]
pub(super) async fn notices(visitor: Visitor) -> Result<Json<Page<NoticeItem>>, Problem> {
    let part = Part::of(&visitor)?;
    let all = visitor.read(|a| {
        let posted = a.meetings.values().filter(|m| !m.postings.is_empty());
        let mut all: Vec<NoticeItem> = posted.map(|m| notice(a, m)).collect();
        all.sort_by_key(|n| std::cmp::Reverse(n.held));
        all
    })?;
    Ok(Json(part.cut(all)))
}

/// Lists the initiatives one may read.
///
/// De insatser som den inloggade får läsa. The initiatives that whoever is logged in may read.
#[utoipa::path(get, path = "/f/{forbund}/initiatives", operation_id = "list_initiatives", tag = "initiatives",
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden"), Part),
    responses((status = 200, description = "Insatser", body = Page<InitiativeItem>)))]
pub(super) async fn initiatives(visitor: Visitor) -> Result<Json<Page<InitiativeItem>>, Problem> {
    let part = Part::of(&visitor)?;
    let all = visitor.read(|a| {
        let open = a.initiatives.values().filter(|i| {
            let facts = visitor.facts_of(Named::Initiative(i.id), a);
            visitor.may_on(Action::ReadInitiative, facts) || visitor.may_on(Action::ReadDraft, facts)
        });
        open.map(|i| initiative(a, i)).collect()
    })?;
    Ok(Json(part.cut(all)))
}

/// Lists the meetings one may read.
///
/// De sammanträden som den inloggade får läsa. The meetings that whoever is logged in may read.
#[utoipa::path(get, path = "/f/{forbund}/meetings", operation_id = "list_meetings", tag = "meetings",
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden"), Part),
    responses((status = 200, description = "Sammanträden", body = Page<MeetingItem>)))]
pub(super) async fn meetings(visitor: Visitor) -> Result<Json<Page<MeetingItem>>, Problem> {
    let part = Part::of(&visitor)?;
    let all = visitor.read(|a| {
        let open = a.meetings.values().filter(|m| {
            let facts = authority::of_meeting(a, m, visitor.person(), visitor.today());
            visitor.may_on(Action::ReadMeeting, facts)
        });
        open.map(|m| meeting(a, m)).collect()
    })?;
    Ok(Json(part.cut(all)))
}

/// Lists the cases of the register.
///
/// Diariets ärenden med sina handlingar. The cases of the register with their documents.
#[utoipa::path(get, path = "/f/{forbund}/register", operation_id = "list_cases", tag = "register",
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden"), Part),
    responses((status = 200, description = "Ärenden", body = Page<CaseItem>)))]
pub(super) async fn register(visitor: Visitor) -> Result<Json<Page<CaseItem>>, Problem> {
    let part = Part::of(&visitor)?;
    let all = visitor.read(|a| {
        let case = |c: &domain::case_register::state::Case| CaseItem {
            number: c.number.clone(),
            subject: c.subject.clone(),
            opened: c.opened,
            closed: c.closed.as_ref().map(|(on, _)| *on),
            documents: c.read_by(visitor.clearance()).map(document).collect(),
        };
        a.register.cases.values().map(case).collect()
    })?;
    Ok(Json(part.cut(all)))
}

fn document(entry: Shown<'_>) -> DocumentItem {
    DocumentItem {
        no: entry.no,
        direction: entry.direction,
        dated: entry.dated,
        registered: entry.registered,
        title: entry.title.map(str::to_owned),
        counterpart: entry.counterpart.map(str::to_owned),
        secrecy: entry.secrecy.map(str::to_owned),
    }
}

fn body_name(a: &Association, m: &Meeting) -> String {
    a.mandates.bodies.get(&m.plan.body).map_or_else(String::new, |b| b.name.clone())
}

fn notice(a: &Association, m: &Meeting) -> NoticeItem {
    let boards = m.postings.iter().map(|(member, p)| Posted {
        board: a.profile.member_name(*member).to_owned(),
        up: p.up,
        planned_down: p.planned_down,
        down: p.down,
    });
    NoticeItem {
        meeting: m.id().0,
        body: body_name(a, m),
        held: m.plan.on,
        attested: m.attested_on(),
        paragrafer: m.paragrafer(),
        boards: boards.collect(),
    }
}

fn initiative(a: &Association, i: &Initiative) -> InitiativeItem {
    let decision = |d: &domain::initiative::state::Decision| DecisionItem {
        meeting: d.meeting.0,
        paragraf: d.paragraf,
        outcome: match d.outcome {
            BoardOutcome::Granted(_) => "granted",
            BoardOutcome::Rejected { .. } => "rejected",
            BoardOutcome::SentBack { .. } => "sent_back",
        },
        on: d.on,
    };
    InitiativeItem {
        number: i.id.0,
        title: i.title.clone(),
        applicant: i.applicant.clone(),
        stage: i.stage,
        since: i.since,
        case_number: i.case.and_then(|c| a.register.cases.get(&c)).map(|c| c.number.clone()),
        submitted: i.submitted,
        decisions: i.decisions.iter().map(decision).collect(),
        version: i.version,
    }
}

fn meeting(a: &Association, m: &Meeting) -> MeetingItem {
    MeetingItem {
        number: m.id().0,
        body: body_name(a, m),
        kind: a.mandates.bodies.get(&m.plan.body).map(|b| b.kind),
        on: m.plan.on,
        place: m.plan.place.clone(),
        phase: match m.phase() {
            Phase::Planned => "planned",
            Phase::Noticed => "noticed",
            Phase::Opened => "opened",
            Phase::Closed => "closed",
            Phase::Written => "written",
            Phase::Attested => "attested",
            Phase::Posted => "posted",
            Phase::TakenDown => "taken_down",
        },
        items: m.items.len(),
        paragrafer: m.paragrafer(),
        minutes: m.written.as_ref().map(|w| w.paper.sha256.to_string()),
    }
}
