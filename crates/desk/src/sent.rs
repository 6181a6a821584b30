//! A form that came: what was typed, read field by field, wrong values kept.

use std::collections::BTreeMap;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header;
use domain::{Command, FieldError, Refusal};
use jiff::civil::{Date, Time};
use kit::form::{COMMAND_ID, Typed};
use sha2::{Digest, Sha256};
use swedish::money::Ore;
use swedish::reading::{self, Unread};
use swedish::text::composed;
use uuid::Uuid;

use crate::stop::Stop;

/// The most a form may hold.
pub const FORM_LIMIT: usize = 1024 * 1024;
/// Beyond the limit so much is still received, so that the browser shows our answer and not its own.
const PATIENCE: usize = 64 * 1024 * 1024;

/// A form that came.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// What was typed.
    pub typed: Typed,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Stop;

    async fn from_request(request: Request, _: &S) -> Result<Self, Stop> {
        Self::of(request, FORM_LIMIT).await
    }
}

impl Sent {
    /// Reads a form of at most so many bytes.
    pub async fn of(request: Request, limit: usize) -> Result<Self, Stop> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default();
        let form = kind.is_empty() || kind.starts_with("application/x-www-form-urlencoded");
        let body = whole(request.into_body(), limit).await?;
        if !form && !body.is_empty() {
            return Err(Stop::Garbled);
        }
        Self::read_from(&body)
    }

    /// Reads what a form holds.
    pub fn read_from(body: &[u8]) -> Result<Self, Stop> {
        let pairs: Vec<(String, String)> = serde_html_form::from_bytes(body).map_err(|_| Stop::Garbled)?;
        // What comes along when text is copied and nobody sees: databases and papers cannot hold it.
        let unseen = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        let plain = |value: String| composed(&value.replace("\r\n", "\n").replace(unseen, "")).into_owned();
        Ok(Self { typed: Typed::new(pairs.into_iter().map(|(name, value)| (name, plain(value))).collect()) })
    }

    /// The id of the command: the same form with the same content is the same command, a changed one is another.
    pub fn command_id(&self, actor: Uuid) -> Uuid {
        let mut digest = Sha256::new();
        digest.update(actor.as_bytes());
        for (name, value) in self.typed.pairs() {
            for part in [name, value] {
                digest.update(part.len().to_be_bytes());
                digest.update(part);
            }
        }
        let mut id = [0_u8; 16];
        id.iter_mut().zip(digest.finalize()).for_each(|(to, from)| *to = from);
        uuid::Builder::from_custom_bytes(id).into_uuid()
    }

    /// The form's own id, to be shown again.
    pub fn form_id(&self) -> &str {
        self.typed.get(COMMAND_ID)
    }

    /// The written reasons, by rule.
    pub fn reasons(&self) -> BTreeMap<String, String> {
        self.typed.reasons().map(|(rule, words)| (rule.to_owned(), words.trim().to_owned())).collect()
    }

    /// Begins reading its fields.
    pub fn read(&self) -> Reader<'_> {
        Reader { typed: &self.typed, wrong: Vec::new() }
    }
}

/// The whole body; what is too much is received and thrown away.
pub async fn whole(body: Body, limit: usize) -> Result<Bytes, Stop> {
    use http_body_util::BodyExt as _;
    let (mut body, mut kept, mut seen) = (body, Vec::new(), 0_usize);
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(broken)?.into_data() else { continue };
        seen = seen.saturating_add(data.len());
        if seen <= limit {
            kept.extend_from_slice(&data);
        } else if seen > PATIENCE {
            break;
        }
    }
    if seen > limit { Err(Stop::TooLarge) } else { Ok(kept.into()) }
}

/// Why a body did not come whole.
fn broken(why: axum::Error) -> Stop {
    if why.into_inner().is::<tower_http::timeout::TimeoutError>() { Stop::Stalled } else { Stop::Garbled }
}

/// Reads fields; says at each wrong one what to do, and goes on.
#[derive(Debug)]
pub struct Reader<'a> {
    typed: &'a Typed,
    wrong: Vec<FieldError>,
}

