//! Values that are no structures, by their type and by the name of their field.

use crate::corpus::tree::Tree;
use crate::corpus::{network, scalar};
use crate::random::Random;

/// What the text of a field is likely to be, by its key. The first matching row counts.
const TEXTS: &[(&str, &[&str])] = &[
    ("name", &["eth0", "eth1", "bond0", "br0", "wg0", "data", "EPHEMERAL", "STATE", "nginx", "a-b", "x"]),
    ("interface", &["eth0", "eth1", "bond0", "enp1s0"]),
    ("hostname", &["host-1", "a.example.com", "UPPER", "-bad", "a..b", "\"\""]),
    (
        "image",
        &[
            "registry.k8s.io/kubelet:v1.35.3",
            "ghcr.io/siderolabs/kubelet:v1.30.0",
            "x",
            "a:b:c",
            "*",
            "ghcr.io/**",
        ],
    ),
    ("disk", &["/dev/sda", "/dev/nvme0n1", "sda"]),
    ("device", &["/dev/sdb", "/dev/sdc", "/dev/watchdog0"]),
    ("mountpoint", &["/var/mnt/data", "/var/lib/x", "/"]),
    ("mountPath", &["/etc/a.conf", "/etc/b.conf", "relative"]),
    ("path", &["/var/etc/a", "/etc/b", "/var/lib/kubelet", "a", "/system/x"]),
    ("op", &["create", "append", "overwrite", "delete"]),
    ("content", &["hello", "\"a: b\"", "|\n    line"]),
    ("type", &["controlplane", "worker", "Webhook", "Node", "RBAC", "bind", "join"]),
    ("dnsDomain", &["cluster.local", "example.com", "\"\""]),
    ("podSubnets", &["10.244.0.0/16", "fd00::/56", "10.244.0.0"]),
    ("serviceSubnets", &["10.96.0.0/12", "fd01::/112", "x"]),
    ("address", &["10.5.0.2", "192.168.1.5/24", "fe80::1", "x"]),
    ("addresses", &["10.5.0.2/24", "192.168.1.5", "fe80::1/64", "x"]),
    ("cidr", &["10.5.0.2/24", "10.5.0.2", "x"]),
    ("network", &["0.0.0.0/0", "10.0.0.0/8", "::/0", "10.0.0.1"]),
    ("gateway", &["10.5.0.1", "fe80::1", "x"]),
    ("source", &["10.5.0.2", "/var/lib/x", "x"]),
    ("nameservers", &["1.1.1.1", "8.8.8.8", "2001:4860:4860::8888", "dns"]),
    ("servers", &["time.cloudflare.com", "10.5.0.1", "/dev/ptp0", "a b"]),
    ("ip", &["10.5.0.10", "fd00::10", "x"]),
    ("aliases", &["a", "a.b", "A_b"]),
    ("certSANs", &["10.5.0.2", "example.com", "a", "\"*\""]),
    ("subnet", &["10.5.0.0/24", "0.0.0.0/0", "::/0", "10.5.0.1/24"]),
    ("advertisedSubnets", &["10.5.0.0/24", "!10.5.0.1/32", "x"]),
    ("listenSubnets", &["10.5.0.0/24", "x"]),
    ("validSubnets", &["10.5.0.0/24", "!10.5.0.1/32", "::/0", "x"]),
    ("mode", &["802.3ad", "active-backup", "disabled", "nftables", "nope"]),
    ("provider", &["luks2", "none", "nope"]),
    ("filesystem", &["ext4", "xfs"]),
    ("environment", &["A=b", "B", "=", "A=b=c"]),
    ("publicKey", &["2xRqDiuKNGBTMwUAfdJzGZOpBKtqjbqLFfU6OVYaQjM=", "x"]),
    ("privateKey", &["ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFA=", "x"]),
    ("endpoint", &["https://10.5.0.1:6443", "10.5.0.1:51820", "tcp://a", "x"]),
    ("url", &["https://example.com", "file:///a", "x"]),
    ("format", &["json_lines", "text"]),
    ("extraKernelArgs", &["console=ttyS0", "-quiet", "a"]),
    ("kubernetesVersion", &["v1.35.3", "1.30.0"]),
    ("size", &["10GiB", ">= 10GB", "x"]),
    ("version", &["v1alpha1", "v1alpha2"]),
    ("allowedRoles", &["os:admin", "os:reader", "nope"]),
    ("allowedKubernetesNamespaces", &["kube-system", "default"]),
    ("propagation", &["host-to-container", "rshared"]),
    ("options", &["rshared", "rw", "ro"]),
];

