//! What Cilium makes of objects that the API server has stored.

use cilium_values::policy::{check, rules};
use cilium_values::{chart, crd};
use manifest::Source;
use manifest::yaml;

use super::version;

/// The findings about an object: rule, path, and what Cilium says.
fn found(text: &str, cilium: &str) -> Vec<(&'static str, String, Option<String>)> {
    let documents = yaml::parse(&Source::new("object.yaml", text)).unwrap();
    let findings = check(&documents[0], &version(cilium));
    findings
        .into_iter()
        .map(|finding| {
            assert!(finding.help.is_some(), "{}: {}", finding.rule.code, finding.message);
            (finding.rule.name, finding.place.path.to_string(), finding.upstream)
        })
        .collect()
}

/// What Cilium says of the rule of a policy, without what it puts before it.
fn said(spec: &str, cilium: &str) -> Vec<String> {
    let text = format!(
        "{{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {{name: p, namespace: n}}, spec: {spec}}}\n"
    );
    let words = found(&text, cilium).into_iter().filter_map(|(.., words)| words);
    words.map(|words| words.replace("Invalid CiliumNetworkPolicy spec: ", "")).collect()
}

#[test]
fn each_example_breaks_its_rule_alone_or_none() {
    for rule in rules() {
        let bad = found(rule.bad, "1.19.6");
        assert!(!bad.is_empty() && bad.iter().all(|(name, ..)| *name == rule.name), "{}: {bad:?}", rule.code);
        assert_eq!(found(rule.good, "1.19.6"), [], "{}", rule.code);
    }
    assert!(rules().is_sorted_by(|left, right| left.code < right.code));
}

#[test]
fn a_wider_exception_is_refused_from_1_20_on_and_takes_everything_away_before() {
    let spec = "{endpointSelector: {}, egress: [{toCIDRSet: [{cidr: 10.0.0.0/16, except: [10.0.0.0/8]}]}]}";
    assert_eq!(
        said(spec, "1.20.0"),
        ["allow CIDR prefix 10.0.0.0/16 does not contain exclude CIDR prefix 10.0.0.0/8"]
    );
    assert_eq!(said(spec, "1.19.6"), [""; 0]);
}

#[test]
fn a_wider_exception_that_begins_in_the_network_crashes_1_16() {
    let spec = "{endpointSelector: {}, egress: [{toCIDRSet: [{cidr: 10.0.0.0/16, except: [10.0.0.0/8]}]}]}";
    assert_eq!(said(spec, "1.16.19"), ["runtime error: makeslice: cap out of range"]);
    assert_eq!(
        said(&spec.replace("10.0.0.0/16", "10.1.0.0/16").replace("[10.0.", "[10.1."), "1.16.19"),
        [""; 0]
    );
    assert_eq!(said(spec, "1.17.0"), [""; 0]);
}

#[test]
fn requests_on_ranges_of_ports_are_read_from_1_17_on() {
    let spec = |protocol: &str, rules: &str| {
        format!(
            "{{endpointSelector: {{}}, egress: [{{toPorts: [{{ports: [{{port: '53', endPort: 60, protocol: {protocol}}}], \
             rules: {{{rules}: [{{}}]}}}}]}}]}}"
        )
    };
    assert_eq!(said(&spec("TCP", "http"), "1.16.19"), ["L7 rules do not support port ranges"]);
    assert_eq!(said(&spec("TCP", "http"), "1.17.0"), [""; 0]);
    let names = spec("UDP", "dns").replace("[{}]", "[{matchPattern: '*'}]");
    assert_eq!(said(&names, "1.16.19"), ["L7 rules do not support port ranges"]);
    assert_eq!(said(&names, "1.17.0"), ["DNS rules do not support port ranges"]);
}

#[test]
fn a_port_is_what_go_reads() {
    let said = |port: &str| {
        said(
            &format!("{{endpointSelector: {{}}, ingress: [{{toPorts: [{{ports: [{{port: '{port}'}}]}}]}}]}}"),
            "1.17.0",
        )
    };
    for port in ["80", "0", "65535", "http", "0x10", "1_000", "010", "a-b", "HTTP"] {
        assert_eq!(said(port), [""; 0], "{port}");
    }
    for (port, problem) in [
        ("65536", "value out of range"),
        ("80a!", "invalid syntax"),
        ("-1", "invalid syntax"),
        ("1__0", "invalid syntax"),
    ] {
        let expected = format!("unable to parse port: strconv.ParseUint: parsing \"{port}\": {problem}");
        assert_eq!(said(port), [expected], "{port}");
    }
    assert_eq!(said(""), ["Port must be specified"]);
}

#[test]
fn names_of_labels_are_what_the_agent_of_each_minor_takes() {
    let is_taken = |key: &str, cilium: &str| {
        let expression = format!("{{matchExpressions: [{{key: '{key}', operator: Exists}}]}}");
        said(&format!("{{endpointSelector: {expression}, ingress: [{{}}]}}"), cilium).is_empty()
    };
    let (short, long) = ("a".repeat(59), "a".repeat(60));
    let keys = [
        ("k8s:app", true, true),
        ("any:a.b/c", true, true),
        // Up to 1.19 the source stands before the name, and takes from its 63 characters.
        (&short, true, true),
        (&long, false, true),
        ("-a", true, false),
        (":a", true, false),
        ("$host", true, false),
        ("a=b", true, false),
        ("a-b:c", true, false),
        ("a:b:c", false, false),
        ("a/b/c", false, false),
        ("a-", false, false),
        ("", false, false),
    ];
    for (key, before, now) in keys {
        assert_eq!(is_taken(key, "1.18.11"), before, "{key}");
        assert_eq!(is_taken(key, "1.19.6"), before, "{key}");
        assert_eq!(is_taken(key, "1.20.0"), now, "{key}");
    }
}

