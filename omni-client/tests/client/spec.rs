//! Specs as messages.

use omni_client::client::spec::{self, Kind, Many, Shape, SpecError};
use omni_client::resource::AnyResource;
use serde_json::{Map, Value, json};

/// A value for every field, different for each.
fn full(shape: &Shape, count: &mut i64) -> Value {
    let mut map = Map::new();
    for field in shape.fields {
        let mut one = || {
            *count += 1;
            match &field.kind {
                Kind::Text => format!("text {count}").into(),
                Kind::Bytes => json!([*count % 256, 0, 255]),
                Kind::Bool => true.into(),
                Kind::Number => 1.into(),
                Kind::Message(shape) => full(shape, count),
            }
        };
        let value = match field.many {
            Many::One => one(),
            Many::List => json!([one(), one()]),
            Many::Map => json!({"a": one(), "": one()}),
        };
        map.insert(field.key.to_owned(), value);
    }
    map.into()
}

#[test]
fn every_type_that_can_be_written_has_a_message_that_reads_back() {
    for name in AnyResource::TYPES {
        let shape = spec::of(name).unwrap_or_else(|| panic!("{name} has no message"));
        assert!(shape.fields.is_sorted_by(|one, two| one.number < two.number), "{name}");
        let value = full(shape, &mut 0);
        let message = shape.encode(&value, &[]).unwrap();
        assert_eq!(shape.decode(&message).unwrap(), value, "{name}");
        let empty = shape.decode(&[]).unwrap();
        assert!(shape.encode(&empty, &[]).unwrap().is_empty(), "{name}");
    }
}

/// What the type here writes has exactly the fields of the message, and takes what the message yields.
#[test]
fn the_types_and_their_messages_have_the_same_fields() {
    for resource in every_empty_resource() {
        let name = &resource.metadata().resource_type;
        let shape = spec::of(name).unwrap();
        let written = serde_json::to_value(resource.spec_value().unwrap()).unwrap();
        let mut keys: Vec<_> = written.as_object().unwrap().keys().cloned().collect();
        // Only written where there is something in it.
        keys.retain(|key| key != "compresseddata");
        let mut fields: Vec<_> = shape.fields.iter().map(|field| field.key.to_owned()).collect();
        fields.retain(|key| key != "compresseddata");
        keys.sort();
        fields.sort();
        assert_eq!(keys, fields, "{name}");
    }
}

fn every_empty_resource() -> Vec<AnyResource> {
    let read = |name: &&str| {
        let text = format!("metadata: {{namespace: n, type: {name}, id: i}}\nspec: {{}}\n");
        let documents = manifest::yaml::parse(&manifest::Source::new("a.yaml", text)).unwrap();
        omni_client::resource::read(&documents[0]).value.unwrap()
    };
    AnyResource::TYPES.iter().map(read).collect()
}

#[test]
fn writes_what_upstream_writes() {
    let patch = spec::of("ConfigPatches.omni.sidero.dev").unwrap();
    assert_eq!(patch.encode(&json!({"data": "a: 1\n"}), &[]).unwrap(), b"\x0a\x05a: 1\n");
    let set = spec::of("MachineSets.omni.sidero.dev").unwrap();
    let value = json!({
        "updatestrategy": 1,
        "updatestrategyconfig": {"rolling": {"maxparallelism": 300}},
        "machineallocation": {"name": "gpu", "machinecount": 0, "allocationtype": 1},
    });
    let message = b"\x08\x01\x2a\x05\x0a\x03\x08\xac\x02\x3a\x07\x0a\x03gpu\x18\x01";
    assert_eq!(set.encode(&value, &[]).unwrap(), message);
    let backup = spec::of("EtcdManualBackups.omni.sidero.dev").unwrap();
    let value = json!({"backupat": {"seconds": -1, "nanos": 0}});
    let message = b"\x0a\x0b\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01";
    assert_eq!(backup.encode(&value, &[]).unwrap(), message);
}

#[test]
fn keeps_what_a_newer_server_knows() {
    let cluster = spec::of("Clusters.omni.sidero.dev").unwrap();
    // Field 99 of the cluster, and field 50 of its features.
    let old = b"\x12\x04v1.1\x22\x05\x08\x01\x90\x03\x07\x9a\x06\x03new";
    let value = json!({"kubernetesversion": "1.2", "features": {"diskencryption": true}});
    let message = cluster.encode(&value, old).unwrap();
    assert_eq!(message, b"\x12\x031.2\x22\x05\x10\x01\x90\x03\x07\x9a\x06\x03new");
}

#[test]
fn refuses_what_does_not_fit() {
    let cluster = spec::of("Clusters.omni.sidero.dev").unwrap();
    let encode = |value: Value| cluster.encode(&value, &[]).unwrap_err();
    assert_eq!(encode(json!({"kubernetes": ""})), SpecError::UnknownKey("kubernetes".to_owned()));
    assert_eq!(encode(json!({"talosversion": 1})), SpecError::Unfit("talosversion"));
    assert_eq!(encode(json!({"features": {"diskencryption": "yes"}})), SpecError::Unfit("diskencryption"));
    assert_eq!(encode(json!([])), SpecError::Unfit("spec"));
    let message = b"\x12\x031.2\x22\x05\x10\x01\x90\x03\x07";
    for cut in [1, 2, 4, 6, 7, 9] {
        assert_eq!(cluster.decode(&message[..cut]), Err(SpecError::Unreadable), "{cut}");
    }
}
