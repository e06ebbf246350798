//! Loading: every document that is wrong is named, the others are read.

use manifest::Source;
use omni_client::template::Template;

fn findings(text: &str) -> Vec<String> {
    let source = Source::new("template.yaml", text);
    let found = Template::load(&source).findings.into_iter().map(|finding| {
        let place = source.position(finding.place.span.unwrap().start);
        format!("{place} {} {}", finding.rule.code, finding.message)
    });
    found.collect()
}

#[test]
fn says_what_is_wrong_with_each_document() {
    let text = "\
kind: Clutser
---
name: nothing
---
[a, b]
---
kind: [Cluster]
---
kind: Machine
lokced: true
install: {dsk: /dev/sda}
";
    assert_eq!(
        findings(text),
        [
            "1:7 OMN0101 unknown model kind \"Clutser\"",
            "3:1 OMN0101 kind field not found",
            "5:2 OMN0101 unexpected node kind 2, expecting mapping",
            "7:8 OMN0101 unexpected value type for kind field",
            "10:1 YML0003 the key `lokced` is not known in this document",
            "11:11 YML0003 the key `dsk` is not known in `install`",
        ]
    );
}

#[test]
fn refuses_an_empty_document_between_two_others() {
    let found = findings("kind: Cluster\n---\n---\nkind: Machine\n");
    assert_eq!(found.len(), 1);
    assert!(found[0].ends_with("OMN0101 unexpected node kind 8, expecting mapping"), "{}", found[0]);
}

#[test]
fn keeps_the_documents_that_can_be_read() {
    let loaded =
        Template::load(&Source::new("", "kind: Nonsense\n---\nkind: Machine\nname: a\nlocked: [1]\n"));
    assert_eq!((loaded.template.documents.len(), loaded.documents.len(), loaded.findings.len()), (1, 1, 2));
}

#[test]
fn loads_nothing_from_nothing() {
    let loaded = Template::load(&Source::new("", "# only a comment\n"));
    assert!(loaded.template.documents.is_empty());
}
