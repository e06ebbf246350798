//! Each rule from a cluster in which nothing is wrong: one change breaks it, and no other.
//!
//! The examples of the manual show a rule by itself. Here it has to be heard among everything else that a cluster says.

use std::collections::BTreeSet;

use cilium_values::check::{self, Target, check};
use cilium_values::objects::{self, Objects};
use cilium_values::talos::TalosMinor;
use cilium_values::{chart, crd, policy};
use manifest::Source;
use manifest::yaml;

use super::{values, version};

const CILIUM: &str = "1.19.6";

/// The values of a cluster on Talos, one key of the chart a line.
const VALUES: &str = "\
autoDirectNodeRoutes: true
bgpControlPlane: {enabled: true}
bpf: {masquerade: true, hostLegacyRouting: true}
cgroup: {autoMount: {enabled: false}, hostRoot: /sys/fs/cgroup}
cluster: {name: frank, id: 3}
egressGateway: {enabled: true}
gatewayAPI: {enabled: true}
hubble: {enabled: true, relay: {enabled: true}, ui: {enabled: true}}
ingressController: {enabled: true}
ipam: {mode: kubernetes}
ipv4NativeRoutingCIDR: 10.244.0.0/16
k8sClientRateLimit: {qps: 50, burst: 100}
k8sServiceHost: localhost
k8sServicePort: 7445
kubeProxyReplacement: true
l2announcements: {enabled: true, leaseDuration: 15s, leaseRenewDeadline: 5s, leaseRetryPeriod: 2s}
localRedirectPolicy: true
operator: {replicas: 2}
prometheus: {enabled: true}
routingMode: native
securityContext: {capabilities: {ciliumAgent: [CHOWN, KILL, NET_ADMIN, NET_RAW, IPC_LOCK, SYS_ADMIN, SYS_RESOURCE, DAC_OVERRIDE, FOWNER, SETGID, SETUID], cleanCiliumState: [NET_ADMIN, SYS_ADMIN, SYS_RESOURCE]}}
";

/// Its objects.
const OBJECTS: &str = "\
apiVersion: cilium.io/v2
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/28}]}
---
apiVersion: cilium.io/v2
kind: CiliumLoadBalancerIPPool
metadata: {name: spare}
spec: {blocks: [{start: 192.168.1.210, stop: 192.168.1.219}, {cidr: 192.168.1.224/28}]}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {interfaces: ['^(eth|en)'], loadBalancerIPs: true}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default, annotations: {lbipam.cilium.io/ips: 192.168.1.201}}
spec: {type: LoadBalancer, ports: [{port: 80}]}
---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: web, namespace: default}
spec:
  labels: [{key: app, value: web}]
  endpointSelector: {matchExpressions: [{key: app, operator: In, values: [web]}]}
  ingress:
    - fromEntities: [cluster]
    - fromCIDRSet: [{cidrGroupRef: offices}]
    - toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{path: '/(a)', method: GET}]}}]
    - toPorts: [{ports: [{port: '9092', protocol: TCP}], rules: {kafka: [{apiKey: produce}]}}]
    - icmps: [{fields: [{family: IPv6, type: PacketTooBig}]}]
  egress:
    - toFQDNs: [{matchPattern: '*.example.com'}]
    - toCIDRSet: [{cidr: 10.0.0.0/8, except: [10.96.0.0/12]}]
    - toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: [a.example]}]
---
apiVersion: cilium.io/v2
kind: CiliumClusterwideNetworkPolicy
metadata: {name: pods}
spec: {endpointSelector: {}, ingress: [{fromEntities: [cluster]}]}
---
apiVersion: cilium.io/v2
kind: CiliumCIDRGroup
metadata: {name: offices}
spec: {externalCIDRs: [198.51.100.0/24]}
---
apiVersion: cilium.io/v2
kind: CiliumEgressGatewayPolicy
metadata: {name: out}
spec: {destinationCIDRs: [0.0.0.0/0], selectors: [{podSelector: {}}], egressGateway: {nodeSelector: {}, egressIP: 10.0.0.1}}
---
apiVersion: cilium.io/v2
kind: CiliumLocalRedirectPolicy
metadata: {name: dns, namespace: kube-system}
spec:
  redirectFrontend: {addressMatcher: {ip: 169.254.20.10, toPorts: [{port: '53', protocol: UDP}]}}
  redirectBackend: {localEndpointSelector: {}, toPorts: [{port: '53', protocol: UDP}]}
