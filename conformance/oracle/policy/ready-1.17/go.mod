module frank.local/oracle/ready

go 1.26

require github.com/cilium/cilium v1.16.19
