//! The releases of Go's YAML library that upstream programs are built with.

/// A release of Go's YAML library, where releases differ in what they read or write.
///
/// Talos 1.9 to 1.11 are built with v3.0.1 (a copy of it that only writes otherwise), 1.12 with v4.0.0-rc.3, 1.13 with
/// v4.0.0-rc.4, 1.14 with v4.0.0-rc.6 and, before its betas, v4.0.0-rc.5, which differs in nothing that is asked here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GoYaml {
    /// `gopkg.in/yaml.v3` v3.0.1.
    V3,
    /// `go.yaml.in/yaml/v4` v4.0.0-rc.3.
    V4Rc3,
    /// `go.yaml.in/yaml/v4` v4.0.0-rc.4.
    V4Rc4,
    /// `go.yaml.in/yaml/v4` v4.0.0-rc.6.
    #[default]
    V4Rc6,
}

impl GoYaml {
    /// What reads for Kubernetes and for Helm: `sigs.k8s.io/yaml`, and below it yaml.v2.
    ///
    /// yaml.v2 v2.4 cuts a text as v3.0.1 does but for what v3 does for the sake of comments: behind a comment, v2 knows no tabs
    /// before the next one. Nor does it know anchors of an earlier document. What the scalars of a text mean to Kubernetes is
    /// another question, which `Reading::Json` answers.
    pub const KUBERNETES: Self = Self::V3;

    /// Whether an unquoted date may stand where a string is wanted; an error since v4.0.0-rc.6.
    #[must_use]
    pub fn reads_dates_as_strings(self) -> bool {
        self < Self::V4Rc6
    }

    /// Whether `1.5` may stand where a whole number is wanted (and is cut to 1); an error since v4.0.0-rc.4.
    #[must_use]
    pub fn cuts_fractions(self) -> bool {
        self < Self::V4Rc4
    }

    /// Whether a merge key's `<<` that stands as a value is nothing, unless a text is wanted; before
    /// v4.0.0-rc.6 it is a text.
    #[must_use]
    pub fn reads_merge_as_nothing(self) -> bool {
        self >= Self::V4Rc6
    }

    /// Whether a tag that the library does not know keeps a text from being a boolean; before v4.0.0-rc.6 it is
    /// passed over.
    #[must_use]
    pub fn knows_tags(self) -> bool {
        self >= Self::V4Rc6
    }

    /// Whether the tag `!!merge` makes a merge sign of any text; before v4.0.0-rc.4 the text has to be `<<`, too.
    pub(super) fn merges_by_tag_alone(self) -> bool {
        self >= Self::V4Rc4
    }

    /// Whether a text may hold U+007F and the control characters behind it; before v4.0.0-rc.4 only U+0085.
    pub(super) fn takes_upper_controls(self) -> bool {
        self >= Self::V4Rc4
    }

    /// Whether the name of an anchor may hold any sign of ASCII but `:` and those of brackets; in v3 it has letters, digits,
    /// `-` and `_` only.
    pub(super) fn takes_signs_in_anchors(self) -> bool {
        self >= Self::V4Rc3
    }

    /// Whether a `?` inside of brackets belongs to a text unless a space follows it; in v3 it begins a key wherever it stands.
    pub(super) fn takes_question_marks_in_flow(self) -> bool {
        self >= Self::V4Rc3
    }

    /// Whether a colon behind `[` or a comma begins a text unless a space follows it; before v4.0.0-rc.4 every colon inside of
    /// brackets that does not belong to a text begins a value.
    pub(super) fn begins_flow_texts_with_colons(self) -> bool {
        self >= Self::V4Rc4
    }

    /// Whether a colon before a comma or a closing bracket ends the key of `{a:}`; before v4.0.0-rc.6 it belongs to the text.
    pub(super) fn ends_flow_keys_at_brackets(self) -> bool {
        self >= Self::V4Rc6
    }

    /// How many characters may stand before the colon of a key that has no `?` of its own. Releases that have a limit also
    /// give up a key as soon as its line ends, so that a fault of the parser may come before one of the scanner.
    pub(super) fn longest_key(self) -> Option<usize> {
        (self < Self::V4Rc4).then_some(1024)
    }

    /// Whether a lone `!` makes a text of what follows; before v4.0.0-rc.6 it says nothing.
    pub(super) fn reads_lone_tags_as_texts(self) -> bool {
        self >= Self::V4Rc6
    }

    /// Whether brackets, braces and commas are told apart from the rest of a tag: none of them in a short one, all of them in
    /// `!<verbatim>` ones. Before v4.0.0-rc.4 brackets and commas belong to every tag, braces to none.
    pub(super) fn bounds_short_tags(self) -> bool {
        self >= Self::V4Rc4
    }

    /// Whether a bracket that may begin a key leaves that possibility to what follows it, as a key of nothing on the first line: a
    /// fault of v4.0.0-rc.4 alone, which reads `[[: a]]` there only.
    pub(super) fn leaves_keys_open(self) -> bool {
        self == Self::V4Rc4
    }

    /// Whether a stream may begin with `...`, which means nothing; before v4.0.0-rc.6 a value is missed before it.
    pub(super) fn skips_leading_document_end(self) -> bool {
        self >= Self::V4Rc6
    }

    /// Whether the lines of a block text that is a whole document need no indentation; before v4.0.0-rc.6 one space.
    pub(super) fn takes_unindented_documents(self) -> bool {
        self >= Self::V4Rc6
    }

    /// Whether the word for a number of base 16 is spelled as it should be in a refusal; in v3 it lacks two letters.
    pub(super) fn spells_hexadecimal(self) -> bool {
        self >= Self::V4Rc3
    }

    /// Whether the refusal of a control character says which one it is.
    pub(super) fn names_control_characters(self) -> bool {
        self >= Self::V4Rc6
    }
}
