//! A list as a reader meets it: the page, and the same rows as CSV, XLSX, JSON and Atom.

use serde::Deserialize;
use serde_json::Value;

use crate::{Answer, Browser};

/// What a list says as JSON.
#[derive(Deserialize)]
struct Told {
    rows: Vec<Value>,
    count: usize,
    next: Option<String>,
}

/// Asserts that a list has so many rows on each of its faces, and that each says these words.
///
/// `at` is the address of the page, what the addresses of its files begin with, and what is asked, with its question mark.
///
/// # Panics
/// Some face has other rows.
pub async fn same(browser: &mut Browser<'_>, at: (&str, &str, &str), rows: usize, words: &[&str]) {
    let (path, files, query) = at;
    let page = browser.get(&format!("{path}{query}")).await;
    page.is(200);
    let file = |ending: &str| format!("{files}.{ending}{query}");
    for ending in ["csv", "xlsx", "json", "atom"] {
        page.says(&format!("href=\"{}\"", file(ending).replace('&', "&amp;")));
    }
    // The table that stands above the links to its files.
    let (above, _) = page.text.split_once(&format!("href=\"{files}.csv")).unwrap_or_default();
    let (_, body) = above.rsplit_once("<tbody>").unwrap_or_default();
    let on_page = body.matches("<tr").count() - body.matches("<tr class=\"sum\"").count();
    let csv = browser.get(&file("csv")).await;
    let xlsx = browser.get(&file("xlsx")).await;
    let json = browser.get(&file("json")).await;
    let atom = browser.get(&file("atom")).await;
    let kind = |answer: &Answer| answer.headers.get("content-type").unwrap().to_str().unwrap().to_owned();
    assert!(kind(xlsx.is(200)).contains("spreadsheetml"), "{path}");
    assert_eq!(kind(atom.is(200)), "application/atom+xml; charset=utf-8", "{path}");
    let told: Told = serde_json::from_str(&json.is(200).text).unwrap();
    let had = [
        on_page,
        csv.is(200).text.lines().count() - 1,
        told.rows.len(),
        atom.text.matches("<entry>").count(),
    ];
    assert_eq!(had, [rows; 4], "{path}: page, CSV, JSON and Atom\n{}", csv.text);
    assert_eq!((told.count, told.next), (rows, None), "{path}");
    for word in words {
        for (face, said) in [("page", &page), ("CSV", &csv), ("JSON", &json), ("Atom", &atom)] {
            assert!(said.text.contains(word), "{path}: {face} does not say {word}\n{}", said.text);
        }
    }
}
