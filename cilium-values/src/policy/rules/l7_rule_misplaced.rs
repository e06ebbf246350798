//! CIL0510 l7-rule-misplaced.

use manifest::{FieldPath, Rule, Severity};

use crate::policy::part::Part;
use crate::policy::rules::port_invalid::{go_number, is_service_name};
use crate::policy::{Subject, Traffic};

/// Rules about requests stand where the proxy can apply them.
pub(super) static RULE: Rule = Rule {
    code: "CIL0510",
    name: "l7-rule-misplaced",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Rules about requests stand where the proxy can apply them.",
    why: "The agent refuses the whole policy: it is stored and not enforced, and only its status says \
          so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80'}], rules: {http: [{}]}}]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{}]}}]}]}
",
    source: "cilium/cilium, pkg/policy/api/rule_validation.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for traffic in subject.traffic().into_iter().filter(|traffic| !traffic.is_denied) {
        let is_old = !subject.cilium.is_at_least(17);
        let entries: Vec<Part<'_>> = traffic.part.items("toPorts").collect();
        let has_requests = entries.iter().any(|entry| requests(entry) > 0);
        if traffic.is_of_host && has_requests && (is_old || traffic.is_ingress) {
            let words = if is_old {
                "host policies do not support L7 rules yet"
            } else {
                "L7 policy is not supported on host ingress yet"
            };
            subject
                .report(
                    &RULE,
                    traffic.part.path.clone().key("toPorts"),
                    "requests to nodes do not pass the proxy",
                )
                .upstream(format!("{}{words}", traffic.prefix))
                .help_with("remove `rules`");
        }
        for entry in &entries {
            check_entry(subject, &traffic, entry);
        }
    }
}

fn check_entry(subject: &mut Subject<'_>, traffic: &Traffic<'_>, entry: &Part<'_>) {
    let Some(rules) = entry.get("rules") else { return };
    let rule = &traffic.prefix;
    let has_dns = rules.count("dns") > 0;
    let is_old = !subject.cilium.is_at_least(17);
    let mut refuse = |path: FieldPath, message: &str, words: String, help: &str| {
        subject.report(&RULE, path, message).upstream(format!("{rule}{words}")).help_with(help);
    };
    if has_dns && traffic.is_ingress {
        let help = "write it below `egress` of the pods that ask";
        refuse(
            rules.path.clone(),
            "names are asked for on the way out",
            "L7 protocol DNS is not supported on ingress yet".to_owned(),
            help,
        );
        refuse(
            rules.path.clone(),
            "names are asked for on the way out",
            "DNS rules are not allowed on ingress".to_owned(),
            help,
        );
    }
    if traffic.is_of_host && !traffic.is_ingress {
        for (key, name) in [("http", "HTTP"), ("kafka", "Kafka")] {
            if rules.count(key) > 0 {
                refuse(
                    rules.path.clone().key(key),
                    "of what nodes ask for only names pass the proxy",
                    format!("L7 protocol {name} is not supported on host egress yet"),
                    "remove the rule",
                );
            }
        }
    }
    let count = requests(entry);
    if count > 0 {
        // Here and below, a list that is there counts, even an empty one.
        if rules.get("dns").is_some() && entry.count("ports") == 0 {
            refuse(
                rules.path.clone().key("dns"),
                "rules about names stand without a port",
                "port 53 must be specified for DNS rules".to_owned(),
                "add `ports: [{port: '53', protocol: ANY}]`",
            );
        }
        let forms = ["http", "kafka", "dns"]
            .iter()
            .filter(|key| rules.value.get(key).is_some_and(|list| !list.is_null()))
            .count()
            + usize::from(!rules.text("l7proto").is_empty());
        if forms > 1 {
            refuse(
                rules.path.clone(),
                "rules about several protocols stand in one entry",
                "multiple L7 protocol rule types specified in single rule".to_owned(),
                "make an entry of each",
            );
        }
        if rules.get("l7").is_some() && rules.text("l7proto").is_empty() {
            refuse(
                rules.path.clone().key("l7"),
                "it is not said which protocol the rules are about",
                "'l7' may only be specified when a 'l7proto' is also specified".to_owned(),
                "add `l7proto`",
            );
        }
    }
    for port in entry.items("ports") {
        check_port(&mut refuse, &port, (count > 0, has_dns, is_old), &rules);
    }
}

fn check_port(
    refuse: &mut impl FnMut(FieldPath, &str, String, &str),
    port: &Part<'_>,
    (has_requests, has_dns, is_old): (bool, bool, bool),
    rules: &Part<'_>,
) {
    let number = if is_service_name(port.text("port")) { None } else { go_number(port.text("port")).ok() };
    let is_range = number.is_some_and(|number| port.number("endPort") > i64::from(number));
    let told = match (is_range, is_old) {
        (true, true) if has_requests => Some((
            "before 1.17 requests are read on single ports only",
            "L7 rules do not support port ranges",
        )),
        (true, false) if has_dns => {
            Some(("rules about names are for single ports", "DNS rules do not support port ranges"))
        }
        _ => None,
    };
    if let Some((message, words)) = told {
        refuse(port.path.clone().key("endPort"), message, words.to_owned(), "remove `endPort`");
    }
    let protocol = port.text("protocol").to_uppercase();
    if has_requests && !has_dns && protocol != "TCP" {
        let shown = if protocol.is_empty() { "ANY" } else { protocol.as_str() };
        refuse(
            port.path.clone(),
            "requests are read only on TCP, and the port is open for more",
            format!("L7 rules can only apply to TCP (not {shown}) except for DNS rules"),
            "add `protocol: TCP`",
        );
    }
    if has_requests && number == Some(0) {
        refuse(
            rules.path.clone(),
            "requests are read on ports that are named, and not on all",
            "L7 rules can not be used when a port is 0".to_owned(),
            "name the port",
        );
    }
}

/// How many rules about requests an entry has, of any protocol.
pub(super) fn requests(entry: &Part<'_>) -> usize {
    let rules = entry.get("rules");
    rules.map_or(0, |rules| ["http", "dns", "kafka", "l7"].iter().map(|key| rules.count(key)).sum())
}
