//! A report with one finding of every shape.

use manifest::report::Report;
use manifest::{FieldPath, Finding, Fix, Place, Rule, Severity, Source, Span};

pub(crate) static UNKNOWN_KEY: Rule = Rule {
    code: "EXA0001",
    name: "unknown-key",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every key is one that the document knows.",
    why: "The setting would silently not be made.",
    bad: "hostnme: a\n",
    good: "hostname: a\n",
    source: "this test",
};

pub(crate) static DUPLICATE: Rule = Rule {
    code: "EXA0002",
    name: "interface-declared-twice",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Every interface is declared once.",
    why: "The second declaration replaces the first.",
    bad: "- interface: a\n- interface: a\n",
    good: "- interface: a\n",
    source: "this test",
};

pub(crate) static MODEL: Rule = Rule {
    code: "EXA0003",
    name: "even-control-plane",
    severity: Severity::Note,
    since: "0.1.0",
    checks: "The number of control-plane machines is odd.",
    why: "An even number bears no more failures than one machine less.",
    bad: "nodes: 2\n",
    good: "nodes: 3\n",
    source: "this test",
};

/// The bytes of a word in a text.
pub(crate) fn span(text: &str, word: &str) -> Span {
    let start = text.find(word).unwrap();
    Span::new(start, start + word.len())
}

pub(crate) fn place(source: &Source, path: FieldPath, span: Span) -> Place {
    Place { source: Some(source.name().to_owned()), path, span: Some(span), ..Place::default() }
}

pub(crate) fn report() -> Report {
    let text = include_str!("../../data/report/mini-1.yaml");
    let source = Source::new("./patches/mini 1.yaml", text);
    let role = span(text, "contrlplane");
    let mtu = span(text, "99999");
    let twice = Span::new(text.rfind("enp1s0").unwrap(), text.rfind("enp1s0").unwrap() + 6);
    let key = span(text, "crtt");
    let machine = FieldPath::root().key("machine");
    let interfaces = machine.clone().keys("network.interfaces");
    Report::new(
        [
            Finding::new(
                &UNKNOWN_KEY,
                place(&source, machine.clone().keys("ca.crtt"), key),
                "unknown key `crtt` behind LS0tLS1CRUdJTiBFRDI1",
            ),
            Finding::new(
                &DUPLICATE,
                place(&source, interfaces.clone().index(1).key("interface"), twice),
                "interface `enp1s0` is declared twice",
            )
            .label("again")
            .related(
                place(&source, interfaces.clone().index(0).key("interface"), span(text, "enp1s0")),
                "first here",
            )
            .related(FieldPath::root().keys("nodes.mini-1.nics"), "one card in the model"),
            Finding::new(
                &UNKNOWN_KEY,
                place(&source, interfaces.index(0).key("mtu"), mtu),
                "99999 is out of range, 68 to 65535 are possible: 100 % wrong",
            )
            .label("a number, at most 65535")
            .help("write the MTU of the link,\nmost have 1500"),
            Finding::new(&MODEL, FieldPath::root().key("nodes"), "2 control-plane machines, one too many")
                .help("add a third machine or take one away"),
            Finding::new(
                &UNKNOWN_KEY,
                place(&source, machine.key("type"), role),
                "unknown type `contrlplane`",
            )
            .help("did you mean `controlplane`?")
            .fix(Fix {
                title: "write `controlplane`".into(),
                span: role,
                replacement: "controlplane".into(),
            }),
        ],
        [source],
    )
}
