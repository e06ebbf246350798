//! The rules about values, one per file.

mod agent_removed_by_gke;
mod api_host_looked_up;
mod api_host_set_twice;
mod api_server_unreachable;
mod backoff_set_twice;
mod bgp_without_announcements;
mod bpf_masquerade_conflict;
mod burst_below_rate;
mod certificate_missing;
mod cluster_id_out_of_range;
mod cluster_name_invalid;
mod datapath_feature_unmet;
mod devices_only_excluded;
mod direct_routes_with_tunnel;
mod dns_proxy_port_missing;
mod duration_invalid;
mod egress_gateway_conflict;
mod encryption_conflict;
mod encryption_silently_off;
mod envoy_base_id_out_of_range;
mod feature_switched_off;
mod group_removed;
mod hubble_chain_broken;
mod hubble_ui_too_old;
mod ipam_conflict;
mod ipam_without_interfaces;
mod issuer_missing;
mod key_not_in_this_chart;
mod key_refused;
mod kube_proxy_replacement_unclear;
mod l2_without_kube_proxy_replacement;
mod l7_proxy_off;
mod lease_timing;
mod load_balancer_mode_conflict;
mod maglev_table_invalid;
mod map_size_out_of_range;
mod mesh_auth_mode_missing;
mod mesh_cluster_incomplete;
mod mesh_store_mismatch;
mod metrics_set_twice;
mod native_routing_cidr_missing;
mod netkit_conflict;
mod network_invalid;
mod no_address_family;
mod no_operator;
mod no_way_between_nodes;
mod node_port_range_invalid;
mod operator_tolerates_nothing;
mod routing_mode_of_cloud;
mod service_monitor_kind_unknown;
mod setting_malformed;
mod slices_without_endpoints;
mod spire_without_authentication;
mod store_missing;
mod taint_never_removed;
mod talos_requirement_unmet;
mod traffic_policy_missing;
mod two_header_lists;
mod type_refused;
mod upgrade_compatibility_invalid;
mod value_of_another_version;

use manifest::Rule;

use super::Subject;

