//! What a list makes of an address and of its rows.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use swedish::money::Ore;

use super::*;
use crate::Lang;
use crate::form::Choice;
use crate::parts;

#[derive(Clone)]
struct Row {
    number: u32,
    title: String,
    place: &'static str,
    applied: Option<Ore>,
    on: Date,
}

fn row(number: u32, title: &str, place: &'static str, ore: Option<i64>) -> Row {
    let on = date(2026, 1, 1).saturating_add(jiff::Span::new().days(i64::from(number)));
    Row { number, title: title.into(), place, applied: ore.map(Ore::new), on }
}

fn rows() -> Vec<Row> {
    vec![
        row(1, "Öppna dörrar", "ide", Some(100)),
        row(2, "Arbetsspår", "styrelse", Some(300)),
        row(3, "Ålderns höst", "styrelse", None),
        row(4, "Zebra", "ide", Some(200)),
    ]
}

fn list<'a>() -> List<'a, Row> {
    let head = Head {
        path: "/insatser".into(),
        name: "insatser".into(),
        caption: "Insatser".into(),
        noun: "found-many",
    };
    List::new(Lang::Sv, head, |r: &Row| Entry::at(format!("/insatser/{}", r.number), r.title.as_str(), r.on))
        .text("namn", "Insats", |r| (&r.title).into())
        .sorts()
        .swedish()
        .text("lage", "Läge", |r| r.place.into())
        .right()
        .amount("sokt", "Sökt", |r| r.applied.into())
        .sorts()
        .sums()
        .day("dag", "Dag", |r| r.on.into())
        .sorts()
        .taken_out()
        .filter("lage", "Läge", ["ide", "styrelse"].map(|c| Choice::new(c, c)).to_vec(), |r| r.place.into())
        .searches("Sök", |r, search| search.at(&r.title))
        .empty(parts::empty("Inga insatser än.", None))
}

fn found(pairs: &[(&str, &str)]) -> Vec<u32> {
    let list = list();
    let query = list.asked(pairs.iter().copied());
    list.pick(&query, rows(), Extent::Whole).rows().map(|row| row.number).collect()
}

fn drawn(list: &List<'_, Row>, pairs: &[(&str, &str)], rows: Vec<Row>) -> String {
    let query = list.asked(pairs.iter().copied());
    let picked = list.pick(&query, rows, Extent::Page);
    maud::html! { (list.draw(&query, &picked)) }.into_string()
}

#[test]
fn words_and_choices_narrow_the_list() {
    assert_eq!(found(&[]), [1, 2, 3, 4]);
    assert_eq!(found(&[("q", "  SPÅR ")]), [2]);
    assert_eq!(found(&[("q", "o\u{308}ppna do\u{308}rrar")]), [1]);
    assert_eq!(found(&[("lage", "styrelse")]), [2, 3]);
    assert_eq!(found(&[("lage", "styrelse"), ("q", "höst")]), [3]);
}

#[test]
fn titles_are_sorted_as_in_swedish_and_amounts_by_size() {
    assert_eq!(found(&[("ordning", "namn")]), [2, 4, 3, 1]);
    assert_eq!(found(&[("ordning", "namn"), ("fallande", "ja")]), [1, 3, 4, 2]);
    assert_eq!(found(&[("ordning", "dag"), ("fallande", "ja")]), [4, 3, 2, 1]);
}

#[test]
fn what_is_not_known_comes_last_both_ways() {
    assert_eq!(found(&[("ordning", "sokt")]), [1, 4, 2, 3]);
    assert_eq!(found(&[("ordning", "sokt"), ("fallande", "ja")]), [2, 4, 1, 3]);
}

#[test]
fn what_cannot_be_meant_is_not_asked_and_not_said() {
    let list = list();
    let odd = [
        ("lage", "ingenstans"),
        ("ordning", "lage"),
        ("ordning", "trams"),
        ("sida", "-3"),
        ("sida", "99999999999999999999999"),
        ("fallande", "kanske"),
        ("x", "y"),
    ];
    let query = list.asked(odd);
    assert_eq!(query, list.asked([]));
    assert_eq!(list.address(&query), "/insatser");
    let far = list.asked([("sida", "7")]);
    assert_eq!(list.pick(&far, rows(), Extent::Page).page, 1);
    assert_eq!(list.asked([("sida", "0")]).page, 1);
}

