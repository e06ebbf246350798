//! From the table to the view of one minor.

use std::collections::BTreeMap;

use super::key::Index;
use super::{Facts, Field, FieldRow, Kind, Omit, Shape, Struct};
use crate::version::Minor;

static TABLE: &str = include_str!("../generated/facts.tsv");

/// Puts the view of one minor together.
pub(super) fn view(minor: Minor) -> Facts {
    let mut owners: BTreeMap<&'static str, Vec<FieldRow>> = BTreeMap::new();
    for row in rows().filter(|row| (row.first..=row.last).contains(&minor)) {
        owners.entry(row.owner).or_default().push(row);
    }
    // Types without fields are nobody's owner, but may be named by a field.
    for empty in ["block.EncryptionKeyNodeID", "v1alpha1.EncryptionKeyNodeID"] {
        owners.entry(empty).or_default();
    }
    let places: BTreeMap<_, _> = owners.keys().enumerate().map(|(place, name)| (*name, place)).collect();
    let structs = owners.keys().enumerate().map(|(place, name)| {
        let fields = fields(name, &owners, &places);
        Struct { name, shape: Shape::Struct(place), index: Index::of(&fields), fields }
    });
    let structs = structs.collect();
    Facts { minor, kinds: kinds().collect(), structs, places }
}

/// The fields of a struct, those of embedded structs at the place of the embedding.
fn fields(
    owner: &str,
    owners: &BTreeMap<&'static str, Vec<FieldRow>>,
    places: &BTreeMap<&'static str, usize>,
) -> Vec<Field> {
    let mut all = Vec::new();
    for row in owners.get(owner).into_iter().flatten() {
        if row.key == "(inline)" {
            all.extend(fields(row.type_name, owners, places));
        } else {
            all.push(Field {
                key: row.key,
                shape: Shape::of(row.type_name, places),
                omit: row.omit,
                replace: row.replace,
            });
        }
    }
    all
}

/// All rows of the table about fields, in its order.
pub(super) fn rows() -> impl Iterator<Item = FieldRow> {
    lines("field").filter_map(|mut cells| {
        let (owner, key, type_name, flags) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        let has = |wanted: &str| flags.split(',').any(|flag| flag == wanted);
        let omit = match (has("omitempty"), has("omitnil")) {
            (true, _) => Omit::Empty,
            (_, true) => Omit::Nil,
            _ => Omit::Never,
        };
        Some(FieldRow {
            owner,
            key,
            type_name,
            omit,
            replace: has("replace"),
            first: minor(cells.next()?)?,
            last: minor(cells.next()?)?,
        })
    })
}

fn kinds() -> impl Iterator<Item = Kind> {
    lines("kind").filter_map(|mut cells| {
        Some(Kind {
            name: cells.next()?,
            type_name: cells.next()?,
            named: cells.next()? == "named",
            since: minor(cells.next()?)?,
        })
    })
}

fn lines(section: &str) -> impl Iterator<Item = std::str::Split<'static, char>> {
    TABLE.lines().filter_map(move |line| {
        let mut cells = line.split('\t');
        (cells.next() == Some(section)).then_some(cells)
    })
}

fn minor(cell: &str) -> Option<Minor> {
    cell.parse().ok().and_then(Minor::from_number)
}
