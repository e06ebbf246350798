//! Each limit of each setting, met.

use std::collections::BTreeSet;

use manifest::Source;
use talos_config::Minor;
use talos_config::migrate::{self, SETTINGS};

/// A text, the minor that it is read as and the one that it is migrated to.
const CASES: &[(&str, Minor, Minor)] = &[
    ("cluster: {serviceAccount: {}}", Minor::V1_14, Minor::V1_14),
    (
        "cluster: {id: a, secret: b}\n---\napiVersion: v1alpha1\nkind: DiscoveryIdentityConfig\nclusterID: b\n",
        Minor::V1_14,
        Minor::V1_14,
    ),
    (
        "{machine: {type: worker}, cluster: {clusterName: a, controlPlane: {endpoint: 'https://a', localAPIServerPort: 1}}}",
        Minor::V1_14,
        Minor::V1_14,
    ),
    (
        "{machine: {type: controlplane}, cluster: {id: a, secret: b, ca: {key: YQ==}, aggregatorCA: {crt: YQ==}, discovery: {enabled: true}}}",
        Minor::V1_14,
        Minor::V1_14,
    ),
    ("cluster: {apiServer: {image: a}, proxy: {disabled: true}}", Minor::V1_14, Minor::V1_14),
    (
        "{machine: {type: controlplane}, cluster: {clusterName: a, controlPlane: {endpoint: 'https://a'}, serviceAccount: {key: gA==}}}",
        Minor::V1_14,
        Minor::V1_14,
    ),
    (
        r#"machine:
  install: {disk: /dev/sda}
  systemDiskEncryption: {state: {provider: luks2, keys: [{slot: 0, nodeID: {}}]}}
  network:
    hostname: a
    nameservers: [10.5.0.1]
    extraHostEntries: [{ip: 10.5.0.9, aliases: [a]}]
    kubespan: {enabled: true}
  time: {servers: [a]}
  udev: {rules: [a]}
  kernel: {modules: [{name: a}]}
  registries:
    mirrors: {a: {endpoints: ["https://a"]}}
    config: {a: {auth: {username: a}, tls: {insecureSkipVerify: true}}}
  files: [{path: /etc/cri/conf.d/20-customization.part, op: create, content: a}]
  baseRuntimeSpecOverrides: {a: 1}
  features:
    hostDNS: {enabled: true}
    imageCache: {localEnabled: true}
    kubePrism: {enabled: true, port: 7445}
    kubernetesTalosAPIAccess: {enabled: true}
  kubelet: {image: a}
  pods: [{metadata: {name: a, namespace: b}}]
  nodeLabels: {a: b}
cluster:
  id: a
  clusterName: a
  ca: {crt: YQ==, key: YQ==}
  aggregatorCA: {crt: YQ==, key: YQ==}
  serviceAccount: {key: YQ==}
  apiServer: {image: a}
  controllerManager: {image: a}
  scheduler: {image: a}
  proxy: {image: a}
  coreDNS: {image: a}
  discovery: {enabled: true}
  network: {podSubnets: [10.244.0.0/16]}
  extraManifests: ["https://a/b"]
  inlineManifests: [{name: a, contents: a}]
---
apiVersion: v1alpha1
kind: UnattendedInstallConfig
reboot: true
---
apiVersion: v1alpha1
kind: VolumeConfig
name: STATE
encryption: {provider: luks2, keys: [{slot: 0, nodeID: {}}]}
---
apiVersion: v1alpha1
kind: HostnameConfig
hostname: b
---
apiVersion: v1alpha1
kind: ResolverConfig
nameservers: [{address: 10.5.0.2}]
hostDNS: {enabled: true}
---
apiVersion: v1alpha1
kind: StaticHostConfig
name: 10.5.0.9
hostnames: [b]
---
apiVersion: v1alpha1
kind: KubeSpanConfig
enabled: true
---
apiVersion: v1alpha1
kind: TimeSyncConfig
enabled: true
---
apiVersion: v1alpha1
kind: UdevRulesConfig
rules: [b]
---
apiVersion: v1alpha1
kind: KernelModuleConfig
name: a
---
apiVersion: v1alpha1
kind: RegistryMirrorConfig
name: a
---
apiVersion: v1alpha1
kind: RegistryAuthConfig
name: a
---
apiVersion: v1alpha1
kind: RegistryTLSConfig
name: a
---
apiVersion: v1alpha1
kind: CRICustomizationConfig
name: machine-files
content: a
---
apiVersion: v1alpha1
kind: CRIBaseRuntimeSpecConfig
overrides: {b: 1}
---
apiVersion: v1alpha1
kind: ImageCacheConfig
local: {enabled: true}
---
apiVersion: v1alpha1
kind: KubePrismConfig
port: 1
---
apiVersion: v1alpha1
kind: KubeTalosAPIAccessConfig
---
apiVersion: v1alpha1
kind: KubeletConfig
image: a
---
apiVersion: v1alpha1
kind: KubeStaticPodConfig
name: b-a
---
apiVersion: v1alpha1
kind: KubeNodeConfig
labels: {b: c}
---
apiVersion: v1alpha1
kind: DiscoveryIdentityConfig
clusterID: b
---
apiVersion: v1alpha1
kind: KubeClusterConfig
clusterName: b
---
apiVersion: v1alpha1
kind: KubeAPIServerCAConfig
---
apiVersion: v1alpha1
kind: KubeAggregatorCAConfig
---
apiVersion: v1alpha1
kind: KubeServiceAccountConfig
---
apiVersion: v1alpha1
kind: KubeAPIServerConfig
image: b
---
apiVersion: v1alpha1
kind: KubeControllerManagerConfig
image: b
---
apiVersion: v1alpha1
kind: KubeSchedulerConfig
image: b
---
apiVersion: v1alpha1
kind: KubeProxyConfig
image: b
---
apiVersion: v1alpha1
kind: KubeCoreDNSConfig
image: b
---
apiVersion: v1alpha1
kind: DiscoveryServiceConfig
name: default
endpoint: https://b
---
apiVersion: v1alpha1
kind: KubeNetworkConfig
dnsDomain: b
---
apiVersion: v1alpha1
kind: KubeExternalManifestConfig
name: a-b
---
apiVersion: v1alpha1
kind: KubeInlineManifestConfig
name: a
"#,
        Minor::V1_14,
        Minor::V1_14,
    ),
    (
        "machine:
  type: controlplane
cluster:
  secretboxEncryptionSecret: YQ==
---
apiVersion: v1alpha1
kind: KubeEtcdEncryptionConfig
config: {resources: []}
",
        Minor::V1_14,
        Minor::V1_14,
    ),
    (
        r#"machine:
  install: {extensions: [{image: a}]}
  disks: [{device: /dev/sdb}]
  systemDiskEncryption: {state: {provider: other}}
  network:
    interfaces: [{interface: eth0}]
    extraHostEntries: [{ip: 10.5.0.9}]
    kubespan: {filters: {excludeAdvertisedNetworks: [a]}}
  time: {servers: [a, /dev/ptp0]}
  env: {a: b}
  kernel: {modules: [{name: ""}]}
  registries:
    mirrors: {a: {endpoints: ["https://a"], overridePath: true}}
    config: {a: {tls: {ca: gA==}}}
  files: [{path: /var/a, op: create}]
  features:
    stableHostname: false
    kubePrism: {port: 1}
    kubernetesTalosAPIAccess: {allowedRoles: [a]}
  kubelet: {extraMounts: [{destination: /a}]}
  pods: [{metadata: {name: A}}]
cluster:
  ca: {crt: YQ==}
  aggregatorCA: {crt: gA==, key: YQ==}
  serviceAccount: {key: gA==}
  secretboxEncryptionSecret: YQ==
  apiServer: {extraVolumes: [{hostPath: /a, mountPath: /a}]}
  controllerManager: {extraVolumes: [{hostPath: /a, mountPath: /a}]}
  scheduler: {extraVolumes: [{hostPath: /a, mountPath: /a}]}
  proxy: {extraArgs: {v: "2"}}
  coreDNS: {disabled: true}
  discovery: {registries: {service: {endpoint: "https://a"}}}
  network: {podSubnets: [a]}
  extraManifestHeaders: {a: b}
  inlineManifests: [{name: A}]
  allowSchedulingOnMasters: true
"#,
        Minor::V1_14,
        Minor::V1_14,
    ),
    (
        r#"machine:
  install: {grubUseUKICmdline: false}
  registries: {mirrors: {a: {endpoints: ["::"]}}}
  kubelet: {disableManifestsDirectory: false}
  features: {kubernetesTalosAPIAccess: {enabled: true}}
cluster:
  ca: {crt: gA==, key: YQ==}
  aggregatorCA: {crt: YQ==, key: YQ==}
  serviceAccount: {key: YQ==}
  apiServer: {extraArgs: {oidc-issuer-url: a}}
  controllerManager: {image: a}
  scheduler: {image: a}
  discovery: {enabled: true, registries: {kubernetes: {disabled: false}}}
  network: {cni: {flannel: {extraArgs: [a]}}}
  extraManifests: [a]
  allowSchedulingOnControlPlanes: true
"#,
        Minor::V1_14,
        Minor::V1_14,
    ),
    (
        r#"machine:
  install: {diskSelector: {name: a}}
cluster:
  discovery: {enabled: true, registries: {kubernetes: {disabled: true}, service: {endpoint: ":"}}}
  network: {cni: {name: other}}
  extraManifests: ["https://a"]
  allowSchedulingOnControlPlanes: false
"#,
        Minor::V1_14,
        Minor::V1_14,
    ),
    (
        "cluster:
  discovery: {enabled: false}
  network: {cni: {name: flannel}}
",
        Minor::V1_14,
        Minor::V1_14,
    ),
    (
        "machine:
  type: worker
  install: {disk: /dev/sda, grubUseUKICmdline: true}
  features: {kubernetesTalosAPIAccess: {enabled: true}}
  kubelet: {disableManifestsDirectory: true}
cluster:
  id: a
  clusterName: a
  aggregatorCA: {crt: YQ==}
  serviceAccount: {key: YQ==}
  secretboxEncryptionSecret: YQ==
  apiServer: {image: a}
  controllerManager: {image: a}
  scheduler: {image: a}
  proxy: {image: a}
  coreDNS: {disabled: true}
",
        Minor::V1_14,
        Minor::V1_14,
    ),
    (
        "machine:
  type: controlplane
  install: {image: a, grubUseUKICmdline: true}
cluster:
  serviceAccount: {key: YQ==}
  apiServer: {certSANs: [a]}
  controllerManager: {env: {a: b}}
  scheduler: {env: {a: b}}
  proxy: {mode: nftables}
",
        Minor::V1_14,
        Minor::V1_14,
    ),
    (
        r#"apiVersion: v1alpha1
kind: HostnameConfig
---
apiVersion: v1alpha1
kind: ResolverConfig
nameservers: [{address: 10.5.0.1, protocol: DoT, tlsServerName: a}]
searchDomains: {domains: []}
---
apiVersion: v1alpha1
kind: TimeSyncConfig
ntp: {servers: [a], useNTS: true}
---
apiVersion: v1alpha1
kind: RegistryMirrorConfig
name: a
endpoints: [{url: "https://a", overridePath: true}, {url: "https://b"}]
---
apiVersion: v1alpha1
kind: CRICustomizationConfig
name: a
content: a
---
apiVersion: v1alpha1
kind: CRICustomizationConfig
name: b
content: a
---
apiVersion: v1alpha1
kind: DiscoveryServiceConfig
name: a
endpoint: https://a
---
apiVersion: v1alpha1
kind: DiscoveryServiceConfig
name: b
endpoint: https://b
---
apiVersion: v1alpha1
kind: KubeServiceAccountConfig
issuer: {privateKey: a, issuerURL: "https://a"}
accepted: {publicKeys: [a]}
---
apiVersion: v1alpha1
kind: KubeAPIServerConfig
image: a
startupProbes: true
---
apiVersion: v1alpha1
kind: KubeAuthenticationConfig
configuration: {jwt: [{issuer: {}}]}
---
apiVersion: v1alpha1
kind: KubeAggregatorCAConfig
acceptedCAs: [a]
---
apiVersion: v1alpha1
kind: KubeEtcdEncryptionConfig
config: {resources: []}
---
apiVersion: v1alpha1
kind: KubeProxyConfig
config: {a: 1}
resources: {limits: {cpu: 1}}
---
apiVersion: v1alpha1
kind: KubeExternalManifestConfig
name: a
url: https://a
headers: {a: b}
---
apiVersion: v1alpha1
kind: KubeExternalManifestConfig
name: b
url: https://b
---
apiVersion: v1alpha1
kind: KubeNetworkConfig
nodeCIDRMaskSizeIPv4: 25
---
apiVersion: v1alpha1
kind: KubeFlannelCNIConfig
backendType: wireguard
---
apiVersion: v1alpha1
kind: KubePrismConfig
port: 1
tlsServerName: a
---
apiVersion: v1alpha1
kind: SecurityProfileConfig
workloadIsolation: true
"#,
        Minor::V1_14,
        Minor::V1_11,
    ),
    (
        "machine:
  type: controlplane
---
apiVersion: v1alpha1
kind: KubeNodeConfig
---
apiVersion: v1alpha1
kind: KubeAuthorizerConfig
name: a
type: Webhook
webhook: {a: 1}
---
apiVersion: v1alpha1
kind: KubeAuthenticationConfig
configuration: {anonymous: {enabled: true, conditions: [{path: /livez}]}}
---
apiVersion: v1alpha1
kind: UnattendedInstallConfig
reboot: false
provisioning: {diskSelector: {match: disk.rotational}}
",
        Minor::V1_14,
        Minor::V1_13,
    ),
    (
        "apiVersion: v1alpha1
kind: VolumeConfig
name: EPHEMERAL
encryption: {provider: luks2, allowDiscards: true, keys: [{slot: 300, nodeID: {}, lockToState: true}]}
---
apiVersion: v1alpha1
kind: VolumeConfig
name: CRI
encryption: {provider: luks2, keys: [{slot: 0, nodeID: {}}]}
",
        Minor::V1_14,
        Minor::V1_10,
    ),
];

#[test]
fn every_limit_is_met_by_a_case() {
    let mut met = BTreeSet::new();
    for (text, from, to) in CASES {
        let read = migrate::read(&Source::new("case.yaml", *text), *from, *to);
        let migrated = read.value.unwrap_or_else(|| panic!("{text}: {:?}", read.findings));
        assert!(!migrated.remarks.is_empty(), "meets no limit: {text}");
        met.extend(migrated.remarks.iter().map(|remark| (remark.limit.place, remark.limit.why)));
    }
    let all = SETTINGS.iter().flat_map(|setting| setting.limits);
    let missing: Vec<_> =
        all.map(|limit| (limit.place, limit.why)).filter(|limit| !met.contains(limit)).collect();
    assert!(missing.is_empty(), "no case meets {missing:#?}");
}
