//! OMN0325 immutable-change.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::go::quoted;
use crate::resource::{Acceptance, AnyResource, Cluster, MachineSet, Metadata, Resource, annotation, label};

/// A resource is not changed in what Omni keeps as it was made.
pub static IMMUTABLE_CHANGE: Rule = Rule {
    code: "OMN0325",
    name: "immutable-change",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where a file declares a resource twice, which is an update by the time the second one is applied, the labels that tie it to a cluster or set, the encryption of disks, the backup that a control plane starts from and the acceptance of a machine stay as they were.",
    why: "Omni refuses the update: `changing value of label \"omni.sidero.dev/cluster\" from \"a\" to \"b\"`, `updating disk encryption settings is not allowed`, `updating cluster configuration is not allowed: the cluster \"a\" is locked`, `bootstrap spec is immutable after creation`, `an accepted machine cannot be rejected or set back to pending acceptance`.",
    bad: "\
metadata:
  namespace: default
  type: Clusters.omni.sidero.dev
  id: frank
spec: {kubernetesversion: 1.35.3, talosversion: 1.12.6}
---
metadata:
  namespace: default
  type: Clusters.omni.sidero.dev
  id: frank
spec: {kubernetesversion: 1.35.3, talosversion: 1.12.6, features: {diskencryption: true}}
",
    good: "\
metadata:
  namespace: default
  type: Clusters.omni.sidero.dev
  id: frank
spec: {kubernetesversion: 1.35.3, talosversion: 1.12.6, features: {diskencryption: true}}
",
    source: "`internal/backend/runtime/omni/validations/{relation_labels,cluster,machine_set,infra_machine_config}.go`",
};

/// Everything that Omni refuses in a change of a resource from one form to another, besides what it refuses in the new
/// form by itself. Places are those of the new form.
///
/// Says nothing of resources of different types.
#[must_use]
pub fn check_update(old: &AnyResource, new: &AnyResource) -> Vec<Finding> {
    let mut findings = relations(old, new);
    match (old, new) {
        (AnyResource::Cluster(old), AnyResource::Cluster(new)) => findings.extend(cluster(old, new)),
        (AnyResource::MachineSet(old), AnyResource::MachineSet(new)) => findings.extend(bootstrap(old, new)),
        (AnyResource::InfraMachineConfig(old), AnyResource::InfraMachineConfig(new)) => {
            let was_accepted = old.spec.acceptance_status == Acceptance::Accepted;
            if was_accepted && new.spec.acceptance_status != Acceptance::Accepted {
                let message = "an accepted machine cannot be rejected or set back to pending acceptance";
                findings.push(say(
                    "spec.acceptancestatus",
                    message,
                    "leave it at 1; remove the machine's link to be rid of it",
                ));
            }
        }
        _ => {}
    }
    findings
}

fn relations(old: &AnyResource, new: &AnyResource) -> Vec<Finding> {
    let keys: &[&str] = match (old, new) {
        (AnyResource::MachineSetNode(_), AnyResource::MachineSetNode(_)) => {
            &[label::CLUSTER, label::MACHINE_SET]
        }
        (AnyResource::MachineSet(_), AnyResource::MachineSet(_)) => &[label::CLUSTER],
        _ => return Vec::new(),
    };
    let (old, new) = (old.metadata(), new.metadata());
    let changed = keys.iter().filter_map(|key| {
        let before = old.label(key).filter(|before| !before.is_empty())?;
        let after = new.label(key).unwrap_or_default();
        (before != after).then(|| {
            let place = Place::value(FieldPath::root().keys("metadata.labels").key(*key));
            let message = format!(
                "changing value of label {} from {} to {}",
                quoted(key),
                quoted(before),
                quoted(after)
            );
            Finding::new(&IMMUTABLE_CHANGE, place, message).help("destroy the resource, and make it anew")
        })
    });
    changed.collect()
}

fn cluster(old: &Resource<Cluster>, new: &Resource<Cluster>) -> Option<Finding> {
    let is_locked = |metadata: &Metadata| {
        metadata.annotations.contains_key(annotation::CLUSTER_LOCKED)
            && !metadata.annotations.contains_key(annotation::CLUSTER_IMPORT_IS_IN_PROGRESS)
    };
    let is_encrypted = |cluster: &Cluster| cluster.features.unwrap_or_default().disk_encryption;
    let is_same = old.spec == new.spec
        && old.metadata.labels == new.metadata.labels
        && old.metadata.annotations == new.metadata.annotations;
    if is_locked(&old.metadata) && is_locked(&new.metadata) && !is_same {
        let name = quoted(new.id());
        let message = format!("updating cluster configuration is not allowed: the cluster {name} is locked");
        return Some(say("spec", &message, "remove the annotation first, then change the cluster"));
    }
    (is_encrypted(&old.spec) != is_encrypted(&new.spec)).then(|| {
        let message = "updating disk encryption settings is not allowed";
        say(
            "spec.features.diskencryption",
            message,
            "leave it as the cluster was made, or make a new cluster",
        )
    })
}

/// A spec may go once the cluster has begun, which only Omni knows.
fn bootstrap(old: &Resource<MachineSet>, new: &Resource<MachineSet>) -> Option<Finding> {
    let (old, new) = (old.spec.bootstrap_spec.as_ref(), new.spec.bootstrap_spec.as_ref());
    (new.is_some() && old != new).then(|| {
        let help = "leave it as it was when the set was made";
        say("spec.bootstrapspec", "bootstrap spec is immutable after creation", help)
    })
}

fn say(path: &str, message: &str, help: &str) -> Finding {
    Finding::new(&IMMUTABLE_CHANGE, Place::value(FieldPath::root().keys(path)), message).help(help)
}
