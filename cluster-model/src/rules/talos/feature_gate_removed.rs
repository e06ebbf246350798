//! CLU0613 feature-gate-removed.

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0613",
    name: "feature-gate-removed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No component of Kubernetes is given a feature gate that its version no longer knows.",
    why: "A component that meets an unknown gate does not start: after the upgrade there is no API server, or no kubelet.",
    bad: concat!(
        cluster!("1.12.0", "1.34.0"),
        member!(control_plane),
        patch!(
            "    cluster:
      apiServer:
        extraArgs:
          feature-gates: MixedProtocolLBService=true
"
        )
    ),
    good: concat!(
        cluster!("1.12.0", "1.34.0"),
        member!(control_plane),
        patch!(
            "    cluster:
      apiServer:
        extraArgs:
          feature-gates: MutatingAdmissionPolicy=true
"
        )
    ),
    source: "Kubernetes documentation, Feature Gates (removed); siderolabs/talos issues 13480, 10930",
};

/// Gates with the last minor of Kubernetes 1 that knows them.
const LAST: [(&str, u64); 45] = [
    ("AppArmor", 32),
    ("CSIMigrationGCE", 27),
    ("CSIMigrationvSphere", 28),
    ("CSIStorageCapacity", 27),
    ("CloudDualStackNodeIPs", 31),
    ("ControllerManagerLeaderMigration", 26),
    ("CronJobTimeZone", 28),
    ("DaemonSetUpdateSurge", 28),
    ("DelegateFSGroupToCSIDriver", 27),
    ("DevicePluginCDIDevices", 33),
    ("DevicePlugins", 27),
    ("DisableAcceleratorUsageMetrics", 27),
    ("DownwardAPIHugePages", 28),
    ("DryRun", 27),
    ("EndpointSliceTerminatingCondition", 27),
    ("EphemeralContainers", 26),
    ("ExpandCSIVolumes", 26),
    ("ExpandInUsePersistentVolumes", 26),
    ("ExpandPersistentVolumes", 26),
    ("GRPCContainerProbe", 28),
    ("HPAContainerMetrics", 31),
    ("IdentifyPodOS", 26),
    ("JobMutableNodeSchedulingDirectives", 28),
    ("JobTrackingWithFinalizers", 28),
    ("KubeProxyDrainingTerminatingNodes", 32),
    ("KubeletCredentialProviders", 28),
    ("LegacyServiceAccountTokenCleanUp", 31),
    ("LegacyServiceAccountTokenNoAutoGeneration", 28),
    ("LocalStorageCapacityIsolation", 26),
    ("MinDomainsInPodTopologySpread", 31),
    ("MixedProtocolLBService", 27),
    ("MultiCIDRRangeAllocator", 28),
    ("NetworkPolicyEndPort", 26),
    ("NetworkPolicyStatus", 27),
    ("OpenAPIV3", 28),
    ("PodSecurity", 27),
    ("ProbeTerminationGracePeriod", 28),
    ("RetroactiveDefaultStorageClass", 28),
    ("SeccompDefault", 28),
    ("SecurityContextDeny", 29),
    ("ServiceIPStaticSubrange", 27),
    ("ServiceInternalTrafficPolicy", 27),
    ("TopologyManager", 28),
    ("UserNamespacesStatelessPodsSupport", 27),
    ("ValidatingAdmissionPolicy", 31),
];

/// Where arguments of components stand in the v1alpha1 document.
const ARGUMENTS: [&str; 5] = [
    "cluster.apiServer.extraArgs",
    "cluster.controllerManager.extraArgs",
    "cluster.scheduler.extraArgs",
    "cluster.proxy.extraArgs",
    "machine.kubelet.extraArgs",
];

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(kubernetes) = &estate.versions.kubernetes else { return };
    let mut look = |gate: &str, field: &Field<'_>| {
        let Some((_, last)) = LAST.iter().find(|(name, _)| *name == gate) else { return };
        if kubernetes.version().minor <= *last {
            return;
        }
        let message = format!("the feature gate `{gate}` is unknown since Kubernetes 1.{}", last + 1);
        findings.push(
            Finding::new(&RULE, field.place(), message)
                .related(kubernetes.place.clone(), "the version of Kubernetes")
                .help("remove the gate: its feature is always on now, or gone"),
        );
    };
    for (_, arguments) in ARGUMENTS.into_iter().flat_map(|keys| estate.each(keys)) {
        let gates = arguments.key("feature-gates");
        for gate in gates.text().unwrap_or_default().split(',') {
            look(gate.split('=').next().unwrap_or_default().trim(), &gates);
        }
    }
    for (_, gates) in estate.each("machine.kubelet.extraConfig.featureGates") {
        gates.entries().iter().for_each(|(gate, value)| look(gate, value));
    }
}
