//! An address to go back to, as a form, a link or a browser named it: one of ours, or our start.

use std::sync::LazyLock;

use url::Url;

/// Where one goes who named nothing of ours.
const START: &str = "/oversikt";

/// Stands for wherever we are reached: an address is ours when it leads nowhere else from here.
static HERE: LazyLock<Option<Url>> = LazyLock::new(|| Url::parse("http://oss.invalid/").ok());

/// A path of ours, with its query; whoever is sent there stays with us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayBack(String);

impl WayBack {
    /// Reads what was named as a browser would.
    pub fn read(named: &str) -> Self {
        if plain(named) {
            return Self(named.to_owned());
        }
        // A path of ours can become another's when it is read once more, as `/.//exempel.se`: it must read the same.
        let ours = path(named).filter(|read| path(read).as_ref() == Some(read));
        Self(ours.unwrap_or_else(|| START.to_owned()))
    }

    /// The path with its query.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for WayBack {
    fn default() -> Self {
        Self(START.to_owned())
    }
}

/// Whether an address is so plain that every reader reads the same: names between single slashes, and no dots to climb.
fn plain(named: &str) -> bool {
    let name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let mut before = b'?';
    let each = named.bytes().all(|byte| {
        let fits = name(byte) || byte == b'/' && before != b'/';
        before = byte;
        fits
    });
    each && named.starts_with('/')
}

/// The path that an address leads to with us; none when it leads to somebody else.
fn path(named: &str) -> Option<String> {
    let here = HERE.as_ref()?;
    if !named.starts_with('/') || named.contains(char::is_control) {
        return None;
    }
    let read = here.join(named).ok().filter(|read| read.origin() == here.origin())?;
    let own = read.username().is_empty() && read.password().is_none();
    own.then(|| match read.query() {
        Some(query) => format!("{}?{query}", read.path()),
        None => read.path().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site() {
        let evil = [
            "",
            "exempel.se",
            "https://exempel.se",
            "https:exempel.se",
            "HTTPS:/exempel.se",
            "javascript:alert(1)",
            "data:text/html,x",
            "//exempel.se",
            "///exempel.se",
            "////exempel.se",
            "\\\\exempel.se",
            "/\\exempel.se",
            "\\/exempel.se",
            "/\t/exempel.se",
            "/\t\\exempel.se",
            "\t//exempel.se",
            "/\n/exempel.se",
            "/\r\n/exempel.se",
            " //exempel.se",
            "\u{0}//exempel.se",
            "/\u{b}/exempel.se",
            "/\u{85}/exempel.se",
            "/a\r\nSet-Cookie: b",
            "/.//exempel.se",
            "/./\\exempel.se",
            "/..//exempel.se",
            "/a/..//exempel.se",
            "/%2e//exempel.se",
            "/%2E%2e//exempel.se",
            "/a/%2e%2e//exempel.se",
            "//oss.invalid@exempel.se/",
            "//asa:b@oss.invalid/",
            "//oss.invalid:81/",
            "//oss.invalid.exempel.se/",
            "?till=/",
            "#a",
            "oversikt",
        ];
        for named in evil {
            assert_eq!(WayBack::read(named), WayBack::default(), "{named:?}");
        }
    }

    /// Every short address of signs that mean something in one.
    #[test]
    fn what_is_plain_reads_the_same_by_the_parser() {
        let signs = ['/', 'a', '9', '.', '-', '%', '?', '\\', ':'];
        let mut named = vec![String::new()];
        for _ in 0..5 {
            named = named
                .iter()
                .flat_map(|n| signs.map(|sign| format!("{n}{sign}")))
                .chain(["/".into()])
                .collect();
            for one in named.iter().filter(|one| plain(one)) {
                assert_eq!(path(one).as_ref(), Some(one));
            }
        }
        assert!(
            plain("/f/finnveden/insatser/1") && plain("/") && !plain("//a") && !plain("/./a") && !plain("")
        );
    }

    #[test]
    fn a_path_of_ours_is_kept_as_a_browser_writes_it() {
        for (named, read) in [
            ("/", "/"),
            ("/f/finnveden?a=1&b=2", "/f/finnveden?a=1&b=2"),
            ("/f/h\u{f6}glandet", "/f/h%C3%B6glandet"),
            ("/fordelning?andring=sl%C3%A5+ihop", "/fordelning?andring=sl%C3%A5+ihop"),
            ("/fordelning?andring=sl\u{e5} ihop", "/fordelning?andring=sl%C3%A5%20ihop"),
            ("/logga-in?till=//exempel.se", "/logga-in?till=//exempel.se"),
            ("/a//b", "/a//b"),
            ("/%2F/exempel.se", "/%2F/exempel.se"),
        ] {
            assert_eq!(WayBack::read(named).as_str(), read, "{named}");
        }
    }
}
