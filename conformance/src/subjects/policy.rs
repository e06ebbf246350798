//! Rules of network policies as Cilium's agent takes or refuses them once the API server has stored them.

use std::collections::BTreeSet;

use cilium_values::{CiliumVersion, crd, policy};
use serde_json::{Value, json};

use crate::corpus::policy::rule;
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// One subject for each minor.
pub(crate) const SANITIZED: [Subject; 5] = [
    Subject {
        name: "policy-rules-1.16",
        program: Program { directory: "policy", modfile: "v1.16.mod" },
        question: |random| question(random, 16),
        remake: |question| remade(question, 16),
        ours: Some(|question| ours(question, 16)),
        ..OF_1_19
    },
    Subject {
        name: "policy-rules-1.17",
        program: Program { directory: "policy", modfile: "v1.17.mod" },
        question: |random| question(random, 17),
        remake: |question| remade(question, 17),
        ours: Some(|question| ours(question, 17)),
        ..OF_1_19
    },
    Subject {
        name: "policy-rules-1.18",
        program: Program { directory: "policy", modfile: "v1.18.mod" },
        question: |random| question(random, 18),
        remake: |question| remade(question, 18),
        ours: Some(|question| ours(question, 18)),
        ..OF_1_19
    },
    OF_1_19,
    Subject {
        name: "policy-rules-1.20",
        program: Program { directory: "policy", modfile: "v1.20.mod" },
        question: |random| question(random, 20),
        remake: |question| remade(question, 20),
        ours: Some(|question| ours(question, 20)),
        ..OF_1_19
    },
];

const OF_1_19: Subject = Subject {
    name: "policy-rules-1.19",
    program: Program { directory: "policy", modfile: "go.mod" },
    recorded: 1_200,
    question: |random| question(random, 19),
    remake: |question| remade(question, 19),
    ours: Some(|question| ours(question, 19)),
    agree,
};

/// A rule that the API server stores: the agent sees no other.
fn question(random: &mut Random, minor: usize) -> Question {
    let made = (0..TRIES).map(|_| rule(random, minor)).find(|rule| is_stored(rule, minor));
    Question::new("policy.sanitize").with("rule", made.unwrap_or_else(plain))
}

/// A rule that was changed, unless the API server does not store it any more.
fn remade(question: Question, minor: usize) -> Question {
    if is_stored(question.field("rule"), minor) { question } else { question.with("rule", plain()) }
}

fn plain() -> Value {
    json!({"endpointSelector": {}, "ingress": [{}]})
}

/// How often a rule is made anew before a plain one takes its place.
const TRIES: usize = 30;

fn is_stored(rule: &Value, minor: usize) -> bool {
    object(rule).is_some_and(|policy| crd::check_value(&policy, &cilium(minor)).is_empty())
}

/// Every reason that the agent has, one a line; the agent itself gives the first that it meets.
fn ours(question: &Question, minor: usize) -> Answer {
    let Some(policy) = object(question.field("rule")) else {
        return Answer::Misasked("no policy".to_owned());
    };
    let reasons: Vec<String> = policy::check_value(&policy, &cilium(minor))
        .into_iter()
        .filter_map(|finding| finding.upstream)
        .map(|words| words.strip_prefix(PREFIX).unwrap_or(&words).to_owned())
        .collect();
    if reasons.is_empty() { Answer::Ok(Value::Null) } else { Answer::Refused(reasons.join("\n")) }
}

/// What the agent puts before the reasons about the rule of a policy.
const PREFIX: &str = "Invalid CiliumClusterwideNetworkPolicy spec: ";

/// A policy of the whole cluster, whose rules may select pods or nodes.
fn object(rule: &Value) -> Option<manifest::Value> {
    let policy = json!({
        "apiVersion": "cilium.io/v2",
        "kind": "CiliumClusterwideNetworkPolicy",
        "metadata": {"name": "a"},
        "spec": rule,
    });
    serde_json::from_value(policy).ok()
}

fn cilium(minor: usize) -> CiliumVersion {
    CiliumVersion::new(1, u64::try_from(minor).unwrap_or_default(), 0)
}

/// Both take the rule, or each reason of the agent is among ours.
fn agree(theirs: &Answer, ours: &Answer) -> bool {
    match ours {
        Answer::Ok(_) => theirs.says_yes(),
        Answer::Refused(ours) => {
            let reasons: Vec<&str> = ours.lines().collect();
            theirs.alternatives().iter().all(|theirs| is_among(theirs, &reasons))
        }
        _ => false,
    }
}

/// Whether a reason of the agent is among ours, which may leave out its end.
fn is_among(theirs: &Answer, ours: &[&str]) -> bool {
    // An agent that crashes over a rule is worse than one that refuses it.
    let (Answer::Refused(theirs) | Answer::Panicked(theirs)) = theirs else { return false };
    let theirs = theirs.strip_prefix("rule ").or(theirs.strip_prefix("read ")).unwrap_or(theirs);
    match combined(theirs) {
        // It walks a map: any two of several kinds of peers, in any order. We name two.
        Some(theirs) => ours.iter().filter_map(|ours| combined(ours)).any(|ours| !ours.is_disjoint(&theirs)),
        None => ours.iter().any(|ours| theirs.starts_with(ours)),
    }
}

/// The two kinds of peers that are said to stand in one entry.
fn combined(reason: &str) -> Option<BTreeSet<&str>> {
    let pair = reason.strip_prefix("combining ")?.strip_suffix(" is not supported yet")?;
    Some(pair.split(" and ").collect())
}
