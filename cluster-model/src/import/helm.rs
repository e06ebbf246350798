//! What is installed from charts, and which files are values of which chart.
//!
//! Argo CD `Application` and `ApplicationSet` (`argoproj.io`), Flux `HelmRelease` (`helm.toolkit.fluxcd.io`) and the
//! `helmCharts` of a kustomization name chart, version and values. Values that nothing names are told by their path: a file
//! `…values….yaml` whose name or directory holds the name of a chart.
//!
//! What an `ApplicationSet` leaves to its generators (`{{…}}`) is not known here, and so not said.

use std::sync::Arc;

use manifest::yaml::{self, Document, Node};
use manifest::{FieldPath, Source};

use super::classify::{self, Kind};
use super::{Meaning, Repository};
use crate::estate::{Field, HelmRelease, Location, Manifest, Placed};

/// A release whose values have not been looked up yet.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    release: HelmRelease,
    values: Vec<Values>,
}

/// Where values are.
#[derive(Clone, Debug)]
enum Values {
    /// In a document that is there already.
    Here(Location),
    /// In a file of the repository, by its path.
    File(String),
    /// In an entry of a `ConfigMap` of the repository.
    Entry { namespace: String, name: String, key: String },
}

/// Whether a document installs charts.
pub(super) fn installs(document: &Document) -> bool {
    let text = |key: &str| document.root().get(key).and_then(Node::as_text).unwrap_or_default();
    is_installer(text("apiVersion"), text("kind"))
}

fn is_installer(api_version: &str, kind: &str) -> bool {
    let group = api_version.split('/').next().unwrap_or_default();
    matches!(
        (group, kind),
        ("argoproj.io", "Application" | "ApplicationSet") | ("helm.toolkit.fluxcd.io", "HelmRelease")
    )
}

/// Takes the charts of a kustomization in, and inflates nothing.
pub(super) fn of_kustomization(path: &str, documents: &[Arc<Document>]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
    for document in documents {
        let root = Location::of(Arc::clone(document));
        let charts = document.root().get("helmCharts").and_then(Node::as_sequence).unwrap_or_default();
        for index in 0..charts.len() {
            let at = Location { base: FieldPath::root().key("helmCharts").index(index), ..root.clone() };
            let text = |key: &str| at.get(&FieldPath::root().key(key)).and_then(Node::as_text);
            let Some(chart) = text("name") else { continue };
            let inline = Location { base: at.base.clone().key("valuesInline"), ..at.clone() };
            let release = HelmRelease {
                chart: chart.to_owned(),
                name: text("releaseName").unwrap_or(chart).to_owned(),
                namespace: text("namespace").unwrap_or_default().to_owned(),
                version: text("version").map(|text| placed(&at, "version", text)),
                installed_by: Some(at.clone()),
                values: Vec::new(),
            };
            let file = text("valuesFile").map(|file| Values::File(joined(directory, file)));
            let inline = inline.node().is_some().then_some(Values::Here(inline));
            drafts.push(Draft { release, values: file.into_iter().chain(inline).collect() });
        }
    }
    drafts
}

/// The charts that objects install.
pub(super) fn of_objects(manifests: &[Manifest]) -> Vec<Draft> {
    let is_installer = |manifest: &&Manifest| is_installer(&manifest.api_version, &manifest.kind);
    manifests.iter().filter(is_installer).flat_map(releases).collect()
}

/// Finds the files of all values.
pub(super) fn resolve(repository: &mut Repository, drafts: Vec<Draft>) {
    for Draft { mut release, values } in drafts {
        let of = format!("the release `{}`", release.name);
        for values in values {
            release.values.extend(match values {
                Values::Here(at) => Some(at),
                Values::File(path) => values_file(repository, &path, &of),
                Values::Entry { namespace, name, key } => {
                    entry(&repository.manifests, &namespace, &name, &key)
                }
            });
        }
        repository.releases.push(release);
    }
    let unnamed = by_path(repository);
    repository.releases.extend(unnamed);
}

