//! Statements about network policies (1), other kinds (2), BGP (3) and rules of the definitions (4).

use super::{Statement, statement};

macro_rules! policy {
    ($spec:literal) => {
        concat!(
            "{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: a, namespace: default}, spec: ",
            $spec,
            "}"
        )
    };
}

macro_rules! object {
    ($version:literal $kind:ident $spec:literal) => {
        concat!(
            "{apiVersion: cilium.io/",
            $version,
            ", kind: ",
            stringify!($kind),
            ", metadata: {name: a, namespace: default}, spec: ",
            $spec,
            "}"
        )
    };
}

macro_rules! cluster {
    ($version:literal $kind:ident $spec:literal) => {
        concat!(
            "{apiVersion: cilium.io/",
            $version,
            ", kind: ",
            stringify!($kind),
            ", metadata: {name: a}, spec: ",
            $spec,
            "}"
        )
    };
}

const BGP: &str = "{bgpControlPlane: {enabled: true}}";
const RACK: &str = cluster!("v2" CiliumBGPClusterConfig "{bgpInstances: [{name: a, localASN: 64512}]}");

pub(super) const STATEMENTS: &[Statement] = &[
    statement(
        "1.1: there is a spec, to the server from 1.20 on",
        "CIL0404",
        &["{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: a, namespace: b}}"],
    )
    .on("1.20.0"),
    statement(
        "1.1: and to the agent before",
        "CIL0501",
        &["{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: a, namespace: b}}"],
    ),
    statement(
        "1.1: there is a name",
        "CIL0502",
        &["{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {}, spec: {endpointSelector: {}, ingress: [{}]}}"],
    ),
    statement("1.1: a policy of a namespace selects no nodes", "CIL0503", &[policy!("{nodeSelector: {}, ingress: [{}]}")]),
    statement(
        "1.1: authentication is off from 1.19 on",
        "CIL0609",
        &[policy!("{endpointSelector: {}, ingress: [{authentication: {mode: required}}]}")],
    ),
    statement(
        "1.2: a rule selects endpoints or nodes",
        "CIL0404",
        &[policy!("{endpointSelector: {}, nodeSelector: {}, ingress: [{}]}")],
    ),
    statement("1.2: a rule has a section", "CIL0404", &[policy!("{endpointSelector: {}}")]).on("1.17.0"),
    statement("1.2: with something in it", "CIL0501", &[policy!("{endpointSelector: {}, ingress: []}")]),
    statement("1.2: labels have keys", "CIL0404", &[policy!("{labels: [{value: a}], endpointSelector: {}, ingress: [{}]}")]),
    statement("1.2: that are not empty", "CIL0515", &[policy!("{labels: [{key: ''}], endpointSelector: {}, ingress: [{}]}")]),
    statement(
        "1.2: what is logged is short",
        "CIL0404",
        &[policy!("{log: {value: 012345678901234567890123456789012}, endpointSelector: {}, ingress: [{}]}")],
    ),
    statement(
        "1.3: peers of two kinds stand in two entries",
        "CIL0504",
        &[policy!("{endpointSelector: {}, ingress: [{fromEntities: [world], fromCIDR: [10.0.0.0/8]}]}")],
    ),
    statement(
        "1.3: services and ports too, in 1.16",
        "CIL0504",
        &[policy!("{endpointSelector: {}, egress: [{toServices: [{k8sService: {serviceName: a, namespace: b}}], toPorts: [{ports: [{port: '80'}]}]}]}")],
    )
    .on("1.16.19"),
    statement(
        "1.3: nothing is required from 1.19 on",
        "CIL0404",
        &[policy!("{endpointSelector: {}, ingress: [{fromRequires: [{}]}]}")],
    ),
    statement(
        "1.3: nodes have labels if that is on",
        "CIL0609",
        &[policy!("{endpointSelector: {}, ingress: [{fromNodes: [{}]}]}")],
    ),
    statement("1.3: entities are of a list", "CIL0404", &[policy!("{endpointSelector: {}, ingress: [{fromEntities: [world-ipv4]}]}")]),
    statement("1.3: a misspelt key is dropped", "CIL0403", &[policy!("{endpointSelector: {}, ingress: [{fromentities: [world]}]}")]),
    statement("1.3: networks have lengths", "CIL0404", &[policy!("{endpointSelector: {}, ingress: [{fromCIDR: [10.0.0.1]}]}")]),
    statement(
        "1.3: a set has one of its forms",
        "CIL0404",
        &[policy!("{endpointSelector: {}, ingress: [{fromCIDRSet: [{cidr: 10.0.0.0/8, cidrGroupRef: a}]}]}")],
    ),
    statement(
        "1.3: exceptions lie in their network",
        "CIL0506",
        &[policy!("{endpointSelector: {}, ingress: [{fromCIDRSet: [{cidr: 10.0.0.0/8, except: [11.0.0.0/16]}]}]}")],
    ),
    statement(
        "1.3: and are narrower, from 1.20 on",
        "CIL0506",
        &[policy!("{endpointSelector: {}, ingress: [{fromCIDRSet: [{cidr: 10.0.0.0/16, except: [10.0.0.0/8]}]}]}")],
    )
    .on("1.20.0"),
    statement(
        "1.3: selectors compare with values",
        "CIL0505",
        &[policy!("{endpointSelector: {}, ingress: [{fromEndpoints: [{matchExpressions: [{key: a, operator: In}]}]}]}")],
    ),
    statement(
        "1.3: a policy is pinned to its namespace",
        "CIL0516",
        &[policy!("{endpointSelector: {matchLabels: {'k8s:io.kubernetes.pod.namespace': other}}, ingress: [{}]}")],
    ),
    statement("1.4: a port is a text", "CIL0404", &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: 80}]}]}]}")]),
    statement(
        "1.4: up to 65535, which the server does not see",
        "CIL0508",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '99999'}]}]}]}")],
    ),
    statement("1.4: `010` is eight", "CIL0508", &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '010'}]}]}]}")]),
    statement(
        "1.4: an end before the start is passed over",
        "CIL0508",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', endPort: 70}]}]}]}")],
    ),
    statement(
        "1.4: so is one behind a name",
        "CIL0508",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: http, endPort: 90}]}]}]}")],
    ),
    statement(
        "1.4: any port has no requests",
        "CIL0510",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '0', protocol: TCP}], rules: {http: [{}]}}]}]}")],
    ),
    statement(
        "1.4: protocols are of a list that grows",
        "CIL0404",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '0', protocol: VRRP}]}]}]}")],
    )
    .on("1.18.12"),
    statement(
        "1.4: SCTP needs its switch",
        "CIL0609",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol: SCTP}]}]}]}")],
    ),
    statement(
        "1.4: ICMP excludes ports",
        "CIL0509",
        &[policy!("{endpointSelector: {}, ingress: [{icmps: [{fields: [{type: 8}]}], toPorts: [{ports: [{port: '80'}]}]}]}")],
    ),
    statement(
        "1.4: some types are of one family",
        "CIL0509",
        &[policy!("{endpointSelector: {}, ingress: [{icmps: [{fields: [{family: IPv4, type: PacketTooBig}]}]}]}")],
    ),
    statement(
        "1.5: requests are of one kind",
        "CIL0404",
        &[policy!("{endpointSelector: {}, egress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{}], dns: [{matchName: a}]}}]}]}")],
    ),
    statement(
        "1.5: requests need the proxy",
        "CIL0609",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{}]}}]}]}")],
    )
    .with("{l7Proxy: false}"),
    statement(
        "1.5: names are asked on the way out",
        "CIL0510",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '53', protocol: ANY}], rules: {dns: [{matchName: a}]}}]}]}")],
    ),
    statement(
        "1.5: all others by TCP",
        "CIL0510",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80'}], rules: {http: [{}]}}]}]}")],
    ),
    statement(
        "1.5: nodes have no requests on their way in",
        "CIL0510",
        &[cluster!("v2" CiliumClusterwideNetworkPolicy "{nodeSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{}]}}]}]}")],
    ),
    statement(
        "1.5: requests inside of TLS are read where it ends",
        "CIL0511",
        &[policy!("{endpointSelector: {}, egress: [{toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: [a.b], rules: {http: [{}]}}]}]}")],
    ),
    statement(
        "1.5: listeners are for the way out",
        "CIL0511",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '443', protocol: TCP}], listener: {name: a, envoyConfig: {name: a}}}]}]}")],
    ),
    statement(
        "1.5: paths are Go's expressions",
        "CIL0512",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{path: '/('}]}}]}]}")],
    ),
    statement(
        "1.5: headers have names",
        "CIL0404",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{headerMatches: [{name: ''}]}]}}]}]}")],
    ),
    statement(
        "1.5: Kafka has roles and calls of a list",
        "CIL0514",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {kafka: [{apiKey: products}]}}]}]}")],
    ),
    statement(
        "1.5: and is gone from 1.20 on",
        "CIL0403",
        &[policy!("{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {kafka: [{}]}}]}]}")],
    )
    .on("1.20.0"),
    statement(
        "1.6: a name or a pattern",
        "CIL0404",
        &[policy!("{endpointSelector: {}, egress: [{toFQDNs: [{matchName: a, matchPattern: b}]}]}")],
    ),
    statement("1.6: a pattern is no name", "CIL0404", &[policy!("{endpointSelector: {}, egress: [{toFQDNs: [{matchName: '*.x.io'}]}]}")]),
    statement(
        "1.6: any depth is of 1.19",
        "CIL0513",
        &[policy!("{endpointSelector: {}, egress: [{toFQDNs: [{matchPattern: '**.x.io'}]}]}")],
    )
    .on("1.18.12"),
    statement("1.7: an empty section is none", "CIL0501", &[policy!("{endpointSelector: {}, egress: []}")]),
    statement(
        "1.8: policies of nodes need the firewall of hosts",
        "CIL0609",
        &[cluster!("v2" CiliumClusterwideNetworkPolicy "{nodeSelector: {}, ingress: [{}]}")],
    ),
    statement(
        "2.1: groups are there",
        "CIL0610",
        &[policy!("{endpointSelector: {}, ingress: [{fromCIDRSet: [{cidrGroupRef: a}]}]}")],
    ),
    statement(
        "2.2: a gateway has an interface or an address",
        "CIL0520",
        &[cluster!("v2" CiliumEgressGatewayPolicy "{destinationCIDRs: [0.0.0.0/0], selectors: [{podSelector: {}}], egressGateway: {nodeSelector: {}, interface: eth0, egressIP: 10.0.0.1}}")],
    )
    .with("{egressGateway: {enabled: true}}"),
    statement(
        "2.2: something is selected",
        "CIL0520",
        &[cluster!("v2" CiliumEgressGatewayPolicy "{destinationCIDRs: [0.0.0.0/0], selectors: [{}], egressGateway: {nodeSelector: {}}}")],
    )
    .with("{egressGateway: {enabled: true}}"),
    statement(
        "2.3: several ports have names",
        "CIL0521",
        &[object!("v2" CiliumLocalRedirectPolicy "{redirectFrontend: {addressMatcher: {ip: 10.0.0.1, toPorts: [{port: '53', protocol: UDP}, {port: '54', protocol: UDP}]}}, redirectBackend: {localEndpointSelector: {}, toPorts: [{port: '53', protocol: UDP}, {port: '54', protocol: UDP}]}}")],
    )
    .with("{localRedirectPolicies: {enabled: true}}"),
    statement(
        "2.3: one matcher",
        "CIL0404",
        &[object!("v2" CiliumLocalRedirectPolicy "{redirectFrontend: {}, redirectBackend: {localEndpointSelector: {}, toPorts: [{port: '53', protocol: UDP}]}}")],
    ),
    statement(
        "2.3: the schema refuses some ports that there are",
        "CIL0404",
        &[object!("v2" CiliumLocalRedirectPolicy "{redirectFrontend: {addressMatcher: {ip: 10.0.0.1, toPorts: [{port: '60000', protocol: UDP}]}}, redirectBackend: {localEndpointSelector: {}, toPorts: [{port: '53', protocol: UDP}]}}")],
    ),
    statement(
        "2.3: redirection needs its switch",
        "CIL0609",
        &[object!("v2" CiliumLocalRedirectPolicy "{redirectFrontend: {addressMatcher: {ip: 10.0.0.1, toPorts: [{port: '53', protocol: UDP}]}}, redirectBackend: {localEndpointSelector: {}, toPorts: [{port: '53', protocol: UDP}]}}")],
    ),
    statement("2.4: resources have types", "CIL0522", &[object!("v2" CiliumEnvoyConfig "{resources: [{name: a}]}")]),
    statement(
        "2.4: services are of the object's namespace",
        "CIL0522",
        &[object!("v2" CiliumEnvoyConfig "{services: [{name: a, namespace: b}], resources: [{'@type': type.googleapis.com/envoy.config.listener.v3.Listener}]}")],
    ),
    statement(
        "2.5: parts are smaller than their network",
        "CIL0611",
        &[cluster!("v2alpha1" CiliumPodIPPool "{ipv4: {cidrs: [10.0.0.0/26], maskSize: 24}}")],
    )
    .with("{ipam: {mode: multi-pool}}"),
    statement(
        "2.5: pools need their mode",
        "CIL0609",
        &[cluster!("v2alpha1" CiliumPodIPPool "{ipv4: {cidrs: [10.0.0.0/16], maskSize: 24}}")],
    ),
    statement(
        "2.5: and one is the default",
        "CIL0624",
        &[cluster!("v2alpha1" CiliumPodIPPool "{ipv4: {cidrs: [10.0.0.0/16], maskSize: 24}}")],
    )
    .with("{ipam: {mode: multi-pool}}"),
    statement("2.6: flags are texts", "CIL0404", &[object!("v2" CiliumNodeConfig "{nodeSelector: {}, defaults: {a: true}}")]),
    statement(
        "2.8: configurations of gateways are of 1.18",
        "CIL0401",
        &[object!("v2alpha1" CiliumGatewayClassConfig "{}")],
    )
    .on("1.17.0"),
    statement(
        "3.1: keep-alives are more frequent than the hold time, which has a default",
        "CIL0404",
        &[cluster!("v2" CiliumBGPPeerConfig "{timers: {holdTimeSeconds: 9}}")],
    ),
    statement(
        "3.1: an advertisement of services has the field of services",
        "CIL0404",
        &[cluster!("v2" CiliumBGPAdvertisement "{advertisements: [{advertisementType: Service, selector: {}}]}")],
    ),
    statement(
        "3.1: overrides have the names of what they override",
        "CIL0621",
        &[RACK, cluster!("v2" CiliumBGPNodeConfigOverride "{bgpInstances: [{name: b}]}")],
    )
    .with(BGP),
    statement(
        "3.2: two configurations of which one selects every node conflict",
        "CIL0608",
        &[RACK, cluster!("v2" CiliumBGPClusterConfig "{nodeSelector: {matchLabels: {a: b}}, bgpInstances: [{name: a, localASN: 64512}]}")],
    )
    .with(BGP),
    statement(
        "3.2: a peer whose configuration is missing is skipped",
        "CIL0607",
        &[cluster!("v2" CiliumBGPClusterConfig "{bgpInstances: [{name: a, localASN: 64512, peers: [{name: b, peerAddress: 10.0.0.1, peerASN: 64513, peerConfigRef: {name: c}}]}]}")],
    )
    .with(BGP),
    statement(
        "3.2: one without a configuration announces nothing",
        "CIL0531",
        &[cluster!("v2" CiliumBGPClusterConfig "{bgpInstances: [{name: a, localASN: 64512, peers: [{name: b, peerAddress: 10.0.0.1, peerASN: 64513}]}]}")],
    )
    .with(BGP),
    statement("3.2: an instance has a number", "CIL0530", &[cluster!("v2" CiliumBGPClusterConfig "{bgpInstances: [{name: a}]}")]).with(BGP),
    statement(
        "3.2: a family without advertisements announces nothing",
        "CIL0531",
        &[cluster!("v2" CiliumBGPPeerConfig "{families: [{afi: ipv4, safi: unicast}]}")],
    )
    .with(BGP),
    statement(
        "3.2: advertisements are found by their labels",
        "CIL0607",
        &[
            cluster!("v2" CiliumBGPPeerConfig "{families: [{afi: ipv4, safi: unicast, advertisements: {matchLabels: {a: b}}}]}"),
            cluster!("v2" CiliumBGPAdvertisement "{advertisements: [{advertisementType: PodCIDR}]}"),
        ],
    )
    .with(BGP),
    statement(
        "3.2: without a selector no service is announced",
        "CIL0532",
        &[cluster!("v2" CiliumBGPAdvertisement "{advertisements: [{advertisementType: Service, service: {addresses: [LoadBalancerIP]}}]}")],
    )
    .with(BGP),
    statement(
        "3.2: networks of pods are not announced with several pools",
        "CIL0623",
        &[cluster!("v2" CiliumBGPAdvertisement "{advertisements: [{advertisementType: PodCIDR}]}")],
    )
    .with("{bgpControlPlane: {enabled: true}, ipam: {mode: multi-pool}}"),
    statement(
        "3.2: the first generation wins",
        "CIL0622",
        &[
            RACK,
            cluster!("v2alpha1" CiliumBGPPeeringPolicy "{virtualRouters: [{localASN: 64512, neighbors: [{peerAddress: 10.0.0.1/32, peerASN: 64513}]}]}"),
        ],
    )
    .on("1.18.12")
    .with(BGP),
    statement(
        "3.2: BGP needs its switch",
        "CIL0609",
        &[cluster!("v2" CiliumBGPAdvertisement "{advertisements: [{advertisementType: PodCIDR}]}")],
    ),
    statement(
        "4: an address of a gateway is one, from 1.20 on",
        "CIL0404",
        &[cluster!("v2" CiliumEgressGatewayPolicy "{destinationCIDRs: [0.0.0.0/0], selectors: [{podSelector: {}}], egressGateway: {nodeSelector: {}, egressIP: x}}")],
    )
    .on("1.20.0"),
];
