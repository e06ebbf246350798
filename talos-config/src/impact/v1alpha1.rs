//! The document without a kind.

use super::{Effect, How, Impact, Row};
use crate::version::Minor;

/// `CanApplyImmediate`: what it names is taken over, everything else makes Talos reboot.
const RUNTIME: &str =
    "siderolabs/talos, internal/app/machined/pkg/runtime/v1alpha1/v1alpha1_runtime.go, CanApplyImmediate";
const SEQUENCER: &str =
    "siderolabs/talos, internal/app/machined/pkg/runtime/v1alpha1/v1alpha1_sequencer.go, Boot";
const SERVER: &str =
    "siderolabs/talos, internal/app/machined/internal/server/v1alpha1/v1alpha1_server.go, ApplyConfiguration";
const KUBELET: &str = "siderolabs/talos, internal/app/machined/pkg/controllers/k8s/kubelet_service.go";
const STATIC_PODS: &str =
    "siderolabs/talos, internal/app/machined/pkg/controllers/k8s/control_plane_static_pod.go";
const NODES: &str = "siderolabs/talos, internal/app/machined/pkg/controllers/k8s/node_apply.go";
const MANIFESTS: &str = "siderolabs/talos, internal/app/machined/pkg/controllers/k8s/manifest_apply.go";
const VOLUMES: &str = "siderolabs/talos, internal/app/machined/pkg/controllers/block/internal/volumes/encrypt.go and internal/pkg/encryption";

const OLD: (Minor, Minor) = (Minor::V1_9, Minor::V1_13);
const NEW: (Minor, Minor) = (Minor::V1_14, Minor::V1_14);
const ALL: (Minor, Minor) = (Minor::V1_9, Minor::V1_14);

const REBOOTS: &str = "Talos does not take this part over while it runs, so it reboots";
const WAITS: &str = "Talos reads it while it boots and leaves the reboot to you";
const LIVE: &str = "Talos takes it over while it runs";

const fn row(
    path: &'static str,
    minors: (Minor, Minor),
    effect: Effect,
    reason: &'static str,
    source: &'static str,
) -> Row {
    Row {
        kind: "v1alpha1",
        path,
        minors,
        how: None,
        impact: Impact { effect, service: None, reason, source },
    }
}

const fn reboots(path: &'static str) -> Row {
    row(path, OLD, Effect::Reboot, REBOOTS, RUNTIME)
}

const fn waits(path: &'static str) -> Row {
    row(path, NEW, Effect::NextReboot, WAITS, SEQUENCER)
}

const fn live(path: &'static str) -> Row {
    row(path, OLD, Effect::Live, LIVE, RUNTIME)
}

const fn restarts(
    path: &'static str,
    service: &'static str,
    reason: &'static str,
    source: &'static str,
) -> Row {
    let impact = Impact { effect: Effect::ServiceRestart, service: Some(service), reason, source };
    Row { kind: "v1alpha1", path, minors: ALL, how: None, impact }
}

const fn removed(path: &'static str, reason: &'static str, source: &'static str) -> Row {
    let impact = Impact { effect: Effect::Live, service: None, reason, source };
    Row { kind: "v1alpha1", path, minors: ALL, how: Some(How::Removed), impact }
}

const fn wipes(path: &'static str, how: How) -> Row {
    let impact = Impact { effect: Effect::DataLoss, service: None, reason: WIPE, source: VOLUMES };
    Row { kind: "v1alpha1", path, minors: ALL, how: Some(how), impact }
}

const STATIC_POD: &str = "Talos writes the static pod anew, and the kubelet restarts it";
const WIPE: &str = "Talos refuses a volume that is encrypted where none should be, and the other way round: it has to be wiped";
const LEFT: &str = "Talos installs it no more, but deletes nothing that it once installed";

/// By path.
pub(super) static ROWS: &[Row] = &[
    // Whatever no row below names.
    reboots(""),
    row("", NEW, Effect::Live, "Talos 1.14 applies every configuration without a reboot", SERVER),
    live("debug"),
    // The cluster section as a whole.
    live("cluster"),
    restarts("cluster.apiServer", "kube-apiserver", STATIC_POD, STATIC_PODS),
    restarts("cluster.controllerManager", "kube-controller-manager", STATIC_POD, STATIC_PODS),
    restarts("cluster.scheduler", "kube-scheduler", STATIC_POD, STATIC_PODS),
    removed("cluster.extraManifests", LEFT, MANIFESTS),
    removed("cluster.inlineManifests", LEFT, MANIFESTS),
    row("cluster.network.cni", ALL, Effect::Live, LEFT, MANIFESTS),
    row("cluster.proxy.disabled", ALL, Effect::Live, LEFT, MANIFESTS),
    row(
        "cluster.etcd",
        ALL,
        Effect::NextReboot,
        "the running etcd keeps its arguments; the new ones count when the service starts again",
        "siderolabs/talos, internal/app/machined/pkg/system/services/etcd.go",
    ),
    // What Talos takes over while it runs.
    live("machine.ca"),
    live("machine.acceptedCAs"),
    live("machine.time"),
    live("machine.certSANs"),
    live("machine.network"),
    live("machine.sysfs"),
    live("machine.sysctls"),
    live("machine.logging"),
    live("machine.controlPlane"),
    live("machine.kernel"),
    live("machine.registries"),
    row(
        "machine.registries.config",
        OLD,
        Effect::NextReboot,
        "containerd reads credentials of registries when it starts",
        RUNTIME,
    ),
    live("machine.pods"),
    live("machine.seccompProfiles"),
    restarts("machine.kubelet", "kubelet", "Talos restarts the kubelet with its new arguments", KUBELET),
    row("machine.nodeLabels", ALL, Effect::Live, "Talos writes them to the Kubernetes node", NODES),
    row("machine.nodeAnnotations", ALL, Effect::Live, "Talos writes them to the Kubernetes node", NODES),
    row("machine.nodeTaints", ALL, Effect::Live, "Talos writes them to the Kubernetes node", NODES),
    live("machine.features.kubernetesTalosAPIAccess"),
    live("machine.features.kubePrism"),
    live("machine.features.hostDNS"),
    live("machine.features.imageCache"),
    live("machine.features.nodeAddressSortAlgorithm"),
    row(
        "machine.install",
        ALL,
        Effect::NextInstall,
        "Talos reads it when it is installed or upgraded, not before",
        RUNTIME,
    ),
    // What it reads at boot.
    waits("machine.files"),
    waits("machine.env"),
    waits("machine.disks"),
    // What an existing volume cannot become.
    waits("machine.systemDiskEncryption"),
    wipes("machine.systemDiskEncryption.state.provider", How::Added),
    wipes("machine.systemDiskEncryption.state.provider", How::Removed),
    wipes("machine.systemDiskEncryption.ephemeral.provider", How::Added),
    wipes("machine.systemDiskEncryption.ephemeral.provider", How::Removed),
    row(
        "machine.type",
        ALL,
        Effect::DataLoss,
        "a machine keeps the role that it was installed with; another one needs a reset, which wipes it",
        "siderolabs/omni, internal/backend/runtime/omni/controllers/omni/internal/machineset; a machine that changes its machine set is reset",
    ),
];
