//! What concerns several documents (`container/validate.go`, since 1.14).

use super::view::Way;
use super::{Checker, Mode, View, keys, role};
use crate::configuration::{Configuration, Document};
use crate::facts::Facts;
use crate::rules;
use crate::scalar::MachineType;

pub(super) fn check(checker: &mut Checker<'_>, configuration: &Configuration) {
    let together = Together {
        configuration,
        old: configuration.documents.iter().find(|document| document.kind.is_v1alpha1()),
    };
    together.resolver(checker);
    together.discovery(checker);
    together.containers(checker);
    if together.has_kubespan() && !together.has_discovery() {
        let message = "KubeSpan requires cluster discovery to be enabled";
        checker.say(&rules::KUBESPAN_INVALID, "", message);
    }
    together.control_plane(checker);
}

/// All documents of a configuration.
struct Together<'c> {
    configuration: &'c Configuration,
    old: Option<&'c Document>,
}

impl<'c> Together<'c> {
    fn view(&self, document: &'c Document) -> View<'c> {
        View::of(document, Facts::of(self.configuration.minor))
    }

    /// A value of the v1alpha1 document; nothing where there is no such document.
    fn old(&self, keys: impl Way) -> Option<View<'c>> {
        self.old.map(|old| self.view(old).get(keys)).filter(|view| view.is_set())
    }

    fn old_has(&self, keys: impl Way) -> bool {
        self.old(keys).is_some_and(View::is_given)
    }

