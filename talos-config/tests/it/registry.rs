//! All kinds together.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use manifest::Source;
use manifest::yaml;
use talos_config::{Document, Minor};

use crate::golden;

/// The documents with every field of all kinds.
fn full_documents() -> Vec<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let folders = |path: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.is_dir()).collect()
    };
    let kinds = folders(&data).into_iter().flat_map(|group| folders(&group));
    let mut files: Vec<_> = kinds.map(|kind| kind.join("full.yaml")).filter(|file| file.exists()).collect();
    files.sort();
    files
}

#[test]
fn every_kind_has_its_data_and_survives_reading_without_knowing_which_it_is() {
    let mut seen = BTreeSet::new();
    for file in full_documents() {
        let text = fs::read_to_string(&file).unwrap();
        let parsed = yaml::parse(&Source::new("full.yaml", text.as_str())).unwrap();
        let decoded = Document::decode(&parsed[0], Minor::V1_14).expect("a known kind");
        assert!(decoded.findings.is_empty(), "{}: {:#?}", file.display(), decoded.findings);
        let document = decoded.value.unwrap();
        assert_eq!(golden::written(&document), text, "{}", file.display());
        seen.insert(document.kind());
    }
    assert_eq!(seen, Document::KINDS.iter().copied().collect());
}

#[test]
fn a_document_without_a_kind_is_the_oldest_one_and_an_unknown_kind_is_none() {
    let parsed = yaml::parse(&Source::new("a.yaml", "machine: {}\n---\nkind: Machine\n")).unwrap();
    let decoded = Document::decode(&parsed[0], Minor::V1_9).unwrap();
    assert_eq!(decoded.value.unwrap().kind(), "v1alpha1");
    assert!(Document::decode(&parsed[1], Minor::V1_9).is_none());
}
