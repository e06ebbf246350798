//! From `cluster.yaml` to a [`ClusterSpec`].

use manifest::yaml::{self, Document, Reading};
use manifest::{FieldPath, Finding, Place, Source};

use super::ClusterSpec;

/// What a text says, and what is wrong with the way it says it.
#[derive(Clone, Debug)]
#[must_use = "the findings are lost unless they are reported"]
pub struct Read {
    /// The spec without the parts that could not be read. Absent where too little is left.
    pub spec: Option<ClusterSpec>,
    /// The tree in which the places of the spec's values are looked up. Absent if the text is not YAML.
    pub document: Option<Document>,
    /// What is wrong, in the order of the text.
    pub findings: Vec<Finding>,
}

/// Reads the text of a `cluster.yaml`.
pub fn read(source: &Source) -> Read {
    let mut documents = match yaml::parse(source) {
        Ok(documents) => documents.into_iter().filter(|document| !document.root().is_null()),
        Err(finding) => return Read { spec: None, document: None, findings: vec![*finding] },
    };
    let Some(document) = documents.next() else {
        let place = Place { source: Some(source.name().to_owned()), ..Place::default() };
        let finding = Finding::new(&yaml::rules::EMPTY_DOCUMENT, place, "the cluster spec is empty")
            .help("write one with `frank init`");
        return Read { spec: None, document: None, findings: vec![finding] };
    };
    let decoded = document.decode::<ClusterSpec>(Reading::Json);
    let mut findings = decoded.findings;
    if let Some(second) = documents.next() {
        let finding = Finding::new(
            &yaml::rules::WRONG_TYPE,
            Place::default(),
            "a cluster spec is one document, and another one follows",
        );
        findings.push(finding.help("keep each cluster in a file of its own").locate(&second));
    }
    let version = FieldPath::root().keys("versions.cilium");
    // A version that could not be read is told already.
    if !findings.iter().any(|finding| finding.place.path == version) {
        let lack = decoded.value.as_ref().and_then(|spec| spec.versions.lack(spec.cilium.as_ref()));
        findings.extend(lack.map(|finding| finding.locate(&document)));
    }
    Read { spec: decoded.value, document: Some(document), findings }
}
