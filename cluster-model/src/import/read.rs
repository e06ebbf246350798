//! From bytes to pieces.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use manifest::yaml::{self, Document, Reading};
use manifest::{FieldPath, Finding, Place, Source};
use omni_client::resource::Spec as _;
use omni_client::resource::status::MachineStatus;
use omni_client::{OmniVersion, Resources};
use serde::de::IgnoredAny;
use talos_config::{Configuration, Patch};

use super::classify::{self, Kind};
use super::{File, Meaning, Repository, SpecFile, assign, helm, omni};
use crate::estate::{Location, Manifest, OmniEstate};
use crate::parallel;

/// What came of one file, before it is put beside the others.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    file: File,
    omni: OmniEstate,
    manifests: Vec<Manifest>,
    /// What a kustomization installs from charts, and what the objects do, before values are looked up.
    drafts: [Vec<helm::Draft>; 2],
    /// The entries of `ConfigMap`s that a kustomization makes of files.
    generated: Vec<helm::GeneratedEntry>,
    configurations: Vec<Arc<Document>>,
    findings: Vec<Finding>,
    spec: Option<Arc<SpecFile>>,
    /// The clusters that its resources and configurations name.
    clusters: BTreeSet<String>,
    text: Text,
    /// The other files that it says something by, whether there are such files or not.
    asked: BTreeSet<String>,
    /// Its document, if it can be the values of a chart; read when a release names the file.
    values: OnceLock<Option<Arc<Document>>>,
}

impl Piece {
    pub(super) fn clusters(&self) -> impl Iterator<Item = &str> {
        self.clusters.iter().map(String::as_str)
    }

    /// The paths of the other files that it says something by.
    pub(super) fn asked(&self) -> impl Iterator<Item = &str> {
        self.asked.iter().map(String::as_str)
    }

    pub(super) fn values(&self) -> Option<Arc<Document>> {
        self.values.get_or_init(|| helm::values_of(self.text.as_ref().ok()?).map(Arc::new)).clone()
    }
}

/// The pieces of all files, by path.
pub(super) type Pieces = BTreeMap<String, Arc<Piece>>;

/// The text of a file, or why it has none.
type Text = Result<Source, String>;

fn text(path: &str, bytes: Vec<u8>) -> Text {
    Source::from_bytes(path, bytes).map_err(|error| error.to_string())
}

/// Reads all files of a repository.
pub(super) fn read(files: BTreeMap<String, Vec<u8>>) -> Repository {
    let texts: BTreeMap<String, Text> =
        files.into_iter().map(|(path, bytes)| (path.clone(), text(&path, bytes))).collect();
    let find = |path: &str| texts.get(path);
    let context = Context::of(texts.keys(), &find);
    let all: Vec<(&String, &Text)> = texts.iter().collect();
    let pieces = parallel::map(&all, |(path, text)| ((*path).clone(), Arc::new(context.piece(path, text))))
        .into_iter();
    assemble(pieces.collect())
}

/// Reads the repository again of which some files have changed, or are gone.
pub(super) fn update(repository: &mut Repository, changes: BTreeMap<String, Option<Vec<u8>>>) {
    let mut pieces = std::mem::take(&mut repository.pieces);
    let mut given: BTreeMap<String, Text> = BTreeMap::new();
    let mut gone: BTreeSet<String> = BTreeSet::new();
    let mut charts_change = false;
    for (path, bytes) in changes {
        charts_change |= path.ends_with(CHART) && pieces.contains_key(&path) != bytes.is_some();
        if let Some(bytes) = bytes {
            let text = text(&path, bytes);
            given.insert(path, text);
        } else {
            pieces.remove(&path);
            gone.insert(path);
        }
    }
    let find = |path: &str| given.get(path).or_else(|| Some(&pieces.get(path)?.text));
    let context = Context::of(pieces.keys().chain(given.keys()), &find);
    // What is a template of a chart follows from which charts there are, and what a template of a cluster renders to has
    // files in it that it names.
    let has_changed = |path: &String| given.contains_key(path) || gone.contains(path);
    let is_concerned = |piece: &Piece| charts_change || piece.asked.iter().any(has_changed);
    let mut again: Vec<(&String, &Text)> = given.iter().collect();
    let others = pieces.iter().filter(|(path, piece)| !given.contains_key(*path) && is_concerned(piece));
    again.extend(others.map(|(path, piece)| (path, &piece.text)));
    let read = parallel::map(&again, |(path, text)| ((*path).clone(), Arc::new(context.piece(path, text))));
    pieces.extend(read);
    *repository = assemble(pieces);
}

