//! The list of kinds.
//!
//! A new kind is a file in the folder of its upstream package, a line here, its types in `facts/tests/documents.rs`,
//! and a folder in `tests/data`; the tests fail until all four are there.

use manifest::yaml::{self, Decoded, Reading};
use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};

use crate::facts::V1ALPHA1;
use crate::meta::DocumentKind;
use crate::version::Minor;
use crate::{
    block, cluster, container, cri, extensions, hardware, k8s, network, runtime, security, siderolink,
    storage, v1alpha1,
};

macro_rules! documents {
    ($($module:ident { $($name:ident,)+ })+) => {
        /// A document of any kind.
        ///
        /// ```
        /// use manifest::yaml::{self, Layout};
        /// use talos_config::Document;
        /// use talos_config::network::{DefaultAction, NetworkDefaultActionConfig};
        ///
        /// let block = NetworkDefaultActionConfig {
        ///     ingress: Some(DefaultAction::Block),
        ///     ..NetworkDefaultActionConfig::default()
        /// };
        /// let document = Document::from(block);
        /// assert_eq!(document.kind(), "NetworkDefaultActionConfig");
        /// assert_eq!(
        ///     yaml::to_string(&document, &Layout::default())?,
        ///     "apiVersion: v1alpha1\nkind: NetworkDefaultActionConfig\ningress: block\n"
        /// );
        /// # Ok::<(), yaml::WriteError>(())
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Document {
            /// The v1alpha1 document, which has no kind.
            Config(Box<v1alpha1::Config>),
            $($(
                #[doc = concat!("[`", stringify!($module), "::", stringify!($name), "`].")]
                $name(Box<$module::$name>),
            )+)+
        }

        impl Document {
            /// Every kind that stands behind a key `kind`.
            pub const KINDS: &[&str] = &[$($(<$module::$name as DocumentKind>::KIND,)+)+];

            /// The kind; `v1alpha1` for the document that has no such key.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    Self::Config(_) => V1ALPHA1,
                    $($(Self::$name(_) => <$module::$name as DocumentKind>::KIND,)+)+
                }
            }

            /// The name, where the kind has names.
            #[must_use]
            pub fn name(&self) -> Option<&str> {
                match self {
                    Self::Config(_) => None,
                    $($(Self::$name(document) => document.name(),)+)+
                }
            }

            /// Reads a document as the type of its kind, with everything that is wrong with it. A document without a
            /// kind is the v1alpha1 one. Nothing for a kind that is not known.
            ///
            /// Types hold what every minor knows. What one minor refuses, and what it merges, is the matter of a
            /// [`Configuration`](crate::Configuration).
            #[must_use]
            pub fn decode(document: &yaml::Document, minor: Minor) -> Option<Decoded<Self>> {
                let reading = Reading::Go(minor.yaml());
                let kind = document.root().get("kind").and_then(yaml::Node::as_text);
                let decoded = match kind.unwrap_or(V1ALPHA1) {
                    V1ALPHA1 => decode::<v1alpha1::Config>(document, reading),
                    $($(<$module::$name as DocumentKind>::KIND => decode::<$module::$name>(document, reading),)+)+
                    _ => return None,
                };
                Some(decoded)
            }
        }

        impl From<v1alpha1::Config> for Document {
            fn from(document: v1alpha1::Config) -> Self {
                Self::Config(Box::new(document))
            }
        }

        $($(
            impl From<$module::$name> for Document {
                fn from(document: $module::$name) -> Self {
                    Self::$name(Box::new(document))
                }
            }
        )+)+

        impl TryFrom<Document> for v1alpha1::Config {
            type Error = Document;

            fn try_from(document: Document) -> Result<Self, Document> {
                match document {
                    Document::Config(document) => Ok(*document),
                    other => Err(other),
                }
            }
        }

        $($(
            impl TryFrom<Document> for $module::$name {
                type Error = Document;

                fn try_from(document: Document) -> Result<Self, Document> {
                    match document {
                        Document::$name(document) => Ok(*document),
                        other => Err(other),
                    }
                }
            }
        )+)+

        impl Serialize for Document {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Config(document) => document.serialize(serializer),
                    $($(Self::$name(document) => document.serialize(serializer),)+)+
                }
            }
        }
    };
}

