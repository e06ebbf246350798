//! Talos' reading, patching and validating of machine configurations, minor by minor.

use serde_json::Value;
use talos_config::Minor as TalosMinor;

use crate::corpus::talos::{Case, Minor, patches};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// A subject for each minor, the oldest first.
macro_rules! by_minor {
    ($subject:ident, $name:literal, $question:ident, $ours:path) => {
        by_minor!($subject, $name, $question, $ours:
            "1.9" "v1.9.mod" 9 V1_9,
            "1.10" "v1.10.mod" 10 V1_10,
            "1.11" "v1.11.mod" 11 V1_11,
            "1.12" "v1.12.mod" 12 V1_12,
            "1.13" "go.mod" 13 V1_13,
            "1.14" "v1.14.mod" 14 V1_14)
    };
    (
        $subject:ident, $name:literal, $question:ident, $ours:path:
        $($number:literal $modfile:literal $minor:literal $version:ident),*
    ) => {
        [$($subject(
            concat!($name, "-", $number),
            $modfile,
            |random| $question(random, $minor),
            |question| $ours(question, TalosMinor::$version),
        )),*]
    };
}

/// What a stream is, read as a configuration or as a patch, and how it is written.
pub(crate) const DECODED: [Subject; 6] = by_minor!(decoded, "talos-decoded", decode, ours::decode);

/// What patches make of a configuration.
pub(crate) const PATCHED: [Subject; 6] = by_minor!(decoded, "talos-patched", patch, ours::patch);

/// What is wrong with a configuration for a platform.
pub(crate) const VALIDATED: [Subject; 6] = by_minor!(validated, "talos-validated", validate, ours::validate);

const fn validated(
    name: &'static str,
    modfile: &'static str,
    question: fn(&mut Random) -> Question,
    answer: fn(&Question) -> Answer,
) -> Subject {
    Subject { agree: agree_on_validity, ..decoded(name, modfile, question, answer) }
}

const fn decoded(
    name: &'static str,
    modfile: &'static str,
    question: fn(&mut Random) -> Question,
    answer: fn(&Question) -> Answer,
) -> Subject {
    Subject {
        name,
        program: Program { directory: "talos", modfile },
        recorded: 1_500,
        question,
        remake: |question| question,
        ours: Some(answer),
        agree,
    }
}

fn decode(random: &mut Random, minor: Minor) -> Question {
    let case = Case::new(random, minor);
    let text = case.stream(random);
    Question::new("talos.decode").with("text", text).with("patch", random.chance(20))
}

fn patch(random: &mut Random, minor: Minor) -> Question {
    let case = Case::new(random, minor);
    let config = case.stream(random);
    let patches = patches(&case, random);
    let via = random.pick(&["bytes", "bytes", "config"]);
    Question::new("talos.patch").with("config", config).with("patches", patches).with("via", via)
}

fn validate(random: &mut Random, minor: Minor) -> Question {
    let case = Case::new(random, minor);
    let text = case.machine(random);
    Question::new("talos.validate")
        .with("text", text)
        .with("mode", random.pick(&["metal", "metal", "cloud", "container"]))
        .with("strict", random.chance(30))
        // Since 1.14 a machine also asks whether its own Talos can run the images, which talosctl does not.
        .with("local", minor >= 14 || random.chance(20))
}

/// The same result. Of a text read as a patch, only the verdict counts: ours cannot be written by itself.
fn agree(theirs: &Answer, ours: &Answer) -> bool {
    match (theirs, ours) {
        (Answer::Ok(_), Answer::Ok(Value::Null)) => true,
        (Answer::Ok(theirs), Answer::Ok(ours)) => theirs.get("encoded").unwrap_or(theirs) == ours,
        _ => Answer::same_result(theirs, ours),
    }
}

/// The same warnings and errors; where upstream crashes, any error of ours will do.
fn agree_on_validity(theirs: &Answer, ours: &Answer) -> bool {
    let errors = match ours {
        Answer::Ok(ours) => ours.get("errors").and_then(Value::as_array).map_or(0, Vec::len),
        _ => 0,
    };
    Answer::same_result(theirs, ours) || matches!(theirs, Answer::Panicked(_)) && errors > 0
}