#[test]
fn selectors_of_services_are_looked_at_by_1_19_alone() {
    let spec = "{endpointSelector: {}, egress: [{toServices: [{k8sServiceSelector: {selector: {matchLabels: {'a/': b}}}}]}]}";
    assert_eq!(said(spec, "1.18.11"), [""; 0]);
    assert_eq!(said(spec, "1.19.6"), ["invalid label selector"]);
    assert_eq!(said(spec, "1.20.0"), [""; 0]);
}

#[test]
fn selectors_of_groups_have_a_source_from_1_20_on() {
    let spec =
        "{endpointSelector: {}, egress: [{toCIDRSet: [{cidrGroupSelector: {matchLabels: {'k8s:a': b}}}]}]}";
    assert_eq!(said(spec, "1.19.6"), ["failed to parse cidrGroupSelector"]);
    assert_eq!(said(spec, "1.20.0"), [""; 0]);
}

#[test]
fn a_network_with_leading_zeros_is_none() {
    let spec = "{endpointSelector: {}, egress: [{toCIDRSet: [{cidr: 1.00.0.1/24}]}]}";
    assert_eq!(said(spec, "1.20.0"), ["unable to parse CIDRRule \"1.00.0.1/24\""]);
}

#[test]
fn rules_about_kafka_are_what_its_proxy_reads() {
    let said = |request: &str| {
        said(
            &format!(
                "{{endpointSelector: {{}}, ingress: [{{toPorts: [{{ports: [{{port: '9092', protocol: TCP}}], rules: {{kafka: [{request}]}}}}]}}]}}"
            ),
            "1.19.6",
        )
    };
    for taken in [
        "{}",
        "{role: produce, topic: a.b_c-d, apiVersion: '32767'}",
        "{apiKey: AlterConfigs, apiVersion: '+1'}",
    ] {
        assert_eq!(said(taken), [""; 0], "{taken}");
    }
    let refused = [
        ("{role: consume, apiKey: fetch}", r#"cannot set both Role "consume" and APIKey "fetch" together"#),
        ("{apiKey: '0'}", r#"invalid Kafka APIKey "0""#),
        ("{role: read}", r#"invalid Kafka Role "read""#),
        ("{apiVersion: '32768'}", r#"invalid Kafka APIVersion "32768""#),
        ("{apiVersion: '-1'}", r#"invalid Kafka APIVersion "-1""#),
        ("{topic: a b}", r#"invalid Kafka Topic name "a b""#),
    ];
    for (request, words) in refused {
        assert_eq!(said(request), [words], "{request}");
    }
    let long = format!("{{topic: {}}}", "a".repeat(256));
    assert_eq!(said(&long), ["kafka topic exceeds maximum len of 255"]);
}

#[test]
fn empty_lists_of_requests_count_beside_others() {
    let rules = |rules: &str| format!("{{endpointSelector: {{}}, egress: [{{toPorts: [{{{rules}}}]}}]}}");
    assert_eq!(
        said(&rules("ports: [{port: '53'}], rules: {dns: [{matchName: a}], l7: []}"), "1.19.6"),
        ["'l7' may only be specified when a 'l7proto' is also specified"]
    );
    assert_eq!(
        said(&rules("rules: {dns: [], l7proto: a, l7: [{a: b}]}"), "1.19.6"),
        [
            "port 53 must be specified for DNS rules",
            "multiple L7 protocol rule types specified in single rule"
        ]
    );
}

#[test]
fn every_rule_of_a_policy_is_looked_at() {
    let text = "\
apiVersion: cilium.io/v2
kind: CiliumClusterwideNetworkPolicy
metadata: {name: p}
specs:
- {endpointSelector: {}, ingress: [{}]}
- {nodeSelector: {}, egressDeny: [{toEntities: [nowhere]}]}
";
    let expected = (
        "entity-unknown",
        "specs[1].egressDeny[0].toEntities[0]".to_owned(),
        Some("Invalid CiliumClusterwideNetworkPolicy specs: unsupported entity: nowhere".to_owned()),
    );
    assert_eq!(found(text, "1.18.12"), [expected]);
}

#[test]
fn services_with_ports_count_from_1_17_on() {
    let spec = "{endpointSelector: {}, egress: [{toServices: [{k8sService: {serviceName: a}}], toPorts: [{ports: [{port: '80'}]}]}]}";
    assert_eq!(said(spec, "1.16.19"), ["combining ToServices and ToPorts is not supported yet"]);
    assert_eq!(said(spec, "1.17.0"), [""; 0]);
}

#[test]
fn the_example_objects_are_read_without_a_finding() {
    let examples = [
        (include_str!("../data/objects/layer3.yaml"), 16),
        (include_str!("../data/objects/layer4.yaml"), 16),
        (include_str!("../data/objects/layer7.yaml"), 16),
        (include_str!("../data/objects/gateways.yaml"), 16),
        (include_str!("../data/objects/bgp-1.18.yaml"), 18),
    ];
    for (text, since) in examples {
        let documents = yaml::parse(&Source::new("example.yaml", text)).unwrap();
        for cilium in chart::versions().iter().filter(|cilium| cilium.minor() >= since) {
            for document in &documents {
                let mut findings = crd::check(document, cilium);
                findings.extend(check(document, cilium));
                assert_eq!(findings, [], "{cilium}: {:?}", document.root().get("metadata"));
            }
        }
    }
}
