//! What a list of initiatives holds, and what an address asks of it: words, stage, owner, order, page.

use std::cmp::Ordering;

use domain::Association;
use domain::ids::PersonId;
use domain::initiative::events::Stage;
use domain::initiative::state::Initiative;
use jiff::civil::Date;
use kit::shell::escape_path;
use swedish::money::Ore;
use swedish::order::compared;
use swedish::text::Words;

use super::words::{STAGES, stage_slug};

/// An initiative in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The organisation that applies.
    pub applicant: String,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub since: Date,
    /// Its number in the case register.
    pub case_number: Option<String>,
    /// The day it was handed in.
    pub submitted: Option<Date>,
    /// What is applied for, in all.
    pub applied: Option<Ore>,
    /// What the board has granted, in all.
    pub granted: Option<Ore>,
    /// From when until when it runs.
    pub period: Option<(Date, Date)>,
    /// Whether the reader wrote it.
    pub own: bool,
}

impl Row {
    /// The initiative as it stands in its association, for somebody.
    pub fn of(association: &Association, initiative: &Initiative, reader: Option<PersonId>) -> Self {
        let application = initiative.application.as_ref();
        let case = initiative.case.and_then(|id| association.register.cases.get(&id));
        let grant = initiative.grant();
        let granted = grant.and_then(|g| g.from.zip(g.until));
        Self {
            number: initiative.id.0,
            title: initiative.title.clone(),
            applicant: initiative.applicant.clone(),
            stage: initiative.stage,
            since: initiative.since,
            case_number: case.map(|c| c.number.clone()),
            submitted: initiative.submitted,
            applied: application
                .and_then(|a| Ore::sum(a.budget.values().copied()))
                .filter(|sum| sum.ore() > 0),
            granted: grant.and_then(|g| Ore::sum(g.amounts.values().copied())),
            period: granted.or_else(|| application.and_then(|a| a.from.zip(a.until))),
            own: reader == Some(initiative.author),
        }
    }

    /// Whether it is on its way: neither ended nor put aside.
    pub fn is_on_its_way(&self) -> bool {
        !matches!(self.stage, Stage::Resting | Stage::Rejected | Stage::Withdrawn)
    }
}

/// What a list can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Since when it stands where it stands.
    #[default]
    Since,
    /// The title.
    Title,
    /// Who applies.
    Applicant,
    /// Where it stands.
    Stage,
    /// What is applied for.
    Applied,
    /// What is granted.
    Granted,
}

impl Order {
    const ALL: [Self; 6] =
        [Self::Since, Self::Title, Self::Applicant, Self::Stage, Self::Applied, Self::Granted];

    fn slug(self) -> &'static str {
        match self {
            Self::Since => "sedan",
            Self::Title => "insats",
            Self::Applicant => "sokande",
            Self::Stage => "lage",
            Self::Applied => "sokt",
            Self::Granted => "beviljat",
        }
    }
}

/// What the address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Words to look for.
    pub words: String,
    /// Only at this stage.
    pub stage: Option<Stage>,
    /// Only one's own.
    pub own: bool,
    /// Sorted by.
    pub order: Order,
    /// The largest, latest or last first.
    pub descending: bool,
    /// The page, from 1.
    pub page: usize,
}

impl Default for Query {
    fn default() -> Self {
        Self { words: String::new(), stage: None, own: false, order: Order::Since, descending: true, page: 1 }
    }
}

