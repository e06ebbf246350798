//! The objects of a set of manifests together: pools, announcement policies and services, and what is wrong between
//! them.
//!
//! ```
//! use cilium_values::objects::Objects;
//! use cilium_values::{CiliumVersion, Values};
//! use manifest::{Source, yaml};
//!
//! let text = "\
//! apiVersion: cilium.io/v2alpha1
//! kind: CiliumLoadBalancerIPPool
//! metadata: {name: lab}
//! spec: {blocks: [{start: 192.168.1.200, stop: 192.168.1.220}]}
//! ---
//! apiVersion: v1
//! kind: Service
//! metadata: {name: web, annotations: {lbipam.cilium.io/ips: 192.168.1.199}}
//! spec: {type: LoadBalancer, ports: [{port: 80}]}
//! ";
//! let documents = yaml::parse(&Source::new("lab.yaml", text)).unwrap();
//! let objects = Objects::read(&documents);
//! let findings = objects.check(&Values::default(), &CiliumVersion::new(1, 17, 0));
//! assert_eq!(findings[0].rule.name, "service-stays-pending");
//! assert_eq!(findings[0].message, "`default/web` stays without an address: no enabled pool has the address 192.168.1.199");
//! ```

mod announced;
mod placed;
mod rules;
mod solved;

use manifest::yaml::{Document, Node, Reading, rules::UNKNOWN_KEY};
use manifest::{FieldPath, Finding, Place, Severity, Value};
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use placed::Placed;
pub use rules::RULES;
pub use solved::Solved;

use crate::resource::{
    BgpAdvertisementSpec, BgpClusterConfigSpec, BgpPeerConfigSpec, Kind, L2AnnouncementPolicySpec,
    LoadBalancerIpPoolSpec, Metadata, Object, Service, ServiceSpec,
};
use crate::values::Values;
use crate::{CiliumVersion, crd, policy};

/// Those objects of a set of manifests that are about addresses of services and the ways to them, and all findings about
/// single objects.
#[derive(Clone, Debug, Default)]
pub struct Objects<'d> {
    /// Every object of the documents, whatever it is.
    all: Vec<(&'d Document, FieldPath)>,
    /// `CiliumLoadBalancerIPPool`s, in order.
    pub pools: Vec<Placed<'d, Object<LoadBalancerIpPoolSpec>>>,
    /// `CiliumL2AnnouncementPolicy`s, in order.
    pub policies: Vec<Placed<'d, Object<L2AnnouncementPolicySpec>>>,
    /// `Service`s of any type, in order.
    pub services: Vec<Placed<'d, Service>>,
    /// `CiliumBGPClusterConfig`s, in order.
    pub bgp_clusters: Vec<Placed<'d, Object<BgpClusterConfigSpec>>>,
    /// `CiliumBGPPeerConfig`s, in order.
    pub bgp_peers: Vec<Placed<'d, Object<BgpPeerConfigSpec>>>,
    /// `CiliumBGPAdvertisement`s, in order.
    pub bgp_advertisements: Vec<Placed<'d, Object<BgpAdvertisementSpec>>>,
    /// What of the services cannot be read.
    unreadable: Vec<Finding>,
}

impl<'d> Objects<'d> {
    /// Picks the objects out of documents, and out of the `List`s that `kubectl get -o yaml` writes. What is no object
    /// of these kinds is passed over.
    #[must_use]
    pub fn read(documents: &'d [Document]) -> Self {
        let mut objects = Self::default();
        for document in documents {
            let root = document.root();
            if text(root, "kind") == "List" {
                let items = root.get("items").and_then(Node::as_sequence).unwrap_or_default();
                for (index, item) in items.iter().enumerate() {
                    objects.object(document, item, FieldPath::root().key("items").index(index));
                }
            } else {
                objects.object(document, root, FieldPath::root());
            }
        }
        objects
    }

    /// All findings: what the API server would not take as it is, what Cilium makes of the rest, and what is wrong between
    /// the objects. Their places have bytes.
    #[must_use]
    pub fn check(&self, values: &Values, cilium: &CiliumVersion) -> Vec<Finding> {
        let solved = self.solve(values, cilium);
        let mut findings = self.check_addresses(&solved);
        for (document, path) in &self.all {
            let refused = crd::check_at(document, path, cilium);
            // What is not stored as it is written is read by nobody else.
            if refused.iter().all(|finding| finding.severity != Severity::Error) {
                findings.extend(policy::check_at(document, path, cilium));
            }
            findings.extend(refused);
        }
        let of_cilium: Vec<_> = self.of_cilium().collect();
        let effective = values.effective(cilium);
        let is_announced = effective.l2announcements.enabled.is_true();
        let subject = rules::Subject {
            objects: self,
            of_cilium: &of_cilium,
            announced: if is_announced { self.announced(&solved) } else { Vec::new() },
            solved: &solved,
            values,
            effective,
            cilium,
        };
        for check in rules::OF_OTHERS {
            check(&subject, &mut findings);
        }
        findings
    }

