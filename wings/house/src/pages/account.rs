//! Accepting an invitation, and one's own account.

use jiff::civil::DateTime;
use kit::Lang;
use kit::form::{Choice, Form};
use kit::format::moment;
use maud::{Markup, html};

/// Choosing a password by a link: whose it is, under a title that says why.
pub fn invitation(form: &Form, title: &'static str, name: &str, email: Option<&str>) -> Markup {
    let lang = form.lang;
    let fields = html! {
        @if let Some(email) = email {
            (kit::parts::facts(&[(lang.t("email"), html! { (email) })]))
            // Lets a password manager keep the password under the right address.
            input type="hidden" name="username" autocomplete="username" value=(email);
        }
        (form.password("password", lang.t("password-new"), "new-password").hint(lang.t("password-hint")))
        (form.password("again", lang.t("password-again"), "new-password"))
    };
    html! {
        (form.head())
        h1 { (lang.ta(title, &[("name", name.into())])) }
        p.lead { (lang.t("invitation-says")) }
        (form.around(lang.t("invitation-accept"), &fields))
    }
}

/// An invitation that cannot be accepted.
pub fn invitation_over(lang: Lang, says: &str) -> Markup {
    html! {
        h1 { (lang.t("invitation-over")) }
        p { (says) }
        p { a href="/logga-in" { (lang.t("log-in")) } }
    }
}

/// A session in the list.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// Its id.
    pub id: String,
    /// What the person logged in with.
    pub client: String,
    /// When.
    pub created: DateTime,
    /// When it was last used.
    pub last_seen: DateTime,
    /// Whether it is the one reading this page.
    pub current: bool,
}

/// One's own account: three forms and the list of sessions.
#[derive(Debug)]
pub struct Account {
    /// The address that one logs in with.
    pub login: String,
    /// Another address that one says is one's own and that is not confirmed, with the code for whoever invites.
    pub claim: Option<(String, String)>,
    /// Contact details: `name`, `email`, `phone`, and `old`, the password once more.
    pub contact: Form,
    /// Erases what nothing requires: `erase-old`, the password once more.
    pub erase: Form,
    /// Password: `old`, `password`, `again`.
    pub password: Form,
    /// Language: `language`.
    pub language: Form,
    /// Sessions, the one last used first.
    pub sessions: Vec<SessionRow>,
}

/// One's own account.
pub fn account(lang: Lang, page: &Account) -> Markup {
    let languages = Lang::ALL.map(|l| Choice::new(l.code(), l.name())).to_vec();
    let contact = html! {
        (page.contact.text("name", lang.t("name")))
        (page.contact.email("email", lang.t("email")))
        (page.contact.phone("phone", lang.t("phone")).optional())
        (page.contact.password("contact-old", lang.t("password-old"), "current-password").hint(lang.t("account-contact-password")))
    };
    let password = html! {
        (page.password.password("old", lang.t("password-old"), "current-password"))
        (page.password.password("password", lang.t("password-new"), "new-password").hint(lang.t("password-hint")))
        (page.password.password("again", lang.t("password-again"), "new-password"))
    };
    html! {
        (page.contact.head()) (page.erase.head()) (page.password.head()) (page.language.head())
        h1 { (lang.t("account")) }
        section { h2 { (lang.t("account-contact")) } p { (lang.t("account-contact-says")) } (claim(lang, page)) (page.contact.around(lang.t("save"), &contact)) }
        section { h2 { (lang.t("account-language")) } (page.language.around(lang.t("save"), &html! { (page.language.radios("language", lang.t("language"), languages)) })) }
        section { h2 { (lang.t("password")) } (page.password.around(lang.t("password-change"), &password)) }
        section {
            h2 { (lang.t("account-erase")) }
            p { (lang.t("account-erase-says")) }
            (page.erase.around(lang.t("account-erase-do"), &html! {
                (page.erase.password("erase-old", lang.t("password-old"), "current-password"))
            }))
        }
        section {
            h2 { (lang.t("sessions")) }
            p { (lang.t("sessions-says")) }
            ul.sessions {
                @for session in &page.sessions {
                    li {
                        p { strong { (session.client) } @if session.current { " " (kit::parts::status(kit::parts::Tone::Now, lang.t("session-this"))) } }
                        p { (lang.t("session-since")) " " (moment(lang, session.created)) ". " (lang.t("session-seen")) " " (moment(lang, session.last_seen)) "." }
                        @if !session.current {
                            form method="post" action={ "/konto/inloggningar/" (session.id) "/slut" } {
                                button type="submit" { (lang.t("session-end")) }
                            }
                        }
                    }
                }
            }
            form method="post" action="/konto/inloggningar/slut" {
                button type="submit" { (lang.t("sessions-end-others")) }
            }
        }
    }
}

/// An address that is not confirmed: what it is good for, and what to do.
fn claim(lang: Lang, page: &Account) -> Markup {
    let Some((email, code)) = &page.claim else { return html! {} };
    let values = [
        ("email", email.as_str().into()),
        ("login", page.login.as_str().into()),
        ("code", code.as_str().into()),
    ];
    let says = html! { p { (lang.ta("account-claim-says", &values)) } p { (lang.ta("account-claim-code", &values)) } };
    kit::parts::note(kit::parts::Tone::Wait, lang.t("account-claim"), &says)
}
