//! From text to a template.

use super::{Comparison, Node, Operand, Step};

/// How deep ranges and filters may stand in each other.
const MAX_DEPTH: usize = 20;

/// Reads a whole template.
pub(super) fn template(text: &str) -> Result<Vec<Node>, String> {
    let mut reader = Reader { rest: text };
    let mut open: Vec<(Vec<Step>, Vec<Node>)> = Vec::new();
    let mut nodes = Vec::new();
    while !reader.rest.is_empty() {
        let (text, inside) = reader.rest.split_once('{').map_or((reader.rest, None), |(t, i)| (t, Some(i)));
        if !text.is_empty() {
            nodes.push(Node::Text(text.to_owned()));
        }
        reader.rest = inside.unwrap_or_default();
        if inside.is_none() {
            break;
        }
        reader.blank();
        while !reader.take("}") {
            match reader.action(open.len())? {
                Action::Node(node) => nodes.push(node),
                Action::Range(steps) => {
                    if open.len() >= MAX_DEPTH {
                        return Err("ranges are nested too deep".to_owned());
                    }
                    open.push((steps, std::mem::take(&mut nodes)));
                }
                Action::End => {
                    let Some((steps, outer)) = open.pop() else { return Err("not in range".to_owned()) };
                    let inner = std::mem::replace(&mut nodes, outer);
                    nodes.push(Node::Range(steps, inner));
                }
            }
            reader.blank();
        }
    }
    if open.is_empty() { Ok(nodes) } else { Err("unclosed range".to_owned()) }
}

/// What stands between braces.
enum Action {
    Node(Node),
    Range(Vec<Step>),
    End,
}

