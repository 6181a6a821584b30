//! A command on its way to the engine, and each kind of refusal on its way back to the form it came from.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::decision::Entered;
use domain::{Command, Ctx, Refusal};
use engine::{Done, Error, Kept};
use futures_util::future::BoxFuture;
use kit::Markup;
use kit::form::{Form, Problem};

use crate::authority;
use crate::carry;
use crate::sent::Sent;
use crate::several;
use crate::stop::{Answer, Stop};
use crate::told;
use crate::visitor::Visitor;

/// A form that was not carried out, with everything that was typed.
#[derive(Debug)]
pub struct Refused {
    /// The form, with its problem.
    pub form: Form,
    status: StatusCode,
    retry_after: Option<u64>,
}

impl Refused {
    /// The status to answer with.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The page with the form again.
    pub fn again(self, visitor: &Visitor, title: &str, show: impl FnOnce(&Form) -> Markup) -> Answer {
        let main = show(&self.form);
        Ok(self.answer(visitor, title, &main))
    }

    fn answer(&self, visitor: &Visitor, title: &str, main: &Markup) -> Response {
        let faulty = matches!(self.form.problem, Some(Problem::Fields(_)));
        let mut response = visitor.answer(self.status, title, faulty, main);
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// What came of a command that was sent: carried out, or the form again; an early end for all else.
pub type Submitted = Result<Result<Done, Refused>, Stop>;

impl Visitor {
    /// Sends a command to the engine of the association the address names.
    ///
    /// # Errors
    /// [`Stop`] when the thing does not exist or the store failed; a [`Refused`] inside for everything the person can
    /// do something about.
    pub fn submit<'a>(
        &'a self,
        sent: &'a Sent,
        command: Result<Command, Refusal>,
    ) -> BoxFuture<'a, Submitted> {
        Box::pin(async move {
            let command = match command {
                Ok(command) => command,
                Err(refusal) => return self.refused(sent, refusal).map(Err),
            };
            let ctx = self.ctx(sent)?;
            authority::allow(self, &ctx, &command)?;
            let id = sent.command_id(self.actor()?.0);
            let done = carry::out(self.app(), self.slug()?, id, self.now(), ctx, command.clone()).await?;
            match done {
                Ok(done) => {
                    told::after(self, &command, id).await?;
                    Ok(Ok(done))
                }
                Err(refusal) => self.refused(sent, refusal).map(Err),
            }
        })
    }

    /// Sends the commands of one form, to be carried out as one: all of them, in their order, or none.
    ///
    /// # Errors
    /// As [`Visitor::submit`].
    pub fn submit_all<'a>(
        &'a self,
        sent: &'a Sent,
        commands: Result<Vec<Command>, Refusal>,
    ) -> BoxFuture<'a, Submitted> {
        Box::pin(async move {
            let commands = match commands {
                Ok(commands) => commands,
                Err(refusal) => return self.refused(sent, refusal).map(Err),
            };
            let ctx = self.ctx(sent)?;
            let id = sent.command_id(self.actor()?.0);
            match several::execute(self, id, ctx, commands).await? {
                Ok(done) => Ok(Ok(done)),
                Err(refusal) => self.refused(sent, refusal).map(Err),
            }
        })
    }

    /// Sends a command to the engine, when the action of the route is all that must be allowed.
    ///
    /// # Errors
    /// As [`Visitor::submit`].
    pub async fn submit_on<A: Kept>(
        &self,
        key: &str,
        sent: &Sent,
        command: Result<A::Command, Refusal>,
    ) -> Submitted {
        let actor = self.actor()?;
        let command = match command {
            Ok(command) => command,
            Err(refusal) => return self.refused(sent, refusal).map(Err),
        };
        let ctx = self.ctx(sent)?;
        let id = sent.command_id(actor.0);
        match self.app().engine().execute_on::<A>(key, id, self.now(), ctx, command).await {
            Ok(done) => Ok(Ok(done)),
            Err(Error::Refused(refusal)) => self.refused(sent, refusal).map(Err),
            Err(Error::Fault(fault)) => self.not_now(sent, fault.into()).map(Err),
        }
    }

    /// What a decision is told about the moment.
    fn ctx(&self, sent: &Sent) -> Result<Ctx, Stop> {
        let (now, actor) = (self.local_now(), self.actor()?);
        Ok(Ctx { now, actor, reasons: sent.reasons(), entered: Entered::AsItHappens })
    }

    /// The form again when the record cannot be written for the moment; what is worse ends the request.
    fn not_now(&self, sent: &Sent, stop: Stop) -> Result<Refused, Stop> {
        let (Stop::Away(what) | Stop::Full(what)) = &stop else { return Err(stop) };
        let says = if matches!(stop, Stop::Full(_)) { "full-says" } else { "away-says" };
        tracing::error!(request.id = %self.request_id(), fault = what, "request failed");
        let problem = Problem::NotNow(self.lang().t(says).to_owned());
        Ok(Refused { retry_after: stop.retry_after(), ..self.again(sent, problem, stop.status()) })
    }

    /// A refusal as the form it came from, or as an early end.
    pub fn refused(&self, sent: &Sent, refusal: Refusal) -> Result<Refused, Stop> {
        let (problem, status) = match refusal {
            Refusal::Fields(errors) => (Problem::Fields(errors), StatusCode::UNPROCESSABLE_ENTITY),
            Refusal::ReasonNeeded(findings) => {
                (Problem::ReasonNeeded(findings), StatusCode::UNPROCESSABLE_ENTITY)
            }
            Refusal::Law(findings) => (Problem::Law(findings), StatusCode::CONFLICT),
            Refusal::Order { says, instead } => (Problem::Order { says, instead }, StatusCode::CONFLICT),
            Refusal::Changed(says) => (Problem::Changed(says), StatusCode::CONFLICT),
            Refusal::NotFound(what) => return Err(Stop::NotFound(Some(what))),
            Refusal::Denied(says) => return Err(Stop::SaysDenied(says)),
        };
        tracing::info!(refusal = problem_name(&problem), "command refused");
        Ok(self.again(sent, problem, status))
    }

    fn again(&self, sent: &Sent, problem: Problem, status: StatusCode) -> Refused {
        let mut form = Form::new(self.lang(), self.path(), sent.form_id()).filled(sent.typed.clone());
        form.problem = Some(problem);
        Refused { form, status, retry_after: None }
    }
}

fn problem_name(problem: &Problem) -> &'static str {
    match problem {
        Problem::Fields(_) => "fields",
        Problem::Law(_) => "law",
        Problem::ReasonNeeded(_) => "reason",
        Problem::Order { .. } => "order",
        Problem::Changed(_) => "changed",
        Problem::Denied(_) => "denied",
        Problem::NotNow(_) => "not now",
    }
}
