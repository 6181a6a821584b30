//! JSON-stat, 2.0 and 1.x: dimensions with categories, and one long list of values that they count through.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::format::Format;
use super::table::{
    Column, Hint, MAX_CELLS, MAX_COLUMNS, Source, Text, Texts, too_many_cells, too_many_columns, unique,
};
use super::unreadable;
use crate::fault::Fault;

#[derive(Deserialize)]
struct Dataset {
    class: Option<String>,
    label: Option<String>,
    source: Option<Value>,
    note: Option<Value>,
    id: Option<Vec<String>>,
    size: Option<Vec<usize>>,
    role: Option<Map<String, Value>>,
    dimension: Map<String, Value>,
    #[serde(default)]
    value: Listed,
    #[serde(default)]
    status: Listed,
}

#[derive(Deserialize)]
struct Dimension {
    label: Option<String>,
    note: Option<Value>,
    category: Category,
}

#[derive(Deserialize)]
struct Category {
    index: Option<Index>,
    label: Option<BTreeMap<String, String>>,
}

/// Categories in order, or with the place of each.
#[derive(Deserialize)]
#[serde(untagged)]
enum Index {
    List(Vec<String>),
    Places(BTreeMap<String, usize>),
}

/// Values or signs: a list, those that there are by place, or one for all.
#[derive(Default, Deserialize)]
#[serde(untagged)]
enum Listed {
    #[default]
    None,
    List(Vec<Option<Scalar>>),
    Places(BTreeMap<String, Option<Scalar>>),
    One(String),
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Scalar {
    Number(serde_json::Number),
    Text(String),
}

impl Scalar {
    fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

impl Listed {
    fn get(&self, place: usize) -> Option<String> {
        match self {
            Self::None => None,
            Self::List(list) => list.get(place)?.as_ref().map(Scalar::text),
            Self::Places(places) => places.get(&place.to_string())?.as_ref().map(Scalar::text),
            Self::One(text) => Some(text.clone()),
        }
    }
}

/// The older form, where the table stands in a `dataset`.
#[derive(Deserialize)]
struct Wrapped {
    dataset: Dataset,
}

/// Reads a table of version 2.0.
pub(super) fn read(text: &str) -> Result<Source, Fault> {
    table(serde_json::from_str(text).map_err(|error| unreadable::json(&error))?, Format::JsonStat2)
}

/// Reads a table of version 1.x, in its `dataset`.
pub(super) fn read_wrapped(text: &str) -> Result<Source, Fault> {
    let wrapped: Wrapped = serde_json::from_str(text).map_err(|error| unreadable::json(&error))?;
    table(wrapped.dataset, Format::JsonStat1)
}

fn table(mut dataset: Dataset, format: Format) -> Result<Source, Fault> {
    if dataset.class.as_deref().is_some_and(|class| class != "dataset") {
        return Err(Fault::new(
            "filen är JSON-stat, men ingen tabell",
            "Hämta en tabell, inte en lista av tabeller",
        ));
    }
    // In 1.x these stand among the dimensions.
    let inner =
        |name: &str, dimension: &mut Map<String, Value>| dimension.remove(name).unwrap_or(Value::Null);
    if dataset.id.is_none() {
        dataset.id = serde_json::from_value(inner("id", &mut dataset.dimension)).ok();
        dataset.size = serde_json::from_value(inner("size", &mut dataset.dimension)).ok();
        dataset.role = serde_json::from_value(inner("role", &mut dataset.dimension)).ok();
    }
    let (Some(id), Some(size)) = (&dataset.id, &dataset.size) else {
        return Err(malformed("dimensionernas ordning och storlek saknas"));
    };
    if id.len() != size.len() || id.is_empty() {
        return Err(malformed("dimensionerna och deras storlekar är inte lika många"));
    }
    if id.len() > MAX_COLUMNS {
        return Err(too_many_columns());
    }
    let count = size.iter().try_fold(1_usize, |product, size| product.checked_mul(*size));
    let count = count.filter(|count| count.saturating_mul(id.len() + 1) <= MAX_CELLS);
    let count = count.ok_or_else(too_many_cells)?;
    if let Listed::List(list) = &dataset.value
        && list.len() != count
    {
        return Err(malformed(&format!("filen har {} värden, men dimensionerna ger {count}", list.len())));
    }
    build(&dataset, id, size, count, format)
}

fn build(
    dataset: &Dataset,
    id: &[String],
    size: &[usize],
    count: usize,
    format: Format,
) -> Result<Source, Fault> {
    let mut texts = Texts::default();
    let mut columns = Vec::with_capacity(id.len() + 1);
    let mut notes = strings(dataset.note.as_ref());
    let mut stride = count;
    for (name, size) in id.iter().zip(size) {
        let dimension = dataset.dimension.get(name).cloned().unwrap_or(Value::Null);
        let dimension: Dimension = serde_json::from_value(dimension)
            .map_err(|_| malformed("dimensionen saknas eller är ofullständig").in_column(name.as_str()))?;
        notes.extend(strings(dimension.note.as_ref()));
        let categories = categories(&dimension.category, *size, &mut texts).ok_or_else(|| {
            malformed("dimensionens värden stämmer inte med dess storlek").in_column(name.as_str())
        })?;
        stride = stride.checked_div(*size).unwrap_or(0).max(1);
        let cells = (0..count).filter_map(|place| categories.get((place / stride) % size).copied()).collect();
        let label = dimension.label.filter(|label| !label.is_empty()).unwrap_or_else(|| name.clone());
        columns.push(Column {
            headings: vec![label.clone()],
            name: label,
            named: true,
            hint: hint(dataset, name),
            cells,
        });
    }
    let mut signs = 0_usize;
    let mut cells = Vec::with_capacity(count);
    for place in 0..count {
        let value = dataset.value.get(place);
        let sign = dataset.status.get(place).unwrap_or_default();
        signs += usize::from(value.is_some() && !sign.is_empty());
        cells.push(texts.plain(&value.unwrap_or(sign)));
    }
    if signs > 0 {
        notes.push(format!("{signs} värden har ett eget tecken i filen, som inte tolkas."));
    }
    columns.push(Column {
        name: "värde".to_owned(),
        headings: Vec::new(),
        named: true,
        hint: Hint::Figures,
        cells,
    });
    let names = unique(columns.iter().map(|column| column.name.clone()).collect());
    for (column, name) in columns.iter_mut().zip(names) {
        column.name = name;
    }
    Ok(Source {
        format,
        sheet: None,
        sheets: Vec::new(),
        title: dataset.label.clone(),
        notes,
        publisher: strings(dataset.source.as_ref()).into_iter().next(),
        texts,
        columns,
        rows: None,
    })
}

/// The texts of a dimension's categories, in their order.
fn categories(category: &Category, size: usize, texts: &mut Texts) -> Option<Vec<u32>> {
    let codes: Vec<String> = match (&category.index, &category.label) {
        (Some(Index::List(list)), _) => list.clone(),
        (Some(Index::Places(places)), _) => {
            let mut ordered: Vec<(&usize, &String)> =
                places.iter().map(|(code, place)| (place, code)).collect();
            ordered.sort_unstable();
            let in_order = ordered.iter().enumerate().all(|(at, (place, _))| at == **place);
            in_order.then(|| ordered.into_iter().map(|(_, code)| code.clone()).collect())?
        }
        (None, Some(labels)) => labels.keys().cloned().collect(),
        (None, None) => return None,
    };
    if codes.len() != size {
        return None;
    }
    let label = |code: &String| category.label.as_ref().and_then(|labels| labels.get(code)).cloned();
    Some(codes.into_iter().map(|code| texts.keep(Text { label: label(&code), text: code })).collect())
}

fn hint(dataset: &Dataset, name: &str) -> Hint {
    let has = |role: &str| {
        let named = dataset.role.as_ref().and_then(|roles| roles.get(role));
        strings(named).iter().any(|dimension| dimension == name)
    };
    match (has("time"), has("metric")) {
        (true, _) => Hint::Time,
        (_, true) => Hint::Contents,
        (false, false) => Hint::Dimension,
    }
}

/// A text, or a list of texts.
fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_)) | None => Vec::new(),
    }
}

