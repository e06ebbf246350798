//! What is wrong with values: what the chart refuses, what agents and operator refuse when they start, what goes wrong
//! silently, and what Talos does not allow.
//!
//! A finding has [`upstream`](Finding::upstream) words where the chart does not render, and only there.
//!
//! Every rule is a file in `rules`, with its own example. Keys that no version of the chart has are found where the
//! values are read: the model is closed.

mod rules;

use manifest::{FieldPath, Finding, Place, Rule, Value, yaml};

use crate::CiliumVersion;
use crate::loose_version;
use crate::report::Report;
use crate::talos::TalosMinor;
use crate::values::Values;

/// What values are checked for.
#[derive(Clone, Debug)]
pub struct Target {
    /// The version that is installed.
    pub cilium: CiliumVersion,
    /// The Talos that it runs on; the rules about Talos keep silent without one.
    pub talos: Option<TalosMinor>,
    /// Where the values are in their document: the root for a values file.
    pub path: FieldPath,
}

impl Target {
    /// A values file for a version of Cilium, on no particular system.
    #[must_use]
    pub fn new(cilium: CiliumVersion) -> Self {
        Self { cilium, talos: None, path: FieldPath::root() }
    }
}

/// All findings, in the order of the rules. Their places are paths; [`Finding::locate`] finds the bytes.
///
/// ```
/// use cilium_values::check::{Target, check};
/// use cilium_values::{CiliumVersion, Values};
///
/// let mut values = Values::default();
/// values.l2announcements.enabled = true.into();
/// let findings = check(&values, &Target::new(CiliumVersion::new(1, 17, 0)));
/// assert_eq!(findings[0].rule.name, "l2-without-kube-proxy-replacement");
/// assert_eq!(findings[0].place.path.to_string(), "l2announcements.enabled");
/// ```
#[must_use]
pub fn check(values: &Values, target: &Target) -> Vec<Finding> {
    let effective = values.effective(&target.cilium);
    let mut subject = Subject {
        values,
        effective: &effective,
        // Values are plain data, which always can be written.
        declared: yaml::to_value(values).unwrap_or_default(),
        cilium: &target.cilium,
        talos: target.talos,
        base: &target.path,
        findings: Vec::new(),
    };
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

/// What a rule looks at, and where it writes to.
struct Subject<'a> {
    /// The values as they are declared.
    values: &'a Values,
    /// The same over the chart's own: what the templates see.
    effective: &'a Values,
    /// The declared values as a tree.
    declared: Value,
    cilium: &'a CiliumVersion,
    talos: Option<TalosMinor>,
    base: &'a FieldPath,
    findings: Vec<Finding>,
}

impl Subject<'_> {
    /// Whether Cilium serves services in the place of kube-proxy.
    fn replaces_kube_proxy(&self) -> bool {
        let value = self.effective.kube_proxy_replacement.get();
        value.and_then(crate::values::common::BoolOrText::as_bool) == Some(true)
    }

    /// Whether packets to pods of other nodes are wrapped; unless it is said, all are but those in two clouds.
    fn uses_tunnels(&self) -> bool {
        use crate::values::RoutingMode::{Hybrid, Native, Tunnel, Unset};
        match self.effective.routing_mode.value() {
            Some(Tunnel) => true,
            Some(Native | Hybrid) => false,
            Some(Unset) | None => {
                !(self.effective.eni.enabled.is_true() || self.effective.gke.enabled.is_true())
            }
        }
    }

    /// Whether Cilium is chained with another plugin.
    fn is_chained(&self) -> bool {
        let mode = self.effective.cni.chaining_mode.value();
        mode.is_some_and(|mode| mode != crate::values::cni::ChainingMode::None)
    }

    /// Whether packets between nodes are encrypted by IPsec.
    fn uses_ipsec(&self) -> bool {
        let encryption = &self.effective.encryption;
        let is_ipsec = encryption.type_.value() == Some(crate::values::encryption::EncryptionType::Ipsec);
        encryption.enabled.is_true() && is_ipsec
    }

    /// Whether identities are kept in custom resources: there alone before 1.17, and since then also beside a store.
    fn keeps_identities_in_objects(&self) -> bool {
        use crate::values::IdentityAllocationMode::{Crd, DoubleWriteReadCrd, DoubleWriteReadKvStore};
        match self.effective.identity_allocation_mode.value() {
            Some(Crd) => true,
            Some(DoubleWriteReadCrd | DoubleWriteReadKvStore) => self.cilium.is_at_least(17),
            _ => false,
        }
    }

    /// Whether the chart installs the API server of the mesh; before 1.18 also for machines outside the cluster.
    fn has_mesh_api_server(&self) -> bool {
        let is_for_machines =
            !self.cilium.is_at_least(18) && self.effective.external_workloads.enabled.is_true();
        self.effective.clustermesh.use_api_server.is_true() || is_for_machines
    }

    /// Whether agents are installed, and not only what goes before them.
    fn has_agent(&self) -> bool {
        self.effective.agent.is_true() && !self.effective.preflight.enabled.is_true()
    }

    /// Whether the settings of agents and operator are rendered, and with them what their template refuses.
    fn has_config_map(&self) -> bool {
        let values = self.effective;
        let is_wanted =
            values.agent.is_true() || values.operator.enabled.is_true() || self.has_mesh_api_server();
        is_wanted && !values.preflight.enabled.is_true()
    }

    /// Whether `upgradeCompatibility` names a version before this one.
    fn was_installed_before(&self, major: u64, minor: u64) -> bool {
        let text = self.effective.upgrade_compatibility.text();
        // A pre-release is in no range that names none.
        loose_version::parse(text)
            .is_some_and(|version| !version.pre.is_empty() || (version.major, version.minor) < (major, minor))
    }

    /// Whether `upgradeCompatibility` is absent, or names this version or a later one; a pre-release never does.
    fn was_installed_since(&self, major: u64, minor: u64) -> bool {
        let text = self.effective.upgrade_compatibility.text();
        text.is_empty()
            || loose_version::parse(text).is_some_and(|version| {
                version.pre.is_empty() && (version.major, version.minor) >= (major, minor)
            })
    }

    /// The declared text at a path.
    fn declared_text(&self, path: &str) -> Option<String> {
        path.split('.').try_fold(&self.declared, |tree, key| tree.get(key))?.as_str().map(str::to_owned)
    }

    /// Adds a finding at a path of the values.
    fn report(&mut self, rule: &'static Rule, path: &str, message: impl Into<String>) -> Report<'_> {
        let place = Place::value(self.base.clone().keys(path));
        self.findings.push(Finding::new(rule, place, message));
        Report::of_last(&mut self.findings)
    }
}
