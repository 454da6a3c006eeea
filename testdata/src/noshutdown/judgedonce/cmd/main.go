// Package main starts what admin has; the finding is where the server is made.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/judgedonce/admin"
)

type program struct{ a *admin.Adm }

func (p *program) Start() error {
	a, err := admin.New(os.Getenv("ADMIN_ADDR"))
	if err != nil {
		return err
	}
	p.a = a
	go func() {
		err := p.a.Main()
		if err != nil {
			p.a.Exit()
			os.Exit(1)
		}
	}()
	return nil
}

func main() {
	p := &program{}
	if err := p.Start(); err != nil {
		log.Fatal(err)
	}
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	p.a.Exit()
}
