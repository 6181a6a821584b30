//! The choice of language: kept in a cookie, and with the person when somebody is logged in.

use axum::extract::Path;
use desk::cookie;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::{Visitor, go};
use desk::way_back::WayBack;
use directory::Language;
use kit::Lang;

/// `POST /sprak/{lang}`, from the head of every page.
pub(crate) async fn choose(visitor: Visitor, Path(code): Path<String>, sent: Sent) -> Answer {
    let lang = Lang::from_code(&code).ok_or(Stop::NotFound(None))?;
    keep(&visitor, lang).await?;
    let mut response = go(WayBack::read(sent.typed.get("till")).as_str())?;
    cookie::set(&mut response, &cookie::language(visitor.app().settings(), lang.code()));
    Ok(response)
}

/// Keeps the language with the person, when somebody is logged in.
pub(crate) async fn keep(visitor: &Visitor, lang: Lang) -> Result<(), Stop> {
    let Some(session) = visitor.session() else { return Ok(()) };
    let language = match lang {
        Lang::Sv => Language::Sv,
        Lang::En => Language::En,
    };
    visitor.app().directory().set_language(session.person, language).await.map_err(Stop::fault)
}
