//! Fragments that are laid over a spec, as the examples of the rules are.

use cluster_model::{Checked, Source, check, spec};
use manifest::Value;
use manifest::yaml::{self, Layout, Reading};

/// Lays a fragment over a text: mappings are merged key by key, nothing takes a key away, all else replaces.
pub(crate) fn overlay(base: &str, fragment: &str) -> String {
    let value = |text: &str| -> Value {
        let documents = yaml::parse(&Source::new("fragment.yaml", text)).unwrap();
        let decoded = documents[0].decode(Reading::Json);
        assert_eq!(decoded.findings, []);
        decoded.value.unwrap()
    };
    let mut merged = value(base);
    merge(&mut merged, value(fragment));
    yaml::to_string(&merged, &Layout::default()).unwrap()
}

/// Checks the starter with a fragment laid over it.
pub(crate) fn check_starter_with(fragment: &str) -> (String, Checked) {
    let text = overlay(spec::STARTER, fragment);
    let checked = check(&Source::new("cluster.yaml", &*text));
    (text, checked)
}

fn merge(base: &mut Value, over: Value) {
    match (base, over) {
        (Value::Mapping(base), Value::Mapping(over)) => {
            for (key, over) in over.iter() {
                match base.get_mut(key) {
                    _ if *over == Value::Null => drop(base.remove(key)),
                    Some(value) => merge(value, over.clone()),
                    None => drop(base.insert(key, over.clone())),
                }
            }
        }
        (base, over) => *base = over,
    }
}
