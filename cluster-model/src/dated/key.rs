//! When a key of `OpenPGP` ends, read from its packets (RFC 9580, sections 4.2 and 5).

use super::decode;

/// The packets that matter: a private key and what it says of itself.
const SECRET_KEY: u8 = 5;
const SIGNATURE: u8 = 2;

/// The part of a signature that says how many seconds after its making a key ends.
const LIFETIME: u8 = 9;

/// When a key in armor ends, in seconds since 1970. Absent if it does not, or is no such key.
pub(super) fn end(armored: &str) -> Option<u64> {
    let (_, behind) = armored.split_once("-----BEGIN PGP PRIVATE KEY BLOCK-----")?;
    let (inside, _) = behind.split_once("-----END")?;
    // Headers come first, then an empty line; the checksum at the end begins with `=`.
    let body = inside.trim_start_matches([' ', '\r', '\n']);
    let body = body.split_once("\n\n").filter(|(head, _)| head.contains(": ")).map_or(body, |(_, body)| body);
    let lines = body.lines().filter(|line| !line.starts_with('='));
    let data = decode(&lines.collect::<String>())?;
    let (mut rest, mut created, mut lifetime) = (data.as_slice(), None, None);
    while let Some((tag, body, behind)) = packet(rest) {
        match tag {
            SECRET_KEY => created = body.get(1..5).map(number),
            SIGNATURE => lifetime = lifetime.max(lifetime_in(body)),
            _ => {}
        }
        rest = behind;
    }
    Some(created? + lifetime?)
}

/// The first packet: its tag, its body, and what is behind it.
fn packet(data: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&first, rest) = data.split_first()?;
    let is_new = first & 0x40 != 0;
    let tag = if is_new { first & 0x3f } else { (first >> 2) & 0x0f };
    let (length, rest) = if is_new {
        length(rest)?
    } else {
        let (length, rest) = rest.split_at_checked(1 << (first & 0x03))?;
        (number(length), rest)
    };
    let (body, behind) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    Some((tag, body, behind))
}

/// A length of one, two or five bytes, and what is behind it.
fn length(data: &[u8]) -> Option<(u64, &[u8])> {
    let (&first, rest) = data.split_first()?;
    match first {
        0..192 => Some((first.into(), rest)),
        192..255 => {
            let (&second, rest) = rest.split_first()?;
            Some(((u64::from(first) - 192) * 256 + u64::from(second) + 192, rest))
        }
        255 => {
            let (length, rest) = rest.split_at_checked(4)?;
            Some((number(length), rest))
        }
    }
}

/// The lifetime that a signature of version 4 gives the key.
fn lifetime_in(signature: &[u8]) -> Option<u64> {
    let hashed = usize::try_from(number(signature.get(4..6)?)).ok()?;
    let mut parts = signature.get(6..)?.get(..hashed)?;
    while let Some((size, rest)) = length(parts) {
        let (part, behind) = rest.split_at_checked(usize::try_from(size).ok()?)?;
        if let Some((&kind, value)) = part.split_first()
            && kind & 0x7f == LIFETIME
        {
            return Some(number(value)).filter(|seconds| *seconds > 0);
        }
        parts = behind;
    }
    None
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte))
}
