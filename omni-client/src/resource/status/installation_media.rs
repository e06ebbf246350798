//! Images from which machines can boot into Omni.

use super::message::message;
use crate::resource::Spec;

message! {
    /// A kind of image from which machines can boot into Omni. Its id looks like the name of a file.
    InstallationMedia = "InstallationMediaSpec" {
        /// Its name for people.
        name: String = "name",
        /// The architecture as Go spells it: `amd64` or `arm64`.
        architecture: String = "architecture",
        /// The platform that it is for, such as `metal` or `aws`.
        profile: String = "profile",
        /// The media type with which it is downloaded.
        content_type: String = "contenttype",
        /// How the name of the image factory's file begins; usually empty.
        src_file_prefix: String = "srcfileprefix",
        /// How the name of the downloaded file begins.
        dest_file_prefix: String = "destfileprefix",
        /// How the name of the downloaded file ends, after the dot.
        extension: String = "extension",
        /// Whether it cannot be had for Secure Boot.
        no_secure_boot: bool = "nosecureboot",
        /// The overlay that it is always made with; empty if with none.
        overlay: String = "overlay",
        /// The first version of Talos that it can be had for; empty if for all.
        min_talos_version: String = "mintalosversion",
    }
}

impl Spec for InstallationMedia {
    const TYPE: &'static str = "InstallationMedias.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}
