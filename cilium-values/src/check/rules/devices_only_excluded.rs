//! CIL0219 devices-only-excluded.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// A list of devices names at least one.
pub(super) static RULE: Rule = Rule {
    code: "CIL0219",
    name: "devices-only-excluded",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A list of devices names at least one.",
    why: "A list turns detection off, so one of nothing but exclusions selects no device: no service \
          is reached from outside.",
    bad: "\
devices: [\"!siderolink\"]
",
    good: "\
devices: [\"!siderolink\"]
forceDeviceDetection: true
",
    source: "cilium/cilium, pkg/datapath/linux/devices_controller.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let Some(devices) = values.devices.get() else { return };
    let (mut excluded, mut named) = (0, 0);
    for device in devices.iter() {
        if device.starts_with('!') { excluded += 1 } else { named += 1 }
    }
    if excluded > 0 && !subject.cilium.excludes_devices() {
        let message =
            format!("`devices` excludes by `!`, which {} takes for names of devices", subject.cilium);
        subject
            .report(&RULE, "devices", message)
            .help_with("name the devices that are wanted, or upgrade to 1.19");
    } else if excluded > 0 && named == 0 && !values.force_device_detection.is_true() {
        let message = "`devices` holds nothing but exclusions, so that no device is selected";
        subject
            .report(&RULE, "devices", message)
            .help_with("set `forceDeviceDetection: true`, or name devices");
    }
}
