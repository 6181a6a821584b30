//! Holds the folder `law/` together: cases, citations, sections, interpretations, figures and its README.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::date;
use statute::{Outcome, cases, catalogue, figure};

/// The files of `law/cases`: name and text.
fn cases_of_the_law() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law/cases");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let cases = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let named = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.file_name().unwrap().to_string_lossy().into_owned(), text)
    };
    let mut all: Vec<_> = cases.map(named).collect();
    all.sort();
    assert!(!all.is_empty());
    all
}

#[test]
fn everything_in_the_folder_can_be_read() {
    assert_eq!(catalogue::problems(), Vec::<String>::new());
    assert!(catalogue::rules().len() > 30);
}

#[test]
fn every_case_of_the_law_agrees() {
    let mut wrong = Vec::new();
    for (file, text) in cases_of_the_law() {
        for checked in cases::check(&file, &text).unwrap() {
            if !checked.agrees {
                wrong.push(format!(
                    "{file}:{} {}: {}",
                    checked.line,
                    checked.name,
                    checked.differences.join("; ")
                ));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_false_case_is_found_out() {
    let checked = cases::check("false_case.toml", include_str!("false_case.toml")).unwrap();
    let differences: Vec<usize> = checked.iter().map(|case| case.differences.len()).collect();
    assert!(checked.iter().all(|case| !case.agrees));
    assert_eq!(differences, [1, 4]);
}

#[test]
fn every_rule_has_a_case_that_is_met_and_one_that_is_not() {
    let mut outcomes: BTreeMap<String, Vec<Outcome>> = BTreeMap::new();
    for (file, text) in cases_of_the_law() {
        for checked in cases::check(&file, &text).unwrap() {
            outcomes.entry(checked.rule).or_default().push(checked.got);
        }
    }
    for rule in catalogue::rules() {
        let seen = outcomes.get(&rule.id).cloned().unwrap_or_default();
        let both = seen.contains(&Outcome::Met)
            && (seen.contains(&Outcome::NotMet) || seen.contains(&Outcome::NeedsJudgement));
        assert!(both || rule.id == "extra-meeting" && seen.len() >= 2, "{}: {seen:?}", rule.id);
    }
}

/// The test vectors that every rule catalogue of this law is held to; each is a case, answered or waited for.
#[test]
fn every_vector_is_a_case() {
    let mut seen = BTreeSet::new();
    for (file, text) in cases_of_the_law() {
        for checked in cases::check(&file, &text).unwrap() {
            let note = checked.note.unwrap_or_default();
            seen.extend(note.split(|c: char| !c.is_alphanumeric()).map(str::to_owned));
        }
    }
    let missing: Vec<String> =
        (1..=30).map(|number| format!("R{number:02}")).filter(|id| !seen.contains(id)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

/// What waits for a capability to come; the number only sinks.
#[test]
fn no_more_cases_wait_than_did() {
    const MOST: usize = 17;
    let mut waiting = Vec::new();
    for (file, text) in cases_of_the_law() {
        for checked in cases::check(&file, &text).unwrap() {
            waiting
                .extend(checked.awaits.map(|awaits| format!("{file}: {} väntar på {awaits}", checked.rule)));
        }
    }
    println!("{} fall väntar:\n{}", waiting.len(), waiting.join("\n"));
    assert!(waiting.len() <= MOST, "{waiting:#?}");
}

#[test]
fn names_of_cases_are_unique() {
    let mut seen = BTreeSet::new();
    for (file, text) in cases_of_the_law() {
        for checked in cases::check(&file, &text).unwrap() {
            assert!(
                seen.insert((checked.rule.clone(), checked.name.clone())),
                "{}: {}",
                checked.rule,
                checked.name
            );
        }
    }
}

#[test]
fn every_section_is_cited_by_a_rule_or_a_figure() {
    let figures: BTreeSet<String> =
        catalogue::figures().iter().flat_map(|f| &f.values).map(|value| value.cites.file()).collect();
    for section in catalogue::sections() {
        let cited = !section.rules.is_empty() || figures.contains(&format!("{}.md", section.path));
        assert!(cited, "{} is cited by nobody", section.path);
        assert!(section.rules.iter().all(|id| catalogue::rule(id).is_some()), "{}", section.path);
    }
}

#[test]
fn every_citation_of_a_rule_has_its_section_and_its_act() {
    for rule in catalogue::rules() {
        assert!(!rule.versions.is_empty(), "{}", rule.id);
        for version in &rule.versions {
            assert!(!version.cites.is_empty(), "{}", rule.id);
            for cite in &version.cites {
                let section = catalogue::section_of(cite).unwrap();
                assert!(section.wordings.contains(&cite.wording), "{}: {cite}", rule.id);
                let act = catalogue::act(&cite.act).unwrap();
                assert!(act.from <= version.from.max(act.from), "{}", rule.id);
                let gone = act.until.is_some_and(|last| version.until.is_none_or(|until| last < until));
                assert!(!gone, "{}: {cite} is no longer in force", rule.id);
            }
        }
    }
}

/// Guidance and practice ask for a reason; only statute and bylaws refuse.
#[test]
fn a_guard_refuses_only_on_statute_or_bylaws() {
    use statute::catalogue::{Face, Stops};
    for rule in catalogue::rules() {
        assert_eq!(rule.guard.is_some(), rule.faces.contains(&Face::Guard), "{}", rule.id);
        if rule.guard == Some(Stops::Refuse) {
            for version in &rule.versions {
                let first = version.cites.first().and_then(|cite| catalogue::act(&cite.act)).unwrap();
                assert!(first.binds(), "{} refuses on {}", rule.id, first.name);
                assert_eq!(rule.modality, statute::Modality::Must, "{}", rule.id);
            }
        }
    }
}

#[test]
fn what_only_guidance_forbids_asks_for_a_reason_and_what_the_law_forbids_is_refused() {
    use statute::Judge;
    use statute::rules::initiatives::{AsfLimits, PreparedBeforeDecision};
    use statute::rules::meetings::{CorrectionByDecision, Quorum};
    let on = date(2026, 3, 2);
    let cash = AsfLimits {
        involves_asf: true,
        cash_to_business: true,
        starts_or_develops_asf: false,
        membership: false,
        trains_asf_staff: false,
    };
    let trains = AsfLimits { cash_to_business: false, trains_asf_staff: true, ..cash.clone() };
    let stops = |finding: statute::Finding| (finding.blocks(), finding.asks_for_reason());
    assert_eq!(stops(cash.judge(on)), (true, false));
    assert_eq!(stops(trains.judge(on)), (false, true));
    assert_eq!(stops(PreparedBeforeDecision { examined: false, proposed: false }.judge(on)), (false, true));
    assert_eq!(stops(CorrectionByDecision { attested: true }.judge(on)), (false, true));
    assert_eq!(stops(Quorum { seats: 5, serving: 2 }.judge(on)), (true, false));
    assert_eq!(stops(Quorum { seats: 5, serving: 3 }.judge(on)), (false, false));
    assert_eq!(stops(Quorum { seats: 0, serving: 0 }.judge(on)), (true, false), "nothing can be said of it");
    let silent = statute::rules::meetings::PostedWholeAppealTime {
        boards: vec![],
        required_boards: vec!["Umeå".to_owned()],
        from_source: true,
        today: on,
    };
    assert_eq!(stops(silent.judge(on)), (false, false), "a silent source stands in nobody's way");
}

#[test]
fn versions_of_a_rule_follow_each_other_without_a_gap() {
    for rule in catalogue::rules() {
        for pair in rule.versions.windows(2) {
            let last = pair[0].until.unwrap();
            assert_eq!(last.tomorrow().unwrap(), pair[1].from, "{}", rule.id);
        }
        assert_eq!(rule.versions.last().unwrap().until, None, "{}", rule.id);
    }
}

#[test]
fn texts_say_something_and_doubts_are_whole_sentences() {
    for rule in catalogue::rules() {
        assert!(rule.question.ends_with('?'), "{}", rule.id);
        assert!(rule.why.trim_end().ends_with('.'), "{}", rule.id);
        assert!(rule.doubt.as_ref().is_none_or(|doubt| doubt.trim_end().ends_with('.')), "{}", rule.id);
        assert!(!rule.faces.is_empty(), "{}", rule.id);
    }
}

#[test]
fn what_no_lawyer_has_looked_at_is_a_doubt_of_some_rule() {
    for section in catalogue::sections() {
        for reading in &section.interpretations {
            assert!(!reading.says.is_empty() && reading.source.len() > 10, "{}", section.path);
            if reading.source.to_lowercase().contains("inte prövad") {
                let doubted = section
                    .rules
                    .iter()
                    .filter_map(|id| catalogue::rule(id))
                    .any(|rule| rule.doubt.is_some());
                assert!(doubted, "{}: {}", section.path, reading.says);
            }
        }
    }
}

#[test]
fn figures_run_forward_and_cite() {
    for figure in catalogue::figures() {
        assert!(!figure.values.is_empty(), "{}", figure.name);
        assert!(figure.values.windows(2).all(|pair| pair[0].from < pair[1].from), "{}", figure.name);
        assert!(
            figure.values.iter().all(|value| catalogue::section_of(&value.cites).is_some()),
            "{}",
            figure.name
        );
    }
    assert_eq!(figure::on("attest_days", date(1991, 12, 31)), None);
    assert_eq!(figure::on("attest_days", date(2016, 4, 29)), Some(14));
    assert_eq!(figure::dated("attest_days", date(2016, 4, 29)).unwrap().cites.act, "1991:900");
    assert_eq!(figure::dated("attest_days", date(2026, 4, 29)).unwrap().cites.act, "2017:725");
    assert_eq!(figure::on("no_such_figure", date(2026, 1, 1)), None);
}

#[test]
fn a_rule_is_cited_in_the_wording_of_its_day() {
    let quorum = catalogue::rule("quorum").unwrap();
    let cited = |day| quorum.cites_on(day).iter().map(|c| format!("{c} {}", c.wording)).collect::<Vec<_>>();
    assert_eq!(
        cited(date(2019, 12, 31)),
        [
            "6 kap. 27 § kommunallagen (2017:725) 2018-01-01",
            "19 § lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser 2018-01-01",
        ]
    );
    assert!(cited(date(2020, 1, 1))[1].ends_with("2020-01-01"));
    assert!(cited(date(2016, 4, 29))[0].starts_with("6 kap. 23 § kommunallagen (1991:900)"));
    assert_eq!(cited(date(2003, 12, 31)), Vec::<String>::new());
}

#[test]
fn sections_are_found_by_path_and_by_citation() {
    let section = catalogue::section("2003-1210/19a").unwrap();
    assert_eq!(section.number, "19 a §");
    assert_eq!(section.rules, ["remote-decision"]);
    assert!(section.interpretations.iter().all(|reading| !reading.source.is_empty()));
    let cite = &catalogue::rule("remote-decision").unwrap().cites_on(date(2026, 1, 1))[0];
    assert_eq!(catalogue::section_of(cite).unwrap().path, section.path);
    assert_eq!(cite.address(), "/regler/lag/2003-1210/19a");
    assert!(catalogue::section("2003-1210/99").is_none());
}

#[test]
fn the_readme_lists_every_rule_and_every_fact() {
    let readme = include_str!("../../../law/README.md");
    for rule in catalogue::rules() {
        assert!(readme.contains(&format!("### `{}`", rule.id)), "law/README.md does not list {}", rule.id);
        for fact in &rule.facts {
            let line = format!("- `{}` ({}): {}", fact.name, fact.kind, fact.means);
            assert!(readme.contains(&line), "law/README.md lacks, under {}: {line}", rule.id);
        }
    }
}

#[test]
fn the_examples_of_the_readme_can_be_read_and_agree() {
    let readme = include_str!("../../../law/README.md");
    let mut examples = 0;
    for block in readme.split("```toml\n").skip(1) {
        let text = block.split("```").next().unwrap();
        if text.contains("[[case]]") {
            examples += 1;
            assert!(cases::check("README.md", text).unwrap().iter().all(|case| case.agrees), "{text}");
        }
    }
    assert!(examples >= 2);
}

#[test]
fn dates_in_answers_are_written_in_swedish() {
    assert_eq!(swedish::days::in_words(date(2016, 5, 13)), "13 maj 2016");
}
