//! Running a transcript.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// What commands find in their environment, and what they print of it that is another each time: its stand-in.
#[derive(Default)]
pub(crate) struct Surroundings {
    pub(crate) variables: Vec<(&'static str, String)>,
    pub(crate) masks: Vec<(String, &'static str)>,
}

/// The same transcript with what really came.
pub(super) fn transcript(written: &str, surroundings: &Surroundings) -> String {
    let directory = tempfile::tempdir().unwrap();
    let mut came = String::new();
    let mut lines = written.lines();
    while let Some(line) = lines.next() {
        push(&mut came, line);
        let Some(info) = line.strip_prefix("```") else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if info == "console" {
            for command in block.iter().filter_map(|line| line.strip_prefix("$ ")) {
                push(&mut came, &format!("$ {command}"));
                came.push_str(&output(command, directory.path(), surroundings));
            }
        } else {
            if let Some((_, name)) = info.split_once("file=") {
                fs::write(directory.path().join(name), block.join("\n") + "\n").unwrap();
            }
            for line in block {
                push(&mut came, line);
            }
        }
        push(&mut came, "```");
    }
    came
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// What a command prints on both streams, in the order in which it came, and its exit code.
fn output(command: &str, directory: &Path, surroundings: &Surroundings) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_frank"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let directories = program.parent().map(Path::to_path_buf).into_iter().chain(std::env::split_paths(&path));
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1\n{command}")])
        .current_dir(directory)
        .env("PATH", std::env::join_paths(directories).unwrap())
        .env("LC_ALL", "C")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("COLUMNS")
        .env("HOME", directory)
        .envs(surroundings.variables.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let mut text = String::from_utf8(output.stdout).unwrap();
    for (varies, shown) in &surroundings.masks {
        text = text.replace(varies, shown);
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    match output.status.code() {
        Some(0) => text,
        Some(code) => text + &format!("[exit {code}]\n"),
        None => text + &format!("[{}]\n", output.status),
    }
}