/// What an object installs from charts.
fn releases(manifest: &Manifest) -> Vec<Draft> {
    if manifest.kind == "HelmRelease" {
        return of_flux(manifest).into_iter().collect();
    }
    let spec = manifest.get(if manifest.kind == "ApplicationSet" { "spec.template.spec" } else { "spec" });
    let sources = spec.get("sources").items();
    let single = spec.get("source");
    let all = if sources.is_empty() { vec![single] } else { sources };
    let namespace = spec.get("destination.namespace").text().and_then(settled).unwrap_or_default();
    all.iter().filter_map(|source| of_argo(manifest, source, namespace)).collect()
}

fn of_argo(manifest: &Manifest, source: &Field<'_>, namespace: &str) -> Option<Draft> {
    let chart = source.get("chart").text().and_then(settled)?;
    let helm = source.get("helm");
    let mut values: Vec<Values> = helm
        .get("valueFiles")
        .texts()
        .into_iter()
        .filter_map(settled)
        .filter(|file| !file.contains("://"))
        // `$name/` is the root of another source, which is this repository where the file is here.
        .map(|file| match file.strip_prefix('$').and_then(|rest| rest.split_once('/')) {
            Some((_, path)) => Values::File(path.to_owned()),
            None => Values::File(file.trim_start_matches("./").to_owned()),
        })
        .collect();
    let text = helm.get("values");
    let text = text.node().and_then(|node| embedded(&below(manifest, &text), node));
    let object = helm.get("valuesObject");
    let object = object.is_set().then(|| below(manifest, &object));
    values.extend(text.into_iter().chain(object).map(Values::Here));
    let version = source.get("targetRevision");
    let release = HelmRelease {
        chart: chart.rsplit('/').next().unwrap_or(chart).to_owned(),
        name: helm.get("releaseName").text().and_then(settled).unwrap_or(&manifest.name).to_owned(),
        namespace: namespace.to_owned(),
        version: version
            .text()
            .and_then(settled)
            .map(|text| Placed { value: text.to_owned(), place: version.place() }),
        installed_by: Some(below(manifest, source)),
        values: Vec::new(),
    };
    Some(Draft { release, values })
}

/// A text that leaves nothing to a generator.
fn settled(text: &str) -> Option<&str> {
    (!text.contains("{{")).then_some(text)
}

/// A value of an object, with its way from the document.
fn below(manifest: &Manifest, field: &Field<'_>) -> Location {
    Location { base: manifest.at.base.clone().join(field.path()), ..manifest.at.clone() }
}

fn of_flux(manifest: &Manifest) -> Option<Draft> {
    let chart = manifest.get("spec.chart.spec");
    let version = chart.get("version");
    let inline = manifest.get("spec.values");
    let inline = inline.is_set().then(|| Values::Here(below(manifest, &inline)));
    // In this order: what stands in the release itself wins.
    let values =
        manifest.get("spec.valuesFrom").items().into_iter().filter_map(|from| values_from(manifest, &from));
    let values = values.chain(inline).collect();
    let namespace = manifest.get("spec.targetNamespace").text().unwrap_or(&manifest.namespace);
    let release = HelmRelease {
        chart: chart.get("chart").text()?.to_owned(),
        name: manifest.get("spec.releaseName").text().unwrap_or(&manifest.name).to_owned(),
        namespace: namespace.to_owned(),
        version: version.text().map(|text| Placed { value: text.to_owned(), place: version.place() }),
        installed_by: Some(manifest.at.clone()),
        values: Vec::new(),
    };
    Some(Draft { release, values })
}

/// What a release takes from elsewhere: all values of an entry. Secrets are not looked into, and an entry that is one
/// value only (`targetPath`) is no document.
fn values_from(manifest: &Manifest, from: &Field<'_>) -> Option<Values> {
    if from.get("kind").text() != Some("ConfigMap") || from.get("targetPath").is_set() {
        return None;
    }
    Some(Values::Entry {
        namespace: manifest.namespace.clone(),
        name: from.get("name").text()?.to_owned(),
        key: from.get("valuesKey").text().unwrap_or("values.yaml").to_owned(),
    })
}

/// The values that an entry of a `ConfigMap` holds; one without a namespace gets that of whatever applies it.
fn entry(manifests: &[Manifest], namespace: &str, name: &str, key: &str) -> Option<Location> {
    let mut maps = manifests.iter().filter(|manifest| manifest.kind == "ConfigMap" && manifest.name == name);
    let map =
        maps.find(|map| map.namespace.is_empty() || namespace.is_empty() || map.namespace == namespace)?;
    let entry = map.get("data").key(key);
    embedded(&below(map, &entry), entry.node()?)
}

