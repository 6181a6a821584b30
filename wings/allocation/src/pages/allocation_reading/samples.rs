//! The sample papers of `papers`, read on pages.

use kit::Lang;
use maud::Markup;
use papers::{DecisionPaper, ScenarioReport};

use super::{decision_paper, scenario_report};

/// Every reading, by name; the usual, the bare and the longest, as `papers` has them.
pub fn all(lang: Lang) -> Vec<(&'static str, Markup)> {
    let reports = ScenarioReport::samples().unwrap_or_default();
    let decisions = DecisionPaper::samples().unwrap_or_default();
    let mut all = Vec::new();
    for (name, paper) in
        ["scenario-report", "scenario-report-bare", "scenario-report-longest"].into_iter().zip(&reports)
    {
        all.push((name, scenario_report(lang, &paper.1, "/fordelning/scenarier/1.pdf")));
    }
    for (name, paper) in
        ["decision-paper", "decision-paper-bare", "decision-paper-longest"].into_iter().zip(&decisions)
    {
        all.push((name, decision_paper(lang, &paper.1, "/fordelning/underlag/1.pdf")));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(lang: Lang, wanted: &str) -> String {
        let (_, page) = all(lang).into_iter().find(|(name, _)| *name == wanted).unwrap();
        page.into_string().replace('\u{a0}', " ")
    }

    #[test]
    fn the_merger_reads_the_same_as_its_pdf() {
        let page = named(Lang::Sv, "scenario-report");
        for words in
            ["24 200 000 kr", "−800 000 kr", "−1 600 000 kr", "Att tänka på", "Beloppen är avrundade"]
        {
            assert!(page.contains(words), "{words}");
        }
        assert!(!page.contains("illustrativa"), "published figures do not illustrate");
    }

    #[test]
    fn figures_that_illustrate_say_so_wherever_they_stand() {
        let page = named(Lang::Sv, "scenario-report-longest");
        // In the note, at the picture, and at each of the three tables.
        assert_eq!(page.matches("Siffrorna är illustrativa").count(), 5);
    }

    #[test]
    fn what_is_not_known_is_said_and_is_not_zero() {
        let page = named(Lang::Sv, "scenario-report-bare");
        assert_eq!(page.matches("inte känt").count(), 3);
        assert!(!page.contains("0 kr"));
        assert!(named(Lang::Sv, "decision-paper-longest").contains("inte räknat"));
    }

    #[test]
    fn an_english_reader_meets_english_headings_round_swedish_words() {
        let page = named(Lang::En, "decision-paper");
        assert!(page.contains("Speaks against"), "{page}");
        assert!(page.contains(r#"<div lang="sv"><p class="written">Länet har tre"#), "{page}");
    }
}
