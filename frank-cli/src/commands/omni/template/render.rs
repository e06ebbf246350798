//! `frank omni template render`.

use clap::Args;
use manifest::yaml::WriteError;
use omni_client::resource;

use super::load::Input;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Print the resources that a template stands for
///
/// They come as `omnictl cluster template render` prints them, but for the times in their metadata: nobody has set
/// them, so that the same template gives the same bytes. Findings go to standard error.
#[derive(Args)]
pub(super) struct Render {
    #[command(flatten)]
    input: Input,
}

impl Render {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        match self.input.load()? {
            Ok(resources) => {
                terminal::print(
                    &resource::print_all(&resources, INDENT).map_err(|error| unwritable(&error))?,
                )?;
                Ok(Outcome::Clean)
            }
            Err(report) => {
                terminal::tell(&self.input.format().render(&report, Stream::Error));
                Ok(Outcome::Findings)
            }
        }
    }
}

/// A value that no YAML can hold.
fn unwritable(error: &WriteError) -> Failure {
    Failure::new(format!("cannot write a resource as YAML: {error}"))
}

/// As omnictl indents what it renders.
const INDENT: usize = 2;