#[test]
fn a_heading_turns_the_order_round_and_keeps_the_rest() {
    let list = list().keeping([("antal".to_owned(), "2".to_owned())]);
    let page = drawn(&list, &[("q", "å&b"), ("ordning", "namn")], vec![row(1, "å&b", "ide", None)]);
    let turned = "/insatser?antal=2&amp;q=%C3%A5%26b&amp;ordning=namn&amp;fallande=ja";
    assert!(page.contains(&format!("aria-sort=\"ascending\"><a href=\"{turned}\"")), "{page}");
    assert!(page.contains("href=\"/insatser?antal=2&amp;q=%C3%A5%26b&amp;ordning=sokt\""), "{page}");
    assert!(page.contains("type=\"hidden\" name=\"antal\" value=\"2\""), "{page}");
    assert!(page.contains("type=\"hidden\" name=\"ordning\" value=\"namn\""), "{page}");
    let query = list.asked([("q", "å&b"), ("ordning", "namn")]);
    assert_eq!(list.file("csv", &query), "/insatser.csv?antal=2&q=%C3%A5%26b&ordning=namn");
}

#[test]
fn the_usual_order_is_not_said_and_can_be_turned() {
    let list = list().usually("dag", true);
    let query = list.asked([]);
    let order = |query: &Query| -> Vec<u32> {
        list.pick(query, rows(), Extent::Page).rows().map(|row| row.number).collect()
    };
    assert_eq!((order(&query), list.address(&query).as_str()), (vec![4, 3, 2, 1], "/insatser"));
    let turned = query.sorted_by("dag");
    assert_eq!(list.address(&turned), "/insatser?ordning=dag");
    assert_eq!(order(&turned), [1, 2, 3, 4]);
}

#[test]
fn a_page_has_fifty_rows_and_the_sum_is_of_all() {
    let many: Vec<Row> = (1..=101).map(|n| row(n, "Å", "ide", Some(100))).collect();
    let list = list();
    let on = |page: &str| {
        let query = list.asked([("sida", page)]);
        let picked = list.pick(&query, many.clone(), Extent::Page);
        (picked.rows().map(|row| row.number).collect::<Vec<_>>(), picked.page, picked.last)
    };
    assert_eq!(on("1"), ((1..=50).collect(), 1, 3));
    assert_eq!(on("2"), ((51..=100).collect(), 2, 3));
    assert_eq!(on("3"), (vec![101], 3, 3));
    assert_eq!(on("4"), (vec![101], 3, 3));
    let page = drawn(&list, &[("sida", "2")], many.clone());
    assert!(page.contains("Sida 2 av 3") && page.contains("rel=\"prev\" href=\"/insatser\""), "{page}");
    assert!(page.contains("rel=\"next\" href=\"/insatser?sida=3\""), "{page}");
    assert!(page.contains("Summa på alla sidor") && page.contains("101\u{a0}kr"), "{page}");
    assert!(page.contains("href=\"/insatser.csv\""), "taken out from the beginning: {page}");
}

#[test]
fn fifty_rows_are_one_page_and_none_is_one_too() {
    let list = list();
    let query = list.asked([("sida", "2")]);
    let fifty: Vec<Row> = (1..=50).map(|n| row(n, "Å", "ide", None)).collect();
    let picked = list.pick(&query, fifty, Extent::Page);
    assert_eq!((picked.page, picked.last, picked.rows().count()), (1, 1, 50));
    let picked = list.pick(&query, Vec::new(), Extent::Page);
    assert_eq!((picked.page, picked.last, picked.all), (1, 1, 0));
}

#[test]
fn nothing_at_all_is_told_from_nothing_that_fits() {
    let none = drawn(&list(), &[("q", "x")], Vec::new());
    assert_eq!(none, parts::empty("Inga insatser än.", None).into_string());
    let unfit = drawn(&list(), &[("q", "x")], rows());
    assert!(
        unfit.contains("Inget passar det du sökte.") && unfit.contains("<a href=\"/insatser\">"),
        "{unfit}"
    );
    assert!(unfit.contains("0 av 4 "), "{unfit}");
}

