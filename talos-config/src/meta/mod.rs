//! What documents of all kinds have in common: how they say what they are, and certificates with their keys.

mod certificate_key;
mod identity;

pub use certificate_key::CertificateAndKey;
pub use identity::{ApiVersion, DocumentKind, KindOf};
