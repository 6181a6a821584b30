//! Reading tables that people made: every fault is told with file, row, column and what to do about it.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use allocation::model::{BasisPoints, Brake};
use swedish::money::Ore;
use swedish::number::{NumberError, parse_scaled_unsigned};
use swedish::text::composed;

use crate::say;

/// What is wrong with the input, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct InputError {
    pub(crate) file: PathBuf,
    pub(crate) row: Option<u64>,
    pub(crate) column: Option<String>,
    pub(crate) problem: String,
    pub(crate) remedy: String,
}

impl fmt::Display for InputError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.file.display())?;
        if let Some(row) = self.row {
            write!(formatter, ", rad {row}")?;
        }
        if let Some(column) = &self.column {
            write!(formatter, ", kolumn {column}")?;
        }
        write!(formatter, ": {}. {}", self.problem, self.remedy)
    }
}

impl InputError {
    /// Something wrong with a whole file, or with what was asked.
    pub(crate) fn of_file(file: &Path, problem: impl fmt::Display, remedy: &str) -> Self {
        Self {
            file: file.to_owned(),
            row: None,
            column: None,
            problem: problem.to_string(),
            remedy: remedy.to_owned(),
        }
    }

    /// The same fault at a row and column.
    pub(crate) fn at(mut self, row: Option<u64>, column: Option<&str>) -> Self {
        self.row = row;
        self.column = column.map(str::to_owned);
        self
    }
}

/// Runs a command against standard output; wrong input leaves with exit code 2.
pub(crate) fn finish(command: impl FnOnce(&mut dyn Write) -> Result<(), InputError>) -> ExitCode {
    match command(&mut std::io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => say::failed(2, allocation::text_table::ordinary_spaces(&error.to_string())),
    }
}

/// A line to the reader, with ordinary spaces; a closed pipe is no fault of theirs.
pub(crate) fn tell(out: &mut dyn Write, text: impl fmt::Display) {
    let _ = writeln!(out, "{}", allocation::text_table::ordinary_spaces(&text.to_string()));
}

/// A value as JSON, indented.
pub(crate) fn tell_json(out: &mut dyn Write, value: &serde_json::Value) {
    let _ = writeln!(out, "{value:#}");
}

/// A decimal text as a JSON number.
pub(crate) fn json_number(text: &str) -> serde_json::Value {
    let number = text.parse::<i64>().map(serde_json::Number::from).ok();
    let number = number.or_else(|| text.parse::<f64>().ok().and_then(serde_json::Number::from_f64));
    number.map_or_else(|| serde_json::Value::from(text), serde_json::Value::Number)
}

/// A table with a header.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) file: PathBuf,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    lines: Vec<u64>,
}

/// One row of a table, by column name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    cells: &'a [String],
    pub(crate) line: u64,
}

impl Table {
    /// Reads a file with commas or semicolons; lines that begin with `#` are remarks.
    pub(crate) fn read(file: &Path, required: &[&str], optional: &[&str]) -> Result<Self, InputError> {
        let bytes = std::fs::read(file).map_err(|error| {
            InputError::of_file(file, format!("filen kan inte läsas ({error})"), "Kontrollera sökvägen")
        })?;
        Self::parse(file, &bytes, required, optional)
    }

    fn parse(file: &Path, bytes: &[u8], required: &[&str], optional: &[&str]) -> Result<Self, InputError> {
        let text =
            std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).map_err(|error| {
                let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let row = before.iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
                InputError::of_file(
                    file,
                    "tecknen är inte UTF-8",
                    "Spara filen som CSV med teckenkodning UTF-8",
                )
                .at(Some(row), None)
            })?;
        let text = composed(text);
        let first = text.lines().find(|line| !line.starts_with('#') && !line.trim().is_empty());
        let delimiter = if first.is_some_and(|line| line.contains(';')) { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .comment(Some(b'#'))
            .delimiter(delimiter)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut table =
            Self { file: file.to_owned(), header: Vec::new(), rows: Vec::new(), lines: Vec::new() };
        for record in reader.records() {
            let record = record.map_err(|error| {
                let row = error.position().map(csv::Position::line);
                table.error("raden kan inte läsas", "Kontrollera citattecken").at(row, None)
            })?;
            let line = record.position().map_or(0, |position| first_line(&text, position));
            let cells: Vec<String> = record.iter().map(str::to_owned).collect();
            if cells.iter().all(String::is_empty) {
                continue;
            }
            if table.header.is_empty() {
                table.header = cells;
                table.check_header(line, required, optional)?;
            } else if cells.len() == table.header.len() {
                table.rows.push(cells);
                table.lines.push(line);
            } else {
                let problem =
                    format!("raden har {} värden, men rubriken har {}", cells.len(), table.header.len());
                return Err(table
                    .error(&problem, "Lägg till eller ta bort skiljetecken")
                    .at(Some(line), None));
            }
        }
        if table.header.is_empty() {
            return Err(table.error("filen har ingen rubrikrad", &columns(required, optional)));
        }
        if table.rows.is_empty() {
            return Err(table.error("filen har inga rader under rubriken", "Lägg till minst en rad"));
        }
        Ok(table)
    }

