//! BGP: `types/network/bgp_instance.go`.

use super::Wrong;
use super::links::name;
use super::network::is_v4;
use crate::scalar::Prefix;
use crate::validate::{View, keys};

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    if kind != "BGPInstanceConfig" {
        return;
    }
    name(document, wrong);
    wrong.need(document, "localASN", "localASN must be specified");
    let router = document.text(keys!("routerID"));
    if !router.is_empty() && !is_v4(router) {
        wrong.at("routerID", "routerID must be an IPv4 address");
    }
    let neighbors = document.items(keys!("neighbors"));
    if neighbors.is_empty() {
        wrong.warn("", "BGPInstanceConfig has no neighbors configured");
    }
    let mut known = Vec::new();
    for (index, neighbor) in neighbors.into_iter().enumerate() {
        let mut say = |message: String| {
            wrong.at(format!("neighbors[{index}]"), format!("neighbor[{index}]: {message}"));
        };
        let (address, link) = (neighbor.text(keys!("address")), neighbor.text(keys!("link")));
        if address.is_empty() == link.is_empty() {
            say("exactly one of address or link must be set".to_owned());
        }
        if neighbor.number(keys!("holdTime")) < 0 {
            say("holdTime must not be negative".to_owned());
        }
        let bfd = neighbor.get(keys!("bfd"));
        if bfd.is_set() {
            if document.has(keys!("vrf")) {
                say("bfd is not supported for VRF-bound BGP instances".to_owned());
            }
            for key in ["transmitInterval", "receiveInterval"] {
                if bfd.number(key) < 0 {
                    say(format!("bfd.{key} must not be negative"));
                }
            }
        }
        let id = if address.is_empty() { link } else { address };
        if id.is_empty() {
            continue;
        }
        if known.contains(&id) {
            say(format!("duplicate neighbor {id:?}"));
        }
        known.push(id);
    }
    imports(document, wrong);
}

/// Routes that are taken over from other instances.
fn imports(document: View<'_>, wrong: &mut Wrong) {
    let own = document.text(keys!("name"));
    let mut sources = Vec::new();
    let mut earlier: Vec<(usize, Prefix)> = Vec::new();
    for (index, import) in document.items(keys!("importRoutes")).enumerate() {
        let at = format!("importRoutes[{index}]");
        let source = import.text(keys!("bgpInstance"));
        if source.is_empty() {
            wrong.at(format!("{at}.bgpInstance"), format!("{at}: bgpInstance must be specified"));
        } else if source == own {
            wrong.at(
                format!("{at}.bgpInstance"),
                format!("{at}: cannot import from the same BGP instance {own:?}"),
            );
        } else if sources.contains(&source) {
            wrong.at(format!("{at}.bgpInstance"), format!("{at}: duplicate source BGP instance {source:?}"));
        }
        sources.push(source);
        let prefixes = import.texts(keys!("prefixes"));
        if prefixes.len() == 0 {
            wrong.at(&at, format!("{at}: at least one prefix must be specified"));
        }
        let mut own: Vec<(usize, Prefix)> = Vec::new();
        for (place, text) in prefixes.enumerate() {
            let here = format!("{at}.prefixes[{place}]");
            let Ok(prefix) = text.parse::<Prefix>() else {
                wrong.at(&here, format!("{here}: invalid prefix"));
                continue;
            };
            if !prefix.is_masked() {
                wrong.at(&here, format!("{here}: prefix {prefix} must be masked"));
            }
            if let Some((other, twin)) = own.iter().find(|(_, other)| other.overlaps(prefix)) {
                let message = format!("{here}: prefix {prefix} overlaps prefixes[{other}] {twin}");
                wrong.at(&here, message);
            }
            if let Some((other, twin)) = earlier.iter().find(|(_, other)| other.overlaps(prefix)) {
                let message = format!("{at}: prefix {prefix} overlaps importRoutes[{other}] prefix {twin}");
                wrong.at(&here, message);
            }
            own.push((place, prefix));
        }
        earlier.extend(own.into_iter().map(|(_, prefix)| (index, prefix)));
    }
}