#[test]
fn a_sum_with_a_hole_is_none_where_it_would_mislead() {
    let list = list().figure("n", "N", |r| Value::Thousandths(u64::from(r.number) * 1000)).sums();
    let whole = List::<Row>::new(
        Lang::Sv,
        Head { path: "/x".into(), name: "x".into(), caption: "X".into(), noun: "found-many" },
        |r| Entry::at("/x", r.title.as_str(), r.on),
    )
    .text("namn", "Namn", |r| (&r.title).into())
    .amount("sokt", "Sökt", |r| r.applied.into())
    .sums_whole(|sum| maud::html! { @if sum.is_missing() { "okänd" } });
    assert!(drawn(&list, &[], rows()).contains("6\u{a0}kr"), "of what is known");
    assert!(drawn(&whole, &[], rows()).contains("<td class=\"num\">okänd</td>"));
    let query = whole.asked([]);
    assert!(whole.draw(&query, &whole.pick(&query, rows(), Extent::Page)).unsummed);
}

#[test]
fn a_feed_has_the_latest_first_whatever_the_order() {
    let list = list();
    let query = list.asked([("ordning", "namn"), ("lage", "styrelse")]);
    let picked = list.pick(&query, rows(), Extent::Latest);
    assert_eq!(picked.rows().map(|row| row.number).collect::<Vec<_>>(), [3, 2]);
}

#[test]
fn the_table_says_what_it_is_and_each_row_what_it_is_of() {
    let page = drawn(&list(), &[], rows());
    assert!(page.contains("<caption id=\"insatser\">Insatser</caption>"), "{page}");
    assert!(page.contains("<th scope=\"row\" lang=\"sv\"><a href=\"/insatser/1\">Öppna dörrar</a></th>"));
    assert!(!page.contains("2026-01-02"), "only taken out");
    assert!(page.contains("<td class=\"num\">styrelse</td>"), "to the right: {page}");
    assert!(page.contains("4 "), "{page}");
}

proptest! {
    #[test]
    fn an_address_says_what_is_asked(
        words in ".{0,120}",
        choice in prop::option::of(prop::sample::select(vec!["ide", "styrelse", "annat", ""])),
        order in prop::option::of(prop::sample::select(vec!["namn", "sokt", "dag", "lage", "x"])),
        descending in any::<bool>(),
        page in "[0-9]{0,4}",
    ) {
        for list in [list(), list().usually("dag", true)] {
            let mut pairs = vec![("q", words.as_str()), ("sida", page.as_str())];
            pairs.extend(choice.map(|code| ("lage", code)));
            pairs.extend(order.map(|key| ("ordning", key)));
            pairs.push(("fallande", if descending { "ja" } else { "nej" }));
            let query = list.asked(pairs);
            let said = list.pairs(&query);
            let again = list.asked(said.iter().map(|(name, value)| (*name, value.as_str())));
            prop_assert_eq!(again, query);
        }
    }

    #[test]
    fn a_page_is_a_part_of_the_whole(many in 0_u32..130, page in 0_usize..5, seed in 1_u32..97) {
        let list = list();
        let rows: Vec<Row> = (0..many)
            .map(|n| row(n, &format!("{}", n * seed % 41), "ide", (n % 3 > 0).then(|| i64::from(n * seed % 17))))
            .collect();
        let numbers = |picked: &Picked<Row>| picked.rows().map(|row| row.number).collect::<Vec<_>>();
        for order in [&[][..], &[("ordning", "namn")], &[("ordning", "sokt"), ("fallande", "ja")]] {
            let query = list.asked(order.iter().copied()).on(page.max(1));
            let whole = numbers(&list.pick(&query, rows.clone(), Extent::Whole));
            let shown = list.pick(&query, rows.clone(), Extent::Page);
            let from = (shown.page - 1) * 50;
            prop_assert_eq!(numbers(&shown), whole.into_iter().skip(from).take(50).collect::<Vec<_>>());
        }
    }
}
