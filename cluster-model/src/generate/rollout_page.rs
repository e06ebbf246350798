//! `ROLLOUT.md` and `rollout.yaml`: the same steps for people and for programs.

use std::fmt::Write as _;

use manifest::yaml::{self, Layout as Style, WriteError};
use serde::Serialize;

use super::rollout::Step;
use crate::artifact::Artifact;
use crate::estate::Estate;
use crate::spec::ClusterState;

/// Both forms of the steps.
pub(super) fn artifacts(estate: &Estate, steps: &[Step]) -> Result<[Artifact; 2], WriteError> {
    let from = estate.rollout.as_ref().map(|rollout| rollout.from).unwrap_or_default();
    let data = Data { cluster: estate.name.as_str(), from, steps };
    Ok([
        Artifact::markdown("ROLLOUT.md".to_owned(), &markdown(&data)),
        Artifact::yaml("rollout.yaml".to_owned(), &yaml::to_string(&data, &Style::default())?),
    ])
}

/// The steps as data.
#[derive(Serialize)]
struct Data<'a> {
    cluster: &'a str,
    from: ClusterState,
    steps: &'a [Step],
}

/// The steps as a page to follow.
fn markdown(data: &Data<'_>) -> String {
    let mut page = format!("# Rollout of {}\n\n", data.cluster);
    page.push_str(match data.from {
        ClusterState::New => "From nothing to a running cluster. ",
        ClusterState::Running => {
            "From a running cluster with Talos' default network (flannel and kube-proxy) to the declared one. "
        }
    });
    page.push_str("Do the steps in this order; go on when the checks of a step succeed.\n");
    for (number, step) in data.steps.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(page, "\n## {}. {}\n\n{}\n", number + 1, step.title, step.why);
        if let Some(downtime) = &step.downtime {
            let _ = write!(page, "\n**Downtime:** {downtime}.\n");
        }
        if !step.commands.is_empty() {
            let _ = write!(page, "\n```sh\n{}\n```\n", step.commands.join("\n"));
        }
        if !step.checks.is_empty() {
            let _ = write!(page, "\nDone when these succeed:\n\n```sh\n{}\n```\n", step.checks.join("\n"));
        }
    }
    page
}
