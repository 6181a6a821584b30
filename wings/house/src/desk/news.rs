//! What others did to one's account and mandates since one last looked, told on *Min översikt*.

use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use directory::{Entry, PersonId, SecurityAct};
use jiff::Timestamp;

use crate::pages::overview::{News, Told};

/// What there is to tell; nothing is asked of the database when there is none.
///
/// # Errors
/// The directory failed.
pub(crate) async fn of(visitor: &Visitor) -> Result<Option<News>, Stop> {
    let Some(session) = visitor.session().filter(|session| session.has_news) else { return Ok(None) };
    let entries = visitor.app().directory().news(session.person).await?;
    let Some(last) = entries.last() else { return Ok(None) };
    let until = last.at.as_microsecond().to_string();
    Ok(Some(News {
        told: entries.iter().map(|entry| told(visitor, entry)).collect(),
        form: visitor.form("/oversikt/nytt").with("until", until),
    }))
}

fn told(visitor: &Visitor, entry: &Entry) -> Told {
    let lang = visitor.lang();
    let place = entry.place.as_deref().unwrap_or_default();
    let name = visitor.app().engine().read(place, |a| a.name().to_owned());
    let values = [
        ("place", name.unwrap_or_else(|| place.to_owned()).into()),
        ("what", entry.detail.clone().unwrap_or_default().into()),
    ];
    let says = match entry.act {
        SecurityAct::Named => lang.ta("news-named", &values),
        SecurityAct::MandateGiven => lang.ta("news-mandate-given", &values),
        SecurityAct::MandateEnded => lang.ta("news-mandate-ended", &values),
        SecurityAct::ResetLinkMade => lang.t("news-reset-link").to_owned(),
        SecurityAct::AddressConfirmed => lang.t("news-address-confirmed").to_owned(),
        SecurityAct::ClaimDropped => lang.t("news-claim-dropped").to_owned(),
        SecurityAct::SessionsEnded => lang.t("news-sessions-ended").to_owned(),
        SecurityAct::AccountReopened => lang.t("news-account-reopened").to_owned(),
        act @ (SecurityAct::LoggedIn
        | SecurityAct::LoginFailed
        | SecurityAct::LockedOut
        | SecurityAct::LoggedOut
        | SecurityAct::Invited
        | SecurityAct::PasswordSet
        | SecurityAct::PasswordChanged
        | SecurityAct::AddressClaimed
        | SecurityAct::ContactChanged
        | SecurityAct::AccountClosed
        | SecurityAct::DetailsErased
        | SecurityAct::Exported
        | SecurityAct::TakenOut
        | SecurityAct::Denied) => act.says().to_owned(),
    };
    Told { at: visitor.app().in_sweden(entry.at), says }
}

/// `POST /oversikt/nytt`: it is read.
pub(crate) async fn read(visitor: Visitor, sent: Sent) -> Answer {
    let session = visitor.session().ok_or(Stop::LogIn)?;
    let until = sent.typed.get("until").parse().ok();
    let until = until.and_then(|micros| Timestamp::from_microsecond(micros).ok());
    let person: PersonId = session.person;
    visitor.app().directory().news_read(person, until.unwrap_or_else(|| visitor.now())).await?;
    visitor.go_with("/oversikt", "done-now")
}
