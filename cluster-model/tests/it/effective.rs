//! What a machine ends up with, as it is shown.

use cluster_model::effective::{NoEffect, View};
use cluster_model::estate::Estate;
use manifest::Value;

use crate::import::repository;

const MACHINE: &str = "00000000-0000-4000-8000-000000000001";

/// A patch of the cluster `c`, or of its one machine.
fn patch(id: &str, of_machine: bool, data: &str) -> String {
    let machine = format!("    omni.sidero.dev/cluster-machine: {MACHINE}\n");
    let machine = if of_machine { machine.as_str() } else { "" };
    let data = data.lines().map(|line| "    ".to_owned() + line + "\n").collect::<String>();
    format!(
        "metadata:\n  namespace: default\n  type: ConfigPatches.omni.sidero.dev\n  id: {id}\n  labels:\n    \
         omni.sidero.dev/cluster: c\n{machine}spec:\n  data: |\n{data}"
    )
}

fn estate(patches: &[(&str, bool, &str)]) -> Estate {
    let texts: Vec<(String, String)> =
        patches.iter().map(|(id, of, data)| (format!("{id}.yaml"), patch(id, *of, data))).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (&**path, &**text)).collect();
    repository(&files).estates().remove(0)
}

#[test]
fn a_patch_without_effect_says_why() {
    let swap = "machine:\n  sysctls:\n    vm.swappiness: \"10\"\n";
    let other = "machine:\n  sysctls:\n    vm.swappiness: \"60\"\n";
    let estate = estate(&[
        ("1-first", false, swap),
        ("2-again", true, swap),
        ("3-prism", true, "machine: {features: {kubePrism: {port: 7445}}}\n"),
        ("4-other", true, other),
        ("5-debug", true, "debug: true\n"),
    ]);
    let effective = &estate.effective[0];
    let reasons: Vec<_> = (0..5).map(|index| effective.no_effect(index)).collect();
    let overridden = Some(NoEffect::Overridden(vec!["4-other".to_owned()]));
    assert_eq!(reasons, [overridden.clone(), overridden, Some(NoEffect::SaidBefore), None, None]);
    assert_eq!(effective.no_effect(5), None);
}

#[test]
fn a_value_is_shown_with_what_set_it_and_secrets_are_not() {
    let estate = estate(&[
        ("1-wide", false, "machine: {token: one.two, sysctls: {vm.swappiness: \"10\"}}\n"),
        ("2-narrow", true, "machine: {token: three.four, sysctls: {vm.swappiness: \"60\"}}\n"),
    ]);
    let mut view = View::of(&estate, estate.machine(MACHINE).unwrap(), "dir/").unwrap();
    assert!(view.values.iter().any(|value| value.set_by.patch.is_none() && value.set_by.at.is_none()));
    view.keep("machine.sysctls");
    assert_eq!(
        view.lines(true),
        "\
machine.sysctls[\"vm.swappiness\"]: 60
  set by 2-narrow dir/2-narrow.yaml:10:59
  overrode 1-wide dir/1-wide.yaml:9:56
"
    );
    let mut view = View::of(&estate, estate.machine(MACHINE).unwrap(), "").unwrap();
    view.keep("machine.token");
    assert_eq!(view.values[0].value, Value::from("******"));
    assert_eq!(view.values[0].overrode.len(), 1);
    let text = estate.effective[0].with_origins(&estate, "");
    assert!(text.contains("# 2-narrow 2-narrow.yaml:10:59, was 1-wide 1-wide.yaml:9:56\n"), "{text}");
}
