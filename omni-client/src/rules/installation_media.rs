//! OMN0322 installation-media.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use super::user_text;
use crate::resource::{AnyResource, Architecture};

/// A preset for installation media can be made a medium of.
pub static INSTALLATION_MEDIA: Rule = Rule {
    code: "OMN0322",
    name: "installation-media",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A preset names its architecture, and is either for a cloud with a platform or for a single-board computer with an overlay, or for neither; its kernel arguments are one line of at most 4096 bytes.",
    why: "Omni refuses the preset: `invalid installation media config: architecture is required`, `both sbc and cloud fields are set`, `sbc.overlay is required when sbc is set`, `cloud.platform is required when cloud is set`, `kernel args is too long`.",
    bad: "\
metadata:
  namespace: default
  type: InstallationMediaConfigs.omni.sidero.dev
  id: usual
spec: {talosversion: 1.12.6}
",
    good: "\
metadata:
  namespace: default
  type: InstallationMediaConfigs.omni.sidero.dev
  id: usual
spec: {talosversion: 1.12.6, architecture: 1}
",
    source: "`internal/backend/runtime/omni/validations/installation_media_config.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::InstallationMediaConfig(media) = resource else { return Vec::new() };
    let spec = &media.spec;
    let says_nothing = |text: Option<&String>| text.is_some_and(String::is_empty);
    let (key, message, help) = if spec.architecture == Architecture::Unknown {
        ("architecture", "architecture is required", "write `1` for amd64 or `2` for arm64")
    } else if spec.cloud.is_some() && spec.sbc.is_some() {
        ("sbc", "both sbc and cloud fields are set", "keep one of the two")
    } else if says_nothing(spec.sbc.as_ref().map(|sbc| &sbc.overlay)) {
        ("sbc.overlay", "sbc.overlay is required when sbc is set", "name the overlay, such as `rpi_generic`")
    } else if says_nothing(spec.cloud.as_ref().map(|cloud| &cloud.platform)) {
        ("cloud.platform", "cloud.platform is required when cloud is set", "name the platform, such as `aws`")
    } else {
        let problem = user_text::problem("kernel args", &spec.kernel_args, user_text::MAX_LINE);
        let place = Place::value(FieldPath::root().keys("spec.kernelargs"));
        return problem
            .map(|message| Finding::new(&INSTALLATION_MEDIA, place, message).help(user_text::HELP))
            .into_iter()
            .collect();
    };
    let place = Place::key(FieldPath::root().key("spec").keys(key));
    let message = format!("invalid installation media config: {message}");
    vec![Finding::new(&INSTALLATION_MEDIA, place, message).help(help)]
}
