//! LB-IPAM without a cluster.

use cilium_values::Values;
use cilium_values::lb::{
    Handler, Incompatible, Outcome, Pool, Reason, Settings, Solution, compatible, conflicts, solve,
};
use cilium_values::resource::{Block, CiliumLoadBalancerIpPool, LoadBalancerIpPoolSpec, Service};
use proptest::prelude::*;

use super::{read, values, version};

fn pool(name: &str, spec: &str) -> Pool {
    let text = format!(
        "{{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {{name: {name}}}, spec: {spec}}}\n"
    );
    Pool::new(name, &read::<CiliumLoadBalancerIpPool>(&text).spec).unwrap()
}

/// A service of type `LoadBalancer` with these annotations and further keys of its spec.
fn service(name: &str, annotations: &str, spec: &str) -> Service {
    let (name, namespace) = name.split_once('@').unwrap_or((name, "default"));
    read(&format!(
        "{{apiVersion: v1, kind: Service, metadata: {{name: {name}, namespace: {namespace}, \
         annotations: {{{annotations}}}}}, spec: {{type: LoadBalancer, {spec}}}}}\n"
    ))
}

fn settings(text: &str, cilium: &str) -> Settings {
    Settings::new(&values(text), &version(cilium))
}

fn solution(pools: &[Pool], services: &[Service]) -> Solution {
    solve(&settings("{}", "1.17.0"), pools, services)
}

/// The addresses, and the reasons for those that are missing.
fn told(outcome: &Outcome) -> String {
    let addresses = outcome.addresses.iter().map(ToString::to_string);
    let reasons = outcome.refusals.iter().map(|refusal| refusal.reason.as_str().to_owned());
    addresses.chain(reasons).collect::<Vec<_>>().join(" ")
}

fn all_told(solution: &Solution) -> Vec<String> {
    solution.outcomes.iter().map(told).collect()
}

#[test]
fn a_wish_is_granted_and_the_rest_is_given_from_the_lowest_on() {
    let pools = [pool("p", "{blocks: [{start: 10.0.0.1, stop: 10.0.0.3}]}")];
    let services = [
        service("a", "", ""),
        service("b", "lbipam.cilium.io/ips: 10.0.0.1", ""),
        service("c", "", "loadBalancerIP: 10.0.0.3"),
        service("d", "", ""),
    ];
    let solution = solution(&pools, &services);
    assert_eq!(all_told(&solution), ["10.0.0.2", "10.0.0.1", "10.0.0.3", "out_of_ips"]);
    assert_eq!((solution.usage[0].total, solution.usage[0].available()), (3, 0));
}

#[test]
fn each_refusal_has_its_reason() {
    let pools = [
        pool("p", "{blocks: [{cidr: 10.0.0.0/29}], allowFirstLastIPs: \"No\"}"),
        pool("q", "{blocks: [{cidr: 10.0.1.0/32}], serviceSelector: {matchLabels: {app: x}}}"),
        pool("r", "{blocks: [{cidr: 10.0.2.0/24}], disabled: true}"),
    ];
    let ask = |name: &str, address: &str| service(name, &format!("lbipam.cilium.io/ips: {address}"), "");
    let services = [
        ask("outside", "10.9.9.9"),
        ask("disabled", "10.0.2.1"),
        ask("unselected", "10.0.1.0"),
        ask("first", "10.0.0.0"),
        ask("one", "10.0.0.1"),
        ask("two", "10.0.0.1"),
        service("shares", "lbipam.cilium.io/ips: 10.0.0.1, lbipam.cilium.io/sharing-key: k", ""),
    ];
    let solution = solution(&pools, &services);
    assert_eq!(
        all_told(&solution),
        [
            "no_pool",
            "no_pool",
            "pool_selector_mismatch",
            "already_allocated",
            "10.0.0.1",
            "already_allocated",
            "already_allocated_incompatible_service",
        ]
    );
    let reason = solution.outcomes[6].refusals[0].reason;
    assert_eq!(reason, Reason::Incompatible(Incompatible::Key));
}

#[test]
fn first_and_last_are_kept_back_of_networks_of_more_than_two() {
    for (block, total) in [
        ("{cidr: 10.0.0.0/30}", 2),
        ("{cidr: 10.0.0.0/31}", 2),
        ("{cidr: 10.0.0.7/32}", 1),
        ("{start: 10.0.0.0, stop: 10.0.0.3}", 4),
        ("{start: 10.0.0.0}", 1),
    ] {
        let spec = |keep: &str| format!("{{blocks: [{block}], allowFirstLastIPs: \"{keep}\"}}");
        assert_eq!(solution(&[pool("p", &spec("No"))], &[]).usage[0].total, total, "{block}");
    }
}

