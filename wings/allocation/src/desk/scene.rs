//! What every page of allocation starts from: the figures that are known, what the address asks, and what came of it.

use access::{Action, Facts};
use allocation::scenario::Basis;
use desk::App;
use desk::roles::{in_county, roles_in};
use desk::visitor::Visitor;
use domain::county::events::{Note, NoteKind};
use domain::county::start::{Own, Start, county, whole_country};
use domain::geography;
use domain::national::NationalYear;
use domain::national::known::Known;
use kit::Lang;
use kit::parts::Tone;

use crate::pages::allocation::notes::Note as Shown;
use crate::pages::allocation::query::Query;
use crate::pages::allocation::reckoned::{Problem, Reckoned};
use crate::pages::allocation::scope::{County, Scope};

/// The address of the calculator.
pub(super) const PATH: &str = "/fordelning";

/// The code that stands for the whole country.
const EVERYWHERE: &str = "alla";

/// A scenario as an address asks for it.
pub(super) struct Scene {
    /// Where it starts from.
    pub(super) start: Start,
    /// What the address asks.
    pub(super) query: Query,
    /// The counties with associations here.
    pub(super) counties: Vec<County>,
    /// The county that is looked at when no other is asked for.
    pub(super) home: Option<String>,
    /// The ways to reckon that are offered.
    pub(super) bases: Vec<Basis>,
    known: Known,
    asked: Vec<(String, String)>,
}

impl Scene {
    /// Reads the address; `None` when nothing is known to reckon with.
    pub(super) fn of(visitor: &Visitor) -> Option<Self> {
        Self::asked(visitor, visitor.query())
    }

    /// Reads a query; `None` when nothing is known to reckon with.
    pub(super) fn asked(visitor: &Visitor, query: &str) -> Option<Self> {
        let asked = desk::asked::pairs(query);
        let query = Query::of(asked.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let counties = counties(visitor.app());
        let home = home(visitor, &counties);
        let looked_at = looked_at(&query, &counties, home.as_deref());
        let known = known(visitor.app());
        let own = looked_at.and_then(geography::county);
        let held = own.and_then(|own| county_start(visitor, own, &known));
        let whole = whole_country(&known, visitor.today());
        let bases: Vec<Basis> =
            [held.as_ref().map(|_| Basis::HeldNeedParts), whole.as_ref().map(|_| Basis::WholeCountry)]
                .into_iter()
                .flatten()
                .collect();
        let start = match query.basis() {
            Some(Basis::WholeCountry) => whole.or(held),
            Some(Basis::HeldNeedParts) | None => held.or(whole),
        }?;
        Some(Self { start, query, counties, home, bases, known, asked })
    }

    /// The scenario, reckoned.
    pub(super) fn reckon(&self) -> Result<Reckoned, Problem> {
        // The country is chosen by what can be reckoned; the query then changes it.
        let query = self
            .query
            .with("underlag", crate::pages::allocation::query::basis_slug(self.start.country.basis));
        Reckoned::of(&self.start.country, &query, &self.known.statistics)
    }

    /// What is looked at.
    pub(super) fn scope(&self) -> Scope<'_> {
        let code = looked_at(&self.query, &self.counties, self.home.as_deref());
        Scope { county: self.counties.iter().find(|county| Some(county.code.as_str()) == code) }
    }

    /// The names and values of the address.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.asked.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The years there are statistics for.
    pub(super) fn years(&self) -> Vec<i16> {
        self.known.statistics.keys().copied().collect()
    }

    /// What must be known of the figures.
    pub(super) fn notes(&self, lang: Lang) -> Vec<Shown> {
        shown(lang, &self.start.notes)
    }

    /// The county that is looked at, or that the visitor is at home in.
    fn own_county(&self) -> Option<geography::County> {
        let asked = geography::county(self.query.county());
        asked.or_else(|| geography::county(self.home.as_deref()?))
    }

    /// The address where the scenario is saved, for those who may.
    pub(super) fn save(&self, visitor: &Visitor) -> Option<String> {
        let county = self.own_county()?;
        may(visitor, county, Action::SaveScenario).then(|| format!("/lan/{}/scenarier/ny", county.code))
    }
}

