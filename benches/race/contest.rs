//! What is raced: who is asked what, and when two answers mean the same.

use conformance::{Answer, Program, Question, SUBJECTS, Subject};

use crate::Result;
use crate::inputs::{charts, objects, omni, talos};

/// One kind of work that both sides do.
pub(crate) struct Contest {
    /// Its name on the command line.
    pub(crate) name: &'static str,
    /// What is done, for people.
    pub(crate) title: &'static str,
    /// Upstream's module that does it there.
    pub(crate) peer: &'static str,
    /// What one question is about, and what one side does that the other does not.
    pub(crate) note: &'static str,
    /// The questions for so many machines. The text is a directory in which files may be put beside them.
    pub(crate) questions: fn(u32, &std::path::Path) -> Result<Vec<Question>>,
    kind: Kind,
}

/// Who answers.
enum Kind {
    /// A subject of `conformance`, by its name: the same answers that are compared there.
    Subject(&'static str),
    /// Something that only the race asks.
    Own { program: Program, ours: fn(&Question) -> Answer },
}

pub(crate) const CONTESTS: &[Contest] = &[
    Contest {
        name: "talos-merge",
        title: "Talos: patches merged into a machine configuration",
        peer: "github.com/siderolabs/talos/pkg/machinery",
        note: "one machine a question: its configuration and the patches that reach it; the result is the same text",
        questions: talos::merges,
        kind: Kind::Subject("talos-patched-1.12"),
    },
    Contest {
        name: "talos-validate",
        title: "Talos: a machine configuration validated",
        peer: "github.com/siderolabs/talos/pkg/machinery",
        note: "one machine a question; the same warnings and errors",
        questions: talos::validations,
        kind: Kind::Subject("talos-validated-1.12"),
    },
    Contest {
        name: "omni-render",
        title: "Omni: a cluster template rendered",
        peer: "github.com/siderolabs/omni/client",
        note: "one template with all machines; the result is the same text",
        questions: omni::renders,
        kind: Kind::Subject("omni-template-rendered"),
    },
    Contest {
        name: "omni-validate",
        title: "Omni: a cluster template validated",
        peer: "github.com/siderolabs/omni/client",
        note: "one template with all machines; the same verdict and words",
        questions: omni::validations,
        kind: Kind::Subject("omni-template-validated"),
    },
    Contest {
        name: "helm",
        title: "Helm: Cilium's chart with a file of values",
        peer: "helm.sh/helm/v3",
        note: "one file of values for every seven machines; the same verdict and words, but not the same work: Helm \
               answers by rendering every template, we by knowing when the chart refuses",
        questions: charts::questions,
        kind: Kind::Subject("helm-values-1.17"),
    },
    Contest {
        name: "kubeconform",
        title: "kubeconform: Cilium's custom resources against their schemas",
        peer: "github.com/yannh/kubeconform",
        note: "one object for every machine, every eighth with a mistake; the same verdicts. We also evaluate the CEL \
               rules of the schemas, which kubeconform does not",
        questions: objects::questions,
        kind: Kind::Own {
            program: Program { directory: "kubeconform", modfile: "go.mod" },
            ours: objects::ours,
        },
    },
];

impl Contest {
    pub(crate) fn named(name: &str) -> Result<&'static Self> {
        CONTESTS
            .iter()
            .find(|contest| contest.name == name)
            .ok_or_else(|| format!("there is no contest `{name}`").into())
    }

    /// The program that answers for upstream.
    pub(crate) fn program(&self) -> Result<Program> {
        Ok(match self.kind {
            Kind::Own { program, .. } => program,
            Kind::Subject(name) => subject(name)?.program,
        })
    }

    /// Our answers.
    pub(crate) fn ours(&self) -> Result<fn(&Question) -> Answer> {
        match self.kind {
            Kind::Own { ours, .. } => Ok(ours),
            Kind::Subject(name) => {
                subject(name)?.ours.ok_or_else(|| format!("we have no answer for `{name}` yet").into())
            }
        }
    }

    /// Whether upstream's answer and ours, in this order, mean the same.
    pub(crate) fn agree(&self, theirs: &Answer, ours: &Answer) -> Result<bool> {
        Ok(match self.kind {
            Kind::Own { .. } => Answer::same_result(theirs, ours),
            Kind::Subject(name) => (subject(name)?.agree)(theirs, ours),
        })
    }
}

fn subject(name: &str) -> Result<&'static Subject> {
    SUBJECTS
        .iter()
        .find(|subject| subject.name == name)
        .ok_or_else(|| format!("conformance has no subject `{name}`").into())
}
