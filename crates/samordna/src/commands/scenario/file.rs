//! The scenario file: a name, a starting point and changes, as TOML beside a table of municipalities.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use allocation::apportion::TieRule;
use allocation::change::{Change, Figures, Part, Previous};
use allocation::contributions::Key;
use allocation::model::{Keys, Need, Parameters};
use allocation::scenario::{Association, Basis, Belongs, Country, Municipality};
use allocation::strategy::Strategy;
use serde::Deserialize;
use swedish::money::{Ore, Unit};
use swedish::text::composed;
use toml::Spanned;

use super::super::csv_input::{self, InputError, Table};

/// A scenario that has been read.
pub(super) struct Scenario {
    pub(super) name: String,
    pub(super) country: Country,
    pub(super) changes: Vec<Change>,
    /// The row of each change in the file.
    pub(super) change_rows: Vec<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    #[serde(default)]
    basis: Basis,
    #[serde(default)]
    year: i16,
    municipalities: Spanned<PathBuf>,
    #[serde(default)]
    parameters: FileParameters,
    #[serde(default)]
    association: Vec<Spanned<FileAssociation>>,
    #[serde(default)]
    change: Vec<Spanned<FileChange>>,
}

/// A number as TOML writes it, or as text with a decimal comma; a floating number is never read.
#[derive(Clone, Deserialize)]
#[serde(untagged, expecting = "skriv ett heltal, eller ett tal med decimaler inom citattecken")]
enum Number {
    Whole(u64),
    Text(String),
}

/// The brake: a percentage, or `false` when it is off.
#[derive(Clone, Deserialize)]
#[serde(untagged, expecting = "skriv en procentsats eller false")]
enum FileBrake {
    Off(bool),
    Percent(Number),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FileParameters {
    total: Number,
    base: Number,
    need_weight: u32,
    brake: FileBrake,
    strategy: Strategy,
    unit: Unit,
}

impl Default for FileParameters {
    fn default() -> Self {
        Self {
            total: Number::Whole(339_000),
            base: Number::Whole(400),
            need_weight: 75,
            brake: FileBrake::Percent(Number::Whole(10)),
            strategy: Strategy::Scale,
            unit: Unit::Tkr,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileAssociation {
    name: String,
    municipalities: Option<Vec<String>>,
    state: Option<Number>,
    previous: Option<Number>,
    cap: Option<Number>,
    floor_applies: Option<bool>,
    key: Option<Vec<u64>>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
enum FileChange {
    Merge {
        associations: Vec<String>,
        name: String,
        #[serde(default)]
        previous: Previous,
    },
    Split {
        association: String,
        parts: Vec<Part>,
    },
    Move {
        municipality: String,
        to: String,
    },
    Leave {
        municipality: String,
    },
    New {
        name: String,
        municipalities: Vec<String>,
    },
    Total {
        total: Number,
    },
    Base {
        base: Number,
    },
    Keys {
        need_weight: u32,
    },
    Brake {
        brake: FileBrake,
    },
    Strategy {
        strategy: Strategy,
    },
    Cap {
        association: String,
        cap: Option<Number>,
    },
    Statistics {
        year: i16,
        file: PathBuf,
    },
}

/// A scenario file while it is read: where faults are told.
struct Reading<'a> {
    path: &'a Path,
    text: &'a str,
}

/// Reads a scenario and the tables it names, beside itself.
pub(super) fn read(path: &Path) -> Result<Scenario, InputError> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        InputError::of_file(path, format!("filen kan inte läsas ({error})"), "Kontrollera sökvägen")
    })?;
    let text = composed(&text);
    let reading = Reading { path, text: &text };
    let file: File = toml::from_str(&text).map_err(|error| {
        let fault = reading.fault(error.message(), error.span());
        InputError { remedy: "Jämför med data/examples/README.md".to_owned(), ..fault }
    })?;
    reading.scenario(file)
}

impl Reading<'_> {
    fn scenario(&self, file: File) -> Result<Scenario, InputError> {
        let parameters = self.parameters(&file.parameters)?;
        let table_path = self.beside(file.municipalities.get_ref());
        let (municipalities, listed) = municipalities(&table_path)?;
        let mut country = Country {
            parameters,
            basis: file.basis,
            year: file.year,
            statistics_year: None,
            municipalities,
            associations: Vec::new(),
        };
        let listed_in = |name: &str| -> Vec<usize> {
            let places = listed.iter().enumerate();
            places.filter(|(_, own)| own.as_deref() == Some(name)).map(|(place, _)| place).collect()
        };
        let mut taken: Vec<usize> = Vec::new();
        for spanned in &file.association {
            let span = Some(spanned.span());
            let association = self.association(&country, spanned.get_ref(), &listed_in, span.clone())?;
            let twice = association.municipalities.iter().find(|place| taken.contains(place));
            if let Some(municipality) = twice.and_then(|place| country.municipalities.get(*place)) {
                return Err(self.fault(&format!("{} är med i två förbund", municipality.name), span));
            }
            if country.associations.iter().any(|other| other.name == association.name) {
                return Err(self.fault(&format!("{} finns två gånger", association.name), span));
            }
            taken.extend(&association.municipalities);
            country.associations.push(association);
        }
        for name in listed.iter().flatten() {
            if !country.associations.iter().any(|association| *association.name == **name) {
                country.associations.push(unknown_money(name.as_str().into(), listed_in(name)));
            }
        }
        if country.associations.is_empty() {
            let span = Some(file.municipalities.span());
            return Err(self.fault("inget förbund finns, varken som [[association]] eller i tabellen", span));
        }
        let (mut changes, mut change_rows) = (Vec::new(), Vec::new());
        for spanned in file.change {
            let span = spanned.span();
            change_rows.push(self.row_and_column(&span).0);
            changes.push(self.change(spanned.into_inner(), Some(span))?);
        }
        Ok(Scenario { name: file.name, country, changes, change_rows })
    }

