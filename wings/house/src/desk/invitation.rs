//! Accepting an invitation: whose it is, a first password, and straight in.

use axum::http::StatusCode;
use desk::cookie;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::{Visitor, go};
use directory::{Invitation, InvitationRefused, Purpose};
use domain::FieldError;
use kit::form::Problem;

/// `GET /inbjudan/{token}`.
pub(crate) async fn show(visitor: Visitor) -> Answer {
    match find(&visitor).await? {
        Ok(invitation) => answer(&visitor, &invitation, None),
        Err(refused) => over(&visitor, &refused),
    }
}

/// `POST /inbjudan/{token}`.
pub(crate) async fn accept(visitor: Visitor, sent: Sent) -> Answer {
    let invitation = match find(&visitor).await? {
        Ok(invitation) => invitation,
        Err(refused) => return over(&visitor, &refused),
    };
    let password = sent.typed.get("password");
    if password != sent.typed.get("again") {
        let differs = FieldError::new("again", visitor.lang().t("password-differs"));
        return answer(&visitor, &invitation, Some(differs));
    }
    let directory = visitor.app().directory();
    match directory
        .accept_invitation(visitor.parameter("token"), password, visitor.client(), visitor.now())
        .await
    {
        Ok(opened) => {
            let mut response = go("/oversikt")?;
            cookie::let_in(&mut response, visitor.app().settings(), &opened);
            Ok(response)
        }
        Err(InvitationRefused::Fault(fault)) => Err(fault.into()),
        Err(refused @ (InvitationRefused::Password(_) | InvitationRefused::Busy)) => {
            answer(&visitor, &invitation, Some(FieldError::new("password", refused.to_string())))
        }
        Err(
            refused @ (InvitationRefused::UnknownPerson
            | InvitationRefused::UnknownLink
            | InvitationRefused::HasAccount
            | InvitationRefused::Contact(_)
            | InvitationRefused::Used
            | InvitationRefused::Expired),
        ) => over(&visitor, &refused),
    }
}

async fn find(visitor: &Visitor) -> Result<Result<Invitation, InvitationRefused>, Stop> {
    match visitor.app().directory().invitation(visitor.parameter("token"), visitor.now()).await {
        Err(InvitationRefused::Fault(fault)) => Err(fault.into()),
        found => Ok(found),
    }
}

fn answer(visitor: &Visitor, invitation: &Invitation, wrong: Option<FieldError>) -> Answer {
    let mut form = visitor.form(visitor.path());
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    form.problem = wrong.map(|wrong| Problem::Fields(vec![wrong]));
    let title = match invitation.purpose {
        Purpose::First => "invitation-title",
        Purpose::Reset => "reset-title",
    };
    let main = crate::pages::account::invitation(&form, title, &invitation.name, invitation.email.as_deref());
    Ok(visitor.answer(status, visitor.lang().t("invitation-accept"), form.problem.is_some(), &main))
}

fn over(visitor: &Visitor, refused: &InvitationRefused) -> Answer {
    let main = crate::pages::account::invitation_over(visitor.lang(), &refused.to_string());
    Ok(visitor.answer(StatusCode::NOT_FOUND, visitor.lang().t("invitation-over"), false, &main))
}
