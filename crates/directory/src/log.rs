//! The security log (sv. *säkerhetslogg*): who did what to whom, from where and when.
//!
//! Kept apart from the journal, because it is forgotten after a set time and names network addresses.
//! It never holds a password, a token, a name or an e-mail address: people stand in it by id.
//! The same rows are what a person is told at the next login, when somebody else did something to their account.

use jiff::Timestamp;
use uuid::Uuid;

use crate::actor::By;
use crate::fault::Fault;
use crate::ids::PersonId;
use crate::store::{Row, Step, Value, values};
use crate::{Directory, time};

/// The longest detail and the longest description of a client, in characters.
const LONGEST: usize = 200;

/// What can come many times over is noted at most so often.
const AGAIN: std::time::Duration = std::time::Duration::from_secs(60);

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $says:literal, $told:ident);+ $(;)?) => {
        /// Something that bears on who gets in and what they may.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum SecurityAct {
            $($(#[$doc])* $name),+
        }

        impl SecurityAct {
            /// Every act.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name it is stored under.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// What was done, in Swedish.
            pub fn says(self) -> &'static str {
                match self { $(Self::$name => $says),+ }
            }

            /// Whether the person it was done to is told at the next login, when somebody else did it.
            pub fn is_told(self) -> bool {
                match self { $(Self::$name => acts!(@told $told)),+ }
            }
        }
    };
    (@told told) => { true };
    (@told silent) => { false };
}

acts! {
    /// Logged in.
    LoggedIn = "logged_in", "loggade in", silent;
    /// Tried to log in with a wrong password or an unknown address.
    LoginFailed = "login_failed", "försökte logga in", silent;
    /// Had tried too often.
    LockedOut = "locked_out", "fick vänta efter för många försök", silent;
    /// Logged out.
    LoggedOut = "logged_out", "loggade ut", silent;
    /// Made a link for somebody who has no account.
    Invited = "invited", "bjöd in", silent;
    /// Made somebody known in an association, or gave them another name there.
    Named = "named", "antecknade namnet på", told;
    /// Gave a mandate.
    MandateGiven = "mandate_given", "gav uppdrag till", told;
    /// Ended a mandate.
    MandateEnded = "mandate_ended", "avslutade uppdrag för", told;
    /// Chose a password by a link.
    PasswordSet = "password_set", "valde lösenord med en länk", silent;
    /// Changed the own password.
    PasswordChanged = "password_changed", "bytte lösenord", silent;
    /// Claimed another address.
    AddressClaimed = "address_claimed", "uppgav en ny e-postadress", silent;
    /// Confirmed a claimed address.
    AddressConfirmed = "address_confirmed", "bekräftade e-postadressen för", told;
    /// Dropped a claim, because somebody else is let in with the address.
    ClaimDropped = "claim_dropped", "tog bort en obekräftad e-postadress för", told;
    /// Changed name or telephone.
    ContactChanged = "contact_changed", "ändrade kontaktuppgifter", silent;
    /// Ended sessions.
    SessionsEnded = "sessions_ended", "avslutade inloggningar", told;
    /// Closed an account.
    AccountClosed = "account_closed", "stängde kontot för", silent;
    /// Opened a closed account again.
    AccountReopened = "account_reopened", "öppnade kontot igen för", told;
    /// Erased contact details.
    DetailsErased = "details_erased", "raderade kontaktuppgifter", silent;
    /// Wrote out the record.
    Exported = "exported", "skrev ut journalen", silent;
    /// Took out a list as a file.
    TakenOut = "taken_out", "hämtade en lista", silent;
    /// Made a link with which the owner of an account chooses a new password.
    ResetLinkMade = "reset_link_made", "gjorde en länk för nytt lösenord åt", told;
    /// Was refused something.
    Denied = "denied", "nekades", silent;
}

impl SecurityAct {
    /// The act with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|act| act.code() == code)
    }
}

/// What is to be noted.
#[derive(Debug, Clone, Copy)]
pub struct Note<'a> {
    /// What was done.
    pub act: SecurityAct,
    /// By whom, and from where.
    pub by: By<'a>,
    /// To whom.
    pub whom: Option<PersonId>,
    /// In which association, by its address.
    pub place: &'a str,
    /// More, such as which action was denied; never a name, an address, a password or a token.
    pub detail: &'a str,
}

impl<'a> Note<'a> {
    /// Something somebody did, to nobody else.
    pub fn of(act: SecurityAct, by: By<'a>) -> Self {
        Self { act, by, whom: None, place: "", detail: "" }
    }

    /// The same, done to somebody.
    #[must_use]
    pub fn to(self, whom: impl Into<Option<PersonId>>) -> Self {
        Self { whom: whom.into(), ..self }
    }

    /// The same, in an association.
    #[must_use]
    pub fn at(self, place: &'a str) -> Self {
        Self { place, ..self }
    }

    /// The same, with more about it.
    #[must_use]
    pub fn about(self, detail: &'a str) -> Self {
        Self { detail, ..self }
    }

    /// The step that writes it, so that the act and its line are written together.
    pub(crate) fn step(&self, now: Timestamp) -> Result<Step, Fault> {
        let mut random = [0_u8; 10];
        getrandom::fill(&mut random).map_err(|e| Fault::new("making an id", e))?;
        let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
        Ok(self.step_as(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid(), now))
    }

