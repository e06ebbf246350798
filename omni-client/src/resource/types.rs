//! All types of resources that Omni serves, v1.10.4: where they are and who may do what with them.
//!
//! From `internal/backend/runtime/omni/state_access.go` and the declarations in `client/pkg/omni/resources`.

/// A type of resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TypeInfo {
    /// The full name, such as `ConfigPatches.omni.sidero.dev`.
    pub name: &'static str,
    /// The namespace in which its resources are.
    pub namespace: &'static str,
    /// How access policies find the cluster of a resource; none where they have no say.
    pub cluster: Option<ClusterOf>,
    /// What can be done with it from outside, and by whom.
    pub access: Access,
}

/// How the cluster of a resource is found when access policies are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClusterOf {
    /// Its id is the name of the cluster.
    Id,
    /// Its label `omni.sidero.dev/cluster` names the cluster.
    Label,
}

/// What can be done with the resources of a type from outside. Each verb has the lowest role that may use it; none is a
/// verb that nobody may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Access {
    /// Get, list and watch.
    pub read: Option<Role>,
    /// Create.
    pub create: Option<Role>,
    /// Update.
    pub update: Option<Role>,
    /// Tear down and destroy.
    pub destroy: Option<Role>,
}

/// The roles, from low to high.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Anybody, without signing in.
    Public,
    /// Whoever is signed in.
    None,
    /// A provider of machines; for types of its own, within what belongs to it.
    InfraProvider,
    /// May look.
    Reader,
    /// May look, also at the audit log.
    Auditor,
    /// May change clusters.
    Operator,
    /// May do everything.
    Admin,
}

impl TypeInfo {
    /// The type with this full name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        TYPES.binary_search_by(|info| info.name.cmp(name)).ok().and_then(|index| TYPES.get(index))
    }

    /// All types, by name.
    #[must_use]
    pub fn all() -> &'static [Self] {
        TYPES
    }
}

impl Access {
    /// Whether anybody outside may create, update or destroy.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.create.is_none() && self.update.is_none() && self.destroy.is_none()
    }
}

const fn info(
    name: &'static str,
    namespace: &'static str,
    cluster: Option<ClusterOf>,
    access: Access,
) -> TypeInfo {
    TypeInfo { name, namespace, cluster, access }
}

const fn access(
    read: Option<Role>,
    create: Option<Role>,
    update: Option<Role>,
    destroy: Option<Role>,
) -> Access {
    Access { read, create, update, destroy }
}

const OPERATOR: Option<Role> = Some(Role::Operator);
const ONLY_ADMIN: Option<Role> = Some(Role::Admin);
const PROVIDER_ROLE: Option<Role> = Some(Role::InfraProvider);

const HIDDEN: Access = access(None, None, None, None);
const READ: Access = access(Some(Role::Reader), None, None, None);
const READ_ANY: Access = access(Some(Role::None), None, None, None);
const READ_PUBLIC: Access = access(Some(Role::Public), None, None, None);
const READ_PROVIDER: Access = access(PROVIDER_ROLE, None, None, None);
const READ_ADMIN: Access = access(ONLY_ADMIN, None, None, None);
const WRITE: Access = access(Some(Role::Reader), OPERATOR, OPERATOR, OPERATOR);
const ADMIN: Access = access(ONLY_ADMIN, ONLY_ADMIN, ONLY_ADMIN, ONLY_ADMIN);
const CHANGE: Access = access(Some(Role::Reader), None, OPERATOR, OPERATOR);
const REMOVE: Access = access(Some(Role::Reader), None, None, OPERATOR);
const REMOVE_ADMIN: Access = access(ONLY_ADMIN, None, None, ONLY_ADMIN);
const IMPORT: Access = access(None, OPERATOR, None, OPERATOR);
const ACCEPT: Access = access(Some(Role::Public), Some(Role::Public), None, None);
const PROVIDER: Access = access(Some(Role::Reader), PROVIDER_ROLE, PROVIDER_ROLE, PROVIDER_ROLE);

