//! `frank omni template sync`.

use std::path::{Path, PathBuf};

use clap::Args;
use omni_client::client::sync::Doing;
use omni_client::client::{Client, Pointer};
use omni_client::resource::AnyResource;
use omni_client::template::SyncPlan;

use super::load::{self, Reach};
use crate::commands::omni::connect::Connection;
use crate::commands::omni::progress::Progress;
use crate::commands::omni::{PATIENCE, changes, files};
use crate::failure::Failure;
use crate::file::STANDARD;
use crate::format::Format;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Make a cluster be as a template says
///
/// What is not there is created, then what differs is updated, then what the template does not name is destroyed, whoever
/// made it: first machine sets and their machines, then the rest. Nothing is sent as long as there is something wrong
/// with a template. It is safe to stop the command at any point and to give it again.
#[derive(Args)]
pub(super) struct Sync {
    /// The cluster template, or a directory of templates; `-` for standard input
    #[arg(short, long, value_name = "PATH")]
    file: PathBuf,

    #[command(flatten)]
    reach: Reach,

    /// Show what changes in each resource, too
    #[arg(short, long)]
    verbose: bool,

    /// Write nothing, show what would be done; exit code 1 if anything would
    #[arg(short, long)]
    dry_run: bool,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    connection: Connection,
}

impl Sync {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let mut templates = Vec::new();
        let mut outcome = Outcome::Clean;
        for path in self.files()? {
            match load::load(&path, &self.reach)? {
                Ok(resources) => templates.push(resources),
                Err(report) => {
                    terminal::tell(&self.format.render(&report, Stream::Error));
                    outcome = Outcome::Findings;
                }
            }
        }
        if outcome != Outcome::Clean {
            return Ok(outcome);
        }
        self.connection.run(async |client| {
            let mut changes = false;
            for resources in templates {
                changes |= self.sync(&client, resources).await?;
            }
            Ok(Outcome::found(self.dry_run && changes))
        })
    }

    fn files(&self) -> Result<Vec<PathBuf>, Failure> {
        if self.file != Path::new(STANDARD) && self.file.is_dir() {
            return files::some_yaml_files(&self.file);
        }
        Ok(vec![self.file.clone()])
    }

    /// Syncs one template. Whether there was anything to do.
    async fn sync(&self, client: &Client, resources: Vec<AnyResource>) -> Result<bool, Failure> {
        let cluster = load::cluster(&resources).unwrap_or_default().to_owned();
        let (plan, actual) = client.plan_sync(&cluster, resources).await?;
        let steps = Steps::of(&plan);
        if self.dry_run {
            for (word, pointer, old, new) in &steps.0 {
                terminal::print(&self.line(&format!("{word} (dry run)"), pointer, *old, *new)?)?;
            }
            return Ok(!plan.is_empty());
        }
        let mut progress = Progress::new("syncing", steps.0.len());
        let mut written = Ok(());
        let mut told = |doing: Doing<'_>| {
            let (old, new) = steps.of_resource(doing.pointer());
            let line = match doing {
                Doing::Creating(pointer) => self.line("creating", pointer, old, new),
                Doing::Updating(pointer) => self.line("updating", pointer, old, new),
                Doing::TearingDown(pointer) => self.line("tearing down", pointer, old, new),
                Doing::Destroyed(pointer) => self.line("destroyed", pointer, None, None),
            };
            if !matches!(doing, Doing::TearingDown(_)) {
                progress.step();
            }
            if written.is_ok() {
                written = line.and_then(|line| progress.print(&line));
            }
        };
        client.sync(&plan, &actual, PATIENCE, &mut told).await?;
        written?;
        Ok(!plan.is_empty())
    }

    /// What is done to a resource, as omnictl says it.
    fn line(
        &self,
        word: &str,
        pointer: &Pointer,
        old: Option<&AnyResource>,
        new: Option<&AnyResource>,
    ) -> Result<String, Failure> {
        let diff = if self.verbose { changes::diff(old, new)? } else { String::new() };
        Ok(format!("* {word} {}({})\n{diff}", pointer.resource_type, pointer.shown_id()))
    }
}

/// What a plan does, in its order: the word for it, to which resource, as it is and as it is to be.
struct Steps<'p>(Vec<(&'static str, Pointer, Option<&'p AnyResource>, Option<&'p AnyResource>)>);

impl<'p> Steps<'p> {
    fn of(plan: &'p SyncPlan) -> Self {
        let pointer = |resource: &AnyResource| Pointer::of(resource.metadata());
        let create = plan.create.iter().map(|new| ("creating", pointer(new), None, Some(new)));
        let update = plan
            .update
            .iter()
            .map(|update| ("updating", pointer(&update.new), Some(&update.old), Some(&update.new)));
        let destroy =
            plan.destroy.iter().flatten().map(|old| ("tearing down", pointer(old), Some(old), None));
        Self(create.chain(update).chain(destroy).collect())
    }

    fn of_resource(&self, wanted: &Pointer) -> (Option<&'p AnyResource>, Option<&'p AnyResource>) {
        let found = self.0.iter().find(|(_, pointer, ..)| pointer == wanted);
        found.map_or((None, None), |(_, _, old, new)| (*old, *new))
    }
}
