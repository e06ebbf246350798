//! `frank omni template export`.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;
use manifest::report::Report;
use manifest::yaml::{self, Layout};
use omni_client::client::ExportFailure;
use omni_client::template::{self, Template};

use crate::commands::omni::connect::Connection;
use crate::commands::omni::files::Resources;
use crate::failure::Failure;
use crate::file::{self, STANDARD};
use crate::format::Format;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Make a template out of the resources of a cluster
///
/// The resources are those of a server, unless files are named. The template renders to the resources that it was made of. Owned resources are left out, as omnictl leaves them
/// out; so are kernel arguments unless they are asked for.
#[derive(Args)]
pub(super) struct Export {
    /// The cluster
    #[arg(short, long, value_name = "NAME")]
    cluster: String,

    /// Take the resources from a file or directory, such as what `omnictl get -o yaml` printed, and ask no server; `-`
    /// for standard input
    #[arg(long, value_name = "PATH")]
    from: Option<PathBuf>,

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

    #[command(flatten)]
    connection: Connection,
}

impl Export {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let template = match &self.from {
            Some(path) => match self.read(path)? {
                Ok(template) => template,
                Err(report) => {
                    terminal::tell(&self.format.render(&report, Stream::Error));
                    return Ok(Outcome::Findings);
                }
            },
            None => self
                .connection
                .run(async |client| Ok(client.export(&self.cluster, self.include_kernel_args).await?))?,
        };
        let text = yaml::to_stream(&template.documents, &Layout::default())
            .map_err(|error| Failure::new(format!("cannot write the template as YAML: {error}")))?;
        self.write(&text)?;
        Ok(Outcome::Clean)
    }

    /// The template of what files declare, or what is wrong with them.
    fn read(&self, path: &Path) -> Result<Result<Template, Report>, Failure> {
        let files = Resources::read(path)?;
        if !files.findings.is_empty() {
            return Ok(Err(Report::new(files.findings, files.sources)));
        }
        let options =
            template::Export { kernel_args: self.include_kernel_args, ..template::Export::default() };
        let template = Template::export(&self.cluster, &files.read, options)
            .map_err(|error| Failure::from(ExportFailure::from(error)))?;
        Ok(Ok(template))
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
