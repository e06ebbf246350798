//! OMN0323 infra-provider.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use super::user_text;
use crate::go::quoted;
use crate::resource::AnyResource;

/// What is said to a provider of machines keeps to Omni's limits.
pub static INFRA_PROVIDER: Rule = Rule {
    code: "OMN0323",
    name: "infra-provider",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A provider is named with a DNS label; a request for machines names its provider; the texts that are passed on to a provider are short and one line each.",
    why: "Omni refuses the resource: `invalid infra provider name`, `provider id can not be empty`, `requested reboot ID is too long`, `power-off request ID is too long`, `extra kernel args contains a control character`, `kernel args has too many entries`.",
    bad: "\
metadata:
  namespace: default
  type: MachineRequestSets.omni.sidero.dev
  id: spare
spec: {machinecount: 3, talosversion: 1.12.6}
",
    good: "\
metadata:
  namespace: default
  type: MachineRequestSets.omni.sidero.dev
  id: spare
spec: {providerid: kubevirt, machinecount: 3, talosversion: 1.12.6}
",
    source: "`internal/backend/runtime/omni/validations/{infra_provider,infra_machine_config,machine_request_set}.go`",
};

const MAX_ID: usize = 128;
const MAX_LABEL: usize = 63;

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let spec = FieldPath::root().key("spec");
    let (place, message, help) = match resource {
        AnyResource::InfraProvider(provider) => {
            let Some(problem) = dns_label_problem(provider.id()) else { return Vec::new() };
            let message = format!("invalid infra provider name: {problem}");
            let help =
                "name it with at most 63 small letters, digits and dashes, a letter or digit at both ends";
            (Place::value(FieldPath::root().keys("metadata.id")), message, help)
        }
        AnyResource::InfraMachineConfig(config) => {
            let texts = [
                ("requestedrebootid", "requested reboot ID", &config.spec.requested_reboot_id, MAX_ID),
                ("poweroffrequestid", "power-off request ID", &config.spec.power_off_request_id, MAX_ID),
                ("extrakernelargs", "extra kernel args", &config.spec.extra_kernel_args, user_text::MAX_LINE),
            ];
            let problem = texts
                .into_iter()
                .find_map(|(key, name, text, max)| Some((key, user_text::problem(name, text, max)?)));
            let Some((key, message)) = problem else { return Vec::new() };
            (Place::value(spec.key(key)), message, user_text::HELP)
        }
        AnyResource::MachineRequestSet(set) if set.spec.provider_id.is_empty() => {
            let message = "provider id can not be empty".to_owned();
            (Place::key(spec.key("providerid")), message, "name the provider that is to make the machines")
        }
        AnyResource::MachineRequestSet(set) => {
            let problem =
                user_text::list_problem("kernel args", &set.spec.kernel_args, &spec.key("kernelargs"));
            let Some((place, message)) = problem else { return Vec::new() };
            (place, message, user_text::HELP)
        }
        _ => return Vec::new(),
    };
    vec![Finding::new(&INFRA_PROVIDER, place, message).help(help)]
}

/// What `internal/pkg/dnslabel` says of a text.
fn dns_label_problem(text: &str) -> Option<String> {
    if text.len() > MAX_LABEL {
        return Some(format!("DNS-1123 label is too long: {} bytes (max {MAX_LABEL})", text.len()));
    }
    (!user_text::is_dns_label(text)).then(|| {
        format!(
            "{} is not a valid DNS-1123 label (lowercase alphanumeric and hyphens, starting and ending with \
             alphanumeric, max {MAX_LABEL} characters)",
            quoted(text)
        )
    })
}
