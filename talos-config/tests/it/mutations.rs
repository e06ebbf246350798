//! Each rule from texts in which nothing is wrong: one change breaks it, and no other.
//!
//! The examples of the manual show a rule by itself. Here it has to be heard among everything else that a machine is told.

use std::collections::BTreeSet;

use manifest::{Finding, Source};
use talos_config::rules::RULES;
use talos_config::validate::{Mode, validate};
use talos_config::{Configuration, Minor, Patch, migrate, patch};

/// A whole machine configuration, for Talos 1.13.
const WORKER: &str = "\
version: v1alpha1
persist: true
machine:
  type: worker
  ca: {crt: YQ==}
  install: {disk: /dev/disk/by-id/nvme-x}
  kubelet: {extraConfig: {serverTLSBootstrap: true}}
  logging: {destinations: [{endpoint: 'udp://10.5.0.9:514', format: json_lines}]}
  nodeLabels: {zone: a-b}
  sysctls: {vm.swappiness: '60'}
  disks: [{device: /dev/sdb, partitions: [{mountpoint: /var/mnt/a, size: 10GB}, {mountpoint: /var/mnt/b}]}]
  systemDiskEncryption: {state: {provider: luks2, keys: [{slot: 0, nodeID: {}}]}}
  network:
    kubespan: {enabled: true, mtu: 1400}
    interfaces: [{interface: eth0, addresses: [10.5.0.2/24]}]
  features:
    hostDNS: {enabled: true, forwardKubeDNSToHost: true}
    kubernetesTalosAPIAccess: {enabled: false}
    nodeAddressSortAlgorithm: v2
  registries: {mirrors: {docker.io: {endpoints: ['https://mirror.example.com']}}}
cluster:
  id: aWQ=
  secret: c2VjcmV0
  controlPlane: {endpoint: 'https://10.5.0.1:6443'}
  discovery: {enabled: true}
  inlineManifests: [{name: a, contents: a}]
  scheduler: {resources: {requests: {cpu: 100m}}}
---
apiVersion: v1alpha1
kind: HostnameConfig
hostname: b
---
apiVersion: v1alpha1
kind: VLANConfig
name: eth0.5
vlanID: 5
parent: eth0
---
apiVersion: v1alpha1
kind: DummyLinkConfig
name: dummy0
---
apiVersion: v1alpha1
kind: UserVolumeConfig
name: data
provisioning:
  diskSelector: {match: disk.size > 100u * GB}
  minSize: 10GB
---
apiVersion: v1alpha1
kind: ImageVerificationConfig
rules: [{image: docker.io/library/nginx, skip: true}]
---
apiVersion: v1alpha1
kind: NetworkDefaultActionConfig
ingress: block
---
apiVersion: v1alpha1
kind: VolumeConfig
name: EPHEMERAL
provisioning: {minSize: 10GiB}
";

/// The same of a control plane, in short.
const CONTROL_PLANE: &str = "\
version: v1alpha1
machine:
  type: controlplane
  ca: {crt: YQ==, key: YQ==}
  install: {disk: /dev/disk/by-id/nvme-x}
cluster:
  controlPlane: {endpoint: 'https://10.5.0.1:6443'}
  network: {cni: {name: none}}
";

/// A worker for Talos 1.14.
const NEWEST: &str = "\
machine:
  type: worker
  ca: {crt: YQ==}
cluster:
  controlPlane: {endpoint: 'https://10.5.0.1:6443'}
---
apiVersion: v1alpha1
kind: SysctlConfig
";

/// A patch of the worker.
const PATCH: &str = "\
machine:
  sysctls: {vm.swappiness: {$patch: delete}}
  network:
    interfaces: [{interface: eth0, $patch: delete}]
---
apiVersion: v1alpha1
kind: VolumeConfig
name: EPHEMERAL
provisioning: {minSize: 10GiB, grow: true}
";

/// A patch that is to become one of Talos 1.14.
const OLD: &str = "\
machine:
  sysctls: {vm.max_map_count: '262144'}
  kubelet: {extraArgs: {v: '2'}}
";

/// A document that is to be said for Talos 1.11.
const NEW: &str = "\
apiVersion: v1alpha1
kind: TimeSyncConfig
ntp:
  servers: [time.example.com]
