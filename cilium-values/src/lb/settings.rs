//! What of the values LB-IPAM looks at.

use crate::CiliumVersion;
use crate::resource::{IpFamily, IpFamilyPolicy, Service};
use crate::values::common::ServiceType;
use crate::values::{ServiceIpam, Values};

/// What of the values LB-IPAM looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the chart")]
pub struct Settings {
    /// The families that are on, IPv4 first.
    families: Vec<IpFamily>,
    is_on: bool,
    default: ServiceIpam,
    announces_l2: bool,
    speaks_bgp: bool,
    shares_ports_by_protocol: bool,
}

/// Who gives a service its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handler {
    /// LB-IPAM.
    LbIpam,
    /// Nobody in Cilium: it is of another type, of the class of another controller, or of a feature that is off.
    Nobody,
}

impl Settings {
    /// The settings of values, with the chart's own filled in.
    #[must_use]
    pub fn new(values: &Values, cilium: &CiliumVersion) -> Self {
        let values = values.effective(cilium);
        Self {
            families: [(&values.ipv4, IpFamily::V4), (&values.ipv6, IpFamily::V6)]
                .into_iter()
                .filter_map(|(toggle, family)| toggle.enabled.is_true().then_some(family))
                .collect(),
            // The two keys count from 1.17 on; before, it cannot be switched off.
            is_on: !(cilium.is_at_least(17) && values.enable_lb_ipam.is_false()),
            default: (values.default_lb_service_ipam.value())
                .filter(|_| cilium.is_at_least(17))
                .unwrap_or(ServiceIpam::LbIpam),
            announces_l2: values.l2announcements.enabled.is_true(),
            speaks_bgp: values.bgp_control_plane.enabled.is_true(),
            // 1.19 dropped the switch, and it is on for good.
            shares_ports_by_protocol: cilium.shares_ports_by_protocol()
                && (cilium.is_at_least(19)
                    || !values.load_balancer.protocol_differentiation.enabled.is_false()),
        }
    }

    /// Whether services that share an address may use one port number with two protocols.
    pub(super) fn shares_ports_by_protocol(&self) -> bool {
        self.shares_ports_by_protocol
    }

    /// Who gives a service its address.
    #[must_use]
    pub fn handler(&self, service: &Service) -> Handler {
        let is_handled = service.spec.type_ == Some(ServiceType::LoadBalancer)
            && self.is_on
            && match service.spec.load_balancer_class.as_deref() {
                None => self.default == ServiceIpam::LbIpam,
                Some("io.cilium/l2-announcer") => self.announces_l2,
                Some("io.cilium/bgp-control-plane") => self.speaks_bgp,
                Some(_) => false,
            };
        if is_handled { Handler::LbIpam } else { Handler::Nobody }
    }

    /// The families of which a service gets one address each, if it asks for none.
    pub(super) fn families(&self, service: &Service) -> Vec<IpFamily> {
        let listed = &service.spec.ip_families;
        match service.spec.ip_family_policy.unwrap_or_default() {
            IpFamilyPolicy::SingleStack => {
                vec![listed.first().or(self.families.first()).copied().unwrap_or(IpFamily::V6)]
            }
            IpFamilyPolicy::PreferDualStack if !listed.is_empty() => {
                listed.iter().copied().filter(|family| self.families.contains(family)).collect()
            }
            IpFamilyPolicy::PreferDualStack | IpFamilyPolicy::RequireDualStack => self.families.clone(),
        }
    }
}
