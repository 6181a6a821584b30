//! The case register taken out as a table.

use crate::town::{SLUG, Town};

#[tokio::test]
async fn a_subject_taken_out_is_never_a_formula() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let list = format!("/f/{SLUG}/diarium");
    maja.post(&list, &[("subject", "=HYPERLINK(1)"), ("on", "2026-11-02")]).await.is(303);
    let csv = maja.get(&format!("{list}.csv")).await;
    csv.is(200).says("\u{feff}").says(";'=HYPERLINK(1);2026-11-02;");
    assert_eq!(csv.headers["content-type"], "text/csv; charset=utf-8");
}
