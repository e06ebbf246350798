//! What Omni reports: the types that users read and never write, one file per type.
//!
//! Reading is lenient, as such resources are written by a server that may know more than is known here. Types that nobody
//! outside of Omni can read have no spec here.
//!
//! ```
//! use manifest::{Source, yaml};
//! use omni_client::resource::{read, status::MachineStatus};
//!
//! let text = "\
//! metadata: {namespace: default, type: MachineStatuses.omni.sidero.dev, id: 4c4c4544}
//! spec: {talosversion: v1.13.0, connected: true, network: {hostname: talos-1}}
//! ";
//! let documents = yaml::parse(&Source::new("machine.yaml", text)).unwrap();
//! let machine = read(&documents[0]).value.unwrap().typed::<MachineStatus>().unwrap().unwrap();
//! assert_eq!(machine.spec.network.unwrap().hostname, "talos-1");
//! ```

mod message;

macro_rules! statuses {
    ($($module:ident: $name:ident),+ $(,)?) => {
        $(
            pub mod $module;
            #[doc(inline)]
            pub use $module::$name;
        )+

        /// Shows a visitor every type that has a spec here, in the order of their files.
        pub fn each(visitor: &mut impl Visitor) {
            $(visitor.visit::<$name>();)+
        }
    };
}

/// Who is shown types.
pub trait Visitor {
    /// Here is one.
    fn visit<S: super::Spec + PartialEq + std::fmt::Debug>(&mut self);
}

statuses! {
    advertised_endpoints: AdvertisedEndpoints,
    auth_config: AuthConfig,
    bmc_config: BmcConfig,
    cloud_platform_config: CloudPlatformConfig,
    cluster_bootstrap_status: ClusterBootstrapStatus,
    cluster_config_version: ClusterConfigVersion,
    cluster_destroy_status: ClusterDestroyStatus,
    cluster_diagnostics: ClusterDiagnostics,
    cluster_endpoint: ClusterEndpoint,
    cluster_kubernetes_manifests_status: ClusterKubernetesManifestsStatus,
    cluster_kubernetes_nodes: ClusterKubernetesNodes,
    cluster_machine: ClusterMachine,
    cluster_machine_config_patches: ClusterMachineConfigPatches,
    cluster_machine_config_status: ClusterMachineConfigStatus,
    cluster_machine_identity: ClusterMachineIdentity,
    cluster_machine_request_status: ClusterMachineRequestStatus,
    cluster_machine_status: ClusterMachineStatus,
    cluster_machine_talos_version: ClusterMachineTalosVersion,
    cluster_metrics: ClusterMetrics,
    cluster_permissions: ClusterPermissions,
    cluster_secrets_rotation_status: ClusterSecretsRotationStatus,
    cluster_status: ClusterStatus,
    cluster_status_metrics: ClusterStatusMetrics,
    cluster_taint: ClusterTaint,
    cluster_uuid: ClusterUuid,
    cluster_workload_proxy_status: ClusterWorkloadProxyStatus,
    config_patch_request: ConfigPatchRequest,
    connection_params: ConnectionParams,
    control_plane_status: ControlPlaneStatus,
    current_user: CurrentUser,
    discovery_affiliate_delete_task: DiscoveryAffiliateDeleteTask,
    etcd_backup: EtcdBackup,
    etcd_backup_overall_status: EtcdBackupOverallStatus,
    etcd_backup_status: EtcdBackupStatus,
    etcd_backup_store_status: EtcdBackupStoreStatus,
    exposed_service: ExposedService,
    features_config: FeaturesConfig,
    identity: Identity,
    identity_last_active: IdentityLastActive,
    identity_status: IdentityStatus,
    image_factory_auth: ImageFactoryAuth,
    image_pull_request: ImagePullRequest,
    image_pull_status: ImagePullStatus,
    infra_machine: InfraMachine,
    infra_machine_status: InfraMachineStatus,
    infra_provider_combined_status: InfraProviderCombinedStatus,
    infra_provider_health_status: InfraProviderHealthStatus,
    infra_provider_status: InfraProviderStatus,
    installation_media: InstallationMedia,
    join_token_status: JoinTokenStatus,
    jwt_public_key: JwtPublicKey,
    kernel_args_status: KernelArgsStatus,
    kubernetes_node_audit_result: KubernetesNodeAuditResult,
    kubernetes_status: KubernetesStatus,
    kubernetes_upgrade_manifest_status: KubernetesUpgradeManifestStatus,
    kubernetes_upgrade_status: KubernetesUpgradeStatus,
    kubernetes_usage: KubernetesUsage,
    kubernetes_version: KubernetesVersion,
    labels_completion: LabelsCompletion,
    link: Link,
    link_status: LinkStatus,
    load_balancer_config: LoadBalancerConfig,
    load_balancer_status: LoadBalancerStatus,
    machine: Machine,
    machine_config_diff: MachineConfigDiff,
    machine_config_extraction_status: MachineConfigExtractionStatus,
    machine_config_gen_options: MachineConfigGenOptions,
    machine_extensions: MachineExtensions,
    machine_extensions_status: MachineExtensionsStatus,
    machine_pending_updates: MachinePendingUpdates,
    machine_registration: MachineRegistration,
    machine_request: MachineRequest,
    machine_request_status: MachineRequestStatus,
    machine_set_destroy_status: MachineSetDestroyStatus,
    machine_set_status: MachineSetStatus,
    machine_status: MachineStatus,
    machine_status_link: MachineStatusLink,
    machine_status_metrics: MachineStatusMetrics,
    machine_status_snapshot: MachineStatusSnapshot,
    machine_upgrade_status: MachineUpgradeStatus,
    maintenance_config_status: MaintenanceConfigStatus,
    metal_platform_config: MetalPlatformConfig,
    node_unique_token_status: NodeUniqueTokenStatus,
    notification: Notification,
    ongoing_task: OngoingTask,
    pending_machine: PendingMachine,
    permissions: Permissions,
    provider_join_config: ProviderJoinConfig,
    public_key_last_active: PublicKeyLastActive,
    quirks: Quirks,
    redacted_cluster_machine_config: RedactedClusterMachineConfig,
    sbc_config: SbcConfig,
    schematic_configuration: SchematicConfiguration,
    service_account_status: ServiceAccountStatus,
    siderolink_api_config: SiderolinkApiConfig,
    support: Support,
    sys_version: SysVersion,
    talos_extensions: TalosExtensions,
    talos_upgrade_status: TalosUpgradeStatus,
    talos_version: TalosVersion,
    upgrade_rollout: UpgradeRollout,
    user: User,
    version_contract: VersionContract,
}
