//! The start page that anybody meets.

use kit::{Lang, at};
use maud::{Markup, html};

/// An association in the list.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its county.
    pub county: String,
}

/// The start page.
pub fn show(lang: Lang, places: &[Place], logged_in: bool) -> Markup {
    html! {
        h1 { "Samordna" }
        p.lead { (lang.t("home-lead")) }
        p.actions {
            a.main href="/anslagstavla" { (lang.t("home-boards")) }
            @if logged_in { a href=(at::OVERVIEW) { (lang.t("to-overview")) } }
            @else { a href=(at::LOG_IN) { (lang.t("home-log-in")) } }
        }
        @if !places.is_empty() {
            h2 { (lang.t("home-associations")) }
            ul.places {
                @for place in places {
                    li {
                        a href={ "/anslagstavla/" (place.slug) } lang="sv" { (place.name) }
                        span.roles { (place.county) }
                    }
                }
            }
        }
    }
}
