//! Lists and mappings on the page.

use manifest::yaml::{Layout, Sequences, to_stream, to_string};
use manifest::{Map, Value};

fn sample() -> Value {
    let port = Map::from_iter([("name", Value::from("http")), ("port", Value::from(80_i64))]);
    let nested = Value::from(vec![Value::from(vec![Value::from("a"), Value::from("b")]), Value::Null]);
    Value::from(Map::from_iter([
        ("ports", Value::from(vec![Value::from(port.clone()), Value::from(port)])),
        (
            "empty",
            Value::from(Map::from_iter([("list", Value::from(vec![])), ("map", Value::from(Map::new()))])),
        ),
        ("script", Value::from("#!/bin/sh\nexit 0\n")),
        ("nested", nested),
        ("ratio", Value::from(1.0)),
    ]))
}

#[test]
fn lists_are_indented_by_default() {
    let text = to_string(&sample(), &Layout::default()).unwrap();
    assert_eq!(
        text,
        "\
ports:
  - name: http
    port: 80
  - name: http
    port: 80
empty:
  list: []
  map: {}
script: |
  #!/bin/sh
  exit 0
nested:
  - - a
    - b
  - null
ratio: 1.0
"
    );
}

#[test]
fn lists_stand_below_their_key_in_the_kubernetes_layout() {
    let port = Map::from_iter([("name", Value::from("http")), ("hosts", vec![Value::from("a")].into())]);
    let map = Map::from_iter([("ports", vec![port.into(), vec![Value::from("b"), Value::Null].into()])]);
    assert_eq!(
        to_string(&map, &Layout::kubernetes()).unwrap(),
        "\
ports:
- name: http
  hosts:
  - a
- - b
  - null
"
    );
}

#[test]
fn four_spaces_a_level_keep_to_the_grid() {
    let inner = Map::from_iter([("key", Map::from_iter([("deep", "x")]))]);
    let value = Value::from(Map::from_iter([("list", Value::from(vec![Value::from(inner)]))]));
    let layout = Layout::default().indent(4).sequences(Sequences::Indented);
    assert_eq!(to_string(&value, &layout).unwrap(), "list:\n    - key:\n        deep: x\n");
}

#[test]
fn documents_of_a_stream_are_parted_by_a_marker() {
    let layout = Layout::default();
    assert_eq!(to_stream(["a", "b\nc"], &layout).unwrap(), "a\n---\n|-\n  b\n  c\n");
    assert_eq!(to_stream(Vec::<Value>::new(), &layout).unwrap(), "");
}
