//! What is to be checked of Cilium in a cluster, number by number, with the rules that do: between Talos and Cilium (T), and
//! of addresses and announcements (L).

use std::collections::BTreeSet;

use cluster_model::rules;

/// The number, what is checked, and by which rules. Without a rule, nothing says so.
const STATEMENTS: &[(&str, &str, &[&str])] = &[
    ("T1", "Talos installs no network plugin", &["CLU0304", "CLU0317"]),
    ("T2", "one of two serves services", &["CLU0309", "CLU0310"]),
    ("T3", "KubePrism runs where Cilium looks for it", &["CLU0311", "CIL0301"]),
    ("T4", "another API server is reached without Cilium", &["CIL0201", "CIL0301"]),
    ("T5", "no container asks for what Talos withholds", &["CIL0301", "CLU0306", "CLU0307"]),
    ("T6", "control groups are those of Talos", &["CIL0301", "CLU0308"]),
    ("T7", "addresses of pods are those of Kubernetes", &["CIL0301", "CLU0205", "CLU0319"]),
    ("T8", "packets of pods reach the resolver of the host", &["CIL0301", "CLU0318"]),
    ("T9", "Cilium is tested with this Kubernetes", &["CLU0907"]),
    ("T10", "Cilium runs on this Talos", &["CLU0503", "CLU0504"]),
    ("T11", "the namespace lets Cilium be privileged", &["CLU0803"]),
    ("T12", "native routing covers the pods", &["CIL0119", "CLU0320"]),
    ("T13", "families are the same on both sides, in one order", &["CLU0206", "CLU0321"]),
    ("T14", "pools are of nobody else", &["CLU0205", "CLU0401", "CLU0402"]),
    ("T15", "there are machines for the operator", &["CLU0312"]),
    ("T16", "control planes have the same manifests", &["CLU0323"]),
    ("T17", "firewalls let Cilium through", &["CLU0313", "CLU0314"]),
    ("T18", "other plugins keep their files", &["CLU0322"]),
    ("L1", "pools are of a version that is served", &["CIL0401"]),
    ("L2", "blocks can be read", &["CIL0403", "CIL0601", "CIL0613"]),
    ("L3", "blocks do not overlap", &["CIL0602", "CLU0403"]),
    ("L4", "pools hold no address that somebody has", &["CLU0401", "CLU0402"]),
    ("L5", "nor one of another network", &["CIL0625", "CLU0205"]),
    ("L6", "nor one that is leased", &["CLU0402"]),
    ("L7", "nor the ends of a subnet", &["CLU0404", "CLU0418"]),
    ("L8", "families are on", &["CIL0620"]),
    ("L9", "somebody announces", &["CLU0414"]),
    ("L10", "services get what they ask for", &["CIL0603", "CIL0612", "CLU0405", "CLU0406"]),
    ("L11", "there are enough addresses", &["CIL0603", "CLU0422"]),
    ("L12", "what is shared can be", &["CIL0603", "CLU0419", "CLU0420"]),
    ("L13", "selectors can match", &["CIL0404", "CIL0505"]),
    (
        "L14",
        "policies announce, by patterns that Go takes",
        &["CIL0403", "CIL0605", "CIL0606", "CLU0409", "CLU0411"],
    ),
    ("L15", "every machine has an interface for it", &["CLU0408", "CLU0410"]),
    ("L16", "policies select machines", &["CLU0415", "CLU0426"]),
    ("L17", "on a network where the address is asked for", &["CLU0404", "CLU0424"]),
    ("L18", "policies and their switch go together", &["CIL0604", "CLU0412"]),
    ("L19", "and the replacement of kube-proxy", &["CIL0202"]),
    ("L20", "leases are within the budget", &["CIL0619", "CLU0417"]),
    ("L21", "agents announce the family", &["CIL0616"]),
    ("L22", "traffic is not local", &["CIL0615", "CLU0416"]),
    ("L23", "one interface a segment", &["CLU0424"]),
    ("L24", "interfaces can announce", &["CLU0410", "CLU0425"]),
    ("L25", "leases have names of their own", &["CIL0618"]),
    ("L26", "versions are not known to fail", &["CLU0401", "CLU0504"]),
    ("L27", "classes are of features that are on", &["CIL0614", "CLU0423"]),
    ("L28", "gateways get addresses", &["CLU0427"]),
];

#[test]
fn each_number_has_its_rules() {
    let known: BTreeSet<&str> = rules::catalogue().map(|rule| rule.code).collect();
    for (number, what, codes) in STATEMENTS {
        for code in *codes {
            assert!(known.contains(code), "{number}, {what}: there is no {code}");
        }
    }
    let numbers: Vec<&str> = STATEMENTS.iter().map(|(number, ..)| *number).collect();
    let expected =
        (1..=18).map(|number| format!("T{number}")).chain((1..=28).map(|number| format!("L{number}")));
    assert_eq!(numbers, expected.collect::<Vec<_>>());
}
