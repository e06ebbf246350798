//! Messages of `client/api/omni/specs/auth.proto`.

use super::Shape;
use super::shape::shape;
use crate::resource::{AccessPolicy, EulaAcceptance, SamlLabelRule, Spec as _};

/// The types whose messages are here.
pub(super) const TYPES: &[(&str, &Shape)] =
    &[(AccessPolicy::TYPE, &POLICY), (EulaAcceptance::TYPE, &EULA), (SamlLabelRule::TYPE, &SAML_RULE)];

static POLICY: Shape = shape! {
    1 "usergroups" Message(USER_GROUP) Map,
    2 "clustergroups" Message(CLUSTER_GROUP) Map,
    3 "rules" Message(RULE) List,
    4 "tests" Message(TEST) List,
};
static USER_GROUP: Shape = shape! { 1 "users" Message(USER) List };
static USER: Shape = shape! { 1 "name" Text, 2 "match" Text, 3 "labelselectors" Text List };
static CLUSTER_GROUP: Shape = shape! { 1 "clusters" Message(CLUSTER) List };
static CLUSTER: Shape = shape! { 1 "name" Text, 2 "match" Text };
static RULE: Shape = shape! {
    1 "users" Text List,
    2 "clusters" Text List,
    3 "kubernetes" Message(KUBERNETES),
    4 "role" Text,
};
static KUBERNETES: Shape = shape! { 1 "impersonate" Message(IMPERSONATE) };
static IMPERSONATE: Shape = shape! { 1 "groups" Text List };
static TEST: Shape = shape! {
    1 "name" Text,
    2 "user" Message(TEST_USER),
    3 "cluster" Message(TEST_CLUSTER),
    4 "expected" Message(EXPECTED),
};
static TEST_USER: Shape = shape! { 1 "name" Text, 2 "labels" Text Map };
static TEST_CLUSTER: Shape = shape! { 1 "name" Text };
static EXPECTED: Shape = shape! { 1 "kubernetes" Message(KUBERNETES), 2 "role" Text };

static EULA: Shape = shape! { 1 "acceptedbyname" Text, 2 "acceptedbyemail" Text };
static SAML_RULE: Shape = shape! {
    1 "matchlabels" Text List,
    2 "assignroleonregistration" Text,
    3 "assignrole" Text,
    4 "updateoneachlogin" Bool,
};
