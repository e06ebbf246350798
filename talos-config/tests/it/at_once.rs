//! Everything that is wrong is said at once, each thing at its own place.

use manifest::{Finding, Source};
use talos_config::Minor;
use talos_config::validate::{Mode, is_said_later, validate_source};

/// Place, what stands there, and message of each finding.
fn said(text: &str) -> Vec<String> {
    let source = Source::new("machine.yaml", text);
    let line = |finding: &Finding| {
        let span = finding.place.span.unwrap();
        let shown = source.slice(span).lines().next().unwrap_or_default();
        format!("{} {shown:?} {}", source.position(span.start), finding.message)
    };
    validate_source(&source, Minor::V1_13, Mode::Metal).iter().map(line).collect()
}

#[test]
fn more_than_twenty_mistakes_of_reading() {
    let text = "\
machine:
  type: worker
  tokn: a
  install:
    disk: [/dev/sda]
    wipe: maybe
    image:
      name: x
    extraKernelArgs: quiet
  kubelet:
    image: {}
    clusterDNS: 10.0.0.10
    defaultRuntimeSeccompProfileEnabled: 2
    extraMount: []
    nodeIP: fast
  network:
    interfaces:
      - interface: eth0
        dchp: true
        mtu: big
        addresses: 10.0.0.2/24
      - mtu: 1.5
        bond:
          mode: [a]
          interfces: [eth0]
  sysctls: [a]
  files:
    - permissions: rw
      path: {}
  time:
    timeout: soon
    servers: {a: b}
  certSANS: [a]
cluster:
  controlplane: {}
";
    let found = said(text);
    for key in ["tokn", "extraMount", "dchp", "interfces", "timeout", "certSANS", "controlplane"] {
        let end = format!("{key:?} unknown key `{key}`");
        assert!(found.iter().any(|line| line.ends_with(&end)), "{key}: {found:#?}");
    }
    for line in [
        "5:12 \"/dev/sda\" `machine.install.disk`: expected a text, found a list",
        "22:14 \"1.5\" `machine.network.interfaces[1].mtu`: expected a whole number, found `1.5`",
        "32:15 \"a\" `machine.time.servers` must be a list, not a mapping",
    ] {
        assert!(found.iter().any(|found| found == line), "{line}: {found:#?}");
    }
    assert_eq!(found.len(), 23, "{found:#?}");
}

#[test]
fn more_than_twenty_mistakes_of_validating() {
    let text = "\
machine:
  type: worker
  ca: {crt: YQ==, key: YQ==}
  install:
    extraKernelArgs: [a]
  nodeLabels:
    a/b/c: x
    d: -x
  nodeTaints:
    e: x:Never
  sysctls: {}
  network:
    interfaces:
      - interface: eth0
        deviceSelector: {driver: a}
        addresses: [x]
        routes:
          - network: y
            gateway: z
      - mtu: 5
      - interface: bond0
        bond:
          mode: nope
          interfaces: []
  kubelet:
    extraMounts:
      - destination: ''
    nodeIP:
      validSubnets: [w]
  disks:
    - device: ''
  features:
    kubernetesTalosAPIAccess:
      enabled: true
cluster:
  secret: ''
---
apiVersion: v1alpha1
kind: UserVolumeConfig
name: a_b
provisioning:
  diskSelector:
    match: disk.sise > 1u && nope
  minSize: 2GB
  maxSize: 1GB
filesystem:
  type: vfat
---
apiVersion: v1alpha1
kind: VLANConfig
name: eth0.5
---
apiVersion: v1alpha1
kind: WatchdogTimerConfig
timeout: 5s
---
apiVersion: v1alpha1
kind: ZswapConfig
maxPoolPercent: 101
";
    let found = said(text);
    for line in [
        "7:5 \"a/b/c\" invalid machine node labels: invalid format: too many slashes: \"a/b/c\"",
        "8:8 \"-x\" invalid machine node labels: label value \"-x\" is invalid",
        "10:8 \"x:Never\" invalid machine node taints: invalid taint effect: \"Never\"",
        "16:21 \"x\" [networking.os.device.addresses] \"eth0\": failed to parse IP address \"x\"",
        "18:22 \"y\" [networking.os.device.route[0].network] \"y\": invalid network address",
        "19:22 \"z\" [networking.os.device.route[0].gateway] \"z\": invalid network address",
        "23:17 \"nope\" invalid bond type nope",
        "43:16 \".sise\" disk selector is invalid: undefined field 'sise'",
        "43:30 \"nope\" disk selector is invalid: undeclared reference to 'nope' (in container '')",
        "49:1 \"apiVersion: v1alpha1\" vlanID must be specified and between 1 and 4094",
        "49:1 \"apiVersion: v1alpha1\" parent must be specified",
        "53:1 \"apiVersion: v1alpha1\" watchdog device: empty value",
        "55:10 \"5s\" watchdog timeout: minimum value is 10s",
        "59:17 \"101\" maxPoolPercent must be between 0 and 100",
    ] {
        assert!(found.iter().any(|found| found == line), "{line}: {found:#?}");
    }
    assert_eq!(found.len(), 24, "{found:#?}");
}

#[test]
fn metadata_of_the_node_is_wrong_at_the_key_or_at_the_value() {
    let text = "\
apiVersion: v1alpha1
kind: KubeNodeConfig
nodeIP:
  validSubnets: [10.0.0.0/8, '!no']
labels:
  /a: ok
  b: b_
annotations: {talos.dev/owned-labels: x, c: anything at all}
taints: {d-: NoSchedule, e: 'f-:NoExecute'}
";
    let source = Source::new("machine.yaml", text);
    let found = validate_source(&source, Minor::V1_14, Mode::Metal);
    let at = |finding: &Finding| {
        let span = finding.place.span.unwrap();
        format!("{} {} {}", source.position(span.start), source.slice(span), finding.place.path)
    };
    assert_eq!(
        found.iter().map(at).collect::<Vec<_>>(),
        [
            "4:30 '!no' nodeIP.validSubnets[1]",
            "6:3 /a labels[\"/a\"]",
            "7:6 b_ labels.b",
            "8:15 talos.dev/owned-labels annotations[\"talos.dev/owned-labels\"]",
            "9:10 d- taints.d-",
            "9:29 'f-:NoExecute' taints.e",
        ]
    );
}

#[test]
fn what_talos_says_one_after_the_other_is_said_at_once_and_marked() {
    let text = "\
apiVersion: v1alpha1
kind: ExtensionServiceConfig
configFiles:
  - content: a
  - {mountPath: /b, content: b}
  - mountPath: /c
";
    let source = Source::new("machine.yaml", text);
    let found = validate_source(&source, Minor::V1_13, Mode::Metal);
    let at = |finding: &Finding| {
        let line = source.position(finding.place.span.unwrap().start).line;
        (line, finding.place.path.to_string(), is_said_later(finding))
    };
    assert_eq!(
        found.iter().map(at).collect::<Vec<_>>(),
        [
            (1, "name".to_owned(), false),
            (4, "configFiles[0].mountPath".to_owned(), true),
            (6, "configFiles[2].content".to_owned(), true),
        ]
    );
}
