//! What Cilium itself makes of objects that the API server has stored: policies that its agents and operator refuse,
//! and those that they take and that do nothing.
//!
//! The API server checks the form of an object ([`crd`](crate::crd)). What it stores is read once more: a network
//! policy with a rule that the agent refuses is not enforced at all, and only its status says so. Each finding quotes
//! Cilium ([`upstream`](Finding::upstream)) where Cilium says something.
//!
//! ```
//! use cilium_values::{CiliumVersion, policy};
//! use manifest::{Source, yaml};
//!
//! let text = "\
//! apiVersion: cilium.io/v2
//! kind: CiliumNetworkPolicy
//! metadata: {name: web, namespace: default}
//! spec:
//!   endpointSelector: {}
//!   ingress: [{fromEntities: [world], fromCIDR: [10.0.0.0/8]}]
//! ";
//! let documents = yaml::parse(&Source::new("policy.yaml", text)).unwrap();
//! let findings = policy::check(&documents[0], &CiliumVersion::new(1, 17, 0));
//! assert_eq!(findings[0].rule.name, "peers-combined");
//! assert_eq!(
//!     findings[0].upstream.as_deref(),
//!     Some("Invalid CiliumNetworkPolicy spec: combining FromCIDR and FromEntities is not supported yet")
//! );
//! ```

pub(crate) mod part;
mod rules;

use manifest::yaml::{Document, Reading};
use manifest::{FieldPath, Finding, Place, Rule, Value};

use self::part::Part;
use crate::CiliumVersion;
use crate::report::Report;

/// What is wrong with one object of the group `cilium.io`, the first of a document, beyond its form.
#[must_use]
pub fn check(document: &Document, cilium: &CiliumVersion) -> Vec<Finding> {
    check_at(document, &FieldPath::root(), cilium)
}

/// The same for an object within a document: an item of a `List`.
#[must_use]
pub fn check_at(document: &Document, path: &FieldPath, cilium: &CiliumVersion) -> Vec<Finding> {
    let Some(node) = document.get(path) else { return Vec::new() };
    let decoded = document.decode_at::<Value>(node, path, Reading::Json);
    let findings = decoded.value.map(|object| check_value(&object, cilium)).unwrap_or_default();
    let located = findings.into_iter().map(|mut finding| {
        finding.place.path = path.clone().join(&finding.place.path);
        finding.locate(document)
    });
    located.collect()
}

/// The same for an object that is no document; its places are paths.
///
/// What has another form than the definitions say is passed over: the API server does not store it.
#[must_use]
pub fn check_value(object: &Value, cilium: &CiliumVersion) -> Vec<Finding> {
    let root = Part::root(object);
    if !root.text("apiVersion").starts_with("cilium.io/") {
        return Vec::new();
    }
    let mut subject = Subject { object: root, kind: root_kind(object), cilium, findings: Vec::new() };
    for check in rules::CHECKS {
        (check.run)(&mut subject);
    }
    subject.findings
}

/// All rules of this family, by code.
#[must_use]
pub fn rules() -> Vec<&'static Rule> {
    rules::CHECKS.iter().map(|check| check.rule).collect()
}

fn root_kind(object: &Value) -> &str {
    object.get("kind").and_then(Value::as_str).unwrap_or_default()
}

/// What a rule looks at, and where it writes to.
struct Subject<'a> {
    object: Part<'a>,
    kind: &'a str,
    cilium: &'a CiliumVersion,
    findings: Vec<Finding>,
}

/// One rule of a network policy: its `spec`, or one of its `specs`.
struct NetworkRule<'a> {
    part: Part<'a>,
    /// What Cilium puts before every complaint about it.
    prefix: String,
}

/// One entry of one section of a rule.
struct Traffic<'a> {
    part: Part<'a>,
    prefix: String,
    is_ingress: bool,
    is_denied: bool,
    /// Whether the rule is about nodes and not about pods.
    is_of_host: bool,
}

impl<'a> Subject<'a> {
    fn is_network_policy(&self) -> bool {
        matches!(self.kind, "CiliumNetworkPolicy" | "CiliumClusterwideNetworkPolicy")
    }

    /// The rules of a network policy, in order.
    fn rules(&self) -> Vec<NetworkRule<'a>> {
        if !self.is_network_policy() {
            return Vec::new();
        }
        let prefix = |key: &str| format!("Invalid {} {key}: ", self.kind);
        let single = self.object.get("spec").map(|part| NetworkRule { part, prefix: prefix("spec") });
        let several = self.object.items("specs").map(|part| NetworkRule { part, prefix: prefix("specs") });
        single.into_iter().chain(several).collect()
    }

    /// The entries of all sections of all rules.
    fn traffic(&self) -> Vec<Traffic<'a>> {
        let sections = [
            ("ingress", true, false),
            ("ingressDeny", true, true),
            ("egress", false, false),
            ("egressDeny", false, true),
        ];
        let mut all = Vec::new();
        for rule in self.rules() {
            let is_of_host = rule.part.get("nodeSelector").is_some();
            for (key, is_ingress, is_denied) in sections {
                all.extend(rule.part.items(key).map(|part| Traffic {
                    part,
                    prefix: rule.prefix.clone(),
                    is_ingress,
                    is_denied,
                    is_of_host,
                }));
            }
        }
        all
    }

    /// Adds a finding about a part of the object.
    fn report(&mut self, rule: &'static Rule, path: FieldPath, message: impl Into<String>) -> Report<'_> {
        self.findings.push(Finding::new(rule, Place::value(path), message));
        Report::of_last(&mut self.findings)
    }
}
