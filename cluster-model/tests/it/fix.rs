//! Certain mends: what they change, and that nothing else does.

use cluster_model::import::Repository;
use cluster_model::{Finding, Source, fix};

fn check(sources: &[Source]) -> Vec<Finding> {
    Repository::read(sources.iter().map(|source| (source.name().to_owned(), source.text().into()))).check()
}

fn names(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.rule.name).collect()
}

const POOL: &str = "\
# The pool of the lab.
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec:
  blocks:
    - cidr:   \"10.0.0.200/24\"   # all of it
    - {cidr: 10.1.0.1/16}
";

#[test]
fn only_the_bytes_that_are_wrong_change() {
    let sources = [Source::new("other.yaml", "# nothing\n"), Source::new("pool.yaml", POOL)];
    assert_eq!(names(&check(&sources)), ["pool-block-unaligned"; 2]);
    let mended = fix::mend(&sources, check);
    assert_eq!(names(&mended.mended), ["pool-block-unaligned"; 2]);
    assert_eq!((mended.refused, mended.findings), (vec![], vec![]));
    let text = POOL.replace("\"10.0.0.200/24\"", "10.0.0.0/24").replace("10.1.0.1/16", "10.1.0.0/16");
    assert_eq!(mended.changed, [Source::new("pool.yaml", text)]);
}

#[test]
fn a_fix_inside_of_a_patch_changes_the_file_around_it() {
    let patch = "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-label
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    # Labels of the node.
    machine:
      sysctls:
        vm.swappiness: yes # a text
";
    let before = check(&[Source::new("p.yaml", patch)]);
    let mended = fix::mend(&[Source::new("p.yaml", patch)], check);
    let fixable = before.iter().filter(|finding| finding.fix.is_some()).count();
    assert_eq!(mended.mended.len(), fixable, "{before:#?}");
    let changed = mended.changed.first().map_or(patch, Source::text);
    assert_eq!(changed, if fixable == 0 { patch.to_owned() } else { patch.replace("yes", "\"yes\"") });
}

#[test]
fn a_fix_that_brings_another_finding_is_not_made_and_the_others_are() {
    let sources = [Source::new("pool.yaml", POOL)];
    // Somebody minds the network that the first mend would say.
    let strict = |sources: &[Source]| {
        let mut findings = check(sources);
        if sources[0].text().contains("10.0.0.0/24") {
            let other = findings.first().map_or(&manifest::yaml::rules::UNKNOWN_KEY, |one| one.rule);
            findings.push(Finding::new(other, manifest::Place::default(), "not that network"));
        }
        findings
    };
    let mended = fix::mend(&sources, strict);
    assert_eq!((mended.mended.len(), mended.refused.len(), mended.findings.len()), (1, 1, 1));
    assert_eq!(mended.changed[0].text(), POOL.replace("10.1.0.1/16", "10.1.0.0/16"));
}

#[test]
fn an_old_annotation_beside_the_new_one_has_no_certain_mend() {
    let service = "\
apiVersion: v1
kind: Service
metadata:
  name: one
  namespace: default
  annotations: {io.cilium/lb-ipam-ips: 10.0.0.11, lbipam.cilium.io/ips: 10.0.0.12}
spec: {type: LoadBalancer, selector: {app: one}, ports: [{port: 80}]}
";
    let mended = fix::mend(&[Source::new("service.yaml", service)], check);
    assert_eq!((mended.mended, mended.refused, mended.changed), (vec![], vec![], vec![]));
    assert!(names(&mended.findings).contains(&"legacy-annotation"));
}

/// A whole repository of values: as they are, mended, and how often each rule was mended.
fn mends(path: &str, text: &str, rules: &[&str]) -> String {
    let source = Source::new(path, text);
    let mended = fix::mend(std::slice::from_ref(&source), check);
    assert_eq!(names(&mended.mended), rules, "{:#?}", mended.findings);
    assert_eq!(mended.refused, vec![]);
    let after = mended.changed.first().cloned().unwrap_or(source);
    assert_eq!(check(std::slice::from_ref(&after)), vec![]);
    after.text().to_owned()
}

