//! Types of fields, told apart as far as reading, merging or writing tells them apart.

use std::collections::BTreeMap;

/// The type of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A text: the source of any scalar.
    String,
    /// True or false.
    Bool,
    /// A whole number between two limits.
    Int { min: i64, max: u64 },
    /// A span of time.
    Duration,
    /// What may be absent.
    Pointer(Box<Shape>),
    /// A list; `keyed` by a field whose equal value makes two items one.
    List { item: Box<Shape>, keyed: Option<&'static str> },
    /// Texts with values.
    Map(Box<Shape>),
    /// A struct, by its place in the facts.
    Struct(usize),
    /// A mapping of anything (`meta.Unstructured`).
    Free,
    /// A text with rules of its own.
    Text(TextKind),
    /// One of a few words.
    Word(&'static Enumeration),
    /// A type that reads, merges or writes itself in its own way.
    Special(Special),
}

/// Texts with rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextKind {
    ByteSize,
    Expression,
    HardwareAddr,
    /// `netip.*`: cannot be merged.
    Addr,
    AddrPort,
    Prefix,
    /// `meta.*`: can be merged since 1.14.
    MetaAddr,
    MetaAddrPort,
    MetaPrefix,
    RoutingTable,
    Base64,
    DiskSizeMatcher,
}

/// Types with their own reading or writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Special {
    /// `block.Size`: a number of bytes or a share.
    Size,
    /// `v1alpha1.DiskSize`.
    DiskSize,
    /// Mode bits, written in octal.
    FileMode,
    /// `network.PortRange`.
    PortRange,
    /// `meta.URL`: an empty one is none.
    Url,
    /// `v1alpha1.Endpoint`: an empty one is an empty URL.
    Endpoint,
    /// `meta.Args`.
    Args,
    /// PEM in base64 with a certificate, a key or both.
    Pem { crt: bool, key: bool },
    /// `v1alpha1.ClusterInlineManifests`: a list of structs, blanks at the start of contents are cut.
    InlineManifests(usize),
}

/// The words of an enumeration, the first one with the number 0 unless `zero` says otherwise.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Enumeration {
    pub(crate) name: &'static str,
    pub(crate) words: &'static [&'static str],
    /// What the number 0 is printed as.
    pub(crate) zero: &'static str,
}

impl Shape {
    /// What it is when it is not absent.
    pub(crate) fn behind_pointers(&self) -> &Self {
        match self {
            Self::Pointer(inner) => inner.behind_pointers(),
            _ => self,
        }
    }

    /// Reads a type as Go writes it.
    pub(super) fn of(name: &str, places: &BTreeMap<&'static str, usize>) -> Self {
        if let Some(inner) = name.strip_prefix('*') {
            return Self::Pointer(Box::new(Self::of(inner, places)));
        }
        if let Some(item) = name.strip_prefix("[]") {
            return Self::list(item, None, places);
        }
        if name == "map[string]interface {}" {
            return Self::Free;
        }
        if let Some(value) = name.strip_prefix("map[string]") {
            return Self::Map(Box::new(Self::of(value, places)));
        }
        Self::plain(name)
            .or_else(|| Self::text(name))
            .or_else(|| Self::special(name, places))
            .or_else(|| ENUMERATIONS.iter().find(|words| words.name == name).map(Self::Word))
            .or_else(|| places.get(name).map(|place| Self::Struct(*place)))
            .unwrap_or(Self::Free)
    }

    fn list(item: &str, keyed: Option<&'static str>, places: &BTreeMap<&'static str, usize>) -> Self {
        Self::List { item: Box::new(Self::of(item, places)), keyed }
    }

    fn plain(name: &str) -> Option<Self> {
        let unsigned = |max: u64| Self::Int { min: 0, max };
        Some(match name {
            "string"
            | "config.ContainerSecurityProfile"
            | "config.ContainerNetworkMode"
            | "v1alpha1.InstallDiskType" => Self::String,
            "bool" => Self::Bool,
            "int" => Self::Int { min: i64::MIN, max: i64::MAX.unsigned_abs() },
            "int32" => Self::Int { min: i32::MIN.into(), max: i32::MAX.unsigned_abs().into() },
            "uint8" => unsigned(u8::MAX.into()),
            "uint16" => unsigned(u16::MAX.into()),
            "uint32" => unsigned(u32::MAX.into()),
            "uint" | "uint64" => unsigned(u64::MAX),
            "time.Duration" => Self::Duration,
            "meta.Unstructured" => Self::Free,
            _ => return None,
        })
    }

    fn text(name: &str) -> Option<Self> {
        Some(Self::Text(match name {
            "block.ByteSize" => TextKind::ByteSize,
            "cel.Expression" => TextKind::Expression,
            "nethelpers.HardwareAddr" => TextKind::HardwareAddr,
            "netip.Addr" => TextKind::Addr,
            "netip.AddrPort" => TextKind::AddrPort,
            "netip.Prefix" => TextKind::Prefix,
            "meta.Addr" => TextKind::MetaAddr,
            "meta.AddrPort" => TextKind::MetaAddrPort,
            "meta.Prefix" => TextKind::MetaPrefix,
            "nethelpers.RoutingTable" => TextKind::RoutingTable,
            "v1alpha1.Base64Bytes" => TextKind::Base64,
            "v1alpha1.InstallDiskSizeMatcher" => TextKind::DiskSizeMatcher,
            _ => return None,
        }))
    }

