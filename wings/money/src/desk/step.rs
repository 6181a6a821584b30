//! `…/{ar}/besked`: a step of the round.

use allocation::asking_round::What;
use desk::sent::{Reader, Sent};
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::funding::step::NoteFundingStep;
use swedish::money::Ore;

use super::stage::{scene, take, year};
use crate::pages::forms;

fn title(visitor: &Visitor, year: i16) -> String {
    visitor.lang().ta("funding-step-title", &[("year", year.to_string().into())])
}

/// `GET …/besked`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    let year = year(&visitor)?;
    let form = visitor.form(visitor.path()).with("on", visitor.today());
    let main = scene(&visitor, |scene| forms::step(&form, scene, year))?;
    visitor.page(&title(&visitor, year), &main)
}

/// `POST …/besked`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let year = year(&visitor)?;
    let mut read = sent.read();
    let what = what(&mut read, visitor.lang().t("funding-step-amount-needed"));
    let step = NoteFundingStep { year, on: read.date("on"), what, source: read.maybe_text("source") };
    let command = read.into(Command::from(step));
    let to = visitor.under(&format!("/medel/{year}"));
    let show = |form: &kit::form::Form, scene: &crate::pages::Scene<'_>| forms::step(form, scene, year);
    take(&visitor, &sent, command, &title(&visitor, year), show, (&to, "funding-said-step")).await
}

/// What happened; a kind that needs an amount says so when there is none.
fn what(read: &mut Reader<'_>, needed: &str) -> What {
    let typed = read.text("amount");
    let told = Ore::read(&typed).ok();
    if !typed.is_empty() && told.is_none() {
        read.wrong("amount", needed);
    }
    let kind = read.text("kind");
    let mut amount = || -> Ore {
        if told.is_none() {
            read.wrong("amount", needed);
        }
        told.unwrap_or_default()
    };
    match kind.as_str() {
        "asked" => What::Asked,
        "answered" => What::Answered { amount: amount() },
        "preliminary" => What::Preliminary { amount: amount() },
        "revised" => What::Revised { amount: amount() },
        "offer" => What::Offer { amount: amount() },
        "offer-unstated" => What::OfferUnstated,
        "accepted" => What::Accepted { amount: amount() },
        "declined" => What::Declined { reason: read.text("reason") },
        "decided" => What::Decided { amount: amount() },
        _ => {
            read.wrong("kind", "Välj vad som hände.");
            What::Asked
        }
    }
}