/// Notes as the pages show them: each by itself, but all sources together, last.
pub(super) fn shown(lang: Lang, notes: &[Note]) -> Vec<Shown> {
    let (sources, others): (Vec<&Note>, Vec<&Note>) =
        notes.iter().partition(|note| note.kind == NoteKind::Source);
    let says = sources.iter().map(|note| note.says.as_str()).collect::<Vec<_>>().join(" ");
    let sources = (!says.is_empty()).then(|| Shown {
        tone: Tone::Plain,
        title: lang.t("county-note-source").to_owned(),
        says,
    });
    others.into_iter().map(|note| one(lang, note)).chain(sources).collect()
}

fn one(lang: Lang, note: &Note) -> Shown {
    let (tone, title) = match note.kind {
        NoteKind::Illustrative => (Tone::Late, lang.t("county-note-illustrative")),
        NoteKind::Missing => (Tone::Late, lang.t("county-note-missing")),
        NoteKind::Preliminary => (Tone::Plain, lang.t("county-note-preliminary")),
        NoteKind::Source => (Tone::Plain, lang.t("county-note-source")),
    };
    Shown { tone, title: title.to_owned(), says: note.says.clone() }
}

/// The code of the county that is looked at, none for the whole country; the usual one when the address asks for one
/// without associations here.
fn looked_at<'a>(query: &'a Query, counties: &[County], home: Option<&'a str>) -> Option<&'a str> {
    match query.county() {
        EVERYWHERE => None,
        code if counties.iter().any(|county| county.code == code) => Some(code),
        _ => home,
    }
}

/// Everything the years of national figures know.
pub(super) fn known(app: &App) -> Known {
    let mut known = Known::default();
    app.engine().each::<NationalYear, ()>(|key, year| {
        if let Ok(number) = key.parse() {
            known.read(number, year);
        }
    });
    known
}

/// Where a county's scenarios start from.
pub(super) fn county_start(visitor: &Visitor, of: geography::County, known: &Known) -> Option<Start> {
    let today = visitor.today();
    let own = |_: &str, a: &domain::Association| in_county(a, of).then(|| Own::of(a, today)).flatten();
    let own: Vec<Own> = visitor.app().engine().each(own).into_iter().flatten().collect();
    county(of, &own, known, today)
}

/// The counties with associations here, by code.
fn counties(app: &App) -> Vec<County> {
    let associations = app.engine().associations();
    let here = |county: &&geography::County| associations.iter().any(|a| a.county == county.name);
    let found = geography::counties().iter().filter(here);
    found.map(|county| County { code: county.code.to_owned(), name: county.name.to_owned() }).collect()
}

/// The county where the visitor has most associations; for others the one with most associations here.
fn home(visitor: &Visitor, counties: &[County]) -> Option<String> {
    let associations = visitor.app().engine().associations();
    let mine = |slug: &str| {
        let known = |a: &domain::Association| {
            visitor.person().is_some_and(|person| a.profile.people.contains_key(&person))
        };
        visitor.app().engine().read(slug, known).unwrap_or(false)
    };
    let weight = |county: &&County| {
        let here = associations.iter().filter(|a| a.county == county.name);
        let (all, own) = here.fold((0, 0), |(all, own), a| (all + 1, own + usize::from(mine(&a.slug))));
        (own, all)
    };
    counties.iter().rev().max_by_key(weight).map(|county| county.code.clone())
}

/// Whether a visitor may do something in a county that the address need not name.
pub(super) fn may(visitor: &Visitor, county: geography::County, action: Action) -> bool {
    let roles = roles_in(visitor.app(), visitor.person(), visitor.today(), |a| in_county(a, county));
    visitor.app().access().allows(roles, action, Facts::default())
}

/// The other pages of allocation: address, label, whether it is this one.
pub(super) fn views(visitor: &Visitor, here: &str) -> Vec<(String, String, bool)> {
    let lang = visitor.lang();
    let mut views = vec![(PATH.to_owned(), lang.t("county-view-calculator").to_owned())];
    let home = home(visitor, &counties(visitor.app())).and_then(|code| geography::county(&code));
    if let Some(county) = home.filter(|county| may(visitor, *county, Action::ReadCounty)) {
        for (path, key) in [
            ("scenarier", "county-view-scenarios"),
            ("gruppering", "county-view-grouping"),
            ("beslutsunderlag", "county-view-papers"),
        ] {
            views.push((format!("/lan/{}/{path}", county.code), lang.t(key).to_owned()));
        }
    }
    views.push((format!("{PATH}/statistik"), lang.t("county-view-statistics").to_owned()));
    views.into_iter().map(|(path, label)| (path.clone(), label, path == here)).collect()
}
