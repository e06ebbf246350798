//! Scopes: which patches, extensions and kernel arguments reach a machine.

use omni_client::resource::{ConfigPatch, ExtensionsConfiguration, Phase, Resource};
use omni_client::scope::{ConfigPatches, ExtensionsConfigurations, Layer, Member, kernel_args};
use omni_client::{OmniVersion, Scope};
use proptest::prelude::*;

const MEMBER: Member<'static> = Member {
    machine: "aaaa",
    place: Some(omni_client::scope::InCluster { cluster: "prod", machine_set: "prod-workers" }),
};

/// Labels as the vectors abbreviate them: `c=prod s=other`.
fn labelled<S>(mut resource: Resource<S>, labels: &str) -> Resource<S> {
    for pair in labels.split_whitespace() {
        let (key, value) = pair.split_once('=').unwrap();
        let key = match key {
            "c" => "cluster",
            "s" => "machine-set",
            "cm" => "cluster-machine",
            "m" => "machine",
            other => other,
        };
        resource = resource.labelled(format!("omni.sidero.dev/{key}"), value.trim_matches('"'));
    }
    resource
}

fn patch(id: &str, labels: &str) -> Resource<ConfigPatch> {
    labelled(Resource::new(id, ConfigPatch::new("machine: {}")), labels)
}

fn list(id: &str, labels: &str, names: &[&str]) -> Resource<ExtensionsConfiguration> {
    labelled(Resource::new(id, ExtensionsConfiguration::new(names.iter().copied())), labels)
}

#[test]
fn finds_the_layer_of_every_vector() {
    let (cluster, set) = (Some(Layer::Cluster), Some(Layer::MachineSet));
    let (cluster_machine, machine) = (Some(Layer::ClusterMachine), Some(Layer::Machine));
    for (id, labels, expected, before_1_10) in [
        ("500-a", "c=prod", cluster, cluster),
        ("500-b", "c=prod s=prod-workers", set, set),
        ("500-c", "c=prod s=workers", None, None),
        ("500-d", "c=prod cm=aaaa", cluster_machine, cluster_machine),
        ("500-e", "c=prod cm=bbbb", None, None),
        ("500-f", "c=prod s=prod-workers cm=bbbb", set, set),
        ("500-g", "c=prod s=other cm=aaaa", cluster_machine, cluster_machine),
        ("500-h", "c=prod cm=\"\"", None, None),
        ("500-i", "m=aaaa", machine, machine),
        ("500-j", "c=other m=aaaa", machine, machine),
        ("500-k", "c=prod m=bbbb", None, None),
        ("500-l", "s=prod-workers", None, None),
        ("500-m", "c=prod disabled=\"\"", None, cluster),
        ("500-n", "", None, None),
        ("500-o", "c=prod s=prod-workers cm=aaaa", set, set),
        ("500-p", "c=prod s=prod-workers m=bbbb", None, None),
        ("500-q", "c=prod disabled=false", None, cluster),
    ] {
        let patch = patch(id, labels);
        let layer = |omni| {
            let patches = ConfigPatches::new([&patch], omni);
            let layers: Vec<_> = patches.of(MEMBER).map(|applied| applied.layer).collect();
            assert!(layers.len() <= 1, "{id} is applied twice");
            layers.first().copied()
        };
        assert_eq!(layer(OmniVersion::LATEST), expected, "{id}");
        assert_eq!(layer(OmniVersion::new(1, 9)), before_1_10, "{id} before 1.10");
    }
}

fn order<'p>(patches: &'p [Resource<ConfigPatch>], member: Member<'_>, omni: OmniVersion) -> Vec<&'p str> {
    ConfigPatches::new(patches, omni).of(member).map(|applied| applied.patch.id()).collect()
}

#[test]
fn applies_by_layer_and_then_by_the_bytes_of_the_id() {
    let patches = [
        patch("900-x", "c=prod"),
        patch("100-x", "c=prod s=prod-workers"),
        patch("050-x", "m=aaaa"),
        patch("50-y", "c=prod"),
    ];
    assert_eq!(order(&patches, MEMBER, OmniVersion::LATEST), ["50-y", "900-x", "100-x", "050-x"]);
}

#[test]
fn leaves_out_what_is_going_and_what_says_nothing() {
    let mut going = patch("1", "c=prod");
    going.metadata.phase = Phase::TearingDown;
    let blank = labelled(Resource::new("2", ConfigPatch::new(" \n\t")), "c=prod");
    assert!(order(&[going, blank], MEMBER, OmniVersion::LATEST).is_empty());
    let compressed = ConfigPatch { compressed_data: vec![1], ..ConfigPatch::default() };
    let compressed = [labelled(Resource::new("3", compressed), "c=prod")];
    assert_eq!(order(&compressed, MEMBER, OmniVersion::LATEST), ["3"]);
}

#[test]
fn gives_a_machine_in_maintenance_its_own_patches_only() {
    let patches = [patch("b", "m=aaaa"), patch("a", "m=aaaa c=prod"), patch("c", "c=prod")];
    let member = Member::in_maintenance("aaaa");
    assert_eq!(order(&patches, member, OmniVersion::LATEST), ["a", "b"]);
    assert!(order(&patches, member, OmniVersion::new(1, 8)).is_empty());
    assert_eq!(order(&patches, MEMBER, OmniVersion::new(1, 8)), ["c", "a", "b"]);
}

