//! What stands round every page: the head, the association, the way in and out, what one may go to, the foot.

use maud::{DOCTYPE, Markup, html};

use crate::{Lang, at, statics};

/// Everything the shell needs to know of the reader and the page.
#[derive(Clone, Debug, Default)]
pub struct Chrome {
    /// The language of the interface.
    pub lang: Lang,
    /// The page's title, without the product's name.
    pub title: String,
    /// Whether the page shows a form that was filled in wrongly; the title says so first.
    pub faulty: bool,
    /// The page's own path with its query, for coming back after a change of language or a login.
    pub path: String,
    /// Who is logged in.
    pub user: Option<UserBadge>,
    /// The association whose pages these are.
    pub association: Option<AssociationBadge>,
    /// The associations one may go to; the switcher is shown when there are several.
    pub associations: Vec<AssociationBadge>,
    /// Where one may go from here.
    pub nav: Vec<NavItem>,
    /// The way here, outermost first, without the page itself.
    pub crumbs: Vec<Crumb>,
    /// What just happened.
    pub flash: Option<Flash>,
    /// Whether the people and matters are made up.
    pub demo: bool,
    /// After how many seconds the page is fetched again where no script does it; none for nearly all pages.
    pub refresh_seconds: Option<u32>,
}

/// Who is logged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserBadge {
    /// The name.
    pub name: String,
    /// As what, in the association of the page.
    pub role: Option<String>,
}

/// An association in the head and in the switcher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssociationBadge {
    /// Its address, such as `finnveden`.
    pub slug: String,
    /// Its short name.
    pub name: String,
}

/// A place to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavItem {
    /// The address.
    pub href: String,
    /// Its name.
    pub label: String,
    /// Whether the page belongs there.
    pub current: bool,
}

/// A step of the way here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// The address.
    pub href: String,
    /// Its name.
    pub label: String,
}

/// What just happened, said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    /// One sentence.
    pub says: String,
}

impl Chrome {
    /// The accent of the association: one of six that are checked for contrast, the same every time.
    pub fn accent(&self) -> u32 {
        let slug = self.association.as_ref().map_or("", |a| a.slug.as_str());
        slug.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte))) % ACCENTS
    }
}

/// How many accents the style sheet has.
const ACCENTS: u32 = 6;

/// The whole document.
pub fn page(chrome: &Chrome, main: &Markup) -> Markup {
    let lang = chrome.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title {
                    @if chrome.faulty { (lang.t("title-faulty")) " " }
                    (chrome.title)
                    @if let Some(association) = &chrome.association { " – " (association.name) }
                    " – Samordna"
                }
                link rel="icon" href=(*statics::ICON_AT) type="image/svg+xml";
                link rel="stylesheet" href=(*statics::STYLE_AT);
                script defer src=(*statics::SCRIPT_AT) {}
                @if let Some(seconds) = chrome.refresh_seconds {
                    noscript { meta http-equiv="refresh" content=(seconds); }
                }
            }
            body data-accent=(chrome.accent()) {
                a.skip href="#innehall" { (lang.t("skip")) }
                (head(chrome))
                div.frame {
                    (crumbs(chrome))
                    main #innehall tabindex="-1" {
                        @if let Some(flash) = &chrome.flash {
                            div.flash role="status" { p { (flash.says) } }
                        }
                        (main)
                    }
                }
                (foot(chrome))
            }
        }
    }
}

fn head(chrome: &Chrome) -> Markup {
    let lang = chrome.lang;
    html! {
        header.head {
            div.head-row {
                a.wordmark href="/" {
                    span.rings aria-hidden="true" {}
                    "Samordna"
                }
                (association(chrome))
                nav.tools aria-label=(lang.t("nav-tools")) {
                    (language(chrome))
                    @match &chrome.user {
                        Some(user) => {
                            a.user href="/konto" {
                                (user.name)
                                @if let Some(role) = &user.role { span.role { (role) } }
                            }
                            form method="post" action="/logga-ut" {
                                button.plain type="submit" { (lang.t("log-out")) }
                            }
                        }
                        None => { a.login href={ (at::LOG_IN) "?till=" (escape_path(&chrome.path)) } { (lang.t("log-in")) } }
                    }
                }
            }
            @if !chrome.nav.is_empty() {
                nav.main-nav aria-label=(lang.t("nav-main")) {
                    ul {
                        @for item in &chrome.nav {
                            li {
                                a href=(item.href) aria-current=[item.current.then_some("page")] { (item.label) }
                            }
                        }
                    }
                }
            }
            @if chrome.demo {
                p.demo-note { (lang.t("demo-note")) }
            }
        }
    }
}