#[test]
fn host_bits_are_masked_and_a_network_wins() {
    let pool = pool("p", "{blocks: [{cidr: 10.0.0.77/24, start: nonsense}]}");
    assert_eq!(pool.blocks()[0].to_string(), "10.0.0.0 - 10.0.0.255");
}

#[test]
fn bad_blocks_say_what_is_wrong() {
    for (block, message) in [
        ("{}", "the block has neither `cidr` nor `start`"),
        (
            "{cidr: 10.0.0.1}",
            "`10.0.0.1` is not a network such as 192.168.0.0/24; add the length of its prefix",
        ),
        ("{start: x}", "`start` is not an address: `x`"),
        ("{start: 10.0.0.2, stop: 10.0.0.1}", "`start` 10.0.0.2 lies behind `stop` 10.0.0.1"),
        ("{start: 10.0.0.1, stop: '::1'}", "`start` 10.0.0.1 and `stop` ::1 are of different families"),
    ] {
        let spec = read(&format!("blocks: [{{start: 10.1.1.1}}, {block}]\n"));
        let error = Pool::new("p", &spec).unwrap_err();
        assert_eq!((error.index, error.to_string().as_str()), (1, message));
    }
}

#[test]
fn pools_that_share_addresses_hand_out_none() {
    let pools = [
        pool("a", "{blocks: [{cidr: 10.0.0.0/24}]}"),
        pool("b", "{blocks: [{cidr: 10.1.0.0/24}, {start: 10.0.0.255, stop: 10.0.1.5}], disabled: true}"),
        pool("c", "{blocks: [{cidr: 10.2.0.0/24}]}"),
    ];
    let solution =
        solution(&pools, &[service("s", "", ""), service("t", "lbipam.cilium.io/ips: 10.0.0.9", "")]);
    assert_eq!(all_told(&solution), ["10.2.0.0", "no_pool"]);
    let [conflict] = solution.conflicts[..] else { panic!("{:?}", solution.conflicts) };
    assert_eq!((conflict.pools, conflict.indices), ((0, 1), (0, 1)));
}

#[test]
fn selectors_see_the_name_and_namespace_of_the_service() {
    let selector =
        "{matchExpressions: [{key: io.kubernetes.service.namespace, operator: In, values: [a, b]}]}";
    let pool = pool("p", &format!("{{blocks: [{{cidr: 10.0.0.0/24}}], serviceSelector: {selector}}}"));
    assert!(pool.selects(&service("s@a", "", "")) && !pool.selects(&service("s@c", "", "")));
    let invalid =
        "{blocks: [{cidr: 10.0.0.0/24}], serviceSelector: {matchExpressions: [{key: x, operator: In}]}}";
    assert!(!self::pool("p", invalid).selects(&service("s", "", "")));
}

#[test]
fn services_are_handled_by_class_and_settings() {
    let pools = [pool("p", "{blocks: [{cidr: 10.0.0.0/24}]}")];
    let is_handled = |class: &str, text: &str, cilium: &str| {
        let solution = solve(&settings(text, cilium), &pools, &[service("s", "", class)]);
        !solution.outcomes[0].addresses.is_empty()
    };
    let l2 = "loadBalancerClass: io.cilium/l2-announcer";
    assert!(is_handled("", "{}", "1.16.19"));
    assert!(!is_handled("", "{defaultLBServiceIPAM: none}", "1.17.0"));
    assert!(!is_handled("", "{enableLBIPAM: false}", "1.17.0"));
    assert!(!is_handled(l2, "{}", "1.17.0"));
    assert!(is_handled(l2, "{l2announcements: {enabled: true}}", "1.17.0"));
    assert!(!is_handled("loadBalancerClass: other", "{}", "1.17.0"));
}

#[test]
fn what_would_serve_a_class_is_named() {
    let handler = |class: &str, text: &str| settings(text, "1.19.6").handler(&service("s", "", class));
    let (l2, node) = ("loadBalancerClass: io.cilium/l2-announcer", "loadBalancerClass: io.cilium/node");
    assert_eq!(handler(l2, "{}"), Handler::Off("l2announcements.enabled"));
    assert_eq!(
        handler("loadBalancerClass: io.cilium/bgp-control-plane", "{}"),
        Handler::Off("bgpControlPlane.enabled")
    );
    let without = "{enableLBIPAM: false, l2announcements: {enabled: true}}";
    assert_eq!(handler(l2, without), Handler::Off("enableLBIPAM"));
    assert_eq!(handler("", without), Handler::Nobody);
    assert_eq!(handler(node, "{}"), Handler::Off("nodeIPAM.enabled"));
    assert_eq!(handler(node, "{nodeIPAM: {enabled: true}}"), Handler::NodeIpam);
    assert_eq!(handler("", "{nodeIPAM: {enabled: true}, defaultLBServiceIPAM: nodeipam}"), Handler::NodeIpam);
}

