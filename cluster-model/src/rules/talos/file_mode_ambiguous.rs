//! CLU0623 file-mode-ambiguous.

use manifest::{Finding, Fix, Rule, Severity};

use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0623",
    name: "file-mode-ambiguous",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The permissions of a file are written as an octal number with `0o` in front.",
    why: "`644` is a decimal number and gives other permissions than it seems to; `0644` is octal for Talos and decimal for readers of YAML 1.2, through whose hands the patch may go.",
    bad: patch!(
        "    machine:
      files:
        - {path: /var/x, permissions: 0644, op: create, content: x}
"
    ),
    good: patch!(
        "    machine:
      files:
        - {path: /var/x, permissions: 0o644, op: create, content: x}
"
    ),
    source: "derio-net/frank, patches/phase13-auth/omni-configpatch.yaml; YAML 1.2.2, section 10.3.2",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        for file in effective.get("machine.files").iter().flat_map(Field::items) {
            let document = effective.documents.iter().find(|document| document.kind().is_none());
            // Talos writes the number anew; what counts is how it was written.
            let path = file.path().clone().key("permissions");
            let Some(said) = document.and_then(|document| document.said(&path)) else { continue };
            let text = said.text.as_deref().unwrap_or_default();
            let digits = text.trim_start_matches('0');
            let is_octal = !digits.is_empty() && digits.bytes().all(|digit| (b'0'..=b'7').contains(&digit));
            if !is_octal {
                continue;
            }
            let finding = |message: String| {
                Finding::new(&RULE, said.place.clone(), message).help(format!("write `0o{digits}`"))
            };
            if digits.len() == text.len() && digits.len() == 3 {
                findings
                    .push(finding(format!("`{text}` is decimal, not the permissions that it looks like")));
            } else if digits.len() < text.len() {
                let finding =
                    finding(format!("`{text}` is octal for some readers of YAML and decimal for others"));
                findings.push(match said.place.span {
                    Some(span) => finding.fix(Fix {
                        title: "write the octal number as YAML 1.2 has it".to_owned(),
                        span,
                        replacement: format!("0o{digits}"),
                    }),
                    None => finding,
                });
            }
        }
    }
}
