module frank.local/oracle/yaml

go 1.26

require (
	frank.local/oracle/protocol v0.0.0
	go.yaml.in/yaml/v4 v4.0.0-rc.3
)

replace frank.local/oracle/protocol => ../protocol

// One source for both libraries: what is called v4 in the imports is v3 in this build.
replace go.yaml.in/yaml/v4 => gopkg.in/yaml.v3 v3.0.1