#[test]
fn each_wanted_family_gets_an_address() {
    let pools = [pool("p", "{blocks: [{cidr: 10.0.0.0/24}, {cidr: 'fd00::/64'}]}")];
    let addresses = |spec: &str, text: &str| {
        told(&solve(&settings(text, "1.17.0"), &pools, &[service("s", "", spec)]).outcomes[0])
    };
    let both = "{ipv6: {enabled: true}}";
    assert_eq!(addresses("", both), "10.0.0.0");
    assert_eq!(addresses("ipFamilies: [IPv6]", "{}"), "fd00::");
    assert_eq!(addresses("ipFamilyPolicy: RequireDualStack", both), "10.0.0.0 fd00::");
    assert_eq!(addresses("ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv6, IPv4]", "{}"), "10.0.0.0");
    assert_eq!(addresses("", "{ipv4: {enabled: false}, ipv6: {enabled: true}}"), "fd00::");
}

#[test]
fn services_share_an_address_where_they_are_compatible() {
    let key = "lbipam.cilium.io/sharing-key: k";
    let tcp = |name: &str| service(name, key, "ports: [{port: 53, protocol: TCP}]");
    let udp = |name: &str| service(name, key, "ports: [{port: 53, protocol: UDP}]");
    let pools = [pool("p", "{blocks: [{cidr: 10.0.0.0/24}]}")];
    assert_eq!(
        all_told(&solution(&pools, &[tcp("a"), udp("b"), tcp("c")])),
        ["10.0.0.0", "10.0.0.0", "10.0.0.1"]
    );
    let whole = "loadBalancer: {protocolDifferentiation: {enabled: false}}\n";
    for (cilium, third) in [("1.18.12", "10.0.0.1"), ("1.19.6", "10.0.0.0")] {
        let told = all_told(&solve(&settings(whole, cilium), &pools, &[tcp("a"), udp("b")]));
        assert_eq!(told, ["10.0.0.0", third], "the switch counts until 1.18");
    }
    let old = solve(&settings("{}", "1.16.19"), &pools, &[tcp("a"), udp("b")]);
    assert_eq!(all_told(&old), ["10.0.0.0", "10.0.0.1"]);
}

#[test]
fn keys_that_1_16_does_not_have_do_not_count_in_it() {
    let pools = [pool("p", "{blocks: [{cidr: 10.0.0.0/30}]}")];
    let off = settings("enableLBIPAM: false\n", "1.16.19");
    assert_eq!(all_told(&solve(&off, &pools, &[service("a", "", "")])), ["10.0.0.0"]);
    let off = settings("enableLBIPAM: false\n", "1.17.0");
    assert_eq!(all_told(&solve(&off, &pools, &[service("a", "", "")])), [""]);
}

#[test]
fn networks_are_read_as_by_go() {
    for text in ["010.0.0.0/8", "10.0.0.0/08", "10.0.0.0/+8", "10.0.0.0", "10.0.0.0/33", "/8", "10.0.0.0/"] {
        let spec = LoadBalancerIpPoolSpec { blocks: vec![Block::cidr(text)], ..Default::default() };
        assert!(Pool::new("p", &spec).is_err(), "{text}");
    }
    let spec = LoadBalancerIpPoolSpec { blocks: vec![Block::cidr("10.0.0.7/29")], ..Default::default() };
    assert_eq!(Pool::new("p", &spec).unwrap().blocks()[0].to_string(), "10.0.0.0 - 10.0.0.7");
}

#[test]
fn each_difference_that_forbids_sharing_is_named() {
    let key = "lbipam.cilium.io/sharing-key: k";
    let cross = |namespaces: &str| format!("{key}, lbipam.cilium.io/sharing-cross-namespace: '{namespaces}'");
    let reason = |left: &Service, right: &Service| compatible(&settings("{}", "1.17.0"), left, right).err();
    let local =
        |selector: &str| service("s", key, &format!("externalTrafficPolicy: Local, selector: {selector}"));
    let plain = service("s", key, "");
    assert_eq!(reason(&plain, &plain), None);
    assert_eq!(reason(&plain, &service("s", "", "")), Some(Incompatible::Key));
    assert_eq!(reason(&plain, &service("s@other", key, "")), Some(Incompatible::Namespace));
    assert_eq!(
        reason(&service("s@a", &cross("x,b"), ""), &service("s@b", &cross("*"), "")),
        None,
        "both permit the other"
    );
    assert_eq!(
        reason(&service("s@a", &cross("x, b"), ""), &service("s@b", &cross("*"), "")),
        Some(Incompatible::Namespace),
        "a blank is part of the name"
    );
    assert_eq!(reason(&plain, &local("{a: b}")), Some(Incompatible::TrafficPolicy));
    assert_eq!(reason(&local("{a: b}"), &local("{a: b}")), None);
    assert_eq!(reason(&local("{a: b}"), &local("{a: c}")), Some(Incompatible::Pods));
    assert_eq!(reason(&local("{}"), &local("{}")), Some(Incompatible::Pods));
}

