//! Rendering: which resources, in which order, with which bytes.

use std::collections::BTreeMap;

use manifest::yaml;
use omni_client::resource::{self, AnyResource};
use omni_client::template::NoFiles;

use super::{MACHINE, PROD, WORKER, load, render};

fn names(resources: &[AnyResource]) -> Vec<String> {
    let names = resources.iter().map(|resource| {
        let metadata = resource.metadata();
        format!("{} {}", metadata.resource_type.trim_end_matches(".omni.sidero.dev"), metadata.id)
    });
    names.collect()
}

#[test]
fn renders_documents_in_their_order() {
    assert_eq!(
        names(&render(PROD)),
        [
            "Clusters prod",
            "ConfigPatches 200-cluster-prod-kubespan",
            "ConfigPatches 250-ntp",
            "ExtensionsConfigurations schematic-prod",
            "MachineSets prod-control-planes",
            "MachineSetNodes 11111111-1111-4111-8111-111111111111",
            "KernelArgs 11111111-1111-4111-8111-111111111111",
            "MachineSets prod-gpu",
            "MachineSetNodes 22222222-2222-4222-8222-222222222222",
            "ConfigPatches 000-cm-22222222-2222-4222-8222-222222222222-install-disk",
            "ExtensionsConfigurations schematic-22222222-2222-4222-8222-222222222222",
        ]
    );
}

