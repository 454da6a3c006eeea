module example.com/netkit

go 1.22