fn any_service() -> impl Strategy<Value = Service> {
    let annotations = prop_oneof![
        Just(String::new()),
        (0..12u8).prop_map(|n| format!("lbipam.cilium.io/ips: 10.0.0.{n}")),
        (0..3u8).prop_map(|n| format!("lbipam.cilium.io/sharing-key: k{n}")),
        (0..12u8, 0..3u8).prop_map(|(n, k)| format!(
            "lbipam.cilium.io/ips: 10.0.0.{n}, lbipam.cilium.io/sharing-key: k{k}"
        )),
    ];
    let spec = (0..3u8, any::<bool>(), any::<bool>()).prop_map(|(port, udp, local)| {
        let protocol = if udp { "UDP" } else { "TCP" };
        let policy = if local { "Local" } else { "Cluster" };
        format!(
            "ports: [{{port: 8{port}, protocol: {protocol}}}], externalTrafficPolicy: {policy}, selector: {{a: b}}"
        )
    });
    (prop_oneof!["a@left", "a@right"], annotations, spec)
        .prop_map(|(name, annotations, spec)| service(&name, &annotations, &spec))
}

proptest! {
    #[test]
    fn no_address_is_handed_out_twice_to_services_that_cannot_share(
        services in prop::collection::vec(any_service(), 0..12),
        cilium in prop::sample::select(vec!["1.16.19", "1.17.0", "1.20.0"]),
    ) {
        let pools = [
            pool("p", "{blocks: [{cidr: 10.0.0.0/29}], allowFirstLastIPs: \"No\"}"),
            pool("q", "{blocks: [{start: 10.0.0.8, stop: 10.0.0.10}]}"),
        ];
        let solution = solve(&settings("{}", cilium), &pools, &services);
        for (index, outcome) in solution.outcomes.iter().enumerate() {
            prop_assert!(!outcome.addresses.is_empty() || !outcome.refusals.is_empty());
            for address in &outcome.addresses {
                prop_assert!(pools.iter().any(|pool| pool.blocks().iter().any(|block| block.contains(*address))));
                for (other, rest) in solution.outcomes.iter().enumerate() {
                    if other != index && rest.addresses.contains(address) {
                        prop_assert_eq!(compatible(&settings("{}", cilium), &services[index], &services[other]), Ok(()));
                    }
                }
            }
        }
        for usage in &solution.usage {
            prop_assert!(usage.used <= usage.total);
        }
    }

    #[test]
    fn sharing_is_symmetric(left in any_service(), right in any_service()) {
        for cilium in ["1.16.19", "1.17.0"] {
            let settings = settings("{}", cilium);
            prop_assert_eq!(compatible(&settings, &left, &right), compatible(&settings, &right, &left));
        }
    }

    #[test]
    fn conflicts_are_found_as_by_comparing_all_pairs(
        ends in prop::collection::vec((0..60u8, 0..6u8, 0..3usize), 0..10),
    ) {
        let mut blocks = vec![Vec::new(); 3];
        for (start, length, pool) in ends {
            blocks[pool].push(format!("{{start: 10.0.0.{start}, stop: 10.0.0.{}}}", start + length));
        }
        let pools: Vec<Pool> =
            blocks.iter().map(|blocks| pool("p", &format!("{{blocks: [{}]}}", blocks.join(", ")))).collect();
        let all: Vec<_> = pools
            .iter()
            .enumerate()
            .flat_map(|(pool, of)| of.blocks().iter().enumerate().map(move |(index, block)| (pool, index, *block)))
            .collect();
        let mut expected = Vec::new();
        for (position, left) in all.iter().enumerate() {
            for right in all.iter().skip(position + 1).filter(|right| left.2.overlaps(&right.2)) {
                expected.push(((left.0, right.0), (left.1, right.1)));
            }
        }
        expected.sort_unstable();
        let found: Vec<_> =
            conflicts(&pools).iter().map(|conflict| (conflict.pools, conflict.indices)).collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn the_chart_hands_addresses_out_by_default() {
    assert_eq!(Settings::new(&Values::default(), &version("1.17.0")), settings("{}", "1.17.0"));
}
