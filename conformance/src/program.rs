//! The oracle programs and how each is built.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::oracle::OracleError;

/// One oracle program: a directory of Go source and the mod file that pins upstream's version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Program {
    /// The directory below `conformance/oracle`.
    pub directory: &'static str,
    /// The mod file in that directory.
    pub modfile: &'static str,
}

impl Program {
    /// A name that no other program has, such as `talos-v1.12`.
    #[must_use]
    pub fn name(&self) -> String {
        match self.modfile.trim_end_matches(".mod") {
            "go" => self.directory.to_owned(),
            version => format!("{}-{version}", self.directory),
        }
    }

    /// How often a question is asked when it is asked thoroughly: programs that walk maps do not always say the same.
    /// Rendering a chart takes a tenth of a second, and templates walk their maps in order.
    #[must_use]
    pub(crate) fn rounds(&self) -> usize {
        if self.directory == "helm" { 1 } else { 12 }
    }

    /// Builds the program with `go build` and says where it is. Nothing is done when it is fresh already.
    pub fn build(&self) -> Result<PathBuf, OracleError> {
        let crate_root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let binary = crate_root.join("../target/oracle").join(self.name());
        let outcome = Command::new("go")
            .args(["build", "-buildvcs=false", "-p", "1", "-modfile", self.modfile, "-o"])
            .arg(&binary)
            .arg(".")
            .current_dir(crate_root.join("oracle").join(self.directory))
            .output()
            .map_err(OracleError::NoGo)?;
        if outcome.status.success() {
            return Ok(binary);
        }
        Err(OracleError::Build {
            program: self.name(),
            output: String::from_utf8_lossy(&outcome.stderr).into_owned(),
        })
    }
}
