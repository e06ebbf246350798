//! What Omni's side costs: a template of 1,000 machines, and lists and watches of up to 10,000 resources over TLS.
//!
//! `cargo bench -p benches --bench omni`. Each line is measured in a process of its own, so that the peak is its own: `VmHWM`
//! of Linux, the most memory that was ever resident. The server is `omni-test-server`, in yet another process; it checks
//! signatures as Omni does. How much faster templates are than with omnictl's own code, which this does not tell:
//! `cargo run --release -p benches --bin race -- omni-render omni-validate`.
//!
//! On two cores with little else to do, without link-time optimisation (26 November 2026):
//!
//! ```text
//! step               of     quickest       peak
//! validate         1000      21.9 ms     10 MiB
//! render           1000      28.3 ms     15 MiB
//! list             1000       6.3 ms     12 MiB
//! watch            1000       7.5 ms     11 MiB
//! list            10000      61.1 ms     13 MiB
//! watch           10000      51.0 ms     14 MiB
//! ```

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark for people that cannot go on has failed"
)]

use std::env;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use benches::{peak, shown, timed};
use cluster_model::fleet::fleet;
use manifest::{Finding, Source};
use omni_client::client::{Client, Event, Query};
use omni_client::resource;
use omni_client::template::{Host, Template};
use omni_test_server::{AUTHORITY, Server, World};
use talos_config::{Minor, Patch};
use tokio::runtime::Runtime;

const MACHINES: u32 = 1_000;
const SEED: u64 = 20_260_101;
/// How many resources are listed and watched: the peak should not grow with them.
const RESOURCES: [usize; 2] = [1_000, 10_000];
/// The size of the text in each, in bytes.
const TEXT: usize = 2_048;
/// How often each step is done; the time is that of the quickest.
const ROUNDS: usize = 5;
const PATCHES: &str = "ConfigPatches.omni.sidero.dev";

fn main() {
    // Cargo passes `--bench` on.
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => all(),
        ["--serve", count] => serve(number(count)),
        ["--template"] => template(),
        ["--list", address, count] => list(address.parse().expect("an address"), number(count)),
        ["--watch", address, count] => watch(address.parse().expect("an address"), number(count)),
        other => panic!("{other:?} is not known"),
    }
}

/// Starts this program for each line.
fn all() {
    println!("{:<10} {:>10} {:>12} {:>10}", "step", "of", "quickest", "peak");
    let artifacts = fleet(MACHINES, SEED).expect("a fleet has no errors").artifacts().expect("texts");
    let text = artifacts
        .into_iter()
        .find(|artifact| artifact.path == "cluster-template.yaml")
        .expect("a template")
        .text;
    let mut child = start(&["--template"], Stdio::inherit());
    child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("it reads");
    finish(child);
    for count in RESOURCES {
        let mut server = start(&["--serve", &count.to_string()], Stdio::piped());
        let mut address = String::new();
        BufReader::new(server.stdout.take().expect("a pipe")).read_line(&mut address).expect("an address");
        for step in ["--list", "--watch"] {
            finish(start(&[step, address.trim(), &count.to_string()], Stdio::inherit()));
        }
        // It ends with its input.
        finish(server);
    }
}

fn number(text: &str) -> usize {
    text.parse().expect("a number")
}

fn start(arguments: &[&str], output: Stdio) -> Child {
    let program = env::current_exe().expect("this program");
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(output)
        .spawn()
        .expect("this program runs")
}

fn finish(mut child: Child) {
    drop(child.stdin.take());
    assert!(child.wait().expect("it ends").success(), "a step failed");
}

/// Serves so many resources until the input ends.
fn serve(count: usize) {
    let runtime = Runtime::new().expect("a runtime");
    let world = World::new();
    world.fill(count, TEXT);
    let server = runtime.block_on(Server::start_with_tls(world));
    println!("{}", server.address);
    io::stdin().read_line(&mut String::new()).expect("an end");
}

/// Reads, validates and renders the template that is the input.
fn template() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("a template");
    let source = Source::new("cluster-template.yaml", text);
    let machines = usize::try_from(MACHINES).expect("a size");
    report("validate", machines, || {
        let loaded = Template::load(&source);
        assert!(loaded.findings.is_empty(), "the template is refused");
        loaded.template.validate(&Talos).expect("the template is valid");
    });
    report("render", machines, || {
        let template = Template::load(&source).template;
        template.validate(&Talos).expect("the template is valid");
        let resources = template.render(&Talos).expect("the template can be rendered");
        assert!(resources.len() > machines, "machines are missing");
        let printed = resource::print_all(&resources, 2).expect("resources can be printed");
        assert!(!printed.is_empty());
    });
}

/// No files, and Talos' opinion of a patch.
struct Talos;

impl Host for Talos {
    fn read(&self, path: &str) -> Result<String, String> {
        Err(format!("there is no `{path}`"))
    }

    fn check_talos(&self, documents: &[manifest::yaml::Document]) -> Result<(), Box<Finding>> {
        Patch::accept(documents, Minor::V1_13)
    }
}

/// Lists what there is, looking at each resource and keeping none.
fn list(address: SocketAddr, count: usize) {
    let (runtime, client) = connect(address);
    report("list", count, || {
        runtime.block_on(async {
            let mut list = client.list("default", PATCHES, &Query::default()).await.expect("a list");
            let mut seen = 0;
            while let Some(stored) = list.next().await.expect("a resource") {
                assert!(!stored.metadata().id.is_empty());
                seen += 1;
            }
            assert_eq!(seen, count, "the list is not complete");
        });
    });
}

/// Watches until all that there is has been told.
fn watch(address: SocketAddr, count: usize) {
    let (runtime, client) = connect(address);
    report("watch", count, || {
        runtime.block_on(async {
            let mut watch = client.watch("default", PATCHES, Query::default());
            let mut seen = 0;
            loop {
                match watch.next().await.expect("an event") {
                    Event::Created(_) => seen += 1,
                    Event::Bootstrapped => break,
                    other => panic!("nothing changes here: {other:?}"),
                }
            }
            assert_eq!(seen, count, "not all was told");
        });
    });
}

fn connect(address: SocketAddr) -> (Runtime, Client) {
    let mut settings = World::new().settings(address);
    settings.endpoint = format!("https://{address}").parse().expect("an address");
    settings.roots = vec![AUTHORITY.to_owned()];
    let runtime = Runtime::new().expect("a runtime");
    let client = {
        let _within = runtime.enter();
        Client::new(settings).expect("the settings are right")
    };
    (runtime, client)
}

/// Takes a step some times, prints the time of the quickest round and the peak of all.
fn report(step: &str, of: usize, mut round: impl FnMut()) {
    let quickest = (0..ROUNDS).map(|_| timed(&mut round).1).min().unwrap_or_default();
    println!("{step:<10} {of:>10} {:>12} {:>6} MiB", shown(quickest), peak() / 1024);
}
