//! From text to documents: what omnictl decodes, and everything that it would stumble over.

use manifest::yaml::{self, Decoded, Node, Reading};
use manifest::{FieldPath, Finding, Place, Source, suggest};
use serde::de::DeserializeOwned;

use super::{Document, Host, Refusal, Template};
use crate::OmniVersion;
use crate::rules::TEMPLATE_DOCUMENT;

/// A template with the tree of the text that it was read from.
#[derive(Clone, Debug)]
#[must_use = "the findings are lost unless they are reported"]
pub struct Loaded {
    /// What could be read.
    pub template: Template,
    /// The tree of each document of `template`, in the same order.
    pub documents: Vec<yaml::Document>,
    /// What could not. omnictl refuses a template with any of these before it looks at anything else.
    pub findings: Vec<Finding>,
}

const KINDS: [&str; 4] = ["Cluster", "ControlPlane", "Workers", "Machine"];

impl Template {
    /// Reads a template as `omnictl cluster template` does, but does not stop at the first document that is wrong.
    ///
    /// Documents that cannot be read at all are left out, and of the others the keys that are wrong.
    pub fn load(source: &Source) -> Loaded {
        match yaml::parse_as(source, OmniVersion::LATEST.yaml()) {
            Ok(documents) => Self::of_documents(documents),
            Err(finding) => {
                Loaded { template: Self::default(), documents: Vec::new(), findings: vec![*finding] }
            }
        }
    }

    /// The same for a stream that has been parsed.
    pub fn of_documents(documents: impl IntoIterator<Item = yaml::Document>) -> Loaded {
        let mut loaded = Loaded { template: Self::default(), documents: Vec::new(), findings: Vec::new() };
        documents.into_iter().for_each(|document| loaded.add(document));
        loaded
    }
}

impl Loaded {
    /// What omnictl refuses, each with its place: what it cannot read; if it can read everything, what
    /// [`Template::validate`] says; if that says nothing, why there is nothing rendered.
    pub fn refusals<T>(&self, host: &dyn Host, rendered: &Result<T, Refusal>) -> Vec<Finding> {
        if !self.findings.is_empty() {
            return self.findings.clone();
        }
        let refused = |refusal: &Refusal| refusal.findings(&self.documents);
        match (self.template.validate(host), rendered) {
            (Err(refusal), _) => refused(&refusal),
            (Ok(()), rendered) => rendered.as_ref().err().map(refused).unwrap_or_default(),
        }
    }

    fn add(&mut self, document: yaml::Document) {
        let read = match kind(document.root()) {
            Ok("Cluster") => self.decode(&document, Document::Cluster),
            Ok("ControlPlane") => self.decode(&document, Document::ControlPlane),
            Ok("Workers") => self.decode(&document, Document::Workers),
            Ok("Machine") => self.decode(&document, Document::Machine),
            Ok(other) => {
                let place = Place::value(FieldPath::root().key("kind"));
                let finding =
                    Finding::new(&TEMPLATE_DOCUMENT, place, format!("unknown model kind {other:?}"));
                self.findings.push(
                    match suggest(other, KINDS) {
                        Some(near) => finding.help(format!("did you mean `{near}`?")),
                        None => finding.help(format!("the kinds are `{}`", KINDS.join("`, `"))),
                    }
                    .locate(&document),
                );
                None
            }
            Err(finding) => {
                self.findings.push(finding.locate(&document));
                None
            }
        };
        if let Some(read) = read {
            self.template.documents.push(read);
            self.documents.push(document);
        }
    }

    fn decode<T: DeserializeOwned>(
        &mut self,
        document: &yaml::Document,
        wrap: impl FnOnce(T) -> Document,
    ) -> Option<Document> {
        let Decoded { value, findings } = document.decode(Reading::Go(OmniVersion::LATEST.yaml()));
        self.findings.extend(findings);
        value.map(wrap)
    }
}

/// The kind of a document, or what is wrong with its shape, in the words of omnictl.
fn kind(root: &Node) -> Result<&str, Box<Finding>> {
    let refused = |path, message: &str| Finding::new(&TEMPLATE_DOCUMENT, Place::value(path), message);
    if root.as_mapping().is_none() {
        let number = if root.as_sequence().is_some() { 2 } else { 8 };
        let message = format!("unexpected node kind {number}, expecting mapping");
        let help = "remove the document; a `---` with nothing behind it begins one, too";
        return Err(Box::new(refused(FieldPath::root(), &message).help(help)));
    }
    let Some(node) = root.get("kind") else {
        let help = format!("begin the document with `kind:` and one of `{}`", KINDS.join("`, `"));
        return Err(Box::new(refused(FieldPath::root(), "kind field not found").help(help)));
    };
    let path = FieldPath::root().key("kind");
    node.as_text().ok_or_else(|| Box::new(refused(path, "unexpected value type for kind field")))
}
