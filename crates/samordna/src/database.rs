//! The address of the database as it applies: encrypted where it goes over a network, with its password from a file.

use std::net::IpAddr;
use std::path::Path;

use url::Url;

/// What is asked of a connection over a network whose address does not say: encrypted, and the server is who it says.
const SAFE: &str = "verify-full";

/// The address to connect to.
///
/// # Errors
/// A Swedish sentence, which never shows the address: it may hold a password.
pub(crate) fn address(
    written: &str,
    password_file: Option<&Path>,
    usual_host: Option<&str>,
) -> Result<String, String> {
    let mut url = Url::parse(written).map_err(|_| {
        "Adressen till databasen går inte att tolka. Skriv den som postgres://användare@värd/namn.".to_owned()
    })?;
    if let Some(file) = password_file {
        if has_password(&url) {
            return Err(
                "Databasens lösenord står både i adressen och i en fil. Ta bort det ur adressen.".to_owned()
            );
        }
        let read = std::fs::read_to_string(file)
            .map_err(|why| format!("Lösenordsfilen {} går inte att läsa: {why}", file.display()))?;
        url.query_pairs_mut().append_pair("password", read.trim_end_matches(['\r', '\n']));
    }
    let says = url.query_pairs().any(|(name, _)| matches!(&*name, "sslmode" | "ssl-mode"));
    if !says && !is_here(&url, usual_host) {
        url.query_pairs_mut().append_pair("sslmode", SAFE);
    }
    Ok(url.into())
}

/// Whether an argument shows the database's password to everybody who may list processes.
pub(crate) fn shown_in(mut arguments: impl Iterator<Item = String>) -> bool {
    arguments.any(|argument| {
        let value = argument.strip_prefix("--database=").unwrap_or(&argument);
        value.starts_with("postgres") && Url::parse(value).is_ok_and(|url| has_password(&url))
    })
}

fn has_password(url: &Url) -> bool {
    url.password().is_some() || url.query_pairs().any(|(name, _)| name == "password")
}

/// Whether the database is on this machine: a socket, or an address that leads nowhere else.
fn is_here(url: &Url, usual: Option<&str>) -> bool {
    let asked = url.query_pairs().filter(|(name, _)| matches!(&**name, "host" | "hostaddr")).last();
    let host = asked.map(|(_, host)| host.into_owned()).or_else(|| url.host_str().map(str::to_owned));
    let host = host.filter(|host| !host.is_empty()).or_else(|| usual.map(str::to_owned));
    // Without a host the driver takes the socket of this machine.
    let Some(host) = host else { return true };
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let socket = bare.starts_with('/') || bare.to_ascii_lowercase().starts_with("%2f");
    socket
        || bare.eq_ignore_ascii_case("localhost")
        || bare.parse::<IpAddr>().is_ok_and(|address| address.to_canonical().is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(written: &str) -> String {
        address(written, None, None).unwrap()
    }

    #[test]
    fn over_a_network_the_connection_is_encrypted_and_the_server_proven() {
        for written in [
            "postgres://samordna@db.exempel.se/samordna",
            "postgres://10.0.0.7:5433/samordna?application_name=a",
            "postgres://[2001:db8::1]/samordna",
            "postgres://localhost/samordna?host=db",
        ] {
            assert!(plain(written).contains("sslmode=verify-full"), "{written}");
        }
        assert!(address("postgres:///samordna", None, Some("db")).unwrap().contains("sslmode=verify-full"));
    }

    #[test]
    fn on_this_machine_and_where_the_address_says_nothing_is_added() {
        for written in [
            "postgres://samordna@localhost/samordna",
            "postgres://127.0.0.1:5433/samordna",
            "postgres://[::1]/samordna",
            "postgres://%2Fvar%2Frun%2Fpostgresql/samordna",
            "postgres:///samordna",
            "postgres:///samordna?host=/var/run/postgresql",
            "postgres://db.exempel.se/samordna?sslmode=require",
            "postgres://db.exempel.se/samordna?ssl-mode=disable",
        ] {
            assert_eq!(plain(written), written);
        }
    }

    #[test]
    fn the_password_comes_from_its_file_and_stands_in_one_place() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("losenord");
        std::fs::write(&file, "hemligt & långt=%\n").unwrap();
        let read = address("postgres://samordna@localhost/samordna", Some(&file), None).unwrap();
        let password =
            Url::parse(&read).unwrap().query_pairs().find(|(n, _)| n == "password").unwrap().1.into_owned();
        assert_eq!(password, "hemligt & långt=%");
        let twice = address("postgres://samordna:x@localhost/samordna", Some(&file), None).unwrap_err();
        assert!(twice.contains("Ta bort det ur adressen") && !twice.contains("hemligt"), "{twice}");
        let none = address("postgres://localhost/s", Some(&folder.path().join("saknas")), None).unwrap_err();
        assert!(none.contains("saknas går inte att läsa"), "{none}");
        assert!(address("inte en adress med hemligt", None, None).unwrap_err().contains("Skriv den som"));
    }

    #[test]
    fn a_password_among_the_arguments_is_seen() {
        let shown = |arguments: &[&str]| shown_in(arguments.iter().map(|a| (*a).to_owned()));
        assert!(shown(&["samordna", "serve", "--database", "postgres://a:b@db/s"]));
        assert!(shown(&["samordna", "serve", "--database=postgresql://a@db/s?password=b"]));
        assert!(!shown(&["samordna", "serve", "--database", "postgres://a@db/s"]));
        assert!(!shown(&["samordna", "serve", "--data", "/srv/a:b@c"]));
    }
}
