//! Registering: cases and documents (5 kap. 1-2 §§ OSL).

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::rules::register::{EntryComplete, RegisteredWithoutDelay, SecrecyMarked};
use statute::{Finding, Judge, Outcome};

use crate::act::{self, Act, Decision};
use crate::case_register::events::{Direction, Entry, Event, Paper};
use crate::case_register::state::Case;
use crate::decision::{Ctx, Decided, Entered, Guard, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, LINE};
use crate::ids::CaseId;
use crate::initiative::events::Stage;
use crate::state::Association;
use swedish::days::in_words;

#[cfg(test)]
mod tests;

/// The next case number of the association, by the bylaws of the day.
pub(crate) fn next_number(state: &Association, on: Date) -> Result<String, Refusal> {
    let Some(bylaws) = state.profile.bylaws_on(on) else {
        return Err(Refusal::order(
            "Förbundsordningens uppgifter är inte inlagda, så diarienumren har inget mönster.",
            "Lägg in förbundsordningens uppgifter först.",
        ));
    };
    Ok(state.register.next_number(&bylaws.case_number, on.year()))
}

/// Whether a document was registered without delay.
pub(crate) fn without_delay(entry: &Entry, today: Date) -> Finding {
    let (received, registered) = (entry.dated, Some(entry.registered));
    RegisteredWithoutDelay { received, registered, from_source: false, today }.judge(received)
}

/// The same of a document that is recorded afterwards: nobody has said when it was registered.
fn registered_some_day(entry: &Entry, today: Date) -> Finding {
    let received = entry.dated;
    RegisteredWithoutDelay { received, registered: None, from_source: true, today }.judge(received)
}

/// Whether an entry has its date, number, counterpart and subject; what the association draws up is its own.
fn complete(
    state: &Association,
    number: &str,
    dated: Date,
    from_or_to: Option<&str>,
    subject: &str,
) -> Finding {
    let pattern = state.profile.bylaws_on(dated).map(|b| b.case_number.replace("{no}", "{number}"));
    EntryComplete {
        date: Some(dated),
        number: Some(number.to_owned()),
        pattern,
        counterpart: Some(from_or_to.unwrap_or_default().to_owned()),
        subject: Some(subject.to_owned()),
    }
    .judge(dated)
}

/// What was written, unless it was nothing.
fn written(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn case_of(state: &Association, case: CaseId) -> Result<&Case, Refusal> {
    state.register.cases.get(&case).ok_or(Refusal::NotFound("ärendet"))
}

/// Opens a case (sv. *ärende*).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OpenCase {
    /// What it is about.
    pub subject: String,
    /// Its number; the next one by the bylaws when none is given.
    #[serde(default)]
    pub number: Option<String>,
    /// The day.
    pub on: Date,
}

impl Decision for OpenCase {
    const ACT: Act =
        Act { name: "open_case", says: "öppna ett ärende", may: Action::Register, fits: act::founded };
    const ADDS: bool = true;

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let subject = self.subject.trim();
        let wanted = written(self.number.as_ref());
        let next = next_number(state, self.on)?;
        let number = wanted.unwrap_or_else(|| next.clone());
        let finding = complete(state, &number, self.on, Some(state.name()), subject);
        let now = ctx.entered == Entered::AsItHappens;
        Fields::new()
            .said("subject", subject, LINE, "Skriv vad ärendet gäller.")
            .within("number", &number, 60)
            .hold(
                !now || finding.outcome != Outcome::NeedsJudgement,
                "number",
                format!("Skriv diarienumret efter förbundets mönster, som {next}."),
            )
            .hold(
                !now || state.register.by_number(&number).is_none(),
                "number",
                format!("Ange ett ledigt diarienummer, som {next}; {number} är taget."),
            )
            .hold(self.on <= ctx.today(), "on", "Ange dagen då ärendet öppnades; den kan inte vara kommande.")
            .checked()?;
        let case = CaseId::after(state.register.cases.keys());
        let opened =
            Event::CaseOpened { case, number, subject: subject.to_owned(), on: self.on, keeps: None };
        Guard::new(ctx).note(finding).pass(Subject::Case(case), "open_case", [crate::Event::Register(opened)])
    }
}

/// Registers a document under a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RegisterDocument {
    /// The case.
    pub case: CaseId,
    /// Received, sent or drawn up.
    pub direction: Direction,
    /// The day it was.
    pub dated: Date,
    /// From whom or to whom.
    #[serde(default)]
    pub counterpart: Option<String>,
    /// What it is, in brief.
    pub title: String,
    /// Where in the system its text is made from.
    #[serde(default)]
    pub source: Option<Paper>,
    /// Secrecy, with the section.
    #[serde(default)]
    pub secrecy: Option<String>,
}

impl Decision for RegisterDocument {
    const ACT: Act = Act {
        name: "register_document",
        says: "registrera en handling",
        may: Action::Register,
        fits: act::founded,
    };
    const ADDS: bool = true;

