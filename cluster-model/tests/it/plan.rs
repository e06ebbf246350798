//! What a change does: resources, machines, order, and the rules about it.

use cluster_model::import::Repository;
use cluster_model::plan::{Declared, Membership, Plan, Side, Work, plan, rules};
use cluster_model::strategies::clusters;
use cluster_model::{Artifact, Cluster, Source, check, spec};
use manifest::yaml::{self, Layout, Reading};
use manifest::{Severity, Value};
use proptest::prelude::*;

use crate::overlay::overlay;

fn cluster(fragment: &str) -> Cluster {
    let text = overlay(spec::STARTER, fragment);
    let checked = check(&Source::new("cluster.yaml", text));
    checked.cluster.unwrap_or_else(|| panic!("{:#?}", checked.findings))
}

fn files(path: &str, text: &str) -> Artifact {
    Artifact { path: path.to_owned(), text: text.to_owned() }
}

fn repository(files: Vec<Artifact>) -> Repository {
    Repository::read(files.into_iter().map(|file| (file.path, file.text.into_bytes())))
}

/// What a fragment of the starter declares, with further documents.
fn declared(fragment: &str, also: &str) -> Declared {
    let cluster = cluster(fragment);
    let mut all = cluster.artifacts().unwrap();
    all.push(files("cluster.yaml", &yaml::to_string(cluster.spec(), &Layout::default()).unwrap()));
    all.push(files("zz-also.yaml", also));
    let repository = repository(all);
    assert_eq!(repository.findings(), []);
    Declared::read(&repository)
}

fn plan_of(old: &str, new: &str) -> Plan {
    plan(&declared(old, ""), &declared(new, ""))
}

/// The plan of the example on a rule's page.
fn example(text: &str) -> Plan {
    let documents = yaml::parse(&Source::new("example.yaml", text)).unwrap();
    let value: Value = documents[0].decode(Reading::Json).value.unwrap();
    let fragment = |key: &str| match value.get(key) {
        Some(fragment) => yaml::to_string(fragment, &Layout::default()).unwrap(),
        None => "{}\n".to_owned(),
    };
    let also = value.get("also").and_then(Value::as_str).unwrap_or_default();
    plan(&declared(&fragment("old"), ""), &declared(&fragment("new"), also))
}

