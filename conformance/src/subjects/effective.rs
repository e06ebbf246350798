//! What a machine ends up with: the repository is read by ours, and upstream patches in the order that Omni would.

use manifest::Source;
use serde_json::Value;

use crate::corpus::talos::{Case, patches};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// Repositories of one machine, with patches of every layer.
pub(crate) const EFFECTIVE: Subject = Subject {
    name: "talos-patched-by-omni-1.12",
    program: Program { directory: "talos", modfile: "v1.12.mod" },
    recorded: 1_000,
    question,
    remake,
    ours: Some(ours),
    agree: Answer::same_result,
};

const MACHINE: &str = "00000000-0000-4000-8000-000000000001";

/// Labels of a patch that reaches the machine, the widest layer first: cluster, set, machine in the cluster, machine.
const LAYERS: [&str; 4] = [
    r#"{"omni.sidero.dev/cluster":"c"}"#,
    r#"{"omni.sidero.dev/cluster":"c","omni.sidero.dev/machine-set":"c-workers"}"#,
    r#"{"omni.sidero.dev/cluster":"c","omni.sidero.dev/cluster-machine":"00000000-0000-4000-8000-000000000001"}"#,
    r#"{"omni.sidero.dev/machine":"00000000-0000-4000-8000-000000000001"}"#,
];

/// The cluster, its only machine, and what reaches none: a patch of another cluster.
const CLUSTER: &str = r#"{"metadata":{"namespace":"default","type":"Clusters.omni.sidero.dev","id":"c"},"spec":{"talosversion":"1.12.0","kubernetesversion":"1.34.0"}}
---
{"metadata":{"namespace":"default","type":"MachineSets.omni.sidero.dev","id":"c-workers","labels":{"omni.sidero.dev/cluster":"c","omni.sidero.dev/role-worker":""}},"spec":{}}
---
{"metadata":{"namespace":"default","type":"MachineSetNodes.omni.sidero.dev","id":"00000000-0000-4000-8000-000000000001","labels":{"omni.sidero.dev/cluster":"c","omni.sidero.dev/machine-set":"c-workers","omni.sidero.dev/role-worker":""}},"spec":{}}
---
{"metadata":{"namespace":"default","type":"ConfigPatches.omni.sidero.dev","id":"000-other","labels":{"omni.sidero.dev/cluster":"other"}},"spec":{"data":"debug: true"}}
"#;

fn question(random: &mut Random) -> Question {
    let case = Case::new(random, 12);
    let patches = patches(&case, random);
    remake(Question::new("talos.patch").with("patches", patches).with("via", "bytes"))
}

/// The configuration that Omni would generate for the machine, and the files that make Omni apply the patches in their order: by layers, and by ids in each. Ids of wide layers are the
/// greater ones, and the names of the files say nothing.
fn remake(question: Question) -> Question {
    let texts: Vec<&str> = question.texts("patches").collect();
    let offset = texts.iter().map(|text| text.len()).sum::<usize>() % LAYERS.len();
    let file = |(index, text): (usize, &&str)| {
        let layer = ((index * LAYERS.len() + offset) / texts.len()).min(LAYERS.len() - 1);
        let labels = LAYERS.get(layer).copied().unwrap_or_default();
        let (id, text) = (format!("{}-{index:03}", LAYERS.len() - layer), Value::from(*text));
        Value::from(format!(
            r#"{{"metadata":{{"namespace":"default","type":"ConfigPatches.omni.sidero.dev","id":"{id}","labels":{labels}}},"spec":{{"data":{text}}}}}"#
        ))
    };
    let files: Vec<Value> = texts.iter().enumerate().map(file).chain([CLUSTER.into()]).collect();
    let base = cluster_model::effective::generated(
        Some(cluster_model::spec::Role::Worker),
        talos_config::Minor::V1_12,
    );
    question.with("config", base).with("files", files)
}

/// The configuration that the repository gives the machine; refused where one of its patches is none.
fn ours(question: &Question) -> Answer {
    let files = question.texts("files").enumerate();
    // The names are in no order that means anything to Omni.
    let files = files.map(|(index, text)| (format!("{}.yaml", 1000 - index), text.as_bytes().to_vec()));
    let estates = cluster_model::import::Repository::read(files).estates();
    let found = estates.iter().filter(|estate| estate.name == "c").find_map(|estate| {
        let machine = estate.machine(MACHINE)?;
        Some((estate, estate.effective_of(machine)?))
    });
    let Some((estate, effective)) = found else {
        return Answer::Misasked("the repository has no such machine".to_owned());
    };
    if effective.applied.len() < question.texts("patches").count() {
        let minor = talos_config::Minor::V1_12;
        let load = |text| talos_config::Patch::load(&Source::new("patch", text), minor);
        let mut refused = question.texts("patches").map(load).filter(|loaded| loaded.value.is_none());
        return match refused.next() {
            Some(loaded) => Answer::Refused(
                loaded.findings.first().map(|finding| finding.message.clone()).unwrap_or_default(),
            ),
            None => {
                Answer::Misasked(format!("{} patches of {} are lost", effective.applied.len(), estate.name))
            }
        };
    }
    match &effective.failure {
        Some(why) => Answer::Refused(why.clone()),
        None => Answer::Ok(effective.text.clone().into()),
    }
}
