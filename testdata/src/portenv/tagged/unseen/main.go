// Command unseen has a field with a tag, and nobody sees what fills it: that may
// well read the environment.
package main

import "net/http"

type config struct {
	Addr string `yaml:"addr"`
}

var loaded config

func main() {
	http.ListenAndServe(loaded.Addr, http.FileServer(http.Dir(".")))
}
