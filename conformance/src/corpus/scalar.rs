//! Scalars: what looks like a number, a date, a boolean, nothing, or a text that only nearly does.

use crate::random::Random;

const ALPHABET: &[&str] = &[
    "0", "1", "8", "9", "_", "-", "+", ".", ":", "e", "E", "x", "o", "b", "T", "Z", " ", "~", "n", "a", "%",
    ",", "'", "é",
];

const WORDS: &[&str] = &[
    "true",
    "True",
    "TRUE",
    "tRUE",
    "false",
    "False",
    "FALSE",
    "yes",
    "Yes",
    "YES",
    "yEs",
    "no",
    "No",
    "NO",
    "on",
    "On",
    "ON",
    "off",
    "Off",
    "OFF",
    "y",
    "Y",
    "n",
    "N",
    "t",
    "f",
    "null",
    "Null",
    "NULL",
    "nULL",
    "~",
    "",
    "nil",
    "none",
    ".nan",
    ".NaN",
    ".NAN",
    ".Nan",
    "nan",
    "NaN",
    ".inf",
    "-.inf",
    "+.Inf",
    ".INF",
    ".iNF",
    "inf",
    "Infinity",
    "<<",
    "=",
    "-",
    "--",
    "---",
    "...",
    "?",
    ":",
    ".",
    "..",
    "0x",
    "0o",
    "0b",
    "0_",
    "_0",
    "+",
    "-0",
    "+0",
    "00",
    "-00",
    "0.",
    ".0",
    "hello",
    "Ünïcode",
    "a b",
    "a: b",
    "a #b",
    "a#b",
    "x:y",
    "@home",
    "`tick`",
    "%percent",
    "!",
    "&",
    "*",
    "|",
    ">",
    "[]",
    "{}",
    "[a",
    "}",
    ",",
    "a,b",
    "#",
    "\\",
    "\"",
    "'",
    "1.2.3",
    "1.10",
    "v1.12.6",
    "10.0.0.0/24",
    "::1",
    "fe80::1%eth0",
    "00:1a:2b:3c:4d:5e",
    "12:30",
    "12:30:45",
    "190:20:30",
    "1Gi",
    "500m",
    "5m",
    "1h30m",
    "1.5h",
    "-5s",
    "1us",
    "1µs",
    "1d",
    "100%",
    "0644",
    "0o644",
    "0O644",
    "08",
    "09",
    "0x1F",
    "0X1f",
    "0xg",
    "0b101",
    "0b2",
    "0B1",
    "1_000",
    "1__0",
    "1_",
    "1e3",
    "1E3",
    "1e",
    "1e+",
    "1e-3",
    "1e400",
    "-1e400",
    "1.5",
    "1.0",
    "1000.0",
    "1.",
    "1._5",
    "1.e3",
    "0x1.8p1",
    "1p3",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "4294967295",
    "4294967296",
    "65535",
    "65536",
    "255",
    "256",
    "-1",
    "+1",
    "--1",
    "+-1",
    "0b-1",
    "0o-7",
    "-0b1",
    "-0o7",
    "-0x1",
    "0xffffffffffffffff",
    "2024-01-01",
    "2024-1-1",
    "2024-02-30",
    "2024-13-01",
    "2024-01-01T10:00:00Z",
    "2024-01-01T10:00:00",
    "2024-01-01 10:00:00",
    "2024-01-01t1:2:3.5+02:00",
    "2024-01-01 10:00:00 +02:00",
    "2024-01-01T10:00:00Z_",
    "0000-00-00",
    "0001-01-01",
    "9999-12-31",
    "24-01-01",
    "2024-001-1",
    "aGVsbG8=",
    "aGVsbG8",
    "https://a:1/b?c=d",
    "123456789012345678901234567890",
    "0.1e1",
    "3.14",
    "-2.5e10",
];

const TAGS: &[&str] = &[
    "!!str",
    "!!int",
    "!!float",
    "!!bool",
    "!!null",
    "!!binary",
    "!!timestamp",
    "!!map",
    "!!seq",
    "!!merge",
    "!!foo",
    "!foo",
    "!",
    "!<tag:yaml.org,2002:int>",
];

/// A scalar as it stands in a YAML text: mostly bare, sometimes quoted, tagged, anchored or followed by a comment.
pub(crate) fn scalar(random: &mut Random) -> String {
    let bare = bare(random);
    let written = match random.below(10) {
        0 => format!("\"{}\"", bare.replace('\\', "\\\\").replace('"', "\\\"")),
        1 => format!("'{}'", bare.replace('\'', "''")),
        _ => bare,
    };
    let tagged = if random.chance(10) { format!("{} {written}", random.pick(TAGS)) } else { written };
    match random.below(40) {
        0 => format!("&anchor {tagged}"),
        1 => format!("{tagged} # comment"),
        2 => format!(" {tagged} "),
        _ => tagged,
    }
}

/// A text without quotes or tag.
pub(crate) fn bare(random: &mut Random) -> String {
    let text = match random.below(10) {
        0..=3 => random.pick(WORDS).to_owned(),
        4 | 5 => number(random),
        6 => date(random),
        7 => duration(random),
        _ => {
            let length = 1 + random.below(8);
            (0..length).map(|_| random.pick(ALPHABET)).collect()
        }
    };
    if random.chance(20) { random.mutate(&text, ALPHABET) } else { text }
}

fn number(random: &mut Random) -> String {
    let sign = random.pick(&["", "", "", "-", "+"]);
    let base = random.pick(&["", "", "", "", "0", "0x", "0o", "0b", "0X", "0O"]);
    let mut text = format!("{sign}{base}{}", random.digits(21));
    if random.chance(30) {
        text = format!("{text}.{}", random.digits(4));
    }
    if random.chance(20) {
        text =
            format!("{text}{}{}{}", random.pick(&["e", "E"]), random.pick(&["", "+", "-"]), random.digits(3));
    }
    if random.chance(15) { random.mutate(&text, &["_"]) } else { text }
}

fn date(random: &mut Random) -> String {
    let (year, month, day) = (1990 + random.below(60), random.below(14), random.below(33));
    let date = if random.chance(70) {
        format!("{year}-{month:02}-{day:02}")
    } else {
        format!("{year}-{month}-{day}")
    };
    if random.chance(50) {
        return date;
    }
    let separator = random.pick(&["T", "T", "t", " ", "  "]);
    let (hour, minute, second) = (random.below(26), random.below(62), random.below(62));
    let fraction = if random.chance(30) { format!(".{}", random.digits(10)) } else { String::new() };
    let zone = random.pick(&["Z", "Z", "", "+02:00", "-11:30", " +1", "z", "+24:60", "+25:00", "+0200"]);
    format!("{date}{separator}{hour:02}:{minute:02}:{second:02}{fraction}{zone}")
}

/// A duration in Go's notation, or nearly.
pub(crate) fn duration(random: &mut Random) -> String {
    let mut text = random.pick(&["", "", "", "-", "+"]).to_owned();
    for _ in 0..=random.below(3) {
        let whole = random.digits(6);
        let fraction = if random.chance(30) { format!(".{}", random.digits(11)) } else { String::new() };
        let unit = random.pick(&["h", "m", "s", "ms", "us", "µs", "μs", "ns", "d", ""]);
        text = format!("{text}{whole}{fraction}{unit}");
    }
    text
}
