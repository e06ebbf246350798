//! Places in a JSON document (RFC 6901) and what can be done there.

use manifest::{Segment, Value};

/// A place in a document.
pub(super) struct Pointer<'p> {
    operation: &'static str,
    path: &'p str,
    keys: Vec<String>,
}

impl<'p> Pointer<'p> {
    /// Reads a pointer for an operation. What stands before the first slash is passed over; a text without any leads
    /// nowhere.
    pub(super) fn parse(path: &'p str, operation: &'static str) -> Result<Self, String> {
        let keys = path.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~")).collect();
        let pointer = Self { operation, path, keys };
        if pointer.keys.is_empty() && !path.is_empty() { Err(pointer.nowhere()) } else { Ok(pointer) }
    }

    /// The way there: keys, and indices as they count in the lists of the document; `room` is 1 for what adds an item.
    pub(super) fn way(&self, document: &Value, room: usize) -> Vec<Segment> {
        let mut value = Some(document);
        let mut way = Vec::with_capacity(self.keys.len());
        for (depth, key) in self.keys.iter().enumerate() {
            if let Some(items) = value.and_then(Value::as_sequence) {
                let room = if depth + 1 == self.keys.len() { room } else { 0 };
                let index = self.index(key, items.len() + room).unwrap_or(items.len());
                way.push(Segment::Index(index));
                value = items.get(index);
            } else {
                way.push(Segment::Key(key.into()));
                value = value.and_then(|value| value.get(key));
            }
        }
        way
    }

    /// A copy of the value there; nothing for a key that is not there.
    pub(super) fn get(&self, document: &mut Value) -> Result<Value, String> {
        let Some(last) = self.keys.last() else { return Err(self.nowhere()) };
        match self.parent(document)? {
            Value::Mapping(map) => Ok(map.get(last).cloned().unwrap_or_default()),
            Value::Sequence(items) => {
                let index = self.index(last, items.len())?;
                Ok(items.get(index).cloned().unwrap_or_default())
            }
            // A document that is nothing has keys, and nothing behind them.
            Value::Null if self.keys.len() == 1 => Ok(Value::Null),
            _ => Err(self.nowhere()),
        }
    }

    /// Puts a value there; before the item of that index in a list, behind the last one for `-`.
    pub(super) fn add(&self, document: &mut Value, value: Value) -> Result<(), String> {
        let Some(last) = self.keys.last() else { return Err(self.nowhere()) };
        match self.parent(document)? {
            Value::Mapping(map) => {
                map.insert(last.as_str(), value);
                Ok(())
            }
            Value::Sequence(items) => {
                if last == "-" {
                    items.push(value);
                    return Ok(());
                }
                let index = self.index(last, items.len() + 1)?;
                items.insert(index, value);
                Ok(())
            }
            _ => Err(self.nowhere()),
        }
    }

    /// Takes the value away.
    pub(super) fn remove(&self, document: &mut Value) -> Result<Value, String> {
        let Some(last) = self.keys.last() else { return Err(self.nowhere()) };
        let failed = |cause: &str| format!("error in {} for path: '{}': {cause}", self.operation, self.path);
        match self.parent(document)? {
            Value::Mapping(map) => map
                .remove(last)
                .ok_or_else(|| failed(&format!("Unable to remove nonexistent key: {last}: missing value"))),
            Value::Sequence(items) => {
                let index = self.index(last, items.len())?;
                Ok(items.remove(index))
            }
            _ => Err(self.nowhere()),
        }
    }

    /// Puts a value in the place of another one; a key that is not there is added.
    pub(super) fn replace(&self, document: &mut Value, value: Value) -> Result<(), String> {
        let Some(last) = self.keys.last() else {
            *document = value;
            return Ok(());
        };
        match self.parent(document)? {
            Value::Mapping(map) => {
                map.insert(last.as_str(), value);
                Ok(())
            }
            Value::Sequence(items) => {
                let index = self.index(last, items.len())?;
                if let Some(item) = items.get_mut(index) {
                    *item = value;
                }
                Ok(())
            }
            _ => Err(self.nowhere()),
        }
    }

    /// Fails unless the value is this one. No value is what a key has that is not there, or that is nothing; nothing is
    /// what an empty list or mapping is.
    pub(super) fn test(&self, document: &mut Value, wanted: Option<&Value>) -> Result<(), String> {
        let failed = format!("testing value {} failed: test failed", self.path);
        let found = if self.keys.is_empty() {
            document.clone()
        } else if self.parent(document).is_err() {
            let path = self.path;
            return Err(format!("test operation does not apply: is missing path: {path}: missing value"));
        } else {
            self.get(document)?
        };
        let is_same = match (wanted, &found) {
            (Some(Value::Null), Value::Sequence(items)) => items.is_empty(),
            (Some(Value::Null), Value::Mapping(map)) => map.is_empty(),
            (wanted, found) => wanted == Some(found).filter(|found| !found.is_null()),
        };
        if is_same { Ok(()) } else { Err(failed) }
    }

    fn parent<'v>(&self, document: &'v mut Value) -> Result<&'v mut Value, String> {
        let (_, parents) = self.keys.split_last().ok_or_else(|| self.nowhere())?;
        let mut value = document;
        for key in parents {
            let next = match value {
                Value::Mapping(map) => map.get_mut(key),
                Value::Sequence(items) => {
                    let index = self.index(key, items.len()).map_err(|_| self.nowhere())?;
                    items.get_mut(index)
                }
                _ => None,
            };
            value = next.ok_or_else(|| self.nowhere())?;
        }
        Ok(value)
    }

    /// An index below `length`; one below zero counts from the end.
    fn index(&self, key: &str, length: usize) -> Result<usize, String> {
        let failed =
            |cause: String| format!("error in {} for path: '{}': {cause}", self.operation, self.path);
        let number: i64 = key.parse().map_err(|_| {
            failed(format!(
                "value was not a proper array index: '{key}': strconv.Atoi: parsing {key:?}: invalid syntax"
            ))
        })?;
        let index = if number < 0 { number + i64::try_from(length).unwrap_or(i64::MAX) } else { number };
        usize::try_from(index).ok().filter(|index| *index < length).ok_or_else(|| {
            failed(format!("Unable to access invalid index: {number}: invalid index referenced"))
        })
    }

    fn nowhere(&self) -> String {
        format!(
            "{} operation does not apply: doc is missing path: {:?}: missing value",
            self.operation, self.path
        )
    }
}
