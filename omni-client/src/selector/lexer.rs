//! The words of a selector.

/// A word with the text that it was written as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    End,
    Open,
    Close,
    Comma,
    Not,
    Operator(Operator),
    Word(String),
    /// What is wrong with the text.
    Bad(&'static str),
}

/// What stands between key and value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    DoubleEqual,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
}

/// Upstream's reader says this for the end of a text, and so takes it for one wherever it stands.
const NUL: char = '\0';

/// The rest of a text, and where in it the reader is.
pub(super) struct Lexer<'t> {
    rest: &'t str,
    /// Behind an operator, blanks belong to the value.
    behind_operator: bool,
    in_list: bool,
}

impl Operator {
    /// In the order in which upstream lists them.
    pub(super) const ALL: [Self; 9] = [
        Self::DoubleEqual,
        Self::Equal,
        Self::NotEqual,
        Self::GreaterOrEqual,
        Self::Greater,
        Self::In,
        Self::NotIn,
        Self::LessOrEqual,
        Self::Less,
    ];

    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::DoubleEqual => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::In => "in",
            Self::NotIn => "notin",
        }
    }
}

impl Token {
    /// The text, as messages show it.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::End => "",
            Self::Open => "(",
            Self::Close => ")",
            Self::Comma => ",",
            Self::Not => "!",
            Self::Operator(operator) => operator.text(),
            Self::Word(word) => word,
            Self::Bad(problem) => problem,
        }
    }

    fn of(text: &str) -> Option<Self> {
        match text {
            "(" => Some(Self::Open),
            ")" => Some(Self::Close),
            "," => Some(Self::Comma),
            "!" => Some(Self::Not),
            _ => Operator::ALL.into_iter().find(|operator| operator.text() == text).map(Self::Operator),
        }
    }
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { rest: text, behind_operator: false, in_list: false }
    }

    pub(super) fn next(&mut self) -> Token {
        self.rest = self.rest.trim_start_matches(is_blank);
        let token = match self.rest.chars().next() {
            None => Token::End,
            Some(NUL) => {
                self.skip_nul();
                Token::End
            }
            Some('"') => return self.quoted(),
            Some(c) if is_special(c) => self.special(),
            Some(_) => self.word(),
        };
        match token {
            Token::Not | Token::Operator(_) => self.behind_operator = true,
            Token::Open => self.in_list = true,
            Token::Close => self.in_list = false,
            Token::Comma if !self.in_list => self.behind_operator = false,
            _ => {}
        }
        token
    }

    /// The longest run of signs that means something.
    fn special(&mut self) -> Token {
        let longest = ["==", "!=", ">=", "<="].into_iter().find(|text| self.rest.starts_with(text));
        let length = longest.map_or(1, str::len);
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        self.skip_nul();
        Token::of(text).unwrap_or(Token::End)
    }

    fn word(&mut self) -> Token {
        let ends = |c: char| c == NUL || is_special(c) || (is_blank(c) && !self.behind_operator);
        let (word, rest) = self.rest.split_at(self.rest.find(ends).unwrap_or(self.rest.len()));
        self.rest = rest;
        self.skip_nul();
        Token::of(word).unwrap_or_else(|| Token::Word(word.to_owned()))
    }

    /// A text in quotes, in which a backslash takes away the meaning of the next character.
    fn quoted(&mut self) -> Token {
        let mut chars = self.rest.chars();
        chars.next();
        let mut word = String::new();
        let token = loop {
            match chars.next() {
                None | Some(NUL) => break Token::Bad("unterminated quoted string"),
                Some('"') => break Token::Word(word),
                Some('\\') => match chars.next() {
                    None | Some(NUL) => break Token::Bad("unterminated escape sequence in quoted string"),
                    Some(c) => word.push(c),
                },
                Some(c) => word.push(c),
            }
        };
        self.rest = chars.as_str();
        token
    }

    /// A word that a NUL ends takes it along.
    fn skip_nul(&mut self) {
        self.rest = self.rest.strip_prefix(NUL).unwrap_or(self.rest);
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

fn is_special(c: char) -> bool {
    matches!(c, '=' | '!' | '(' | ')' | ',' | '>' | '<')
}