/// Puts the pieces side by side, in the order of their paths, and finds what they say of each other.
fn assemble(pieces: Pieces) -> Repository {
    let mut repository = Repository::default();
    let mut drafts = [Vec::new(), Vec::new()];
    let mut files = Vec::with_capacity(pieces.len());
    let mut generated = Vec::new();
    for piece in pieces.values() {
        let Piece { file, omni, manifests, drafts: own, configurations, findings, spec, .. } = &**piece;
        if let Some(spec) = spec {
            repository.spec = Some(Arc::clone(spec));
        }
        files.push(file.clone());
        repository.omni.extend(omni);
        repository.manifests.extend(manifests.iter().cloned());
        repository.configurations.extend(configurations.iter().cloned());
        repository.findings.extend(findings.iter().cloned());
        generated.extend(piece.generated.iter().cloned());
        for (all, own) in drafts.iter_mut().zip(own) {
            all.extend(own.iter().cloned());
        }
    }
    repository.files = Arc::new(files);
    repository.pieces = pieces;
    helm::resolve(&mut repository, drafts.concat(), &generated);
    repository
}

/// What is to be known of the other files to read one.
struct Context<'t> {
    /// Directories of charts, with a `/` at the end.
    charts: Vec<&'t str>,
    /// Finds a text by its path, for what a template names.
    find: &'t Find<'t>,
}

/// Finds the text of the file at a path.
pub(super) type Find<'t> = dyn Fn(&str) -> Option<&'t Text> + Sync + 't;

/// A file that is being read.
struct Reader<'c, 't> {
    context: &'c Context<'t>,
    repository: Repository,
    drafts: Vec<helm::Draft>,
    generated: Vec<helm::GeneratedEntry>,
    asked: BTreeSet<String>,
}

/// The file that makes its directory a chart.
const CHART: &str = "Chart.yaml";

impl<'t> Context<'t> {
    fn of(paths: impl Iterator<Item = &'t String>, find: &'t Find<'t>) -> Self {
        Self { charts: paths.filter_map(|path| path.strip_suffix(CHART)).collect(), find }
    }

    fn piece(&self, path: &str, source: &Text) -> Piece {
        let mut reader = Reader {
            context: self,
            repository: Repository::default(),
            drafts: Vec::new(),
            generated: Vec::new(),
            asked: BTreeSet::new(),
        };
        let meaning = match source {
            Ok(source) => reader.file(path, source),
            Err(error) => {
                if is_yaml(path) {
                    let place = Place { source: Some(path.to_owned()), ..Place::default() };
                    let message = format!("not valid YAML: {error}");
                    reader.repository.findings.push(
                        Finding::new(&yaml::rules::YAML_SYNTAX, place, message)
                            .help("save the file as UTF-8"),
                    );
                }
                Meaning::Unknown("it is not a text".to_owned())
            }
        };
        let Reader { repository, drafts, generated, asked, .. } = reader;
        let file = File { path: path.to_owned(), source: source.as_ref().ok().cloned(), meaning };
        let Repository { omni, manifests, configurations, findings, spec, .. } = repository;
        let drafts = [drafts, helm::of_objects(&manifests)];
        let (text, values) = (source.clone(), OnceLock::new());
        let of_resources = omni.metadata().filter_map(|(metadata, _)| assign::name_of(metadata));
        let of_configurations = configurations.iter().map(|document| assign::cluster_of(document));
        let clusters = of_resources.chain(of_configurations).map(str::to_owned).collect();
        Piece {
            file,
            omni,
            manifests,
            drafts,
            generated,
            configurations,
            findings,
            spec,
            clusters,
            text,
            asked,
            values,
        }
    }

