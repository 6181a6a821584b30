//! What is asked, what is refused, and what is remarked on: nothing is guessed that a person must know.

use allocation::statistics::SeriesKind;
use exchange::choices::{Choices, Moment, Pick, Role};
use exchange::fault::Place;
use exchange::preview::{About, Preview};

use crate::sample::{EXCERPT, preview};

fn about(preview: &Preview) -> Vec<About> {
    preview.questions.iter().map(|question| question.about.clone()).collect()
}

fn inhabitants() -> Choices {
    Choices { measure: Some(SeriesKind::Inhabitants), ..Choices::default() }
}

#[test]
fn a_file_without_ages_is_asked_about_and_may_be_answered() {
    let text = "kommun;Folkmängd 2019\nJönköping;87505\n";
    let asked = preview(text.as_bytes(), &Choices::default());
    assert_eq!(about(&asked), [About::Ages]);
    assert_eq!(asked.questions[0].options[0].key, "16-64");
    let answered = Choices { ages: Some("16-64".parse().unwrap()), ..Choices::default() };
    let preview = preview(text.as_bytes(), &answered);
    assert_eq!(preview.series().unwrap().figure("0680"), Some(87_505_000));
    assert!(preview.remarks.iter().any(|remark| remark.contains("talen tas för att gälla 16–64 år")));
}

#[test]
fn a_file_without_a_year_is_asked_about() {
    let text = "kommun;16-64 år\nJönköping;1\n";
    let asked = preview(text.as_bytes(), &inhabitants());
    assert_eq!(about(&asked), [About::Moment]);
    let chosen = Choices { moment: Some(Moment::Year(2019)), ..inhabitants() };
    assert_eq!(preview(text.as_bytes(), &chosen).series().unwrap().year, 2019);
}

#[test]
fn classes_of_five_years_are_used_only_when_they_fit() {
    let table = |classes: &[(u8, u8)]| {
        let rows = classes.iter().map(|(from, to)| format!("0680 Jönköping;{from}–{to} år;totalt;10\n"));
        format!("region;ålder;kön;2019\n{}", rows.collect::<String>())
    };
    let five: Vec<(u8, u8)> = (3..14).map(|at| (at * 5, at * 5 + 4)).collect();
    let refused = preview(table(&five).as_bytes(), &inhabitants());
    let fault = refused.faults[0].to_string();
    assert!(fault.contains("klassen 15–19 år börjar före 16 år"), "{fault}");
    assert!(fault.ends_with("Hämta ettårsklasser från 16 till 64 år."), "{fault}");
    let need = Choices { measure: Some(SeriesKind::Need), ..Choices::default() };
    let fits = preview(table(&five).as_bytes(), &need);
    assert_eq!(fits.series().unwrap().figure("0680"), Some(90_000), "nine classes from 20 to 64");
}

#[test]
fn a_measure_is_not_counted_on_other_ages() {
    let chosen = Choices { ages: Some("18-64".parse().unwrap()), ..inhabitants() };
    let fault = preview(EXCERPT.as_bytes(), &chosen).faults[0].to_string();
    assert!(fault.starts_with("Måttet invånare 16–64 år kan inte räknas på 18–64 år."), "{fault}");
    let by_ages = Choices { ages: Some("18-64".parse().unwrap()), ..Choices::default() };
    assert_eq!(preview(EXCERPT.as_bytes(), &by_ages).taken.measure, Some(SeriesKind::KeyInhabitants));
}

#[test]
fn one_sex_is_not_enough() {
    let text = "region;ålder;kön;2019\n0680;16-64 år;män;1\n";
    let fault = preview(text.as_bytes(), &inhabitants()).faults[0].to_string();
    assert_eq!(fault, "Filen har bara män. Hämta både män och kvinnor, eller totalt.");
}

#[test]
fn men_and_women_are_added_and_their_total_is_not_added_again() {
    let text =
        "region;ålder;kön;2019\n0680;16-64 år;män;1\n0680;16-64 år;kvinnor;2\n0680;16-64 år;totalt;3\n";
    assert_eq!(preview(text.as_bytes(), &inhabitants()).series().unwrap().figure("0680"), Some(3000));
}

#[test]
fn a_column_that_divides_the_figures_is_asked_about_unless_it_has_a_total() {
    let text = "region;civilstånd;ålder;2019\n0680;ogifta;16-64 år;1\n0680;gifta;16-64 år;2\n\
                0683;ogifta;16-64 år;3\n0683;gifta;16-64 år;4\n";
    let asked = preview(text.as_bytes(), &inhabitants());
    assert_eq!(about(&asked), [About::Column("civilstånd".to_owned())]);
    let with = |pick| {
        let mut choices = inhabitants();
        choices.picks.insert("civilstånd".to_owned(), pick);
        preview(text.as_bytes(), &choices).series().map(|series| series.figure("0683"))
    };
    assert_eq!(with(Pick::Sum), Some(Some(7000)));
    assert_eq!(with(Pick::Only("Gifta".to_owned())), Some(Some(4000)));
    assert_eq!(with(Pick::Only("okänd".to_owned())), None);
    let total = text.replace("gifta", "totalt").replace("ototalt", "ogifta");
    assert_eq!(preview(total.as_bytes(), &inhabitants()).series().unwrap().figure("0683"), Some(4000));
}

