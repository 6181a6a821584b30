//! The application and its receipt, from an initiative.

use crate::Association;
use crate::ids::MemberId;
use crate::initiative::draft::Written;
use crate::initiative::events;
use crate::initiative::form::{self, Kind};
use crate::initiative::state::Initiative;
use crate::mandate::events::{BodyKind, Role};
use jiff::civil::Date;
use swedish::days::in_words;

use crate::paper::{issuer, paragraphs};
use crate::seal::Sealed;
use papers::{
    Answer, Application, Contact, Given, NextStep, Orientation, Part, Period, Receipt, ReceivedFile,
    Signature, Signed, YearAmount,
};

/// The application, as it was handed in or, before that, as it is being written.
///
/// `sealed` is what the fact at [`Initiative::handed_in`] holds, `written` what is being written where the reader may see
/// it; nothing without them, or before the application says from when until when.
pub fn application(
    association: &Association,
    initiative: &Initiative,
    sealed: Option<&Sealed>,
    written: Option<&Written>,
) -> Option<Application> {
    match &initiative.handed_in {
        Some(place) => sealed.filter(|s| s.sha256 == place.sha256)?.open(),
        None if initiative.submitted.is_some() => None,
        None => draft(association, initiative, written?),
    }
}

/// The receipt of the application's first coming. `sealed` is what the fact at [`Initiative::receipt`] holds.
pub fn receipt(initiative: &Initiative, sealed: Option<&Sealed>) -> Option<Receipt> {
    let place = initiative.receipt.as_ref()?;
    sealed.filter(|s| s.sha256 == place.sha256)?.open()
}

/// An application on its way in, on a day and under a case.
#[derive(Clone, Copy, Debug)]
pub struct HandedIn<'a> {
    /// The initiative.
    pub initiative: &'a Initiative,
    /// What is handed in.
    pub application: &'a events::Application,
    /// The day it got its words.
    pub written: Date,
    /// The number of its case.
    pub number: &'a str,
    /// The day it comes.
    pub on: Date,
}

impl HandedIn<'_> {
    /// The application; nothing when it does not say from when until when.
    pub fn application(&self, association: &Association) -> Option<Application> {
        let received = Some((self.number, self.on));
        paper(association, self.initiative, self.application, self.written, received)
    }

    /// The receipt.
    pub fn receipt(&self, association: &Association) -> Receipt {
        received(association, self.initiative, self.application, self.number, self.on)
    }
}

/// The application as it was last handed in, for who reads it beside what they write about it; the paper itself is what
/// was sealed.
pub fn as_handed_in(association: &Association, initiative: &Initiative) -> Option<Application> {
    let (application, on) = (initiative.application()?, initiative.submitted?);
    let case = association.register.cases.get(&initiative.case?)?;
    paper(association, initiative, application, on, Some((&case.number, on)))
}

/// The application as it is being written, also while a handed in one is completed; nothing before it says from when
/// until when.
pub fn draft(association: &Association, initiative: &Initiative, written: &Written) -> Option<Application> {
    paper(association, initiative, &written.application, written.on, None)
}

fn paper(
    association: &Association,
    initiative: &Initiative,
    written: &events::Application,
    dated: Date,
    received: Option<(&str, Date)>,
) -> Option<Application> {
    let (from, to) = written.from.zip(written.until)?;
    let author = association.profile.person_name(initiative.author).to_owned();
    let received_on = received.map(|(_, on)| on);
    let signed = received_on.map(|on| Signed { on, how: "elektroniskt".to_owned() });
    Some(Application {
        association: issuer(association),
        case_number: received.map(|(number, _)| number.to_owned()),
        received_on,
        dated,
        title: written.title.clone(),
        summary: paragraphs(&initiative.idea),
        orientation: orientation(written.orientation),
        applicant: applicant(initiative, &author),
        carrying_member: carrier(association, written),
        period: Period { from, to },
        requested: form::sum(&written.budget),
        parts: parts(association, written),
        signatory: Signature { name: author, role: format!("För {}", initiative.applicant), signed },
    })
}

/// The receipt of an application that comes on a day, under a case.
fn received(
    association: &Association,
    initiative: &Initiative,
    written: &events::Application,
    number: &str,
    received_on: Date,
) -> Receipt {
    let author = association.profile.person_name(initiative.author);
    Receipt {
        association: issuer(association),
        case_number: number.to_owned(),
        received_on,
        received_at: None,
        channel: Some("via webbplatsen".to_owned()),
        title: written.title.clone(),
        applicant: applicant(initiative, author),
        carrying_member: carrier(association, written),
        files: vec![ReceivedFile {
            name: "Ansökan om projektmedel, ifylld i formuläret".to_owned(),
            hash: None,
        }],
        next_steps: next_steps(association, received_on),
        contact: office(association, received_on),
    }
}

