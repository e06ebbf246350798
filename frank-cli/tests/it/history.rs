//! Findings and plans over the commits of a git repository, which is made without the program `git`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use gix::ObjectId;
use gix::objs::Tree;
use gix::objs::tree::{Entry, EntryKind};

/// A git repository whose one directory `site` changes with each commit.
struct Site {
    directory: tempfile::TempDir,
    git: gix::Repository,
    last: Option<ObjectId>,
}

impl Site {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let git = gix::init(directory.path()).unwrap();
        fs::create_dir(directory.path().join("site")).unwrap();
        Self { directory, git, last: None }
    }

    /// Writes files to `site` and commits exactly these.
    fn commit(&mut self, day: u64, message: &str, files: &[(&str, &str)]) {
        let site = self.directory.path().join("site");
        for entry in fs::read_dir(&site).unwrap() {
            fs::remove_file(entry.unwrap().path()).unwrap();
        }
        let entry = |name: &str, kind: EntryKind, oid: ObjectId| Entry {
            mode: kind.into(),
            filename: name.into(),
            oid,
        };
        let mut entries = Vec::new();
        for (name, text) in files {
            fs::write(site.join(name), text).unwrap();
            let blob = self.git.write_blob(text).unwrap().detach();
            entries.push(entry(name, EntryKind::Blob, blob));
        }
        entries.sort();
        let tree = self.git.write_object(Tree { entries }).unwrap().detach();
        let root = Tree { entries: vec![entry("site", EntryKind::Tree, tree)] };
        let root = self.git.write_object(root).unwrap().detach();
        // Days of January 2026.
        let time = format!("{} +0000", 1_767_225_600 + (day - 1) * 86_400);
        let ada =
            gix::actor::SignatureRef { name: "Ada".into(), email: "ada@example.org".into(), time: &time };
        let id = self.git.commit_as(ada, ada, "HEAD", message, root, self.last).unwrap().detach();
        self.last = Some(id);
    }

    fn frank(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_frank"))
            .args(arguments)
            .current_dir(self.directory.path())
            .output()
            .unwrap();
        let text = String::from_utf8(stdout).unwrap() + &String::from_utf8(stderr).unwrap();
        (status.code(), text)
    }
}

fn pool(name: &str, cidr: &str) -> String {
    format!(
        "apiVersion: cilium.io/v2alpha1\nkind: CiliumLoadBalancerIPPool\nmetadata: {{name: {name}}}\nspec: {{blocks: [{{cidr: \
         {cidr}}}]}}\n"
    )
}

/// Three commits: a pool that is not aligned comes, another one comes, the first one moves down in its file.
fn site() -> Site {
    let mut site = Site::new();
    let first = pool("one", "10.0.0.200/24");
    site.commit(1, "a pool", &[("one.yaml", &first)]);
    site.commit(2, "another pool", &[("one.yaml", &first), ("two.yaml", &pool("two", "10.1.0.9/24"))]);
    let moved = format!("# Of the lab.\n{first}");
    site.commit(3, "a comment", &[("one.yaml", &moved), ("two.yaml", &pool("two", "10.1.0.9/24"))]);
    site
}

#[test]
fn blame_names_the_commit_that_brought_a_finding_in() {
    let site = site();
    fs::write(site.directory.path().join("site/three.yaml"), pool("three", "10.2.0.9/24")).unwrap();
    let (code, text) = site.frank(&["blame", "site", "--format", "json"]);
    assert_eq!(code, Some(1), "{text}");
    let labels: Vec<&str> = text.lines().filter(|line| line.contains("\"label\"")).collect();
    assert_eq!(labels.len(), 3, "{text}");
    assert!(labels[0].contains(" of 2026-01-01 by Ada: a pool\""), "{text}");
    assert!(labels[1].contains("not committed yet"), "{text}");
    assert!(labels[2].contains(" of 2026-01-02 by Ada: another pool\""), "{text}");
}

