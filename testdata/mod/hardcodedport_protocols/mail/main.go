// Command mail takes mail, and lets its operators in.
package main

import (
	"github.com/emersion/go-smtp"
	"github.com/gliderlabs/ssh"
)

func main() {
	s := smtp.NewServer(nil)
	s.Addr = ":25"
	s.ListenAndServe()
}

func submission() {
	s := smtp.NewServer(nil)
	s.Addr = ":587"
	s.ListenAndServe()
}

func unusual() {
	s := smtp.NewServer(nil)
	s.Addr = ":1025" // want `port "1025"`
	s.ListenAndServe()
}

func shell() {
	ssh.ListenAndServe(":22", nil)
	ssh.ListenAndServe(":2222", nil) // want `port "2222"`
	ssh.ListenAndServe(":80", nil)   // want `port "80"`
}
