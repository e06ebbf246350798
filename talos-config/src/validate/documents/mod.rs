//! Documents of the newer kinds: what each must have.

mod bgp;
mod block;
mod cluster;
mod container;
mod cri;
mod k8s;
mod links;
mod network;
mod probes;
mod runtime;
mod security;
mod storage;

use manifest::{Rule, Span};

use super::{Checker, View};
use crate::expression::{self, Environment};
use crate::rules;
use crate::version::Minor;

/// Says what is wrong with a document of a kind. Kinds that no part knows are not checked, as upstream does it.
pub(super) fn check(checker: &mut Checker<'_>, kind: &str, document: View<'_>) {
    let mut wrong = Wrong { minor: checker.minor, found: Vec::new() };
    for part in PARTS {
        part(kind, document, &mut wrong);
    }
    for Problem { rule, path, message, part } in wrong.found {
        let text = document.text(&path);
        checker.say_inside(rule, &path, message, part.map(|part| (&*text, part)));
    }
}

/// Looks at a document, if its kind is one of the part's.
type Part = fn(&str, View<'_>, &mut Wrong);

const PARTS: &[Part] = &[
    bgp::check,
    block::check,
    cluster::check,
    container::check,
    cri::check,
    k8s::check,
    links::check,
    network::check,
    probes::check,
    runtime::check,
    security::check,
    storage::check,
];

/// Gathers what is wrong with a document, in upstream's order.
struct Wrong {
    minor: Minor,
    found: Vec<Problem>,
}

/// One thing that is wrong with a document.
struct Problem {
    rule: &'static Rule,
    path: String,
    message: String,
    /// The bytes of the text at the path that it is about; none for all of it.
    part: Option<Span>,
}

impl Wrong {
    /// What Talos refuses.
    fn at(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.push(&rules::DOCUMENT_INVALID, path, message);
    }

    /// What Talos warns of.
    fn warn(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.push(&rules::DOCUMENT_DOUBTFUL, path, message);
    }

    /// Says that something is missing, unless it is there.
    fn need(&mut self, document: View<'_>, key: &str, message: &str) {
        if !document.has(key) {
            self.at(key, message);
        }
    }

    /// The first thing that is wrong, for kinds where upstream stops there.
    fn first(&mut self, problem: Option<(&str, String)>) {
        if let Some((path, message)) = problem {
            self.at(path, message);
        }
    }

    /// What is wrong with the expression behind a key, if there is one; each thing with upstream's words before it.
    fn expression(&mut self, document: View<'_>, key: &str, environment: Environment, before: &str) {
        let text = document.text(key);
        if text.is_empty() {
            return;
        }
        for fault in expression::check(&text, environment, self.minor) {
            self.found.push(Problem {
                rule: &rules::EXPRESSION_INVALID,
                path: key.to_owned(),
                message: format!("{before}: {fault}"),
                part: Some(fault.span),
            });
        }
    }

    fn push(&mut self, rule: &'static Rule, path: impl Into<String>, message: impl Into<String>) {
        self.found.push(Problem { rule, path: path.into(), message: message.into(), part: None });
    }
}

/// What is wrong with a PEM text of certificates or keys, by the types of its blocks. What the blocks hold is not read.
fn pem(text: &str, is_wanted: fn(&str) -> bool, wanted: &str) -> Option<String> {
    let mut blocks = 0;
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("-----BEGIN ") {
        let Some((name, body)) = after.split_once("-----") else { break };
        let end = format!("-----END {name}-----");
        let Some((_, after)) = body.split_once(&*end) else { break };
        if !is_wanted(name) {
            return Some(format!("unexpected PEM block type {name:?}, expected one of {wanted}"));
        }
        blocks += 1;
        rest = after;
    }
    (blocks == 0).then(|| "no PEM blocks found".to_owned())
}

/// What is wrong with a certificate in PEM.
fn certificate(text: &str) -> Option<String> {
    pem(text, |name| name == "CERTIFICATE", "[\"CERTIFICATE\"]")
}

/// What is wrong with a key in PEM.
fn private_key(text: &str) -> Option<String> {
    pem(
        text,
        |name| matches!(name, "PRIVATE KEY" | "RSA PRIVATE KEY" | "EC PRIVATE KEY" | "ED25519 PRIVATE KEY"),
        "[\"PRIVATE KEY\" \"RSA PRIVATE KEY\" \"EC PRIVATE KEY\" \"ED25519 PRIVATE KEY\"]",
    )
}

/// What is wrong with a certificate and its key.
fn identity(pair: View<'_>) -> Vec<String> {
    let mut causes = Vec::new();
    for (key, name, check) in
        [("cert", "certificate", certificate as fn(&str) -> Option<String>), ("key", "key", private_key)]
    {
        let text = pair.text(key);
        if text.is_empty() {
            causes.push(format!("{name} is required"));
        } else if let Some(cause) = check(&text) {
            causes.push(format!("{name}: {cause}"));
        }
    }
    causes
}
