//! Machine ids: what names a machine, and what only looks like it.

use omni_client::MachineId;

#[test]
fn keeps_the_text_that_omni_writes() {
    let text = "03ff0210-04e0-05b0-ab06-300700080009";
    let id: MachineId = text.parse().unwrap();
    assert_eq!(id.to_string(), text);
    assert_eq!(String::from(id), text);
}

#[test]
fn refuses_every_other_spelling_and_says_why() {
    let shape = "is not a UUID such as `ce4d0d52-6c10-bdc9-746c-88aedd67681b`";
    let case = "has upper-case letters: Omni writes ids in lower case and compares them letter by letter";
    for (text, problem) in [
        ("", shape),
        ("mini-1", shape),
        ("03ff021004e005b0ab06300700080009", shape),
        ("{03ff0210-04e0-05b0-ab06-300700080009}", shape),
        ("urn:uuid:03ff0210-04e0-05b0-ab06-300700080009", shape),
        ("03ff0210-04e0-05b0-ab06-30070008000g", shape),
        ("03ff0210-04e0-05b0-ab06-300700080009-", shape),
        ("03FF0210-04e0-05b0-ab06-300700080009", case),
    ] {
        let error = text.parse::<MachineId>().unwrap_err();
        assert_eq!(error.to_string(), format!("the machine id `{text}` {problem}"));
    }
}
