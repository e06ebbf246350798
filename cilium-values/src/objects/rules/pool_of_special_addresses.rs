//! CIL0625 pool-of-special-addresses.

use std::net::IpAddr;

use ipnet::IpNet;
use manifest::{FieldPath, Finding, Rule, Severity};

use crate::lb::AddressBlock;
use crate::objects::{Objects, Solved};

/// A pool has addresses that others can reach.
pub(super) static RULE: Rule = Rule {
    code: "CIL0625",
    name: "pool-of-special-addresses",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No block of a pool has addresses of a loopback, of a single link or of multicast.",
    why: "A service gets such an address as any other, and nobody reaches it: to every host it means something else.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 169.254.10.0/28}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/28}]}
",
    source: "RFC 6890; RFC 4291",
};

pub(in crate::objects) fn check(objects: &Objects<'_>, solved: &Solved, findings: &mut Vec<Finding>) {
    for (pool, read) in objects.pools.iter().zip(&solved.pools) {
        for (index, block) in read.iter().flat_map(|pool| pool.blocks().iter().enumerate()) {
            let special = SPECIAL.iter().find(|(network, _)| {
                network
                    .parse::<IpNet>()
                    .is_ok_and(|network| overlaps(block, network.network(), network.broadcast()))
            });
            let Some((network, what)) = special else { continue };
            let message = format!("{block} of the pool `{}` has addresses of {network}, {what}", pool.name());
            let place = pool.place(&FieldPath::root().keys("spec.blocks").index(index));
            findings
                .push(Finding::new(&RULE, place, message).help("choose addresses that the network knows"));
        }
    }
}

fn overlaps(block: &AddressBlock, first: IpAddr, last: IpAddr) -> bool {
    first.is_ipv4() == block.first().is_ipv4() && first <= block.last() && block.first() <= last
}

/// What no neighbour asks for, with a word for it.
const SPECIAL: [(&str, &str); 7] = [
    ("0.0.0.0/8", "which stands for the host itself"),
    ("127.0.0.0/8", "the loopback"),
    ("169.254.0.0/16", "which is of each link alone"),
    ("224.0.0.0/3", "which is multicast or reserved"),
    ("::/127", "the loopback"),
    ("fe80::/10", "which is of each link alone"),
    ("ff00::/8", "which is multicast"),
];
