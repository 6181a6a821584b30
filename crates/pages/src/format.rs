//! Days, moments and money as they are written on a page.

use jiff::civil::{Date, DateTime};
use maud::{Markup, html};

use crate::Lang;

pub use domain::money::Ore;

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
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
    let months = match lang {
        Lang::Sv => &MONTHS_SV,
        Lang::En => &MONTHS_EN,
    };
    let at = usize::try_from(day.month()).unwrap_or(1).saturating_sub(1);
    format!("{}\u{a0}{} {}", day.day(), months.get(at).copied().unwrap_or_default(), day.year())
}

/// A day in running text, with its machine-readable form.
pub fn day(lang: Lang, day: Date) -> Markup {
    html! { time datetime=(day) { (day_text(lang, day)) } }
}

/// A day in a table: `2026-11-30`.
pub fn day_short(day: Date) -> Markup {
    html! { time.day datetime=(day) { (day) } }
}

/// A moment: `30 november 2026 kl. 09.30`.
pub fn moment(lang: Lang, at: DateTime) -> Markup {
    html! { time datetime=(at.strftime("%Y-%m-%dT%H:%M")) { (moment_text(lang, at)) } }
}

/// A moment in words.
pub fn moment_text(lang: Lang, at: DateTime) -> String {
    let day = day_text(lang, at.date());
    match lang {
        Lang::Sv => format!("{day} kl. {}", clock(at)),
        Lang::En => format!("{day} at {:02}:{:02}", at.hour(), at.minute()),
    }
}

/// The time of day as Swedish people write it: `09.30`.
pub fn clock(at: DateTime) -> String {
    format!("{:02}.{:02}", at.hour(), at.minute())
}

/// An amount: `1 600 000 kr`.
pub fn money(amount: Ore) -> Markup {
    html! { span.money { (amount) } }
}

/// An amount with its öre always written, so that a column can be added up by eye: `1 600 000,00 kr`.
pub fn money_to_the_ore(amount: Ore) -> Markup {
    html! { span.money { (to_the_ore(amount)) } }
}

/// An amount with its öre always written, as text.
pub fn to_the_ore(amount: Ore) -> String {
    let kronor = allocation::fraction::Fraction::new(amount.0.into(), 100);
    kronor.map_or_else(|| amount.to_string(), |kronor| format!("{}\u{a0}kr", kronor.swedish(2)))
}

/// An amount in kronor as a Swedish spreadsheet reads it: `1600000,50`.
pub fn kronor_plain(amount: Ore) -> String {
    let sign = if amount.0 < 0 { "-" } else { "" };
    let (kronor, ore) = (amount.0.unsigned_abs() / 100, amount.0.unsigned_abs() % 100);
    if ore == 0 { format!("{sign}{kronor}") } else { format!("{sign}{kronor},{ore:02}") }
}

/// A whole number with thin groups: `1 600 000`.
pub fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push('\u{a0}');
        }
        written.push(digit);
    }
    written
}

/// Text that people wrote, with their paragraphs kept.
pub fn prose(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
            p.written { (paragraph) }
        }
    }
}

/// A name as a key to sort by, where å, ä and ö come last.
pub fn in_order(text: &str) -> String {
    let place = |c| match c {
        'å' => '{',
        'ä' => '|',
        'ö' => '}',
        other => other,
    };
    text.to_lowercase().chars().map(place).collect()
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
    }

    #[test]
    fn amounts_are_written_to_the_ore_and_for_spreadsheets() {
        assert_eq!(to_the_ore(Ore(160_000_000)), "1\u{a0}600\u{a0}000,00\u{a0}kr");
        assert_eq!(to_the_ore(Ore(-5)), "\u{2212}0,05\u{a0}kr");
        assert_eq!(kronor_plain(Ore(160_000_050)), "1600000,50");
        assert_eq!((kronor_plain(Ore(-5)), kronor_plain(Ore(100))), ("-0,05".to_owned(), "1".to_owned()));
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(number(1_600_000), "1\u{a0}600\u{a0}000");
        assert_eq!(number(999), "999");
    }
}
