//! Repositories that are read back.

use std::collections::BTreeMap;
use std::path::Path;

use cluster_model::effective::Effective;
use cluster_model::estate::Estate;
use cluster_model::import::{Meaning, Repository};
use cluster_model::spec::Role;
use manifest::FieldPath;

/// A repository of texts.
pub(crate) fn repository(files: &[(&str, &str)]) -> Repository {
    Repository::read(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())))
}

/// The files that are generated for the seed's cluster.
fn generated() -> Repository {
    fn walk(root: &Path, directory: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in std::fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, files);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                files.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/frank");
    let mut files = BTreeMap::new();
    walk(&root, &root, &mut files);
    Repository::read(files)
}

fn only(repository: &Repository) -> Estate {
    let mut estates = repository.estates();
    assert_eq!(estates.len(), 1);
    estates.remove(0)
}

fn said<'e>(effective: &'e Effective, keys: &str) -> (&'e str, String) {
    let field = effective.get(keys).unwrap();
    let place = field.place();
    (field.text().unwrap(), format!("{}:{:?}", place.source.unwrap(), place.span.unwrap().range()))
}

#[test]
fn what_was_generated_is_read_back_with_what_its_spec_asked_for() {
    let repository = generated();
    // The spec of this cluster asks for the old annotation.
    let findings = repository.check();
    let codes: Vec<&str> = findings.iter().map(|finding| finding.rule.code).collect();
    assert_eq!(codes, ["CLU0421"]);
    let estate = only(&repository);
    assert_eq!(estate.name, "frank");
    assert_eq!(estate.versions.talos.as_ref().unwrap().value.to_string(), "1.12.6");
    let control_planes = estate.machines.iter().filter(|machine| machine.role == Some(Role::ControlPlane));
    assert_eq!((estate.machines.len(), control_planes.count()), (7, 3));
    let cilium = estate.cilium.as_ref().unwrap();
    assert_eq!((cilium.pools.len(), cilium.policies.len(), cilium.services.len()), (1, 1, 1));
    let unknown = repository.files().iter().filter(|file| matches!(file.meaning, Meaning::Unknown(_)));
    assert_eq!(unknown.map(|file| &*file.path).collect::<Vec<_>>(), ["rollout.yaml"]);
}

#[test]
fn a_value_inside_of_a_patch_is_found_in_the_file_around_it() {
    let patch = "\
# Cilium brings the network.
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 100-cni
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/cluster-machine: ce4d0d52-6c10-bdc9-746c-88aedd67681b
spec:
  data: |
    cluster:
      network:
        cni:
          name: none
";
    let estate = only(&repository(&[("cni.yaml", patch)]));
    let start = patch.rfind("none").unwrap();
    let expected = ("none", format!("cni.yaml:{:?}", start..start + 4));
    assert_eq!(said(&estate.effective[0], "cluster.network.cni.name"), expected);
}

#[test]
fn machines_with_one_stack_share_one_configuration() {
    let estate = only(&generated());
    let machines: usize = estate.effective.iter().map(|effective| effective.machines.len()).sum();
    assert_eq!(machines, 7);
    let node = |id: &str| {
        format!(
            "metadata:\n  namespace: default\n  type: MachineSetNodes.omni.sidero.dev\n  id: {id}\n  labels:\n    \
             omni.sidero.dev/cluster: c\n    omni.sidero.dev/machine-set: c-workers\n    \
             omni.sidero.dev/role-worker: \"\"\nspec: {{}}\n"
        )
    };
    let (one, two) =
        (node("00000000-0000-4000-8000-000000000001"), node("00000000-0000-4000-8000-000000000002"));
    let estate = only(&repository(&[("1.yaml", &one), ("2.yaml", &two)]));
    assert_eq!(estate.effective.len(), 1);
    assert_eq!(estate.effective[0].machines, [0, 1]);
}

