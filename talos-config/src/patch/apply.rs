//! From a configuration and patches to a configuration.

use manifest::{FieldPath, Source, yaml};

use super::error::{At, Refused};
use super::merge::Merger;
use super::origin::{Origins, Patched};
use super::{FollowedConfiguration, Form, Patch, PatchError, Selector, Trail, TrailReader, json};
use crate::configuration::{Configuration, Document, Id, LoadAs, clashes, load_with_trails};
use crate::facts::{Facts, Shape, V1ALPHA1};
use crate::model::Datum;
use crate::version::Minor;

/// What a configuration is at a point between two patches.
pub(super) enum State<'s> {
    Source(&'s Source),
    /// A text that a JSON patch made, with where its values were said.
    Text(String, Option<Trail>),
    Documents(Vec<Document>),
}

/// Applies patches in their order and gives the text that Talos would give, byte for byte.
///
/// Without patches the text comes back as it is. A JSON patch at the end leaves a text that nothing has checked:
/// load it to know.
pub fn apply(config: &Source, patches: &[Patch], minor: Minor) -> Result<String, PatchError> {
    let applier = Applier { minor, follows: false };
    let state = applier.all(State::Source(config), patches).map_err(|refused| refused.error)?;
    state.into_text(minor)
}

/// The same for a configuration that is loaded already.
pub fn apply_to(config: &Configuration, patches: &[Patch]) -> Result<String, PatchError> {
    let applier = Applier { minor: config.minor, follows: false };
    let state = applier.all(State::Documents(config.documents.clone()), patches);
    state.map_err(|refused| refused.error)?.into_text(config.minor)
}

/// The same with an origin for every value of the result.
///
/// Every text is read once more for it, so it takes about twice the time; [`apply`] pays nothing for it. Unlike
/// [`apply`], it also fails on a configuration that is no YAML where there are no patches.
///
/// ```
/// use manifest::{FieldPath, Source};
/// use talos_config::patch::{self, Layer};
/// use talos_config::{Minor, Patch};
///
/// let minor = Minor::V1_13;
/// let config = Source::new("worker.yaml", "machine:\n  type: worker\n  sysctls:\n    vm.swappiness: 60\n");
/// let calm = Source::new("calm.yaml", "machine:\n  sysctls:\n    vm.swappiness: 10\n");
/// let patches = [Patch::load(&calm, minor).value.ok_or("refused")?];
/// let patched = patch::apply_with_origins(&config, &patches, minor)?;
///
/// let path = FieldPath::root().keys("machine.sysctls").key("vm.swappiness");
/// let origin = patched.origins.get(0, &path).ok_or("no such value")?;
/// assert_eq!(origin.layer, Layer::Patch(0));
/// assert_eq!(format!("{}:{}", origin.source.name(), origin.position()), "calm.yaml:3:20");
/// assert_eq!(origin.text(), "10");
/// assert_eq!(origin.overrode[0].layer, Layer::Config);
/// assert_eq!(origin.overrode[0].text(), "60");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn apply_with_origins(config: &Source, patches: &[Patch], minor: Minor) -> Result<Patched, PatchError> {
    FollowedConfiguration::new(config, minor).apply(patches)
}

/// The text of a state that patches have led to, and where its values come from.
pub(super) fn finished(
    config: &Source,
    mut state: State<'_>,
    patches: &[Patch],
    minor: Minor,
) -> Result<Patched, PatchError> {
    let parse = |source: &Source| {
        yaml::parse_as(source, minor.yaml()).map_err(|finding| PatchError::Configuration(vec![*finding]))
    };
    let trails = match &mut state {
        State::Documents(documents) => {
            documents.iter_mut().map(|document| document.trail.take().map(|trail| *trail)).collect()
        }
        State::Text(_, trail) => vec![trail.take()],
        State::Source(source) => {
            let reader = TrailReader::of_layer(Facts::of(minor), 0).up_to_aliases();
            parse(source)?.iter().map(|document| Some(reader.read(document.root(), &Shape::Free))).collect()
        }
    };
    let text = state.into_text(minor)?;
    let result = parse(&Source::new("patched configuration", text.as_str()))?;
    let sources = std::iter::once(config).chain(patches.iter().map(|patch| &patch.source)).cloned();
    let trails = trails.into_iter().map(Option::unwrap_or_default).collect();
    Ok(Patched { text, origins: Origins::new(sources.collect(), trails, result) })
}

