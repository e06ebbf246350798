//! Services that are announced by L2.

use std::net::IpAddr;

use manifest::{FieldPath, Place};

use super::{Objects, Placed, Solved};
use crate::lb::{labels, namespace};
use crate::resource::{L2AnnouncementPolicySpec, Object, Service};
use crate::values::common::ServiceType;

/// A service that agents announce.
pub(super) struct Announced<'s, 'd> {
    pub(super) service: &'s Placed<'d, Service>,
    /// The first policy that says so.
    policy: &'s Placed<'d, Object<L2AnnouncementPolicySpec>>,
    /// The addresses for which somebody is to answer, as far as they are known.
    pub(super) addresses: Vec<IpAddr>,
}

impl Announced<'_, '_> {
    /// The place of the policy.
    pub(super) fn policy_place(&self) -> Place {
        self.policy.place(&FieldPath::root().keys("metadata.name"))
    }

    /// The name of the lease by which nodes elect the one that announces it.
    pub(super) fn lease(&self) -> String {
        let service = &self.service.object;
        format!("cilium-l2announce-{}-{}", namespace(service), service.metadata.name)
    }
}

impl<'d> Objects<'d> {
    /// The services that the policies of the set announce, in their order. A service of another class than that of L2
    /// announcements is none of them.
    pub(super) fn announced(&self, solved: &Solved) -> Vec<Announced<'_, 'd>> {
        let mut all = Vec::new();
        for (index, service) in self.services.iter().enumerate() {
            let spec = &service.object.spec;
            if spec.load_balancer_class.as_deref().is_some_and(|class| class != "io.cilium/l2-announcer") {
                continue;
            }
            let labels = labels(&service.object);
            let selecting = self.policies.iter().filter(|policy| {
                let selector = policy.object.spec.service_selector.as_ref();
                selector.is_none_or(|selector| selector.matches(&labels) == Some(true))
            });
            let given = solved.outcomes().get(index).map(|outcome| &*outcome.addresses).unwrap_or_default();
            let mut addresses = Vec::new();
            let mut first = None;
            for policy in selecting {
                let balances = policy.object.spec.load_balancer_ips == Some(true)
                    && spec.type_ == Some(ServiceType::LoadBalancer);
                let is_external =
                    policy.object.spec.external_ips == Some(true) && !spec.external_ips.is_empty();
                if balances {
                    addresses.extend(given);
                }
                if is_external {
                    addresses.extend(spec.external_ips.iter().filter_map(|text| text.parse::<IpAddr>().ok()));
                }
                first = first.or((balances || is_external).then_some(policy));
            }
            addresses.sort_unstable();
            addresses.dedup();
            all.extend(first.map(|policy| Announced { service, policy, addresses }));
        }
        all
    }
}