    fn parameters(&self, file: &FileParameters) -> Result<Parameters, InputError> {
        Ok(Parameters {
            total: self.tkr(&file.total, None)?,
            base: self.tkr(&file.base, None)?,
            keys: self.keys(file.need_weight, None)?,
            brake: self.brake(&file.brake, None)?,
            strategy: file.strategy,
            unit: file.unit,
            ties: TieRule::Leave,
        })
    }

    fn association(
        &self,
        country: &Country,
        file: &FileAssociation,
        listed_in: &dyn Fn(&str) -> Vec<usize>,
        span: Option<Range<usize>>,
    ) -> Result<Association, InputError> {
        let municipalities = match &file.municipalities {
            None => listed_in(&file.name),
            Some(names) => {
                let mut places = Vec::with_capacity(names.len());
                for name in names {
                    let of = |m: &Municipality| *m.name == **name || *m.code == **name;
                    let place = country.municipalities.iter().position(of).ok_or_else(|| {
                        self.fault(&format!("kommunen {name} finns inte i tabellen"), span.clone())
                    })?;
                    places.push(place);
                }
                places
            }
        };
        if municipalities.is_empty() {
            return Err(self.fault(&format!("{} har inga kommuner", file.name), span));
        }
        let state = self.optional_tkr(file.state.as_ref(), span.clone())?;
        Ok(Association {
            previous: self.optional_tkr(file.previous.as_ref(), span.clone())?,
            cap: self.optional_tkr(file.cap.as_ref(), span)?,
            floor_applies: file.floor_applies,
            need_part: state.and_then(|state| state.checked_sub(country.parameters.base)),
            municipal_key: file.key.clone().map_or(Key::Inhabitants, Key::Agreed),
            ..unknown_money(file.name.as_str().into(), municipalities)
        })
    }

    fn change(&self, file: FileChange, span: Option<Range<usize>>) -> Result<Change, InputError> {
        Ok(match file {
            FileChange::Merge { associations, name, previous } => {
                Change::Merge { associations, name, previous }
            }
            FileChange::Split { association, parts } => Change::Split { association, parts },
            FileChange::Move { municipality, to } => Change::Move { municipality, to },
            FileChange::Leave { municipality } => Change::Leave { municipality },
            FileChange::New { name, municipalities } => Change::New { name, municipalities },
            FileChange::Total { total } => Change::Total { total: self.tkr(&total, span)? },
            FileChange::Base { base } => Change::Base { base: self.tkr(&base, span)? },
            FileChange::Keys { need_weight } => Change::Keys { keys: self.keys(need_weight, span)? },
            FileChange::Brake { brake } => Change::Brake { brake: self.brake(&brake, span)? },
            FileChange::Strategy { strategy } => Change::Strategy { strategy },
            FileChange::Cap { association, cap } => {
                Change::Cap { association, cap: self.optional_tkr(cap.as_ref(), span)? }
            }
            FileChange::Statistics { year, file } => {
                Change::Statistics { year, figures: statistics(&self.beside(&file))? }
            }
        })
    }

    fn tkr(&self, number: &Number, span: Option<Range<usize>>) -> Result<Ore, InputError> {
        let text = match number {
            Number::Whole(whole) => whole.to_string(),
            Number::Text(text) => text.clone(),
        };
        csv_input::tkr(&text).map_err(|error| self.fault(&format!("\u{201d}{text}\u{201d}: {error}"), span))
    }

    fn optional_tkr(
        &self,
        number: Option<&Number>,
        span: Option<Range<usize>>,
    ) -> Result<Option<Ore>, InputError> {
        number.map(|number| self.tkr(number, span)).transpose()
    }

    fn keys(&self, need_weight: u32, span: Option<Range<usize>>) -> Result<Keys, InputError> {
        Keys::from_need_percent(need_weight)
            .ok_or_else(|| self.fault("need_weight ska vara en procentsats från 0 till 100", span))
    }

