//! Documents about trust.

mod image_verification;
mod trusted_roots;

pub use image_verification::{
    ImageKeylessVerifier, ImagePublicKeyVerifier, ImageVerificationConfig, ImageVerificationRule,
};
pub use trusted_roots::TrustedRootsConfig;