impl Reader<'_> {
    /// Words, without the blanks round them.
    pub fn text(&mut self, name: &'static str) -> String {
        self.typed.get(name).trim().to_owned()
    }

    /// Words, or none.
    pub fn maybe_text(&mut self, name: &'static str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// A day.
    pub fn date(&mut self, name: &'static str) -> Date {
        match self.maybe_date(name) {
            Some(day) => day,
            None => self.missing(name, Unread::Day),
        }
    }

    /// A day, or none.
    pub fn maybe_date(&mut self, name: &'static str) -> Option<Date> {
        let typed = self.maybe_text(name)?;
        self.kept(name, reading::day(&typed))
    }

    /// A time of day: `09:30` or `9.30`.
    pub fn time(&mut self, name: &'static str) -> Time {
        let read = reading::clock(&self.text(name));
        self.kept(name, read).unwrap_or_default()
    }

    /// A whole number.
    pub fn number<N: std::str::FromStr + Default>(&mut self, name: &'static str) -> N {
        let read = reading::whole(&self.text(name));
        self.kept(name, read).unwrap_or_default()
    }

    /// A whole number, or none.
    pub fn maybe_number<N: std::str::FromStr>(&mut self, name: &'static str) -> Option<N> {
        let typed = self.maybe_text(name)?;
        self.kept(name, reading::whole(&typed))
    }

    /// A value of a command's own type, by the name it has in JSON: a choice among fixed values.
    pub fn choice<T: serde::de::DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        let typed = self.maybe_text(name);
        let read = typed.and_then(|typed| serde_json::from_value(serde_json::Value::String(typed)).ok());
        self.kept(name, read.ok_or(Unread::Choice))
    }

    /// Whether it is ticked.
    pub fn ticked(&mut self, name: &'static str) -> bool {
        self.typed.get(name) == "ja"
    }

    /// Every value of a name, in order.
    pub fn all(&mut self, name: &'static str) -> Vec<String> {
        self.typed.all(name).map(|value| value.trim().to_owned()).collect()
    }

    /// Every number of a name; what is none is told.
    pub fn numbers<N: std::str::FromStr>(&mut self, name: &'static str) -> Vec<N> {
        let read: Vec<Option<N>> =
            self.all(name).iter().filter(|v| !v.is_empty()).map(|v| v.parse().ok()).collect();
        if read.iter().any(Option::is_none) {
            self.wrong(name, Unread::Choices.to_string());
        }
        read.into_iter().flatten().collect()
    }

    /// Says what is wrong with a field.
    pub fn wrong(&mut self, name: &'static str, says: impl Into<String>) {
        if !self.wrong.iter().any(|e| e.field == name) {
            self.wrong.push(FieldError::new(name, says));
        }
    }

    /// The command, when every field could be read.
    pub fn into<C>(self, command: C) -> Result<C, Refusal> {
        if self.wrong.is_empty() { Ok(command) } else { Err(Refusal::Fields(self.wrong)) }
    }

    /// The commands, when every field could be read.
    pub fn every(self, commands: Vec<Command>) -> Result<Vec<Command>, Refusal> {
        if self.wrong.is_empty() { Ok(commands) } else { Err(Refusal::Fields(self.wrong)) }
    }

    /// An amount in kronor; none and a word about it when it cannot be read.
    pub fn amount(&mut self, name: &'static str) -> Option<Ore> {
        let read = Ore::read(&self.text(name));
        self.kept(name, read)
    }

    fn kept<T>(&mut self, name: &'static str, read: Result<T, Unread>) -> Option<T> {
        read.map_err(|why| self.wrong(name, why.to_string())).ok()
    }

    fn missing<T: Default>(&mut self, name: &'static str, why: Unread) -> T {
        self.wrong(name, why.to_string());
        T::default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Sent {
        let owned = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        Sent { typed: Typed::new(owned) }
    }

    #[tokio::test]
    async fn a_body_that_stalls_is_not_called_garbled() {
        let never = http_body_util::StreamBody::new(futures_util::stream::pending::<
            Result<hyper::body::Frame<Bytes>, std::io::Error>,
        >());
        let slow = tower_http::timeout::TimeoutBody::new(std::time::Duration::from_millis(10), never);
        assert!(matches!(whole(Body::new(slow), 10).await, Err(Stop::Stalled)));
    }

    #[test]
    fn each_wrong_field_is_told_and_all_of_them_at_once() {
        let sent = sent(&[("on", "31 juni"), ("amount", "många"), ("title", "  Spår  ")]);
        let mut read = sent.read();
        assert_eq!(read.text("title"), "Spår");
        read.date("on");
        read.number::<u32>("amount");
        let fields: Vec<_> = read.wrong.iter().map(|e| e.field).collect();
        assert_eq!(fields, ["on", "amount"]);
    }

    #[test]
    fn days_are_read_with_and_without_hyphens() {
        let sent = sent(&[("a", "2026-11-30"), ("b", "20261130"), ("c", "")]);
        let mut read = sent.read();
        assert_eq!(
            (read.date("a"), read.date("b"), read.maybe_date("c")),
            (date(2026, 11, 30), date(2026, 11, 30), None)
        );
        assert!(read.wrong.is_empty());
    }

    #[test]
    fn the_same_form_twice_is_one_command_and_a_changed_one_another() {
        let actor = Uuid::from_u128(1);
        let first = sent(&[("command_id", "a"), ("title", "Spår")]);
        assert_eq!(first.command_id(actor), first.clone().command_id(actor));
        let others = [
            sent(&[("command_id", "a"), ("title", "Spår 2")]).command_id(actor),
            sent(&[("command_id", "b"), ("title", "Spår")]).command_id(actor),
            first.command_id(Uuid::from_u128(2)),
        ];
        assert!(!others.contains(&first.command_id(actor)));
    }
}
