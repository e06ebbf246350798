//! An object of Kubernetes, in the estate.

use ::manifest::yaml::Node;
use ::manifest::{FieldPath, Part, Place};

use super::{Field, Location};

/// An object of Kubernetes as it is declared, of any kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Manifest {
    /// API group and version.
    pub api_version: String,
    /// Its kind.
    pub kind: String,
    /// Its namespace; empty where it says none.
    pub namespace: String,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub at: Location,
}

impl Manifest {
    /// Reads identity from an object; none where it has no kind.
    #[must_use]
    pub fn new(at: Location) -> Option<Self> {
        let node = at.node()?;
        let text = |node: Option<&Node>| node.and_then(Node::as_text).unwrap_or_default().to_owned();
        let metadata = |key: &str| text(node.get("metadata").and_then(|metadata| metadata.get(key)));
        let (api_version, kind) = (text(node.get("apiVersion")), text(node.get("kind")));
        let (namespace, name) = (metadata("namespace"), metadata("name"));
        (!kind.is_empty()).then_some(Self { api_version, kind, namespace, name, at })
    }

    /// The whole object, to look into.
    #[must_use]
    pub fn root(&self) -> Field<'_> {
        Field::new(&self.at, self.at.node(), FieldPath::root())
    }

    /// The value behind keys with dots between them.
    #[must_use]
    pub fn get(&self, keys: &str) -> Field<'_> {
        self.root().get(keys)
    }

    /// Where its name stands.
    #[must_use]
    pub fn place(&self) -> Place {
        self.at.place(&FieldPath::root().keys("metadata.name"), Part::Value)
    }

    /// The API group without the version; empty for the core group.
    #[must_use]
    pub fn group(&self) -> &str {
        self.api_version.rsplit_once('/').map_or("", |(group, _)| group)
    }

    /// The pods that it makes: the path of their `spec`, for the kinds of `core`, `apps` and `batch` that have pods.
    #[must_use]
    pub fn pod_spec(&self) -> Option<Field<'_>> {
        let keys = match &*self.kind {
            "Pod" => "spec",
            "Deployment" | "DaemonSet" | "StatefulSet" | "ReplicaSet" | "Job" => "spec.template.spec",
            "CronJob" => "spec.jobTemplate.spec.template.spec",
            _ => return None,
        };
        Some(self.get(keys)).filter(Field::is_set)
    }
}
