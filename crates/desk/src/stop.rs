//! What ends a request early. A stop carries its kind; the outermost layer dresses it as a page or as problem+json.

use access::Action;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::authority::No;

/// How many seconds to wait for a store that does not answer.
const AWAY: u64 = 10;

/// Why a request ends here.
#[derive(Clone, Debug)]
pub enum Stop {
    /// Nothing stands here; what was looked for, when we know.
    NotFound(Option<&'static str>),
    /// The action is not allowed.
    Denied(Action),
    /// The command says who may.
    SaysDenied(String),
    /// Nobody is logged in.
    LogIn,
    /// More than a form may hold.
    TooLarge,
    /// Not a form.
    Garbled,
    /// A form of another site.
    Cross,
    /// It took too long.
    Slow,
    /// What was sent did not come whole in time.
    Stalled,
    /// The address is not used so.
    Method,
    /// One person, or one visitor, asks for too much; how many seconds until there is room for more.
    TooMany(u64),
    /// The store does not answer now: what failed, for the log.
    Away(String),
    /// The store has no room: what failed, for the log.
    Full(String),
    /// Ours: what failed, for the log.
    Fault(String),
}

/// What a handler answers.
pub type Answer = Result<Response, Stop>;

impl Stop {
    /// The status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::Denied(_) | Self::SaysDenied(_) | Self::Cross => StatusCode::FORBIDDEN,
            Self::LogIn => StatusCode::UNAUTHORIZED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Garbled => StatusCode::BAD_REQUEST,
            Self::Slow => StatusCode::SERVICE_UNAVAILABLE,
            Self::Stalled => StatusCode::REQUEST_TIMEOUT,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Away(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Full(_) => StatusCode::INSUFFICIENT_STORAGE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// After how many seconds it is worth trying again, when that is known.
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooMany(seconds) => Some(*seconds),
            Self::Away(_) | Self::Slow => Some(AWAY),
            Self::NotFound(_)
            | Self::Denied(_)
            | Self::SaysDenied(_)
            | Self::LogIn
            | Self::TooLarge
            | Self::Garbled
            | Self::Cross
            | Self::Stalled
            | Self::Method
            | Self::Full(_)
            | Self::Fault(_) => None,
        }
    }

    /// Whether the same request may be carried out another time, so that what was typed is worth keeping.
    pub fn passes(&self) -> bool {
        matches!(self, Self::TooMany(_) | Self::Away(_) | Self::Full(_) | Self::Fault(_))
    }

    /// Ours, from any error.
    pub fn fault(error: impl std::fmt::Display) -> Self {
        Self::Fault(error.to_string())
    }
}

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<No> for Stop {
    fn from(no: No) -> Self {
        match no {
            No::NotFound(what) => Self::NotFound(Some(what)),
            No::Denied(action) => Self::Denied(action),
        }
    }
}

impl From<directory::Fault> for Stop {
    fn from(fault: directory::Fault) -> Self {
        match fault.why() {
            directory::Why::Full => Self::Full(fault.to_string()),
            directory::Why::Away => Self::Away(fault.to_string()),
            directory::Why::Other => Self::fault(fault),
        }
    }
}

impl From<engine::Fault> for Stop {
    fn from(fault: engine::Fault) -> Self {
        match fault.why() {
            engine::Why::Full => Self::Full(fault.to_string()),
            engine::Why::Away => Self::Away(fault.to_string()),
            engine::Why::Other => Self::fault(fault),
        }
    }
}
