module example.com/app

go 1.22

require (
	example.com/netkit v0.0.0
	example.com/platform v0.0.0
)

replace (
	example.com/netkit => ../hardcodedport_netkit
	example.com/platform => ../hardcodedport_platform
)
