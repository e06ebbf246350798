//! What a document and the v1alpha1 document cannot both set.

use super::{Checker, View, keys};
use crate::rules;
use crate::scalar::is_ip;
use crate::version::Minor;

/// A kind of document, a condition on one and on the v1alpha1 document, and what upstream says if it holds.
struct Conflict {
    since: Minor,
    kind: &'static str,
    holds: fn(View<'_>, View<'_>) -> bool,
    message: &'static str,
}

const fn conflict(
    since: Minor,
    kind: &'static str,
    holds: fn(View<'_>, View<'_>) -> bool,
    message: &'static str,
) -> Conflict {
    Conflict { since, kind, holds, message }
}

/// Says the first conflict of a document; upstream stops there too.
pub(super) fn check(checker: &mut Checker<'_>, kind: &str, document: View<'_>, old: View<'_>) {
    if kind == "VolumeConfig" && checker.minor >= Minor::V1_11 {
        volume(checker, document, old);
    }
    let minor = checker.minor;
    let mut known = CONFLICTS.iter().take_while(|one| one.since <= minor);
    let found = known.find(|one| one.kind == kind && (one.holds)(document, old));
    if let Some(found) = found {
        checker.say(&rules::SETTINGS_CONFLICT, "", found.message);
    }
}

fn volume(checker: &mut Checker<'_>, document: View<'_>, old: View<'_>) {
    let name = document.text(keys!("name"));
    let key = match name {
        "STATE" => "machine.systemDiskEncryption.state",
        "EPHEMERAL" => "machine.systemDiskEncryption.ephemeral",
        _ => return,
    };
    if !["", "none"].contains(&document.text(keys!("encryption.provider"))) && old.get(key).is_set() {
        let message = format!(
            "system disk encryption for {name:?} is configured in both v1alpha1.Config and VolumeConfig"
        );
        checker.say(&rules::SETTINGS_CONFLICT, "encryption", message);
    }
}

const V12: Minor = Minor::V1_12;
const V13: Minor = Minor::V1_13;
const V14: Minor = Minor::V1_14;

