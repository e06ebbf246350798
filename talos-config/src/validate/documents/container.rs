//! Containers that Talos runs: `types/container`.

use super::Wrong;
use crate::scalar::{ByteSize, Url};
use crate::validate::{View, keys};

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    if kind != "ContainerConfig" {
        return;
    }
    name(document, wrong);
    image(document, wrong);
    for (index, variable) in document.texts(keys!("environment")).enumerate() {
        if !variable.contains('=') {
            let message = format!("environment[{index}]: {variable:?} must be in KEY=value form");
            wrong.at(format!("environment[{index}]"), message);
        }
    }
    mounts(document, wrong);
    security(document.get(keys!("security")), wrong);
    let mode = document.text(keys!("network.mode"));
    if !["", "none", "host"].contains(&mode) {
        wrong.at("network.mode", format!("unsupported network mode {mode:?}, expected none or host"));
    }
    limits(document.get(keys!("resources.limits")), wrong);
    depends_on(document, wrong);
    for key in ["uid", "gid"] {
        let id = document.get(keys!("runAs")).number(key);
        if id < 0 {
            wrong.at(format!("runAs.{key}"), format!("runAs.{key} must be non-negative, got {id}"));
        }
    }
}

fn name(document: View<'_>, wrong: &mut Wrong) {
    let name = document.text(keys!("name"));
    let problem = match name {
        "" => Some("name is required".to_owned()),
        name if name.len() > 63 => Some(format!("name {name:?} must be 63 characters or fewer")),
        name if !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') => {
            Some(format!("name {name:?}: name can only contain lowercase ASCII letters, digits and hyphens"))
        }
        _ => None,
    };
    wrong.in_turn(problem.map(|message| ("name", message)));
}

fn image(document: View<'_>, wrong: &mut Wrong) {
    let image = document.text(keys!("image"));
    if image.is_empty() {
        wrong.at("image", "image is required");
    } else if !is_reference(image) {
        wrong.at("image", format!("invalid image reference {image:?}: could not parse reference: {image}"));
    } else if !image.contains('@') {
        let name = document.text(keys!("name"));
        wrong.warn(
            "image",
            format!(
                "container {name:?}: image {image:?} is not digest-pinned, the running image may change on restart"
            ),
        );
    }
}

/// Whether a text names an image, with a tag or a digest (`google/go-containerregistry`, `name.ParseReference`).
fn is_reference(text: &str) -> bool {
    is_tagged(text) || is_digested(text)
}

/// Whether a text is a repository with a tag behind it, or none.
fn is_tagged(text: &str) -> bool {
    match text.rsplit_once(':') {
        Some((repository, tag)) if !tag.contains('/') => {
            let is_of_tag = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
            (1..=128).contains(&tag.len()) && tag.chars().all(is_of_tag) && is_repository(repository)
        }
        _ => is_repository(text),
    }
}

fn is_digested(text: &str) -> bool {
    let Some((name, digest)) = text.split_once('@') else { return false };
    let is_of_hash = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    let is_hash = |hash: &str| hash.len() == 64 && hash.chars().all(is_of_hash);
    digest.strip_prefix("sha256:").is_some_and(is_hash) && is_tagged(name)
}

/// Whether a text is a path of 2 to 255 characters, behind the address of a registry where the first part looks like one.
fn is_repository(text: &str) -> bool {
    let path = match text.split_once('/') {
        Some((registry, path)) if registry == "localhost" || registry.contains(['.', ':']) => {
            if !format!("//{registry}").parse::<Url>().is_ok_and(|url| url.host() == registry) {
                return false;
            }
            path
        }
        _ => text,
    };
    let is_of_path =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-' | '.' | '/');
    (2..=255).contains(&path.len()) && path.chars().all(is_of_path)
}

/// Options that a mount may have.
const MOUNT_OPTIONS: [&str; 8] = ["ro", "rw", "noexec", "nosuid", "nodev", "noatime", "rbind", "rshared"];

fn mounts(document: View<'_>, wrong: &mut Wrong) {
    let mut destinations = Vec::new();
    for (index, mount) in document.items(keys!("mounts")).enumerate() {
        let kinds = ["userVolume", "tmpfs", "hostPath"];
        let set: Vec<_> = kinds.into_iter().filter(|kind| mount.get(kind).is_set()).collect();
        let [kind] = *set else {
            let message =
                format!("mounts[{index}]: exactly one of userVolume, tmpfs or hostPath must be set");
            wrong.at(format!("mounts[{index}]"), message);
            continue;
        };
        let causes = mount_causes(kind, mount.get(kind));
        let destination = mount.get(kind).text(keys!("destination"));
        if causes.is_empty() {
            if destinations.contains(&destination) {
                let message = format!("mounts[{index}]: duplicate destination {destination:?}");
                wrong.at(format!("mounts[{index}].{kind}.destination"), message);
            }
            destinations.push(destination);
        }
        for (place, cause) in causes.into_iter().enumerate() {
            // Upstream puts the place before the first only.
            let at = if place == 0 { format!("mounts[{index}]: ") } else { String::new() };
            wrong.at(format!("mounts[{index}].{kind}"), format!("{at}{cause}"));
        }
    }
}

