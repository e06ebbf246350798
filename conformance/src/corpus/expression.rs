//! Expressions in the Common Expression Language, for each place of a configuration that takes one: mostly well typed,
//! many spoilt in one place, and the odd ones that no generator thinks of.

use crate::random::Random;

/// A place that takes expressions: its name, the document around the expression, and what may be named there.
pub(crate) struct Environment {
    pub(crate) name: &'static str,
    pub(crate) document: &'static str,
    names: &'static [(&'static str, &'static [&'static str])],
}

/// All places that documents of the recorded minors have.
pub(crate) const ENVIRONMENTS: &[Environment] = &[
    Environment {
        name: "disk",
        document: "kind: VolumeConfig\nname: EPHEMERAL\nprovisioning:\n  diskSelector:\n    match: ",
        names: &[
            ("bool", &["system_disk", "disk.readonly", "disk.rotational", "disk.cdrom", "system_disk"]),
            ("uint", &["disk.size", "disk.io_size", "disk.sector_size", "GiB", "TB", "kB", "MiB"]),
            (
                "string",
                &["disk.model", "disk.serial", "disk.transport", "disk.dev_path", "disk.wwid", "disk.uuid"],
            ),
            ("list(string)", &["disk.secondary_disks", "disk.symlinks"]),
        ],
    },
    Environment {
        name: "volume",
        document: "kind: ExistingVolumeConfig\nname: data\ndiscovery:\n  volumeSelector:\n    match: ",
        names: &[
            ("bool", &["disk.readonly", "disk.rotational"]),
            (
                "uint",
                &[
                    "volume.size",
                    "volume.probed_size",
                    "volume.offset",
                    "disk.size",
                    "GB",
                    "volume.partition_index",
                ],
            ),
            (
                "string",
                &["volume.name", "volume.label", "volume.partition_label", "volume.parent", "disk.transport"],
            ),
            ("list(string)", &["disk.secondary_disks", "disk.symlinks"]),
        ],
    },
    Environment {
        name: "link",
        document: "kind: LinkAliasConfig\nname: net0\nselector:\n  match: ",
        names: &[
            ("bool", &["link.link_state", "link.bridge_master.stp.enabled", "link.link_state"]),
            (
                "uint",
                &["link.index", "link.mtu", "link.flags", "link.master_index", "link.bond_master.miimon"],
            ),
            (
                "int",
                &["link.type", "link.port", "link.duplex", "link.speed_megabits", "link.operational_state"],
            ),
            (
                "string",
                &["link.driver", "link.alias", "link.kind", "mac(link.permanent_addr)", "link.vendor"],
            ),
            ("bytes", &["link.hardware_addr", "link.permanent_addr", "link.broadcast_addr"]),
            ("list(string)", &["link.alt_names"]),
        ],
    },
    Environment {
        name: "trigger",
        document: "kind: OOMConfig\ntriggerExpression: ",
        names: &[
            (
                "double",
                &[
                    "memory_some_avg10",
                    "d_memory_full_total",
                    "memory_full_avg300",
                    "qos_memory_peak[System]",
                ],
            ),
            ("int", &["Besteffort", "Guaranteed", "System", "Podruntime"]),
            ("uint", &["GiB", "MB"]),
            ("duration", &["time_since_trigger"]),
            ("map(int, double)", &["qos_memory_some_avg10", "d_qos_memory_current", "qos_memory_max"]),
        ],
    },
    Environment {
        name: "scoring",
        document: "kind: OOMConfig\ncgroupRankingExpression: ",
        names: &[
            ("uint", &["KiB", "EB", "memory_max.orValue(0u)", "memory_current.value()"]),
            ("int", &["class", "Burstable", "Podruntime"]),
            ("string", &["path"]),
            ("optional(uint)", &["memory_max", "memory_current", "memory_peak"]),
        ],
    },
    Environment {
        name: "member",
        document: "kind: LVMVolumeGroupConfig\nname: vg0\nprovisioning:\n  volumeSelector:\n    match: ",
        names: &[
            ("bool", &["system_disk", "disk.rotational"]),
            ("uint", &["volume.size", "disk.size", "GB"]),
            ("string", &["volume_id", "volume.name", "disk.transport"]),
            ("list(string)", &["disk.symlinks"]),
        ],
    },
];