fn association(chrome: &Chrome) -> Markup {
    let lang = chrome.lang;
    let current = chrome.association.as_ref();
    let others: Vec<_> = chrome.associations.iter().filter(|a| Some(*a) != current).collect();
    html! {
        @if chrome.user.is_some() && !others.is_empty() {
            details.switch {
                summary {
                    @match current {
                        Some(association) => (association.name),
                        None => (lang.t("choose-association")),
                    }
                    span.visually-hidden { ". " (lang.t("switch-association")) }
                }
                ul {
                    @for other in others {
                        li { a href=(at::association(&other.slug)) { (other.name) } }
                    }
                }
            }
        } @else if let Some(association) = current {
            p.association { (association.name) }
        }
    }
}

fn language(chrome: &Chrome) -> Markup {
    let other = match chrome.lang {
        Lang::Sv => Lang::En,
        Lang::En => Lang::Sv,
    };
    html! {
        form method="post" action={ "/sprak/" (other.code()) } {
            input type="hidden" name="till" value=(chrome.path);
            button.plain type="submit" lang=(other.code()) { (other.name()) }
        }
    }
}

fn crumbs(chrome: &Chrome) -> Markup {
    html! {
        @if !chrome.crumbs.is_empty() {
            nav.crumbs aria-label=(chrome.lang.t("nav-crumbs")) {
                ol {
                    @for crumb in &chrome.crumbs {
                        li { a href=(crumb.href) { (crumb.label) } }
                    }
                }
            }
        }
    }
}

fn foot(chrome: &Chrome) -> Markup {
    let lang = chrome.lang;
    html! {
        footer.foot {
            nav aria-label=(lang.t("nav-foot")) {
                ul {
                    li { a href=(at::BOARDS) { (lang.t("boards")) } }
                    li { a href=(at::RULES) { (lang.t("rules")) } }
                    li { a href="/tillganglighet" { (lang.t("accessibility")) } }
                    li { a href="/api/openapi.json" { (lang.t("api")) } }
                }
            }
            p { (lang.t("foot-says")) }
            p.keys hidden data-keys {
                button.plain type="button" data-keys-open { (lang.t("keys-open")) }
            }
        }
        template data-keys-help {
            h2 { (lang.t("keys-title")) }
            dl.keys-list {
                dt { kbd { "?" } } dd { (lang.t("keys-help")) }
                dt { kbd { "g" } " " kbd { "o" } } dd { (lang.t("keys-overview")) }
                dt { kbd { "g" } " " kbd { "i" } } dd { (lang.t("keys-initiatives")) }
                dt { kbd { "g" } " " kbd { "s" } } dd { (lang.t("keys-meetings")) }
                dt { kbd { "g" } " " kbd { "d" } } dd { (lang.t("keys-register")) }
                dt { kbd { "/" } } dd { (lang.t("keys-filter")) }
            }
            p.choice {
                input #keys-on type="checkbox" data-keys-toggle;
                label for="keys-on" { (lang.t("keys-on")) }
            }
            button type="button" data-keys-close { (lang.t("close")) }
        }
    }
}

/// A path as a value in a query.
pub fn escape_path(path: &str) -> String {
    let mut escaped = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.' | b'~') {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_survives_as_a_value_in_a_query() {
        assert_eq!(escape_path("/f/höglandet?a=1&b=2"), "/f/h%C3%B6glandet%3Fa%3D1%26b%3D2");
    }

    #[test]
    fn the_title_says_first_that_something_was_wrong() {
        let chrome = Chrome { title: "Ny idé".into(), faulty: true, ..Chrome::default() };
        let page = page(&chrome, &html! { h1 { "Ny idé" } }).into_string();
        assert!(page.contains("<title>Fel: Ny idé – Samordna</title>"), "{page}");
    }

    #[test]
    fn what_a_person_is_called_is_never_markup() {
        let user = UserBadge { name: "<script>".into(), role: None };
        let chrome = Chrome { user: Some(user), ..Chrome::default() };
        assert!(!page(&chrome, &html! {}).into_string().contains("<script>"));
    }
}
