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
    takes_node_addresses: bool,
    shares_ports_by_protocol: bool,
}

/// Who gives a service its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handler {
    /// LB-IPAM.
    LbIpam,
    /// Node IPAM: it gets the addresses of nodes.
    NodeIpam,
    /// Nobody, though its class is one of Cilium's: this key of the values would turn the feature on.
    Off(&'static str),
    /// Nobody in Cilium: it is of another type, or of the class of another controller.
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
            takes_node_addresses: values.node_ipam.enabled.is_true(),
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

    /// The families that are on, IPv4 first.
    pub(crate) fn enabled_families(&self) -> &[IpFamily] {
        &self.families
    }

    /// Who gives a service its address.
    #[must_use]
    pub fn handler(&self, service: &Service) -> Handler {
        if service.spec.type_ != Some(ServiceType::LoadBalancer) {
            return Handler::Nobody;
        }
        let lb_ipam = |is_on, key| match (is_on, self.is_on) {
            (false, _) => Handler::Off(key),
            (true, false) => Handler::Off("enableLBIPAM"),
            (true, true) => Handler::LbIpam,
        };
        match service.spec.load_balancer_class.as_deref() {
            None if self.is_on && self.default == ServiceIpam::LbIpam => Handler::LbIpam,
            None if self.takes_node_addresses && self.default == ServiceIpam::NodeIpam => Handler::NodeIpam,
            Some("io.cilium/l2-announcer") => lb_ipam(self.announces_l2, "l2announcements.enabled"),
            Some("io.cilium/bgp-control-plane") => lb_ipam(self.speaks_bgp, "bgpControlPlane.enabled"),
            Some("io.cilium/node") if self.takes_node_addresses => Handler::NodeIpam,
            Some("io.cilium/node") => Handler::Off("nodeIPAM.enabled"),
            None | Some(_) => Handler::Nobody,
        }
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
