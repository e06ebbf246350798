//! Bad texts: everything that is wrong at once, each with a true place.

use cluster_model::{Source, check, spec};

fn said(text: &str) -> Vec<String> {
    let source = Source::new("cluster.yaml", text);
    let mut checked = check(&source);
    assert!(checked.cluster.is_none());
    checked.findings.sort_by_key(|finding| finding.place.span);
    checked
        .findings
        .iter()
        .map(|finding| {
            let at =
                finding.place.span.map_or_else(String::new, |span| source.position(span.start).to_string());
            format!("{at} {} {}", finding.rule.code, finding.message)
        })
        .collect()
}

/// The starter with lines replaced.
fn starter(replacements: &[(&str, &str)]) -> String {
    replacements.iter().fold(spec::STARTER.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    })
}

#[test]
fn faults_of_form_and_of_meaning_are_reported_together() {
    let text = starter(&[
        ("    values: [nvidia]\n", "    valeus: [nvidia]\n"),
        ("    address: 192.168.1.11\n", "    address: 192.168.1.311\n"),
        (
            "    labels: {zone: edge, tier: standard, accelerator: nvidia}",
            "    labels: {zone: egde, tier: standard, model-server: true}",
        ),
    ]);
    assert_eq!(
        said(&text),
        [
            "16:5 YML0003 the key `valeus` is not known in `labels.accelerator`",
            "42:14 YML0006 `nodes.cp-1.address`: invalid IP address syntax",
            "62:20 CLU0101 `egde` is not a value of the label `zone`",
            "62:56 YML0007 `nodes.worker-1.labels.model-server`: a text is wanted, but `true` without quotes is a boolean",
        ]
    );
}

#[test]
fn texts_that_are_no_spec_have_one_finding() {
    assert_eq!(said(""), [" YML0009 the cluster spec is empty"]);
    assert_eq!(said("# only a comment\n---\n"), [" YML0009 the cluster spec is empty"]);
    assert_eq!(said("- a\n- b\n"), ["1:3 YML0004 expected a mapping, found a list"]);
    assert_eq!(said("name: [\n").len(), 1);
}

#[test]
fn a_second_document_is_not_lost_in_silence() {
    let text = format!("{}---\nname: other\n", spec::STARTER);
    assert_eq!(said(&text).len(), 1);
}

#[test]
fn the_version_of_cilium_is_asked_for_where_there_is_cilium() {
    let versions = "versions: {talos: 1.12.6, kubernetes: 1.35.3, cilium: 1.17.0}";
    let without = "versions: {talos: 1.12.6, kubernetes: 1.35.3}";
    let null = "versions: {talos: 1.12.6, kubernetes: 1.35.3, cilium: null}";
    let missing = ["5:1 YML0005 the key `cilium` is missing"];
    assert_eq!(said(&starter(&[(versions, without)])), missing);
    assert_eq!(said(&starter(&[(versions, null)])), missing);
    // What is there and is no version is told once.
    let wrong = said(&starter(&[("cilium: 1.17.0", "cilium: newest")]));
    assert!(matches!(&*wrong, [one] if one.starts_with("5:55 YML0006")), "{wrong:#?}");
    let text = starter(&[(versions, without)]);
    let (text, _) = text.split_once("\ncilium:\n").unwrap();
    let checked = check(&Source::new("cluster.yaml", text));
    assert_eq!(checked.findings, vec![]);
    assert_eq!(checked.cluster.unwrap().spec().versions.cilium, None);
}

#[test]
fn what_the_chart_refuses_is_found_in_the_spec() {
    let text = starter(&[
        (
            "      ui: {enabled: true}\n",
            "      ui: {enabled: true}\n    encryption: {enabled: true, type: ipsecc}\n",
        ),
        ("      relay: {enabled: true}\n", "      relay: {enabled: false}\n"),
    ]);
    let checked = check(&Source::new("cluster.yaml", &*text));
    let found: Vec<_> =
        checked.findings.iter().map(|finding| (finding.rule.name, finding.place.path.to_string())).collect();
    assert!(
        found.contains(&("hubble-chain-broken", "cilium.values.hubble.ui.enabled".to_owned())),
        "{found:?}"
    );
    assert!(checked.findings.iter().all(|finding| finding.place.span.is_some()));
}