impl Query {
    /// Reads the pairs of a query; what is not known is not asked for.
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            match name {
                "sok" => query.words = value.trim().chars().take(100).collect(),
                "lage" => query.stage = STAGES.into_iter().find(|s| stage_slug(*s) == value),
                "vems" => query.own = value == "mina",
                "ordning" => {
                    if let Some(order) = Order::ALL.into_iter().find(|o| o.slug() == value) {
                        query.order = order;
                        query.descending = false;
                    }
                }
                "fallande" => query.descending = value == "ja",
                "sida" => query.page = value.parse().unwrap_or(1).max(1),
                _ => {}
            }
        }
        query
    }

    /// The rows that are asked for, in the order that is asked for.
    pub fn pick(&self, mut rows: Vec<Row>) -> Vec<Row> {
        let words = Words::of(&self.words);
        rows.retain(|row| {
            let number = row.case_number.as_deref().unwrap_or_default();
            self.stage.is_none_or(|stage| stage == row.stage)
                && (!self.own || row.own)
                && words.stand_in(&format!("{} {} {number}", row.title, row.applicant))
        });
        rows.sort_by(|a, b| {
            let by = self.compare(a, b);
            if self.descending { by.reverse() } else { by }.then_with(|| b.number.cmp(&a.number))
        });
        rows
    }

    fn compare(&self, a: &Row, b: &Row) -> Ordering {
        match self.order {
            Order::Since => a.since.cmp(&b.since),
            Order::Title => compared(&a.title, &b.title),
            Order::Applicant => compared(&a.applicant, &b.applicant),
            Order::Stage => place(a.stage).cmp(&place(b.stage)),
            Order::Applied => a.applied.cmp(&b.applied),
            Order::Granted => a.granted.cmp(&b.granted),
        }
    }

    /// The pairs of the query, without the page; the order only when it is not the usual one.
    pub(super) fn pairs(&self) -> Vec<(&'static str, &str)> {
        let mut pairs = self.filter_pairs();
        let usual = Self::default();
        if (self.order, self.descending) != (usual.order, usual.descending) {
            pairs.push(("ordning", self.order.slug()));
            if self.descending {
                pairs.push(("fallande", "ja"));
            }
        }
        pairs
    }

    fn filter_pairs(&self) -> Vec<(&'static str, &str)> {
        let own = if self.own { "mina" } else { "" };
        let all = [("sok", self.words.as_str()), ("lage", self.stage.map_or("", stage_slug)), ("vems", own)];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The address of the same list in another form.
    pub fn address(&self, path: &str) -> String {
        written(path, &self.pairs())
    }

    /// The address of the same list sorted by something; the other way round when it is sorted by it now.
    pub(super) fn sorted_by(&self, path: &str, order: Order) -> String {
        let mut pairs = self.filter_pairs();
        pairs.push(("ordning", order.slug()));
        if self.order == order && !self.descending {
            pairs.push(("fallande", "ja"));
        }
        written(path, &pairs)
    }
}

fn written(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (at, (name, value)) in pairs.iter().enumerate() {
        address.push(if at == 0 { '?' } else { '&' });
        address.push_str(&format!("{name}={}", escape_path(value)));
    }
    address
}

fn place(stage: Stage) -> usize {
    STAGES.iter().position(|s| *s == stage).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn row(number: u32, title: &str, stage: Stage, applied: i64) -> Row {
        Row {
            number,
            title: title.into(),
            applicant: "Norrby kommun".into(),
            stage,
            since: date(2026, 1, 1),
            case_number: Some(format!("SFM 2026/{number}")),
            submitted: None,
            applied: Some(Ore::new(applied)),
            granted: None,
            period: None,
            own: number == 1,
        }
    }

    fn rows() -> Vec<Row> {
        vec![
            row(1, "Öppna dörrar", Stage::Idea, 100),
            row(2, "Arbetsspår", Stage::Board, 300),
            row(3, "Ålderns höst", Stage::Board, 200),
        ]
    }

    fn found(pairs: &[(&str, &str)]) -> Vec<u32> {
        Query::of(pairs.iter().copied()).pick(rows()).iter().map(|r| r.number).collect()
    }

    #[test]
    fn words_stage_and_owner_narrow_the_list() {
        assert_eq!(found(&[]), [3, 2, 1]);
        assert_eq!(found(&[("sok", "  NORRBY dörr")]), [1]);
        assert_eq!(found(&[("sok", "2026/2")]), [2]);
        assert_eq!(found(&[("lage", "styrelse")]), [3, 2]);
        assert_eq!(found(&[("vems", "mina")]), [1]);
        assert_eq!(found(&[("lage", "ingenstans"), ("ordning", "trams"), ("sida", "x")]), [3, 2, 1]);
    }

    #[test]
    fn titles_are_sorted_as_in_swedish_and_sums_by_size() {
        assert_eq!(found(&[("ordning", "insats")]), [2, 3, 1]);
        assert_eq!(found(&[("ordning", "insats"), ("fallande", "ja")]), [1, 3, 2]);
        assert_eq!(found(&[("ordning", "sokt")]), [1, 3, 2]);
    }

    #[test]
    fn a_sorted_column_turns_round_and_keeps_the_filter() {
        let query = Query::of([("sok", "å&b"), ("ordning", "insats")]);
        assert_eq!(
            query.sorted_by("/insatser", Order::Title),
            "/insatser?sok=%C3%A5%26b&ordning=insats&fallande=ja"
        );
        assert_eq!(query.sorted_by("/insatser", Order::Stage), "/insatser?sok=%C3%A5%26b&ordning=lage");
        assert_eq!(query.address("/insatser.csv"), "/insatser.csv?sok=%C3%A5%26b&ordning=insats");
    }
}