/// Values that stand as a block of text in a document, as a document whose bytes are those of the file.
///
/// The text around the block is blanked out, so that every value keeps its place. None for texts that are no literal
/// block, or no YAML.
fn embedded(at: &Location, node: &Node) -> Option<Location> {
    node.as_scalar().filter(|scalar| scalar.style == yaml::Style::Literal)?;
    let source = at.document.source();
    let first = at.document.span_inside(node, manifest::Span::new(0, 1))?.start;
    let begin = source.text().get(..first)?.rfind('\n')? + 1;
    let end = node.span.end;
    let blank =
        |text: &str| -> String { text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect() };
    let text = [
        blank(source.text().get(..begin)?),
        source.text().get(begin..end)?.to_owned(),
        blank(source.text().get(end..)?),
    ]
    .concat();
    let documents = yaml::parse(&Source::new(source.name(), text)).ok()?;
    Some(Location::of(Arc::new(documents.into_iter().next()?)))
}

/// The values of a file that a release names.
fn values_file(repository: &mut Repository, path: &str, release: &str) -> Option<Location> {
    let index = repository.files.binary_search_by(|file| (*file.path).cmp(path)).ok()?;
    values_at(repository, index, release)
}

/// The values of a file, by its place among all files.
fn values_at(repository: &mut Repository, index: usize, release: &str) -> Option<Location> {
    let document = repository.pieces.get(&repository.files.get(index)?.path)?.values()?;
    let file = Arc::make_mut(&mut repository.files).get_mut(index)?;
    file.meaning = Meaning::HelmValues(release.to_owned());
    Some(Location::of(document))
}

/// The document of a file that may be the values of a chart.
pub(super) fn values_of(source: &Source) -> Option<Document> {
    let document = yaml::parse(source).ok()?.into_iter().next()?;
    let is_meant = classify::kind(&document) == Kind::Other && document.root().as_mapping().is_some();
    is_meant.then_some(document)
}

/// Files of values that nothing names.
fn by_path(repository: &mut Repository) -> Vec<HelmRelease> {
    let mut charts: Vec<String> = repository.releases.iter().map(|release| release.chart.clone()).collect();
    charts.push("cilium".to_owned());
    charts.sort();
    charts.dedup();
    let mut found = Vec::new();
    for index in 0..repository.files.len() {
        let Some(file) = repository.files.get(index) else { continue };
        let chart = Some(file).filter(|file| matches!(file.meaning, Meaning::Unknown(_)));
        let chart = chart.and_then(|file| charts.iter().find(|chart| is_values_path(&file.path, chart)));
        let Some(chart) = chart else { continue };
        let of = format!("the chart `{chart}`, by its path");
        let Some(at) = values_at(repository, index, &of) else { continue };
        found.push(HelmRelease {
            chart: chart.clone(),
            name: chart.clone(),
            namespace: String::new(),
            version: None,
            installed_by: None,
            values: vec![at],
        });
    }
    found
}

/// Whether a path says that it holds values of a chart: `cilium-values.yaml`, `cilium/values.yaml`.
fn is_values_path(path: &str, chart: &str) -> bool {
    let (directory, name) = path.rsplit_once('/').unwrap_or(("", path));
    let Some((stem, "yaml" | "yml")) = name.rsplit_once('.') else { return false };
    let words: Vec<&str> = stem.split(['.', '_']).collect();
    let is_values = words
        .iter()
        .any(|word| *word == "values" || word.ends_with("-values") || word.starts_with("values-"));
    let directory = directory.rsplit('/').next().unwrap_or_default();
    is_values && (directory == chart || stem.starts_with(&format!("{chart}-")))
}

fn placed(at: &Location, key: &str, text: &str) -> Placed<String> {
    Placed { value: text.to_owned(), place: at.at(key) }
}

/// A path beside a file, with the directory of that file in front.
fn joined(directory: &str, file: &str) -> String {
    let file = file.trim_start_matches("./");
    if directory.is_empty() { file.to_owned() } else { format!("{directory}/{file}") }
}
