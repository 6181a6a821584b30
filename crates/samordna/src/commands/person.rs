//! `samordna person invite`: an invitation by link, for the first person of an installation above all.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use directory::{Directory, Settings};
use uuid::Uuid;

use crate::config::Place;
use crate::{clock, say};

/// Personer som kan logga in.
#[derive(Debug, Args)]
pub(crate) struct Person {
    #[command(subcommand)]
    command: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Bjud in en person; länken gäller en gång i fjorton dagar.
    Invite(Invite),
}

#[derive(Debug, Args)]
struct Invite {
    #[command(flatten)]
    place: Place,
    /// Personens namn.
    #[arg(long)]
    name: String,
    /// Personens e-postadress, som blir inloggningsnamn.
    #[arg(long)]
    email: String,
    /// Adressen som servern nås på.
    #[arg(long, default_value = "http://127.0.0.1:8080", env = "SAMORDNA_ADDRESS")]
    address: String,
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn run(args: &Person) -> ExitCode {
    let What::Invite(invite) = &args.command;
    match invited(invite).await {
        Ok(link) => {
            say::line(link);
            ExitCode::SUCCESS
        }
        Err(says) => say::failed(2, says),
    }
}

async fn invited(invite: &Invite) -> Result<String, String> {
    let place = invite.place.directory()?;
    let directory = Directory::open(&place, Settings::default()).await.map_err(|f| f.to_string())?;
    let now = clock::now();
    let id = directory::PersonId(Uuid::now_v7());
    let person = match directory.person_by_email(&invite.email).await.map_err(|f| f.to_string())? {
        Some(person) => person.id,
        None => {
            directory
                .create_person(id, &invite.name, invite.email.as_str())
                .await
                .map_err(|f| f.to_string())?;
            id
        }
    };
    let token =
        directory.invite(person, None::<directory::PersonId>, now).await.map_err(|f| f.to_string())?;
    Ok(format!("{}/inbjudan/{}", invite.address.trim_end_matches('/'), token.as_str()))
}
