// Command dns answers questions about names.
package main

import (
	"net"
	"os"

	"github.com/miekg/dns"
)

func main() {
	go dns.ListenAndServe(":53", "udp", nil)
	(&dns.Server{Addr: ":53", Net: "tcp"}).ListenAndServe()
	(&dns.Server{Addr: "0.0.0.0:domain", Net: "udp"}).ListenAndServe()
	(&dns.Server{Net: "udp"}).ListenAndServe()
	dns.ListenAndServeTLS(":853", "cert.pem", "key.pem", nil)
}

func packetConn() {
	pc, err := net.ListenPacket("udp", ":53")
	if err != nil {
		return
	}
	(&dns.Server{PacketConn: pc}).ActivateAndServe()
}

// Another port than the protocol's is the program's choice.
func other() {
	dns.ListenAndServe(":8053", "udp", nil)                   // want `port "8053"`
	(&dns.Server{Addr: ":5300", Net: "udp"}).ListenAndServe() // want `port "5300"`
	(&dns.Server{Addr: os.Getenv("ADDR"), Net: "udp"}).ListenAndServe()
	(&dns.Server{Addr: "/run/dns.sock", Net: "unix"}).ListenAndServe()
}
