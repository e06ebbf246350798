//! CIL0505 label-selector-invalid.

use manifest::{FieldPath, Map, Rule, Severity};

use crate::CiliumVersion;
use crate::policy::Subject;
use crate::policy::part::Part;

/// Selectors compare labels in the four ways that there are, with as many values as the way wants.
pub(super) static RULE: Rule = Rule {
    code: "CIL0505",
    name: "label-selector-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Selectors compare labels in the four ways that there are, with as many values as the way \
          wants.",
    why: "The agent refuses a network policy with such a selector as a whole, and in other objects it selects nothing: both \
          are stored, and at most their status says so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {matchExpressions: [{key: app, operator: In}]}, ingress: [{}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {matchExpressions: [{key: app, operator: In, values: [web]}]}, ingress: [{}]}
",
    source: "cilium/cilium, pkg/policy/api/selector.go; Kubernetes, apimachinery, labels",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let mut selectors = Vec::new();
    for rule in subject.rules() {
        let own = ["endpointSelector", "nodeSelector"].iter().filter_map(|key| rule.part.get(key));
        selectors.extend(own.map(|part| (part, rule.prefix.clone())));
    }
    let has_requirements = !subject.cilium.is_at_least(19);
    for traffic in subject.traffic() {
        for key in ["fromEndpoints", "fromNodes", "toEndpoints", "toNodes", "fromRequires", "toRequires"] {
            if has_requirements || !key.ends_with("Requires") {
                selectors.extend(traffic.part.items(key).map(|part| (part, traffic.prefix.clone())));
            }
        }
        // Only one minor looks at the selectors of services.
        if subject.cilium.minor() == 19 {
            let services = traffic.part.items("toServices").filter_map(|part| part.get("k8sServiceSelector"));
            let services = services.filter_map(|part| part.get("selector"));
            selectors.extend(services.map(|part| (part, traffic.prefix.clone())));
        }
    }
    for (selector, prefix) in selectors {
        for problem in problems(&selector, Labels::Any, subject.cilium) {
            subject
                .report(&RULE, problem.0, problem.1)
                .upstream(format!("{prefix}invalid label selector"))
                .help_with(CURE);
        }
    }
    for (selector, labels) in of_others(subject) {
        for (path, message) in problems(&selector, labels, subject.cilium) {
            subject.report(&RULE, path, message).help_with(CURE);
        }
    }
}

const CURE: &str = "operators are `In` and `NotIn` with values, `Exists` and `DoesNotExist` without";