documents! {
    block {
        ExistingVolumeConfig,
        ExternalVolumeConfig,
        FilesystemScrubConfig,
        FilesystemTrimConfig,
        RawVolumeConfig,
        SwapVolumeConfig,
        UserVolumeConfig,
        VolumeConfig,
        ZswapConfig,
    }
    cluster {
        DiscoveryIdentityConfig,
        DiscoveryServiceConfig,
    }
    container {
        ContainerConfig,
    }
    cri {
        CriBaseRuntimeSpecConfig,
        CriCustomizationConfig,
        ImageCacheConfig,
        RegistryAuthConfig,
        RegistryMirrorConfig,
        RegistryTlsConfig,
    }
    extensions {
        ExtensionServiceConfig,
    }
    hardware {
        PciDriverRebindConfig,
    }
    k8s {
        KubeAdmissionControlConfig,
        KubeAggregatorCaConfig,
        KubeApiServerCaConfig,
        KubeApiServerConfig,
        KubeAuditPolicyConfig,
        KubeAuthenticationConfig,
        KubeAuthorizerConfig,
        KubeClusterConfig,
        KubeControllerManagerConfig,
        KubeCoreDnsConfig,
        KubeCredentialProviderConfig,
        KubeEtcdEncryptionConfig,
        KubeExternalManifestConfig,
        KubeFlannelCniConfig,
        KubeInlineManifestConfig,
        KubeNetworkConfig,
        KubeNodeConfig,
        KubePrismConfig,
        KubeProxyConfig,
        KubeSchedulerConfig,
        KubeServiceAccountConfig,
        KubeStaticPodConfig,
        KubeTalosApiAccessConfig,
        KubeletConfig,
    }
    network {
        BgpInstanceConfig,
        BlackholeRouteConfig,
        BondConfig,
        BridgeConfig,
        Dhcpv4Config,
        Dhcpv6Config,
        DummyLinkConfig,
        EthernetConfig,
        HcloudVipConfig,
        HostnameConfig,
        HttpProbeConfig,
        KubeSpanConfig,
        KubeSpanEndpointsConfig,
        Layer2VipConfig,
        LinkAliasConfig,
        LinkConfig,
        NetworkDefaultActionConfig,
        NetworkRuleConfig,
        ResolverConfig,
        RoutingRuleConfig,
        StaticHostConfig,
        TcpProbeConfig,
        TimeSyncConfig,
        VethConfig,
        VlanConfig,
        VrfConfig,
        WireguardConfig,
    }
    runtime {
        EnvironmentConfig,
        EtcFileConfig,
        EventSinkConfig,
        KernelModuleConfig,
        KmsgLogConfig,
        OomConfig,
        SecurityProfileConfig,
        SysctlConfig,
        SysfsConfig,
        UdevRulesConfig,
        UnattendedInstallConfig,
        WatchdogTimerConfig,
    }
    security {
        ImageVerificationConfig,
        TrustedRootsConfig,
    }
    siderolink {
        SideroLinkConfig,
    }
    storage {
        LvmLogicalVolumeConfig,
        LvmVolumeGroupConfig,
        RaidArrayConfig,
    }
}

fn decode<T>(document: &yaml::Document, reading: Reading) -> Decoded<Document>
where
    T: DeserializeOwned + Into<Document>,
{
    let Decoded { value, findings } = document.decode::<T>(reading);
    Decoded { value: value.map(Into::into), findings }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Document, V1ALPHA1};
    use crate::Kind;

    #[test]
    fn every_kind_that_upstream_registers_is_here_once() {
        let ours: BTreeSet<_> = Document::KINDS.iter().copied().chain([V1ALPHA1]).collect();
        assert_eq!(ours, Kind::all().map(Kind::name).collect::<BTreeSet<_>>());
        assert_eq!(Document::KINDS.len() + 1, ours.len());
    }
}
