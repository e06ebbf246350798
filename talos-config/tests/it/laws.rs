//! The laws of merging, on configurations and patches that are put together by chance.

use manifest::yaml::{self, Kind, Layout, Node};
use manifest::{FieldPath, Map, Segment, Source, Value};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use talos_config::patch::{self, PatchError};
use talos_config::{Configuration, Minor, Patch};

/// What a document says at a place: the way, and values that it may have. Merged by replacing, key by key.
const REPLACED: &[(&str, &[&str])] = &[
    ("machine/type", &["worker", "controlplane"]),
    ("machine/token", &["a", "b"]),
    ("machine/network/hostname", &["a", "b.example"]),
    ("machine/network/interfaces", &["[{interface: eth0, mtu: 1500}]", "[{interface: eth0, mtu: 9000}]"]),
    ("machine/sysctls/a", &["\"1\"", "\"2\""]),
    ("machine/sysctls/b", &["x", "y"]),
    ("machine/nodeLabels/zone", &["a", "\"true\""]),
    ("machine/kubelet/image", &["a:1", "a:2"]),
    ("machine/kubelet/extraArgs/v", &["\"1\"", "\"2\""]),
    ("machine/kubelet/defaultRuntimeSeccompProfileEnabled", &["true", "false"]),
    ("machine/install/disk", &["/dev/sda", "/dev/vda"]),
    ("machine/install/wipe", &["true", "false"]),
    ("machine/time/bootTimeout", &["1m", "90s"]),
    ("machine/registries/mirrors/docker.io/overridePath", &["true", "false"]),
    ("cluster/clusterName", &["a", "b"]),
    ("cluster/controlPlane/endpoint", &["https://a.example:6443", "https://b.example:6443"]),
    ("cluster/network/podSubnets", &["[10.244.0.0/16]", "[10.0.0.0/8, 'fd00::/64']"]),
    ("cluster/apiServer/auditPolicy", &["{kind: Policy, rules: [{level: None}]}", "{kind: Policy}"]),
    ("cluster/apiServer/admissionControl", &["[{name: A, configuration: {x: 1}}]"]),
    ("cluster/etcd/extraArgs/quota", &["\"1\"", "\"2\""]),
];

/// The same for lists that patches append to.
const APPENDED: &[(&str, &[&str])] = &[
    ("machine/certSANs", &["[a]", "[b, c]", "[]"]),
    ("machine/network/nameservers", &["[10.5.0.1]", "[10.5.0.2, 10.5.0.3]"]),
    ("machine/files", &["[{content: a, path: /a, op: create, permissions: 0o644}]"]),
    ("machine/kubelet/extraMounts", &["[{destination: /a, source: /b, type: bind}]"]),
    ("machine/registries/mirrors/docker.io/endpoints", &["['https://a']", "['https://b']"]),
    ("cluster/inlineManifests", &["[{name: a, contents: b}]"]),
    ("cluster/apiServer/certSANs", &["[x]"]),
];

/// Other documents, by their identity. All but lists are merged by replacing.
const DOCUMENTS: &[&[&str]] = &[
    &["kind: HostnameConfig\nhostname: a\n", "kind: HostnameConfig\nhostname: b\n"],
    &["kind: LinkConfig\nname: eth0\nmtu: 1400\n", "kind: LinkConfig\nname: eth0\nup: false\n"],
    &["kind: LinkConfig\nname: eth1\nup: true\n"],
    &["kind: KmsgLogConfig\nname: a\nurl: tcp://a:1\n", "kind: KmsgLogConfig\nname: a\nurl: tcp://b:2\n"],
    &["kind: WatchdogTimerConfig\ndevice: /dev/watchdog0\n", "kind: WatchdogTimerConfig\ntimeout: 1m0s\n"],
];

const MINORS: [Minor; 3] = [Minor::V1_12, Minor::V1_13, Minor::V1_14];

/// What a text is made of: places with the value that is chosen.
#[derive(Clone, Debug)]
struct Recipe {
    places: Vec<(&'static str, &'static str)>,
    documents: Vec<&'static str>,
}

