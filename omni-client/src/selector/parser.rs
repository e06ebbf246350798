//! From words to terms.

use std::collections::BTreeSet;

use super::lexer::{Lexer, Operator, Token};
use super::{Term, Test};

/// Reads a whole selector; the error is what omnictl says.
pub(super) fn parse(text: &str) -> Result<Vec<Term>, String> {
    let mut parser = Parser { lexer: Lexer::new(text), ahead: None };
    let mut terms = Vec::new();
    loop {
        match parser.peek() {
            Token::End => return Ok(terms),
            Token::Word(_) | Token::Not => {}
            other => {
                return Err(format!("found '{}', expected: !, identifier, or 'end of string'", other.text()));
            }
        }
        terms.push(parser.term().map_err(|error| format!("unable to parse term: {error}"))?);
        match parser.take() {
            Token::End => return Ok(terms),
            Token::Comma => {}
            other => return Err(format!("found '{}', expected: ',' or 'end of string'", other.text())),
        }
        let next = parser.peek();
        if !matches!(next, Token::Word(_) | Token::Not) {
            return Err(format!("found '{}', expected: identifier after ','", next.text()));
        }
    }
}

struct Parser<'t> {
    lexer: Lexer<'t>,
    ahead: Option<Token>,
}

impl Parser<'_> {
    /// The next word; `in` and `notin` are operators only right behind a key.
    fn peek(&mut self) -> Token {
        as_value(self.peek_operator())
    }

    fn take(&mut self) -> Token {
        as_value(self.take_operator())
    }

    fn peek_operator(&mut self) -> Token {
        self.ahead.get_or_insert_with(|| self.lexer.next()).clone()
    }

    fn take_operator(&mut self) -> Token {
        self.ahead.take().unwrap_or_else(|| self.lexer.next())
    }

    fn term(&mut self) -> Result<Term, String> {
        let mut first = self.take();
        let is_not = first == Token::Not;
        if is_not {
            first = self.take();
        }
        let Token::Word(key) = first else {
            return Err(format!("found '{}', expected: identifier", first.text()));
        };
        match self.peek() {
            Token::End | Token::Comma => return Ok(Term { key, test: Test::Exists, invert: is_not }),
            // Upstream names the key here instead of what follows it, and has no name for keys.
            _ if is_not => return Err("expected EOF or ',', found ".to_owned()),
            _ => {}
        }
        let operator = match self.take_operator() {
            Token::Operator(operator) => operator,
            other => {
                let all = Operator::ALL.map(Operator::text).join(", ");
                return Err(format!("found '{}', expected: {all}", other.text()));
            }
        };
        let (test, invert) = match operator {
            Operator::In => (Test::In(self.values()?), false),
            Operator::NotIn => (Test::In(self.values()?), true),
            Operator::Equal | Operator::DoubleEqual => (Test::Equal(self.value()?), false),
            Operator::NotEqual => (Test::Equal(self.value()?), true),
            Operator::Less => (Test::Less(self.value()?), false),
            Operator::GreaterOrEqual => (Test::Less(self.value()?), true),
            Operator::LessOrEqual => (Test::LessOrEqual(self.value()?), false),
            Operator::Greater => (Test::LessOrEqual(self.value()?), true),
        };
        Ok(Term { key, test, invert })
    }

    /// One value; nothing is the empty one.
    fn value(&mut self) -> Result<String, String> {
        if matches!(self.peek(), Token::End | Token::Comma) {
            return Ok(String::new());
        }
        match self.take() {
            Token::Word(word) => Ok(word),
            other => Err(format!("found '{}', expected: identifier", other.text())),
        }
    }

    /// Values in parentheses; nothing before, between or after commas is the empty one.
    fn values(&mut self) -> Result<Vec<String>, String> {
        let open = self.take();
        if open != Token::Open {
            return Err(format!("found '{}' expected: '('", open.text()));
        }
        match self.peek() {
            Token::Word(_) | Token::Comma | Token::Close => {}
            other => return Err(format!("found '{}', expected: ',', ')' or identifier", other.text())),
        }
        let mut values = BTreeSet::new();
        if self.peek() == Token::Close {
            values.insert(String::new());
        }
        while self.peek() != Token::Close {
            self.list_item(&mut values)?;
        }
        self.take();
        Ok(values.into_iter().collect())
    }

    fn list_item(&mut self, values: &mut BTreeSet<String>) -> Result<(), String> {
        match self.take() {
            Token::Word(word) => {
                values.insert(word);
                match self.peek() {
                    Token::Comma | Token::Close => {}
                    other => return Err(format!("found '{}', expected: ',' or ')'", other.text())),
                }
            }
            Token::Comma => {
                let next = self.peek();
                if values.is_empty() || matches!(next, Token::Close | Token::Comma) {
                    values.insert(String::new());
                }
                if next == Token::Comma {
                    self.take();
                }
                // Behind a second comma upstream wants another value or comma.
                if next == Token::Comma && self.peek() == Token::Close {
                    self.take();
                    return Err("found ')', expected: ',', or identifier".to_owned());
                }
            }
            other => return Err(format!("found '{}', expected: ',', or identifier", other.text())),
        }
        Ok(())
    }
}

fn as_value(token: Token) -> Token {
    match token {
        Token::Operator(operator @ (Operator::In | Operator::NotIn)) => {
            Token::Word(operator.text().to_owned())
        }
        token => token,
    }
}