#[test]
fn takes_the_narrowest_list_of_extensions_and_says_what_it_replaces() {
    let lists = [
        list("schematic-prod", "c=prod", &["siderolabs/iscsi-tools"]),
        list("aaa", "c=prod", &["siderolabs/shadowed"]),
        list("schematic-prod-workers", "c=prod s=prod-workers", &[]),
        list("schematic-aaaa", "c=prod cm=aaaa", &["siderolabs/i915"]),
        list("schematic-bbbb", "c=prod cm=bbbb", &["siderolabs/nvidia"]),
        list("elsewhere", "c=other", &["siderolabs/none"]),
        list("nowhere", "cm=aaaa", &["siderolabs/none"]),
    ];
    let configurations = ExtensionsConfigurations::new(&lists);
    let own = configurations.of(MEMBER).unwrap();
    assert_eq!((own.layer, own.configuration.id()), (Layer::ClusterMachine, "schematic-aaaa"));
    let replaced: Vec<_> = own.replaced.iter().map(|(layer, list)| (*layer, list.id())).collect();
    assert_eq!(
        replaced,
        [(Layer::MachineSet, "schematic-prod-workers"), (Layer::Cluster, "schematic-prod"),]
    );

    let of_set = configurations.of(Member::new("cccc", "prod", "prod-workers")).unwrap();
    assert_eq!(of_set.layer, Layer::MachineSet);
    assert!(of_set.configuration.spec.extensions.is_empty());

    let of_cluster = configurations.of(Member::new("cccc", "prod", "prod-control-planes")).unwrap();
    assert_eq!(of_cluster.configuration.id(), "schematic-prod");
    assert_eq!(of_cluster.shadowed.iter().map(|list| list.id()).collect::<Vec<_>>(), ["aaa"]);

    assert_eq!(configurations.of(Member::new("aaaa", "staging", "staging-workers")), None);
    assert_eq!(configurations.of(Member::in_maintenance("aaaa")), None);
}

#[test]
fn sees_a_list_with_both_labels_in_both_layers() {
    let lists = [list("both", "c=prod s=prod-workers cm=aaaa", &["siderolabs/i915"])];
    let configurations = ExtensionsConfigurations::new(&lists);
    let own = configurations.of(MEMBER).unwrap();
    assert_eq!((own.layer, own.replaced.len()), (Layer::ClusterMachine, 0));
    let other = configurations.of(Member::new("bbbb", "prod", "prod-workers")).unwrap();
    assert_eq!(other.layer, Layer::MachineSet);
}

#[test]
fn keeps_protected_kernel_arguments_and_replaces_all_others() {
    let texts = |args: &[&str]| args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>();
    let current = texts(&["siderolink.api=a", "old=1", "talos.logging.kernel=b"]);
    let next = kernel_args::effective(&current, &texts(&["new=1"]));
    assert_eq!(next, ["siderolink.api=a", "talos.logging.kernel=b", "new=1"]);
    assert_eq!(kernel_args::effective(&current, &[]), ["siderolink.api=a", "talos.logging.kernel=b"]);
    assert_eq!(kernel_args::effective(&current, &texts(&["old=1"])), current);
    assert!(!kernel_args::is_protected("talos.config"));
    assert!(!kernel_args::is_protected("talos.configs=a"));
}

#[test]
fn reads_versions_of_omni_in_their_usual_spellings() {
    for text in ["1.9", "v1.9.2", "1.9.0-beta.0", "v1.9"] {
        assert_eq!(text.parse(), Ok(OmniVersion::new(1, 9)), "{text}");
    }
    let error = "latest".parse::<OmniVersion>().unwrap_err();
    assert_eq!(error.to_string(), "`latest` is not a version of Omni such as `1.10` or `v1.10.4`");
}

proptest! {
    /// What a scope writes as labels is what the patch then reaches.
    #[test]
    fn a_scope_reaches_what_it_says(id in "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}") {
        let machine: omni_client::MachineId = id.parse().unwrap();
        let cluster = "prod".to_owned();
        let scopes = [
            (Layer::Cluster, Scope::Cluster { cluster: cluster.clone() }),
            (Layer::MachineSet, Scope::MachineSet {
                cluster: cluster.clone(),
                machine_set: "prod-workers".into(),
            }),
            (Layer::ClusterMachine, Scope::ClusterMachine { cluster, machine: machine.clone() }),
            (Layer::Machine, Scope::Machine { machine }),
        ];
        for (layer, scope) in scopes {
            let patch = Resource::new("a", ConfigPatch::new("machine: {}")).scoped(&scope);
            let patches = ConfigPatches::new([&patch], OmniVersion::LATEST);
            let reached: Vec<_> =
                patches.of(Member::new(&id, "prod", "prod-workers")).map(|applied| applied.layer).collect();
            prop_assert_eq!(reached, [layer]);
        }
    }
}
