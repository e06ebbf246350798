//! CIL0128 mesh-cluster-incomplete.

use manifest::{Rule, Severity, Value};

use crate::check::Subject;
use crate::values::Setting;
use crate::values::clustermesh::clusters::MeshClusters;
use crate::values::common::Any;

/// Each cluster of the mesh has a name and a place where it is reached.
pub(super) static RULE: Rule = Rule {
    code: "CIL0128",
    name: "mesh-cluster-incomplete",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Each cluster of the mesh has a name and a place where it is reached.",
    why: "The chart does not render.",
    bad: "\
clustermesh: {config: {enabled: true, clusters: [{name: east, port: 2379}]}}
",
    good: "\
clustermesh: {config: {enabled: true, clusters: [{name: east, port: 2379, ips: [192.0.2.1]}]}}
",
    source: "cilium/cilium, chart, templates/clustermesh-config",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let config = &subject.effective.clustermesh.config;
    if !config.enabled.is_true() {
        return;
    }
    let clusters: Vec<(String, Option<&str>, &Value)> = match config.clusters.get() {
        Some(MeshClusters::List(list)) => list
            .iter()
            .enumerate()
            .map(|(index, Any(cluster))| (format!("number {}", index + 1), None, cluster))
            .collect(),
        Some(MeshClusters::ByName(map)) => map
            .iter()
            .map(|(name, cluster)| (format!("`{name}`"), Some(name.as_str()), value(cluster)))
            .collect(),
        None if subject.cilium.is_at_least(19) => {
            subject
                .report(&RULE, PATH, "there is neither a list of clusters nor clusters by name")
                .upstream("unknown type invalid for clustermesh.config.clusters")
                .help_with("remove the `null`, or write an empty list");
            return;
        }
        None => return,
    };
    let problems: Vec<Problem> = clusters
        .into_iter()
        .filter_map(|(which, name, cluster)| problem(subject, &which, name, cluster))
        .collect();
    for problem in problems {
        subject.report(&RULE, PATH, problem.message).upstream(problem.words).help_with(problem.help);
    }
}

struct Problem {
    message: String,
    words: &'static str,
    help: &'static str,
}

/// What is wrong with one cluster; `name` is given where its name is the key before it.
fn problem(subject: &Subject<'_>, which: &str, name: Option<&str>, cluster: &Value) -> Option<Problem> {
    // Since 1.19 a cluster can be switched off, and its name is a key.
    let is_new = subject.cilium.is_at_least(19);
    let Some(map) = cluster.as_mapping() else {
        let words = match (cluster.is_null(), is_new) {
            (true, true) => "nil pointer evaluating interface {}.enabled",
            (true, false) => "nil pointer evaluating interface {}.name",
            (false, true) => "can't evaluate field enabled in type interface {}",
            (false, false) => "can't evaluate field name in type interface {}",
        };
        let message = format!("cluster {which} of the mesh is no mapping");
        return Some(Problem { message, words, help: "write its `name`, `port` and `ips` or `address`" });
    };
    let get = |key: &str| map.get(key).filter(|value| !value.is_null());
    if is_new && get("enabled").and_then(Value::as_bool) == Some(false) {
        return None;
    }
    if name.is_none() && !get("name").is_some_and(|name| name.as_str().is_some() || !is_new) {
        let words = match (get("name"), is_new) {
            (None, true) => "wrong type for value; expected string; got interface {}",
            (Some(_), _) => "wrong type for value; expected string; got ",
            (None, false) => "did not find expected key",
        };
        let message = format!("cluster {which} of the mesh has no name");
        return Some(Problem { message, words, help: "set `name`, as a text" });
    }
    let is_set = |key: &str| get(key).is_some_and(|value| Any(value.clone()).is_truthy());
    let has_address = get("address").is_some_and(|address| address.as_str() != Some(""));
    (!is_set("ips") && !has_address).then(|| Problem {
        message: format!("cluster {which} of the mesh has neither `ips` nor an `address`"),
        words: "missing clustermesh.apiserver.config.clusters.address",
        help: "set one of the two",
    })
}

fn value(cluster: &Setting<Any>) -> &Value {
    cluster.get().map_or(&Value::Null, |Any(value)| value)
}

const PATH: &str = "clustermesh.config.clusters";
