//! The old document of Talos: what our types take, Talos takes, and nothing of it is lost when we write it.

use manifest::Source;
use manifest::yaml::{GoYaml, Layout, Reading, parse_as, to_string};
use serde_json::json;
use talos_config::v1alpha1::Config;

use crate::corpus::talos::{Case, Minor};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// Read and written by us, then read by Talos 1.13: the same configuration.
pub(crate) const LATEST: Subject = Subject {
    name: "talos-v1alpha1-1.13",
    program: Program { directory: "talos", modfile: "go.mod" },
    recorded: 2_500,
    question: |random| question(random, 13, GoYaml::V4Rc4),
    remake: |question| written(question, GoYaml::V4Rc4),
    ours: Some(|question| ours(question, GoYaml::V4Rc4)),
    // Our types may refuse while reading what Talos refuses while validating.
    agree: |theirs, ours| ours.says_no() || theirs == ours,
};

fn question(random: &mut Random, minor: Minor, go: GoYaml) -> Question {
    let text = Case::old(random, minor).first(random);
    written(Question::new("talos.same").with("text", text), go)
}

/// Puts the document as we write it into the question; nothing where we refuse it.
fn written(question: Question, go: GoYaml) -> Question {
    let written =
        read(question.text("text"), go).ok().and_then(|config| to_string(&config, &Layout::default()).ok());
    question.with("other", written.unwrap_or_default())
}

fn ours(question: &Question, go: GoYaml) -> Answer {
    match read(question.text("text"), go) {
        Ok(_) => Answer::Ok(json!({"same": true})),
        Err(refusal) => Answer::Refused(refusal),
    }
}

fn read(text: &str, go: GoYaml) -> Result<Config, String> {
    let documents = parse_as(&Source::new("question", text), go).map_err(|finding| finding.message)?;
    let document = documents.first().ok_or("no document")?;
    let decoded = document.decode::<Config>(Reading::Go(go));
    match (decoded.findings.into_iter().next(), decoded.value) {
        (Some(finding), _) => Err(finding.message),
        (None, Some(config)) => Ok(config),
        (None, None) => Err("no value and no finding".to_owned()),
    }
}
