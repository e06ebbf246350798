//! From bytes to pieces.

use std::collections::BTreeMap;
use std::sync::Arc;

use manifest::yaml::{self, Document};
use manifest::{FieldPath, Finding, Place, Source};
use omni_client::OmniVersion;
use talos_config::{Configuration, Patch};

use super::classify::{self, Kind};
use super::{File, Meaning, Repository, helm, omni};
use crate::estate::{Location, Manifest};

/// Reads all files of a repository.
pub(super) fn read(files: BTreeMap<String, Vec<u8>>) -> Repository {
    let charts: Vec<String> =
        files.keys().filter_map(|path| Some(path.strip_suffix("Chart.yaml")?.to_owned())).collect();
    let mut reader = Reader { charts, ..Reader::default() };
    let mut parsed = Vec::new();
    for (path, bytes) in files {
        match Source::from_bytes(&*path, bytes) {
            Ok(source) => {
                reader.texts.insert(path.clone(), source.clone());
                parsed.push((path, Some(source)));
            }
            Err(error) => {
                if is_yaml(&path) {
                    let place = Place { source: Some(path.clone()), ..Place::default() };
                    let message = format!("not valid YAML: {error}");
                    reader.repository.findings.push(
                        Finding::new(&yaml::rules::YAML_SYNTAX, place, message)
                            .help("save the file as UTF-8"),
                    );
                }
                parsed.push((path, None));
            }
        }
    }
    for (path, source) in parsed {
        let meaning = match &source {
            Some(source) => reader.file(&path, source),
            None => Meaning::Unknown("it is not a text".to_owned()),
        };
        reader.repository.files.push(File { path, source, meaning });
    }
    let Reader { mut repository, drafts, .. } = reader;
    helm::resolve(&mut repository, drafts);
    repository
}

#[derive(Default)]
struct Reader {
    /// Directories of charts, with a `/` at the end.
    charts: Vec<String>,
    repository: Repository,
    /// What is installed from charts, before its values are looked up.
    drafts: Vec<helm::Draft>,
    /// All texts, for what a template names.
    texts: BTreeMap<String, Source>,
}

impl Reader {
    fn file(&mut self, path: &str, source: &Source) -> Meaning {
        let unknown = |why: &str| Meaning::Unknown(why.to_owned());
        if extension(path) == Some("md") {
            return Meaning::Text;
        }
        if !is_yaml(path) {
            return unknown("it is not YAML by its name");
        }
        if is_template_by_name(path) {
            return unknown("its name says that it is filled in before it is applied");
        }
        let of_chart = self.chart_of(path);
        let documents = match yaml::parse(source) {
            Ok(documents) => documents,
            Err(_) if of_chart.is_some() => return unknown("a template of a chart is not rendered here"),
            Err(finding) => {
                self.repository.findings.push(*finding);
                return unknown("it is not YAML");
            }
        };
        let documents: Vec<Arc<Document>> = documents.into_iter().map(Arc::new).collect();
        let kinds: Vec<Kind> = documents.iter().map(|document| classify::kind(document)).collect();
        if of_chart.is_some() {
            return self.template_of_chart(&documents);
        }
        let has = |kind: Kind| kinds.contains(&kind);
        if has(Kind::OmniResource) {
            return self.omni_resources(source, &documents);
        }
        if has(Kind::TemplateDocument) {
            return self.cluster_template(path, source);
        }
        if has(Kind::MachineConfiguration) {
            return self.machine_configuration(source, documents);
        }
        if has(Kind::TalosPatch) {
            let minor = talos_config::Minor::default();
            self.repository.findings.extend(Patch::load(source, minor).findings);
            return Meaning::TalosPatch;
        }
        if has(Kind::Spec) {
            self.repository.spec = Some(source.clone());
            return Meaning::Spec;
        }
        if has(Kind::Kustomization) {
            self.drafts.extend(helm::of_kustomization(path, &documents));
            return Meaning::Kustomization;
        }
        if has(Kind::Object) {
            return self.objects(&documents);
        }
        if kinds.iter().all(|kind| *kind == Kind::Empty) {
            return unknown("it is empty");
        }
        unknown(
            "it is neither for Omni nor for Talos nor for Kubernetes, and no release names it as its values",
        )
    }

    /// The chart in whose `templates` a file lies.
    fn chart_of(&self, path: &str) -> Option<&str> {
        let is_in = |chart: &&String| {
            path.strip_prefix(chart.as_str()).is_some_and(|rest| rest.starts_with("templates/"))
        };
        self.charts.iter().find(is_in).map(String::as_str)
    }

    /// What installs a chart is read also where it is itself a template: only what is not said by the template counts.
    fn template_of_chart(&mut self, documents: &[Arc<Document>]) -> Meaning {
        let releases = documents.iter().filter(|document| helm::installs(document)).count();
        for document in documents.iter().filter(|document| helm::installs(document)) {
            let at = Location::of(Arc::clone(document));
            self.repository.manifests.extend(Manifest::new(at));
        }
        match releases {
            0 => Meaning::Unknown("a template of a chart is not rendered here".to_owned()),
            count => Meaning::Manifests(count),
        }
    }

    fn omni_resources(&mut self, source: &Source, documents: &[Arc<Document>]) -> Meaning {
        let host = omni_client::template::NoFiles;
        let found = omni_client::check(source, &host, OmniVersion::LATEST);
        self.repository.findings.extend(found);
        let mut count = 0;
        for document in documents {
            if let Some(resource) = omni_client::resource::read(document).value {
                count += 1;
                omni::add_resource(&mut self.repository.omni, resource, document);
            }
        }
        Meaning::OmniResources(count)
    }

    fn cluster_template(&mut self, path: &str, source: &Source) -> Meaning {
        let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
        let host = omni::Beside { directory, texts: &self.texts };
        let found = omni_client::check(source, &host, OmniVersion::LATEST);
        self.repository.findings.extend(found);
        omni::add_template(&mut self.repository.omni, source, &host);
        Meaning::ClusterTemplate
    }

    fn machine_configuration(&mut self, source: &Source, documents: Vec<Arc<Document>>) -> Meaning {
        let loaded = Configuration::load(source, talos_config::Minor::default());
        self.repository.findings.extend(loaded.findings);
        self.repository.configurations.extend(documents.into_iter().next());
        Meaning::MachineConfiguration
    }

    fn objects(&mut self, documents: &[Arc<Document>]) -> Meaning {
        let mut count = 0;
        for document in documents {
            let at = Location::of(Arc::clone(document));
            let items = document.root().get("items").and_then(yaml::Node::as_sequence);
            let is_list = document.root().get("kind").and_then(yaml::Node::as_text) == Some("List");
            let locations: Vec<Location> = match items.filter(|_| is_list) {
                Some(items) => {
                    let item = |index| FieldPath::root().key("items").index(index);
                    (0..items.len()).map(|index| Location { base: item(index), ..at.clone() }).collect()
                }
                None => vec![at],
            };
            let manifests: Vec<Manifest> = locations.into_iter().filter_map(Manifest::new).collect();
            count += manifests.len();
            self.repository.manifests.extend(manifests);
        }
        Meaning::Manifests(count)
    }
}

fn is_yaml(path: &str) -> bool {
    matches!(extension(path), Some("yaml" | "yml"))
}

fn extension(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, extension)| extension)
}

/// Whether the name of a file says that somebody fills it in first.
fn is_template_by_name(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split('.').any(|part| ["template", "tmpl", "tpl", "example", "sample"].contains(&part))
}