/// What a generator of well typed expressions does not think of.
const ODD: &[&str] = &[
    " ",
    "// nothing",
    "true // all",
    "-",
    "!",
    "!!true",
    "--1 == 1",
    "- 1 == -1",
    "-1u == 1u",
    "!-1",
    "-!true",
    "9223372036854775807 > 0",
    "9223372036854775808 > 0",
    "-9223372036854775808 < 0",
    "--9223372036854775808 < 0",
    "-0x8000000000000000 < 0",
    "0x1F == 31",
    "0x1fu == 31u",
    "0x == 0",
    "1e3 > 1.0",
    "1e999 > 1.0",
    ".5 < 1.0",
    "1.e3",
    "1.5.size()",
    "18446744073709551615u > 0u",
    "18446744073709551616u > 0u",
    "1u > 0",
    "1 > 0.5",
    "1uu > 0u",
    "'a' == \"a\"",
    "'\\x41' == 'A'",
    "'\\u00e9' == 'é'",
    "'\\ud800' == ''",
    "'\\U00110000' == ''",
    "'\\400' == ''",
    "'\\101' == 'A'",
    "b'\\xff' == b'\\377'",
    "b'\\u0041' == b'A'",
    "r'\\' == '\\\\'",
    "'''a\n'b''' == ''",
    "'a\nb' == ''",
    "\"\"\"\"\"\" == ''",
    "\"\"\"a\"\"\"\"",
    "R\"\"\"\\\"\"\" == ''",
    "br'\\x' == b''",
    "rb'x' == b''",
    "'\\q' == ''",
    "'a",
    "'a' 'b'",
    "é",
    "true é",
    "`a`",
    "disk.`size` > 1u",
    "a.`b-c`",
    "`a",
    "@result",
    "#",
    "a $ b",
    "a & b",
    "a | b",
    "a = b",
    "if",
    "true.if",
    "disk.if == ''",
    "if{}",
    "if(true)",
    "as == as",
    "while",
    "disk.in",
    "null",
    "null == null",
    "in",
    "true ? true : false",
    "true ? true",
    "true : false",
    "true ? true : false ? true : false",
    "true ? 1 : 1u",
    "true ? null : 1",
    "(true ? 1 : dyn('a')) == 1",
    "[]",
    "[,]",
    "{,}",
    "[1,] == [1]",
    "[1,,]",
    "{1: 2,} == {1: 2}",
    "[] == [1]",
    "[1, 'a'] == []",
    "[[]] == [[1]]",
    "[1, 1u][0] == 1",
    "{} == {1: 'a'}",
    "{'a': 1, 2: 'b'}['a'] == 1",
    "{'a': 1}.a == 1",
    "{1: 2}.a == 1",
    "{}.a",
    "{}.a.b.c == 1",
    "[].a",
    "[1][0] == 1",
    "[1]['0'] == 1",
    "{1: true}[1]",
    "{1: true}['1']",
    "[true][0u]",
    "1 in [1]",
    "1u in [1]",
    "'a' in {'a': 1}",
    "1 in {'a': 1}",
    "1 in 1",
    "1 in []",
    "'a' in ['a'] == true",
    "1 == 1 == true",
    "1 < 2 < true",
    "1 + 2 * 3 == 7",
    "1 - -1 == 2",
    "1--1 == 2",
    "1 +- 1 == 0",
    "1 - - 1 == 2",
    "'a' + 1 == 'a1'",
    "'a' + 'b' == 'ab'",
    "[1] + [2] == [1, 2]",
    "[1] + ['a'] == []",
    "5 % 2 == 1",
    "5.0 % 2.0 == 1.0",
    "-'a' == 'a'",
    "!1",
    "!null",
    "has(disk)",
    "has(disk.size)",
    "has(disk.nope)",
    "has(a.b)",
    "has()",
    "has(1, 2)",
    ".has(disk.size)",
    "has({'a': 1}.a)",
    "has(disk['size'])",
    "has(disk.size.a)",
    "[1].all(x, x > 0)",
    "[1].all(x, x > 0u)",
    "[1].all(x.y, true)",
    "[1].all(1, true)",
    "[1].all(x)",
    "[1].all(x, true, true)",
    "[].all(x, x)",
    "[].all(x, x && x == 1)",
    "[].exists(x, x > 1 || x > 'a')",
    "[1].exists(x, x)",
    "[1].exists_one(x, x == 1)",
    "[1].existsOne(x, x == 1)",
    "[1].existsOne(x, x)",
    "[1].filter(x, x > 0) == [1]",
    "[1].filter(x, x)",
    "[1].map(x, x + 1) == [2]",
    "[1].map(x, x > 0, x + 1) == [2]",
    "[1].map(x, x, x) == [1]",
    "[1].map(x, [x]) == [[1]]",
    "[1].map(x, x, x, x) == [1]",
    "1.all(x, true)",
    "'a'.all(x, true)",
    "{'a': 1}.all(k, k == 'a')",
    "dyn([1]).all(x, x == 1)",
    "dyn(1).all(x, x == 'a')",
    "[1].all(__result__, true)",
    "[1].all(x, __result__)",
    "[1].all(x, @result)",
    "[1].all(.x, true)",
    "[1].all(x, .x == 1)",
    "[1].all(disk, disk == 1)",
    "[1].all(disk, .disk.size > 1u)",
    "[disk].all(disk, disk.size > 1u)",
    "[1].all(google, google.protobuf.Duration == duration)",
    "[{'protobuf': 1}].all(google, google.protobuf == 1)",
    "[1].all(x, true) && 1u > 0",
    "1u > 0 && [1].all(x, true)",
    "[1].all(x, 1u > 0)",
    "[1].all(x, [2].all(y, x < y))",
    "[1].all(x, [2].all(x, x == 2))",
    "[1].all(int, int == 1)",
    "[1, 1u].all(x, x > 0)",
    "[[1]].all(x, x.all(y, y > 0))",
    "[1].all(x, true).all(y, true)",
    "type(1) == int",
    "type(1) == type('a')",
    "int == uint",
    "type(int) == type",
    "list == list",
    "type([]) == list",
    "optional_type == int",
    "google.protobuf.Timestamp == timestamp",
    "google.protobuf.Duration == type(duration('1s'))",
    "null_type == type(null)",
    "int(1u) == 1",
    "int(true) == 1",
    "int('1') == 1",
    "uint(1) > 0u",
    "double(1) > 0.5",
    "string(1) == '1'",
    "string(null) == ''",
    "bytes('a') == b'a'",
    "bool('true')",
    "bool(true)",
    "bool(1)",
    "dyn(1)",
    "dyn(true)",
    "dyn(1) == 'a'",
    "size('a') == 1",
    "'a'.size() == 1",
    "size(disk) == 1",
    "size() == 1",
    "size == 1",
    "'a'.size('b') == 1",
    "'abc'.contains('b')",
    "contains('abc', 'b')",
    "'abc'.startsWith('a')",
    "'abc'.endsWith(1)",
    "'abc'.matches('a.*')",
    "matches('abc', 'a(')",
    "'abc'.matches(1)",
    "'a'.lowerAscii() == 'a'",
    "'a,b'.split(',') == []",
    "duration('1h') > duration('1m')",
    "duration(1) > duration('1m')",
    "timestamp('2024-01-01T00:00:00Z') > timestamp(0)",
    "duration('x') > duration('y')",
    "timestamp(0) - timestamp(0) == duration('0s')",
    "timestamp(0) + duration('1s') > timestamp(0)",
    "duration('1s') * 2 > duration('1s')",
    "duration('1h').getHours() == 1",
    "timestamp(0).getFullYear('UTC') == 1970",
    "timestamp(0).getDate() == 1",
    "duration('1h').getFullYear() == 1",
    "glob('a*', 'ab')",
    "'a*'.glob('ab')",
    "glob('a*')",
    "glob(1, 'a')",
    "mac(b'abc') == ''",
    "mac('abc') == ''",
    "in_list(1, [1])",
    "_in_(1, [1])",
    "_==_(1, 1)",
    "_&&_(true, true)",
    "__not_strictly_false__(true)",
    "@in(1, [1])",
    "nope",
    "nope()",
    "nope(1).a",
    "a.b.c.d()",
    ".disk.size > 1u",
    ".nope",
    "..a",
    "disk",
    "disk == disk",
    "disk == null",
    "disk.size == null",
    "disk.model == null",
    "disk == 1",
    "disk.size > 10",
    "disk.size > 10.0",
    "disk.size == 10",
    "disk.size != 10",
    "disk.size in [10]",
    "disk.size in [10u]",
    "disk['size'] > 10u",
    "disk.size()",
    "size(disk.model) > 3",
    "disk.model[0] == 'a'",
    "disk.secondary_disks.exists(d, d.startsWith('sd'))",
    "disk.secondary_disks[0] == 'a'",
    "disk.secondary_disks.size() > 0",
    "disk.secondary_disks == []",
    "disk.size.nope",
    "GiB.a",
    "GiB = 1",
    "KiB{}",
    "disk{}",
    "int{}",
    "list{}",
    "bool{a: 1}",
    "google.protobuf.Duration{seconds: 1} > duration('1s')",
    "google.protobuf.Duration{seconds: '1'} == duration('1s')",
    "google.protobuf.Duration{hours: 1} == duration('1s')",
    "google.protobuf.BoolValue{value: true}",
    "google.protobuf.BoolValue{value: 1}",
    "google.protobuf.BoolValue{}",
    "google.protobuf.BoolValue{} == null",
    "google.protobuf.Int32Value{value: 1} == 1",
    "google.protobuf.Int32Value{value: 1} + 1 == 2",
    "google.protobuf.UInt64Value{value: 1u} > 0u",
    "google.protobuf.Struct{fields: {'a': 1}}.a == 1",
    "google.protobuf.Struct{}.size() == 0",
    "google.protobuf.ListValue{values: [1]}[0] == 1",
    "google.protobuf.Value{}",
    "google.protobuf.Value{bool_value: true}",
    "google.protobuf.Any{type_url: 'a'} == 1",
    "google.protobuf.Any{}",
    "google.protobuf.Empty{} == google.protobuf.Empty{}",
    "google.protobuf.NullValue.NULL_VALUE == 0",
    "google.protobuf.NullValue{}",
    ".google.protobuf.Duration{}.a",
    "google.protobuf",
    "google.protobuf.Nope{}",
    "talos.resource.definitions.block.DiskSpec{size: 1u}.size > 0u",
    "talos.resource.definitions.block.DiskSpec{size: 1} == disk",
    "talos.resource.definitions.block.DiskSpec{nope: 1u} == disk",
    "talos.resource.definitions.block.DiskSpec{,} == disk",
    "talos.resource.definitions.block.DiskSpec{size: 1u, model: 'a',} == disk",
    "disk == talos.resource.definitions.block.DiskSpec",
    "type(disk) == talos.resource.definitions.block.DiskSpec",
    "talos.resource.definitions.block.DiscoveredVolumeSpec{}.offset > 0u",
    "talos.resource.definitions.enums.BlockVolumePhase.VOLUME_PHASE_READY == 1",
    "talos.resource.definitions.enums.BlockVolumePhase == 1",
    "talos.resource.definitions.enums.NethelpersDuplex.HALF == link.duplex",
    "a.?b",
    "disk.?size == optional.of(1u)",
    "[?1] == [1]",
    "{?1: 2} == {1: 2}",
    "disk[?'size']",
    "{'a': 1}.?a.orValue(2) == 2",
    "{'a': 1}[?'a'].hasValue()",
    "[1][?0].value() == 1",
    "[?optional.of(1)] == [1]",
    "{?'a': optional.of(1)} == {'a': 1}",
    "{'a': {'b': 1}}.?a.b.hasValue()",
    "{'a': {'b': 1}}.?a.?b.hasValue()",
    "optional.of(true).value()",
    "optional.none().hasValue()",
    "optional.none().value()",
    "optional.of(1).or(optional.of(2)).value() == 1",
    "optional.of(1).orValue('a') == 1",
    "optional.of(1).optMap(x, x + 1).value() == 2",
    "optional.of(1).optMap(x.y, 1)",
    "optional.of(1).optFlatMap(x, optional.of(x > 0)).value()",
    "optional.of(1).optMap(x, x).optMap(y, y > 0).value()",
    "optional.ofNonZeroValue(1).hasValue()",
    "optional.unwrap([optional.of(1)]) == [1]",
    "[optional.of(1)].unwrapOpt() == [1]",
    "[1].first().value() == 1",
    "[1].last().hasValue()",
    "optional.of(1) == optional.of('a')",
    "optional.of(1) == null",
    "optional{}",
    "memory_max.hasValue() ? {0: 0.1}[class] : 0.5",
    "{Besteffort: 1.0, Burstable: 0.5}[class] * double(memory_current.orValue(0u))",
    "memory_max.?a",
    "memory_max.a",
    "memory_max[0]",
    "memory_current",
    "class",
    "double(class)",
    "1.0 / double(memory_max.orValue(1u))",
    "multiply_qos_vectors(qos_memory_some_avg10, {System: 1.0}) > 1.0",
    "multiply_qos_vectors({}, {}) > 1.0",
    "multiply_qos_vectors({'a': 1}, {}) > 1.0",
    "qos_memory_max[0] > 1.0",
    "qos_memory_max[0u] > 1.0",
    "qos_memory_max.System > 1.0",
    "qos_memory_max.all(k, qos_memory_max[k] > 1)",
    "time_since_trigger > duration('500ms')",
    "time_since_trigger > 5",
    "memory_some_avg10 > 1",
    "true &&",
    "&& true",
    "true && && false",
    "true || 1",
    "1 && 'a' || null",
    "true && true && 1 && true",
    "(true",
    "true)",
    "((true))",
    "()",
    "(,)",
    "f(,)",
    "size('a',) == 1",
    "true;",
    "true, false",
    "true\n&&\nfalse",
    "true\r\n&&\tnope",
    "nope\n&& nope2",
    "nope && é == 'é' && nope2",
    "'é' == nope",
    "\u{a0}true",
    "true\u{c}",
    "true\u{b}",
    "a.b.c.d.e.f",
    "nope.a.b == nope2.c",
    "[nope, nope, nope] == nope",
    "size(1, 2, 3) > size('a') + size([1]) + nope.size()",
    "1 + 'a' == nope.b + [1].size('x')",
];

