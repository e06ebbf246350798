//! The metadata of Omni's resources, read from YAML by the source text of each value.

use manifest::Source;
use manifest::yaml::{parse_as, rules};
use omni_client::OmniVersion;
use omni_client::resource::{AnyResource, Metadata, read};
use serde_json::{Value, json};

use crate::corpus::omni::metadata;
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::subject::Subject;

/// What `omnictl apply` makes of metadata.
pub(crate) const METADATA: Subject = Subject {
    name: "omni-metadata",
    program: Program { directory: "cosi", modfile: "go.mod" },
    recorded: 4_000,
    question: |random| identified(Question::new("cosi.metadata").with("rest", metadata(random))),
    remake: identified,
    ours: Some(ours),
    agree,
};

/// Puts what identifies a resource before the rest.
fn identified(question: Question) -> Question {
    let rest = question.text("rest");
    let rest = if rest == "{}\n" { "" } else { rest };
    let text = format!("namespace: default\ntype: ConfigPatches.omni.sidero.dev\nid: 500-a\n{rest}");
    question.with("text", text)
}

fn ours(question: &Question) -> Answer {
    let indented: Vec<String> = question.text("text").lines().map(|line| format!("  {line}\n")).collect();
    let text = format!("metadata:\n{}spec: {{}}\n", indented.concat());
    let documents = match parse_as(&Source::new("question", text), OmniVersion::LATEST.yaml()) {
        Ok(documents) => documents,
        Err(finding) => return Answer::Refused(finding.message),
    };
    let Some(document) = documents.first() else { return Answer::Refused("no document".to_owned()) };
    let decoded = read(document);
    // What Omni passes over in silence is a finding of ours, but no refusal.
    let refusal = decoded.findings.into_iter().find(|finding| finding.rule.code != rules::UNKNOWN_KEY.code);
    match (refusal, decoded.value) {
        (Some(finding), _) => Answer::Refused(finding.message),
        (None, Some(resource)) => Answer::Ok(described(&resource)),
        (None, None) => Answer::Refused("no value and no finding".to_owned()),
    }
}

fn described(resource: &AnyResource) -> Value {
    let Metadata {
        namespace,
        resource_type,
        id,
        version,
        owner,
        phase,
        created,
        updated,
        labels,
        annotations,
        finalizers,
    } = resource.metadata();
    json!({
        "namespace": namespace, "type": resource_type, "id": id, "version": version.to_string(), "owner": owner,
        "phase": phase.to_string(), "created": created.as_deref().unwrap_or_default(),
        "updated": updated.as_deref().unwrap_or_default(), "labels": labels, "annotations": annotations,
        "finalizers": finalizers,
    })
}

/// The same but for the times, which nobody reads: the server sets its own.
fn agree(theirs: &Answer, ours: &Answer) -> bool {
    let (Answer::Ok(theirs), Answer::Ok(ours)) = (theirs, ours) else {
        return Answer::same_result(theirs, ours);
    };
    let without_times = |metadata: &Value| {
        let mut metadata = metadata.clone();
        if let Some(fields) = metadata.as_object_mut() {
            fields.remove("created");
            fields.remove("updated");
        }
        metadata
    };
    without_times(theirs) == without_times(ours)
}
