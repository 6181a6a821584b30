//! Logging in, on the way to any page; what was typed on a form whose session had ended travels along.

use maud::{Markup, html};

use crate::form::{COMMAND_ID, Form, Typed};
use crate::parts;

/// What the fields of a form that waits for a login are called: this, and their own name.
pub const KEPT: &str = "kept.";
/// The field that says where to go, or where to send what was kept, after a login.
pub const AFTER: &str = "till";

/// Logging in; what was typed on a form whose session had ended travels along.
pub fn log_in(form: &Form, wrong: Option<&str>, demo: bool) -> Markup {
    let lang = form.lang;
    let kept = form.typed.pairs().any(|(name, _)| name.starts_with(KEPT));
    html! {
        (form.head())
        @if let Some(wrong) = wrong {
            div.refusal role="alert" tabindex="-1" data-focus { p { (wrong) } }
        }
        h1 { (lang.t("log-in")) }
        @if kept {
            (parts::note(parts::Tone::Wait, lang.t("login-kept-title"), &html! { p { (lang.t("login-kept")) } }))
        }
        form.form method="post" action=(form.action) novalidate {
            (form.hidden(AFTER))
            @for (name, value) in form.typed.pairs().filter(|(name, _)| name.starts_with(KEPT)) {
                input type="hidden" name=(name) value=(value);
            }
            (form.email("email", lang.t("email")))
            (form.password("password", lang.t("password"), "current-password"))
            p.actions { button.main type="submit" { (lang.t("log-in")) } }
        }
        p { (lang.t("login-help")) }
        @if demo { p { (lang.t("login-demo")) } }
    }
}

/// After a login in the middle of a form: what was typed, ready to be sent.
pub fn go_on(form: &Form) -> Markup {
    let lang = form.lang;
    html! {
        h1 { (lang.t("go-on-title")) }
        p { (lang.t("go-on-says")) }
        (send_again(form))
    }
}

/// What was typed and not carried out: a button that sends it again, and the words themselves.
pub fn send_again(form: &Form) -> Markup {
    let lang = form.lang;
    html! {
        form.form method="post" action=(form.action) {
            @for (name, value) in form.typed.pairs() { input type="hidden" name=(name) value=(value); }
            p.actions { button.main type="submit" { (lang.t("go-on")) } }
        }
        details {
            summary { (lang.t("go-on-see")) }
            @for (_, value) in shown(&form.typed) { p.written { (value) } }
        }
    }
}

/// What a person typed, without what the form itself wrote.
fn shown(typed: &Typed) -> impl Iterator<Item = (&str, &str)> {
    typed.pairs().filter(|(name, value)| *name != COMMAND_ID && !value.trim().is_empty())
}
