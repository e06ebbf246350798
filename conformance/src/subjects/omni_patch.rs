//! Config patches as Omni 1.9 takes or refuses them.

use manifest::yaml::Document;
use manifest::{Finding, Source};
use omni_client::resource::{ConfigPatch, Resource, print};
use omni_client::template::{Host, NoFiles};
use omni_client::{OmniVersion, Scope, check};
use serde_json::Value;

use super::omni_template::check_talos;
use crate::corpus::omni::patch;
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::subject::Subject;

/// What the server says to a patch that is written to it.
pub(crate) const VALIDATED: Subject = Subject {
    name: "omni-patch-validated",
    program: Program { directory: "omni", modfile: "go.mod" },
    recorded: 2_000,
    question: |random| Question::new("omni.patch").with("text", patch(random, 13)),
    remake: |question| question,
    ours: Some(ours),
    agree,
};

fn ours(question: &Question) -> Answer {
    let cluster = Scope::Cluster { cluster: "prod".to_owned() };
    let patch = Resource::new("500-a", ConfigPatch::new(question.text("text"))).scoped(&cluster);
    let text = match print(&patch.into(), 2) {
        Ok(text) => text,
        Err(error) => return Answer::Refused(error.to_string()),
    };
    let findings = check(&Source::new("patch", text), &Talos, OmniVersion::new(1, 9));
    let said: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
    match said.as_slice() {
        [] => Answer::Ok(Value::Null),
        [one] if !one.starts_with("overriding") && !one.starts_with("element") => {
            Answer::Refused((*one).to_owned())
        }
        [one] => Answer::Refused(format!("1 error occurred:\n\t* {one}\n\n")),
        several => {
            Answer::Refused(format!("{} errors occurred:\n\t* {}\n\n", several.len(), several.join("\n\t* ")))
        }
    }
}

/// Talos' opinion of a patch; there are no files.
struct Talos;

impl Host for Talos {
    fn read(&self, path: &str) -> Result<String, String> {
        NoFiles.read(path)
    }

    fn check_talos(&self, documents: &[Document]) -> Result<(), Box<Finding>> {
        check_talos(documents)
    }
}

/// The same verdict, and in Omni's own words where it is Omni that refuses.
fn agree(theirs: &Answer, ours: &Answer) -> bool {
    match theirs {
        Answer::Refused(text)
            if text.contains("occurred:\n\t* overriding") || text.contains("occurred:\n\t* element") =>
        {
            Answer::same_words(theirs, ours)
        }
        _ => Answer::same_result(theirs, ours),
    }
}
