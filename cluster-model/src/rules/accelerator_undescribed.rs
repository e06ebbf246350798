//! CLU0106 accelerator-undescribed.

use manifest::{FieldPath, Finding, Place, Rule, Severity, suggest};

use crate::estate::{ACCELERATOR, Estate};
use crate::scalar::LabelValue;

/// Every accelerator that a machine has is described, and every described one can be had.
pub(super) static RULE: Rule = Rule {
    code: "CLU0106",
    name: "accelerator-undescribed",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Every value of the label `accelerator` that a machine carries has an entry in `accelerators`, and every entry there is a value of the label.",
    why: "The label promises a device to pods; without its driver in the machine's image they start and find none.",
    bad: "accelerators: {nvidia: null}",
    good: "accelerators: {nvidia: {extensions: [siderolabs/nonfree-kmod-nvidia-lts]}}",
    source: "derio-net/frank, patches/phase04-gpu and phase05",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(vocabulary) = &estate.vocabulary else { return };
    for machine in &estate.machines {
        let Some(label) = machine.label(ACCELERATOR) else { continue };
        if !estate.accelerators.contains_key(&label.value) {
            let message =
                format!("nothing says what the accelerator `{}` of `{}` needs", label.value, machine.name);
            findings.push(Finding::new(&RULE, label.place.clone(), message).help(format!(
                "describe it: `accelerators: {{{}: {{extensions: [...]}}}}`, or `{{}}` if the image has all it needs",
                label.value
            )));
        }
    }
    let mut labels = vocabulary.iter();
    let Some((_, vocabulary)) = labels.find(|(key, _)| key.as_str() == ACCELERATOR) else {
        return;
    };
    if vocabulary.values.is_empty() {
        return;
    }
    for value in estate.accelerators.keys().filter(|value| !vocabulary.values.contains(value)) {
        let path = FieldPath::root().key("accelerators").key(value.as_str());
        let message =
            format!("`{value}` is not a value of the label `{ACCELERATOR}`, so no machine can have it");
        let near = suggest(value.as_str(), vocabulary.values.iter().map(LabelValue::as_str));
        let help = near.map_or_else(
            || format!("add it to `labels.{ACCELERATOR}.values`, or remove it"),
            |near| format!("did you mean `{near}`?"),
        );
        findings.push(Finding::new(&RULE, Place::key(path), message).help(help));
    }
}
