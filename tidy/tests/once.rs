//! What is written once: how months, lists, money, days and addresses are read and written.
#![cfg(test)]

use tidy::code;

/// A sign that something is written anew, where it is written, and what to use instead.
struct Once {
    sign: &'static str,
    home: &'static str,
    instead: &'static str,
}

const fn once(sign: &'static str, home: &'static str, instead: &'static str) -> Once {
    Once { sign, home, instead }
}

const ONCE: &[Once] = &[
    once("\"januari\"", "crates/swedish/src/days.rs", "swedish::days"),
    once("\"January\"", "crates/kit/src/format.rs", "kit::format"),
    once("join(\" och \")", "crates/swedish/src/list.rs", "swedish::list::listed"),
    once("och {}\", first.join", "crates/swedish/src/list.rs", "swedish::list::listed"),
    once("fn listed<", "crates/swedish/src/list.rs", "swedish::list::listed"),
    once("fn counted<", "crates/swedish/src/number.rs", "swedish::number::counted"),
    once("is_multiple_of(3)", "crates/swedish/src/number.rs", "swedish::number::grouped"),
    once("struct Ore", "crates/swedish/src/money.rs", "swedish::money::Ore"),
    once("strptime(", "crates/swedish/src/reading.rs", "swedish::reading"),
    once("ÅÅÅÅ-MM-DD, till", "crates/swedish/src/reading.rs", "swedish::reading::Unread"),
    once(".address().split_once('?')", "crates/desk/src/asked.rs", "Visitor::query"),
    once("\"fallande\"", "crates/kit/src/list/query.rs", "kit::list"),
    once("label.cmp(", "crates/swedish/src/order.rs", "swedish::order::by_name"),
    once("name.cmp(", "crates/swedish/src/order.rs", "swedish::order::compared"),
];

/// Those that join what only a language of pages has: the English and Swedish of [`Lang`], by name.
const LANGUAGES: &[&str] = &["crates/kit/src/text.rs"];

/// The lines of code of a file, without comments and without its tests.
fn lines_of_code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().zip(1..).map(|(line, number)| (number, line));
    lines
        .take_while(|(_, line)| *line != "mod tests {")
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn what_is_written_once_is_written_nowhere_else() {
    for file in code(&[".rs"]).iter().filter(|f| f.path.contains("/src/")) {
        if file.path.contains("/tests") || file.path.contains("/samples") {
            continue;
        }
        for one in ONCE.iter().filter(|one| file.path != one.home) {
            if one.sign == "fn listed<" && LANGUAGES.contains(&file.path.as_str()) {
                continue;
            }
            for (number, line) in lines_of_code(&file.text) {
                assert!(
                    !line.contains(one.sign),
                    "{}:{number}: `{}`: use {}",
                    file.path,
                    one.sign,
                    one.instead
                );
            }
        }
    }
}

#[test]
fn what_is_written_once_is_written_there() {
    let all = code(&[".rs"]);
    let text = |path: &str| all.iter().find(|f| f.path == path).map(|f| f.text.as_str());
    for one in ONCE {
        assert!(text(one.home).is_some(), "{} is gone", one.home);
    }
    for (home, sign) in [
        ("crates/swedish/src/days.rs", "\"januari\""),
        ("crates/swedish/src/list.rs", "fn listed<"),
        ("crates/swedish/src/number.rs", "fn counted<"),
        ("crates/swedish/src/money.rs", "struct Ore"),
        ("crates/desk/src/asked.rs", ".address().split_once('?')"),
    ] {
        assert!(
            text(home).is_some_and(|text| text.contains(sign)),
            "{home}: `{sign}` is written there no longer"
        );
    }
}
