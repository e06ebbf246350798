//! Documents with a kind.

use super::{Effect, How, Impact, Row};
use crate::version::Minor;

const SERVER: &str =
    "siderolabs/talos, internal/app/machined/internal/server/v1alpha1/v1alpha1_server.go, ApplyConfiguration";
const EXTENSIONS: &str =
    "siderolabs/talos, internal/app/machined/pkg/controllers/runtime/extension_service.go";
const VOLUMES: &str = "siderolabs/talos, internal/app/machined/pkg/controllers/block/volume_config.go";
const STATIC_PODS: &str =
    "siderolabs/talos, internal/app/machined/pkg/controllers/k8s/control_plane_static_pod.go";

/// What holds for every kind without a row.
pub(super) const LIVE: Impact = Impact {
    effect: Effect::Live,
    service: None,
    reason: "Talos takes documents over while it runs",
    source: SERVER,
};

const fn restarts(
    kind: &'static str,
    service: &'static str,
    reason: &'static str,
    source: &'static str,
) -> Row {
    let impact = Impact { effect: Effect::ServiceRestart, service: Some(service), reason, source };
    Row { kind, path: "", minors: (Minor::V1_9, Minor::V1_14), how: None, impact }
}

const fn of_volume(
    kind: &'static str,
    path: &'static str,
    how: Option<How>,
    effect: Effect,
    reason: &'static str,
) -> Row {
    let impact = Impact { effect, service: None, reason, source: VOLUMES };
    Row { kind, path, minors: (Minor::V1_9, Minor::V1_14), how, impact }
}

const STATIC_POD: &str = "Talos writes the static pod anew, and the kubelet restarts it";
const WIPE: &str = "Talos refuses a volume that is encrypted where none should be, and the other way round: it has to be wiped";
const KEYS: &str = "Talos brings the keys of a volume up to date when it opens it";
const PROVISIONED: &str = "a volume that exists is not provisioned again";
const KEPT: &str = "Talos unmounts the volume and leaves its partition as it is";

/// By kind and path.
pub(super) static ROWS: &[Row] = &[
    restarts("ExtensionServiceConfig", "ext-*", "Talos restarts the service of the extension", EXTENSIONS),
    restarts("KubeAPIServerConfig", "kube-apiserver", STATIC_POD, STATIC_PODS),
    restarts("KubeControllerManagerConfig", "kube-controller-manager", STATIC_POD, STATIC_PODS),
    restarts("KubeSchedulerConfig", "kube-scheduler", STATIC_POD, STATIC_PODS),
    restarts(
        "KubeletConfig",
        "kubelet",
        "Talos restarts the kubelet with its new arguments",
        "siderolabs/talos, internal/app/machined/pkg/controllers/k8s/kubelet_service.go",
    ),
    of_volume("VolumeConfig", "encryption", None, Effect::NextReboot, KEYS),
    of_volume("VolumeConfig", "encryption.provider", Some(How::Added), Effect::DataLoss, WIPE),
    of_volume("VolumeConfig", "encryption.provider", Some(How::Removed), Effect::DataLoss, WIPE),
    of_volume("VolumeConfig", "provisioning", None, Effect::Nothing, PROVISIONED),
    of_volume("UserVolumeConfig", "encryption", None, Effect::NextReboot, KEYS),
    of_volume("UserVolumeConfig", "encryption.provider", Some(How::Added), Effect::DataLoss, WIPE),
    of_volume("UserVolumeConfig", "encryption.provider", Some(How::Removed), Effect::DataLoss, WIPE),
    of_volume("UserVolumeConfig", "provisioning", None, Effect::Nothing, PROVISIONED),
    of_volume("UserVolumeConfig", "", Some(How::Removed), Effect::Live, KEPT),
    of_volume("RawVolumeConfig", "encryption", None, Effect::NextReboot, KEYS),
    of_volume("RawVolumeConfig", "encryption.provider", Some(How::Added), Effect::DataLoss, WIPE),
    of_volume("RawVolumeConfig", "encryption.provider", Some(How::Removed), Effect::DataLoss, WIPE),
    of_volume("SwapVolumeConfig", "encryption", None, Effect::NextReboot, KEYS),
    of_volume("SwapVolumeConfig", "encryption.provider", Some(How::Added), Effect::DataLoss, WIPE),
    of_volume("SwapVolumeConfig", "encryption.provider", Some(How::Removed), Effect::DataLoss, WIPE),
];