fn applicant(initiative: &Initiative, author: &str) -> Contact {
    Contact {
        name: author.to_owned(),
        organisation: Some(initiative.applicant.clone()),
        role: None,
        email: None,
        phone: None,
    }
}

fn carrier(association: &Association, written: &events::Application) -> String {
    written.carrier.map_or_else(|| "–".to_owned(), |id| association.profile.member_name(id).to_owned())
}

/// The form as it was answered; what stands at the head of the paper is not told again.
fn parts(association: &Association, written: &events::Application) -> Vec<Part> {
    let part = |section: &form::Section| {
        let answer = |field: &form::Field| {
            Some(Answer { asked: field.heading?.to_owned(), answer: given(association, field, written) })
        };
        Part { title: section.title.to_owned(), answers: section.fields.iter().filter_map(answer).collect() }
    };
    form::FORM.iter().map(part).filter(|part| !part.answers.is_empty()).collect()
}

fn given(association: &Association, field: &form::Field, written: &events::Application) -> Given {
    let name = |id: &MemberId| association.profile.member_name(*id).to_owned();
    let said = |yes: bool| Given::Prose(vec![if yes { "Ja" } else { "Nej" }.to_owned()]);
    match &field.kind {
        Kind::Line(it) | Kind::Text(it) => Given::Prose(paragraphs((it.get)(written))),
        Kind::Tick(it) => said(*(it.get)(written)),
        Kind::Orientation(it) => Given::Prose(vec![orientation(*(it.get)(written)).word().to_owned()]),
        Kind::Members(it) => Given::Names((it.get)(written).iter().map(name).collect()),
        Kind::Member(it) => Given::Names((it.get)(written).iter().map(name).collect()),
        Kind::Day(it) => Given::Prose((it.get)(written).iter().map(|day| in_words(*day)).collect()),
        Kind::Amounts(it) => {
            let amounts = (it.get)(written).iter();
            Given::Amounts(
                amounts.map(|(year, amount)| YearAmount { year: *year, amount: *amount }).collect(),
            )
        }
        Kind::Asf(it) => {
            let asf = (it.get)(written);
            let true_of_it = form::ASF.iter().filter(|part| *(part.of.get)(asf));
            let names: Vec<String> = true_of_it.map(|part| part.heading.to_owned()).collect();
            if names.is_empty() { said(false) } else { Given::Names(names) }
        }
    }
}

const fn orientation(of: events::Orientation) -> Orientation {
    match of {
        events::Orientation::Individual => Orientation::Individual,
        events::Orientation::Structural => Orientation::Structural,
    }
}

fn next_steps(association: &Association, on: Date) -> Vec<NextStep> {
    let committee = association.profile.bylaws_on(on).is_some_and(|b| b.working_committee);
    let steps = [
        Some(
            "Ansökan är registrerad och ligger hos beredningsgruppen, som granskar den mot lagen, \
             förbundsordningen och verksamhetsplanens mål och ber dig i Samordna om det som behöver kompletteras.",
        ),
        committee.then_some("Arbetsutskottet förbereder styrelsens beslut."),
        Some("Styrelsen beslutar vid ett sammanträde."),
        Some("Protokollet justeras och anslås. Kansliet meddelar vad styrelsen har beslutat."),
    ];
    let said = steps.into_iter().flatten().enumerate();
    said.map(|(at, what)| NextStep { on: (at == 0).then_some(on), what: what.to_owned() }).collect()
}

/// Who answered questions at the association that day.
fn office(association: &Association, on: Date) -> Contact {
    let mandates = &association.mandates;
    let office = mandates.body_of(BodyKind::Office).map(|body| body.id);
    let director = office.and_then(|id| mandates.holding(id, on).find(|m| m.given.role == Role::Director));
    Contact {
        name: director.map_or("Kansliet", |m| association.profile.person_name(m.given.person)).to_owned(),
        organisation: Some(association.name().to_owned()),
        role: director.map(|_| "förbundschef".to_owned()),
        email: None,
        phone: None,
    }
}

#[cfg(test)]
mod tests;
