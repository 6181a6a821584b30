//! The application's form as data: what is asked, in which order, and what must be answered before it is handed in.
//!
//! Show, read, prefill, check, compare and set in type all follow from this table, so that a field is written once:
//! here, beside its place in [`Application`], and its words in both languages.

use std::collections::BTreeMap;

use jiff::civil::Date;
use swedish::money::Ore;

use crate::fields::{Fields, TEXT, TITLE};
use crate::ids::MemberId;
use crate::initiative::events::{Application, Asf, Orientation};

#[cfg(test)]
mod tests;

/// A part of the form.
#[derive(Debug)]
pub struct Section {
    /// What its texts go by.
    pub name: &'static str,
    /// What it is called on the paper.
    pub title: &'static str,
    /// What is asked in it.
    pub fields: &'static [Field],
}

/// One thing that is asked.
#[derive(Debug)]
pub struct Field {
    /// What it is called in commands, in forms and, with hyphens, in texts.
    pub name: &'static str,
    /// What kind of answer it takes, and where the answer is kept.
    pub kind: Kind,
    /// What is told when it is not answered by the time the application is handed in; none may be left out.
    pub asked: Option<&'static str>,
    /// Whether the page gives a hint beside it.
    pub hint: bool,
    /// What it is called on the paper; what stands at its head has no place further down.
    pub heading: Option<&'static str>,
}

/// Where an answer is kept.
#[derive(Debug)]
pub struct Of<T: 'static, S: 'static = Application> {
    /// The answer.
    pub get: fn(&S) -> &T,
    /// Where to put it.
    pub set: fn(&mut S) -> &mut T,
}

/// A kind of answer.
#[derive(Debug)]
pub enum Kind {
    /// One line of words.
    Line(Of<String>),
    /// Running text.
    Text(Of<String>),
    /// Yes or no.
    Tick(Of<bool>),
    /// Aimed at individuals, or structural.
    Orientation(Of<Orientation>),
    /// Several members of the association.
    Members(Of<Vec<MemberId>>),
    /// One member of the association.
    Member(Of<Option<MemberId>>),
    /// A day.
    Day(Of<Option<Date>>),
    /// An amount for each year.
    Amounts(Of<BTreeMap<i16, Ore>>),
    /// What is true of the work integration social enterprises.
    Asf(Of<Asf>),
}

impl Field {
    const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, asked: None, hint: false, heading: None }
    }

    const fn asked(self, missing: &'static str) -> Self {
        Self { asked: Some(missing), ..self }
    }

    const fn hinted(self) -> Self {
        Self { hint: true, ..self }
    }

    const fn headed(self, heading: &'static str) -> Self {
        Self { heading: Some(heading), ..self }
    }

    /// Whether nothing is answered; a choice always is, and a tick that is not asked for.
    pub fn is_empty(&self, of: &Application) -> bool {
        match &self.kind {
            Kind::Line(it) | Kind::Text(it) => (it.get)(of).trim().is_empty(),
            Kind::Members(it) => (it.get)(of).is_empty(),
            Kind::Member(it) => (it.get)(of).is_none(),
            Kind::Day(it) => (it.get)(of).is_none(),
            Kind::Amounts(it) => sum((it.get)(of)) <= Ore::ZERO,
            Kind::Tick(it) => self.asked.is_some() && !*(it.get)(of),
            Kind::Orientation(_) | Kind::Asf(_) => false,
        }
    }

    /// What cannot be meant, however unfinished it is.
    fn meant(&self, fields: Fields, of: &Application, known: &dyn Fn(&MemberId) -> bool) -> Fields {
        const MEMBERS: &str = "Välj bland förbundets medlemmar.";
        match &self.kind {
            Kind::Line(it) => fields.within(self.name, (it.get)(of), TITLE),
            Kind::Text(it) => fields.within(self.name, (it.get)(of), TEXT),
            Kind::Members(it) => fields.hold((it.get)(of).iter().all(known), self.name, MEMBERS),
            Kind::Member(it) => fields.hold((it.get)(of).iter().all(known), self.name, MEMBERS),
            Kind::Amounts(it) => {
                let amounts = (it.get)(of);
                fields
                    .hold(
                        amounts.values().all(|amount| *amount >= Ore::ZERO),
                        self.name,
                        "Skriv beloppen i kronor, noll eller mer.",
                    )
                    .hold(
                        amounts.keys().all(|year| (2000..=2100).contains(year)),
                        self.name,
                        "Skriv åren med fyra siffror, som 2026.",
                    )
            }
            Kind::Tick(_) | Kind::Orientation(_) | Kind::Day(_) | Kind::Asf(_) => fields,
        }
    }
}

/// A field, with its name written once.
macro_rules! field {
    ($kind:ident $name:ident) => {
        Field::new(stringify!($name), Kind::$kind(Of { get: |a| &a.$name, set: |a| &mut a.$name }))
    };
}

