//! Cilium's custom resources, one object for every machine, and the schemas that kubeconform reads.

use std::fs;
use std::io::Read;
use std::path::Path;

use cilium_values::{CiliumVersion, crd};
use conformance::{Answer, Question};
use flate2::read::GzDecoder;
use manifest::{Severity, Source, yaml};
use serde_json::{Map, Value, json};

use super::is_mistaken;
use crate::Result;

/// The schemas of Cilium 1.17, each with the name of its definition and its version.
const SCHEMAS: &[u8] = include_bytes!("../../../conformance/facts/cilium/crds-1.17.json.gz");

/// What the objects are: the name of the definition, the kind, the version.
const KINDS: [(&str, &str, &str); 3] = [
    ("ciliumloadbalancerippools.cilium.io", "CiliumLoadBalancerIPPool", "v2alpha1"),
    ("ciliuml2announcementpolicies.cilium.io", "CiliumL2AnnouncementPolicy", "v2alpha1"),
    ("ciliumnetworkpolicies.cilium.io", "CiliumNetworkPolicy", "v2"),
];

pub(crate) fn questions(machines: u32, directory: &Path) -> Result<Vec<Question>> {
    let schemas = directory.join("schemas");
    write_schemas(&schemas)?;
    let schemas = schemas.to_str().ok_or("the path of the directory is no text")?;
    let question =
        |number| Question::new("kubeconform.check").with("schemas", schemas).with("text", object(number));
    Ok((0..machines).map(question).collect())
}

/// Whether each object is one that the API server would take as it is.
pub(crate) fn ours(question: &Question) -> Answer {
    let version = CiliumVersion::new(1, 17, 0);
    let documents = match yaml::parse(&Source::new("question", question.text("text"))) {
        Ok(documents) => documents,
        Err(finding) => return Answer::Refused(finding.message),
    };
    let verdicts = documents.iter().map(|document| {
        crd::check(document, &version).iter().all(|finding| finding.severity != Severity::Error)
    });
    Answer::Ok(verdicts.collect())
}

fn object(number: u32) -> String {
    let (high, low) = (number / 250 % 250, number % 250 + 1);
    let mistaken = is_mistaken(number);
    match number % 3 {
        0 => {
            let key = if mistaken { "cidrs" } else { "blocks" };
            format!(
                "apiVersion: cilium.io/v2alpha1\nkind: CiliumLoadBalancerIPPool\nmetadata: {{name: pool-{number}}}\n\
                 spec:\n  {key}:\n    - cidr: 10.{high}.{low}.0/28\n    - start: 10.{high}.{low}.32\n      \
                 stop: 10.{high}.{low}.63\n  serviceSelector:\n    matchLabels: {{pool: blue-{number}}}\n"
            )
        }
        1 => {
            let flag = if mistaken { "'yes'" } else { "true" };
            format!(
                "apiVersion: cilium.io/v2alpha1\nkind: CiliumL2AnnouncementPolicy\nmetadata: {{name: l2-{number}}}\n\
                 spec:\n  loadBalancerIPs: {flag}\n  externalIPs: true\n  interfaces: [^eth[0-9]+, ^enp[0-9]+s0$]\n  \
                 nodeSelector:\n    matchExpressions:\n      - {{key: kubernetes.io/hostname, operator: In, values: \
                 [machine-{number}]}}\n"
            )
        }
        _ => {
            let protocol = if mistaken { "HTTP" } else { "TCP" };
            format!(
                "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {{name: allow-{number}, namespace: \
                 default}}\nspec:\n  endpointSelector:\n    matchLabels: {{app: app-{number}}}\n  ingress:\n    - \
                 fromEndpoints:\n        - matchLabels: {{app: client-{number}}}\n      toPorts:\n        - ports:\n            \
                 - {{port: '{}', protocol: {protocol}}}\n  egress:\n    - toEntities: [cluster]\n    - toCIDR: \
                 [10.{high}.{low}.0/24]\n",
                1_024 + number % 60_000
            )
        }
    }
}

/// The schemas as files of JSON schema.
fn write_schemas(directory: &Path) -> Result<()> {
    let mut text = String::new();
    GzDecoder::new(SCHEMAS).read_to_string(&mut text)?;
    let definitions: Value = serde_json::from_str(&text)?;
    fs::create_dir_all(directory)?;
    for (definition, kind, version) in KINDS {
        let schema = definitions.get(definition).and_then(|versions| versions.get(version));
        let schema = closed(schema.ok_or_else(|| format!("there is no schema of {kind} {version}"))?);
        let file = directory.join(format!("{}-{version}.json", kind.to_ascii_lowercase()));
        fs::write(file, schema.to_string())?;
    }
    Ok(())
}

/// A structural schema as a JSON schema that takes no other fields, as those are made that people give to kubeconform.
fn closed(schema: &Value) -> Value {
    let Some(schema) = schema.as_object() else { return schema.clone() };
    let mut made = Map::new();
    for (key, value) in schema {
        let value = match (key.as_str(), value.as_object()) {
            ("properties", Some(fields)) => {
                fields.iter().map(|(name, field)| (name.clone(), closed(field))).collect::<Map<_, _>>().into()
            }
            ("items" | "additionalProperties", _) => closed(value),
            _ => value.clone(),
        };
        made.insert(key.clone(), value);
    }
    let open = schema.get("x-kubernetes-preserve-unknown-fields") == Some(&json!(true));
    if schema.contains_key("properties") && !schema.contains_key("additionalProperties") && !open {
        made.insert("additionalProperties".to_owned(), json!(false));
    }
    Value::Object(made)
}