    fn check_header(&self, line: u64, required: &[&str], optional: &[&str]) -> Result<(), InputError> {
        let at = |problem: &str, column: &str| {
            Err(self.error(problem, &columns(required, optional)).at(Some(line), Some(column)))
        };
        for (place, name) in self.header.iter().enumerate() {
            if self.header.iter().take(place).any(|earlier| earlier == name) {
                return at("kolumnen finns två gånger", name);
            }
            if !required.contains(&name.as_str()) && !optional.contains(&name.as_str()) {
                return at("kolumnen är okänd", name);
            }
        }
        match required.iter().find(|name| !self.has(name)) {
            Some(missing) => at("kolumnen saknas", missing),
            None => Ok(()),
        }
    }

    fn error(&self, problem: &str, remedy: &str) -> InputError {
        InputError::of_file(&self.file, problem, remedy)
    }

    /// Whether the table has a column.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.header.iter().any(|name| name == column)
    }

    /// The rows, in order.
    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.rows.iter().zip(&self.lines).map(|(cells, line)| Row { table: self, cells, line: *line })
    }

    /// The row at a place.
    pub(crate) fn row(&self, place: usize) -> Option<Row<'_>> {
        self.rows().nth(place)
    }

    /// Every row's name in a column, refusing an empty one and one that is there twice.
    pub(crate) fn names(&self, column: &str) -> Result<Vec<String>, InputError> {
        let mut names: Vec<String> = Vec::with_capacity(self.rows.len());
        for row in self.rows() {
            let name =
                row.text(column).ok_or_else(|| row.error(column, "namnet saknas", "Skriv ett namn"))?;
            if names.iter().any(|earlier| earlier == name) {
                let problem = format!("{name} finns två gånger");
                return Err(row.error(column, &problem, "Ta bort eller döp om den ena raden"));
            }
            names.push(name.to_owned());
        }
        Ok(names)
    }
}

impl Row<'_> {
    /// The text in a column; none when it is empty or the column is not there.
    pub(crate) fn text(&self, column: &str) -> Option<&str> {
        let place = self.table.header.iter().position(|name| name == column)?;
        self.cells.get(place).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// A fault in this row.
    pub(crate) fn error(&self, column: &str, problem: &str, remedy: &str) -> InputError {
        self.table.error(problem, remedy).at(Some(self.line), Some(column))
    }

    /// A number of at most so many decimals, scaled to a whole number; none when it is not known.
    pub(crate) fn number(&self, column: &str, decimals: u32) -> Result<Option<u64>, InputError> {
        let Some(text) = self.text(column) else { return Ok(None) };
        parse_scaled_unsigned(text, decimals)
            .map(Some)
            .map_err(|error| self.number_error(column, text, error))
    }

    /// An amount in tkr; none when it is not known.
    pub(crate) fn tkr(&self, column: &str) -> Result<Option<Ore>, InputError> {
        let Some(ore) = self.number(column, 5)? else { return Ok(None) };
        let too_large = || self.error(column, "talet är för stort", "Skriv beloppet i tusental kronor");
        i64::try_from(ore).map(|ore| Some(Ore::new(ore))).map_err(|_| too_large())
    }

    /// A yes or no; none when it is not known.
    pub(crate) fn yes_or_no(&self, column: &str) -> Result<Option<bool>, InputError> {
        match self.text(column).map(str::to_lowercase).as_deref() {
            None => Ok(None),
            Some("ja") => Ok(Some(true)),
            Some("nej") => Ok(Some(false)),
            Some(other) => {
                let remedy = "Skriv ja eller nej, eller lämna tomt om det inte är känt";
                Err(self.error(column, &format!("\u{201d}{other}\u{201d} är varken ja eller nej"), remedy))
            }
        }
    }

    fn number_error(&self, column: &str, text: &str, error: NumberError) -> InputError {
        let remedy = match error {
            NumberError::Negative => "Skriv noll eller mer, eller lämna tomt om det inte är känt",
            NumberError::TooManyDecimals { .. } => "Avrunda talet",
            NumberError::TooLarge => "Kontrollera antalet siffror",
            NumberError::Empty | NumberError::NotANumber => {
                "Skriv siffror, eller lämna tomt om uppgiften inte är känd"
            }
        };
        self.error(column, &format!("\u{201d}{text}\u{201d}: {error}"), remedy)
    }
}

