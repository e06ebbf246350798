//! What a document is, decided from its content.

use manifest::yaml::{Document, Node};

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A resource of Omni.
    OmniResource,
    /// A document of a cluster template.
    TemplateDocument,
    /// The v1alpha1 document of a machine configuration that says what the machine is.
    MachineConfiguration,
    /// A part of a machine configuration: the v1alpha1 document, or one of another kind.
    TalosPatch,
    /// A kustomization, which the API server never sees.
    Kustomization,
    /// An object of Kubernetes.
    Object,
    /// The spec of a cluster.
    Spec,
    /// Nothing at all.
    Empty,
    /// Something else, perhaps the values of a chart.
    Other,
}

/// The kinds of the documents of a cluster template, which have no API version.
const TEMPLATE_KINDS: [&str; 4] = ["Cluster", "ControlPlane", "Workers", "Machine"];

pub(super) fn kind(document: &Document) -> Kind {
    let root = document.root();
    if root.as_text() == Some("") || root.as_text() == Some("null") {
        return Kind::Empty;
    }
    if root.as_mapping().is_none() {
        return Kind::Other;
    }
    let text = |key: &str| root.get(key).and_then(Node::as_text);
    if omni_client::resource::is_resource(document) {
        return Kind::OmniResource;
    }
    match (text("apiVersion"), text("kind")) {
        (Some("v1alpha1"), Some(kind)) if talos_config::Document::KINDS.contains(&kind) => Kind::TalosPatch,
        (Some(version), Some("Kustomization" | "Component"))
            if version.starts_with("kustomize.config.k8s.io/") =>
        {
            Kind::Kustomization
        }
        (Some(_), Some(_)) => Kind::Object,
        (None, None) if is_kustomization(root) => Kind::Kustomization,
        (None, Some(kind)) if TEMPLATE_KINDS.contains(&kind) => Kind::TemplateDocument,
        (None, None) if is_spec(root) => Kind::Spec,
        (None | Some("v1alpha1"), None) if is_v1alpha1(root) => {
            let says_role = root.get("machine").and_then(|machine| machine.get("type")).is_some();
            let has_identity = root.get("cluster").and_then(|cluster| cluster.get("controlPlane")).is_some();
            if says_role && has_identity { Kind::MachineConfiguration } else { Kind::TalosPatch }
        }
        _ => Kind::Other,
    }
}

/// Whether it says of files what is to be done with them, and nothing else: kustomize asks for neither version nor kind.
fn is_kustomization(root: &Node) -> bool {
    const FILES: [&str; 6] = ["bases", "components", "crds", "generators", "resources", "transformers"];
    const KEYS: [&str; 22] = [
        "buildMetadata",
        "commonAnnotations",
        "commonLabels",
        "configMapGenerator",
        "configurations",
        "generatorOptions",
        "helmCharts",
        "helmGlobals",
        "images",
        "labels",
        "namePrefix",
        "nameSuffix",
        "namespace",
        "openapi",
        "patches",
        "patchesJson6902",
        "patchesStrategicMerge",
        "replacements",
        "replicas",
        "secretGenerator",
        "sortOptions",
        "validators",
    ];
    let entries = root.as_mapping().unwrap_or_default();
    let is_of_files = |entry: &manifest::yaml::Entry| {
        let is_key = entry.key.as_text().is_some_and(|key| FILES.contains(&key));
        let items = entry.value.as_sequence().unwrap_or_default();
        is_key && !items.is_empty() && items.iter().all(|item| item.as_text().is_some())
    };
    let is_known = |entry: &manifest::yaml::Entry| {
        is_of_files(entry) || entry.key.as_text().is_some_and(|key| KEYS.contains(&key))
    };
    entries.iter().any(is_of_files) && entries.iter().all(is_known)
}

/// The keys that nothing but our spec has together.
fn is_spec(root: &Node) -> bool {
    ["name", "versions", "nodes", "network"].into_iter().all(|key| root.get(key).is_some())
}

/// Whether every key is one of the v1alpha1 document, and one of them is a section.
fn is_v1alpha1(root: &Node) -> bool {
    const KEYS: [&str; 5] = ["version", "debug", "persist", "machine", "cluster"];
    let entries = root.as_mapping().unwrap_or_default();
    let key = |entry: &manifest::yaml::Entry| {
        entry.key.as_text().is_some_and(|key| KEYS.contains(&key) || key == "$patch")
    };
    let section = ["machine", "cluster"].into_iter().any(|key| {
        root.get(key).is_some_and(|section| section.as_mapping().is_some_and(|entries| !entries.is_empty()))
    });
    section && entries.iter().all(key)
}