#[test]
fn a_narrower_patch_wins_and_what_it_overrode_is_known() {
    let text = |id: &str, narrower: &str, port: u16| {
        format!(
            "metadata:\n  namespace: default\n  type: ConfigPatches.omni.sidero.dev\n  id: {id}\n  labels:\n    \
             omni.sidero.dev/cluster: c\n{narrower}spec:\n  data: |\n    machine:\n      features:\n        \
             kubePrism:\n          port: {port}\n"
        )
    };
    let machine = "    omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001\n";
    let (wide, narrow) = (text("900-wide", "", 7000), text("100-narrow", machine, 8000));
    let estate = only(&repository(&[("wide.yaml", &wide), ("narrow.yaml", &narrow)]));
    let effective = &estate.effective[0];
    let path = FieldPath::root().keys("machine.features.kubePrism.port");
    let said = effective.documents[0].said(&path).unwrap();
    assert_eq!(effective.applied[said.by.unwrap()].id, "100-narrow");
    assert_eq!(said.place.source.as_deref(), Some("narrow.yaml"));
    assert_eq!(said.overrode[0].place.source.as_deref(), Some("wide.yaml"));
}

#[test]
fn values_are_found_through_what_installs_the_chart() {
    let application = "\
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: cilium}
spec:
  sources:
    - chart: cilium
      repoURL: https://example.org
      targetRevision: 1.17.0
      helm:
        valueFiles: [$values/net/cilium.yaml]
        values: |
          operator:
            replicas: 1
    - {repoURL: https://example.org, ref: values}
";
    let values = "kubeProxyReplacement: true\noperator: {replicas: 3}\n";
    let repository = repository(&[("apps/cilium.yaml", application), ("net/cilium.yaml", values)]);
    let estate = only(&repository);
    assert_eq!(estate.versions.cilium.as_ref().unwrap().value.to_string(), "1.17.0");
    let cilium = estate.cilium.as_ref().unwrap();
    assert!(cilium.replaces_kube_proxy());
    assert_eq!(cilium.values.operator.replicas.value(), Some(1));
    let place = cilium.value_place("operator.replicas");
    assert_eq!(place.source.as_deref(), Some("apps/cilium.yaml"));
    let span = place.span.unwrap();
    assert_eq!(application.get(span.range()), Some("1"));
}

#[test]
fn what_a_set_of_applications_says_for_all_of_them_is_read() {
    let set = "\
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: network}
spec:
  generators: [{list: {elements: [{cluster: frank}]}}]
  template:
    metadata: {name: '{{cluster}}-cilium'}
    spec:
      destination: {namespace: kube-system}
      sources:
        - chart: cilium
          repoURL: https://example.org
          targetRevision: 1.17.0
          helm:
            valueFiles: [$values/net/cilium.yaml, '$values/{{cluster}}.yaml']
        - {repoURL: https://example.org, ref: values}
        - {chart: '{{chart}}', repoURL: https://example.org, targetRevision: 1.0.0}
";
    let values = "kubeProxyReplacement: true\n";
    let estate = only(&repository(&[("apps/set.yaml", set), ("net/cilium.yaml", values)]));
    assert_eq!(estate.versions.cilium.as_ref().unwrap().value.to_string(), "1.17.0");
    let cilium = estate.cilium.as_ref().unwrap();
    assert!(cilium.replaces_kube_proxy());
    assert_eq!(cilium.value_place("kubeProxyReplacement").source.as_deref(), Some("net/cilium.yaml"));
}

#[test]
fn values_of_a_flux_release_are_found_in_config_maps_and_its_own_win() {
    let release = "\
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: cilium, namespace: kube-system}
spec:
  chart: {spec: {chart: cilium, version: 1.17.0}}
  valuesFrom:
    - {kind: ConfigMap, name: cilium-values}
    - {kind: Secret, name: cilium-secrets}
  values:
    operator: {replicas: 1}
";
    let map = "\
apiVersion: v1
kind: ConfigMap
metadata: {name: cilium-values, namespace: kube-system}
data:
  values.yaml: |
    kubeProxyReplacement: true
    operator:
      replicas: 3
";
    let other = map.replace("kube-system", "elsewhere").replace("true", "false");
    let estate = only(&repository(&[("a.yaml", &other), ("map.yaml", map), ("release.yaml", release)]));
    let cilium = estate.cilium.as_ref().unwrap();
    assert!(cilium.replaces_kube_proxy());
    assert_eq!(cilium.values.operator.replicas.value(), Some(1));
    let place = cilium.value_place("kubeProxyReplacement");
    assert_eq!(place.source.as_deref(), Some("map.yaml"));
    assert_eq!(map.get(place.span.unwrap().range()), Some("true"));
}

#[test]
fn what_is_not_understood_is_listed_with_the_reason() {
    let repository = repository(&[
        ("a.yaml", "hello: world\n"),
        ("b.template.yaml", "x: <FILL ME IN>\n"),
        ("chart/Chart.yaml", "name: x\n"),
        ("chart/templates/c.yaml", "{{ if .Values.x }}\na: b\n{{ end }}\n"),
    ]);
    let listed: Vec<String> =
        repository.files().iter().map(|file| format!("{}: {}", file.path, file.meaning)).collect();
    assert!(listed[0].starts_with("a.yaml: not understood: it is neither"), "{listed:?}");
    assert!(listed[1].contains("filled in"), "{listed:?}");
    assert!(listed[3].contains("template of a chart"), "{listed:?}");
    assert_eq!(repository.check(), []);
}

#[test]
fn a_policy_that_the_agents_refuse_is_found_unless_the_api_server_refuses_it_too() {
    let policy = |ingress: &str| {
        format!(
            "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {{name: web, namespace: web}}\n\
             spec: {{endpointSelector: {{}}, ingress: [{ingress}]}}\n"
        )
    };
    let found = |ingress: &str| -> Vec<&str> {
        let text = policy(ingress);
        let repository = repository(&[("policies/web.yaml", text.as_str())]);
        repository.check().into_iter().map(|finding| finding.rule.code).collect()
    };
    assert_eq!(found("{fromEntities: [world], fromCIDR: [10.0.0.0/8]}"), ["CIL0504"]);
    assert_eq!(found("{fromEntities: [world], fromCIDR: [10.0.0.0/8], fromentities: []}"), ["CIL0403"]);
    assert_eq!(found("{fromEntities: [world]}"), [""; 0]);
}

#[test]
fn a_key_that_is_given_twice_is_told_once_in_every_yaml_file() {
    let repository = repository(&[
        (
            "apps/list.yaml",
            "apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Pod, kind: Job}\n",
        ),
        ("apps/map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  name: b\n"),
        (
            "apps/kustomization.yaml",
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n\
         resources: []\nresources: []\n",
        ),
        ("cilium/values.yaml", "k8sServicePort: 7445\nk8sServicePort: 6443\n"),
        ("compose.yaml", "services: {}\n\nservices: {}\n"),
        (
            "pool.yaml",
            "apiVersion: cilium.io/v2\nkind: CiliumLoadBalancerIPPool\nmetadata: {name: a}\nspec:\n  \
         blocks: []\n  blocks: []\n",
        ),
    ]);
    let places: Vec<String> = repository
        .check()
        .iter()
        .filter(|finding| finding.rule.code == "YML0002")
        .map(|finding| format!("{} {}", finding.place.source.as_ref().unwrap(), finding.place.path))
        .collect();
    assert_eq!(
        places,
        [
            "apps/kustomization.yaml resources",
            "apps/list.yaml items[0].kind",
            "apps/map.yaml metadata.name",
            "cilium/values.yaml k8sServicePort",
            "compose.yaml services",
            "pool.yaml spec.blocks",
        ]
    );
}

const ARGO: &str = "\
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: cilium}
spec:
  sources:
    - {repoURL: 'https://example.org/this.git', ref: here}
    - chart: cilium
      repoURL: https://example.org
      targetRevision: 1.17.0
      helm: {valueFiles: [$here/net/cilium.yaml, values-production.yaml, 'https://example.org/x.yaml']}
";

const FLUX: &str = "\
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: cilium, namespace: kube-system}
spec:
  chart: {spec: {chart: ./charts/cilium, valuesFiles: [./net/cilium.yaml], sourceRef: {kind: GitRepository, name: here}}}
  valuesFrom:
    - {kind: ConfigMap, name: cilium-values}
    - {kind: ConfigMap, name: cilium-extra, optional: true}
    - {kind: Secret, name: cilium-secrets}
";

const KUSTOMIZATION: &str = "\
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
helmCharts: [{name: cilium, version: 1.17.0, valuesFile: cilium.yaml, additionalValuesFiles: [more.yaml]}]
";

/// What releases name and what is not there, with the text at the place that names it.
fn not_found(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let repository = repository(files);
    let missing = repository.releases().iter().flat_map(|release| &release.not_found);
    missing
        .map(|missing| {
            let source = missing.place.source.as_deref().unwrap();
            let text = files.iter().find(|(path, _)| *path == source).unwrap().1;
            let named = text.get(missing.place.span.unwrap().range()).unwrap();
            (missing.value.clone(), named.to_owned())
        })
        .collect()
}

#[test]
fn values_that_are_named_and_not_there_are_kept_with_their_place() {
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    let (values, argo) = (("net/cilium.yaml", "{}\n"), ("apps/cilium.yaml", ARGO));
    assert_eq!(not_found(&[argo]), [pair("`net/cilium.yaml`", "$here/net/cilium.yaml")]);
    assert_eq!(not_found(&[argo, values]), []);
    let lenient = ARGO.replace("helm: {", "helm: {ignoreMissingValueFiles: true, ");
    assert_eq!(not_found(&[("apps/cilium.yaml", &lenient)]), []);

    let flux = ("flux/cilium.yaml", FLUX);
    let map = pair("`values.yaml` of the ConfigMap `cilium-values`", "cilium-values");
    assert_eq!(not_found(&[flux]), [pair("`net/cilium.yaml`", "./net/cilium.yaml"), map.clone()]);
    assert_eq!(not_found(&[flux, values]), [map]);

    let kustomization = ("net/kustomization.yaml", KUSTOMIZATION);
    assert_eq!(not_found(&[kustomization, values]), [pair("`net/more.yaml`", "more.yaml")]);
}

#[test]
fn a_config_map_of_values_may_be_one_that_a_kustomization_makes() {
    let kustomization = "\
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: kube-system
configMapGenerator: [{name: cilium-values, files: [values.yaml=cilium.yaml]}]
";
    let values = "kubeProxyReplacement: true\n";
    let files =
        [("flux/cilium.yaml", FLUX), ("net/kustomization.yaml", kustomization), ("net/cilium.yaml", values)];
    assert_eq!(not_found(&files), []);
    let estate = only(&repository(&files));
    let place = estate.cilium.as_ref().unwrap().value_place("kubeProxyReplacement");
    assert_eq!(place.source.as_deref(), Some("net/cilium.yaml"));
}

#[test]
fn what_values_say_that_are_not_here_is_taken_to_be_right() {
    let patch = "\
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 100-lab, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec:
  data: |
    cluster: {network: {cni: {name: none}}, proxy: {disabled: true}}
";
    let codes = |application: &str| -> Vec<&str> {
        let repository = repository(&[("apps/cilium.yaml", application), ("lab.yaml", patch)]);
        let findings = repository.check();
        assert!(findings.iter().all(|finding| finding.place.span.is_some()), "{findings:#?}");
        findings.iter().map(|finding| finding.rule.code).collect()
    };
    assert_eq!(codes(ARGO), ["CLU0818"]);
    // What is installed without values has those of the chart, and is wrong where it is installed.
    let bare = ARGO.split("      helm:").next().unwrap();
    assert!(codes(bare).contains(&"CLU0308"));
    // What is said beside them counts.
    let inline = ARGO.replace("helm: {", "helm: {valuesObject: {kubeProxyReplacement: false}, ");
    assert_eq!(codes(&inline), ["CLU0310", "CLU0818"]);
}

#[test]
fn a_kustomization_needs_neither_version_nor_kind() {
    let meaning = |text: &str| {
        let repository = Repository::read([("k8s/kustomization.yaml".to_owned(), text.as_bytes().to_vec())]);
        repository.files()[0].meaning.clone()
    };
    for text in
        ["resources: [a.yaml]\n", "namespace: web\ncomponents: [../base]\nimages: [{name: a, newTag: b}]\n"]
    {
        assert_eq!(meaning(text), Meaning::Kustomization, "{text}");
    }
    // Values of a chart, which say the same words.
    for text in
        ["resources: {limits: {cpu: 1}}\n", "resources: [a.yaml]\nfullnameOverride: a\n", "images: []\n"]
    {
        assert!(matches!(meaning(text), Meaning::Unknown(_)), "{text}");
    }
}

#[test]
fn the_interface_of_a_machine_is_the_one_that_it_has_in_the_network_of_a_pool() {
    let codes = |policy: &str, labels: &str| -> Vec<&'static str> {
        let patch = format!(
            "metadata: {{namespace: default, type: ConfigPatches.omni.sidero.dev, id: 500-p, labels: \
             {{omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: \
             00000000-0000-4000-8000-000000000001}}}}\nspec:\n  data: |\n    machine:\n      network:\n        \
             nameservers: [10.0.0.1]\n        interfaces:\n          - {{interface: enp1s0, dhcp: false, \
             addresses: [10.0.0.5/24], routes: [{{gateway: 10.0.0.1}}]}}\n          - {{interface: eth1, dhcp: false, \
             addresses: [10.9.0.5/24]}}\n      kubelet: {{nodeIP: {{validSubnets: [10.0.0.0/24]}}}}\n      \
             nodeLabels: {labels}\n"
        );
        let pool = "apiVersion: cilium.io/v2alpha1\nkind: CiliumLoadBalancerIPPool\nmetadata: {name: pool}\n\
                    spec: {blocks: [{start: 10.0.0.200, stop: 10.0.0.210}]}\n";
        let policy = format!(
            "apiVersion: cilium.io/v2alpha1\nkind: CiliumL2AnnouncementPolicy\nmetadata: {{name: policy}}\n\
             spec: {{loadBalancerIPs: true, {policy}}}\n"
        );
        let files = [("p.yaml", &*patch), ("pool.yaml", pool), ("policy.yaml", &*policy)];
        let repository = Repository::read(files.map(|(path, text)| (path.to_owned(), text.into())));
        repository
            .check()
            .iter()
            .map(|finding| finding.rule.name)
            .filter(|name| *name == "interface-missed")
            .collect()
    };
    assert_eq!(codes("interfaces: [\"^eth[0-9]+\"]", "{a: b}"), ["interface-missed"]);
    assert!(codes("interfaces: [\"^enp\"]", "{a: b}").is_empty());
    // Whom a policy does not select takes no part.
    let selector = "interfaces: [\"^eth[0-9]+\"], nodeSelector: {matchLabels: {a: c}}";
    assert!(codes(selector, "{a: b}").is_empty());
    assert_eq!(codes(selector, "{a: c}"), ["interface-missed"]);
}

#[test]
fn what_is_to_be_done_is_said_in_the_words_of_the_files_that_are_there() {
    let configuration = |proxy: &str, prism: bool| {
        format!(
            "machine:\n  type: controlplane\n  features: {{kubePrism: {{enabled: {prism}, port: 7445}}}}\n\
             cluster:\n  controlPlane: {{endpoint: \"https://10.0.0.1:6443\"}}\n  network: {{cni: {{name: flannel}}}}\n  \
             proxy: {{disabled: {proxy}}}\n"
        )
    };
    let application = |values: &str| {
        format!(
            "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {{name: cilium}}\nspec:\n  source:\n    \
             chart: cilium\n    targetRevision: 1.17.0\n    helm:\n      valuesObject:\n        \
             k8sServiceHost: localhost\n        k8sServicePort: 6443\n        {values}\n"
        )
    };
    let capabilities = "securityContext: {capabilities: {ciliumAgent: [CHOWN], cleanCiliumState: [CHOWN]}}";
    let mut rules = Vec::new();
    for (proxy, prism, values) in [
        ("false", true, "kubeProxyReplacement: true"),
        ("true", false, "kubeProxyReplacement: false"),
        ("true", true, capabilities),
    ] {
        let (configuration, application) = (configuration(proxy, prism), application(values));
        let repository = repository(&[("cp-1.yaml", &configuration), ("cilium.yaml", &application)]);
        for finding in repository.check() {
            let help = finding.help.clone().unwrap_or_default();
            let is_of_spec =
                ["`talos.", "or leave it out", "is then filled in"].iter().any(|word| help.contains(word));
            assert!(!is_of_spec, "{}: {help}", finding.rule.code);
            rules.push(finding.rule.name);
        }
    }
    for rule in [
        "cilium-capabilities-missing",
        "cilium-cgroup",
        "cilium-module-capability",
        "kube-prism-mismatch",
        "no-service-proxy",
        "two-network-plugins",
        "two-service-proxies",
    ] {
        assert!(rules.contains(&rule), "{rule} is not in {rules:?}");
    }
}
