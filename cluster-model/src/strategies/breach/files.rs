//! Breaches that are files: laid over the repository that a cluster generates, with the names of that cluster.

use std::collections::BTreeMap;

use manifest::Rule;
use proptest::sample::Index;

use crate::rules;
use crate::spec::{ClusterSpec, Node, Role};

/// Where the files of a breach come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Files {
    /// There are none: the spec alone is broken.
    None,
    /// The examples of the rule's page, without what every generated repository has anyway.
    Page,
    /// A text in the form of the examples.
    Text(&'static str),
}

/// The machines that an example speaks of, and its cluster.
const MACHINE: &str = "00000000-0000-4000-8000-000000000001";
const OTHER: &str = "00000000-0000-4000-8000-000000000002";
const CLUSTER: &str = "omni.sidero.dev/cluster: lab";

/// Frames of examples: a generated repository has sets, members, versions, Cilium, pools and a policy of its own.
const FRAMES: [&str; 11] = [
    "set.yaml",
    "node.yaml",
    "second.yaml",
    "cluster.yaml",
    "cilium.yaml",
    "cilium/values.yaml",
    "pools.yaml",
    "pool.yaml",
    "policy.yaml",
    "cni.yaml",
    "500-c.yaml",
];

/// What a generated repository says for the whole cluster.
const SAID: &str = "    cluster: {network: {cni: {name: none}}, proxy: {disabled: true}}\n";

impl Files {
    /// The two machines that the files speak of, made plain: two interfaces, no accelerator, nothing of its own.
    ///
    /// Absent if there are no files, or not two such machines.
    pub(super) fn prepare(
        self,
        code: &str,
        role: Option<Role>,
        spec: &mut ClusterSpec,
        pick: Index,
    ) -> Option<[String; 2]> {
        let text = self.text(code, |rule| rule.bad)?;
        let roles = [("role-controlplane", Role::ControlPlane), ("role-worker", Role::Worker)];
        let told = roles.into_iter().find(|(label, _)| text.contains(label)).map(|(_, role)| role);
        let role = role.or(told);
        let mut of_role: Vec<&mut Node> =
            spec.nodes.values_mut().filter(|node| role.is_none_or(|role| node.role == role)).collect();
        let count = of_role.len();
        let first = (count > 1).then(|| pick.index(count))?;
        let mut plain = |index: usize| {
            let node = of_role.get_mut(index)?;
            super::spec::make_plain(node);
            Some(node.id.to_string())
        };
        Some([plain(first)?, plain((first + 1) % count)?])
    }

    /// The files that break the rule, by their paths.
    pub(super) fn broken(
        self,
        code: &str,
        spec: &ClusterSpec,
        machines: &[String; 2],
    ) -> BTreeMap<String, String> {
        self.of(code, |rule| rule.bad, spec, machines)
    }

    /// The files that say the same as it should be said; absent where no page says it.
    pub(super) fn mended(
        self,
        code: &str,
        spec: &ClusterSpec,
        machines: &[String; 2],
    ) -> Option<BTreeMap<String, String>> {
        (self == Self::Page).then(|| self.of(code, |rule| rule.good, spec, machines))
    }

    fn of(
        self,
        code: &str,
        side: fn(&Rule) -> &'static str,
        spec: &ClusterSpec,
        [machine, other]: &[String; 2],
    ) -> BTreeMap<String, String> {
        let text = self.text(code, side).unwrap_or_default();
        let cluster = format!("omni.sidero.dev/cluster: {}", spec.name);
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for (path, text) in Rule::files(text) {
            if self == Self::Page && FRAMES.contains(&path) {
                continue;
            }
            let text = text
                .replace(MACHINE, machine)
                .replace(OTHER, other)
                .replace(CLUSTER, &cluster)
                .replace(SAID, "")
                // The addresses of the examples are those around the pool of a fleet.
                .replace("10.0.0.", "10.255.0.");
            files.insert(path.to_owned(), text);
        }
        files
    }

    fn text(self, code: &str, side: fn(&Rule) -> &'static str) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Text(text) => Some(text),
            Self::Page => rules::catalogue().find(|rule| rule.code == code).map(side),
        }
    }
}
