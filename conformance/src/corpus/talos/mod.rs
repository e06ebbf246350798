//! Talos machine configurations and patches: by the tables of kinds and fields, with what belongs there most of the time.

mod grammar;
mod leaf;
mod patch;

use crate::corpus::scalar;
use crate::corpus::tree::Tree;
use crate::random::Random;

pub(crate) use grammar::Minor;
use grammar::{Field, Grammar, Kind};
pub(crate) use patch::patches;

/// What one case is about: the kinds that occur in it, and the fields that are likely, so that a patch meets what it
/// patches.
pub(crate) struct Case<'g> {
    grammar: &'g Grammar,
    minor: Minor,
    kinds: Vec<&'g Kind>,
    favour: u64,
    /// How many of a hundred values are not what belongs there.
    dirt: usize,
}

impl Case<'static> {
    /// A case for a minor; half of all cases hold no mistake that is meant.
    pub(crate) fn new(random: &mut Random, minor: Minor) -> Self {
        let grammar = Grammar::get();
        let mut kinds = Vec::new();
        for _ in 0..=random.below(3) {
            let kind = if random.chance(45) { grammar.old_kind() } else { grammar.any_kind(random, minor) };
            if !kinds.iter().any(|known: &&Kind| known.name == kind.name) {
                kinds.push(kind);
            }
        }
        let dirt = if random.chance(60) { 0 } else { 2 };
        Self { grammar, minor, kinds, favour: random.bits(), dirt }
    }
}

impl Case<'static> {
    /// A case about the old document alone.
    pub(crate) fn old(random: &mut Random, minor: Minor) -> Self {
        let case = Self::new(random, minor);
        Self { kinds: vec![case.grammar.old_kind()], ..case }
    }
}