    fn brake(
        &self,
        brake: &FileBrake,
        span: Option<Range<usize>>,
    ) -> Result<Option<allocation::model::Brake>, InputError> {
        let text = match brake {
            FileBrake::Off(false) => return Ok(None),
            FileBrake::Off(true) => return Err(self.fault("skriv en procentsats eller false", span)),
            FileBrake::Percent(Number::Whole(whole)) => whole.to_string(),
            FileBrake::Percent(Number::Text(text)) => text.clone(),
        };
        csv_input::brake(&text).map(|setting| setting.0).map_err(|error| self.fault(&error, span))
    }

    fn beside(&self, file: &Path) -> PathBuf {
        self.path.parent().unwrap_or_else(|| Path::new("")).join(file)
    }

    fn fault(&self, problem: &str, span: Option<Range<usize>>) -> InputError {
        let error = InputError::of_file(self.path, problem, "Rätta raden");
        let Some((row, column)) = span.map(|span| self.row_and_column(&span)) else { return error };
        error.at(Some(row), Some(&column.to_string()))
    }

    fn row_and_column(&self, span: &Range<usize>) -> (u64, u64) {
        let before = self.text.get(..span.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        (before.matches('\n').count() as u64 + 1, line.chars().count() as u64 + 1)
    }
}

fn unknown_money(name: Arc<str>, municipalities: Vec<usize>) -> Association {
    Association {
        name,
        municipalities,
        previous: None,
        cap: None,
        floor_applies: None,
        need_part: None,
        municipal_key: Key::Inhabitants,
        region_key: Key::Inhabitants,
    }
}

const MUNICIPAL: [&str; 6] = ["code", "association", "region", "need", "inhabitants", "key_inhabitants"];

/// The municipalities of a table, and the association each is listed in.
fn municipalities(path: &Path) -> Result<(Vec<Municipality>, Vec<Option<String>>), InputError> {
    let table = Table::read(path, &["municipality"], &MUNICIPAL)?;
    let names = table.names("municipality")?;
    let (mut municipalities, mut listed) = (Vec::with_capacity(names.len()), Vec::with_capacity(names.len()));
    for (row, name) in table.rows().zip(names) {
        let belongs = row.text("region").map(|region| match region {
            "utanför" => Belongs::Outside,
            name => Belongs::Region(name.into()),
        });
        let figures = figures(&row)?;
        municipalities.push(Municipality {
            code: row.text("code").unwrap_or(&name).into(),
            name: name.as_str().into(),
            belongs,
            need: figures.need,
            inhabitants: figures.inhabitants,
            key_inhabitants: figures.key_inhabitants,
        });
        listed.push(row.text("association").map(str::to_owned));
    }
    Ok((municipalities, listed))
}

fn statistics(path: &Path) -> Result<BTreeMap<String, Figures>, InputError> {
    let table = Table::read(path, &["code"], &["municipality", "need", "inhabitants", "key_inhabitants"])?;
    let codes = table.names("code")?;
    codes.into_iter().zip(table.rows()).map(|(code, row)| Ok((code, figures(&row)?))).collect()
}

fn figures(row: &csv_input::Row<'_>) -> Result<Figures, InputError> {
    Ok(Figures {
        need: row.number("need", 3)?.map(Need::from_thousandths),
        inhabitants: row.number("inhabitants", 0)?,
        key_inhabitants: row.number("key_inhabitants", 0)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Scenario, InputError> {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("k.csv"), "municipality,association\nA,Ett\nB,Ett\n").unwrap();
        let file = dir.path().join("s.toml");
        std::fs::write(&file, text).unwrap();
        read(&file)
    }

    const START: &str = "name = \"Prov\"\nmunicipalities = \"k.csv\"\n";

    #[test]
    fn a_fault_is_told_with_row_and_column() {
        for (text, row, column) in [
            ("[[change]]\nkind = \"merg\"\n", 4, "8"),
            ("[parameters]\ntotal = 1.5\n", 4, "9"),
            ("[[association]]\nname = \"Ett\"\nmunicipalities = [\"C\"]\n", 3, "1"),
            ("nonsense = 1\n", 3, "1"),
        ] {
            let error = read_text(&format!("{START}{text}")).err().unwrap();
            assert_eq!((error.row, error.column.as_deref()), (Some(row), Some(column)), "{error}");
        }
        let error = read_text("name = \"Prov\"\nmunicipalities = \"saknas.csv\"\n").err().unwrap();
        assert!(error.file.ends_with("saknas.csv"), "{error}");
    }

    #[test]
    fn associations_come_from_the_table_and_their_money_from_the_file() {
        let text = format!("{START}[[association]]\nname = \"Ett\"\nstate = \"900,5\"\nkey = [1, 2]\n");
        let scenario = read_text(&text).unwrap();
        let [association] = scenario.country.associations.as_slice() else { panic!("one association") };
        assert_eq!(association.municipalities, [0, 1]);
        assert_eq!(association.need_part, Some(Ore::new(50_050_000)));
        assert_eq!(association.municipal_key, Key::Agreed(vec![1, 2]));
    }
}
