//! Where the values of a patched configuration come from.

use manifest::Source;
use talos_config::patch::{self, How, Layer, Leaf, Origin, Patched};
use talos_config::{Minor, Patch};

const MINOR: Minor = Minor::V1_13;

fn patched(config: &str, patches: &[&str]) -> Patched {
    let load = |(index, text): (usize, &&str)| {
        let loaded = Patch::load(&Source::new(format!("{index}.yaml"), *text), MINOR);
        loaded.value.unwrap_or_else(|| panic!("{text}: {:?}", loaded.findings))
    };
    let patches: Vec<_> = patches.iter().enumerate().map(load).collect();
    let source = Source::new("config.yaml", config);
    let result = patch::apply_with_origins(&source, &patches, MINOR).unwrap();
    assert_eq!(result.text, patch::apply(&source, &patches, MINOR).unwrap());
    result
}

fn leaf(patched: &Patched, path: &str) -> Leaf {
    let leaves = patched.origins.leaves();
    let found = leaves.iter().find(|leaf| format!("{}:{}", leaf.document, leaf.path) == path);
    found.cloned().unwrap_or_else(|| panic!("{path} in\n{}", patched.text))
}

/// `0.yaml 3:5 text`, with what was overridden behind it.
fn shown(origin: &Origin) -> String {
    let how = match origin.how {
        How::Written => "",
        How::Implied => "implied by ",
        How::Deleted => "deleted by ",
    };
    let place = format!("{how}{} {} {}", origin.source.name(), origin.position(), origin.text().trim());
    origin.overrode.iter().fold(place, |place, origin| format!("{place} < {}", shown(origin)))
}

fn origin(patched: &Patched, path: &str) -> String {
    shown(&leaf(patched, path).origin)
}

#[test]
fn the_last_patch_that_says_a_value_is_its_origin_and_tells_what_it_overrode() {
    let patched = patched(
        "machine: {type: worker, sysctls: {a: 1, b: 2}}\n",
        &["machine: {sysctls: {a: 10}}\n", "machine:\n  sysctls:\n    a: 100\n    c: 3\n"],
    );
    assert_eq!(
        origin(&patched, "0:machine.sysctls.a"),
        "1.yaml 3:8 100 < 0.yaml 1:24 10 < config.yaml 1:38 1"
    );
    assert_eq!(origin(&patched, "0:machine.sysctls.b"), "config.yaml 1:44 2");
    assert_eq!(origin(&patched, "0:machine.sysctls.c"), "1.yaml 4:8 3");
    assert_eq!(leaf(&patched, "0:machine.sysctls.c").origin.layer, Layer::Patch(1));
}

#[test]
fn items_of_lists_come_from_who_appended_them() {
    let patched = patched(
        "machine: {certSANs: [a]}\ncluster: {network: {podSubnets: [10.0.0.0/8]}}\n",
        &["machine: {certSANs: [b]}\ncluster: {network: {podSubnets: [10.1.0.0/16]}}\n"],
    );
    assert_eq!(origin(&patched, "0:machine.certSANs[0]"), "config.yaml 1:22 a");
    assert_eq!(origin(&patched, "0:machine.certSANs[1]"), "0.yaml 1:22 b");
    // This list is replaced as a whole.
    assert_eq!(
        origin(&patched, "0:cluster.network.podSubnets[0]"),
        "0.yaml 2:34 10.1.0.0/16 < config.yaml 2:33 [10.0.0.0/8]"
    );
}

#[test]
fn items_with_keys_are_followed_through_the_merge() {
    let patched = patched(
        "machine: {network: {interfaces: [{interface: a, mtu: 1}, {interface: b, mtu: 2}]}}\n",
        &["machine: {network: {interfaces: [{interface: b, mtu: 20}, {interface: c, mtu: 30}]}}\n"],
    );
    let path = "0:machine.network.interfaces";
    assert_eq!(origin(&patched, &format!("{path}[0].mtu")), "config.yaml 1:54 1");
    assert_eq!(origin(&patched, &format!("{path}[1].mtu")), "0.yaml 1:54 20 < config.yaml 1:78 2");
    assert_eq!(origin(&patched, &format!("{path}[2].mtu")), "0.yaml 1:79 30");
}

#[test]
fn what_follows_a_deleted_item_keeps_its_origin() {
    let patched = patched(
        "machine: {network: {interfaces: [{interface: a}, {interface: b, mtu: 2}]}, sysctls: {x: 1, y: 2}}\n",
        &[
            "machine: {network: {interfaces: [{interface: a, $patch: delete}]}, sysctls: {x: {$patch: delete}}}\n",
        ],
    );
    assert_eq!(origin(&patched, "0:machine.network.interfaces[0].mtu"), "config.yaml 1:70 2");
    assert_eq!(origin(&patched, "0:machine.sysctls.y"), "config.yaml 1:95 2");
}

#[test]
fn a_deleted_field_that_is_written_all_the_same_comes_from_its_marker() {
    let patched = patched("version: v1alpha1\ncluster: {}\n", &["version: {$patch: delete}\ndebug: true\n"]);
    assert_eq!(
        origin(&patched, "0:version"),
        "deleted by 0.yaml 1:10 {$patch: delete} < config.yaml 1:10 v1alpha1"
    );
}

