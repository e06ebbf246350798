//! The build script, run on other specs than its own.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::error::Error as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cluster_model::build::{Error, Script};
use tempfile::TempDir;

const SPEC: &str = include_str!("../../cluster.yaml");

/// A package that holds one file, and what its build script would be told.
fn package(spec: &[u8]) -> (TempDir, Script) {
    let directory = tempfile::tempdir().unwrap();
    let script =
        Script { manifest_dir: directory.path().join("package"), out_dir: directory.path().join("out") };
    fs::create_dir(&script.manifest_dir).unwrap();
    fs::create_dir(&script.out_dir).unwrap();
    fs::write(script.manifest_dir.join("cluster.yaml"), spec).unwrap();
    (directory, script)
}

fn generate(script: &Script) -> Result<Vec<String>, Error> {
    script.generate(Path::new("cluster.yaml"))
}

/// Every file below a directory, relative to it.
fn files(root: &Path) -> Vec<PathBuf> {
    let mut open = vec![root.to_path_buf()];
    let mut files = Vec::new();
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                files.push(path.strip_prefix(root).unwrap().to_path_buf());
            }
        }
    }
    files.sort();
    files
}

#[test]
fn a_good_spec_is_generated_and_watched() {
    let (_directory, script) = package(SPEC.as_bytes());
    assert_eq!(generate(&script).unwrap(), ["cargo::rerun-if-changed=cluster.yaml"]);

    let module = fs::read_to_string(script.out_dir.join("frank.rs")).unwrap();
    let files = files(&script.out_dir.join("frank"));
    assert!(!files.is_empty());
    for file in files {
        assert!(
            module.contains(&format!("include_str!(\"frank/{}\")", file.display())),
            "{}",
            file.display()
        );
    }
}

#[test]
fn what_is_not_generated_any_more_is_gone() {
    let (_directory, script) = package(SPEC.as_bytes());
    generate(&script).unwrap();
    let before = files(&script.out_dir);
    let left_over = script.out_dir.join("frank/patches/left-over.yaml");
    fs::write(&left_over, "").unwrap();
    generate(&script).unwrap();
    assert_eq!(files(&script.out_dir), before);
}

#[test]
fn a_bad_spec_fails_with_the_rendered_finding_and_writes_nothing() {
    let bad = SPEC.replace("role: controlplane", "role: contrlplane");
    let (_directory, script) = package(bad.as_bytes());
    let line = bad.lines().position(|line| line.contains("contrlplane")).unwrap() + 1;

    let message = generate(&script).unwrap_err().to_string();
    assert!(message.contains(&format!("--> cluster.yaml:{line}:")), "{message}");
    assert!(message.contains("role: contrlplane"), "{message}");
    assert!(message.contains("did you mean `controlplane`?"), "{message}");
    assert_eq!(files(&script.out_dir), Vec::<PathBuf>::new());
}

#[test]
fn what_is_no_text_or_no_file_fails_with_its_name_and_the_cause() {
    let (_directory, script) = package(b"name: \xff\n");
    let error = generate(&script).unwrap_err();
    assert_eq!(error.to_string(), "cannot read the cluster spec `cluster.yaml`");
    assert_eq!(error.source().unwrap().to_string(), "not valid UTF-8 at line 1, column 7 (byte 6)");

    let error = script.generate(Path::new("lost.yaml")).unwrap_err();
    assert_eq!(error.to_string(), "cannot read the cluster spec `lost.yaml`");
    assert!(error.source().is_some());
}

#[test]
fn an_output_directory_that_is_a_file_fails_with_its_name() {
    let (directory, mut script) = package(SPEC.as_bytes());
    script.out_dir = directory.path().join("package/cluster.yaml");
    let error = generate(&script).unwrap_err();
    assert!(matches!(&error, Error::Write { path, .. } if path.starts_with(&script.out_dir)), "{error}");
}

#[test]
fn the_program_carries_what_its_build_generated() {
    let (_directory, script) = package(SPEC.as_bytes());
    generate(&script).unwrap();
    for patch in files(&script.out_dir.join("frank/patches")) {
        let path = format!("patches/{}", patch.display());
        let program = Command::new(env!("CARGO_BIN_EXE_build-script-example")).arg(&path).output().unwrap();
        let carried = String::from_utf8(program.stdout).unwrap();
        assert_eq!(carried, fs::read_to_string(script.out_dir.join("frank").join(&path)).unwrap());
    }
}
