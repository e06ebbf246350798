//! Both forms of a configuration.

mod limits;
mod meaning;

use std::collections::BTreeSet;
use std::path::Path;

use manifest::Source;
use manifest::yaml::{self, Reading};
use manifest::{Map, Value};
use proptest::prelude::*;
use talos_config::migrate::{self, Migrated, Outcome, SETTINGS};
use talos_config::validate::{Mode, validate};
use talos_config::{Configuration, Document, Minor, Patch};

/// Pairs of texts in `tests/data/migrate`: whole configurations, which the way back restores, and a patch.
const WHOLE: [&str; 2] = ["control-plane", "worker"];

fn path(name: &str, form: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/migrate/{name}.{form}.yaml"))
}

fn text(name: &str, form: &str) -> String {
    std::fs::read_to_string(path(name, form)).unwrap()
}

fn documents(text: &str, minor: Minor) -> Vec<Document> {
    let parsed = yaml::parse(&Source::new("config.yaml", text)).unwrap();
    let decoded = parsed.iter().map(|document| {
        let decoded = Document::decode(document, minor).unwrap();
        assert_eq!(decoded.findings, [], "{text}");
        decoded.value.unwrap()
    });
    decoded.collect()
}

fn outcomes(migrated: &Migrated) -> Vec<Outcome> {
    migrated.remarks.iter().map(|remark| remark.limit.outcome).collect()
}

/// Compares with a file, which is written instead where that is asked for.
fn golden(name: &str, form: &str, actual: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path(name, form), actual).unwrap();
    }
    assert_eq!(actual, text(name, form), "{name}.{form}.yaml");
}

#[test]
fn the_examples_are_migrated() {
    for name in ["control-plane", "worker", "patch"] {
        let migrated = migrate::migrate(documents(&text(name, "old"), Minor::V1_13), Minor::V1_14);
        golden(name, "new", &migrated.to_yaml().unwrap());
        assert!(!outcomes(&migrated).contains(&Outcome::Kept), "{name}: {:?}", migrated.remarks);
    }
}

#[test]
fn the_way_back_restores_the_old_form() {
    for name in WHOLE {
        let migrated = migrate::migrate(documents(&text(name, "new"), Minor::V1_14), Minor::V1_13);
        let back = migrate::migrate(migrated.documents().cloned().collect(), Minor::V1_9);
        assert_eq!(outcomes(&back), [], "{name}");
        golden(name, "back", &back.to_yaml().unwrap());
    }
}

#[test]
fn every_setting_is_in_the_examples_and_its_documents_come_out() {
    let mut kinds = BTreeSet::new();
    for name in ["control-plane", "worker", "patch"] {
        let migrated = migrate::migrate(documents(&text(name, "old"), Minor::V1_13), Minor::V1_14);
        kinds.extend(migrated.documents().map(Document::kind));
    }
    for setting in SETTINGS {
        for kind in setting.kinds {
            assert!(kinds.contains(kind), "{}: no {kind} comes out", setting.path);
        }
    }
    let paths: BTreeSet<_> = SETTINGS.iter().map(|setting| (setting.path, setting.kinds)).collect();
    assert_eq!(paths.len(), SETTINGS.len());
}

#[test]
fn documents_come_out_with_the_minor_that_knows_them() {
    for setting in SETTINGS {
        for kind in setting.kinds {
            // `ResolverConfig` and `VolumeConfig` took settings in later than they came.
            let known = talos_config::Kind::all().find(|known| known.name() == *kind).unwrap();
            assert!(known.since() <= setting.since, "{kind}");
        }
    }
    for minor in Minor::ALL {
        let migrated = migrate::migrate(documents(&text("control-plane", "new"), Minor::V1_14), minor);
        let source = Source::new("migrated.yaml", migrated.to_yaml().unwrap());
        // Fields that came later than their section are told apart by the loader.
        for finding in Configuration::load(&source, minor).findings {
            assert!(finding.message.contains("is not known to Talos"), "{minor}: {}", finding.message);
        }
    }
}

/// As upstream's `InstallConfig.DiskMatchExpression` makes it.
#[test]
fn a_disk_selector_becomes_a_condition() {
    let condition = |selector: &str| {
        let install = format!("install: {{image: a, grubUseUKICmdline: true, diskSelector: {selector}}}");
        let old = documents(&format!("machine: {{type: worker, {install}}}"), Minor::V1_13);
        let migrated = migrate::migrate(old, Minor::V1_14).to_yaml().unwrap();
        let line = migrated.lines().find_map(|line| line.trim().strip_prefix("match: ").map(str::to_owned));
        line.unwrap_or_default()
    };
    let usual = "disk.transport != \"\" && !disk.readonly && !disk.cdrom";
    assert_eq!(condition("{}"), usual);
    assert_eq!(
        condition("{size: '>= 100GB', model: 'WDC*'}"),
        format!("disk.size >= 100000000000u && glob(\"WDC*\", disk.model) && {usual}")
    );
    for (kind, said) in
        [("nvme", "disk.transport == \"nvme\""), ("hdd", "disk.rotational"), ("ssd", "'!disk.rotational'")]
    {
        let condition = condition(&format!("{{type: {kind}}}"));
        assert!(condition.contains(said.trim_matches('\'')), "{condition}");
    }
    assert_eq!(condition("{name: sda}"), "");
}

