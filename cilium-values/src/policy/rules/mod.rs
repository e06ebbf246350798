//! The rules about what Cilium makes of its custom resources, one per file.

mod bgp_peer_announces_nothing;
mod bgp_peer_incomplete;
mod bgp_selects_nothing;
mod egress_gateway_invalid;
mod entity_unknown;
mod envoy_config_invalid;
mod http_rule_invalid;
mod icmp_invalid;
mod l7_rule_misplaced;
mod label_selector_invalid;
mod name_pattern_invalid;
mod peers_combined;
mod policy_empty;
mod policy_label_nameless;
mod policy_namespace_overridden;
mod policy_network_invalid;
mod policy_selector_unclear;
mod policy_without_name;
mod port_invalid;
mod proxy_rule_invalid;
mod redirect_invalid;
mod tls_name_misplaced;

use manifest::Rule;

use super::Subject;

/// A rule with what runs it.
pub(super) struct Check {
    pub(super) rule: &'static Rule,
    pub(super) run: fn(&mut Subject<'_>),
}

/// All rules, by code.
pub(super) static CHECKS: &[Check] = &[
    Check { rule: &policy_empty::RULE, run: policy_empty::check },
    Check { rule: &policy_without_name::RULE, run: policy_without_name::check },
    Check { rule: &policy_selector_unclear::RULE, run: policy_selector_unclear::check },
    Check { rule: &peers_combined::RULE, run: peers_combined::check },
    Check { rule: &label_selector_invalid::RULE, run: label_selector_invalid::check },
    Check { rule: &policy_network_invalid::RULE, run: policy_network_invalid::check },
    Check { rule: &entity_unknown::RULE, run: entity_unknown::check },
    Check { rule: &port_invalid::RULE, run: port_invalid::check },
    Check { rule: &icmp_invalid::RULE, run: icmp_invalid::check },
    Check { rule: &l7_rule_misplaced::RULE, run: l7_rule_misplaced::check },
    Check { rule: &tls_name_misplaced::RULE, run: tls_name_misplaced::check },
    Check { rule: &http_rule_invalid::RULE, run: http_rule_invalid::check },
    Check { rule: &name_pattern_invalid::RULE, run: name_pattern_invalid::check },
    Check { rule: &proxy_rule_invalid::RULE, run: proxy_rule_invalid::check },
    Check { rule: &policy_label_nameless::RULE, run: policy_label_nameless::check },
    Check { rule: &policy_namespace_overridden::RULE, run: policy_namespace_overridden::check },
    Check { rule: &egress_gateway_invalid::RULE, run: egress_gateway_invalid::check },
    Check { rule: &redirect_invalid::RULE, run: redirect_invalid::check },
    Check { rule: &envoy_config_invalid::RULE, run: envoy_config_invalid::check },
    Check { rule: &bgp_peer_incomplete::RULE, run: bgp_peer_incomplete::check },
    Check { rule: &bgp_peer_announces_nothing::RULE, run: bgp_peer_announces_nothing::check },
    Check { rule: &bgp_selects_nothing::RULE, run: bgp_selects_nothing::check },
];
