module example.com/protocols

go 1.22

require (
	github.com/emersion/go-smtp v0.0.0
	github.com/miekg/dns v0.0.0
	github.com/tidwall/redcon v0.0.0
)

replace (
	github.com/emersion/go-smtp => ../hardcodedport_protocols/stub/smtp
	github.com/miekg/dns => ../hardcodedport_protocols/stub/dns
	github.com/tidwall/redcon => ./stub/redcon
)
