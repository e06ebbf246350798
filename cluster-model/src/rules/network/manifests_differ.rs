//! CLU0323 manifests-differ.

use std::collections::{BTreeMap, BTreeSet};

use manifest::{Finding, Rule, Severity};

use crate::effective::Effective;
use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0323",
    name: "manifests-differ",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "All control planes have the same inline and extra manifests.",
    why: "Each control plane applies its own: which one the cluster gets, or whether it gets Cilium at all, depends on who comes first.",
    bad: concat!(
        member!(control_plane),
        second!(),
        patch!(
            "    cluster:
      inlineManifests:
        - {name: cilium, contents: '{apiVersion: v1, kind: Namespace, metadata: {name: cilium-secrets}}'}
"
        )
    ),
    good: concat!(
        member!(control_plane),
        second!(),
        "\
### 500-p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-p
  labels: {omni.sidero.dev/cluster: lab}
spec:
  data: |
    cluster:
      inlineManifests:
        - {name: cilium, contents: '{apiVersion: v1, kind: Namespace, metadata: {name: cilium-secrets}}'}
"
    ),
    source: "Talos documentation, Deploying Cilium; siderolabs/talos, internal/app/machined/pkg/controllers/k8s/manifest_apply.go",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let mut stacks = BTreeSet::new();
    let control_planes = estate.machines.iter().filter(|machine| machine.is_control_plane());
    // Machines of one configuration have the same.
    let mut different = control_planes
        .filter(|machine| machine.effective.is_some_and(|effective| stacks.insert(effective)))
        .filter_map(|machine| Some((&*machine.name, manifests(estate.effective_of(machine)?))));
    let Some((first, of_first)) = different.next() else { return };
    for (other, of_other) in different {
        for (name, manifest) in &of_first {
            match of_other.get(name) {
                None => findings.push(missing(name, manifest, first, other)),
                Some(same) if same.contents == manifest.contents => {}
                Some(another) => {
                    let message = format!("`{other}` has another manifest `{name}` than `{first}`");
                    let related = format!("that of `{first}`");
                    findings.push(found(another, message).related(manifest.field.place(), related));
                }
            }
        }
        for (name, manifest) in of_other.iter().filter(|(name, _)| !of_first.contains_key(*name)) {
            findings.push(missing(name, manifest, other, first));
        }
    }
}

fn missing(name: &str, manifest: &Manifest<'_>, has: &str, lacks: &str) -> Finding {
    found(manifest, format!("`{has}` has a manifest `{name}`, and the control plane `{lacks}` has none"))
}

fn found(manifest: &Manifest<'_>, message: String) -> Finding {
    let help = "give it to all control planes: in a patch of their machine set, or of the whole cluster";
    Finding::new(&RULE, manifest.field.place(), message).help(help)
}

/// A manifest that Talos applies.
struct Manifest<'e> {
    /// What says so.
    field: Field<'e>,
    /// Its text; none where it is fetched.
    contents: Option<&'e str>,
}

/// The manifests of a configuration, by name or address.
fn manifests(effective: &Effective) -> BTreeMap<&str, Manifest<'_>> {
    let list = |keys| effective.get(keys).iter().flat_map(Field::items).collect::<Vec<_>>();
    let old = list("cluster.inlineManifests").into_iter().map(|item| (item, "name", "contents"));
    let new = effective.of_kind("KubeInlineManifestConfig").map(|root| (root, "name", "manifest"));
    let inline = old.chain(new).filter_map(|(field, name, contents)| {
        let contents = field.get(contents).text();
        Some((field.get(name).text()?, Manifest { field, contents }))
    });
    let documents = effective.of_kind("KubeExternalManifestConfig").map(|root| root.get("url"));
    let fetched = list("cluster.extraManifests").into_iter().chain(documents);
    let fetched = fetched.filter_map(|field| Some((field.text()?, Manifest { field, contents: None })));
    inline.chain(fetched).collect()
}