/// How patches are applied.
pub(super) struct Applier {
    pub(super) minor: Minor,
    /// Whether somebody asks where values come from.
    pub(super) follows: bool,
}

impl Applier {
    pub(super) fn all<'s>(&self, state: State<'s>, patches: &[Patch]) -> Result<State<'s>, Refused> {
        self.rest(state, patches, 0)
    }

    /// Applies patches to what so many before them have made.
    pub(super) fn rest<'s>(
        &self,
        mut state: State<'s>,
        patches: &[Patch],
        before: usize,
    ) -> Result<State<'s>, Refused> {
        // Layer 0 is the configuration.
        let mut rest = patches.iter().zip(before + 1..).peekable();
        while let Some((patch, layer)) = rest.next() {
            state = match &*patch.form {
                Form::Strategic { selectors, documents } => {
                    let left = self.documents(state)?;
                    let merged = if self.follows {
                        let stream = patch.followed.of(&patch.source, patch.minor, layer);
                        strategic(left, &stream.selectors, &stream.documents, layer, self.minor)
                    } else {
                        strategic(left, selectors, documents, layer, self.minor)
                    };
                    State::Documents(merged.map_err(|refused| refused.in_layer(layer))?)
                }
                Form::Json(operations) => {
                    let mut steps = self.steps(patch, operations, layer);
                    // Upstream makes one patch of all that follow each other.
                    while let Some((patch, layer)) = rest.next_if(|(patch, _)| patch.is_json()) {
                        if let Form::Json(operations) = &*patch.form {
                            steps.extend(self.steps(patch, operations, layer));
                        }
                    }
                    self.edited(state, &steps)?
                }
            };
        }
        Ok(state)
    }

    fn steps<'o>(
        &self,
        patch: &Patch,
        operations: &'o [json::Operation],
        layer: usize,
    ) -> Vec<json::Step<'o>> {
        let reader = TrailReader::of_layer(Facts::of(patch.minor), layer);
        let trails = if self.follows { json::trails(&patch.source, patch.minor, reader) } else { Vec::new() };
        let trails = trails.into_iter().map(Some).chain(std::iter::repeat(None));
        let steps = operations.iter().zip(trails);
        let place = |(index, (operation, trail))| json::Step { operation, trail, layer, index };
        steps.enumerate().map(place).collect()
    }

    fn edited<'s>(&self, mut state: State<'s>, steps: &[json::Step<'_>]) -> Result<State<'s>, Refused> {
        let facts = Facts::of(self.minor);
        let trail = match &mut state {
            State::Source(_) => None,
            State::Text(_, trail) => trail.take(),
            State::Documents(documents) => {
                documents.first_mut().and_then(|document| document.trail.take()).map(|trail| *trail)
            }
        };
        let reader = match &state {
            State::Source(_) => TrailReader::of_layer(facts, 0),
            State::Text(..) | State::Documents(_) => TrailReader::of_made(facts, trail.as_ref()),
        };
        let (text, trail) =
            json::apply(&state.into_text(self.minor)?, steps, self.follows.then_some(reader), self.minor)?;
        Ok(State::Text(text, trail))
    }

    pub(super) fn documents(&self, state: State<'_>) -> Result<Vec<Document>, PatchError> {
        let facts = Facts::of(self.minor);
        let (made, trail);
        let (source, reader) = match state {
            State::Documents(documents) => return Ok(documents),
            State::Source(source) => (source, TrailReader::of_layer(facts, 0)),
            State::Text(text, said) => {
                made = Source::new("patched configuration", text);
                trail = said;
                (&made, TrailReader::of_made(facts, trail.as_ref()))
            }
        };
        let reader = self.follows.then_some(reader);
        let stream = load_with_trails(source, self.minor, LoadAs::Configuration, reader);
        if stream.findings.is_empty() {
            Ok(stream.documents)
        } else {
            Err(PatchError::Configuration(stream.findings))
        }
    }
}

