//! The equity staircase: read by anybody on the list, noted here with a source for each step.

use axum::http::StatusCode;
use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::national::staircase::NoteStaircase;
use domain::national::{Command, NationalYear};
use kit::form::Form;

use super::PATH;
use crate::pages::statistics::staircase;

/// `GET /fordelning/statistik/trappa`.
pub(in crate::desk) async fn edit(visitor: Visitor) -> Answer {
    let known = crate::desk::scene::known(visitor.app());
    let year = known.division.as_ref().map_or_else(|| visitor.today().year(), |(year, _)| *year);
    let form = visitor
        .form(format!("{PATH}/trappa"))
        .with("year", year)
        .with(staircase::STEPS, staircase::written(&known.staircase));
    page(&visitor, &form, StatusCode::OK)
}

/// `POST /fordelning/statistik/trappa`.
pub(in crate::desk) async fn note(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let year: i16 = read.number("year");
    let steps = staircase::steps(sent.typed.get(staircase::STEPS)).unwrap_or_else(|says| {
        read.wrong(staircase::STEPS, says);
        Vec::new()
    });
    let command = read.into(Command::NoteStaircase(NoteStaircase { year, steps }));
    match visitor.submit_on::<NationalYear>(&year.to_string(), &sent, command).await? {
        Ok(done) => visitor.see(&done, &format!("{PATH}?ar={year}"), "statistics-said-staircase"),
        Err(refused) => {
            let status = refused.status();
            page(&visitor, &refused.form, status)
        }
    }
}

fn page(visitor: &Visitor, form: &Form, status: StatusCode) -> Answer {
    let title = visitor.lang().t("statistics-staircase");
    Ok(visitor.answer(status, title, form.problem.is_some(), &staircase::edit(form)))
}
