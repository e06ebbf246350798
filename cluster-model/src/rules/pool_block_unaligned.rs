//! CLU0418 pool-block-unaligned.

use ipnet::IpNet;
use manifest::{FieldPath, Finding, Fix, Part, Place, Rule, Severity};

use crate::estate::Estate;
use crate::scalar::AddressRange;

/// The `cidr` of a block is the address of a network, without bits behind its prefix.
pub(super) static RULE: Rule = Rule {
    code: "CLU0418",
    name: "pool-block-unaligned",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The `cidr` of a block is the address of a network, without bits behind its prefix.",
    why: "The bits are ignored: the block holds the whole network, not what it reads like.",
    bad: "\
### pools.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{cidr: 10.0.0.200/24}]}
",
    good: "\
### pools.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{cidr: 10.0.0.192/26}]}
",
    source: "Faisal-Hajari/ai-platform issue 8; cilium/cilium, operator/pkg/lbipam",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let pools = estate.cilium.iter().flat_map(|cilium| &cilium.pools);
    for pool in pools {
        let written = pool.spec.blocks.iter().filter_map(|block| block.cidr.as_deref());
        for cidr in written {
            let Some(net) = cidr.parse::<IpNet>().ok().filter(|net| net.trunc() != *net) else { continue };
            let range = AddressRange::new(net.network(), net.broadcast()).ok();
            let block = pool.blocks.iter().find(|block| Some(block.value) == range);
            let place = block.map_or_else(|| pool.place.clone(), |block| block.place.clone());
            let message = format!(
                "the block `{cidr}` of the pool `{}` is the whole network, {} to {}",
                pool.name,
                net.network(),
                net.broadcast()
            );
            let finding = Finding::new(&RULE, place, message)
                .help(format!("write `{}` if that is meant, or `start` and `stop`", net.trunc()));
            findings.push(match written_at(estate, &pool.name, cidr) {
                // The pool stays what it is; only its text says so.
                Some(Place { span: Some(span), .. }) => finding.fix(Fix {
                    title: "say which network the block is".to_owned(),
                    span,
                    replacement: net.trunc().to_string(),
                }),
                _ => finding,
            });
        }
    }
}

/// Where the `cidr` of a pool stands, if it is an object of a file.
fn written_at(estate: &Estate, pool: &str, cidr: &str) -> Option<Place> {
    let pool = estate.of_kind("CiliumLoadBalancerIPPool").find(|manifest| manifest.name == pool)?;
    let blocks = pool.get("spec.blocks").items();
    let index = blocks.iter().position(|block| block.get("cidr").text() == Some(cidr))?;
    let path = FieldPath::root().keys("spec.blocks").index(index).key("cidr");
    Some(pool.at.place(&path, Part::Value))
}
