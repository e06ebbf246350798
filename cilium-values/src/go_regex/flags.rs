//! Groups with a name or flags.

use super::Refused::{self, ByGo};
use super::Translation;

impl Translation<'_> {
    /// What begins with `(?`.
    pub(super) fn perl_group(&mut self) -> Result<(), Refused> {
        if self.rest.starts_with("(?P<") || self.rest.starts_with("(?<") {
            return self.named_group();
        }
        self.skip(2);
        let mut flags: Flags = [None; 4];
        let mut is_on = true;
        // Whether there is a flag behind the `-`.
        let mut is_said = false;
        loop {
            let Some(next) = self.next() else { return Err(ByGo("a group that does not end")) };
            match next {
                '-' if is_on => is_on = false,
                ':' | ')' if is_on || is_said => {
                    self.set(flags, next == ':');
                    return Ok(());
                }
                '=' | '!' => return Err(LOOK_AROUND),
                '-' | ':' | ')' => return Err(ByGo("a group with `-` and no flag behind it")),
                _ => {
                    let known = FLAGS.iter().zip(&mut flags).find(|(flag, _)| **flag == next);
                    let Some((_, flag)) = known else {
                        return Err(ByGo("a group that is neither named nor has the flags i, m, s and U"));
                    };
                    *flag = Some(is_on);
                    is_said = !is_on;
                }
            }
        }
    }

    /// Sets flags for a group that begins, or for what is left of the one that is open.
    fn set(&mut self, flags: Flags, begins_group: bool) {
        let those = |wanted: bool| {
            FLAGS.iter().zip(flags).filter(move |(_, is_on)| *is_on == Some(wanted)).map(|(flag, _)| flag)
        };
        let mut sign = "(?".to_owned();
        sign.extend(those(true));
        if those(false).next().is_some() {
            sign.push('-');
            sign.extend(those(false));
        }
        if begins_group {
            sign.push(':');
            self.open_group(&sign);
        } else if flags.iter().any(Option::is_some) {
            // To Go they are no expression: what stands before them can still be repeated.
            self.out.push_str(&sign);
            self.out.push(')');
        }
    }

    fn named_group(&mut self) -> Result<(), Refused> {
        let (_, named) = self.rest.split_once('<').unwrap_or_default();
        if named.starts_with(['=', '!']) {
            return Err(LOOK_AROUND);
        }
        let (name, rest) = named.split_once('>').ok_or(ByGo("a group whose name does not end"))?;
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            return Err(ByGo("a name of a group that is not of letters, digits and `_`"));
        }
        self.rest = rest;
        // Nobody asks for groups by name.
        self.open_group("(?:");
        Ok(())
    }
}

/// What other kinds of expressions have.
const LOOK_AROUND: Refused = ByGo("look-around");

const FLAGS: [char; 4] = ['i', 'm', 's', 'U'];

/// Whether each flag is switched on or off; none where it stays as it is.
type Flags = [Option<bool>; FLAGS.len()];
