//! `encryption`: encryption between nodes.

pub mod ztunnel;

use self::ztunnel::Ztunnel;
use crate::values::common::{Any, Toggle};
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// `encryption`: encryption between nodes.
    pub struct Encryption {
        /// Whether there is any.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Removed in 1.16: the chart refuses it. Now `encryption.ipsec.interface`.
        pub interface: Setting<Any>,
        /// IPsec.
        pub ipsec: Group<Ipsec>,
        /// Removed in 1.16: the chart refuses it. Now `encryption.ipsec.keyFile`.
        pub key_file: Setting<Any>,
        /// Removed in 1.16: the chart refuses it. Now `encryption.ipsec.mountPath`.
        pub mount_path: Setting<Any>,
        /// Whether packets of nodes themselves are encrypted too. Only with WireGuard.
        ///
        /// Chart default: `false`.
        pub node_encryption: Setting<bool>,
        /// Removed in 1.16: the chart refuses it. Now `encryption.ipsec.secretName`.
        pub secret_name: Setting<Any>,
        /// Dropping what is not encrypted.
        pub strict_mode: Group<StrictMode>,
        /// How. In the chart any other word is no encryption at all.
        ///
        /// Chart default: `ipsec`.
        pub type_: Setting<EncryptionType>,
        /// WireGuard.
        pub wireguard: Group<Wireguard>,
        /// Istio's node proxy. Beta.
        ///
        /// Since 1.19.
        pub ztunnel: Group<Ztunnel>,
    }

    /// `encryption.ipsec`: IPsec.
    pub struct Ipsec {
        /// Whether tunnels are encrypted instead of what is in them.
        ///
        /// Chart default: `false`. Until 1.19.
        pub encrypted_overlay: Setting<bool>,
        /// The device.
        ///
        /// Chart default: empty.
        pub interface: Setting<String>,
        /// The file in the Secret.
        ///
        /// Chart default: `keys`.
        pub key_file: Setting<String>,
        /// How long an old key still counts. A Go duration.
        ///
        /// Chart default: `5m`.
        pub key_rotation_duration: Setting<String>,
        /// Whether a changed key is noticed.
        ///
        /// Chart default: `true`.
        pub key_watcher: Setting<bool>,
        /// Where agents see the Secret.
        ///
        /// Chart default: `/etc/ipsec`.
        pub mount_path: Setting<String>,
        /// The Secret with the keys. Must be there before agents start.
        ///
        /// Chart default: `cilium-ipsec-keys`.
        pub secret_name: Setting<String>,
    }

    /// `encryption.strictMode`: dropping what is not encrypted.
    pub struct StrictMode {
        /// Whether nodes may be reached without. Renamed to `egress.allowRemoteNodeIdentities`.
        ///
        /// Chart default: `false`. Until 1.19.
        pub allow_remote_node_identities: Setting<bool>,
        /// The network of pods. Renamed to `egress.cidr`.
        ///
        /// Chart default: empty. Until 1.19.
        pub cidr: Setting<String>,
        /// For packets that leave.
        ///
        /// Since 1.19.
        pub egress: Group<StrictModeEgress>,
        /// Whether it is on. Renamed to `egress.enabled`, and without effect from 1.20 on.
        ///
        /// Chart default: `false`. Until 1.19.
        pub enabled: Setting<bool>,
        /// For packets that arrive. Needs tunnels.
        ///
        /// Since 1.19.
        pub ingress: Group<Toggle>,
    }

    /// `encryption.wireguard`: WireGuard.
    pub struct Wireguard {
        /// How often silent tunnels are kept open; 0s for never. A Go duration.
        ///
        /// Chart default: `0s`.
        pub persistent_keepalive: Setting<String>,
        /// Whether it runs without the kernel's part.
        ///
        /// Chart default: `false`. Until 1.16.
        pub userspace_fallback: Setting<bool>,
    }

    /// `encryption.strictMode.egress`: for packets that leave.
    pub struct StrictModeEgress {
        /// Whether nodes may be reached without.
        ///
        /// Chart default: `false`. Since 1.19.
        pub allow_remote_node_identities: Setting<bool>,
        /// The network of pods; IPv4.
        ///
        /// Chart default: empty. Since 1.19.
        pub cidr: Setting<String>,
        /// Whether it is on.
        ///
        /// Chart default: `false`. Since 1.19.
        pub enabled: Setting<bool>,
    }
}

words! {
    /// How packets between nodes are encrypted.
    pub enum EncryptionType {
        /// By IPsec, with keys that are shared by all.
        Ipsec = "ipsec",
        /// By WireGuard.
        WireGuard = "wireguard",
        /// By Istio's node proxy, for TCP. Since 1.19.
        Ztunnel = "ztunnel",
    }
}