/// Numbers at which nesting becomes too deep, and a few around them.
const DEPTHS: [usize; 8] = [2, 40, 123, 124, 125, 248, 249, 250];

const ALPHABET: &[&str] = &[
    "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "!", "-", "+", "*", "&&", "||", "==", "<", " in ", "'",
    "\"", "u", "0", "1", "a", "true", "null", "x", "\\", "\n", " ", "//", "`", "_", ".?", "é", "e1", "0x",
    "r'", "b'",
];

/// An expression for a place.
pub(crate) fn expression(random: &mut Random, environment: &Environment) -> String {
    if random.chance(30) {
        return random.pick(ODD).to_owned();
    }
    if random.chance(3) {
        return nested(random);
    }
    let wanted = if environment.name == "scoring" { "double" } else { "bool" };
    let text = Writer { random, environment, locals: Vec::new() }.typed(wanted, 3);
    match random.below(10) {
        0..4 => random.mutate(&text, ALPHABET),
        4 => {
            let text = random.mutate(&text, ALPHABET);
            random.mutate(&text, ALPHABET)
        }
        _ => text,
    }
}

/// Something that holds itself, about as often as is allowed.
fn nested(random: &mut Random) -> String {
    let place = random.below(DEPTHS.len());
    let count = DEPTHS.get(place).copied().unwrap_or_default() + random.below(4);
    let (before, middle, after) = match random.below(10) {
        0 => ("(", "true", ")"),
        1 => ("[", "1", "]"),
        2 => ("1 + (", "1", ")"),
        3 => ("", "1", " + 1"),
        4 => ("true ? true : ", "true", ""),
        5 => ("!", "true", ""),
        6 => ("", "disk", ".a"),
        7 => ("", "true", " && true"),
        8 => ("true == (", "true", ")"),
        _ => ("[1].all(x, ", "true", ")"),
    };
    format!("{}{middle}{}", before.repeat(count), after.repeat(count))
}

