//! Which words go to which stream, and what happens if a stream is gone.

use std::fs::File;
use std::io::{BufRead, BufReader, Write as _};
use std::process::{Command, Output, Stdio};

use cluster_model::spec::STARTER;

fn frank(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_frank"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = frank(arguments).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn findings_of_a_check_are_its_result() {
    let output = with_input(&["check", "-"], b"name: [\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(!output.stdout.is_empty());
    assert!(output.stderr.is_empty());
}

#[test]
fn findings_of_a_generation_are_no_result() {
    let directory = tempfile::tempdir().unwrap();
    let target = directory.path().to_str().unwrap();
    let output = with_input(&["generate", "-", "-o", target], b"name: [\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(!output.stderr.is_empty());
    assert_eq!(directory.path().read_dir().unwrap().count(), 0);
}

#[test]
fn a_failure_is_no_result() {
    let output = with_input(&["check", "-"], b"\xff");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(!output.stderr.is_empty());
}

#[test]
fn what_is_piped_has_no_colours_unless_they_are_asked_for() {
    let plain = with_input(&["check", "-"], b"name: [\n").stdout;
    assert!(!plain.contains(&0x1b));

    let mut forced = frank(&["check", "-"]).env("CLICOLOR_FORCE", "1").spawn().unwrap();
    forced.stdin.take().unwrap().write_all(b"name: [\n").unwrap();
    assert!(forced.wait_with_output().unwrap().stdout.contains(&0x1b));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = frank(&["check", "-", "--format", "json"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut reader = BufReader::with_capacity(16, child.stdout.take().unwrap());
    // More findings than a pipe holds, so that the program is still writing when its reader goes.
    input.write_all(STARTER.as_bytes()).unwrap();
    for number in 0..2000 {
        writeln!(input, "unknown-{number}: 1").unwrap();
    }
    drop(input);
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    assert_eq!(line, "{\n");
    drop(reader);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_cannot_be_written_is_a_failure() {
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = frank(&["rules"]).stdout(full).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let words = String::from_utf8(output.stderr).unwrap();
    assert_eq!(words, "error: cannot write to standard output: no space is left\n");
}

#[test]
#[cfg(target_os = "linux")]
fn an_endless_file_is_refused() {
    let output = frank(&["check", "/dev/zero"]).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let words = String::from_utf8(output.stderr).unwrap();
    assert_eq!(words, "error: cannot read `/dev/zero`: it is larger than 128 MiB\n");
}

#[test]
#[cfg(unix)]
fn a_file_that_is_named_in_no_known_encoding_is_named_as_well_as_it_can_be() {
    use std::os::unix::ffi::OsStrExt as _;

    let name = std::ffi::OsStr::from_bytes(b"\xff\x1b[31m");
    let output = frank(&["check"]).arg(name).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(words.contains("cannot read `\u{fffd}\\u{1b}[31m`"), "{words}");
}

#[test]
fn a_watch_checks_again_what_has_changed() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("pool.yaml");
    let pool = |cidr: &str| {
        format!(
            "apiVersion: cilium.io/v2alpha1\nkind: CiliumLoadBalancerIPPool\nmetadata: {{name: a}}\n\
             spec: {{blocks: [{{cidr: {cidr}}}]}}\n"
        )
    };
    std::fs::write(&file, pool("10.0.0.0/24")).unwrap();
    let mut child = frank(&["check", "--watch"]).arg(directory.path()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut until = |wanted: &str| while !lines.next().unwrap().unwrap().contains(wanted) {};
    until("no findings");
    // Of another length, so that a clock that stands still hides nothing.
    std::fs::write(&file, pool("10.0.0.129/24")).unwrap();
    until("CLU0418 pool-block-unaligned");
    std::fs::remove_file(&file).unwrap();
    until("no findings");
    child.kill().unwrap();
    child.wait().unwrap();
}
