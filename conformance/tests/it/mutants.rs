//! Rules that are broken on purpose: the recorded answers have to tell.
//!
//! The sources are copied to `target/mutants`, one rule is changed there, and the changed crates are compared with the
//! recorded answers of one subject. That builds the libraries once for each rule: `.ci/run` does it, `cargo test` does
//! not.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A rule and how it is broken.
struct Mutant {
    /// What is broken, for people.
    rule: &'static str,
    file: &'static str,
    /// What stands there now, once.
    right: &'static str,
    wrong: &'static str,
    /// The subject whose recorded answers must tell.
    subject: &'static str,
}

const MUTANTS: &[Mutant] = &[
    Mutant {
        rule: "merge: a list of a patch comes behind the one that is there",
        file: "talos-config/src/patch/merge/list.rs",
        right: "base.extend(patch.iter().cloned());",
        wrong: "base.clone_from(patch);",
        subject: "talos-patched-1.13",
    },
    Mutant {
        rule: "template: the patches of a machine set count from 400",
        file: "omni-client/src/template/render/patch.rs",
        right: "pub(super) const MACHINE_SET_WEIGHT: usize = 400;",
        wrong: "pub(super) const MACHINE_SET_WEIGHT: usize = 300;",
        subject: "omni-template-rendered",
    },
    Mutant {
        rule: "scalar: digits behind a zero are octal",
        file: "manifest/src/yaml/resolve.rs",
        right: "digits.starts_with('0') => (8, digits.get(1..)?),",
        wrong: "digits.starts_with('0') => (10, digits.get(1..)?),",
        subject: "yaml-scalars",
    },
    Mutant {
        rule: "chart guard: Hubble's web page wants its relay",
        file: "cilium-values/src/check/rules/hubble_chain_broken.rs",
        right: "if ui && !is_standalone && !relay {",
        wrong: "if ui && !is_standalone && relay {",
        subject: "helm-values-1.17",
    },
];

/// What is copied: the workspace without what is built.
const SOURCES: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "clippy.toml",
    "manifest",
    "talos-config",
    "omni-client",
    "cilium-values",
    "cluster-model",
    "frank-cli",
    "examples",
    "benches",
    "conformance",
];

#[test]
#[ignore = "builds the libraries once for each rule; `.ci/run` does it"]
fn every_broken_rule_is_noticed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let place = root.join("target/mutants");
    let copy = place.join("source");
    fs::create_dir_all(&copy).unwrap();
    let mut unnoticed = Vec::new();
    for mutant in MUTANTS {
        for source in SOURCES {
            update(&root.join(source), &copy.join(source));
        }
        let file = copy.join(mutant.file);
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(
            text.matches(mutant.right).count(),
            1,
            "{}: {} says it no longer, or twice",
            mutant.rule,
            mutant.file
        );
        fs::write(&file, text.replace(mutant.right, mutant.wrong)).unwrap();

        let outcome = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--package", "conformance", "--bin", "compare", "--", mutant.subject])
            .current_dir(&copy)
            .env("CARGO_TARGET_DIR", place.join("build"))
            .env("CARGO_PROFILE_DEV_DEBUG", "none")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&outcome.stdout);
        // A mutant that does not build proves nothing.
        assert!(
            said.contains(mutant.subject),
            "{}:\n{}",
            mutant.rule,
            String::from_utf8_lossy(&outcome.stderr)
        );
        println!("{}\n  {}", mutant.rule, said.lines().next().unwrap_or_default());
        if outcome.status.success() {
            unnoticed.push(mutant.rule);
        }
    }
    assert!(unnoticed.is_empty(), "nobody noticed: {unnoticed:?}");
}

/// Brings a copy up to date; what is the same keeps its time, so that it is not built again.
fn update(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        let mut names: Vec<PathBuf> =
            fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.retain(|path| !path.ends_with("target"));
        for path in names {
            update(&path, &to.join(path.file_name().unwrap()));
        }
    } else {
        let content = fs::read(from).unwrap();
        if fs::read(to).ok().as_ref() != Some(&content) {
            fs::write(to, content).unwrap();
        }
    }
}
