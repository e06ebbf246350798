//! Writing: what omnictl takes, and nothing that says nothing.

use manifest::Source;
use manifest::yaml::{self, Layout};
use omni_client::resource::{
    self, AnyResource, BackupConfiguration, Cluster, ClusterFeatures, ConfigPatch, ExtensionsConfiguration,
    KernelArgs, MachineAllocation, MachineSet, MachineSetNode, Resource, RollingStrategy, Strategy,
    StrategyConfig,
};
use omni_client::{MachineId, Scope};
use serde::Serialize;

fn write(resource: &impl Serialize) -> String {
    yaml::to_string(resource, &Layout::default()).unwrap()
}

fn machine() -> MachineId {
    "03ff0210-04e0-05b0-ab06-300700080009".parse().unwrap()
}

#[test]
fn writes_a_patch_as_people_write_it() {
    let scope = Scope::ClusterMachine { cluster: "frank".into(), machine: machine() };
    let patch = Resource::new("300-modules", ConfigPatch::new("machine:\n  sysctls: {a: b}\n"))
        .scoped(&scope)
        .annotated("name", "modules");
    assert_eq!(
        write(&patch),
        "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-modules
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/cluster-machine: 03ff0210-04e0-05b0-ab06-300700080009
  annotations:
    name: modules
spec:
  data: |
    machine:
      sysctls: {a: b}
"
    );
}

#[test]
fn moves_a_resource_to_another_scope_without_a_trace_of_the_old_one() {
    let narrow = Scope::ClusterMachine { cluster: "frank".into(), machine: machine() };
    let list = Resource::new("schematic", ExtensionsConfiguration::new(["siderolabs/i915"])).scoped(&narrow);
    let set = Scope::MachineSet { cluster: "frank".into(), machine_set: "frank-workers".into() };
    let labels = list.labelled("rack", "r1").scoped(&set).metadata.labels;
    let labels: Vec<_> = labels.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(
        labels,
        [
            ("omni.sidero.dev/cluster", "frank"),
            ("omni.sidero.dev/machine-set", "frank-workers"),
            ("rack", "r1"),
        ]
    );
}

#[test]
fn names_kernel_arguments_after_their_machine() {
    let args = Resource::<KernelArgs>::of_machine(&machine(), ["pcie_aspm=off"]);
    assert_eq!(args.id(), "03ff0210-04e0-05b0-ab06-300700080009");
    assert_eq!(args.spec.args, ["pcie_aspm=off"]);
}

#[test]
fn gives_a_node_the_cluster_and_role_of_its_set() {
    let set = Resource::<MachineSet>::workers("frank", Some("gpu"), MachineSet::default());
    let node = Resource::<MachineSetNode>::of_set(machine(), &set).locked();
    assert_eq!(
        write(&node),
        "\
metadata:
  namespace: default
  type: MachineSetNodes.omni.sidero.dev
  id: 03ff0210-04e0-05b0-ab06-300700080009
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/machine-set: frank-gpu
    omni.sidero.dev/role-worker: \"\"
  annotations:
    omni.sidero.dev/locked: \"\"
spec: {}
"
    );
}

#[test]
fn reads_back_what_it_wrote() {
    let features = ClusterFeatures { disk_encryption: true, ..ClusterFeatures::default() };
    let interval = Some(resource::ProtoDuration { seconds: 3600, nanos: 0 });
    let cluster = Cluster {
        kubernetes_version: "1.35.3".into(),
        talos_version: "1.10".into(),
        features: Some(features),
        backup_configuration: Some(BackupConfiguration { interval, enabled: true }),
    };
    let rolling = StrategyConfig { rolling: Some(RollingStrategy { max_parallelism: 3 }) };
    let allocation =
        MachineAllocation { name: "big".into(), machine_count: 4, ..MachineAllocation::default() };
    let set = MachineSet {
        update_strategy: Strategy::Rolling,
        update_strategy_config: Some(rolling),
        machine_allocation: Some(allocation),
        ..MachineSet::default()
    };
    let resources: Vec<AnyResource> = vec![
        Resource::new("prod", cluster).labelled("version", "1.10").into(),
        Resource::<MachineSet>::control_planes("prod", set).into(),
        Resource::new("500-a", ConfigPatch::new("# nothing\nmachine: {}")).into(),
        Resource::<KernelArgs>::of_machine(&machine(), ["a=b", "true"]).into(),
    ];
    for resource in resources {
        let documents = yaml::parse(&Source::new("written", write(&resource))).unwrap();
        let decoded = resource::read(&documents[0]);
        assert_eq!((decoded.value, decoded.findings), (Some(resource), vec![]));
    }
}
