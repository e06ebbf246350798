//! The images that nodes shall fetch ahead of an upgrade.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The images that the nodes of a cluster shall fetch ahead of an upgrade. Its id is the cluster's name.
    ImagePullRequest = "ImagePullRequestSpec" {
        /// The images, node by node.
        node_image_list: Vec<NodeImageList> = "nodeimagelist",
    }
}

impl Spec for ImagePullRequest {
    const TYPE: &'static str = "ImagePullRequests.omni.sidero.dev";
}

message! {
    /// The images that a node shall fetch.
    NodeImageList = "ImagePullRequestSpec.NodeImageList" {
        /// The node.
        node: String = "node",
        /// The images, in full.
        images: Vec<String> = "images",
    }
}
