//! From the text of a values file to [`Values`].

use manifest::yaml::{self, Document, GoYaml, Reading};
use manifest::{Finding, Place, Source};

use super::Values;

/// What a values file says, and what is wrong with the way it says it.
#[derive(Clone, Debug)]
#[must_use = "the findings are lost unless they are reported"]
pub struct Read {
    /// The values without the parts that could not be read. Absent if the text is no YAML, or no mapping.
    pub values: Option<Values>,
    /// The tree in which the places of the values are looked up. Absent if the text is no YAML, or says nothing.
    pub document: Option<Document>,
    /// What is wrong, in the order of the text.
    pub findings: Vec<Finding>,
}

/// Reads the text of a values file as Helm does (`chartutil.ReadValues`): an empty one is no values, and of several
/// documents the first one counts. The latter is a finding, because nobody means it.
///
/// ```
/// use cilium_values::values::read;
/// use manifest::Source;
///
/// let read = read(&Source::new("values.yaml", "hubble: {relay: {enbled: true}}\n"));
/// assert_eq!(read.findings[0].help.as_deref(), Some("did you mean `enabled`?"));
/// assert!(read.values.is_some());
/// ```
pub fn read(source: &Source) -> Read {
    let mut documents = match yaml::parse_as(source, GoYaml::KUBERNETES) {
        Ok(documents) => documents.into_iter(),
        Err(finding) => return Read { values: None, document: None, findings: vec![*finding] },
    };
    let Some(document) = documents.next() else {
        return Read { values: Some(Values::default()), document: None, findings: Vec::new() };
    };
    let (values, mut findings) = if document.root().is_null() {
        (Some(Values::default()), Vec::new())
    } else {
        let decoded = document.decode(Reading::Json);
        (decoded.value, decoded.findings)
    };
    if let Some(second) = documents.find(|document| !document.root().is_null()) {
        let message = "Helm reads the first document of a values file, and this is another one";
        let finding = Finding::new(&yaml::rules::WRONG_TYPE, Place::default(), message);
        findings.push(finding.help("put its values into the first document").locate(&second));
    }
    Read { values, document: Some(document), findings }
}
