//! Whether each refusal that the chart has words for is in the recorded corpus.

use std::collections::BTreeMap;
use std::path::Path;

use conformance::{Answer, SUBJECTS, recorded};

/// Words that `helm template` never says, with the reason.
const UNHEARD: &[(&str, &str)] = &[(
    "standaloneDnsProxy requires dnsProxy.proxyPort to be set to a non-zero value",
    "0 is as good as nothing to the guard before, which wins",
)];

#[test]
fn every_refusal_of_the_chart_has_a_case() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("facts/cilium/fails.json");
    let charts: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut unheard = Vec::new();
    let mut heard = 0;
    for (chart, fails) in &charts {
        let minor = chart.rsplit_once('.').unwrap().0;
        let subject = SUBJECTS.iter().find(|subject| subject.name == format!("helm-values-{minor}")).unwrap();
        let said: Vec<String> = recorded::read(subject)
            .unwrap()
            .into_iter()
            .filter_map(|(_, answer)| if let Answer::Refused(said) = answer { Some(said) } else { None })
            .collect();
        for fail in fails {
            let is_heard = said.iter().any(|said| says(said, fail));
            let is_excused = UNHEARD.iter().any(|(words, _)| fail.starts_with(words));
            heard += usize::from(is_heard);
            if is_heard == is_excused {
                unheard.push(format!("{chart}: {fail}"));
            }
        }
    }
    assert_eq!(unheard, [""; 0]);
    assert!(heard > 300, "{heard}");
}

/// Whether a refusal has the words of a template, in which `%s` stands for any.
fn says(said: &str, fail: &str) -> bool {
    let mut rest = said;
    fail.split("%s").all(|part| match rest.split_once(part) {
        Some((_, behind)) => {
            rest = behind;
            true
        }
        None => false,
    })
}
