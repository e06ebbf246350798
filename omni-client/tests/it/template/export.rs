//! Exporting: a template that renders to the resources that it was made of.

use manifest::Source;
use manifest::yaml::{self, Layout};
use omni_client::resource::{AnyResource, ExtensionsConfiguration, MachineSet, MachineSetNode, Resource};
use omni_client::template::{Export, NoFiles, Template};

use super::{PROD, render};

fn export(resources: &[AnyResource]) -> Template {
    Template::export("prod", resources, Export { kernel_args: true, ..Export::default() }).unwrap()
}

#[test]
fn exports_what_renders_to_the_same_resources() {
    let mut expected = render(PROD);
    let template = export(&expected);
    let text = yaml::to_stream(&template.documents, &Layout::default()).unwrap();
    let loaded = Template::load(&Source::new("exported", text));
    assert_eq!((&loaded.template, &loaded.findings), (&template, &vec![]));
    loaded.template.validate(&NoFiles).unwrap();
    let mut rendered = loaded.template.render(&NoFiles).unwrap();
    // Every machine has a list of kernel arguments now, the one without any an empty one.
    rendered
        .retain(|resource| !matches!(resource, AnyResource::KernelArgs(args) if args.spec.args.is_empty()));
    let order = |one: &AnyResource, two: &AnyResource| {
        let key = |resource: &AnyResource| {
            (resource.metadata().resource_type.clone(), resource.metadata().id.clone())
        };
        key(one).cmp(&key(two))
    };
    rendered.sort_by(order);
    expected.sort_by(order);
    assert_eq!(rendered, expected);
}

#[test]
fn makes_the_install_disk_out_of_its_patch_and_leaves_out_what_has_an_owner() {
    let mut resources = render(PROD);
    for resource in &mut resources {
        if resource.metadata().id == "250-ntp" {
            resource.metadata_mut().owner = "SomeController".to_owned();
        }
    }
    let text = yaml::to_stream(&export(&resources).documents, &Layout::default()).unwrap();
    assert!(text.contains("install:\n  disk: /dev/nvme0n1\n"), "{text}");
    assert!(!text.contains("250-ntp") && !text.contains("install-disk"), "{text}");
}

#[test]
fn takes_the_first_of_several_extension_lists_of_a_level() {
    let mut resources = render(PROD);
    let list = Resource::new("a-first", ExtensionsConfiguration::default())
        .labelled("omni.sidero.dev/cluster", "prod");
    resources.push(list.into());
    assert_eq!(export(&resources).cluster().unwrap().system_extensions, Some(vec![]));
}

#[test]
fn says_why_it_cannot_export() {
    let refused = |change: &dyn Fn(&mut Vec<AnyResource>)| {
        let mut resources = render(PROD);
        change(&mut resources);
        Template::export("prod", &resources, Export::default()).unwrap_err().to_string()
    };
    let node = || Resource::new("n", MachineSetNode {}).labelled("omni.sidero.dev/cluster", "prod");
    let set = || Resource::new("s", MachineSet::default()).labelled("omni.sidero.dev/cluster", "prod");
    assert_eq!(refused(&|all| all.clear()), "error getting cluster \"prod\": not found");
    assert_eq!(refused(&|all| all.push(node().into())), "machine set node \"n\" has no machine set label");
    let lost = || node().labelled("omni.sidero.dev/machine-set", "prod-lost");
    assert_eq!(refused(&|all| all.push(lost().into())), "unexpected machine set label \"prod-lost\"");
    assert_eq!(refused(&|all| all.push(set().into())), "machine set \"s\" has no role label");
}
