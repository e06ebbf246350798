//! Which of our options stands for each of omnictl's (1.9), or why none does.

use std::process::Command;

/// What stands for an option of omnictl.
enum Ours {
    /// The same option.
    Same,
    /// Nothing, for a reason.
    None(&'static str),
}
use Ours::{None as Missing, Same};

/// Options of omnictl, each with what stands for it.
type Options = &'static [(&'static str, Ours)];

/// What every command of omnictl takes.
const EVERYWHERE: Options = &[
    ("--omniconfig", Same),
    ("--context", Same),
    ("--siderov1-keys-dir", Same),
    ("--insecure-skip-tls-verify", Same),
];

/// Commands that speak to a server, with their own options.
const COMMANDS: &[(&[&str], Options)] = &[
    (
        &["get"],
        &[
            ("--namespace", Same),
            ("--watch", Same),
            ("--output", Same),
            ("--selector", Same),
            ("--id-match-regexp", Same),
        ],
    ),
    (&["apply"], &[("--file", Same), ("--verbose", Same), ("--dry-run", Same)]),
    (&["delete"], &[("--namespace", Same), ("--all", Same), ("--selector", Same)]),
    (&["template", "diff"], &[("--file", Same), ("--allowed-dir", Same)]),
    (
        &["template", "sync"],
        &[("--file", Same), ("--allowed-dir", Same), ("--verbose", Same), ("--dry-run", Same)],
    ),
    (
        &["template", "export"],
        &[
            ("--cluster", Same),
            ("--output", Same),
            ("--include-kernel-args", Same),
            ("--force", Same),
            ("--allowed-dir", Missing("nothing is read")),
        ],
    ),
];

/// Commands that speak to nobody.
const OFFLINE: &[(&[&str], Options)] = &[
    (&["template", "render"], &[("--file", Same), ("--allowed-dir", Same)]),
    (&["template", "validate"], &[("--file", Same), ("--allowed-dir", Same)]),
];

/// Commands of omnictl about templates that are not here.
const NOT_HERE: [(&str, &str); 2] =
    [("delete", "a sync of what is left does it"), ("status", "`frank omni watch clusterstatuses` shows it")];

fn help(command: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_frank")).arg("omni").args(command).arg("--help").output().unwrap();
    assert!(output.status.success(), "{command:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_option_of_omnictl_is_here_or_has_a_reason_not_to_be() {
    let online = COMMANDS.iter().map(|(command, options)| (command, options.iter().chain(EVERYWHERE)));
    let offline = OFFLINE.iter().map(|(command, options)| (command, options.iter().chain(&[])));
    for (command, options) in online.chain(offline) {
        let help = help(command);
        let has = |option: &str| help.split([' ', '\n', ',']).any(|word| word == option);
        for (option, ours) in options {
            match ours {
                Same => assert!(has(option), "{command:?} has no {option}:\n{help}"),
                Missing(reason) => {
                    assert!(!has(option), "{command:?} has {option} after all");
                    assert!(!reason.is_empty());
                }
            }
        }
    }
}

#[test]
fn what_is_said_not_to_be_here_is_not() {
    let help = help(&["template"]);
    for (command, reason) in NOT_HERE {
        let is_listed = help.lines().any(|line| line.trim_start().starts_with(&format!("{command} ")));
        assert!(!is_listed && !reason.is_empty(), "{command}");
    }
}

#[test]
fn forms_that_omnictl_does_not_know_are_refused() {
    for (form, words) in [
        ("xml", "output format \"xml\" is not supported"),
        ("jsonpath={.a", "error parsing jsonpath: unclosed action"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_frank"));
        let output = command.args(["omni", "get", "clusters", "-o", form]).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(words), "{said}");
    }
}