    fn special(name: &str, places: &BTreeMap<&'static str, usize>) -> Option<Self> {
        let place = |name: &str| places.get(name).copied().unwrap_or(usize::MAX);
        Some(match name {
            "v1alpha1.NetworkDeviceList" => Self::list("*v1alpha1.Device", Some("interface"), places),
            "v1alpha1.VlanList" => Self::list("*v1alpha1.Vlan", Some("vlanId"), places),
            "v1alpha1.AdmissionPluginConfigList" => {
                Self::list("*v1alpha1.AdmissionPluginConfig", Some("name"), places)
            }
            "v1alpha1.AuthorizationConfigAuthorizerConfigList" => {
                Self::list("*v1alpha1.AuthorizationConfigAuthorizerConfig", None, places)
            }
            "extensions.ConfigFileList" => Self::list("extensions.ConfigFile", Some("mountPath"), places),
            "security.ImageVerificationRules" => {
                Self::list("security.ImageVerificationRuleV1Alpha1", Some("image"), places)
            }
            "network.SearchDomainList" => Self::list("string", None, places),
            "network.IngressConfig" => Self::list("network.IngressRule", None, places),
            "network.PortRanges" => Self::list("network.PortRange", None, places),
            "network.PortRange" => Self::Special(Special::PortRange),
            "block.Size" => Self::Special(Special::Size),
            "v1alpha1.DiskSize" => Self::Special(Special::DiskSize),
            "v1alpha1.FileMode" | "runtime.EtcFileMode" => Self::Special(Special::FileMode),
            "meta.URL" => Self::Special(Special::Url),
            "v1alpha1.Endpoint" => Self::Special(Special::Endpoint),
            "meta.Args" => Self::Special(Special::Args),
            "x509.PEMEncodedCertificateAndKey" => Self::Special(Special::Pem { crt: true, key: true }),
            "x509.PEMEncodedCertificate" => Self::Special(Special::Pem { crt: true, key: false }),
            "x509.PEMEncodedKey" => Self::Special(Special::Pem { crt: false, key: true }),
            "v1alpha1.ClusterInlineManifests" => {
                Self::Special(Special::InlineManifests(place("v1alpha1.ClusterInlineManifest")))
            }
            _ => return None,
        })
    }
}

/// Enumerations with their words in the order of their numbers (`nethelpers`, `block`, `storage`).
static ENUMERATIONS: &[Enumeration] = &[
    words("nethelpers.DefaultAction", &["accept", "block"]),
    no_zero("nethelpers.Protocol", &["icmp", "tcp", "udp", "icmpv6"], "Protocol(0)"),
    words(
        "block.FilesystemType",
        &["none", "xfs", "vfat", "ext4", "iso9660", "swap", "swapi", "virtiofs", "btrfs"],
    ),
    words("block.EncryptionProviderType", &["none", "luks2"]),
    words("block.VolumeType", &["partition", "disk", "tmpfs", "directory", "symlink", "overlay", "external"]),
    words(
        "nethelpers.BondMode",
        &["balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb"],
    ),
    words("nethelpers.BondXmitHashPolicy", &["layer2", "layer3+4", "layer2+3", "encap2+3", "encap3+4"]),
    words(
        "nethelpers.ARPValidate",
        &["none", "active", "backup", "all", "filter", "filter-active", "filter-backup"],
    ),
    words("nethelpers.ARPAllTargets", &["any", "all"]),
    words("nethelpers.LACPRate", &["slow", "fast"]),
    words("nethelpers.FailOverMAC", &["none", "active", "follow"]),
    words("nethelpers.ADSelect", &["stable", "bandwidth", "count"]),
    words("nethelpers.ADLACPActive", &["off", "on"]),
    words("nethelpers.PrimaryReselect", &["always", "better", "failure"]),
    no_zero("nethelpers.VLANProtocol", &["802.1q", "802.1ad"], "VLANProtocol(0)"),
    words("nethelpers.ClientIdentifier", &["none", "mac", "duid"]),
    words("nethelpers.AutoHostnameKind", &["off", "talos-addr", "stable"]),
    words(
        "nethelpers.WOLMode",
        &["phy", "unicast", "multicast", "broadcast", "magic", "magicsecure", "filter"],
    ),
    words("nethelpers.RoutingRuleAction", &["unspec", "unicast", "blackhole", "unreachable", "prohibit"]),
    words("nethelpers.DNSProtocol", &["Do53", "DoT", "DoH"]),
    words("storage.LVMLogicalVolumeType", &["linear", "raid1", "raid0", "raid10"]),
    words("storage.MDLevel", &["raid1"]),
    words("storage.MDMetadata", &["1.0", "1.2"]),
];

const fn words(name: &'static str, words: &'static [&'static str]) -> Enumeration {
    let zero = match words {
        [first, ..] => first,
        [] => "",
    };
    Enumeration { name, words, zero }
}

const fn no_zero(name: &'static str, words: &'static [&'static str], zero: &'static str) -> Enumeration {
    Enumeration { name, words, zero }
}
