//! `frank omni template export`.

use std::io::ErrorKind;
use std::path::PathBuf;

use clap::Args;
use manifest::report::Report;
use manifest::yaml::{self, Layout};
use omni_client::template::{self, Template};

use crate::commands::omni::files::Resources;
use crate::failure::Failure;
use crate::file::{self, STANDARD};
use crate::format::Format;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Make a template out of the resources of a cluster
///
/// The template renders to the resources that it was made of. Owned resources are left out, as omnictl leaves them
/// out; so are kernel arguments unless they are asked for.
#[derive(Args)]
pub(super) struct Export {
    /// The cluster
    #[arg(short, long, value_name = "NAME")]
    cluster: String,

    /// Take the resources from a file or directory, such as what `omnictl get -o yaml` printed; `-` for standard
    /// input
    #[arg(long, value_name = "PATH")]
    from: PathBuf,

    /// The file to write; standard output if none is named
    #[arg(short, long, value_name = "FILE", default_value = STANDARD)]
    output: PathBuf,

    /// Overwrite a file that is there
    #[arg(short, long)]
    force: bool,

    /// Give every machine its list of kernel arguments
    #[arg(long)]
    include_kernel_args: bool,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Export {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let files = Resources::read(&self.from)?;
        if !files.findings.is_empty() {
            let report = Report::new(files.findings, files.sources);
            terminal::tell(&self.format.render(&report, Stream::Error));
            return Ok(Outcome::Findings);
        }
        let options =
            template::Export { kernel_args: self.include_kernel_args, ..template::Export::default() };
        let template = Template::export(&self.cluster, &files.read, options)
            .map_err(|error| Failure::new(format!("cannot export: {error}")))?;
        let text = yaml::to_stream(&template.documents, &Layout::default())
            .map_err(|error| Failure::new(format!("cannot write the template as YAML: {error}")))?;
        self.write(&text)?;
        Ok(Outcome::Clean)
    }

    fn write(&self, text: &str) -> Result<(), Failure> {
        if self.output.as_os_str() == STANDARD {
            return terminal::print(text);
        }
        let failed = |error: &std::io::Error| Failure::io("write", &self.output, error);
        let staged = file::stage(file::parent(&self.output), text, None).map_err(|error| failed(&error))?;
        let written =
            if self.force { staged.persist(&self.output) } else { staged.persist_noclobber(&self.output) };
        written.map(drop).map_err(|error| match error.error.kind() {
            ErrorKind::AlreadyExists => failed(&error.error).help("overwrite it with `--force`"),
            _ => failed(&error.error),
        })
    }
}
