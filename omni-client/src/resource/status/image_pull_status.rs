//! How many images nodes have fetched ahead of an upgrade.

use super::message::message;
use crate::resource::Spec;

message! {
    /// How many images the nodes of a cluster have fetched ahead of an upgrade. Its id is the cluster's name.
    ImagePullStatus = "ImagePullStatusSpec" {
        /// The node that was last told to fetch an image.
        last_processed_node: String = "lastprocessednode",
        /// The image that it was told to fetch.
        last_processed_image: String = "lastprocessedimage",
        /// Why it could not be fetched; empty if it could.
        last_processed_error: String = "lastprocessederror",
        /// How many images have been dealt with.
        processed_count: u32 = "processedcount",
        /// How many images there are, over all nodes.
        total_count: u32 = "totalcount",
        /// The version of the `ImagePullRequest` that this is about.
        request_version: String = "requestversion",
    }
}

impl Spec for ImagePullStatus {
    const TYPE: &'static str = "ImagePullStatuses.omni.sidero.dev";
}
