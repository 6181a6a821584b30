//! Our four cookies: the session, the device, the language, and one sentence to be said on the next page.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use crate::Settings;

/// The name of the session's cookie; over HTTPS browsers hold it to this host.
fn session_name(settings: &Settings) -> &'static str {
    if settings.https { "__Host-samordna" } else { "samordna" }
}

/// The name of the device's cookie.
fn device_name(settings: &Settings) -> &'static str {
    if settings.https { "__Host-samordna-enhet" } else { "samordna-enhet" }
}

const LANGUAGE: &str = "samordna-sprak";
const FLASH: &str = "samordna-besked";

/// The session's cookie; ended when there is no token.
pub fn session(settings: &Settings, token: Option<&str>) -> String {
    let life = if token.is_some() { "" } else { "; Max-Age=0" };
    let secure = secure(settings);
    format!(
        "{}={}; Path=/; HttpOnly; SameSite=Lax{life}{secure}",
        session_name(settings),
        token.unwrap_or_default()
    )
}

/// The device's cookie, for a year: it opens nothing, but its tries to log in are counted apart.
pub fn device(settings: &Settings, token: &str) -> String {
    let (name, secure) = (device_name(settings), secure(settings));
    format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000{secure}")
}

/// The cookies of somebody who was just let in.
pub fn let_in(response: &mut Response, settings: &Settings, opened: &directory::LoggedIn) {
    set(response, &session(settings, Some(opened.token.as_str())));
    if let Some(token) = &opened.device {
        set(response, &device(settings, token.as_str()));
    }
}

/// The language's cookie, for a year.
pub fn language(settings: &Settings, code: &str) -> String {
    format!("{LANGUAGE}={code}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000{}", secure(settings))
}

/// One sentence for the next page, by its key; ended when it has been said.
pub fn flash(settings: &Settings, key: Option<&str>) -> String {
    let life = if key.is_some() { 60 } else { 0 };
    let secure = secure(settings);
    format!("{FLASH}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={life}{secure}", key.unwrap_or_default())
}

fn secure(settings: &Settings) -> &'static str {
    if settings.https { "; Secure" } else { "" }
}

/// Adds a cookie to an answer.
pub fn set(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// What a request's cookies say.
#[derive(Debug, Default)]
pub(crate) struct Cookies<'a> {
    pub(crate) session: Option<&'a str>,
    pub(crate) language: Option<&'a str>,
    pub(crate) flash: Option<&'a str>,
    pub(crate) device: Option<&'a str>,
}

impl<'a> Cookies<'a> {
    /// Reads them; the first of a name counts.
    pub(crate) fn of(headers: &'a HeaderMap, settings: &Settings) -> Self {
        let mut found = Self::default();
        let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
        for (name, value) in
            all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='))
        {
            let place = match name {
                LANGUAGE => &mut found.language,
                FLASH => &mut found.flash,
                name if name == session_name(settings) => &mut found.session,
                name if name == device_name(settings) => &mut found.device,
                _ => continue,
            };
            place.get_or_insert(value);
        }
        found
    }
}
