//! `kind: Cluster`.

use std::collections::BTreeSet;

use super::super::problem::{At, Problem};
use super::super::semver::Version;
use super::super::{Cluster, HealthCheck, Host, Inline, Manifest, host};
use super::patch::Patches;
use super::{descriptors, under};
use crate::go::quoted;
use crate::rules::{
    TEMPLATE_DUPLICATE, TEMPLATE_ENCRYPTION_VERSION, TEMPLATE_FILE, TEMPLATE_MANIFEST_MODE, TEMPLATE_NAME,
    TEMPLATE_TEXT, TEMPLATE_VERSION,
};

pub(super) fn check(cluster: &Cluster, at: &At, host: &dyn Host, patches: &Patches<'_>) -> Option<Problem> {
    let mut problems = name(&cluster.name, at);
    let kubernetes = version(&cluster.kubernetes.version, false, &at.keys("kubernetes.version"));
    problems.extend(under(kubernetes, || "error validating Kubernetes version"));
    let talos = version(&cluster.talos.version, true, &at.keys("talos.version"));
    problems.extend(under(talos, || "error validating Talos version"));
    problems.extend(encryption(cluster, at));
    problems.extend(descriptors(&cluster.labels, &cluster.annotations, || at.clone()));
    problems.extend(patches.check(&cluster.patches, at));
    problems.extend(manifests(&cluster.kubernetes.manifests, &at.keys("kubernetes.manifests"), host));
    problems.extend(health_checks(
        &cluster.kubernetes.healthchecks,
        &at.keys("kubernetes.healthchecks"),
        host,
    ));
    under(problems, || format!("error validating cluster {}", quoted(&cluster.name)))
}

fn name(name: &str, at: &At) -> Vec<Problem> {
    if name.is_empty() {
        return vec![Problem::new(&TEMPLATE_NAME, at.key("name"), "name is required")];
    }
    // Go's letters and digits; Rust counts a few more signs (`½`, vowel signs) among them.
    if name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') {
        return Vec::new();
    }
    let text = "name should only contain letters, digits, dashes and underscores";
    vec![Problem::new(&TEMPLATE_NAME, at.key("name"), text)]
}

fn version(version: &str, needs_v: bool, at: &At) -> Vec<Problem> {
    let problem = |text: String| Problem::new(&TEMPLATE_VERSION, at.clone(), text);
    if version.is_empty() {
        return vec![problem("version is required".to_owned())];
    }
    let mut problems = Vec::new();
    if let Err(error) = Version::parse_tolerant(version) {
        problems.push(problem(format!("version should be in semver format: {error}")));
    }
    if needs_v && !version.starts_with('v') {
        problems
            .push(problem("version should start with 'v'".to_owned()).help(format!("write `v{version}`")));
    }
    problems
}

fn encryption(cluster: &Cluster, at: &At) -> Option<Problem> {
    if !cluster.features.disk_encryption {
        return None;
    }
    let at = at.keys("features.diskEncryption");
    match Version::parse_tolerant(&cluster.talos.version) {
        Err(error) => Some(Problem::new(&TEMPLATE_VERSION, at, error)),
        Ok(version) if version < Version::new(1, 5, 0) => {
            let text = "disk encryption is supported only for Talos version >= 1.5.0";
            Some(Problem::new(&TEMPLATE_ENCRYPTION_VERSION, at, text))
        }
        Ok(_) => None,
    }
}

fn manifests(manifests: &[Manifest], at: &At, host: &dyn Host) -> Option<Problem> {
    let mut names = BTreeSet::new();
    let mut lines = Vec::new();
    for (index, manifest) in manifests.iter().enumerate() {
        let at = at.index(index);
        let problems = manifest_problems(manifest, &at, host);
        if problems.is_empty() && !names.insert(manifest.effective_name()) {
            let text = format!("duplicate manifest name {}", quoted(manifest.effective_name()));
            lines.push(Problem::new(&TEMPLATE_DUPLICATE, at.key("name"), text).help("rename one of the two"));
        }
        lines.extend(problems);
    }
    (!lines.is_empty()).then_some(Problem::Lines(lines))
}

