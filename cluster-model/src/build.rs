//! For build scripts: from a `cluster.yaml` to artifacts in a Rust program, in one call.
//!
//! `build.rs`:
//!
//! ```no_run
//! use std::process::ExitCode;
//!
//! fn main() -> ExitCode {
//!     cluster_model::build::generate("cluster.yaml")
//! }
//! ```
//!
//! `src/main.rs`, where `ARTIFACTS` pairs the path of each artifact with its text, in the order of the paths:
//!
//! ```text
//! include!(concat!(env!("OUT_DIR"), "/frank.rs"));
//!
//! fn main() {
//!     for (path, text) in ARTIFACTS { ... }
//! }
//! ```
//!
//! The artifacts are files, too: below `frank` in `OUT_DIR`.
//!
//! This is the one place of the crate that reads and writes files and looks at its environment.

use std::env;
use std::error::Error as _;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::iter;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use manifest::report::{Human, Report, human};
use manifest::yaml::WriteError;
use manifest::{NotUtf8, Source};

use crate::artifact::Artifact;
use crate::cluster::{Checked, check};

/// Generates the artifacts of a cluster spec into `OUT_DIR` and tells cargo about it: the whole work of a build
/// script.
///
/// The path is relative to the directory of the package. The script runs again when that file changes. Warnings
/// become warnings of the build. If the spec has an error, the findings are printed as `frank check` prints them
/// and the build fails.
#[must_use = "the exit code is what fails the build"]
pub fn generate(spec: impl AsRef<Path>) -> ExitCode {
    let done = Script::from_env().and_then(|script| script.generate(spec.as_ref()));
    // If cargo does not listen, there is nobody to tell.
    match done {
        Ok(lines) => {
            let _ = io::stdout().write_all((lines.join("\n") + "\n").as_bytes());
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(io::stderr(), "{}", chain(&error));
            ExitCode::FAILURE
        }
    }
}

/// What cargo tells a build script about its surroundings; for build scripts that do more than [`generate`] and
/// for tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// The directory of the package, `CARGO_MANIFEST_DIR`: what paths are relative to.
    pub manifest_dir: PathBuf,
    /// The directory to write into, `OUT_DIR`.
    pub out_dir: PathBuf,
}

