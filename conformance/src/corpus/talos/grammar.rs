//! The tables of kinds and fields, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::random::Random;

/// A minor of Talos: 9 for 1.9.
pub(crate) type Minor = u8;

/// Which kinds there are and what they hold.
pub(crate) struct Grammar {
    kinds: Vec<Kind>,
    old: Kind,
    fields: BTreeMap<String, Vec<Field>>,
}

/// A kind of document.
pub(crate) struct Kind {
    pub(crate) name: String,
    /// The type of the document.
    pub(crate) root: String,
    pub(crate) is_named: bool,
    since: Minor,
}

/// A field of a type.
pub(crate) struct Field {
    pub(crate) key: String,
    /// The type of the value, in Go's notation.
    pub(crate) value: String,
    pub(crate) since: Minor,
    pub(crate) until: Option<Minor>,
}

/// Named types that are lists, with the type of their items.
const LISTS: &[(&str, &str)] = &[
    ("extensions.ConfigFileList", "extensions.ConfigFile"),
    ("network.IngressConfig", "network.IngressRule"),
    ("network.PortRanges", "network.PortRange"),
    ("v1alpha1.ClusterInlineManifests", "v1alpha1.ClusterInlineManifest"),
    ("v1alpha1.NetworkDeviceList", "v1alpha1.Device"),
    ("v1alpha1.AdmissionPluginConfigList", "v1alpha1.AdmissionPluginConfig"),
    ("v1alpha1.AuthorizationConfigAuthorizerConfigList", "v1alpha1.AuthorizationConfigAuthorizerConfig"),
    ("v1alpha1.VlanList", "v1alpha1.Vlan"),
    ("security.ImageVerificationRules", "security.ImageVerificationRuleV1Alpha1"),
];

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| Grammar::read(include_str!("../../../facts/talos.tsv")));

impl Grammar {
    /// The grammar of all minors.
    pub(crate) fn get() -> &'static Self {
        &GRAMMAR
    }

    fn read(table: &str) -> Self {
        let old = Kind {
            name: "v1alpha1".to_owned(),
            root: "v1alpha1.Config".to_owned(),
            is_named: false,
            since: 9,
        };
        let mut grammar = Self { kinds: Vec::new(), old, fields: BTreeMap::new() };
        for line in table.lines() {
            let columns: Vec<&str> = line.split('\t').collect();
            match columns.as_slice() {
                ["kind", name, root, naming, since, _] => grammar.kinds.push(Kind {
                    name: (*name).to_owned(),
                    root: (*root).to_owned(),
                    is_named: *naming == "named",
                    since: minor(since).unwrap_or_default(),
                }),
                // Every document has its version and kind; they are written with the document.
                ["field", _, _, "meta.Meta", ..] => {}
                ["field", owner, key, value, since, until] => {
                    grammar.fields.entry((*owner).to_owned()).or_default().push(Field {
                        key: (*key).to_owned(),
                        value: (*value).to_owned(),
                        since: minor(since).unwrap_or_default(),
                        until: minor(until),
                    });
                }
                _ => {}
            }
        }
        grammar
    }

    /// The kind that has no kind: the old document.
    pub(crate) fn old_kind(&self) -> &Kind {
        &self.old
    }

    /// A kind that the minor knows; now and then one that it does not.
    pub(crate) fn any_kind(&self, random: &mut Random, minor: Minor) -> &Kind {
        let known: Vec<&Kind> =
            self.kinds.iter().filter(|kind| kind.since <= minor || random.chance(1)).collect();
        random.pick(&known)
    }

    /// The fields of a type; none where it is no structure.
    pub(crate) fn fields(&self, owner: &str) -> &[Field] {
        self.fields.get(owner).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The type of the items where a type is a list.
pub(crate) fn items(kind: &str) -> Option<String> {
    let named = LISTS.iter().find(|(list, _)| *list == kind).map(|(_, item)| (*item).to_owned());
    named.or_else(|| kind.strip_prefix("[]").map(str::to_owned))
}

fn minor(version: &str) -> Option<Minor> {
    version.strip_prefix("1.")?.parse().ok()
}
