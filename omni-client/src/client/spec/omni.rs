//! Messages of `client/api/omni/specs/omni.proto`.

use super::Shape;
use super::shape::shape;
use crate::resource::{
    Cluster, ConfigPatch, EtcdBackupS3Config, EtcdManualBackup, ExtensionsConfiguration,
    ImportedClusterSecrets, InfraMachineBmcConfig, InfraMachineConfig, InstallationMediaConfig, KernelArgs,
    KubernetesHealthCheck, KubernetesManifestGroup, MachineClass, MachineLabels, MachineRequestSet,
    MachineSet, MachineSetNode, NodeForceDestroyRequest, RotateKubernetesCa, RotateTalosCa, Spec as _,
};

/// The types whose messages are here.
pub(super) const TYPES: &[(&str, &Shape)] = &[
    (Cluster::TYPE, &CLUSTER),
    (ConfigPatch::TYPE, &CONFIG_PATCH),
    (EtcdBackupS3Config::TYPE, &S3),
    (EtcdManualBackup::TYPE, &MANUAL_BACKUP),
    (ExtensionsConfiguration::TYPE, &EXTENSIONS),
    (ImportedClusterSecrets::TYPE, &SECRETS),
    (InfraMachineBmcConfig::TYPE, &BMC),
    (InfraMachineConfig::TYPE, &INFRA_MACHINE),
    (InstallationMediaConfig::TYPE, &MEDIA),
    (KernelArgs::TYPE, &KERNEL_ARGS),
    (KubernetesHealthCheck::TYPE, &HEALTH_CHECK),
    (KubernetesManifestGroup::TYPE, &MANIFESTS),
    (MachineClass::TYPE, &MACHINE_CLASS),
    (MachineLabels::TYPE, &NOTHING),
    (MachineRequestSet::TYPE, &REQUEST_SET),
    (MachineSet::TYPE, &MACHINE_SET),
    (MachineSetNode::TYPE, &NOTHING),
    (NodeForceDestroyRequest::TYPE, &NOTHING),
    (RotateKubernetesCa::TYPE, &NOTHING),
    (RotateTalosCa::TYPE, &NOTHING),
];

pub(super) static NOTHING: Shape = shape! {};
/// `google.protobuf.Timestamp` and `google.protobuf.Duration`.
pub(super) static TIME: Shape = shape! { 1 "seconds" Number, 2 "nanos" Number };

static CLUSTER: Shape = shape! {
    2 "kubernetesversion" Text,
    3 "talosversion" Text,
    4 "features" Message(FEATURES),
    5 "backupconfiguration" Message(BACKUP),
};
static FEATURES: Shape = shape! {
    1 "enableworkloadproxy" Bool,
    2 "diskencryption" Bool,
    3 "useembeddeddiscoveryservice" Bool,
    4 "enablenodeauditskip" Bool,
    5 "disablepublicdiscoveryservice" Bool,
};
static BACKUP: Shape = shape! { 1 "interval" Message(TIME), 2 "enabled" Bool };

static CONFIG_PATCH: Shape = shape! { 1 "data" Text, 2 "compresseddata" Bytes };
static S3: Shape = shape! {
    1 "bucket" Text,
    2 "region" Text,
    3 "endpoint" Text,
    4 "accesskeyid" Text,
    5 "secretaccesskey" Text,
    6 "sessiontoken" Text,
};
static MANUAL_BACKUP: Shape = shape! { 1 "backupat" Message(TIME) };
static EXTENSIONS: Shape = shape! { 1 "extensions" Text List };
static SECRETS: Shape = shape! { 1 "data" Text };

static BMC: Shape = shape! { 1 "ipmi" Message(IPMI), 2 "api" Message(BMC_API) };
static IPMI: Shape = shape! { 1 "address" Text, 2 "port" Number, 3 "username" Text, 4 "password" Text };
static BMC_API: Shape = shape! { 1 "address" Text };
static INFRA_MACHINE: Shape = shape! {
    1 "powerstate" Number,
    2 "acceptancestatus" Number,
    3 "extrakernelargs" Text,
    4 "requestedrebootid" Text,
    5 "cordoned" Bool,
    6 "poweroffrequestid" Text,
};

static MEDIA: Shape = shape! {
    1 "talosversion" Text,
    2 "architecture" Number,
    3 "installextensions" Text List,
    4 "kernelargs" Text,
    5 "cloud" Message(CLOUD),
    6 "sbc" Message(SBC),
    7 "jointoken" Text,
    8 "secureboot" Bool,
    9 "grpctunnel" Number,
    10 "machinelabels" Text Map,
    11 "bootloader" Number,
    12 "embeddedmachineconfig" Text,
    13 "imagefactoryurl" Text,
};
static CLOUD: Shape = shape! { 1 "platform" Text };
static SBC: Shape = shape! { 1 "overlay" Text, 2 "overlayoptions" Text };

static KERNEL_ARGS: Shape = shape! { 1 "args" Text List };
static HEALTH_CHECK: Shape = shape! { 1 "job" Text, 2 "interval" Message(TIME) };
static MANIFESTS: Shape = shape! { 1 "compresseddata" Bytes, 2 "data" Text, 4 "mode" Number };

static MACHINE_CLASS: Shape = shape! { 1 "matchlabels" Text List, 2 "autoprovision" Message(PROVISION) };
static PROVISION: Shape = shape! {
    1 "providerid" Text,
    2 "kernelargs" Text List,
    3 "metavalues" Message(META_VALUE) List,
    4 "providerdata" Text,
    5 "grpctunnel" Number,
};
static META_VALUE: Shape = shape! { 1 "key" Number, 2 "value" Text };
static REQUEST_SET: Shape = shape! {
    1 "providerid" Text,
    2 "machinecount" Number,
    3 "talosversion" Text,
    5 "extensions" Text List,
    6 "kernelargs" Text List,
    7 "metavalues" Message(META_VALUE) List,
    8 "providerdata" Text,
    9 "grpctunnel" Number,
};

static MACHINE_SET: Shape = shape! {
    1 "updatestrategy" Number,
    2 "machineclass" Message(ALLOCATION),
    3 "bootstrapspec" Message(BOOTSTRAP),
    4 "deletestrategy" Number,
    5 "updatestrategyconfig" Message(STRATEGY),
    6 "deletestrategyconfig" Message(STRATEGY),
    7 "machineallocation" Message(ALLOCATION),
    8 "upgradestrategy" Number,
    9 "upgradestrategyconfig" Message(STRATEGY),
};
static ALLOCATION: Shape = shape! { 1 "name" Text, 2 "machinecount" Number, 3 "allocationtype" Number };
static BOOTSTRAP: Shape = shape! { 1 "clusteruuid" Text, 2 "snapshot" Text };
static STRATEGY: Shape = shape! { 1 "rolling" Message(ROLLING) };
static ROLLING: Shape = shape! { 1 "maxparallelism" Number };