    /// The chart in whose `templates` a file lies.
    fn chart_of(&self, path: &str) -> Option<&str> {
        let is_in =
            |chart: &&&str| path.strip_prefix(**chart).is_some_and(|rest| rest.starts_with("templates/"));
        self.charts.iter().find(is_in).copied()
    }
}

impl Reader<'_, '_> {
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
        let of_chart = self.context.chart_of(path);
        // What a file is for is known only when it has been read. Talos' texts are then read again, by their minor.
        let documents = match yaml::parse_as(source, OmniVersion::LATEST.yaml()) {
            Ok(documents) => documents,
            Err(_) if of_chart.is_some() => return unknown("a template of a chart is not rendered here"),
            Err(finding) => {
                self.repository.findings.push(*finding);
                return unknown("it is not YAML");
            }
        };
        let kinds: Vec<Kind> = documents.iter().map(classify::kind).collect();
        let has = |kind: Kind| kinds.contains(&kind);
        if of_chart.is_none() && has(Kind::TemplateDocument) && !has(Kind::OmniResource) {
            return self.cluster_template(path, documents);
        }
        let documents: Vec<Arc<Document>> = documents.into_iter().map(Arc::new).collect();
        if of_chart.is_some() {
            return self.template_of_chart(&documents);
        }
        if has(Kind::OmniResource) {
            return self.omni_resources(&documents);
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
            self.repository.spec = Some(Arc::new(SpecFile::read(source)));
            return Meaning::Spec;
        }
        // Whatever is left has no reader that looks at all of its keys.
        self.repository.findings.extend(documents.iter().flat_map(|document| duplicate_keys(document)));
        if has(Kind::Kustomization) {
            self.drafts.extend(helm::of_kustomization(path, &documents));
            self.generated.extend(helm::generated_entries(path, &documents));
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

    fn omni_resources(&mut self, documents: &[Arc<Document>]) -> Meaning {
        let host = omni_client::template::NoFiles;
        let Resources { resources, findings } =
            omni_client::check_resources(documents, &host, OmniVersion::LATEST);
        // What Omni has seen of machines is kept to be looked up, not to be applied: the rules know the disks from it.
        let is_inventory = documents.iter().all(|document| {
            let metadata = document.root().get("metadata").and_then(|metadata| metadata.get("type"));
            metadata.and_then(yaml::Node::as_text) == Some(MachineStatus::TYPE)
        });
        let is_told =
            |finding: &Finding| !(is_inventory && *finding.rule == omni_client::rules::READ_ONLY_TYPE);
        self.repository.findings.extend(findings.into_iter().filter(is_told));
        let count = resources.len();
        for (index, resource) in resources {
            if let Some(document) = documents.get(index) {
                omni::add_resource(&mut self.repository.omni, resource, document);
            }
        }
        Meaning::OmniResources(count)
    }

    fn cluster_template(&mut self, path: &str, documents: Vec<Document>) -> Meaning {
        let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
        let host = omni::Beside { directory, find: self.context.find, asked: RefCell::default() };
        let refusals = omni::add_template(&mut self.repository.omni, documents, &host);
        self.repository.findings.extend(refusals);
        self.asked = host.asked.into_inner();
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

/// The keys that a document gives twice, of which no reader of Kubernetes, Helm or Argo CD keeps both.
fn duplicate_keys(document: &Document) -> Vec<Finding> {
    let mut found = document.decode::<IgnoredAny>(Reading::Json).findings;
    found.retain(|finding| *finding.rule == yaml::rules::DUPLICATE_KEY);
    found
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
