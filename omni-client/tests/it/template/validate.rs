//! Validation: everything that omnictl refuses, in its words, with a place each.

use manifest::yaml::Document;
use manifest::{FieldPath, Finding, Place, Source};
use omni_client::rules::PATCH_NOT_TALOS;
use omni_client::template::{Host, NoFiles, Template};

use super::PROD;

fn refusal(text: &str) -> String {
    let loaded = Template::load(&Source::new("template.yaml", text));
    assert_eq!(loaded.findings, []);
    loaded.template.validate(&NoFiles).unwrap_err().to_string()
}

/// Each finding with its place, for a template in which one text is replaced.
fn findings(from: &str, to: &str) -> Vec<String> {
    assert!(PROD.contains(from), "{from:?} is not in the template");
    let source = Source::new("template.yaml", PROD.replace(from, to));
    let loaded = Template::load(&source);
    assert_eq!(loaded.findings, []);
    let refusal = loaded.template.validate(&NoFiles).err().unwrap_or_default();
    let found = refusal.findings(&loaded.documents).into_iter().map(|finding| {
        let place = source.position(finding.place.span.unwrap().start);
        format!("{place} {} {}", finding.rule.code, finding.message)
    });
    found.collect()
}

#[test]
fn accepts_what_omnictl_accepts() {
    assert_eq!(findings("v1.34.1", "1.34"), [""; 0]);
    assert_eq!(findings("name: prod", "name: Größe_2"), [""; 0]);
    assert_eq!(findings("1.11.2}", "1.11.2-beta.1}"), [""; 0]);
}

#[test]
fn finds_every_problem_in_its_place() {
    let wrong = "is reserved for internal use";
    for (from, to, expected) in [
        (
            "name: prod",
            "name: my prod",
            "2:7 OMN0103 name should only contain letters, digits, dashes and underscores",
        ),
        ("name: prod", "name:", "2:6 OMN0103 name is required"),
        (
            "v1.34.1",
            "N",
            "4:23 OMN0104 version should be in semver format: Invalid character(s) found in major number \"N\"",
        ),
        ("v1.11.2", "1.11.2", "5:18 OMN0104 version should start with 'v'"),
        ("{version: v1.11.2}", "{}", "5:1 OMN0104 version is required"),
        (
            "{env: prod}",
            "{omni.sidero.dev/x: prod}",
            &format!(
                "3:10 OMN0105 label \"omni.sidero.dev/x\" is invalid: prefix \"omni.sidero.dev/\" {wrong}"
            ),
        ),
        (
            "  - name: kubespan\n    inline:",
            "  - inline:",
            "10:5 OMN0103 either name or idOverride is required for inline patches",
        ),
        (
            "  - name: kubespan\n",
            "  - file: a.yaml\n",
            "10:11 OMN0106 path and inline are mutually exclusive|10:11 OMN0107 failed to access \"a.yaml\": openat a.yaml: no such file or directory",
        ),
        (
            "    inline: {machine: {network: {kubespan: {enabled: true}}}}\n",
            "",
            "10:5 OMN0106 path or inline is required",
        ),
        (
            "{network: {kubespan: {enabled: true}}}",
            "{token: }",
            "11:24 OMN0201 overriding \"machine.token\" is not allowed in the config patch",
        ),
        (
            "{machine: {network: {kubespan: {enabled: true}}}}",
            "'# nothing'",
            "11:13 OMN0204 failed to validate inline patch \"kubespan\": config not found",
        ),
        (
            "machines: [11111111-1111-4111-8111-111111111111]",
            "machines: [cp-1]",
            "18:12 OMN0108 invalid machine ID \"cp-1\": invalid UUID length: 4",
        ),
        (
            "kernelArgs: [console=ttyS0]",
            "name: mine",
            "19:1 OMN0111 custom name is not allowed in the controlplane",
        ),
        (
            "kernelArgs: [console=ttyS0]",
            "deleteStrategy: {type: Rolling}",
            "19:1 OMN0111 deleteStrategy is not allowed in the controlplane",
        ),
        (
            "kernelArgs: [console=ttyS0]",
            "bootstrapSpec: {snapshot: a}",
            "19:1 OMN0113 clusterUUID is required in bootstrapSpec",
        ),
        (
            "name: gpu",
            "name: control-planes",
            "22:7 OMN0103 name \"control-planes\" cannot be used in workers",
        ),
        (
            "updateStrategy: {rolling: {maxParallelism: 3}}",
            "machineClass: {name: a}",
            "24:1 OMN0112 machine set can not have both machines and machine class defined",
        ),
        (
            "updateStrategy: {rolling: {maxParallelism: 3}}",
            "bootstrapSpec: {}",
            "24:1 OMN0111 bootstrapSpec is not allowed in workers",
        ),
        (
            "machines: [22222222-2222-4222-8222-222222222222]\n",
            "machines: [11111111-1111-4111-8111-111111111111]\n",
            "23:12 OMN0109 machines [11111111-1111-4111-8111-111111111111] are used in both controlplane and workers|27:7 OMN0109 machine \"22222222-2222-4222-8222-222222222222\" is not used in controlplane or workers",
        ),
        ("  backupConfiguration: {interval: 1h}", "  diskEncryption: true", ""),
    ] {
        assert_eq!(findings(from, to).join("|"), expected, "{from:?} -> {to:?}");
    }
}

