//! What holds until a day: keys and tokens that expire.
//!
//! A repository is right or wrong whatever day it is; these are the exceptions. What day it is, is an argument, as for
//! [waivers](crate::waiver). Nothing of a key or token is shown but its day.
//!
//! ```
//! use cluster_model::{Source, dated};
//!
//! let config = "\
//! apiVersion: v1
//! kind: Config
//! users:
//!   - name: ci
//!     user: {token: eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE2MDk0NTkyMDB9.c2ln}
//! ";
//! let source = Source::new("kubeconfig.yaml", config);
//! assert_eq!(dated::check([&source], "2020-06-01".parse()?), []);
//! let findings = dated::check([&source], "2026-01-01".parse()?);
//! assert_eq!(findings[0].message, "the token of `ci` ended on 2021-01-01");
//! # Ok::<(), cluster_model::waiver::NoDate>(())
//! ```

mod key;
mod service_account_key_ends;
mod token_ends;

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use manifest::yaml::{self, GoYaml, Node};
use manifest::{Finding, Place, Rule, Source};

use crate::waiver::Date;

/// All rules about days, by code.
pub static RULES: &[&Rule] = &[&service_account_key_ends::RULE, &token_ends::RULE];

/// How long before its end something is told of, in seconds: 30 days.
const SOON: u64 = 30 * 86_400;

/// What has ended by a day, or will within 30 days after it.
#[must_use]
pub fn check<'s>(sources: impl IntoIterator<Item = &'s Source>, today: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources {
        let holds = |words: [&str; 2]| words.iter().all(|word| source.text().contains(word));
        let (keys, tokens) = (holds(["Secret", service_account_key_ends::NAME]), holds(["Config", "token"]));
        if !keys && !tokens {
            continue;
        }
        for document in yaml::parse_as(source, GoYaml::KUBERNETES).unwrap_or_default() {
            let root = document.root();
            match root.get("kind").and_then(Node::as_text) {
                Some("Secret") => service_account_key_ends::check(source, root, today, &mut findings),
                Some("Config") => token_ends::check(source, root, today, &mut findings),
                _ => {}
            }
        }
    }
    findings
}

/// How something ends whose last second is known; absent while that is far away.
fn end(seconds: u64, today: Date) -> Option<String> {
    let day = Date::at(seconds);
    if Date::at(seconds.saturating_sub(SOON)) > today {
        return None;
    }
    Some(if day < today { format!("ended on {day}") } else { format!("ends on {day}") })
}

fn place(source: &Source, node: &Node) -> Place {
    Place { source: Some(source.name().to_owned()), span: Some(node.span), ..Place::default() }
}

/// The bytes behind a text in base64, padded or not.
fn decode(text: &str) -> Option<Vec<u8>> {
    const CONFIG: GeneralPurposeConfig =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let alphabet =
        if text.contains(['-', '_']) { &base64::alphabet::URL_SAFE } else { &base64::alphabet::STANDARD };
    let packed: String = text.split_whitespace().collect();
    GeneralPurpose::new(alphabet, CONFIG).decode(packed).ok()
}

/// The text of a key of a JSON object, which is YAML too.
fn member(json: &[u8], key: &str) -> Option<String> {
    let text = String::from_utf8(json.to_vec()).ok()?;
    let documents = yaml::parse(&Source::new("", text)).ok()?;
    Some(documents.first()?.root().get(key)?.as_text()?.to_owned())
}