#[rustfmt::skip]
static TYPES: &[TypeInfo] = &[
    info("AccessPolicies.omni.sidero.dev", "default", None, ADMIN),
    info("AdvertisedEndpoints.omni.sidero.dev", "virtual", None, READ_ANY),
    info("AuthConfigs.omni.sidero.dev", "default", None, READ_PUBLIC),
    info("BMCConfigs.omni.sidero.dev", "infra-provider", None, PROVIDER),
    info("BackupDatas.omni.sidero.dev", "default", None, HIDDEN),
    info("CertRefreshTicks.system.sidero.dev", "ephemeral", None, HIDDEN),
    info("CloudPlatformConfigs.omni.sidero.dev", "virtual", None, READ),
    info("ClusterBootstrapStatuses.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("ClusterConfigVersions.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("ClusterDestroyStatuses.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("ClusterDiagnostics.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("ClusterEndpoints.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("ClusterKubernetesManifestsStatuses.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("ClusterKubernetesNodes.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("ClusterMachineConfigPatches.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("ClusterMachineConfigStatuses.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("ClusterMachineConfigs.omni.sidero.dev", "default", Some(ClusterOf::Label), HIDDEN),
    info("ClusterMachineEncryptionKeys.omni.sidero.dev", "default", None, HIDDEN),
    info("ClusterMachineIdentities.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("ClusterMachineRequestStatuses.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("ClusterMachineSecrets.omni.sidero.dev", "default", Some(ClusterOf::Label), HIDDEN),
    info("ClusterMachineStatuses.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("ClusterMachineTalosVersions.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("ClusterMachines.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("ClusterMetrics.omni.sidero.dev", "ephemeral", None, READ_ANY),
    info("ClusterPermissions.omni.sidero.dev", "virtual", None, READ_ANY),
    info("ClusterSecrets.omni.sidero.dev", "default", Some(ClusterOf::Id), HIDDEN),
    info("ClusterSecretsRotationStatuses.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("ClusterStatusMetrics.omni.sidero.dev", "ephemeral", None, READ_ANY),
    info("ClusterStatuses.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("ClusterTaints.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("ClusterUUIDs.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("ClusterWorkloadProxyStatuses.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("Clusters.omni.sidero.dev", "default", Some(ClusterOf::Id), WRITE),
    info("ConfigPatchRequests.omni.sidero.dev", "infra-provider", None, PROVIDER),
    info("ConfigPatches.omni.sidero.dev", "default", Some(ClusterOf::Label), WRITE),
    info("Configs.omni.sidero.dev", "default", None, HIDDEN),
    info("ConnectionParams.omni.sidero.dev", "default", None, READ_PROVIDER),
    info("ControlPlaneStatuses.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("CurrentUsers.omni.sidero.dev", "virtual", None, READ_ANY),
    info("DBVersions.system.sidero.dev", "default", None, HIDDEN),
    info("DefaultJoinTokens.omni.sidero.dev", "default", None, WRITE),
    info("DiscoveryAffiliateDeleteTasks.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("EtcdAuditResults.omni.sidero.dev", "default", Some(ClusterOf::Id), HIDDEN),
    info("EtcdBackupEncryptions.omni.sidero.dev", "default", None, HIDDEN),
    info("EtcdBackupOverallStatuses.omni.sidero.dev", "metrics", None, READ),
    info("EtcdBackupS3Configs.omni.sidero.dev", "default", None, ADMIN),
    info("EtcdBackupStatuses.omni.sidero.dev", "metrics", Some(ClusterOf::Id), READ),
    info("EtcdBackupStoreStatuses.omni.sidero.dev", "ephemeral", None, READ),
    info("EtcdBackups.omni.sidero.dev", "external", Some(ClusterOf::Label), READ),
    info("EtcdManualBackups.omni.sidero.dev", "ephemeral", Some(ClusterOf::Id), WRITE),
    info("EulaAcceptances.omni.sidero.dev", "default", None, ACCEPT),
    info("ExposedServices.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("ExtensionsConfigurations.omni.sidero.dev", "default", Some(ClusterOf::Label), WRITE),
    info("FeaturesConfigs.omni.sidero.dev", "default", None, READ_ANY),
    info("GRPCTunnelConfigs.omni.sidero.dev", "default", None, WRITE),
    info("Identities.omni.sidero.dev", "default", None, READ_ADMIN),
    info("IdentityLastActives.omni.sidero.dev", "metrics", None, READ_ADMIN),
    info("IdentityStatuses.omni.sidero.dev", "ephemeral", None, READ_ADMIN),
    info("ImageFactoryAuths.omni.sidero.dev", "default", None, READ),
    info("ImagePullRequests.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("ImagePullStatuses.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("ImportedClusterSecrets.omni.sidero.dev", "default", Some(ClusterOf::Id), IMPORT),
    info("InfraMachineBMCConfigs.omni.sidero.dev", "default", None, ADMIN),
    info("InfraMachineConfigs.omni.sidero.dev", "default", None, WRITE),
    info("InfraMachineRegistrations.omni.sidero.dev", "infra-provider", None, PROVIDER),
    info("InfraMachineStatuses.omni.sidero.dev", "infra-provider", Some(ClusterOf::Label), PROVIDER),
    info("InfraMachines.omni.sidero.dev", "infra-provider", Some(ClusterOf::Label), PROVIDER),
    info("InfraProviderCombinedStatuses.omni.sidero.dev", "ephemeral", None, READ),
    info("InfraProviderHealthStatuses.omni.sidero.dev", "infra-provider-ephemeral", None, PROVIDER),
    info("InfraProviderStatuses.omni.sidero.dev", "infra-provider", None, PROVIDER),
    info("InfraProviders.omni.sidero.dev", "infra-provider", None, ADMIN),
    info("InstallationMediaConfigs.omni.sidero.dev", "default", None, WRITE),
    info("InstallationMedias.omni.sidero.dev", "ephemeral", None, READ_ANY),
    info("JWTPublicKeys.system.sidero.dev", "oidc", None, REMOVE_ADMIN),
    info("JoinTokenStatuses.omni.sidero.dev", "default", None, READ),
    info("JoinTokenUsages.omni.sidero.dev", "default", None, HIDDEN),
    info("JoinTokens.omni.sidero.dev", "default", None, CHANGE),
    info("KernelArgs.omni.sidero.dev", "default", Some(ClusterOf::Label), WRITE),
    info("KernelArgsStatuses.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("Kubeconfigs.omni.sidero.dev", "default", None, HIDDEN),
    info("KubernetesHealthChecks.omni.sidero.dev", "default", Some(ClusterOf::Label), WRITE),
    info("KubernetesManifestGroups.omni.sidero.dev", "default", Some(ClusterOf::Label), WRITE),
    info("KubernetesNodeAuditResults.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("KubernetesResources.omni.sidero.dev", "default", None, HIDDEN),
    info("KubernetesStatuses.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("KubernetesUpgradeManifestStatuses.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("KubernetesUpgradeStatuses.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("KubernetesUsages.omni.sidero.dev", "virtual", None, READ),
    info("KubernetesVersions.omni.sidero.dev", "default", None, READ_ANY),
    info("LabelsCompletions.omni.sidero.dev", "virtual", None, READ),
    info("LinkStatuses.omni.sidero.dev", "ephemeral", None, READ),
    info("Links.omni.sidero.dev", "default", None, REMOVE),
    info("LoadBalancerConfigs.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("LoadBalancerStatuses.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("MachineClasses.omni.sidero.dev", "default", None, WRITE),
    info("MachineConfigDiffs.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("MachineConfigExtractionStatuses.omni.sidero.dev", "default", None, READ),
    info("MachineConfigGenOptions.omni.sidero.dev", "default", None, READ),
    info("MachineExtensions.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("MachineExtensionsStatuses.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("MachineJoinConfigs.omni.sidero.dev", "default", None, HIDDEN),
    info("MachineLabels.omni.sidero.dev", "default", None, WRITE),
    info("MachinePendingUpdates.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("MachineRequestSetStatuses.omni.sidero.dev", "default", None, HIDDEN),
    info("MachineRequestSets.omni.sidero.dev", "default", None, WRITE),
    info("MachineRequestStatuses.omni.sidero.dev", "infra-provider", None, PROVIDER),
    info("MachineRequests.omni.sidero.dev", "infra-provider", None, PROVIDER),
    info("MachineSetConfigStatuses.omni.sidero.dev", "default", None, HIDDEN),
    info("MachineSetDestroyStatuses.omni.sidero.dev", "ephemeral", None, READ),
    info("MachineSetNodes.omni.sidero.dev", "default", Some(ClusterOf::Label), WRITE),
    info("MachineSetStatuses.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("MachineSets.omni.sidero.dev", "default", Some(ClusterOf::Label), WRITE),
    info("MachineStatusLabels.omni.sidero.dev", "default", None, READ),
    info("MachineStatusLinks.omni.sidero.dev", "metrics", None, READ),
    info("MachineStatusMetrics.omni.sidero.dev", "ephemeral", None, READ_ANY),
    info("MachineStatusSnapshots.omni.sidero.dev", "default", None, READ),
    info("MachineStatuses.omni.sidero.dev", "default", None, READ),
    info("MachineUpgradeStatuses.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("Machines.omni.sidero.dev", "default", None, READ_PROVIDER),
    info("MaintenanceConfigStatuses.omni.sidero.dev", "default", None, READ),
    info("MetalPlatformConfigs.omni.sidero.dev", "virtual", None, READ),
    info("Namespaces.meta.cosi.dev", "meta", None, READ_ANY),
    info("NodeForceDestroyRequests.omni.sidero.dev", "default", Some(ClusterOf::Label), WRITE),
    info("NodeUniqueTokenStatuses.omni.sidero.dev", "default", None, READ),
    info("NodeUniqueTokens.omni.sidero.dev", "default", None, HIDDEN),
    info("Notifications.omni.sidero.dev", "ephemeral", None, READ_ANY),
    info("OngoingTasks.omni.sidero.dev", "ephemeral", None, READ_ANY),
    info("PendingMachineStatuses.omni.sidero.dev", "ephemeral", None, HIDDEN),
    info("PendingMachines.omni.sidero.dev", "ephemeral", None, REMOVE),
    info("Permissions.omni.sidero.dev", "virtual", None, READ_ANY),
    info("ProviderJoinConfigs.omni.sidero.dev", "infra-provider", None, PROVIDER),
    info("PublicKeyLastActives.omni.sidero.dev", "metrics", None, READ_ADMIN),
    info("PublicKeys.omni.sidero.dev", "default", None, HIDDEN),
    info("Quirks.omni.sidero.dev", "virtual", None, READ_ANY),
    info("RedactedClusterMachineConfigs.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("ResourceDefinitions.meta.cosi.dev", "meta", None, READ_ANY),
    info("RotateKubernetesCAs.omni.sidero.dev", "default", Some(ClusterOf::Id), WRITE),
    info("RotateTalosCAs.omni.sidero.dev", "default", Some(ClusterOf::Id), WRITE),
    info("SAMLAssertions.omni.sidero.dev", "default", None, HIDDEN),
    info("SAMLLabelRules.omni.sidero.dev", "default", None, ADMIN),
    info("SBCConfigs.omni.sidero.dev", "virtual", None, READ),
    info("SchematicConfigurations.omni.sidero.dev", "default", Some(ClusterOf::Label), READ),
    info("SecretRotations.omni.sidero.dev", "default", Some(ClusterOf::Id), HIDDEN),
    info("ServiceAccountStatuses.omni.sidero.dev", "ephemeral", None, READ_ADMIN),
    info("SiderolinkAPIConfigs.omni.sidero.dev", "default", None, READ_PROVIDER),
    info("Supports.omni.sidero.dev", "virtual", None, READ),
    info("SysVersions.system.sidero.dev", "ephemeral", None, READ_ANY),
    info("TalosConfigs.omni.sidero.dev", "default", None, HIDDEN),
    info("TalosExtensions.omni.sidero.dev", "default", None, READ_ANY),
    info("TalosUpgradeStatuses.omni.sidero.dev", "default", Some(ClusterOf::Id), READ),
    info("TalosVersions.omni.sidero.dev", "default", None, READ_ANY),
    info("UpgradeRollouts.omni.sidero.dev", "ephemeral", Some(ClusterOf::Id), READ),
    info("Users.omni.sidero.dev", "default", None, READ_ADMIN),
    info("VersionContract.omni.sidero.dev", "virtual", None, READ_ANY),
];
