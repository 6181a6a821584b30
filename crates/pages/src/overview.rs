//! *Min översikt*: what waits for the reader, in which role, by which day, and why.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::Lang;
use crate::format::day;
use crate::parts::{self, Tone};

/// Something that waits for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What to do, as a sentence.
    pub what: String,
    /// What it is about.
    pub about: String,
    /// Where to do it.
    pub href: String,
    /// In which association.
    pub association: String,
    /// In which role.
    pub role: String,
    /// The last day.
    pub by: Option<Date>,
    /// The rule that says so: its id in the catalogue.
    pub rule: Option<String>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The reader's name.
    pub name: String,
    /// The day.
    pub today: Date,
    /// What waits, most urgent first.
    pub waiting: Vec<Waiting>,
    /// The reader's associations: address, name, the reader's roles there.
    pub places: Vec<(String, String, Vec<String>)>,
}

/// *Min översikt*.
pub fn show(lang: Lang, page: &Overview) -> Markup {
    let main = html! {
        h1 { (lang.t("overview")) }
        p.lead { (lang.ta("overview-lead", &[("name", page.name.as_str().into()), ("count", page.waiting.len().into())])) }
        @if page.waiting.is_empty() {
            (parts::empty(lang.t("overview-nothing"), None))
        } @else {
            ol.tasks {
                @for waiting in &page.waiting { (task(lang, page.today, waiting)) }
            }
        }
    };
    let aside = html! {
        h2 { (lang.t("overview-places")) }
        @if page.places.is_empty() { p { (lang.t("overview-no-places")) } }
        ul.places {
            @for (slug, name, roles) in &page.places {
                li {
                    a href={ "/f/" (slug) } { (name) }
                    @if !roles.is_empty() { span.roles lang="sv" { (roles.join(", ")) } }
                }
            }
        }
    };
    parts::columns(&main, &aside, lang.t("overview-places"))
}

fn task(lang: Lang, today: Date, waiting: &Waiting) -> Markup {
    let rule = waiting.rule.as_deref().and_then(statute::catalogue::rule);
    html! {
        li.task {
            p.task-what { a href=(waiting.href) lang="sv" { (waiting.what) } }
            p.task-about lang="sv" { (waiting.about) }
            p.task-where { (waiting.association) " · " span lang="sv" { (waiting.role) } }
            @if let Some(by) = waiting.by {
                p.task-by {
                    @if by < today {
                        (parts::status(Tone::Late, lang.t("overview-late"))) " "
                    }
                    (lang.t("due")) " " (day(lang, by))
                }
            }
            @if let Some(rule) = rule {
                p.task-why lang="sv" { a href={ "/regler/" (rule.id) } { (rule.title) } }
            }
        }
    }
}
