//! Statements about LB-IPAM (A) and L2 announcements (B).

use super::{Statement, statement};

const POOL: &str = "{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{cidr: 10.0.0.0/30}]}}";
const POLICY: &str = "{apiVersion: cilium.io/v2alpha1, kind: CiliumL2AnnouncementPolicy, metadata: {name: a}, spec: {loadBalancerIPs: true, externalIPs: true}}";
const WEB: &str =
    "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, ports: [{port: 80}]}}";

pub(super) const STATEMENTS: &[Statement] = &[
    statement("A1: pools are served in v2 from 1.18 on", "CIL0401", &[POOL]).on("1.17.0"),
    statement(
        "A1: pools in v2alpha1 are deprecated from 1.19 on",
        "CIL0402",
        &["{apiVersion: cilium.io/v2alpha1, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{cidr: 10.0.0.0/30}]}}"],
    ),
    statement(
        "A1: `cidrs` is dropped",
        "CIL0403",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {cidrs: [{cidr: 10.0.0.0/30}]}}"],
    ),
    statement(
        "A1: such a pool serves nothing",
        "CIL0613",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {cidrs: [{cidr: 10.0.0.0/30}]}}"],
    ),
    statement(
        "A2: a network has the length of its prefix",
        "CIL0404",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{cidr: 10.0.0.1}]}}"],
    ),
    statement(
        "A2: `No` without quotes is a boolean",
        "CIL0404",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {allowFirstLastIPs: No, blocks: [{cidr: 10.0.0.0/30}]}}"],
    ),
    statement(
        "A2: an empty block discards the pool",
        "CIL0601",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{}]}}"],
    ),
    statement(
        "A2: the start is not behind the stop",
        "CIL0601",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{start: 10.0.0.2, stop: 10.0.0.1}]}}"],
    ),
    statement(
        "A2: both are of one family",
        "CIL0601",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{start: 10.0.0.2, stop: 'fd00::1'}]}}"],
    ),
    statement(
        "A3: the first address is allocated already if it is kept back",
        "CIL0603",
        &[
            "{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {allowFirstLastIPs: 'No', blocks: [{cidr: 10.0.0.0/30}]}}",
            "{apiVersion: v1, kind: Service, metadata: {name: web, annotations: {lbipam.cilium.io/ips: 10.0.0.0}}, spec: {type: LoadBalancer, ports: [{port: 80}]}}",
        ],
    ),
    statement(
        "A4: an invalid expression selects nothing",
        "CIL0505",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{cidr: 10.0.0.0/30}], serviceSelector: {matchExpressions: [{key: a, operator: In}]}}}"],
    ),
    statement(
        "A4: several namespaces in one value are none",
        "CIL0404",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{cidr: 10.0.0.0/30}], serviceSelector: {matchLabels: {io.kubernetes.service.namespace: 'a,b'}}}}"],
    ),
    statement(
        "A5: blocks of one pool do not overlap",
        "CIL0602",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{cidr: 10.0.0.0/30}, {start: 10.0.0.3}]}}"],
    ),
    statement(
        "A5: nor do those of two, though one is disabled",
        "CIL0602",
        &[
            POOL,
            "{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: b}, spec: {disabled: true, blocks: [{start: 10.0.0.3}]}}",
        ],
    ),
    statement(
        "A6: a disabled pool has no address for a request",
        "CIL0603",
        &[
            "{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {disabled: true, blocks: [{cidr: 10.0.0.0/30}]}}",
            "{apiVersion: v1, kind: Service, metadata: {name: web, annotations: {lbipam.cilium.io/ips: 10.0.0.0}}, spec: {type: LoadBalancer, ports: [{port: 80}]}}",
        ],
    ),
    statement(
        "A7: a class counts while its feature is on",
        "CIL0614",
        &["{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, loadBalancerClass: io.cilium/l2-announcer, ports: [{port: 80}]}}"],
    )
    .with("{}"),
    statement(
        "A7: the controller can be switched off",
        "CIL0614",
        &["{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, loadBalancerClass: io.cilium/l2-announcer, ports: [{port: 80}]}}"],
    )
    .with("{l2announcements: {enabled: true}, enableLBIPAM: false}"),
    statement(
        "A8: a service gets the family that it lists",
        "CIL0603",
        &[
            POOL,
            "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, ipFamilies: [IPv6], ports: [{port: 80}]}}",
        ],
    ),
    statement(
        "A8: families are those that are on",
        "CIL0620",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{cidr: 'fd00::/120'}]}}"],
    ),
    statement(
        "A9: what cannot be read is dropped",
        "CIL0612",
        &[
            POOL,
            "{apiVersion: v1, kind: Service, metadata: {name: web, annotations: {lbipam.cilium.io/ips: '10.0.0.1,x'}}, spec: {type: LoadBalancer, ports: [{port: 80}]}}",
        ],
    ),
    statement(
        "A9: an address outside of every pool is never given",
        "CIL0603",
        &[
            POOL,
            "{apiVersion: v1, kind: Service, metadata: {name: web, annotations: {io.cilium/lb-ipam-ips: 10.0.1.1}}, spec: {type: LoadBalancer, ports: [{port: 80}]}}",
        ],
    ),
    statement(
        "A9: nor one of a pool that does not select the service",
        "CIL0603",
        &[
            "{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{cidr: 10.0.0.0/30}], serviceSelector: {matchLabels: {a: b}}}}",
            "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, loadBalancerIP: 10.0.0.1, ports: [{port: 80}]}}",
        ],
    ),
    statement(
        "A9: pools run out",
        "CIL0603",
        &[
            "{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{start: 10.0.0.1}]}}",
            WEB,
            "{apiVersion: v1, kind: Service, metadata: {name: dns}, spec: {type: LoadBalancer, ports: [{port: 53}]}}",
        ],
    ),
    statement(
        "A11: blanks around namespaces are part of them",
        "CIL0603",
        &[
            POOL,
            "{apiVersion: v1, kind: Service, metadata: {name: a, namespace: a, annotations: {lbipam.cilium.io/ips: 10.0.0.1, lbipam.cilium.io/sharing-key: k, lbipam.cilium.io/sharing-cross-namespace: 'c, b'}}, spec: {type: LoadBalancer, ports: [{port: 80}]}}",
            "{apiVersion: v1, kind: Service, metadata: {name: b, namespace: b, annotations: {lbipam.cilium.io/ips: 10.0.0.1, lbipam.cilium.io/sharing-key: k, lbipam.cilium.io/sharing-cross-namespace: '*'}}, spec: {type: LoadBalancer, ports: [{port: 81}]}}",
        ],
    ),
    statement(
        "A11: in 1.16 a port is taken whatever the protocol",
        "CIL0603",
        &[
            "{apiVersion: cilium.io/v2alpha1, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{cidr: 10.0.0.0/30}]}}",
            "{apiVersion: v1, kind: Service, metadata: {name: a, annotations: {lbipam.cilium.io/ips: 10.0.0.1, lbipam.cilium.io/sharing-key: k}}, spec: {type: LoadBalancer, ports: [{port: 53}]}}",
            "{apiVersion: v1, kind: Service, metadata: {name: b, annotations: {lbipam.cilium.io/ips: 10.0.0.1, lbipam.cilium.io/sharing-key: k}}, spec: {type: LoadBalancer, ports: [{port: 53, protocol: UDP}]}}",
        ],
    )
    .on("1.16.19"),
    statement(
        "A11: services that share an address have leases of their own",
        "CIL0617",
        &[
            POOL,
            POLICY,
            "{apiVersion: v1, kind: Service, metadata: {name: a, annotations: {lbipam.cilium.io/sharing-key: k}}, spec: {type: LoadBalancer, ports: [{port: 80}]}}",
            "{apiVersion: v1, kind: Service, metadata: {name: b, annotations: {lbipam.cilium.io/sharing-key: k}}, spec: {type: LoadBalancer, ports: [{port: 81}]}}",
        ],
    ),
    statement("B: policies need the feature", "CIL0604", &[POLICY]).with("{}"),
    statement(
        "B1: a policy with neither switch selects nothing",
        "CIL0605",
        &["{apiVersion: cilium.io/v2alpha1, kind: CiliumL2AnnouncementPolicy, metadata: {name: a}, spec: {}}"],
    ),
    statement(
        "B1: the spec may be absent",
        "CIL0605",
        &["{apiVersion: cilium.io/v2alpha1, kind: CiliumL2AnnouncementPolicy, metadata: {name: a}}"],
    ),
    statement(
        "B2: an expression that Go refuses drops the policy",
        "CIL0606",
        &[r"{apiVersion: cilium.io/v2alpha1, kind: CiliumL2AnnouncementPolicy, metadata: {name: a}, spec: {loadBalancerIPs: true, interfaces: ['(a)\1']}}"],
    ),
    statement(
        "B4: the name of a lease is a plain join",
        "CIL0618",
        &[
            POOL,
            POLICY,
            "{apiVersion: v1, kind: Service, metadata: {name: b-c, namespace: a}, spec: {type: LoadBalancer, ports: [{port: 80}]}}",
            "{apiVersion: v1, kind: Service, metadata: {name: c, namespace: a-b}, spec: {type: LoadBalancer, ports: [{port: 80}]}}",
        ],
    ),
    statement("B4: leases cost requests", "CIL0619", &[POOL, POLICY, WEB])
        .with("{l2announcements: {enabled: true, leaseRenewDeadline: 500ms}, k8sClientRateLimit: {qps: 1}}"),
    statement(
        "B5: a policy with a bad selector is dropped",
        "CIL0505",
        &["{apiVersion: cilium.io/v2alpha1, kind: CiliumL2AnnouncementPolicy, metadata: {name: a}, spec: {loadBalancerIPs: true, nodeSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}}}"],
    ),
    statement(
        "B6: local traffic is not compatible",
        "CIL0615",
        &[
            POOL,
            POLICY,
            "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, externalTrafficPolicy: Local, ports: [{port: 80}]}}",
        ],
    ),
    statement(
        "B6: addresses of IPv6 are announced from 1.19 on",
        "CIL0616",
        &[
            POLICY,
            "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {externalIPs: ['fd00::1'], ports: [{port: 80}]}}",
        ],
    )
    .on("1.18.12"),
    statement(
        "C, L5: pools are of no special range",
        "CIL0625",
        &["{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{cidr: 127.0.1.0/30}]}}"],
    ),
];
