//! Cluster templates with all that may stand in them, and the files beside them.

use serde_json::{Value, json};

use super::patch;
use crate::corpus::scalar;
use crate::corpus::tree::Tree;
use crate::random::Random;

const MACHINES: &[&str] = &[
    "11111111-1111-4111-8111-111111111111",
    "22222222-2222-4222-8222-222222222222",
    "33333333-3333-4333-8333-333333333333",
    "44444444-4444-4444-8444-444444444444",
    "55555555-5555-4555-8555-555555555555",
    "66666666-6666-4666-8666-666666666666",
];

const KEYS_OF_LABELS: &[&str] = &["env", "a.b/c", "\"1\"", "team", "empty"];

/// One template: how much of it is meant to be wrong, and which machines are still free.
struct Case<'r> {
    random: &'r mut Random,
    /// How many of a hundred values are not what belongs there.
    dirt: usize,
    free: Vec<&'static str>,
    used: Vec<&'static str>,
}

/// The files beside every template.
pub(crate) fn files() -> Value {
    json!({
        "a.yaml": "machine:\n  network:\n    hostname: a\n",
        "patches/b.yaml": "# by hand\ncluster:\n  network:\n    cni: {name: none}\n",
        "patches/bad.yaml": "machine:\n  token: abc\n",
        "job.yaml": "apiVersion: batch/v1\nkind: Job\nmetadata: {name: check}\n",
        "empty.yaml": "",
    })
}

/// A template; half of all hold no mistake that is meant.
pub(crate) fn template(random: &mut Random) -> String {
    let dirt = if random.chance(55) { 0 } else { 3 };
    let mut case = Case { random, dirt, free: MACHINES.to_vec(), used: Vec::new() };
    let mut documents = vec![case.cluster(), case.control_plane()];
    for place in 0..case.random.below(3) {
        documents.push(case.workers(place));
    }
    for _ in 0..case.random.below(3) {
        documents.push(case.machine());
    }
    if case.dirty() {
        let place = case.random.below(documents.len());
        match case.random.below(3) {
            0 => drop(documents.remove(place)),
            1 => documents.extend(documents.get(place).cloned()),
            _ => documents.push(Tree::scalar(case.random.pick(&[
                "",
                "a",
                "[]",
                "kind: Nope",
                "name: a",
                "kind: [a]",
            ]))),
        }
    }
    if case.random.chance(20) {
        documents.reverse();
    }
    let texts: Vec<String> = documents.iter().map(Tree::plain).collect();
    texts.join("---\n")
}

type Entries = Vec<(String, Tree)>;

