//! Made-up statistics for the gallery: the usual, the empty, what is to be chosen, what is wrong, what may be read in.

use allocation::equity::Staircase;
use allocation::statistics::{Series, SeriesKind, WhyMissing};
use domain::geography;
use domain::national::NationalYear;
use domain::national::events::Imported;
use domain::{FieldError, Meta};
use jiff::Timestamp;
use jiff::civil::date;
use kit::Lang;
use kit::form::{Choice, Form, Problem};
use maud::Markup;

use super::list::{Divided, Year};
use super::municipality::Row;
use super::preview::{Asked, Column, Figures, Found, Standing};
use super::summary::{Read, Summary};
use super::{list, preview, series, staircase, upload, year};

const PATH: &str = "/fordelning/statistik";
const FILE: &str = "/fordelning/statistik/inlasning/0f1e2d3c4b5a69788796a5b4c3d2e1f0";

/// Every page of statistics, by name.
pub fn all(lang: Lang) -> Vec<(&'static str, Markup)> {
    let mut all = vec![("statistics", lists(lang, true)), ("statistics-empty", lists(lang, false))];
    for (name, pairs) in [
        ("statistics-year", &[("lan", "06"), ("ordning", "kommun")][..]),
        ("statistics-year-all", &[("ordning", "forsorjning"), ("fallande", "ja")]),
        ("statistics-year-none", &[("q", "finns inte")]),
    ] {
        all.push((name, a_year(lang, pairs)));
    }
    let steps = Form::new(lang, "/fordelning/statistik/trappa", "").with("year", 2025);
    all.push(("statistics-staircase", staircase::edit(&steps)));
    let form = Form::new(lang, "/fordelning/statistik/inlasning", "");
    let mut faulty = form.clone();
    faulty.problem = Some(Problem::Fields(vec![FieldError::new(upload::FILE, lang.t("statistics-no-file"))]));
    all.push(("statistics-upload", uploads(lang, &form)));
    all.push(("statistics-upload-faulty", uploads(lang, &faulty)));
    all.push(("statistics-gone", upload::gone(lang, "/fordelning/statistik/inlasning", &views(lang))));
    all.extend(previews(lang));
    all
}

fn views(lang: Lang) -> Vec<(String, String, bool)> {
    vec![
        ("/fordelning".into(), lang.t("county-view-calculator").into(), false),
        (PATH.into(), lang.t("county-view-statistics").into(), true),
    ]
}

fn read() -> Read {
    Read { on: date(2026, 10, 1), by: Some("Åsa Öberg".into()) }
}

fn imported(kind: SeriesKind, missing: bool) -> Imported {
    let value = |code: &str| match code {
        "0680" | "0683" if missing => Err(WhyMissing::ZeroIsNoReport),
        "0687" if missing => Err(WhyMissing::Marked),
        code => Ok(code.parse::<u64>().map_or(0, |figure| figure * if missing { 12_340 } else { 12_000 })),
    };
    let values = geography::municipalities().iter().map(|m| (m.code.to_owned(), value(m.code))).collect();
    let series = Series {
        measure: kind,
        year: 2019,
        preliminary: missing,
        source: "SCB, folkmängd den 31 december 2019 efter region, ålder och kön".into(),
        values,
    };
    Imported { series, file: Some("population_2019.csv".into()), illustrative: missing }
}

fn national() -> NationalYear {
    let meta = |seq| Meta { seq, at: Timestamp::UNIX_EPOCH, actor: domain::ids::PersonId(uuid::Uuid::nil()) };
    let versions = |kind, missing: bool| {
        (kind, vec![(meta(1), imported(kind, !missing)), (meta(2), imported(kind, missing))])
    };
    NationalYear {
        version: 4,
        series: [versions(SeriesKind::Need, true), versions(SeriesKind::Inhabitants, false)]
            .into_iter()
            .collect(),
        divisions: Vec::new(),
        staircase: Staircase::default(),
    }
}

fn lists(lang: Lang, filled: bool) -> Markup {
    let division = Divided {
        year: 2025,
        associations: 64,
        municipalities: 290,
        source: "Indelningen är påhittad, utom Jönköpings läns tre förbund.".into(),
        illustrative: true,
        read: read(),
    };
    let years = if filled { vec![Year::of(2019, &national(), |_| read())] } else { Vec::new() };
    list::show(&list::View {
        lang,
        views: &views(lang),
        path: PATH,
        years: &years,
        series: &series::list(lang, PATH, &years).drawn([], series::rows(&years)),
        used: Some(2019),
        division: filled.then_some(&division),
        staircase: &Staircase::default(),
        may_import: true,
    })
}

fn a_year(lang: Lang, pairs: &[(&str, &str)]) -> Markup {
    let national = national();
    let rows = Row::all(&national);
    let series: Vec<Summary> = SeriesKind::ALL
        .iter()
        .filter_map(|k| national.standing(*k))
        .map(|i| Summary::of(i, read()))
        .collect();
    year::show(&year::View {
        lang,
        views: &views(lang),
        year: 2019,
        series: &series,
        figures: &year::list(lang, "/fordelning/statistik/2019", 2019, &series, &rows)
            .drawn(pairs.iter().copied(), rows.clone()),
    })
}