    fn all(&self, kind: &'static str) -> impl Iterator<Item = View<'c>> {
        let documents = self.configuration.documents.iter();
        documents.filter(move |document| document.kind.name() == kind).map(|document| self.view(document))
    }

    fn one(&self, kind: &'static str) -> Option<View<'c>> {
        self.all(kind).next()
    }

    /// What is said about the resolver of the machine: the document counts only where it switches it on.
    fn host_dns(&self) -> Option<View<'c>> {
        let new = self.one("ResolverConfig").map(|resolver| resolver.get(keys!("hostDNS")));
        new.filter(|dns| dns.flag(keys!("enabled"))).or_else(|| self.old(keys!("machine.features.hostDNS")))
    }

    fn resolver(&self, checker: &mut Checker<'_>) {
        let dns = self.host_dns();
        let enabled = dns.is_some_and(|dns| dns.flag(keys!("enabled")));
        if checker.mode == Mode::Container {
            let mut need = |wanted: bool, message: &str| {
                if !wanted {
                    checker.say(&rules::HOST_DNS_REQUIRED, "", message);
                }
            };
            match dns {
                None => need(false, "hostDNS config is required in container mode"),
                Some(dns) => {
                    need(enabled, "hostDNS must be enabled in container mode");
                    let forwards = dns.flag(keys!("forwardKubeDNSToHost"));
                    need(forwards, "forwardKubeDNSToHost must be enabled in container mode");
                }
            }
        }
        let servers = self.one("ResolverConfig").map(|resolver| resolver.items(keys!("nameservers")));
        let encrypted = servers
            .into_iter()
            .flatten()
            .any(|server| !["", "Do53"].contains(&server.text(keys!("protocol"))));
        if encrypted && !enabled {
            let message = "hostDNS must be enabled when using non-default DNS protocols";
            checker.say(&rules::HOST_DNS_REQUIRED, "", message);
        }
    }

    fn has_discovery(&self) -> bool {
        let old = self.old(keys!("cluster.discovery"));
        self.one("DiscoveryServiceConfig").is_some()
            || old.is_some_and(|old| {
                old.flag(keys!("enabled")) && !old.flag(keys!("registries.service.disabled"))
            })
    }

    fn discovery(&self, checker: &mut Checker<'_>) {
        if !self.has_discovery() {
            return;
        }
        let identity = self.one("DiscoveryIdentityConfig");
        for (new, old, name) in
            [("clusterID", "cluster.id", "ID"), ("clusterSecret", "cluster.secret", "secret")]
        {
            if !identity.is_some_and(|identity| identity.has(new)) && !self.old_has(old) {
                let message = format!(
                    "cluster {name} (.{old} or DiscoveryIdentityConfig) should be set when cluster discovery (DiscoveryServiceConfig) is enabled"
                );
                checker.say(&rules::DISCOVERY_INCOMPLETE, "", message);
            }
        }
    }

    fn has_kubespan(&self) -> bool {
        match self.one("KubeSpanConfig") {
            Some(kubespan) => kubespan.flag(keys!("enabled")),
            None => self.old(keys!("machine.network.kubespan")).is_some_and(|old| old.flag(keys!("enabled"))),
        }
    }

    /// Containers wait for containers that are there, and not for each other.
    fn containers(&self, checker: &mut Checker<'_>) {
        let containers: Vec<(_, Vec<_>)> = self
            .all("ContainerConfig")
            .map(|container| {
                (container.text(keys!("name")), container.texts(keys!("dependsOn.containers")).collect())
            })
            .collect();
        for (name, depends) in &containers {
            for wanted in depends.iter().filter(|wanted| !containers.iter().any(|(name, _)| name == *wanted))
            {
                let message =
                    format!("container {name:?} depends on container {wanted:?}, which is not configured");
                checker.say(&rules::DOCUMENT_INVALID, "", message);
            }
        }
        let names: Vec<&str> = containers.iter().map(|(name, _)| &**name).collect();
        let edges: Vec<Vec<usize>> = containers
            .iter()
            .map(|(_, depends)| {
                depends.iter().filter_map(|wanted| names.iter().position(|name| name == wanted)).collect()
            })
            .collect();
        let cycles = cycles(&names, &edges);
        if !cycles.is_empty() {
            let message = format!("container dependsOn cycle detected: {}", cycles.join(", "));
            checker.say(&rules::DOCUMENT_INVALID, "", message);
        }
    }

    fn control_plane(&self, checker: &mut Checker<'_>) {
        let machine = self.old(keys!("machine"));
        let is_control_plane = machine.and_then(role).is_some_and(MachineType::is_control_plane);
        let has_authority = self.one("KubeAPIServerCAConfig").is_some()
            || self.old(keys!("cluster.ca")).is_some()
            || self.old(keys!("cluster.acceptedCAs")).is_some();
        let encrypts = self.one("KubeEtcdEncryptionConfig").is_some()
            || self.old_has(keys!("cluster.secretboxEncryptionSecret"))
            || self.old_has(keys!("cluster.aescbcEncryptionSecret"));
        if is_control_plane && has_authority && !encrypts {
            let message =
                "etcd encryption config is required for control plane machines running kube-apiserver";
            checker.say(&rules::ETCD_INVALID, "", message);
        }
        if is_control_plane && let Some(node) = self.one("KubeNodeConfig") {
            let is_labelled = node.get(keys!("labels")).has_key(CONTROL_PLANE_LABEL);
            if !is_labelled && !node.flag(keys!("skipNodeRegistration")) {
                let message = format!(
                    "KubeNodeConfig document should set the \"{CONTROL_PLANE_LABEL}\" node label on control plane machines (and, unless scheduling on control planes is allowed, the \"{CONTROL_PLANE_LABEL}: NoSchedule\" taint): unlike .machine.nodeLabels/.machine.nodeTaints, the document contents are used as-is"
                );
                checker.say(&rules::DOCUMENT_DOUBTFUL, "", message);
            }
        }
        let has_endpoint = self.one("KubeClusterConfig").is_some()
            || self.old(keys!("cluster.controlPlane.endpoint")).is_some();
        if has_authority && !has_endpoint {
            let message = "cluster name and endpoint are required when Kubernetes is configured: either .cluster.clusterName/.cluster.controlPlane.endpoint or the KubeClusterConfig document";
            checker.say(&rules::CLUSTER_ENDPOINT_INVALID, "", message);
        }
        let documents = self.configuration.documents.iter();
        let mut kinds: Vec<_> = documents.map(|document| document.kind.name()).collect();
        kinds.retain(|kind| CONTROL_PLANE_ONLY.contains(kind));
        kinds.sort_unstable();
        kinds.dedup();
        if !is_control_plane && !kinds.is_empty() {
            let kinds = kinds.join(" ");
            let message =
                format!("the following document kinds are only allowed on control plane machines: [{kinds}]");
            checker.say(&rules::CONTROL_PLANE_KIND_ON_WORKER, "", message);
        }
    }
}

/// The ways that lead back to where they began, `a -> b -> a`, each once, from the smallest name on, in order.
fn cycles(names: &[&str], edges: &[Vec<usize>]) -> Vec<String> {
    let mut found = std::collections::BTreeSet::new();
    let mut done = vec![false; names.len()];
    for start in 0..names.len() {
        let mut way = Vec::new();
        walk(start, names, edges, &mut way, &mut done, &mut found);
    }
    found.into_iter().collect()
}

fn walk(
    at: usize,
    names: &[&str],
    edges: &[Vec<usize>],
    way: &mut Vec<usize>,
    done: &mut [bool],
    found: &mut std::collections::BTreeSet<String>,
) {
    if let Some(begin) = way.iter().position(|place| *place == at) {
        let mut cycle: Vec<&str> =
            way.iter().skip(begin).filter_map(|place| names.get(*place).copied()).collect();
        let smallest = cycle.iter().enumerate().min_by_key(|(_, name)| **name).map_or(0, |(place, _)| place);
        cycle.rotate_left(smallest);
        cycle.extend(cycle.first().copied());
        found.insert(cycle.join(" -> "));
        return;
    }
    if done.get(at).copied().unwrap_or(true) {
        return;
    }
    way.push(at);
    for next in edges.get(at).into_iter().flatten() {
        walk(*next, names, edges, way, done, found);
    }
    way.pop();
    if let Some(done) = done.get_mut(at) {
        *done = true;
    }
}

/// The label by which Kubernetes knows its control plane; Talos sets it by itself only beside `machine.nodeLabels`.
const CONTROL_PLANE_LABEL: &str = "node-role.kubernetes.io/control-plane";

/// Kinds that only machines of the control plane may have.
const CONTROL_PLANE_ONLY: &[&str] = &[
    "KubeAPIServerConfig",
    "KubeAdmissionControlConfig",
    "KubeAggregatorCAConfig",
    "KubeAuditPolicyConfig",
    "KubeAuthenticationConfig",
    "KubeAuthorizerConfig",
    "KubeControllerManagerConfig",
    "KubeCoreDNSConfig",
    "KubeEtcdEncryptionConfig",
    "KubeFlannelCNIConfig",
    "KubeProxyConfig",
    "KubeSchedulerConfig",
    "KubeServiceAccountConfig",
    "KubeTalosAPIAccessConfig",
];
