//! The pages that explain why not: refused, denied, not found, too large, ours. Each says what to do instead.

use maud::{Markup, html};

use crate::form::Form;
use crate::login::send_again;
use crate::{Lang, at};

/// Not allowed: who may, and how to reach them.
pub fn denied(lang: Lang, what: &str, who: &[&str], reach: Option<&str>) -> Markup {
    html! {
        h1 { (lang.t("denied-title")) }
        p { (lang.t("denied-what")) " " span lang="sv" { (what) } "." }
        @if !who.is_empty() {
            p { (lang.t("denied-who")) }
            ul { @for role in who { li { (role) } } }
        }
        @match reach {
            Some(reach) => p { (reach) },
            None => p { (lang.t("denied-reach")) },
        }
        p { a href=(at::OVERVIEW) { (lang.t("to-overview")) } }
    }
}

/// Not allowed, by a decision that says itself who may.
pub fn denied_says(lang: Lang, says: &str) -> Markup {
    html! {
        h1 { (lang.t("denied-title")) }
        p lang="sv" { (says) }
        p { (lang.t("denied-reach")) }
        p { a href=(at::OVERVIEW) { (lang.t("to-overview")) } }
    }
}

/// Nothing stands at this address.
pub fn not_found(lang: Lang, what: Option<&str>) -> Markup {
    html! {
        h1 { (lang.t("not-found-title")) }
        @match what {
            Some(what) => p { (lang.ta("not-found-thing", &[("what", what.into())])) },
            None => p { (lang.t("not-found-says")) },
        }
        ul {
            li { a href="/" { (lang.t("to-start")) } }
            li { a href=(at::OVERVIEW) { (lang.t("to-overview")) } }
            li { a href=(at::BOARDS) { (lang.t("boards")) } }
        }
    }
}

/// Ours: a number to quote.
pub fn fault(lang: Lang, number: &str) -> Markup {
    html! {
        h1 data-stop { (lang.t("fault-title")) }
        p { (lang.t("fault-says")) }
        p { (lang.t("fault-number")) " " strong.quote { (number) } }
        p { a href=(at::OVERVIEW) { (lang.t("to-overview")) } }
    }
}

/// The request could not be read: `title` and `says` are keys of `errors.ftl`.
pub fn unreadable(lang: Lang, title: &'static str, says: &'static str) -> Markup {
    html! {
        h1 data-stop { (lang.t(title)) }
        p { (lang.t(says)) }
        p { a href="/" { (lang.t("to-start")) } }
    }
}

/// Somebody asks for more than a fair part: how long to wait.
pub fn too_many(lang: Lang, seconds: u64) -> Markup {
    html! {
        h1 data-stop { (lang.t("too-many-title")) }
        p { (lang.t("too-many-says")) }
        p { (lang.ta("too-many-wait", &[("seconds", seconds.into())])) }
        p { a href="/" { (lang.t("to-start")) } }
    }
}

/// Why a form could not be carried out now, with what was typed: it can be sent again.
pub fn waiting(form: &Form, why: &Markup) -> Markup {
    html! {
        (why)
        h2 { (form.lang.t("waiting-title")) }
        p { (form.lang.t("waiting-says")) }
        (send_again(form))
    }
}

/// The same for a form that is too long to go along; the browser has it on the page before.
pub fn waiting_in_browser(lang: Lang, why: &Markup) -> Markup {
    html! {
        (why)
        p { (lang.t("waiting-in-browser")) }
    }
}
