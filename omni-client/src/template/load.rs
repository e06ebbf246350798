//! From text to documents: what omnictl decodes, and everything that it would stumble over.

use manifest::yaml::rules::WRONG_TYPE;
use manifest::yaml::{self, Decoded, Node, Reading, Resolved, resolve};
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
        Self::load_as(source, OmniVersion::LATEST)
    }

    /// The same as the `omnictl` of a release does it: before 1.10 an unquoted date is a text, and a lone `!` says nothing.
    pub fn load_as(source: &Source, release: OmniVersion) -> Loaded {
        match yaml::parse_as(source, release.yaml()) {
            Ok(documents) => Loaded::of(documents, release),
            Err(finding) => {
                Loaded { template: Self::default(), documents: Vec::new(), findings: vec![*finding] }
            }
        }
    }

    /// The same for a stream that has been parsed.
    pub fn of_documents(documents: impl IntoIterator<Item = yaml::Document>) -> Loaded {
        Loaded::of(documents, OmniVersion::LATEST)
    }
}

impl Loaded {
    fn of(documents: impl IntoIterator<Item = yaml::Document>, release: OmniVersion) -> Self {
        let mut loaded = Self { template: Template::default(), documents: Vec::new(), findings: Vec::new() };
        documents.into_iter().for_each(|document| loaded.add(document, release));
        loaded
    }

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

    fn add(&mut self, document: yaml::Document, release: OmniVersion) {
        let read = match kind(document.root()) {
            Ok("Cluster") => self.decode(&document, release, Document::Cluster),
            Ok("ControlPlane") => self.decode(&document, release, Document::ControlPlane),
            Ok("Workers") => self.decode(&document, release, Document::Workers),
            Ok("Machine") => self.decode(&document, release, Document::Machine),
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
        release: OmniVersion,
        wrap: impl FnOnce(T) -> Document,
    ) -> Option<Document> {
        let Decoded { value, findings } = document.decode(Reading::Go(release.yaml()));
        self.findings.extend(findings);
        for (list, key) in INLINE {
            let items = list.split('.').try_fold(document.root(), |node, key| node.get(key));
            for (index, item) in items.and_then(Node::as_sequence).unwrap_or_default().iter().enumerate() {
                let path = FieldPath::root().keys(list).index(index).key(key);
                let refused = item.get(key).and_then(|value| not_a_text(value, path));
                self.findings.extend(refused.map(|finding| finding.locate(document)));
            }
        }
        value.map(wrap)
    }
}

/// The lists whose items may have a text in the template itself, and the key behind which it stands.
const INLINE: [(&str, &str); 3] =
    [("patches", "inline"), ("kubernetes.manifests", "inline"), ("kubernetes.healthchecks", "job")];

/// What omnictl has against a single value that would do as a text: its tag. Those of a date and a merge sign need not be written.
fn not_a_text(node: &Node, path: FieldPath) -> Option<Finding> {
    let scalar = node.as_scalar().filter(|_| !node.is_null())?;
    let found = match node.target().tag.as_deref() {
        Some("tag:yaml.org,2002:str") => return None,
        Some(tag) => format!("a value with the tag `{}`", tag.replace("tag:yaml.org,2002:", "!!")),
        None if !scalar.is_plain() => return None,
        None => match resolve(&scalar.text) {
            Resolved::Timestamp => "a date".to_owned(),
            Resolved::Merge => "a merge sign".to_owned(),
            _ => return None,
        },
    };
    let message = format!("`{path}` must be a text, a mapping or a list of mappings, not {found}");
    let help = "put the text in quotes, or write it as a block behind `|`";
    Some(Finding::new(&WRONG_TYPE, Place::value(path), message).help(help))
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
