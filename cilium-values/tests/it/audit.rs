//! Every rule that agents and operator have about values when they start, with the finding that stands for it.

use cilium_values::Values;
use cilium_values::check::{Target, check};
use manifest::Source;
use manifest::yaml::{self, Reading};

use super::{values, version};

/// What is known of the rule, values that break it, the version, and the finding.
const RULES: &[(&str, &str, &str, &str)] = &[
    ("replacement of kube-proxy is true or false", "{kubeProxyReplacement: strict}", "1.19.6", "CIL0106"),
    ("a replacement has an API server", "{kubeProxyReplacement: true}", "1.16.19", "CIL0201"),
    (
        "the API server has no scheme",
        "{kubeProxyReplacement: true, k8sServiceHost: 'https://x', k8sServicePort: 6443}",
        "1.17.0",
        "CIL0201",
    ),
    ("the API server has a port", "{kubeProxyReplacement: true, k8sServiceHost: x}", "1.20.0", "CIL0201"),
    ("L2 announcements need a replacement", "{l2announcements: {enabled: true}}", "1.17.0", "CIL0202"),
    ("native routing has a network", "{routingMode: native}", "1.17.0", "CIL0119"),
    (
        "and one of IPv6",
        "{routingMode: native, ipv4NativeRoutingCIDR: 10.0.0.0/8, ipv6: {enabled: true}}",
        "1.17.0",
        "CIL0119",
    ),
    ("the network is one", "{ipv4NativeRoutingCIDR: 10.244.0.0}", "1.17.0", "CIL0208"),
    ("and of its family", "{ipv4NativeRoutingCIDR: 'fd00::/8'}", "1.17.0", "CIL0208"),
    ("hybrid routing is of 1.20", "{routingMode: hybrid}", "1.19.6", "CIL0207"),
    ("source ports of tunnels are a range", "{tunnelSourcePortRange: '1000'}", "1.18.12", "CIL0224"),
    (
        "tunnels in IPv4 need it",
        "{underlayProtocol: ipv4, ipv4: {enabled: false}, ipv6: {enabled: true}}",
        "1.18.12",
        "CIL0223",
    ),
    ("tunnels in IPv6 need it", "{underlayProtocol: ipv6}", "1.19.6", "CIL0223"),
    ("a family is on", "{ipv4: {enabled: false}}", "1.17.0", "CIL0203"),
    ("direct routes exclude tunnels", "{autoDirectNodeRoutes: true}", "1.17.0", "CIL0204"),
    ("nodes are skipped by direct routes", "{directRoutingSkipUnreachable: true}", "1.17.0", "CIL0204"),
    ("something routes", "{routingMode: native, ipv4NativeRoutingCIDR: 10.0.0.0/8}", "1.17.0", "CIL0205"),
    ("masquerading in eBPF needs ports of nodes", "{bpf: {masquerade: true}}", "1.18.12", "CIL0206"),
    ("the agent of masquerading needs it", "{ipMasqAgent: {enabled: true}}", "1.20.0", "CIL0206"),
    (
        "it takes no interfaces",
        "{bpf: {masquerade: true}, egressMasqueradeInterfaces: eth0}",
        "1.19.6",
        "CIL0206",
    ),
    (
        "nor the route's address",
        "{bpf: {masquerade: true}, enableMasqueradeRouteSource: true}",
        "1.19.6",
        "CIL0206",
    ),
    (
        "it is on in a family",
        "{bpf: {masquerade: true}, enableIPv4Masquerade: false, enableIPv6Masquerade: false}",
        "1.19.6",
        "CIL0206",
    ),
    (
        "connections are not followed without tunnels",
        "{installNoConntrackIptablesRules: true}",
        "1.17.0",
        "CIL0223",
    ),
    (
        "nor with kube-proxy",
        "{installNoConntrackIptablesRules: true, routingMode: native, ipv4NativeRoutingCIDR: 10.0.0.0/8, autoDirectNodeRoutes: true}",
        "1.17.0",
        "CIL0223",
    ),
    ("packets have a size", "{MTU: -1}", "1.17.0", "CIL0224"),
    ("BBR needs routes in eBPF", "{bandwidthManager: {enabled: true, bbr: true}}", "1.17.0", "CIL0223"),
    (
        "BBR of the host needs BBR",
        "{bandwidthManager: {enabled: true, bbrHostNamespaceOnly: true}}",
        "1.18.12",
        "CIL0223",
    ),
    ("netkit excludes the proxy in eBPF", "{bpf: {datapathMode: netkit, tproxy: true}}", "1.19.6", "CIL0115"),
    (
        "netkit excludes the host's routes",
        "{bpf: {datapathMode: netkit, hostLegacyRouting: true}}",
        "1.20.0",
        "CIL0115",
    ),
    ("netkit needs masquerading in eBPF", "{bpf: {datapathMode: netkit}}", "1.20.0", "CIL0115"),
    (
        "a part of a pool is smaller than it",
        "{ipam: {operator: {clusterPoolIPv4MaskSize: 7}}}",
        "1.17.0",
        "CIL0221",
    ),
    (
        "pools do not overlap",
        "{ipam: {operator: {clusterPoolIPv4PodCIDRList: [10.0.0.0/8, 10.1.0.0/16]}}}",
        "1.17.0",
        "CIL0221",
    ),
    (
        "pools are networks",
        "{ipam: {operator: {clusterPoolIPv4PodCIDRList: ['fd00::/64']}}}",
        "1.17.0",
        "CIL0221",
    ),
    (
        "pools of IPv6 are not too large",
        "{ipv6: {enabled: true}, ipam: {operator: {clusterPoolIPv6PodCIDRList: ['fd00::/64']}}}",
        "1.17.0",
        "CIL0221",
    ),
    ("several pools exclude tunnels", "{ipam: {mode: multi-pool}}", "1.17.0", "CIL0221"),
    (
        "several pools exclude IPsec in native routing",
        "{ipam: {mode: multi-pool}, routingMode: native, ipv4NativeRoutingCIDR: 10.0.0.0/8, autoDirectNodeRoutes: true, \
         encryption: {enabled: true, type: ipsec}}",
        "1.18.12",
        "CIL0221",
    ),
    (
        "Amazon's interfaces exclude tunnels",
        "{ipam: {mode: eni}, eni: {enabled: true}, routingMode: tunnel}",
        "1.17.0",
        "CIL0221",
    ),
    (
        "Alibaba's interfaces too",
        "{ipam: {mode: alibabacloud}, alibabacloud: {enabled: true}}",
        "1.17.0",
        "CIL0221",
    ),
    (
        "Amazon's have no IPv6",
        "{ipam: {mode: eni}, eni: {enabled: true}, ipv6: {enabled: true}, enableIPv6Masquerade: false}",
        "1.19.6",
        "CIL0221",
    ),
    (
        "a delegated plugin needs a router",
        "{ipam: {mode: delegated-plugin}, endpointHealthChecking: {enabled: false}}",
        "1.17.0",
        "CIL0221",
    ),
    (
        "and excludes Envoy's configuration",
        "{ipam: {mode: delegated-plugin}, endpointHealthChecking: {enabled: false}, extraConfig: {local-router-ipv4: 10.0.0.1}, \
         envoyConfig: {enabled: true}}",
        "1.17.0",
        "CIL0221",
    ),
    ("direct answers exclude VXLAN", "{loadBalancer: {mode: dsr}}", "1.17.0", "CIL0209"),
    (
        "tunnels need the dispatch of Geneve",
        "{loadBalancer: {mode: dsr}, tunnelProtocol: geneve}",
        "1.17.0",
        "CIL0209",
    ),
    (
        "IPIP needs acceleration",
        "{loadBalancer: {mode: dsr, dsrDispatch: ipip}, routingMode: native, ipv4NativeRoutingCIDR: 10.0.0.0/8, autoDirectNodeRoutes: true}",
        "1.18.12",
        "CIL0209",
    ),
    (
        "acceleration excludes tunnels in IPv6",
        "{underlayProtocol: ipv6, ipv6: {enabled: true}, loadBalancer: {acceleration: native}}",
        "1.18.12",
        "CIL0223",
    ),
    ("ports of nodes are a range", "{nodePort: {range: 30000-32767}}", "1.17.0", "CIL0210"),
    ("in order", "{nodePort: {range: '32767,30000'}}", "1.17.0", "CIL0210"),
    (
        "modes of services exclude hybrid",
        "{bpf: {lbModeAnnotation: true}, loadBalancer: {mode: hybrid}, tunnelProtocol: geneve}",
        "1.17.0",
        "CIL0223",
    ),
    ("tables of the hash have certain sizes", "{maglev: {tableSize: 1000}}", "1.17.0", "CIL0211"),
    ("its seed has 12 bytes", "{maglev: {hashSeed: AAAA}}", "1.17.0", "CIL0211"),
    ("translation needs both families", "{nat46x64Gateway: {enabled: true}}", "1.17.0", "CIL0223"),
    (
        "translation excludes direct answers",
        "{nat46x64Gateway: {enabled: true}, ipv6: {enabled: true}, tunnelProtocol: geneve, loadBalancer: {mode: dsr, dsrDispatch: geneve}}",
        "1.17.0",
        "CIL0223",
    ),
    ("maps have sizes", "{bpf: {ctTcpMax: 100}}", "1.17.0", "CIL0212"),
    ("their share is one", "{bpf: {mapDynamicSizeRatio: 1.5}}", "1.17.0", "CIL0212"),
    (
        "a lease outlives its renewal",
        "{l2announcements: {leaseDuration: 3s, leaseRenewDeadline: 5s}}",
        "1.17.0",
        "CIL0213",
    ),
    ("a burst is above the rate", "{k8sClientRateLimit: {qps: 50, burst: 20}}", "1.17.0", "CIL0214"),
    (
        "IPsec excludes the firewall of the host",
        "{encryption: {enabled: true, type: ipsec}, hostFirewall: {enabled: true}}",
        "1.17.0",
        "CIL0222",
    ),
    (
        "IPsec needs a transparent proxy of names",
        "{encryption: {enabled: true, type: ipsec}, dnsProxy: {enableTransparentMode: false}}",
        "1.17.0",
        "CIL0222",
    ),
    (
        "IPsec needs IPv4",
        "{encryption: {enabled: true, type: ipsec}, ipv4: {enabled: false}, ipv6: {enabled: true}}",
        "1.17.0",
        "CIL0222",
    ),
    (
        "the strict network is one of IPv4",
        "{encryption: {enabled: true, type: wireguard, strictMode: {egress: {enabled: true, cidr: 'fd00::/8'}}}}",
        "1.19.6",
        "CIL0208",
    ),
    (
        "strict mode for what comes in needs tunnels",
        "{encryption: {enabled: true, type: wireguard, strictMode: {ingress: {enabled: true}}}, routingMode: native, \
         ipv4NativeRoutingCIDR: 10.0.0.0/8, autoDirectNodeRoutes: true}",
        "1.19.6",
        "CIL0222",
    ),
    (
        "IPsec has no strict mode for what comes in",
        "{encryption: {enabled: true, type: ipsec, strictMode: {ingress: {enabled: true}}}}",
        "1.19.6",
        "CIL0222",
    ),
    ("ztunnel is of 1.19", "{encryption: {enabled: true, type: ztunnel}}", "1.18.12", "CIL0207"),
    ("parts of encryption need it", "{encryption: {nodeEncryption: true}}", "1.17.0", "CIL0216"),
    ("gateways need a replacement", "{gatewayAPI: {enabled: true}}", "1.17.0", "CIL0215"),
    ("ingress needs a replacement", "{ingressController: {enabled: true}}", "1.19.6", "CIL0215"),
    (
        "a class of gateways is made or not",
        "{gatewayAPI: {enabled: true, gatewayClass: {create: yes please}}, kubeProxyReplacement: true}",
        "1.17.0",
        "CIL0224",
    ),
    ("gateways need the proxy", "{gatewayAPI: {enabled: true}, l7Proxy: false}", "1.17.0", "CIL0105"),
    (
        "the relay needs agents that listen",
        "{hubble: {relay: {enabled: true}, listenAddress: ''}}",
        "1.17.0",
        "CIL0224",
    ),
    ("the relay needs Hubble", "{hubble: {enabled: false, relay: {enabled: true}}}", "1.17.0", "CIL0101"),
    ("the interface needs the relay", "{hubble: {ui: {enabled: true}}}", "1.17.0", "CIL0101"),
    (
        "metrics are of one kind",
        "{hubble: {metrics: {enabled: [dns], dynamic: {enabled: true}}}}",
        "1.18.12",
        "CIL0220",
    ),
    (
        "numbers of routers come from a pool",
        "{bgpControlPlane: {enabled: true, routerIDAllocation: {mode: ip-pool}}}",
        "1.18.12",
        "CIL0224",
    ),
    (
        "the pool is one of IPv4",
        "{bgpControlPlane: {enabled: true, routerIDAllocation: {mode: ip-pool, ipPool: 'fd00::/8'}}}",
        "1.18.12",
        "CIL0208",
    ),
    (
        "the egress gateway needs masquerading in eBPF",
        "{egressGateway: {enabled: true}}",
        "1.17.0",
        "CIL0217",
    ),
    (
        "it excludes slices of endpoints",
        "{egressGateway: {enabled: true}, bpf: {masquerade: true}, kubeProxyReplacement: true, ciliumEndpointSlice: {enabled: true}}",
        "1.17.0",
        "CIL0217",
    ),
    (
        "it excludes identities in a store",
        "{egressGateway: {enabled: true}, bpf: {masquerade: true}, kubeProxyReplacement: true, identityAllocationMode: kvstore}",
        "1.17.0",
        "CIL0217",
    ),
    ("the number of the cluster fits", "{cluster: {name: a, id: 300}}", "1.17.0", "CIL0110"),
    ("the name of the cluster fits", "{cluster: {name: A}}", "1.17.0", "CIL0109"),
    (
        "tunnels to devices have equal counts",
        "{vtep: {enabled: true, endpoint: '10.0.0.1 10.0.0.2', cidr: 10.1.0.0/24, mac: '00:00:00:00:00:01'}}",
        "1.17.0",
        "CIL0224",
    ),
    ("identities in a store need one", "{identityAllocationMode: kvstore}", "1.17.0", "CIL0225"),
    ("writing twice is of 1.17", "{identityAllocationMode: doublewrite-readkvstore}", "1.16.19", "CIL0207"),
    ("endpoints without objects need a store", "{disableEndpointCRD: true}", "1.17.0", "CIL0225"),
    ("limits of events come in pairs", "{bpf: {events: {default: {rateLimit: 5}}}}", "1.17.0", "CIL0224"),
    ("an operator runs", "{operator: {replicas: 0}}", "1.17.0", "CIL0218"),
    ("exclusions alone select no device", "{devices: ['!siderolink']}", "1.19.6", "CIL0219"),
    ("durations are Go's", "{conntrackGCInterval: 1d}", "1.17.0", "CIL0122"),
];

