//! What is installed from charts, and which files are values of which chart.
//!
//! Argo CD `Application` and `ApplicationSet` (`argoproj.io`), Flux `HelmRelease` (`helm.toolkit.fluxcd.io`) and the
//! `helmCharts` of a kustomization name chart, version and values. Values that nothing names are told by their path: a file
//! `…values….yaml` whose name or directory holds the name of a chart.
//!
//! What an `ApplicationSet` leaves to its generators (`{{…}}`) is not known here, and so not said. Values that are named and
//! are not in the repository are kept with the place that names them ([`HelmRelease::not_found`]).

use std::sync::Arc;

use manifest::yaml::{self, Document, GoYaml, Node};
use manifest::{FieldPath, Place, Source};

use super::classify::{self, Kind};
use super::{Meaning, Repository};
use crate::estate::{Field, HelmRelease, Location, Manifest, Placed};

/// A release whose values have not been looked up yet.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    release: HelmRelease,
    values: Vec<Named>,
    /// Whether it has values that cannot be in the repository: secret, fetched, or named by a generator.
    has_hidden: bool,
}

/// Values that a release names.
#[derive(Clone, Debug)]
struct Named {
    values: Values,
    /// Where it names them, if it needs them and they have to be in the repository.
    wanted: Option<Place>,
}

/// Where values are.
#[derive(Clone, Debug)]
enum Values {
    /// In a document that is there already.
    Here(Location),
    /// In a file of the repository, by its path.
    File(String),
    /// In an entry of a `ConfigMap` of the repository, which may be one that a kustomization makes of a file.
    Entry { namespace: String, name: String, key: String },
}

/// A `ConfigMap` that a kustomization makes of files (`configMapGenerator`): one of its entries.
#[derive(Clone, Debug)]
pub(super) struct GeneratedEntry {
    namespace: String,
    name: String,
    key: String,
    file: String,
}

impl Values {
    fn named(self) -> Named {
        Named { values: self, wanted: None }
    }

    fn wanted(self, place: Place) -> Named {
        Named { values: self, wanted: Some(place) }
    }
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
                ..HelmRelease::default()
            };
            let root = Field::new(&at, at.node(), FieldPath::root());
            let files = [vec![root.get("valuesFile")], root.get("additionalValuesFiles").items()].concat();
            let files = files.into_iter().filter_map(|field| {
                let values = Values::File(joined(directory, field.text()?));
                // Anything else is fetched.
                Some(if field.text()?.contains("://") {
                    values.named()
                } else {
                    values.wanted(field.place())
                })
            });
            let inline = inline.node().is_some().then_some(Values::Here(inline).named());
            drafts.push(Draft { release, values: files.chain(inline).collect(), has_hidden: false });
        }
    }
    drafts
}

/// The entries of `ConfigMap`s that kustomizations make of files, as `key=file` or by the name of the file.
pub(super) fn generated_entries(path: &str, documents: &[Arc<Document>]) -> Vec<GeneratedEntry> {
    let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
    let mut entries = Vec::new();
    for document in documents {
        let at = Location::of(Arc::clone(document));
        let root = Field::new(&at, at.node(), FieldPath::root());
        for map in root.get("configMapGenerator").items() {
            let namespace = map.get("namespace").text().or_else(|| root.get("namespace").text());
            for file in map.get("files").texts() {
                let (key, file) =
                    file.split_once('=').unwrap_or((file.rsplit('/').next().unwrap_or(file), file));
                entries.push(GeneratedEntry {
                    namespace: namespace.unwrap_or_default().to_owned(),
                    name: map.get("name").text().unwrap_or_default().to_owned(),
                    key: key.to_owned(),
                    file: joined(directory, file),
                });
            }
        }
    }
    entries
}

/// The charts that objects install.
pub(super) fn of_objects(manifests: &[Manifest]) -> Vec<Draft> {
    let is_installer = |manifest: &&Manifest| is_installer(&manifest.api_version, &manifest.kind);
    manifests.iter().filter(is_installer).flat_map(releases).collect()
}

/// Finds the files of all values.
pub(super) fn resolve(repository: &mut Repository, drafts: Vec<Draft>, generated: &[GeneratedEntry]) {
    for Draft { mut release, values, has_hidden } in drafts {
        release.is_partial = has_hidden;
        let of = format!("the release `{}`", release.name);
        for Named { values, wanted } in values {
            let (found, what) = match values {
                Values::Here(at) => (Found::Read(at), String::new()),
                Values::File(path) => (values_file(repository, &path, &of), format!("`{path}`")),
                Values::Entry { namespace, name, key } => {
                    let made = generated.iter().find(|made| made.is(&namespace, &name, &key));
                    let found = match made {
                        Some(made) => values_file(repository, &made.file, &of),
                        None => entry(&repository.manifests, &namespace, &name, &key),
                    };
                    (found, format!("`{key}` of the ConfigMap `{name}`"))
                }
            };
            match (found, wanted) {
                (Found::Read(at), _) => release.values.push(at),
                (Found::Unread, _) => release.is_partial = true,
                (Found::Nothing, wanted) => {
                    release.is_partial = true;
                    release.not_found.extend(wanted.map(|place| Placed { value: what, place }));
                }
            }
        }
        repository.releases.push(release);
    }
    let unnamed = by_path(repository);
    repository.releases.extend(unnamed);
}

/// What became of values that are named.
enum Found {
    Read(Location),
    /// They are there, and are no document of values; what is wrong with the file is said of the file.
    Unread,
    Nothing,
}

