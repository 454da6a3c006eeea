// Command renamed imports under other names.
package main

import (
	cli "flag"
	web "net/http"
	env "os"
)

func main() {
	port := cli.String("port", "8080", "port")
	cli.Parse()
	println(env.Getenv("HOME"))
	web.ListenAndServe(":"+*port, web.FileServer(web.Dir("."))) // want "it comes from flag -port"
}
