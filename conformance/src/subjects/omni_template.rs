//! Cluster templates as Omni's own code reads, checks and renders them.
//!
//! The newest release that can be asked is 1.9; what 1.10 added is in no question, and left out of our answer.

use std::collections::BTreeMap;

use manifest::yaml::{self, Document, Layout};
use manifest::{Finding, Source};
use omni_client::template::{Export, Host, Template};
use omni_client::{OmniVersion, resource};
use serde_json::Value;
use talos_config::{Minor, Patch};

use crate::corpus::omni::{files, template};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

const PROGRAM: Program = Program { directory: "omni", modfile: "go.mod" };

/// What `omnictl cluster template render` prints.
pub(crate) const RENDERED: Subject = Subject {
    name: "omni-template-rendered",
    program: PROGRAM,
    recorded: 1_200,
    question: |random| question("omni.render", random),
    remake: |question| question,
    ours: Some(rendered),
    agree,
};

/// What `omnictl cluster template validate` says.
pub(crate) const VALIDATED: Subject = Subject {
    name: "omni-template-validated",
    program: PROGRAM,
    recorded: 1_200,
    question: |random| question("omni.validate", random),
    remake: |question| question,
    ours: Some(validated),
    agree,
};

/// What `omnictl cluster template export` makes of the resources that a template renders to.
pub(crate) const EXPORTED: Subject = Subject {
    name: "omni-template-exported",
    program: PROGRAM,
    recorded: 1_000,
    question: |random| {
        let kernel_args = random.chance(50);
        question("omni.export", random).with("kernel_args", kernel_args)
    },
    remake: |question| question,
    ours: Some(exported),
    agree: same_template,
};

fn question(operation: &str, random: &mut Random) -> Question {
    Question::new(operation).with("text", template(random)).with("files", files())
}

fn rendered(question: &Question) -> Answer {
    let files = Files::of(question);
    let template = match valid(question, &files) {
        Ok(template) => template,
        Err(refusal) => return Answer::Refused(refusal),
    };
    let resources = match template.render(&files) {
        Ok(resources) => resources,
        Err(refusal) => return Answer::Refused(format!("error rendering template: {refusal}")),
    };
    match resource::print_all(&resources, 2) {
        Ok(text) => Answer::Ok(text.replace(SINCE_1_10, "").into()),
        Err(error) => Answer::Refused(error.to_string()),
    }
}

fn validated(question: &Question) -> Answer {
    match valid(question, &Files::of(question)) {
        Ok(_) => Answer::Ok(Value::Null),
        Err(refusal) => Answer::Refused(refusal),
    }
}

fn exported(question: &Question) -> Answer {
    let files = Files::of(question);
    let template = match valid(question, &files) {
        Ok(template) => template,
        Err(refusal) => return Answer::Refused(refusal),
    };
    let resources = match template.render(&files) {
        Ok(resources) => resources,
        Err(refusal) => return Answer::Refused(format!("error syncing template: {refusal}")),
    };
    let cluster = template.cluster().map_or("", |cluster| &cluster.name);
    let options = Export { kernel_args: question.flag("kernel_args"), public_discovery: false };
    let exported = match Template::export(cluster, &resources, options) {
        Ok(exported) => exported,
        Err(error) => return Answer::Refused(error.to_string()),
    };
    match yaml::to_stream(&exported.documents, &Layout::default()) {
        Ok(text) => Answer::Ok(text.into()),
        Err(error) => Answer::Refused(error.to_string()),
    }
}

/// A field of the cluster's resource that 1.9 does not have.
const SINCE_1_10: &str = "    disablepublicdiscoveryservice: false\n";

const NOT_LOADED: &str = "error loading template: ";

fn valid(question: &Question, files: &Files<'_>) -> Result<Template, String> {
    let loaded =
        Template::load_as(&Source::new("template.yaml", question.text("text")), OmniVersion::new(1, 9));
    if let Some(finding) = loaded.findings.first() {
        return Err(format!("{NOT_LOADED}{}", finding.message));
    }
    loaded.template.validate(files).map_err(|refusal| refusal.to_string())?;
    Ok(loaded.template)
}

/// The files of a question, and Talos' opinion of a patch.
struct Files<'q>(BTreeMap<String, &'q str>);

impl<'q> Files<'q> {
    fn of(question: &'q Question) -> Self {
        let files = question.field("files").as_object().into_iter().flatten();
        Self(files.filter_map(|(name, text)| Some((name.clone(), text.as_str()?))).collect())
    }
}

impl Host for Files<'_> {
    fn read(&self, path: &str) -> Result<String, String> {
        self.0.read(path)
    }

    fn check_talos(&self, documents: &[Document]) -> Result<(), Box<Finding>> {
        check_talos(documents)
    }
}

/// What the Talos that the oracle is built with says to a patch: the last release of 1.13, in the place of an early 1.14.
pub(super) fn check_talos(documents: &[Document]) -> Result<(), Box<Finding>> {
    Patch::accept(documents, Minor::V1_13)
}

/// The same result or the same words; of a template that cannot be loaded, and of a patch that Talos does not take,
/// only that it is so: those are the words of the YAML library and of Talos.
fn agree(theirs: &Answer, ours: &Answer) -> bool {
    match (theirs, ours) {
        (Answer::Refused(theirs), Answer::Refused(ours)) if theirs.starts_with(NOT_LOADED) => {
            ours.starts_with(NOT_LOADED)
        }
        (Answer::Refused(theirs), Answer::Refused(ours)) => without_talos(theirs) == without_talos(ours),
        _ => Answer::same_result(theirs, ours),
    }
}

/// Texts of the same template, or refusals that agree.
fn same_template(theirs: &Answer, ours: &Answer) -> bool {
    let read = |text: &Value| {
        let loaded = Template::load(&Source::new("exported.yaml", text.as_str().unwrap_or_default()));
        loaded.findings.is_empty().then_some(loaded.template)
    };
    match (theirs, ours) {
        (Answer::Ok(theirs), Answer::Ok(ours)) => {
            let theirs = read(theirs);
            theirs.is_some() && theirs == read(ours)
        }
        _ => agree(theirs, ours),
    }
}

/// The refusal without empty lines and without the words of Talos, which stand behind the name of the patch and end at
/// the next item.
fn without_talos(refusal: &str) -> String {
    let mut kept = String::new();
    let mut in_talos = false;
    for line in refusal.lines().filter(|line| !line.is_empty()) {
        in_talos &= !line.starts_with("\t*");
        if in_talos {
            continue;
        }
        let said = line.contains("* failed to validate ").then(|| line.split_once("\": ")).flatten();
        let said = said.filter(|(_, said)| !said.contains(" occurred:"));
        in_talos = said.is_some();
        kept.push_str(said.map_or(line, |(patch, _)| patch));
        kept.push('\n');
    }
    kept
}