/// A rule with what runs it.
pub(super) struct Check {
    pub(super) rule: &'static Rule,
    pub(super) run: fn(&mut Subject<'_>),
}

/// All rules, by code.
pub(super) static CHECKS: &[Check] = &[
    Check { rule: &key_not_in_this_chart::RULE, run: key_not_in_this_chart::check },
    Check { rule: &key_refused::RULE, run: key_refused::check },
    Check { rule: &type_refused::RULE, run: type_refused::check },
    Check { rule: &group_removed::RULE, run: group_removed::check },
    Check { rule: &hubble_chain_broken::RULE, run: hubble_chain_broken::check },
    Check { rule: &service_monitor_kind_unknown::RULE, run: service_monitor_kind_unknown::check },
    Check { rule: &issuer_missing::RULE, run: issuer_missing::check },
    Check { rule: &two_header_lists::RULE, run: two_header_lists::check },
    Check { rule: &l7_proxy_off::RULE, run: l7_proxy_off::check },
    Check { rule: &kube_proxy_replacement_unclear::RULE, run: kube_proxy_replacement_unclear::check },
    Check { rule: &spire_without_authentication::RULE, run: spire_without_authentication::check },
    Check { rule: &slices_without_endpoints::RULE, run: slices_without_endpoints::check },
    Check { rule: &cluster_name_invalid::RULE, run: cluster_name_invalid::check },
    Check { rule: &cluster_id_out_of_range::RULE, run: cluster_id_out_of_range::check },
    Check { rule: &mesh_store_mismatch::RULE, run: mesh_store_mismatch::check },
    Check { rule: &envoy_base_id_out_of_range::RULE, run: envoy_base_id_out_of_range::check },
    Check { rule: &backoff_set_twice::RULE, run: backoff_set_twice::check },
    Check { rule: &dns_proxy_port_missing::RULE, run: dns_proxy_port_missing::check },
    Check { rule: &netkit_conflict::RULE, run: netkit_conflict::check },
    Check { rule: &ipam_without_interfaces::RULE, run: ipam_without_interfaces::check },
    Check { rule: &api_host_set_twice::RULE, run: api_host_set_twice::check },
    Check { rule: &routing_mode_of_cloud::RULE, run: routing_mode_of_cloud::check },
    Check { rule: &native_routing_cidr_missing::RULE, run: native_routing_cidr_missing::check },
    Check { rule: &taint_never_removed::RULE, run: taint_never_removed::check },
    Check { rule: &certificate_missing::RULE, run: certificate_missing::check },
    Check { rule: &duration_invalid::RULE, run: duration_invalid::check },
    Check { rule: &api_host_looked_up::RULE, run: api_host_looked_up::check },
    Check { rule: &hubble_ui_too_old::RULE, run: hubble_ui_too_old::check },
    Check { rule: &traffic_policy_missing::RULE, run: traffic_policy_missing::check },
    Check { rule: &bgp_without_announcements::RULE, run: bgp_without_announcements::check },
    Check { rule: &upgrade_compatibility_invalid::RULE, run: upgrade_compatibility_invalid::check },
    Check { rule: &mesh_cluster_incomplete::RULE, run: mesh_cluster_incomplete::check },
    Check { rule: &mesh_auth_mode_missing::RULE, run: mesh_auth_mode_missing::check },
    Check { rule: &agent_removed_by_gke::RULE, run: agent_removed_by_gke::check },
    Check { rule: &operator_tolerates_nothing::RULE, run: operator_tolerates_nothing::check },
    Check { rule: &api_server_unreachable::RULE, run: api_server_unreachable::check },
    Check { rule: &l2_without_kube_proxy_replacement::RULE, run: l2_without_kube_proxy_replacement::check },
    Check { rule: &no_address_family::RULE, run: no_address_family::check },
    Check { rule: &direct_routes_with_tunnel::RULE, run: direct_routes_with_tunnel::check },
    Check { rule: &no_way_between_nodes::RULE, run: no_way_between_nodes::check },
    Check { rule: &bpf_masquerade_conflict::RULE, run: bpf_masquerade_conflict::check },
    Check { rule: &value_of_another_version::RULE, run: value_of_another_version::check },
    Check { rule: &network_invalid::RULE, run: network_invalid::check },
    Check { rule: &load_balancer_mode_conflict::RULE, run: load_balancer_mode_conflict::check },
    Check { rule: &node_port_range_invalid::RULE, run: node_port_range_invalid::check },
    Check { rule: &maglev_table_invalid::RULE, run: maglev_table_invalid::check },
    Check { rule: &map_size_out_of_range::RULE, run: map_size_out_of_range::check },
    Check { rule: &lease_timing::RULE, run: lease_timing::check },
    Check { rule: &burst_below_rate::RULE, run: burst_below_rate::check },
    Check { rule: &feature_switched_off::RULE, run: feature_switched_off::check },
    Check { rule: &encryption_silently_off::RULE, run: encryption_silently_off::check },
    Check { rule: &egress_gateway_conflict::RULE, run: egress_gateway_conflict::check },
    Check { rule: &no_operator::RULE, run: no_operator::check },
    Check { rule: &devices_only_excluded::RULE, run: devices_only_excluded::check },
    Check { rule: &metrics_set_twice::RULE, run: metrics_set_twice::check },
    Check { rule: &ipam_conflict::RULE, run: ipam_conflict::check },
    Check { rule: &encryption_conflict::RULE, run: encryption_conflict::check },
    Check { rule: &datapath_feature_unmet::RULE, run: datapath_feature_unmet::check },
    Check { rule: &setting_malformed::RULE, run: setting_malformed::check },
    Check { rule: &store_missing::RULE, run: store_missing::check },
    Check { rule: &talos_requirement_unmet::RULE, run: talos_requirement_unmet::check },
];
