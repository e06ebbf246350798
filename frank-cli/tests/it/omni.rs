//! `frank omni` with a server, where more than one thing happens at a time.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::Output;
use std::time::Duration;

use omni_client::client::ServiceAccount;
use omni_test_server::{AUTHORITY, Faults, patch};

use crate::served::Served;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn run(served: &Served, arguments: &[&str]) -> Output {
    served.frank(arguments).output().unwrap()
}

#[test]
fn a_watch_goes_on_until_nobody_reads_it() {
    let served = Served::start();
    let client = served.client();
    served.runtime.block_on(client.create(&patch("a", "a: 1\n"))).unwrap();
    let mut child = served.frank(&["omni", "get", "-w", "configpatches"]).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut next = || lines.next().unwrap().unwrap();
    assert_eq!(next(), "*  NAMESPACE  TYPE         ID  VERSION");
    assert_eq!(next(), "+  default    ConfigPatch  a   1");
    served.runtime.block_on(client.apply(&patch("a", "a: 2\n"))).unwrap();
    assert_eq!(next(), "   default    ConfigPatch  a   2");
    served.server.world.faults().broken_streams = 1;
    served.runtime.block_on(client.apply(&patch("b", "b: 1\n"))).unwrap();
    assert_eq!(next(), "+  default    ConfigPatch  b   1");
    drop(lines);
    // It notices when it has something to say.
    served.runtime.block_on(client.apply(&patch("b", "b: 2\n"))).unwrap();
    served.runtime.block_on(client.apply(&patch("b", "b: 3\n"))).unwrap();
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_watch_of_one_tells_of_no_other() {
    let served = Served::start();
    let client = served.client();
    for id in ["a", "a.b", "axb"] {
        served.runtime.block_on(client.create(&patch(id, "a: 1\n"))).unwrap();
    }
    let arguments = ["omni", "watch", "configpatches", "a.b", "-o", "json"];
    let mut child = served.frank(&arguments).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut next = || {
        let text: Vec<_> = lines.by_ref().take_while(|line| line != "}").collect();
        let value: serde_json::Value = serde_json::from_str(&(text.join("\n") + "}")).unwrap();
        format!("{} {}", value["event"], value["metadata"]["id"])
    };
    assert_eq!(next(), r#""created" "a.b""#);
    served.runtime.block_on(client.apply(&patch("axb", "a: 2\n"))).unwrap();
    served.runtime.block_on(client.apply(&patch("a.b", "a: 2\n"))).unwrap();
    assert_eq!(next(), r#""updated" "a.b""#);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_template_of_paths_shows_what_it_finds() {
    let served = Served::start();
    let client = served.client();
    for id in ["a", "b"] {
        served.runtime.block_on(client.create(&patch(id, "a: 1\n"))).unwrap();
    }
    let shown = |template: &str| {
        let output = run(&served, &["omni", "list", "configpatches", "-o", &format!("jsonpath={template}")]);
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    assert_eq!(shown("{.metadata.id}").1, "a\nb\n");
    assert_eq!(shown("{.metadata.labels}").1, "{\n    \"omni.sidero.dev/cluster\": \"prod\"\n}\n".repeat(2));
    let (code, _, words) = shown("{.metadata.none}");
    assert_eq!(code, Some(2));
    assert!(words.contains("error finding result for jsonpath: none is not found"), "{words}");
}

#[test]
fn a_delete_waits_for_those_who_hold_on() {
    let served = Served::start();
    let (world, client) = (&served.server.world, served.client());
    for id in ["a", "b"] {
        served.runtime.block_on(client.create(&patch(id, "a: 1\n"))).unwrap();
    }
    let finalizers = |names: Vec<String>| {
        world.meddle("b", |resource| resource.metadata.as_mut().unwrap().finalizers = names);
    };
    finalizers(vec!["Controller".to_owned()]);
    let mut child = served.frank(&["omni", "delete", "configpatches", "--all"]).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    assert_eq!(lines.next().unwrap().unwrap(), "destroyed ConfigPatches.omni.sidero.dev a");
    assert!(world.versions().contains_key("b"));
    finalizers(Vec::new());
    assert_eq!(lines.next().unwrap().unwrap(), "destroyed ConfigPatches.omni.sidero.dev b");
    assert!(child.wait().unwrap().success());
    assert!(world.versions().is_empty());
}

/// The program is killed after each number of requests in turn, and given again: nothing is written twice or missing.
#[test]
fn an_apply_that_is_killed_at_any_request_is_finished_by_the_next() {
    let served = Served::start();
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("resources.yaml");
    let resources: Vec<_> = (0..12).map(|number| patch(&format!("{number:02}"), "a: 1\n")).collect();
    fs::write(&file, omni_client::resource::print_all(&resources, 2).unwrap()).unwrap();
    let arguments = ["omni", "apply", "-f", file.to_str().unwrap()];
    let world = &served.server.world;
    let mut requests = world.requests.subscribe();
    let mut kills = 0;
    // Every run asks for each resource at least.
    for after in 1..=resources.len() {
        let end = *requests.borrow() + after;
        let mut child = served.frank(&arguments).spawn().unwrap();
        served.runtime.block_on(requests.wait_for(|count| *count >= end)).unwrap();
        child.kill().unwrap();
        kills += usize::from(!child.wait().unwrap().success());
    }
    assert!(kills > 6, "it was killed {kills} times only");
    assert!(!world.versions().is_empty() && world.versions().len() < resources.len());
    let output = run(&served, &arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(world.versions().len(), resources.len());
    assert!(world.versions().values().all(|version| version == "1"), "something was written twice");
}

#[test]
fn a_server_that_is_gone_for_a_moment_is_waited_for() {
    let served = Served::start();
    *served.server.world.faults() = Faults { unavailable: 2, ..Faults::default() };
    let output = run(&served, &["omni", "list", "clusters"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
}

#[test]
fn a_clock_that_is_wrong_is_among_the_causes() {
    let served = Served::start();
    // Good, but not the key that the server knows.
    let (now, hour) = (served.server.world.now(), Duration::from_secs(3600));
    let other = ServiceAccount::create("automation", [9; 32], now, hour).unwrap().encode();
    let mut command = served.frank(&["omni", "list", "clusters"]);
    let output = command.env("OMNI_SERVICE_ACCOUNT_KEY", other.expose()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let words = text(&output.stderr);
    assert!(words.contains("the signature was not accepted"), "{words}");
    assert!(words.contains("\nhelp: compare the clock with the server's"), "{words}");
}

#[test]
fn whom_to_trust_is_told_by_a_variable() {
    let served = Served::start_with_tls();
    let endpoint = format!("https://localhost:{}", served.server.address.port());
    let list = ["omni", "list", "clusters"];
    let output = served.frank(&list).env("OMNI_ENDPOINT", &endpoint).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let words = text(&output.stderr);
    assert!(words.contains(&format!("error: {endpoint} cannot be trusted: ")), "{words}");
    assert!(words.contains("let `SSL_CERT_FILE` name a file with its certificate"), "{words}");

    let directory = tempfile::tempdir().unwrap();
    let authority = directory.path().join("ca.pem");
    fs::write(&authority, AUTHORITY).unwrap();
    let output = served
        .frank(&list)
        .env("OMNI_ENDPOINT", &endpoint)
        .env("SSL_CERT_FILE", &authority)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
}

#[test]
fn whoever_asks_for_it_trusts_anybody() {
    let served = Served::start_with_tls();
    let endpoint = format!("https://localhost:{}", served.server.address.port());
    let arguments = ["omni", "list", "clusters", "--insecure-skip-tls-verify"];
    let output = served.frank(&arguments).env("OMNI_ENDPOINT", &endpoint).output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
}

/// Whoever has logged in with omnictl needs no service account.
#[test]
fn a_person_signs_with_the_key_of_the_last_login() {
    let served = Served::start();
    let directory = tempfile::tempdir().unwrap();
    let account = &served.server.world.account;
    let key = directory.path().join(format!("prod-{}.pgp", account.name));
    fs::write(&key, account.key.armored().expose()).unwrap();
    let config = directory.path().join("config");
    let context = format!(
        "contexts: {{prod: {{url: 'http://{}', auth: {{siderov1: {{identity: {}}}}}}}}}\ncontext: prod\n",
        served.server.address, account.name
    );
    fs::write(&config, context).unwrap();
    let list = || {
        let mut command =
            served.frank(&["omni", "list", "clusters", "--omniconfig", config.to_str().unwrap()]);
        command.env_remove("OMNI_ENDPOINT").env_remove("OMNI_SERVICE_ACCOUNT_KEY");
        command.args(["--siderov1-keys-dir", directory.path().to_str().unwrap()]);
        command.output().unwrap()
    };
    let output = list();
    assert!(output.status.success(), "{}", text(&output.stderr));
    fs::remove_file(&key).unwrap();
    assert_eq!(list().status.code(), Some(2));
}

/// Whatever goes wrong, the key is not among the words.
#[test]
fn a_key_is_never_shown() {
    let served = Served::start();
    for (name, value) in [
        ("OMNI_ENDPOINT", "http://user:pa55word@127.0.0.1:1"),
        ("OMNI_SERVICE_ACCOUNT_KEY", "c2VjcmV0LXBhNTV3b3Jk"),
        ("OMNI_SERVICE_ACCOUNT_KEY", "pa55word!"),
    ] {
        let output = served.frank(&["omni", "list", "clusters"]).env(name, value).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let words = text(&output.stderr) + &text(&output.stdout);
        assert!(!words.contains("pa55word") && !words.contains("c2VjcmV0"), "{words}");
    }
}

/// The most memory that a program had while it wrote resources up to the last one, in kB.
#[cfg(target_os = "linux")]
fn peak(served: &Served, arguments: &[&str], last: usize) -> u64 {
    let mut child = served.frank(arguments).spawn().unwrap();
    let end = format!("    id: {last:06}");
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line == end), "{end} never came");
    // It waits now for somebody to read the rest.
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// Ten thousand resources are 40 MB; no more than a part of them is held at a time.
#[test]
#[cfg(target_os = "linux")]
fn a_list_and_a_watch_of_ten_thousand_need_no_more_memory_than_one_of_few() {
    const FEW: usize = 100;
    const MANY: usize = 10_000;
    for arguments in
        [["omni", "list", "configpatches", "-o", "yaml"], ["omni", "watch", "configpatches", "-o", "yaml"]]
    {
        let peaks = [FEW, MANY].map(|count| {
            let served = Served::start();
            served.server.world.fill(count, 4_000);
            // More than a pipe holds is left to be written.
            peak(&served, &arguments, count - 30)
        });
        let [few, many] = peaks;
        assert!(many < few + 16_000, "{arguments:?}: {few} kB for {FEW}, {many} kB for {MANY}");
        println!("{arguments:?}: {few} kB for {FEW}, {many} kB for {MANY}");
    }
}