";

/// What a text is, which decides what is asked about it.
#[derive(Clone, Copy, Debug)]
enum Text {
    Worker,
    ControlPlane,
    Newest,
    Patch,
    Old,
    New,
}

/// For each rule, by code: a text, what stands there once, and what stands there instead. Where nothing is said, what
/// stands behind it all.
const MUTATIONS: &[(&str, Text, &str, &str)] = &[
    ("TAL0101", Text::Worker, "", "---\n- machine\n"),
    ("TAL0102", Text::Worker, "apiVersion: v1alpha1\nkind: DummyLinkConfig", "apiVersion: v1"),
    ("TAL0103", Text::Worker, "apiVersion: v1alpha1\nkind: DummyLinkConfig", "kind: DummyLinkConfig"),
    ("TAL0104", Text::Worker, "kind: DummyLinkConfig", "kind: DummyLinkConfgi"),
    ("TAL0105", Text::Worker, "", "---\napiVersion: v1alpha1\nkind: DummyLinkConfig\nname: dummy0\n"),
    ("TAL0106", Text::Worker, "name: dummy0", "name: eth0.5"),
    ("TAL0107", Text::Newest, NEWEST, "# Nothing yet.\n"),
    ("TAL0108", Text::Patch, "{interface: eth0, $patch: delete}", "{$patch: delete}"),
    ("TAL0109", Text::Patch, "vm.swappiness", "vm.swap"),
    (
        "TAL0110",
        Text::Patch,
        "",
        "---\napiVersion: v1alpha1\nkind: NetworkDefaultActionConfig\ningress: accept\n",
    ),
    ("TAL0111", Text::Patch, "minSize: 10GiB, grow: true", "grow: true"),
    ("TAL0201", Text::Worker, "  controlPlane: {endpoint: 'https://10.5.0.1:6443'}\n", ""),
    ("TAL0202", Text::Worker, "type: worker", "type: controller"),
    ("TAL0203", Text::Worker, "  type: worker\n", ""),
    ("TAL0204", Text::Worker, "  ca: {crt: YQ==}\n", ""),
    ("TAL0205", Text::Worker, "ca: {crt: YQ==}", "ca: {crt: YQ==, key: YQ==}"),
    ("TAL0206", Text::Worker, "install: {disk: /dev/disk/by-id/nvme-x}", "install: {image: installer}"),
    ("TAL0207", Text::Worker, "hostDNS: {enabled: true, ", "hostDNS: {"),
    ("TAL0208", Text::Worker, "zone: a-b", "zone: a b"),
    ("TAL0209", Text::Worker, "persist: true", "persist: false"),
    ("TAL0210", Text::Worker, "keys: [{slot: 0, nodeID: {}}]", "keys: []"),
    ("TAL0211", Text::Worker, "mountpoint: /var/mnt/a, size: 10GB", "mountpoint: /var/mnt/a"),
    ("TAL0212", Text::Worker, "serverTLSBootstrap: true", "staticPodPath: /etc/pods"),
    ("TAL0213", Text::Worker, "format: json_lines", "format: text"),
    ("TAL0214", Text::Worker, "  inlineManifests", "  etcd: {image: etcd}\n  inlineManifests"),
    ("TAL0215", Text::Worker, "{name: a, contents: a}", "{contents: a}"),
    ("TAL0216", Text::ControlPlane, "name: none", "name: cilium"),
    ("TAL0217", Text::ControlPlane, "name: none", "name: custom"),
    ("TAL0218", Text::ControlPlane, "  network: {cni", "  discovery: {enabled: true}\n  network: {cni"),
    ("TAL0219", Text::Worker, "mtu: 1400", "mtu: 1200"),
    ("TAL0220", Text::Worker, "{interface: eth0, addresses", "{addresses"),
    (
        "TAL0221",
        Text::Worker,
        "kubernetesTalosAPIAccess: {enabled: false}",
        "kubernetesTalosAPIAccess: {enabled: true}",
    ),
    ("TAL0222", Text::Worker, "nodeAddressSortAlgorithm: v2", "nodeAddressSortAlgorithm: v3"),
    ("TAL0223", Text::Worker, "cpu: 100m", "gpu: 1"),
    ("TAL0224", Text::Worker, "https://10.5.0.1:6443", "https://:6443"),
    ("TAL0225", Text::Worker, "docker.io: {endpoints: ['https://mirror.example.com']}", "docker.io: null"),
    ("TAL0226", Text::Worker, "addresses: [10.5.0.2/24]", "cidr: 10.5.0.2/24"),
    ("TAL0227", Text::Worker, "    kubespan: {", "    hostname: a\n    kubespan: {"),
    ("TAL0228", Text::Worker, "parent: eth0\n", ""),
    ("TAL0229", Text::Newest, "kind: SysctlConfig", "kind: KubeAuditPolicyConfig"),
    ("TAL0230", Text::Worker, "image: docker.io/library/nginx", "image: nginx"),
    ("TAL0231", Text::Worker, "disk.size > 100u * GB", "disk.size > 100 * GB"),
    (
        "TAL0301",
        Text::Old,
        "  sysctls",
        "  disks: [{device: /dev/sdb, partitions: [{mountpoint: /var/mnt/data}]}]\n  sysctls",
    ),
    ("TAL0302", Text::New, "", "  useNTS: true\n"),
    ("TAL0303", Text::Old, "", "cluster: {proxy: {disabled: true}}\n"),
    ("TAL0304", Text::Old, "extraArgs: {v: '2'}", "extraArgs: {$patch: delete}"),
];