/// Our answers.
mod ours {
    use manifest::{Finding, Severity, Source};
    use serde_json::{Value, json};
    use talos_config::rules::SETTINGS_CONFLICT;
    use talos_config::validate::{self, Mode};
    use talos_config::{Configuration, Loaded, Minor, Patch, patch};

    use crate::question::{Answer, Question};

    pub(super) fn decode(question: &Question, minor: Minor) -> Answer {
        let source = Source::new("question", question.text("text"));
        if question.flag("patch") {
            return match value(Patch::load(&source, minor)) {
                Ok(_) => Answer::Ok(Value::Null),
                Err(refusal) => refusal,
            };
        }
        match value(Configuration::load(&source, minor)) {
            Ok(configuration) => match configuration.encode() {
                Ok(encoded) => Answer::Ok(encoded.into()),
                Err(error) => Answer::Refused(error.to_string()),
            },
            Err(refusal) => refusal,
        }
    }

    pub(super) fn patch(question: &Question, minor: Minor) -> Answer {
        let patches = question.texts("patches").map(|text| match patch::file_named_by(text, minor) {
            Some(file) => Err(Answer::Refused(format!("open {file}: no such file or directory"))),
            None => value(Patch::load(&Source::new("patch", text), minor)),
        });
        let patches = match patches.collect::<Result<Vec<_>, _>>() {
            Ok(patches) => patches,
            Err(refusal) => return refusal,
        };
        let source = Source::new("config", question.text("config"));
        let outcome = if question.text("via") == "config" {
            match value(Configuration::load(&source, minor)) {
                Ok(configuration) => patch::apply_to(&configuration, &patches),
                Err(refusal) => return refusal,
            }
        } else {
            patch::apply(&source, &patches, minor)
        };
        match outcome {
            Ok(text) => Answer::Ok(text.into()),
            Err(error) => Answer::Refused(error.to_string()),
        }
    }

    /// Warnings and errors as upstream lists them: those of the oldest document one by one, those of another document
    /// as one text, with the document in front since 1.12.
    pub(super) fn validate(question: &Question, minor: Minor) -> Answer {
        const OLD: &str = "in v1alpha1.Config";
        let source = Source::new("question", question.text("text"));
        let configuration = match value(Configuration::load(&source, minor)) {
            Ok(configuration) => configuration,
            Err(refusal) => return refusal,
        };
        let mode = match question.text("mode") {
            "metal" => Mode::Metal,
            "container" => Mode::Container,
            _ => Mode::Cloud,
        };
        let strict = question.flag("strict");
        let (mut warnings, mut errors) = (Vec::new(), Vec::<String>::new());
        let mut last = None;
        let mut strict_ones = Vec::new();
        let found = validate::validate(&configuration, mode);
        for finding in found.into_iter().filter(|finding| !validate::is_said_later(finding)) {
            let of_old = finding.label.as_deref() == Some(OLD);
            if !of_old {
                errors.append(&mut strict_ones);
            }
            match (finding.severity, of_old) {
                (Severity::Error, _) => {}
                (_, true) if strict => {
                    let text = format!("warning: {}", finding.message);
                    strict_ones.push(if minor >= Minor::V1_12 {
                        format!("v1alpha1.Config: {text}")
                    } else {
                        text
                    });
                    continue;
                }
                _ => {
                    warnings.push(finding.message);
                    continue;
                }
            }
            let conflict = finding.rule == &SETTINGS_CONFLICT;
            let named = finding.label.filter(|_| !conflict);
            match (&named, errors.last_mut()) {
                (Some(document), Some(text)) if !of_old && named == last => {
                    let _ = document;
                    text.push('\n');
                    text.push_str(&finding.message);
                }
                (Some(document), _) if minor >= Minor::V1_12 => {
                    let document = document.strip_prefix("in ").unwrap_or(document);
                    errors.push(format!("{document}: {}", finding.message));
                }
                _ => errors.push(finding.message),
            }
            last = named;
        }
        errors.append(&mut strict_ones);
        Answer::Ok(json!({"warnings": warnings, "errors": errors}))
    }

    fn value<T>(loaded: Loaded<T>) -> Result<T, Answer> {
        let said = loaded.findings.first().map(|finding: &Finding| finding.message.clone());
        match (loaded.value, said) {
            (Some(value), None) => Ok(value),
            (_, said) => Err(Answer::Refused(said.unwrap_or_else(|| "no value and no finding".to_owned()))),
        }
    }
}
