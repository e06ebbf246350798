module frank.local/oracle/protocol

go 1.26
