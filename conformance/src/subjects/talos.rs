//! Talos' reading, patching and validating of machine configurations, minor by minor.

use crate::corpus::talos::{Case, Minor, patches};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// What a stream is, read as a configuration or as a patch, and how it is written.
pub(crate) const DECODED: [Subject; 4] = [
    decoded("talos-decoded-1.9", "v1.9.mod", |random| decode(random, 9)),
    decoded("talos-decoded-1.11", "v1.11.mod", |random| decode(random, 11)),
    decoded("talos-decoded-1.12", "v1.12.mod", |random| decode(random, 12)),
    decoded("talos-decoded-1.13", "go.mod", |random| decode(random, 13)),
];

/// What patches make of a configuration.
pub(crate) const PATCHED: [Subject; 4] = [
    decoded("talos-patched-1.9", "v1.9.mod", |random| patch(random, 9)),
    decoded("talos-patched-1.11", "v1.11.mod", |random| patch(random, 11)),
    decoded("talos-patched-1.12", "v1.12.mod", |random| patch(random, 12)),
    decoded("talos-patched-1.13", "go.mod", |random| patch(random, 13)),
];

/// What is wrong with a configuration for a platform.
pub(crate) const VALIDATED: [Subject; 4] = [
    decoded("talos-validated-1.9", "v1.9.mod", |random| validate(random, 9)),
    decoded("talos-validated-1.11", "v1.11.mod", |random| validate(random, 11)),
    decoded("talos-validated-1.12", "v1.12.mod", |random| validate(random, 12)),
    decoded("talos-validated-1.13", "go.mod", |random| validate(random, 13)),
];

const fn decoded(
    name: &'static str,
    modfile: &'static str,
    question: fn(&mut Random) -> Question,
) -> Subject {
    Subject {
        name,
        program: Program { directory: "talos", modfile },
        recorded: 1_500,
        question,
        remake: |question| question,
        ours: None,
        agree: Answer::same_words,
    }
}

fn decode(random: &mut Random, minor: Minor) -> Question {
    let case = Case::new(random, minor);
    let text = case.stream(random);
    Question::new("talos.decode").with("text", text).with("patch", random.chance(20))
}

fn patch(random: &mut Random, minor: Minor) -> Question {
    let case = Case::new(random, minor);
    let config = case.stream(random);
    let patches = patches(&case, random);
    let via = random.pick(&["bytes", "bytes", "config"]);
    Question::new("talos.patch").with("config", config).with("patches", patches).with("via", via)
}

fn validate(random: &mut Random, minor: Minor) -> Question {
    let case = Case::new(random, minor);
    let text = case.machine(random);
    Question::new("talos.validate")
        .with("text", text)
        .with("mode", random.pick(&["metal", "metal", "cloud", "container"]))
        .with("strict", random.chance(30))
        .with("local", random.chance(20))
}
