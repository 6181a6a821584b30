//! The statistics database's own JSON: columns, and for each key of codes a list of values.

use serde::Deserialize;

use super::format::Format;
use super::table::{
    Column, Hint, MAX_CELLS, MAX_COLUMNS, Source, Texts, too_many_cells, too_many_columns, unique,
};
use super::unreadable;
use crate::fault::{Fault, Place};

#[derive(Deserialize)]
struct Answer {
    columns: Vec<Named>,
    data: Vec<Line>,
    #[serde(default)]
    comments: Vec<Comment>,
    #[serde(default)]
    metadata: Vec<About>,
}

#[derive(Deserialize)]
struct Named {
    code: String,
    #[serde(default)]
    text: String,
    #[serde(rename = "type", default)]
    kind: String,
}

#[derive(Deserialize)]
struct Line {
    key: Vec<String>,
    values: Vec<String>,
}

#[derive(Deserialize)]
struct Comment {
    #[serde(default)]
    comment: String,
}

#[derive(Deserialize)]
struct About {
    label: Option<String>,
    source: Option<String>,
}

/// Reads an answer.
pub(super) fn read(text: &str) -> Result<Source, Fault> {
    let answer: Answer = serde_json::from_str(text).map_err(|error| unreadable::json(&error))?;
    let keys = answer.columns.iter().filter(|column| column.kind != "c").count();
    let values = answer.columns.len() - keys;
    if keys == 0 || values == 0 {
        return Err(Fault::new("filen saknar kolumner för region eller värden", "Hämta filen på nytt"));
    }
    if answer.columns.len() > MAX_COLUMNS {
        return Err(too_many_columns());
    }
    if answer.data.len().saturating_mul(answer.columns.len()) > MAX_CELLS {
        return Err(too_many_cells());
    }
    let mut texts = Texts::default();
    let mut cells: Vec<Vec<u32>> = vec![Vec::with_capacity(answer.data.len()); answer.columns.len()];
    for (line, number) in answer.data.iter().zip(1..) {
        if line.key.len() != keys || line.values.len() != values {
            let problem = format!(
                "nyckeln har {} delar och {} värden, men kolumnerna är {keys} och {values}",
                line.key.len(),
                line.values.len()
            );
            return Err(Fault::new(problem, "Hämta filen på nytt").at(Place::Value(number)));
        }
        for (column, text) in cells.iter_mut().zip(line.key.iter().chain(&line.values)) {
            column.push(texts.plain(text));
        }
    }
    // Keys come before values in each line, whatever the order of the columns.
    let (dimensions, contents): (Vec<&Named>, Vec<&Named>) =
        answer.columns.iter().partition(|column| column.kind != "c");
    let ordered: Vec<&Named> = dimensions.into_iter().chain(contents).collect();
    let names = unique(ordered.iter().map(|column| column.shown().to_owned()).collect());
    let columns = ordered.into_iter().zip(cells).zip(names).map(|((named, cells), name)| Column {
        headings: vec![named.shown().to_owned()],
        name,
        named: true,
        hint: named.hint(),
        cells,
    });
    let about = answer.metadata.into_iter().next();
    let (title, publisher) = about.map_or((None, None), |about| (about.label, about.source));
    Ok(Source {
        format: Format::PxJson,
        sheet: None,
        sheets: Vec::new(),
        title,
        notes: answer.comments.into_iter().map(|said| said.comment).filter(|note| !note.is_empty()).collect(),
        publisher,
        texts,
        columns: columns.collect(),
        rows: None,
    })
}

impl Named {
    fn shown(&self) -> &str {
        if self.text.is_empty() { &self.code } else { &self.text }
    }

    fn hint(&self) -> Hint {
        match self.kind.as_str() {
            "c" => Hint::Figures,
            "t" => Hint::Time,
            _ => Hint::Dimension,
        }
    }
}

#[cfg(test)]
mod tests;
