//! The system extensions that there are: facts of siderolabs/extensions, its release branches, and what Omni maps.

use talos_config::Minor;

/// Extensions with the first minor of Talos that has them, of those that are known here. All are `siderolabs/...`.
const CATALOGUE: [(&str, Minor); 89] = [
    ("amazon-ena", Minor::V1_10),
    ("amd-ucode", Minor::V1_9),
    ("amdgpu", Minor::V1_9),
    ("binfmt-misc", Minor::V1_9),
    ("bird2", Minor::V1_12),
    ("bnx2-bnx2x", Minor::V1_9),
    ("btrfs", Minor::V1_9),
    ("chelsio-drivers", Minor::V1_9),
    ("chelsio-firmware", Minor::V1_9),
    ("cloudflared", Minor::V1_9),
    ("crun", Minor::V1_9),
    ("ctr", Minor::V1_10),
    ("drbd", Minor::V1_9),
    ("dvb-cx23885", Minor::V1_9),
    ("dvb-m88ds3103", Minor::V1_11),
    ("ecr-credential-provider", Minor::V1_9),
    ("fuse3", Minor::V1_9),
    ("gasket-driver", Minor::V1_9),
    ("glibc", Minor::V1_9),
    ("gpio-pinctrl", Minor::V1_12),
    ("gvisor", Minor::V1_9),
    ("gvisor-debug", Minor::V1_9),
    ("hailort", Minor::V1_11),
    ("harbor-credential-provider", Minor::V1_14),
    ("hello-world-service", Minor::V1_9),
    ("hyperv-guest-agent", Minor::V1_14),
    ("i915", Minor::V1_9),
    ("intel-ice-firmware", Minor::V1_9),
    ("intel-npu", Minor::V1_13),
    ("intel-ucode", Minor::V1_9),
    ("iscsi-tools", Minor::V1_9),
    ("joydev", Minor::V1_13),
    ("kata-containers", Minor::V1_9),
    ("kata-containers-snp", Minor::V1_14),
    ("lldpd", Minor::V1_9),
    ("mdadm", Minor::V1_9),
    ("mei", Minor::V1_9),
    ("mellanox-mstflint", Minor::V1_12),
    ("metal-agent", Minor::V1_9),
    ("multipath-tools", Minor::V1_12),
    ("nebula", Minor::V1_10),
    ("netbird", Minor::V1_12),
    ("newt", Minor::V1_11),
    ("nfs-utils", Minor::V1_12),
    ("nfsd", Minor::V1_10),
    ("nfsrahead", Minor::V1_11),
    ("nonfree-kmod-nvidia-lts", Minor::V1_9),
    ("nonfree-kmod-nvidia-production", Minor::V1_9),
    ("nut-client", Minor::V1_9),
    ("nvidia-container-toolkit-lts", Minor::V1_9),
    ("nvidia-container-toolkit-production", Minor::V1_9),
    ("nvidia-fabric-manager-lts", Minor::V1_9),
    ("nvidia-fabricmanager-lts", Minor::V1_9),
    ("nvidia-fabricmanager-production", Minor::V1_9),
    ("nvidia-gdrdrv-device", Minor::V1_12),
    ("nvidia-open-gpu-kernel-modules-lts", Minor::V1_9),
    ("nvidia-open-gpu-kernel-modules-production", Minor::V1_9),
    ("nvme-cli", Minor::V1_10),
    ("panfrost", Minor::V1_10),
    ("px-fuse", Minor::V1_13),
    ("qemu", Minor::V1_14),
    ("qemu-guest-agent", Minor::V1_9),
    ("qlogic-firmware", Minor::V1_9),
    ("realtek-firmware", Minor::V1_9),
    ("revpi-firmware", Minor::V1_10),
    ("rockchip-rknn", Minor::V1_13),
    ("soci-snapshotter", Minor::V1_12),
    ("spin", Minor::V1_9),
    ("stargz-snapshotter", Minor::V1_9),
    ("tailscale", Minor::V1_9),
    ("tenstorrent", Minor::V1_11),
    ("thunderbolt", Minor::V1_9),
    ("trident-iscsi-tools", Minor::V1_12),
    ("uhid", Minor::V1_13),
    ("uinput", Minor::V1_9),
    ("usb-audio-drivers", Minor::V1_12),
    ("usb-modem-drivers", Minor::V1_9),
    ("util-linux-tools", Minor::V1_9),
    ("v4l-uvc-drivers", Minor::V1_9),
    ("vc4", Minor::V1_10),
    ("vmtoolsd-guest-agent", Minor::V1_9),
    ("wasmedge", Minor::V1_9),
    ("xdma-driver", Minor::V1_10),
    ("xe", Minor::V1_12),
    ("xen-guest-agent", Minor::V1_9),
    ("youki", Minor::V1_10),
    ("zerotier", Minor::V1_10),
    ("zfs", Minor::V1_9),
    ("mellanox-ofed", Minor::V1_9),
];

