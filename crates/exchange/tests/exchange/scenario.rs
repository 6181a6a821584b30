//! A scenario as tables: the figures of the comparison, nothing rounded and nothing left out.

use allocation::change::{Caveat, Change, apply};
use allocation::contributions::Key;
use allocation::effect::{Side, compare};
use allocation::explain::explain;
use allocation::model::{Keys, Parameters};
use allocation::scenario::{Association, Basis, Belongs, Country, Municipality};
use exchange::workbook::{Cell, Workbook};
use swedish::money::{Ore, Unit};

/// Two associations of one region, with their need parts known.
fn country() -> Country {
    let municipality = |code: &str, name: &str, inhabitants| Municipality {
        code: code.into(),
        name: name.into(),
        belongs: Some(Belongs::Region("Region Prov".into())),
        need: None,
        inhabitants: Some(inhabitants),
        key_inhabitants: Some(inhabitants),
    };
    let association = |name: &str, place, tkr| Association {
        name: name.into(),
        municipalities: vec![place],
        previous: None,
        cap: None,
        floor_applies: None,
        need_part: Ore::from_tkr(tkr),
        municipal_key: Key::Inhabitants,
        region_key: Key::Inhabitants,
    };
    Country {
        parameters: Parameters {
            total: Ore::from_tkr(10_000).unwrap(),
            base: Ore::from_tkr(400).unwrap(),
            keys: Keys::from_need_percent(75).unwrap(),
            brake: None,
            strategy: allocation::strategy::Strategy::Scale,
            unit: Unit::Tkr,
            ties: allocation::apportion::TieRule::Leave,
        },
        basis: Basis::HeldNeedParts,
        year: 2025,
        statistics_year: None,
        municipalities: vec![municipality("0001", "A", 1000), municipality("0002", "B", 3000)],
        associations: vec![association("Norra", 0, 600), association("Södra", 1, 1000)],
    }
}

fn workbook() -> Workbook {
    let before = country();
    let change = Change::Merge {
        associations: vec!["Norra".to_owned(), "Södra".to_owned()],
        name: "Ett".to_owned(),
        previous: Default::default(),
    };
    let (after, caveats) = apply(&before, &[change]).unwrap();
    let (first, last) = (before.reckon().unwrap(), after.reckon().unwrap());
    let sides = (Side { country: &before, outcome: &first }, Side { country: &after, outcome: &last });
    let comparison = compare(sides.0, sides.1);
    let sentences = explain(sides.0, sides.1, &comparison);
    let caveats: Vec<String> = caveats.iter().map(Caveat::sentence).collect();
    exchange::scenario::workbook("Prov", sides.0, sides.1, &comparison, &sentences, &caveats)
}

#[test]
fn every_sheet_has_a_cell_for_every_column() {
    let book = workbook();
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Sammanfattning", "Grupper", "Medlemmar", "Parter"]);
    for sheet in &book.sheets {
        assert!(!sheet.rows.is_empty(), "{}", sheet.name);
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
    }
}

#[test]
fn the_amounts_are_those_of_the_comparison() {
    let book = workbook();
    let kronor = |tkr: i64| Cell::Kronor(tkr * 100_000);
    // Two bases become one, so the state gives 400 tkr less and all together 800 tkr less.
    let merged = |amount: &str| {
        let rows = &book.sheets[1].rows;
        let row =
            rows.iter().find(|row| row[0] == Cell::text("sammanslagning") && row[3] == Cell::text(amount));
        row.unwrap_or_else(|| panic!("{amount}"))
    };
    assert_eq!(
        merged("grundtilldelning")[1..7],
        [
            Cell::text("Norra, Södra"),
            Cell::text("Ett"),
            Cell::text("grundtilldelning"),
            kronor(800),
            kronor(400),
            kronor(-400)
        ]
    );
    assert_eq!(merged("behovsdel")[4..7], [1600, 1600, 0].map(kronor));
    assert_eq!(merged("statens bidrag")[4..7], [2400, 2000, -400].map(kronor));
    assert_eq!(merged("alla bidrag")[4..7], [4800, 4000, -800].map(kronor));
    let all = book.sheets[3].rows.last().unwrap();
    assert_eq!(all[..4], [Cell::text("alla"), kronor(4800), kronor(4000), kronor(-800)]);
    let region = book.sheets[2].rows.iter().find(|row| row[1] == Cell::text("Region Prov")).unwrap();
    assert_eq!(region[2..5], [kronor(1200), kronor(1000), kronor(-200)]);
}

#[test]
fn the_sentences_come_first_and_say_what_is_held() {
    let book = workbook();
    let text = String::from_utf8(book.csv().unwrap()).unwrap();
    assert!(text.contains("Följd;Norra och Södra blir Ett."), "{text}");
    assert!(text.contains("Behovsdelarna ligger fast"), "{text}");
    assert!(
        text.contains("sammanslagning;Norra, Södra;Ett;grundtilldelning;800000;400000;-400000;-50%"),
        "{text}"
    );
}
