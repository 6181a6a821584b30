//! Configuration: by flag, by environment, by file, in that order; every setting has a default that `--help` states.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use serde::Deserialize;

use crate::database;

/// Where the data is kept.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Place {
    /// Datamapp med SQLite-filer.
    #[arg(long, value_name = "MAPP", env = "SAMORDNA_DATA", conflicts_with = "database")]
    pub(crate) data: Option<PathBuf>,
    /// PostgreSQL-databas, som postgres://användare@värd/namn.
    ///
    /// Över ett nätverk krypteras förbindelsen och serverns certifikat prövas, om inte adressen säger annat med sslmode.
    #[arg(long, value_name = "ADRESS", env = "SAMORDNA_DATABASE", hide_env_values = true)]
    pub(crate) database: Option<String>,
    /// Fil med databasens lösenord, så att det inte syns i processlistan.
    #[arg(long, value_name = "FIL", env = "SAMORDNA_DATABASE_PASSWORD_FILE")]
    pub(crate) database_password_file: Option<PathBuf>,
    /// Var databasen finns när adressen inte säger det; drivrutinen läser det själv.
    #[arg(long, env = "PGHOST", hide = true)]
    pub(crate) usual_host: Option<String>,
}

impl Place {
    /// As the journal names it.
    ///
    /// # Errors
    /// A Swedish sentence when neither was given.
    pub(crate) fn journal(&self) -> Result<journal::Place, String> {
        match (&self.data, &self.database) {
            (_, Some(url)) => {
                let (file, host) = (self.database_password_file.as_deref(), self.usual_host.as_deref());
                database::address(url, file, host).map(journal::Place::Url)
            }
            (Some(folder), None) => Ok(journal::Place::Folder(folder.clone())),
            (None, None) => {
                Err("Ange var uppgifterna finns: --data MAPP eller --database ADRESS.".to_owned())
            }
        }
    }

    /// As the directory names it.
    ///
    /// # Errors
    /// A Swedish sentence when neither was given.
    pub(crate) fn directory(&self) -> Result<directory::Place, String> {
        Ok(match self.journal()? {
            journal::Place::Folder(folder) => directory::Place::Folder(folder),
            journal::Place::Url(url) => directory::Place::Url(url),
        })
    }
}

/// How the server answers; what is left out by flag and environment is taken from the file, then from the default.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Server {
    /// Adress att lyssna på (standard: 127.0.0.1:8080).
    #[arg(long, value_name = "VÄRD:PORT", env = "SAMORDNA_LISTEN")]
    listen: Option<String>,
    /// Webbläsare når servern över HTTPS; kakor och huvuden följer det (standard: nej).
    #[arg(long, env = "SAMORDNA_HTTPS")]
    https: Option<bool>,
    /// Adress eller nät till en proxy framför servern, som 10.0.0.0/8; bara dess X-Forwarded-For används. Kan anges
    /// flera gånger, i miljön med komma emellan (standard: ingen).
    #[arg(long, value_name = "ADRESS", env = "SAMORDNA_TRUSTED_PROXY", value_delimiter = ',')]
    trusted_proxy: Vec<desk::Proxy>,
    /// Högsta antal samtidiga förbindelser (standard: 4096, och aldrig fler än systemet låter programmet öppna).
    #[arg(long, value_name = "ANTAL", env = "SAMORDNA_CONNECTIONS")]
    connections: Option<usize>,
    /// Högsta antal samtidiga förbindelser från en klient; gäller inte betrodda proxyer (standard: 100).
    #[arg(long, value_name = "ANTAL", env = "SAMORDNA_CONNECTIONS_PER_CLIENT")]
    connections_per_client: Option<usize>,
    /// Adress där driftens mätvärden läses på /metrics; välj en som bara driften når (standard: ingen).
    #[arg(long, value_name = "VÄRD:PORT", env = "SAMORDNA_METRICS")]
    metrics: Option<String>,
    /// Den aktör som svarar för webbplatsen, till tillgänglighetsredogörelsen (standard: Samordna).
    #[arg(long, value_name = "NAMN", env = "SAMORDNA_OWNER")]
    owner: Option<String>,
    /// Aktörens e-postadress (standard: kontakt@localhost).
    #[arg(long, value_name = "E-POST", env = "SAMORDNA_OWNER_EMAIL")]
    owner_email: Option<String>,
    /// Så många dagar sparas säkerhetsloggen (standard: 365).
    #[arg(long, value_name = "DAGAR", env = "SAMORDNA_SECURITY_LOG_DAYS")]
    security_log_days: Option<u32>,
    /// Loggnivå: error, warn, info, debug eller trace, även per modul (standard: info).
    #[arg(long, value_name = "NIVÅ", env = "SAMORDNA_LOG")]
    log: Option<String>,
    /// Inställningsfil i TOML, med samma namn som flaggorna och understreck i stället för bindestreck.
    #[arg(long, value_name = "FIL", env = "SAMORDNA_CONFIG")]
    config: Option<PathBuf>,
}

