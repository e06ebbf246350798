//! Syncing: what is created, changed and destroyed, and in which order.

use omni_client::resource::{AnyResource, ConfigPatch, KernelArgs, Phase, Resource, Version};
use omni_client::template::SyncPlan;

use super::{MACHINE, PROD, WORKER, render};

/// What a server would hold after a sync.
fn stored() -> Vec<AnyResource> {
    let mut resources = render(PROD);
    for resource in &mut resources {
        let metadata = resource.metadata_mut();
        metadata.version = Version::Number(7);
        metadata.created = Some("2026-08-07T10:00:00Z".to_owned());
        metadata.finalizers = vec!["SomeController".to_owned()];
    }
    resources
}

fn plan(wanted: &str, existing: &[AnyResource]) -> String {
    SyncPlan::new("prod", render(wanted), existing).unwrap().to_string().replace(".omni.sidero.dev", "")
}

fn patch(id: &str) -> Resource<ConfigPatch> {
    Resource::new(id, ConfigPatch::new("machine: {}")).labelled("omni.sidero.dev/cluster", "prod")
}

#[test]
fn creates_everything_in_the_order_of_the_types() {
    assert_eq!(
        plan(PROD, &[]),
        format!(
            "\
* creating (dry run) Clusters(prod)
* creating (dry run) ExtensionsConfigurations(schematic-prod)
* creating (dry run) ExtensionsConfigurations(schematic-{WORKER})
* creating (dry run) ConfigPatches(200-cluster-prod-kubespan)
* creating (dry run) ConfigPatches(250-ntp)
* creating (dry run) ConfigPatches(000-cm-{WORKER}-install-disk)
* creating (dry run) MachineSets(prod-control-planes)
* creating (dry run) MachineSets(prod-gpu)
* creating (dry run) MachineSetNodes({MACHINE})
* creating (dry run) MachineSetNodes({WORKER})
* creating (dry run) KernelArgs({MACHINE})
"
        )
    );
}

#[test]
fn changes_nothing_that_was_synced_before() {
    let plan = SyncPlan::new("prod", render(PROD), &stored()).unwrap();
    assert!(plan.is_empty(), "{plan}");
}

#[test]
fn updates_what_differs_and_keeps_its_history() {
    let wanted = render(&PROD.replace("v1.34.1", "v1.34.2").replace("env: prod", "env: test"));
    let plan = SyncPlan::new("prod", wanted, &stored()).unwrap();
    let [update] = plan.update.as_slice() else { panic!("{plan}") };
    assert_eq!(update.new.metadata().version, Version::Number(7));
    assert_eq!(update.new.metadata().finalizers, ["SomeController"]);
    assert!(plan.create.is_empty() && plan.destroy.iter().all(Vec::is_empty));
}

#[test]
fn destroys_whatever_of_the_cluster_has_no_owner_and_is_not_named() {
    let mut owned = patch("950-prod-encryption");
    owned.metadata.owner = "ClusterController".to_owned();
    let elsewhere = patch("elsewhere").labelled("omni.sidero.dev/cluster", "other");
    let mut existing = stored();
    existing.extend([patch("999-by-hand").into(), owned.into(), elsewhere.into()]);
    assert_eq!(plan(PROD, &existing), "* tearing down (dry run) ConfigPatches(999-by-hand)\n");
}

#[test]
fn takes_machines_down_before_the_rest_and_leaves_nodes_to_their_set() {
    let without_gpu = PROD.split("---\nkind: Workers").next().unwrap();
    assert_eq!(
        plan(without_gpu, &stored()),
        format!(
            "\
* tearing down (dry run) MachineSets(prod-gpu)
* tearing down (dry run) ExtensionsConfigurations(schematic-{WORKER})
* tearing down (dry run) ConfigPatches(000-cm-{WORKER}-install-disk)
"
        )
    );
}

#[test]
fn destroys_only_the_cluster_where_all_goes() {
    let plan = SyncPlan::new("prod", Vec::new(), &stored()).unwrap();
    let going: Vec<_> =
        plan.destroy.iter().flatten().map(|resource| resource.metadata().id.as_str()).collect();
    assert_eq!(going, ["prod"]);
    assert_eq!(plan.update.len(), 1, "the annotation of the kernel arguments");
}

#[test]
fn lets_go_of_kernel_arguments_without_changing_them() {
    let without = PROD.replace("kernelArgs: [console=ttyS0]\n", "");
    let plan = SyncPlan::new("prod", render(&without), &stored()).unwrap();
    let [update] = plan.update.as_slice() else { panic!("{plan}") };
    let AnyResource::KernelArgs(args) = &update.new else { panic!("{plan}") };
    assert_eq!(
        (args.spec.args.as_slice(), args.metadata.annotations.len()),
        (&["console=ttyS0".to_owned()][..], 0)
    );

    let machine = MACHINE.parse().unwrap();
    let by_hand = Resource::<KernelArgs>::of_machine(&machine, ["a=b"]);
    let mut existing = stored();
    existing.retain(|resource| !matches!(resource, AnyResource::KernelArgs(_)));
    existing.push(by_hand.into());
    assert!(SyncPlan::new("prod", render(&without), &existing).unwrap().is_empty());
}

#[test]
fn refuses_to_take_what_belongs_to_somebody_else() {
    let mut taken = patch("250-ntp").labelled("omni.sidero.dev/cluster", "other");
    taken.metadata.owner = "SomeController".to_owned();
    taken.metadata.phase = Phase::Running;
    let error = SyncPlan::new("prod", render(PROD), &[taken.into()]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "resource ConfigPatches.omni.sidero.dev(default/250-ntp) already exists for cluster \"other\", cannot create \
         a conflicting resource for a different cluster"
    );
}
