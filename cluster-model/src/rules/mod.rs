//! The rules between the layers, one per file.
//!
//! A rule looks at an [`Estate`] and adds findings; it never prints, stops or asks how the estate came about.
//! Its examples are fragments that are laid over the spec that `frank init` writes.

#[macro_use]
mod frame;

mod accelerator_undescribed;
mod address_off_subnet;
mod again;
mod cilium_capabilities;
mod cilium_cgroup;
mod cilium_module_capability;
mod client_version_skewed;
mod cni_hand_over_order;
mod control_plane_count;
mod disk_by_kernel_name;
mod duplicate_address;
mod duplicate_machine_id;
mod envoy_capabilities;
mod exposed_pods_unknown;
mod extensions_replaced;
mod extensions_shadowed;
mod file_outside_var;
mod file_twice;
mod flannel_document_kept;
mod host_dns_unreachable;
mod interface_missed;
mod interface_pattern_invalid;
mod kernel_arguments_inert;
mod kube_prism_mismatch;
mod kubernetes;
mod kubernetes_unsupported;
mod l2_device_excluded;
mod l2_feature_off;
mod l2_lease_budget;
mod l2_local_traffic;
mod l2_nobody_selected;
mod l2_policy_inert;
mod l2_service_unannounced;
mod label_forbidden;
mod label_missing;
mod label_requirement;
mod label_unknown;
mod label_value_unknown;
mod legacy_annotation;
mod load_balancer_class_unhandled;
mod machine_id_suspect;
mod mend;
mod name_policy_before_proxy;
mod native_routing_misses_pods;
mod network;
mod no_network_plugin;
mod no_service_proxy;
mod objects;
mod omni;
mod operator_replicas;
mod part;
mod patch_overridden;
mod patch_scope_too_wide;
mod patch_target_unknown;
mod patch_without_effect;
mod pinned_address_outside_pools;
mod pinned_address_twice;
mod placeholder_left;
mod pod_addresses_elsewhere;
mod pool_block_unaligned;
mod pool_off_subnet;
mod pool_overlaps_machine;
mod pool_overlaps_pool;
mod pool_overlaps_taken;
mod pools_exhausted;
mod resource_id_twice;
mod shared_address_refused;
mod sharing_key_alone;
mod static_without_nameserver;
mod talos;
mod talos_leftover;
mod talos_unknown;
mod two_network_plugins;
mod two_service_proxies;
mod versions_known_bad;
mod vocabulary_broken;

use std::collections::BTreeSet;

use cilium_values::check::Target;
use manifest::{Finding, Place, Rule};

use crate::estate::Estate;

use again::Reads;
pub(crate) use again::{Found, Judged, check_again};
use part::Part;

/// A rule with the check that finds its breaches.
#[derive(Clone, Copy, Debug)]
pub struct EstateRule {
    /// Identity, severity and page of the manual.
    pub rule: &'static Rule,
    /// Adds a finding for each breach.
    check: fn(&Estate, &mut Vec<Finding>),
    /// What it reads, at most.
    reads: Reads,
    /// Whether the rule counts machines, so that it says nothing useful while some of them could not be read.
    counts_machines: bool,
}

impl EstateRule {
    const fn new(rule: &'static Rule, check: fn(&Estate, &mut Vec<Finding>)) -> Self {
        Self { rule, check, reads: Reads::Whole, counts_machines: false }
    }

    const fn counting(rule: &'static Rule, check: fn(&Estate, &mut Vec<Finding>)) -> Self {
        Self { rule, check, reads: Reads::Whole, counts_machines: true }
    }

    /// The same rule, which reads no more than this.
    const fn reads(mut self, reads: Reads) -> Self {
        self.reads = reads;
        self
    }
}

/// Every rule: those about Cilium, those between the layers, those about a change, those about waivers and about days, those about Talos
/// and Omni by themselves, those of reading YAML, each family by code.
pub fn catalogue() -> impl Iterator<Item = &'static Rule> {
    let between = RULES.iter().map(|rule| rule.rule);
    let sets = [cilium_values::objects::RULES, cilium_values::chart::RULES];
    cilium_values::check::rules()
        .into_iter()
        .chain(cilium_values::crd::RULES.iter().copied())
        .chain(cilium_values::policy::rules())
        .chain(sets.into_iter().flatten().copied())
        .chain(between)
        .chain(crate::plan::rules::RULES.iter().map(|rule| rule.rule))
        .chain(crate::waiver::rules::RULES.iter().copied())
        .chain(crate::dated::RULES.iter().copied())
        .chain(talos_config::rules::RULES.iter().copied())
        .chain(omni_client::rules::RULES.iter().copied())
        .chain(manifest::yaml::rules::RULES.iter().copied())
}

