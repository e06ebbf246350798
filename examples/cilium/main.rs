//! Cilium alone, without a cluster spec: values of the chart, what an upgrade changes, a policy, and who gets which
//! address.
//!
//! ```sh
//! cargo run --example cilium
//! ```

use cilium_values::check::{Target, check};
use cilium_values::objects::Objects;
use cilium_values::talos::{TalosMinor, lacks, preset};
use cilium_values::{CiliumVersion, Values, chart};
use manifest::report::{Human, Report, human};
use manifest::yaml::{self, Layout, Reading};
use manifest::{Finding, Source};

const VALUES: &str = "\
ipam: {mode: kubernetes}
l2announcements: {enabled: true}
encryption: {enabled: true, type: wireguard, strictMode: {enabled: true, cidr: 10.0.0.0/8}}
";

const OBJECTS: &str = "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{start: 192.168.1.200, stop: 192.168.1.201}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default}
spec: {type: LoadBalancer, ports: [{port: 443}]}
---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: web, namespace: default}
spec: {endpointSelector: {}, ingress: [{fromEntities: [world], fromCIDR: [10.0.0.0/8]}]}
";

#[expect(clippy::print_stdout, reason = "a program for people")]
fn main() -> Result<(), Box<Finding>> {
    let (cilium, newer) = (CiliumVersion::new(1, 17, 0), CiliumVersion::new(1, 20, 0));
    let talos = TalosMinor::new(12);

    // A values file is closed: a key that nothing reads is a finding, with a place.
    let source = Source::new("values.yaml", VALUES);
    let documents = yaml::parse(&source)?;
    let Some(document) = documents.first() else { return Ok(()) };
    let read = document.decode::<Values>(Reading::Json);
    let values = read.value.unwrap_or_default();

    // What the chart and the agents of a version refuse, and what Talos requires besides.
    let target = Target { talos: Some(talos), ..Target::new(cilium.clone()) };
    let found = check(&values, &target).into_iter().map(|finding| finding.locate(document));
    let mut findings: Vec<_> = read.findings.into_iter().chain(found).collect();

    // With Talos' own values below it, nothing is lacking, and only what differs from the chart is written.
    let whole = values.laid_over(&preset(talos, &cilium));
    println!("lacking: {}", lacks(&whole, talos, &cilium).len());
    println!("{}", yaml::to_string(&whole.beyond_defaults(&cilium), &Layout::default()).unwrap_or_default());

    // What an upgrade renames, removes and changes.
    for change in chart::upgrade(&values, &cilium, &newer) {
        println!("{newer}: {change}");
    }

    // What the API server and the agents make of objects, and which address each service gets.
    let other = Source::new("objects.yaml", OBJECTS);
    let manifests = yaml::parse(&other)?;
    let objects = Objects::read(&manifests);
    findings.extend(objects.check(&whole, &cilium));
    for (service, outcome) in objects.services.iter().zip(objects.solve(&whole, &cilium).outcomes()) {
        println!("{}: {:?}", service.name(), outcome.addresses);
    }
    println!("{}", human(&Report::new(findings, [source, other]), &Human::default()));
    Ok(())
}
