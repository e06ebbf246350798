//! The table against our types, in both directions.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::value::Error;
use serde::de::{Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use super::{Facts, parse};
use crate::v1alpha1;
use crate::version::Minor;

/// A deserializer that only tells which fields a struct asks for.
struct Probe<'f>(&'f mut Vec<&'static str>);

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("not a struct"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        self.0.extend_from_slice(fields);
        Err(Error::custom("seen"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

fn fields<'de, T: Deserialize<'de>>() -> Vec<&'static str> {
    let mut fields = Vec::new();
    let _ = T::deserialize(Probe(&mut fields));
    fields
}

macro_rules! types {
    ($(($type:ty, $upstream:literal),)*) => {
        /// Each of our types with the keys that it reads and the type upstream that it stands for.
        pub(super) fn types() -> Vec<(&'static str, Vec<&'static str>)> {
            vec![$(($upstream, fields::<$type>()),)*]
        }
    };
}

mod documents;

types![
    (v1alpha1::Config, "v1alpha1.Config"),
    (v1alpha1::MachineConfig, "v1alpha1.MachineConfig"),
    (v1alpha1::MachineControlPlaneConfig, "v1alpha1.MachineControlPlaneConfig"),
    (v1alpha1::MachineControllerManagerConfig, "v1alpha1.MachineControllerManagerConfig"),
    (v1alpha1::MachineSchedulerConfig, "v1alpha1.MachineSchedulerConfig"),
    (v1alpha1::MachineSeccompProfile, "v1alpha1.MachineSeccompProfile"),
    (v1alpha1::UdevConfig, "v1alpha1.UdevConfig"),
    (v1alpha1::KubeletConfig, "v1alpha1.KubeletConfig"),
    (v1alpha1::KubeletNodeIpConfig, "v1alpha1.KubeletNodeIPConfig"),
    (v1alpha1::ExtraMount, "v1alpha1.ExtraMount"),
    (v1alpha1::LinuxIdMapping, "v1alpha1.LinuxIDMapping"),
    (v1alpha1::NetworkConfig, "v1alpha1.NetworkConfig"),
    (v1alpha1::ExtraHost, "v1alpha1.ExtraHost"),
    (v1alpha1::NetworkKubeSpan, "v1alpha1.NetworkKubeSpan"),
    (v1alpha1::KubeSpanFilters, "v1alpha1.KubeSpanFilters"),
    (v1alpha1::Device, "v1alpha1.Device"),
    (v1alpha1::NetworkDeviceSelector, "v1alpha1.NetworkDeviceSelector"),
    (v1alpha1::Route, "v1alpha1.Route"),
    (v1alpha1::DhcpOptions, "v1alpha1.DHCPOptions"),
    (v1alpha1::Vlan, "v1alpha1.Vlan"),
    (v1alpha1::DeviceVipConfig, "v1alpha1.DeviceVIPConfig"),
    (v1alpha1::VipEquinixMetalConfig, "v1alpha1.VIPEquinixMetalConfig"),
    (v1alpha1::VipHcloudConfig, "v1alpha1.VIPHCloudConfig"),
    (v1alpha1::Bond, "v1alpha1.Bond"),
    (v1alpha1::Bridge, "v1alpha1.Bridge"),
    (v1alpha1::BridgePort, "v1alpha1.BridgePort"),
    (v1alpha1::Stp, "v1alpha1.STP"),
    (v1alpha1::BridgeVlan, "v1alpha1.BridgeVLAN"),
    (v1alpha1::DeviceWireguardConfig, "v1alpha1.DeviceWireguardConfig"),
    (v1alpha1::DeviceWireguardPeer, "v1alpha1.DeviceWireguardPeer"),
    (v1alpha1::MachineDisk, "v1alpha1.MachineDisk"),
    (v1alpha1::DiskPartition, "v1alpha1.DiskPartition"),
    (v1alpha1::InstallConfig, "v1alpha1.InstallConfig"),
    (v1alpha1::InstallDiskSelector, "v1alpha1.InstallDiskSelector"),
    (v1alpha1::InstallExtensionConfig, "v1alpha1.InstallExtensionConfig"),
    (v1alpha1::MachineFile, "v1alpha1.MachineFile"),
    (v1alpha1::TimeConfig, "v1alpha1.TimeConfig"),
    (v1alpha1::RegistriesConfig, "v1alpha1.RegistriesConfig"),
    (v1alpha1::RegistryMirrorConfig, "v1alpha1.RegistryMirrorConfig"),
    (v1alpha1::RegistryConfig, "v1alpha1.RegistryConfig"),
    (v1alpha1::RegistryTlsConfig, "v1alpha1.RegistryTLSConfig"),
    (v1alpha1::RegistryAuthConfig, "v1alpha1.RegistryAuthConfig"),
    (v1alpha1::SystemDiskEncryptionConfig, "v1alpha1.SystemDiskEncryptionConfig"),
    (v1alpha1::EncryptionConfig, "v1alpha1.EncryptionConfig"),
    (v1alpha1::EncryptionKey, "v1alpha1.EncryptionKey"),
    (v1alpha1::EncryptionKeyStatic, "v1alpha1.EncryptionKeyStatic"),
    (v1alpha1::EncryptionKeyNodeId, "v1alpha1.EncryptionKeyNodeID"),
    (v1alpha1::EncryptionKeyKms, "v1alpha1.EncryptionKeyKMS"),
    (v1alpha1::EncryptionKeyTpm, "v1alpha1.EncryptionKeyTPM"),
    (v1alpha1::FeaturesConfig, "v1alpha1.FeaturesConfig"),
    (v1alpha1::KubernetesTalosApiAccessConfig, "v1alpha1.KubernetesTalosAPIAccessConfig"),
    (v1alpha1::KubePrism, "v1alpha1.KubePrism"),
    (v1alpha1::HostDnsConfig, "v1alpha1.HostDNSConfig"),
    (v1alpha1::ImageCacheConfig, "v1alpha1.ImageCacheConfig"),
    (v1alpha1::LoggingConfig, "v1alpha1.LoggingConfig"),
    (v1alpha1::LoggingDestination, "v1alpha1.LoggingDestination"),
    (v1alpha1::KernelConfig, "v1alpha1.KernelConfig"),
    (v1alpha1::KernelModuleConfig, "v1alpha1.KernelModuleConfig"),
    (v1alpha1::ClusterConfig, "v1alpha1.ClusterConfig"),
    (v1alpha1::ControlPlaneConfig, "v1alpha1.ControlPlaneConfig"),
    (v1alpha1::ExternalCloudProviderConfig, "v1alpha1.ExternalCloudProviderConfig"),
    (v1alpha1::ClusterInlineManifest, "v1alpha1.ClusterInlineManifest"),
    (v1alpha1::AdminKubeconfigConfig, "v1alpha1.AdminKubeconfigConfig"),
    (v1alpha1::CoreDns, "v1alpha1.CoreDNS"),
    (v1alpha1::ClusterNetworkConfig, "v1alpha1.ClusterNetworkConfig"),
    (v1alpha1::CniConfig, "v1alpha1.CNIConfig"),
    (v1alpha1::FlannelCniConfig, "v1alpha1.FlannelCNIConfig"),
    (v1alpha1::ApiServerConfig, "v1alpha1.APIServerConfig"),
    (v1alpha1::AdmissionPluginConfig, "v1alpha1.AdmissionPluginConfig"),
    (v1alpha1::AuthorizerConfig, "v1alpha1.AuthorizationConfigAuthorizerConfig"),
    (v1alpha1::ControllerManagerConfig, "v1alpha1.ControllerManagerConfig"),
    (v1alpha1::SchedulerConfig, "v1alpha1.SchedulerConfig"),
    (v1alpha1::VolumeMountConfig, "v1alpha1.VolumeMountConfig"),
    (v1alpha1::ResourcesConfig, "v1alpha1.ResourcesConfig"),
    (v1alpha1::ProxyConfig, "v1alpha1.ProxyConfig"),
    (v1alpha1::ClusterDiscoveryConfig, "v1alpha1.ClusterDiscoveryConfig"),
    (v1alpha1::DiscoveryRegistriesConfig, "v1alpha1.DiscoveryRegistriesConfig"),
    (v1alpha1::RegistryKubernetesConfig, "v1alpha1.RegistryKubernetesConfig"),
    (v1alpha1::RegistryServiceConfig, "v1alpha1.RegistryServiceConfig"),
    (v1alpha1::EtcdConfig, "v1alpha1.EtcdConfig"),
];

/// All of our types.
fn all() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    types().into_iter().chain(documents::types())
}

#[test]
fn every_field_of_the_newest_minor_is_one_of_ours_in_the_same_order_and_the_reverse() {
    let facts = Facts::of(Minor::V1_14);
    for (upstream, ours) in all() {
        let theirs: Vec<_> = facts.at(facts.place(upstream)).fields.iter().map(|field| field.key).collect();
        assert_eq!(ours, theirs, "{upstream}");
    }
}

#[test]
fn every_type_is_one_of_ours() {
    // Embedded into others, or without keys of their own.
    let parts = ["meta.Meta", "meta.Unstructured", "network.CommonLinkConfig", "network.CommonProbeConfig"];
    let ours: BTreeSet<_> = all().map(|(upstream, _)| upstream).chain(parts).collect();
    let owners: BTreeSet<_> = parse::rows().map(|row| row.owner).collect();
    assert!(owners.is_subset(&ours), "{:?}", owners.difference(&ours).collect::<Vec<_>>());
}

#[test]
fn every_older_minor_knows_a_part_of_what_we_know() {
    // Before 1.13 `ExistingVolumeConfig` had this type, for which `ExistingMountSpec` stands.
    let moved = ("block.MountSpec", "readOnly");
    for minor in Minor::ALL {
        let facts = Facts::of(minor);
        for (upstream, ours) in all() {
            for field in &facts.at(facts.place(upstream)).fields {
                let known = ours.contains(&field.key) || (upstream, field.key) == moved;
                assert!(known, "{minor} {upstream} {}", field.key);
            }
        }
    }
}

#[test]
fn each_minor_registers_as_many_kinds_as_upstream() {
    let counts = Minor::ALL.map(|minor| Facts::of(minor).kinds().count());
    assert_eq!(counts, [11, 14, 18, 37, 45, 90]);
}

#[test]
fn every_type_that_a_field_names_is_known() {
    for minor in Minor::ALL {
        let facts = Facts::of(minor);
        for kind in facts.kinds() {
            assert!(!facts.at(facts.place(kind.type_name())).fields.is_empty(), "{minor} {}", kind.name());
        }
    }
}