/// From the oldest on.
const CONFLICTS: &[Conflict] = &[
    conflict(
        V12,
        "HostnameConfig",
        |_, old| old.has(keys!("machine.network.hostname")),
        "static hostname is already set in v1alpha1 config",
    ),
    conflict(
        V12,
        "HostnameConfig",
        |_, old| old.flag(keys!("machine.features.stableHostname")),
        "stable hostname is already set in v1alpha1 config",
    ),
    conflict(
        V12,
        "ResolverConfig",
        |_, old| old.get(keys!("machine.network.searchDomains")).is_set(),
        ".machine.network.searchDomains is already set in v1alpha1 config",
    ),
    conflict(
        V12,
        "ResolverConfig",
        |_, old| {
            let mut servers = old.texts(keys!("machine.network.nameservers"));
            servers.any(is_ip)
        },
        ".machine.network.nameservers is already set in v1alpha1 config",
    ),
    conflict(
        V12,
        "ResolverConfig",
        |_, old| old.flag(keys!("machine.network.disableSearchDomain")),
        ".machine.network.disableSearchDomain is already set in v1alpha1 config",
    ),
    conflict(
        V12,
        "TimeSyncConfig",
        |_, old| old.flag(keys!("machine.time.disabled")),
        "time sync cannot be disabled in both v1alpha1 and new-style configuration",
    ),
    conflict(
        V12,
        "TimeSyncConfig",
        |_, old| old.has(keys!("machine.time.servers")),
        "time servers cannot be specified in both v1alpha1 and new-style configuration",
    ),
    conflict(
        V12,
        "TimeSyncConfig",
        |_, old| old.has(keys!("machine.time.bootTimeout")),
        "boot timeout cannot be specified in both v1alpha1 and new-style configuration",
    ),
    conflict(
        V13,
        "KubeSpanConfig",
        |_, old| old.get(keys!("machine.network.kubespan")).is_set(),
        "kubespan is already configured in v1alpha1 machine.network.kubespan",
    ),
    conflict(
        V14,
        "ResolverConfig",
        |resolver, old| {
            resolver.get(keys!("hostDNS")).is_given() && old.get(keys!("machine.features.hostDNS")).is_set()
        },
        ".machine.features.hostDNS is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "CRIBaseRuntimeSpecConfig",
        |_, old| old.has(keys!("machine.baseRuntimeSpecOverrides")),
        "base runtime spec overrides are already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "DiscoveryIdentityConfig",
        |_, old| old.has(keys!("cluster.id")) || old.has(keys!("cluster.secret")),
        "cluster identity is already configured in .cluster.id/.cluster.secret of the v1alpha1 config",
    ),
    conflict(
        V14,
        "DiscoveryServiceConfig",
        |_, old| old.get(keys!("cluster.discovery")).is_set(),
        "discovery service is already configured in .cluster.discovery of the v1alpha1 config",
    ),
    conflict(
        V14,
        "ImageCacheConfig",
        |_, old| old.get(keys!("machine.features.imageCache")).is_set(),
        "image cache config is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "UnattendedInstallConfig",
        |_, old| old.get(keys!("machine.install")).is_set(),
        "UnattendedInstallConfig config is incompatible with v1alpha1 config (.machine.install)",
    ),
    conflict(
        V14,
        "KubeAdmissionControlConfig",
        |_, old| old.has(keys!("cluster.apiServer.admissionControl")),
        "admission control plugin config is already set in v1alpha1 config",
    ),
    // Upstream looks at admission control here too, not at the authorizers.
    conflict(
        V14,
        "KubeAuthorizerConfig",
        |_, old| old.has(keys!("cluster.apiServer.admissionControl")),
        "admission control plugin config is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "KubeAggregatorCAConfig",
        |_, old| old.get(keys!("cluster.aggregatorCA")).is_set(),
        "kube-apiserver aggregator CA is already set in v1alpha1 config (.cluster.aggregatorCA), please remove it and use the new KubeAggregatorCAConfig document instead",
    ),
    conflict(
        V14,
        "KubeAPIServerCAConfig",
        |_, old| old.get(keys!("cluster.ca")).is_set(),
        "kube-apiserver CA is already set in v1alpha1 config (.cluster.ca)",
    ),
    conflict(
        V14,
        "KubeAPIServerConfig",
        |_, old| old.get(keys!("cluster.apiServer")).is_set(),
        "kube-apiserver config is already set in v1alpha1 config (.cluster.apiServer)",
    ),
    conflict(
        V14,
        "KubeAPIServerConfig",
        |_, old| old.has(keys!("cluster.controlPlane.localAPIServerPort")),
        "kube-apiserver API port is already set in v1alpha1 config (.cluster.controlPlane.localAPIServerPort)",
    ),
    conflict(
        V14,
        "KubeAuditPolicyConfig",
        |_, old| old.has(keys!("cluster.apiServer.auditPolicy")),
        "audit policy config is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "KubeClusterConfig",
        |_, old| old.has(keys!("cluster.clusterName")),
        "cluster name is already set in the v1alpha1 config (.cluster.clusterName). Please remove it and use only the new KubeClusterConfig document to avoid conflicts",
    ),
    conflict(
        V14,
        "KubeClusterConfig",
        |_, old| old.get(keys!("cluster.controlPlane.endpoint")).is_set(),
        "cluster endpoint is already set in the v1alpha1 config (.cluster.controlPlane.endpoint). Please remove it and use only the new KubeClusterConfig document to avoid conflicts",
    ),
    conflict(
        V14,
        "KubeControllerManagerConfig",
        |_, old| old.get(keys!("cluster.controllerManager")).is_set(),
        "kube-controller-manager config is already set in v1alpha1 config (.cluster.controllerManager)",
    ),
    conflict(
        V14,
        "KubeControllerManagerConfig",
        |_, old| old.get(keys!("machine.controlPlane.controllerManager")).is_set(),
        "kube-controller-manager config is already set in v1alpha1 config (.machine.controlplane.controllerManager)",
    ),
    conflict(
        V14,
        "KubeCoreDNSConfig",
        |_, old| old.get(keys!("cluster.coreDNS")).is_set(),
        "CoreDNS config is already set in v1alpha1 config (.cluster.coreDNS)",
    ),
    conflict(
        V14,
        "KubeCredentialProviderConfig",
        |_, old| old.get(keys!("machine.kubelet")).is_set(),
        "cannot use KubeCredentialProviderConfig with legacy kubelet configuration (.machine.kubelet)",
    ),
    conflict(
        V14,
        "KubeEtcdEncryptionConfig",
        |_, old| {
            old.has(keys!("cluster.secretboxEncryptionSecret"))
                || old.has(keys!("cluster.aescbcEncryptionSecret"))
        },
        "etcd encryption config is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "KubeFlannelCNIConfig",
        |_, old| old.get(keys!("cluster.network")).is_set(),
        "cluster network config in v1alpha1 config (.machine.cluster.network) can't be used with KubeFlannelCNIConfig document, please remove it to avoid conflicts",
    ),
    conflict(
        V14,
        "KubeNetworkConfig",
        |_, old| old.get(keys!("cluster.network")).is_set(),
        "cluster network config is already set in the v1alpha1 config (.machine.cluster.network). Please remove it and use only the new KubeNetworkConfig document to avoid conflicts",
    ),
    conflict(
        V14,
        "KubeletConfig",
        |_, old| old.get(keys!("machine.kubelet")).is_set(),
        "kubelet config is already set in v1alpha1 config (.machine.kubelet)",
    ),
    conflict(
        V14,
        "KubePrismConfig",
        |_, old| old.get(keys!("machine.features.kubePrism")).is_set(),
        "KubePrism config in v1alpha1 config (.machine.features.kubePrism) can't be used with KubePrismConfig document, please remove it to avoid conflicts",
    ),
    conflict(
        V14,
        "KubeNodeConfig",
        |_, old| old.get(keys!("cluster.allowSchedulingOnControlPlanes")).is_set(),
        ".cluster.allowSchedulingOnControlPlanes is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "KubeNodeConfig",
        |_, old| old.get(keys!("cluster.allowSchedulingOnMasters")).is_set(),
        ".cluster.allowSchedulingOnMasters is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "KubeNodeConfig",
        |_, old| old.get(keys!("machine.kubelet.skipNodeRegistration")).is_set(),
        ".machine.kubelet.skipNodeRegistration is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "KubeNodeConfig",
        |_, old| old.get(keys!("machine.kubelet.registerWithFQDN")).is_set(),
        ".machine.kubelet.registerWithFQDN is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "KubeNodeConfig",
        |_, old| old.get(keys!("machine.kubelet.nodeIP")).is_set(),
        ".machine.kubelet.nodeIP is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "KubeNodeConfig",
        |_, old| old.get(keys!("machine.nodeLabels")).is_set(),
        ".machine.nodeLabels is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "KubeNodeConfig",
        |_, old| old.get(keys!("machine.nodeAnnotations")).is_set(),
        ".machine.nodeAnnotations is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "KubeNodeConfig",
        |_, old| old.get(keys!("machine.nodeTaints")).is_set(),
        ".machine.nodeTaints is already set in v1alpha1 config",
    ),
    conflict(
        V14,
        "KubeProxyConfig",
        |_, old| old.get(keys!("cluster.proxy")).is_set(),
        "cluster proxy config in v1alpha1 config (.machine.cluster.proxy) can't be used with KubeProxyConfig document, please remove it to avoid conflicts",
    ),
    conflict(
        V14,
        "KubeSchedulerConfig",
        |_, old| old.get(keys!("cluster.scheduler")).is_set(),
        "kube-scheduler config is already set in v1alpha1 config (.cluster.scheduler)",
    ),
    conflict(
        V14,
        "KubeSchedulerConfig",
        |_, old| old.get(keys!("machine.controlPlane.scheduler")).is_set(),
        "kube-scheduler config is already set in v1alpha1 config (.machine.controlplane.scheduler)",
    ),
    conflict(
        V14,
        "KubeServiceAccountConfig",
        |_, old| old.get(keys!("cluster.serviceAccount")).is_set(),
        "service account is already set in v1alpha1 config (.cluster.serviceAccount)",
    ),
    conflict(
        V14,
        "KubeTalosAPIAccessConfig",
        |_, old| old.get(keys!("machine.features.kubernetesTalosAPIAccess")).is_set(),
        ".machine.features.kubernetesTalosAPIAccess is already set in v1alpha1 config",
    ),
];

#[cfg(test)]
mod tests {
    use super::CONFLICTS;

    #[test]
    fn conflicts_stand_from_the_oldest_on() {
        assert!(CONFLICTS.is_sorted_by_key(|conflict| conflict.since));
    }
}