fn malformed(problem: &str) -> Fault {
    Fault::new(format!("JSON-stat-filen är ofullständig: {problem}"), "Hämta filen på nytt")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = r#"{"version":"2.0","class":"dataset","label":"Folkmängd","source":"SCB","note":["Preliminär."],
        "id":["Region","Tid"],"size":[2,1],"role":{"time":["Tid"]},
        "dimension":{
          "Region":{"label":"region","category":{"index":{"0115":1,"0114":0},"label":{"0114":"Upplands Väsby","0115":"Vallentuna"}}},
          "Tid":{"label":"år","category":{"label":{"2019":"2019"}}}},
        "value":[1.5,null],"status":{"1":".."}}"#;

    #[test]
    fn values_are_counted_through_by_their_dimensions() {
        let source = read(TWO).unwrap();
        let cell = |column: usize, row| source.text(&source.columns[column], row).unwrap();
        assert_eq!((cell(0, 0).text.as_str(), cell(0, 0).shown()), ("0114", "Upplands Väsby"));
        assert_eq!((cell(0, 1).text.as_str(), cell(1, 1).text.as_str()), ("0115", "2019"));
        assert_eq!((cell(2, 0).text.as_str(), cell(2, 1).text.as_str()), ("1.5", ".."));
        assert_eq!(
            source.columns.iter().map(|column| column.hint).collect::<Vec<_>>(),
            [Hint::Dimension, Hint::Time, Hint::Figures]
        );
        assert_eq!((source.publisher.as_deref(), source.notes.len()), (Some("SCB"), 1));
    }

    #[test]
    fn the_older_form_has_its_order_among_the_dimensions() {
        let one = r#"{"dataset":{"label":"x","dimension":{"Region":{"category":{"index":["0114"]}},"id":["Region"],"size":[1],
            "role":{"metric":["Region"]}},"value":{"0":7}}}"#;
        let source = read_wrapped(one).unwrap();
        assert_eq!(source.text(&source.columns[1], 0).unwrap().text, "7");
        assert_eq!(source.columns[0].hint, Hint::Contents);
    }

    #[test]
    fn sizes_that_lie_are_told() {
        for (from, to, problem) in [
            ("\"size\":[2,1]", "\"size\":[2,2]", "värden, men dimensionerna ger 4"),
            ("\"size\":[2,1]", "\"size\":[2]", "inte lika många"),
            ("\"size\":[2,1]", "\"size\":[1,2]", "stämmer inte med dess storlek"),
            ("\"size\":[2,1]", "\"size\":[99999999,99999999999]", "2 miljoner celler"),
            ("\"Tid\":{", "\"Tod\":{", "saknas eller är ofullständig"),
            ("\"class\":\"dataset\"", "\"class\":\"collection\"", "ingen tabell"),
        ] {
            let fault = read(&TWO.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(fault.contains(problem), "{fault}");
        }
    }
}
