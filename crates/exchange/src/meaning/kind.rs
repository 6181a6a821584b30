//! What a figure is a measure of, by the words that the statistics and our own tables use.

use allocation::statistics::SeriesKind;

use super::{Ages, folded};

/// How well a content's name fits a measure; the lowest number fits best.
fn fit(measure: SeriesKind, content: &str) -> Option<u8> {
    let name = folded(content);
    let share = name.contains("andel") || name.contains("procent");
    match measure {
        SeriesKind::Need if name == "need" || name == "försörjningsmått" => Some(0),
        SeriesKind::Need if name.contains("summa helårsekvivalenter") => Some(1),
        SeriesKind::Need if !share && name.contains("helårsekvivalent") => Some(2),
        SeriesKind::Need if matches!(name.as_str(), "totalt" | "summa") => Some(3),
        SeriesKind::Inhabitants if name == "inhabitants" => Some(0),
        SeriesKind::KeyInhabitants if name == "key_inhabitants" => Some(0),
        SeriesKind::Inhabitants | SeriesKind::KeyInhabitants => {
            let words = ["folkmängd", "befolkning", "invånare", "inhabitants", "population"];
            let counts = words.iter().any(|word| name.starts_with(word) || name == format!("antal {word}"));
            let of_its_own = matches!(name.as_str(), "inhabitants" | "key_inhabitants");
            (counts && !share && !of_its_own).then_some(1)
        }
        SeriesKind::Need => None,
    }
}

/// The content that fits a measure best, when one does and no other fits as well.
pub(crate) fn preferred<'a>(measure: SeriesKind, contents: &[&'a str]) -> Option<&'a str> {
    let best = contents.iter().filter_map(|content| fit(measure, content)).min()?;
    let mut fitting = contents.iter().filter(|content| fit(measure, content) == Some(best));
    let first = fitting.next()?;
    fitting.next().is_none().then_some(*first)
}

/// The measure that a file is taken to hold, by its contents, its title and the ages of its figures.
pub(crate) fn guessed(contents: &[&str], title: &str, single_class: Option<Ages>) -> Option<SeriesKind> {
    let fits: Vec<SeriesKind> = SeriesKind::ALL
        .into_iter()
        .filter(|measure| contents.iter().any(|content| fit(*measure, content) == Some(0)))
        .collect();
    if let [only] = fits.as_slice() {
        return Some(*only);
    }
    if !fits.is_empty() {
        return None;
    }
    let title = folded(title);
    let need = title.contains("helårsekvivalent") || title.contains("försörj");
    if need || contents.iter().any(|content| matches!(fit(SeriesKind::Need, content), Some(1 | 2))) {
        return Some(SeriesKind::Need);
    }
    let population = title.contains("folkmängd") || title.contains("befolkning");
    let of_inhabitants = contents.iter().any(|content| fit(SeriesKind::Inhabitants, content).is_some());
    match single_class {
        Some(ages) if ages == Ages::of(SeriesKind::KeyInhabitants) => Some(SeriesKind::KeyInhabitants),
        Some(ages) if ages == Ages::of(SeriesKind::Inhabitants) => Some(SeriesKind::Inhabitants),
        _ => (population || of_inhabitants).then_some(SeriesKind::Inhabitants),
    }
}

/// Whether a content's name is one of our own, which settles which ages it counts.
pub(crate) fn settles_ages(measure: SeriesKind, content: &str) -> bool {
    fit(measure, content) == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_taken_for_the_need_and_the_count_for_inhabitants() {
        let need = ["Sjukpenning", "Ekonomiskt bistånd", "Summa helårsekvivalenter", "Folkmängd", "Andel"];
        assert_eq!(preferred(SeriesKind::Need, &need), Some("Summa helårsekvivalenter"));
        assert_eq!(preferred(SeriesKind::Inhabitants, &["Folkökning", "Folkmängd"]), Some("Folkmängd"));
        assert_eq!(preferred(SeriesKind::Inhabitants, &["Folkmängd", "Befolkning"]), None);
        let own = ["need", "inhabitants", "key_inhabitants"];
        assert_eq!(preferred(SeriesKind::KeyInhabitants, &own), Some("key_inhabitants"));
        assert_eq!(preferred(SeriesKind::Inhabitants, &own), Some("inhabitants"));
    }

    #[test]
    fn a_measure_is_guessed_only_when_the_file_says_it() {
        assert_eq!(guessed(&["Folkmängd"], "", None), Some(SeriesKind::Inhabitants));
        assert_eq!(guessed(&[], "Antal helårsekvivalenter efter region", None), Some(SeriesKind::Need));
        assert_eq!(guessed(&["need", "inhabitants"], "", None), None);
        assert_eq!(guessed(&["värde"], "", None), None);
        assert_eq!(guessed(&[], "", Ages::new(18, 64)), Some(SeriesKind::KeyInhabitants));
    }
}