struct Writer<'w> {
    random: &'w mut Random,
    environment: &'w Environment,
    locals: Vec<(String, String)>,
}

impl Writer<'_> {
    /// An expression of a type, mostly; in a few cases of any other.
    fn typed(&mut self, wanted: &str, depth: usize) -> String {
        const TYPES: &[&str] =
            &["bool", "int", "uint", "double", "string", "bytes", "duration", "list(string)", "list(int)"];
        let wanted = if self.random.chance(3) { self.random.pick(TYPES) } else { wanted };
        if depth == 0 || self.random.chance(25) {
            return self.leaf(wanted);
        }
        if self.random.chance(5) {
            let (test, one, other) =
                (self.typed("bool", depth - 1), self.typed(wanted, depth - 1), self.typed(wanted, depth - 1));
            return format!("({test} ? {one} : {other})");
        }
        match wanted {
            "bool" => self.test(depth - 1),
            "int" => match self.random.below(4) {
                0 => format!(
                    "size({})",
                    self.any(&["string", "list(string)", "list(int)", "bytes"], depth - 1)
                ),
                1 => format!("int({})", self.any(&["uint", "double", "string", "duration"], depth - 1)),
                2 => format!("{}.getSeconds()", self.typed("duration", depth - 1)),
                _ => self.operation("int", &["+", "-", "*", "/", "%"], depth - 1),
            },
            "uint" => match self.random.below(3) {
                0 => format!("uint({})", self.any(&["int", "double", "string"], depth - 1)),
                _ => self.operation("uint", &["+", "-", "*", "/", "%"], depth - 1),
            },
            "double" => match self.random.below(3) {
                0 => format!("double({})", self.any(&["int", "uint", "string"], depth - 1)),
                _ => self.operation("double", &["+", "-", "*", "/"], depth - 1),
            },
            "string" => match self.random.below(3) {
                0 => format!("string({})", self.any(&["int", "uint", "double", "bool", "bytes"], depth - 1)),
                _ => self.operation("string", &["+"], depth - 1),
            },
            "list(string)" | "list(int)" => {
                let of = wanted.trim_start_matches("list(").trim_end_matches(')').to_owned();
                match self.random.below(3) {
                    0 => {
                        let name = self.bind("list(string)", depth);
                        let (range, made) = (name.1, self.typed(&of, depth - 1));
                        self.locals.pop();
                        format!("{range}.map({}, {made})", name.0)
                    }
                    1 => self.operation(wanted, &["+"], depth - 1),
                    _ => {
                        let items: Vec<String> =
                            (0..self.random.below(3)).map(|_| self.typed(&of, depth - 1)).collect();
                        format!("[{}]", items.join(", "))
                    }
                }
            }
            "duration" => self.operation("duration", &["+", "-"], depth - 1),
            "bytes" => format!("bytes({})", self.typed("string", depth - 1)),
            other => self.leaf(other),
        }
    }

    fn test(&mut self, depth: usize) -> String {
        match self.random.below(9) {
            0 | 1 => self.operation("bool", &["&&", "||", "==", "!="], depth),
            2 | 3 => {
                let of = self.pick(&["int", "uint", "double", "string", "duration", "uint", "string"]);
                self.operation(of, &["<", "<=", ">", ">=", "==", "!="], depth)
            }
            4 => format!("!{}", self.typed("bool", depth)),
            5 => {
                let call = self.pick(&["startsWith", "endsWith", "contains", "matches"]);
                format!("{}.{call}({})", self.typed("string", depth), self.typed("string", depth))
            }
            6 => {
                let of = self.pick(&["string", "int"]);
                format!("{} in {}", self.typed(of, depth), self.typed(&format!("list({of})"), depth))
            }
            7 => format!("glob({}, {})", self.typed("string", depth), self.typed("string", depth)),
            _ => {
                let call = self.pick(&["all", "exists", "exists_one"]);
                let list = self.pick(&["list(string)", "list(int)"]);
                let (name, range) = self.bind(list, depth);
                let test = self.typed("bool", depth);
                self.locals.pop();
                format!("{range}.{call}({name}, {test})")
            }
        }
    }

    /// Binds a name to the items of a list; the name and the list.
    fn bind(&mut self, list: &str, depth: usize) -> (String, String) {
        let range = self.typed(list, depth.saturating_sub(1));
        let name = self.random.pick(&["x", "y", "d", "x", "disk", "int"]).to_owned();
        let of = list.trim_start_matches("list(").trim_end_matches(')');
        self.locals.push((name.clone(), of.to_owned()));
        (name, range)
    }

    fn operation(&mut self, of: &str, signs: &[&str], depth: usize) -> String {
        let sign = self.random.pick(signs).to_owned();
        let (one, other) = (self.typed(of, depth), self.typed(of, depth));
        if self.random.chance(30) {
            format!("({one} {sign} {other})")
        } else {
            format!("{one} {sign} {other}")
        }
    }

    fn pick(&mut self, choices: &[&'static str]) -> &'static str {
        let place = self.random.below(choices.len());
        choices.get(place).copied().unwrap_or_default()
    }

    fn any(&mut self, types: &[&'static str], depth: usize) -> String {
        let of = self.pick(types);
        self.typed(of, depth)
    }

    fn leaf(&mut self, wanted: &str) -> String {
        let local = self.locals.iter().rev().find(|(_, of)| of == wanted).map(|(name, _)| name.clone());
        if let Some(local) = local.filter(|_| self.random.chance(60)) {
            return local;
        }
        let names = self.environment.names.iter().find(|(of, _)| *of == wanted);
        if let Some((_, names)) = names.filter(|_| self.random.chance(65)) {
            return self.random.pick(names).to_owned();
        }
        let choices: &[&str] = match wanted {
            "bool" => &["true", "false"],
            "int" => &["0", "1", "-5", "100", "0x10"],
            "uint" => &["1u", "10u", "100u", "0xffu", "512u"],
            "double" => &["0.5", "1.0", "1e3", "-2.5"],
            "string" => &["'nvme'", "\"sda\"", "''", "r'a\\d'", "'\\n'", "'''x'''"],
            "bytes" => &["b'abc'", "b'\\x00'"],
            "duration" => &["duration('1h')", "duration('500ms')"],
            "list(string)" => &["['a', 'b']", "[]", "['nvme']"],
            "list(int)" => &["[1, 2]", "[]"],
            "map(int, double)" => &["{1: 1.0}", "{}"],
            _ => &["optional.of(1u)", "optional.none()"],
        };
        self.random.pick(choices).to_owned()
    }
}