/// The line where a record begins: the reader counts from the remarks and empty lines before it.
fn first_line(text: &str, position: &csv::Position) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let lines = text.get(start..).unwrap_or_default().lines();
    let skipped = lines.take_while(|line| line.trim().is_empty() || line.starts_with('#')).count();
    position.line() + skipped as u64
}

fn columns(required: &[&str], optional: &[&str]) -> String {
    let mut text = format!("Kolumnerna ska heta {}", required.join(", "));
    if !optional.is_empty() {
        text = format!("{text}; {} får finnas", optional.join(", "));
    }
    text
}

/// Reads an amount in tkr given on the command line.
pub(crate) fn tkr(text: &str) -> Result<Ore, String> {
    let ore = parse_scaled_unsigned(text, 5).map_err(|error| format!("{error} (belopp i tkr)"))?;
    i64::try_from(ore).map(Ore::new).map_err(|_| "talet är för stort".to_owned())
}

/// Reads a percentage with up to two decimals given on the command line.
pub(crate) fn percent(text: &str) -> Result<BasisPoints, String> {
    let parts = parse_scaled_unsigned(text, 2).map_err(|error| error.to_string())?;
    let parts = u32::try_from(parts).ok().and_then(BasisPoints::new);
    parts.ok_or_else(|| "skriv en procentsats från 0 till 100".to_owned())
}

/// The brake as given on the command line: a percentage, or `av`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BrakeSetting(pub(crate) Option<Brake>);

/// Reads the brake.
pub(crate) fn brake(text: &str) -> Result<BrakeSetting, String> {
    if matches!(text, "av" | "off") {
        return Ok(BrakeSetting(None));
    }
    percent(text)
        .map(|at_most| BrakeSetting(Some(Brake { at_most, equity_exception: true })))
        .map_err(|error| format!("{error}; eller av för att stänga av spärren"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Table, InputError> {
        Table::parse(Path::new("fil.csv"), text.as_bytes(), &["name", "need"], &["cap"])
    }

    #[test]
    fn swedish_and_english_tables_read_the_same() {
        for text in ["# anm\nname,need,cap\nA,\"1 000,5\",\n", "\u{feff}name;need;cap\r\n\r\nA;1000,5;\r\n"] {
            let table = parse(text).unwrap();
            let row = table.row(0).unwrap();
            assert_eq!(row.number("need", 3), Ok(Some(1_000_500)));
            assert_eq!(row.tkr("cap"), Ok(None));
        }
    }

    #[test]
    fn a_fault_is_told_with_file_row_column_and_remedy() {
        let remarks = parse("# anm\n\nname,need\nA,1\n# anm\n\nB,många\n").unwrap();
        assert_eq!(remarks.rows().map(|row| row.line).collect::<Vec<_>>(), [4, 7]);
        let table = parse("name,need\nA,1\nB,många\n").unwrap();
        let error = table.row(1).unwrap().number("need", 0).unwrap_err().to_string();
        assert!(error.starts_with("fil.csv, rad 3, kolumn need: \u{201d}många\u{201d}"), "{error}");
        assert!(error.ends_with("eller lämna tomt om uppgiften inte är känd"), "{error}");
        for (text, expected) in [
            ("name\nA\n", "fil.csv, rad 1, kolumn need: kolumnen saknas."),
            ("name,need,nead\nA,1,2\n", "fil.csv, rad 1, kolumn nead: kolumnen är okänd."),
            ("name,need,need\nA,1,2\n", "fil.csv, rad 1, kolumn need: kolumnen finns två gånger."),
            ("name,need\nA\n", "fil.csv, rad 2: raden har 1 värden, men rubriken har 2."),
            ("name,need\n", "fil.csv: filen har inga rader"),
            ("", "fil.csv: filen har ingen rubrikrad."),
        ] {
            let error = parse(text).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
        let error = parse("name,need\nA,1\nA,2\n").unwrap().names("name").unwrap_err();
        assert_eq!((error.row, error.column.as_deref()), (Some(3), Some("name")));
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_told_with_their_row() {
        let error = Table::parse(Path::new("x"), b"name,need\n\xe5,1\n", &["name"], &["need"]).unwrap_err();
        assert_eq!(error.row, Some(2));
    }

    #[test]
    fn the_brake_is_a_percentage_or_off() {
        assert_eq!(brake("av"), Ok(BrakeSetting(None)));
        assert_eq!(brake("7,5").unwrap().0.unwrap().at_most.get(), 750);
        assert!(brake("101").is_err());
        assert_eq!(tkr("5600,5").unwrap(), Ore::new(560_050_000));
    }
}