impl Case<'_> {
    /// The document of the first kind.
    pub(crate) fn first(&self, random: &mut Random) -> String {
        self.kinds.first().map(|kind| self.document(random, kind).plain()).unwrap_or_default()
    }

    /// A stream with a document of each kind of the case. A few documents come twice.
    pub(crate) fn stream(&self, random: &mut Random) -> String {
        let mut documents: Vec<String> =
            self.kinds.iter().map(|kind| self.document(random, kind).plain()).collect();
        if random.chance(4) {
            documents.push({
                let kind = random.pick(&self.kinds);
                self.document(random, kind).plain()
            });
        }
        if random.chance(self.dirt) {
            documents.push(
                random
                    .pick(&["", "null\n", "{}\n", "[]\n", "kind: Nope\napiVersion: v1alpha1\n", "a\n"])
                    .to_owned(),
            );
        }
        documents.join("---\n")
    }

    /// A configuration that is complete enough to be validated: what every machine must have is there, mostly.
    pub(crate) fn machine(&self, random: &mut Random) -> String {
        let mut documents = vec![self.complete(random).plain()];
        for kind in self.kinds.iter().filter(|kind| kind.name != "v1alpha1") {
            documents.push(self.document(random, kind).plain());
        }
        documents.join("---\n")
    }

    fn document(&self, random: &mut Random, kind: &Kind) -> Tree {
        let Tree::Map(mut entries) = self.structure(random, &kind.root, 0) else {
            return Tree::Map(Vec::new());
        };
        if kind.name != "v1alpha1" {
            if kind.is_named && !entries.iter().any(|(key, _)| key == "name") && !random.chance(self.dirt) {
                entries.insert(0, ("name".to_owned(), Tree::scalar(leaf::text(random, "name"))));
            }
            if !random.chance(self.dirt) {
                entries.insert(0, ("kind".to_owned(), Tree::scalar(&*kind.name)));
            }
            let version =
                if random.chance(self.dirt) { random.pick(&["v1alpha2", "v1", "", "1"]) } else { "v1alpha1" };
            entries.insert(0, ("apiVersion".to_owned(), Tree::scalar(version)));
        } else if random.chance(70) || entries.is_empty() {
            entries.retain(|(key, _)| key != "version");
            entries.insert(0, ("version".to_owned(), Tree::scalar("v1alpha1")));
            if entries.len() == 1 {
                entries.push(("machine".to_owned(), self.structure(random, "v1alpha1.MachineConfig", 1)));
            }
        }
        Tree::Map(entries)
    }

    /// The old document with its required parts in front and more behind.
    fn complete(&self, random: &mut Random) -> Tree {
        let Tree::Map(document) = self.document(random, self.grammar.old_kind()) else {
            return Tree::Map(Vec::new());
        };
        let role = random.pick(&["controlplane", "worker", "worker", "controlplane", "init", "Worker", ""]);
        let pair = |random: &mut Random| {
            let text = leaf::value(random, "x509.PEMEncodedCertificate", "crt");
            Tree::Map(vec![("crt".to_owned(), Tree::scalar(&*text)), ("key".to_owned(), Tree::scalar(text))])
        };
        let required = [
            ("machine", "type", Tree::scalar(role)),
            ("machine", "token", Tree::scalar("abcdef.0123456789abcdef")),
            ("machine", "ca", pair(random)),
            ("machine", "install", Tree::Map(vec![("disk".to_owned(), Tree::scalar("/dev/sda"))])),
            ("cluster", "id", Tree::scalar("aWQ=")),
            ("cluster", "secret", Tree::scalar("c2VjcmV0")),
            ("cluster", "token", Tree::scalar("abcdef.0123456789abcdef")),
            ("cluster", "ca", pair(random)),
            (
                "cluster",
                "controlPlane",
                Tree::Map(vec![("endpoint".to_owned(), Tree::scalar("https://10.5.0.1:6443"))]),
            ),
        ];
        let mut sections: Vec<(String, Vec<(String, Tree)>)> =
            vec![("machine".to_owned(), Vec::new()), ("cluster".to_owned(), Vec::new())];
        for (section, key, value) in required {
            let entries = sections.iter_mut().find(|(name, _)| name == section).map(|(_, entries)| entries);
            if let Some(entries) = entries.filter(|_| !random.chance(6)) {
                entries.push((key.to_owned(), value));
            }
        }
        let mut rest = Vec::new();
        for (name, value) in document {
            match (sections.iter_mut().find(|(section, _)| *section == name), value) {
                (Some((_, entries)), Tree::Map(more)) => {
                    for (key, value) in more {
                        if !entries.iter().any(|(known, _)| *known == key) {
                            entries.push((key, value));
                        }
                    }
                }
                (_, value) => rest.push((name, value)),
            }
        }
        rest.extend(sections.into_iter().map(|(name, entries)| (name, Tree::Map(entries))));
        Tree::Map(rest)
    }

    /// A structure with some of its fields.
    fn structure(&self, random: &mut Random, owner: &str, depth: usize) -> Tree {
        let mut entries = Vec::new();
        for field in self.grammar.fields(owner) {
            if field.key == "(inline)" {
                if let Tree::Map(inner) = self.structure(random, &field.value, depth) {
                    entries.extend(inner);
                }
                continue;
            }
            let known = field.since <= self.minor && field.until.is_none_or(|until| until >= self.minor);
            let likely = if !known {
                usize::from(self.dirt > 0)
            } else if self.favours(owner, &field.key) {
                70
            } else {
                4 / (depth + 1)
            };
            if random.chance(likely) {
                entries.push((field.key.clone(), self.field(random, field, depth)));
            }
        }
        if random.chance(self.dirt) {
            let key = entries
                .first()
                .map_or_else(|| "unknown".to_owned(), |(key, _)| random.mutate(key, &["a", "S", "s", "_"]));
            entries.push((key, Tree::scalar("1")));
        }
        Tree::Map(entries)
    }

    fn field(&self, random: &mut Random, field: &Field, depth: usize) -> Tree {
        self.value(random, &field.value, &field.key, depth + 1)
    }

    fn value(&self, random: &mut Random, kind: &str, key: &str, depth: usize) -> Tree {
        if random.chance(self.dirt) {
            return mistake(random, kind, key, depth);
        }
        if let Some(inner) = kind.strip_prefix('*') {
            return self.value(random, inner, key, depth);
        }
        if let Some(inner) = grammar::items(kind) {
            let most = if depth > 4 { 2 } else { 3 };
            return Tree::List(
                (0..random.below(most)).map(|_| self.value(random, &inner, key, depth + 1)).collect(),
            );
        }
        if let Some(inner) = kind.strip_prefix("map[string]") {
            let mut entries: Vec<(String, Tree)> = Vec::new();
            for _ in 0..random.below(3) {
                let key = leaf::map_key(random, key);
                if !entries.iter().any(|(known, _)| *known == key) || random.chance(self.dirt) {
                    let value = self.value(random, inner, "value", depth + 1);
                    entries.push((key, value));
                }
            }
            return Tree::Map(entries);
        }
        if kind.ends_with(".Unstructured") && matches!(key, "requests" | "limits") {
            let amounts = [("cpu", "100m"), ("memory", "1Gi"), ("cpu", "2"), ("memory", "x")];
            let (name, amount) = random.pick(&amounts.iter().collect::<Vec<_>>());
            return Tree::Map(vec![((*name).to_owned(), Tree::scalar(*amount))]);
        }
        if kind.ends_with(".Unstructured") {
            let keys = ["a", "b", "kind"].iter().filter(|_| random.chance(60)).collect::<Vec<_>>();
            return Tree::Map(keys.into_iter().map(|key| ((*key).to_owned(), free(random, depth))).collect());
        }
        if kind == "interface {}" {
            return free(random, depth);
        }
        if let Some(tree) = leaf::mapping(random, kind) {
            return tree;
        }
        if self.grammar.fields(kind).is_empty() {
            return Tree::scalar(leaf::value(random, kind, key));
        }
        self.structure(random, kind, depth)
    }

    fn favours(&self, owner: &str, key: &str) -> bool {
        Random::for_case(self.favour, owner, 0).bits() % 7 == Random::for_case(self.favour, key, 0).bits() % 7
            || Random::for_case(self.favour, key, 1).chance(12)
    }
}

/// What does not belong at a place.
fn mistake(random: &mut Random, kind: &str, key: &str, depth: usize) -> Tree {
    match random.below(6) {
        0 => Tree::scalar(random.pick(&["null", "~", ""])),
        1 => Tree::List(vec![Tree::scalar(scalar::scalar(random))]),
        2 => Tree::Map(vec![("a".to_owned(), Tree::scalar(scalar::scalar(random)))]),
        3 => {
            let right = leaf::value(random, kind, key);
            Tree::scalar(random.mutate(&right, &["0", "x", "-", ".", "/", ":", " "]))
        }
        4 if depth < 6 => free(random, depth),
        _ => Tree::scalar(scalar::scalar(random)),
    }
}

/// A value without a type, whose mappings have only texts as keys.
fn free(random: &mut Random, depth: usize) -> Tree {
    match random.below(if depth > 6 { 2 } else { 4 }) {
        0 | 1 => Tree::scalar(leaf::free(random)),
        2 => Tree::List((0..random.below(3)).map(|_| free(random, depth + 2)).collect()),
        _ => {
            let keys = ["a", "b", "c", "d"].iter().filter(|_| random.chance(40)).collect::<Vec<_>>();
            Tree::Map(keys.into_iter().map(|key| ((*key).to_owned(), free(random, depth + 2))).collect())
        }
    }
}
