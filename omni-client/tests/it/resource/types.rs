//! The table of all types.

use omni_client::resource::{AnyResource, Role, TypeInfo};

#[test]
fn is_sorted_and_found_by_name() {
    assert!(TypeInfo::all().is_sorted_by(|one, two| one.name < two.name));
    for info in TypeInfo::all() {
        assert_eq!(TypeInfo::find(info.name), Some(info));
    }
    assert_eq!(TypeInfo::find("ConfigPatch"), None);
}

#[test]
fn has_every_type_with_a_spec_and_users_may_write_those() {
    for name in AnyResource::TYPES {
        let info = TypeInfo::find(name).unwrap();
        let write = info.access.create.or(info.access.update);
        assert!(matches!(write, Some(Role::Operator | Role::Admin | Role::Public)), "{name}: {write:?}");
    }
}

#[test]
fn keeps_secrets_from_everybody() {
    for name in ["ClusterSecrets", "Kubeconfigs", "TalosConfigs", "ClusterMachineConfigs", "PublicKeys"] {
        let info = TypeInfo::find(&format!("{name}.omni.sidero.dev")).unwrap();
        assert!(info.access.read.is_none() && info.access.is_read_only(), "{name}");
    }
}

/// The types that users may create, except those of providers: every one has a spec of its own.
#[test]
fn has_a_spec_for_every_type_that_users_may_create() {
    for info in TypeInfo::all() {
        if info.access.create.is_some_and(|role| role != Role::InfraProvider) {
            assert!(AnyResource::TYPES.contains(&info.name), "{} has none", info.name);
        }
    }
}

#[test]
fn puts_every_spec_into_the_namespace_of_its_type() {
    use omni_client::resource::{EtcdManualBackup, InfraProvider, Resource};
    let backup = Resource::new("prod", EtcdManualBackup::default());
    assert_eq!(backup.metadata.namespace, "ephemeral");
    assert_eq!(Resource::new("metal", InfraProvider::default()).metadata.namespace, "infra-provider");
}
