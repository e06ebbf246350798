//! Each rule from a template and from resources in which nothing is wrong: one change breaks it, and no other.
//!
//! The examples of the manual show a rule by itself. Here it has to be heard among everything else that is declared.

use std::collections::BTreeSet;

use manifest::Finding;
use omni_client::rules::RULES;

use super::rules::findings;

/// A cluster template.
const TEMPLATE: &str = "\
kind: Cluster
name: frank
labels: {example.org/stage: prod}
kubernetes:
  version: v1.35.3
  manifests:
    - name: settings
      mode: full
      inline: {apiVersion: v1, kind: Namespace, metadata: {name: settings}}
talos: {version: v1.12.6}
features: {diskEncryption: true}
patches:
  - name: sysctls
    inline: {machine: {sysctls: {vm.swappiness: '1'}}}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
upgradeStrategy: {rolling: {maxParallelism: 1}}
bootstrapSpec:
  clusterUUID: 98d00c6b-fae1-4bf2-afa3-0282ef443f84
  snapshot: FFFFFFFF9AA169F0.snapshot
---
kind: Workers
machines: [6b1b1d0c-21f0-4c1c-9a5e-0d3c7e7f4a11]
---
kind: Workers
name: gpu
machineClass: {name: big, size: 3}
---
kind: Machine
name: 6b1b1d0c-21f0-4c1c-9a5e-0d3c7e7f4a11
locked: true
";

/// The resources of a cluster, and what stands beside clusters.
const RESOURCES: &str = "\
metadata: {namespace: default, type: Clusters.omni.sidero.dev, id: frank}
spec:
  kubernetesversion: 1.35.3
  talosversion: 1.12.6
  backupconfiguration: {interval: {seconds: 3600, nanos: 0}, enabled: true}
---
metadata:
  namespace: default
  type: MachineSets.omni.sidero.dev
  id: frank-control-planes
  labels: {omni.sidero.dev/cluster: frank, omni.sidero.dev/role-controlplane: ''}
spec: {}
---
metadata:
  namespace: default
  type: MachineSets.omni.sidero.dev
  id: frank-workers
  labels: {omni.sidero.dev/cluster: frank, omni.sidero.dev/role-worker: ''}
spec:
  machineallocation: {name: big, machinecount: 3, allocationtype: 0}
---
metadata:
  namespace: default
  type: MachineSetNodes.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
  labels: {omni.sidero.dev/cluster: frank, omni.sidero.dev/machine-set: frank-control-planes, omni.sidero.dev/role-controlplane: ''}
  annotations: {}
spec: {}
---
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-workers
  labels: {omni.sidero.dev/cluster: frank, omni.sidero.dev/machine-set: frank-workers}
  annotations: {description: for the workers}
spec:
  data: |
    machine:
      install:
        wipe: true
      features:
        kubernetesTalosAPIAccess:
          enabled: true
          allowedRoles: [os:reader]
---
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 400-cluster
  labels: {omni.sidero.dev/cluster: frank}
spec:
  data: |
    apiVersion: v1alpha1
    kind: HostnameConfig
    auto: stable
---
metadata: {namespace: default, type: KernelArgs.omni.sidero.dev, id: ce4d0d52-6c10-bdc9-746c-88aedd67681b}
spec: {args: [console=ttyS0, quiet]}
---
metadata:
  namespace: default
  type: ExtensionsConfigurations.omni.sidero.dev
  id: schematic-frank
  labels: {omni.sidero.dev/cluster: frank}
spec: {extensions: [siderolabs/iscsi-tools]}
---
metadata: {namespace: default, type: MachineClasses.omni.sidero.dev, id: big}
spec: {matchlabels: ['omni.sidero.dev/cores >= 16']}
---
metadata:
  namespace: default
  type: KubernetesManifestGroups.omni.sidero.dev
  id: 200-cluster-frank-settings
  labels: {omni.sidero.dev/cluster: frank}
spec:
  data: |
    apiVersion: v1
    kind: Namespace
    metadata: {name: settings}
  mode: 1
---
metadata:
  namespace: default
  type: KubernetesHealthChecks.omni.sidero.dev
  id: cluster-frank-nodes
  labels: {omni.sidero.dev/cluster: frank}
