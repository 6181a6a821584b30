//! Every choice is kept by its name in an address.

use allocation::statistics::SeriesKind;
use exchange::choices::Moment;

use super::*;

fn choices(pairs: &[(&str, &str)]) -> Choices {
    let columns = ["region", "civilstånd", "2019"].map(str::to_owned);
    Chosen::of(pairs.iter().copied()).choices(&columns)
}

#[test]
fn every_choice_has_a_name_in_the_address() {
    let choices = choices(&[
        ("matt", "invanare-16-64"),
        ("tid", "2019 medel"),
        ("aldrar", "16-64"),
        ("innehall", "=Folkmängd"),
        ("delar-1", "=gifta"),
        ("kolumn-2", "värde"),
    ]);
    assert_eq!(choices.measure, Some(SeriesKind::Inhabitants));
    assert_eq!(choices.moment, Some(Moment::MeanOfMonths(2019)));
    assert!(choices.ages.is_some());
    assert_eq!(choices.roles, [("2019".to_owned(), Role::Figures)].into());
    assert_eq!(
        choices.picks,
        [
            ("civilstånd".to_owned(), Pick::Only("gifta".to_owned())),
            (CONTENTS.to_owned(), Pick::Only("Folkmängd".to_owned())),
        ]
        .into()
    );
}

#[test]
fn a_column_that_is_answered_is_a_role_from_then_on() {
    let chosen = Chosen::of([("kommun", "0"), ("tal", "2"), ("blad", "Tal")]);
    let pairs: Vec<(&str, &str)> = chosen.typed().pairs().collect();
    assert_eq!(pairs, [("kolumn-0", "kommun"), ("kolumn-2", "värde"), ("blad", "Tal")]);
    assert_eq!(Chosen::of(pairs.iter().copied()), chosen);
    assert_eq!(chosen.sheet(), Some("Tal"));
}

#[test]
fn what_nobody_understands_is_not_chosen() {
    let garbage = [
        ("matt", "trams"),
        ("tid", "i fjol"),
        ("aldrar", "64-16"),
        ("innehall", "utan tecken"),
        ("kolumn-9", "kommun"),
        ("kolumn-0", "trams"),
        ("delar-1", "trams"),
        ("kommun", "-1"),
        ("kolumn-", "kommun"),
        ("annat", "1"),
    ];
    assert_eq!(choices(&garbage), Choices::default());
}
