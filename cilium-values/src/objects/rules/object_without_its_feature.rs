//! CIL0609 object-without-its-feature.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;
use crate::CiliumVersion;
use crate::policy::part::Part;
use crate::values::Values;
use crate::values::ipam::IpamMode;

/// The feature that an object is for is on.
pub(super) static RULE: Rule = Rule {
    code: "CIL0609",
    name: "object-without-its-feature",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "What an object asks for is switched on in the chart's values.",
    why: "Nobody reads the object, or the agent refuses the whole policy: it is stored, nothing happens, and at most its \
          status says so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumClusterwideNetworkPolicy
metadata: {name: nodes}
spec: {nodeSelector: {}, ingress: [{fromEntities: [cluster]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumClusterwideNetworkPolicy
metadata: {name: pods}
spec: {endpointSelector: {}, ingress: [{fromEntities: [cluster]}]}
",
    source: "cilium/cilium, pkg/policy/api/rule_validation.go; cilium/cilium, operator/pkg/networkpolicy; documentation of \
             each feature",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    for (object, placing) in subject.of_cilium {
        let root = Part::root(object);
        for feature in FEATURES.iter().filter(|feature| !(feature.is_on)(&subject.effective, subject.cilium))
        {
            let mut wanted = (feature.wanted)(&root).into_iter();
            let Some(path) = wanted.next() else { continue };
            let state =
                if feature.value == "true" { "off".to_owned() } else { format!("not `{}`", feature.value) };
            let message = format!("{}, and `{}` is {state}", feature.what, feature.key(subject.cilium));
            let mut finding = Finding::new(&RULE, placing.place(&path), message)
                .help(format!("set `{}` in the chart's values", feature.cure(subject.cilium)));
            finding.upstream = feature.upstream.map(str::to_owned);
            findings.push(
                wanted.fold(finding, |finding, path| finding.related(placing.place(&path), "and here")),
            );
        }
    }
}

/// A feature that objects may want.
struct Feature {
    /// What the object asks for.
    what: &'static str,
    /// The key that turns it on.
    key: &'static str,
    /// The same before 1.18, where it was another one.
    old_key: Option<&'static str>,
    /// What to write there.
    value: &'static str,
    /// Where an object asks for it.
    wanted: fn(&Part<'_>) -> Vec<FieldPath>,
    is_on: fn(&Values, &CiliumVersion) -> bool,
    /// The words of agent or operator, where they refuse.
    upstream: Option<&'static str>,
}

impl Feature {
    fn key(&self, cilium: &CiliumVersion) -> &'static str {
        self.old_key.filter(|_| !cilium.is_at_least(18)).unwrap_or(self.key)
    }

    fn cure(&self, cilium: &CiliumVersion) -> String {
        format!("{}: {}", self.key(cilium), self.value)
    }
}

const NOTHING: Feature = Feature {
    what: "",
    key: "",
    old_key: None,
    value: "true",
    wanted: |_| Vec::new(),
    is_on: |_, _| true,
    upstream: None,
};

static FEATURES: &[Feature] = &[
    Feature {
        what: "a policy selects nodes",
        key: "hostFirewall.enabled",
        wanted: |object| {
            let is_policy = object.text("kind") == "CiliumClusterwideNetworkPolicy";
            let rules = super::rules(object).into_iter().filter(|_| is_policy);
            rules.filter_map(|rule| Some(rule.get("nodeSelector")?.path)).collect()
        },
        is_on: |values, _| values.host_firewall.enabled.is_true(),
        ..NOTHING
    },
    Feature {
        what: "a policy names nodes as peers",
        key: "nodeSelectorLabels",
        wanted: |object| {
            in_entries(object, |entry| {
                let peers = ["fromNodes", "toNodes"].iter().flat_map(|key| entry.items(key));
                peers.map(|peer| peer.path).collect()
            })
        },
        is_on: |values, _| values.node_selector_labels.is_true(),
        upstream: Some(
            "FromNodes/ToNodes rules can only be applied when the \"enable-node-selector-labels\" flag is set",
        ),
        ..NOTHING
    },
    Feature {
        what: "a policy has rules about requests",
        key: "l7Proxy",
        wanted: |object| {
            in_entries(object, |entry| {
                entry.items("toPorts").filter_map(|port| Some(port.get("rules")?.path)).collect()
            })
        },
        is_on: |values, _| !values.l7_proxy.is_false(),
        upstream: Some("L7 policy is not supported since L7 proxy is not enabled"),
        ..NOTHING
    },
    Feature {
        what: "a policy is about SCTP",
        key: "sctp.enabled",
        wanted: |object| {
            in_entries(object, |entry| {
                let ports = entry.items("toPorts").flat_map(|port| port.items("ports"));
                let of_sctp = ports.filter(|port| port.text("protocol") == "SCTP");
                of_sctp.map(|port| port.path.key("protocol")).collect()
            })
        },
        is_on: |values, _| values.sctp.enabled.is_true(),
        ..NOTHING
    },
    Feature {
        what: "a policy wants ingress to be authenticated",
        key: "authentication.enabled",
        wanted: |object| authenticated(object, "ingress"),
        is_on: |values, cilium| !cilium.is_at_least(19) || values.authentication.enabled.is_true(),
        upstream: Some("mutual auth feature is disabled but an ingress auth rule is defined in policy"),
        ..NOTHING
    },
    Feature {
        what: "a policy wants egress to be authenticated",
        key: "authentication.enabled",
        wanted: |object| authenticated(object, "egress"),
        is_on: |values, cilium| !cilium.is_at_least(19) || values.authentication.enabled.is_true(),
        upstream: Some("mutual auth feature is disabled but an egress auth rule is defined in policy"),
        ..NOTHING
    },
    Feature {
        what: "there is a policy for the egress gateway",
        key: "egressGateway.enabled",
        wanted: |object| of_kind(object, &["CiliumEgressGatewayPolicy"]),
        is_on: |values, _| values.egress_gateway.enabled.is_true(),
        ..NOTHING
    },
    Feature {
        what: "there is a policy that redirects",
        key: "localRedirectPolicies.enabled",
        old_key: Some("localRedirectPolicy"),
        wanted: |object| of_kind(object, &["CiliumLocalRedirectPolicy"]),
        is_on: |values, _| {
            values.local_redirect_policies.enabled.is_true() || values.local_redirect_policy.is_true()
        },
        ..NOTHING
    },
    Feature {
        what: "there is an object of BGP",
        key: "bgpControlPlane.enabled",
        wanted: |object| {
            of_kind(
                object,
                &[
                    "CiliumBGPClusterConfig",
                    "CiliumBGPPeerConfig",
                    "CiliumBGPAdvertisement",
                    "CiliumBGPNodeConfigOverride",
                    "CiliumBGPPeeringPolicy",
                ],
            )
        },
        is_on: |values, _| values.bgp_control_plane.enabled.is_true(),
        ..NOTHING
    },
    Feature {
        what: "there is a configuration of Envoy",
        key: "envoyConfig.enabled",
        wanted: |object| of_kind(object, &["CiliumEnvoyConfig", "CiliumClusterwideEnvoyConfig"]),
        is_on: |values, _| {
            values.envoy_config.enabled.is_true()
                || values.ingress_controller.enabled.is_true()
                || values.gateway_api.enabled.is_true()
        },
        ..NOTHING
    },
    Feature {
        what: "there is a configuration of gateways",
        key: "gatewayAPI.enabled",
        wanted: |object| of_kind(object, &["CiliumGatewayClassConfig"]),
        is_on: |values, _| values.gateway_api.enabled.is_true(),
        ..NOTHING
    },
    Feature {
        what: "there is a pool for pods",
        key: "ipam.mode",
        value: "multi-pool",
        wanted: |object| of_kind(object, &["CiliumPodIPPool"]),
        is_on: |values, _| values.ipam.mode.value() == Some(IpamMode::MultiPool),
        ..NOTHING
    },
];

/// Its kind, if it is one of these.
fn of_kind(object: &Part<'_>, kinds: &[&str]) -> Vec<FieldPath> {
    let is_one = kinds.contains(&object.text("kind"));
    is_one.then(|| object.path.clone().key("kind")).into_iter().collect()
}

/// All places in the entries of a network policy.
fn in_entries(object: &Part<'_>, find: fn(&Part<'_>) -> Vec<FieldPath>) -> Vec<FieldPath> {
    super::entries(object, &super::SECTIONS).iter().flat_map(find).collect()
}

/// The entries of a section that want to know who is there.
fn authenticated(object: &Part<'_>, section: &str) -> Vec<FieldPath> {
    let entries = super::entries(object, &[section]);
    entries.iter().filter_map(|entry| Some(entry.get("authentication")?.path)).collect()
}