fn mount_causes(kind: &str, mount: View<'_>) -> Vec<String> {
    let mut causes = Vec::new();
    if kind == "userVolume" && !mount.has(keys!("name")) {
        causes.push("userVolume.name is required".to_owned());
    }
    if kind == "hostPath" {
        causes.extend(not_absolute("hostPath.source", mount.text(keys!("source"))));
    }
    causes.extend(not_absolute(&format!("{kind}.destination"), mount.text(keys!("destination"))));
    let options: Vec<_> = mount.texts(keys!("options")).collect();
    let unknown = options.iter().filter(|option| !MOUNT_OPTIONS.contains(option));
    causes.extend(unknown.map(|option| format!("unsupported mount option {option:?}")));
    if ["ro", "rw"].into_iter().all(|wanted| options.contains(&wanted)) {
        causes.push("mount options ro and rw are mutually exclusive".to_owned());
    }
    causes
}

fn not_absolute(what: &str, path: &str) -> Option<String> {
    match path {
        "" => Some(format!("{what} is required")),
        path if !path.starts_with('/') => Some(format!("{what} {path:?} must be an absolute path")),
        _ => None,
    }
}

fn security(security: View<'_>, wrong: &mut Wrong) {
    let profile = security.text(keys!("profile"));
    if !["", "restricted", "privileged"].contains(&profile) {
        let message = format!("unsupported security profile {profile:?}, expected restricted or privileged");
        wrong.at("security.profile", message);
    }
    let capabilities = security.get(keys!("capabilities"));
    let [add, drop] =
        [capabilities.texts(keys!("add")), capabilities.texts(keys!("drop"))].map(Vec::from_iter);
    for (field, list) in [("capabilities.add", &add), ("capabilities.drop", &drop)] {
        for (index, capability) in list.iter().enumerate() {
            let path = format!("security.{field}[{index}]");
            if *capability == "ALL" && field == "capabilities.add" {
                wrong.at(path, "capabilities.add does not accept ALL, use profile: privileged instead");
            } else if let Some(cause) = not_a_capability(capability) {
                wrong.at(path, format!("{field}: {cause}"));
            }
        }
    }
    for (index, capability) in add.iter().enumerate().filter(|(_, capability)| drop.contains(capability)) {
        let message = format!("capability {capability:?} appears in both add and drop");
        wrong.at(format!("security.capabilities.add[{index}]"), message);
    }
}

fn not_a_capability(name: &str) -> Option<String> {
    match name {
        "ALL" => None,
        "" => Some("capability name must not be empty".to_owned()),
        name if name.starts_with("CAP_") => {
            Some(format!("capability {name:?} must be given without the CAP_ prefix"))
        }
        name if name.to_uppercase() != name => Some(format!("capability {name:?} must be upper case")),
        name if !name.chars().all(|c| c.is_ascii_uppercase() || c == '_') => {
            Some(format!("capability {name:?} may only contain upper case letters and underscores"))
        }
        _ => None,
    }
}

fn limits(limits: View<'_>, wrong: &mut Wrong) {
    let (memory, cpu) = (limits.text(keys!("memory")), limits.text(keys!("cpu")));
    if !memory.is_empty()
        && let Err(cause) = memory.parse::<ByteSize>()
    {
        let message = format!("limits.memory {memory:?} is not a valid size: {cause}");
        wrong.at("resources.limits.memory", message);
    }
    if cpu.is_empty() {
        return;
    }
    let problem = match cpu.strip_suffix('m') {
        None => Some(format!("limits.cpu {cpu:?} must be expressed in millicores, e.g. 1500m")),
        Some(digits) => {
            let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            let number = if is_number { digits.parse::<u64>().ok() } else { None };
            match number {
                None => {
                    let cause = if is_number { "value out of range" } else { "invalid syntax" };
                    Some(format!(
                        "limits.cpu {cpu:?} is not a valid millicore quantity: strconv.ParseUint: parsing {digits:?}: {cause}"
                    ))
                }
                Some(0) => Some(format!("limits.cpu {cpu:?} must be greater than zero")),
                Some(_) => None,
            }
        }
    };
    wrong.in_turn(problem.map(|message| ("resources.limits.cpu", message)));
}

fn depends_on(document: View<'_>, wrong: &mut Wrong) {
    let own = document.text(keys!("name"));
    let depends = document.get(keys!("dependsOn"));
    for (index, path) in depends.texts(keys!("paths")).enumerate() {
        let problem = not_absolute("dependsOn.paths entry", path);
        wrong.in_turn(problem.map(|message| (format!("dependsOn.paths[{index}]"), message)));
    }
    for (index, condition) in depends.texts(keys!("networks")).enumerate() {
        if !["addresses", "connectivity", "hostname", "etcfiles"].contains(&condition) {
            let message = format!("unsupported dependsOn.networks condition {condition:?}");
            wrong.at(format!("dependsOn.networks[{index}]"), message);
        }
    }
    for (index, name) in depends.texts(keys!("containers")).enumerate() {
        let path = format!("dependsOn.containers[{index}]");
        if name.is_empty() {
            wrong.at(path, "dependsOn.containers entry must not be empty");
        } else if name == own {
            wrong.at(path, format!("container {name:?} cannot depend on itself"));
        }
    }
}
