//! Whether both sides answered the same.

use std::fs;
use std::path::Path;

use conformance::{Answer, Disagreement, Question};
use serde::de::DeserializeOwned;

use crate::Result;
use crate::contest::Contest;

/// Fails on the first question to which the answers do not mean the same, and when answers are missing.
pub(crate) fn judge(contest: &Contest, questions: &Path, theirs: &Path, ours: &Path) -> Result<()> {
    let theirs = lines(theirs)?;
    worth_racing(contest, &theirs)?;
    same(contest, lines(questions)?, theirs, lines(ours)?)
}

/// Fails when upstream refused most of the inputs: only some carry a mistake, and a race of refusals measures no work.
fn worth_racing(contest: &Contest, theirs: &[Answer]) -> Result<()> {
    let done = theirs.iter().filter(|answer| matches!(answer, Answer::Ok(_))).count();
    if done * 2 < theirs.len() {
        let refused = theirs.iter().find(|answer| !matches!(answer, Answer::Ok(_)));
        let (name, of) = (contest.name, theirs.len());
        return Err(format!(
            "{name}: upstream did {done} of {of}, so the inputs are wrong; the first: {refused:?}"
        )
        .into());
    }
    Ok(())
}

fn same(contest: &Contest, questions: Vec<Question>, theirs: Vec<Answer>, ours: Vec<Answer>) -> Result<()> {
    if questions.is_empty() || theirs.len() != questions.len() || ours.len() != questions.len() {
        let (asked, theirs, ours) = (questions.len(), theirs.len(), ours.len());
        return Err(format!("{asked} questions, but {theirs} answers of upstream and {ours} of ours").into());
    }
    for (question, (theirs, ours)) in questions.into_iter().zip(theirs.into_iter().zip(ours)) {
        if !contest.agree(&theirs, &ours)? {
            let disagreement = Disagreement { question, theirs, ours };
            return Err(format!("{}: the answers differ:\n{disagreement}", contest.name).into());
        }
    }
    Ok(())
}

fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    fs::read_to_string(path)?.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::contest::CONTESTS;

    fn judged(contest: &Contest, theirs: &[Answer], ours: &[Answer]) -> Option<String> {
        same(contest, vec![Question::new("op")], theirs.to_vec(), ours.to_vec())
            .err()
            .map(|error| error.to_string())
    }

    #[test]
    fn only_the_same_answers_pass() {
        let yes = |text: &str| Answer::Ok(json!(text));
        // As the program that asks Helm words it.
        let no = || Answer::Refused("fail no".to_owned());
        let misasked = || Answer::Misasked("unknown op".to_owned());
        for contest in CONTESTS {
            assert_eq!(judged(contest, &[no()], &[no()]), None, "{}", contest.name);
            assert!(judged(contest, &[no()], &[yes("a: 1")]).is_some(), "{}", contest.name);
            assert!(judged(contest, &[yes("a: 1")], &[no()]).is_some(), "{}", contest.name);
            // A question that upstream never saw proves nothing.
            assert!(judged(contest, &[misasked()], &[no()]).is_some(), "{}", contest.name);
        }
        let merge = Contest::named("talos-merge").unwrap();
        assert_eq!(judged(merge, &[yes("a: 1")], &[yes("a: 1")]), None);
        assert!(judged(merge, &[yes("a: 1")], &[yes("a: 2")]).unwrap().contains("the answers differ"));
    }

    #[test]
    fn inputs_that_are_mostly_refused_do_not_pass() {
        let no = || Answer::Refused("illegal base64".to_owned());
        let yes = || Answer::Ok(json!("a: 1"));
        assert!(worth_racing(&CONTESTS[0], &[yes(), yes(), no()]).is_ok());
        let refused = worth_racing(&CONTESTS[0], &[no(), yes(), no()]).unwrap_err().to_string();
        assert!(refused.contains("illegal base64"), "{refused}");
    }

    #[test]
    fn a_missing_answer_does_not_pass() {
        let no = Answer::Refused("no".to_owned());
        assert!(judged(&CONTESTS[0], &[], &[]).is_some());
        assert!(judged(&CONTESTS[0], std::slice::from_ref(&no), &[]).is_some());
        assert!(judged(&CONTESTS[0], &[no.clone(), no.clone()], &[no]).is_some());
    }
}
