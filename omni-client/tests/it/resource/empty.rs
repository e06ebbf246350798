//! What all types have in common: an empty spec is read, written with all its fields, and read back.

use manifest::Source;
use manifest::yaml;
use omni_client::resource::{self, AnyResource, TypeInfo};

fn read(text: &str) -> AnyResource {
    let documents = yaml::parse(&Source::new("", text)).unwrap();
    let decoded = resource::read(&documents[0]);
    assert_eq!(decoded.findings, [], "{text}");
    decoded.value.unwrap()
}

#[test]
fn an_empty_spec_survives_a_round_trip() {
    for name in AnyResource::TYPES {
        let namespace = TypeInfo::find(name).unwrap().namespace;
        let text = format!("metadata: {{namespace: {namespace}, type: {name}, id: a}}\nspec: {{}}\n");
        let mut empty = read(&text);
        assert!(!matches!(empty, AnyResource::Other(_)), "{name}");
        let printed = resource::print(&empty, 4).unwrap();
        let metadata = empty.metadata_mut();
        metadata.created = Some("0001-01-01T00:00:00Z".to_owned());
        metadata.updated.clone_from(&metadata.created);
        assert_eq!(read(&printed), empty, "{name}");
        for line in printed.lines().skip_while(|line| !line.starts_with("spec:")).skip(1) {
            let key = line.trim().split(':').next().unwrap();
            assert_eq!(key, key.to_lowercase(), "{name}: keys of specs are in lower case");
        }
    }
}

#[test]
fn an_unknown_key_of_a_spec_is_found() {
    for name in AnyResource::TYPES {
        let text = format!("metadata: {{namespace: default, type: {name}, id: a}}\nspec: {{nosuchkey: 1}}\n");
        let documents = yaml::parse(&Source::new("", text)).unwrap();
        let codes: Vec<_> =
            resource::read(&documents[0]).findings.iter().map(|finding| finding.rule.code).collect();
        assert_eq!(codes, ["YML0003"], "{name}");
    }
}

#[test]
fn secrets_do_not_show_in_debug() {
    let text = "\
metadata: {namespace: default, type: EtcdBackupS3Configs.omni.sidero.dev, id: etcd-backup-s3-conf}
spec: {secretaccesskey: hunter2, sessiontoken: hunter2}
";
    let config = read(text);
    assert!(!format!("{config:?}").contains("hunter2"));
    assert!(resource::print(&config, 2).unwrap().contains("secretaccesskey: hunter2"));
}