    /// The findings about pools and services alone, with what became of them.
    #[must_use]
    pub fn check_addresses(&self, solved: &Solved) -> Vec<Finding> {
        let mut findings = self.unreadable.clone();
        for check in rules::OF_ADDRESSES {
            check(self, solved, &mut findings);
        }
        findings
    }

    /// Every object of the group `cilium.io`, whatever is in it, with where it is.
    fn of_cilium(&self) -> impl Iterator<Item = (Value, Placing<'d, '_>)> {
        self.all.iter().filter_map(|(document, path)| {
            let node = document.get(path)?;
            text(node, "apiVersion").starts_with("cilium.io/").then_some(())?;
            let object = document.decode_at::<Value>(node, path, Reading::Json).value?;
            Some((object, Placing { document, path }))
        })
    }

    fn object(&mut self, document: &'d Document, node: &'d Node, path: FieldPath) {
        let group = text(node, "apiVersion");
        let is_cilium = group.starts_with("cilium.io/");
        match text(node, "kind") {
            LoadBalancerIpPoolSpec::KIND if is_cilium => {
                self.pools.extend(custom(document, node, &path, || Some(LoadBalancerIpPoolSpec::default())));
            }
            L2AnnouncementPolicySpec::KIND if is_cilium => {
                self.policies
                    .extend(custom(document, node, &path, || Some(L2AnnouncementPolicySpec::default())));
            }
            BgpClusterConfigSpec::KIND if is_cilium => {
                self.bgp_clusters.extend(custom(document, node, &path, || None));
            }
            BgpPeerConfigSpec::KIND if is_cilium => {
                self.bgp_peers.extend(custom(document, node, &path, || None));
            }
            BgpAdvertisementSpec::KIND if is_cilium => {
                self.bgp_advertisements.extend(custom(document, node, &path, || None));
            }
            ServiceSpec::KIND if group == "v1" => self.service(document, node, &path),
            _ => {}
        }
        self.all.push((document, path));
    }

    fn service(&mut self, document: &'d Document, node: &Node, path: &FieldPath) {
        let decoded = document.decode_at::<Service>(node, path, Reading::Json);
        // Which keys a service has is Kubernetes' business, and those that controllers write are many.
        let wrong = decoded.findings.into_iter().filter(|finding| finding.rule != &UNKNOWN_KEY);
        self.unreadable.extend(wrong.map(|finding| finding.locate(document)));
        self.services.extend(decoded.value.map(|object| Placed::new(object, document, path.clone())));
    }
}

/// Where an object is.
struct Placing<'d, 'o> {
    document: &'d Document,
    path: &'o FieldPath,
}

impl Placing<'_, '_> {
    /// The place of something in the object, with its bytes.
    fn place(&self, within: &FieldPath) -> Place {
        let mut place = Place::value(self.path.clone().join(within));
        place.locate(self.document);
        place
    }
}

/// A custom resource; none for one that cannot be read, about which the definition says more. `absent` is what stands for
/// a spec that is not there.
fn custom<'d, S: Kind + DeserializeOwned>(
    document: &'d Document,
    node: &Node,
    path: &FieldPath,
    absent: fn() -> Option<S>,
) -> Option<Placed<'d, Object<S>>> {
    /// As an object comes from a cluster: without a spec if the definition allows it, with a status.
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Stored<S> {
        api_version: String,
        kind: String,
        metadata: Metadata,
        spec: Option<S>,
    }
    let stored = document.decode_at::<Stored<S>>(node, path, Reading::Json).value?;
    let Stored { api_version, kind, metadata, spec } = stored;
    let object = Object { api_version, kind, metadata, spec: spec.or_else(absent)? };
    Some(Placed::new(object, document, path.clone()))
}

fn text<'n>(node: &'n Node, key: &str) -> &'n str {
    node.get(key).and_then(Node::as_text).unwrap_or_default()
}