#[test]
fn values_of_cilium_that_can_only_be_one_are_written_and_lists_completed() {
    let values = "\
# Cilium on Talos.
ipam: {mode: kubernetes}
cgroup:
  autoMount: {enabled: true} # as in the chart
  hostRoot: '/run/cilium/cgroupv2'
securityContext:
  capabilities:
    ciliumAgent:
      # The usual ones.
      - CHOWN # files
      - KILL
      - NET_RAW
      - IPC_LOCK
      - SYS_ADMIN
      - SYS_RESOURCE
      - DAC_OVERRIDE
      - FOWNER
      - SETGID
      - SETUID # the end
      - SYS_MODULE
    cleanCiliumState: [SYS_MODULE, NET_ADMIN, SYS_RESOURCE] # short
";
    let wanted = values
        .replace("{enabled: true}", "{enabled: false}")
        .replace("'/run/cilium/cgroupv2'", "/sys/fs/cgroup")
        .replace("- CHOWN # files", "- NET_ADMIN\n      - CHOWN # files")
        .replace("\n      - SYS_MODULE", "")
        .replace("[SYS_MODULE, NET_ADMIN", "[SYS_ADMIN, NET_ADMIN");
    let source = Source::new("cilium/values.yaml", values);
    let mended = fix::mend(std::slice::from_ref(&source), check);
    assert_eq!((&mended.refused, &mended.findings), (&vec![], &vec![]));
    let mut rules = names(&mended.mended);
    rules.sort_unstable();
    assert_eq!(
        rules,
        [
            "cilium-capabilities-missing",
            "cilium-capabilities-missing",
            "cilium-cgroup",
            "cilium-cgroup",
            "cilium-module-capability",
            "cilium-module-capability",
        ]
    );
    assert_eq!(mended.changed, [Source::new("cilium/values.yaml", wanted)]);
}

#[test]
fn the_port_of_kube_prism_is_the_one_that_talos_serves() {
    let patch = "\
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 100-lab, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec:
  data: |
    machine: {features: {kubePrism: {enabled: true, port: 7446}}}
    cluster: {network: {cni: {name: none}}, proxy: {disabled: true}}
";
    let values = "\
ipam: {mode: kubernetes}
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: '7445' # KubePrism
operator: {replicas: 1}
cgroup: {autoMount: {enabled: false}, hostRoot: /sys/fs/cgroup}
securityContext:
  capabilities:
    ciliumAgent: [CHOWN, KILL, NET_ADMIN, NET_RAW, IPC_LOCK, SYS_ADMIN, SYS_RESOURCE, DAC_OVERRIDE, FOWNER, SETGID, SETUID]
    cleanCiliumState: [NET_ADMIN, SYS_ADMIN, SYS_RESOURCE]
";
    let sources = [Source::new("cilium/values.yaml", values), Source::new("lab.yaml", patch)];
    let mended = fix::mend(&sources, check);
    assert_eq!((names(&mended.mended), &mended.refused), (vec!["kube-prism-mismatch"], &vec![]));
    assert_eq!(mended.findings, []);
    assert_eq!(mended.changed, [Source::new("cilium/values.yaml", values.replace("'7445'", "7446"))]);
}

#[test]
fn a_chart_is_told_of_the_one_runtime_that_there_is() {
    let app = "\
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: crowdsec}
spec:
  destination: {namespace: crowdsec}
  source:
    chart: crowdsec
    targetRevision: 1.0.0
    helm:
      valuesObject:
        container_runtime: \"docker\" # logs
";
    let after = mends("app.yaml", app, &["container-runtime-wrong"]);
    assert_eq!(after, app.replace("\"docker\"", "containerd"));
}

#[test]
fn what_is_wrong_below_a_key_does_not_keep_the_key_from_its_new_name() {
    let service = "apiVersion: v1
kind: Service
metadata:
  name: web
  annotations: {io.cilium/lb-ipam-ips: 10.0.0.9}
spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
";
    let pool = "apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{cidr: 10.1.0.0/24}]}
";
    let sources = [Source::new("pool.yaml", pool), Source::new("web.yaml", service)];
    let mended = fix::mend(&sources, check);
    assert_eq!(names(&mended.mended), ["legacy-annotation"]);
    assert_eq!(names(&mended.findings), ["pinned-address-outside-pools"]);
    assert_eq!(mended.refused, []);
}
