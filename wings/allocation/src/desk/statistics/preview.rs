//! What will be read of a file; and reading it in.

use axum::http::StatusCode;
use axum::response::Response;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::uploads::{Upload, Uploads};
use desk::visitor::Visitor;
use domain::national::import::ImportSeries;
use domain::national::{Command, NationalYear};
use exchange::fault::Fault;
use exchange::preview::Preview;
use exchange::source::Source;
use kit::form::{Choice, Form};

use super::asked::Fields;
use super::choices::Chosen;
use super::upload::{SHIPPED, SHIPPED_SOURCE, shipped};
use super::{IMPORT, PATH, REGISTER, beside, shown, views};
use crate::pages::statistics::preview as page;

/// What is said of the figures when they are read in.
#[derive(Clone, Debug, Default)]
struct Said {
    source: Option<String>,
    preliminary: Option<bool>,
}

/// A file as it will be read, or why it cannot be.
type Seen = Result<Preview, Fault>;

/// The file that the address names, while it is kept.
fn upload(visitor: &Visitor) -> Result<Option<Upload>, Stop> {
    let (actor, id) = (visitor.actor()?, visitor.parameter("fil"));
    if id == SHIPPED {
        return Ok(Some(shipped()));
    }
    Ok(visitor.app().room::<Uploads>().find(actor, id, visitor.now()))
}

/// Reads a file with what is chosen and said.
async fn look(upload: &Upload, chosen: &Chosen, said: Said) -> Result<Seen, Stop> {
    let (bytes, chosen) = (upload.bytes.clone(), chosen.clone());
    beside(move || {
        let source = Source::read(&bytes, chosen.sheet())?;
        let columns: Vec<String> = source.column_names().map(str::to_owned).collect();
        let mut choices = chosen.choices(&columns);
        (choices.source, choices.preliminary) = (said.source, said.preliminary);
        Ok(Preview::of(&source, &REGISTER, &choices))
    })
    .await
}

/// `GET /fordelning/statistik/inlasning/{fil}`.
pub(in crate::desk) async fn show(visitor: Visitor) -> Answer {
    let Some(upload) = upload(&visitor)? else { return Ok(gone(&visitor)) };
    let pairs = visitor.asked();
    let chosen = Chosen::of(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let seen = look(&upload, &chosen, Said::default()).await?;
    let taken = seen.as_ref().ok().map(|preview| &preview.taken);
    let source = match taken.and_then(|taken| taken.said_source.clone()) {
        _ if upload.id == SHIPPED => SHIPPED_SOURCE.to_owned(),
        said => shown::short(&said.unwrap_or_default(), 199),
    };
    let mut form = visitor.form(visitor.path()).filled(chosen.typed().clone()).with("source", source);
    if taken.is_some_and(|taken| taken.preliminary == Some(true)) {
        form = form.with("preliminary", "ja");
    }
    let main = main(&visitor, &upload, &chosen, &seen, &form);
    visitor.page(visitor.lang().t("statistics-preview"), &main)
}

/// `POST /fordelning/statistik/inlasning/{fil}`.
pub(in crate::desk) async fn read_in(visitor: Visitor, sent: Sent) -> Answer {
    let Some(upload) = upload(&visitor)? else { return Ok(gone(&visitor)) };
    let chosen = Chosen::of(sent.typed.pairs());
    let mut read = sent.read();
    // A source is one line, however it was broken.
    let source = read.text("source").split_whitespace().collect::<Vec<_>>().join(" ");
    let preliminary = read.ticked("preliminary");
    let illustrative = read.ticked("illustrative");
    if source.is_empty() {
        read.wrong("source", "Skriv var siffrorna kommer ifrån.");
    }
    let said = Said { source: Some(source), preliminary: Some(preliminary) };
    let seen = look(&upload, &chosen, said).await?;
    let title = visitor.lang().t("statistics-preview");
    let Some(series) = seen.as_ref().ok().and_then(Preview::series).cloned() else {
        // Something is still to be chosen or put right: the page says what.
        let form = visitor.form(visitor.path()).filled(sent.typed.clone());
        let main = main(&visitor, &upload, &chosen, &seen, &form);
        return Ok(visitor.answer(StatusCode::UNPROCESSABLE_ENTITY, title, true, &main));
    };
    let year = series.year.to_string();
    let file = Some(upload.name.clone()).filter(|name| !name.is_empty());
    let command = read.into(Command::ImportSeries(ImportSeries { series, file, illustrative }));
    match visitor.submit_on::<NationalYear>(&year, &sent, command).await? {
        Ok(done) => {
            let flash = if done.events == 0 { "statistics-already" } else { "statistics-saved" };
            visitor.see(&done, &format!("{PATH}?ar={year}#ar-{year}"), flash)
        }
        Err(refused) => {
            let main = main(&visitor, &upload, &chosen, &seen, &refused.form);
            refused.again(&visitor, title, |_| main)
        }
    }
}

/// The file is not here: it was long ago, or another node has it.
fn gone(visitor: &Visitor) -> Response {
    let lang = visitor.lang();
    let main = crate::pages::statistics::upload::gone(lang, IMPORT, &views(visitor));
    visitor.answer(StatusCode::NOT_FOUND, lang.t("statistics-gone-title"), false, &main)
}

fn main(visitor: &Visitor, upload: &Upload, chosen: &Chosen, seen: &Seen, form: &Form) -> kit::Markup {
    let (lang, views) = (visitor.lang(), views(visitor));
    let preview = seen.as_ref().ok();
    let fields = preview.map(|preview| Fields::of(lang, preview, chosen)).unwrap_or_default();
    let found = preview.map(|preview| shown::found(lang, &preview.found));
    let faults = match seen {
        Ok(preview) => shown::sentences(&preview.faults),
        Err(fault) => shown::sentences(std::slice::from_ref(fault)),
    };
    let sheets = preview.map_or(&[][..], |preview| preview.found.sheets.as_slice());
    let sheets: Vec<Choice> = sheets.iter().map(|name| Choice::new(name, name.clone())).collect();
    let readable = preview.filter(|preview| preview.faults.is_empty());
    page::show(&page::View {
        lang,
        views: &views,
        path: visitor.path(),
        again: IMPORT,
        file: &upload.name,
        found: found.as_ref(),
        faults: &faults,
        sheets: if sheets.len() > 1 { &sheets } else { &[] },
        asked: &fields.asked,
        taken: &fields.taken,
        columns: &fields.columns,
        more_columns: fields.more_columns,
        reading: &readable.map(|preview| shown::sentences(&preview.reading())).unwrap_or_default(),
        remarks: &readable.map(|preview| shown::sentences(&preview.remarks)).unwrap_or_default(),
        figures: preview.and_then(|preview| shown::figures(visitor, preview)).as_ref(),
        form,
    })
}
