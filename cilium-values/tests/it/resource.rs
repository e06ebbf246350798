//! Objects and their manifests.

use cilium_values::resource::{
    Block, CiliumL2AnnouncementPolicy, CiliumLoadBalancerIpPool, L2AnnouncementPolicySpec,
    LoadBalancerIpPoolSpec, Service,
};
use manifest::yaml::{self, Layout};

use super::{read, version};

#[test]
fn a_pool_is_written_in_the_api_version_of_its_cilium() {
    let spec = LoadBalancerIpPoolSpec {
        blocks: vec![Block::range("192.168.55.200", "192.168.55.254")],
        ..LoadBalancerIpPoolSpec::default()
    };
    for (cilium, api_version) in [("1.17.18", "v2alpha1"), ("1.18.0", "v2"), ("1.20.0", "v2")] {
        let pool = CiliumLoadBalancerIpPool::new(&version(cilium), "default-pool", spec.clone()).unwrap();
        let text = yaml::to_string(&pool, &Layout::default()).unwrap();
        assert_eq!(
            text,
            format!(
                "\
apiVersion: cilium.io/{api_version}
kind: CiliumLoadBalancerIPPool
metadata:
  name: default-pool
spec:
  blocks:
    - start: 192.168.55.200
      stop: 192.168.55.254
"
            )
        );
        assert_eq!(read::<CiliumLoadBalancerIpPool>(&text), pool);
    }
}

#[test]
fn a_policy_is_written_and_read_back() {
    let spec = L2AnnouncementPolicySpec {
        interfaces: vec!["^eth[0-9]+".to_owned()],
        external_ips: Some(true),
        load_balancer_ips: Some(true),
        ..L2AnnouncementPolicySpec::default()
    };
    let policy = CiliumL2AnnouncementPolicy::new(&version("1.17.0"), "default-l2-policy", spec).unwrap();
    let text = yaml::to_string(&policy, &Layout::default()).unwrap();
    assert_eq!(
        text,
        "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata:
  name: default-l2-policy
spec:
  interfaces:
    - ^eth[0-9]+
  externalIPs: true
  loadBalancerIPs: true
"
    );
    assert_eq!(read::<CiliumL2AnnouncementPolicy>(&text), policy);
}

#[test]
fn a_service_is_read_and_written_as_it_was() {
    let text = "\
apiVersion: v1
kind: Service
metadata:
  name: hubble-ui-lb
  namespace: kube-system
  annotations:
    lbipam.cilium.io/ips: 192.168.55.202
spec:
  type: LoadBalancer
  selector:
    k8s-app: hubble-ui
  ports:
    - name: http
      protocol: TCP
      port: 80
      targetPort: 8081
";
    let service: Service = read(text);
    assert_eq!(yaml::to_string(&service, &Layout::default()).unwrap(), text);
}
