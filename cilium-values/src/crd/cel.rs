//! The rules in CEL of the definitions, each by hand: there are a dozen, and an interpreter is eighty crates.

use std::net::IpAddr;

use manifest::Value;

/// Whether a rule holds; none for a rule that is not known here, and for those about a change of an object, which
/// say nothing about a new one.
pub(super) fn holds(rule: &str, value: &Value) -> Option<bool> {
    let has = |key: &str| value.get(key).is_some();
    let is_type = |name: &str| value.get("advertisementType").and_then(Value::as_str) == Some(name);
    let number = |key: &str| value.get(key).and_then(Value::as_i64);
    Some(match rule {
        "has(self.spec) || has(self.specs)" => has("spec") || has("specs"),
        "self.advertisementType != 'Service' || has(self.service)" => !is_type("Service") || has("service"),
        "self.advertisementType == 'Service' || !has(self.service)" => is_type("Service") || !has("service"),
        "self.advertisementType != 'Interface' || has(self.interface)" => {
            !is_type("Interface") || has("interface")
        }
        "self.advertisementType == 'Interface' || !has(self.interface)" => {
            is_type("Interface") || !has("interface")
        }
        "self.advertisementType != 'PodCIDR' || !has(self.selector)" => {
            !is_type("PodCIDR") || !has("selector")
        }
        "self.keepAliveTimeSeconds <= self.holdTimeSeconds" => {
            number("keepAliveTimeSeconds")? <= number("holdTimeSeconds")?
        }
        "self == '' || isIP(self)" => {
            value.as_str().is_some_and(|text| text.is_empty() || text.parse::<IpAddr>().is_ok())
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use manifest::{Map, Value};

    use super::holds;
    use crate::crd::schema::SCHEMAS;

    #[test]
    fn every_rule_of_the_definitions_is_known_or_about_a_change() {
        let empty = Value::Mapping(Map::from_iter([("keepAliveTimeSeconds", 1_i64), ("holdTimeSeconds", 3)]));
        let mut count = 0;
        for schema in SCHEMAS.all() {
            for validation in &schema.validations {
                let is_about_a_change = validation.rule.contains("oldSelf");
                assert_eq!(
                    holds(&validation.rule, &empty).is_none(),
                    is_about_a_change,
                    "{}",
                    validation.rule
                );
                count += 1;
            }
        }
        assert!(count > 10, "the definitions have rules");
    }
}
