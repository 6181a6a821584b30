//! Days, moments and money as they are written on a page.

use jiff::civil::{Date, DateTime};
use maud::{Markup, PreEscaped, html};

use crate::Lang;

use swedish::days::clock;
pub use swedish::money::Ore;

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day in running text: `30 november 2026`.
pub fn day_text(lang: Lang, day: Date) -> String {
    let at = usize::try_from(day.month()).unwrap_or(1).saturating_sub(1);
    let month = match lang {
        Lang::Sv => swedish::days::month(day),
        Lang::En => MONTHS_EN.get(at).copied().unwrap_or_default(),
    };
    let mut text = String::with_capacity(20);
    number(&mut text, day.day().into(), 1);
    text.extend(["\u{a0}", month, " "]);
    number(&mut text, day.year(), 1);
    text
}

/// A day for machines, `2026-11-30`: it holds nothing that markup would have to hide.
fn code(day: Date) -> PreEscaped<String> {
    let mut text = String::with_capacity(10);
    number(&mut text, day.year(), 4);
    text.push('-');
    number(&mut text, day.month().into(), 2);
    text.push('-');
    number(&mut text, day.day().into(), 2);
    PreEscaped(text)
}

/// Writes a number with at least so many figures: days stand on every page in dozens.
fn number(text: &mut String, number: i16, figures: usize) {
    if number < 0 {
        text.push('-');
    }
    let number = number.unsigned_abs();
    for (at, place) in [(5, 10_000), (4, 1_000), (3, 100), (2, 10), (1, 1)] {
        if at <= figures || number >= place {
            let figure = u8::try_from(number / place % 10).unwrap_or_default();
            text.push(char::from(b'0' + figure));
        }
    }
}

/// A day in running text, with its machine-readable form.
pub fn day(lang: Lang, day: Date) -> Markup {
    html! { time datetime=(code(day)) { (day_text(lang, day)) } }
}

/// A day in a table: `2026-11-30`.
pub fn day_short(day: Date) -> Markup {
    let code = code(day);
    html! { time.day datetime=(code) { (code) } }
}

/// A moment: `30 november 2026 kl. 09.30`.
pub fn moment(lang: Lang, at: DateTime) -> Markup {
    html! { time datetime=(at.strftime("%Y-%m-%dT%H:%M")) { (moment_text(lang, at)) } }
}

/// A moment in words.
pub fn moment_text(lang: Lang, at: DateTime) -> String {
    let day = day_text(lang, at.date());
    match lang {
        Lang::Sv => format!("{day} kl. {}", clock(at.time())),
        Lang::En => format!("{day} at {:02}:{:02}", at.hour(), at.minute()),
    }
}

/// An amount: `1 600 000 kr`.
pub fn money(amount: Ore) -> Markup {
    html! { span.money { (amount) } }
}

/// An amount with its öre always written, so that a column can be added up by eye: `1 600 000,00 kr`.
pub fn money_to_the_ore(amount: Ore) -> Markup {
    html! { span.money { (amount.to_the_ore()) } }
}

/// Text that people wrote, with their paragraphs kept.
pub fn prose(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
            p.written { (paragraph) }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_and_moments_read_as_people_write_them() {
        let day = date(2026, 11, 30);
        assert_eq!(day_text(Lang::Sv, day), "30\u{a0}november 2026");
        assert_eq!(day_text(Lang::En, day), "30\u{a0}November 2026");
        assert_eq!(moment_text(Lang::Sv, day.at(9, 5, 0, 0)), "30\u{a0}november 2026 kl. 09.05");
        assert_eq!(
            day_short(day).into_string(),
            r#"<time class="day" datetime="2026-11-30">2026-11-30</time>"#
        );
        for day in [Date::MIN, date(-1, 1, 1), date(0, 2, 3), date(987, 12, 31), Date::MAX] {
            assert_eq!(
                day_text(Lang::Sv, day),
                format!("{}\u{a0}{} {}", day.day(), swedish::days::month(day), day.year())
            );
        }
        for day in [date(0, 2, 3), date(987, 12, 31), day, Date::MAX] {
            assert_eq!(code(day).into_string(), day.to_string());
        }
    }
}
