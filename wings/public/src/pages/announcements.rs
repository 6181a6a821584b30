//! Every announcement of attested minutes, those taken down too, of one association or of all.

use jiff::civil::Date;
use kit::form::Choice;
use kit::format::day_short;
use kit::list::{Entry, Head, List, years};
use kit::parts::{self, Tone};
use kit::{Lang, at, html};

use super::boards::Announcement;

/// The announcements of every association as a list; `places` are their slugs and names.
pub fn everywhere<'a>(
    lang: Lang,
    places: &[(String, String)],
    all: &'a [Announcement],
) -> List<'a, &'a Announcement> {
    let head = head(lang, at::BOARDS.to_owned(), "anslag".to_owned());
    let places = places.iter().map(|(slug, name)| Choice::new(slug, name.clone())).collect();
    let list = List::new(lang, head, |a: &&Announcement| entry(a))
        .text("forbund", lang.t("board-association"), |a| (&a.association).into())
        .sorts()
        .swedish()
        .filter("forbund", lang.t("board-association"), places, |a| a.slug.as_str().into());
    with_columns(lang, list, all)
}

/// The announcements of one association as a list.
pub fn of<'a>(lang: Lang, slug: &str, all: &'a [Announcement]) -> List<'a, &'a Announcement> {
    let path = at::board(slug);
    let files = format!("{path}/anslag");
    let list = List::new(lang, head(lang, path, format!("anslag-{slug}")), |a: &&Announcement| entry(a));
    with_columns(lang, list.files(files), all)
}

fn head(lang: Lang, path: String, name: String) -> Head<'static> {
    Head { path, name, caption: lang.t("board-all").into(), noun: "board-counted" }
}

fn with_columns<'a>(
    lang: Lang,
    list: List<'a, &'a Announcement>,
    all: &'a [Announcement],
) -> List<'a, &'a Announcement> {
    let standing =
        move |a: &&Announcement| if a.is_up() { lang.t("board-is-up") } else { lang.t("board-is-down") };
    let states =
        vec![Choice::new("uppe", lang.t("board-is-up")), Choice::new("nere", lang.t("board-is-down"))];
    list.day("sammantrade", lang.t("board-held"), |a| a.held.into())
        .sorts()
        .shown(move |a| {
            let paragraphs = a.paragrafer.map(|(first, last)| format!(" § {first}–{last}"));
            html! { a href=(a.minutes()) { (lang.t("board-minutes")) " " (day_short(a.held)) (paragraphs.unwrap_or_default()) } }
        })
        .text("organ", lang.t("board-body"), |a| (&a.body).into())
        .sorts()
        .swedish()
        .day("justerat", lang.t("board-attested"), |a| a.attested.into())
        .sorts()
        .day("uppsatt", lang.t("board-up"), |a| a.boards.iter().map(|(_, up, _, _)| *up).min().into())
        .sorts()
        .day("nedtaget", lang.t("board-down"), |a| taken_down(a).into())
        .sorts()
        .day("overklagas", lang.t("board-appeal-until"), |a| a.appeal_until.into())
        .sorts()
        .text("lage", lang.t("board-state"), move |a| standing(a).into())
        .shown(move |a| parts::status(if a.is_up() { Tone::Now } else { Tone::Plain }, standing(a)))
        .text("domstol", lang.t("board-court"), |a| (&a.court).into())
        .taken_out()
        .text("forvaras", lang.t("board-kept-at"), |a| (&a.kept_at).into())
        .taken_out()
        .searches(lang.t("board-search"), |a, search| {
            search.at(&a.association);
            search.at(&a.body);
        })
        .filter("lage", lang.t("board-state"), states, |a| if a.is_up() { "uppe".into() } else { "nere".into() })
        .filter("ar", lang.t("board-year"), years(all.iter().map(|a| a.held.year())), |a| {
            a.held.year().to_string().into()
        })
        .empty(parts::empty(lang.t("board-none"), None))
}

fn entry(a: &Announcement) -> Entry {
    let title = format!("{}, {} {}", a.association, a.body, a.held);
    let days = a.boards.iter().map(|(_, up, _, down)| down.unwrap_or(*up));
    Entry::at(a.minutes(), title, days.fold(a.attested, Date::max))
}

/// The day the last of them was taken down; none while one is up.
fn taken_down(a: &Announcement) -> Option<Date> {
    if a.is_up() { None } else { a.boards.iter().filter_map(|(_, _, _, down)| *down).max() }
}
