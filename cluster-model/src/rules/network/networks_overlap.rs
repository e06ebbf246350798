//! CLU0205 networks-overlap.

use manifest::{Finding, Place, Rule, Severity};

use super::{cluster_networks, range};
use crate::estate::{CiliumEstate, Estate};
use crate::scalar::AddressRange;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0205",
    name: "networks-overlap",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The networks of pods, of services and of machines, the pools and the ranges that are taken do not overlap.",
    why: "An address that means two things is reached as one of them only, on some machines as the one and on others as the other.",
    bad: "\
network:
  reserved: {office: 10.100.0.0-10.100.0.255}
",
    good: "\
network:
  reserved: {office: 10.200.0.0-10.200.0.255}
",
    source: "siderolabs/talos issue 8174; cilium/cilium issue 6321",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let networks = cluster_networks(estate);
    let networks = networks.iter().flat_map(|(what, list)| list.iter().map(move |network| (what, network)));
    let others = others(estate);
    let mut seen: Vec<(&str, AddressRange, &Place)> = Vec::new();
    for (what, network) in networks {
        let Some(value) = range(&network.value) else { continue };
        for (other, known, place) in &seen {
            // What Talos generates of both does not overlap, so one of the two is said.
            if known.overlaps(&value) && other != what {
                let message = format!("the network of {what}, {}, overlaps that of {other}", network.value);
                findings.push(
                    Finding::new(&RULE, network.place.clone(), message)
                        .related((*place).clone(), format!("the network of {other}"))
                        .help("give one of the two another network"),
                );
            }
        }
        for (other, range, place) in others.iter().filter(|(_, range, _)| range.overlaps(&value)) {
            // A wide network works while nothing in it has an address of the narrower one.
            let is_wider = range.start() <= value.start() && value.end() <= range.end() && *range != value;
            if is_wider {
                continue;
            }
            let message = format!("{range}, {other}, overlaps the network of {what}, {}", network.value);
            findings.push(
                Finding::new(&RULE, place.clone(), message)
                    .related(network.place.clone(), format!("the network of {what}"))
                    .help(format!("renumber one of the two; that of {what} only before the cluster is made")),
            );
        }
        seen.push((what, value, &network.place));
    }
}

/// Ranges outside of the cluster's own networks, with a word for what has them.
fn others(estate: &Estate) -> Vec<(String, AddressRange, Place)> {
    let subnet = estate.network.subnet.iter();
    let subnet = subnet.filter_map(|subnet| {
        Some((
            "the subnet of the machines".to_owned(),
            subnet.value.to_string().parse().ok()?,
            subnet.place.clone(),
        ))
    });
    // Machines of the subnet need no words of their own.
    let is_outside = |address: std::net::IpAddr| {
        estate.network.subnet.as_ref().is_none_or(|subnet| !subnet.contains(address))
    };
    let machines =
        estate.addresses().filter(|(_, address)| is_outside(address.value)).map(|(machine, address)| {
            (
                format!("the address of `{}`", machine.name),
                AddressRange::from(address.value),
                address.place.clone(),
            )
        });
    let pools = estate.cilium.iter().flat_map(CiliumEstate::blocks);
    let pools =
        pools.map(|(pool, block)| (format!("of the pool `{}`", pool.name), block.value, block.place.clone()));
    let taken = estate.network.taken.iter();
    let taken = taken.map(|(holder, range)| (format!("held by {holder}"), range.value, range.place.clone()));
    subnet.chain(machines).chain(pools).chain(taken).collect()
}
