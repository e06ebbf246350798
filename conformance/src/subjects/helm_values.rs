//! Values of Cilium's chart: whether the chart renders with them, and with which words it refuses.

use cilium_values::CiliumVersion;

use crate::corpus;
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// One subject for the newest chart of each minor that can be had as a Go module.
pub(crate) const RENDERED: [Subject; 5] = [
    subject("helm-values-1.16", |random| question(random, "1.16.19")),
    subject("helm-values-1.17", |random| question(random, "1.17.0")),
    subject("helm-values-1.18", |random| question(random, "1.18.11")),
    subject("helm-values-1.19", |random| question(random, "1.19.6")),
    subject("helm-values-1.20", |random| question(random, "1.20.0")),
];

const fn subject(name: &'static str, question: fn(&mut Random) -> Question) -> Subject {
    Subject {
        name,
        program: Program { directory: "helm", modfile: "go.mod" },
        recorded: 1_200,
        question,
        remake: |question| question,
        ours: None,
        agree: Answer::same_words,
    }
}

fn question(random: &mut Random, chart: &str) -> Question {
    // Every chart that is asked about is one that has a number.
    let version: CiliumVersion = chart.parse().unwrap_or_else(|_| CiliumVersion::new(1, 17, 0));
    Question::new("helm.template")
        .with("chart", chart)
        .with("values", corpus::values::values(random, &version))
}