impl Recipe {
    fn text(&self) -> String {
        let mut root = Map::new();
        for section in ["machine", "cluster"] {
            root.insert(section, Map::new());
        }
        for (path, value) in &self.places {
            put(&mut root, path, value);
        }
        let oldest = yaml::to_string(&Value::Mapping(root), &Layout::default()).unwrap();
        let others = self.documents.iter().map(|document| format!("apiVersion: v1alpha1\n{document}"));
        std::iter::once(oldest).chain(others).collect::<Vec<_>>().join("---\n")
    }
}

fn put(map: &mut Map, path: &str, value: &str) {
    let Some((first, rest)) = path.split_once('/') else {
        let documents = yaml::parse(&Source::new("value", value)).unwrap();
        let value = documents[0].decode::<Value>(yaml::Reading::Json).value.unwrap();
        map.insert(path, value);
        return;
    };
    if map.get(first).is_none() {
        map.insert(first, Map::new());
    }
    if let Some(Value::Mapping(inner)) = map.get_mut(first) {
        put(inner, rest, value);
    }
}

type Pool = &'static [(&'static str, &'static [&'static str])];

fn recipe(pool: Vec<Pool>, with_documents: bool) -> impl Strategy<Value = Recipe> {
    let places: Vec<_> = pool.into_iter().flatten().copied().collect();
    let most = places.len();
    let documents = if with_documents { DOCUMENTS.to_vec() } else { Vec::new() };
    let others = documents.len();
    let chosen = (subsequence(places, 0..=most), subsequence(documents, 0..=others));
    (chosen, proptest::collection::vec(any::<Index>(), most + others)).prop_map(
        |((places, documents), picks)| {
            let mut picks = picks.into_iter();
            let mut pick =
                |choices: &[&'static str]| picks.next().map_or(choices[0], |index| *index.get(choices));
            let places = places.into_iter().map(|(path, values)| (path, pick(values))).collect();
            let documents = documents.into_iter().map(pick).collect();
            Recipe { places, documents }
        },
    )
}

fn any_recipe() -> impl Strategy<Value = Recipe> {
    recipe(vec![REPLACED, APPENDED], true)
}

fn minor() -> impl Strategy<Value = Minor> {
    proptest::sample::select(MINORS.to_vec())
}

fn load(text: &str, minor: Minor) -> Patch {
    let loaded = Patch::load(&Source::new("patch.yaml", text), minor);
    loaded.value.unwrap_or_else(|| panic!("{text}: {:?}", loaded.findings))
}

fn apply(config: &str, patches: &[&str], minor: Minor) -> Result<String, PatchError> {
    let patches: Vec<_> = patches.iter().map(|text| load(text, minor)).collect();
    patch::apply(&Source::new("config.yaml", config), &patches, minor)
}

fn patched(config: &str, patches: &[&str], minor: Minor) -> String {
    apply(config, patches, minor).unwrap_or_else(|error| panic!("{config}\n+ {patches:?}: {error}"))
}

fn canonical(config: &str, minor: Minor) -> String {
    let loaded = Configuration::load(&Source::new("config.yaml", config), minor);
    loaded.value.unwrap_or_else(|| panic!("{config}: {:?}", loaded.findings)).encode().unwrap()
}

/// The documents in an order that does not depend on who came first.
fn sorted(text: &str) -> Vec<String> {
    let mut documents: Vec<_> = text.split("---\n").map(str::to_owned).collect();
    documents.sort();
    documents
}

fn leaves(node: &Node, path: &FieldPath, found: &mut Vec<FieldPath>) {
    let child = |segment: Segment| {
        let mut path = path.clone();
        path.push(segment);
        path
    };
    match &node.kind {
        Kind::Mapping(entries) if !entries.is_empty() => {
            for entry in entries {
                let key = entry.key.as_text().unwrap().to_owned();
                leaves(&entry.value, &child(Segment::Key(key.into())), found);
            }
        }
        Kind::Sequence(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, &child(Segment::Index(index)), found);
            }
        }
        _ => found.push(path.clone()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn merging_what_says_nothing_changes_nothing(base in any_recipe(), minor in minor()) {
        let base = base.text();
        prop_assert_eq!(patched(&base, &["machine: {}\n"], minor), canonical(&base, minor));
    }

    #[test]
    fn what_is_replaced_is_the_same_the_second_time(
        base in any_recipe(),
        patch in recipe(vec![REPLACED], true),
        minor in minor(),
    ) {
        let (base, patch) = (base.text(), patch.text());
        prop_assert_eq!(patched(&base, &[&patch, &patch], minor), patched(&base, &[&patch], minor));
    }

    #[test]
    fn a_sequence_is_one_patch_after_the_other(
        base in any_recipe(),
        first in any_recipe(),
        second in any_recipe(),
        minor in minor(),
    ) {
        let (base, first, second) = (base.text(), first.text(), second.text());
        let together = patched(&base, &[&first, &second], minor);
        prop_assert_eq!(together, patched(&patched(&base, &[&first], minor), &[&second], minor));
    }

    #[test]
    fn patches_that_share_no_place_may_change_places(
        base in any_recipe(),
        all in any_recipe(),
        sides in proptest::collection::vec(any::<bool>(), 40),
        minor in minor(),
    ) {
        let mut halves = [Recipe { places: Vec::new(), documents: Vec::new() }, Recipe { places: Vec::new(), documents: Vec::new() }];
        let mut sides = sides.into_iter().map(usize::from);
        for place in all.places {
            halves[sides.next().unwrap()].places.push(place);
        }
        for document in all.documents {
            halves[sides.next().unwrap()].documents.push(document);
        }
        let [left, right] = halves.map(|half| half.text());
        let base = base.text();
        let one = patched(&base, &[&left, &right], minor);
        prop_assert_eq!(sorted(&one), sorted(&patched(&base, &[&right, &left], minor)));
    }

    #[test]
    fn what_is_added_and_deleted_again_was_never_there(base in any_recipe(), minor in minor()) {
        let base = base.text();
        let document = "apiVersion: v1alpha1\nkind: EventSinkConfig\nendpoint: a:1\n";
        let steps = [
            "machine: {sysctls: {new: a}}\n",
            "machine: {sysctls: {new: {$patch: delete}}}\n",
            document,
            "apiVersion: v1alpha1\nkind: EventSinkConfig\n$patch: delete\n",
        ];
        prop_assert_eq!(patched(&base, &steps, minor), canonical(&base, minor));
    }

    #[test]
    fn deleting_what_is_not_there_fails_for_keys_and_changes_nothing_for_fields(
        base in any_recipe(),
        minor in minor(),
    ) {
        let base = base.text();
        let error = apply(&base, &["machine: {sysctls: {new: {$patch: delete}}}\n"], minor).unwrap_err();
        prop_assert!(error.to_string().ends_with("lookup failed"), "{}", error);
        let field = "machine: {acceptedCAs: {$patch: delete}}\n";
        prop_assert_eq!(patched(&base, &[field], minor), canonical(&base, minor));
        let document = "apiVersion: v1alpha1\nkind: EventSinkConfig\n$patch: delete\n";
        let left = if minor >= Minor::V1_14 { "" } else { "---\n{}\n" };
        prop_assert_eq!(patched(&base, &[document], minor), canonical(&base, minor) + left);
    }

    #[test]
    fn every_value_of_a_result_has_an_origin(
        base in any_recipe(),
        first in any_recipe(),
        second in any_recipe(),
        minor in minor(),
    ) {
        let source = Source::new("config.yaml", base.text());
        let patches = [load(&first.text(), minor), load(&second.text(), minor)];
        let result = patch::apply_with_origins(&source, &patches, minor).unwrap();
        prop_assert_eq!(&result.text, &patch::apply(&source, &patches, minor).unwrap());
        let documents = yaml::parse(&Source::new("result.yaml", result.text)).unwrap();
        for (index, document) in documents.iter().enumerate() {
            let mut found = Vec::new();
            leaves(document.root(), &FieldPath::root(), &mut found);
            for path in found {
                prop_assert!(result.origins.get(index, &path).is_some(), "{}: {}", index, path);
            }
        }
    }
}
