module example.com/platform

go 1.22

require example.com/netkit v0.0.0

replace example.com/netkit => ../hardcodedport_netkit
