//! The transcripts in `tests/cmd`: manual and test at once.
//!
//! A transcript is Markdown. A fenced block whose first line ends in `file=NAME` is a file; in a block `console`
//! each line that begins with `$ ` is given to the shell, and what follows must be what it prints on both of its
//! streams, and then `[exit N]` if that is not 0. All of it happens in one empty directory, in order.
//!
//! `UPDATE_GOLDEN=1` writes what really came.

#![cfg(unix)]

pub(crate) mod run;

use std::fs;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::served::Served;
use run::Surroundings;

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd")
}

fn verify(name: &str, surroundings: &Surroundings) {
    let path = directory().join(name).with_extension("md");
    let written = fs::read_to_string(&path).unwrap();
    let came = run::transcript(&written, surroundings);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, came).unwrap();
    } else if came != written {
        let diff = TextDiff::from_lines(&written, &came);
        panic!("{name}.md is not what happens:\n{}", diff.unified_diff().header("written", "happens"));
    }
}

/// One test for each transcript, and one that none is forgotten. Behind `served` are those with a server.
macro_rules! transcripts {
    ($($name:ident),*; served: $($served:ident),* $(,)?) => {
        $(#[test]
        fn $name() {
            verify(&stringify!($name).replace('_', "-"), &Surroundings::default());
        })*

        $(#[test]
        fn $served() {
            verify(&stringify!($served).replace('_', "-"), &Served::start().surroundings());
        })*

        #[test]
        fn every_transcript_is_run() {
            let names = [$(stringify!($name),)* $(stringify!($served)),*];
            let mut listed = names.map(|name| name.replace('_', "-") + ".md");
            listed.sort();
            let entries = fs::read_dir(directory()).unwrap();
            let mut there: Vec<_> =
                entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            there.sort();
            assert_eq!(listed[..], there);
        }
    };
}

transcripts![
    bad_input,
    check,
    cilium,
    cilium_bad_input,
    effective,
    explain,
    formats,
    generate,
    help,
    import,
    init,
    omni_template,
    plan,
    refusals,
    shell,
    talos_bad_input,
    talos_migrate,
    talos_patch,
    talos_validate;
    served: omni_connect, omni_resources, omni_sync,
];
