//! A page that shows what is going on, and fetches itself anew when it hears of something new.

use maud::{Markup, html};

use crate::statics;
use crate::text::Lang;

/// What is fetched anew: it listens at an address, and shows things as they were at a number. While somebody writes in it
/// nothing moves; then a line says that there is something new.
pub fn region(lang: Lang, at: &str, number: &str, main: &Markup) -> Markup {
    html! {
        script defer src=(*statics::LIVE_SCRIPT_AT) {}
        div role="status" { p.live-news data-live-news hidden { (lang.t("live-news")) " " a href="" { (lang.t("live-show")) } } }
        div data-live=(at) data-number=(number) { (main) }
    }
}
