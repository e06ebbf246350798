module frank.local/oracle/chart

go 1.26

require github.com/cilium/cilium v1.16.19