fn uploads(lang: Lang, form: &Form) -> Markup {
    let shipped = [
        (format!("{PATH}/inlasning/medfoljande?matt=invanare-16-64"), SeriesKind::Inhabitants),
        (format!("{PATH}/inlasning/medfoljande?matt=invanare-18-64"), SeriesKind::KeyInhabitants),
    ]
    .map(|(href, kind)| (href, super::words::kind(lang, kind).to_owned()));
    upload::show(&upload::View { lang, views: &views(lang), form, megabytes: 8, shipped: &shipped })
}

fn found() -> Found {
    Found {
        format: "CSV med komma mellan kolumnerna, teckenkodning UTF-8".into(),
        sheet: None,
        title: Some("Folkmängd efter region, ålder och kön".into()),
        notes: vec!["Källa: SCB".into()],
        rows: 58_580,
        matched: 287,
        of: 290,
        absent: ["Habo", "Mullsjö", "Vaggeryd"].map(str::to_owned).to_vec(),
        unknown: vec!["”Norra distriktet”, rad 17".into()],
        unknown_more: 12,
        left_out: vec!["00 Riket".into(), "06 Jönköpings län".into()],
        times: "2018, 2019".into(),
        ages: "ettårsklasser 0–99, 100 år och äldre".into(),
        sexes: "män, kvinnor".into(),
    }
}

fn column(lang: Lang, at: usize, name: &str, examples: &str, role: &'static str) -> Column {
    let proposed = lang.ta("statistics-proposed", &[("what", lang.t(role).into())]);
    Column {
        field: format!("kolumn-{at}"),
        name: name.into(),
        examples: examples.into(),
        different: 290,
        options: vec![
            Choice::new("", proposed),
            Choice::new("kommun", lang.t("statistics-role-region")),
            Choice::new("används inte", lang.t("statistics-role-ignored")),
        ],
        value: String::new(),
    }
}

fn figures(standing: Option<Standing>) -> Figures {
    Figures {
        kind: SeriesKind::Inhabitants,
        year: 2019,
        known: 285,
        sum: 5_944_413_000,
        country: Some(5_950_000_000),
        whole: false,
        missing: vec![("97 av 98 tal finns i filen".into(), vec!["Aneby".into(), "Eksjö".into()])],
        first: vec![
            ("0114".into(), "Upplands Väsby".into(), Ok(29_482_000)),
            ("0115".into(), "Vallentuna".into(), Err(WhyMissing::Empty)),
        ],
        standing,
    }
}

fn previews(lang: Lang) -> Vec<(&'static str, Markup)> {
    let kind = Asked {
        name: "matt".into(),
        label: lang.t("statistics-kind"),
        says: Some("Filen säger inte vilket mått det är. Välj mått.".into()),
        options: SeriesKind::ALL
            .map(|kind| Choice::new(super::words::kind_slug(kind), super::words::kind(lang, kind)))
            .to_vec(),
        value: String::new(),
    };
    let time = Asked {
        name: "tid".into(),
        label: lang.t("statistics-moment"),
        says: Some(lang.t("statistics-moment-hint").into()),
        options: Vec::new(),
        value: "2019".into(),
    };
    let columns = [
        column(lang, 0, "region", "Ale, Alingsås, Alvesta", "statistics-role-region"),
        column(lang, 1, "ålder", "0, 1, 2", "statistics-role-age"),
        column(lang, 2, "kön", "kvinnor, män", "statistics-role-sex"),
    ];
    let reading = ["Måttet är invånare 16–64 år.", "Tiden är 2019.", "Män och kvinnor är summerade."]
        .map(str::to_owned);
    let faults =
        ["Rad 2, kolumn 2019: ”många”: det är inte ett tal; skriv till exempel 5600 eller 5600,5. Skriv siffror."]
            .map(str::to_owned);
    let form = Form::new(lang, FILE, "018f0000-0000-7000-8000-000000000000").with("source", "SCB");
    let mut refused = form.clone().with("matt", "invanare-16-64").with("source", "");
    refused.problem =
        Some(Problem::Fields(vec![FieldError::new("source", "Skriv var siffrorna kommer ifrån.")]));
    let (views, found) = (views(lang), found());
    let base = preview::View {
        lang,
        views: &views,
        path: FILE,
        again: "/fordelning/statistik/inlasning",
        file: "SCB_alderkon_2019_kommun_alder_kon.csv",
        found: Some(&found),
        faults: &[],
        sheets: &[],
        asked: &[],
        taken: &[],
        columns: &columns,
        more_columns: 0,
        reading: &reading,
        remarks: &[],
        figures: None,
        form: &form,
    };
    let sheets = [Choice::new("Tal", "Tal"), Choice::new("Om", "Om")];
    let same = figures(Some(Standing { on: date(2026, 10, 1), differ: 0 }));
    let other = figures(Some(Standing { on: date(2026, 10, 1), differ: 3 }));
    let (asked, taken) = ([kind], [time]);
    let show = |view: preview::View<'_>| preview::show(&view);
    vec![
        (
            "statistics-preview-choose",
            show(preview::View { asked: &asked, taken: &taken, more_columns: 7, ..base.clone() }),
        ),
        (
            "statistics-preview-faulty",
            show(preview::View { faults: &faults, taken: &taken, sheets: &sheets, ..base.clone() }),
        ),
        (
            "statistics-preview-unreadable",
            show(preview::View { faults: &faults, found: None, ..base.clone() }),
        ),
        (
            "statistics-preview-ready",
            show(preview::View { taken: &taken, remarks: &faults, figures: Some(&other), ..base.clone() }),
        ),
        ("statistics-preview-same", show(preview::View { figures: Some(&same), form: &refused, ..base })),
    ]
}
