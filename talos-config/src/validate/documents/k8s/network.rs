//! Networks of pods and services: `types/k8s/network.go`.

use super::Wrong;
use crate::scalar::Prefix;
use crate::validate::{View, keys};

/// Per-node subnets where the document does not say how long they are.
const NODE_MASKS: [i128; 2] = [24, 64];

/// How many times a subnet of pods may be halved until it is as small as that of a node.
const MOST_NODE_BITS: i128 = 16;

/// How many bits of an address may tell services apart.
const MOST_SERVICE_BITS: i128 = 20;

pub(super) fn check(document: View<'_>, wrong: &mut Wrong) {
    let [v4, v6] = [("nodeCIDRMaskSizeIPv4", 32), ("nodeCIDRMaskSizeIPv6", 128)].map(|(key, longest)| {
        let mask = document.number(key);
        let valid = (0..=longest).contains(&mask);
        if !valid {
            wrong.at(key, format!("{key} must be between 1 and {longest}"));
        }
        valid.then_some(mask)
    });
    let masks = [(v4, 0), (v6, 1)].map(|(mask, family)| {
        mask.map(|mask| if mask == 0 { NODE_MASKS.into_iter().nth(family).unwrap_or_default() } else { mask })
    });
    let node_mask = |prefix: &Prefix| {
        let [v4, v6] = masks;
        if prefix.ip().is_ipv4() { v4 } else { v6 }
    };
    let [pods, services] =
        [document.texts(keys!("podSubnets")), document.texts(keys!("serviceSubnets"))].map(Vec::from_iter);
    if let Err(cause) =
        subnets(&pods, |prefix| node_mask(prefix).map_or(Ok(()), |mask| pod_size(prefix, mask)))
    {
        wrong.at("podSubnets", format!("pod subnets: {cause}"));
    }
    if let Err(cause) = subnets(&services, service_size) {
        wrong.at("serviceSubnets", format!("service subnets: {cause}"));
    }
    if pods.len() != services.len() {
        let message = "the number of pod subnets must match the number of service subnets";
        wrong.at("serviceSubnets", message);
    }
}

fn width(prefix: &Prefix) -> i128 {
    if prefix.ip().is_ipv4() { 32 } else { 128 }
}

fn subnets(texts: &[&str], size: impl Fn(&Prefix) -> Result<(), String>) -> Result<(), String> {
    match texts.len() {
        0 => return Err("at least one subnet must be specified".to_owned()),
        1 | 2 => {}
        _ => return Err("at most two subnets can be specified for dual-stack clusters".to_owned()),
    }
    let mut families = Vec::new();
    for text in texts {
        let prefix: Prefix = text.parse().map_err(|_| format!("invalid subnet: {text}"))?;
        if !prefix.is_masked() {
            return Err(format!("invalid subnet: {prefix} is not a valid CIDR"));
        }
        let length = i128::from(prefix.length());
        if width(&prefix) - length < 4 {
            let most = length - 4;
            return Err(format!("invalid subnet: /{length} is too small, it must be larger than /{most}"));
        }
        size(&prefix)?;
        families.push(prefix.ip().is_ipv4());
    }
    if matches!(*families, [first, second] if first == second) {
        return Err(
            "at most one IPv4 and one IPv6 subnet can be specified for dual-stack clusters".to_owned()
        );
    }
    Ok(())
}

fn pod_size(prefix: &Prefix, mask: i128) -> Result<(), String> {
    let length = i128::from(prefix.length());
    if length > mask {
        return Err(format!(
            "invalid subnet: {prefix} is smaller than the per-node pod CIDR mask size /{mask}"
        ));
    }
    if mask - length > MOST_NODE_BITS {
        return Err(format!(
            "invalid subnet: {prefix} is too large for the per-node pod CIDR mask size /{mask}, the difference must be at most 16 bits"
        ));
    }
    Ok(())
}

fn service_size(prefix: &Prefix) -> Result<(), String> {
    let least = width(prefix) - MOST_SERVICE_BITS;
    if i128::from(prefix.length()) < least {
        return Err(format!(
            "invalid subnet: {prefix} is too large, it must be at least /{least} (at most 20 host identifier bits)"
        ));
    }
    Ok(())
}
