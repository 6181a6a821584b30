//! The case register: the list, one case, and the office's forms.

use access::{Action, Facts};
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Command;
use domain::case_register::register::{CloseCase, OpenCase, RegisterDocument};
use domain::ids::CaseId;
use jiff::civil::Date;
use kit::Markup;
use kit::list::Drawn;

use crate::pages::{cases, register};

/// `GET …/diarium`, and the same as files.
pub(crate) async fn list(visitor: Visitor) -> Answer {
    let (lang, path) = (visitor.lang(), visitor.under("/diarium"));
    let may = visitor.may_on(Action::Register, Facts::default());
    let face = visitor.read(|a| {
        let list = cases::list(lang, a, visitor.clearance());
        let page = |drawn: &Drawn| cases::show(lang, &path, drawn, may);
        desk::list::answer(&visitor, &list, a.register.cases.values().rev(), lang.t("register"), page)
    })??;
    face.send(&visitor).await
}

/// `GET …/diarium/ny`.
pub(crate) async fn new(visitor: Visitor) -> Answer {
    let form = visitor.form(visitor.under("/diarium")).with("on", visitor.today());
    let main = new_page(&visitor, &form)?;
    visitor.page(visitor.lang().t("case-new"), &main)
}

fn new_page(visitor: &Visitor, form: &kit::form::Form) -> Result<Markup, Stop> {
    let today = visitor.today();
    let next = visitor.read(|a| {
        let pattern = a.profile.bylaws_on(today).map(|b| b.case_number.clone()).unwrap_or_default();
        a.register.next_number(&pattern, today.year())
    })?;
    Ok(register::new(visitor.lang(), form, &next))
}

/// `POST …/diarium`: a case is opened.
pub(crate) async fn open(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let open = OpenCase { subject: read.text("subject"), number: None, on: read.date("on") };
    match visitor.submit(&sent, read.into(Command::from(open))).await? {
        Ok(done) => visitor.see_made(&done, &visitor.under("/diarium"), "case-saved"),
        Err(refused) => {
            let main = new_page(&visitor, &refused.form)?;
            refused.again(&visitor, visitor.lang().t("case-new"), |_| main)
        }
    }
}

/// `GET …/diarium/{arende}`.
pub(crate) async fn show(visitor: Visitor) -> Answer {
    let id = CaseId(visitor.number("arende")?);
    let register =
        visitor.form(visitor.under(&format!("/diarium/{id}/handlingar"))).with("dated", visitor.today());
    let close = visitor.form(visitor.under(&format!("/diarium/{id}/avslut")));
    let (title, main) = case_page(&visitor, id, &register, &close)?;
    visitor.page(&title, &main)
}

fn case_page(
    visitor: &Visitor,
    id: CaseId,
    register: &kit::form::Form,
    close: &kit::form::Form,
) -> Result<(String, Markup), Stop> {
    let lang = visitor.lang();
    let may = visitor.may_on(Action::Register, Facts::default());
    visitor
        .read(|a| {
            let case = a.register.cases.get(&id)?;
            let main =
                register::case(lang, case, visitor.clearance(), &a.profile, may.then_some((register, close)));
            Some((format!("{} {}", case.number, case.subject), main))
        })?
        .ok_or(Stop::NotFound(Some("ärendet")))
}

/// `POST …/diarium/{arende}/handlingar`: a document is registered.
pub(crate) async fn register(visitor: Visitor, sent: Sent) -> Answer {
    let case = CaseId(visitor.number("arende")?);
    let mut read = sent.read();
    let direction = read.choice("direction");
    let dated: Date = read.date("dated");
    let Some(direction) = direction else {
        let nothing = read.into(Command::from(CloseCase { case, how: String::new() }));
        return sent_back(&visitor, &sent, case, nothing).await;
    };
    let document = RegisterDocument {
        case,
        direction,
        dated,
        counterpart: read.maybe_text("counterpart"),
        title: read.text("title"),
        source: None,
        secrecy: read.maybe_text("secrecy"),
    };
    sent_back(&visitor, &sent, case, read.into(Command::from(document))).await
}

async fn sent_back(
    visitor: &Visitor,
    sent: &Sent,
    case: CaseId,
    command: Result<Command, domain::Refusal>,
) -> Answer {
    match visitor.submit(sent, command).await? {
        Ok(done) => visitor.see(&done, &visitor.under(&format!("/diarium/{case}")), "document-saved"),
        Err(refused) => {
            let close = visitor.form(visitor.under(&format!("/diarium/{case}/avslut")));
            let (title, main) = case_page(visitor, case, &refused.form, &close)?;
            refused.again(visitor, &title, |_| main)
        }
    }
}

/// `POST …/diarium/{arende}/avslut`: the case is closed.
pub(crate) async fn close(visitor: Visitor, sent: Sent) -> Answer {
    let case = CaseId(visitor.number("arende")?);
    let mut read = sent.read();
    let close = CloseCase { case, how: read.text("how") };
    let back = visitor.under(&format!("/diarium/{case}"));
    match visitor.submit(&sent, read.into(Command::from(close))).await? {
        Ok(done) => visitor.see(&done, &back, "case-closed-now"),
        Err(refused) => {
            let register = visitor
                .form(visitor.under(&format!("/diarium/{case}/handlingar")))
                .with("dated", visitor.today());
            let (title, main) = case_page(&visitor, case, &register, &refused.form)?;
            refused.again(&visitor, &title, |form| kit::html! { (form.head()) (main) })
        }
    }
}