#[test]
fn the_bad_example_of_each_rule_yields_that_rule_only_and_the_good_one_nothing() {
    for rule in rules::RULES.iter().map(|rule| rule.rule) {
        let bad = example(rule.bad);
        assert!(!bad.findings.is_empty(), "{} does not fire", rule.code);
        for finding in &bad.findings {
            assert_eq!(finding.rule.code, rule.code, "{}", finding.message);
            assert!(finding.help.is_some(), "{} has no cure", rule.code);
        }
        assert_eq!(example(rule.good).findings, [], "the good example of {}", rule.code);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_cluster_against_itself_and_against_its_files_changes_nothing(cluster in clusters()) {
        let declared = Declared::of(&cluster).unwrap();
        let empty = plan(&declared, &declared);
        prop_assert!(empty.is_empty() && empty.order.is_empty() && empty.findings.is_empty());
        let files = repository(cluster.artifacts().unwrap());
        prop_assert_eq!(files.findings(), vec![]);
        prop_assert_eq!(plan(&Declared::read(&files), &declared).resources, vec![]);
    }

    #[test]
    fn control_planes_never_go_together(old in clusters(), new in clusters()) {
        let plan = plan(&Declared::of(&old).unwrap(), &Declared::of(&new).unwrap());
        let control_planes: Vec<&str> =
            plan.machines.iter().filter(|plan| plan.control_plane).map(|plan| &*plan.name).collect();
        for wave in &plan.order {
            let together = wave.machines.iter().filter(|name| control_planes.contains(&name.as_str())).count();
            prop_assert!(together <= 1, "{wave:?}");
        }
    }
}

#[test]
fn a_label_is_taken_over_live_and_names_its_leaf() {
    let plan = plan_of("{}", "nodes: {worker-1: {labels: {zone: core}}}");
    assert_eq!(plan.resources.len(), 1);
    let change = &plan.resources[0];
    assert_eq!(
        (&*change.resource.kind, &*change.resource.id),
        ("ConfigPatches.omni.sidero.dev", "200-labels-worker-1")
    );
    assert_eq!(change.side, Side::Changed);
    assert_eq!(change.leaves[0].path, "machine.nodeLabels.zone");
    assert_eq!(
        (change.leaves[0].old.as_deref(), change.leaves[0].new.as_deref()),
        (Some("edge"), Some("core"))
    );
    assert_eq!(plan.machines.len(), 1);
    assert_eq!(
        (&*plan.machines[0].name, plan.machines[0].effect.to_string()),
        ("worker-1", "live".to_owned())
    );
    assert_eq!(plan.order, []);
}

#[test]
fn an_upgrade_takes_control_planes_one_by_one_and_then_the_workers() {
    let plan = plan_of("{}", "versions: {talos: 1.12.7}");
    let waves: Vec<_> = plan.order.iter().map(|wave| (wave.work, wave.machines.join(" "))).collect();
    let names = ["cp-1", "cp-2", "cp-3", "worker-1"];
    assert_eq!(waves, names.map(|name| (Work::Restart, name.to_owned())));
    assert_eq!(plan.findings, []);
}

#[test]
fn new_control_planes_come_before_old_ones_leave() {
    let plan = plan_of(
        "{}",
        "nodes:
  cp-3: ~
  cp-4: {id: 55555555-5555-4555-8555-555555555555, role: controlplane, address: 192.168.1.14, labels: {zone: core, tier: standard}}
",
    );
    let waves: Vec<_> = plan.order.iter().map(|wave| (wave.work, wave.machines.join(" "))).collect();
    assert_eq!(waves, [(Work::Join, "cp-4".to_owned()), (Work::Leave, "cp-3".to_owned())]);
    let leaves = plan.machines.iter().find(|machine| machine.name == "cp-3").unwrap();
    assert_eq!((leaves.membership, leaves.effect.to_string()), (Membership::Leaves, "data loss".to_owned()));
}

#[test]
fn two_control_planes_have_no_safe_order_and_one_has_a_pause() {
    let two = "{nodes: {cp-3: ~}}";
    let plan = plan_of(two, "{nodes: {cp-3: ~}, versions: {talos: 1.12.7}}");
    assert_eq!(plan.findings[0].severity, Severity::Error);
    assert!(plan.findings[0].message.starts_with("there is no safe order"), "{}", plan.findings[0].message);
    let one = "{nodes: {cp-2: ~, cp-3: ~}}";
    let plan = plan_of(one, "{nodes: {cp-2: ~, cp-3: ~}, versions: {talos: 1.12.7}}");
    assert_eq!(plan.findings[0].severity, Severity::Warning);
}

#[test]
fn a_patch_that_another_one_overrides_reaches_no_machine() {
    let patch = |id: &str, value: u8| {
        format!(
            "metadata: {{namespace: default, type: ConfigPatches.omni.sidero.dev, id: {id}, labels: {{omni.sidero.dev/cluster: my-cluster}}}}\n\
             spec: {{data: 'machine: {{sysctls: {{vm.swappiness: \"{value}\"}}}}'}}\n"
        )
    };
    let both = |first: u8| format!("{}---\n{}", patch("500-a", first), patch("600-b", 60));
    let plan = plan(&declared("{}", &both(10)), &declared("{}", &both(20)));
    assert_eq!(plan.resources.len(), 1);
    assert_eq!(plan.machines, []);
}

#[test]
fn a_secret_that_changes_is_told_and_not_shown() {
    let secret = |value: &str| {
        format!("apiVersion: v1\nkind: Secret\nmetadata: {{name: a}}\nstringData: {{token: {value}}}\n")
    };
    let plan = plan(&declared("{}", &secret("hunter1")), &declared("{}", &secret("hunter2")));
    assert_eq!(plan.resources[0].leaves[0].path, "stringData.token");
    assert!(!plan.text().contains("hunter"), "{}", plan.text());
    assert!(plan.text().contains("******"));
}

#[test]
fn the_picture_says_what_changes_who_is_hit_and_in_which_order() {
    let plan = plan_of("{}", "{versions: {talos: 1.12.7}, nodes: {worker-1: {labels: {tier: low-power}}}}");
    assert_eq!(
        plan.text(),
        "\
resources
  ~ Clusters.omni.sidero.dev my-cluster
      ~ spec.talosversion: 1.12.6 -> 1.12.7
  ~ ConfigPatches.omni.sidero.dev 200-labels-worker-1
      ~ machine.nodeLabels.tier: standard -> low-power

machines
  cp-1, cp-2, cp-3  reinstall
      Talos version: reinstall: Omni upgrades the machine and reboots it
  worker-1          reinstall
      Talos version: reinstall: Omni upgrades the machine and reboots it
      machine.nodeLabels.tier: live: Talos writes them to the Kubernetes node

order
   1. restart  cp-1
   2. restart  cp-2
   3. restart  cp-3
   4. restart  worker-1
"
    );
}

#[test]
fn machines_to_which_the_same_happens_are_told_of_together_and_kinds_of_documents_are_no_change() {
    let plan = plan_of("{}", "{versions: {talos: 1.14.0}, nodes: {worker-1: {labels: {zone: core}}}}");
    let text = plan.text();
    assert_eq!(text.matches("cp-1, cp-2, cp-3  reinstall\n").count(), 1, "{text}");
    assert_eq!(text.matches("worker-1          reinstall\n").count(), 1, "{text}");
    assert!(text.contains("KubeNodeConfig labels.zone: live"), "{text}");
    assert!(text.contains("+ KubeNodeConfig.labels.zone: core\n"), "{text}");
    assert!(!text.contains("apiVersion: ") && !text.contains("kind: "), "{text}");
    // What a document that says nothing else changes is that it is there.
    let patch = |data: &str| {
        format!(
            "metadata: {{namespace: default, type: ConfigPatches.omni.sidero.dev, id: 900-x, labels: \
             {{omni.sidero.dev/cluster: my-cluster}}}}\nspec:\n  data: |\n    {data}\n"
        )
    };
    let versions = "versions: {talos: 1.14.0}";
    let old = declared(versions, &patch("machine: {}"));
    let new = declared(versions, &patch("apiVersion: v1alpha1\n    kind: OOMConfig"));
    let reasons: Vec<String> = cluster_model::plan::plan(&old, &new).machines[0]
        .reasons
        .iter()
        .map(|one| one.what.clone())
        .collect();
    assert_eq!(reasons, ["OOMConfig kind"]);
}

/// A machine that talosctl configures, without Omni.
fn written(token: &str, swappiness: u8, disk: &str) -> Vec<Artifact> {
    let configuration = format!(
        "machine:\n  type: controlplane\n  token: {token}\n  network: {{hostname: cp-1}}\n  \
         install: {{disk: {disk}}}\n  sysctls: {{vm.swappiness: \"{swappiness}\"}}\n\
         cluster:\n  controlPlane: {{endpoint: \"https://10.0.0.1:6443\"}}\n"
    );
    let patch = format!("machine:\n  sysctls: {{vm.dirty_ratio: \"{swappiness}\"}}\n");
    vec![files("talos/cp-1.yaml", &configuration), files("talos/patches/dirty.yaml", &patch)]
}

#[test]
fn a_configuration_that_is_none_of_omnis_is_compared_as_a_whole_and_its_secrets_are_masked() {
    let declared = |token, swappiness, disk| Declared::read(&repository(written(token, swappiness, disk)));
    let old = declared("abcdef.0123456789abcdef", 10, "/dev/sda");
    assert!(!old.is_empty() && plan(&old, &old).is_empty());

    let changed = plan(&old, &declared("abcdef.1123456789abcdef", 20, "/dev/sdb"));
    let resources = changed.resources.iter().map(|change| {
        let leaves = change.leaves.iter().map(|leaf| (&*leaf.path, leaf.old.as_deref(), leaf.new.as_deref()));
        (&*change.resource.kind, &*change.resource.id, leaves.collect::<Vec<_>>())
    });
    let masked = Some(manifest::MASK);
    let sysctl = "machine.sysctls[\"vm.swappiness\"]";
    assert_eq!(
        resources.collect::<Vec<_>>(),
        [
            (
                "MachineConfiguration",
                "talos/cp-1.yaml",
                vec![
                    ("machine.install.disk", Some("/dev/sda"), Some("/dev/sdb")),
                    (sysctl, Some("10"), Some("20")),
                    ("machine.token", masked, masked)
                ]
            ),
            (
                "TalosPatch",
                "talos/patches/dirty.yaml",
                vec![("machine.sysctls[\"vm.dirty_ratio\"]", Some("10"), Some("20"))]
            ),
        ]
    );
    let [machine] = &*changed.machines else { panic!("{:#?}", changed.machines) };
    assert_eq!((&*machine.name, machine.control_plane), ("cp-1", true));
    let reasons: Vec<&str> = machine.reasons.iter().map(|reason| &*reason.what).collect();
    assert!(reasons.contains(&sysctl) && reasons.contains(&"machine.install.disk"), "{reasons:?}");

    // A file that comes or goes does nothing to a machine by itself.
    let none = Declared::read(&repository(Vec::new()));
    assert_eq!((plan(&old, &none).machines.len(), plan(&old, &none).resources.len()), (0, 2));
}
