//! The public notice boards (sv. *anslagstavlan*): what anybody reads without logging in.

use jiff::civil::Date;
use kit::Lang;
use kit::format::day;
use kit::list::Drawn;
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};

/// An announcement of attested minutes.
#[derive(Clone, Debug)]
pub struct Announcement {
    /// The association's address.
    pub slug: String,
    /// The association.
    pub association: String,
    /// The meeting's number.
    pub meeting: u32,
    /// The body that met.
    pub body: String,
    /// The day of the meeting.
    pub held: Date,
    /// The day the minutes were attested.
    pub attested: Date,
    /// The paragraphs of the minutes.
    pub paragrafer: Option<(u32, u32)>,
    /// The boards: whose, up, planned down, down.
    pub boards: Vec<(String, Date, Date, Option<Date>)>,
    /// The last day to appeal, counted from the last board.
    pub appeal_until: Date,
    /// Where appeals go.
    pub court: String,
    /// Where the minutes are kept.
    pub kept_at: String,
}

impl Announcement {
    /// Whether it is up on some board.
    pub(super) fn is_up(&self) -> bool {
        self.boards.iter().any(|(_, _, _, down)| down.is_none())
    }

    pub(super) fn minutes(&self) -> String {
        format!("/protokoll/{}/{}", self.slug, self.meeting)
    }
}

/// Every association's board.
pub fn all(
    lang: Lang,
    places: &[(String, String)],
    announcements: &[Announcement],
    list: &Drawn,
    today: Date,
) -> Markup {
    html! {
        h1 { (lang.t("boards")) }
        p.lead { (lang.t("boards-lead")) }
        (current(lang, announcements, true, today))
        h2 { (lang.t("board-all")) }
        (list)
        h2 { (lang.t("home-associations")) }
        ul.places {
            @for (slug, name) in places {
                li { a href={ "/anslagstavla/" (slug) } lang="sv" { (name) } }
            }
        }
    }
}

/// One association's board.
pub fn one(lang: Lang, name: &str, announcements: &[Announcement], list: &Drawn, today: Date) -> Markup {
    html! {
        h1 { (lang.t("board")) ": " span lang="sv" { (name) } }
        (current(lang, announcements, false, today))
        h2 { (lang.t("board-all")) }
        (list)
    }
}

fn current(lang: Lang, announcements: &[Announcement], name_them: bool, today: Date) -> Markup {
    let up: Vec<&Announcement> = announcements.iter().filter(|a| a.is_up()).collect();
    html! {
        h2 { (lang.t("board-current")) }
        @if up.is_empty() { (parts::empty(lang.t("board-empty"), None)) }
        @for announcement in up { (show(lang, announcement, name_them, today)) }
    }
}

fn show(lang: Lang, a: &Announcement, name_it: bool, today: Date) -> Markup {
    let facts: Vec<(&str, Markup)> = vec![
        (lang.t("board-body"), html! { span lang="sv" { (a.body) } }),
        (lang.t("board-held"), day(lang, a.held)),
        (lang.t("board-attested"), day(lang, a.attested)),
        (lang.t("board-appeal-until"), day(lang, a.appeal_until)),
        (lang.t("board-court"), html! { span lang="sv" { (a.court) } }),
        (lang.t("board-kept-at"), html! { span lang="sv" { (a.kept_at) } }),
    ];
    html! {
        article.announcement {
            h3 {
                a href=(a.minutes()) {
                    @if name_it { span lang="sv" { (a.association) } ": " }
                    (lang.t("board-minutes")) " " (day(lang, a.held))
                    @if let Some((first, last)) = a.paragrafer { " § " (first) "–" (last) }
                }
            }
            @if today <= a.appeal_until {
                p {
                    (parts::status(Tone::Now, lang.t("board-appeal-open"))) " "
                    a href={ (a.minutes()) "#overklaga" } {
                        (lang.t("board-appeal-how")) span.visually-hidden { " " (day(lang, a.held)) }
                    }
                }
            }
            (parts::facts(&facts))
            (parts::table(&format!("boards-{}-{}", a.slug, a.meeting), lang.t("board-where"), &[
                Column::new(lang.t("board-whose")), Column::new(lang.t("board-up")), Column::new(lang.t("board-down")),
            ], &html! {
                @for (whose, up, planned, down) in &a.boards {
                    tr {
                        th scope="row" lang="sv" { (whose) }
                        td { (day(lang, *up)) }
                        td { (day(lang, down.unwrap_or(*planned))) @if down.is_none() { " (" (lang.t("board-planned")) ")" } }
                    }
                }
            }))
            (parts::outputs(lang, &[("PDF", format!("{}.pdf", a.minutes()), lang.t("board-minutes"))]))
        }
    }
}
