module frank.local/oracle/yaml

go 1.26

require (
	frank.local/oracle/protocol v0.0.0
	go.yaml.in/yaml/v4 v4.0.0-rc.4
)

replace frank.local/oracle/protocol => ../protocol