#[test]
fn prints_as_omnictl_does() {
    let resources = render(PROD);
    let text = resource::print_all(&resources, 2).unwrap();
    assert!(
        text.starts_with(
            "\
metadata:
  namespace: default
  type: Clusters.omni.sidero.dev
  id: prod
  version: undefined
  owner:
  phase: running
  created: 0001-01-01T00:00:00Z
  updated: 0001-01-01T00:00:00Z
  labels:
    env: prod
  annotations:
    omni.sidero.dev/managed-by-cluster-templates:
spec:
  kubernetesversion: 1.34.1
  talosversion: 1.11.2
  features:
    enableworkloadproxy: false
    diskencryption: false
    useembeddeddiscoveryservice: false
    enablenodeauditskip: false
    disablepublicdiscoveryservice: false
  backupconfiguration:
    interval:
      seconds: 3600
      nanos: 0
    enabled: true
---
"
        ),
        "{text}"
    );
    for part in [
        "    omni.sidero.dev/role-worker:\n",
        "  updatestrategy: 1\n",
        "      maxparallelism: 3\n",
        "    omni.sidero.dev/locked:\n",
        "spec: {}\n",
        "  compresseddata: []\n",
        "    machine:\n        install:\n            disk: /dev/nvme0n1\n",
        "      time: {servers: [192.168.1.1]} # ours\n",
    ] {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}

#[test]
fn prints_what_it_can_read_back() {
    let resources = render(PROD);
    let text = resource::print_all(&resources, 4).unwrap();
    let documents = yaml::parse(&manifest::Source::new("printed", text)).unwrap();
    assert_eq!(documents.len(), resources.len());
    for (document, mut resource) in documents.iter().zip(resources) {
        let never = Some("0001-01-01T00:00:00Z".to_owned());
        (resource.metadata_mut().created, resource.metadata_mut().updated) = (never.clone(), never);
        let decoded = resource::read(document);
        assert_eq!((decoded.value, decoded.findings), (Some(resource), vec![]));
    }
}

#[test]
fn prints_labels_as_bare_texts_wherever_yaml_lets_it() {
    let labels = [
        ("a", "true"),
        ("b", "1.10"),
        ("c", ""),
        ("d", "- a"),
        ("e", "a: b"),
        ("f", "it's"),
        ("g", "'quoted'"),
        ("h", " spaced "),
        ("i", "#no comment"),
        ("j", "-dash"),
        ("k", "a\tb"),
    ];
    let mut machine = resource::Resource::new("m", resource::MachineLabels {});
    for (key, value) in labels {
        machine = machine.labelled(key, value);
    }
    let text = resource::print(&machine.into(), 2).unwrap();
    assert!(
        text.contains(
            "\
    a: true
    b: 1.10
    c:
    d: '- a'
    e: 'a: b'
    f: it's
    g: '''quoted'''
    h: ' spaced '
    i: '#no comment'
    j: -dash
    k: \"a\\tb\"
"
        ),
        "{text}"
    );
    let document = &yaml::parse(&manifest::Source::new("", text)).unwrap()[0];
    let read = resource::read(document).value.unwrap();
    let values: Vec<_> = read.metadata().labels.values().map(String::as_str).collect();
    assert_eq!(values, labels.map(|(_, value)| value));
}

#[test]
fn takes_kernel_arguments_from_the_strongest_level_that_says_anything() {
    let args = |cluster: &str, set: &str, machine: &str| {
        let text = format!(
            "kind: Cluster\nname: prod\nkubernetes: {{version: v1.34.1}}\ntalos: {{version: v1.11.2}}\n{cluster}\n---\n\
             kind: ControlPlane\nmachines: [{MACHINE}]\n{set}\n{machine}"
        );
        let resources = render(&text);
        resources.iter().find_map(|resource| match resource {
            AnyResource::KernelArgs(args) => Some(args.spec.args.clone()),
            _ => None,
        })
    };
    let machine = format!("---\nkind: Machine\nname: {MACHINE}\n");
    let own = format!("{machine}kernelArgs: []\n");
    assert_eq!(args("", "", ""), None);
    assert_eq!(args("kernelArgs: [c]", "", ""), Some(vec!["c".to_owned()]));
    assert_eq!(args("kernelArgs: [c]", "kernelArgs: [s]", ""), Some(vec!["s".to_owned()]));
    assert_eq!(args("kernelArgs: [c]", "kernelArgs: [s]", &machine), Some(vec!["s".to_owned()]));
    assert_eq!(args("kernelArgs: [c]", "kernelArgs: [s]", &own), Some(vec![]));
}

#[test]
fn reads_patches_from_files_and_keeps_their_bytes() {
    let text = PROD.replace(
        "  - name: kubespan\n    inline: {machine: {network: {kubespan: {enabled: true}}}}\n",
        "  - file: ./patches/kubespan.yaml\n",
    );
    let data = "# ours\r\nmachine: {network: {kubespan: {enabled: true}}}\r\n";
    let files = BTreeMap::from([("patches/kubespan.yaml".to_owned(), data)]);
    let template = load(&text);
    template.validate(&files).unwrap();
    let resources = template.render(&files).unwrap();
    let Some(AnyResource::ConfigPatch(patch)) = resources.get(1) else { panic!("no patch") };
    assert_eq!(patch.id(), "200-cluster-prod-./patches/kubespan.yaml");
    assert_eq!(patch.spec.data, data);
    assert_eq!(patch.metadata.annotation("name"), Some("./patches/kubespan.yaml"));
}

#[test]
fn encodes_inline_yaml_as_go_does() {
    let text = format!(
        "\
kind: Cluster
name: prod
kubernetes: {{version: v1.34.1}}
talos: {{version: v1.11.2}}
patches:
  - name: one
    inline:
      machine: {{sysctls: {{b10: \"1\", b9: yes, B: 1.10}}, files: [{{path: /a, op: create}}]}} # lost
  - name: two
    inline: [{{machine: {{}}, cluster: {{}}}}, {{apiVersion: v1alpha1, kind: HostnameConfig}}]
---
kind: ControlPlane
machines: [{MACHINE}]
"
    );
    let resources = render(&text);
    let data = |index: usize| match &resources[index] {
        AnyResource::ConfigPatch(patch) => patch.spec.data.as_str(),
        _ => panic!("not a patch"),
    };
    assert_eq!(
        data(1),
        "\
machine:
    files:
        - op: create
          path: /a
    sysctls:
        B: 1.1
        b9: 'yes'
        b10: \"1\"
"
    );
    assert_eq!(
        data(2),
        "\
cluster: {}
machine: {}
---
apiVersion: v1alpha1
kind: HostnameConfig
"
    );
}

#[test]
fn refuses_what_would_make_one_resource_twice() {
    let text = format!("{PROD}---\nkind: Workers\n---\nkind: Workers\nname: workers\n");
    let template = load(&text);
    template.validate(&NoFiles).unwrap();
    let refusal = template.render(&NoFiles).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "1 error occurred:\n\t* resource ID duplicate MachineSets.omni.sidero.dev(default/prod-workers)\n\n"
    );
}

#[test]
fn refuses_kernel_arguments_of_the_cluster_for_a_machine_class() {
    let text = PROD
        .replace("labels: {env: prod}", "kernelArgs: []")
        .replace(&format!("name: gpu\nmachines: [{WORKER}]"), "name: gpu\nmachineClass: {name: big, size: 2}")
        .split("---\nkind: Machine")
        .next()
        .unwrap()
        .to_owned();
    let template = load(&text);
    template.validate(&NoFiles).unwrap();
    let refusal = template.render(&NoFiles).unwrap_err().to_string();
    assert!(refusal.contains("kernelArgs cannot be defined at cluster level"), "{refusal}");
}