/// Why a build script has to fail.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The program was not started by cargo as a build script.
    #[error("the environment variable `{0}` is not set: this is no build script")]
    Environment(&'static str),
    /// The spec cannot be read.
    #[error("cannot read the cluster spec `{}`", path.display())]
    Read {
        /// The spec, as it was named.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The spec is not a text.
    #[error("cannot read the cluster spec `{}`", path.display())]
    NotUtf8 {
        /// The spec, as it was named.
        path: PathBuf,
        /// Why.
        source: NotUtf8,
    },
    /// The spec has errors: all its findings, rendered for people.
    #[error("{0}")]
    Invalid(String),
    /// A value of the cluster cannot be written as YAML.
    #[error("cannot write a value of the cluster as YAML")]
    Value(#[from] WriteError),
    /// A file below `OUT_DIR` cannot be written.
    #[error("cannot write `{}`", path.display())]
    Write {
        /// The file or directory.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl Script {
    /// The surroundings of the running build script.
    ///
    /// Fails outside of a build script.
    pub fn from_env() -> Result<Self, Error> {
        let path = |name| env::var_os(name).map(PathBuf::from).ok_or(Error::Environment(name));
        Ok(Self { manifest_dir: path("CARGO_MANIFEST_DIR")?, out_dir: path("OUT_DIR")? })
    }

    /// Does the work of [`generate`] and returns the lines that cargo is to read on standard output.
    ///
    /// Writes `frank.rs` and, below `frank`, every artifact; what was below `frank` before is deleted. Fails
    /// without writing anything if the spec cannot be read or has an error.
    pub fn generate(&self, spec: &Path) -> Result<Vec<String>, Error> {
        let bytes = fs::read(self.manifest_dir.join(spec))
            .map_err(|source| Error::Read { path: spec.to_path_buf(), source })?;
        let source = Source::from_bytes(spec.display().to_string(), bytes)
            .map_err(|source| Error::NotUtf8 { path: spec.to_path_buf(), source })?;
        let Generated { artifacts, warnings } = from_text(source)?;
        self.write(&artifacts)?;
        Ok([format!("cargo::rerun-if-changed={}", spec.display())].into_iter().chain(warnings).collect())
    }

    fn write(&self, artifacts: &[Artifact]) -> Result<(), Error> {
        let directory = self.out_dir.join(DIRECTORY);
        match fs::remove_dir_all(&directory) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                return Err(Error::Write { path: directory, source });
            }
            _ => {}
        }
        for artifact in artifacts {
            write(&directory.join(&artifact.path), &artifact.text)?;
        }
        write(&self.out_dir.join(MODULE), &module(artifacts))
    }
}

/// An error with its causes.
fn chain(error: &Error) -> String {
    let causes = iter::successors(error.source(), |&cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}

/// What a text gives.
struct Generated {
    artifacts: Vec<Artifact>,
    /// Lines for cargo.
    warnings: Vec<String>,
}

fn from_text(source: Source) -> Result<Generated, Error> {
    let Checked { cluster, findings } = check(&source);
    let clean = findings.is_empty();
    let rendered = human(&Report::new(findings, [source]), &Human::default());
    let cluster = cluster.ok_or_else(|| Error::Invalid(rendered.trim_end().to_owned()))?;
    let warnings = rendered.lines().filter(|line| !clean && !line.is_empty());
    Ok(Generated {
        artifacts: cluster.artifacts()?,
        warnings: warnings.map(|line| format!("cargo::warning={line}")).collect(),
    })
}

/// The Rust text that holds every artifact.
fn module(artifacts: &[Artifact]) -> String {
    let mut text = "/// Every artifact of the cluster: its path and its text, in the order of the paths.\n\
                    pub static ARTIFACTS: &[(&str, &str)] = &[\n"
        .to_owned();
    for Artifact { path, .. } in artifacts {
        // A string in Rust's debug form is a literal of Rust. Writing to a string cannot fail.
        let _ = writeln!(text, "    ({path:?}, include_str!({:?})),", format!("{DIRECTORY}/{path}"));
    }
    text + "];\n"
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    let parent = path.parent().map_or(Ok(()), fs::create_dir_all);
    parent
        .and_then(|()| fs::write(path, text))
        .map_err(|source| Error::Write { path: path.to_path_buf(), source })
}

/// Where the artifacts are, below `OUT_DIR`.
const DIRECTORY: &str = "frank";

/// The file that a package includes.
const MODULE: &str = "frank.rs";

#[cfg(test)]
mod tests {
    use super::{Artifact, Error, from_text, module};
    use crate::{Source, spec};

    #[test]
    fn a_good_spec_gives_its_artifacts_and_no_words() {
        let generated = from_text(Source::new("cluster.yaml", spec::STARTER)).unwrap();
        assert!(generated.artifacts.iter().any(|artifact| artifact.path == "ROLLOUT.md"));
        assert_eq!(generated.warnings, Vec::<String>::new());
    }

    #[test]
    fn a_warning_becomes_lines_for_cargo() {
        let two = spec::STARTER.replace(
            "cp-3:\n    id: 33333333-3333-4333-8333-333333333333\n    role: controlplane",
            "cp-3:\n    id: 33333333-3333-4333-8333-333333333333\n    role: worker",
        );
        let generated = from_text(Source::new("cluster.yaml", two)).unwrap();
        assert!(generated.warnings.iter().any(|line| line.contains("CLU0203")), "{:?}", generated.warnings);
        assert!(
            generated.warnings.iter().all(|line| line.starts_with("cargo::warning=") && !line.contains('\n'))
        );
    }

    #[test]
    fn an_error_is_told_with_its_line_and_its_cure() {
        let text = spec::STARTER.replace("{zone: edge,", "{zone: egde,");
        match from_text(Source::new("cluster.yaml", text)).map(|_| ()) {
            Err(Error::Invalid(rendered)) => {
                assert!(rendered.contains("zone: egde"), "{rendered}");
                assert!(rendered.contains("did you mean `edge`?"), "{rendered}");
            }
            other => panic!("not refused: {other:?}"),
        }
    }

    #[test]
    fn the_module_names_each_artifact_twice() {
        let artifact = Artifact { path: "a/b \"c\".yaml".to_owned(), text: String::new() };
        assert_eq!(
            module(&[artifact]),
            "/// Every artifact of the cluster: its path and its text, in the order of the paths.\n\
             pub static ARTIFACTS: &[(&str, &str)] = &[\n    \
             (\"a/b \\\"c\\\".yaml\", include_str!(\"frank/a/b \\\"c\\\".yaml\")),\n];\n"
        );
    }
}
