module example.com/protocols

go 1.22

require (
	github.com/emersion/go-smtp v0.0.0
	github.com/gliderlabs/ssh v0.0.0
	github.com/miekg/dns v0.0.0
	golang.org/x/crypto v0.0.0
	tailscale.com v0.0.0
)

replace (
	github.com/emersion/go-smtp => ./stub/smtp
	github.com/gliderlabs/ssh => ./stub/ssh
	github.com/miekg/dns => ./stub/dns
	golang.org/x/crypto => ./stub/crypto
	tailscale.com => ./stub/tailscale
)