/// The form, part by part.
pub const FORM: &[Section] = &[
    Section {
        name: "about",
        title: "Om insatsen",
        fields: &[field!(Line title).asked("Skriv en rubrik.").hinted(), field!(Orientation orientation)],
    },
    Section {
        name: "need",
        title: "Behov och målgrupp",
        fields: &[
            field!(Text need).asked("Beskriv behovet.").hinted().headed("Behov"),
            field!(Text target_group).asked("Beskriv målgruppen.").hinted().headed("Målgrupp"),
            field!(Tick needs_coordination)
                .asked("Kryssa för att målgruppen behöver stöd från minst två parter samtidigt; annars kan förbundet inte finansiera insatsen.")
                .hinted()
                .headed("Målgruppen behöver stöd från minst två parter samtidigt"),
            field!(Tick aims_at_work_ability)
                .asked("Kryssa för att insatsen ska ge eller förbättra förmågan att förvärvsarbeta; annars kan förbundet inte finansiera den.")
                .headed("Insatsen ska ge förmåga att förvärvsarbeta, eller förbättra den"),
        ],
    },
    Section {
        name: "parties",
        title: "Parterna",
        fields: &[
            field!(Members parties).asked("Välj vilka medlemmar som deltar.").hinted().headed("Medlemmar som deltar"),
            field!(Member carrier).asked("Välj vilken medlem som är huvudman.").hinted(),
            field!(Members members_heard).hinted().headed("Medlemsorganisationer som har hörts"),
        ],
    },
    Section {
        name: "method",
        title: "Metod och mål",
        fields: &[
            field!(Text method).asked("Beskriv metoden.").hinted().headed("Metod"),
            field!(Text goals).asked("Skriv målen.").hinted().headed("Mål"),
            field!(Text indicators).asked("Skriv kvalitetsindikatorerna.").hinted().headed("Kvalitetsindikatorer"),
        ],
    },
    Section {
        name: "budget",
        title: "Tid och budget",
        fields: &[
            field!(Day from).asked("Ange första dag, som 2026-01-01."),
            field!(Day until).asked("Ange sista dag, som 2026-12-31."),
            field!(Amounts budget).asked("Ange vad som söks per år, i kronor.").hinted().headed("Sökt belopp"),
        ],
    },
    Section {
        name: "follow",
        title: "Uppföljning och utvärdering",
        fields: &[
            field!(Text follow_up).asked("Beskriv uppföljningen.").hinted().headed("Uppföljning"),
            field!(Text evaluation).asked("Beskriv utvärderingen.").hinted().headed("Utvärdering"),
        ],
    },
    Section {
        name: "after",
        title: "Efter insatsen",
        fields: &[
            field!(Text implementation).hinted().headed("Hur arbetet förs in i ordinarie verksamhet"),
            field!(Member receiver).headed("Medlem som tar över"),
        ],
    },
    Section {
        name: "limits",
        title: "Gränser för vad förbundet får finansiera",
        fields: &[
            field!(Tick service_by_association)
                .hinted()
                .headed("Förbundet ger självt stöd eller service till enskilda, eller prövar deras rätt till ersättning"),
            field!(Asf asf).hinted().headed("Arbetsintegrerande sociala företag"),
        ],
    },
];

/// Something that may be true of the work integration social enterprises.
#[derive(Debug)]
pub struct AsfPart {
    /// What it is called in commands and forms.
    pub name: &'static str,
    /// What it is called on the paper.
    pub heading: &'static str,
    /// Where it is kept.
    pub of: Of<bool, Asf>,
}

macro_rules! asf {
    ($name:ident, $heading:literal) => {
        AsfPart {
            name: stringify!($name),
            heading: $heading,
            of: Of { get: |a| &a.$name, set: |a| &mut a.$name },
        }
    };
}

/// What is asked about work integration social enterprises.
pub const ASF: &[AsfPart] = &[
    asf!(involved, "Ett sådant företag deltar"),
    asf!(cash_to_business, "Kontanta medel betalas till ett företag"),
    asf!(starts_or_develops, "Ett sådant företag startas eller utvecklas"),
    asf!(membership, "Medlemskap i ett sådant företag betalas"),
    asf!(trains_staff, "Företagets personal utbildas"),
];

/// Every field of the form, in its order.
pub fn fields() -> impl Iterator<Item = &'static Field> {
    FORM.iter().flat_map(|section| section.fields)
}

/// What cannot be meant in a draft; a half-finished one is saved.
pub(crate) fn meant(of: &Application, known: &dyn Fn(&MemberId) -> bool) -> Fields {
    let days = of.from.zip(of.until);
    fields()
        .fold(Fields::new(), |found, field| field.meant(found, of, known))
        .hold(!of.title.trim().is_empty(), "title", "Skriv en rubrik.")
        .hold(
            days.is_none_or(|(from, until)| from <= until),
            "until",
            "Ange en sista dag som inte är före den första.",
        )
}

/// What is still missing before the application can be handed in.
pub(crate) fn missing(of: &Application) -> Fields {
    let years = of.from.zip(of.until).map(|(from, until)| from.year()..=until.year());
    let span = years.as_ref().map_or_else(String::new, |y| format!("{}–{}", y.start(), y.end()));
    fields()
        .fold(Fields::new(), |found, field| match field.asked {
            Some(says) => found.hold(!field.is_empty(of), field.name, says),
            None => found,
        })
        .hold(
            years.is_none_or(|years| of.budget.keys().all(|year| years.contains(year))),
            "budget",
            format!("Ange belopp bara för åren {span}, som insatsen pågår."),
        )
}

/// What is applied for in all.
pub fn sum(amounts: &BTreeMap<i16, Ore>) -> Ore {
    Ore::new(amounts.values().fold(0_i64, |sum, amount| sum.saturating_add(amount.ore())))
}