impl Case<'_> {
    fn dirty(&mut self) -> bool {
        self.random.chance(self.dirt)
    }

    fn cluster(&mut self) -> Tree {
        let name = self.word(&["prod", "p-1", "a_b", "Ünï"], &["", "a b", "a.b", "\"\"", "null"]);
        let kubernetes = self.kubernetes();
        let talos = self.word(
            &["v1.11.2", "v1.11.2", "v1.9.0-beta.0", "v1.13.0"],
            &["1.11.2", "", "v1.11", "vx", "v1.4.9"],
        );
        let mut entries = vec![
            ("kind".to_owned(), Tree::scalar("Cluster")),
            ("name".to_owned(), name),
            ("kubernetes".to_owned(), kubernetes),
            ("talos".to_owned(), Tree::Map(vec![("version".to_owned(), talos)])),
        ];
        if self.random.chance(50) {
            let features = self.features();
            entries.push(("features".to_owned(), features));
        }
        self.common(&mut entries);
        self.finish(entries)
    }

    fn kubernetes(&mut self) -> Tree {
        let version =
            self.word(&["v1.34.1", "1.34.1", "v1.33.0-rc.1"], &["", "x", "v1.34", "v01.3.4", "\"1\""]);
        let mut entries = vec![("version".to_owned(), version)];
        if self.random.chance(30) {
            let items = self.list(|case| {
                let mut entries = vec![("name".to_owned(), case.word(&["m", "n", "o", "p"], &["", "m"]))];
                case.content(
                    &mut entries,
                    "inline",
                    &["kind: A", "{kind: B, z: 1, a: 2}", "[{a: 1}, {b: 2}]"],
                );
                let mode = case.word(&["full", "one-time"], &["Full", "", "unknown"]);
                entries.push(("mode".to_owned(), mode));
                case.describe(&mut entries);
                entries
            });
            entries.push(("manifests".to_owned(), items));
        }
        if self.random.chance(30) {
            let items = self.list(|case| {
                let mut entries = Vec::new();
                if !case.dirty() {
                    let key = case.random.pick(&["name", "name", "idOverride"]);
                    entries.push((key.to_owned(), case.word(&["check", "other", "third"], &[""])));
                }
                case.content(&mut entries, "job", &["{kind: Job}", "|\n        kind: Job\n"]);
                if case.random.chance(40) {
                    entries.push((
                        "interval".to_owned(),
                        case.word(&["30s", "1h", "5m0s", "1.5s"], &["30", "-1s", "1d"]),
                    ));
                }
                case.describe(&mut entries);
                entries
            });
            entries.push(("healthchecks".to_owned(), items));
        }
        self.finish(entries)
    }

    fn features(&mut self) -> Tree {
        let mut entries = Vec::new();
        for key in ["diskEncryption", "enableWorkloadProxy", "useEmbeddedDiscoveryService"] {
            if self.random.chance(40) {
                entries
                    .push((key.to_owned(), self.word(&["true", "false", "yes"], &["1", "\"true\"", "null"])));
            }
        }
        if self.random.chance(40) {
            let interval = self.word(&["1h", "30m", "0s", "1h2m3s", "90s"], &["3600", "1 h", "\"\"", "-5m"]);
            let inner = Tree::Map(vec![("interval".to_owned(), interval)]);
            entries.push(("backupConfiguration".to_owned(), inner));
        }
        self.finish(entries)
    }

    fn control_plane(&mut self) -> Tree {
        let mut entries = vec![("kind".to_owned(), Tree::scalar("ControlPlane"))];
        if self.random.chance(10) {
            let spec = [("clusterUUID", "aaaaaaaa-1111-4111-8111-111111111111"), ("snapshot", "a.snapshot")];
            let spec = spec.map(|(key, value)| (key.to_owned(), self.word(&[value], &["\"\""])));
            entries.push(("bootstrapSpec".to_owned(), Tree::Map(spec.into())));
        }
        if self.dirty() {
            entries.push(("name".to_owned(), Tree::scalar("own")));
        }
        self.members(&mut entries);
        if self.dirty() {
            entries.push(("updateStrategy".to_owned(), Tree::Map(Vec::new())));
        }
        self.common(&mut entries);
        self.finish(entries)
    }

    fn workers(&mut self, place: usize) -> Tree {
        let mut entries = vec![("kind".to_owned(), Tree::scalar("Workers"))];
        if place > 0 || self.random.chance(60) {
            let own = ["gpu", "big", "w_1"].get(place).copied().unwrap_or("more");
            entries
                .push(("name".to_owned(), self.word(&[own], &["control-planes", "workers", "gpu", "\"\""])));
        }
        self.members(&mut entries);
        for key in ["updateStrategy", "deleteStrategy", "upgradeStrategy"] {
            if self.random.chance(25) {
                let strategy = self.strategy();
                entries.push((key.to_owned(), strategy));
            }
        }
        self.common(&mut entries);
        self.finish(entries)
    }

    fn strategy(&mut self) -> Tree {
        let mut entries = Vec::new();
        if self.random.chance(60) {
            entries.push(("type".to_owned(), self.word(&["Rolling", "Unset"], &["rolling", "1", ""])));
        }
        if self.random.chance(60) {
            let most = self.word(&["1", "3", "0"], &["-1", "x", "4294967296", "1.5", "\"2\""]);
            entries.push(("rolling".to_owned(), Tree::Map(vec![("maxParallelism".to_owned(), most)])));
        }
        self.finish(entries)
    }

    fn machine(&mut self) -> Tree {
        let mut name = if self.used.is_empty() {
            MACHINES.first().copied().unwrap_or_default()
        } else {
            self.random.pick(&self.used)
        };
        if self.dirty() {
            name = self.random.pick(MACHINES);
        }
        let mut entries = vec![
            ("kind".to_owned(), Tree::scalar("Machine")),
            (
                "name".to_owned(),
                self.word(&[name], &["", "x", "11111111111141118111111111111111", "urn:uuid:1"]),
            ),
        ];
        if self.random.chance(25) {
            entries.push(("locked".to_owned(), self.word(&["true", "false"], &["1", "\"yes\""])));
        }
        if self.random.chance(40) {
            let disk = self.word(&["/dev/sda", "/dev/nvme0n1"], &["", "5", "[a]"]);
            entries.push(("install".to_owned(), Tree::Map(vec![("disk".to_owned(), disk)])));
        }
        self.common(&mut entries);
        self.finish(entries)
    }

    /// Machines by name or by class.
    fn members(&mut self, entries: &mut Entries) {
        if self.random.chance(15) {
            let size =
                self.word(&["1", "3", "Unlimited", "unlimited", "infinity"], &["x", "-1", "Static", "1.5"]);
            let class = vec![("name".to_owned(), self.word(&["big"], &[""])), ("size".to_owned(), size)];
            entries.push(("machineClass".to_owned(), Tree::Map(class)));
            if !self.dirty() {
                return;
            }
        }
        let mut machines = Vec::new();
        for _ in 0..self.random.below(3) {
            if let Some(machine) = self.free.pop() {
                self.used.push(machine);
                machines.push(self.word(&[machine], &["x", "22222222-2222-4222-8222-222222222222", "\"\""]));
            }
        }
        entries.push(("machines".to_owned(), Tree::List(machines)));
    }

    /// What may stand in every document.
    fn common(&mut self, entries: &mut Entries) {
        self.describe(entries);
        for (key, words) in [
            ("systemExtensions", ["siderolabs/iscsi-tools", "siderolabs/gvisor"]),
            ("kernelArgs", ["console=ttyS0", "net.ifnames=0"]),
        ] {
            if self.random.chance(25) {
                let items =
                    (0..self.random.below(3)).map(|_| self.word(&words, &["null", "1", "[a]"])).collect();
                let list = if self.dirty() { self.odd() } else { Tree::List(items) };
                entries.push((key.to_owned(), list));
            }
        }
        if self.random.chance(40) {
            let items = self.list(|case| {
                let mut entries = Vec::new();
                for (key, likely) in [("name", 80), ("idOverride", 25)] {
                    if case.random.chance(likely) {
                        let place = case.random.below(50);
                        let word = case.random.pick(&["ntp", "p/q", "x y"]);
                        entries.push((key.to_owned(), Tree::scalar(format!("{word}{place}"))));
                    }
                }
                let text = patch::plain(case.random);
                let block = text.lines().flat_map(|line| ["\n                ", line]).collect::<String>();
                let block = format!("|{block}");
                let inline = if block == "|" { "\"\"" } else { &block };
                let flow = [
                    "{machine: {network: {hostname: b}, sysctls: {z: \"1\", a10: \"2\", a9: \"3\"}}}",
                    "[{machine: {}}]",
                ];
                case.content(&mut entries, "inline", &[inline, inline, inline, flow[0], flow[1]]);
                case.describe(&mut entries);
                entries
            });
            entries.push(("patches".to_owned(), items));
        }
    }

    /// A text of its own, or a file; a mistake has both or neither.
    fn content(&mut self, entries: &mut Entries, key: &str, texts: &[&str]) {
        let (own, file) = if self.dirty() { (true, true) } else { (true, false) };
        let (own, file) = if self.random.chance(25) { (file, own) } else { (own, file) };
        if self.dirty() {
            return;
        }
        if own {
            let right = self.random.pick(texts).to_owned();
            entries.push((key.to_owned(), self.word(&[&right], &["1", "null", "[1]", "[]", "{}", "true"])));
        }
        if file {
            let wrong =
                ["c.yaml", "../a.yaml", "/a.yaml", "patches/../../x", "patches/bad.yaml", "empty.yaml"];
            let right = if key == "job" {
                "job.yaml"
            } else {
                self.random.pick(&["a.yaml", "patches/b.yaml", "patches/../a.yaml"])
            };
            entries.push(("file".to_owned(), self.word(&[right], &wrong)));
        }
    }

    fn describe(&mut self, entries: &mut Entries) {
        for key in ["labels", "annotations"] {
            if self.random.chance(15) {
                let mut inner: Entries = Vec::new();
                for _ in 0..self.random.below(3) {
                    let key =
                        if self.dirty() { "omni.sidero.dev/x" } else { self.random.pick(KEYS_OF_LABELS) };
                    if !inner.iter().any(|(known, _)| known == key) {
                        inner.push((
                            key.to_owned(),
                            self.word(&["a", "\"\"", "\"1\"", "a b"], &["1.10", "true", "null", "[a]"]),
                        ));
                    }
                }
                entries.push((key.to_owned(), Tree::Map(inner)));
            }
        }
    }

    fn list(&mut self, mut item: impl FnMut(&mut Self) -> Entries) -> Tree {
        let items = (0..=self.random.below(2)).map(|_| {
            let entries = item(self);
            self.finish(entries)
        });
        Tree::List(items.collect())
    }

    /// A right word, or sometimes one of the wrong ones.
    fn word(&mut self, right: &[&str], wrong: &[&str]) -> Tree {
        if !self.dirty() {
            return Tree::scalar(self.random.pick(right));
        }
        if self.random.chance(80) { Tree::scalar(self.random.pick(wrong)) } else { self.odd() }
    }

    fn odd(&mut self) -> Tree {
        match self.random.below(4) {
            0 => Tree::List(vec![Tree::scalar("a")]),
            1 => Tree::Map(vec![("a".to_owned(), Tree::scalar("b"))]),
            _ => Tree::scalar(scalar::scalar(self.random)),
        }
    }

    /// A mapping, now and then with a key that does not belong there.
    fn finish(&mut self, mut entries: Entries) -> Tree {
        if self.dirty() && self.dirty() {
            entries.push((self.random.pick(&["unknown", "Name", "patch"]).to_owned(), Tree::scalar("1")));
        }
        Tree::Map(entries)
    }
}
