//! Bodies and mandates, and the association's inner start page.

use access::{Action, Facts};
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::association::events::MemberKind;
use domain::association::state::State as Profile;
use domain::ids::{BodyId, MandateId, PersonId};
use domain::mandate::appoint::{EndMandate, GiveMandate};
use domain::mandate::events::{Eligibility, Role};
use domain::{Association, Command};
use jiff::civil::Date;
use kit::Markup;
use kit::at;
use kit::form::Form;
use kit::list::Drawn;
use statute::Finding;
use statute::rules::members::{MemberSeats, SeatsPerMember};
use uuid::Uuid;

use crate::pages::{mandates, people};

/// `GET /f/{forbund}`.
pub(crate) async fn association(visitor: Visitor) -> Answer {
    let lang = visitor.lang();
    let links = visitor.open_doors().into_iter();
    let mut links: Vec<(String, String, String)> =
        links.map(|(at, name, says)| (at, lang.t(name).to_owned(), lang.t(says).to_owned())).collect();
    let board = at::board(visitor.slug()?);
    links.push((board, lang.t("board").to_owned(), lang.t("door-board").to_owned()));
    let today = visitor.today();
    let (name, main) =
        visitor.read(|a| (a.name().to_owned(), people::association(lang, a, today, &links)))?;
    visitor.page(&name, &main)
}

/// `GET …/personer`, and every mandate as files.
pub(crate) async fn list(visitor: Visitor) -> Answer {
    let (lang, today) = (visitor.lang(), visitor.today());
    let may = (
        visitor.may_on(Action::Invite, Facts::default()),
        visitor.may_on(Action::ManageMandates, Facts::default()),
    );
    let path = visitor.under("/personer");
    let face = visitor.read(|a| {
        let list = mandates::list(lang, a, today);
        let page = |drawn: &Drawn| people::list(lang, a, today, &seats(a, today), may, (&path, drawn));
        desk::list::answer(&visitor, &list, a.mandates.mandates.values(), lang.t("people"), page)
    })??;
    face.send(&visitor).await
}

/// The seats of the bylaws held against the law.
fn seats(a: &Association, on: Date) -> Vec<Finding> {
    let Some(bylaws) = a.profile.bylaws_on(on) else { return Vec::new() };
    let name = |profile: &Profile, member| profile.member_name(member).to_owned();
    let of = |seat: &domain::association::events::Seat| {
        let others = |mine| seat.members.iter().filter(move |m| **m != mine);
        let seats = |member: &domain::ids::MemberId| MemberSeats {
            member: name(&a.profile, *member),
            kind: kind(&a.profile, *member),
            members: seat.ordinary,
            substitutes: seat.substitutes,
            shared_with: others(*member).map(|m| name(&a.profile, *m)).collect(),
        };
        seat.members.iter().map(seats).collect::<Vec<_>>()
    };
    SeatsPerMember { members: bylaws.seats.iter().flat_map(of).collect() }.judge_all(on)
}

fn kind(profile: &Profile, member: domain::ids::MemberId) -> statute::rules::members::MemberKind {
    use statute::rules::members::MemberKind as Kind;
    match profile.members.get(&member).map(|m| m.kind) {
        Some(MemberKind::Fk) => Kind::Fk,
        Some(MemberKind::Af) => Kind::Af,
        Some(MemberKind::Region) => Kind::Region,
        Some(MemberKind::Municipality) | None => Kind::Municipality,
    }
}

/// `GET …/personer/uppdrag`.
pub(crate) async fn mandate(visitor: Visitor) -> Answer {
    let form = visitor.form(visitor.under("/personer/uppdrag")).with("from", visitor.today());
    let main = visitor.read(|a| people::give(visitor.lang(), &form, a))?;
    visitor.page(visitor.lang().t("mandate-give"), &main)
}

/// `POST …/personer/uppdrag`: a mandate is given.
pub(crate) async fn give(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let role = match sent.typed.get("role") {
        "member" => Role::Member,
        "substitute" => Role::Substitute { order: read.number("order") },
        "director" => Role::Director,
        "officer" => Role::Officer,
        _ => {
            read.wrong("role", "Välj ett uppdrag.");
            Role::Member
        }
    };
    let person: Option<Uuid> = read.maybe_number("person");
    if person.is_none() {
        read.wrong("person", "Välj vem som får uppdraget.");
    }
    let body: u32 = read.number("body");
    let seen_on = read.maybe_date("seen_on");
    let basis = read.maybe_text("basis").and_then(|_| read.choice("basis"));
    let give = GiveMandate {
        body: BodyId(body),
        person: PersonId(person.unwrap_or_default()),
        member: read.maybe_number("member").map(domain::ids::MemberId),
        role,
        from: read.date("from"),
        until: read.maybe_date("until"),
        eligibility: basis.map(|basis| Eligibility { basis, seen_on }),
    };
    match visitor.submit(&sent, read.into(Command::from(give))).await? {
        Ok(done) => visitor.see(&done, &visitor.under("/personer"), "mandate-saved"),
        Err(refused) => {
            let show = |form: &Form| visitor.read(|a| people::give(visitor.lang(), form, a));
            let main = show(&refused.form)?;
            refused.again(&visitor, visitor.lang().t("mandate-give"), |_| main)
        }
    }
}

/// `GET …/personer/uppdrag/{uppdrag}/slut`.
pub(crate) async fn ending(visitor: Visitor) -> Answer {
    let form = visitor.form(visitor.path()).with("on", visitor.today());
    let main = end_page(&visitor, &form)?;
    visitor.page(visitor.lang().t("mandate-end"), &main)
}

/// `POST …/personer/uppdrag/{uppdrag}/slut`: a mandate ends before its time, and stands in the record with why.
pub(crate) async fn end(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let end = EndMandate {
        mandate: MandateId(visitor.number("uppdrag")?),
        on: read.date("on"),
        why: read.text("why"),
    };
    match visitor.submit(&sent, read.into(Command::from(end))).await? {
        Ok(done) => visitor.see(&done, &visitor.under("/personer"), "mandate-ended"),
        Err(refused) => {
            let main = end_page(&visitor, &refused.form)?;
            refused.again(&visitor, visitor.lang().t("mandate-end"), |_| main)
        }
    }
}

fn end_page(visitor: &Visitor, form: &Form) -> Result<Markup, Stop> {
    let id = MandateId(visitor.number("uppdrag")?);
    let main =
        visitor.read(|a| a.mandates.mandates.get(&id).map(|m| people::end(visitor.lang(), form, a, m)))?;
    main.ok_or(Stop::NotFound(Some("mandatet")))
}
