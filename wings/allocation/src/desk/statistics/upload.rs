//! Choosing a file with a table, and receiving it.

use allocation::statistics::SeriesKind;
use axum::body::Bytes;
use axum::extract::Request;
use axum::http::StatusCode;
use desk::stop::Answer;
use desk::uploads::{self, LARGEST, NotReceived, Upload, Uploads};
use desk::visitor::{Visitor, go};
use domain::FieldError;
use exchange::source::Source;
use kit::form::{Form, Problem};

use super::{IMPORT, beside, views};
use crate::pages::statistics::upload::{self, FILE};
use crate::pages::statistics::words;

/// What the figures that come with the program are called in an address.
pub(super) const SHIPPED: &str = "medfoljande";
const SHIPPED_NAME: &str = "population_2019.csv";
const SHIPPED_BYTES: &[u8] = include_bytes!("../../../../../data/population_2019.csv");
/// Where they come from, as `data/SOURCES.md` has it.
pub(super) const SHIPPED_SOURCE: &str =
    "SCB, folkmängd den 31 december 2019 efter region, ålder och kön, summerad över ettårsklasser";

/// The figures that come with the program.
pub(super) fn shipped() -> Upload {
    let (id, name) = (SHIPPED.to_owned(), SHIPPED_NAME.to_owned());
    Upload { id, name, bytes: Bytes::from_static(SHIPPED_BYTES) }
}

/// `GET /fordelning/statistik/inlasning`.
pub(in crate::desk) async fn choose(visitor: Visitor) -> Answer {
    Ok(page(&visitor, StatusCode::OK, &visitor.form(IMPORT)))
}

fn page(visitor: &Visitor, status: StatusCode, form: &Form) -> axum::response::Response {
    let lang = visitor.lang();
    let shipped = [SeriesKind::Inhabitants, SeriesKind::KeyInhabitants].map(|kind| {
        let address = format!("{IMPORT}/{SHIPPED}?matt={}&tid=2019", words::kind_slug(kind));
        (address, words::kind(lang, kind).to_owned())
    });
    let views = views(visitor);
    let view =
        upload::View { lang, views: &views, form, megabytes: LARGEST / 1024 / 1024, shipped: &shipped };
    visitor.answer(status, lang.t("statistics-import"), form.problem.is_some(), &upload::show(&view))
}

/// `POST /fordelning/statistik/inlasning`: the file is looked at, and kept for as long as its preview is.
pub(in crate::desk) async fn receive(visitor: Visitor, request: Request) -> Answer {
    let actor = visitor.actor()?;
    let upload = match uploads::receive(request, FILE).await {
        Ok(upload) => upload,
        Err(why) => {
            let (status, says) = not_received(&visitor, &why);
            return Ok(again(&visitor, status, says));
        }
    };
    let bytes = upload.bytes.clone();
    if let Err(fault) = beside(move || Source::read(&bytes, None).map(drop)).await? {
        let says = super::shown::short(&fault.to_string(), 600);
        return Ok(again(&visitor, StatusCode::UNPROCESSABLE_ENTITY, says));
    }
    let to = format!("{IMPORT}/{}", upload.id);
    visitor.app().room::<Uploads>().keep(actor, upload, visitor.now());
    go(&to)
}

fn not_received(visitor: &Visitor, why: &NotReceived) -> (StatusCode, String) {
    let lang = visitor.lang();
    match why {
        NotReceived::None => (StatusCode::UNPROCESSABLE_ENTITY, lang.t("statistics-no-file").to_owned()),
        NotReceived::Empty => (StatusCode::UNPROCESSABLE_ENTITY, lang.t("statistics-empty-file").to_owned()),
        NotReceived::TooLarge => {
            let megabytes = [("megabytes", (LARGEST / 1024 / 1024).into())];
            (StatusCode::PAYLOAD_TOO_LARGE, lang.ta("statistics-large-file", &megabytes))
        }
        NotReceived::Garbled => (StatusCode::BAD_REQUEST, lang.t("statistics-garbled-file").to_owned()),
    }
}

/// The page again, with what is wrong at the field.
fn again(visitor: &Visitor, status: StatusCode, says: String) -> axum::response::Response {
    let mut form = visitor.form(IMPORT);
    form.problem = Some(Problem::Fields(vec![FieldError::new(FILE, says)]));
    page(visitor, status, &form)
}
