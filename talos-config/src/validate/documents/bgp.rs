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
    // The prefixes of earlier entries, each with the place of its entry.
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
        }
        let masked = prefixes(import, &at, wrong);
        if !source.is_empty() && sources.contains(&source) {
            wrong.at(format!("{at}.bgpInstance"), format!("{at}: duplicate source BGP instance {source:?}"));
        }
        sources.push(source);
        for (place, prefix) in &masked {
            for (other, twin) in earlier.iter().filter(|(_, other)| other.overlaps(*prefix)) {
                wrong.at(
                    format!("{at}.prefixes[{place}]"),
                    format!("{at}: prefix {prefix} overlaps importRoutes[{other}] prefix {twin}"),
                );
            }
        }
        earlier.extend(masked.into_iter().map(|(_, prefix)| (index, prefix)));
    }
}

/// The prefixes of an entry that are masked, each with its place.
fn prefixes(import: View<'_>, at: &str, wrong: &mut Wrong) -> Vec<(usize, Prefix)> {
    let texts = import.texts(keys!("prefixes"));
    if texts.len() == 0 {
        wrong.at(at, format!("{at}: at least one prefix must be specified"));
    }
    let mut all: Vec<(usize, Prefix)> = Vec::new();
    for (place, text) in texts.enumerate() {
        let here = format!("{at}.prefixes[{place}]");
        let Ok(prefix) = text.parse::<Prefix>() else {
            wrong.at(&here, format!("{here}: invalid prefix"));
            continue;
        };
        if !prefix.is_masked() {
            wrong.at(&here, format!("{here}: prefix {prefix} must be masked"));
        }
        for (other, twin) in all.iter().filter(|(_, other)| other.overlaps(prefix)) {
            wrong.at(&here, format!("{here}: prefix {prefix} overlaps prefixes[{other}] {twin}"));
        }
        all.push((place, prefix));
    }
    all.retain(|(_, prefix)| prefix.is_masked());
    all
}