/// The settings of a file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct InFile {
    data: Option<PathBuf>,
    database: Option<String>,
    database_password_file: Option<PathBuf>,
    listen: Option<String>,
    https: Option<bool>,
    #[serde(default)]
    trusted_proxy: Vec<desk::Proxy>,
    connections: Option<usize>,
    connections_per_client: Option<usize>,
    metrics: Option<String>,
    owner: Option<String>,
    owner_email: Option<String>,
    security_log_days: Option<u32>,
    log: Option<String>,
}

/// The settings as they apply.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) place: Place,
    pub(crate) listen: String,
    /// Where figures are read, when they are.
    pub(crate) metrics: Option<String>,
    pub(crate) log: String,
    pub(crate) limits: desk::Limits,
    pub(crate) people: directory::Settings,
    pub(crate) web: desk::Settings,
}

impl Server {
    /// The settings as they apply, over a place that may have been given.
    ///
    /// # Errors
    /// A Swedish sentence that names the file and the line when the file cannot be read.
    pub(crate) fn settings(self, place: Place, demo: bool) -> Result<Settings, String> {
        let file = self.config.as_deref().map_or_else(|| Ok(InFile::default()), read)?;
        let given = place.data.is_some() || place.database.is_some();
        let password_file = place.database_password_file.clone().or(file.database_password_file);
        let place = Place { database_password_file: password_file, ..place };
        let place = if given { place } else { Place { data: file.data, database: file.database, ..place } };
        let or = |flag: Option<String>, file: Option<String>, default: &str| {
            flag.or(file).unwrap_or_else(|| default.to_owned())
        };
        let limits = desk::Limits::default();
        let proxies = if self.trusted_proxy.is_empty() { file.trusted_proxy } else { self.trusted_proxy };
        Ok(Settings {
            place,
            listen: or(self.listen, file.listen, "127.0.0.1:8080"),
            metrics: self.metrics.or(file.metrics),
            limits: desk::Limits {
                connections: self.connections.or(file.connections).unwrap_or(limits.connections),
                per_client: self
                    .connections_per_client
                    .or(file.connections_per_client)
                    .unwrap_or(limits.per_client),
                ..limits
            },
            log: or(self.log, file.log, if demo { "warn" } else { "info" }),
            people: directory::Settings {
                log_kept: days(self.security_log_days.or(file.security_log_days).unwrap_or(365)),
                ..directory::Settings::default()
            },
            web: desk::Settings {
                https: self.https.or(file.https).unwrap_or(false),
                proxies: desk::Proxies::new(proxies),
                demo,
                owner: kit::Owner {
                    name: or(self.owner, file.owner, "Samordna"),
                    email: or(self.owner_email, file.owner_email, "kontakt@localhost"),
                },
            },
        })
    }
}

fn days(days: u32) -> Duration {
    Duration::from_secs(u64::from(days).saturating_mul(24 * 60 * 60))
}

fn read(path: &Path) -> Result<InFile, String> {
    let text = std::fs::read_to_string(path)
        .map_err(|why| format!("{} går inte att läsa: {why}", path.display()))?;
    toml::from_str(&text).map_err(|why| format!("{}: {why}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_stands_over_the_file_and_the_file_over_the_default() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("samordna.toml");
        std::fs::write(&file, "listen = \"127.0.0.1:1\"\nowner = \"Förbundet\"\ndata = \"/srv/s\"\n")
            .unwrap();
        let server =
            Server { listen: Some("127.0.0.1:2".to_owned()), config: Some(file), ..Server::default() };
        let settings = server.settings(Place::default(), false).unwrap();
        assert_eq!(settings.listen, "127.0.0.1:2");
        assert_eq!(settings.web.owner.name, "Förbundet");
        assert_eq!(settings.log, "info");
        assert_eq!(settings.people.log_kept, days(365));
        assert_eq!(settings.place.data, Some(PathBuf::from("/srv/s")));
    }

    #[test]
    fn a_trusted_proxy_is_named_by_address_and_one_that_is_none_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("samordna.toml");
        let read = |text: &str| {
            std::fs::write(&file, text).unwrap();
            let server = Server { config: Some(file.clone()), ..Server::default() };
            server.settings(Place::default(), false)
        };
        let settings = read("trusted_proxy = [\"127.0.0.1\", \"10.0.0.0/8\"]\nconnections = 7\n").unwrap();
        let named = ["127.0.0.1", "10.0.0.0/8"].map(|one| one.parse().unwrap());
        assert_eq!(settings.web.proxies, desk::Proxies::new(named));
        assert_eq!(settings.limits.connections, 7);
        let says = read("trusted_proxy = [\"nginx\"]\n").unwrap_err();
        assert!(says.contains("Skriv proxyns adress"), "{says}");
    }

    #[test]
    fn an_unknown_setting_is_named_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("samordna.toml");
        std::fs::write(&file, "lisen = \"x\"\n").unwrap();
        let server = Server { config: Some(file), ..Server::default() };
        let says = server.settings(Place::default(), false).unwrap_err();
        assert!(says.contains("lisen") && says.contains("line 1"), "{says}");
    }
}
