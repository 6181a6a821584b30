//! What was typed in a form that cannot be carried out now, on its way to be sent again: after a login, or in a while.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{Method, header};
use axum::response::{IntoResponse as _, Response};
use kit::form::Typed;

use crate::sent::{FORM_LIMIT, Sent, whole};
use crate::stop::Stop;

/// As much as a page may carry of what was typed, as it is written there. Anybody may send a form, and whoever sends
/// a small one must not get a large page for it.
const MOST: usize = 256 * 1024;
/// What stands round a field that is carried.
const AROUND: usize = 48;
/// What the login adds of its own.
const OF_LOGIN: usize = 4 * 1024;
/// Whoever typed one of these is asked for it again: it is not written on a page.
const SECRET: [&str; 3] = ["password", "again", "old"];

/// What goes along on the page that says why not.
#[derive(Clone, Debug)]
pub enum Kept {
    /// What was typed.
    Form(Typed),
    /// It is too much for a page; the browser still has it on the page before.
    TooMuch,
}

/// What was typed, when a page may carry it.
pub fn carried(typed: Typed) -> Kept {
    within(MOST, typed)
}

/// The same for what was carried already and comes back with a login.
pub fn carried_on(typed: Typed) -> Kept {
    within(MOST + OF_LOGIN, typed)
}

fn within(most: usize, typed: Typed) -> Kept {
    let written = |(name, value): (&str, &str)| AROUND + escaped(name) + escaped(value);
    let length = typed.pairs().map(written).fold(0_usize, usize::saturating_add);
    if length <= most { Kept::Form(typed) } else { Kept::TooMuch }
}

/// How long a text is when it stands in a page.
fn escaped(text: &str) -> usize {
    let sign = |byte: u8| match byte {
        b'"' => "&quot;".len(),
        b'&' => "&amp;".len(),
        b'<' | b'>' => "&lt;".len(),
        _ => 1,
    };
    text.bytes().map(sign).sum()
}

/// Answers a request; what was typed goes along with an answer that says to try again.
pub async fn keeping<F: Future<Output = Response>>(
    request: Request,
    answer: impl FnOnce(Request) -> F,
) -> Response {
    let (request, form) = match receive(request).await {
        Ok(received) => received,
        Err(stop) => return stop.into_response(),
    };
    let mut response = answer(request).await;
    if response.extensions().get::<Stop>().is_some_and(Stop::passes)
        && let Some(kept) = form.as_ref().and_then(of)
    {
        response.extensions_mut().insert(kept);
    }
    response
}

/// Receives a form before its handler does, so that it is still there afterwards; other requests are left alone.
///
/// # Errors
/// The form is too large, or did not come.
async fn receive(request: Request) -> Result<(Request, Option<Bytes>), Stop> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let form = kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    if request.method() != Method::POST || !form {
        return Ok((request, None));
    }
    let (parts, body) = request.into_parts();
    let bytes = whole(body, FORM_LIMIT).await?;
    Ok((Request::from_parts(parts, Body::from(bytes.clone())), Some(bytes)))
}

/// What of a form that was received can go along.
fn of(bytes: &Bytes) -> Option<Kept> {
    let typed = Sent::read_from(bytes).ok()?.typed;
    let secret = SECRET.iter().any(|name| typed.has(name));
    (!secret && typed.pairs().next().is_some()).then(|| carried(typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(body: String) -> Option<Kept> {
        of(&Bytes::from(body))
    }

    #[test]
    fn a_page_carries_no_more_than_a_bounded_text_however_it_is_written() {
        assert!(matches!(kept("title=Sp%C3%A5r&text=a".into()), Some(Kept::Form(_))));
        assert!(matches!(kept(format!("text={}", "a".repeat(200_000))), Some(Kept::Form(_))));
        for much in ["a&".repeat(400_000), format!("text={}", "%22".repeat(100_000)), "a".repeat(900_000)] {
            assert!(matches!(kept(much), Some(Kept::TooMuch)));
        }
    }

    #[test]
    fn a_password_is_not_written_on_a_page() {
        for name in SECRET {
            assert!(kept(format!("email=a&{name}=b")).is_none(), "{name}");
        }
        assert!(kept(String::new()).is_none());
    }
}
