//! Where in a text the secrets are.
//!
//! Goes by lines and not by the tree of the document: a text that is not valid YAML, a document inside of a block
//! text and a line that has been commented out hold secrets, too. When in doubt it hides.

use std::ops::Range;

use crate::secret_key::holds_secret;

/// The bytes that must not be shown, in order and without overlap.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut scan = Scan::default();
    let mut offset = 0;
    for document in documents(text) {
        scan.kubernetes_secret = document.contains("Secret") && document.lines().any(is_kind_secret);
        for line in document.split_inclusive('\n') {
            scan.line(offset, line.trim_end());
            offset += line.len();
        }
    }
    merged(scan.found)
}

/// Those of `secrets` that share bytes with a range.
pub(super) fn overlapping(secrets: &[Range<usize>], range: Range<usize>) -> &[Range<usize>] {
    let first = secrets.partition_point(|secret| secret.end <= range.start);
    let last = secrets.partition_point(|secret| secret.start < range.end);
    secrets.get(first..last).unwrap_or_default()
}

/// The parts of a text that begin with a line `---`, wherever it stands.
fn documents(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let current = rest?;
        let mut end = 0;
        for (index, line) in current.split_inclusive('\n').enumerate() {
            if index > 0 && line.trim() == "---" {
                let (document, after) = current.split_at_checked(end)?;
                rest = Some(after);
                return Some(document);
            }
            end += line.len();
        }
        rest = None;
        Some(current)
    })
}

fn is_kind_secret(line: &str) -> bool {
    let line: String = line.chars().filter(|c| !matches!(c, '"' | '\'' | ' ' | ',')).collect();
    matches!(line.as_str(), "kind:Secret" | "-kind:Secret")
}

fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    ranges.dedup_by(|next, kept| {
        let overlaps = next.start <= kept.end;
        if overlaps {
            kept.end = kept.end.max(next.end);
        }
        overlaps
    });
    ranges
}

#[derive(Default)]
struct Scan {
    found: Vec<Range<usize>>,
    /// Indent of the key that holds a secret, while lines are deeper than it.
    below: Option<usize>,
    /// Indent of a key below it that holds a block text, while lines are deeper than that.
    block: Option<usize>,
    /// Whether the last line ended where the value of such a key may begin.
    awaiting: bool,
    /// The quote that ends a secret of several lines.
    quote: Option<char>,
    private_key: bool,
    kubernetes_secret: bool,
}

impl Scan {
    fn line(&mut self, offset: usize, line: &str) {
        if self.inside_quotes(offset, line) || self.inside_private_key(offset, line) {
            return;
        }
        // What has been commented out keeps its layout.
        let content = line.trim_start_matches([' ', '\t', '#']);
        if content.is_empty() {
            return;
        }
        let indent = line.len() - content.len();
        self.inline(offset, line);
        let awaited = std::mem::take(&mut self.awaiting) && keys(line).next().is_none();
        let below =
            self.below.is_some_and(|key| indent > key || (indent == key && content.starts_with("- ")));
        if below || awaited {
            self.nested(offset, line, indent);
        } else {
            (self.below, self.block) = (None, None);
            self.keys(offset, line);
            // A key that stands alone, its value behind the colon of the next line.
            self.awaiting |= content.strip_prefix("? ").is_some_and(|key| holds_secret(key.trim()));
        }
    }

    fn inside_quotes(&mut self, offset: usize, line: &str) -> bool {
        let Some(quote) = self.quote else { return false };
        let end = closing_quote(line, quote);
        self.found.push(offset..offset + end.unwrap_or(line.len()));
        if let Some(end) = end {
            self.quote = None;
            self.keys(offset + end, line.get(end..).unwrap_or_default());
        }
        true
    }

    fn inside_private_key(&mut self, offset: usize, line: &str) -> bool {
        let (mut start, mut secret) = (0, self.private_key);
        if let Some(begin) = line.find("-----BEGIN ").filter(|_| !secret && line.contains("PRIVATE KEY-----"))
        {
            secret = true;
            start = begin + "-----BEGIN ".len();
        }
        if secret {
            let end = line.find("-----END");
            self.private_key = end.is_none();
            self.found.push(offset + start..offset + end.unwrap_or(line.len()).max(start));
        }
        secret
    }

    /// A line below a key that holds a secret: only names of keys stay.
    fn nested(&mut self, offset: usize, line: &str, indent: usize) {
        if self.block.is_some_and(|key| indent > key) {
            self.found.push(offset + indent..offset + line.len());
            return;
        }
        let content = line.len() - line.trim_start_matches([' ', '\t', '#', '-']).len();
        self.block = ends_in_block_mark(line).then_some(indent);
        match keys(line).next().filter(|key| key.column == content) {
            Some(key)
                if self.block.is_some()
                    && starts_with(line, skip_properties(line, key.value), &['|', '>']) => {}
            Some(key) => self.found.push(offset + key.value..offset + line.len()),
            None => self.found.push(offset + content..offset + line.len()),
        }
    }

