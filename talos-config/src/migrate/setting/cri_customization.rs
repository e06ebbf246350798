//! `machine.files`: the part of containerd's configuration among them.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, lost, twice};
use crate::cri::CriCustomizationConfig;
use crate::scalar::FileMode;
use crate::v1alpha1::MachineFile;
use crate::version::Minor;

/// The one file of the old form that is such a part (`constants.CRICustomizationConfigPart`).
const PATH: &str = "/etc/cri/conf.d/20-customization.part";

/// What the document is called; upstream's own name for the file is refused.
const NAME: &str = "machine-files";

static TWICE: Limit = twice("machine.files");
static FILES: Limit = kept(
    "machine.files",
    "no document writes files below /var, and those below /etc are written at another time",
);
static SECOND: Limit = lost("CRICustomizationConfig", "the old form has one part only, and it is taken");

/// Parts of the configuration of containerd.
pub(super) static SETTING: Setting = Setting {
    path: "machine.files",
    kinds: &["CRICustomizationConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &FILES, &SECOND],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let files = std::mem::take(&mut up.machine.files);
    let (parts, others): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.path.as_deref() == Some(PATH));
    if !others.is_empty() {
        up.keep(&FILES);
        up.machine.files = others;
    }
    // Upstream looks at the first one only.
    match parts.into_iter().next() {
        Some(part) => up.add(
            CriCustomizationConfig { content: part.content, ..CriCustomizationConfig::new(NAME) },
            &TWICE,
        ),
        None => Ok(()),
    }
}

fn down(down: &mut Down) {
    for document in down.take::<CriCustomizationConfig>() {
        if down.machine.files.iter().any(|file| file.path.as_deref() == Some(PATH)) {
            down.remark(true, Some(&document.name), &SECOND);
            continue;
        }
        down.machine.files.push(MachineFile {
            content: document.content,
            permissions: Some(FileMode::new(0o644)),
            path: Some(PATH.to_owned()),
            op: Some("create".to_owned()),
        });
    }
}
