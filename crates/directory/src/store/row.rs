//! One row that came back, read from left to right.

use jiff::Timestamp;
use uuid::Uuid;

use crate::fault::Fault;

/// What a column held.
#[derive(Debug)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// The columns in the order of the `SELECT`; each call takes the next.
#[derive(Debug)]
pub(crate) struct Row(std::vec::IntoIter<Cell>);

impl Row {
    pub(super) fn new(cells: Vec<Cell>) -> Self {
        Self(cells.into_iter())
    }

    pub(crate) fn maybe_text(&mut self) -> Result<Option<String>, Fault> {
        match self.0.next() {
            Some(Cell::Text(text)) => Ok(Some(text)),
            Some(Cell::Null) => Ok(None),
            Some(Cell::Int(_) | Cell::Bytes(_)) | None => Err(Fault::stored("text expected")),
        }
    }

    pub(crate) fn text(&mut self) -> Result<String, Fault> {
        self.maybe_text()?.ok_or_else(|| Fault::stored("text is missing"))
    }

    pub(crate) fn uuid(&mut self) -> Result<Uuid, Fault> {
        Uuid::try_parse(&self.text()?).map_err(|_| Fault::stored("an id is not a UUID"))
    }

    pub(crate) fn maybe_uuid(&mut self) -> Result<Option<Uuid>, Fault> {
        let Some(text) = self.maybe_text()? else { return Ok(None) };
        Uuid::try_parse(&text).map(Some).map_err(|_| Fault::stored("an id is not a UUID"))
    }

    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>, Fault> {
        match self.0.next() {
            Some(Cell::Bytes(bytes)) => Ok(bytes),
            Some(Cell::Null | Cell::Int(_) | Cell::Text(_)) | None => Err(Fault::stored("bytes expected")),
        }
    }

    pub(crate) fn maybe_int(&mut self) -> Result<Option<i64>, Fault> {
        match self.0.next() {
            Some(Cell::Int(number)) => Ok(Some(number)),
            Some(Cell::Null) => Ok(None),
            Some(Cell::Text(_) | Cell::Bytes(_)) | None => Err(Fault::stored("a number expected")),
        }
    }

    pub(crate) fn int(&mut self) -> Result<i64, Fault> {
        self.maybe_int()?.ok_or_else(|| Fault::stored("a number is missing"))
    }

    pub(crate) fn maybe_time(&mut self) -> Result<Option<Timestamp>, Fault> {
        let Some(number) = self.maybe_int()? else { return Ok(None) };
        Timestamp::from_microsecond(number).map(Some).map_err(|_| Fault::stored("a time is out of range"))
    }

    pub(crate) fn time(&mut self) -> Result<Timestamp, Fault> {
        self.maybe_time()?.ok_or_else(|| Fault::stored("a time is missing"))
    }
}
