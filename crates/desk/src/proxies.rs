//! Which proxies stand in front of us, and so whose word on the client's address is taken.
//!
//! A proxy that adds to `X-Forwarded-For` adds its value last; what stands before it is anybody's claim, and so is the
//! whole header when it comes from somebody else.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::str::FromStr;
use std::sync::Once;

use axum::http::HeaderMap;
use ipnet::IpNet;

/// The header's name.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// The proxies whose word is taken; none from the start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<Proxy>);

/// A proxy, or a network of them: `192.0.2.1`, `10.0.0.0/8`, `fd00::/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(try_from = "String")]
pub struct Proxy(IpNet);

/// What was written is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoProxy;

impl std::fmt::Display for NoProxy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Skriv proxyns adress, som 192.0.2.1, eller ett nät, som 10.0.0.0/8.")
    }
}

impl std::error::Error for NoProxy {}

impl FromStr for Proxy {
    type Err = NoProxy;

    fn from_str(written: &str) -> Result<Self, NoProxy> {
        let written = written.trim();
        let alone = || written.parse::<IpAddr>().map(|one| IpNet::from(one.to_canonical()));
        written.parse::<IpNet>().or_else(|_| alone()).map(Self).map_err(|_| NoProxy)
    }
}

impl TryFrom<String> for Proxy {
    type Error = NoProxy;

    fn try_from(written: String) -> Result<Self, NoProxy> {
        written.parse()
    }
}

/// What a request says of the client it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// The client.
    pub(crate) client: IpAddr,
    /// Whether somebody whose word is not taken told another.
    pub(crate) ignored: bool,
}

impl Proxies {
    /// These.
    pub fn new(proxies: impl IntoIterator<Item = Proxy>) -> Self {
        Self(proxies.into_iter().collect())
    }

    /// Whether the word of an address is taken.
    pub(crate) fn trust(&self, peer: IpAddr) -> bool {
        let peer = peer.to_canonical();
        self.0.iter().any(|proxy| proxy.0.contains(&peer))
    }

    /// The client of a request that came from an address.
    pub(crate) fn client(&self, peer: IpAddr, headers: &HeaderMap) -> Told {
        let peer = peer.to_canonical();
        let lines = headers.get_all(FORWARDED_FOR);
        let Some(line) = lines.iter().next_back() else { return Told { client: peer, ignored: false } };
        if !self.trust(peer) {
            warn_once();
            return Told { client: peer, ignored: true };
        }
        let last = line.to_str().ok().and_then(|line| line.rsplit(',').next());
        Told { client: last.and_then(address).unwrap_or(peer), ignored: false }
    }
}

/// An address as proxies write it: with or without a port.
fn address(written: &str) -> Option<IpAddr> {
    let written = written.trim();
    let bare = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(written);
    let alone = bare.parse::<IpAddr>().ok();
    let address = alone.or_else(|| written.parse::<SocketAddr>().ok().map(|both| both.ip()))?;
    Some(address.to_canonical())
}

/// What is counted as one client: an address, or the network that a subscriber of version six has to move in.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(four) => IpAddr::V4(four),
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

/// Behind a proxy that is not named every visitor is one client, which shuts out a whole site; the operator must know.
fn warn_once() {
    static TOLD: Once = Once::new();
    TOLD.call_once(|| {
        tracing::warn!(
            "X-Forwarded-For kommer från en adress som inte är en betrodd proxy och används inte. Står en proxy \
             framför servern: ange dess adress med --trusted-proxy, annars räknas alla besökare som en."
        );
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROXY: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 1));

    fn client(peer: IpAddr, lines: &[&str]) -> Told {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(FORWARDED_FOR, line.parse().unwrap());
        }
        Proxies::new(["10.0.0.0/8".parse().unwrap()]).client(peer, &headers)
    }

    #[test]
    fn the_last_value_of_the_last_line_is_the_client_without_its_port() {
        for (lines, is) in [
            (&["192.0.2.1"][..], "192.0.2.1"),
            (&["198.51.100.7, 192.0.2.1"], "192.0.2.1"),
            (&["198.51.100.7", "192.0.2.1"], "192.0.2.1"),
            (&["198.51.100.7", "203.0.113.9, 192.0.2.1:4711"], "192.0.2.1"),
            (&["[2001:db8::1]:4711"], "2001:db8::1"),
            (&["[2001:db8::1]"], "2001:db8::1"),
            (&["2001:db8::1"], "2001:db8::1"),
            (&["::ffff:192.0.2.1"], "192.0.2.1"),
        ] {
            assert_eq!(client(PROXY, lines).client.to_string(), is, "{lines:?}");
        }
    }

    #[test]
    fn what_is_no_address_makes_no_new_client() {
        for line in
            ["", "unknown", "_hidden", "192.0.2.1, ", "192.0.2.1:99999", "192.0.2", "exempel.se", "åäö"]
        {
            let mut headers = HeaderMap::new();
            headers.append(FORWARDED_FOR, axum::http::HeaderValue::from_bytes(line.as_bytes()).unwrap());
            let proxies = Proxies::new(["10.0.0.1".parse().unwrap()]);
            assert_eq!(proxies.client(PROXY, &headers), Told { client: PROXY, ignored: false }, "{line}");
        }
    }

    #[test]
    fn the_word_of_somebody_else_is_not_taken() {
        let stranger: IpAddr = "203.0.113.9".parse().unwrap();
        assert_eq!(client(stranger, &["192.0.2.1"]), Told { client: stranger, ignored: true });
        assert_eq!(client(stranger, &[]), Told { client: stranger, ignored: false });
    }

    #[test]
    fn a_proxy_is_an_address_or_a_network() {
        for written in ["192.0.2.1", " 10.0.0.0/8", "fd00::/8", "::1", "::ffff:10.0.0.1"] {
            assert!(written.parse::<Proxy>().is_ok(), "{written}");
        }
        for written in ["", "nginx", "10.0.0.0/33", "192.0.2.1:80"] {
            assert_eq!(written.parse::<Proxy>(), Err(NoProxy), "{written}");
        }
        let mapped = Proxies::new(["::ffff:10.0.0.1".parse().unwrap()]);
        assert!(mapped.trust(PROXY) && mapped.trust("::ffff:10.0.0.1".parse().unwrap()));
    }
}
