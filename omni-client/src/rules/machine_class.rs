//! OMN0311 machine-class-source.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use super::user_text;
use crate::resource::{AnyResource, label};
use crate::selector::Selector;

/// A machine class either matches machines or has them made.
pub static MACHINE_CLASS: Rule = Rule {
    code: "OMN0311",
    name: "machine-class-source",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A machine class has either `matchlabels`, which can be read as selectors, or `autoprovision`, which names a provider.",
    why: "Omni refuses it: `machine class should either have auto provision or match labels set`, `can't set both auto provision and match labels at the same time`, `providerID can not be empty`.",
    bad: "\
metadata:
  namespace: default
  type: MachineClasses.omni.sidero.dev
  id: big
spec: {matchlabels: []}
",
    good: "\
metadata:
  namespace: default
  type: MachineClasses.omni.sidero.dev
  id: big
spec: {matchlabels: [\"omni.sidero.dev/cores >= 16\"]}
",
    source: "`internal/backend/runtime/omni/validations/machine_class.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::MachineClass(class) = resource else { return Vec::new() };
    let spec = FieldPath::root().key("spec");
    let (place, message) = match (&class.spec.auto_provision, class.spec.match_labels.is_empty()) {
        (None, true) => (spec, "machine class should either have auto provision or match labels set"),
        (Some(_), false) => {
            (spec.key("autoprovision"), "can't set both auto provision and match labels at the same time")
        }
        (Some(provision), true) if provision.provider_id.is_empty() => {
            (spec.keys("autoprovision.providerid"), "providerID can not be empty")
        }
        (Some(provision), true) => {
            return kernel_args(&provision.kernel_args, &spec.keys("autoprovision.kernelargs"));
        }
        (None, false) => return selectors(&class.spec.match_labels, &spec.key("matchlabels")),
    };
    let help = "give either `matchlabels`, or `autoprovision` with a `providerid`";
    vec![Finding::new(&MACHINE_CLASS, Place::key(place), message).help(help)]
}

fn selectors(selectors: &[String], path: &FieldPath) -> Vec<Finding> {
    let problem = |text: &str| match text.parse::<Selector>() {
        Err(error) => {
            let help =
                "terms are separated by commas: `key`, `!key`, `key = value`, `key in (a, b)`, `key >= 8GiB`";
            Some((format!("failed to parse matchLabels: {error}"), help))
        }
        Ok(selector) if selector.terms.iter().any(|term| term.key == label::NO_MANUAL_ALLOCATION) => {
            let message = format!("selectors using label {} are not allowed", label::NO_MANUAL_ALLOCATION);
            Some((message, "remove the term: Omni leaves such machines to their requests by itself"))
        }
        Ok(_) => None,
    };
    let found = selectors.iter().enumerate().filter_map(|(index, text)| Some((index, problem(text)?)));
    found
        .map(|(index, (message, help))| {
            let place = Place::value(path.clone().index(index));
            Finding::new(&MACHINE_CLASS, place, message).help(help)
        })
        .collect()
}

/// What Omni says of arguments for the machines that are made, within its limits for those of a machine.
fn kernel_args(args: &[String], path: &FieldPath) -> Vec<Finding> {
    user_text::list_problem("auto provision kernel args", args, path)
        .map(|(place, message)| Finding::new(&MACHINE_CLASS, place, message).help(user_text::HELP))
        .into_iter()
        .collect()
}