---
apiVersion: cilium.io/v2
kind: CiliumBGPClusterConfig
metadata: {name: rack}
spec: {nodeSelector: {matchLabels: {rack: a}}, bgpInstances: [{name: a, localASN: 64512, peers: [{name: router, peerAddress: 10.0.0.1, peerASN: 64513, peerConfigRef: {name: router}}]}]}
---
apiVersion: cilium.io/v2
kind: CiliumBGPPeerConfig
metadata: {name: router}
spec: {families: [{afi: ipv4, safi: unicast, advertisements: {matchLabels: {advertise: bgp}}}]}
---
apiVersion: cilium.io/v2
kind: CiliumBGPAdvertisement
metadata: {name: pods, labels: {advertise: bgp}}
spec: {advertisements: [{advertisementType: Service, service: {addresses: [LoadBalancerIP]}, selector: {matchLabels: {app: web}}}]}
";

/// One change that breaks one rule.
struct Mutation {
    code: &'static str,
    /// The version of Cilium, which decides what it takes.
    cilium: &'static str,
    /// Lines of values that the change needs around it, and that are right without it.
    given: &'static str,
    told: Told,
    change: Change,
}

/// Who is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// The chart, the API server, the operator and the agents.
    All,
    /// The chart and the agents about values alone: the objects need what the change takes away.
    Values,
    /// The agents about objects that the API server has stored: today it would refuse them.
    Stored,
}