/// Runs all rules, and those of Cilium's values on what the chart is installed with. While `all_machines` could not be read, those that count machines are left out.
#[must_use]
pub fn check(estate: &Estate, all_machines: bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES.iter().filter(|rule| all_machines || !rule.counts_machines) {
        (rule.check)(estate, &mut findings);
    }
    findings.extend(of_values(estate));
    once(findings)
}

/// What the rules of Cilium's values find. What Talos needs of the values has rules of its own here, so Talos is left out.
fn of_values(estate: &Estate) -> Vec<Finding> {
    let Some(cilium) = &estate.cilium else { return Vec::new() };
    let found = estate.versions.under_every_cilium(|version| {
        cilium_values::check::check(&cilium.values, &Target::new(version.clone()))
    });
    found.into_iter().map(|finding| cilium.place(finding)).collect()
}

/// Leaves one of several findings that say the same of the same place, as machines of different stacks yield them.
pub(crate) fn once(mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut told = BTreeSet::new();
    findings.retain(|finding| {
        let Place { source, path, span, .. } = &finding.place;
        let span = span.map(|span| (span.start, span.end));
        told.insert((finding.rule.code, source.clone(), span, path.to_string(), finding.message.clone()))
    });
    findings
}

/// All rules, by code: the only list of them.
pub static RULES: &[EstateRule] = &[
    EstateRule::new(&label_value_unknown::RULE, label_value_unknown::check).reads(Reads::Configuration),
    EstateRule::new(&label_missing::RULE, label_missing::check).reads(Reads::Configuration),
    EstateRule::new(&label_requirement::RULE, label_requirement::check).reads(Reads::Configuration),
    EstateRule::new(&label_unknown::RULE, label_unknown::check).reads(Reads::Configuration),
    EstateRule::new(&vocabulary_broken::RULE, vocabulary_broken::check).reads(Reads::Settings),
    EstateRule::new(&accelerator_undescribed::RULE, accelerator_undescribed::check)
        .reads(Reads::Parts(&[Part::Machines])),
    EstateRule::new(&duplicate_machine_id::RULE, duplicate_machine_id::check)
        .reads(Reads::Parts(&[Part::Members])),
    EstateRule::new(&duplicate_address::RULE, duplicate_address::check)
        .reads(Reads::Parts(&[Part::Addresses])),
    EstateRule::counting(&control_plane_count::RULE, control_plane_count::check)
        .reads(Reads::Parts(&[Part::Members])),
    EstateRule::new(&address_off_subnet::RULE, address_off_subnet::check).reads(Reads::Configuration),
    EstateRule::new(&network::networks_overlap::RULE, network::networks_overlap::check)
        .reads(Reads::Parts(&[Part::Members, Part::Addresses, Part::Configurations, Part::Taken])),
    EstateRule::new(&network::address_family_order::RULE, network::address_family_order::check)
        .reads(Reads::Parts(&[Part::Members, Part::Addresses, Part::Configurations])),
    EstateRule::new(&network::node_address_ambiguous::RULE, network::node_address_ambiguous::check)
        .reads(Reads::Configuration),
    EstateRule::new(&network::etcd_network_ambiguous::RULE, network::etcd_network_ambiguous::check)
        .reads(Reads::Configuration),
    EstateRule::new(&network::resolver_inside_cluster::RULE, network::resolver_inside_cluster::check)
        .reads(Reads::Configuration),
    EstateRule::new(&network::registry_inside_cluster::RULE, network::registry_inside_cluster::check)
        .reads(Reads::Configuration),
    EstateRule::new(&network::shared_address_of_node::RULE, network::shared_address_of_node::check)
        .reads(Reads::Parts(&[Part::Members, Part::Configurations, Part::Objects])),
    EstateRule::new(&cni_hand_over_order::RULE, cni_hand_over_order::check).reads(Reads::Settings),
    EstateRule::new(&talos_leftover::RULE, talos_leftover::check).reads(Reads::Settings),
    EstateRule::new(&two_network_plugins::RULE, two_network_plugins::check).reads(Reads::Settings),
    EstateRule::new(&no_network_plugin::RULE, no_network_plugin::check).reads(Reads::Settings),
    EstateRule::new(&cilium_capabilities::RULE, cilium_capabilities::check).reads(Reads::Settings),
    EstateRule::new(&cilium_module_capability::RULE, cilium_module_capability::check).reads(Reads::Settings),
    EstateRule::new(&cilium_cgroup::RULE, cilium_cgroup::check).reads(Reads::Settings),
    EstateRule::new(&two_service_proxies::RULE, two_service_proxies::check).reads(Reads::Settings),
    EstateRule::new(&no_service_proxy::RULE, no_service_proxy::check).reads(Reads::Settings),
    EstateRule::new(&kube_prism_mismatch::RULE, kube_prism_mismatch::check).reads(Reads::Settings),
    EstateRule::counting(&operator_replicas::RULE, operator_replicas::check)
        .reads(Reads::Parts(&[Part::Members])),
    EstateRule::new(&network::firewall_blocks_cilium::RULE, network::firewall_blocks_cilium::check)
        .reads(Reads::Parts(&[Part::Configurations])),
    EstateRule::new(&network::firewall_without_effect::RULE, network::firewall_without_effect::check)
        .reads(Reads::Configuration),
    EstateRule::new(&name_policy_before_proxy::RULE, name_policy_before_proxy::check).reads(Reads::Settings),
    EstateRule::new(&envoy_capabilities::RULE, envoy_capabilities::check).reads(Reads::Settings),
    EstateRule::new(&flannel_document_kept::RULE, flannel_document_kept::check).reads(Reads::Configuration),
    EstateRule::new(&host_dns_unreachable::RULE, host_dns_unreachable::check)
        .reads(Reads::Parts(&[Part::Configurations])),
    EstateRule::new(&pod_addresses_elsewhere::RULE, pod_addresses_elsewhere::check)
        .reads(Reads::Parts(&[Part::Members, Part::Configurations])),
    EstateRule::new(&native_routing_misses_pods::RULE, native_routing_misses_pods::check)
        .reads(Reads::Parts(&[Part::Members, Part::Configurations])),
    EstateRule::new(&network::address_family_off::RULE, network::address_family_off::check)
        .reads(Reads::Parts(&[Part::Members, Part::Configurations])),
    EstateRule::new(&network::other_plugin_removed::RULE, network::other_plugin_removed::check)
        .reads(Reads::Parts(&[Part::Objects])),
    EstateRule::new(&network::manifests_differ::RULE, network::manifests_differ::check)
        .reads(Reads::Parts(&[Part::Members, Part::Configurations])),
    EstateRule::new(&pool_overlaps_machine::RULE, pool_overlaps_machine::check)
        .reads(Reads::Parts(&[Part::Addresses])),
    EstateRule::new(&pool_overlaps_taken::RULE, pool_overlaps_taken::check)
        .reads(Reads::Parts(&[Part::Taken, Part::Objects])),
    EstateRule::new(&pool_overlaps_pool::RULE, pool_overlaps_pool::check).reads(Reads::Settings),
    EstateRule::new(&pool_off_subnet::RULE, pool_off_subnet::check).reads(Reads::Settings),
    EstateRule::new(&pinned_address_outside_pools::RULE, pinned_address_outside_pools::check)
        .reads(Reads::Settings),
    EstateRule::new(&pinned_address_twice::RULE, pinned_address_twice::check).reads(Reads::Settings),
    EstateRule::new(&exposed_pods_unknown::RULE, exposed_pods_unknown::check).reads(Reads::Settings),
    EstateRule::new(&interface_missed::RULE, interface_missed::check).reads(Reads::Configuration),
    EstateRule::new(&interface_pattern_invalid::RULE, interface_pattern_invalid::check)
        .reads(Reads::Settings),
    EstateRule::new(&l2_device_excluded::RULE, l2_device_excluded::check)
        .reads(Reads::Parts(&[Part::Members])),
    EstateRule::new(&l2_policy_inert::RULE, l2_policy_inert::check).reads(Reads::Settings),
    EstateRule::new(&l2_feature_off::RULE, l2_feature_off::check).reads(Reads::Settings),
    EstateRule::new(&l2_service_unannounced::RULE, l2_service_unannounced::check).reads(Reads::Settings),
    EstateRule::new(&l2_nobody_selected::RULE, l2_nobody_selected::check)
        .reads(Reads::Parts(&[Part::Machines])),
    EstateRule::new(&l2_local_traffic::RULE, l2_local_traffic::check).reads(Reads::Settings),
    EstateRule::new(&l2_lease_budget::RULE, l2_lease_budget::check).reads(Reads::Settings),
    EstateRule::new(&pool_block_unaligned::RULE, pool_block_unaligned::check).reads(Reads::Settings),
    EstateRule::new(&shared_address_refused::RULE, shared_address_refused::check).reads(Reads::Settings),
    EstateRule::new(&sharing_key_alone::RULE, sharing_key_alone::check).reads(Reads::Settings),
    EstateRule::new(&legacy_annotation::RULE, legacy_annotation::check).reads(Reads::Settings),
    EstateRule::new(&pools_exhausted::RULE, pools_exhausted::check).reads(Reads::Settings),
    EstateRule::new(&load_balancer_class_unhandled::RULE, load_balancer_class_unhandled::check)
        .reads(Reads::Settings),
    EstateRule::counting(
        &network::pattern_matches_another_network::RULE,
        network::pattern_matches_another_network::check,
    )
    .reads(Reads::Configuration),
    EstateRule::new(&network::announcing_without_address::RULE, network::announcing_without_address::check)
        .reads(Reads::Configuration),
    EstateRule::new(&network::load_balancer_label_kept::RULE, network::load_balancer_label_kept::check)
        .reads(Reads::Parts(&[Part::Machines, Part::Configurations, Part::Objects])),
    EstateRule::new(&network::gateways_without_address::RULE, network::gateways_without_address::check)
        .reads(Reads::Settings),
    EstateRule::new(&kubernetes_unsupported::RULE, kubernetes_unsupported::check).reads(Reads::Settings),
    EstateRule::new(&talos_unknown::RULE, talos_unknown::check).reads(Reads::Settings),
    EstateRule::new(&versions_known_bad::RULE, versions_known_bad::check).reads(Reads::Settings),
    EstateRule::new(&client_version_skewed::RULE, client_version_skewed::check)
        .reads(Reads::Parts(&[Part::Files])),
    EstateRule::new(&file_outside_var::RULE, file_outside_var::check).reads(Reads::Configuration),
    EstateRule::new(&file_twice::RULE, file_twice::check).reads(Reads::Configuration),
    EstateRule::new(&placeholder_left::RULE, placeholder_left::check).reads(Reads::Configuration),
    EstateRule::new(&disk_by_kernel_name::RULE, disk_by_kernel_name::check).reads(Reads::Configuration),
    EstateRule::new(&static_without_nameserver::RULE, static_without_nameserver::check)
        .reads(Reads::Configuration),
    EstateRule::new(&kernel_arguments_inert::RULE, kernel_arguments_inert::check).reads(Reads::Configuration),
    EstateRule::new(&label_forbidden::RULE, label_forbidden::check).reads(Reads::Configuration),
    EstateRule::new(&talos::api_server_file_unreadable::RULE, talos::api_server_file_unreadable::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::api_server_path_unmounted::RULE, talos::api_server_path_unmounted::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::static_without_route::RULE, talos::static_without_route::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::usb_interface_by_name::RULE, talos::usb_interface_by_name::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::audit_log_argument::RULE, talos::audit_log_argument::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::feature_gate_removed::RULE, talos::feature_gate_removed::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::list_entry_twice::RULE, talos::list_entry_twice::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::patches_do_not_merge::RULE, talos::patches_do_not_merge::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::module_without_extension::RULE, talos::module_without_extension::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::accelerator_without_driver::RULE, talos::accelerator_without_driver::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::driver_without_label::RULE, talos::driver_without_label::check)
        .reads(Reads::Parts(&[Part::Machines])),
    EstateRule::new(&talos::nvidia_flavours_mixed::RULE, talos::nvidia_flavours_mixed::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::extension_unknown::RULE, talos::extension_unknown::check)
        .reads(Reads::Configuration),
    EstateRule::new(
        &talos::extension_of_another_architecture::RULE,
        talos::extension_of_another_architecture::check,
    )
    .reads(Reads::Configuration),
    EstateRule::new(&talos::installer_without_schematic::RULE, talos::installer_without_schematic::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::file_mode_ambiguous::RULE, talos::file_mode_ambiguous::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::registry_unverified::RULE, talos::registry_unverified::check)
        .reads(Reads::Configuration),
    EstateRule::new(&talos::disk_selector_ambiguous::RULE, talos::disk_selector_ambiguous::check)
        .reads(Reads::Parts(&[Part::Members, Part::Configurations, Part::Resources])),
    EstateRule::new(&extensions_replaced::RULE, extensions_replaced::check)
        .reads(Reads::Parts(&[Part::Members, Part::Lists])),
    EstateRule::new(&extensions_shadowed::RULE, extensions_shadowed::check)
        .reads(Reads::Parts(&[Part::Members, Part::Lists])),
    EstateRule::new(&patch_target_unknown::RULE, patch_target_unknown::check)
        .reads(Reads::Parts(&[Part::Identities])),
    EstateRule::new(&patch_scope_too_wide::RULE, patch_scope_too_wide::check)
        .reads(Reads::Parts(&[Part::Patches])),
    EstateRule::new(&resource_id_twice::RULE, resource_id_twice::check)
        .reads(Reads::Parts(&[Part::Identities])),
    EstateRule::new(&patch_overridden::RULE, patch_overridden::check)
        .reads(Reads::Parts(&[Part::Configurations])),
    EstateRule::new(&omni::patch_weight_ignored::RULE, omni::patch_weight_ignored::check)
        .reads(Reads::Configuration),
    EstateRule::new(&patch_without_effect::RULE, patch_without_effect::check)
        .reads(Reads::Parts(&[Part::Patches, Part::Configurations])),
    EstateRule::new(&machine_id_suspect::RULE, machine_id_suspect::check).reads(Reads::Configuration),
    EstateRule::new(&omni::export_incomplete::RULE, omni::export_incomplete::check)
        .reads(Reads::Parts(&[Part::Patches])),
    EstateRule::new(&omni::first_address_in_patch::RULE, omni::first_address_in_patch::check)
        .reads(Reads::Configuration),
    EstateRule::new(&omni::install_disk_left_open::RULE, omni::install_disk_left_open::check)
        .reads(Reads::Configuration),
    EstateRule::new(&omni::no_break_glass::RULE, omni::no_break_glass::check).reads(Reads::Settings),
    EstateRule::new(
        &kubernetes::longhorn_extensions_missing::RULE,
        kubernetes::longhorn_extensions_missing::check,
    )
    .reads(Reads::Parts(&[Part::Machines, Part::Objects])),
    EstateRule::new(&kubernetes::longhorn_mount_missing::RULE, kubernetes::longhorn_mount_missing::check)
        .reads(Reads::Parts(&[Part::Configurations, Part::Objects])),
    EstateRule::new(&kubernetes::privileged_namespace::RULE, kubernetes::privileged_namespace::check)
        .reads(Reads::Parts(&[Part::Configurations, Part::Objects])),
    EstateRule::new(
        &kubernetes::metrics_server_unverified::RULE,
        kubernetes::metrics_server_unverified::check,
    )
    .reads(Reads::Parts(&[Part::Configurations, Part::Objects])),
    EstateRule::new(&kubernetes::container_runtime_wrong::RULE, kubernetes::container_runtime_wrong::check)
        .reads(Reads::Settings),
    EstateRule::counting(
        &kubernetes::selector_matches_nothing::RULE,
        kubernetes::selector_matches_nothing::check,
    )
    .reads(Reads::Parts(&[Part::Machines, Part::Objects])),
    EstateRule::new(&kubernetes::low_power_storage::RULE, kubernetes::low_power_storage::check)
        .reads(Reads::Parts(&[Part::Machines, Part::Objects])),
    EstateRule::new(&kubernetes::values_copies_differ::RULE, kubernetes::values_copies_differ::check)
        .reads(Reads::Settings),
    EstateRule::new(&kubernetes::document_reference_stale::RULE, kubernetes::document_reference_stale::check)
        .reads(Reads::Parts(&[Part::Files])),
    EstateRule::new(&kubernetes::document_value_stale::RULE, kubernetes::document_value_stale::check)
        .reads(Reads::Parts(&[Part::Machines, Part::Files])),
    EstateRule::new(&kubernetes::single_writer_rolling::RULE, kubernetes::single_writer_rolling::check)
        .reads(Reads::Settings),
    EstateRule::new(&kubernetes::host_port_rolling::RULE, kubernetes::host_port_rolling::check)
        .reads(Reads::Parts(&[Part::Machines, Part::Objects])),
    EstateRule::new(&kubernetes::config_by_sub_path::RULE, kubernetes::config_by_sub_path::check)
        .reads(Reads::Settings),
    EstateRule::new(
        &kubernetes::environment_secret_undeclared::RULE,
        kubernetes::environment_secret_undeclared::check,
    )
    .reads(Reads::Settings),
    EstateRule::new(&kubernetes::device_capacity_zero::RULE, kubernetes::device_capacity_zero::check)
        .reads(Reads::Settings),
    EstateRule::new(&kubernetes::device_name_retired::RULE, kubernetes::device_name_retired::check)
        .reads(Reads::Settings),
    EstateRule::new(&kubernetes::ignored_array_item::RULE, kubernetes::ignored_array_item::check)
        .reads(Reads::Settings),
    EstateRule::new(&kubernetes::values_not_found::RULE, kubernetes::values_not_found::check)
        .reads(Reads::Settings),
];
