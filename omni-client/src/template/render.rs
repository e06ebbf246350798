//! From a template to resources, as `omnictl cluster template render` does it.

mod cluster;
mod machine;
mod machine_set;
mod patch;

use std::collections::{BTreeMap, BTreeSet};

use super::problem::{At, Problem};
use super::{Document, Host, Machine, Refusal, Template};
use crate::resource::{AnyResource, KernelArgs, Resource, annotation, label};
use crate::rules::TEMPLATE_DUPLICATE;

/// What all documents have to know of each other.
struct Context<'t> {
    cluster: &'t str,
    /// Kernel arguments of the cluster, unless it says nothing of them.
    kernel_args: Option<&'t [String]>,
    /// Kernel arguments of the sets, by machine.
    set_kernel_args: BTreeMap<&'t str, Option<&'t [String]>>,
    machines: BTreeMap<&'t str, &'t Machine>,
    /// Machines that any of their documents locks; of everything else the last document counts.
    locked: BTreeSet<&'t str>,
    host: &'t dyn Host,
}

/// Adds the resources of a document, or says why there are none.
type Rendered = Result<Vec<AnyResource>, Problem>;

impl Template {
    /// The resources that the template stands for, in the order of its documents.
    ///
    /// A template that [`Template::validate`] refuses may render to anything. Fails where a file cannot be read, where
    /// kernel arguments of the cluster meet a machine class, and where two documents make the same resource. The times
    /// in the metadata are left open: a render of the same template is the same.
    pub fn render(&self, host: &dyn Host) -> Result<Vec<AnyResource>, Refusal> {
        let rendered = self.render_by_document(host)?;
        Ok(rendered.into_iter().map(|(_, resource)| resource).collect())
    }

    /// The same, each resource with the number of the document that it stands for, counted from 0.
    pub fn render_by_document(&self, host: &dyn Host) -> Result<Vec<(usize, AnyResource)>, Refusal> {
        let context = self.context(host);
        let mut resources = Vec::new();
        let mut problems = Vec::new();
        let mut origins = Vec::new();
        for (index, document) in self.documents.iter().enumerate() {
            let at = At::document(index);
            let rendered = match document {
                Document::Cluster(cluster) => cluster::render(cluster, &context, &at),
                Document::ControlPlane(set) => {
                    let name = machine_set::Name::ControlPlane;
                    machine_set::render(&set.into(), name, &context, &at)
                }
                Document::Workers(set) => {
                    let name = (!set.name.is_empty()).then_some(&*set.name);
                    machine_set::render(&set.into(), machine_set::Name::Workers(name), &context, &at)
                }
                Document::Machine(machine) => machine::render(machine, &context, &at),
            };
            match rendered {
                Ok(rendered) => resources.extend(rendered),
                Err(problem) => problems.push(problem),
            }
            origins.resize(resources.len(), index);
        }
        problems.extend(duplicates(&resources, &origins));
        if problems.is_empty() {
            Ok(origins.into_iter().zip(resources).collect())
        } else {
            Err(Refusal { problems })
        }
    }

    fn context<'t>(&'t self, host: &'t dyn Host) -> Context<'t> {
        let mut context = Context {
            cluster: "",
            kernel_args: None,
            set_kernel_args: BTreeMap::new(),
            machines: BTreeMap::new(),
            locked: BTreeSet::new(),
            host,
        };
        for document in &self.documents {
            let (machines, args) = match document {
                Document::Cluster(cluster) => {
                    context.cluster = &cluster.name;
                    context.kernel_args = cluster.kernel_args.as_deref();
                    continue;
                }
                Document::Machine(machine) => {
                    context.machines.insert(&machine.name, machine);
                    if machine.locked {
                        context.locked.insert(&machine.name);
                    }
                    continue;
                }
                Document::ControlPlane(set) => (&set.machines, set.kernel_args.as_deref()),
                Document::Workers(set) => (&set.machines, set.kernel_args.as_deref()),
            };
            context.set_kernel_args.extend(machines.iter().map(|machine| (machine.as_str(), args)));
        }
        context
    }
}

impl Context<'_> {
    /// Kernel arguments of a machine, the strongest level that says anything; an empty list says something.
    fn kernel_args(&self, machine: &str, own: Option<&[String]>) -> Option<Resource<KernelArgs>> {
        let of_set = self.set_kernel_args.get(machine).copied().flatten();
        let args = own.or(of_set).or(self.kernel_args)?;
        let resource = Resource::new(machine, KernelArgs::new(args.iter().map(String::as_str)));
        Some(resource.annotated(annotation::MANAGED_BY_CLUSTER_TEMPLATES, ""))
    }
}

/// Lays labels and annotations of the user over those that a resource has.
fn describe<S>(
    mut resource: Resource<S>,
    labels: &BTreeMap<String, String>,
    annotations: &BTreeMap<String, String>,
) -> Resource<S> {
    resource.metadata.labels.extend(labels.clone());
    resource.metadata.annotations.extend(annotations.clone());
    resource
}

/// The extensions of one level, if it says anything of them.
fn extensions(
    list: Option<&Vec<String>>,
    of: &str,
    cluster: &str,
    narrower: Option<(&str, &str)>,
) -> Option<AnyResource> {
    let spec = crate::resource::ExtensionsConfiguration::new(list?.iter().map(String::as_str));
    let resource = Resource::new(format!("schematic-{of}"), spec).labelled(label::CLUSTER, cluster);
    let (key, value) = narrower.unwrap_or((label::CLUSTER, cluster));
    Some(resource.labelled(key, value).into())
}

fn duplicates(resources: &[AnyResource], origins: &[usize]) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for (resource, origin) in resources.iter().zip(origins) {
        let metadata = resource.metadata();
        if !seen.insert((&metadata.resource_type, &metadata.id)) {
            let text = format!("resource ID duplicate {metadata}");
            let help = "two documents, or two patches, make the same resource: rename or remove one";
            problems.push(Problem::new(&TEMPLATE_DUPLICATE, At::document(*origin), text).help(help));
        }
    }
    problems
}