fn manifest_problems(manifest: &Manifest, at: &At, host: &dyn Host) -> Vec<Problem> {
    let name = manifest.effective_name();
    let mut problems = Vec::new();
    if name.is_empty() {
        problems.push(Problem::new(&TEMPLATE_NAME, at.clone(), "kubernetes manifest name is empty"));
    }
    if manifest.mode.is_none() {
        let text = format!("kubernetes manifest {} mode is not set", quoted(name));
        let help = "add `mode: full` to keep the objects as they are, or `mode: one-time`";
        problems.push(Problem::new(&TEMPLATE_MANIFEST_MODE, at.clone(), text).help(help));
    }
    problems.extend(one_source(
        &manifest.file,
        manifest.inline.as_ref(),
        || at.clone(),
        "path and inline",
        "path or inline",
    ));
    let heading = || format!("kubernetes manifest {} descriptors validation failed", quoted(name));
    problems.extend(under(descriptors(&manifest.labels, &manifest.annotations, || at.clone()), heading));
    problems.extend(readable(&manifest.file, at, host, ""));
    problems
}

fn health_checks(checks: &[HealthCheck], at: &At, host: &dyn Host) -> Option<Problem> {
    let mut ids = BTreeSet::new();
    let mut lines = Vec::new();
    for (index, check) in checks.iter().enumerate() {
        let at = at.index(index);
        let problems = health_check_problems(check, &at, host);
        let id = check.identifier();
        if !problems.is_empty() {
            lines.push(Problem::Counted(problems));
        } else if !ids.insert(id) {
            let text = format!("duplicate healthcheck {}", quoted(id));
            lines.push(Problem::new(&TEMPLATE_DUPLICATE, at, text).help("rename one of the two"));
        }
    }
    (!lines.is_empty()).then_some(Problem::Lines(lines))
}

fn health_check_problems(check: &HealthCheck, at: &At, host: &dyn Host) -> Vec<Problem> {
    let id = quoted(check.identifier());
    let mut problems = Vec::new();
    if check.identifier().is_empty() {
        let text = "either name or idOverride is required for a healthcheck";
        problems.push(Problem::new(&TEMPLATE_NAME, at.clone(), text));
    }
    let (both, neither) =
        (format!("healthcheck {id}: job and file"), format!("healthcheck {id}: job or file"));
    let sources = one_source(&check.file, check.job.as_ref(), || at.clone(), &both, &neither);
    if sources.is_none() {
        problems.extend(readable(&check.file, at, host, &format!("healthcheck {id}: ")));
    }
    problems.extend(sources);
    problems.extend(descriptors(&check.labels, &check.annotations, || at.clone()));
    problems
}

/// A text comes from a file or from the template itself, not from both and not from nowhere.
pub(super) fn one_source(
    file: &str,
    inline: Option<&Inline>,
    at: impl FnOnce() -> At,
    both: &str,
    neither: &str,
) -> Option<Problem> {
    match (file.is_empty(), inline) {
        (false, Some(_)) => {
            let text = format!("{both} are mutually exclusive");
            Some(Problem::new(&TEMPLATE_TEXT, at().key("file"), text).help("keep one of the two"))
        }
        (true, None) => Some(Problem::new(&TEMPLATE_TEXT, at(), format!("{neither} is required"))),
        _ => None,
    }
}

fn readable(file: &str, at: &At, host: &dyn Host, prefix: &str) -> Option<Problem> {
    if file.is_empty() {
        return None;
    }
    // The file of a patch is read, those of manifests and jobs are only looked at: a directory is seen there, too.
    let error = host::read(host, file).err().filter(|error| !host::is_directory(error))?;
    let error = error.replacen("openat ", "statat ", 1);
    let text = format!("{prefix}failed to access {}: {error}", quoted(file));
    Some(Problem::new(&TEMPLATE_FILE, at.key("file"), text))
}
