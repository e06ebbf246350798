module frank.local/oracle/ready

go 1.26
