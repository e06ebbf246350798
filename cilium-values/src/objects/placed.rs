//! An object with the place where it is declared.

use manifest::yaml::Document;
use manifest::{FieldPath, Place};

use crate::resource::Object;

/// An object with the place where it is declared.
#[derive(Clone, Debug)]
pub struct Placed<'d, T> {
    /// The object.
    pub object: T,
    document: &'d Document,
    path: FieldPath,
}

impl<'d, T> Placed<'d, T> {
    pub(super) fn new(object: T, document: &'d Document, path: FieldPath) -> Self {
        Self { object, document, path }
    }

    /// The name of the text that it is in.
    #[must_use]
    pub fn source(&self) -> &str {
        self.document.source().name()
    }

    /// The place of something in the object, such as `spec.blocks`, with its bytes.
    #[must_use]
    pub fn place(&self, within: &FieldPath) -> Place {
        let mut place = Place::value(self.path.clone().join(within));
        place.locate(self.document);
        place
    }
}

impl<S> Placed<'_, Object<S>> {
    /// How people name it: `namespace/name` for a service, the name for an object of the whole cluster.
    #[must_use]
    pub fn name(&self) -> String {
        let metadata = &self.object.metadata;
        match (&metadata.namespace, self.object.kind.as_str()) {
            (Some(namespace), _) => format!("{namespace}/{}", metadata.name),
            (None, "Service") => format!("default/{}", metadata.name),
            (None, _) => metadata.name.clone(),
        }
    }
}