#[test]
fn what_comes_out_is_valid() {
    for name in WHOLE {
        for (form, minor) in [("new", Minor::V1_14), ("back", Minor::V1_13), ("old", Minor::V1_13)] {
            let loaded = Configuration::load(&Source::new("migrated.yaml", text(name, form)), minor);
            let configuration = loaded.value.unwrap();
            assert_eq!(validate(&configuration, Mode::Metal), [], "{name}.{form}");
        }
    }
    let patch = Patch::load(&Source::new("patch.yaml", text("patch", "new")), Minor::V1_14);
    assert_eq!(patch.findings, []);
}

/// All paths of mappings and their values in a tree, two to four keys deep.
fn paths(value: &Value, at: &[String], found: &mut Vec<Vec<String>>) {
    for (key, value) in value.as_mapping().into_iter().flat_map(Map::iter) {
        let path = [at, &[key.to_owned()]].concat();
        if (2..=4).contains(&path.len()) {
            found.push(path.clone());
        }
        if path.len() < 4 {
            paths(value, &path, found);
        }
    }
}

fn drop_path(value: &mut Value, path: &[String]) {
    let (Value::Mapping(map), [key, rest @ ..]) = (value, path) else { return };
    match (rest, map.get_mut(key)) {
        ([], _) => drop(map.remove(key)),
        (rest, Some(value)) => drop_path(value, rest),
        _ => {}
    }
}

/// A whole configuration that says a part of what an example says.
fn part_of(name: &str, dropped: &[proptest::sample::Index]) -> String {
    let parsed = yaml::parse(&Source::new("old.yaml", text(name, "old"))).unwrap();
    let mut value: Value = parsed[0].decode(Reading::Go(Minor::V1_13.yaml())).value.unwrap();
    let mut found = Vec::new();
    paths(&value, &[], &mut found);
    found.retain(|path| path.join(".") != "machine.type");
    for index in dropped {
        let path: &Vec<String> = index.get(&found);
        drop_path(&mut value, path);
    }
    crate::golden::written(&value)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn both_forms_mean_the_same(
        which in 0_usize..2,
        dropped in prop::collection::vec(any::<prop::sample::Index>(), 0..40),
        down_to in prop::sample::select(&Minor::ALL[..5]),
    ) {
        let old = part_of(WHOLE[which], &dropped);
        let old = documents(&old, Minor::V1_13);
        let meant = meaning::of(&old.iter().collect::<Vec<_>>());
        let up = migrate::migrate(old, Minor::V1_14);
        let differences = meaning::differences(&meant, &meaning::of(&up.documents().collect::<Vec<_>>()));
        prop_assert!(differences.is_empty(), "up: {differences:#?}");
        let text = up.to_yaml().unwrap();
        let loaded = Configuration::load(&Source::new("new.yaml", &*text), Minor::V1_14);
        prop_assert_eq!(loaded.findings, [], "{}", text);
        let conflicts = validate(&loaded.value.unwrap(), Mode::Metal).into_iter();
        let conflicts: Vec<_> = conflicts.filter(|finding| finding.rule.name == "settings-conflict").collect();
        prop_assert_eq!(conflicts, [], "{}", text);
        let down = migrate::migrate(up.documents().cloned().collect(), down_to);
        prop_assert!(!outcomes(&down).contains(&Outcome::Lost), "{:?}", down.remarks);
        let differences = meaning::differences(&meant, &meaning::of(&down.documents().collect::<Vec<_>>()));
        prop_assert!(differences.is_empty(), "down: {differences:#?}");
        let again = migrate::migrate(down.documents().cloned().collect(), down_to);
        prop_assert_eq!(again.to_yaml().unwrap(), down.to_yaml().unwrap());
    }
}

#[test]
fn the_same_minor_changes_nothing() {
    for (name, minor) in [("control-plane", Minor::V1_14), ("worker", Minor::V1_14)] {
        let new = text(name, "new");
        let again = migrate::migrate(documents(&new, minor), minor);
        assert_eq!(again.to_yaml().unwrap(), new);
    }
}

#[test]
fn findings_stand_where_their_cause_stands() {
    let text = "machine:\n  type: worker\n  network:\n    interfaces:\n      - interface: eth0\n";
    let source = Source::new("config.yaml", text);
    let read = migrate::read(&source, Minor::V1_13, Minor::V1_14);
    let [finding] = &*read.findings else { panic!("{:?}", read.findings) };
    assert_eq!(finding.rule.name, "setting-not-migrated");
    let span = finding.place.span.unwrap();
    assert_eq!(text.get(span.start..span.end), Some("interfaces"));
}

#[test]
fn what_is_no_merge_patch_is_refused() {
    for text in ["- {op: remove, path: /machine/env}\n", "machine: {env: {$patch: delete}}\n"] {
        let read = migrate::read(&Source::new("patch.yaml", text), Minor::V1_13, Minor::V1_14);
        assert!(read.value.is_none(), "{text}");
        assert_eq!(read.findings.len(), 1, "{text}: {:?}", read.findings);
    }
    let wrong = Source::new("config.yaml", "machine: {typo: 1, type: worker}\n");
    assert!(migrate::read(&wrong, Minor::V1_13, Minor::V1_14).value.is_none());
}
