//! Talos machine configuration: documents, patches, merge, validation, versions.