const WORDS: &[&str] =
    &["a", "b", "value", "\"5\"", "5", "true", "\"yes\"", "a b", "x/y", "1.10", "0x1", "\"\"", "é", "a:b"];

const ENUMS: &[(&str, &[&str])] = &[
    ("DefaultAction", &["accept", "block"]),
    ("Protocol", &["icmp", "tcp", "udp", "icmpv6", "TCP"]),
    ("FilesystemType", &["none", "xfs", "vfat", "ext4", "iso9660", "swap"]),
    ("EncryptionProviderType", &["none", "luks2"]),
    ("VolumeType", &["partition", "disk", "tmpfs", "directory", "symlink", "overlay"]),
    ("BondMode", &["balance-rr", "active-backup", "802.3ad", "balance-alb"]),
    ("BondXmitHashPolicy", &["layer2", "layer3+4", "layer2+3"]),
    ("ARPValidate", &["none", "active", "all", "filter-backup"]),
    ("ARPAllTargets", &["any", "all"]),
    ("LACPRate", &["slow", "fast", "FAST"]),
    ("FailOverMAC", &["none", "active", "follow", "1", "Active"]),
    ("ADSelect", &["stable", "bandwidth", "count"]),
    ("ADLACPActive", &["on", "off", "\"on\"", "yes"]),
    ("PrimaryReselect", &["always", "better", "failure"]),
    ("VLANProtocol", &["802.1q", "802.1ad"]),
    ("ClientIdentifier", &["none", "mac", "duid"]),
    ("AutoHostnameKind", &["off", "stable", "talos-addr"]),
    ("WOLMode", &["phy", "unicast", "magic", "filter"]),
    ("RoutingTable", &["main", "local", "default", "unspec", "1", "252", "253", "Main"]),
    ("RoutingRuleAction", &["unspec", "unicast", "blackhole", "prohibit"]),
];

const DURATIONS: &[&str] = &["5m", "1h30m", "10s", "1.5h", "0", "0s", "-5s", "1ms", "90s", "100us", "24h"];

const SIZES: &[&str] =
    &["10GiB", "10 GB", "100MB", "1024", "1.5 TB", "5%", "100%", "1Ti", "0", "500MiB", "50.5%", "-1GiB"];

const BASE64: &[&str] = &["aGVsbG8=", "LS0tLS1CRUdJTg==", "YQ==", "\"\""];

const EXPRESSIONS: &[&str] = &[
    "disk.size > 100u * GB",
    "!system_disk && disk.transport == \"nvme\"",
    "volume.name == 'x'",
    "true",
    "1",
    "disk.nope",
    "name == 'a' &&",
    "disk.size",
    "'eth' in link.name",
];

/// A value of a type, as it stands in YAML.
pub(crate) fn value(random: &mut Random, kind: &str, key: &str) -> String {
    let short = kind.rsplit('.').next().unwrap_or(kind);
    if let Some((_, words)) = ENUMS.iter().find(|(name, _)| *name == short) {
        return random.pick(words).to_owned();
    }
    match short {
        "bool" => random.pick(&["true", "false", "true", "false", "yes", "on"]).to_owned(),
        "int" | "int32" | "uint8" | "uint16" | "uint32" | "uint64" | "uint" => number(random, short),
        "Duration" => random.pick(DURATIONS).to_owned(),
        "FileMode" | "EtcFileMode" => random.pick(&["0o644", "0644", "420", "0600", "0o777"]).to_owned(),
        "DiskSize" | "ByteSize" if random.chance(90) => {
            random.pick(&["10GiB", "10 GB", "100MB", "1024", "1.5 TB", "1Ti", "0", "500MiB"]).to_owned()
        }
        "ByteSize" | "Size" | "DiskSize" | "PercentageSize" => random.pick(SIZES).to_owned(),
        "InstallDiskSizeMatcher" => {
            format!("\"{}{}\"", random.pick(&["", ">= ", "<", "== "]), random.pick(SIZES))
        }
        "InstallDiskType" => random.pick(&["ssd", "hdd", "nvme", "sd", "nope"]).to_owned(),
        "HardwareAddr" => random.pick(&["00:1a:2b:3c:4d:5e", "\"001A2B3C4D5E\"", "aa:bb", "\"\""]).to_owned(),
        "Prefix" if random.chance(80) => {
            random.pick(&["10.5.0.0/24", "10.5.0.7/24", "fd00::/64", "\"::/0\""]).to_owned()
        }
        "Prefix" => quoted(&network::prefix(random)),
        "Addr" if random.chance(80) => random.pick(&["10.5.0.1", "fd00::1", "10.5.0.2"]).to_owned(),
        "Addr" => quoted(&network::address(random)),
        "AddrPort" if random.chance(80) => random.pick(&["10.5.0.1:51820", "\"[fd00::1]:443\""]).to_owned(),
        "AddrPort" => quoted(&network::address_port(random)),
        "URL" | "Endpoint" if random.chance(80) => random
            .pick(&["https://10.5.0.1:6443", "https://example.com/a?b=c", "tcp://10.5.0.1:5000", "udp://a:1"])
            .to_owned(),
        "URL" | "Endpoint" => quoted(&network::url(random)),
        "PortRange" => random.pick(&["80", "80-90", "443", "\"80\"", "90-80", "65536"]).to_owned(),
        "Expression" => quoted(random.pick(EXPRESSIONS)),
        "Base64Bytes" | "PEMEncodedCertificate" => random.pick(BASE64).to_owned(),
        _ => text(random, key),
    }
}

