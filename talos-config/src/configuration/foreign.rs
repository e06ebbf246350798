//! Documents of other tools, by the keys that tell them.

use manifest::yaml::Node;

/// Keys that have to be there, all of them, and what a document that has them looks like.
const TOOLS: [(&[&str], &str); 5] = [
    (&["clusters", "contexts", "users"], "a kubeconfig"),
    (&["context", "contexts"], "a talosconfig, the file of a client"),
    (&["services"], "a Compose file"),
    (&["apiVersion", "kind", "metadata"], "an object of Kubernetes"),
    (&["metadata", "spec"], "a resource of Omni"),
];

/// What to do about a document that is none of Talos.
pub(super) fn help(root: &Node) -> String {
    let looks = TOOLS.iter().find(|(keys, _)| keys.iter().all(|key| root.get(key).is_some()));
    match looks {
        Some((_, tool)) => {
            format!("it looks like {tool}: name a machine configuration, or a patch of one")
        }
        None => "begin with `machine:` or `cluster:`, or say `apiVersion: v1alpha1` and a kind".to_owned(),
    }
}