#[test]
fn a_check_since_a_revision_tells_what_is_new_since_then() {
    let site = site();
    let (code, text) = site.frank(&["check", "site", "--since", "HEAD~2"]);
    assert!(code == Some(1) && text.contains("site/two.yaml:4") && !text.contains("site/one.yaml"), "{text}");
    assert!(text.contains("1 finding is left out: `HEAD~2` has it, too\n"), "{text}");
    let told = "no findings\n2 findings are left out: `HEAD~1` has them, too\n";
    assert_eq!(site.frank(&["check", "site", "--since", "HEAD~1"]), (Some(0), told.to_owned()));
    let (code, text) = site.frank(&["check", "site", "--since", "nowhere"]);
    assert!(code == Some(2) && text.contains("there is no revision `nowhere`"), "{text}");
}

#[test]
fn a_plan_compares_revisions_and_directories() {
    let site = site();
    let (code, text) = site.frank(&["plan", "HEAD~2:site", "HEAD:site"]);
    assert_eq!((code, &*text), (Some(0), "resources\n  + CiliumLoadBalancerIPPool two\n"));
    assert_eq!(site.frank(&["plan", "HEAD:site", "site"]), (Some(0), "nothing changes\n".to_owned()));
    for whole in ["HEAD", "HEAD:", "HEAD:.", "HEAD:./site/..", "HEAD:site", "HEAD:./site/", "site", "."] {
        let (code, text) = site.frank(&["plan", "HEAD~2", whole]);
        let expected = "resources\n  + CiliumLoadBalancerIPPool two\n";
        assert_eq!((code, &*text), (Some(0), expected), "{whole}");
    }
    let (code, text) = site.frank(&["plan", "HEAD~9", "HEAD"]);
    assert!(code == Some(2) && text.contains("cannot read `HEAD~9`"), "{text}");
    let (code, text) = site.frank(&["plan", "HEAD:elsewhere", "site"]);
    assert!(code == Some(2) && text.contains("there is no `elsewhere` in `HEAD`"), "{text}");
}

#[test]
fn the_current_directory_counts_where_a_path_begins_with_a_dot() {
    let site = site();
    let plan = |old: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_frank"))
            .args(["plan", old, "."])
            .current_dir(site.directory.path().join("site"))
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(plan("HEAD:."), "nothing changes\n");
    assert_eq!(plan("HEAD:./two.yaml"), "");
    assert_eq!(plan("HEAD:.."), "nothing changes\n");
}

#[test]
fn hidden_files_that_pin_tools_are_read_and_hidden_directories_are_not() {
    let directory = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "cluster.yaml",
        "kind: Cluster\nname: lab\nkubernetes: {version: v1.34.0}\ntalos: {version: v1.12.0}\n---\nkind: ControlPlane\n\
         machines: [11111111-1111-4111-8111-111111111111]\n---\nkind: Workers\nmachines: []\n",
    );
    write(".tool-versions", "talosctl 1.9.5\n");
    write("tools/.mise.toml", "[tools]\ntalosctl = \"1.10.0\"\n");
    write(".cache/.tool-versions", "talosctl 1.7.0\n");
    write(".cache/broken.yaml", "a: [\n");
    write(".broken.yaml", "a: [\n");
    let output = Command::new(env!("CARGO_BIN_EXE_frank"))
        .args(["check", "."])
        .current_dir(&directory)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    assert_eq!(text.matches("CLU0505").count(), 2, "{text}");
    assert!(text.contains(" .tool-versions:1:1") && text.contains(" tools/.mise.toml:2:1"), "{text}");
    assert!(!text.contains(".cache") && !text.contains("broken"), "{text}");
}

#[test]
fn what_is_in_no_repository_has_no_history() {
    let directory = tempfile::tempdir().unwrap();
    assert!(!Path::new("/.git").exists());
    let output =
        Command::new(env!("CARGO_BIN_EXE_frank")).arg("blame").arg(directory.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("is in no git repository"));
}