/// A type that is written as a mapping of its own.
pub(crate) fn mapping(random: &mut Random, kind: &str) -> Option<Tree> {
    let keys: &[&str] = match kind.rsplit('.').next()? {
        "PEMEncodedCertificateAndKey" => &["crt", "key"],
        "PEMEncodedCertificate" => &["crt"],
        "PEMEncodedKey" => &["key"],
        "Args" => &["a", "feature-gates", "v"],
        "EncryptionKeyNodeID" => &[],
        _ => return None,
    };
    let pick = |random: &mut Random| match kind.ends_with("Args") {
        true if random.chance(25) => Tree::List(vec![Tree::scalar("x"), Tree::scalar("y")]),
        true => Tree::scalar(text(random, "value")),
        false => Tree::scalar(random.pick(BASE64)),
    };
    let mut entries = Vec::new();
    for key in keys {
        if random.chance(85) {
            entries.push(((*key).to_owned(), pick(random)));
        }
    }
    Some(Tree::Map(entries))
}

/// A text for a field of this name.
pub(crate) fn text(random: &mut Random, key: &str) -> String {
    match TEXTS.iter().find(|(name, _)| *name == key) {
        Some((_, words)) if random.chance(85) => random.pick(words).to_owned(),
        _ => random.pick(WORDS).to_owned(),
    }
}

/// A key of a mapping whose keys are up to the user.
pub(crate) fn map_key(random: &mut Random, field: &str) -> String {
    let keys: &[&str] = match field {
        "sysctls" => &["net.core.somaxconn", "net.ipv4.ip_forward", "vm.nr_hugepages"],
        "nodeLabels" | "nodeAnnotations" | "nodeTaints" => {
            &["zone", "example.com/a", "a b", "node-role.kubernetes.io/x"]
        }
        "mirrors" | "config" => &["docker.io", "ghcr.io", "\"*\"", "registry.local:5000"],
        "features" => &["tx-checksum-ipv4", "rx-gro"],
        "extraArgs" => &["v", "feature-gates", "a"],
        _ => &["a", "b", "a10", "a2", "key"],
    };
    random.pick(keys).to_owned()
}

/// A scalar of no particular type that upstream can copy.
pub(crate) fn free(random: &mut Random) -> String {
    let text = scalar::bare(random);
    let is_safe = text.chars().all(|c| c.is_ascii_alphanumeric() || "._".contains(c)) && !text.is_empty();
    if is_safe { text } else { random.pick(WORDS).to_owned() }
}

/// A number that fits the type, nearly always.
fn number(random: &mut Random, kind: &str) -> String {
    let most = if kind == "uint8" { 256 } else { 5_000 };
    match random.below(20) {
        0 => random.pick(&["0", "1", "0x10", "1_000", "0o17", "1e3", "1.0"]).to_owned(),
        1 => random.pick(&["65535", "65536", "4095", "4096", "256", "-1", "4294967296"]).to_owned(),
        2..=9 => random.below(200).to_string(),
        _ => random.below(most).to_string(),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
