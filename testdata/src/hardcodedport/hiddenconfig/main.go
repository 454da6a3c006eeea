// Package main asks another package's interface where to listen.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"hardcodedport/hiddenconfig/settings"
)

// provider makes its settings when it is first asked for them.
type provider struct{ fixed settings.Listener }

func (p *provider) listener() settings.Listener {
	if p.fixed == nil {
		p.fixed = settings.Fixed()
	}
	return p.fixed
}

func main() {
	p := &provider{}
	go http.ListenAndServe(p.listener().Address(), nil)                      // want `port "8081" is hardcoded`
	go http.ListenAndServe(fmt.Sprintf(":%d", settings.Fixed().Port()), nil) // want `port "8082" is hardcoded`
	go http.ListenAndServe(settings.On("8084").Address(), nil)               // want `port "8084" is hardcoded`
	go http.ListenAndServe(settings.On(os.Getenv("PAGES_PORT")).Address(), nil)
	hooks, err := settings.FromEnv()
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(hooks.Address(), nil))
}
