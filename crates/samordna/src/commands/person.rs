//! `samordna person`: what whoever runs the installation does for its people; each act stands in the security log.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use directory::{By, Directory, Guest, Holder, InvitationToken, Operator, Person as Found, Settings};
use uuid::Uuid;

use crate::config::Place;
use crate::operator::Doer;
use crate::{clock, say};

/// Personer som kan logga in.
#[derive(Debug, Args)]
pub(crate) struct Person {
    #[command(subcommand)]
    command: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Bjud in en person som inte har något konto; länken gäller en gång i fjorton dagar.
    Invite(Invite),
    /// Gör en länk för nytt lösenord, när kontots ägare har bett om det; ägaren får veta det.
    Reset(Reset),
    /// Bekräfta den e-postadress som kontots ägare har uppgett; den blir inloggningsnamn.
    Confirm(One),
    /// Stäng ett konto: ingen loggar in med det, uppdragen står kvar i handlingarna.
    Close(One),
    /// Öppna ett stängt konto igen.
    Reopen(One),
    /// Avsluta en persons alla inloggningar, eller allas.
    Sessions(Sessions),
    /// Radera namn, adresser, telefon och lösenord för gott; det som står i handlingarna står kvar.
    Erase(One),
}

/// Where the people are, and who does it.
#[derive(Debug, Args)]
struct Desk {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    doer: Doer,
}

/// Where the server is reached, for links.
#[derive(Debug, Args)]
struct Address {
    /// Adressen som servern nås på.
    #[arg(long, default_value = "http://127.0.0.1:8080", env = "SAMORDNA_ADDRESS")]
    address: String,
}

#[derive(Debug, Args)]
struct Invite {
    #[command(flatten)]
    desk: Desk,
    #[command(flatten)]
    address: Address,
    /// Personens namn.
    #[arg(long)]
    name: String,
    /// Personens e-postadress, som blir inloggningsnamn.
    #[arg(long)]
    email: String,
}

#[derive(Debug, Args)]
struct Reset {
    #[command(flatten)]
    desk: Desk,
    #[command(flatten)]
    address: Address,
    /// E-postadressen som kontot har.
    #[arg(long)]
    email: String,
}

/// Something done to one person's account.
#[derive(Debug, Args)]
struct One {
    #[command(flatten)]
    desk: Desk,
    /// E-postadressen som kontot har.
    #[arg(long)]
    email: String,
}

#[derive(Debug, Args)]
struct Sessions {
    #[command(flatten)]
    desk: Desk,
    /// E-postadressen som kontot har.
    #[arg(long, required_unless_present = "everybody")]
    email: Option<String>,
    /// Allas inloggningar.
    #[arg(long, conflicts_with = "email")]
    everybody: bool,
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn run(args: &Person) -> ExitCode {
    let done = match &args.command {
        What::Invite(invite) => invited(invite).await,
        What::Reset(reset) => reset_link(reset).await,
        What::Confirm(one) => one.done(Done::Confirmed).await,
        What::Close(one) => one.done(Done::Closed).await,
        What::Reopen(one) => one.done(Done::Reopened).await,
        What::Erase(one) => one.done(Done::Erased).await,
        What::Sessions(sessions) => ended(sessions).await,
    };
    match done {
        Ok(says) => {
            say::line(says);
            ExitCode::SUCCESS
        }
        Err(says) => say::failed(2, says),
    }
}

async fn invited(invite: &Invite) -> Result<String, String> {
    let (directory, operator) = invite.desk.open().await?;
    let id = match directory.holder(&invite.email).await.map_err(|f| f.to_string())? {
        Holder::Nobody | Holder::Claimed => directory::PersonId(Uuid::now_v7()),
        Holder::Guest(person) => person.id,
        Holder::Account(_) => {
            return Err(
                "Personen har redan ett konto. Gör en länk för nytt lösenord med `person reset`.".to_owned()
            );
        }
        Holder::Closed(_) => return Err("Kontot är stängt.".to_owned()),
    };
    let guest = Guest { id, name: &invite.name, email: &invite.email };
    let token = directory.invite(&guest, By::Operator(&operator), "", clock::now()).await;
    Ok(invite.address.link(&token.map_err(|refused| refused.to_string())?))
}

async fn reset_link(reset: &Reset) -> Result<String, String> {
    let (directory, operator) = reset.desk.open().await?;
    let person = somebody(&directory, &reset.email).await?;
    let token = directory.reset_link(person.id, &operator, clock::now()).await;
    Ok(reset.address.link(&token.map_err(|refused| refused.to_string())?))
}

async fn ended(sessions: &Sessions) -> Result<String, String> {
    let (directory, operator) = sessions.desk.open().await?;
    let person = match &sessions.email {
        Some(email) => Some(somebody(&directory, email).await?.id),
        None => None,
    };
    let ended =
        directory.end_sessions(person, &operator, clock::now()).await.map_err(|fault| fault.to_string())?;
    Ok(format!("Avslutade inloggningar: {ended}. En server som är igång följer inom en halv minut."))
}

/// What is done to one account.
#[derive(Clone, Copy)]
enum Done {
    Confirmed,
    Closed,
    Reopened,
    Erased,
}

impl One {
    async fn done(&self, done: Done) -> Result<String, String> {
        let (directory, operator) = self.desk.open().await?;
        let (person, now) = (somebody(&directory, &self.email).await?.id, clock::now());
        let (outcome, says) = match done {
            Done::Confirmed => {
                (directory.confirm_address(person, &operator, now).await, "Adressen är bekräftad.")
            }
            Done::Closed => (directory.close_account(person, &operator, now).await, "Kontot är stängt."),
            Done::Reopened => {
                (directory.reopen_account(person, &operator, now).await, "Kontot är öppet igen.")
            }
            Done::Erased => (
                directory.erase_contact_details(person, &operator, now).await,
                "Kontaktuppgifterna är raderade.",
            ),
        };
        outcome.map(|()| says.to_owned()).map_err(|refused| match (refused, done) {
            (directory::ContactRefused::Unknown, Done::Closed) => "Kontot är redan stängt.".to_owned(),
            (directory::ContactRefused::Unknown, Done::Reopened) => "Kontot är inte stängt.".to_owned(),
            (refused, _) => refused.to_string(),
        })
    }
}

/// Whose account an address is.
async fn somebody(directory: &Directory, email: &str) -> Result<Found, String> {
    let found = directory.person_by_email(email).await.map_err(|fault| fault.to_string())?;
    found.ok_or_else(|| "Ingen har den adressen. Skriv den som personen loggar in med.".to_owned())
}

impl Desk {
    async fn open(&self) -> Result<(Directory, Operator), String> {
        let place = self.place.directory()?;
        let directory = Directory::open(&place, Settings::default()).await.map_err(|f| f.to_string())?;
        Ok((directory, self.doer.operator()))
    }
}

impl Address {
    fn link(&self, token: &InvitationToken) -> String {
        format!("{}/inbjudan/{}", self.address.trim_end_matches('/'), token.as_str())
    }
}
