//! What the machine runs with: `types/runtime`, `types/extensions`, `types/siderolink`.

use super::Wrong;
use crate::expression::Environment;
use crate::validate::text::before_port;
use crate::validate::{Spot, View, keys};

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    match kind {
        "EventSinkConfig" => {
            let cause = host_port(document.text(keys!("endpoint")));
            wrong.in_turn(cause.map(|cause| ("endpoint", format!("event sink endpoint: {cause}"))));
        }
        "KmsgLogConfig" => wrong.in_turn(kmsg(document)),
        "SideroLinkConfig" => wrong.in_turn(siderolink(document)),
        "WatchdogTimerConfig" => wrong.in_turn(watchdog(document)),
        "ExtensionServiceConfig" => wrong.in_turn(extension(document)),
        "OOMConfig" => {
            let (trigger, ranking) = (Environment::Trigger, Environment::Scoring);
            wrong.expression(document, "triggerExpression", trigger, "OOM trigger expression is invalid");
            let before = "OOM cgroup scoring expression is invalid";
            wrong.expression(document, "cgroupRankingExpression", ranking, before);
            if document.number(keys!("sampleInterval")) < 0 {
                wrong.at("sampleInterval", "OOM sample interval must be longer than 0");
            }
        }
        "EnvironmentConfig" => {
            for name in document.get(keys!("variables")).keys_that(|name| !is_variable(name)) {
                wrong
                    .at(Spot::key("variables", name), format!("invalid environment variable name: {name:?}"));
            }
        }
        "EtcFileConfig" => wrong.in_turn(etc_file(document.text(keys!("name")))),
        "KernelModuleConfig" => wrong.need(document, "name", "name is required"),
        "SysctlConfig" if document.get(keys!("params")).has_key("") => {
            wrong.at(Spot::key("params", ""), "sysctl key cannot be empty");
        }
        "SysfsConfig" if document.get(keys!("params")).has_key("") => {
            wrong.at(Spot::key("params", ""), "sysfs key cannot be empty");
        }
        "UnattendedInstallConfig" => unattended(document, wrong),
        _ => {}
    }
}

/// What is wrong with a host and port.
fn host_port(text: &str) -> Option<String> {
    let shown = if text.is_empty() { String::new() } else { format!("address {text}: ") };
    before_port(text).err().map(|cause| format!("{shown}{cause}"))
}

/// Paths and messages, in upstream's order.
type Problems = Vec<(String, String)>;

fn kmsg(document: View<'_>) -> Problems {
    let mut problems = Problems::new();
    if !document.has(keys!("name")) {
        problems.push(("name".to_owned(), "name is required".to_owned()));
    }
    let message = match document.url(keys!("url")) {
        None => "url is required",
        Some(url) if !["tcp", "udp"].contains(&url.scheme()) => "url scheme must be tcp:// or udp://",
        Some(url) if !["", "/"].contains(&&*url.path()) => "url path must be empty",
        Some(url) if url.port().is_empty() => "url port is required",
        Some(_) => return problems,
    };
    problems.push(("url".to_owned(), message.to_owned()));
    problems
}

fn siderolink(document: View<'_>) -> Option<(&'static str, String)> {
    let message = match document.url(keys!("apiUrl")) {
        None => "apiUrl is required",
        Some(url) if !["https", "grpc"].contains(&url.scheme()) => {
            "apiUrl scheme must be https:// or grpc://"
        }
        Some(url) if !["", "/"].contains(&&*url.path()) => "apiUrl path must be empty",
        Some(_) => return None,
    };
    Some(("apiUrl", message.to_owned()))
}

fn watchdog(document: View<'_>) -> impl Iterator<Item = (&'static str, String)> {
    let timeout = document.number(keys!("timeout"));
    let short = timeout != 0 && timeout < 10_000_000_000;
    let nameless = !document.has(keys!("device"));
    let device = nameless.then(|| ("device", "watchdog device: empty value".to_owned()));
    device.into_iter().chain(short.then(|| ("timeout", "watchdog timeout: minimum value is 10s".to_owned())))
}

fn extension(document: View<'_>) -> Problems {
    let mut problems = Problems::new();
    let name = document.text(keys!("name"));
    let files = document.items(keys!("configFiles"));
    if name.is_empty() {
        problems.push(("name".to_owned(), "name is required".to_owned()));
    }
    if files.is_empty() && !document.has(keys!("environment")) {
        let message = format!("no config files found for extension {name:?}");
        problems.push(("configFiles".to_owned(), message));
    }
    for (index, file) in files.into_iter().enumerate() {
        for (key, missing) in [("content", "content"), ("mountPath", "mount path")] {
            if !file.has(key) {
                let message = format!("extension {missing} is required for extension {name:?}");
                problems.push((format!("configFiles[{index}].{key}"), message));
            }
        }
    }
    problems
}

/// Whether a text can be the name of a variable of the environment.
fn is_variable(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Files of `/etc` that Talos writes itself.
const MANAGED_FILES: [&str; 7] =
    ["resolv.conf", "hosts", "machine-id", "extensions.yaml", "localtime", "os-release", "xattr.conf"];

/// Directories of `/etc` that Talos fills itself.
const MANAGED_DIRECTORIES: [&str; 12] = [
    "apparmor.d",
    "apparmor",
    "ca-certificates",
    "cni",
    "cri",
    "iscsi",
    "kubernetes",
    "lvm",
    "nvme",
    "pki",
    "selinux",
    "ssl",
];

fn etc_file(name: &str) -> Option<(&'static str, String)> {
    if name.is_empty() {
        return Some(("name", "user etc file name cannot be empty".to_owned()));
    }
    let leaves = name.starts_with(['/', '.']) || name.split('/').any(|part| part == "..");
    if leaves {
        return Some(("name", format!("user etc file {name:?} must be a local path")));
    }
    let directory = name.split('/').next().unwrap_or_default();
    let managed = MANAGED_FILES.contains(&name) || MANAGED_DIRECTORIES.contains(&directory);
    managed.then(|| ("name", format!("user etc file {name:?} is managed by Talos")))
}

fn unattended(document: View<'_>, wrong: &mut Wrong) {
    if !document.has(keys!("installer.image")) {
        wrong.warn(
            "installer",
            "installer.image is not set, if Talos is not booted from asset built by Image Factory, installation will fail",
        );
    }
    let path = "provisioning.diskSelector.match";
    wrong.need(document, path, "provisioning.diskSelector.match is required");
    wrong.expression(document, path, Environment::Disk, path);
}