#[test]
fn what_nobody_says_is_implied_by_what_brought_it() {
    let patched = patched("machine: {ca: {crt: YQ==, key: Yg==}}\n", &["machine: {ca: {crt: Yw==}}\n"]);
    assert_eq!(origin(&patched, "0:machine.ca.crt"), "0.yaml 1:21 Yw== < config.yaml 1:21 YQ==");
    assert_eq!(
        origin(&patched, "0:machine.ca.key"),
        "implied by 0.yaml 1:15 {crt: Yw==} < config.yaml 1:15 {crt: YQ==, key: Yg==}"
    );
    assert_eq!(leaf(&patched, "0:machine.type").origin.how, How::Implied);
}

#[test]
fn a_share_that_loses_against_bytes_is_not_the_origin() {
    let document = |size: &str| {
        format!(
            "apiVersion: v1alpha1\nkind: UserVolumeConfig\nname: data\nprovisioning:\n  maxSize: {size}\n"
        )
    };
    let result = patched(&document("10GiB"), &[&document("50%")]);
    assert_eq!(origin(&result, "0:provisioning.maxSize"), "config.yaml 5:12 10GiB");
}

#[test]
fn documents_are_followed_when_they_change_their_place() {
    let patched = patched(
        "apiVersion: v1alpha1\nkind: HostnameConfig\nhostname: a\n",
        &["apiVersion: v1alpha1\nkind: HostnameConfig\nhostname: b\n---\ndebug: true\n"],
    );
    assert_eq!(origin(&patched, "0:debug"), "0.yaml 5:8 true");
    assert_eq!(origin(&patched, "1:hostname"), "0.yaml 3:11 b < config.yaml 3:11 a");
}

#[test]
fn json_operations_say_what_they_add_and_keep_what_they_move() {
    let patched = patched(
        "machine:\n  certSANs: [a, c]\n  sysctls: {x: one}\n",
        &[
            "- {op: add, path: /machine/certSANs/1, value: b}\n- {op: remove, path: /machine/certSANs/-1}\n",
            "- {op: move, from: /machine/sysctls/x, path: /machine/sysctls/y}\n",
            "- {op: replace, path: /machine/certSANs/0, value: z}\n",
            "machine: {certSANs: [d], sysctls: {y: two}}\n",
            "- {op: copy, from: /machine/certSANs/1, path: /machine/certSANs/-}\n",
        ],
    );
    let path = "0:machine.certSANs";
    assert_eq!(origin(&patched, &format!("{path}[0]")), "2.yaml 1:51 z < config.yaml 2:14 a");
    assert_eq!(origin(&patched, &format!("{path}[1]")), "0.yaml 1:47 b");
    assert_eq!(origin(&patched, &format!("{path}[2]")), "3.yaml 1:22 d");
    assert_eq!(origin(&patched, &format!("{path}[3]")), "0.yaml 1:47 b");
    assert_eq!(origin(&patched, "0:machine.sysctls.y"), "3.yaml 1:39 two < config.yaml 3:16 one");
}

#[test]
fn aliases_and_merge_keys_lead_to_what_they_stand_for() {
    let patched = patched(
        "machine:\n  sysctls: &s {a: 1}\n  sysfs:\n    <<: *s\n    b: 2\n  env: *s\n",
        &["machine: {sysfs: {c: 3}}\n"],
    );
    for path in ["0:machine.sysctls.a", "0:machine.sysfs.a", "0:machine.env.a"] {
        assert_eq!(origin(&patched, path), "config.yaml 2:19 1", "{path}");
    }
}

#[test]
fn without_patches_every_value_comes_from_itself() {
    let config = "a: [1, {b: &x 2}]\nc: *x\n---\nd: {}\n";
    let patched = patched(config, &[]);
    let leaves = patched.origins.leaves();
    assert_eq!(leaves.len(), 4);
    for leaf in leaves {
        assert_eq!(
            (leaf.origin.span, leaf.origin.layer, leaf.origin.how),
            (leaf.span, Layer::Config, How::Written)
        );
    }
}

#[test]
fn debug_shows_no_content() {
    let patched = patched("machine: {token: hidden}\n", &["machine: {token: secret}\n"]);
    let text = format!("{patched:?} {:?}", patched.origins.leaves());
    assert!(!text.contains("hidden") && !text.contains("secret"), "{text}");
}

#[test]
fn an_annotated_result_reads_as_the_same() {
    let patched = patched(
        "machine: {type: worker, sysctls: {a: 1}}\n",
        &[
            "machine:\n  sysctls:\n    a: 10\n  files:\n    - content: |\n        two\n        lines\n      path: /a\n",
        ],
    );
    let annotated = patched.annotated();
    for line in [
        "        a: \"10\" # 0.yaml:3:8, was config.yaml:1:38",
        "        - content: | # 0.yaml:6:9",
        "version: \"\" # implied by config.yaml:1:1",
    ] {
        assert!(annotated.lines().any(|one| one == line), "{line} in\n{annotated}");
    }
    let load = |text: &str| {
        let loaded = talos_config::Configuration::load(&Source::new("result", text), MINOR);
        loaded.value.unwrap().encode().unwrap()
    };
    assert_eq!(load(&annotated), load(&patched.text));
}