#[test]
fn prints_what_omnictl_prints() {
    let text = "\
kind: Cluster
name: bad name
kubernetes:
  version: v1.34.1
  manifests:
    - {name: a, mode: full, file: missing.yaml}
    - {name: b, inline: ''}
  healthchecks:
    - {name: one, job: 'kind: Job', file: job.yaml}
    - {name: two, job: 'kind: Job'}
    - {name: two, job: 'kind: Job'}
talos: {version: 1.4}
features: {diskEncryption: true}
---
kind: Machine
locked: true
";
    assert_eq!(
        refusal(text),
        "\
4 errors occurred:
\t* error validating cluster \"bad name\": 5 errors occurred:
\t* name should only contain letters, digits, dashes and underscores
\t* error validating Talos version: 1 error occurred:
\t* version should start with 'v'


\t* disk encryption is supported only for Talos version >= 1.5.0
\t* failed to access \"missing.yaml\": statat missing.yaml: no such file or directory
kubernetes manifest \"b\" mode is not set
\t* 1 error occurred:
\t* healthcheck \"one\": job and file are mutually exclusive


duplicate healthcheck \"two\"


\t* machine \"\" is invalid: 2 errors occurred:
\t* name is required for machine
\t* invalid machine ID \"\": invalid UUID length: 0


\t* template should contain 1 controlplane, got 0
\t* machine \"\" is not used in controlplane or workers

"
    );
}

#[test]
fn asks_the_host_what_talos_says_before_it_looks_at_fields() {
    struct Strict;
    impl Host for Strict {
        fn read(&self, path: &str) -> Result<String, String> {
            NoFiles.read(path)
        }

        fn check_talos(&self, documents: &[Document]) -> Result<(), Box<Finding>> {
            let path = FieldPath::root().keys("machine.network.kubespan");
            let document = documents.iter().find(|document| document.get(&path).is_some());
            document.map_or(Ok(()), |document| {
                let words = "unknown keys found during decoding:";
                Err(Finding::new(&PATCH_NOT_TALOS, Place::key(path), words).locate(document).into())
            })
        }
    }
    let text = PROD.replace("{network: {kubespan", "{token: a, network: {kubespan");
    let loaded = Template::load(&Source::new("", text));
    let refusal = loaded.template.validate(&Strict).unwrap_err().to_string();
    assert!(
        refusal.contains("failed to validate inline patch \"kubespan\": unknown keys found"),
        "{refusal}"
    );
    assert!(!refusal.contains("overriding"), "{refusal}");
}

#[test]
fn finds_what_talos_refuses_where_it_stands() {
    struct Strict;
    impl Host for Strict {
        fn read(&self, path: &str) -> Result<String, String> {
            NoFiles.read(path)
        }

        fn check_talos(&self, documents: &[Document]) -> Result<(), Box<Finding>> {
            let path = FieldPath::root().key("machne");
            let document = documents.iter().find(|document| document.get(&path).is_some());
            document.map_or(Ok(()), |document| {
                Err(Finding::new(&PATCH_NOT_TALOS, Place::key(path), "unknown").locate(document).into())
            })
        }
    }
    let inline = "    inline: {machine: {network: {kubespan: {enabled: true}}}}\n";
    for (text, expected) in [
        ("    inline:\n      - machine: {}\n      - machne: {}\n", "13:9"),
        ("    inline: |\n      # ours\n      machine: {}\n      ---\n      machne: {}\n", "15:7"),
        ("    inline: |\n      # ours\n      machine: {\n", "13:16"),
    ] {
        let loaded = Template::load(&Source::new("", PROD.replace(inline, text)));
        let refusal = loaded.template.validate(&Strict).unwrap_err();
        let found = refusal.findings(&loaded.documents);
        let span = found[0].place.span.unwrap();
        let position = loaded.documents[0].source().position(span.start);
        assert_eq!(format!("{}:{}", position.line, position.column), expected, "{text}");
    }
}

#[test]
fn finds_what_is_forbidden_where_it_stands() {
    let inline = "    inline: {machine: {network: {kubespan: {enabled: true}}}}\n";
    for (text, place) in [
        ("    inline:\n      - machine: {}\n      - cluster: {id: a}\n", "13:19"),
        ("    inline: |\n      # ours\n      machine:\n        type: worker\n", "14:9"),
        ("    inline: \"machine: {type: worker}\"\n", "11:13"),
    ] {
        let found = findings(inline, text);
        assert!(found.len() == 1 && found[0].starts_with(&format!("{place} OMN0201")), "{text}: {found:?}");
    }
}