/// The first minor that has an extension no more.
const GONE: [(&str, Minor); 1] = [("mellanox-ofed", Minor::V1_11)];

/// Former names, which Omni replaces by those of today.
const RENAMED: [&str; 11] = [
    "amdgpu-firmware",
    "gasket",
    "i915-ucode",
    "nonfree-kmod-nvidia",
    "nvidia-container-toolkit",
    "nvidia-fabricmanager",
    "nvidia-open-gpu-kernel-modules",
    "talos-vmtoolsd",
    "usb-modem",
    "v4l-uvc",
    "xe-guest-utilities",
];

/// Extensions that hold nothing, or cannot be built, for any architecture but the PC's.
const PC_ONLY: [&str; 10] = [
    "amd-ucode",
    "amdgpu",
    "dvb-cx23885",
    "dvb-m88ds3103",
    "i915",
    "intel-npu",
    "intel-ucode",
    "kata-containers-snp",
    "mei",
    "xe",
];

/// Extensions that hold nothing for the architecture of a PC.
const ARM_ONLY: [&str; 4] = ["panfrost", "revpi-firmware", "rockchip-rknn", "vc4"];

/// Kernel modules that extensions bring, with those that do.
const MODULES: [(&str, &[&str]); 21] = [
    ("amdgpu", &["amdgpu"]),
    ("apex", &["gasket-driver"]),
    ("binfmt_misc", &["binfmt-misc"]),
    ("btrfs", &["btrfs"]),
    ("drbd", &["drbd"]),
    ("drbd_transport_tcp", &["drbd"]),
    ("gasket", &["gasket-driver"]),
    ("hailo_pci", &["hailort"]),
    ("i915", &["i915"]),
    ("joydev", &["joydev"]),
    ("mei_me", &["mei"]),
    ("nfsd", &["nfsd"]),
    ("nvidia", NVIDIA_MODULES),
    ("nvidia_drm", NVIDIA_MODULES),
    ("nvidia_modeset", NVIDIA_MODULES),
    ("nvidia_uvm", NVIDIA_MODULES),
    ("thunderbolt", &["thunderbolt"]),
    ("uinput", &["uinput"]),
    ("uvcvideo", &["v4l-uvc-drivers"]),
    ("xe", &["xe"]),
    ("zfs", &["zfs"]),
];

/// The extensions with NVIDIA's kernel modules.
pub(super) const NVIDIA_MODULES: &[&str] = &[
    "nonfree-kmod-nvidia-lts",
    "nonfree-kmod-nvidia-production",
    "nvidia-open-gpu-kernel-modules-lts",
    "nvidia-open-gpu-kernel-modules-production",
    "nonfree-kmod-nvidia",
    "nvidia-open-gpu-kernel-modules",
];

/// An architecture of machines, in the spelling of Kubernetes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Architecture {
    Amd64,
    Arm64,
}

impl Architecture {
    /// The architecture that a word of Kubernetes means, if extensions are built for it.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        match word {
            "amd64" => Some(Self::Amd64),
            "arm64" => Some(Self::Arm64),
            _ => None,
        }
    }

    /// The only architecture that an extension is of use on, if it is one.
    pub(super) fn required_by(extension: &str) -> Option<Self> {
        let extension = short(extension);
        if PC_ONLY.contains(&extension) {
            return Some(Self::Amd64);
        }
        ARM_ONLY.contains(&extension).then_some(Self::Arm64)
    }
}

impl std::fmt::Display for Architecture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Amd64 => "amd64",
            Self::Arm64 => "arm64",
        })
    }
}

/// The name of an extension without `siderolabs/`.
pub(super) fn short(name: &str) -> &str {
    name.strip_prefix("siderolabs/").unwrap_or(name)
}

/// The names of the extensions that a minor has.
pub(super) fn of_minor(minor: Minor) -> impl Iterator<Item = &'static str> {
    let gone = move |name: &str| GONE.iter().any(|(gone, since)| *gone == name && minor >= *since);
    CATALOGUE.iter().filter(move |(name, since)| minor >= *since && !gone(name)).map(|(name, _)| *name)
}

/// The first minor that has an extension, of those that are known here.
pub(super) fn since(name: &str) -> Option<Minor> {
    CATALOGUE.iter().find(|(known, _)| *known == name).map(|(_, since)| *since)
}

/// Whether Omni knows the name as one from earlier.
pub(super) fn is_former(name: &str) -> bool {
    RENAMED.contains(&name)
}

/// The extensions of which each brings a kernel module. None for modules of the kernel itself, and for those that are
/// not known here.
pub(super) fn bringing(module: &str) -> Option<&'static [&'static str]> {
    // The kernel takes `-` for `_` in the names of modules.
    let module = module.replace('-', "_");
    MODULES.iter().find(|(name, _)| *name == module).map(|(_, extensions)| *extensions)
}