    fn about(&self) -> Subject {
        Subject::Case(self.case)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let case = case_of(state, self.case)?;
        let now = ctx.entered == Entered::AsItHappens;
        let entry = Entry {
            case: self.case,
            no: case.next_entry(),
            direction: self.direction,
            dated: self.dated,
            registered: if now { ctx.today() } else { self.dated },
            counterpart: written(self.counterpart.as_ref()),
            title: self.title.trim().to_owned(),
            source: self.source,
            secrecy: written(self.secrecy.as_ref()),
        };
        if case.entries.iter().any(|there| is_same(there, &entry)) {
            return Ok(Decided::already());
        }
        if let (true, Some((on, _))) = (now, &case.closed) {
            return Err(Refusal::order(
                format!("Ärendet {} avslutades den {}.", case.number, in_words(*on)),
                "Öppna ett nytt ärende för handlingen.",
            ));
        }
        self.check(&entry, ctx)?;
        let mut guard = noted(state, ctx, &case.number, &entry);
        if let Some(mark) = &entry.secrecy {
            let section = mark.contains('§').then(|| mark.clone());
            guard =
                guard.ask(SecrecyMarked { secret: true, section, on_public_page: false }.judge(self.dated));
        }
        let registered = Event::DocumentRegistered(entry);
        guard.pass(Subject::Case(self.case), "register_document", [crate::Event::Register(registered)])
    }
}

/// What the rules say of an entry, for the record.
pub(super) fn noted<'c>(state: &Association, ctx: &'c Ctx, number: &str, entry: &Entry) -> Guard<'c> {
    let own = (entry.direction == Direction::DrawnUp).then(|| state.name());
    let counterpart = entry.counterpart.as_deref().or(own);
    let complete = complete(state, number, entry.dated, counterpart, &entry.title);
    let delay = if ctx.records() { registered_some_day } else { without_delay };
    Guard::new(ctx).note(delay(entry, ctx.today())).note(complete)
}

impl RegisterDocument {
    fn check(&self, entry: &Entry, ctx: &Ctx) -> Result<(), Refusal> {
        let needs = ctx.entered == Entered::AsItHappens && entry.counterpart.is_none();
        Fields::new()
            .said("title", &entry.title, LINE, "Skriv kort vad handlingen är.")
            .hold(
                !needs || self.direction != Direction::Received,
                "counterpart",
                "Skriv från vem handlingen kom.",
            )
            .hold(
                !needs || self.direction != Direction::Sent,
                "counterpart",
                "Skriv till vem handlingen skickades.",
            )
            .within("counterpart", entry.counterpart.as_deref().unwrap_or_default(), LINE)
            .within("secrecy", entry.secrecy.as_deref().unwrap_or_default(), LINE)
            .hold(
                self.dated <= ctx.today(),
                "dated",
                "Ange dagen då handlingen kom in, skickades eller upprättades; den kan inte vara kommande.",
            )
            .checked()
    }
}

/// A document that the system makes is registered once in a case; two others may well be alike.
fn is_same(there: &Entry, new: &Entry) -> bool {
    new.source.is_some() && there.source == new.source
}

/// Closes a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CloseCase {
    /// The case.
    pub case: CaseId,
    /// How it ended.
    pub how: String,
}

impl Decision for CloseCase {
    const ACT: Act =
        Act { name: "close_case", says: "avsluta ett ärende", may: Action::Register, fits: act::founded };

    fn about(&self) -> Subject {
        Subject::Case(self.case)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let case = case_of(state, self.case)?;
        if let Some((on, how)) = &case.closed {
            if *how == self.how {
                return Ok(Decided::already());
            }
            return Err(Refusal::Changed(format!("Ärendet avslutades den {}: {how}", in_words(*on))));
        }
        Fields::new().said("how", &self.how, LINE, "Skriv hur ärendet avslutades.").checked()?;
        let handled = |stage| match stage {
            Stage::PreparatoryGroup | Stage::Completion | Stage::WorkingCommittee | Stage::Board => true,
            Stage::Idea
            | Stage::Resting
            | Stage::Draft
            | Stage::Granted
            | Stage::Running
            | Stage::Rejected
            | Stage::Withdrawn => false,
        };
        let open = state.initiatives.values().find(|i| i.case == Some(self.case) && handled(i.stage));
        if let (Some(initiative), Entered::AsItHappens) = (open, ctx.entered) {
            return Err(Refusal::order(
                format!("Ansökan ”{}” i ärendet är inte avgjord.", initiative.title),
                "Avsluta ärendet när styrelsen har beslutat eller sökanden har tagit tillbaka ansökan.",
            ));
        }
        let closed = Event::CaseClosed { case: self.case, on: ctx.today(), how: self.how.clone() };
        Ok(Decided::of([crate::Event::Register(closed)]))
    }
}
