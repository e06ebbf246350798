//! What omnictl refuses in a template that it could read: `client/pkg/template/internal/models`.

mod cluster;
mod machine_set;
mod patch;
mod whole;

use std::collections::BTreeMap;

use self::patch::Patches;
use super::problem::{At, Problem};
use super::{Document, Host, Machine, Refusal, Template, uuid};
use crate::go::quoted;
use crate::resource::label;
use crate::rules::{TEMPLATE_MACHINE_ID, TEMPLATE_NAME, TEMPLATE_RESERVED_KEY};

impl Template {
    /// Checks a template as `omnictl cluster template validate` does, all documents and then the whole.
    ///
    /// Files are read through the host. Server-side rules (which versions and extensions there are, how long labels
    /// may be) are not looked at.
    pub fn validate(&self, host: &dyn Host) -> Result<(), Refusal> {
        let mut problems = Vec::new();
        let patches = Patches::new(host);
        for (index, document) in self.documents.iter().enumerate() {
            let at = At::document(index);
            problems.extend(match document {
                Document::Cluster(cluster) => cluster::check(cluster, &at, host, &patches),
                Document::ControlPlane(set) => machine_set::control_plane(set, &at, &patches),
                Document::Workers(set) => machine_set::workers(set, &at, &patches),
                Document::Machine(machine) => check_machine(machine, &at, &patches),
            });
        }
        problems.extend(whole::check(self));
        if problems.is_empty() { Ok(()) } else { Err(Refusal { problems }) }
    }
}

fn check_machine(machine: &Machine, at: &At, patches: &Patches<'_>) -> Option<Problem> {
    let mut problems = Vec::new();
    if machine.name.is_empty() {
        let problem = Problem::new(&TEMPLATE_NAME, at.clone(), "name is required for machine");
        problems.push(problem.help("give the UUID of the machine as `name`"));
    }
    problems.extend(descriptors(&machine.labels, &machine.annotations, || at.clone()));
    problems.extend(machine_id(&machine.name, || at.key("name")));
    problems.extend(patches.check(&machine.patches, at));
    under(problems, || format!("machine {} is invalid", quoted(&machine.name)))
}

/// Puts problems under a heading, if there are any.
fn under<S: Into<String>>(problems: Vec<Problem>, heading: impl FnOnce() -> S) -> Option<Problem> {
    (!problems.is_empty()).then(|| Problem::Under { heading: heading().into(), problems })
}

/// Keys of labels and annotations that are Omni's own. Upstream reports them in no particular order; here it is that
/// of the keys.
fn descriptors(
    labels: &BTreeMap<String, String>,
    annotations: &BTreeMap<String, String>,
    at: impl Fn() -> At,
) -> Vec<Problem> {
    let both = [("label", "labels", labels), ("annotation", "annotations", annotations)];
    let mut problems = Vec::new();
    for (word, field, entries) in both {
        for key in entries.keys().filter(|key| key.starts_with(label::SYSTEM_PREFIX)) {
            let prefix = quoted(label::SYSTEM_PREFIX);
            let text =
                format!("{word} {} is invalid: prefix {prefix} is reserved for internal use", quoted(key));
            let at = at().key(field).key(key).its_key();
            let help = "choose a prefix of your own; omnictl sets Omni's keys itself";
            problems.push(Problem::new(&TEMPLATE_RESERVED_KEY, at, text).help(help));
        }
    }
    problems
}

fn machine_id(id: &str, at: impl FnOnce() -> At) -> Option<Problem> {
    let error = uuid::check(id).err()?;
    let text = format!("invalid machine ID {}: {error}", quoted(id));
    let help = "give the UUID that `omnictl get machines` shows";
    Some(Problem::new(&TEMPLATE_MACHINE_ID, at(), text).help(help))
}

fn machine_ids(ids: &[String], at: &At) -> Vec<Problem> {
    let at = at.key("machines");
    ids.iter().enumerate().filter_map(|(index, id)| machine_id(id, || at.index(index))).collect()
}
