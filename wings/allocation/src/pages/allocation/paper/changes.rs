//! What somebody else saved in a paper while one was writing, beside what one wrote.

use kit::Lang;
use kit::changes::Change;

use super::draft::Draft;

/// What was saved after the version that was read, as far as it differs; `scenarios` names those that can be chosen.
pub fn since(
    lang: Lang,
    before: &Draft,
    now: &Draft,
    mine: &Draft,
    scenarios: &[(String, String)],
) -> Vec<Change> {
    let rows = [before, now, mine].map(|draft| draft.alternatives.len()).into_iter().max().unwrap_or(0);
    let said = |draft: &Draft| fields(lang, draft, rows, scenarios);
    let change = |(((label, before), (_, now)), (_, mine)): ((Said, Said), Said)| {
        let mine = (mine != before && mine != now).then_some(mine);
        (before != now).then_some(Change { label, before, now, mine })
    };
    said(before).into_iter().zip(said(now)).zip(said(mine)).filter_map(change).collect()
}

/// A field's label and what it says.
type Said = (String, String);

/// Every field of a paper with so many alternatives, in the order of the form.
fn fields(lang: Lang, draft: &Draft, rows: usize, scenarios: &[(String, String)]) -> Vec<Said> {
    let plain = |key: &'static str, says: &str| (lang.t(key).to_owned(), says.trim().to_owned());
    let mut all = vec![
        plain("allocation-paper-title", &draft.title),
        plain("allocation-case-number", &draft.case_number),
        plain("allocation-background", &draft.background),
        plain("allocation-question", &draft.question),
    ];
    for row in 0..rows {
        let alternative = draft.alternatives.get(row).cloned().unwrap_or_default();
        let scenario = scenarios.iter().find(|(id, _)| *id == alternative.scenario);
        let number = lang.ta("allocation-alternative-number", &[("number", row.saturating_add(1).into())]);
        for (key, says) in [
            ("allocation-alternative-name", alternative.name.as_str()),
            ("allocation-alternative-means", &alternative.description),
            ("allocation-scenario", scenario.map_or(alternative.scenario.as_str(), |(_, name)| name)),
            ("allocation-for", &alternative.pros.join("\n")),
            ("allocation-against", &alternative.cons.join("\n")),
        ] {
            all.push((format!("{number}: {}", lang.t(key)), says.trim().to_owned()));
        }
    }
    all.push(plain("allocation-assessment", &draft.assessment));
    all.push(plain("allocation-proposal", &draft.proposal));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::allocation::samples::three_alternatives;

    #[test]
    fn what_differs_is_told_beside_what_one_wrote() {
        let before = three_alternatives();
        let (mut now, mut mine) = (before.clone(), before.clone());
        now.assessment = "Styrelsernas svar avgör.".into();
        now.alternatives[1].scenario = "3".into();
        mine.assessment = "Medlemmarnas svar avgör.".into();
        mine.alternatives.truncate(2);
        let scenarios = [("3".to_owned(), "Ett länsförbund".to_owned())];
        let changes = since(Lang::Sv, &before, &now, &mine, &scenarios);
        let labels: Vec<&str> = changes.iter().map(|change| change.label.as_str()).collect();
        assert_eq!(labels, ["Alternativ 2: Scenario", "Bedömning"]);
        assert_eq!((changes[0].now.as_str(), &changes[0].mine), ("Ett länsförbund", &None));
        assert_eq!(changes[1].mine.as_deref(), Some("Medlemmarnas svar avgör."));
    }
}
