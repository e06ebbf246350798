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

use super::text::split_once;
use super::view::Way;
use super::{Checker, LATER, Spot, View, keys};
use crate::expression::{self, Environment};
use crate::facts::Kind;
use crate::rules;
use crate::version::Minor;

/// Says what is wrong with a document of a kind. Kinds that no part knows are not checked, as upstream does it.
pub(super) fn check(checker: &mut Checker<'_>, kind: &Kind, document: View<'_>) {
    let mut wrong = Wrong { minor: checker.minor, found: Vec::new() };
    let (package, _) = split_once(kind.type_name(), b'.').unwrap_or_default();
    for part in parts(package) {
        part(kind.name(), document, &mut wrong);
    }
    for Problem { rule, spot, message, part, is_later } in wrong.found {
        let part = part.as_ref().map(|(text, part)| (&**text, *part));
        checker.say_inside(rule, spot, message, part);
        if is_later && let Some(finding) = checker.findings.last_mut() {
            finding.help = Some(LATER.to_owned());
        }
    }
}

/// Looks at a document, if its kind is one of the part's.
type Part = fn(&str, View<'_>, &mut Wrong);

/// The parts that know kinds of a package of upstream.
fn parts(package: &str) -> &'static [Part] {
    match package {
        "block" => &[block::check],
        "cluster" => &[cluster::check],
        "container" => &[container::check],
        "cri" => &[cri::check],
        "extensions" | "runtime" | "siderolink" => &[runtime::check],
        "k8s" => &[k8s::check],
        "network" => &[bgp::check, links::check, network::check, probes::check],
        "security" => &[security::check],
        "storage" => &[storage::check],
        _ => &[],
    }
}

/// Gathers what is wrong with a document, in upstream's order.
struct Wrong {
    minor: Minor,
    found: Vec<Problem>,
}

/// One thing that is wrong with a document.
struct Problem {
    rule: &'static Rule,
    spot: Spot,
    message: String,
    /// The text at the spot and the bytes of it that it is about; none for all of it.
    part: Option<(String, Span)>,
    /// Whether upstream stops before it.
    is_later: bool,
}

impl Wrong {
    /// What Talos refuses.
    fn at(&mut self, spot: impl Into<Spot>, message: impl Into<String>) {
        self.push(&rules::DOCUMENT_INVALID, spot, message);
    }

    /// What Talos warns of.
    fn warn(&mut self, spot: impl Into<Spot>, message: impl Into<String>) {
        self.push(&rules::DOCUMENT_DOUBTFUL, spot, message);
    }

    /// Says that something is missing, unless it is there.
    fn need(&mut self, document: View<'_>, key: impl Way + Copy, message: &str) {
        if !document.has(key) {
            self.at(key.text(), message);
        }
    }

    /// Things that are wrong, of which upstream says the first and stops.
    fn in_turn<S: Into<Spot>>(&mut self, problems: impl IntoIterator<Item = (S, String)>) {
        for (place, (spot, message)) in problems.into_iter().enumerate() {
            let (rule, spot) = (&rules::DOCUMENT_INVALID, spot.into());
            self.found.push(Problem { rule, spot, message, part: None, is_later: place > 0 });
        }
    }

    /// What is wrong with a certificate and its key, of which upstream says the first thing, with its words before it.
    fn identity(&mut self, pair: View<'_>, spot: &str, before: &str) {
        self.in_turn(identity(pair).into_iter().map(|cause| (spot, format!("{before}: {cause}"))));
    }

    /// What is wrong with the expression behind a key, if there is one; each thing with upstream's words before it.
    fn expression(
        &mut self,
        document: View<'_>,
        key: impl Way + Copy,
        environment: Environment,
        before: &str,
    ) {
        let text = document.text(key);
        if text.is_empty() {
            return;
        }
        for fault in expression::check(text, environment, self.minor) {
            self.found.push(Problem {
                rule: &rules::EXPRESSION_INVALID,
                spot: key.text().into(),
                message: format!("{before}: {fault}"),
                part: Some((text.to_owned(), fault.span)),
                is_later: false,
            });
        }
    }

    fn push(&mut self, rule: &'static Rule, spot: impl Into<Spot>, message: impl Into<String>) {
        let (spot, message) = (spot.into(), message.into());
        self.found.push(Problem { rule, spot, message, part: None, is_later: false });
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

/// What is wrong with a certificate and its key; whether both are there is asked first.
fn identity(pair: View<'_>) -> Vec<String> {
    let (cert, key) = (pair.text(keys!("cert")), pair.text(keys!("key")));
    let missing = [(cert, "certificate"), (key, "key")].into_iter().filter(|(text, _)| text.is_empty());
    let missing = missing.map(|(_, name)| format!("{name} is required"));
    let wrong = |text: &str, name, check: fn(&str) -> Option<String>| {
        let cause = if text.is_empty() { None } else { check(text) };
        cause.map(|cause| format!("{name}: {cause}"))
    };
    let invalid = [wrong(cert, "certificate", certificate), wrong(key, "key", private_key)];
    missing.chain(invalid.into_iter().flatten()).collect()
}
