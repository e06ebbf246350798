//! A valid cluster of any size, one thing changed: exactly the rule for it fires.

use cluster_model::fleet::fleet;
use cluster_model::spec::{ClusterSpec, ClusterState, Cni, Role, StepId, Talos};
use cluster_model::{Cluster, Finding, Source, check};
use manifest::yaml::{self, Layout};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

/// A change to a spec that breaks one rule. `pick` chooses the machine.
struct Mutation {
    code: &'static str,
    apply: fn(&mut ClusterSpec, Index),
}

/// The node that an index picks.
fn node(spec: &mut ClusterSpec, pick: Index) -> &mut cluster_model::spec::Node {
    let index = pick.index(spec.nodes.len());
    spec.nodes.get_index_mut(index).unwrap().1
}

fn other(spec: &mut ClusterSpec, pick: Index) -> (&mut cluster_model::spec::Node, cluster_model::spec::Node) {
    let length = spec.nodes.len();
    let first = pick.index(length);
    let second = spec.nodes[(first + 1) % length].clone();
    (spec.nodes.get_index_mut(first).unwrap().1, second)
}

const MUTATIONS: &[Mutation] = &[
    Mutation {
        code: "CLU0101",
        apply: |spec, pick| {
            node(spec, pick).labels.insert("zone".parse().unwrap(), "croe".parse().unwrap());
        },
    },
    Mutation {
        code: "CLU0102",
        apply: |spec, pick| {
            node(spec, pick).labels.remove(&"tier".parse().unwrap());
        },
    },
    Mutation {
        code: "CLU0103",
        apply: |spec, pick| {
            let labels = &mut node(spec, pick).labels;
            labels.remove(&"igpu".parse().unwrap());
            labels.remove(&"accelerator".parse().unwrap());
            labels.insert("model-server".parse().unwrap(), "true".parse().unwrap());
        },
    },
    Mutation {
        code: "CLU0104",
        apply: |spec, pick| {
            node(spec, pick).labels.insert("zoen".parse().unwrap(), "core".parse().unwrap());
        },
    },
    Mutation {
        code: "CLU0201",
        apply: |spec, pick| {
            let (node, other) = other(spec, pick);
            node.id = other.id;
        },
    },
    Mutation {
        code: "CLU0202",
        apply: |spec, pick| {
            let (node, other) = other(spec, pick);
            node.address = other.address;
        },
    },
    Mutation {
        code: "CLU0203",
        apply: |spec, _| {
            let worker = spec.nodes.values_mut().find(|node| node.role == Role::Worker);
            worker.unwrap().role = Role::ControlPlane;
        },
    },
    Mutation {
        code: "CLU0204",
        apply: |spec, pick| node(spec, pick).address = "172.16.0.9".parse().unwrap(),
    },
    Mutation {
        code: "CLU0301",
        apply: |spec, _| {
            spec.rollout.cluster = ClusterState::Running;
            spec.rollout.steps = Some(vec![
                StepId::CniNone,
                StepId::RemoveFlannel,
                StepId::RemoveKubeProxy,
                StepId::CiliumReady,
                StepId::CiliumInstall,
            ]);
        },
    },
    Mutation {
        code: "CLU0302",
        apply: |spec, _| {
            spec.rollout.cluster = ClusterState::Running;
            spec.rollout.steps = Some(vec![
                StepId::CiliumReady,
                StepId::CniNone,
                StepId::RemoveFlannel,
                StepId::CiliumInstall,
            ]);
        },
    },
    Mutation {
        code: "CLU0304",
        apply: |spec, _| {
            spec.talos = Talos { cni: Some(Cni::Flannel), ..Talos::default() };
        },
    },
    Mutation {
        code: "CLU0306",
        apply: |spec, _| {
            let capabilities = &mut spec.cilium.as_mut().unwrap().values.security_context.capabilities;
            capabilities.cilium_agent = vec!["CHOWN".to_owned()].into();
        },
    },
    Mutation {
        code: "CLU0308",
        apply: |spec, _| {
            spec.cilium.as_mut().unwrap().values.cgroup.auto_mount.enabled = true.into();
        },
    },
    Mutation {
        code: "CLU0311",
        apply: |spec, _| {
            let port = cilium_values::values::common::IntOrText::Int(6443);
            spec.cilium.as_mut().unwrap().values.k8s_service_port = port.into();
        },
    },
    Mutation {
        code: "CLU0312",
        apply: |spec, _| {
            spec.cilium.as_mut().unwrap().values.operator.replicas = 1_000.into();
        },
    },
    Mutation {
        code: "CLU0401",
        apply: |spec, pick| {
            let address = node(spec, pick).address;
            let pool = spec.cilium.as_mut().unwrap().pools.values_mut().next().unwrap();
            pool.push(address.into());
        },
    },
    Mutation {
        code: "CLU0405",
        apply: |spec, _| {
            let service = spec.cilium.as_mut().unwrap().expose.values_mut().next().unwrap();
            service.address = Some("10.255.9.9".parse().unwrap());
        },
    },
    Mutation { code: "CLU0408", apply: |spec, pick| node(spec, pick).nics = vec!["wlan0".parse().unwrap()] },
];

fn findings(spec: ClusterSpec) -> Vec<Finding> {
    match Cluster::new(spec) {
        Ok(cluster) => cluster.warnings().to_vec(),
        Err(invalid) => invalid.findings,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_mutation_makes_exactly_its_rule_fire(
        machines in 5_u32..60,
        seed in any::<u64>(),
        mutation in select((0..MUTATIONS.len()).collect::<Vec<_>>()),
        pick in any::<Index>(),
    ) {
        let Mutation { code, apply } = &MUTATIONS[mutation];
        let mut spec = fleet(machines, seed).unwrap().spec().clone();
        apply(&mut spec, pick);
        let findings = findings(spec);
        prop_assert!(!findings.is_empty(), "{} did not fire", code);
        for finding in &findings {
            prop_assert_eq!(finding.rule.code, *code, "{}", finding.message);
        }
    }

    #[test]
    fn a_spec_that_is_written_reads_back_as_the_same_cluster(machines in 1_u32..60, seed in any::<u64>()) {
        let cluster = fleet(machines, seed).unwrap();
        let text = yaml::to_string(cluster.spec(), &Layout::default()).unwrap();
        let checked = check(&Source::new("cluster.yaml", text));
        prop_assert_eq!(checked.findings, vec![]);
        let read = checked.cluster.unwrap();
        prop_assert_eq!(read.spec(), cluster.spec());
        prop_assert_eq!(read.artifacts().unwrap(), cluster.artifacts().unwrap());
    }
}

#[test]
fn every_mutation_is_applied_once_whatever_chance_says() {
    for Mutation { code, apply } in MUTATIONS {
        let mut spec = fleet(7, 1).unwrap().spec().clone();
        let mut runner = TestRunner::deterministic();
        let pick = any::<Index>().new_tree(&mut runner).unwrap().current();
        apply(&mut spec, pick);
        let findings = findings(spec);
        assert!(
            !findings.is_empty() && findings.iter().all(|finding| finding.rule.code == *code),
            "{code}: {findings:#?}"
        );
    }
}
