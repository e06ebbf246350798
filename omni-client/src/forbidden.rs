//! What Omni does not let a user's patch say: `client/pkg/omni/resources/omni/config_patch.go`.

use manifest::yaml::{self, Document, Node};
use manifest::{FieldPath, Finding, Place, Rule};

use crate::OmniVersion;
use crate::go::quoted;
use crate::rules::{PATCH_FORBIDDEN_DOCUMENT, PATCH_FORBIDDEN_ELEMENT, PATCH_FORBIDDEN_FIELD};

/// A field that users may not set in a document.
struct Field {
    /// Kind of the document; none is the one without a kind.
    kind: Option<&'static str>,
    path: &'static str,
    since: (u16, u16),
    owner: Owner,
}

/// Whose the value is, in the words of the finding's help.
#[derive(Clone, Copy)]
enum Owner {
    /// Omni makes it once for the cluster and keeps it.
    Secret,
    /// Omni derives it from the cluster and its machine sets.
    Identity,
    /// Omni has a resource of its own for it.
    Extensions,
}

const fn field(path: &'static str, since: (u16, u16), owner: Owner) -> Field {
    Field { kind: None, path, since, owner }
}

/// In the order in which Omni reports them.
static FIELDS: &[Field] = &[
    field("cluster.clusterName", (1, 0), Owner::Identity),
    field("cluster.id", (1, 0), Owner::Identity),
    field("cluster.controlPlane.endpoint", (1, 0), Owner::Identity),
    field("cluster.token", (1, 0), Owner::Secret),
    field("cluster.secret", (1, 0), Owner::Secret),
    field("cluster.aescbcEncryptionSecret", (1, 0), Owner::Secret),
    field("cluster.secretboxEncryptionSecret", (1, 0), Owner::Secret),
    field("cluster.acceptedCAs", (1, 0), Owner::Secret),
    field("cluster.ca", (1, 10), Owner::Secret),
    field("cluster.serviceAccount", (1, 10), Owner::Secret),
    field("machine.token", (1, 0), Owner::Secret),
    field("machine.ca", (1, 0), Owner::Secret),
    field("machine.type", (1, 0), Owner::Identity),
    field("machine.install.extensions", (1, 0), Owner::Extensions),
    field("machine.acceptedCAs", (1, 0), Owner::Secret),
    Field {
        kind: Some("KubeServiceAccountConfig"),
        path: "issuer.privateKey",
        since: (1, 10),
        owner: Owner::Secret,
    },
];

/// Kinds that are refused as a whole, also when they only delete. Since Omni 1.10.
static DOCUMENTS: &[&str] = &[
    "UnattendedInstallConfig",
    "DiscoveryIdentityConfig",
    "KubeClusterConfig",
    "KubeEtcdEncryptionConfig",
    "KubeAPIServerCAConfig",
    "KubeAggregatorCAConfig",
];

/// Lists and the item that they may not hold.
static ELEMENTS: &[(Option<&str>, &str, &str)] = &[
    (None, "machine.features.kubernetesTalosAPIAccess.allowedRoles", "os:admin"),
    (Some("KubeTalosAPIAccessConfig"), "allowedRoles", "os:admin"),
];

/// Everything that the documents of a patch say and may not say. The message of each finding begins with what Omni
/// says.
///
/// Only what Omni adds to Talos' own reading is looked at; the text has to be a machine configuration besides.
pub fn check(documents: &[Document], omni: OmniVersion) -> Vec<Finding> {
    let every_document = omni.checks_every_patch_document();
    let mut findings = Vec::new();
    for document in documents.iter().take(if every_document { usize::MAX } else { 1 }) {
        let root = document.root();
        let kind = kind(root);
        if every_document && let Some(kind) = kind.filter(|kind| DOCUMENTS.contains(kind)) {
            let place = Place::value(FieldPath::root().key("kind"));
            let message = format!("the {} document is not allowed in the config patch", quoted(kind));
            let help = "remove the document; Omni writes it itself";
            findings
                .push(Finding::new(&PATCH_FORBIDDEN_DOCUMENT, place, message).help(help).locate(document));
            continue;
        }
        for field in FIELDS.iter().filter(|field| field.applies(kind, omni)) {
            if get(root, field.path).is_some() {
                findings.push(field.finding().locate(document));
            }
        }
        for (_, path, element) in ELEMENTS.iter().filter(|(of, _, _)| *of == kind) {
            let items = get(root, path).and_then(Node::as_sequence).unwrap_or_default();
            for (index, _) in items.iter().enumerate().filter(|(_, item)| item.as_text() == Some(element)) {
                let place = Place::value(FieldPath::root().keys(path).index(index));
                let message = format!("element {} is not allowed in field {}", quoted(element), quoted(path));
                let help = "remove it: whoever holds it holds the machine, and Omni keeps that to itself";
                findings
                    .push(Finding::new(&PATCH_FORBIDDEN_ELEMENT, place, message).help(help).locate(document));
            }
        }
    }
    findings
}

/// What Omni says of a text that holds no configuration at all: nothing, comments, `null` or `{}`.
pub(crate) const NO_CONFIG: &str = "config not found";

/// Whether the documents hold anything that Talos would take for a configuration.
pub(crate) fn holds_config(documents: &[Document]) -> bool {
    documents.iter().any(|document| !document.root().as_mapping().unwrap_or_default().is_empty())
}

/// The kind of a document; a kind that is not a text is none.
fn kind(root: &Node) -> Option<&str> {
    let scalar = root.get("kind")?.as_scalar()?;
    let is_text = !scalar.is_plain() || yaml::resolve(&scalar.text) == yaml::Resolved::String;
    is_text.then_some(&*scalar.text)
}

/// The value at a dotted path of mappings. A key that is there with nothing behind it counts.
fn get<'n>(root: &'n Node, path: &str) -> Option<&'n Node> {
    path.split('.').try_fold(root, |node, key| node.get(key))
}

impl Field {
    fn applies(&self, kind: Option<&str>, omni: OmniVersion) -> bool {
        self.kind == kind && omni >= OmniVersion::new(self.since.0, self.since.1)
    }

    fn finding(&self) -> Finding {
        let rule: &'static Rule = &PATCH_FORBIDDEN_FIELD;
        let message = format!("overriding {} is not allowed in the config patch", quoted(self.path));
        Finding::new(rule, Place::key(FieldPath::root().keys(self.path)), message).help(match self.owner {
            Owner::Secret => "remove it: Omni makes this secret itself and keeps it",
            Owner::Identity => "remove it: it follows from the cluster and the machine set in Omni",
            Owner::Extensions => "remove it, and name the extensions in an ExtensionsConfiguration",
        })
    }
}