spec: {job: 'kind: Job', interval: {seconds: 10, nanos: 0}}
---
metadata:
  namespace: default
  type: MachineLabels.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
  labels: {example.org/rack: r1}
spec: {}
---
metadata: {namespace: default, type: AccessPolicies.omni.sidero.dev, id: access-policy}
spec:
  rules:
    - {users: [a@example.org], clusters: [frank], role: Operator}
---
metadata: {namespace: default, type: SAMLLabelRules.omni.sidero.dev, id: operators}
spec: {matchlabels: [saml.omni.sidero.dev/role/operator], assignrole: Reader}
---
metadata: {namespace: default, type: InstallationMediaConfigs.omni.sidero.dev, id: usual}
spec: {talosversion: 1.12.6, architecture: 1}
---
metadata: {namespace: default, type: MachineRequestSets.omni.sidero.dev, id: spare}
spec: {providerid: kubevirt, machinecount: 3, talosversion: 1.12.6}
---
metadata: {namespace: default, type: EulaAcceptances.omni.sidero.dev, id: eula}
spec: {acceptedbyname: A. Name, acceptedbyemail: a@example.org}
";

/// For each rule, by code: what stands in one of the two texts once, and what stands there instead.
const MUTATIONS: &[(&str, &str, &str)] = &[
    ("OMN0001", "labels: {example.org/rack: r1}\nspec: {}\n", "labels: {example.org/rack: r1}\nspec:\n"),
    ("OMN0101", "kind: ControlPlane\n", "kind: ControlPlanes\n"),
    (
        "OMN0102",
        "kind: ControlPlane\nmachines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]\nupgradeStrategy: {rolling: {maxParallelism: 1}}\nbootstrapSpec:\n  clusterUUID: 98d00c6b-fae1-4bf2-afa3-0282ef443f84\n  snapshot: FFFFFFFF9AA169F0.snapshot\n---\n",
        "",
    ),
    ("OMN0103", "  - name: sysctls\n    inline", "  - inline"),
    ("OMN0104", "talos: {version: v1.12.6}", "talos: {version: 1.12.6}"),
    ("OMN0105", "labels: {example.org/stage: prod}", "labels: {omni.sidero.dev/role-worker: yes}"),
    ("OMN0106", "    inline: {machine: {sysctls: {vm.swappiness: '1'}}}\n", ""),
    (
        "OMN0107",
        "    inline: {machine: {sysctls: {vm.swappiness: '1'}}}\n",
        "    file: ../patches/sysctls.yaml\n",
    ),
    (
        "OMN0108",
        "kind: ControlPlane\nmachines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]",
        "kind: ControlPlane\nmachines: [mini-1]",
    ),
    (
        "OMN0109",
        "name: 6b1b1d0c-21f0-4c1c-9a5e-0d3c7e7f4a11\nlocked",
        "name: ce4d0d52-6c10-bdc9-746c-88aedd67681b\nlocked",
    ),
    ("OMN0110", "name: gpu\n", ""),
    (
        "OMN0111",
        "upgradeStrategy: {rolling: {maxParallelism: 1}}",
        "updateStrategy: {rolling: {maxParallelism: 3}}",
    ),
    (
        "OMN0112",
        "machineClass: {name: big, size: 3}",
        "machineClass: {name: big, size: 3}\nmachines: [03ff0210-04e0-05b0-ab06-300700080009]",
    ),
    ("OMN0113", "  snapshot: FFFFFFFF9AA169F0.snapshot\n", ""),
    ("OMN0114", "      mode: full\n", ""),
    ("OMN0115", "talos: {version: v1.12.6}", "talos: {version: v1.4.8}"),
    ("OMN0201", "        wipe: true", "        extensions: [{image: 'ghcr.io/siderolabs/i915:20250509'}]"),
    ("OMN0202", "allowedRoles: [os:reader]", "allowedRoles: [os:admin]"),
    (
        "OMN0203",
        "    kind: HostnameConfig\n    auto: stable",
        "    kind: KubeClusterConfig\n    clusterName: other",
    ),
    ("OMN0204", "    apiVersion: v1alpha1\n    kind: HostnameConfig\n    auto: stable", "    # Nothing yet."),
    (
        "OMN0301",
        "id: 300-workers\n  labels: {omni.sidero.dev/cluster: frank, ",
        "id: 300-workers\n  labels: {",
    ),
    ("OMN0302", "machine-set: frank-workers}\n  annotations", "machine-set: workers}\n  annotations"),
    ("OMN0303", "omni.sidero.dev/machine-set: frank-control-planes, ", ""),
    ("OMN0304", "id: frank-control-planes", "id: frank-masters"),
    (
        "OMN0305",
        "KernelArgs.omni.sidero.dev, id: ce4d0d52-6c10-bdc9-746c-88aedd67681b",
        "KernelArgs.omni.sidero.dev, id: gpu-1",
    ),
    ("OMN0306", "args: [console=ttyS0, quiet]", "args: [\"console=ttyS0\\tquiet\"]"),
    (
        "OMN0307",
        "args: [console=ttyS0, quiet]",
        "args: [quiet, 'talos.config=https://example.org/config.yaml']",
    ),
    ("OMN0308", "extensions: [siderolabs/iscsi-tools]", "extensions: [siderolabs/iscsi-tools, iscsi-tools]"),
    ("OMN0309", "description: for the workers", "description: \"for\\nthe workers\""),
    ("OMN0310", "annotations: {}", "annotations: {omni.sidero.dev/locked: ''}"),
    ("OMN0311", "matchlabels: ['omni.sidero.dev/cores >= 16']", "matchlabels: []"),
    ("OMN0312", "allocationtype: 0", "allocationtype: 1"),
    ("OMN0313", "  mode: 1\n", ""),
    ("OMN0314", "seconds: 10,", "seconds: 1,"),
    (
        "OMN0315",
        "namespace: default\n  type: ConfigPatches.omni.sidero.dev\n  id: 400",
        "namespace: omni\n  type: ConfigPatches.omni.sidero.dev\n  id: 400",
    ),
    ("OMN0316", "talosversion: 1.12.6\n  backup", "talosversion: v1.12.6\n  backup"),
    ("OMN0317", "type: ExtensionsConfigurations.omni", "type: ExtensionsConfiguration.omni"),
    ("OMN0318", "type: MachineLabels.omni", "type: MachineStatuses.omni"),
    ("OMN0319", "seconds: 3600", "seconds: 600"),
    ("OMN0320", "role: Operator", "role: Auditor"),
    ("OMN0321", "assignrole: Reader", "assignrole: Auditor"),
    ("OMN0322", ", architecture: 1", ""),
    ("OMN0323", "providerid: kubevirt, ", ""),
    ("OMN0324", ", acceptedbyemail: a@example.org", ""),
    (
        "OMN0325",
        "spec: {acceptedbyname: A. Name, acceptedbyemail: a@example.org}\n",
        "spec: {acceptedbyname: A. Name, acceptedbyemail: a@example.org}\n---\nmetadata: {namespace: default, type: Clusters.omni.sidero.dev, id: frank}\nspec:\n  kubernetesversion: 1.35.3\n  talosversion: 1.12.6\n  features: {diskencryption: true}\n  backupconfiguration: {interval: {seconds: 3600, nanos: 0}, enabled: true}\n",
    ),
];

/// What is wrong, as the code of the rule and the words.
fn told(text: &str) -> Vec<(&'static str, String)> {
    findings(text).into_iter().map(|Finding { rule, message, .. }| (rule.code, message)).collect()
}

#[test]
fn one_change_breaks_one_rule() {
    assert_eq!((told(TEMPLATE), told(RESOURCES)), (vec![], vec![]));
    let mut wrong = Vec::new();
    for (code, from, to) in MUTATIONS {
        let text = if RESOURCES.contains(from) { RESOURCES } else { TEMPLATE };
        assert_eq!(text.matches(from).count(), 1, "{code}: {from}");
        let told = told(&text.replace(from, to));
        if told.is_empty() || told.iter().any(|(of, _)| of != code) {
            wrong.push(format!("{code}: {told:?}"));
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