/// The selectors of an object that is no network policy, with whose labels they compare.
fn of_others<'a>(subject: &Subject<'a>) -> Vec<(Part<'a>, Labels)> {
    let Some(spec) = subject.object.get("spec") else { return Vec::new() };
    let own = |keys: &[&str]| keys.iter().filter_map(|key| spec.get(key)).collect::<Vec<_>>();
    let of_items = |list: &str, keys: &[&str]| {
        let items = spec.items(list);
        items
            .flat_map(|item| keys.iter().filter_map(|key| item.get(key)).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    let (found, labels) = match subject.kind {
        "CiliumLoadBalancerIPPool" => (own(&["serviceSelector"]), Labels::Plain),
        "CiliumL2AnnouncementPolicy" => (own(&["serviceSelector", "nodeSelector"]), Labels::Plain),
        "CiliumBGPClusterConfig" | "CiliumNodeConfig" => (own(&["nodeSelector"]), Labels::Plain),
        "CiliumBGPPeerConfig" => (of_items("families", &["advertisements"]), Labels::Plain),
        "CiliumBGPAdvertisement" => (of_items("advertisements", &["selector"]), Labels::Plain),
        "CiliumEgressGatewayPolicy" => {
            let mut found = of_items("selectors", &["podSelector", "namespaceSelector", "nodeSelector"]);
            found.extend(spec.get("egressGateway").and_then(|gateway| gateway.get("nodeSelector")));
            found.extend(of_items("egressGateways", &["nodeSelector"]));
            (found, Labels::Any)
        }
        "CiliumLocalRedirectPolicy" => {
            let backend = spec.get("redirectBackend");
            (
                backend.and_then(|backend| backend.get("localEndpointSelector")).into_iter().collect(),
                Labels::Any,
            )
        }
        _ => (Vec::new(), Labels::Plain),
    };
    found.into_iter().map(|selector| (selector, labels)).collect()
}

/// Where a selector is wrong, and how.
pub(super) fn problems(
    selector: &Part<'_>,
    labels_of: Labels,
    cilium: &CiliumVersion,
) -> Vec<(FieldPath, String)> {
    let is_name = |key: &str| labels_of.have(key, cilium);
    let mut found = Vec::new();
    let labels = selector.get("matchLabels").and_then(|labels| labels.value.as_mapping());
    for (key, value) in labels.into_iter().flat_map(Map::iter) {
        let path = selector.path.clone().key("matchLabels").key(key);
        if !is_name(key) {
            found.push((path, format!("`{key}` cannot be the name of a label")));
        } else if value.as_str().is_some_and(|value| !is_value(value)) {
            found.push((
                path,
                format!("`{}` cannot be the value of a label", value.as_str().unwrap_or_default()),
            ));
        }
    }
    for part in selector.items("matchExpressions") {
        let (key, count) = (part.text("key"), part.count("values"));
        let operator = part.text("operator");
        let problem = match operator {
            "In" | "NotIn" if count == 0 => format!("`{operator}` compares with no value"),
            "Exists" | "DoesNotExist" if count > 0 => format!("`{operator}` has values to compare with"),
            "In" | "NotIn" | "Exists" | "DoesNotExist" if !is_name(key) => {
                format!("`{key}` cannot be the name of a label")
            }
            "In" | "NotIn" | "Exists" | "DoesNotExist" => {
                for value in part.items("values").filter(|value| !is_value(value.as_str())) {
                    let message = format!("`{}` cannot be the value of a label", value.as_str());
                    found.push((value.path, message));
                }
                continue;
            }
            _ => format!("`{operator}` is no way to compare labels"),
        };
        found.push((part.path, problem));
    }
    found
}

/// Whose labels a selector compares.
#[derive(Clone, Copy)]
pub(super) enum Labels {
    /// Those of pods, nodes and services: what stands before a colon says where a label comes from.
    Any,
    /// Those of a `CiliumCIDRGroup`.
    OfGroup,
    /// Those of objects of Kubernetes, which come from nowhere else.
    Plain,
}

impl Labels {
    /// Whether the agent takes a key. Up to 1.19 it asks Kubernetes about the key with its source before it, so that less
    /// of a long name is left, and a name may begin as it likes.
    fn have(self, key: &str, cilium: &CiliumVersion) -> bool {
        let is_source = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let (source, name) = source(key);
        match (self, cilium.is_at_least(20)) {
            (Self::Any, false) => {
                let source = if source.is_empty() { "any" } else { source };
                let name = name.split_once('=').map_or(name, |(name, _)| name);
                is_key(&format!("{source}.{name}"))
            }
            (Self::Any, true) => match key.split_once(':') {
                Some((source, name)) => !source.is_empty() && is_source(source) && is_key(name),
                None => is_key(key),
            },
            (Self::Plain, _) => is_key(key),
            (Self::OfGroup, false) => is_key(&format!("cidrgroup.{key}")),
            (Self::OfGroup, true) => is_source(source) && is_key(name),
        }
    }
}

/// Where Cilium says that a label comes from, nothing if anywhere will do, and the rest of the key.
fn source(key: &str) -> (&str, &str) {
    match (key.strip_prefix('$'), key.split_once(':')) {
        (Some(name), _) => ("reserved", name),
        (None, Some(parts)) => parts,
        (None, None) => key.strip_prefix("reserved.").map_or(("", key), |name| ("reserved", name)),
    }
}

/// Whether Kubernetes takes the name of a label.
fn is_key(key: &str) -> bool {
    let (domain, name) = key.rsplit_once('/').map_or((None, key), |(domain, name)| (Some(domain), name));
    let is_part = |part: &str| {
        let is_edge =
            |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        is_edge(part.bytes().next())
            && is_edge(part.bytes().next_back())
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    !name.is_empty()
        && is_value(name)
        && domain.is_none_or(|domain| domain.len() <= 253 && domain.split('.').all(is_part))
}

/// Whether Kubernetes takes the value of a label.
fn is_value(value: &str) -> bool {
    let is_edge = |byte: Option<u8>| byte.is_none_or(|byte| byte.is_ascii_alphanumeric());
    value.len() <= 63
        && is_edge(value.bytes().next())
        && is_edge(value.bytes().next_back())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}
