//! CIL0221 ipam-conflict.

use ipnet::IpNet;
use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::Setting;
use crate::values::cni::ChainingMode;
use crate::values::common::TextOrList;
use crate::values::ipam::IpamMode;

/// Addresses of pods come from where the mode says, and nothing is set that the mode excludes.
pub(super) static RULE: Rule = Rule {
    code: "CIL0221",
    name: "ipam-conflict",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Addresses of pods come from where the mode says, and nothing is set that the mode excludes.",
    why: "The agent does not start, or the operator ends: no pod gets an address.",
    bad: "\
ipam: {operator: {clusterPoolIPv4PodCIDRList: [10.42.0.0/24], clusterPoolIPv4MaskSize: 16}}
",
    good: "\
ipam: {operator: {clusterPoolIPv4PodCIDRList: [10.42.0.0/16], clusterPoolIPv4MaskSize: 24}}
",
    source: "cilium/cilium, daemon/cmd/daemon_main.go; cilium/cilium, pkg/option; cilium/cilium, pkg/ipam/cidrset",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    match values.ipam.mode.value() {
        None | Some(IpamMode::ClusterPool) => check_pools(subject),
        Some(IpamMode::Eni) => {
            // Without them the chart itself says what is missing.
            if values.eni.enabled.is_true() {
                check_cloud(subject);
            }
            if values.ipv6.enabled.is_true() && !subject.cilium.is_at_least(20) {
                subject
                    .report(&RULE, "ipv6.enabled", "Amazon's interfaces have no IPv6 before 1.20")
                    .help_with("set it to `false`, or upgrade to 1.20");
            }
        }
        Some(IpamMode::AlibabaCloud) => check_cloud(subject),
        Some(IpamMode::MultiPool) => check_multi_pool(subject),
        Some(IpamMode::DelegatedPlugin) => check_delegated(subject),
        Some(IpamMode::Kubernetes | IpamMode::Crd | IpamMode::Azure) => {}
    }
}

fn check_cloud(subject: &mut Subject<'_>) {
    if subject.uses_tunnels() {
        subject
            .report(
                &RULE,
                "routingMode",
                "the cloud routes the addresses of its interfaces, and packets go through tunnels",
            )
            .help_with("set `routingMode: native`");
    }
}

fn check_multi_pool(subject: &mut Subject<'_>) {
    let (is_old, is_tunnel, is_ipsec) =
        (!subject.cilium.is_at_least(18), subject.uses_tunnels(), subject.uses_ipsec());
    if is_old && is_tunnel {
        subject
            .report(&RULE, "ipam.mode", "several pools exclude tunnels before 1.18")
            .help_with("set `routingMode: native`, or upgrade to 1.18");
    }
    if is_ipsec && (is_old || !is_tunnel) {
        let message = if is_old {
            "several pools exclude IPsec before 1.18"
        } else {
            "several pools exclude IPsec without tunnels"
        };
        subject.report(&RULE, "encryption.type", message).help_with("set it to `wireguard`");
    }
}

fn check_delegated(subject: &mut Subject<'_>) {
    let values = subject.effective;
    for (path, key, is_on) in [
        ("ipv4.enabled", "local-router-ipv4", values.ipv4.enabled.is_true()),
        ("ipv6.enabled", "local-router-ipv6", values.ipv6.enabled.is_true()),
    ] {
        let has_router = values.extra_config.get().is_some_and(|config| config.contains_key(key));
        if is_on && !has_router {
            let message = format!("with a delegated plugin the agent wants `{key}`, its own address");
            subject.report(&RULE, path, message).help_with(format!("add `{key}` to `extraConfig`"));
        }
    }
    let chaining = values.cni.chaining_mode.value().unwrap_or(ChainingMode::None);
    let checks_health = values.endpoint_health_checking.enabled.is_true()
        && matches!(chaining, ChainingMode::None | ChainingMode::Portmap);
    if checks_health {
        subject
            .report(
                &RULE,
                "endpointHealthChecking.enabled",
                "a delegated plugin gives the agent no address for its health endpoint",
            )
            .help_with("set it to `false`");
    }
    for (path, is_on) in [
        ("envoyConfig.enabled", values.envoy_config.enabled.is_true()),
        ("ingressController.enabled", values.ingress_controller.enabled.is_true()),
        ("gatewayAPI.enabled", values.gateway_api.enabled.is_true()),
    ] {
        if is_on {
            subject
                .report(&RULE, path, "a delegated plugin gives the agent no address for Envoy")
                .help_with("set it to `false`");
        }
    }
}

fn check_pools(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let pools = &values.ipam.operator;
    let families = [
        Family {
            is_on: values.ipv4.enabled.is_true(),
            list: "clusterPoolIPv4PodCIDRList",
            size: "clusterPoolIPv4MaskSize",
            networks: &pools.cluster_pool_ipv4_pod_cidr_list,
            length: pools.cluster_pool_ipv4_mask_size.value(),
            bits: 32,
        },
        Family {
            is_on: values.ipv6.enabled.is_true(),
            list: "clusterPoolIPv6PodCIDRList",
            size: "clusterPoolIPv6MaskSize",
            networks: &pools.cluster_pool_ipv6_pod_cidr_list,
            length: pools.cluster_pool_ipv6_mask_size.value(),
            bits: 128,
        },
    ];
    for family in families.iter().filter(|family| family.is_on) {
        check_family(subject, family);
    }
}

/// The pools of one family of addresses.
struct Family<'a> {
    is_on: bool,
    list: &'static str,
    size: &'static str,
    networks: &'a Setting<TextOrList>,
    length: Option<i64>,
    bits: u8,
}

fn check_family(subject: &mut Subject<'_>, family: &Family<'_>) {
    let list = format!("ipam.operator.{}", family.list);
    let mut read: Vec<IpNet> = Vec::new();
    for text in family.networks.get().into_iter().flat_map(TextOrList::iter) {
        let Some(network) =
            text.parse::<IpNet>().ok().filter(|network| network.max_prefix_len() == family.bits)
        else {
            subject
                .report(&RULE, &list, format!("`{text}` is no network of the family of `{}`", family.list))
                .help_with("write an address with the length of its prefix, such as 10.42.0.0/16");
            continue;
        };
        if let Some(other) = read.iter().find(|other| other.contains(&network) || network.contains(*other)) {
            subject
                .report(&RULE, &list, format!("the pools `{other}` and `{network}` overlap"))
                .help_with("keep one of them");
        }
        let size = format!("ipam.operator.{}", family.size);
        if let Some(length) = family.length {
            let prefix = i64::from(network.prefix_len());
            if !(prefix..=i64::from(family.bits)).contains(&length) {
                subject
                    .report(
                        &RULE,
                        &size,
                        format!("no network of a node, /{length}, fits into the pool `{network}`"),
                    )
                    .help_with(format!("choose a length from {prefix} to {}", family.bits));
            } else if family.bits == 128 && length - prefix > MOST_IPV6 {
                let message =
                    format!("the pool `{network}` has more than 2^{MOST_IPV6} networks of /{length}");
                subject
                    .report(&RULE, &size, message)
                    .help_with(format!("choose a length of at most {}", prefix + MOST_IPV6));
            }
        }
        read.push(network);
    }
}

/// Bits between a pool of IPv6 and the networks of its nodes, at most.
const MOST_IPV6: i64 = 16;
