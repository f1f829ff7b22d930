//! Where a request comes from: the address of the connection, or what a proxy in front says that is believed.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};
use ipnet::IpNet;

/// The header in which each proxy adds at the end whom it was called by.
const FORWARDED: &str = "x-forwarded-for";

/// The client's address; `None` where the connection is not known, as in tests.
/// The last address that is no trusted proxy's counts: what stands before it anybody may have written.
pub(crate) fn address(extensions: &Extensions, headers: &HeaderMap, trusted: &[IpNet]) -> Option<IpAddr> {
    let ConnectInfo(peer) = extensions.get::<ConnectInfo<SocketAddr>>()?;
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut client = peer.ip().to_canonical();
    if !is_trusted(&client) {
        return Some(client);
    }
    let lines: Vec<&str> = headers.get_all(FORWARDED).iter().filter_map(|line| line.to_str().ok()).collect();
    for entry in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        let Some(address) = parse(entry.trim()) else { break };
        client = address;
        if !is_trusted(&client) {
            break;
        }
    }
    Some(client)
}

/// What one subscriber is given to use as they like: one address, or a network of 64 bits in IPv6.
pub(crate) fn subscriber(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) & !u128::from(u64::MAX)).into()),
    }
}

/// An address, alone or with a port.
fn parse(entry: &str) -> Option<IpAddr> {
    let bare = || entry.strip_prefix('[')?.strip_suffix(']')?.parse::<IpAddr>().ok();
    let with_port = || entry.parse::<SocketAddr>().ok().map(|address| address.ip());
    entry.parse::<IpAddr>().ok().or_else(bare).or_else(with_port).map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(peer: &str, forwarded: &[&str], trusted: &[&str]) -> String {
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 4711)));
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED, line.parse().unwrap());
        }
        let trusted: Vec<IpNet> = trusted.iter().map(|network| network.parse().unwrap()).collect();
        address(&extensions, &headers, &trusted).unwrap().to_string()
    }

    #[test]
    fn w13_only_a_trusted_proxy_is_believed() {
        let proxies = ["10.0.0.0/8", "fd00::/8"];
        assert_eq!(client("192.0.2.1", &["198.51.100.9"], &proxies), "192.0.2.1");
        assert_eq!(client("10.0.0.1", &["198.51.100.9"], &proxies), "198.51.100.9");
        assert_eq!(client("10.0.0.1", &["198.51.100.9"], &[]), "10.0.0.1");
        assert_eq!(client("10.0.0.1", &[], &proxies), "10.0.0.1");
        assert_eq!(client("::ffff:10.0.0.1", &["198.51.100.9"], &proxies), "198.51.100.9");
    }

    #[test]
    fn w13_what_a_client_wrote_itself_is_not_believed() {
        let proxies = ["10.0.0.0/8"];
        assert_eq!(client("10.0.0.1", &["203.0.113.5, 198.51.100.9"], &proxies), "198.51.100.9");
        assert_eq!(client("10.0.0.1", &["203.0.113.5", "198.51.100.9, 10.0.0.2"], &proxies), "198.51.100.9");
        assert_eq!(client("10.0.0.1", &["203.0.113.5, nonsense"], &proxies), "10.0.0.1");
    }

    #[test]
    fn ports_and_brackets_are_read() {
        for entry in ["2001:db8::7", "[2001:db8::7]", "[2001:db8::7]:443"] {
            assert_eq!(client("10.0.0.1", &[entry], &["10.0.0.0/8"]), "2001:db8::7", "{entry}");
        }
        assert_eq!(client("10.0.0.1", &["198.51.100.9:443"], &["10.0.0.0/8"]), "198.51.100.9");
        assert_eq!(subscriber("2001:db8:1:2:3:4:5:6".parse().unwrap()).to_string(), "2001:db8:1:2::");
        assert_eq!(subscriber("198.51.100.9".parse().unwrap()).to_string(), "198.51.100.9");
    }
}
