//! A fresh directory on either store, and the people who use it in the tests.

use std::sync::LazyLock;
use std::time::Duration;

use directory::{
    By, Contact, ContactRefused, Directory, Guest, Hashing, InvitationToken, Operator, PersonId, Place,
    SessionToken, Settings,
};
use jiff::Timestamp;
use rusqlite::types::Value;
use uuid::Uuid;

/// A password that may be chosen by anybody here.
pub(crate) const PASSWORD: &str = "blåbär-tuba-9-vante";
pub(crate) const OTHER_PASSWORD: &str = "kajak-mjölon-4-spis";
pub(crate) const ASA: &str = "asa@exempel.se";
pub(crate) const CLIENT: &str = "192.0.2.1";

/// Runs each test once on SQLite and once on PostgreSQL.
macro_rules! on_both_stores {
    ($($name:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test] async fn $name() { super::$name($crate::ground::Ground::sqlite().await).await })*
        }
        mod postgres {
            $(#[tokio::test] async fn $name() { super::$name($crate::ground::Ground::postgres().await).await })*
        }
    };
}
pub(crate) use on_both_stores;

/// A database of its own, and the first node on it.
pub(crate) struct Ground {
    pub(crate) directory: Directory,
    pub(crate) place: Place,
    _folder: Option<tempfile::TempDir>,
}

impl Ground {
    pub(crate) async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Folder(folder.path().to_owned());
        Self::on(place, Some(folder)).await
    }

    pub(crate) async fn postgres() -> Self {
        let url = tokio::task::spawn_blocking(testkit::postgres::database).await.unwrap();
        Self::on(Place::Url(url), None).await
    }

    async fn on(place: Place, folder: Option<tempfile::TempDir>) -> Self {
        let directory = Directory::open(&place, light()).await.unwrap();
        Self { directory, place, _folder: folder }
    }

    /// Another node on the same database.
    pub(crate) async fn other_node(&self) -> Directory {
        Directory::open(&self.place, light()).await.unwrap()
    }

    /// Åsa, who can log in.
    pub(crate) async fn asa(&self) -> PersonId {
        self.person("Åsa Öberg", ASA).await
    }

    /// Somebody who can log in with [`PASSWORD`].
    pub(crate) async fn person(&self, name: &str, email: &str) -> PersonId {
        self.with_password(name, email, PASSWORD).await
    }

    /// Somebody who can log in with a password, whatever it is.
    pub(crate) async fn with_password(&self, name: &str, email: &str, password: &str) -> PersonId {
        let (id, hash) = (new_id(), self.directory.hash_password(password).await.unwrap());
        let contact = Contact { name: name.into(), email: Some(email.into()), phone: None };
        self.directory.create_people_with_hash(&[(id, contact)], &hash).await.unwrap();
        id
    }

    /// Somebody who is invited and has no password yet, with the link.
    pub(crate) async fn guest(&self, name: &str, email: &str) -> (PersonId, InvitationToken) {
        let guest = Guest { id: new_id(), name, email };
        let link = self.directory.invite(&guest, operator(), "", morning()).await.unwrap();
        (guest.id, link)
    }

    /// A link for a new password, as the operator makes it.
    pub(crate) async fn reset(&self, person: PersonId) -> InvitationToken {
        self.directory.reset_link(person, &OPERATOR, morning()).await.unwrap()
    }

    /// Åsa's token after a login at `now`.
    pub(crate) async fn logged_in(&self, now: Timestamp) -> SessionToken {
        self.directory.log_in(ASA, PASSWORD, CLIENT, now).await.unwrap().token
    }

    /// Somebody changes their own contact details, with a password.
    pub(crate) async fn changes(
        &self,
        email: &str,
        password: &str,
        contact: &Contact,
        now: Timestamp,
    ) -> Result<(), ContactRefused> {
        let opened = self.directory.log_in(email, PASSWORD, CLIENT, now).await.unwrap();
        let session = self.directory.session(opened.token.as_str(), now).await.unwrap().unwrap().id;
        self.directory.change_contact(by(opened.person), session, password, contact, now).await
    }

    /// Every value of every table as text, bytes in hexadecimal.
    pub(crate) async fn dump(&self) -> String {
        self.dump_of("directory").await
    }

    /// The same of the workroom.
    pub(crate) async fn dump_workroom(&self) -> String {
        self.dump_of("workroom").await
    }

    async fn dump_of(&self, what: &str) -> String {
        let tables = format!("{what}_%");
        match &self.place {
            Place::Folder(folder) => dump_sqlite(&folder.join(format!("{what}.sqlite")), &tables),
            Place::Url(url) => dump_postgres(url, &tables).await,
        }
    }
}

/// Whoever runs the installation.
pub(crate) static OPERATOR: LazyLock<Operator> = LazyLock::new(|| Operator::at_the_terminal("drift"));

/// Somebody who is logged in.
pub(crate) fn by(person: PersonId) -> By<'static> {
    By::Person(person, CLIENT.into())
}

pub(crate) fn operator() -> By<'static> {
    By::Operator(&OPERATOR)
}

/// Hashes that cost nothing; everything else as delivered.
pub(crate) fn light() -> Settings {
    Settings {
        hashing: Hashing { memory_kib: 64, passes: 1, lanes: 1 },
        connections: 4,
        ..Settings::default()
    }
}

pub(crate) fn new_id() -> PersonId {
    PersonId(Uuid::now_v7())
}

/// The morning on which the tests begin.
pub(crate) fn morning() -> Timestamp {
    "2027-03-01T08:00:00+01:00".parse().unwrap()
}

/// So many seconds after the tests began.
pub(crate) fn at(seconds: u64) -> Timestamp {
    morning().checked_add(Duration::from_secs(seconds)).unwrap()
}

fn dump_sqlite(file: &std::path::Path, tables: &str) -> String {
    let connection = rusqlite::Connection::open(file).unwrap();
    let names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE $1 ORDER BY name";
    let mut names = connection.prepare(names).unwrap();
    let names: Vec<String> =
        names.query_map([tables], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut dump = String::new();
    for name in names {
        let mut all = connection.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = all.column_count();
        let mut rows = all.query([]).unwrap();
        dump.push_str(&format!("{name}\n"));
        while let Some(row) = rows.next().unwrap() {
            let cells = (0..columns).map(|at| match row.get(at).unwrap() {
                Value::Text(text) => text,
                Value::Blob(bytes) => hex(&bytes),
                Value::Integer(number) => number.to_string(),
                Value::Real(_) | Value::Null => String::new(),
            });
            dump.push_str(&format!("  {}\n", cells.collect::<Vec<_>>().join(" | ")));
        }
    }
    dump
}

async fn dump_postgres(url: &str, tables: &str) -> String {
    let pool = sqlx::PgPool::connect(url).await.unwrap();
    let names = "SELECT table_name::text FROM information_schema.tables WHERE table_name LIKE $1 ORDER BY 1";
    let names: Vec<String> = sqlx::query_scalar(names).bind(tables).fetch_all(&pool).await.unwrap();
    let mut dump = String::new();
    for name in names {
        let all = sqlx::AssertSqlSafe(format!("SELECT t::text FROM {name} t"));
        let rows: Vec<String> = sqlx::query_scalar(all).fetch_all(&pool).await.unwrap();
        dump.push_str(&format!("{name}\n  {}\n", rows.join("\n  ")));
    }
    pool.close().await;
    dump
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
