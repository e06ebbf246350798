//! Expressions: what is wrong, where, and that no expression costs more than it may.

use manifest::Source;
use talos_config::Minor;
use talos_config::expression::{Environment, Value, check, holds};
use talos_config::rules::EXPRESSION_INVALID;
use talos_config::validate::{Mode, validate_source};

fn said(text: &str, environment: Environment, minor: Minor) -> Vec<String> {
    check(text, environment, minor).iter().map(ToString::to_string).collect()
}

#[test]
fn examples_of_upstream_are_taken() {
    for (text, environment) in [
        ("disk.size > 120u * GB && disk.size < 1u * TB", Environment::Disk),
        ("disk.transport == \"sata\" && !disk.rotational && !system_disk", Environment::Disk),
        ("volume.name == \"xfs\" && disk.serial == \"SERIAL123\"", Environment::Volume),
        ("glob(\"00:1a:2b:*\", mac(link.permanent_addr))", Environment::Link),
        (
            "multiply_qos_vectors(d_qos_memory_full_total, {System: 8.0, Podruntime: 4.0}) > 3000.0 || time_since_trigger > duration('1s')",
            Environment::Trigger,
        ),
        (
            "memory_max.hasValue() ? 0.0 : {Besteffort: 1.0, Burstable: 0.5}[class] * double(memory_current.orValue(0u))",
            Environment::Scoring,
        ),
    ] {
        assert_eq!(said(text, environment, Minor::V1_13), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_may_be_named_follows_the_minor() {
    let undefined = |field: &str| vec![format!("undefined field '{field}'")];
    let symlinks = "disk.symlinks.size() > 0";
    assert_eq!(said(symlinks, Environment::Disk, Minor::V1_9), undefined("symlinks"));
    assert!(said(symlinks, Environment::Disk, Minor::V1_10).is_empty());
    let offset = "volume.offset > 0u";
    assert_eq!(said(offset, Environment::Volume, Minor::V1_11), undefined("offset"));
    assert!(said(offset, Environment::Volume, Minor::V1_12).is_empty());
    let disk = "disk.size > 0u";
    let undeclared = vec!["undeclared reference to 'disk' (in container '')".to_owned()];
    assert_eq!(said(disk, Environment::Volume, Minor::V1_10), undeclared);
    assert!(said(disk, Environment::Volume, Minor::V1_11).is_empty());
}

#[test]
fn a_fault_is_placed_in_the_document() {
    let shown = |written: &str| {
        let text = format!(
            "apiVersion: v1alpha1\nkind: VolumeConfig\nname: EPHEMERAL\nprovisioning:\n  diskSelector:\n    match: {written}\n"
        );
        let source = Source::new("volume.yaml", text);
        let findings = validate_source(&source, Minor::V1_13, Mode::Metal);
        let of_rule = findings.iter().filter(|finding| finding.rule == &EXPRESSION_INVALID);
        let place = |finding: &manifest::Finding| {
            let span = finding.place.span.unwrap();
            (source.position(span.start).to_string(), source.slice(span).to_owned())
        };
        of_rule.map(place).collect::<Vec<_>>()
    };
    let at = |place: &str, slice: &str| (place.to_owned(), slice.to_owned());
    assert_eq!(shown("disk.size > 0u && nope"), [at("6:30", "nope")]);
    assert_eq!(shown("'nope || disk.sise > 0u'"), [at("6:13", "nope"), at("6:25", ".sise")]);
    assert_eq!(shown("|\n      disk.size > 0u &&\n      disk.sise > 0u"), [at("8:11", ".sise")]);
    assert_eq!(shown(">-\n      disk.size > 0u &&\n\n      nope"), [at("9:7", "nope")]);
    assert_eq!(shown("disk.size > 0u &&\n      nope"), [at("7:7", "nope")]);
    // An escape moves what follows it: all of the text is the place.
    assert_eq!(shown("\"\\x6eope\""), [at("6:12", "\"\\x6eope\"")]);
    assert_eq!(shown("disk.size"), [at("6:12", "disk.size")]);
    assert_eq!(shown("disk.size >"), [at("6:23", "")]);
}

#[test]
fn nesting_ends_where_upstream_ends_it() {
    let nested = |count: usize| format!("{}true{}", "(".repeat(count), ")".repeat(count));
    assert!(said(&nested(249), Environment::Disk, Minor::V1_13).is_empty());
    let limit = vec!["expression recursion limit exceeded: 250".to_owned()];
    assert_eq!(said(&nested(250), Environment::Disk, Minor::V1_13), limit);
    assert_eq!(said(&nested(40_000), Environment::Disk, Minor::V1_13), limit);
    let long = format!("true{}", " ".repeat(100_000));
    let size = vec!["expression code point size exceeds limit: size: 100004, limit 100000".to_owned()];
    assert_eq!(said(&long, Environment::Disk, Minor::V1_13), size);
}

#[test]
fn what_upstream_never_finishes_is_refused() {
    let doubling = format!("[1]{} == []", ".map(x, {x: x})".repeat(200));
    let faults = said(&doubling, Environment::Disk, Minor::V1_13);
    assert_eq!(faults.last().unwrap(), "expression takes too long to check: its types grow without end");
    let copying = format!("optional.of(1){}.hasValue()", ".optMap(x, x)".repeat(200));
    let faults = said(&copying, Environment::Trigger, Minor::V1_13);
    assert_eq!(faults, ["expression is too large once its macros are expanded"]);
}

#[test]
fn every_beginning_of_an_expression_is_answered() {
    let text = "disk.size > 10u * GiB && [r'\\a', '''b'c''', \"\\u00e9é\"].exists(x, x in {'a': 1.5e3}) ? `a`.b : -0x1f // é";
    for (end, _) in text.char_indices() {
        for environment in [Environment::Disk, Environment::Trigger] {
            let (before, after) = text.split_at(end);
            drop(check(before, environment, Minor::V1_14));
            drop(check(after, environment, Minor::V1_9));
        }
    }
}

/// One disk, of which nobody knows the WWID, and which may be the one of the system.
fn known(name: &str) -> Option<Value> {
    Some(match name {
        "disk.size" => Value::Uint(500_107_862_016),
        "disk.model" => Value::Text("Samsung SSD 970".to_owned()),
        "disk.transport" => Value::Text("nvme".to_owned()),
        "disk.dev_path" => Value::Text("/dev/nvme0n1".to_owned()),
        "disk.rotational" => Value::Bool(false),
        "disk.symlinks" => {
            Value::List(["by-id/nvme-970", "by-path/pci-1"].map(|link| Value::Text(link.to_owned())).to_vec())
        }
        _ => return None,
    })
}

#[test]
fn what_is_known_decides_an_expression_or_does_not() {
    for (text, expected) in [
        ("true", Some(true)),
        ("disk.size >= 500u * GB && disk.size < 1u * TiB", Some(true)),
        ("disk.size > 0x7FFFFFFFFFu", Some(false)),
        ("disk.size / GiB == 465u", Some(true)),
        ("disk.size - 600u * GB > 0u", None),
        ("disk.size / 0u == 1u", None),
        ("int(disk.size) > -5", Some(true)),
        ("disk.transport in [\"nvme\", 'sata'] && !disk.rotational", Some(true)),
        ("disk.transport in ['usb', disk.wwid]", None),
        ("glob('*SSD*', disk.model) && disk.dev_path.startsWith(\"/dev/nvme\")", Some(true)),
        ("disk.model.endsWith('970') ? disk.model.contains('SSD') : system_disk", Some(true)),
        ("disk.model == 'Sam' + \"sung\\u0020SSD\\x20970\"", Some(true)),
        ("disk.model != r'Samsung\\x20SSD 970'", Some(true)),
        ("disk.model.size() == 15 && size(disk.symlinks) == 2", Some(true)),
        ("'by-id/nvme-970' in disk.symlinks", Some(true)),
        // One side of a chain may decide whatever the other is.
        ("!system_disk && disk.size < 1u * GB", Some(false)),
        ("system_disk || disk.size > 1u * GB", Some(true)),
        ("!system_disk && disk.size > 1u * GB", None),
        ("disk.wwid == 'naa.5'", None),
        // What is not worked out is not known.
        ("disk.symlinks.exists(link, link.startsWith('by-id'))", None),
        ("disk.model.matches('^Sam')", None),
        // What Talos refuses decides nothing.
        ("disk.size > 1", None),
        ("disk.model", None),
    ] {
        assert_eq!(holds(text, Environment::Disk, Minor::V1_13, &known), expected, "{text}");
    }
}
