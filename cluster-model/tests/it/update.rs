//! A repository that is changed file by file says what it would say if it was read anew.

use std::collections::BTreeMap;

use cluster_model::fleet::fleet;
use cluster_model::import::Repository;
use manifest::yaml::{self, Layout};
use proptest::prelude::*;

type Files = BTreeMap<String, Vec<u8>>;

/// The repository is changed, and is then what the changed files are.
fn step(repository: &mut Repository, files: &mut Files, path: &str, text: Option<String>) -> usize {
    let bytes = text.map(String::into_bytes);
    match &bytes {
        Some(bytes) => files.insert(path.to_owned(), bytes.clone()),
        None => files.remove(path),
    };
    repository.update([(path.to_owned(), bytes)]);
    let anew = Repository::read(files.clone());
    assert_eq!(repository.check(), anew.check(), "{path}");
    // Once more, with all that the first check leaves behind.
    assert_eq!(repository.check(), anew.check(), "{path}");
    assert_eq!(repository.estates(), anew.estates(), "{path}");
    for (estate, other) in repository.estates().iter().zip(anew.estates()) {
        for (effective, other) in estate.effective.iter().zip(&other.effective) {
            assert_eq!(effective.leaves(), other.leaves(), "{path}");
            for (applied, other_applied) in effective.applied.iter().zip(&other.applied) {
                assert_eq!(effective.is_dead(applied), other.is_dead(other_applied), "{path}");
            }
        }
    }
    anew.check().len()
}

/// A patch for one machine, or for all.
fn patch(id: &str, machine: Option<&str>, data: &str) -> String {
    let machine = machine.map(|id| format!(", omni.sidero.dev/cluster-machine: {id}")).unwrap_or_default();
    format!(
        "metadata: {{namespace: default, type: ConfigPatches.omni.sidero.dev, id: {id}, labels: {{omni.sidero.dev/cluster: \
         fleet{machine}}}}}\nspec:\n  data: |\n    {data}\n"
    )
}

#[test]
fn a_change_says_what_reading_anew_says() {
    let cluster = fleet(9, 1).unwrap();
    let artifacts = cluster.artifacts().unwrap().into_iter();
    let mut files: Files = artifacts.map(|artifact| (artifact.path, artifact.text.into_bytes())).collect();
    let mut repository = Repository::read(files.clone());
    assert!(repository.check().is_empty());
    let estates = repository.estates();
    let name = estates[0].name.clone();
    let machine = estates[0].machines[0].id.as_ref().unwrap().value.to_string();
    drop(estates);
    let patch =
        |id: &str, machine: Option<&str>, data: &str| patch(id, machine, data).replace("fleet", &name);
    let mut step = |path: &str, text: Option<String>| step(&mut repository, &mut files, path, text);

    // Before all others, so that each has another number; and wide, so that it is in each configuration.
    let wide = "machine: {sysctls: {vm.swappiness: \"10\", vm.dirty_ratio: \"5\"}}";
    assert_eq!(step("a/000.yaml", Some(patch("000-a", None, wide))), 0);
    // One machine says it otherwise, and the wide patch still counts for the others.
    let own = "machine: {sysctls: {vm.swappiness: \"20\"}}";
    assert_ne!(step("a/900.yaml", Some(patch("900-a", Some(&machine), own))), 0);
    // A patch of the same id and text that is moved down a line has its places there.
    let moved = format!("# moved\n{}", patch("900-a", Some(&machine), own));
    assert_ne!(step("a/900.yaml", Some(moved)), 0);
    // What Talos refuses, and what it does not take for a patch.
    let refused = "machine: {network: {interfaces: [{interface: eth9, mtu: -1, dhcp: [1]}]}}";
    assert_ne!(step("a/900.yaml", Some(patch("900-a", Some(&machine), refused))), 0);
    assert_eq!(step("a/900.yaml", None), 0);
    // A patch that names a machine and a set reaches the whole set.
    let set = patch("950-a", Some(&machine), "machine: {sysctls: {vm.swappiness: \"40\"}}")
        .replace("labels: {", &format!("labels: {{omni.sidero.dev/machine-set: {name}-workers, "));
    step("a/950.yaml", Some(set.clone()));
    step("a/950.yaml", Some(set.replace("40", "50")));
    assert_eq!(step("a/950.yaml", None), 0);
    // The same id twice.
    assert_ne!(
        step("b/000.yaml", Some(patch("000-a", None, "machine: {sysctls: {vm.swappiness: \"30\"}}"))),
        0
    );
    step("a/000.yaml", None);
    step("b/000.yaml", None);
}

#[test]
fn a_change_of_what_machines_share_is_looked_at_for_all_of_them() {
    let cluster = fleet(5, 3).unwrap();
    let artifacts = cluster.artifacts().unwrap().into_iter();
    let mut files: Files = artifacts.map(|artifact| (artifact.path, artifact.text.into_bytes())).collect();
    let find = |word: &str| files.keys().find(|path| path.contains(word)).unwrap().clone();
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    let (values, pool) = (find("values"), find("pool"));
    let (values_text, pool_text) = (text(&values), text(&pool));
    let mut repository = Repository::read(files.clone());
    let mut step = |path: &str, text: Option<String>| step(&mut repository, &mut files, path, text);

    // The values of the chart, which no other file names, and again as they were.
    let other = values_text.replace("kubeProxyReplacement: true", "kubeProxyReplacement: false");
    assert_ne!(step(&values, Some(other)), 0);
    assert_eq!(step(&values, Some(values_text.clone())), 0);
    // Values in a block of text of an application take the place of those of the file.
    let application = "\
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: cilium}
spec:
  source:
    chart: cilium
    targetRevision: 1.17.0
    helm:
      values: |
        hubble: {enabled: false}
";
    assert_ne!(step("apps/cilium.yaml", Some(application.to_owned())), 0);
    step("apps/cilium.yaml", Some(application.replace("false", "[1]")));
    assert_eq!(step("apps/cilium.yaml", None), 0);
    // Objects of Kubernetes.
    let elsewhere = pool_text.replace("10.255.0.", "10.0.16.");
    assert_ne!(step(&pool, Some(elsewhere)), 0);
    step(&pool, None);
    assert_eq!(step(&pool, Some(pool_text)), 0);
    // What makes a chart of a directory, for files in it.
    let chart = |path: &str| format!("{}/Chart.yaml", path.rsplit_once('/').unwrap().0);
    step(&chart("own/templates"), Some("name: own\nversion: 1.0.0\n".to_owned()));
    step("own/templates/pool.yaml", Some("kind: {{ .Values.kind }}\n".to_owned()));
    step(&chart("own/templates"), None);
    step("own/templates/pool.yaml", None);
}

