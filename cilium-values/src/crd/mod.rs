//! What the API server makes of Cilium's custom resources, without a server.
//!
//! The schemas are those of the definitions of each minor (`generated/crds.json`). A field that they do not know is
//! pruned by the server without a word: a policy with `fromentities` allows everyone. So it is an error here.
//!
//! ```
//! use cilium_values::{CiliumVersion, crd};
//! use manifest::{Source, yaml};
//!
//! let text = "\
//! apiVersion: cilium.io/v2
//! kind: CiliumNetworkPolicy
//! metadata: {name: web}
//! spec:
//!   endpointSelector: {}
//!   ingress: [{fromentities: [cluster]}]
//! ";
//! let documents = yaml::parse(&Source::new("policy.yaml", text)).unwrap();
//! let findings = crd::check(&documents[0], &CiliumVersion::new(1, 17, 0));
//! assert_eq!(findings[0].rule.name, "field-pruned");
//! assert_eq!(findings[0].place.path.to_string(), "spec.ingress[0].fromentities");
//! ```

mod cel;
mod defaults;
mod prune;
mod rules;
pub(crate) mod schema;
mod value;

use manifest::yaml::{Document, Reading};
use manifest::{FieldPath, Finding, Place, Value, suggest};

pub use rules::RULES;

use self::schema::{KindInfo, SCHEMAS};
use self::value::Validator;
use crate::CiliumVersion;

/// What is wrong with an object of the group `cilium.io` for a version of Cilium. Objects of other groups are
/// nobody's business here.
#[must_use]
pub fn check(document: &Document, cilium: &CiliumVersion) -> Vec<Finding> {
    check_at(document, &FieldPath::root(), cilium)
}

/// The same for an object within a document: an item of a `List`.
#[must_use]
pub fn check_at(document: &Document, path: &FieldPath, cilium: &CiliumVersion) -> Vec<Finding> {
    let Some(node) = document.get(path) else { return Vec::new() };
    let decoded = document.decode_at::<Value>(node, path, Reading::Json);
    let findings = decoded.value.map(|object| check_value(&object, cilium)).unwrap_or_default();
    let located = findings.into_iter().map(|mut finding| {
        finding.place.path = path.clone().join(&finding.place.path);
        finding.locate(document)
    });
    located.collect()
}

/// The same for an object that is no document; its places are paths.
#[must_use]
pub fn check_value(object: &Value, cilium: &CiliumVersion) -> Vec<Finding> {
    let Some((kind, version)) = identity(object) else { return Vec::new() };
    let known: Vec<&KindInfo> = SCHEMAS.kinds_of(cilium).collect();
    let Some(info) = known.iter().find(|info| info.kind == kind) else {
        let message = format!("Cilium {cilium} has no kind `{kind}`");
        let near = suggest(kind, known.iter().map(|info| info.kind.as_str()));
        let finding = Finding::new(&rules::KIND_NOT_SERVED, at("kind"), message);
        return vec![match near {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("remove the object, or choose a version of Cilium that has it"),
        }];
    };
    let served: Vec<&str> =
        info.versions.iter().filter(|version| version.served).map(|version| version.name.as_str()).collect();
    let Some(of_version) = info.versions.iter().find(|known| known.served && known.name == version) else {
        let message = format!("Cilium {cilium} does not serve `{kind}` in `cilium.io/{version}`");
        let help = format!("use `cilium.io/{}`", served.first().copied().unwrap_or_default());
        return vec![Finding::new(&rules::KIND_NOT_SERVED, at("apiVersion"), message).help(help)];
    };
    let mut findings = Vec::new();
    if of_version.deprecated && served.len() > 1 {
        let message = format!("`cilium.io/{version}` is deprecated for `{kind}` in Cilium {cilium}");
        let other = served.iter().find(|name| **name != version).copied().unwrap_or_default();
        let finding = Finding::new(&rules::VERSION_DEPRECATED, at("apiVersion"), message);
        findings.push(finding.help(format!("use `cilium.io/{other}`; nothing else changes")));
    }
    let mut object = sent(object);
    defaults::fill_in(&SCHEMAS, of_version.schema, &mut object);
    let mut validator = Validator::new(&SCHEMAS);
    validator.object(of_version.schema, &object);
    findings.extend(validator.findings);
    findings
}

/// What the API server makes of an object before it validates it, and stores if it is valid: fields that the schema does
/// not know are gone, and defaults are filled in. None for an object that the group `cilium.io` has no kind for in a
/// version of Cilium.
#[must_use]
pub fn stored(object: &Value, cilium: &CiliumVersion) -> Option<Value> {
    let (kind, version) = identity(object)?;
    let info = SCHEMAS.kinds_of(cilium).find(|info| info.kind == kind)?;
    let of_version = info.versions.iter().find(|known| known.served && known.name == version)?;
    let mut object = sent(object);
    prune::object(&SCHEMAS, of_version.schema, &mut object);
    defaults::fill_in(&SCHEMAS, of_version.schema, &mut object);
    Some(object)
}

/// An object as the server gets it, in JSON: whole numbers lose the fraction that they are written with, and those beyond
/// 64 bits are floats.
fn sent(object: &Value) -> Value {
    match object {
        Value::Float(number) => whole(*number).map_or_else(|| object.clone(), Value::Int),
        Value::Sequence(items) => Value::Sequence(items.iter().map(sent).collect()),
        Value::Mapping(map) => {
            Value::Mapping(map.iter().map(|(key, value)| (key.to_owned(), sent(value))).collect())
        }
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::UInt(_) | Value::String(_) => object.clone(),
    }
}

/// A float that JSON writes as a whole number of 64 bits.
fn whole(number: f64) -> Option<i64> {
    // The largest float below 2^63; from there on the digits are no number of 64 bits.
    const BOUNDS: std::ops::RangeInclusive<f64> = -9_223_372_036_854_775_808.0..=9_223_372_036_854_774_784.0;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and within the bounds when it is taken")]
    let digits = number as i64;
    (number.fract() == 0.0 && BOUNDS.contains(&number)).then_some(digits)
}

/// The kind of an object and its version, if it is of the group `cilium.io`.
fn identity(object: &Value) -> Option<(&str, &str)> {
    let text = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or_default();
    let ("cilium.io", version) = text("apiVersion").split_once('/')? else { return None };
    Some((text("kind"), version))
}

fn at(key: &str) -> Place {
    Place::value(FieldPath::root().key(key))
}