    /// Keys with their values on one line.
    fn keys(&mut self, offset: usize, line: &str) {
        let mut hidden = 0;
        for key in keys(line) {
            let whole_secret = self.kubernetes_secret && matches!(key.name, "data" | "stringData");
            if key.value <= hidden || !(whole_secret || holds_secret(key.name)) {
                continue;
            }
            let start = skip_properties(line, key.value);
            let value = line.get(start..).unwrap_or_default();
            let secret = match value.chars().next() {
                None | Some('#') => {
                    (self.below, self.awaiting) = (Some(key.column), true);
                    continue;
                }
                Some('{' | '[') if value.len() == 1 => {
                    self.below = Some(key.column);
                    continue;
                }
                Some('|' | '>') if ends_in_block_mark(line) => {
                    (self.below, self.block) = (Some(key.column), Some(key.column));
                    continue;
                }
                // A reference to a value that stands elsewhere.
                Some('*') => continue,
                Some(quote @ ('"' | '\'')) => {
                    let content = value.get(1..).unwrap_or_default();
                    let end = closing_quote(content, quote);
                    self.quote = Some(quote).filter(|_| end.is_none());
                    start + 1..start + 1 + end.unwrap_or(content.len())
                }
                _ => {
                    let end = plain_end(value, key.in_flow);
                    if value.get(..end).is_some_and(|value| is_public(key.name, value)) {
                        continue;
                    }
                    if !key.in_flow {
                        self.below = Some(key.column);
                    }
                    start..start + end
                }
            };
            hidden = secret.end;
            self.found.push(offset + secret.start..offset + secret.end);
        }
    }

    /// Secrets inside of other texts: `token=...` in addresses and arguments, `https://user:password@host`.
    fn inline(&mut self, offset: usize, line: &str) {
        let lower = line.to_ascii_lowercase();
        for name in ["token=", "password=", "passphrase=", "secret="] {
            let mut hidden = 0;
            for (found, _) in lower.match_indices(name) {
                let start = found + name.len();
                if start <= hidden {
                    continue;
                }
                let rest = line.get(start..).unwrap_or_default();
                hidden = start
                    + rest.find(|c: char| c.is_whitespace() || "\"'&,`)".contains(c)).unwrap_or(rest.len());
                self.found.push(offset + start..offset + hidden);
            }
        }
        for (found, mark) in line.match_indices("://") {
            let start = found + mark.len();
            let authority = line.get(start..).unwrap_or_default();
            let end = authority
                .find(|c: char| c.is_whitespace() || "/\"'?#".contains(c))
                .unwrap_or(authority.len());
            let user = authority.get(..end).and_then(|authority| authority.rfind('@'));
            let colon = user.and_then(|user| authority.get(..user)?.find(':'));
            if let (Some(colon), Some(user)) = (colon, user) {
                self.found.push(offset + start + colon + 1..offset + start + user);
            }
        }
    }
}

/// A key in a line.
struct Key<'l> {
    name: &'l str,
    /// Where the name, or the quote before it, stands.
    column: usize,
    /// Where the value begins; the end of the line if there is none.
    value: usize,
    /// Whether it stands in braces on the same line.
    in_flow: bool,
}

/// Every word of a line that a colon makes a key.
fn keys(line: &str) -> impl Iterator<Item = Key<'_>> {
    let (mut seen, mut depth) = (0, 0_usize);
    line.match_indices(':').filter_map(move |(colon, _)| {
        for byte in line.get(seen..colon)?.bytes() {
            match byte {
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        seen = colon;
        let (before, after) = (line.get(..colon)?, line.get(colon + 1..)?);
        let quoted = before.ends_with(['"', '\'']);
        if !(quoted || after.is_empty() || after.starts_with([' ', '\t'])) {
            return None;
        }
        let unquoted = if quoted { before.get(..colon - 1)? } else { before };
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        // The mark of a list item is no part of the name.
        let name = unquoted.rsplit(|c: char| !is_name(c)).next()?.trim_start_matches(['-', '.']);
        let column = (unquoted.len() - name.len()).saturating_sub(usize::from(quoted));
        let value = colon + 1 + (after.len() - after.trim_start().len());
        (!name.is_empty()).then_some(Key { name, column, value, in_flow: depth > 0 })
    })
}

/// Skips tags and anchors before a value.
fn skip_properties(line: &str, mut start: usize) -> usize {
    while starts_with(line, start, &['!', '&']) {
        let rest = line.get(start..).unwrap_or_default();
        let word = rest.find([' ', '\t']).unwrap_or(rest.len());
        let after = rest.get(word..).unwrap_or_default();
        start += word + (after.len() - after.trim_start().len());
    }
    start
}

/// Whether the lines below are those of a block text: the last word is `|` or `>` with or without its details.
fn ends_in_block_mark(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or_default().trim_end();
    let mark = line.rsplit([' ', '\t']).next().unwrap_or_default();
    let details = mark.strip_prefix(['|', '>']);
    details.is_some_and(|details| details.bytes().all(|byte| matches!(byte, b'1'..=b'9' | b'+' | b'-')))
}

fn starts_with(line: &str, at: usize, wanted: &[char]) -> bool {
    line.get(at..).is_some_and(|rest| rest.starts_with(wanted))
}

/// Where a text in quotes ends; quotes inside are doubled or have a backslash before them.
fn closing_quote(text: &str, quote: char) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && quote == '"' {
            chars.next();
        } else if c == quote {
            if quote == '\'' && chars.next_if(|&(_, next)| next == quote).is_some() {
                continue;
            }
            return Some(at);
        }
    }
    None
}

/// Where a text without quotes ends.
fn plain_end(value: &str, in_flow: bool) -> usize {
    let comment = value.find(" #").unwrap_or(value.len());
    let flow = value.find([',', '}', ']']).filter(|_| in_flow).unwrap_or(value.len());
    comment.min(flow)
}

/// Values that cannot be secrets whatever their key is called: no text at all, and names of labels with a
/// domain in front, which stand behind `key` in tolerations and selectors.
fn is_public(name: &str, value: &str) -> bool {
    let value = value.trim_end();
    let is_name =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    let is_label = |value: &str| {
        value.split_once('/').is_some_and(|(domain, label)| {
            domain.contains('.') && domain == domain.to_ascii_lowercase() && is_name(domain) && is_name(label)
        })
    };
    matches!(value, "true" | "false" | "null" | "~" | "") || (name == "key" && is_label(value))
}