    /// The step that writes it under an id: the same id again is the same note.
    fn step_as(&self, id: Uuid, now: Timestamp) -> Step {
        let told = self.act.is_told() && self.whom.is_some() && self.whom != self.by.person();
        let short = |text: &str| -> Option<String> {
            let kept: String = text.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
            (!kept.is_empty()).then_some(kept)
        };
        let person = |person: Option<PersonId>| Value::Text(person.map(|p| p.to_string()));
        Step::any(
            "INSERT INTO directory_log (id, at, act, who, operator, whom, place, detail, address, client, news) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING",
            values![
                id.to_string(),
                now,
                self.act.code(),
                person(self.by.person()),
                self.by.operator().map(str::to_owned),
                person(self.whom),
                short(self.place),
                short(self.detail),
                self.by.client().and_then(|client| short(client.address)),
                self.by.client().and_then(|client| short(client.label)),
                i64::from(told),
            ],
        )
    }
}

/// Who did it, as the log keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// A person.
    Person(PersonId),
    /// Whoever runs the installation, by the name at the terminal.
    Operator(String),
    /// Somebody who was not logged in.
    Visitor,
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// What.
    pub act: SecurityAct,
    /// Who did it.
    pub who: Who,
    /// To whom.
    pub whom: Option<PersonId>,
    /// In which association, by its address.
    pub place: Option<String>,
    /// More about it.
    pub detail: Option<String>,
    /// The network address it was done from.
    pub address: Option<String>,
    /// The client it was done with.
    pub client: Option<String>,
}

macro_rules! entry_where {
    ($rest:literal) => {
        concat!(
            "SELECT at, act, who, operator, whom, place, detail, address, client FROM directory_log WHERE ",
            $rest,
            " ORDER BY at, id"
        )
    };
}

impl Directory {
    /// Notes something that bears on security.
    ///
    /// # Errors
    /// The database failed.
    pub async fn note(&self, note: &Note<'_>, now: Timestamp) -> Result<(), Fault> {
        self.write_note(note.whom, note.step(now)?).await
    }

    /// Notes what a command did: the same command again is the same note.
    ///
    /// # Errors
    /// The database failed.
    pub async fn note_once(&self, id: Uuid, note: &Note<'_>, now: Timestamp) -> Result<(), Fault> {
        self.write_note(note.whom, note.step_as(id, now)).await
    }

    /// Notes something that can come many times over: the same again within a minute is not noted.
    ///
    /// # Errors
    /// The database failed.
    pub async fn note_sometimes(&self, note: &Note<'_>, now: Timestamp) -> Result<(), Fault> {
        let client = note.by.client().map_or("", |client| client.address);
        let person = |person: Option<PersonId>| person.map_or_else(String::new, |p| p.to_string());
        let sql = "SELECT COUNT(*) FROM directory_log WHERE at > $1 AND at <= $2 AND act = $3 \
                   AND COALESCE(who, '') = $4 AND COALESCE(whom, '') = $5 AND COALESCE(detail, '') = $6 \
                   AND COALESCE(address, '') = $7";
        let asked = values![
            time::before(now, AGAIN),
            now,
            note.act.code(),
            person(note.by.person()),
            person(note.whom),
            note.detail,
            client,
        ];
        let row = self.store().read_one(sql, asked).await?;
        match row.map(|mut row| row.int()).transpose()? {
            Some(0) | None => self.note(note, now).await,
            Some(_) => Ok(()),
        }
    }

    async fn write_note(&self, whom: Option<PersonId>, step: Step) -> Result<(), Fault> {
        self.store().write(vec![step]).await?;
        self.cache().forget(|session| Some(session.person) == whom);
        Ok(())
    }

    /// The log since a moment, of one person or of everybody, oldest first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn security_log(
        &self,
        since: Timestamp,
        person: Option<PersonId>,
    ) -> Result<Vec<Entry>, Fault> {
        let person = person.map_or_else(String::new, |person| person.to_string());
        let sql = entry_where!("at >= $1 AND ($2 = '' OR who = $2 OR whom = $2)");
        self.store().read(sql, values![since, person]).await?.into_iter().map(entry).collect()
    }

    /// What others did to a person's account that the person has not been told of yet, oldest first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn news(&self, person: PersonId) -> Result<Vec<Entry>, Fault> {
        let sql = entry_where!("whom = $1 AND news = 1");
        self.store().read(sql, values![person]).await?.into_iter().map(entry).collect()
    }

    /// The person has read what was told up to a moment.
    ///
    /// # Errors
    /// The database failed.
    pub async fn news_read(&self, person: PersonId, until: Timestamp) -> Result<(), Fault> {
        let sql = "UPDATE directory_log SET news = 0 WHERE whom = $1 AND news = 1 AND at <= $2";
        self.store().write(vec![Step::any(sql, values![person, until])]).await?;
        self.cache().forget(|session| session.person == person);
        Ok(())
    }
}

/// The step that forgets what is older than the log is kept.
pub(crate) fn purge(now: Timestamp, kept: std::time::Duration) -> Step {
    Step::any("DELETE FROM directory_log WHERE at <= $1", values![time::before(now, kept)])
}

/// The step that forgets from where and with what somebody came; what was done stays.
pub(crate) fn forget(person: PersonId) -> Step {
    Step::any(
        "UPDATE directory_log SET address = NULL, client = NULL WHERE who = $1 OR whom = $1",
        values![person],
    )
}

fn entry(mut row: Row) -> Result<Entry, Fault> {
    let at = row.time()?;
    let act = SecurityAct::from_code(&row.text()?).ok_or_else(|| Fault::stored("an unknown act"))?;
    let (person, operator) = (row.maybe_uuid()?, row.maybe_text()?);
    Ok(Entry {
        at,
        act,
        who: match (person, operator) {
            (Some(person), _) => Who::Person(PersonId(person)),
            (None, Some(name)) => Who::Operator(name),
            (None, None) => Who::Visitor,
        },
        whom: row.maybe_uuid()?.map(PersonId),
        place: row.maybe_text()?,
        detail: row.maybe_text()?,
        address: row.maybe_text()?,
        client: row.maybe_text()?,
    })
}
