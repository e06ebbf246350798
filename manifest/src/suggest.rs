//! "Did you mean": the known word nearest to one that is not known.

/// The candidate that `word` most probably stands for, or none if no candidate is near enough.
///
/// Near means: at most one edit (a letter put in, left out, changed, or two neighbours swapped) for every three
/// letters, case not counted. Among equally near candidates the first one wins.
///
/// ```
/// assert_eq!(manifest::suggest("hostnme", ["hostname", "nameservers"]), Some("hostname"));
/// assert_eq!(manifest::suggest("zebra", ["hostname", "nameservers"]), None);
/// ```
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    // A distance is quadratic in length; nobody mistypes a word this long.
    if word.len() > 100 {
        return None;
    }
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let letters: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
            let allowed = (word.len().max(letters.len()) / 3).max(1);
            if letters.len().abs_diff(word.len()) > allowed {
                return None;
            }
            let distance = distance(&word, &letters);
            (distance <= allowed && distance < letters.len()).then_some((distance, candidate))
        })
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// Optimal string alignment distance, row by row.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (i, l) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        let mut cell = i + 1;
        for (j, r) in right.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let substituted = at(&last, j) + usize::from(l != r);
            cell = substituted.min(at(&last, j + 1) + 1).min(cell + 1);
            let swapped = i > 0 && j > 0 && left.get(i - 1) == Some(r) && right.get(j - 1) == Some(l);
            if swapped {
                cell = cell.min(at(&before_last, j - 1) + 1);
            }
            row.push(cell);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn prefers_the_nearest_candidate() {
        assert_eq!(suggest("croe", ["edge", "core", "ai-compute"]), Some("core"));
        assert_eq!(suggest("Zone", ["tier", "zone"]), Some("zone"));
        assert_eq!(suggest("nameserver", ["nameservers", "namespaces"]), Some("nameservers"));
    }

    #[test]
    fn keeps_silent_when_nothing_is_near() {
        assert_eq!(suggest("", ["a"]), None);
        assert_eq!(suggest("x", ["y"]), None);
        assert_eq!(suggest(&"x".repeat(100_000), ["x"]), None);
    }
}
