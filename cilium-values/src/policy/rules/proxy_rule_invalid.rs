//! CIL0514 proxy-rule-invalid.

use manifest::{FieldPath, Map, Rule, Severity};

use crate::policy::Subject;
use crate::policy::part::Part;

/// Rules about Kafka and about protocols of parsers of one's own can be read by the proxy.
pub(super) static RULE: Rule = Rule {
    code: "CIL0514",
    name: "proxy-rule-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Rules about Kafka and about protocols of parsers of one's own can be read by the proxy.",
    why: "The agent refuses the whole policy: it is stored and not enforced, and only its status says \
          so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '9092', protocol: TCP}], rules: {kafka: [{apiKey: products}]}}]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '9092', protocol: TCP}], rules: {kafka: [{apiKey: produce}]}}]}]}
",
    source: "cilium/cilium, pkg/policy/api/l7.go; cilium/proxy, pkg/policy/api/kafka",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    // 1.20 knows neither.
    if subject.cilium.is_at_least(20) {
        return;
    }
    for traffic in subject.traffic().into_iter().filter(|traffic| !traffic.is_denied) {
        for rules in traffic.part.items("toPorts").filter_map(|entry| entry.get("rules")) {
            for request in rules.items("kafka") {
                check_kafka(subject, &traffic.prefix, &request);
            }
            let requests = rules.items("l7").filter(|_| !rules.text("l7proto").is_empty());
            for request in requests.filter(|part| part.value.as_mapping().is_some_and(has_empty_key)) {
                subject
                    .report(&RULE, request.path, "a rule compares a field without a name")
                    .upstream(format!("{}Empty key not allowed", traffic.prefix))
                    .help_with("name the field, or remove it");
            }
        }
    }
}

fn has_empty_key(map: &Map) -> bool {
    map.iter().any(|(key, _)| key.is_empty())
}

fn check_kafka(subject: &mut Subject<'_>, prefix: &str, part: &Part<'_>) {
    let mut refuse = |path: FieldPath, message: String, words: String, help: &str| {
        subject.report(&RULE, path, message).upstream(format!("{prefix}{words}")).help_with(help);
    };
    let path = |key: &str| part.path.clone().key(key);
    let (role, key) = (part.text("role"), part.text("apiKey"));
    if !role.is_empty() && !key.is_empty() {
        refuse(
            part.path.clone(),
            "`role` stands for several keys, and one key stands beside it".to_owned(),
            format!("cannot set both Role {role:?} and APIKey {key:?} together"),
            "keep one of `role` and `apiKey`",
        );
    }
    if !key.is_empty() && !API_KEYS.contains(&key.to_ascii_lowercase().as_str()) {
        refuse(
            path("apiKey"),
            format!("`{key}` is no request of Kafka's"),
            format!("invalid Kafka APIKey {key:?}"),
            "write the name of a request, such as `produce` or `fetch`",
        );
    }
    if !role.is_empty() && !matches!(role.to_ascii_lowercase().as_str(), "produce" | "consume") {
        refuse(
            path("role"),
            format!("`{role}` is no role"),
            format!("invalid Kafka Role {role:?}"),
            "write `produce` or `consume`",
        );
    }
    let version = part.text("apiVersion");
    if !version.is_empty() && !version.parse::<i16>().is_ok_and(|version| version >= 0) {
        refuse(
            path("apiVersion"),
            format!("`{version}` is no version of a request"),
            format!("invalid Kafka APIVersion {version:?}"),
            "write a number up to 32767",
        );
    }
    let topic = part.text("topic");
    if topic.len() > LONGEST_TOPIC {
        refuse(
            path("topic"),
            format!("the name of the topic has {} bytes", topic.len()),
            format!("kafka topic exceeds maximum len of {LONGEST_TOPIC}"),
            "shorten it",
        );
    } else if !topic.chars().all(|c| c.is_ascii_alphanumeric() || "\\._-".contains(c)) {
        refuse(
            path("topic"),
            format!("`{topic}` is no name of a topic"),
            format!("invalid Kafka Topic name {topic:?}"),
            "use letters, digits, `.`, `_` and `-`",
        );
    }
}

/// In bytes.
const LONGEST_TOPIC: usize = 255;

/// Requests in Kafka's protocol, by number.
const API_KEYS: [&str; 34] = [
    "produce",
    "fetch",
    "offsets",
    "metadata",
    "leaderandisr",
    "stopreplica",
    "updatemetadata",
    "controlledshutdown",
    "offsetcommit",
    "offsetfetch",
    "findcoordinator",
    "joingroup",
    "heartbeat",
    "leavegroup",
    "syncgroup",
    "describegroups",
    "listgroups",
    "saslhandshake",
    "apiversions",
    "createtopics",
    "deletetopics",
    "deleterecords",
    "initproducerid",
    "offsetforleaderepoch",
    "addpartitionstotxn",
    "addoffsetstotxn",
    "endtxn",
    "writetxnmarkers",
    "txnoffsetcommit",
    "describeacls",
    "createacls",
    "deleteacls",
    "describeconfigs",
    "alterconfigs",
];