enum Change {
    /// A line of values, in the place of that of the same key if there is one.
    Values(&'static str),
    /// A part of the objects that stands there once, and what stands there instead.
    Objects(&'static str, &'static str),
    /// One more object.
    Object(&'static str),
}

const fn mutation(code: &'static str, change: Change) -> Mutation {
    Mutation { code, cilium: CILIUM, given: "", told: Told::All, change }
}

const fn values_of(code: &'static str, line: &'static str) -> Mutation {
    mutation(code, Change::Values(line))
}

const fn objects_of(code: &'static str, from: &'static str, to: &'static str) -> Mutation {
    mutation(code, Change::Objects(from, to))
}

impl Mutation {
    const fn on(self, cilium: &'static str) -> Self {
        Self { cilium, ..self }
    }

    const fn given(self, given: &'static str) -> Self {
        Self { given, ..self }
    }

    const fn without_objects(self) -> Self {
        Self { told: Told::Values, ..self }
    }

    const fn stored(self) -> Self {
        Self { told: Told::Stored, ..self }
    }
}

/// One for each rule, by code.
const MUTATIONS: &[Mutation] = &[
    values_of("CIL0001", "encryption: {enabled: true, type: wireguard, strictMode: {enabled: true}}")
        .on("1.20.0")
        .without_objects(),
    values_of("CIL0002", "tunnel: vxlan"),
    values_of("CIL0003", "encryption: {ztunnel: {updateStrategy: {rollingUpdate: {maxSurge: 10%}}}}"),
    values_of("CIL0004", "prometheus: null"),
    values_of("CIL0101", "hubble: {enabled: true, relay: {enabled: false}, ui: {enabled: true}}"),
    values_of("CIL0102", "prometheus: {enabled: true, serviceMonitor: {enabled: true}}"),
    values_of("CIL0103", "hubble: {tls: {auto: {method: certmanager}}}"),
    values_of("CIL0104", "hubble: {redact: {http: {headers: {allow: [a], deny: [b]}}}}"),
    values_of("CIL0105", "l7Proxy: false").without_objects(),
    values_of("CIL0106", "kubeProxyReplacement: strict")
        .given("gatewayAPI: {enabled: false}\ningressController: {enabled: false}\nl2announcements: {enabled: false}")
        .without_objects(),
    values_of("CIL0107", "authentication: {enabled: false, mutual: {spire: {enabled: true}}}"),
    values_of("CIL0108", "disableEndpointCRD: true")
        .given("ciliumEndpointSlice: {enabled: true}\nidentityAllocationMode: kvstore\netcd: {enabled: true, endpoints: ['https://10.0.0.1:2379']}\negressGateway: {enabled: false}")
        .without_objects(),
    values_of("CIL0109", "cluster: {name: Frank, id: 3}"),
    values_of("CIL0110", "cluster: {name: frank, id: 300}"),
    values_of("CIL0111", "clustermesh: {useAPIServer: true, apiserver: {kvstoremesh: {kvstoreMode: external}}}"),
    values_of("CIL0112", "envoy: {baseID: -1}"),
    values_of("CIL0113", "extraEnv: [{name: KUBE_CLIENT_BACKOFF_BASE, value: '1'}]"),
    values_of("CIL0114", "standaloneDnsProxy: {enabled: true}"),
    values_of("CIL0115", "bpf: {masquerade: true, hostLegacyRouting: false, datapathMode: netkit, tproxy: true}"),
    values_of("CIL0116", "ipam: {mode: eni}").on("1.20.0").without_objects(),
    values_of("CIL0117", "k8sServiceHostRef: {name: a, key: b}"),
    values_of("CIL0118", "gke: {enabled: true}").given("routingMode: tunnel\nautoDirectNodeRoutes: false"),
    values_of("CIL0119", "ipv4NativeRoutingCIDR: ''"),
    values_of("CIL0120", "operator: {replicas: 2, setNodeTaints: true, removeNodeTaints: false}"),
    values_of("CIL0121", "hubble: {tls: {auto: {enabled: false}}}"),
    values_of("CIL0122", "l2announcements: {enabled: true, leaseDuration: '15'}"),
    values_of("CIL0123", "k8sServiceHost: auto"),
    values_of("CIL0124", "hubble: {relay: {enabled: true}, ui: {enabled: true, backend: {image: {tag: v0.8.5}}}}"),
    values_of("CIL0125", "ingressController: {enabled: true, service: {externalTrafficPolicy: null}}"),
    values_of("CIL0126", "bgp: {enabled: true}").on("1.16.19").without_objects(),
    values_of("CIL0127", "upgradeCompatibility: latest"),
    values_of("CIL0128", "clustermesh: {config: {enabled: true, clusters: [{name: east, port: 2379}]}}"),
    values_of("CIL0129", "clustermesh: {useAPIServer: true, apiserver: {tls: {authMode: null}}}"),
    values_of("CIL0130", "keepDeprecatedLabels: true").given("gke: {enabled: true}"),
    values_of("CIL0131", "operator: {replicas: 2, tolerations: []}").on("1.18.11").without_objects(),
    values_of("CIL0201", "k8sServiceHost: ''"),
    values_of("CIL0202", "kubeProxyReplacement: false")
        .given("gatewayAPI: {enabled: false}\ningressController: {enabled: false}"),
    values_of("CIL0203", "ipv4: {enabled: false}"),
    values_of("CIL0204", "routingMode: tunnel"),
    values_of("CIL0205", "autoDirectNodeRoutes: false")
        .given("bgpControlPlane: {enabled: false}")
        .without_objects(),
    values_of("CIL0206", "bpf: {masquerade: false}")
        .given("ipMasqAgent: {enabled: true}\negressGateway: {enabled: false}")
        .without_objects(),
    values_of("CIL0207", "routingMode: hybrid"),
    values_of("CIL0208", "ipv4NativeRoutingCIDR: 10.244.0.0"),
    values_of("CIL0209", "loadBalancer: {mode: dsr, dsrDispatch: geneve}"),
    values_of("CIL0210", "nodePort: {range: 30000-32767}"),
    values_of("CIL0211", "maglev: {tableSize: 1000}"),
    values_of("CIL0212", "bpf: {masquerade: true, hostLegacyRouting: true, ctTcpMax: 100}"),
    values_of("CIL0213", "l2announcements: {enabled: true, leaseDuration: 3s, leaseRenewDeadline: 5s, leaseRetryPeriod: 2s}"),
    values_of("CIL0214", "k8sClientRateLimit: {qps: 50, burst: 20}"),
    values_of("CIL0215", "kubeProxyReplacement: false")
        .given("l2announcements: {enabled: false}")
        .without_objects(),
    values_of("CIL0216", "encryption: {enabled: false, type: wireguard, nodeEncryption: true}"),
    values_of("CIL0217", "bpf: {masquerade: false}"),
    values_of("CIL0218", "operator: {replicas: 0}"),
    values_of("CIL0219", "devices: ['!siderolink']"),
    values_of("CIL0220", "hubble: {metrics: {enabled: [dns], dynamic: {enabled: true}}}"),
    values_of("CIL0221", "ipam: {mode: cluster-pool, operator: {clusterPoolIPv4PodCIDRList: [10.42.0.0/24], clusterPoolIPv4MaskSize: 16}}")
        .given("ipam: {mode: cluster-pool}"),
    values_of("CIL0222", "hostFirewall: {enabled: true}").given("encryption: {enabled: true, type: ipsec}"),
    values_of("CIL0223", "bandwidthManager: {enabled: true, bbr: true}"),
    values_of("CIL0224", "MTU: -5"),
    values_of("CIL0225", "identityAllocationMode: kvstore")
        .given("egressGateway: {enabled: false}")
        .without_objects(),
    values_of("CIL0301", "cgroup: {autoMount: {enabled: false}}"),
    objects_of("CIL0401", "apiVersion: cilium.io/v2\nkind: CiliumCIDRGroup", "apiVersion: cilium.io/v3\nkind: CiliumCIDRGroup"),
    objects_of(
        "CIL0402",
        "apiVersion: cilium.io/v2\nkind: CiliumLoadBalancerIPPool\nmetadata: {name: spare}",
        "apiVersion: cilium.io/v2alpha1\nkind: CiliumLoadBalancerIPPool\nmetadata: {name: spare}",
    ),
    objects_of("CIL0403", "    - fromEntities: [cluster]", "    - fromentities: [cluster]"),
    objects_of("CIL0404", "    - fromEntities: [cluster]", "    - fromEntities: [everyone]"),
    objects_of("CIL0501", "spec: {endpointSelector: {}, ingress: [{fromEntities: [cluster]}]}", "spec: {endpointSelector: {}, ingress: []}"),
    objects_of("CIL0502", "metadata: {name: pods}", "metadata: {}"),
    mutation(
        "CIL0503",
        Change::Object(
            "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: node, namespace: default}\nspec: {nodeSelector: {}, ingress: [{}]}\n",
        ),
    ),
    objects_of("CIL0504", "- toFQDNs: [{matchPattern: '*.example.com'}]", "- {toEntities: [world], toCIDR: [10.0.0.0/8]}"),
    objects_of("CIL0505", "operator: In, values: [web]", "operator: In"),
    objects_of("CIL0506", "except: [10.96.0.0/12]", "except: [192.168.0.0/16]"),
    objects_of("CIL0507", "    - fromEntities: [cluster]", "    - fromEntities: [internet]").stored(),
    objects_of("CIL0508", "port: '443'", "port: '99999'"),
    objects_of("CIL0509", "family: IPv6", "family: IPv4"),
    objects_of("CIL0510", "{port: '80', protocol: TCP}", "{port: '80'}"),
    objects_of("CIL0511", "serverNames: [a.example]", "serverNames: [a.example], rules: {http: [{}]}"),
    objects_of("CIL0512", "path: '/(a)'", "path: '/(a'"),
    objects_of("CIL0513", "matchPattern: '*.example.com'", "matchName: '*.example.com'").stored(),
    objects_of("CIL0514", "apiKey: produce", "apiKey: products"),
    objects_of("CIL0515", "labels: [{key: app, value: web}]", "labels: [{key: '', value: web}]"),
    objects_of(
        "CIL0516",
        "endpointSelector: {matchExpressions",
        "endpointSelector: {matchLabels: {'k8s:io.kubernetes.pod.namespace': shop}, matchExpressions",
    ),
    objects_of("CIL0520", "egressIP: 10.0.0.1", "interface: eth0, egressIP: 10.0.0.1"),
    objects_of(
        "CIL0521",
        "ip: 169.254.20.10, toPorts: [{port: '53', protocol: UDP}]",
        "ip: 169.254.20.10, toPorts: [{port: '53', protocol: UDP}, {port: '54', protocol: TCP}]",
    ),
    mutation(
        "CIL0522",
        Change::Object(
            "apiVersion: cilium.io/v2\nkind: CiliumEnvoyConfig\nmetadata: {name: l7, namespace: default}\nspec: {resources: [{name: listener}]}\n",
        ),
    ),
    objects_of("CIL0530", "peerASN: 64513, ", ""),
    objects_of("CIL0531", ", peerConfigRef: {name: router}", ""),
    objects_of("CIL0532", ", selector: {matchLabels: {app: web}}", ""),
    objects_of("CIL0601", "stop: 192.168.1.219", "stop: 192.168.1.209"),
    objects_of("CIL0602", "stop: 192.168.1.219", "stop: 192.168.1.230"),
    objects_of("CIL0603", "ips: 192.168.1.201", "ips: 192.168.1.240"),
    values_of("CIL0604", "l2announcements: {enabled: false}"),
    objects_of("CIL0605", ", loadBalancerIPs: true", ""),
    objects_of("CIL0606", "'^(eth|en)'", "'^(?!lo).*$'"),
    objects_of("CIL0607", "metadata: {name: router}", "metadata: {name: rooter}"),
    mutation(
        "CIL0608",
        Change::Object(
            "apiVersion: cilium.io/v2\nkind: CiliumBGPClusterConfig\nmetadata: {name: all}\nspec: {bgpInstances: [{name: a, localASN: 64512}]}\n",
        ),
    ),
    values_of("CIL0609", "egressGateway: {enabled: false}"),
    objects_of("CIL0610", "metadata: {name: offices}", "metadata: {name: office}"),
    mutation(
        "CIL0611",
        Change::Object(
            "apiVersion: cilium.io/v2alpha1\nkind: CiliumPodIPPool\nmetadata: {name: default}\nspec: {ipv4: {cidrs: [10.20.0.0/26], maskSize: 24}}\n",
        ),
    )
    .given("ipam: {mode: multi-pool}"),
    objects_of("CIL0612", "ips: 192.168.1.201", "ips: 192.168.1.201/32"),
    mutation(
        "CIL0613",
        Change::Object(
            "apiVersion: cilium.io/v2\nkind: CiliumLoadBalancerIPPool\nmetadata: {name: empty}\nspec: {blocks: []}\n",
        ),
    ),
    objects_of("CIL0614", "{type: LoadBalancer, ", "{type: LoadBalancer, loadBalancerClass: io.cilium/node, "),
    objects_of("CIL0615", "{type: LoadBalancer, ", "{type: LoadBalancer, externalTrafficPolicy: Local, "),
    mutation(
        "CIL0616",
        Change::Object(
            "apiVersion: cilium.io/v2alpha1\nkind: CiliumL2AnnouncementPolicy\nmetadata: {name: external}\nspec: {externalIPs: true}\n---\n\
             apiVersion: v1\nkind: Service\nmetadata: {name: six}\nspec: {externalIPs: ['fd00::1'], ports: [{port: 80}]}\n",
        ),
    )
    .on("1.18.12"),
    mutation(
        "CIL0617",
        Change::Object(
            "apiVersion: v1\nkind: Service\nmetadata: {name: tcp, annotations: {lbipam.cilium.io/sharing-key: a}}\n\
             spec: {type: LoadBalancer, ports: [{port: 53}]}\n---\n\
             apiVersion: v1\nkind: Service\nmetadata: {name: udp, annotations: {lbipam.cilium.io/sharing-key: a}}\n\
             spec: {type: LoadBalancer, ports: [{port: 53, protocol: UDP}]}\n",
        ),
    ),
    mutation(
        "CIL0618",
        Change::Object(
            "apiVersion: v1\nkind: Service\nmetadata: {name: b-c, namespace: a}\nspec: {type: LoadBalancer, ports: [{port: 80}]}\n---\n\
             apiVersion: v1\nkind: Service\nmetadata: {name: c, namespace: a-b}\nspec: {type: LoadBalancer, ports: [{port: 80}]}\n",
        ),
    ),
    values_of("CIL0619", "l2announcements: {enabled: true, leaseDuration: 3s, leaseRenewDeadline: 500ms, leaseRetryPeriod: 200ms}")
        .given("k8sClientRateLimit: {qps: 1, burst: 2}"),
    mutation(
        "CIL0620",
        Change::Object(
            "apiVersion: cilium.io/v2\nkind: CiliumLoadBalancerIPPool\nmetadata: {name: six}\nspec: {blocks: [{cidr: 'fd00::/120'}]}\n",
        ),
    ),
    mutation(
        "CIL0621",
        Change::Object(
            "apiVersion: cilium.io/v2\nkind: CiliumBGPNodeConfigOverride\nmetadata: {name: node-1}\nspec: {bgpInstances: [{name: b, routerID: 10.0.0.1}]}\n",
        ),
    ),
    mutation(
        "CIL0622",
        Change::Object(
            "apiVersion: cilium.io/v2alpha1\nkind: CiliumBGPPeeringPolicy\nmetadata: {name: old}\n\
             spec: {virtualRouters: [{localASN: 64512, neighbors: [{peerAddress: 10.0.0.1/32, peerASN: 64513}]}]}\n",
        ),
    )
    .on("1.18.12"),
    objects_of(
        "CIL0623",
        "{advertisementType: Service, service: {addresses: [LoadBalancerIP]}, selector: {matchLabels: {app: web}}}",
        "{advertisementType: PodCIDR}",
    )
    .given("ipam: {mode: multi-pool}"),
    mutation(
        "CIL0624",
        Change::Object(
            "apiVersion: cilium.io/v2alpha1\nkind: CiliumPodIPPool\nmetadata: {name: fast}\nspec: {ipv4: {cidrs: [10.20.0.0/16], maskSize: 24}}\n",
        ),
    )
    .given("ipam: {mode: multi-pool}"),
    mutation(
        "CIL0625",
        Change::Object(
            "apiVersion: cilium.io/v2\nkind: CiliumLoadBalancerIPPool\nmetadata: {name: link}\nspec: {blocks: [{cidr: 169.254.10.0/28}]}\n",
        ),
    ),
    values_of("CIL0701", "encryption: {strictMode: {enabled: true}}"),
    values_of("CIL0702", "hubble: {redact: {kafka: {apiKey: true}}}"),
    values_of("CIL0703", "preferIpv6: true"),
    values_of("CIL0704", "clustermesh: {}").given("clustermesh: {apiserver: {tls: {auto: {certValidityDuration: 365}}}}"),
];

/// Values with lines laid over them.
fn laid(base: &str, lines: &str) -> String {
    let mut all: Vec<&str> = base.lines().collect();
    for line in lines.lines() {
        let (key, _) = line.split_once(':').unwrap();
        let says = |known: &&mut &str| known.split_once(':').is_some_and(|(other, _)| other == key);
        match all.iter_mut().find(says) {
            Some(known) => *known = line,
            None => all.push(line),
        }
    }
    all.join("\n") + "\n"
}

/// What an upgrade to the next minor does to values.
fn changes(text: &str) -> Vec<(&'static str, String)> {
    let changes = chart::upgrade(&values(text), &version(CILIUM), &version("1.20.0"));
    changes
        .iter()
        .map(|change| change.finding(None))
        .map(|finding| (finding.rule.code, finding.message))
        .collect()
}

impl Mutation {
    /// What is wrong, as codes and words.
    fn told(&self, text: &str, objects: &str) -> Vec<(&'static str, String)> {
        // What Talos needs is asked for by that rule only: others say the same of the chart.
        let talos = self.code.starts_with("CIL03").then(|| TalosMinor::new(12));
        let values = values(text);
        let target = Target { talos, ..Target::new(version(self.cilium)) };
        let documents = yaml::parse(&Source::new("objects.yaml", objects)).unwrap();
        let of_values = check(&values, &target);
        let findings = match self.told {
            Told::All => {
                [of_values, Objects::read(&documents).check(&values, &version(self.cilium))].concat()
            }
            Told::Values => of_values,
            Told::Stored => {
                documents.iter().flat_map(|document| policy::check(document, &version(self.cilium))).collect()
            }
        };
        findings.into_iter().map(|finding| (finding.rule.code, finding.message)).collect()
    }

    /// What the change brings, and what is wrong without it.
    fn told_and_before(&self) -> [Vec<(&'static str, String)>; 2] {
        let before = laid(VALUES, self.given);
        let (values, objects) = match self.change {
            Change::Values(line) => (laid(&before, line), OBJECTS.to_owned()),
            Change::Objects(from, to) => {
                assert_eq!(OBJECTS.matches(from).count(), 1, "{}: {from}", self.code);
                (before.clone(), OBJECTS.replace(from, to))
            }
            Change::Object(object) => (before.clone(), format!("{OBJECTS}---\n{object}")),
        };
        if self.code.starts_with("CIL07") {
            // An upgrade changes defaults whatever the values say.
            let known = changes(&before);
            let new = changes(&values).into_iter().filter(|change| !known.contains(change));
            return [new.collect(), Vec::new()];
        }
        [self.told(&values, &objects), self.told(&before, OBJECTS)]
    }
}

#[test]
fn one_change_breaks_one_rule() {
    let mut wrong = Vec::new();
    for mutation in MUTATIONS {
        let [told, before] = mutation.told_and_before();
        if told.is_empty() || told.iter().any(|(code, _)| *code != mutation.code) || !before.is_empty() {
            wrong.push(format!("{}: {told:?}, before {before:?}", mutation.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_one_mutation() {
    assert!(MUTATIONS.is_sorted_by(|one, other| one.code < other.code));
    let sets = [crd::RULES, objects::RULES, chart::RULES].into_iter().flatten().copied();
    let rules = check::rules().into_iter().chain(policy::rules()).chain(sets);
    let rules: BTreeSet<&str> = rules.map(|rule| rule.code).collect();
    let mutations: BTreeSet<&str> = MUTATIONS.iter().map(|mutation| mutation.code).collect();
    assert_eq!(rules, mutations);
}