impl From<Option<Location>> for Found {
    fn from(at: Option<Location>) -> Self {
        at.map_or(Self::Unread, Self::Read)
    }
}

impl GeneratedEntry {
    fn is(&self, namespace: &str, name: &str, key: &str) -> bool {
        self.name == name && self.key == key && may_be(&self.namespace, namespace)
    }
}

/// Whether two namespaces may be one: an object without a namespace gets that of whatever applies it.
fn may_be(one: &str, other: &str) -> bool {
    one.is_empty() || other.is_empty() || one == other
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
    let may_be_missing = helm.get("ignoreMissingValueFiles").flag() == Some(true);
    let files = helm.get("valueFiles").items();
    let is_hidden = |file: &str| file.contains("://") || settled(file).is_none();
    let has_hidden = files.iter().filter_map(Field::text).any(is_hidden);
    let files = files.iter().filter_map(|field| Some((field.text().and_then(settled)?, field.place())));
    let mut values: Vec<Named> = files
        .filter(|(file, _)| !file.contains("://"))
        .map(|(file, place)| match file.strip_prefix('$').and_then(|rest| rest.split_once('/')) {
            // `$name/` is the root of another source, which is this repository where the file is here.
            Some((_, path)) if may_be_missing => Values::File(path.to_owned()).named(),
            Some((_, path)) => Values::File(path.to_owned()).wanted(place),
            // Otherwise it is a file of the chart, which is elsewhere.
            None => Values::File(file.trim_start_matches("./").to_owned()).named(),
        })
        .collect();
    let text = helm.get("values");
    let text = text.node().and_then(|node| embedded(&below(manifest, &text), node));
    let object = helm.get("valuesObject");
    let object = object.is_set().then(|| below(manifest, &object));
    values.extend(text.into_iter().chain(object).map(|at| Values::Here(at).named()));
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
        ..HelmRelease::default()
    };
    Some(Draft { release, values, has_hidden })
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
    let inline = inline.is_set().then(|| Values::Here(below(manifest, &inline)).named());
    // In this order: what stands in the release itself wins.
    let from = manifest.get("spec.valuesFrom").items();
    let has_hidden = from.iter().any(|from| from.get("kind").text() == Some("Secret"));
    let of_maps = from.into_iter().filter_map(|from| values_from(manifest, &from));
    let values = files_of_source(&chart).into_iter().chain(of_maps).chain(inline).collect();
    let namespace = manifest.get("spec.targetNamespace").text().unwrap_or(&manifest.namespace);
    let release = HelmRelease {
        // In Git it is the path of the chart's directory.
        chart: chart.get("chart").text()?.rsplit('/').next()?.to_owned(),
        name: manifest.get("spec.releaseName").text().unwrap_or(&manifest.name).to_owned(),
        namespace: namespace.to_owned(),
        version: version.text().map(|text| Placed { value: text.to_owned(), place: version.place() }),
        installed_by: Some(manifest.at.clone()),
        ..HelmRelease::default()
    };
    Some(Draft { release, values, has_hidden })
}

/// The files of values that lie beside a chart in Git, whose root is that of this repository where they are here.
fn files_of_source(chart: &Field<'_>) -> Vec<Named> {
    if chart.get("sourceRef.kind").text() != Some("GitRepository") {
        return Vec::new();
    }
    let may_be_missing = chart.get("ignoreMissingValuesFiles").flag() == Some(true);
    let named = |field: Field<'_>| {
        let values = Values::File(field.text()?.trim_start_matches("./").to_owned());
        Some(if may_be_missing { values.named() } else { values.wanted(field.place()) })
    };
    chart.get("valuesFiles").items().into_iter().filter_map(named).collect()
}

/// What a release takes from elsewhere: all values of an entry. Secrets are not looked into, and an entry that is one
/// value only (`targetPath`) is no document.
fn values_from(manifest: &Manifest, from: &Field<'_>) -> Option<Named> {
    if from.get("kind").text() != Some("ConfigMap") || from.get("targetPath").is_set() {
        return None;
    }
    let values = Values::Entry {
        namespace: manifest.namespace.clone(),
        name: from.get("name").text()?.to_owned(),
        key: from.get("valuesKey").text().unwrap_or("values.yaml").to_owned(),
    };
    let is_optional = from.get("optional").flag() == Some(true);
    Some(if is_optional { values.named() } else { values.wanted(from.get("name").place()) })
}

/// The values that an entry of a `ConfigMap` holds.
fn entry(manifests: &[Manifest], namespace: &str, name: &str, key: &str) -> Found {
    let mut maps = manifests.iter().filter(|manifest| manifest.kind == "ConfigMap" && manifest.name == name);
    let Some(map) = maps.find(|map| may_be(&map.namespace, namespace)) else { return Found::Nothing };
    let entry = map.get("data").key(key);
    let Some(node) = entry.node() else { return Found::Nothing };
    embedded(&below(map, &entry), node).into()
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
    let documents = yaml::parse_as(&Source::new(source.name(), text), GoYaml::KUBERNETES).ok()?;
    Some(Location::of(Arc::new(documents.into_iter().next()?)))
}

/// The values of a file that a release names.
fn values_file(repository: &mut Repository, path: &str, release: &str) -> Found {
    match repository.files.binary_search_by(|file| (*file.path).cmp(path)) {
        Ok(index) => values_at(repository, index, release).into(),
        Err(_) => Found::Nothing,
    }
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
    let document = yaml::parse_as(source, GoYaml::KUBERNETES).ok()?.into_iter().next()?;
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
            values: vec![at],
            ..HelmRelease::default()
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
