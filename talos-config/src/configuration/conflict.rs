//! Documents that cannot stand together.

use super::Document;
use crate::version::Minor;

/// Kinds that configure a link of their name.
const LINKS: &[&str] = &[
    "BondConfig",
    "BridgeConfig",
    "DummyLinkConfig",
    "LinkConfig",
    "VLANConfig",
    "VRFConfig",
    "VethConfig",
    "WireguardConfig",
];

/// Kinds of which no two may share a name, with the minor since which that is checked.
const FAMILIES: &[(Minor, &[&str])] = &[
    (Minor::V1_11, &["UserVolumeConfig", "ExistingVolumeConfig"]),
    (Minor::V1_12, LINKS),
    (Minor::V1_12, &["Layer2VIPConfig", "HCloudVIPConfig"]),
];

/// Two documents that cannot stand together, by their places, with what upstream says.
pub(crate) struct Clash {
    pub(crate) document: usize,
    pub(crate) other: usize,
    pub(crate) duplicate: bool,
    pub(crate) message: String,
}

/// All pairs that cannot stand together, each document with the first one before it that it clashes with.
pub(crate) fn clashes(documents: &[Document], minor: Minor) -> Vec<Clash> {
    let mut clashes = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        if document.is_nothing() {
            continue;
        }
        // What a deletion left behind clashes with nothing.
        let earlier = documents.iter().take(index).enumerate().filter(|(_, other)| !other.is_nothing());
        if let Some((other, _)) = earlier.clone().find(|(_, other)| other.id() == document.id()) {
            let message = if document.kind.is_v1alpha1() {
                "duplicate v1alpha1.Config".to_owned()
            } else {
                format!("duplicate document: {}", shown(document))
            };
            clashes.push(Clash { document: index, other, duplicate: true, message });
        } else if let Some((other, twin)) =
            earlier.clone().find(|(_, other)| are_rivals(other, document, minor))
        {
            let message = format!("conflicting documents: {} and {}", shown(twin), shown(document));
            clashes.push(Clash { document: index, other, duplicate: false, message });
        } else if minor >= Minor::V1_14
            && let Some((other, name)) = claimed_before(documents, index)
        {
            let owner = documents.get(other).map(shown).unwrap_or_default();
            let message = format!(
                "conflicting link configurations: {owner} and {} both configure {name:?}",
                shown(document)
            );
            clashes.push(Clash { document: index, other, duplicate: false, message });
        }
    }
    clashes
}

/// The link that a document configures although a document before it does, or itself; with the place of that one.
fn claimed_before(documents: &[Document], index: usize) -> Option<(usize, &str)> {
    let document = documents.get(index)?;
    let (name, peer) = links(document);
    let claims = |link: &str, other: &Document| {
        let (name, peer) = links(other);
        name == Some(link) || peer == Some(link)
    };
    let earlier = || documents.iter().take(index).enumerate();
    let taken = |link: &str| earlier().find(|(_, other)| claims(link, other)).map(|(other, _)| other);
    let by_others = [name, peer].into_iter().flatten().find_map(|link| Some((taken(link)?, link)));
    by_others.or_else(|| peer.filter(|_| peer == name).map(|link| (index, link)))
}

/// The names of the links that a document configures: its own, and that of the other end of a pair.
fn links(document: &Document) -> (Option<&str>, Option<&str>) {
    let is_link = LINKS.contains(&document.kind.name());
    (document.name().filter(|_| is_link), document.peer_name())
}

fn are_rivals(left: &Document, right: &Document, minor: Minor) -> bool {
    left.name() == right.name()
        && FAMILIES.iter().any(|(since, kinds)| {
            minor >= *since && kinds.contains(&left.kind.name()) && kinds.contains(&right.kind.name())
        })
}

fn shown(document: &Document) -> String {
    format!("{}/{}", document.kind.name(), document.name().unwrap_or_default())
}
