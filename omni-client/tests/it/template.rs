//! Cluster templates.

mod export;
mod load;
mod model;
mod render;
mod sync;
mod validate;

use manifest::Source;
use omni_client::resource::AnyResource;
use omni_client::template::{NoFiles, Template};

const MACHINE: &str = "11111111-1111-4111-8111-111111111111";
const WORKER: &str = "22222222-2222-4222-8222-222222222222";

/// The template of upstream's documentation, with a bit of everything.
const PROD: &str = "\
kind: Cluster
name: prod
labels: {env: prod}
kubernetes: {version: v1.34.1}
talos: {version: v1.11.2}
features:
  backupConfiguration: {interval: 1h}
systemExtensions: [siderolabs/iscsi-tools]
patches:
  - name: kubespan
    inline: {machine: {network: {kubespan: {enabled: true}}}}
  - idOverride: 250-ntp
    inline: |
      machine:
        time: {servers: [192.168.1.1]} # ours
---
kind: ControlPlane
machines: [11111111-1111-4111-8111-111111111111]
kernelArgs: [console=ttyS0]
---
kind: Workers
name: gpu
machines: [22222222-2222-4222-8222-222222222222]
updateStrategy: {rolling: {maxParallelism: 3}}
---
kind: Machine
name: 22222222-2222-4222-8222-222222222222
locked: true
labels: {rack: r1}
install: {disk: /dev/nvme0n1}
systemExtensions: [siderolabs/nvidia-toolkit, siderolabs/iscsi-tools]
";

fn load(text: &str) -> Template {
    let loaded = Template::load(&Source::new("template.yaml", text));
    assert_eq!(loaded.findings, []);
    loaded.template
}

fn render(text: &str) -> Vec<AnyResource> {
    let template = load(text);
    template.validate(&NoFiles).unwrap();
    template.render(&NoFiles).unwrap()
}