#[test]
fn a_fact_about_each_municipality_divides_nothing() {
    let text = "code,municipality,association,region,need,inhabitants,key_inhabitants\n\
                0680,Jönköping,Ett,Region Jönköpings län,10,20,18\n0683,Värnamo,Två,Region Jönköpings län,3,,4\n";
    let chosen = Choices { moment: Some(Moment::Year(2019)), ..inhabitants() };
    let preview = preview(text.as_bytes(), &chosen);
    let series = preview.series().unwrap_or_else(|| panic!("{:#?}", preview.sentences()));
    assert_eq!(["0680", "0683"].map(|code| series.figure(code)), [Some(20_000), None]);
    assert_eq!(preview.taken.content.as_deref(), Some("inhabitants"));
}

#[test]
fn a_part_that_is_not_there_makes_the_figure_missing() {
    let kept = EXCERPT.lines().filter(|line| !line.starts_with("\"Aneby\",\"40\",\"män\","));
    let without: String = kept.map(|line| format!("{line}\n")).collect();
    let preview = preview(without.as_bytes(), &inhabitants());
    let missing = &preview.figures.as_ref().unwrap().missing;
    assert_eq!(missing.len(), 1);
    assert_eq!(
        (missing[0].municipality.name.as_str(), missing[0].sentence.as_str()),
        ("Aneby", "97 av 98 tal finns i filen")
    );
}

#[test]
fn a_figure_that_is_there_twice_is_refused_with_both_places() {
    let text = "region;ålder;2019\n0680;16-64 år;1\n0683;16-64 år;1\nJönköping;16–64 år;2\n";
    let fault = &preview(text.as_bytes(), &inhabitants()).faults[0];
    assert_eq!(fault.place, Some(Place::Row(4)));
    assert!(fault.to_string().contains("finns redan på rad 2"), "{fault}");
}

#[test]
fn what_is_not_a_figure_is_told_with_row_and_column() {
    let text = "region;ålder;2019\n0680;16-64 år;många\n0683;16-64 år;1\n0686;16-64 år;2\n";
    let fault = preview(text.as_bytes(), &inhabitants()).faults[0].to_string();
    assert!(fault.starts_with("Rad 2, kolumn 2019: ”många”: det är inte ett tal"), "{fault}");
    let negative = text.replace("många", "-5");
    let fault = preview(negative.as_bytes(), &inhabitants()).faults[0].to_string();
    assert!(fault.contains("inte en förändring"), "{fault}");
    let grouped = text.replace("många", "29.482");
    let fault = preview(grouped.as_bytes(), &inhabitants()).faults[0].to_string();
    assert!(fault.contains("”29.482” är inte ett helt antal invånare"), "{fault}");
}

#[test]
fn unknown_regions_are_listed_and_lost_zeros_are_put_back() {
    let text = "kod;ålder;2019\n680;16-64 år;1\n9999;16-64 år;1\n683;16-64 år;1\n06;16-64 år;2\n";
    let preview = preview(text.as_bytes(), &inhabitants());
    assert_eq!(preview.series().unwrap().values.len(), 2);
    assert_eq!(preview.found.unknown[0].text, "9999");
    assert_eq!(preview.found.unknown[0].place, Place::Row(3));
    assert!(preview.remarks.iter().any(|remark| remark.contains("nolla först")));
}

#[test]
fn a_code_and_a_name_that_disagree_are_remarked_on() {
    let text = "kod;kommun;ålder;2019\n0680;Värnamo;16-64 år;1\n0686;Eksjö;16-64 år;1\n";
    let preview = preview(text.as_bytes(), &inhabitants());
    assert!(
        preview.remarks.iter().any(|remark| remark.contains("”Värnamo” läses som Jönköping, efter koden"))
    );
}

#[test]
fn columns_can_be_chosen_when_their_names_say_nothing() {
    let text = "a;b;c\nJönköping;16-64 år;5\nVärnamo;16-64 år;6\n";
    let mut choices = Choices { moment: Some(Moment::Year(2019)), ..inhabitants() };
    assert!(preview(text.as_bytes(), &choices).series().is_some(), "by what stands in them");
    choices.roles.insert("c".to_owned(), Role::Ignored);
    assert_eq!(about(&preview(text.as_bytes(), &choices)), [About::Figures]);
    choices.roles.insert("d".to_owned(), Role::Figures);
    let fault = preview(text.as_bytes(), &choices).faults[0].to_string();
    assert_eq!(fault, "Kolumnen d finns inte. Välj någon av kolumnerna a, b, c.");
}

#[test]
fn a_file_of_something_else_says_so() {
    let text = "namn;antal\nA;1\nB;2\n";
    assert!(about(&preview(text.as_bytes(), &inhabitants())).contains(&About::Region));
    let districts = "region;2019\nNorra distriktet;1\nSödra distriktet;2\n";
    let fault = preview(districts.as_bytes(), &inhabitants()).faults[0].to_string();
    assert!(fault.starts_with("Ingen av filens regioner är en kommun."), "{fault}");
}

#[test]
fn two_days_of_one_year_are_kept_apart() {
    let text = "region;ålder;datum;antal\n0680;16-64 år;2019-11-01;1\n0680;16-64 år;2019-12-31;2\n";
    let chosen = Choices { moment: Some(Moment::Year(2019)), ..inhabitants() };
    assert!(preview(text.as_bytes(), &chosen).questions[0].sentence.contains("flera dagar"));
    let chosen = Choices { moment: Some("2019-12-31".parse().unwrap()), ..inhabitants() };
    let preview = preview(text.as_bytes(), &chosen);
    assert_eq!(preview.series().map(|series| (series.year, series.figure("0680"))), Some((2019, Some(2000))));
}