/// The text that has not been read yet.
struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    fn blank(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, word: &str) -> bool {
        let rest = self.rest.strip_prefix(word);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn action(&mut self, depth: usize) -> Result<Action, String> {
        match self.peek() {
            None => Err("unclosed action".to_owned()),
            Some('\'' | '"') => Ok(Action::Node(Node::Text(self.quoted()?))),
            Some('.' | '[' | '$' | '@') => Ok(Action::Node(Node::Path(self.path(depth)?))),
            Some(_) => {
                let word = self.word();
                match word {
                    "range" => {
                        self.blank();
                        let steps = self.path(depth)?;
                        Ok(Action::Range(steps))
                    }
                    "end" => Ok(Action::End),
                    number if number.parse::<f64>().is_ok() => {
                        Ok(Action::Node(Node::Text(number.to_owned())))
                    }
                    "" => Err(format!(
                        "unrecognized character in action: {:?}",
                        self.peek().unwrap_or_default()
                    )),
                    other => Err(format!("unrecognized identifier {other}")),
                }
            }
        }
    }

    fn word(&mut self) -> &'t str {
        let is_end = |c: char| c.is_whitespace() || "{}[]()'\"".contains(c);
        let (word, rest) = self.rest.split_at(self.rest.find(is_end).unwrap_or(self.rest.len()));
        self.rest = rest;
        word
    }

    fn path(&mut self, depth: usize) -> Result<Vec<Step>, String> {
        let mut steps = Vec::new();
        loop {
            if self.take("$") {
                steps.push(Step::Root);
            } else if self.take("@") {
                // Where the path begins anyway.
            } else if self.take("..") {
                steps.push(Step::Descend);
                if self.peek().is_some_and(|c| !"[}.) ".contains(c)) {
                    steps.push(self.field()?);
                }
            } else if self.take(".") {
                if self.peek().is_some_and(|c| !"[}.) ".contains(c)) {
                    steps.push(self.field()?);
                }
            } else if self.take("[") {
                steps.push(self.brackets(depth)?);
            } else {
                return Ok(steps);
            }
        }
    }

    /// A key; a backslash takes away what the next character means.
    fn field(&mut self) -> Result<Step, String> {
        if self.take("*") {
            return Ok(Step::All);
        }
        let mut key = String::new();
        let mut chars = self.rest.char_indices();
        let mut end = self.rest.len();
        while let Some((place, c)) = chars.next() {
            match c {
                '\\' => key.extend(chars.next().map(|(_, c)| c)),
                c if c.is_whitespace() || ".[]{}()'\"=!<>,".contains(c) => {
                    end = place;
                    break;
                }
                c => key.push(c),
            }
        }
        self.rest = self.rest.get(end..).unwrap_or_default();
        if key.is_empty() { Err("a key is missing".to_owned()) } else { Ok(Step::Field(key)) }
    }

    fn brackets(&mut self, depth: usize) -> Result<Step, String> {
        if self.take("?(") {
            return self.filter(depth);
        }
        let mut union = Vec::new();
        loop {
            self.blank();
            union.push(match self.peek() {
                Some('\'' | '"') => Step::Field(self.quoted()?),
                Some('*') => {
                    self.take("*");
                    Step::All
                }
                _ => self.items()?,
            });
            self.blank();
            if self.take("]") {
                break;
            }
            if !self.take(",") {
                return Err("unterminated array".to_owned());
            }
        }
        Ok(if union.len() == 1 {
            union.remove(0)
        } else {
            Step::Union(union.into_iter().map(|step| vec![step]).collect())
        })
    }

    /// A number, or up to three with colons between them.
    fn items(&mut self) -> Result<Step, String> {
        let mut numbers = vec![self.number()?];
        while numbers.len() < 3 && self.take(":") {
            numbers.push(self.number()?);
        }
        match *numbers {
            [Some(index)] => Ok(Step::Index(index)),
            [start, end] | [start, end, None] => Ok(Step::Slice(start, end, 1)),
            [start, end, Some(step)] if step > 0 => Ok(Step::Slice(start, end, step)),
            [_, _, Some(_)] => Err("step must be > 0".to_owned()),
            _ => Err("invalid array index".to_owned()),
        }
    }

    fn number(&mut self) -> Result<Option<i64>, String> {
        let end = self.rest.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        if digits.is_empty() {
            return Ok(None);
        }
        digits.parse().map(Some).map_err(|_| format!("invalid array index {digits}"))
    }

    fn filter(&mut self, depth: usize) -> Result<Step, String> {
        if depth >= MAX_DEPTH {
            return Err("filters are nested too deep".to_owned());
        }
        self.blank();
        let left = self.operand(depth + 1)?;
        self.blank();
        let comparisons = [
            ("==", Comparison::Equal),
            ("!=", Comparison::Unequal),
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::GreaterOrEqual),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        let comparison = comparisons.into_iter().find(|(sign, _)| self.take(sign)).map(|(_, found)| found);
        let step = match (comparison, left) {
            (Some(comparison), left) => {
                self.blank();
                let right = self.operand(depth + 1)?;
                Step::Filter(Box::new(left), comparison, Box::new(right))
            }
            (None, Operand::Path(path)) => Step::Has(path),
            (None, _) => return Err("unrecognized filter".to_owned()),
        };
        self.blank();
        if self.take(")]") { Ok(step) } else { Err("unterminated filter".to_owned()) }
    }

    fn operand(&mut self, depth: usize) -> Result<Operand, String> {
        match self.peek() {
            Some('\'' | '"') => Ok(Operand::Text(self.quoted()?)),
            Some('@' | '.' | '$') => Ok(Operand::Path(self.path(depth)?)),
            _ => match self.word() {
                "true" => Ok(Operand::Bool(true)),
                "false" => Ok(Operand::Bool(false)),
                word => word.parse().map(Operand::Number).map_err(|_| "unterminated filter".to_owned()),
            },
        }
    }

    /// A text in quotes of either kind, with the escapes of Go.
    fn quoted(&mut self) -> Result<String, String> {
        let mut chars = self.rest.char_indices();
        let quote = chars.next().map(|(_, c)| c);
        let mut text = String::new();
        while let Some((place, c)) = chars.next() {
            match c {
                '\\' => match chars.next().map(|(_, c)| c) {
                    Some('n') => text.push('\n'),
                    Some('t') => text.push('\t'),
                    Some('r') => text.push('\r'),
                    Some(c) => text.push(c),
                    None => break,
                },
                c if Some(c) == quote => {
                    self.rest = self.rest.get(place + c.len_utf8()..).unwrap_or_default();
                    return Ok(text);
                }
                c => text.push(c),
            }
        }
        Err("unterminated quoted string".to_owned())
    }
}
