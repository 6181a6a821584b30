//! A page of a long list: which part was asked for, and the envelope it comes in.

use desk::visitor::Visitor;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::problem::Problem;

/// Which part of a list.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    /// The page, from 1.
    #[serde(default = "first")]
    #[param(minimum = 1, maximum = 1_000_000, default = 1, example = 1)]
    page: u32,
    /// How many on a page.
    #[serde(default = "usual")]
    #[param(minimum = 1, maximum = 100, default = 20, example = 20)]
    limit: u32,
}

fn first() -> u32 {
    1
}

fn usual() -> u32 {
    20
}

/// A part of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Page<T> {
    /// What stands on this page.
    items: Vec<T>,
    /// The page, from 1.
    #[schema(example = 1)]
    page: u32,
    /// How many on a page.
    #[schema(example = 20)]
    limit: u32,
    /// How many in all.
    #[schema(example = 1)]
    total: usize,
}

impl Part {
    /// Reads it from the address.
    ///
    /// # Errors
    /// A problem that names what is wrong.
    pub(super) fn of(visitor: &Visitor) -> Result<Self, Problem> {
        let part: Self = serde_html_form::from_str(visitor.query())
            .map_err(|why| Problem::query(visitor, &why.to_string()))?;
        Self::new(visitor, Some(part.page), Some(part.limit))
    }

    /// The part of these numbers, where they are said.
    ///
    /// # Errors
    /// A problem that names what is wrong.
    pub(super) fn new(visitor: &Visitor, page: Option<u32>, limit: Option<u32>) -> Result<Self, Problem> {
        let part = Self { page: page.unwrap_or_else(first), limit: limit.unwrap_or_else(usual) };
        if !(1..=100).contains(&part.limit) || !(1..=1_000_000).contains(&part.page) {
            return Err(Problem::query(visitor, "page är 1–1000000 och limit 1–100"));
        }
        Ok(part)
    }

    /// The part of a whole list.
    pub(super) fn cut<T>(self, all: Vec<T>) -> Page<T> {
        let total = all.len();
        let (page, limit) = (self.page, self.limit);
        let size = usize::try_from(limit).unwrap_or(usize::MAX);
        let before = usize::try_from(page.saturating_sub(1)).unwrap_or(usize::MAX).saturating_mul(size);
        Page { items: all.into_iter().skip(before).take(size).collect(), page, limit, total }
    }
}