impl Text {
    const fn text(self) -> &'static str {
        match self {
            Self::Worker => WORKER,
            Self::ControlPlane => CONTROL_PLANE,
            Self::Newest => NEWEST,
            Self::Patch => PATCH,
            Self::Old => OLD,
            Self::New => NEW,
        }
    }

    /// What is wrong with a text in the place of this one.
    fn findings(self, text: &str) -> Vec<Finding> {
        let source = Source::new("text.yaml", text);
        match self {
            Self::Worker | Self::ControlPlane => whole(&source, Minor::V1_13),
            Self::Newest => whole(&source, Minor::V1_14),
            Self::Patch => {
                let loaded = Patch::load(&source, Minor::V1_13);
                let patches: Vec<Patch> = loaded.value.into_iter().collect();
                let config = Source::new("config.yaml", WORKER);
                [loaded.findings, patch::diagnose(&config, &patches, Minor::V1_13)].concat()
            }
            Self::Old => migrate::read(&source, Minor::V1_14, Minor::V1_14).findings,
            Self::New => migrate::read(&source, Minor::V1_14, Minor::V1_11).findings,
        }
    }
}

/// What is wrong with a whole configuration, when it is read and when it is validated.
fn whole(source: &Source, minor: Minor) -> Vec<Finding> {
    let loaded = Configuration::load(source, minor);
    match loaded.value {
        Some(configuration) if loaded.findings.is_empty() => validate(&configuration, Mode::Metal),
        _ => loaded.findings,
    }
}

#[test]
fn nothing_is_wrong_without_a_change() {
    for text in [Text::Worker, Text::ControlPlane, Text::Newest, Text::Patch, Text::Old, Text::New] {
        assert_eq!(text.findings(text.text()), [], "{text:?}");
    }
}

#[test]
fn one_change_breaks_one_rule() {
    let mut wrong = Vec::new();
    for (code, text, from, to) in MUTATIONS {
        let before = text.text();
        let after = if from.is_empty() {
            format!("{before}{to}")
        } else {
            assert_eq!(before.matches(from).count(), 1, "{code}: {from}");
            before.replace(from, to)
        };
        let findings = text.findings(&after);
        if findings.is_empty() || findings.iter().any(|finding| finding.rule.code != *code) {
            let told = findings.into_iter().map(|finding| (finding.rule.code, finding.message));
            wrong.push(format!("{code}: {:?}", told.collect::<Vec<_>>()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_one_mutation() {
    assert!(MUTATIONS.is_sorted_by(|(one, ..), (other, ..)| one < other));
    let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    let mutations: BTreeSet<&str> = MUTATIONS.iter().map(|(code, ..)| *code).collect();
    assert_eq!(rules, mutations);
}