#[test]
fn a_template_is_read_again_when_a_file_changes_that_it_names() {
    let template = "\
kind: Cluster
name: lab
kubernetes: {version: v1.34.0}
talos: {version: v1.12.0}
patches:
  - {name: own, file: patches/own.yaml}
---
kind: ControlPlane
machines: [00000000-0000-4000-8000-000000000001]
";
    let mut files: Files = BTreeMap::from([("omni/cluster.yaml".to_owned(), template.into())]);
    let mut repository = Repository::read(files.clone());
    let missing = repository.check().len();
    assert_ne!(missing, 0);
    let mut step =
        |path: &str, text: Option<&str>| step(&mut repository, &mut files, path, text.map(str::to_owned));
    let there = step("omni/patches/own.yaml", Some("machine: {sysctls: {vm.swappiness: \"10\"}}\n"));
    assert!(there < missing);
    assert!(step("omni/patches/own.yaml", Some("machine: {sysctls: {vm.swappiness: {}}}\n")) > there);
    step("other.yaml", Some("a: 1\n"));
    assert_eq!(step("omni/patches/own.yaml", None), missing);
}

/// What somebody does to the text of a file.
#[derive(Clone, Copy, Debug)]
enum Edit {
    /// A comment at the end of a line, so that everything below stands elsewhere.
    Comment,
    /// One line is gone.
    Drop,
    /// One line stands twice.
    Repeat,
    /// The first digit of a line is another one.
    Digit,
    /// A value of a line is another word.
    Word,
    /// The text stands in another file, too.
    Copy,
    /// The file is gone.
    Remove,
    /// The file is as it was at the beginning.
    Restore,
}

/// Makes an edit at the line with a number, counted in a circle; none for a file that is gone.
fn edited(text: Option<&str>, origin: &str, edit: Edit, line: usize) -> Option<String> {
    if matches!(edit, Edit::Restore) {
        return Some(origin.to_owned());
    }
    let mut lines: Vec<String> = text?.lines().map(str::to_owned).collect();
    let index = line % lines.len().max(1);
    let Some(line) = lines.get_mut(index) else { return Some(String::new()) };
    match edit {
        Edit::Comment => line.push_str("\n# edited"),
        Edit::Drop => drop(lines.remove(index)),
        Edit::Repeat => lines.insert(index, lines[index].clone()),
        Edit::Digit => {
            if let Some(at) = line.find(|character: char| character.is_ascii_digit()) {
                let other = if line.as_bytes()[at] == b'7' { "8" } else { "7" };
                line.replace_range(at..=at, other);
            }
        }
        Edit::Word => {
            if let Some((key, _)) = line.clone().split_once(": ") {
                *line = format!("{key}: other");
            }
        }
        Edit::Remove => return None,
        Edit::Copy | Edit::Restore => {}
    }
    Some(lines.join("\n") + "\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is edited, in whatever order, with a spec beside the files or without one.
    #[test]
    fn any_edits_say_what_reading_anew_says(
        seed in 0_u64..1_000,
        has_spec in any::<bool>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_usize..10_000), 1..6),
    ) {
        use Edit::{Comment, Copy, Digit, Drop, Remove, Repeat, Restore, Word};
        let cluster = fleet(4, seed).unwrap();
        let artifacts = cluster.artifacts().unwrap().into_iter();
        let mut files: Files = artifacts.map(|artifact| (artifact.path, artifact.text.into_bytes())).collect();
        if has_spec {
            let text = yaml::to_string(cluster.spec(), &Layout::default()).unwrap();
            files.insert("cluster.yaml".to_owned(), text.into_bytes());
        }
        let origin = files.clone();
        let mut repository = Repository::read(files.clone());
        prop_assert_eq!(repository.check(), vec![]);
        // What says something of every machine is edited as often as all others.
        let paths: Vec<&String> = origin.keys().collect();
        let template = origin.keys().find(|path| path.contains("cluster-template")).unwrap();
        let wide = origin.keys().find(|path| path.contains("cluster-wide-nameservers")).unwrap();
        for (path, edit, line) in edits {
            let path = match line % 4 {
                0 => template,
                1 => wide,
                _ => path.get(&paths),
            };
            let edit = *edit.get(&[Comment, Comment, Copy, Drop, Repeat, Digit, Digit, Word, Remove, Restore]);
            let text = |files: &Files| files.get(path).map(|bytes| String::from_utf8(bytes.clone()).unwrap());
            let text = edited(text(&files).as_deref(), &text(&origin).unwrap(), edit, line);
            match edit {
                Copy => step(&mut repository, &mut files, &format!("copies/{path}"), text),
                _ => step(&mut repository, &mut files, path, text),
            };
        }
    }
}
