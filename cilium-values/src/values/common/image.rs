//! Container images.

use super::PullPolicy;
use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// A container image: `repository:tag`, with `@digest` while `use_digest` is on.
    pub struct Image {
        /// A complete reference that replaces all other keys but the pull policy.
        #[serde(rename = "override")]
        pub override_: Setting<String>,
        /// The registry and path, without a tag.
        pub repository: Setting<String>,
        /// The tag.
        pub tag: Setting<String>,
        /// The digest, `sha256:` and 64 hexadecimal digits. It belongs to the tag: change both, or turn
        /// `use_digest` off.
        pub digest: Setting<String>,
        /// Whether the digest is part of the reference.
        pub use_digest: Setting<bool>,
        /// When the kubelet pulls it.
        pub pull_policy: Setting<PullPolicy>,
    }

    /// The image of the operator, of which there is one per cloud: the digest is picked by the platform.
    pub struct OperatorImage {
        /// A complete reference that replaces all other keys but the pull policy.
        #[serde(rename = "override")]
        pub override_: Setting<String>,
        /// The registry and path, without the platform (`-generic`, `-aws`, ...) and without a tag.
        pub repository: Setting<String>,
        /// The tag.
        pub tag: Setting<String>,
        /// Put between the platform and the tag; `-ci` for development builds.
        pub suffix: Setting<String>,
        /// Digest of the image for everything that is no cloud below.
        pub generic_digest: Setting<String>,
        /// Digest of the image for AWS.
        pub aws_digest: Setting<String>,
        /// Digest of the image for Azure.
        pub azure_digest: Setting<String>,
        /// Digest of the image for Alibaba Cloud.
        #[serde(rename = "alibabacloudDigest")]
        pub alibaba_cloud_digest: Setting<String>,
        /// Whether the digest is part of the reference.
        pub use_digest: Setting<bool>,
        /// When the kubelet pulls it.
        pub pull_policy: Setting<PullPolicy>,
    }
}