impl State<'_> {
    pub(super) fn into_text(self, minor: Minor) -> Result<String, PatchError> {
        match self {
            Self::Source(source) => Ok(source.text().to_owned()),
            Self::Text(text, _) => Ok(text),
            Self::Documents(documents) => {
                if let Some(left_over) =
                    documents.iter().find_map(|one| one.meant().filter(|id| id.name.is_some()))
                {
                    return Err(not_there(left_over));
                }
                let texts = documents.iter().map(|document| document.encode(minor));
                Ok(texts.collect::<Result<Vec<_>, _>>()?.join("---\n"))
            }
        }
    }
}

/// What a deletion left behind is a document that cannot be written, where the deletion gives a name.
fn not_there(meant: Id<'_>) -> PatchError {
    PatchError::Delete {
        path: String::new(),
        document: format!("{}/{}/{}", meant.version, meant.kind, meant.name.unwrap_or_default()),
        reason: "there is no such document; Talos before 1.14 crashes on that",
    }
}

/// Deletes and merges what one patch says.
fn strategic(
    mut left: Vec<Document>,
    selectors: &[Selector],
    patch: &[Document],
    layer: usize,
    minor: Minor,
) -> Result<Vec<Document>, Refused> {
    // Left-overs of deletions in the oldest document come first from the next patch on.
    left.sort_by_key(|document| match (document.kind.is_v1alpha1(), document.meant()) {
        (true, _) => 0,
        (_, Some(meant)) if meant.kind == V1ALPHA1 => 1,
        _ => 2,
    });
    let facts = Facts::of(minor);
    let merger = Merger { facts };
    for document in &left {
        check_copyable(&document.datum)?;
    }
    // Only what stood there before the patch is met, until 1.14.
    let mut visible = if minor.has_lenient_patches() { usize::MAX } else { left.len() };
    // Deletions in the oldest kind go first, in every minor.
    let (old, new): (Vec<_>, Vec<_>) = selectors.iter().partition(|selector| selector.is_v1alpha1());
    for selector in old {
        visible = selector.apply(&mut left, visible, facts, layer)?;
    }
    let mut new = new.into_iter().peekable();
    let mut turn = 0;
    for document in patch {
        if !document.kind.is_v1alpha1() {
            while let Some(selector) = new.next_if(|selector| selector.turn <= turn) {
                visible = selector.apply(&mut left, visible, facts, layer)?;
            }
            turn += 1;
        }
        match left.iter_mut().take(visible).rfind(|known| known.id() == document.id()) {
            Some(known) if known.is_nothing() => {
                let named = if document.name().is_some() { "namedSelector" } else { "selector" };
                let message =
                    format!("merge type mismatch left *decoder.{named} right *{}", document.kind.type_name());
                return Err(Refused::new(PatchError::Merge(message), At::value(document, FieldPath::root())));
            }
            Some(known) => merger.document(known, document).map_err(|stop| {
                let at = At::value(document, stop.path());
                Refused::new(PatchError::Merge(stop.message), at)
            })?,
            None => left.push(document.clone()),
        }
    }
    for selector in new {
        visible = selector.apply(&mut left, visible, facts, layer)?;
    }
    if let Some(clash) = clashes(&left, minor).into_iter().next() {
        let at =
            left.get(clash.document).map_or(At::Whole, |document| At::value(document, FieldPath::root()));
        return Err(Refused::new(PatchError::Conflict(clash.message), at));
    }
    left.sort_by_key(|document| !document.kind.is_v1alpha1());
    Ok(left)
}

/// Fails on what upstream cannot copy and crashes on. It copies what a patch is merged into, not the patch.
fn check_copyable(datum: &Datum) -> Result<(), PatchError> {
    let copyable = match datum {
        Datum::Free(free) => !free.uncopyable,
        Datum::List(items) | Datum::Struct(items) => return items.iter().try_for_each(check_copyable),
        Datum::Map(entries) => return entries.values().try_for_each(check_copyable),
        _ => true,
    };
    let message = "a date, or a key that is no text, in a free mapping: Talos crashes when a patch is merged into it; quote it";
    if copyable { Ok(()) } else { Err(PatchError::Merge(message.to_owned())) }
}