#[test]
fn each_rule_of_agents_and_operator_has_a_finding() {
    let mut wrong = Vec::new();
    for (what, text, cilium, code) in RULES {
        let found = check(&values(text), &Target::new(version(cilium)));
        if found.iter().all(|finding| finding.rule.code != *code) {
            let codes: Vec<&str> = found.iter().map(|finding| finding.rule.code).collect();
            wrong.push(format!("{what}: {codes:?} and not {code}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// Every rule about what the agents refuse, by code, is in the table: what is not in it nobody listed.
#[test]
fn each_finding_about_agents_is_in_the_table() {
    let listed = |code: &str| RULES.iter().any(|(.., known)| *known == code);
    for rule in cilium_values::check::rules() {
        assert!(!rule.code.starts_with("CIL02") || listed(rule.code), "{}", rule.code);
    }
}

/// Words of which the code has a closed list, and no schema: what is not in the list is refused while it is read.
#[test]
fn a_word_that_no_version_knows_is_refused_where_it_stands() {
    for path in [
        "routingMode",
        "tunnelProtocol",
        "underlayProtocol",
        "ipam.mode",
        "identityAllocationMode",
        "policyEnforcementMode",
        "loadBalancer.mode",
        "loadBalancer.algorithm",
        "loadBalancer.dsrDispatch",
        "loadBalancer.acceleration",
        "loadBalancer.l7.backend",
        "loadBalancer.l7.algorithm",
        "bpf.datapathMode",
        "bpf.monitorAggregation",
        "encryption.type",
        "cni.chainingMode",
        "defaultLBServiceIPAM",
        "hubble.tls.auto.method",
        "clustermesh.apiserver.tls.auto.method",
        "clustermesh.apiserver.tls.authMode",
        "clustermesh.apiserver.kvstoremesh.kvstoreMode",
        "serviceNoBackendResponse",
        "policyDenyResponse",
        "pmtuDiscovery.packetizationLayerPMTUDMode",
        "ingressController.loadbalancerMode",
        "ingressController.service.externalTrafficPolicy",
        "gatewayAPI.externalTrafficPolicy",
        "bgpControlPlane.routerIDAllocation.mode",
        "tls.secretsBackend",
        "image.pullPolicy",
        "dnsPolicy",
    ] {
        let text = path.rsplit('.').fold("nonsense".to_owned(), |inner, key| format!("{{{key}: {inner}}}"));
        let documents = yaml::parse(&Source::new("values.yaml", text.clone())).unwrap();
        let found = documents[0].decode::<Values>(Reading::Json).findings;
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(documents[0].source().slice(found[0].place.span.unwrap()), "nonsense", "{text}");
        assert!(found[0].message.contains("nonsense"), "{}", found[0].message);
    }
}
