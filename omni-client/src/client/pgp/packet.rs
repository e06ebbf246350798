//! Packets, their lengths, and the numbers inside of them.

/// Tags of the packets that a key is made of.
pub(super) const SIGNATURE: u8 = 2;
pub(super) const SECRET_KEY: u8 = 5;
pub(super) const PUBLIC_KEY: u8 = 6;
pub(super) const USER_ID: u8 = 13;

/// Takes bytes off the front of a packet.
#[derive(Clone, Copy)]
pub(super) struct Reader<'b>(pub(super) &'b [u8]);

impl<'b> Reader<'b> {
    pub(super) fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn number<const N: usize>(&mut self) -> Option<u64> {
        let bytes: [u8; N] = self.take(N)?.try_into().ok()?;
        Some(bytes.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    /// A number of any length, without its leading zeros.
    pub(super) fn integer(&mut self) -> Option<&'b [u8]> {
        let bits = usize::try_from(self.number::<2>()?).ok()?;
        self.take(bits.div_ceil(8))
    }

    /// A length as new packets and subpackets have it; partial lengths are not for keys.
    pub(super) fn length(&mut self) -> Option<usize> {
        let length = match self.byte()? {
            short @ 0..192 => u64::from(short),
            first @ 192..224 => ((u64::from(first) - 192) << 8) + u64::from(self.byte()?) + 192,
            255 => self.number::<4>()?,
            _ => return None,
        };
        usize::try_from(length).ok()
    }

    /// The next packet: its tag and body.
    pub(super) fn packet(&mut self) -> Option<(u8, &'b [u8])> {
        let header = self.byte()?;
        let (tag, length) = match header {
            0xC0.. => (header & 0x3F, self.length()?),
            0x80.. => {
                let length = match header & 3 {
                    0 => self.number::<1>()?,
                    1 => self.number::<2>()?,
                    2 => self.number::<4>()?,
                    _ => self.0.len() as u64,
                };
                ((header >> 2) & 0x0F, usize::try_from(length).ok()?)
            }
            _ => return None,
        };
        Some((tag, self.take(length)?))
    }

    /// The next subpacket of a signature: its type, without the mark for critical ones, and its body.
    pub(super) fn subpacket(&mut self) -> Option<(u8, &'b [u8])> {
        let length = self.length()?;
        let (kind, body) = self.take(length)?.split_first()?;
        Some((kind & 0x7F, body))
    }
}

/// A number with its length in bits in front, without leading zeros.
pub(super) fn integer(bytes: &[u8]) -> Vec<u8> {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let bytes = bytes.get(zeros..).unwrap_or_default();
    let unused = bytes.first().map_or(0, |first| first.leading_zeros() as usize);
    let mut written = two(bytes.len() * 8 - unused).to_vec();
    written.extend_from_slice(bytes);
    written
}

/// A packet with a header.
pub(super) fn packet(tag: u8, body: &[u8]) -> Vec<u8> {
    let mut written = vec![0xC0 | tag];
    written.extend(length(body.len()));
    written.extend_from_slice(body);
    written
}

/// A subpacket with its length and type.
pub(super) fn subpacket(kind: u8, body: &[u8]) -> Vec<u8> {
    let mut written = length(body.len() + 1);
    written.push(kind);
    written.extend_from_slice(body);
    written
}

fn length(length: usize) -> Vec<u8> {
    match u8::try_from(length) {
        Ok(short @ 0..192) => vec![short],
        _ => [&[255], &four(length)[..]].concat(),
    }
}

/// Two bytes, for what is never longer: parts of keys and signatures.
pub(super) fn two(length: usize) -> [u8; 2] {
    u16::try_from(length).unwrap_or(u16::MAX).to_be_bytes()
}

pub(super) fn four(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes()
}
