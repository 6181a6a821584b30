//! A change that is being filled in: which kind, its fields, and what is missing.

use allocation::change::{Change, Part, Previous};
use domain::FieldError;
use kit::form::Typed;

use super::amount::{AMOUNT, amount};

/// The kind of change that is added; its slug is what the button sends as `lagg`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Several associations become one.
    Merge,
    /// One association becomes several.
    Split,
    /// A municipality comes to an association.
    Move,
    /// A municipality leaves.
    Leave,
    /// Municipalities form an association.
    New,
    /// What an association can receive.
    Cap,
}

impl Kind {
    /// All, in the order they are offered.
    pub const ALL: [Self; 6] = [Self::Merge, Self::Split, Self::Move, Self::Leave, Self::New, Self::Cap];

    /// What the button sends.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Merge => "ihop",
            Self::Split => "dela",
            Self::Move => "flytta",
            Self::Leave => "lamna",
            Self::New => "bilda",
            Self::Cap => "tak",
        }
    }

    /// The names of its fields.
    pub(super) fn names(self) -> &'static [&'static str] {
        match self {
            Self::Merge => &["ihop", "ihop-namn", "ihop-utan"],
            Self::Split => &["dela", "del", "dela-namn-1", "dela-namn-2", "dela-namn-3"],
            Self::Move => &["flytta-kommun", "flytta-till"],
            Self::Leave => &["lamna-kommun"],
            Self::New => &["bilda", "bilda-namn"],
            Self::Cap => &["tak-forbund", "tak-belopp"],
        }
    }

    /// Whether something is filled in for it.
    pub fn is_begun(self, typed: &Typed) -> bool {
        self.names().iter().any(|name| typed.has(name))
    }
}

/// Whether a name belongs to a change that is being filled in.
pub(super) fn is_name(name: &str) -> bool {
    name == "lagg" || Kind::ALL.into_iter().any(|kind| kind.names().contains(&name))
}

/// The change that is asked to be added, or what is missing in it; `None` when none is.
pub(super) fn asked(typed: &Typed) -> Option<Result<Change, Vec<FieldError>>> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.slug() == typed.get("lagg"))?;
    Some(match kind {
        Kind::Merge => merge(typed),
        Kind::Split => split(typed),
        Kind::Move => both(
            chosen(typed, "flytta-kommun", "Välj den kommun som flyttar."),
            chosen(typed, "flytta-till", "Välj det förbund som kommunen flyttar till."),
        )
        .map(|(municipality, to)| Change::Move { municipality, to }),
        Kind::Leave => chosen(typed, "lamna-kommun", "Välj den kommun som lämnar sitt förbund.")
            .map(|municipality| Change::Leave { municipality }),
        Kind::New => {
            let municipalities: Vec<String> = typed.all("bilda").map(str::to_owned).collect();
            let some = if municipalities.is_empty() {
                Err(vec![FieldError::new("bilda", "Välj minst en kommun som ska bilda förbundet.")])
            } else {
                Ok(municipalities)
            };
            both(some, chosen(typed, "bilda-namn", "Skriv vad det nya förbundet ska heta."))
                .map(|(municipalities, name)| Change::New { name, municipalities })
        }
        Kind::Cap => cap(typed),
    })
}

fn merge(typed: &Typed) -> Result<Change, Vec<FieldError>> {
    let associations: Vec<String> = typed.all("ihop").map(str::to_owned).collect();
    let several = if associations.len() < 2 {
        Err(vec![FieldError::new("ihop", "Välj minst två förbund som ska slås ihop.")])
    } else {
        Ok(associations)
    };
    both(several, chosen(typed, "ihop-namn", "Skriv vad det nya förbundet ska heta.")).map(
        |(associations, name)| {
            let anew = typed.has("ihop-utan");
            let previous = if anew { Previous::None } else { Previous::Sum };
            Change::Merge { associations, name, previous }
        },
    )
}

/// Each municipality goes to the part whose number stands after it: `Vaggeryd:2`.
fn split(typed: &Typed) -> Result<Change, Vec<FieldError>> {
    let names: [(&'static str, &str); 3] = [
        ("dela-namn-1", "Skriv vad den första delen ska heta."),
        ("dela-namn-2", "Skriv vad den andra delen ska heta."),
        ("dela-namn-3", "Skriv vad den tredje delen ska heta."),
    ];
    let association = chosen(typed, "dela", "Välj det förbund som ska delas.")?;
    let mut parts = Vec::new();
    let mut errors = Vec::new();
    for (at, (field, says)) in names.into_iter().enumerate() {
        let number = at.saturating_add(1).to_string();
        let members = typed.all("del").filter_map(|value| value.rsplit_once(':'));
        let municipalities: Vec<String> = members
            .filter(|(_, part)| *part == number)
            .map(|(municipality, _)| municipality.to_owned())
            .collect();
        if municipalities.is_empty() {
            continue;
        }
        match chosen(typed, field, says) {
            Ok(name) => parts.push(Part { name, municipalities }),
            Err(more) => errors.extend(more),
        }
    }
    if errors.is_empty() && parts.len() < 2 {
        errors.push(FieldError::new("del", "Lägg kommunerna i minst två delar."));
    }
    if errors.is_empty() { Ok(Change::Split { association, parts }) } else { Err(errors) }
}

fn cap(typed: &Typed) -> Result<Change, Vec<FieldError>> {
    let limit = match typed.get("tak-belopp") {
        "" => Ok(None),
        text => amount(text).map(Some).ok_or_else(|| vec![FieldError::new("tak-belopp", AMOUNT)]),
    };
    both(chosen(typed, "tak-forbund", "Välj det förbund som taket gäller."), limit)
        .map(|(association, cap)| Change::Cap { association, cap })
}

fn chosen(typed: &Typed, field: &'static str, says: &str) -> Result<String, Vec<FieldError>> {
    match typed.get(field) {
        "" => Err(vec![FieldError::new(field, says)]),
        value => Ok(value.to_owned()),
    }
}

/// Both, or everything that is missing in either.
fn both<A, B>(
    a: Result<A, Vec<FieldError>>,
    b: Result<B, Vec<FieldError>>,
) -> Result<(A, B), Vec<FieldError>> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(a), Err(b)) => Err([a, b].concat()),
        (Err(errors), Ok(_)) | (Ok(_), Err(errors)) => Err(errors),
    }
}
