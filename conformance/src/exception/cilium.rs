//! Where our reading of Cilium's values and custom resources is not Helm's and the API server's.

use cilium_values::chart;

use super::Exception;
use crate::question::Answer;

pub(super) const EXCEPTIONS: &[Exception] = &[
    Exception {
        subjects: "helm-values-",
        name: "word-refused-while-reading",
        reason: "a word that is none of a closed list is refused while the values are read, and nothing else is said of \
                 them; the schema knows few of the lists, the templates some more, the agents the rest",
        covers: |_, _, ours| lines(ours).any(|line| line.starts_with("word ")),
    },
    Exception {
        subjects: "helm-values-",
        name: "items-left-open",
        reason: "the schema leaves items of lists and values of labels open, or takes their type from the default; what is \
                 no text there is refused by Kubernetes or by the agents, and by us while the values are read",
        covers: |_, _, ours| {
            let mut places = lines(ours).filter_map(|line| line.strip_prefix("schema /"));
            places.any(|place| chart::fact(&place.replace('/', ".")).is_none())
        },
    },
    Exception {
        subjects: "helm-values-",
        name: "null-where-a-value-is-wanted",
        reason: "a key or group of a feature that is null takes away what some template needs once the feature is on; only \
                 the groups that every rendering needs are known to us",
        covers: |question, theirs, _| {
            const MISSED: [&str; 6] = [
                "nil pointer evaluating",
                "invalid value; expected",
                "wrong type for value",
                "nil pointer dereference",
                "len of nil pointer",
                "index of untyped nil",
            ];

            let said = format!("{theirs:?}");
            MISSED.iter().any(|words| said.contains(words))
                && question.field("values").to_string().contains(":null")
        },
    },
    Exception {
        subjects: "helm-values-",
        name: "null-group-of-a-part-that-is-off",
        reason: "a group that the agent, the operator or Envoy needs is refused when it is null, also where the chart is to \
                 install nothing but what goes before an agent, no operator, or no Envoy of its own, as before 1.16",
        covers: |question, theirs, ours| {
            const OFF: [&str; 4] =
                ["\"preflight\"", "\"upgradeCompatibility\"", "\"enabled\":false", "\"agent\":false"];

            let values = question.field("values").to_string();
            matches!(theirs, Answer::Ok(_))
                && OFF.iter().any(|part| values.contains(part))
                && values.contains(":null")
                && lines(ours).any(|line| {
                    line.starts_with("fail nil pointer") || line.starts_with("fail wrong type for value")
                })
        },
    },
    Exception {
        subjects: "helm-values-1.16",
        name: "load-balancer-null-beside-ingress",
        reason: "the templates of 1.16 do not look at `loadBalancer` where Ingress is on; with us it is a group that every \
                 rendering needs",
        covers: |question, theirs, ours| {
            let values = question.field("values").to_string();
            matches!(theirs, Answer::Ok(_))
                && ["\"ingressController\":{", "\"loadBalancer\":null"]
                    .iter()
                    .all(|part| values.contains(part))
                && lines(ours).all(|line| line.starts_with("fail nil pointer"))
        },
    },
    Exception {
        subjects: "helm-values-",
        name: "name-that-no-certificate-can-hold",
        reason: "Helm makes certificates before the chart looks at the name of the cluster: what is beyond ASCII fails there, and \
                 with us for what the chart would say of it",
        covers: |_, theirs, ours| {
            format!("{theirs:?}").contains("IA5String")
                && lines(ours).any(|line| line.contains("cluster name"))
        },
    },
    Exception {
        subjects: "policy-rules-1.16",
        name: "group-without-its-networks",
        reason: "the agent of 1.16 puts the networks of a group in the place of its name before it reads a rule; asked without \
                 them, its code crashes over exceptions from a group",
        covers: |question, theirs, _| {
            matches!(theirs, Answer::Panicked(words) if words.contains("nil pointer"))
                && question.field("rule").to_string().contains("\"cidrGroupRef\"")
        },
    },
];

fn lines(answer: &Answer) -> impl Iterator<Item = &str> {
    let text = if let Answer::Refused(text) = answer { text.as_str() } else { "" };
    text.lines()
}
