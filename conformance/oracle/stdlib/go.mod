module frank.local/oracle/stdlib

go 1.26

require frank.local/oracle/protocol v0.0.0

replace frank.local/oracle/protocol => ../protocol
